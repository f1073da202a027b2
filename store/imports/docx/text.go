package docx

import (
	"archive/zip"
	"bytes"
	"cmp"
	"encoding/xml"
	"errors"
	"path"
	"strings"
	"time"

	"shortlist/store/imports/opc"
	"shortlist/store/imports/text"
)

// This file opens a Word document, finds its parts and gives its text, and says what other archives are.

const (
	// limit is how long the reading of one document may take.
	limit = 15 * time.Second
	// maxFiles is the largest number of files in an archive.
	maxFiles = 5000
)

// Why a document is refused, besides damage.
var (
	ErrNoArchive = errors.New("no archive")
	ErrNoText    = errors.New("no text")
)

// OtherError is returned for an archive that is not a Word document. What says what it is: "a spreadsheet".
type OtherError struct{ What string }

func (e *OtherError) Error() string { return "no Word document but " + e.What }

// Is returns true for the same kind of archive.
func (e *OtherError) Is(target error) bool {
	other, ok := target.(*OtherError)
	return ok && *other == *e
}

// Text is the text of a document, one paragraph or list entry a line, the cells of a table row separated by "|".
// ErrNoArchive if the archive cannot be opened, *OtherError if it is something else, ErrNoText if it has no words;
// text.ErrBomb, text.ErrSlow or text.ErrDamaged if it is hostile or damaged.
func Text(data []byte) (string, error) {
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil && !errors.Is(err, zip.ErrInsecurePath) {
		return "", ErrNoArchive
	}
	if what := otherArchive(archive); what != "" {
		return "", &OtherError{what}
	}
	words, err := text.Fenced(limit, func(c *text.Clock) (string, error) { return read(archive, c) })
	switch {
	case errors.Is(err, text.ErrBomb), errors.Is(err, text.ErrSlow), errors.Is(err, text.ErrDamaged):
		return "", err
	case err != nil:
		return "", errors.Join(text.ErrDamaged, err)
	case strings.TrimSpace(words) == "":
		return "", ErrNoText
	}
	return words, nil
}

// otherArchive says what an archive is that is not a Word document; empty if it is one.
func otherArchive(archive *zip.Reader) string {
	if len(archive.File) > maxFiles {
		return "an archive of very many files"
	}
	what := "an archive"
	for _, f := range archive.File {
		switch {
		case strings.HasPrefix(f.Name, "word/"):
			return ""
		case strings.HasPrefix(f.Name, "xl/"):
			what = "a spreadsheet"
		case strings.HasPrefix(f.Name, "ppt/"):
			what = "a presentation"
		case f.Name == "content.xml":
			what = "an OpenDocument file"
		}
	}
	if _, err := mainPart(archive); err == nil && what == "an archive" {
		return ""
	}
	return what
}

// mainPart is the name of the part with the words of the document. opc.ErrNoPart if there is none.
func mainPart(archive *zip.Reader) (string, error) {
	for _, name := range []string{opc.Relations(archive, "")["officeDocument"], "word/document.xml"} {
		if strings.HasSuffix(name, ".xml") && opc.Find(archive, name) != nil {
			return name, nil
		}
	}
	return "", opc.ErrNoPart
}

// read is Text inside the fence.
func read(archive *zip.Reader, c *text.Clock) (string, error) {
	name, err := mainPart(archive)
	if err != nil {
		return "", err
	}
	words, err := opc.Open(archive, name)
	if err != nil {
		return "", err
	}
	rel := opc.Relations(archive, name)
	w := &reader{clock: c, dec: decoder(words), styles: map[string]wordStyle{}, lists: newLists()}
	// A document can be read without its styles or lists, only less well.
	if data, err := opc.Open(archive, cmp.Or(rel["styles"], path.Join(path.Dir(name), "styles.xml"))); err == nil {
		w.styles = readStyles(data)
	} else if errors.Is(err, text.ErrBomb) {
		return "", err
	}
	if data, err := opc.Open(archive, cmp.Or(rel["numbering"], path.Join(path.Dir(name), "numbering.xml"))); err == nil {
		w.lists.read(data)
	} else if errors.Is(err, text.ErrBomb) {
		return "", err
	}
	if err := w.document(); err != nil {
		return "", err
	}
	return w.out.String(), nil
}

// decoder decodes a part. It knows the entities of XML only and fetches nothing.
func decoder(data []byte) *xml.Decoder {
	return xml.NewDecoder(bytes.NewReader(data))
}
