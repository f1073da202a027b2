package intake

// This file explains columns, and decides about differences, as a user does.

import (
	"strings"
	"testing"

	"shortlist/model"
	"shortlist/model/requirement"
	"shortlist/tui/kit"
	"shortlist/tui/tuitest"
)

func mappingDesk(t *testing.T) *tuitest.Prep {
	p := newPrep(t, tuitest.PilotVacancy())
	p.Library.Unknown = tuitest.OddHeader()
	p.Library.Rows = []model.IntakeRow{
		{Line: 2, Person: model.Person{Reference: "700", Name: "Ann Example", Facts: requirement.Facts{Nationalities: []string{"BEL"}, Jobs: []requirement.Job{{From: requirement.Date{Year: 2010, Month: 1}}}}}},
		{Line: 3, Person: model.Person{Reference: "701"}, Problems: []model.Problem{{File: "people.csv", Line: 3, Column: 3, Field: "Courriel", Message: "It is no address."}}},
	}
	return p
}

func TestMappingPage(t *testing.T) {
	t.Parallel()
	for size, wh := range tuitest.Bodies {
		for name, tc := range map[string]struct {
			set  func(*tuitest.Prep)
			keys []string
		}{
			"guessed":       {func(*tuitest.Prep) {}, nil},
			"at a question": {func(*tuitest.Prep) {}, []string{"end"}},
			"failed":        {func(p *tuitest.Prep) { p.Library.Err = tuitest.ErrDisk }, nil},
			"very wide": {func(p *tuitest.Prep) {
				for i := range 9000 {
					p.Library.Unknown.Columns = append(p.Library.Unknown.Columns, model.ColumnGuess{Place: i + 5, Name: strings.Repeat("wide ", 40), Reason: "Wide."})
					p.Library.Unknown.Mapping.Columns = append(p.Library.Unknown.Mapping.Columns, model.MappedColumn{Place: i + 5})
				}
			}, []string{"pgdown"}},
		} {
			t.Run(name+" "+size, func(t *testing.T) {
				t.Parallel()
				p := mappingDesk(t)
				tc.set(p)
				p.Shows(kit.Route{Screen: kit.Mapping, Path: "/home/panel/people.csv"}, wh[0], wh[1]).Keys(tc.keys...)
				p.Golden(wh[0], wh[1])
			})
		}
	}
}

func TestColumnsAreExplainedAndRemembered(t *testing.T) {
	t.Parallel()
	p := mappingDesk(t).Shows(kit.Route{Screen: kit.Mapping, Path: "/home/panel/people.csv"}, 80, 21)
	p.Keys("enter")
	tuitest.Same(t, "Say first what tells one candidate from another: a column as reference, or the line below the columns.", p.Note())
	p.Keys("t").Chooses("reference")
	tuitest.Same(t, "reference", p.Library.Mapping.Columns[0].Field)
	p.Keys("down", "t").Chooses("– left out")
	tuitest.Same(t, "", p.Library.Mapping.Columns[1].Field)
	p.Keys("down", "t").Chooses("name")
	p.Keys("end", "up", "t").Chooses("day first")
	p.Keys("enter")
	tuitest.Same(t, kit.Effect(kit.Replace{Route: kit.Route{Screen: kit.Import, Path: "file /home/panel/people.csv"}}), p.Last())
	want := model.Mapping{Dates: "dmy", Columns: []model.MappedColumn{
		{Place: 1, Column: "Dossard", Field: "reference"}, {Place: 2, Column: "Qui"}, {Place: 3, Column: "Courriel", Field: "name"}, {Place: 4},
	}}
	tuitest.Same(t, want, *p.Library.Kept)
}

func TestWithoutAReferenceAnAddressServesOnlyWhenSaid(t *testing.T) {
	t.Parallel()
	p := mappingDesk(t).Shows(kit.Route{Screen: kit.Mapping, Path: "/home/panel/people.csv"}, 80, 21)
	p.Keys("end", "up", "up", "t").Chooses("e-mail address")
	p.Keys("enter")
	tuitest.Same(t, "email", p.Library.Kept.Reference)
}

func TestImportAsksAboutColumnsItDoesNotKnow(t *testing.T) {
	t.Parallel()
	p := mappingDesk(t)
	p.File.Report = new(model.IntakeReport{Read: 2, New: 2})
	p.Shows(kit.Route{Screen: kit.Import}, 80, 21).Keys("p", "e", "o", "enter")
	tuitest.Same(t, kit.Effect(kit.Replace{Route: kit.Route{Screen: kit.Mapping, Path: "/home/panel/people.csv"}}), p.Last())
	tuitest.Same(t, []bool(nil), p.File.Staged)

	p.Shows(kit.Route{Screen: kit.Mapping, Path: "/home/panel/people.csv"}, 80, 21)
	effects, _ := p.Screen.(kit.Backed).Back()
	tuitest.Same(t, []kit.Effect{kit.Replace{Route: kit.Route{Screen: kit.Import, Path: "/home/panel"}}}, effects)

	p.Library.Kept = &model.Mapping{}
	p.Shows(kit.Route{Screen: kit.Import, Path: "file /home/panel/people.csv"}, 80, 21)
	tuitest.Same(t, []bool{true}, p.File.Staged)
	p.Keys("i")
	if !strings.Contains(p.View(), "people.csv") {
		t.Errorf("another file cannot be chosen:\n%s", p.View())
	}
}

func TestImportShowsDifferencesBeforeItCorrects(t *testing.T) {
	t.Parallel()
	report := model.IntakeReport{Read: 14, New: 2, Known: 12, Changed: 1, Differences: []model.Changed{
		{Candidate: 7, Reference: "A-0007", Differences: []model.Difference{{Field: "e-mail", Was: "y", Is: "x"}}},
	}}
	for size, wh := range tuitest.Bodies {
		t.Run(size, func(t *testing.T) {
			t.Parallel()
			p := newPrep(t, tuitest.PilotVacancy())
			p.File.Report = new(report)
			p.Shows(kit.Route{Screen: kit.Import}, wh[0], wh[1]).Keys("p", "e", "o", "enter")
			p.Golden(wh[0], wh[1])
		})
	}
	p := newPrep(t, tuitest.PilotVacancy())
	p.File.Report = new(report)
	p.Shows(kit.Route{Screen: kit.Import}, 80, 21).Keys("p", "e", "o", "enter", "enter")
	tuitest.Same(t, []bool{true}, p.File.Staged)
	p.Chooses("Take in the new ones only")
	tuitest.Same(t, []bool{true, false}, p.File.Staged)
	tuitest.Same(t, "2 candidates taken in.", p.Note())

	p = newPrep(t, tuitest.PilotVacancy())
	p.Must(tuitest.Anna, model.ImportCandidates{Batch: model.ImportBatch{First: 1, Count: 12, Source: "a"}})
	p.File.Report = new(report)
	p.File.Report.Revision = model.Revision{Candidates: []model.CandidateID{7}, Source: "people.csv"}
	p.Shows(kit.Route{Screen: kit.Import}, 80, 21).Keys("p", "e", "o", "enter", "enter").Chooses("Take in the new ones and correct 1 file that changed")
	tuitest.Same(t, "2 candidates taken in, 1 file corrected.", p.Note())
	tuitest.Same(t, 14, p.Board.Candidates)
	tuitest.Same(t, 1, len(p.Board.Revisions))
}

func TestProblemsOfAnImportCanBeSaved(t *testing.T) {
	t.Parallel()
	p := newPrep(t, tuitest.PilotVacancy())
	p.File.Report = new(tuitest.BadReport())
	p.Shows(kit.Route{Screen: kit.Import}, 80, 21).Keys("p", "e", "o", "enter", "x")
	tuitest.Same(t, "Written: /home/panel/shortlist/problems of people.csv.csv", p.Note())
}

func TestAFolderOfDocumentsIsTakenWhole(t *testing.T) {
	t.Parallel()
	p := newPrep(t, tuitest.PilotVacancy())
	p.File.Report = new(model.IntakeReport{Read: 2, New: 2})
	p.Shows(kit.Route{Screen: kit.Import}, 80, 21).Keys("ctrl+f")
	tuitest.Same(t, []bool{true}, p.File.Staged)
}
