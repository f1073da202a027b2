package part

// This file holds the line in which words are typed that the lines of a list must have.

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"shortlist/model/requirement"
	"shortlist/tui/kit"
	"shortlist/tui/widget"
)

// FilterLine is the filter of a list. While it is Open it takes the keys.
type FilterLine struct {
	env   *kit.Env
	Input *widget.Input
	Open  bool
	words []string // folded; a line must have them all
}

// NewFilterLine is a closed filter line; the hint is shown while nothing is typed.
func NewFilterLine(env *kit.Env, hint string) FilterLine {
	f := FilterLine{env: env, Input: widget.NewInput(env)}
	f.Input.Hint = hint
	return f
}

// Resize gives the width of the whole line.
func (f *FilterLine) Resize(width int) { f.Input.Resize(max(1, width-4)) }

// Start opens the line.
func (f *FilterLine) Start() []kit.Effect { f.Open = true; return nil }

// Filters returns true if the list is filtered.
func (f *FilterLine) Filters() bool { return len(f.words) > 0 }

// Shown returns true if the line is in view.
func (f *FilterLine) Shown() bool { return f.Open || f.Filters() }

// Update takes keys while the line is open; changed reports that the words are others now. Keys that move in the list
// are left to it.
func (f *FilterLine) Update(msg tea.Msg) (taken, changed bool) {
	if !f.Open {
		return false, false
	}
	switch k, ok := msg.(tea.KeyPressMsg); {
	case ok && kit.Enter.Match(k):
		f.Open = false
		return true, false
	case ok && (k.Code == tea.KeyUp || k.Code == tea.KeyDown || k.Code == tea.KeyPgUp || k.Code == tea.KeyPgDown):
		return false, false
	case !ok:
		if _, paste := msg.(tea.PasteMsg); !paste {
			return false, false
		}
	}
	if f.Input.Update(msg) {
		f.words = strings.Fields(FoldName(f.Input.Value()))
		return true, true
	}
	return true, false
}

// Close clears the filter; false if there was none.
func (f *FilterLine) Close() bool {
	was := f.Shown()
	f.Open, f.words = false, nil
	f.Input.SetValue("")
	return was
}

// Match returns true if a folded line has the words.
func (f *FilterLine) Match(folded string) bool {
	for _, w := range f.words {
		if !strings.Contains(folded, w) {
			return false
		}
	}
	return true
}

// View draws the line.
func (f *FilterLine) View() string { return f.env.Theme.Key.Render("/") + " " + f.Input.View() }

// Cursor is where the cursor stands, for a line at row y; nil while the line is closed.
func (f *FilterLine) Cursor(y int) *tea.Cursor {
	if !f.Open {
		return nil
	}
	c := f.Input.Cursor()
	c.X, c.Y = c.X+2, y
	return c
}

// letters are those of names that have no accent to drop and are still typed as another letter.
var letters = strings.NewReplacer("ı", "i", "đ", "d", "ð", "d", "ħ", "h", "þ", "th")

// FoldName is a text as it is compared in filters and orders of names.
func FoldName(s string) string { return letters.Replace(requirement.Fold(s)) }

// Set filters by a text, as if it had been typed and kept.
func (f *FilterLine) Set(text string) {
	f.Open = false
	f.Input.SetValue(text)
	f.words = strings.Fields(FoldName(text))
}
