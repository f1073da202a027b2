package pdf

import (
	"compress/zlib"
	"errors"
	"io"
	"math"
	"strings"
	"unicode/utf16"

	"github.com/ledongthuc/pdf"

	"shortlist/model/plaintext"
	"shortlist/store/imports/text"
)

// This file turns the codes that a PDF draws into letters and their widths.

// font is a font of a PDF.
type font struct {
	wide    bool // two bytes a letter
	letters map[int]string
	encoder pdf.TextEncoding // for codes that are not in letters; may be nil
	widths  map[int]float64  // in parts of the size
	missing float64          // the width of other codes; negative if unknown
	bold    bool
	symbols bool // a font of bullets and arrows
	cache   [256]string
}

// glyph is one letter as drawn, or a ligature.
type glyph struct {
	text  string
	width float64 // in parts of the size
	blank bool    // the code 32 of one byte, to which word spacing applies
}

// Bounds on the tables of a font.
const (
	maxLetters = 70_000
	maxTable   = 4 << 20
)

// readFont reads a font of the file.
func readFont(v pdf.Value, c *text.Clock) *font {
	f := &font{letters: map[int]string{}, widths: map[int]float64{}, missing: -1}
	name := strings.ToLower(v.Key("BaseFont").Name())
	f.bold = strings.Contains(name, "bold") || strings.Contains(name, "black") || strings.Contains(name, "heavy")
	f.symbols = strings.Contains(name, "symbol") || strings.Contains(name, "dingbat") || strings.Contains(name, "wingding") || strings.Contains(name, "webding")
	f.wide = v.Key("Subtype").Name() == "Type0"
	if table := v.Key("ToUnicode"); table.Kind() == pdf.Stream {
		f.readLetters(unpack(table, maxTable), c)
	}
	if f.wide {
		f.readWideWidths(v.Key("DescendantFonts").Index(0), c)
		if name := v.Key("Encoding").Name(); strings.Contains(name, "UCS2") || strings.Contains(name, "UTF16") {
			f.encoder = utf16Letters{}
		}
		return f
	}
	f.readWidths(v)
	if enc := v.Key("Encoding"); !f.symbols || enc.Kind() == pdf.Dict {
		// The table of letters was read above; the library reads it only if there is no encoding.
		if enc.Kind() != pdf.Null && enc.Name() != "Identity-H" {
			font := pdf.Font{V: v}
			f.encoder = font.Encoder()
		} else if len(f.letters) == 0 {
			f.encoder = latinLetters{}
		}
	}
	return f
}

// utf16Letters is the encoder of codes that are letters already.
type utf16Letters struct{}

func (utf16Letters) Decode(raw string) string { return decodeBigEndian(raw) }

// latinLetters is the encoder of a font that names no encoding.
type latinLetters struct{}

func (latinLetters) Decode(raw string) string { return plaintext.Decode([]byte(raw)) }

// decodeBigEndian decodes UTF-16 in big endian without a byte order mark.
func decodeBigEndian(s string) string {
	units := make([]uint16, 0, len(s)/2)
	for i := 0; i+1 < len(s); i += 2 {
		units = append(units, uint16(s[i])<<8|uint16(s[i+1]))
	}
	return string(utf16.Decode(units))
}

// readWidths reads the widths of a font of one byte a letter.
func (f *font) readWidths(v pdf.Value) {
	scale := 0.001
	if v.Key("Subtype").Name() == "Type3" {
		if m := v.Key("FontMatrix").Index(0).Float64(); m != 0 {
			scale = math.Abs(m)
		}
	}
	widths, from := v.Key("Widths"), int(v.Key("FirstChar").Int64())
	for i := range min(widths.Len(), 256) {
		f.widths[from+i] = widths.Index(i).Float64() * scale
	}
	if widths.Len() > 0 {
		f.missing = v.Key("FontDescriptor").Key("MissingWidth").Float64() * scale
	}
}

// readWideWidths reads the widths of a font of two bytes a letter: "code [w w w]" or "from to w".
func (f *font) readWideWidths(v pdf.Value, c *text.Clock) {
	f.missing = 1
	if dw := v.Key("DW"); dw.Kind() != pdf.Null {
		f.missing = dw.Float64() / 1000
	}
	w := v.Key("W")
	for i := 0; i < min(w.Len(), maxLetters); {
		c.Check()
		from, next := int(w.Index(i).Int64()), w.Index(i+1)
		if next.Kind() == pdf.Array {
			for j := range min(next.Len(), maxLetters) {
				f.widths[from+j] = next.Index(j).Float64() / 1000
			}
			i += 2
			continue
		}
		to, width := int(next.Int64()), w.Index(i+2).Float64()/1000
		for code := from; code <= min(to, from+0xffff) && len(f.widths) < maxLetters; code++ {
			f.widths[code] = width
		}
		i += 3
	}
}

// readLetters reads the table from codes to letters.
func (f *font) readLetters(data []byte, c *text.Clock) {
	l := &lexer{data: data}
	var args []token
	for len(f.letters) < maxLetters && len(args) < maxList {
		c.Check()
		t, ok := l.next(0)
		if !ok {
			return
		}
		if t.kind != kindOperator {
			args = append(args, t)
			continue
		}
		switch t.text {
		case "endbfchar":
			for i := 0; i+1 < len(args); i += 2 {
				f.letters[codeOf(args[i].text)] = decodeBigEndian(args[i+1].text)
			}
		case "endbfrange":
			for i := 0; i+2 < len(args); i += 3 {
				f.readRange(codeOf(args[i].text), codeOf(args[i+1].text), args[i+2])
			}
		}
		args = args[:0]
	}
}

// readRange reads the letters of the codes between two codes: a list, or the first letter to count on from.
func (f *font) readRange(from, to int, letters token) {
	for code := from; code <= min(to, from+0xffff) && len(f.letters) < maxLetters; code++ {
		n := code - from
		if letters.kind == kindArray {
			if n >= len(letters.list) {
				return
			}
			f.letters[code] = decodeBigEndian(letters.list[n].text)
			continue
		}
		units := []rune(decodeBigEndian(letters.text))
		if len(units) == 0 {
			return
		}
		units[len(units)-1] += rune(n)
		f.letters[code] = string(units)
	}
}

// codeOf is a code of up to four bytes as a number.
func codeOf(s string) int {
	n := 0
	for i := range min(len(s), 4) {
		n = n<<8 | int(s[i])
	}
	return n
}

// glyphs splits a drawn string into its letters.
func (f *font) glyphs(s string) []glyph {
	size := 1
	if f.wide {
		size = 2
	}
	out := make([]glyph, 0, len(s)/size)
	for i := 0; i+size <= len(s); i += size {
		code := codeOf(s[i : i+size])
		width, ok := f.widths[code]
		if !ok {
			width = f.missing
		}
		text := f.letter(code, s[i:i+size])
		if width < 0 {
			width = roughWidth(text)
		}
		out = append(out, glyph{text, width, size == 1 && code == ' '})
	}
	return out
}

// letter is the text that a code stands for; U+FFFD if nothing in the file says.
func (f *font) letter(code int, raw string) string {
	if t, ok := f.letters[code]; ok {
		return t
	}
	switch {
	case f.encoder != nil && f.wide:
		return f.encoder.Decode(raw)
	case f.encoder != nil:
		if f.cache[code] == "" {
			f.cache[code] = f.encoder.Decode(raw)
		}
		return f.cache[code]
	case f.symbols && !f.wide && code > ' ':
		return "•"
	case code == ' ' && !f.wide:
		return " "
	}
	return "\ufffd"
}

// roughWidth estimates the width of a letter in the standard fonts, which every viewer has and no file describes.
func roughWidth(s string) float64 {
	w := 0.0
	for _, r := range s {
		switch {
		case strings.ContainsRune("iljtfI.,;:!|'()[]/ -", r):
			w += 0.3
		case strings.ContainsRune("mwMW@%—", r):
			w += 0.85
		case r >= 'A' && r <= 'Z':
			w += 0.68
		default:
			w += 0.53
		}
	}
	return w
}

// unpack gives the bytes of a stream. It panics with text.ErrBomb if there are more than most, and with another error
// if the stream is damaged: the fence around the reading turns panics into errors.
func unpack(v pdf.Value, most int64) []byte {
	r := v.Reader()
	data, err := io.ReadAll(io.LimitReader(r, most+1))
	err = errors.Join(err, r.Close())
	if int64(len(data)) > most {
		panic(text.ErrBomb)
	}
	// A wrong checksum loses no words. An early end does, and words must not be lost in silence.
	if err != nil && !errors.Is(err, zlib.ErrChecksum) {
		panic(err)
	}
	return data
}
