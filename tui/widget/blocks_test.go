package widget

// This file tests blocks.

import (
	"fmt"
	"strings"
	"testing"

	"shortlist/tui/kit"
)

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
			checkSize(t, b.View(), 30, tc.h)
			checkGolden(t, b.View())
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
