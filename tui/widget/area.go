package widget

// This file holds the input field of several lines.

import (
	"strings"

	"charm.land/bubbles/v2/textarea"
	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"

	"shortlist/tui/kit"
)

// Area is an input field of several lines.
type Area struct {
	env           *kit.Env
	model         textarea.Model
	width, height int
}

// NewArea returns an empty field that has the focus.
func NewArea(env *kit.Env) *Area {
	m := textarea.New()
	m.Prompt, m.ShowLineNumbers, m.MaxHeight, m.CharLimit = "", false, 0, 100_000
	m.KeyMap.Paste.SetEnabled(false)
	m.SetVirtualCursor(false)
	plain := textarea.StyleState{Selection: lipgloss.NewStyle().Reverse(true)}
	m.SetStyles(textarea.Styles{Focused: plain, Blurred: plain})
	m.Focus()
	return &Area{env: env, model: m}
}

// Resize sets the size in cells and lines.
func (a *Area) Resize(width, height int) {
	a.width, a.height = width, height
	a.model.SetWidth(max(2, width))
	a.model.SetHeight(max(1, height))
}

// Value returns the text.
func (a *Area) Value() string { return a.model.Value() }

// SetValue replaces the text and puts the cursor at its end. Control characters are dropped.
func (a *Area) SetValue(s string) {
	a.model.SetValue(kit.CleanLines(unixLines(s)))
	a.model.MoveToEnd()
}

// Update handles a key press or a paste. It returns true if the text changed.
func (a *Area) Update(msg tea.Msg) bool {
	was := a.model.Value()
	if p, ok := msg.(tea.PasteMsg); ok {
		p.Content = kit.CleanLines(unixLines(p.Content))
		msg = p
	}
	a.model, _ = a.model.Update(msg)
	return was != a.model.Value()
}

// View draws the text in exactly as many lines as Resize said.
func (a *Area) View() string {
	lines := strings.Split(a.model.View(), "\n")
	out := make([]string, max(1, a.height))
	for i := range out {
		if i < len(lines) {
			out[i] = a.env.Text.Fit(lines[i], a.width)
		} else {
			out[i] = spaces(a.width)
		}
	}
	return strings.Join(out, "\n")
}

// Cursor returns the position of the cursor, from the top left of the field.
func (a *Area) Cursor() *tea.Cursor {
	c := a.model.Cursor()
	if c == nil {
		return nil
	}
	return tea.NewCursor(max(0, min(c.X, a.width-1)), max(0, min(c.Y, a.height-1)))
}
