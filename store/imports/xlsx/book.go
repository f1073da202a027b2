package xlsx

import (
	"archive/zip"
	"cmp"
	"encoding/binary"
	"errors"
	"io"
	"path"
	"strconv"
	"strings"

	"shortlist/store/imports/grid"
	"shortlist/store/imports/opc"
	"shortlist/store/imports/text"
)

// This file opens a workbook: its sheets, the texts that cells share, and which numbers are dates.

const (
	mostParts = 20_000
	// mostShared is the largest number of texts that cells share.
	mostShared = 20_000_000
	// A part may unpack to freeUnpacked bytes in any case, and to mostRatio times its packed size if that is more.
	freeUnpacked = 64 << 20
	mostUnpacked = 8 << 30
	mostRatio    = 250
)

// Book is an open workbook.
type Book struct {
	archive *zip.Reader
	sheets  []grid.Sheet
	styles  []numberStyle
	// shared is the offset of each shared text in texts; its length is stored before it.
	shared   []int64
	texts    text.Scratch
	from1904 bool
	macros   bool
}

// Sheets are the sheets in the order of the workbook.
func (b *Book) Sheets() []grid.Sheet { return b.sheets }

// Macros returns true if the workbook holds macros.
func (b *Book) Macros() bool { return b.macros }

// numberStyle is what the number of a cell means.
type numberStyle int8

const (
	plainNumber numberStyle = iota
	dayNumber
	monthNumber
	percentNumber
)

// ErrNoWorkbook is returned for an archive that is something else.
var ErrNoWorkbook = errors.New("holds no workbook")

// Open opens a workbook and reads what all its sheets need. ErrNoWorkbook if the archive is something else; ErrHostile,
// text.ErrBomb or text.ErrDamaged if it is hostile or damaged.
func Open(at io.ReaderAt, size int64) (*Book, error) {
	archive, err := zip.NewReader(at, size)
	if err != nil {
		return nil, text.ErrDamaged
	}
	if len(archive.File) > mostParts {
		return nil, text.ErrBomb
	}
	b := &Book{archive: archive}
	main := cmp.Or(opc.Relations(archive, "")["officeDocument"], "xl/workbook.xml")
	if b.part(main) == nil || !strings.HasSuffix(strings.ToLower(main), ".xml") || !b.isWorkbook(main) {
		return nil, ErrNoWorkbook
	}
	if err := b.readAll(main); err != nil {
		return nil, errors.Join(err, b.Close())
	}
	return b, nil
}

// readAll reads the parts beside the sheets.
func (b *Book) readAll(main string) error {
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

// Close deletes the temporary file if there is one.
func (b *Book) Close() error { return b.texts.Close() }

// part is a part of the archive; nil if there is none.
func (b *Book) part(name string) *zip.File { return opc.Find(b.archive, name) }

// boundedPart ends with text.ErrBomb if a part unpacks to more than it may.
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

// walk reads a part mark by mark as long as do returns true.
func (b *Book) walk(name string, do func(x *scan, mark mark) (more bool, err error)) (err error) {
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
	x := newScan(&boundedPart{Reader: r, most: min(mostUnpacked, max(freeUnpacked, packed*mostRatio))})
	for {
		mark := x.next()
		if mark == ends {
			return x.err
		}
		if more, err := do(x, mark); err != nil || !more {
			return err
		}
	}
}

// isWorkbook returns true if the first element of a part is that of a workbook.
func (b *Book) isWorkbook(name string) (yes bool) {
	err := b.walk(name, func(x *scan, mark mark) (bool, error) {
		if mark == opens {
			yes = x.name == "workbook"
		}
		return mark != opens, nil
	})
	return yes && err == nil
}

// readSheets lists the sheets.
func (b *Book) readSheets(main string) error {
	parts := b.sheetParts(main)
	return b.walk(main, func(x *scan, mark mark) (bool, error) {
		if mark != opens {
			return true, nil
		}
		switch x.name {
		case "workbookPr":
			v := string(x.attr("date1904"))
			b.from1904 = v == "1" || v == "true"
		case "sheet":
			name, _ := text.CleanLine(string(appendText(nil, x.attr("name"))))
			if part := parts[string(x.attr("id"))]; part != "" && len(b.sheets) < grid.MostSheets {
				b.sheets = append(b.sheets, grid.Sheet{Name: text.Shortened(name), Part: part})
			}
		}
		return true, nil
	})
}

// sheetParts are the parts of the sheets by the ids of their relations. Relations that lead out of the archive are left
// out.
func (b *Book) sheetParts(main string) map[string]string {
	parts := map[string]string{}
	folder, base := path.Split(main)
	err := b.walk(folder+"_rels/"+base+".rels", func(x *scan, mark mark) (bool, error) {
		if mark == opens && x.name == "Relationship" && string(x.attr("TargetMode")) != "External" &&
			strings.HasSuffix(string(x.attr("Type")), "/worksheet") {
			target := string(appendText(nil, x.attr("Target")))
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

// readStyles reads what the numbers of each cell style mean.
func (b *Book) readStyles(name string) error {
	formats := map[int]numberStyle{}
	inCells := false
	return b.walk(name, func(x *scan, mark mark) (bool, error) {
		switch {
		case mark == opens && x.name == "numFmt" && len(formats) < 10_000:
			formats[attrNumber(x.attr("numFmtId"))] = styleOf(string(appendText(nil, x.attr("formatCode"))))
		case x.name == "cellXfs" && mark != isText:
			inCells = mark == opens
		case mark == opens && x.name == "xf" && inCells && len(b.styles) < 100_000:
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

// attrNumber is an attribute as a whole number; -1 if it is not one.
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

// styleOf is the meaning of the code of a format: "dd/mm/yyyy" is a day, "mmm yyyy" a month, "0%" a percentage.
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
func (b *Book) readShared(name string) error {
	var words, sized []byte
	skip, inText := 0, false
	return b.walk(name, func(x *scan, mark mark) (bool, error) {
		switch {
		case x.name == "rPh" && mark == opens: // how a name is spoken, not what it is
			skip++
		case x.name == "rPh" && mark == closes:
			skip--
		case x.name == "t" && mark != isText:
			inText = mark == opens
		case mark == isText && inText && skip == 0 && len(words) < longestText:
			words = appendText(words, x.text)
		case x.name == "si" && mark == closes:
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

// sharedText is the n-th shared text; ok is false if there is none.
func (b *Book) sharedText(n int) (text string, ok bool, err error) {
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
