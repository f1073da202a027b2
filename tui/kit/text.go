package kit

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"shortlist/model/plaintext"
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

// Clean makes untrusted text safe for one line of the screen: what cannot be seen or would command the terminal is removed
// (package plaintext), line ends and tabs become spaces.
func Clean(s string) string {
	s, _ = plaintext.Form{OneLine: true}.Clean(s)
	return s
}

// CleanLines is Clean for several lines: line ends become "\n", tabs spaces.
func CleanLines(s string) string {
	s, _ = plaintext.Form{}.Clean(s)
	return strings.ReplaceAll(s, "\t", " ")
}
