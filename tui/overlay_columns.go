package tui

import (
	"strings"

	"shortlist/tui/kit"
)

// This file lays out the entries of a list to pick from.

// columns are the widths of the parts of an entry. An entry that cannot be chosen now has its reason behind its words.
type columns struct {
	width, key, words, says int
	detail                  int // lines below the list for the whole of the chosen entry, where some are cut
}

func (p *picker) columns(t *kit.Text, room int) columns {
	var c columns
	whole := 0
	for _, e := range p.entries {
		c.key = max(c.key, min(t.Width(e.key), 14))
		c.says = max(c.says, t.Width(e.says))
		if e.why == "" {
			c.words = max(c.words, t.Width(e.words))
		}
		whole = max(whole, t.Width(e.words+reason(e)))
	}
	used := 2
	if c.key > 0 {
		used += c.key + 2
	}
	if c.says > 0 {
		c.words = min(c.words, max(room-used-c.says-2, (room-used)/2))
		cut := c.says > room-used-c.words-2
		c.says = min(c.says, room-used-c.words-2)
		whole = max(whole, c.words+2+c.says)
		if cut {
			c.detail = 2
		}
	}
	if whole > room-used {
		c.detail = 2
	}
	c.width = min(max(used+whole, 54), room)
	if c.says == 0 {
		c.words = c.width - used
	} else {
		c.says = c.width - used - c.words - 2
	}
	return c
}

// reason is why an entry cannot be chosen now.
func reason(e choice) string {
	if e.why == "" {
		return ""
	}
	return " (not now: " + e.why + ")"
}

// line is an entry; style gives the key and what stands behind the words their looks, and may be nil.
func (c columns) line(t *kit.Text, mark string, e choice, key, rest func(...string) string) string {
	s := mark
	if c.key > 0 {
		s += key(t.Fit(e.key, c.key)) + "  "
	}
	used := t.Width(s)
	switch {
	case e.why != "":
		return s + rest(t.Fit(e.words+reason(e), c.width-used))
	case c.says == 0:
		return s + t.Fit(e.words, c.words)
	}
	return s + t.Fit(e.words, c.words) + "  " + rest(t.Fit(e.says, c.says))
}

// details is the whole of an entry, for one that is cut in the list.
func (p *picker) details(a *App, c columns) []string {
	lines := make([]string, 1, c.detail+1)
	if len(p.shown) > 0 {
		e := p.entries[p.shown[p.at]]
		text := e.words + reason(e)
		if e.says != "" {
			text += ": " + e.says
		}
		if !strings.Contains(c.line(a.env.Text, "  ", e, plain, plain), "…") {
			text = "" // all of it is in the list
		}
		for _, l := range a.wrapped(text, c.width, c.detail) {
			lines = append(lines, a.env.Theme.Faint.Render(l))
		}
	}
	for len(lines) <= c.detail {
		lines = append(lines, "")
	}
	return lines
}
