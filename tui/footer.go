package tui

// This file draws the footer: the note, or the keys that work here.

import (
	"slices"
	"strings"

	"shortlist/tui/kit"
)

// footer returns the lines of the note, or the line of keys.
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

// keyLine returns the line of the keys that work here: the most useful ones first, and as many as fit.
func (a *App) keyLine() string {
	p := a.pages.top()
	if p == nil || a.opening != "" {
		return a.hintLine([]kit.Binding{kit.QuitKey}, nil)
	}
	if a.leaving {
		return " Saving, then leaving…"
	}
	keys := p.bindings()
	if p.capturing() { // letters are text, so the keys of the program do not work
		own, moving := splitMoving(keys)
		return a.hintLine(slices.Concat(own, []kit.Binding{kit.Back}, moving), &kit.HelpTyping)
	}
	var more []kit.Binding
	if len(a.pages.stack) > 1 {
		more = append(more, kit.Back)
	}
	if p.isMain {
		more = append(more, kit.NextTab)
	}
	if a.env.File != nil && a.whyNoUndo() == "" {
		more = append(more, kit.Undo)
	}
	own, moving := splitMoving(keys)
	return a.hintLine(slices.Concat(own, more, []kit.Binding{kit.Palette, kit.QuitKey}, moving), &kit.Help)
}

// splitMoving separates the keys that only move, which users try without being told, from the others.
func splitMoving(keys []kit.Binding) (own, moving []kit.Binding) {
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

// hintLine returns a line of the bindings that fit. last, if it is not nil, stands at its end in any case.
func (a *App) hintLine(keys []kit.Binding, last *kit.Binding) string {
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
