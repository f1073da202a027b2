package widget

// This file holds the field in which several lines are typed.

import (
	"strings"

	"charm.land/bubbles/v2/textarea"
	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"

	"shortlist/tui/kit"
)

// Area is a text of several lines to type.
type Area struct {
	env           *kit.Env
	model         textarea.Model
	width, height int
}

// NewArea makes an empty field.
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

// Resize gives the size.
func (a *Area) Resize(width, height int) {
	a.width, a.height = width, height
	a.model.SetWidth(max(2, width))
	a.model.SetHeight(max(1, height))
}

// Value is the text.
func (a *Area) Value() string { return a.model.Value() }

// SetValue puts a text in place and the cursor behind it.
func (a *Area) SetValue(s string) {
	a.model.SetValue(kit.CleanLines(unixLines(s)))
	a.model.MoveToEnd()
}

// Update edits the text and tells whether it changed.
func (a *Area) Update(msg tea.Msg) bool {
	was := a.model.Value()
	if p, ok := msg.(tea.PasteMsg); ok {
		p.Content = kit.CleanLines(unixLines(p.Content))
		msg = p
	}
	a.model, _ = a.model.Update(msg)
	return was != a.model.Value()
}

// View draws the text, exactly as many lines as it was told.
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

// Cursor is where the cursor stands.
func (a *Area) Cursor() *tea.Cursor {
	c := a.model.Cursor()
	if c == nil {
		return nil
	}
	return tea.NewCursor(max(0, min(c.X, a.width-1)), max(0, min(c.Y, a.height-1)))
}
