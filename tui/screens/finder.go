package screens

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"shortlist/model/requirement"
	"shortlist/tui/kit"
	"shortlist/tui/widget"
)

// This file holds the line in which words are typed that the lines of a list must have.

// finder is the filter of a list. open tells that it takes the keys.
type finder struct {
	env   *kit.Env
	input *widget.Input
	open  bool
	words []string // folded; a line must have them all
}

func newFinder(env *kit.Env, hint string) finder {
	f := finder{env: env, input: widget.NewInput(env)}
	f.input.Hint = hint
	return f
}

// resize gives the width of the whole line.
func (f *finder) resize(width int) { f.input.Resize(max(1, width-4)) }

// start opens the line.
func (f *finder) start() []kit.Effect { f.open = true; return nil }

// on tells whether the list is filtered.
func (f *finder) on() bool { return len(f.words) > 0 }

// shown tells whether the line is in view.
func (f *finder) shown() bool { return f.open || f.on() }

// update takes keys while the line is open; changed tells that other words stand there. Keys that move in the list
// are left to it.
func (f *finder) update(msg tea.Msg) (taken, changed bool) {
	if !f.open {
		return false, false
	}
	switch k, ok := msg.(tea.KeyPressMsg); {
	case ok && kit.Enter.Match(k):
		f.open = false
		return true, false
	case ok && (k.Code == tea.KeyUp || k.Code == tea.KeyDown || k.Code == tea.KeyPgUp || k.Code == tea.KeyPgDown):
		return false, false
	case !ok:
		if _, paste := msg.(tea.PasteMsg); !paste {
			return false, false
		}
	}
	if f.input.Update(msg) {
		f.words = strings.Fields(foldName(f.input.Value()))
		return true, true
	}
	return true, false
}

// close clears the filter; false where there was none.
func (f *finder) close() bool {
	was := f.shown()
	f.open, f.words = false, nil
	f.input.SetValue("")
	return was
}

// match tells whether a folded line has the words.
func (f *finder) match(folded string) bool {
	for _, w := range f.words {
		if !strings.Contains(folded, w) {
			return false
		}
	}
	return true
}

func (f *finder) view() string { return f.env.Theme.Key.Render("/") + " " + f.input.View() }

// cursor is where the cursor stands, for a line at row y; nil while the line is closed.
func (f *finder) cursor(y int) *tea.Cursor {
	if !f.open {
		return nil
	}
	c := f.input.Cursor()
	c.X, c.Y = c.X+2, y
	return c
}

// letters are those of names that have no accent to drop and are still typed as another letter.
var letters = strings.NewReplacer("ı", "i", "đ", "d", "ð", "d", "ħ", "h", "þ", "th")

// foldName is a text as it is compared in filters and orders of names.
func foldName(s string) string { return letters.Replace(requirement.Fold(s)) }

// set filters by a text, as if it had been typed and kept.
func (f *finder) set(text string) {
	f.open = false
	f.input.SetValue(text)
	f.words = strings.Fields(foldName(text))
}
