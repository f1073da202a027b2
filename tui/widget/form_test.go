package widget

import (
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"pgregory.net/rapid"

	"shortlist/tui/kit"
)

func order() *Form {
	return NewForm(env(),
		Field{Name: "name", Label: "Name", Says: "Who orders.", Check: func(v string) string {
			if v == "" {
				return "An order needs a name."
			}
			return ""
		}},
		Field{Name: "fish", Label: "Fish", Options: []Option{{"cod", "cod", "From the north."}, {"eel", "eel", "From the river."}, {"egg", "egg", "No fish at all."}}},
		Field{Name: "pieces", Label: "Pieces", Value: "2", Whole: true, Least: 1, Most: 9, Says: "How many."},
		Field{Name: "smoked", Label: "Smoked", Value: "yes", When: func(value func(string) string) bool { return value("fish") == "eel" }},
		Field{Name: "note", Label: "Note", Height: 3, Says: "Anything else."},
	)
}

func TestForm(t *testing.T) {
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
			f := order()
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
			f := order()
			f.Resize(tc.w, tc.h)
			for _, k := range tc.keys {
				f.Update(press(k))
			}
			fits(t, f.View(), tc.w, tc.h)
			golden(t, f.View())
		})
	}
}

func TestFormMouse(t *testing.T) {
	t.Parallel()
	f := order()
	f.Resize(50, 12)
	f.Update(kit.Click{X: 10, Y: 2})
	f.Update(kit.Click{X: 10, Y: 1})
	if f.Value("fish") != "eel" {
		t.Errorf("a click goes on to the next answer: %q", f.Value("fish"))
	}
	for _, c := range []kit.Click{{X: 1, Y: -1}, {X: 1, Y: 99}} {
		f.Update(c)
	}
	f.Set("fish", "cod")
	f.Set("name", "set")
	f.Set("fish", "no such fish")
	if f.Value("fish") != "cod" || f.Value("name") != "set" || f.Int("pieces") != 2 || f.Int("name") != 0 {
		t.Error("answers are not those that were set")
	}
}

// What is pasted has no control characters, and line breaks only where there are lines.
func TestPasteIsMadeSafe(t *testing.T) {
	t.Parallel()
	dirty := tea.PasteMsg{Content: "a\rb\r\nc\x1b[31m\u202ed"}
	in := NewInput(env())
	in.Update(dirty)
	if in.Value() != "a b cd" {
		t.Errorf("line %q", in.Value())
	}
	area := NewArea(env())
	area.Resize(20, 4)
	area.Update(dirty)
	if area.Value() != "a\nb\ncd" {
		t.Errorf("text %q", area.Value())
	}
}

// The cursor stands behind what was typed, whatever was typed, and always inside the line.
func TestInputCursor(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(r *rapid.T) {
		in := NewInput(env())
		width := rapid.IntRange(2, 30).Draw(r, "width")
		in.Resize(width)
		text := &kit.Text{}
		s := rapid.StringOfN(rapid.SampledFrom([]rune("ab é山नम")), 0, 40, -1).Draw(r, "text")
		in.Update(tea.PasteMsg{Content: s})
		for range rapid.IntRange(0, 10).Draw(r, "left") {
			in.Update(press("left"))
		}
		c := in.Cursor()
		if c.X < 0 || c.X >= width {
			r.Fatalf("cursor at %d of %d", c.X, width)
		}
		if w := text.Width(in.View()); w != width {
			r.Fatalf("%d cells instead of %d", w, width)
		}
	})
}

func TestBlocks(t *testing.T) {
	t.Parallel()
	list := func() *Blocks {
		b := NewBlocks(env())
		var all []Block
		all = append(all, Block{Lines: []string{"HEADING", ""}, Quiet: true})
		for i := range 12 {
			all = append(all, Block{Lines: []string{fmt.Sprintf("entry %d", i+1), "and its second line"}})
			if i == 5 {
				all = append(all, Block{Lines: []string{"", "ANOTHER"}, Quiet: true})
			}
		}
		b.Set(append(all, Block{Lines: []string{"the end"}, Quiet: true}))
		return b
	}
	for name, tc := range map[string]struct {
		h    int
		keys []string
		want int
	}{
		"the first that can be selected": {10, nil, 1},
		"down":                           {10, []string{"down", "j"}, 3},
		"over a heading":                 {10, manyKeys("j", 6), 8},
		"a page":                         {10, []string{"pgdown"}, 5},
		"two pages and one back":         {10, []string{"pgdown", "pgdown", "pgup"}, 5},
		"the last":                       {10, []string{"G"}, 13},
		"past the last":                  {10, []string{"G", "j", "j"}, 13},
		"the first again":                {10, []string{"G", "g", "k"}, 1},
		"all in view":                    {40, []string{"j"}, 2},
		"one line high":                  {1, []string{"j", "j"}, 3},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			b := list()
			b.Resize(30, tc.h)
			for _, k := range tc.keys {
				b.Update(press(k))
			}
			if b.Selected() != tc.want {
				t.Errorf("entry %d, want %d", b.Selected(), tc.want)
			}
			fits(t, b.View(), 30, tc.h)
			golden(t, b.View())
		})
	}
	b := list()
	b.Resize(30, 10)
	if b.Update(kit.Click{X: 1, Y: 4}) != Moved || b.Selected() != 2 || b.Update(kit.Click{X: 1, Y: 5}) != Chosen || b.Update(kit.Click{X: 1, Y: 0}) != Nothing {
		t.Errorf("clicks: entry %d", b.Selected())
	}
	b.Update(kit.Wheel{By: 1})
	if b.Selected() != 2 || !strings.Contains(b.View(), "lines 4–12 of 29") {
		t.Errorf("the wheel scrolls:\n%s", b.View())
	}
	b.Set(nil)
	if b.Selected() != -1 || b.Update(press("pgdown")) != Nothing || b.View() != "" {
		t.Error("an empty list")
	}
}

func TestMeter(t *testing.T) {
	t.Parallel()
	for want, m := range map[string][3]int{
		"▱▱▱▱▱▱▱▱▱▱ 0/24":      {0, 24, 30},
		"▰▱▱▱▱▱▱▱▱▱ 1/240":     {1, 240, 30},
		"▰▰▰▰▰▰▰▰▰▱ 239/240":   {239, 240, 30},
		"▰▰▰▰▰▰▰▰▰▰ 240/240":   {240, 240, 30},
		"▰▰▱▱ 12/24":           {12, 24, 10},
		"12/24":                {12, 24, 8},
		"0/0":                  {0, 0, 30},
		"▰▰▰▰▰▰▰▰▱▱ 7/8":       {7, 8, 14},
		"▰▰▰▰▰▰▰▰▰▰ 2147/2147": {2147, 2147, 40},
	} {
		if got := Meter(m[0], m[1], m[2]); got != want {
			t.Errorf("%v: %q, want %q", m, got, want)
		}
	}
}
