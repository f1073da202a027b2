package widget

// This file holds the input field of one line. Editing is left to bubbles. Drawing is not, because bubbles counts characters
// and puts the cursor at the wrong cell in scripts with wide or combining characters.

import (
	"strings"

	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"

	"shortlist/tui/kit"
)

// Input is an input field of one line.
type Input struct {
	// Hint is shown faintly while the field is empty.
	Hint string

	env   *kit.Env
	model textinput.Model
	width int
}

// NewInput returns an empty field that has the focus.
func NewInput(env *kit.Env) *Input {
	m := textinput.New()
	m.Prompt = ""
	m.CharLimit = 4000
	m.KeyMap.Paste.SetEnabled(false) // the terminal sends what is pasted; the clipboard is not read
	m.Focus()
	return &Input{env: env, model: m}
}

// Resize sets the width in cells.
func (i *Input) Resize(width int) { i.width = width }

// Value returns the text.
func (i *Input) Value() string { return i.model.Value() }

// SetValue replaces the text and puts the cursor at its end. Control characters are dropped.
func (i *Input) SetValue(s string) {
	i.model.SetValue(kit.Clean(s))
	i.model.CursorEnd()
}

// Update handles a key press or a paste, in which line breaks become spaces. It returns true if the text changed.
func (i *Input) Update(msg tea.Msg) bool {
	was := i.model.Value()
	if p, ok := msg.(tea.PasteMsg); ok {
		p.Content = kit.Clean(strings.TrimSpace(unixLines(p.Content)))
		msg = p
	}
	i.model, _ = i.model.Update(msg)
	return was != i.model.Value()
}

// unixLines replaces the line ends \r\n and \r by \n. Some terminals paste carriage returns.
func unixLines(s string) string {
	return strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n")
}

// window returns the part of the text that fits the width and holds the cursor, and the cell of the cursor in it.
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

// View draws the field in exactly as many cells as Resize said.
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

// Cursor returns the position of the cursor in the field.
func (i *Input) Cursor() *tea.Cursor {
	_, x := i.window()
	return tea.NewCursor(min(x, max(0, i.width-1)), 0)
}
