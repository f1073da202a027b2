package widget

// This file holds the form: fields one below the other. How it is drawn is in form_view.go.

import (
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"shortlist/tui/kit"
)

// The keys of a form. The screen that shows the form lists them in its help.
var (
	NextField = kit.NextTab.As("next field", "Go to the next field.")
	PrevField = kit.PrevTab.As("field before", "Go to the field before.")
)

// Dropped is the act of leaving a form with esc. Chosen is the act of completing it with values that are all right.
const Dropped Act = 3

// Form is a list of fields, one of which has the focus.
type Form struct {
	env           *kit.Env
	fields        []*fieldState
	at            int
	width, height int
	top           int
	body          formBody
	dark          bool // drawn for a dark background
}

// NewForm returns a form with the focus on its first field.
func NewForm(env *kit.Env, fields ...Field) *Form {
	f := &Form{env: env}
	for _, x := range fields {
		f.fields = append(f.fields, newAsked(env, x))
	}
	f.skipUnasked(1)
	return f
}

// Value returns the value of a field without white space around it, or "" if the field is not shown.
func (f *Form) Value(name string) string {
	for _, a := range f.fields {
		if a.Name == name && f.isAsked(a) {
			return a.value()
		}
	}
	return ""
}

// Int returns the value of a field of whole numbers, or 0 if it is empty.
func (f *Form) Int(name string) int {
	n, err := strconv.Atoi(f.Value(name))
	if err != nil {
		return 0
	}
	return n
}

// Focus moves the focus to a field.
func (f *Form) Focus(name string) {
	for i, a := range f.fields {
		if a.Name == name {
			f.at = i
		}
	}
	f.skipUnasked(1)
}

// Wrong moves the focus to a field and shows a sentence below it.
func (f *Form) Wrong(name, sentence string) {
	f.Focus(name)
	f.fields[f.at].wrong = sentence
	f.layout()
}

// Resize sets the size in cells and lines.
func (f *Form) Resize(width, height int) {
	f.width, f.height = width, height
	f.layout()
}

// isAsked returns true if a field is shown, given the values of the others.
func (f *Form) isAsked(a *fieldState) bool {
	return a.When == nil || a.When(func(name string) string {
		for _, x := range f.fields {
			if x.Name == name {
				return x.value()
			}
		}
		return ""
	})
}

// skipUnasked moves the focus in a direction until it is on a field that is shown.
func (f *Form) skipUnasked(by int) {
	for n := 0; n < len(f.fields) && !f.isAsked(f.fields[f.at]); n++ {
		f.at = (f.at + by + len(f.fields)) % len(f.fields)
	}
	f.layout()
}

func (f *Form) move(by int) {
	f.at = (f.at + by + len(f.fields)) % len(f.fields)
	f.skipUnasked(by)
}

// last returns true if no field after the one with the focus is shown.
func (f *Form) last() bool {
	for _, a := range f.fields[f.at+1:] {
		if f.isAsked(a) {
			return false
		}
	}
	return true
}

// Update edits the field with the focus or moves the focus. It returns Chosen if the form is complete and every value is
// right, and Dropped if it was left with esc.
func (f *Form) Update(msg tea.Msg) Act {
	a := f.fields[f.at]
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		if act, ok := f.press(msg, a); ok {
			f.layout()
			return act
		}
	case kit.Click:
		f.click(msg)
		return Moved
	case kit.Wheel:
		return Nothing
	}
	a.update(msg)
	f.layout()
	return Moved
}

// press handles a key that means something to the form. It returns false for a key that is left to the field.
func (f *Form) press(msg tea.KeyPressMsg, a *fieldState) (Act, bool) {
	switch key := msg.String(); {
	case key == "esc":
		return Dropped, true
	case key == "ctrl+s":
		return f.save(), true
	case key == "tab", key == "down" && a.area == nil:
		a.check()
		f.move(1)
	case key == "shift+tab", key == "up" && a.area == nil:
		f.move(-1)
	case key == "enter" && a.area == nil:
		if !a.check() {
			return Moved, true
		}
		if f.last() {
			return f.save(), true
		}
		f.move(1)
	default:
		return Nothing, false
	}
	return Moved, true
}

// save checks every field. It returns Chosen if all are right, else it moves the focus to the first that is wrong.
func (f *Form) save() Act {
	first := -1
	for i, a := range f.fields {
		if f.isAsked(a) && !a.check() && first < 0 {
			first = i
		}
	}
	if first >= 0 {
		f.at = first
		f.layout()
		return Moved
	}
	return Chosen
}

func (f *Form) click(c kit.Click) {
	row := c.Y + f.top
	if c.Y < 0 || row < 0 || row >= len(f.body.field) {
		return
	}
	i := f.body.field[row]
	if i == f.at && len(f.fields[i].Options) > 0 {
		f.fields[i].update(tea.KeyPressMsg{Code: tea.KeyRight}) // a click chooses the next option
	}
	f.at = i
	f.layout()
}

// View draws the fields that are in view.
func (f *Form) View() string {
	if f.width < 8 || f.height < 1 {
		return ""
	}
	if f.dark != f.env.Theme.Dark {
		f.layout()
	}
	return strings.Join(f.body.lines[f.top:min(len(f.body.lines), f.top+f.height)], "\n")
}

// Cursor returns the position of the cursor, or nil if the focus is on a field with options.
func (f *Form) Cursor() *tea.Cursor {
	if f.body.cursor == nil {
		return nil
	}
	c := *f.body.cursor
	c.Y -= f.top
	if c.Y < 0 || c.Y >= f.height {
		return nil
	}
	return &c
}

// Set replaces the value of a field.
func (f *Form) Set(name, value string) {
	for _, a := range f.fields {
		if a.Name == name {
			a.set(value)
		}
	}
	f.layout()
}
