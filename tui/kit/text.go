package kit

import (
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// This file measures, cuts and cleans text for the screen. Names and contents of files are untrusted and may be in any
// script, so nothing else may measure them.

// Text measures text as the terminal draws it. Graphemes is true once the terminal reports that it draws whole grapheme
// clusters (mode 2027); before, every code point is measured by itself.
type Text struct{ Graphemes bool }

// Width returns the number of cells of a line. Styles take none.
func (t *Text) Width(s string) int {
	if t.Graphemes {
		return ansi.StringWidth(s)
	}
	return ansi.StringWidthWc(s)
}

// Cut shortens a line to at most n cells. It ends with … if something was cut.
func (t *Text) Cut(s string, n int) string {
	switch {
	case n <= 0:
		return ""
	case t.Width(s) <= n:
		return s
	case t.Graphemes:
		return ansi.Truncate(s, n, "…")
	}
	return ansi.TruncateWc(s, n, "…")
}

// Fit cuts or fills a line to exactly n cells.
func (t *Text) Fit(s string, n int) string {
	s = t.Cut(s, n)
	if w := t.Width(s); w < n {
		s += strings.Repeat(" ", n-w)
	}
	return s
}

// FitRight is Fit with the text at the right edge.
func (t *Text) FitRight(s string, n int) string {
	s = t.Cut(s, n)
	if w := t.Width(s); w < n {
		s = strings.Repeat(" ", n-w) + s
	}
	return s
}

// Wrap breaks text into lines of at most n cells: at spaces, after hyphens and slashes, and in a word that is too long.
func (t *Text) Wrap(s string, n int) []string {
	var out []string
	for _, line := range strings.Split(s, "\n") {
		out = append(out, t.wrap(strings.TrimRight(line, " "), max(n, 1))...)
	}
	return out
}

func (t *Text) wrap(line string, n int) []string {
	if t.Width(line) <= n {
		return []string{line}
	}
	var out []string
	now, room := "", n
	for _, p := range pieces(line) {
		bare := strings.TrimLeft(p, " ")
		switch w := t.Width(p); {
		case w <= room:
			now, room = now+p, room-w
			continue
		case strings.TrimSpace(now) != "":
			out = append(out, now)
		}
		rows := strings.Split(t.hardwrap(bare, n), "\n")
		out = append(out, rows[:len(rows)-1]...)
		now = rows[len(rows)-1]
		room = n - t.Width(now)
	}
	return append(out, now)
}

func (t *Text) hardwrap(s string, n int) string {
	if t.Graphemes {
		return ansi.Hardwrap(s, n, true)
	}
	return ansi.HardwrapWc(s, n, true)
}

// pieces cuts a line where it may be broken: before spaces, and after hyphens and slashes.
func pieces(line string) []string {
	var out []string
	from := 0
	for i := 1; i < len(line); i++ {
		if line[i] == ' ' && line[i-1] != ' ' || (line[i-1] == '-' || line[i-1] == '/') && line[i] != ' ' {
			out = append(out, line[from:i])
			from = i
		}
	}
	return append(out, line[from:])
}

// Clean makes untrusted text safe for one line of the screen: control characters, escape sequences, bidi overrides and
// invisible characters are dropped, line breaks and tabs become spaces.
func Clean(s string) string { return clean(s, false) }

// CleanLines is Clean that keeps line breaks.
func CleanLines(s string) string { return clean(s, true) }

func clean(s string, lines bool) string {
	ok := true
	for _, r := range s {
		if r < ' ' && !(lines && r == '\n') || r >= 0x7f && hidden(r) {
			ok = false
			break
		}
	}
	if ok {
		return s
	}
	s = ansi.Strip(s)
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' && lines:
			return r
		case r == '\n' || r == '\t' || r == '\r':
			return ' '
		case r < ' ' || r >= 0x7f && hidden(r):
			return -1
		}
		return r
	}, s)
}

// hidden tells whether a character draws nothing or turns the direction of what follows.
func hidden(r rune) bool {
	switch {
	case r >= 0x7f && r <= 0x9f, r == 0xad, r == 0x61c, r == 0xfeff, r == 0x180e, r == 0xfffd:
		return r != 0xfffd
	case r >= 0x200b && r <= 0x200f, r >= 0x2028 && r <= 0x202e, r >= 0x2060 && r <= 0x2069:
		return true
	case r >= 0xe0000 && r <= 0xe007f, r >= 0xfff9 && r <= 0xfffb:
		return true
	}
	return false
}
