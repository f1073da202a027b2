package widget

// This file holds the form: fields one under the other.

import (
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"shortlist/tui/kit"
)

// The keys of a form. They are given to the help by the screen that shows one.
var (
	NextField = kit.NextTab.As("next field", "Go to the next field.")
	PrevField = kit.PrevTab.As("field before", "Go to the field before.")
)

// Dropped says that a form was left with esc. Chosen says that it was filled in and is right.
const Dropped Act = 3

// Form asks for several things at once.
type Form struct {
	env           *kit.Env
	fields        []*fieldState
	at            int
	width, height int
	top           int
	body          formBody
	dark          bool // the background it was drawn for
}

// NewForm makes a form with the focus on the first field.
func NewForm(env *kit.Env, fields ...Field) *Form {
	f := &Form{env: env}
	for _, x := range fields {
		f.fields = append(f.fields, newAsked(env, x))
	}
	f.skipUnasked(1)
	return f
}

// Value is the answer to a field, trimmed; "" where the field is not asked.
func (f *Form) Value(name string) string {
	for _, a := range f.fields {
		if a.Name == name && f.isAsked(a) {
			return a.value()
		}
	}
	return ""
}

// Int is the answer to a field of whole numbers; 0 where there is none.
func (f *Form) Int(name string) int {
	n, err := strconv.Atoi(f.Value(name))
	if err != nil {
		return 0
	}
	return n
}

// Focus goes to a field.
func (f *Form) Focus(name string) {
	for i, a := range f.fields {
		if a.Name == name {
			f.at = i
		}
	}
	f.skipUnasked(1)
}

// Wrong shows a sentence under a field and goes there.
func (f *Form) Wrong(name, sentence string) {
	f.Focus(name)
	f.fields[f.at].wrong = sentence
	f.layout()
}

// Resize gives the size.
func (f *Form) Resize(width, height int) {
	f.width, f.height = width, height
	f.layout()
}

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

// skipUnasked moves the focus on, in one direction, until it is on a field that is asked.
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

// last tells whether no field after this one is asked.
func (f *Form) last() bool {
	for _, a := range f.fields[f.at+1:] {
		if f.isAsked(a) {
			return false
		}
	}
	return true
}

// Update edits the field with the focus, moves the focus, and tells when the form is done: Chosen where every answer
// is right, Dropped where it was left.
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

// save checks every field and goes to the first that is wrong.
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
		f.fields[i].update(tea.KeyPressMsg{Code: tea.KeyRight}) // a click goes on to the next answer
	}
	f.at = i
	f.layout()
}

// View draws the fields.
func (f *Form) View() string {
	if f.width < 8 || f.height < 1 {
		return ""
	}
	if f.dark != f.env.Theme.Dark {
		f.layout()
	}
	return strings.Join(f.body.lines[f.top:min(len(f.body.lines), f.top+f.height)], "\n")
}

// Cursor is where the cursor stands; nil on a choice.
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

// Set puts an answer in a field.
func (f *Form) Set(name, value string) {
	for _, a := range f.fields {
		if a.Name == name {
			a.set(value)
		}
	}
	f.layout()
}
