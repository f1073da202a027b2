package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// This file makes text from a file safe to keep and to show. Everything from a file is hostile: what moves the
// cursor, turns the reading direction or cannot be seen is taken out here, once, for every format.

// Clean is text without control characters, terminal sequences, characters that turn the reading direction and
// characters of no width; line ends are "\n", every other space is a plain one, and letters are in normal form (NFC).
// Hidden tells that something was taken out that a reader of the file would not have seen. Cleaning twice changes
// nothing.
func Clean(s string) (clean string, hidden bool) {
	at, compose := cleanPrefix(s)
	if at < len(s) {
		s, hidden, compose = scrub(s, at)
	}
	if compose && !norm.NFC.IsNormalString(s) {
		s = norm.NFC.String(s)
	}
	return strings.TrimSpace(s), hidden
}

// CleanLine is Clean for what must stand on one line: line ends, tabs and runs of spaces become one space.
func CleanLine(s string) (clean string, hidden bool) {
	s, hidden = Clean(s)
	gap := false
	for i := range len(s) {
		c := s[i]
		if c == '\n' || c == '\t' || c == ' ' && gap {
			return strings.Join(strings.Fields(s), " "), hidden
		}
		gap = c == ' '
	}
	return s, hidden
}

// fate is what becomes of a character.
type fate int8

const (
	keep  fate = iota
	blank      // becomes a space
	wrap       // becomes a line end
	mark       // becomes the sign for an unreadable character
	drop       // goes, and the reader is told
	fade       // goes without a word: a mark for the printer
)

// cleanPrefix is how far s is clean already, and whether what was seen may need composing.
func cleanPrefix(s string) (at int, compose bool) {
	for at < len(s) {
		if c := s[at]; c < utf8.RuneSelf {
			if (c < ' ' && c != '\n' && c != '\t') || c == 0x7f {
				return at, compose
			}
			at++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[at:])
		if r == utf8.RuneError && n == 1 || fateOf(r) != keep {
			return at, compose
		}
		compose = compose || r >= 0x300
		at += n
	}
	return at, compose
}

// scrub cleans s from a byte on.
func scrub(s string, at int) (clean string, hidden, compose bool) {
	var b strings.Builder
	b.Grow(len(s))
	b.WriteString(s[:at])
	for at < len(s) {
		if s[at] == '\x1b' || strings.HasPrefix(s[at:], "\u009b") {
			at += sequenceLength(s[at:])
			hidden = true
			continue
		}
		r, n := utf8.DecodeRuneInString(s[at:])
		at += n
		switch fateOf(r) {
		case keep:
			b.WriteRune(r)
		case blank:
			b.WriteByte(' ')
		case wrap:
			if r == '\r' && at < len(s) && s[at] == '\n' {
				at++
			}
			b.WriteByte('\n')
		case mark:
			b.WriteRune(utf8.RuneError)
		case drop:
			hidden = true
		case fade:
		}
	}
	return b.String(), hidden, true
}

// longestSequence bounds the search for the end of a terminal sequence that carries a text.
const longestSequence = 4096

// sequenceLength is the length of the terminal sequence that s begins with, the introducer alone where it has no end.
func sequenceLength(s string) int {
	n := 1
	kind := byte('[')
	if s[0] == '\x1b' {
		if len(s) < 2 {
			return 1
		}
		kind, n = s[1], 2
	} else {
		n = len("\u009b")
	}
	switch kind {
	case '[':
		for n < len(s) && n < longestSequence && s[n] >= 0x20 && s[n] <= 0x3f {
			n++
		}
		if n < len(s) && s[n] >= 0x40 && s[n] <= 0x7e {
			n++
		}
		return n
	case ']', 'P', '_', '^', 'X':
		for i := n; i < len(s) && i < longestSequence; i++ {
			if s[i] == '\a' {
				return i + 1
			}
			if s[i] == '\x1b' && i+1 < len(s) && s[i+1] == '\\' {
				return i + 2
			}
		}
		return n
	case '(', ')', '#', '%':
		return min(n+1, len(s))
	}
	return 1
}

// fateOf says what becomes of a character.
func fateOf(r rune) fate {
	switch {
	case r >= 0xc0 && r < 0x300, r >= ' ' && r < 0x7f, r == '\n', r == '\t':
		return keep
	case r == '\r', r == '\v', r == '\f', r == 0x85, r == 0x2028, r == 0x2029:
		return wrap
	case r < 0xa0:
		return drop
	case r == 0xa0, r >= 0x2000 && r <= 0x200a, r == 0x1680, r == 0x202f, r == 0x205f, r == 0x3000:
		return blank
	case r == 0xad:
		return fade
	case r < 0x300:
		return keep
	case r == 0x34f, r == 0x115f, r == 0x1160, r == 0x17b4, r == 0x17b5, r == 0x3164, r == 0xffa0:
		return drop // letters that are drawn as nothing
	case r >= 0xfdd0 && r <= 0xfdef, r&0xfffe == 0xfffe:
		return drop // no characters at all
	case unicode.Is(unicode.Cf, r):
		return drop
	case unicode.Is(unicode.Co, r):
		return mark // private characters look different on every machine
	}
	return keep
}
