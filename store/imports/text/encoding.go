package text

import (
	"bytes"
	"io"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// This file finds the encoding of a text file. A byte order mark decides; without one a file is UTF-8 if it can be, else
// Windows-1252, which nearly every office program of western Europe writes.

// HeadSize is how much of a file is looked at to recognise it, in bytes.
const HeadSize = 64 << 10

// Encoding is how the letters of a file are written.
type Encoding int8

// The encodings that are known.
const (
	UTF8 Encoding = iota
	UTF16LE
	UTF16BE
	Windows1252
)

// EncodingOf finds the encoding of a file by its beginning.
func EncodingOf(head []byte) Encoding {
	switch {
	case bytes.HasPrefix(head, []byte("\xef\xbb\xbf")):
		return UTF8
	case bytes.HasPrefix(head, []byte("\xff\xfe")):
		return UTF16LE
	case bytes.HasPrefix(head, []byte("\xfe\xff")):
		return UTF16BE
	}
	even, odd := 0, 0
	for i, c := range head[:min(len(head), 1024)] {
		if c == 0 && i%2 == 0 {
			even++
		} else if c == 0 {
			odd++
		}
	}
	half := min(len(head), 1024) / 2
	switch {
	case odd > half*7/10 && even < half/10:
		return UTF16LE
	case even > half*7/10 && odd < half/10:
		return UTF16BE
	case validUTF8(head):
		return UTF8
	}
	return Windows1252
}

// validUTF8 returns true if the beginning of a file is UTF-8; its last letter may be cut.
func validUTF8(head []byte) bool {
	for cut := 0; cut < utf8.UTFMax && cut <= len(head); cut++ {
		if utf8.Valid(head[:len(head)-cut]) {
			return cut == 0 || len(head) == HeadSize && !utf8.FullRune(head[len(head)-cut:])
		}
	}
	return false
}

// Reader gives a file in UTF-16 as UTF-8 and any other as it is: Windows-1252 is decoded cell by cell (FromWindows),
// which is faster and lets a file be mixed.
func (e Encoding) Reader(r io.Reader) io.Reader {
	switch e {
	case UTF16LE:
		return transform.NewReader(r, unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder())
	case UTF16BE:
		return transform.NewReader(r, unicode.UTF16(unicode.BigEndian, unicode.UseBOM).NewDecoder())
	}
	return r
}

// Head is the beginning of a file as Reader gives it, without a byte order mark.
func (e Encoding) Head(head []byte) []byte {
	switch e {
	case UTF16LE, UTF16BE:
		text, err := io.ReadAll(e.Reader(bytes.NewReader(head[:len(head)&^1])))
		if err != nil {
			return nil
		}
		return text
	}
	return bytes.TrimPrefix(head, []byte("\xef\xbb\xbf"))
}

// FromWindows decodes Windows-1252.
func FromWindows(s string) string {
	text, err := charmap.Windows1252.NewDecoder().String(s)
	if err != nil {
		return s
	}
	return text
}

// KnownBinary says what a file is that is known by its first bytes and no plain text: "a PDF". Empty if it is not known.
func KnownBinary(head []byte) string {
	for _, k := range []struct{ start, what string }{
		{"%PDF-", "a PDF"},
		{"PK\x03\x04", "an archive or an office document"},
		{"\xd0\xcf\x11\xe0", "an old or password-protected office document"},
		{"\x1f\x8b", "a compressed file"},
		{"7z\xbc\xaf", "a compressed file"},
		{"Rar!", "a compressed file"},
		{"\x89PNG", "a picture"},
		{"\xff\xd8\xff", "a picture"},
		{"GIF8", "a picture"},
		{"\x7fELF", "a program"},
		{"{\\rtf", "a word processor's file"},
	} {
		if bytes.HasPrefix(head, []byte(k.start)) {
			return k.what
		}
	}
	start := bytes.ToLower(bytes.TrimSpace(bytes.TrimPrefix(head[:min(len(head), 512)], []byte("\xef\xbb\xbf"))))
	if bytes.HasPrefix(start, []byte("<!doctype")) || bytes.HasPrefix(start, []byte("<html")) || bytes.HasPrefix(start, []byte("<?xml")) {
		return "a web page or XML"
	}
	return ""
}

// IsBinary returns true if more than one byte in ten is a control character. A stray one is cleaned away later.
func IsBinary(head []byte) bool {
	strange := 0
	for _, c := range head {
		if c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f' && c != '\x1b' {
			strange++
		}
	}
	return strange*10 > len(head)
}
