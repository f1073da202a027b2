package rate

// This file tries the page of a member's own form. How forms are written and read is tried where that is done.

import (
	"fmt"
	"path"
	"slices"
	"strings"
	"testing"

	"shortlist/model"
	"shortlist/tui/kit"
	"shortlist/tui/tuitest"
)

// formFile is a vacancy file whose forms are in memory.
type formFile struct {
	*tuitest.File
	d       *tuitest.Desk
	filled  model.FilledSheet
	there   []string // files that are there already
	written []string
	err     error
}

func (f *formFile) Load() (*model.Board, error) { return f.d.Board, nil }

func (f *formFile) WriteSheet(m model.MemberID, to string, wish model.SheetWish) (int, error) {
	if slices.Contains(f.there, to) && !wish.Replace {
		return 0, tuitest.TakenError{}
	}
	f.written = append(f.written, fmt.Sprintf("%s %s %t", m, to, wish.Evidence))
	return 14, f.err
}

func (f *formFile) CompareSheet(m model.MemberID, name string, overwrite func(model.SheetDifference) bool) (model.SheetReading, error) {
	if f.err != nil {
		return model.SheetReading{}, f.err
	}
	f.filled.File = path.Base(name)
	b, err := f.Load()
	if err != nil {
		return model.SheetReading{}, err
	}
	return b.As(m).CompareSheet(f.filled, overwrite, f.Dossier)
}

// fill changes a cell of the form.
func (f *formFile) fill(c model.CandidateID, label string, kind model.SheetColumn, text string) {
	for i, r := range f.filled.Rows {
		if r.Candidate == c {
			f.filled.Rows[i].Cells = append(r.Cells, model.FilledCell{Column: 5 + len(r.Cells), Label: label, Kind: kind, Text: text})
		}
	}
}

// formDesk is a sealed vacancy whose chair has a form with some ratings filled in.
func formDesk(t testing.TB) (*tuitest.Desk, *formFile) {
	t.Helper()
	d := newDesk(t, tuitest.Crowd(14)...).Seal()
	d.Must(tuitest.Anna, model.SetRating{Candidate: 2, Criterion: d.CriterionID("E1"), Value: model.NotMet})
	d.File.Name = "/home/panel/planner.shortlist"
	f := &formFile{File: d.File, d: d}
	head, rows, err := d.Board.As(tuitest.Anna).Sheet(d.Clock, d.File.Dossier)
	if err != nil {
		t.Fatal(err)
	}
	f.filled.Head = head
	for r, err := range rows {
		if err != nil {
			t.Fatal(err)
		}
		f.filled.Rows = append(f.filled.Rows, model.FilledRow{Sheet: "Ratings", Line: 10 + int(r.Candidate), Candidate: r.Candidate, Was: r.Was})
	}
	d.Env.File = f
	d.Env.Library = &tuitest.PrepLibrary{Folders: map[string][]kit.Entry{"/home/panel": {
		{Name: "..", Path: "/home", Folder: true},
		{Name: "stick", Path: "/home/panel/stick", Folder: true},
		{Name: "mine.xlsx", Path: "/home/panel/mine.xlsx", Size: 41_000},
		{Name: "planner.shortlist", Path: "/home/panel/planner.shortlist", Size: 65_536},
	}}}
	return d, f
}

// filled fills the form as a member would, and rates two on screen since.
func (f *formFile) filledIn() {
	f.fill(1, "E1", model.SheetValue, "met")
	f.fill(1, "E1", model.SheetReason, "The degree is on page 2 of the file.")
	f.fill(2, "E1", model.SheetValue, "met")
	f.fill(3, "E4", model.SheetValue, "3")
	f.fill(4, "E1", model.SheetValue, "unclear")
	f.d.Must(tuitest.Anna, model.SetRating{Candidate: 2, Criterion: f.d.CriterionID("E1"), Value: model.Unclear})
	f.d.Must(tuitest.Anna, model.SetRating{Candidate: 4, Criterion: f.d.CriterionID("E1"), Value: model.NotMet})
}

func TestSheetPage(t *testing.T) {
	t.Parallel()
	read := []string{"m", "m", "i", "n", "enter"}
	for size, wh := range tuitest.FormBodies {
		for name, tc := range map[string]struct {
			set  func(*formFile)
			keys []string
		}{
			"menu":       {func(*formFile) {}, nil},
			"path":       {func(*formFile) {}, []string{"down", "e", "w"}},
			"written":    {func(*formFile) {}, []string{"enter"}},
			"choose":     {func(*formFile) {}, []string{"m"}},
			"change":     {(*formFile).filledIn, read},
			"overwrite":  {(*formFile).filledIn, append(slices.Clone(read), "space")},
			"nothing":    {func(*formFile) {}, read},
			"of another": {func(f *formFile) { f.filled.Head.Member, f.filled.Head.Name = tuitest.Bruno, "Bruno Costa" }, read},
			"problems": {func(f *formFile) {
				f.filledIn()
				for c := range 12 {
					f.fill(model.CandidateID(c+3), "E2", model.SheetValue, "perhaps, if the work with the two depots is counted")
				}
			}, append(slices.Clone(read), "down")},
		} {
			t.Run(name+" "+size, func(t *testing.T) {
				t.Parallel()
				d, f := formDesk(t)
				tc.set(f)
				d.Open(tuitest.Anna, wh[0], wh[1], kit.Route{Screen: kit.Sheet}).Keys(tc.keys...)
				d.Golden(wh[0], wh[1])
			})
		}
	}
}

func TestAFormIsWrittenAndReplacedOnlyWhenAsked(t *testing.T) {
	t.Parallel()
	d, f := formDesk(t)
	f.there = []string{"/home/panel/planner form of Anna Berg.csv"}
	d.Open(tuitest.Anna, 80, 21, kit.Route{Screen: kit.Sheet}).Keys("enter")
	d.Keys("e", "down", "enter")
	if q, ok := d.Last().(kit.Ask); !ok || !strings.Contains(q.Text, "is there already") || len(f.written) != 1 {
		t.Fatalf("asked %+v, written %v", d.Last(), f.written)
	}
	d.Answer("Leave it")
	d.Answer("Replace it")
	d.Keys("w")
	for range 4 {
		d.Keys("backspace")
	}
	d.Keys("2", ".", "c", "s", "v", "enter")
	tuitest.Same(t, []string{
		"M1 /home/panel/planner form of Anna Berg.xlsx false", "M1 /home/panel/planner form of Anna Berg.csv true",
		"M1 /home/panel/planner form of Anna Berg2.csv true",
	}, f.written)
	d.Open("", 80, 21, kit.Route{Screen: kit.Sheet}).Keys("enter", "m")
	if len(f.written) != 3 || !strings.Contains(d.Note(), "Choose who is working first") {
		t.Errorf("nobody's form: %v, %q", f.written, d.Note())
	}
}

func TestAFormIsTakenInAsItWasShown(t *testing.T) {
	t.Parallel()
	read := []string{"m", "m", "i", "n", "enter"}
	for name, tc := range map[string]struct {
		do   func(*tuitest.Desk, *formFile)
		want string // E1 of C001, C002 and C004
		says string
	}{
		"what was rated on the screen since is kept": {func(d *tuitest.Desk, _ *formFile) { d.Keys(read...).Keys("enter") }, "met unclear not met", "3 differences of mine.xlsx taken in, 2 kept"},
		"unless it is ticked by name":                {func(d *tuitest.Desk, _ *formFile) { d.Keys(read...).Keys("space", "enter") }, "met met not met", "4 differences of mine.xlsx taken in, 1 kept"},
		"a tick is taken back":                       {func(d *tuitest.Desk, _ *formFile) { d.Keys(read...).Keys("space", "space", "enter") }, "met unclear not met", "3 differences"},
		"looking takes nothing in":                   {func(d *tuitest.Desk, _ *formFile) { d.Keys(read...) }, " unclear not met", ""},
		"nothing of a form with a problem": {func(d *tuitest.Desk, f *formFile) {
			f.fill(5, "E1", model.SheetValue, "perhaps")
			d.Keys(read...).Keys("enter")
		}, " unclear not met", "Nothing is taken in while there are problems"},
		"a form that changed since is shown anew": {func(d *tuitest.Desk, f *formFile) {
			d.Keys(read...)
			f.fill(5, "E1", model.SheetValue, "met")
			d.Keys("enter")
		}, " unclear not met", "look again"},
		"and can then be taken in": {func(d *tuitest.Desk, f *formFile) {
			d.Keys(read...)
			f.fill(5, "E1", model.SheetValue, "met")
			d.Keys("enter", "enter")
		}, "met unclear not met", "4 differences"},
		"what is rated while it is shown is kept": {func(d *tuitest.Desk, _ *formFile) {
			d.Keys(read...)
			d.Must(tuitest.Anna, model.SetRating{Candidate: 1, Criterion: d.CriterionID("E1"), Value: model.Unclear})
			d.Carry(d.Screen.Refresh(d.Board.As(d.Env.Me)))
			d.Keys("enter")
		}, "unclear unclear not met", "2 differences of mine.xlsx taken in, 3 kept"},
		"not into a file that is only read": {func(d *tuitest.Desk, f *formFile) { f.Locked = true; d.Keys("m") }, " unclear not met", "for reading only"},
		"a form that has gone": {func(d *tuitest.Desk, f *formFile) {
			d.Keys(read...)
			f.err = tuitest.ErrDisk
			d.Keys("enter")
		}, " unclear not met", ""},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			d, f := formDesk(t)
			f.filledIn()
			d.Open(tuitest.Anna, 80, 21, kit.Route{Screen: kit.Sheet})
			tc.do(d, f)
			got := fmt.Sprint(d.RatingOf(tuitest.Anna, 1, "E1").Value, " ", d.RatingOf(tuitest.Anna, 2, "E1").Value, " ", d.RatingOf(tuitest.Anna, 4, "E1").Value)
			if got != tc.want || !strings.Contains(d.Note(), tc.says) {
				t.Errorf("%q and %q, want %q and %q", got, d.Note(), tc.want, tc.says)
			}
		})
	}
}
