package imports

import (
	"archive/zip"
	"cmp"
	"encoding/binary"
	"errors"
	"io"
	"path"
	"strconv"
	"strings"

	"shortlist/store/imports/opc"
	"shortlist/store/imports/text"
)

// This file opens a workbook: its sheets, the texts they share, and which numbers are dates. Nothing in it is ever
// run, followed or unpacked under a name of its own.

const (
	mostParts  = 20_000
	mostSheets = 200
	// mostShared bounds the texts that cells share.
	mostShared = 20_000_000
	// A part may unpack to freeUnpacked without a question, and to so many times its packed size beyond that.
	freeUnpacked = 64 << 20
	mostUnpacked = 8 << 30
	mostRatio    = 250
)

// book is an open workbook.
type book struct {
	archive *zip.Reader
	sheets  []bookSheet
	styles  []numberStyle
	// shared texts: where each begins in texts; the length stands before it.
	shared   []int64
	texts    text.Scratch
	from1904 bool
	macros   bool
}

type bookSheet struct{ name, part string }

// numberStyle is how the number of a cell is meant.
type numberStyle int8

const (
	plainNumber numberStyle = iota
	dayNumber
	monthNumber
	percentNumber
)

var errNoWorkbook = errors.New("holds no workbook")

// openBook reads what all sheets need. errNoWorkbook where the archive is something else.
func openBook(at io.ReaderAt, size int64) (*book, error) {
	archive, err := zip.NewReader(at, size)
	if err != nil {
		return nil, text.ErrDamaged
	}
	if len(archive.File) > mostParts {
		return nil, text.ErrBomb
	}
	b := &book{archive: archive}
	main := cmp.Or(opc.Relations(archive, "")["officeDocument"], "xl/workbook.xml")
	if b.part(main) == nil || !strings.HasSuffix(strings.ToLower(main), ".xml") || !b.isWorkbook(main) {
		return nil, errNoWorkbook
	}
	if err := b.readAll(main); err != nil {
		return nil, errors.Join(err, b.close())
	}
	return b, nil
}

func (b *book) readAll(main string) error {
	if err := b.readSheets(main); err != nil {
		return err
	}
	rel := opc.Relations(b.archive, main)
	b.macros = rel["vbaProject"] != ""
	if name := rel["styles"]; name != "" {
		if err := b.readStyles(name); err != nil {
			return err
		}
	}
	if name := rel["sharedStrings"]; name != "" {
		return b.readShared(name)
	}
	return nil
}

func (b *book) close() error { return b.texts.Close() }

func (b *book) part(name string) *zip.File { return opc.Find(b.archive, name) }

// boundedPart ends a part that unpacks to far more than it is.
type boundedPart struct {
	io.Reader
	read, most int64
}

func (r *boundedPart) Read(p []byte) (int, error) {
	n, err := r.Reader.Read(p)
	if r.read += int64(n); r.read > r.most {
		return 0, text.ErrBomb
	}
	return n, err
}

// walk reads a part from mark to mark until do says that it is enough.
func (b *book) walk(name string, do func(x *xmlScan, mark xmlMark) (more bool, err error)) (err error) {
	f := b.part(name)
	if f == nil {
		return text.ErrDamaged
	}
	r, err := f.Open()
	if err != nil {
		return text.ErrDamaged
	}
	defer func() { err = errors.Join(err, r.Close()) }()
	packed := int64(min(f.CompressedSize64, mostUnpacked))
	x := newXMLScan(&boundedPart{Reader: r, most: min(mostUnpacked, max(freeUnpacked, packed*mostRatio))})
	for {
		mark := x.next()
		if mark == xmlEnd {
			return x.err
		}
		if more, err := do(x, mark); err != nil || !more {
			return err
		}
	}
}

func (b *book) isWorkbook(name string) (yes bool) {
	err := b.walk(name, func(x *xmlScan, mark xmlMark) (bool, error) {
		if mark == xmlOpen {
			yes = x.name == "workbook"
		}
		return mark != xmlOpen, nil
	})
	return yes && err == nil
}

func (b *book) readSheets(main string) error {
	parts := b.sheetParts(main)
	return b.walk(main, func(x *xmlScan, mark xmlMark) (bool, error) {
		if mark != xmlOpen {
			return true, nil
		}
		switch x.name {
		case "workbookPr":
			v := string(x.attr("date1904"))
			b.from1904 = v == "1" || v == "true"
		case "sheet":
			name, _ := text.CleanLine(string(appendXML(nil, x.attr("name"))))
			if part := parts[string(x.attr("id"))]; part != "" && len(b.sheets) < mostSheets {
				b.sheets = append(b.sheets, bookSheet{text.Shortened(name), part})
			}
		}
		return true, nil
	})
}

// sheetParts are the parts of the sheets by the ids of their relations. Relations that lead outside are left out.
func (b *book) sheetParts(main string) map[string]string {
	parts := map[string]string{}
	folder, base := path.Split(main)
	err := b.walk(folder+"_rels/"+base+".rels", func(x *xmlScan, mark xmlMark) (bool, error) {
		if mark == xmlOpen && x.name == "Relationship" && string(x.attr("TargetMode")) != "External" &&
			strings.HasSuffix(string(x.attr("Type")), "/worksheet") {
			target := string(appendXML(nil, x.attr("Target")))
			if !strings.HasPrefix(target, "/") {
				target = path.Join(folder, target)
			}
			parts[string(x.attr("Id"))] = strings.TrimPrefix(target, "/")
		}
		return true, nil
	})
	if err != nil {
		return nil
	}
	return parts
}

func (b *book) readStyles(name string) error {
	formats := map[int]numberStyle{}
	inCells := false
	return b.walk(name, func(x *xmlScan, mark xmlMark) (bool, error) {
		switch {
		case mark == xmlOpen && x.name == "numFmt" && len(formats) < 10_000:
			formats[attrNumber(x.attr("numFmtId"))] = styleOf(string(appendXML(nil, x.attr("formatCode"))))
		case x.name == "cellXfs" && mark != xmlText:
			inCells = mark == xmlOpen
		case mark == xmlOpen && x.name == "xf" && inCells && len(b.styles) < 100_000:
			id := attrNumber(x.attr("numFmtId"))
			style, own := formats[id]
			if !own {
				style = builtinStyle(id)
			}
			b.styles = append(b.styles, style)
		}
		return true, nil
	})
}

func attrNumber(text []byte) int {
	n, err := strconv.Atoi(string(text))
	if err != nil {
		return -1
	}
	return n
}

// builtinStyle is the meaning of the formats that every spreadsheet program knows by number.
func builtinStyle(id int) numberStyle {
	switch {
	case id == 9 || id == 10:
		return percentNumber
	case id == 17 || id == 55:
		return monthNumber
	case id >= 14 && id <= 16, id == 22, id >= 27 && id <= 31, id == 36, id >= 50 && id <= 54, id >= 56 && id <= 58:
		return dayNumber
	}
	return plainNumber
}

// styleOf reads the code of a format: "dd/mm/yyyy" is a day, "mmm yyyy" a month, "0%" a percentage.
func styleOf(code string) numberStyle {
	var bare strings.Builder
	for i := 0; i < len(code); i++ {
		switch code[i] {
		case '"', '[':
			closing := byte('"')
			if code[i] == '[' {
				closing = ']'
			}
			for i++; i < len(code) && code[i] != closing; i++ {
			}
		case '\\', '_', '*':
			i++
		case ';':
			i = len(code)
		default:
			bare.WriteByte(code[i] | 0x20)
		}
	}
	switch s := bare.String(); {
	case strings.Contains(s, "y") && strings.Contains(s, "d"):
		return dayNumber
	case strings.Contains(s, "y") && strings.Contains(s, "m"):
		return monthNumber
	case strings.Contains(s, "d") && strings.Contains(s, "m"):
		return dayNumber
	case strings.ContainsAny(s, "%\x05"):
		return percentNumber
	}
	return plainNumber
}

// readShared keeps the texts that cells share.
func (b *book) readShared(name string) error {
	var words, sized []byte
	skip, inText := 0, false
	return b.walk(name, func(x *xmlScan, mark xmlMark) (bool, error) {
		switch {
		case x.name == "rPh" && mark == xmlOpen: // how a name is spoken, not what it is
			skip++
		case x.name == "rPh" && mark == xmlClose:
			skip--
		case x.name == "t" && mark != xmlText:
			inText = mark == xmlOpen
		case mark == xmlText && inText && skip == 0 && len(words) < longestText:
			words = appendXML(words, x.text)
		case x.name == "si" && mark == xmlClose:
			if len(b.shared) >= mostShared {
				return false, text.ErrBomb
			}
			sized = append(binary.BigEndian.AppendUint32(sized[:0], uint32(len(words))), words...)
			at, err := b.texts.Write(sized)
			if err != nil {
				return false, err
			}
			b.shared, words = append(b.shared, at), words[:0]
		}
		return true, nil
	})
}

// sharedText is the n-th text; ok is false where there is none.
func (b *book) sharedText(n int) (text string, ok bool, err error) {
	if n < 0 || n >= len(b.shared) {
		return "", false, nil
	}
	head, err := b.texts.Read(b.shared[n], 4)
	if err != nil {
		return "", false, err
	}
	size := int(binary.BigEndian.Uint32(head))
	data, err := b.texts.Read(b.shared[n]+4, size)
	return string(data), err == nil, err
}
