package widget

// This file holds a field of a form: what it asks for, and how its value is typed or chosen.

import (
	"fmt"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"shortlist/tui/kit"
)

// Field describes a field of a form. If it has Options, one of them is chosen. If it has a Height, that many lines are
// typed, else one line.
type Field struct {
	// Name identifies the field in the program.
	Name  string
	Label string
	// Description is a sentence of help that is shown while the field has the focus.
	Description string
	Value       string
	Options     []Option
	Height      int
	// Whole accepts only a whole number from Least to Most. If Optional is true, the field may be left empty.
	Whole       bool
	Least, Most int
	Optional    bool
	// Check returns a sentence that says what is wrong with a value, or "" if it is right.
	Check func(string) string
	// When returns true if the field is shown, given the values of the other fields. A nil When shows it always.
	When func(value func(name string) string) bool
}

// Option is one value that can be chosen.
type Option struct{ Value, Label, Description string }

// fieldState is a field with what was typed or chosen in it.
type fieldState struct {
	Field
	input *Input
	area  *Area
	at    int    // index of the chosen option
	wrong string // what is wrong with the value, or ""
}

func newAsked(env *kit.Env, f Field) *fieldState {
	a := &fieldState{Field: f}
	switch {
	case len(f.Options) > 0:
	case f.Height > 0:
		a.area = NewArea(env)
	default:
		a.input = NewInput(env)
	}
	a.set(f.Value)
	return a
}

// set replaces the value. A value that is not among the options is ignored.
func (a *fieldState) set(value string) {
	switch {
	case a.area != nil:
		a.area.SetValue(value)
	case a.input != nil:
		a.input.SetValue(value)
	}
	for i, o := range a.Options {
		if o.Value == value {
			a.at = i
		}
	}
}

func (a *fieldState) value() string {
	switch {
	case len(a.Options) > 0:
		return a.Options[a.at].Value
	case a.area != nil:
		return strings.TrimSpace(a.area.Value())
	}
	return strings.TrimSpace(a.input.Value())
}

func (a *fieldState) resize(width int) {
	switch {
	case a.area != nil:
		a.area.Resize(width, a.Height)
	case a.input != nil:
		a.input.Resize(width)
	}
}

// update handles a message. A changed value is not wrong until it is checked again.
func (a *fieldState) update(msg tea.Msg) {
	changed := false
	switch {
	case len(a.Options) > 0:
		changed = a.choose(msg)
	case a.area != nil:
		changed = a.area.Update(msg)
	default:
		changed = a.input.Update(msg)
	}
	if changed {
		a.wrong = ""
	}
}

// choose handles a key press in a field with options: arrows, space, or the first letter of an option.
func (a *fieldState) choose(msg tea.Msg) bool {
	k, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return false
	}
	n := len(a.Options)
	switch s := k.String(); {
	case s == "left":
		a.at = (a.at + n - 1) % n
	case s == "right", s == "space":
		a.at = (a.at + 1) % n
	case k.Text != "":
		for i := 1; i <= n; i++ {
			o := a.Options[(a.at+i)%n]
			if strings.HasPrefix(strings.ToLower(o.Label), strings.ToLower(k.Text)) {
				a.at = (a.at + i) % n
				return true
			}
		}
		return false
	default:
		return false
	}
	return true
}

// check returns true if the value is right. If it is wrong, the form shows a sentence below the field.
func (a *fieldState) check() bool {
	a.wrong = ""
	v := a.value()
	if a.Whole && !(v == "" && a.Optional) {
		if n, err := strconv.Atoi(v); err != nil || n < a.Least || n > a.Most {
			a.wrong = fmt.Sprintf("Type a whole number from %d to %d.", a.Least, a.Most)
		}
	}
	if a.wrong == "" && a.Check != nil {
		a.wrong = a.Check(v)
	}
	return a.wrong == ""
}
