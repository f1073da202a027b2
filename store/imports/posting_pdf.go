package imports

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

// This file reads the text of a PDF. The library finds the objects of the file and decodes its streams; where letters
// stand on a page is followed in pdf_page.go, and lines and paragraphs are made of them in pdf_lines.go and
// pdf_paragraphs.go. A program such as pdftotext is never used: the same file must read to the same lines on the
// computers of all members.

const (
	pdfTime     = 20 * time.Second
	maxPDFPages = 300
)

// What a PDF is refused for besides damage.
var (
	errLocked  = errors.New("locked")
	errNoText  = errors.New("no text")
	errPages   = errors.New("too many pages")
	errLetters = errors.New("letters unknown")
)

// pdfLock is the name under which a locked file keeps its lock.
var pdfLock = []byte("/Encrypt")

func isPDF(data []byte) bool {
	return bytes.HasPrefix(bytes.TrimLeft(data[:min(len(data), 1024)], "\x00\r\n\t \xef\xbb\xbf"), []byte("%PDF-"))
}

func readPDF(name string, data []byte) (string, error) {
	words, err := text.Fenced(pdfTime, func(c *text.Clock) (string, error) { return pdfText(data, c) })
	if err != nil && bytes.Contains(data, pdfLock) && errors.Is(err, text.ErrDamaged) {
		err = errLocked // a kind of lock that is not known looks like damage
	}
	switch {
	case errors.Is(err, errLocked):
		return "", refuse("%s is a PDF that is locked with a password or against copying; open it, print or save it as a PDF without a lock, or type its text into a plain text file", shown(name))
	case errors.Is(err, errNoText):
		return "", refuse("%s is a PDF of pictures without text, such as a scan; have its text recognised (OCR), or type the text into a plain text file", shown(name))
	case errors.Is(err, errLetters):
		return "", refuse("%s is a PDF whose fonts do not tell which letters they draw; open it in a word processor or type the text into a plain text file", shown(name))
	case errors.Is(err, errPages):
		return "", refuse("%s is a PDF of more than %d pages; make a PDF or a plain text file of the pages with the posting", shown(name), maxPDFPages)
	case errors.Is(err, text.ErrBomb):
		return "", refuse("%s unpacks to far more than a PDF of its size holds; copy its text into a plain text file", shown(name))
	case errors.Is(err, text.ErrSlow):
		return "", refuse("%s takes too long to read; open it and copy its text into a plain text file", shown(name))
	case err != nil:
		return "", refuse("%s is a damaged PDF or one of a kind that cannot be read; download it again, or open it and copy its text into a plain text file", shown(name))
	}
	return cleanText(words), nil
}

// timedBytes is a file that ends the reading when the time is up, inside the loops of the library too.
type timedBytes struct {
	io.ReaderAt
	clock *text.Clock
}

func (t timedBytes) ReadAt(p []byte, off int64) (int, error) {
	t.clock.Check()
	return t.ReaderAt.ReadAt(p, off)
}

// openPDF opens a file that was looked over.
func openPDF(data []byte, c *text.Clock) (*pdf.Reader, error) {
	data = mendPDF(data)
	if err := checkPDF(data, c); err != nil {
		return nil, err
	}
	open := func(data []byte) (*pdf.Reader, error) {
		r, err := pdf.NewReader(timedBytes{bytes.NewReader(data), c}, int64(len(data)))
		if errors.Is(err, text.ErrSlow) {
			return nil, text.ErrSlow
		}
		return r, err
	}
	if !bytes.Contains(data, pdfLock) {
		r, err := open(data)
		if err != nil {
			return nil, fmt.Errorf("%w: %w", text.ErrDamaged, err)
		}
		return r, checkObjects(r)
	}
	// The objects are checked before the library looks for the one with the lock.
	r, err := open(bytes.ReplaceAll(data, pdfLock, []byte("/Encrypx")))
	if err == nil {
		err = checkObjects(r)
	}
	if err != nil {
		return nil, fmt.Errorf("%w: %w", text.ErrDamaged, err)
	}
	if r, err = open(data); err != nil {
		return nil, fmt.Errorf("%w: %w", errLocked, err)
	}
	return r, nil
}

// pdfText is the text of a PDF, one paragraph or entry of a list a line.
func pdfText(data []byte, c *text.Clock) (string, error) {
	r, err := openPDF(data, c)
	if err != nil {
		return "", err
	}
	var tree pdfTree
	if err := tree.walk(r.Trailer().Key("Root").Key("Pages"), pdf.Value{}, 0); err != nil {
		return "", err
	}
	n := len(tree.pages)
	fonts := map[string]*pdfFont{}
	var pages [][]pdfPiece
	for _, page := range tree.pages {
		pages = append(pages, piecesOf(page, fonts, c))
	}
	dropArtifacts(pages)
	lines := make([][]pdfLine, len(pages))
	for i, pieces := range pages {
		lines[i] = pdfLinesOf(pieces, i)
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
		return "", errLetters
	case letters < 20 && letters < 5*n:
		return "", errNoText
	}
	return strings.ReplaceAll(text, "\ufffd", ""), nil
}

// pdfTree collects the pages of a file, whose tree may be damaged to a ring.
type pdfTree struct {
	pages []pdfLeaf
	nodes int
}

// pdfLeaf is a page with the resources that it draws with.
type pdfLeaf struct{ page, resources pdf.Value }

func (t *pdfTree) walk(node, resources pdf.Value, depth int) error {
	if own := node.Key("Resources"); own.Kind() == pdf.Dict {
		resources = own
	}
	if t.nodes++; len(t.pages) == maxPDFPages || t.nodes > 4*maxPDFPages {
		return errPages
	}
	kids := node.Key("Kids")
	switch {
	case depth > 40:
		return fmt.Errorf("%w: pages in pages", text.ErrDamaged)
	case kids.Kind() != pdf.Array:
		t.pages = append(t.pages, pdfLeaf{node, resources})
		return nil
	}
	for i := range kids.Len() {
		if err := t.walk(kids.Index(i), resources, depth+1); err != nil {
			return err
		}
	}
	return nil
}

// piecesOf is what a page draws. A page that cannot be read ends the reading: its words must not be missing unsaid.
func piecesOf(leaf pdfLeaf, fonts map[string]*pdfFont, c *text.Clock) []pdfPiece {
	p := &pdfPage{clock: c, fonts: fonts, state: pdfState{ctm: pdfIdentity, scale: 1}, tm: pdfIdentity, line: pdfIdentity}
	var content []byte
	switch v := leaf.page.Key("Contents"); v.Kind() {
	case pdf.Stream:
		content = pdfBytes(v, maxPDFContent)
	case pdf.Array:
		for i := range v.Len() {
			content = append(append(content, pdfBytes(v.Index(i), maxPDFContent-int64(len(content)))...), '\n')
		}
	}
	p.draw(content, leaf.resources)
	return p.pieces
}
