package widget

// This file tests the pager.

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// samplePager is a pager with a text of 30 lines and three marks.
func samplePager() *Pager {
	p := NewPager(env())
	var lines []string
	for i := range 30 {
		lines = append(lines, fmt.Sprintf("Line %d speaks of harbours and of lighthouses, one after the other.", i+1))
	}
	lines[4] = ""
	lines[9] = "An escape \x1b[31msequence\x1b[0m and a \u202eturn are dropped."
	p.SetText(strings.Join(lines, "\r\n"))
	p.SetMarks([]Mark{
		{From: 3, To: 4, Label: "E1", Style: &p.env.Theme.Mark},
		{From: 8, To: 8, Label: "D1", Style: &p.env.Theme.Info},
		{From: 20, To: 22, Label: "E10", Style: &p.env.Theme.Mark},
	})
	return p
}

// markedLines are the lines at which the marks of samplePager begin, in no order.
var markedLines = []int{20, 3, 8}

func TestPager(t *testing.T) {
	t.Parallel()
	for name, tc := range map[string]struct {
		set  func(*Pager)
		w, h int
		keys []string
	}{
		"marks stand in the margin":       {func(p *Pager) { p.Numbers = true }, 80, 12, nil},
		"long lines wrap under the text":  {func(p *Pager) { p.Numbers, p.Pointer = true, true }, 40, 12, []string{"down", "down"}},
		"a page down":                     {func(p *Pager) { p.Pointer = true }, 40, 8, []string{"pgdown"}},
		"the end":                         {func(p *Pager) { p.Numbers = true }, 80, 8, []string{"G"}},
		"the next marks":                  {func(p *Pager) { p.NextOf(markedLines, 1); p.NextOf(markedLines, 1); p.NextOf(markedLines, 1) }, 80, 8, nil},
		"the mark before":                 {func(p *Pager) { p.Resize(80, 8); p.GoTo(25); p.NextOf(markedLines, -1); p.NextOf(markedLines, -1) }, 80, 8, nil},
		"a selection has a bar":           {func(p *Pager) { p.Pointer = true; p.GoTo(6); p.Begin() }, 60, 8, []string{"j"}},
		"without margin":                  {func(p *Pager) { p.SetMarks(nil) }, 30, 6, nil},
		"too narrow for a margin":         {func(p *Pager) { p.Numbers, p.Pointer = true, true }, 8, 6, nil},
		"nothing to show is nothing":      {func(p *Pager) { p.SetText("") }, 30, 6, []string{"down", "pgdown"}},
		"control characters do not reach": {func(p *Pager) { p.GoTo(10) }, 60, 3, nil},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			p := samplePager()
			p.Resize(tc.w, tc.h)
			tc.set(p)
			p.Resize(tc.w, tc.h)
			for _, k := range tc.keys {
				p.Update(press(k))
			}
			checkSize(t, p.View(), tc.w, tc.h)
			checkGolden(t, p.View())
		})
	}
}

func TestAPagerFindsWordsInSmallOrCapitalLetters(t *testing.T) {
	t.Parallel()
	p := samplePager()
	p.Resize(60, 10)
	if n := p.Search("LINE 2"); n != 11 {
		t.Errorf("%d lines found", n)
	}
	for want := range []int{1, 2, 3} {
		if !p.NextHit(1) {
			t.Fatal("no next hit")
		}
		if i, of := p.Hit(); i != want+1 || of != 11 {
			t.Errorf("hit %d of %d, want %d", i, of, want+1)
		}
	}
	if !strings.Contains(p.View(), p.env.Theme.Selected.Render("Line 2")) {
		t.Error("the words found are not shown")
	}
	if p.Search("nowhere") != 0 || p.NextHit(1) {
		t.Error("found what is not there")
	}
}

func TestASelectionReachesFromItsBeginningToTheCursor(t *testing.T) {
	t.Parallel()
	p := samplePager()
	p.Pointer = true
	p.Resize(60, 10)
	p.GoTo(4)
	p.Begin()
	p.Update(press("up"))
	from, to, text := p.Selection()
	if from != 3 || to != 4 || !strings.HasPrefix(text, "Line 3") || strings.Count(text, "\n") != 1 {
		t.Errorf("selected %d–%d %q", from, to, text)
	}
	p.End()
	if from, to, _ := p.Selection(); from != 3 || to != 3 {
		t.Errorf("the cursor line alone: %d–%d", from, to)
	}
}

func TestAPagerKeepsToItsSize(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(r *rapid.T) {
		p := samplePager()
		p.Numbers, p.Pointer = rapid.Bool().Draw(r, "numbers"), rapid.Bool().Draw(r, "pointer")
		keys := []string{"up", "down", "pgup", "pgdown", "home", "end"}
		for range rapid.IntRange(0, 20).Draw(r, "steps") {
			w, h := rapid.IntRange(0, 90).Draw(r, "width"), rapid.IntRange(0, 20).Draw(r, "height")
			p.Resize(w, h)
			p.Update(press(rapid.SampledFrom(keys).Draw(r, "key")))
			p.NextOf(markedLines, rapid.SampledFrom([]int{-1, 1}).Draw(r, "hop"))
			checkSize(t, p.View(), w, max(h, 1))
		}
	})
}

func BenchmarkPagerView(b *testing.B) {
	p := NewPager(env())
	p.SetText(strings.Repeat("A line about harbours, pilots and the tides that both wait for.\n", 20_000))
	p.Resize(60, 40)
	b.ReportAllocs()
	for b.Loop() {
		p.Update(press("down"))
		_ = p.View()
	}
}
