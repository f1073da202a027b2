package widget

// This file holds the line in which text is typed. The editing is that of bubbles; the drawing is our own, so that
// the cursor stands right in any script.

import (
	"strings"

	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"

	"shortlist/tui/kit"
)

// Input is one line of text to type.
type Input struct {
	// Hint is shown faintly while nothing is typed.
	Hint string

	env   *kit.Env
	model textinput.Model
	width int
}

// NewInput makes an empty line.
func NewInput(env *kit.Env) *Input {
	m := textinput.New()
	m.Prompt = ""
	m.CharLimit = 4000
	m.KeyMap.Paste.SetEnabled(false) // the terminal pastes; the clipboard is not read behind its back
	m.Focus()
	return &Input{env: env, model: m}
}

// Resize gives the width.
func (i *Input) Resize(width int) { i.width = width }

// Value is what stands in the line.
func (i *Input) Value() string { return i.model.Value() }

// SetValue puts text in the line and the cursor behind it.
func (i *Input) SetValue(s string) {
	i.model.SetValue(kit.Clean(s))
	i.model.CursorEnd()
}

// Update edits the line and tells whether its text changed. Line breaks in what is pasted become spaces.
func (i *Input) Update(msg tea.Msg) bool {
	was := i.model.Value()
	if p, ok := msg.(tea.PasteMsg); ok {
		p.Content = kit.Clean(strings.TrimSpace(unixLines(p.Content)))
		msg = p
	}
	i.model, _ = i.model.Update(msg)
	return was != i.model.Value()
}

// unixLines gives text with one kind of line end; some terminals paste carriage returns.
func unixLines(s string) string {
	return strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n")
}

// window cuts the text to the width so that the cursor is in it, and says in which cell the cursor stands.
func (i *Input) window() (text string, x int) {
	runes := []rune(i.model.Value())
	at := min(i.model.Position(), len(runes))
	before, after := string(runes[:at]), string(runes[at:])
	room := max(1, i.width-1)
	for i.env.Text.Width(before) > room {
		r := []rune(before)
		before = string(r[1:])
	}
	x = i.env.Text.Width(before)
	for _, r := range after {
		if i.env.Text.Width(before+string(r)) > i.width {
			break
		}
		before += string(r)
	}
	return before, x
}

// View draws the line, as wide as it was told.
func (i *Input) View() string {
	if i.width < 1 {
		return ""
	}
	if i.model.Value() == "" {
		return i.env.Theme.Faint.Render(i.env.Text.Fit(i.Hint, i.width))
	}
	text, _ := i.window()
	return i.env.Text.Fit(text, i.width)
}

// Cursor is where the cursor stands.
func (i *Input) Cursor() *tea.Cursor {
	_, x := i.window()
	return tea.NewCursor(min(x, max(0, i.width-1)), 0)
}
