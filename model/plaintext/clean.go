package plaintext

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// This file removes from a text what cannot be seen.

// Form is the form that the visible part of a text gets. In the zero Form it stays as it is, except that line ends become
// "\n" and private characters the sign for an unreadable one (U+FFFD).
type Form struct {
	// OneLine turns line ends and tabs into spaces.
	OneLine bool
	// PlainSpaces turns special spaces, but for tabs, into plain ones.
	PlainSpaces bool
	// Composed brings letters into normal form (NFC).
	Composed bool
	// KeepPrivate leaves private characters as they are.
	KeepPrivate bool
}

// Clean gives the visible part of s in UTF-8. Hidden is true if something was removed that a reader of s would not have
// seen; soft hyphens are removed in silence. Cleaning twice changes nothing.
func (f Form) Clean(s string) (clean string, hidden bool) {
	at, compose := f.cleanUntil(s)
	if at < len(s) {
		s, hidden = f.rewrite(s, at)
		compose = true
	}
	if compose && f.Composed && !norm.NFC.IsNormalString(s) {
		s = norm.NFC.String(s)
	}
	return s, hidden
}

// cleanUntil is the length of the part of s that is clean already. Compose is true if its letters may have to be composed.
func (f Form) cleanUntil(s string) (at int, compose bool) {
	for at < len(s) {
		c := s[at]
		if c >= ' ' && c < 0x7f || !f.OneLine && (c == '\n' || c == '\t') {
			at++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[at:])
		if r == utf8.RuneError && n == 1 || KindOf(r) != Visible {
			return at, compose
		}
		compose = compose || r >= 0x300
		at += n
	}
	return at, compose
}

// rewrite cleans s from a byte on.
func (f Form) rewrite(s string, at int) (clean string, hidden bool) {
	var b strings.Builder
	b.Grow(len(s))
	b.WriteString(s[:at])
	for at < len(s) {
		if n := commandLength(s[at:]); n > 0 {
			at += n
			hidden = true
			continue
		}
		r, n := utf8.DecodeRuneInString(s[at:])
		at += n
		switch k := KindOf(r); {
		case k == Hidden:
			hidden = true
		case k == SoftHyphen:
		case k == LineEnd && r == '\r' && (strings.HasPrefix(s[at:], "\n") || strings.HasPrefix(s[at:], "\r\n")):
			// Part of a line end that follows.
		case k == LineEnd && f.OneLine, k == Space && f.OneLine && r == '\t', k == Space && f.PlainSpaces && r != '\t':
			b.WriteByte(' ')
		case k == LineEnd:
			b.WriteByte('\n')
		case k == Private && !f.KeepPrivate:
			b.WriteRune(utf8.RuneError)
		default:
			b.WriteRune(r)
		}
	}
	return b.String(), hidden
}

// longestCommand is how far the end of a terminal command that carries a text is searched, in bytes.
const longestCommand = 4096

// commandLength is the length of the terminal command (ECMA-48) that s begins with; 0 if it begins with none. A command
// without an end loses its introducer only: what follows was perhaps meant to be read.
func commandLength(s string) int {
	var kind byte
	n := 0
	switch {
	case strings.HasPrefix(s, "\u009b"):
		kind, n = '[', len("\u009b")
	case s[0] != '\x1b':
		return 0
	case len(s) == 1:
		return 1
	default:
		kind, n = s[1], 2
	}
	switch {
	case kind == '[':
		for n < len(s) && n < longestCommand && s[n] >= 0x20 && s[n] <= 0x3f {
			n++
		}
		if n < len(s) && s[n] >= 0x40 && s[n] <= 0x7e {
			n++
		}
		return n
	case strings.IndexByte("]P_^X", kind) >= 0:
		for i := n; i < len(s) && i < longestCommand; i++ {
			if s[i] == '\a' {
				return i + 1
			}
			if s[i] == '\x1b' && i+1 < len(s) && s[i+1] == '\\' {
				return i + 2
			}
		}
		return n
	case kind >= 0x20 && kind <= 0x2f:
		for n < len(s) && n < longestCommand && s[n] >= 0x20 && s[n] <= 0x2f {
			n++
		}
		if n < len(s) && s[n] >= 0x30 && s[n] <= 0x7e {
			n++
		}
		return n
	case kind >= 0x30 && kind <= 0x7e:
		return n
	}
	return 1
}
