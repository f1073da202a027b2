package widget

// This file tests the input fields of one line and of several.

import (
	"testing"

	tea "charm.land/bubbletea/v2"
	"pgregory.net/rapid"

	"shortlist/tui/kit"
)

func TestPastedTextHasNoControlCharactersAndLineBreaksOnlyInAnArea(t *testing.T) {
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

func TestTheCursorOfAnInputStaysInsideItInAnyScript(t *testing.T) {
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
