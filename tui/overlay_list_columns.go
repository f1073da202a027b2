package tui

// This file lays out the entries of the list picker in columns.

import (
	"strings"

	"shortlist/tui/kit"
)

// columns are the widths of the list and of the parts of an entry. A disabled entry has its reason behind its label, in place
// of its description.
type columns struct {
	width, key, label, description int
	detail                         int // lines below the list for the full text of the chosen entry, if some entries are cut
}

// columns works out the widths for a room of so many cells.
func (p *listPicker) columns(t *kit.Text, room int) columns {
	var c columns
	whole := 0
	for _, e := range p.entries {
		c.key = max(c.key, min(t.Width(e.key), 14))
		c.description = max(c.description, t.Width(e.description))
		if e.disabledReason == "" {
			c.label = max(c.label, t.Width(e.label))
		}
		whole = max(whole, t.Width(e.label+reason(e)))
	}
	used := 2
	if c.key > 0 {
		used += c.key + 2
	}
	if c.description > 0 {
		c.label = min(c.label, max(room-used-c.description-2, (room-used)/2))
		cut := c.description > room-used-c.label-2
		c.description = min(c.description, room-used-c.label-2)
		whole = max(whole, c.label+2+c.description)
		if cut {
			c.detail = 2
		}
	}
	if whole > room-used {
		c.detail = 2
	}
	c.width = min(max(used+whole, 54), room)
	if c.description == 0 {
		c.label = c.width - used
	} else {
		c.description = c.width - used - c.label - 2
	}
	return c
}

// reason returns the words for why an entry is disabled, or "".
func reason(e choice) string {
	if e.disabledReason == "" {
		return ""
	}
	return " (not now: " + e.disabledReason + ")"
}

// line draws an entry behind a mark. key styles its key; rest styles its description or the reason why it is disabled.
func (c columns) line(t *kit.Text, mark string, e choice, key, rest func(...string) string) string {
	s := mark
	if c.key > 0 {
		s += key(t.Fit(e.key, c.key)) + "  "
	}
	used := t.Width(s)
	switch {
	case e.disabledReason != "":
		return s + rest(t.Fit(e.label+reason(e), c.width-used))
	case c.description == 0:
		return s + t.Fit(e.label, c.label)
	}
	return s + t.Fit(e.label, c.label) + "  " + rest(t.Fit(e.description, c.description))
}

// details returns the lines below the list, with the full text of the chosen entry if it is cut in the list.
func (p *listPicker) details(a *App, c columns) []string {
	lines := make([]string, 1, c.detail+1)
	if len(p.shown) > 0 {
		e := p.entries[p.shown[p.at]]
		text := e.label + reason(e)
		if e.description != "" {
			text += ": " + e.description
		}
		if !strings.Contains(c.line(a.env.Text, "  ", e, plain, plain), "…") {
			text = "" // the list shows all of it
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
