package ods

import (
	"archive/zip"
	"encoding/xml"
	"errors"
	"io"
	"strconv"
	"strings"

	"shortlist/store/imports/grid"
	"shortlist/store/imports/opc"
	"shortlist/store/imports/text"
)

// This file opens a spreadsheet and lists its sheets. A sheet is read in sheet.go.

const (
	mostParts = 20_000
	// The content may unpack to freeUnpacked bytes in any case, and to mostRatio times its packed size if that is more.
	freeUnpacked = 64 << 20
	mostUnpacked = 4 << 30
	mostRatio    = 250
	// longestRun is the longest text or tag between two brackets, in bytes.
	longestRun = 1 << 20

	kind     = "application/vnd.oasis.opendocument.spreadsheet"
	template = kind + "-template"
)

// ErrNoSpreadsheet is returned for an archive that is something else.
var ErrNoSpreadsheet = errors.New("holds no OpenDocument spreadsheet")

// ErrEncrypted is returned for a spreadsheet that is protected by a password.
var ErrEncrypted = errors.New("is protected by a password")

// ErrUnclosed is returned for a spreadsheet that is cut inside, or whose elements do not close.
var ErrUnclosed = errors.New("is cut or damaged inside: a row or a cell in it begins and never ends")

// Book is an open spreadsheet.
type Book struct {
	content *zip.File
	sheets  []grid.Sheet // the part of each is its number
	macros  bool
}

// Sheets are the sheets in their order.
func (b *Book) Sheets() []grid.Sheet { return b.sheets }

// Macros returns true if the file holds macros.
func (b *Book) Macros() bool { return b.macros }

// Close does nothing: no temporary file is used.
func (b *Book) Close() error { return nil }

// IsKind returns true if the first bytes of a file are those of an OpenDocument spreadsheet: its kind is stored plainly
// as the first part.
func IsKind(head []byte) bool {
	const name = "mimetype"
	if len(head) < 38 || string(head[:4]) != "PK\x03\x04" || string(head[30:38]) != name {
		return false
	}
	rest := string(head[38:min(len(head), 38+64+len(template))])
	return strings.Contains(rest, kind)
}

// Open opens a spreadsheet. ErrNoSpreadsheet if the archive is something else; ErrEncrypted, ErrUnclosed, text.ErrBomb or
// text.ErrDamaged.
func Open(at io.ReaderAt, size int64) (*Book, error) {
	archive, err := zip.NewReader(at, size)
	if err != nil {
		return nil, text.ErrDamaged
	}
	if len(archive.File) > mostParts {
		return nil, text.ErrBomb
	}
	what, err := opc.Open(archive, "mimetype")
	if err != nil || string(what) != kind && string(what) != template {
		return nil, ErrNoSpreadsheet
	}
	if manifest, err := opc.Open(archive, "META-INF/manifest.xml"); err == nil && strings.Contains(string(manifest), "encryption-data") {
		return nil, ErrEncrypted
	}
	b := &Book{content: opc.Find(archive, "content.xml")}
	if b.content == nil {
		return nil, text.ErrDamaged
	}
	for _, f := range archive.File {
		b.macros = b.macros || strings.HasPrefix(f.Name, "Basic/") || strings.HasPrefix(f.Name, "Scripts/")
	}
	err = b.walk(func(t xml.Token) error {
		if e, ok := t.(xml.StartElement); ok && e.Name.Local == "table" && isTable(e.Name) {
			if len(b.sheets) == grid.MostSheets {
				return grid.ErrEnough
			}
			name, _ := text.CleanLine(attr(e, "name"))
			b.sheets = append(b.sheets, grid.Sheet{Name: text.Shortened(name), Part: strconv.Itoa(len(b.sheets))})
		}
		return nil
	})
	if err != nil && !errors.Is(err, grid.ErrEnough) {
		return nil, err
	}
	return b, nil
}

// bounded ends with text.ErrBomb if the content unpacks to more than it may, or a run without brackets is too long.
type bounded struct {
	io.Reader
	read, most int64
	run        int
}

func (r *bounded) Read(p []byte) (int, error) {
	n, err := r.Reader.Read(p[:min(len(p), 64<<10)])
	for _, c := range p[:n] {
		if r.run++; c == '<' || c == '>' {
			r.run = 0
		}
		if r.run > longestRun {
			return 0, text.ErrBomb
		}
	}
	if r.read += int64(n); r.read > r.most {
		return 0, text.ErrBomb
	}
	return n, err
}

// walk gives each mark of the content, as long as do returns no error.
func (b *Book) walk(do func(xml.Token) error) (err error) {
	r, err := b.content.Open()
	if err != nil {
		return text.ErrDamaged
	}
	defer func() { err = errors.Join(err, r.Close()) }()
	packed := int64(min(b.content.CompressedSize64, mostUnpacked))
	d := xml.NewDecoder(&bounded{Reader: r, most: min(mostUnpacked, max(freeUnpacked, packed*mostRatio))})
	depth := 0
	for {
		t, err := d.Token()
		var wrong *xml.SyntaxError
		switch {
		case err == io.EOF:
			return nil
		case errors.As(err, &wrong):
			return ErrUnclosed
		case errors.Is(err, text.ErrBomb):
			return text.ErrBomb
		case err != nil:
			return text.ErrDamaged
		}
		switch t.(type) {
		case xml.Directive:
			return text.ErrDamaged // a document type, which no spreadsheet program writes
		case xml.StartElement:
			if depth++; depth > 1000 {
				return text.ErrDamaged
			}
		case xml.EndElement:
			depth--
		}
		if err := do(t); err != nil {
			return err
		}
	}
}

const tableSpace = "urn:oasis:names:tc:opendocument:xmlns:table:1.0"

// isTable returns true if a name is one of tables.
func isTable(n xml.Name) bool { return n.Space == tableSpace || n.Space == "table" }

// attr is an attribute by its name without prefix; empty if there is none.
func attr(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}
