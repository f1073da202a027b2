package requirement

import (
	"regexp"
	"strings"
	"sync"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// This file holds the form in which a posting's words are compared: how a clause is written must not matter.

// Fold is s in lower case without accents, with one kind of apostrophe, quote and dash, and single spaces; marks
// that take no room (soft hyphens, zero width spaces) are gone. Two texts that read alike fold alike.
func Fold(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	space := true
	for _, r := range s {
		if r < 0x80 {
			switch {
			case r >= 'A' && r <= 'Z':
				r += 'a' - 'A'
			case r <= ' ' || r == 0x7f:
				r = ' '
			case r == '`':
				r = '\''
			}
			if r == ' ' && space {
				continue
			}
			space = r == ' '
			b.WriteByte(byte(r))
			continue
		}
		for _, c := range foldRune(r) {
			if c == ' ' && space {
				continue
			}
			space = c == ' '
			b.WriteRune(c)
		}
	}
	return strings.TrimRight(b.String(), " ")
}

// foldRune is the folded form of one rune outside ASCII.
func foldRune(r rune) string {
	switch r {
	case '’', '‘', 'ʼ', '‛', '′', '´':
		return "'"
	case '“', '”', '„', '‟', '«', '»', '″':
		return "\""
	case '–', '—', '‐', '‑', '‒', '―', '−':
		return "-"
	case 'œ', 'Œ':
		return "oe"
	case 'æ', 'Æ':
		return "ae"
	case 'ß':
		return "ss"
	case 'ø', 'Ø':
		return "o"
	case 'ł', 'Ł':
		return "l"
	case 0xad, 0x200b, 0x200c, 0x200d, 0x2060, 0xfeff:
		return ""
	}
	if unicode.IsSpace(r) || r >= 0x2000 && r <= 0x200a || r == 0x202f {
		return " "
	}
	if !unicode.IsLetter(r) && !unicode.IsMark(r) && r < 0xfb00 {
		return string(r)
	}
	var b strings.Builder
	for _, c := range norm.NFKD.String(string(r)) {
		if !unicode.Is(unicode.Mn, c) {
			b.WriteRune(unicode.ToLower(c))
		}
	}
	return b.String()
}

// lazy is a pattern that is compiled when it is first used, so that starting the program costs nothing.
func lazy(pattern string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(pattern) })
}

// first is the position at which a pattern first matches s, or -1.
func first(re *regexp.Regexp, s string) int {
	if loc := re.FindStringIndex(s); loc != nil {
		return loc[0]
	}
	return -1
}
