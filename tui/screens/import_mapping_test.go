package screens

import (
	"strings"
	"testing"

	"shortlist/model"
	"shortlist/model/requirement"
	"shortlist/tui/kit"
)

// This file explains columns, and decides about differences, as a user does.

func oddHeader() *model.Header {
	column := func(place int, name, field string, percent int, reason string, samples ...string) model.ColumnGuess {
		return model.ColumnGuess{Place: place, Name: name, Field: field, Percent: percent, Reason: reason, Samples: samples}
	}
	h := &model.Header{Source: "people.csv", Columns: []model.ColumnGuess{
		column(1, "Dossard", "", 0, "Nothing in the name or the values tells what it is.", "700", "701", "702"),
		column(2, "Qui", "name", 70, "The values look like names of people.", "Ann Example", "Bob Invented", "Cyd Madeup"),
		column(3, "Courriel", "email", 95, "The name is a usual one for it.", "ann@example.org", "bob@example.org"),
		column(4, "", "", 0, "The column is empty."),
	}}
	for _, c := range h.Columns {
		h.Mapping.Columns = append(h.Mapping.Columns, model.MappedColumn{Place: c.Place, Column: c.Name, Field: c.Field})
	}
	return h
}

func mappingDesk(t *testing.T) *prep {
	p := newPrep(t, prepVacancy())
	p.library.header = oddHeader()
	p.library.rows = []model.IntakeRow{
		{Line: 2, Person: model.Person{Reference: "700", Name: "Ann Example", Facts: requirement.Facts{Nationalities: []string{"BEL"}, Jobs: []requirement.Job{{From: requirement.Date{Year: 2010, Month: 1}}}}}},
		{Line: 3, Person: model.Person{Reference: "701"}, Problems: []model.Problem{{File: "people.csv", Line: 3, Column: 3, Field: "Courriel", Message: "It is no address."}}},
	}
	return p
}

func TestMappingPage(t *testing.T) {
	t.Parallel()
	for size, wh := range bodies {
		for name, tc := range map[string]struct {
			set  func(*prep)
			keys []string
		}{
			"guessed":       {func(*prep) {}, nil},
			"at a question": {func(*prep) {}, []string{"end"}},
			"failed":        {func(p *prep) { p.library.err = errDisk }, nil},
			"very wide": {func(p *prep) {
				for i := range 9000 {
					p.library.header.Columns = append(p.library.header.Columns, model.ColumnGuess{Place: i + 5, Name: strings.Repeat("wide ", 40), Reason: "Wide."})
					p.library.header.Mapping.Columns = append(p.library.header.Mapping.Columns, model.MappedColumn{Place: i + 5})
				}
			}, []string{"pgdown"}},
		} {
			t.Run(name+" "+size, func(t *testing.T) {
				t.Parallel()
				p := mappingDesk(t)
				tc.set(p)
				p.shows(kit.Route{Screen: kit.Mapping, Path: "/home/panel/people.csv"}, wh[0], wh[1]).keys(tc.keys...)
				p.golden(wh[0], wh[1])
			})
		}
	}
}

func TestColumnsAreExplainedAndRemembered(t *testing.T) {
	t.Parallel()
	p := mappingDesk(t).shows(kit.Route{Screen: kit.Mapping, Path: "/home/panel/people.csv"}, 80, 21)
	p.keys("enter")
	same(t, "Say first what tells one candidate from another: a column as reference, or the line below the columns.", p.note())
	p.keys("t").chooses("reference")
	same(t, "reference", p.library.mapping.Columns[0].Field)
	p.keys("down", "t").chooses("– left out")
	same(t, "", p.library.mapping.Columns[1].Field)
	p.keys("down", "t").chooses("name")
	p.keys("end", "up", "t").chooses("day first")
	p.keys("enter")
	same(t, kit.Effect(kit.Replace{Route: kit.Route{Screen: kit.Import, Path: "file /home/panel/people.csv"}}), p.last())
	want := model.Mapping{Dates: "dmy", Columns: []model.MappedColumn{
		{Place: 1, Column: "Dossard", Field: "reference"}, {Place: 2, Column: "Qui"}, {Place: 3, Column: "Courriel", Field: "name"}, {Place: 4},
	}}
	same(t, want, *p.library.kept)
}

func TestWithoutAReferenceAnAddressServesOnlyWhenSaid(t *testing.T) {
	t.Parallel()
	p := mappingDesk(t).shows(kit.Route{Screen: kit.Mapping, Path: "/home/panel/people.csv"}, 80, 21)
	p.keys("end", "up", "up", "t").chooses("e-mail address")
	p.keys("enter")
	same(t, "email", p.library.kept.Reference)
}

func TestImportAsksAboutColumnsItDoesNotKnow(t *testing.T) {
	t.Parallel()
	p := mappingDesk(t)
	p.file.Report = new(model.IntakeReport{Read: 2, New: 2})
	p.shows(kit.Route{Screen: kit.Import}, 80, 21).keys("p", "e", "o", "enter")
	same(t, kit.Effect(kit.Replace{Route: kit.Route{Screen: kit.Mapping, Path: "/home/panel/people.csv"}}), p.last())
	same(t, []bool(nil), p.file.Staged)

	p.shows(kit.Route{Screen: kit.Mapping, Path: "/home/panel/people.csv"}, 80, 21)
	effects, _ := p.screen.(kit.Backed).Back()
	same(t, []kit.Effect{kit.Replace{Route: kit.Route{Screen: kit.Import, Path: "/home/panel"}}}, effects)

	p.library.kept = &model.Mapping{}
	p.shows(kit.Route{Screen: kit.Import, Path: "file /home/panel/people.csv"}, 80, 21)
	same(t, []bool{true}, p.file.Staged)
	p.keys("i")
	if !strings.Contains(p.view(), "people.csv") {
		t.Errorf("another file cannot be chosen:\n%s", p.view())
	}
}

func TestImportShowsDifferencesBeforeItCorrects(t *testing.T) {
	t.Parallel()
	report := model.IntakeReport{Read: 14, New: 2, Known: 12, Changed: 1, Differences: []model.Changed{
		{Candidate: 7, Reference: "A-0007", Differences: []model.Difference{{Field: "e-mail", Was: "y", Is: "x"}}},
	}}
	for size, wh := range bodies {
		t.Run(size, func(t *testing.T) {
			t.Parallel()
			p := newPrep(t, prepVacancy())
			p.file.Report = new(report)
			p.shows(kit.Route{Screen: kit.Import}, wh[0], wh[1]).keys("p", "e", "o", "enter")
			p.golden(wh[0], wh[1])
		})
	}
	p := newPrep(t, prepVacancy())
	p.file.Report = new(report)
	p.shows(kit.Route{Screen: kit.Import}, 80, 21).keys("p", "e", "o", "enter", "enter")
	same(t, []bool{true}, p.file.Staged)
	p.chooses("Take in the new ones only")
	same(t, []bool{true, false}, p.file.Staged)
	same(t, "2 candidates taken in.", p.note())

	p = newPrep(t, prepVacancy())
	p.must(anna, model.AddCandidates{Arrival: model.Arrival{First: 1, Count: 12, Source: "a"}})
	p.file.Report = new(report)
	p.file.Report.Revision = model.Revision{Candidates: []model.CandidateID{7}, Source: "people.csv"}
	p.shows(kit.Route{Screen: kit.Import}, 80, 21).keys("p", "e", "o", "enter", "enter").chooses("Take in the new ones and correct 1 file that changed")
	same(t, "2 candidates taken in, 1 file corrected.", p.note())
	same(t, 14, p.board.Candidates)
	same(t, 1, len(p.board.Revisions))
}

func TestProblemsOfAnImportCanBeSaved(t *testing.T) {
	t.Parallel()
	p := newPrep(t, prepVacancy())
	p.file.Report = new(badReport())
	p.shows(kit.Route{Screen: kit.Import}, 80, 21).keys("p", "e", "o", "enter", "x")
	same(t, "Written: /home/panel/shortlist/problems of people.csv.csv", p.note())
}

func TestAFolderOfDocumentsIsTakenWhole(t *testing.T) {
	t.Parallel()
	p := newPrep(t, prepVacancy())
	p.file.Report = new(model.IntakeReport{Read: 2, New: 2})
	p.shows(kit.Route{Screen: kit.Import}, 80, 21).keys("ctrl+f")
	same(t, []bool{true}, p.file.Staged)
}
