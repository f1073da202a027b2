package tui

// This file holds the overlay in which a text of one or several lines is typed.

import (
	"strings"

	"charm.land/bubbles/v2/textarea"
	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"

	"shortlist/tui/kit"
)

// prompter is a prompt with an input field of one line, line, or of several, area. The other one is nil.
type prompter struct {
	kit.Prompt
	page   *page // whose prompt it is, or nil
	line   *textinput.Model
	area   *textarea.Model
	wrong  string // what is wrong with the text, or ""
	button bool   // the focus is on the button below the field of several lines
	warned bool   // esc was pressed once, and once more drops the text
	secret secret
}

// prompt lets the user type a text.
func (a *App) prompt(p *page, e kit.Prompt) tea.Cmd {
	a.openOverlay(newPrompter(p, e))
	return nil
}

func newPrompter(p *page, e kit.Prompt) *prompter {
	q := &prompter{Prompt: e, page: p}
	if e.Lines > 1 && !e.Hidden {
		q.area = newArea(e.Initial, e.Lines)
	} else {
		q.line = newLine(e.Initial)
	}
	if e.Hidden {
		q.line.EchoMode, q.line.EchoCharacter = textinput.EchoPassword, '•'
	}
	return q
}

// newLine returns an input field of one line that uses the cursor of the terminal.
func newLine(text string) *textinput.Model {
	m := textinput.New()
	m.Prompt = ""
	m.SetVirtualCursor(false)
	m.SetStyles(textinput.Styles{})
	m.KeyMap.Paste.SetEnabled(false) // it would read the clipboard of the machine on which the program runs
	m.SetValue(text)
	m.CursorEnd()
	_ = m.Focus() // its command makes a cursor blink that is not drawn
	return &m
}

// lineCursor returns the position of the cursor in an input field of one line. The field counts characters, the terminal
// counts cells.
func lineCursor(t *kit.Text, m *textinput.Model) *tea.Cursor {
	c := m.Cursor()
	if c == nil {
		c = tea.NewCursor(0, 0)
	}
	value := []rune(m.Value())
	if m.EchoMode == textinput.EchoPassword {
		value = []rune(strings.Repeat(string(m.EchoCharacter), len(value)))
	}
	if t.Width(string(value)) <= m.Width() { // all of it is in view
		c.X = t.Width(string(value[:min(m.Position(), len(value))]))
	}
	return c
}

// newArea returns an input field of several lines that uses the cursor of the terminal.
func newArea(text string, height int) *textarea.Model {
	m := textarea.New()
	m.Prompt, m.ShowLineNumbers, m.CharLimit, m.MaxHeight = "", false, 0, 0
	m.SetVirtualCursor(false)
	m.SetStyles(textarea.Styles{})
	m.KeyMap.Paste.SetEnabled(false)
	m.SetHeight(height)
	m.SetValue(text)
	_ = m.Focus()
	return &m
}

func (q *prompter) value() string {
	switch {
	case q.area != nil:
		return strings.TrimSpace(q.area.Value())
	case q.Hidden:
		return q.line.Value()
	}
	return strings.TrimSpace(q.line.Value())
}

// changed returns true if closing the prompt would lose a text.
func (q *prompter) changed() bool { return !q.Hidden && q.value() != strings.TrimSpace(q.Initial) }

func (q *prompter) key(a *App, o *overlay, k tea.KeyPressMsg) tea.Cmd {
	name := k.String()
	if name != "esc" {
		q.warned = false
	}
	switch {
	case q.secret.busy:
		return nil
	case name == "esc":
		if q.area != nil && q.changed() && !q.warned {
			q.warned = true
			return nil
		}
		a.closeOverlay(o)
		if q.secret.drop != nil {
			return q.secret.drop()
		}
		return nil
	case name == "ctrl+s", name == "enter" && (q.area == nil || q.button):
		return q.accept(a, o)
	case q.area != nil && (name == "tab" || name == "shift+tab"):
		q.button = !q.button
		return nil
	case q.button:
		q.button = name != "up"
		return nil
	}
	q.wrong = ""
	return q.feed(k)
}

func (q *prompter) paste(_ *App, text string) tea.Cmd {
	if q.secret.busy {
		return nil
	}
	if q.area == nil && !q.Hidden {
		text = strings.Join(strings.Fields(text), " ")
	}
	return q.feed(tea.PasteMsg{Content: text})
}

func (q *prompter) feed(msg tea.Msg) tea.Cmd {
	var cmd tea.Cmd
	if q.area != nil {
		*q.area, cmd = q.area.Update(msg)
	} else {
		*q.line, cmd = q.line.Update(msg)
	}
	return cmd
}

// accept checks the text and goes on with it.
func (q *prompter) accept(a *App, o *overlay) tea.Cmd {
	text := q.value()
	if q.Check != nil {
		if q.wrong = q.Check(text); q.wrong != "" {
			if q.Hidden {
				q.line.SetValue("") // hidden digits cannot be corrected one by one
			}
			return nil
		}
	}
	if q.secret.work != nil {
		return q.secret.start(o.id, text)
	}
	a.closeOverlay(o)
	if q.secret.then != nil {
		return q.secret.then([]byte(text))
	}
	if q.Done == nil {
		return nil
	}
	return a.runEffects(q.page, q.Done(text))
}

func (q *prompter) draw(a *App, room size) drawing {
	th := a.env.Theme
	d := drawing{title: q.Title, width: min(room.width, 72), hint: "enter accept · esc drop"}
	d.lines = a.wrapped(q.Text, d.width, min(6, room.height-6))
	if len(d.lines) > 0 {
		d.lines = append(d.lines, "")
	}
	above := len(d.lines)
	if q.area != nil {
		q.fit(d.width, max(min(q.Lines, room.height-above-3), 1))
		d.lines = append(d.lines, strings.Split(q.area.View(), "\n")...)
		d.hint = "ctrl+s save · esc drop"
		d.lines = append(d.lines, "", q.save(th, d.width))
		if !q.button {
			d.cursor = q.area.Cursor()
		}
	} else {
		q.line.SetWidth(d.width - 3)
		d.lines = append(d.lines, th.Mark.Render("› ")+q.line.View())
		d.cursor = lineCursor(a.env.Text, q.line)
		d.cursor.X += 2
	}
	if d.cursor != nil {
		d.cursor.Y += above
	}
	switch {
	case q.secret.busy:
		d.lines = append(d.lines, th.Faint.Render("Checking…"))
	case q.wrong != "":
		for _, l := range a.wrapped(q.wrong, d.width, 3) {
			d.lines = append(d.lines, th.Warn.Render(l))
		}
	case q.warned:
		d.lines = append(d.lines, th.Warn.Render("esc once more drops what you wrote; ctrl+s saves it."))
	}
	return d
}

// fit sets the size of the field of several lines and keeps its cursor in view.
func (q *prompter) fit(width, height int) {
	if q.area.Width() == width && q.area.Height() == height {
		return
	}
	q.area.SetWidth(width)
	q.area.SetHeight(height)
	*q.area, _ = q.area.Update(nil)
}

// save draws the button below the field of several lines.
func (q *prompter) save(th *kit.Theme, width int) string {
	if q.button {
		return th.Selected.Render("▸ Save ") + th.Faint.Render("  enter · ↑ back to the text")
	}
	return "  Save " + th.Faint.Render("  ctrl+s, or tab then enter")
}
