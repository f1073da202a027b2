package widget

// This file holds cheap styling: a style is rendered once and then written around text as it is.

import (
	"strings"

	"charm.land/lipgloss/v2"

	"shortlist/tui/kit"
)

// ansiStyle is what a style writes before and after text.
type ansiStyle struct{ pre, post string }

// styleCache remembers the styles by address: the addresses are those of the theme's fields. The theme may be changed in
// place for a light or a dark background.
type styleCache struct {
	theme *kit.Theme
	dark  bool
	known map[*lipgloss.Style]ansiStyle
}

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

// fit is kit.Text.Fit with a short way for plain letters.
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

func plain(s string) bool {
	for i := range len(s) {
		if s[i] < ' ' || s[i] > '~' {
			return false
		}
	}
	return true
}

const blank = "                                                                                                    "

func spaces(n int) string {
	if n <= 0 {
		return ""
	}
	if n <= len(blank) {
		return blank[:n]
	}
	return strings.Repeat(" ", n)
}
