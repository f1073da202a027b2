package widget

// This file holds a field of a form: what it asks for, and how its answer is typed or chosen.

import (
	"fmt"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"shortlist/tui/kit"
)

// Field asks for one thing. With Options it is chosen, with Height it is several lines, else one line is typed.
type Field struct {
	Name  string // what the program calls it
	Label string
	// Says is a sentence of help, shown while the field has the focus.
	Says    string
	Value   string
	Options []Option
	Height  int
	// Whole wants a whole number from Least to Most, or nothing where Optional.
	Whole       bool
	Least, Most int
	Optional    bool
	// Check refuses an answer with a sentence.
	Check func(string) string
	// When tells whether the field is asked at all, given the answers so far; nil is always.
	When func(value func(name string) string) bool
}

// Option is one answer of a choice.
type Option struct{ Value, Words, Says string }

// fieldState is a field at work.
type fieldState struct {
	Field
	input *Input
	area  *Area
	at    int // option chosen
	wrong string
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

// set puts an answer in place. An answer that is not among the options is passed over.
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

// update edits the answer; a changed answer is no longer wrong.
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
			if strings.HasPrefix(strings.ToLower(o.Words), strings.ToLower(k.Text)) {
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

// check looks at the answer; what is wrong with it is shown under the field.
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
