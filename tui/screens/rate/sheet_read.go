package rate

// This file reads a filled form back: every problem, then what would change, before anything is taken in.

import (
	"context"
	"fmt"
	"maps"
	"path/filepath"
	"slices"

	"shortlist/model"
	"shortlist/tui/kit"
	"shortlist/tui/screens/part"
	"shortlist/tui/widget"
)

// Keys of the work of reading a form.
const (
	lookSheet = "look at the form"
	takeSheet = "take the form in"
)

// sheetLook is a filled form that was looked at.
type sheetLook struct {
	path    string
	reading model.SheetReading
	over    map[sheetPlace]bool // what is kept, and was ticked to be taken all the same
	table   *widget.Table
}

// sheetPlace tells one thing that a form may change from every other.
type sheetPlace struct {
	candidate model.CandidateID
	label     string
	what      model.SheetColumn
}

func placeOf(d model.SheetDifference) sheetPlace { return sheetPlace{d.Candidate, d.Label, d.What} }

// sheetRead is what reading a form came to.
type sheetRead struct {
	path    string
	reading model.SheetReading
}

// reading reads a form off the screen and compares it with what is stored.
func (s *sheet) reading(key, path string) []kit.Effect {
	file, me := s.env.File, s.env.Me
	over := map[sheetPlace]bool{}
	if key == takeSheet {
		maps.Copy(over, s.look.over)
	}
	return []kit.Effect{kit.Run{Key: key, Label: fmt.Sprintf("Reading %s", kit.Clean(filepath.Base(path))), Work: func(context.Context, func(string)) (any, error) {
		r, err := file.CompareSheet(me, path, func(d model.SheetDifference) bool { return over[placeOf(d)] })
		return sheetRead{path, r}, err
	}}}
}

// read takes over a form that was read.
func (s *sheet) read(d kit.Done) []kit.Effect {
	r, _ := d.Value.(sheetRead)
	s.wait, s.err = "", d.Err
	switch {
	case d.Err != nil:
		if s.look != nil { // it was there a moment ago: say so where a form is chosen
			s.look = nil
			return append(s.choose(), kit.Fail{Err: d.Err})
		}
		return nil
	case d.Key == lookSheet:
		s.show(r)
		return nil
	case d.Key != takeSheet || s.look == nil:
		return nil
	case !s.look.expects(r.reading):
		s.show(r)
		return []kit.Effect{kit.Note{Text: "The form or the ratings changed since you looked: look again, nothing was taken in."}}
	}
	n, kept := len(r.reading.Differences), len(r.reading.Kept)
	s.look, s.last = nil, filepath.Dir(r.path)
	return []kit.Effect{kit.Submit{
		Command: r.reading.Take,
		Note:    fmt.Sprintf("%s of %s taken in, %d kept as they are. ctrl+z takes all of it back.", model.Count(n, "difference", "differences"), kit.Clean(filepath.Base(r.path)), kept),
	}}
}

// show shows what a form would change.
func (s *sheet) show(r sheetRead) {
	l := &sheetLook{path: r.path, reading: r.reading, over: map[sheetPlace]bool{}}
	at := 0
	if old := s.look; old != nil {
		at = old.table.Selected()
		for _, d := range r.reading.Kept {
			if p := placeOf(d); d.Newer && old.over[p] {
				l.over[p] = true
			}
		}
	}
	l.table = widget.NewTable(s.env,
		widget.Column{Title: "", Width: 8},
		widget.Column{Title: "Where", Width: 13},
		widget.Column{Title: "What", Width: 30, Flex: 1},
	)
	l.table.SetRows(len(r.reading.Problems)+len(r.reading.Kept)+len(r.reading.Differences), func(i int, c []widget.Cell) { l.row(s.env.Theme, i, c) })
	s.look, s.pick = l, nil
	s.layout()
	l.table.Select(max(0, at))
}

// line finds what stands in a row: first the problems, then what is kept, then what would be taken in.
func (l *sheetLook) line(i int) (p *model.Problem, d *model.SheetDifference) {
	r := &l.reading
	switch {
	case i < 0:
		return nil, nil
	case i < len(r.Problems):
		return &r.Problems[i], nil
	}
	i -= len(r.Problems)
	switch {
	case i < len(r.Kept):
		return nil, &r.Kept[i]
	case i-len(r.Kept) < len(r.Differences):
		return nil, &r.Differences[i-len(r.Kept)]
	}
	return nil, nil
}

func (l *sheetLook) row(th *kit.Theme, i int, c []widget.Cell) {
	p, d := l.line(i)
	if p != nil {
		c[0] = widget.Cell{Text: "✗ stop", Style: &th.Bad}
		if p.Warning {
			c[0] = widget.Cell{Text: "! note", Style: &th.Warn}
		}
		c[1].Text, c[2].Text = problemPlace(*p), kit.Clean(p.Message)
		if p.Field != "" {
			c[2].Text = kit.Clean(p.Field) + ": " + c[2].Text
		}
		return
	}
	if d == nil {
		return
	}
	switch {
	case l.over[placeOf(*d)]:
		c[0] = widget.Cell{Text: "[x] over", Style: &th.Warn}
	case d.Newer:
		c[0] = widget.Cell{Text: "[ ] kept", Style: &th.Warn}
	case d.Why != "":
		c[0] = widget.Cell{Text: "= kept", Style: &th.Faint}
	default:
		c[0] = widget.Cell{Text: "≠ take", Style: &th.Info}
	}
	c[1].Text = kit.Clean(d.Candidate.String() + " " + d.Label)
	c[2].Text = kit.Clean(differenceWords(*d))
}

// problemPlace says where in the form a problem is, as a spreadsheet program names it.
func problemPlace(p model.Problem) string {
	s := ""
	if p.Line > 0 {
		s = fmt.Sprintf("row %d", p.Line)
	}
	if p.Column > 0 {
		s += " " + model.ColumnLetters(p.Column)
	}
	return s
}

// differenceWords says what changes from what to what.
func differenceWords(d model.SheetDifference) string {
	s := part.FirstNonEmpty(d.Was, "nothing") + " → " + part.FirstNonEmpty(d.Now, "nothing")
	if what := d.What.Head(""); what != "" {
		s = what + ": " + s
	}
	return s
}

func (l *sheetLook) actions(s *sheet) []part.Action {
	_, d := l.line(l.table.Selected())
	tick := s.whyNotTake()
	if tick == "" && len(l.reading.Differences)+len(l.reading.Kept) == 0 {
		tick = "There is nothing to overwrite."
	}
	switch {
	case tick != "" && l.reading.Broken() > 0:
	case d == nil:
		tick = "Choose a line of what is kept."
	case d.Newer:
		tick = ""
	case d.Why != "":
		tick = fmt.Sprintf("This stays as it is: %s.", d.Why)
	default:
		tick = "This is taken in as it is; only what was changed here since is ticked."
	}
	return []part.Action{
		part.On(kit.Enter.As("take in", "Take in what the form says.").Unless(s.whyNotTake()), func() []kit.Effect { return s.take() }),
		part.On(kit.Tick.As("overwrite", "Overwrite what was changed here since the form was written, or keep it.").Unless(tick), func() []kit.Effect { l.toggle(*d); return nil }),
		part.On(kit.TakeKey.As("another form", "Choose another form, or the same one once it is mended."), func() []kit.Effect { s.look = nil; return s.choose() }),
	}
}

func (l *sheetLook) toggle(d model.SheetDifference) {
	if p := placeOf(d); l.over[p] {
		delete(l.over, p)
	} else {
		l.over[p] = true
	}
}

// whyNotTake says why the form cannot be taken in; empty if it can.
func (s *sheet) whyNotTake() string {
	r := s.look.reading
	switch {
	case s.wait != "":
		return "Wait until the form is read."
	case s.whyNotRead() != "":
		return s.whyNotRead()
	case r.Broken() > 0:
		return "Nothing is taken in while there are problems: mend the form, then read it again (m)."
	case len(r.Differences)+len(s.look.over) > 0:
		return ""
	case slices.ContainsFunc(r.Kept, func(d model.SheetDifference) bool { return d.Newer }):
		return "All that differs was changed here since the form was written, and is kept: space ticks what the form is to overwrite."
	case len(r.Kept) > 0:
		return "Nothing of the form can be taken in: each line says why."
	}
	return "Nothing in the form differs from what is here."
}

// take reads the form once more, with what was ticked, and takes it in.
func (s *sheet) take() []kit.Effect {
	s.wait = fmt.Sprintf("Taking in %s …", kit.Clean(filepath.Base(s.look.path)))
	return s.reading(takeSheet, s.look.path)
}

// expects returns true if a second reading says what was shown.
func (l *sheetLook) expects(r model.SheetReading) bool {
	want, kept := slices.Clone(l.reading.Differences), []model.SheetDifference{}
	for _, d := range l.reading.Kept {
		if l.over[placeOf(d)] {
			d.Why, d.Newer = "", false
			want = append(want, d)
		} else {
			kept = append(kept, d)
		}
	}
	return r.Broken() == 0 && sameDifferences(want, r.Differences) && sameDifferences(kept, r.Kept)
}

func sameDifferences(x, y []model.SheetDifference) bool {
	if len(x) != len(y) {
		return false
	}
	have := map[model.SheetDifference]int{}
	for _, d := range x {
		have[d]++
	}
	for _, d := range y {
		if have[d]--; have[d] < 0 {
			return false
		}
	}
	return true
}
