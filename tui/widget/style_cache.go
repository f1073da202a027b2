package widget

// This file makes styling cheap. A style is rendered once; from then on its codes are written before and after the text.

import (
	"strings"

	"charm.land/lipgloss/v2"

	"shortlist/tui/kit"
)

// ansiStyle holds the codes that a style writes before and after text.
type ansiStyle struct{ pre, post string }

// styleCache remembers the codes of the styles it has rendered. They are found by the address of the style, which is that of
// a field of the theme; if the theme changes in place to a light or a dark background, they are rendered anew.
type styleCache struct {
	theme *kit.Theme
	dark  bool
	known map[*lipgloss.Style]ansiStyle
}

// of returns the codes of a style. A nil style has none.
func (p *styleCache) of(theme *kit.Theme, s *lipgloss.Style) ansiStyle {
	if s == nil {
		return ansiStyle{}
	}
	if p.theme != theme || p.dark != theme.Dark || p.known == nil {
		p.theme, p.dark, p.known = theme, theme.Dark, map[*lipgloss.Style]ansiStyle{}
	}
	if x, ok := p.known[s]; ok {
		return x
	}
	pre, post, _ := strings.Cut(s.Render("x"), "x")
	x := ansiStyle{pre, post}
	p.known[s] = x
	return x
}

// fit returns s in exactly n cells, at the right end of them if right is true. It is kit.Text.Fit with a short cut for
// printable ASCII.
func fit(t *kit.Text, s string, n int, right bool) string {
	if n <= 0 {
		return ""
	}
	if plain(s) && len(s) <= n {
		if right {
			return spaces(n-len(s)) + s
		}
		return s + spaces(n-len(s))
	}
	if right {
		return t.FitRight(s, n)
	}
	return t.Fit(s, n)
}

// plain returns true if s is printable ASCII, in which every byte takes one cell.
func plain(s string) bool {
	for i := range len(s) {
		if s[i] < ' ' || s[i] > '~' {
			return false
		}
	}
	return true
}

const blank = "                                                                                                    "

// spaces returns n spaces.
func spaces(n int) string {
	if n <= 0 {
		return ""
	}
	if n <= len(blank) {
		return blank[:n]
	}
	return strings.Repeat(" ", n)
}
