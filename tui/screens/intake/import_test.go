package intake

// This file tries the page that takes candidates in.

import (
	"testing"

	"shortlist/model"
	"shortlist/tui/kit"
	"shortlist/tui/tuitest"
)

func TestImportPage(t *testing.T) {
	t.Parallel()
	good := model.IntakeReport{Read: 14, New: 12, Known: 2}
	note := good
	note.Problems = []model.Problem{{File: "people.csv", Line: 9, Field: "clearance", Message: "“GEHEIM” is kept as written: the level is not in the table.", Warning: true}}
	for size, wh := range tuitest.Bodies {
		for name, tc := range map[string]struct {
			report model.IntakeReport
			keys   []string
		}{
			"choose":    {good, nil},
			"good":      {good, []string{"p", "e", "o", "enter"}},
			"remarks":   {note, []string{"p", "e", "o", "enter"}},
			"problems":  {tuitest.BadReport(), []string{"p", "e", "o", "enter", "down", "down", "down"}},
			"nobody":    {model.IntakeReport{Read: 3, Known: 3}, []string{"p", "e", "o", "enter"}},
			"no file":   {good, []string{"z", "z", "z", "enter"}},
			"taken in":  {good, []string{"p", "e", "o", "enter", "enter"}},
			"not taken": {tuitest.BadReport(), []string{"p", "e", "o", "enter", "enter"}},
		} {
			t.Run(name+" "+size, func(t *testing.T) {
				t.Parallel()
				p := newPrep(t, tuitest.PilotVacancy())
				p.File.Report = new(tc.report)
				p.Shows(kit.Route{Screen: kit.Import}, wh[0], wh[1]).Keys(tc.keys...)
				p.Golden(wh[0], wh[1])
			})
		}
	}
}

func TestImport(t *testing.T) {
	t.Parallel()
	choose := []string{"p", "e", "o", "enter"}
	for name, tc := range map[string]struct {
		report model.IntakeReport
		set    func(*tuitest.Prep)
		staged []bool
		in     int
		said   string
	}{
		"a good file is read dry, then taken in":  {model.IntakeReport{Read: 12, New: 12}, func(*tuitest.Prep) {}, []bool{true, false}, 12, "12 candidates taken in."},
		"a file with a problem is not taken in":   {tuitest.BadReport(), func(*tuitest.Prep) {}, []bool{true}, 0, "Nothing is taken in while there are problems: correct the file, then choose it again (i)."},
		"a file with nobody new is not taken in":  {model.IntakeReport{Read: 2, Known: 2}, func(*tuitest.Prep) {}, []bool{true}, 0, "There is nobody new in this file."},
		"a member who only rates takes nobody in": {model.IntakeReport{Read: 12, New: 12}, func(p *tuitest.Prep) { p.Env.Me = tuitest.Bruno }, []bool{true}, 0, "You are a member here: only the chair or the secretary does this."},
		"a file that fails says so":               {model.IntakeReport{}, func(p *tuitest.Prep) { p.File.Broken = tuitest.ErrDisk }, []bool{true, true}, 0, ""},
		"the secretary takes candidates in":       {model.IntakeReport{Read: 1, New: 1}, func(p *tuitest.Prep) { p.Env.Me = tuitest.Carla }, []bool{true, false}, 1, "1 candidate taken in."},
		"numbers go on behind those that are there": {model.IntakeReport{Read: 2, New: 2}, func(p *tuitest.Prep) {
			p.Must(tuitest.Anna, model.ImportCandidates{Batch: model.ImportBatch{First: 1, Count: 5, Source: "a"}})
		}, []bool{true, false}, 7, "2 candidates taken in."},
		"the rules may be sealed while candidates join": {model.IntakeReport{Read: 2, New: 2}, func(p *tuitest.Prep) { p.Seal() }, []bool{true, false}, 2, "2 candidates taken in."},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			p := newPrep(t, tuitest.PilotVacancy())
			p.File.Report = new(tc.report)
			tc.set(p)
			p.Shows(kit.Route{Screen: kit.Import}, 80, 21).Keys(choose...).Keys("enter")
			tuitest.Same(t, tc.staged, p.File.Staged)
			tuitest.Same(t, tc.in, p.Board.Candidates)
			tuitest.Same(t, tc.said, p.Note())
		})
	}
}

func TestImportGoesOn(t *testing.T) {
	t.Parallel()
	p := newPrep(t, tuitest.PilotVacancy())
	p.File.Report = new(model.IntakeReport{Read: 12, New: 12})
	p.Shows(kit.Route{Screen: kit.Import}, 80, 21).Keys("p", "e", "o", "enter", "enter")
	tuitest.Same(t, kit.Effect(kit.Replace{Route: kit.Route{Screen: kit.Candidates}}), p.Last())
	p.Keys("enter")
	tuitest.Same(t, "These candidates are in already. esc goes back.", p.Note())
}
