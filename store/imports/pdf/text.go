package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/ledongthuc/pdf"

	"shortlist/store/imports/text"
)

// This file opens a PDF and gives its text. The library finds the objects of the file and decodes its streams; the
// position of letters is followed in page.go, lines and paragraphs are made in lines.go and paragraphs.go.

const (
	// limit is how long the reading of one file may take.
	limit = 20 * time.Second
	// MaxPages is the largest number of pages that a PDF may have.
	MaxPages = 300
)

// Why a PDF is refused, besides damage.
var (
	ErrLocked  = errors.New("locked")
	ErrNoText  = errors.New("no text")
	ErrPages   = errors.New("too many pages")
	ErrLetters = errors.New("letters unknown")
)

// lockKey is the name under which a locked file keeps its lock.
var lockKey = []byte("/Encrypt")

// Text is the text of a PDF, one paragraph or list entry a line. ErrLocked, ErrNoText (a scan), ErrPages or ErrLetters
// (fonts that do not say which letters they draw); text.ErrBomb, text.ErrSlow or text.ErrDamaged if the file is hostile
// or damaged.
func Text(data []byte) (string, error) {
	words, err := text.Fenced(limit, func(c *text.Clock) (string, error) { return read(data, c) })
	if err != nil && bytes.Contains(data, lockKey) && errors.Is(err, text.ErrDamaged) {
		return "", ErrLocked // an unknown kind of lock looks like damage
	}
	return words, err
}

// timedBytes is a file that ends the reading when the time is over, also inside loops of the library.
type timedBytes struct {
	io.ReaderAt
	clock *text.Clock
}

func (t timedBytes) ReadAt(p []byte, off int64) (int, error) {
	t.clock.Check()
	return t.ReaderAt.ReadAt(p, off)
}

// open opens a file after it was checked.
func open(data []byte, c *text.Clock) (*pdf.Reader, error) {
	data = mend(data)
	if err := check(data, c); err != nil {
		return nil, err
	}
	open := func(data []byte) (*pdf.Reader, error) {
		r, err := pdf.NewReader(timedBytes{bytes.NewReader(data), c}, int64(len(data)))
		if errors.Is(err, text.ErrSlow) {
			return nil, text.ErrSlow
		}
		return r, err
	}
	if !bytes.Contains(data, lockKey) {
		r, err := open(data)
		if err != nil {
			return nil, fmt.Errorf("%w: %w", text.ErrDamaged, err)
		}
		return r, checkObjects(r)
	}
	// Check the objects before the library looks for the one with the lock.
	r, err := open(bytes.ReplaceAll(data, lockKey, []byte("/Encrypx")))
	if err == nil {
		err = checkObjects(r)
	}
	if err != nil {
		return nil, fmt.Errorf("%w: %w", text.ErrDamaged, err)
	}
	if r, err = open(data); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrLocked, err)
	}
	return r, nil
}

// read is Text inside the fence.
func read(data []byte, c *text.Clock) (string, error) {
	r, err := open(data, c)
	if err != nil {
		return "", err
	}
	var tree pageTree
	if err := tree.walk(r.Trailer().Key("Root").Key("Pages"), pdf.Value{}, 0); err != nil {
		return "", err
	}
	n := len(tree.pages)
	fonts := map[string]*font{}
	var pages [][]piece
	for _, page := range tree.pages {
		pages = append(pages, piecesOf(page, fonts, c))
	}
	dropArtifacts(pages)
	lines := make([][]line, len(pages))
	for i, pieces := range pages {
		lines[i] = linesOf(pieces, i)
	}
	text := paragraphsOf(dropFurniture(lines))
	unknown, letters := 0, 0
	for _, r := range text {
		switch {
		case r == '\ufffd':
			unknown++
		case r > ' ':
			letters++
		}
	}
	switch {
	case unknown*4 > letters:
		return "", ErrLetters
	case letters < 20 && letters < 5*n:
		return "", ErrNoText
	}
	return strings.ReplaceAll(text, "\ufffd", ""), nil
}

// pageTree collects the pages of a file. In a damaged file the tree may be a ring.
type pageTree struct {
	pages []leaf
	nodes int
}

// leaf is a page with the resources that it draws with.
type leaf struct{ page, resources pdf.Value }

// walk collects the pages below a node. ErrPages if there are too many, text.ErrDamaged if they are nested too deep.
func (t *pageTree) walk(node, resources pdf.Value, depth int) error {
	if own := node.Key("Resources"); own.Kind() == pdf.Dict {
		resources = own
	}
	if t.nodes++; len(t.pages) == MaxPages || t.nodes > 4*MaxPages {
		return ErrPages
	}
	kids := node.Key("Kids")
	switch {
	case depth > 40:
		return fmt.Errorf("%w: pages in pages", text.ErrDamaged)
	case kids.Kind() != pdf.Array:
		t.pages = append(t.pages, leaf{node, resources})
		return nil
	}
	for i := range kids.Len() {
		if err := t.walk(kids.Index(i), resources, depth+1); err != nil {
			return err
		}
	}
	return nil
}

// piecesOf gives what a page draws. A page that cannot be read ends the reading: its words must not be lost in silence.
func piecesOf(leaf leaf, fonts map[string]*font, c *text.Clock) []piece {
	p := &canvas{clock: c, fonts: fonts, state: graphics{ctm: identity, scale: 1}, tm: identity, line: identity}
	var content []byte
	switch v := leaf.page.Key("Contents"); v.Kind() {
	case pdf.Stream:
		content = unpack(v, maxContent)
	case pdf.Array:
		for i := range v.Len() {
			content = append(append(content, unpack(v.Index(i), maxContent-int64(len(content)))...), '\n')
		}
	}
	p.draw(content, leaf.resources)
	return p.pieces
}
