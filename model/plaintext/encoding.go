package plaintext

import (
	"bytes"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// This file finds the encoding of a text and decodes it. A byte order mark decides; without one a text is UTF-16 if nearly
// every other byte is zero, UTF-8 if it can be, else Windows-1252, which nearly every office program of western Europe
// writes.

// Encoding is how the letters of a text are written as bytes.
type Encoding int8

// The encodings that are known.
const (
	UTF8 Encoding = iota
	UTF16LE
	UTF16BE
	Windows1252
)

// Mark is the byte order mark of UTF-8.
const Mark = "\xef\xbb\xbf"

// Detect finds the encoding of a text by its beginning. More is true if the text continues behind it, so that its last
// letter may be cut.
func Detect(head []byte, more bool) Encoding {
	switch {
	case bytes.HasPrefix(head, []byte(Mark)):
		return UTF8
	case bytes.HasPrefix(head, []byte("\xff\xfe")):
		return UTF16LE
	case bytes.HasPrefix(head, []byte("\xfe\xff")):
		return UTF16BE
	}
	even, odd := 0, 0
	part := head[:min(len(head), 4096)&^1]
	for i, c := range part {
		if c == 0 && i%2 == 0 {
			even++
		} else if c == 0 {
			odd++
		}
	}
	switch half := len(part) / 2; {
	case odd*10 > half*7 && even*20 < half:
		return UTF16LE
	case even*10 > half*7 && odd*20 < half:
		return UTF16BE
	case validUTF8(head, more):
		return UTF8
	}
	return Windows1252
}

func validUTF8(head []byte, more bool) bool {
	for cut := 0; cut < utf8.UTFMax && cut <= len(head); cut++ {
		if utf8.Valid(head[:len(head)-cut]) {
			return cut == 0 || more && !utf8.FullRune(head[len(head)-cut:])
		}
	}
	return false
}

// Decode is a whole text in the encoding that Detect finds.
func Decode(data []byte) string { return Detect(data, false).Decode(data) }

// Decode is data as text, without a byte order mark. Bytes that are no letter become U+FFFD; half a letter at the end of
// UTF-16 is left out.
func (e Encoding) Decode(data []byte) string {
	switch e {
	case UTF16LE, UTF16BE:
		return decodeUTF16(data, e == UTF16BE)
	case Windows1252:
		return FromWindows(string(data))
	}
	return strings.ToValidUTF8(string(bytes.TrimPrefix(data, []byte(Mark))), string(utf8.RuneError))
}

// FromWindows decodes Windows-1252.
func FromWindows(s string) string {
	text, err := charmap.Windows1252.NewDecoder().String(s)
	if err != nil {
		return strings.ToValidUTF8(s, string(utf8.RuneError))
	}
	return text
}

func decodeUTF16(data []byte, big bool) string {
	low, high := 0, 1
	if big {
		low, high = 1, 0
	}
	units := make([]uint16, 0, len(data)/2)
	for i := 0; i+1 < len(data); i += 2 {
		units = append(units, uint16(data[i+low])|uint16(data[i+high])<<8)
	}
	if len(units) > 0 && units[0] == 0xfeff {
		units = units[1:]
	}
	return string(utf16.Decode(units))
}
