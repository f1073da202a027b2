package widget

// This file draws the form: labels at the left, values at the right, and below a value its help and what is wrong with it.

import (
	"strings"

	tea "charm.land/bubbletea/v2"
)

// formBody is the drawn form: its lines, the index of the field that each line belongs to, and the cursor.
type formBody struct {
	lines  []string
	field  []int
	cursor *tea.Cursor
}

func (b *formBody) add(field int, lines ...string) {
	for _, l := range lines {
		b.lines = append(b.lines, l)
		b.field = append(b.field, field)
	}
}

// layout draws all fields that are shown and scrolls to the one with the focus.
func (f *Form) layout() {
	f.body, f.dark = formBody{}, f.env.Theme.Dark
	if f.width < 8 {
		return
	}
	label := 0
	for _, a := range f.fields {
		label = max(label, f.env.Text.Width(a.Label))
	}
	label = min(label, f.width/3)
	room := f.width - markWidth - label - 2
	from, to := 0, 0
	for i, a := range f.fields {
		if !f.isAsked(a) {
			continue
		}
		a.resize(room)
		if i == f.at {
			from = len(f.body.lines)
		}
		f.draw(i, a, label, room)
		if i == f.at {
			to = len(f.body.lines)
		}
	}
	f.top = Reveal(f.top, from, to, f.height, len(f.body.lines))
}

func (f *Form) draw(i int, a *fieldState, label, room int) {
	theme, focus := f.env.Theme, i == f.at
	lead, style := noMark, theme.Faint
	if focus {
		lead, style = mark, theme.Strong
	}
	name := style.Render(lead+f.env.Text.Fit(a.Label, label)) + "  "
	indent := spaces(markWidth + label + 2)
	y := len(f.body.lines)
	for n, l := range f.answer(a, focus, room) {
		if n > 0 {
			name = indent
		}
		f.body.add(i, name+l)
	}
	if focus {
		f.body.cursor = a.cursor()
		if c := f.body.cursor; c != nil {
			c.X += markWidth + label + 2
			c.Y += y
		}
		for _, l := range f.env.Text.Wrap(a.help(), room) {
			if l != "" {
				f.body.add(i, indent+theme.Faint.Render(l))
			}
		}
	}
	if a.wrong != "" {
		for _, l := range f.env.Text.Wrap("✗ "+a.wrong, room) {
			f.body.add(i, indent+theme.Bad.Render(l))
		}
	}
}

// answer draws the value of a field in lines of room cells.
func (f *Form) answer(a *fieldState, focus bool, room int) []string {
	theme := f.env.Theme
	switch {
	case len(a.Options) > 0 && focus:
		return []string{f.env.Text.Cut("◂ "+theme.Selected.Render(a.Options[a.at].Label)+" ▸", room)}
	case len(a.Options) > 0:
		return []string{f.env.Text.Cut(a.Options[a.at].Label, room)}
	case a.area != nil:
		lines := strings.Split(a.area.View(), "\n")
		if !focus {
			return lines
		}
		for i := range lines {
			lines[i] = theme.Strong.Render(lines[i])
		}
		return lines
	case a.value() == "" && !focus:
		return []string{theme.Faint.Render(f.env.Text.Fit("–", room))}
	}
	return []string{a.input.View()}
}

func (a *fieldState) help() string {
	if len(a.Options) > 0 && a.Options[a.at].Description != "" {
		return strings.TrimSpace(a.Description + " " + a.Options[a.at].Description)
	}
	return a.Description
}

func (a *fieldState) cursor() *tea.Cursor {
	switch {
	case a.area != nil:
		return a.area.Cursor()
	case a.input != nil:
		return a.input.Cursor()
	}
	return nil
}
