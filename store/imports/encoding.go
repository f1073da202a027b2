package imports

import (
	"bytes"
	"io"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// This file tells how the letters of a text file are written. Byte order marks decide; without one a file is UTF-8
// if it can be, and otherwise Windows-1252, which nearly every office program of western Europe writes.

type textEncoding int8

const (
	utf8Text textEncoding = iota
	utf16LE
	utf16BE
	windows1252
)

// encodingOf looks at the beginning of a file.
func encodingOf(head []byte) textEncoding {
	switch {
	case bytes.HasPrefix(head, []byte("\xef\xbb\xbf")):
		return utf8Text
	case bytes.HasPrefix(head, []byte("\xff\xfe")):
		return utf16LE
	case bytes.HasPrefix(head, []byte("\xfe\xff")):
		return utf16BE
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
		return utf16LE
	case even > half*7/10 && odd < half/10:
		return utf16BE
	case validUTF8(head):
		return utf8Text
	}
	return windows1252
}

// validUTF8 tells whether a beginning is UTF-8; its last letter may be cut.
func validUTF8(head []byte) bool {
	for cut := 0; cut < utf8.UTFMax && cut <= len(head); cut++ {
		if utf8.Valid(head[:len(head)-cut]) {
			return cut == 0 || len(head) == headSize && !utf8.FullRune(head[len(head)-cut:])
		}
	}
	return false
}

// decode gives UTF-16 as UTF-8. Files of one byte a letter are decoded cell by cell, which is faster and lets a file
// be mixed.
func (e textEncoding) decode(r io.Reader) io.Reader {
	switch e {
	case utf16LE:
		return transform.NewReader(r, unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder())
	case utf16BE:
		return transform.NewReader(r, unicode.UTF16(unicode.BigEndian, unicode.UseBOM).NewDecoder())
	}
	return r
}

// decodeHead is the beginning as text, without a byte order mark.
func (e textEncoding) decodeHead(head []byte) []byte {
	switch e {
	case utf16LE, utf16BE:
		text, err := io.ReadAll(e.decode(bytes.NewReader(head[:len(head)&^1])))
		if err != nil {
			return nil
		}
		return text
	}
	return bytes.TrimPrefix(head, []byte("\xef\xbb\xbf"))
}

// fromWindows decodes Windows-1252.
func fromWindows(s string) string {
	text, err := charmap.Windows1252.NewDecoder().String(s)
	if err != nil {
		return s
	}
	return text
}

// knownBinary names a file that is known by its first bytes, or gives "".
func knownBinary(head []byte) string {
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

// isBinary tells text from bytes by the share of control characters; a stray one is cleaned away later.
func isBinary(head []byte) bool {
	strange := 0
	for _, c := range head {
		if c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f' && c != '\x1b' {
			strange++
		}
	}
	return strange*10 > len(head)
}
