package screens

import (
	"context"
	"fmt"
	"path/filepath"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"shortlist/model"
	"shortlist/tui/kit"
	"shortlist/tui/widget"
)

// This file takes candidates in: choose a file, see what is in it and every problem, then take it in. How it is drawn
// is in import_view.go.

type importing struct {
	env    *kit.Env
	board  *model.Board
	pick   *picker
	path   string
	report *model.IntakeReport // nil while no file was read
	table  *widget.Table       // of the problems
	wait   string
	err    error
	taken  int // candidates taken in, once they are

	width, height int
}

func newImport(env *kit.Env, r kit.Route) kit.Screen {
	s := &importing{env: env, board: model.NewBoard(), pick: newPicker(env, r.Path, ".csv", ".json", ".xlsx")}
	s.table = widget.NewTable(env,
		widget.Column{Title: "", Width: 7},
		widget.Column{Title: "Row", Width: 6, Right: true},
		widget.Column{Title: "Col", Width: 4, Right: true},
		widget.Column{Title: "Field", Width: 16},
		widget.Column{Title: "Problem", Width: 30, Flex: 1},
	)
	return s
}

// Title is that of the page.
func (s *importing) Title() string { return "Import" }

// Refresh lists the first folder once.
func (s *importing) Refresh(b *model.Board) []kit.Effect {
	s.board = b
	if s.pick.loaded {
		return nil
	}
	return s.pick.start()
}

// Resize gives the size.
func (s *importing) Resize(width, height int) {
	s.width, s.height = width, height
	s.layout()
}

func (s *importing) layout() {
	s.pick.resize(s.width, max(1, s.height-len(s.head())))
	s.table.Resize(s.width, max(2, s.height-len(s.summary())-len(s.problem())))
}

// staged is what reading a file came to.
type staged struct {
	arrival model.Arrival
	report  model.IntakeReport
}

// stage reads the file, dry first: then nothing is stored.
func (s *importing) stage(dry bool) []kit.Effect {
	library, file, path, first := s.env.Library, s.env.File, s.path, model.CandidateID(s.board.Candidates+1)
	name := kit.Clean(filepath.Base(path))
	key, label := "check", "Reading "+name
	if !dry {
		key, label = "take", "Taking in "+name
	}
	s.wait, s.err = label+" …", nil
	return []kit.Effect{kit.Run{Key: key, Label: label, Cancel: true, Work: func(ctx context.Context, progress func(string)) (any, error) {
		in, err := library.ReadCandidates(path)
		if err != nil {
			return nil, err
		}
		a, r, err := file.Stage(ctx, first, in, dry, func(n int) { progress(count(n, "candidate read", "candidates read")) })
		return staged{a, r}, err
	}}}
}

func (s *importing) actions() []action {
	if s.report == nil {
		return nil
	}
	return []action{
		{kit.Enter.As("take in", "Take the new candidates in.").Unless(s.whyNotTake()), just(func() []kit.Effect { return s.stage(false) })},
		{kit.ImportK.As("another file", "Choose another file."), just(func() []kit.Effect { s.again(); return nil })},
	}
}

// whyNotTake says why the file cannot be taken in; "" where it can.
func (s *importing) whyNotTake() string {
	switch {
	case s.wait != "":
		return "Wait until the file is read, or esc to stop."
	case s.taken > 0:
		return "These candidates are in already. esc goes back."
	case s.board.Revealed():
		return "The ratings are revealed: no candidate can join any more."
	case s.report.Bad > 0:
		return "Nothing is taken in while there are problems: correct the file, then choose it again (i)."
	case s.report.New == 0:
		return "There is nobody new in this file."
	}
	return whyNotRun(s.env, s.board)
}

// again goes back to the choice of a file.
func (s *importing) again() {
	s.report, s.err, s.wait, s.taken = nil, nil, "", 0
	s.layout()
}

// Update handles keys, mouse and answers.
func (s *importing) Update(msg tea.Msg) []kit.Effect {
	switch msg := msg.(type) {
	case kit.Done:
		return s.done(msg)
	case tea.KeyPressMsg:
		if effects, ok := perform(s.actions(), msg); ok {
			return effects
		}
	}
	if s.report != nil {
		if m, inside := widget.Shift(msg, 0, len(s.summary())); inside {
			s.table.Update(m)
		}
		s.layout()
		return nil
	}
	m, _ := widget.Shift(msg, 0, len(s.head()))
	path, effects := s.pick.update(m)
	if path == "" {
		return effects
	}
	s.path = path
	effects = s.stage(true)
	s.layout()
	return effects
}

func (s *importing) done(d kit.Done) []kit.Effect {
	if s.pick.done(d) {
		return nil
	}
	s.wait = ""
	v, _ := d.Value.(staged)
	switch {
	case d.Err != nil:
		s.err = d.Err
	case d.Key == "check":
		s.show(v.report)
	case v.report.Bad > 0 || v.arrival.Count == 0:
		s.show(v.report) // the file changed since it was looked at
	default:
		s.taken = v.arrival.Count
		s.layout()
		return []kit.Effect{kit.Submit{
			Command: model.AddCandidates{Arrival: v.arrival},
			Note:    count(v.arrival.Count, "candidate", "candidates") + " taken in.",
			Then:    []kit.Effect{kit.Replace{Route: kit.Route{Screen: kit.Candidates}}},
		}}
	}
	s.layout()
	return nil
}

// show shows what a file holds.
func (s *importing) show(r model.IntakeReport) {
	s.report = &r
	s.table.SetRows(len(r.Problems), s.row)
	s.table.Select(0)
}

func (s *importing) row(i int, c []widget.Cell) {
	p := s.report.Problems[i]
	c[0] = widget.Cell{Text: "✗ stop", Style: &s.env.Theme.Bad}
	if p.Warning {
		c[0] = widget.Cell{Text: "! note", Style: &s.env.Theme.Warn}
	}
	if p.Line > 0 {
		c[1].Text = strconv.Itoa(p.Line)
	}
	if p.Column > 0 {
		c[2].Text = strconv.Itoa(p.Column)
	}
	c[3].Text, c[4].Text = kit.Clean(p.Field), kit.Clean(p.Message)
}

// Back goes from the report to the choice of a file.
func (s *importing) Back() ([]kit.Effect, bool) {
	if s.report == nil || s.taken > 0 {
		return nil, false
	}
	s.again()
	return nil, true
}

// Capturing tells whether text is being typed.
func (s *importing) Capturing() bool { return s.report == nil }

// Cursor is that of the choice.
func (s *importing) Cursor() *tea.Cursor {
	if s.report != nil {
		return nil
	}
	c := s.pick.cursor()
	c.Y += len(s.head())
	return c
}

// Keys are those of the page.
func (s *importing) Keys() []kit.Binding {
	if s.report == nil {
		return append(s.pick.keys(), kit.Back)
	}
	return bindings(s.actions(), append([]kit.Binding{kit.Back}, moving()...)...)
}

// figures is what the file holds, in a sentence.
func (s *importing) figures() string {
	r := s.report
	text := fmt.Sprintf("%s in the file: %d new, %d in this vacancy already.", count(r.Read, "candidate", "candidates"), r.New, r.Known)
	if notes := len(r.Problems) - r.Bad; notes > 0 && r.Bad <= len(r.Problems) {
		text += " " + count(notes, "remark.", "remarks.")
	}
	return strings.TrimSpace(text)
}
