package imports

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"shortlist/store/imports/text"
)

// This file turns bytes into text: UTF-8 with or without a mark, UTF-16, Windows-1252, and any ends of lines. What
// would play with a screen is dropped.

// isText tells whether data is text in one of the known encodings.
func isText(data []byte) bool {
	head := data[:min(len(data), 64<<10)]
	if _, ok := text.UTF16Order(data); ok {
		return true
	}
	strange, nul := 0, 0
	for _, c := range head {
		switch {
		case c == 0:
			nul++
		case c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f' && c != 0x1b:
			strange++
		}
	}
	return nul*50 <= len(head) && strange*50 <= len(head) && !binaryMagic(head)
}

// binaryMagic recognises files that may pass for text by their first bytes.
func binaryMagic(head []byte) bool {
	for _, m := range []string{"\x89PNG", "\xff\xd8\xff", "GIF8", "\x7fELF", "MZ\x90", "\xd0\xcf\x11\xe0", "{\\rtf", "\x1f\x8b", "Rar!", "7z\xbc\xaf", "SQLite format 3", "OggS", "ID3"} {
		if bytes.HasPrefix(head, []byte(m)) {
			return true
		}
	}
	return false
}

func readText(_ string, data []byte) (string, error) { return cleanText(text.Decode(data)), nil }

// cleanText gives a text one kind of line end and drops what cannot be seen or would command a terminal.
func cleanText(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	for i := 0; i < len(s); {
		c := s[i]
		if c >= ' ' && c < 0x7f || c == '\n' || c == '\t' {
			b.WriteByte(c)
			i++
			continue
		}
		if c == 0x1b {
			i += escapeLength(s[i:])
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		i += n
		switch {
		case r == '\r':
			if !strings.HasPrefix(s[i:], "\n") && !strings.HasPrefix(s[i:], "\r\n") {
				b.WriteByte('\n')
			}
		case r == '\f' || r == 0x2028 || r == 0x2029 || r == 0x85:
			b.WriteByte('\n')
		case unprintable(r):
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// escapeLength is the length of the terminal command that s begins with.
func escapeLength(s string) int {
	if len(s) < 2 {
		return 1
	}
	switch s[1] {
	case '[':
		for i := 2; i < len(s) && i < 64; i++ {
			if s[i] >= 0x40 && s[i] <= 0x7e {
				return i + 1
			}
			if s[i] < 0x20 || s[i] > 0x3f {
				return i
			}
		}
		return 2
	case ']':
		for i := 2; i < len(s) && i < 512; i++ {
			if s[i] == 0x07 {
				return i + 1
			}
			if s[i] == 0x1b {
				return i + 1 + min(1, len(s)-i-1)
			}
			if s[i] == '\n' {
				return i
			}
		}
		return 2
	}
	return 2
}

// unprintable tells whether a rune is a control, plays with the direction of writing, or takes no room.
func unprintable(r rune) bool {
	return unicode.IsControl(r) && r != '\n' && r != '\t' || r >= 0x200b && r <= 0x200f || r >= 0x202a && r <= 0x202e ||
		r >= 0x2060 && r <= 0x206f || r == 0xfeff || r == 0xad || r >= 0xe0000 && r <= 0xe007f || r == 0x061c
}
