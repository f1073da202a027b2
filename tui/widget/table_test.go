package widget

// This file tests the table.

import (
	"fmt"
	"testing"

	"pgregory.net/rapid"

	"shortlist/tui/kit"
)

// peopleTable is a table in which a row is selected.
func peopleTable(n int) *Table {
	t := NewTable(env(), Column{Title: "No", Width: 7, Right: true}, Column{Title: "Name", Width: 10, Flex: 1}, Column{Title: "State", Width: 9})
	t.SetRows(n, func(i int, c []Cell) {
		c[0].Text = fmt.Sprint(i + 1)
		c[1].Text = fmt.Sprintf("Élodie %d 山田", i+1)
		c[2] = Cell{"✓ met", &t.env.Theme.Good}
	})
	return t
}

// gridTable is a table in which a cell is selected.
func gridTable(rows, columns int) *Table {
	cs := []Column{{Title: "No", Width: 5}}
	for i := range columns {
		cs = append(cs, Column{Title: fmt.Sprintf("E%d", i+1), Width: 4})
	}
	t := NewTable(env(), cs...)
	t.Cells, t.Frozen = true, 1
	t.SetRows(rows, func(i int, c []Cell) {
		c[0].Text = fmt.Sprintf("C%03d", i+1)
		for k := range columns {
			c[k+1].Text = fmt.Sprint((i + k) % 5)
		}
	})
	return t
}

func TestTable(t *testing.T) {
	t.Parallel()
	for name, tc := range map[string]struct {
		table *Table
		w, h  int
		keys  []string
	}{
		"empty":                                  {peopleTable(0), 40, 6, []string{"down", "end"}},
		"all rows fit without a position line":   {peopleTable(4), 40, 6, []string{"down"}},
		"a long list tells its position":         {peopleTable(300), 40, 8, []string{"pgdown", "j"}},
		"the end of a long list":                 {peopleTable(300), 40, 8, []string{"G"}},
		"a narrow table moves its columns":       {peopleTable(3), 20, 6, []string{"right"}},
		"a grid keeps the first column in view":  {gridTable(30, 20), 40, 8, []string{"l", "l", "l", "l", "l", "l", "l", "l", "j"}},
		"a grid at its last column":              {gridTable(3, 20), 40, 8, manyKeys("l", 40)},
		"a grid goes back to its first column":   {gridTable(3, 20), 40, 8, append(manyKeys("l", 40), manyKeys("h", 40)...)},
		"a grid that fits shows no columns line": {gridTable(3, 4), 40, 8, []string{"right"}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			tc.table.Resize(tc.w, tc.h)
			for _, k := range tc.keys {
				tc.table.Update(press(k))
			}
			checkSize(t, tc.table.View(), tc.w, tc.h)
			checkGolden(t, tc.table.View())
		})
	}
}

func manyKeys(k string, n int) []string {
	out := make([]string, n)
	for i := range out {
		out[i] = k
	}
	return out
}

func TestAClickSelectsARowAndThenChoosesIt(t *testing.T) {
	t.Parallel()
	table := peopleTable(300)
	table.Resize(40, 10)
	if a := table.Update(kit.Click{X: 3, Y: 4}); a != Moved || table.Selected() != 3 {
		t.Errorf("a click selects the row: act %d, row %d", a, table.Selected())
	}
	if a := table.Update(kit.Click{X: 3, Y: 4}); a != Chosen {
		t.Errorf("a click on the selected row chooses it: act %d", a)
	}
	for _, c := range []kit.Click{{X: 3, Y: 0}, {X: 3, Y: 9}, {X: -1, Y: 3}, {X: 40, Y: 3}} {
		if a := table.Update(c); a != Nothing || table.Selected() != 3 {
			t.Errorf("a click at %v does nothing: act %d, row %d", c, a, table.Selected())
		}
	}
	table.Update(kit.Wheel{By: 1})
	if table.Selected() != 6 {
		t.Errorf("the wheel moves: row %d", table.Selected())
	}
	g := gridTable(9, 20)
	g.Resize(40, 8)
	g.Update(kit.Click{X: 2 + 6 + 5*2, Y: 2})
	if g.Selected() != 1 || g.Column() != 3 {
		t.Errorf("a click selects the cell: row %d column %d", g.Selected(), g.Column())
	}
}

func TestATableKeepsToItsSizeAndItsSelectionInView(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(r *rapid.T) {
		table := peopleTable(rapid.IntRange(0, 50).Draw(r, "rows"))
		if rapid.Bool().Draw(r, "grid") {
			table = gridTable(rapid.IntRange(0, 50).Draw(r, "rows"), rapid.IntRange(0, 30).Draw(r, "columns"))
		}
		keys := []string{"up", "down", "left", "right", "pgup", "pgdown", "home", "end", "x"}
		for range rapid.IntRange(0, 30).Draw(r, "steps") {
			w, h := rapid.IntRange(0, 90).Draw(r, "width"), rapid.IntRange(0, 20).Draw(r, "height")
			table.Resize(w, h)
			table.Update(press(rapid.SampledFrom(keys).Draw(r, "key")))
			view := table.View()
			checkSize(t, view, w, max(h, 1))
			first, n := table.Window()
			if at := table.Selected(); view != "" && n > 0 && (at < first || at >= first+n) {
				r.Fatalf("row %d is out of view %d+%d", at, first, n)
			}
			if table.Cells && view != "" && w > 20 && table.column >= table.Frozen && !table.isShown(table.column) {
				r.Fatalf("column %d is out of view %v", table.column, table.shown)
			}
		}
	})
}

func BenchmarkTableView(b *testing.B) {
	for _, n := range []int{300, 100_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			cs := []Column{{Title: "No", Width: 7}, {Title: "Name", Width: 20, Flex: 1}}
			for i := range 10 {
				cs = append(cs, Column{Title: fmt.Sprintf("E%d", i), Width: 6})
			}
			t := NewTable(env(), cs...)
			t.SetRows(n, func(i int, c []Cell) {
				c[0].Text, c[1].Text = "C00001", "Élodie Vandenberghe"
				for k := range 10 {
					c[k+2] = Cell{"✓", &t.env.Theme.Good}
				}
			})
			t.Resize(120, 40)
			b.ReportAllocs()
			for b.Loop() {
				t.Update(press("down"))
				_ = t.View()
			}
		})
	}
}
