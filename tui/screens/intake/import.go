package intake

// This file takes candidates in: choose a file, see what is in it and every problem, then take it in. How it is drawn
// is in import_view.go.

import (
	"context"
	"fmt"
	"path/filepath"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"shortlist/model"
	"shortlist/tui/kit"
	"shortlist/tui/screens/part"
	"shortlist/tui/widget"
)

type importing struct {
	env    *kit.Env
	keys   part.Actions
	board  *model.View
	pick   *part.FilePicker
	path   string
	report *model.IntakeReport // nil while no file was read
	table  *widget.Table       // of the problems
	wait   string
	err    error
	taken  int  // candidates taken in or corrected, once they are
	given  bool // the route names the file: it is looked at first of all

	width, height int
}

// givenFile stands in the route before a file that is to be looked at; without it the route names a folder.
const givenFile = "file "

// NewImport is the page that takes candidates in. The path of the route may name their file.
func NewImport(env *kit.Env, r kit.Route) kit.Screen {
	s := &importing{env: env, board: model.EmptyView()}
	folder := r.Path
	if s.path, s.given = strings.CutPrefix(r.Path, givenFile); s.given {
		folder = filepath.Dir(s.path)
	}
	s.pick = part.NewFilePicker(env, folder, env.Library.CandidateFiles().Endings...)
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
func (s *importing) Refresh(b *model.View) []kit.Effect {
	s.board = b
	switch {
	case s.given:
		s.given = false
		return append(s.pick.Start(), s.lookAt(s.path)...)
	case s.pick.Loaded:
		return nil
	}
	return s.pick.Start()
}

// Resize gives the size.
func (s *importing) Resize(width, height int) {
	s.width, s.height = width, height
	s.layout()
}

func (s *importing) layout() {
	s.pick.Resize(s.width, max(1, s.height-len(s.head())))
	s.table.Resize(s.width, max(2, s.height-len(s.summary())-len(s.problem())))
}

// staged is what reading a file came to.
type staged struct {
	arrival model.ImportBatch
	report  model.IntakeReport
}

// lookAt looks at the columns of a file first: what is not known is asked.
func (s *importing) lookAt(path string) []kit.Effect {
	library := s.env.Library
	s.path, s.err, s.wait = path, nil, fmt.Sprintf("Reading %s …", kit.Clean(filepath.Base(path)))
	return []kit.Effect{kit.Run{Key: "columns", Label: "Reading the first rows", Cancel: true, Work: func(context.Context, func(string)) (any, error) {
		return library.Header(path)
	}}}
}

// looked goes on with a file whose columns are known, and asks about those of another; that page comes back here.
func (s *importing) looked(h model.Header) []kit.Effect {
	if h.Known {
		return s.stage(true)
	}
	return []kit.Effect{kit.Replace{Route: kit.Route{Screen: kit.Mapping, Path: s.path}}}
}

// stage reads the file, dry first: then nothing is stored.
func (s *importing) stage(dry bool) []kit.Effect {
	name := kit.Clean(filepath.Base(s.path))
	s.wait, s.err = fmt.Sprintf("Reading %s …", name), nil
	if !dry {
		s.wait = fmt.Sprintf("Taking in %s …", name)
	}
	return s.staging(dry, false)
}

// staging is the work of reading the file; with update known candidates are corrected too.
func (s *importing) staging(dry, update bool) []kit.Effect {
	library, file, path, first := s.env.Library, s.env.File, s.path, model.CandidateID(s.board.Candidates+1)
	key, label := "check", fmt.Sprintf("Reading %s", kit.Clean(filepath.Base(path)))
	if !dry {
		key, label = "take", fmt.Sprintf("Taking in %s", kit.Clean(filepath.Base(path)))
	}
	return []kit.Effect{kit.Run{Key: key, Label: label, Cancel: true, Work: func(ctx context.Context, progress func(string)) (any, error) {
		in, err := library.ReadCandidates(path)
		if err != nil {
			return nil, err
		}
		in.Update = update
		a, r, err := file.Stage(ctx, first, in, dry, func(n int) { progress(model.Count(n, "candidate read", "candidates read")) })
		return staged{a, r}, err
	}}}
}

func (s *importing) actions() []part.Action {
	if s.report == nil {
		return nil
	}
	return []part.Action{
		part.On(kit.Enter.As("take in", "Take the new candidates in.").Unless(s.whyNotTake()), s.take),
		part.On(kit.ExportK.As("save problems", "Write every problem and difference to a CSV file.").Unless(s.whyNotSave()), s.save),
		part.On(kit.ImportK.As("another file", "Choose another file."), func() []kit.Effect { s.again(); return nil }),
	}
}

// take takes the file in. Where it would change candidates who are in already, that is asked first.
func (s *importing) take() []kit.Effect {
	r := s.report
	if r.Changed == 0 {
		return s.stage(false)
	}
	correct := kit.Answer{Words: fmt.Sprintf("Correct %s", model.Count(r.Changed, "file that changed", "files that changed")), Says: "Ratings stay. The differences are in the list.", Effects: s.staging(false, true)}
	answers := []kit.Answer{{Words: "Neither", Says: "Go back to the list of differences."}}
	if r.New > 0 {
		correct.Words = fmt.Sprintf("Take in the new ones and correct %s", model.Count(r.Changed, "file that changed", "files that changed"))
		answers = []kit.Answer{{Words: "Take in the new ones only", Says: "Candidates who are in already stay as they are.", Effects: s.staging(false, false)}}
	}
	text := fmt.Sprintf("%s: the file says something else than this vacancy.", model.Count(r.Changed, "candidate is known already and differs", "candidates are known already and differ"))
	return []kit.Effect{kit.Choose{Title: "What is to be taken over?", Text: text, Answers: append(answers, correct)}}
}

// whyNotSave says why there is nothing to write.
func (s *importing) whyNotSave() string {
	if len(s.report.Problems) == 0 && len(s.report.Differences) == 0 {
		return "There is no problem and no difference to write."
	}
	return ""
}

// save writes the problems to a file.
func (s *importing) save() []kit.Effect {
	library, source, r := s.env.Library, filepath.Base(s.path), *s.report
	return []kit.Effect{kit.Run{Key: "save", Label: "Writing the problems", Work: func(context.Context, func(string)) (any, error) {
		return library.SaveProblems("", source, r)
	}}}
}

// whyNotTake says why the file cannot be taken in; empty if it can.
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
	case s.report.New == 0 && s.report.Changed == 0:
		return "There is nobody new in this file."
	}
	return part.WhyNotRun(s.env, s.board)
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
		if effects, ok := s.keys.Dispatch(msg); ok {
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
	if kit.TakeFolder.Match(msg) {
		return s.lookAt(s.pick.Folder)
	}
	m, _ := widget.Shift(msg, 0, len(s.head()))
	path, effects := s.pick.Update(m)
	if path == "" {
		return effects
	}
	effects = s.lookAt(path)
	s.layout()
	return effects
}

func (s *importing) done(d kit.Done) []kit.Effect {
	if s.pick.Done(d) {
		return nil
	}
	s.wait = ""
	v, _ := d.Value.(staged)
	switch {
	case d.Err != nil:
		s.err = d.Err
	case d.Key == "columns":
		h, _ := d.Value.(model.Header)
		effects := s.looked(h)
		s.layout()
		return effects
	case d.Key == "save":
		path, _ := d.Value.(string)
		return []kit.Effect{kit.Note{Text: fmt.Sprintf("Written: %s", kit.Clean(path))}}
	case d.Key == "check":
		s.show(v.report)
	case v.report.Bad > 0 || v.arrival.Count+len(v.report.Revision.Candidates) == 0:
		s.show(v.report) // the file changed since it was looked at
	default:
		s.taken = v.arrival.Count + len(v.report.Revision.Candidates)
		s.layout()
		return []kit.Effect{kit.Submit{
			Command: model.ImportCandidates{Batch: v.arrival, Revision: v.report.Revision},
			Note:    takenWords(v.arrival.Count, len(v.report.Revision.Candidates)),
			Then:    []kit.Effect{kit.Replace{Route: kit.Route{Screen: kit.Candidates}}},
		}}
	}
	s.layout()
	return nil
}

// takenWords says what came of an import.
func takenWords(fresh, corrected int) string {
	switch {
	case corrected == 0:
		return fmt.Sprintf("%s taken in.", model.Count(fresh, "candidate", "candidates"))
	case fresh == 0:
		return fmt.Sprintf("%s corrected.", model.Count(corrected, "file", "files"))
	}
	return fmt.Sprintf("%s taken in, %s corrected.", model.Count(fresh, "candidate", "candidates"), model.Count(corrected, "file", "files"))
}

// show shows what a file holds.
func (s *importing) show(r model.IntakeReport) {
	s.report = &r
	s.table.SetRows(len(r.Problems)+len(r.Differences), s.row)
	s.table.Select(0)
}

func (s *importing) row(i int, c []widget.Cell) {
	if n := len(s.report.Problems); i >= n {
		d := s.report.Differences[i-n]
		c[0] = widget.Cell{Text: "≠ diff", Style: &s.env.Theme.Info}
		c[3].Text, c[4].Text = d.Candidate.String(), kit.Clean(d.String())
		return
	}
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
		if p.Sheet != "" {
			c[2].Text = model.ColumnLetters(p.Column)
		}
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

// Capturing returns true if text is being typed.
func (s *importing) Capturing() bool { return s.report == nil }

// Cursor is that of the choice.
func (s *importing) Cursor() *tea.Cursor {
	if s.report != nil {
		return nil
	}
	c := s.pick.Cursor()
	c.Y += len(s.head())
	return c
}

// Keys are those of the page.
func (s *importing) Keys() []kit.Binding {
	if s.report == nil {
		return s.keys.Keep(nil, append(s.pick.Keys(), kit.TakeFolder, kit.Back)...)
	}
	return s.keys.Keep(s.actions(), append([]kit.Binding{kit.Back}, part.MovingKeys()...)...)
}

// figures is what the file holds, in a sentence.
func (s *importing) figures() string {
	r := s.report
	text := fmt.Sprintf("%s in the file: %d new, %d in this vacancy already.", model.Count(r.Read, "candidate", "candidates"), r.New, r.Known)
	if r.Changed > 0 {
		text += fmt.Sprintf(" %s.", model.Count(r.Changed, "file of these differs", "files of these differ"))
	}
	if notes := len(r.Problems) - r.Bad; notes > 0 && r.Bad <= len(r.Problems) {
		text += " " + model.Count(notes, "remark.", "remarks.")
	}
	return strings.TrimSpace(text)
}
