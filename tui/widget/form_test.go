package widget

// This file tests the form.

import (
	"strings"
	"testing"

	"shortlist/tui/kit"
)

// orderForm is a form with a field of each kind.
func orderForm() *Form {
	return NewForm(env(),
		Field{Name: "name", Label: "Name", Description: "Who orders.", Check: func(v string) string {
			if v == "" {
				return "An order needs a name."
			}
			return ""
		}},
		Field{Name: "fish", Label: "Fish", Options: []Option{{"cod", "cod", "From the north."}, {"eel", "eel", "From the river."}, {"egg", "egg", "No fish at all."}}},
		Field{Name: "pieces", Label: "Pieces", Value: "2", Whole: true, Least: 1, Most: 9, Description: "How many."},
		Field{Name: "smoked", Label: "Smoked", Value: "yes", When: func(value func(string) string) bool { return value("fish") == "eel" }},
		Field{Name: "note", Label: "Note", Height: 3, Description: "Anything else."},
	)
}

func TestAFormIsFilledInByKeys(t *testing.T) {
	t.Parallel()
	for name, tc := range map[string]struct {
		keys []string
		act  Act
		want string // name, fish, pieces, smoked, note
	}{
		"enter goes on":                      {[]string{"A", "enter", "right"}, Moved, "A|eel|2|yes|"},
		"a field without an answer stays":    {[]string{"enter", "B"}, Moved, "B|cod|2||"},
		"tab and shift+tab":                  {[]string{"tab", "tab", "shift+tab", "shift+tab", "x"}, Moved, "x|cod|2||"},
		"tab goes round":                     {[]string{"shift+tab", "n", "tab", "m"}, Moved, "m|cod|2||n"},
		"up and down":                        {[]string{"down", "down", "backspace", "7", "up", "up", "x"}, Moved, "x|cod|7||"},
		"a choice by its letter":             {[]string{"tab", "e"}, Moved, "|eel|2|yes|"},
		"a letter again takes the next":      {[]string{"tab", "e", "e"}, Moved, "|egg|2||"},
		"a choice goes round to the left":    {[]string{"tab", "left"}, Moved, "|egg|2||"},
		"space is a letter in a text":        {[]string{"a", "space", "b"}, Moved, "a b|cod|2||"},
		"enter is a line in a note":          {[]string{"shift+tab", "a", "enter", "b"}, Moved, "|cod|2||a\nb"},
		"a field not asked has no answer":    {[]string{"tab", "right", "tab", "tab", "!", "shift+tab", "shift+tab", "left"}, Moved, "|cod|2||"},
		"ctrl+s saves from anywhere":         {[]string{"A", "ctrl+s"}, Chosen, "A|cod|2||"},
		"ctrl+s with a gap goes to it":       {[]string{"tab", "tab", "ctrl+s", "Z"}, Moved, "Z|cod|2||"},
		"a number out of range is not taken": {[]string{"A", "down", "down", "0", "ctrl+s"}, Moved, "A|cod|20||"},
		"esc drops":                          {[]string{"A", "esc"}, Dropped, "A|cod|2||"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			f := orderForm()
			f.Resize(50, 12)
			act := Nothing
			for _, k := range tc.keys {
				act = f.Update(press(k))
			}
			var got []string
			for _, n := range []string{"name", "fish", "pieces", "smoked", "note"} {
				got = append(got, f.Value(n))
			}
			if s := strings.Join(got, "|"); act != tc.act || s != tc.want {
				t.Errorf("act %d, answers %q; want %d, %q", act, s, tc.act, tc.want)
			}
		})
	}
}

func TestFormView(t *testing.T) {
	t.Parallel()
	for name, tc := range map[string]struct {
		w, h int
		keys []string
	}{
		"at first":                   {50, 12, nil},
		"a choice says what it is":   {50, 12, []string{"tab", "right"}},
		"what is wrong stands below": {50, 12, []string{"enter"}},
		"a note":                     {50, 12, []string{"shift+tab", "a", "enter", "b"}},
		"scrolled to the last field": {40, 5, []string{"shift+tab"}},
		"a narrow one":               {24, 12, nil},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			f := orderForm()
			f.Resize(tc.w, tc.h)
			for _, k := range tc.keys {
				f.Update(press(k))
			}
			checkSize(t, f.View(), tc.w, tc.h)
			checkGolden(t, f.View())
		})
	}
}

func TestAClickMovesTheFocusOrChoosesTheNextOption(t *testing.T) {
	t.Parallel()
	f := orderForm()
	f.Resize(50, 12)
	f.Update(kit.Click{X: 10, Y: 2})
	f.Update(kit.Click{X: 10, Y: 1})
	if f.Value("fish") != "eel" {
		t.Errorf("a click goes on to the next answer: %q", f.Value("fish"))
	}
	for _, c := range []kit.Click{{X: 1, Y: -1}, {X: 1, Y: 99}} {
		f.Update(c)
	}
	if f.Value("fish") != "eel" {
		t.Errorf("a click beside the form changes it: %q", f.Value("fish"))
	}
}

func TestSetReplacesAValueUnlessItIsNoOption(t *testing.T) {
	t.Parallel()
	f := orderForm()
	f.Resize(50, 12)
	f.Set("fish", "cod")
	f.Set("name", "set")
	f.Set("fish", "no such fish")
	if f.Value("fish") != "cod" || f.Value("name") != "set" || f.Int("pieces") != 2 || f.Int("name") != 0 {
		t.Error("answers are not those that were set")
	}
}
