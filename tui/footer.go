package tui

import (
	"slices"
	"strings"

	"shortlist/tui/kit"
)

// This file draws the last line: the note, or the keys that matter here.

// footer is the note, or the keys that matter here. A note may need more than one line.
func (a *App) footer() []string {
	th := a.env.Theme
	if a.note.text == "" {
		return []string{a.keyLine()}
	}
	style, sign := th.Strong, " "
	if a.note.warn {
		style, sign = th.Warn.Bold(true), " ! "
	}
	lines := a.wrapped(a.note.text, a.width-5, 4)
	for i := range lines {
		lead := strings.Repeat(" ", len(sign))
		if i == 0 {
			lead = sign
		}
		lines[i] = a.env.Text.Fit(style.Render(lead+lines[i]), a.width)
	}
	return lines
}

// keyLine is the keys that work here, the most useful first, as far as there is room.
func (a *App) keyLine() string {
	p := a.pages.top()
	if p == nil || a.opening != "" {
		return a.hints([]kit.Binding{kit.QuitKey}, nil)
	}
	if a.leaving {
		return " Saving, then leaving…"
	}
	keys := p.bindings()
	if p.capturing() { // there letters are text
		own, moving := apart(keys)
		return a.hints(slices.Concat(own, []kit.Binding{kit.Back}, moving), &kit.HelpTyping)
	}
	var more []kit.Binding
	if len(a.pages.stack) > 1 {
		more = append(more, kit.Back)
	}
	if p.main {
		more = append(more, kit.NextTab)
	}
	if a.env.File != nil && a.whyNoUndo() == "" {
		more = append(more, kit.Undo)
	}
	own, moving := apart(keys)
	return a.hints(slices.Concat(own, more, []kit.Binding{kit.Palette, kit.QuitKey}, moving), &kit.Help)
}

// apart parts the keys that only move, which everybody tries anyway, from the others.
func apart(keys []kit.Binding) (own, moving []kit.Binding) {
	plain := []kit.Binding{kit.Up, kit.Down, kit.Left, kit.Right, kit.PageUp, kit.PageDown, kit.First, kit.Last}
	for _, b := range keys {
		if slices.ContainsFunc(plain, func(m kit.Binding) bool { return m.Help() == b.Help() }) {
			moving = append(moving, b)
		} else {
			own = append(own, b)
		}
	}
	return own, moving
}

// hints writes bindings beside each other; last is always there.
func (a *App) hints(keys []kit.Binding, last *kit.Binding) string {
	t, th := a.env.Text, a.env.Theme
	room := a.width - 2
	end := ""
	if last != nil {
		end = th.Key.Render(last.Help().Key) + " " + th.Faint.Render(last.Help().Desc)
		room -= t.Width(end)
	}
	var w strings.Builder
	seen := map[string]bool{}
	for _, b := range keys {
		h := b.Help()
		if b.Why != "" || !b.Enabled() || h.Key == "" || seen[h.Key] {
			continue
		}
		n := t.Width(h.Key) + 1 + t.Width(h.Desc) + 2
		if n > room {
			continue
		}
		seen[h.Key] = true
		room -= n
		w.WriteString(th.Key.Render(h.Key) + " " + th.Faint.Render(h.Desc) + "  ")
	}
	return " " + w.String() + end
}
