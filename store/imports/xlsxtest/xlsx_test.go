package xlsxtest

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"shortlist/model"
	"shortlist/model/requirement"
	"shortlist/store/imports"
)

// This file reads workbooks that another program's library writes.

func day(y, m, d int) requirement.Date { return requirement.Date{Year: y, Month: m, Day: d} }

func readCandidates(t *testing.T, name, data string) (rows []model.IntakeRow) {
	t.Helper()
	in, err := imports.ReadCandidates(name, []byte(data))
	ok(t, err)
	for r := range in.Rows {
		rows = append(rows, r)
	}
	return rows
}

func people(rows []model.IntakeRow) (out []model.Person) {
	for _, r := range rows {
		if r.Person.Reference != "" {
			out = append(out, r.Person)
		}
	}
	return out
}

// mustShow holds the problems of a file against the beginnings of the sentences wanted.
func mustShow(t *testing.T, rows []model.IntakeRow, want ...string) {
	t.Helper()
	var got []string
	for _, r := range rows {
		for _, p := range r.Problems {
			sign := ""
			if p.Warning {
				sign = "w "
			}
			got = append(got, sign+p.String())
		}
	}
	for i, w := range want {
		if i >= len(got) || !strings.HasPrefix(got[i], w) {
			t.Errorf("problem %d is missing: %s\n%s", i, w, strings.Join(got, "\n"))
		}
	}
	if len(got) > len(want) {
		t.Errorf("more problems than expected:\n%s", strings.Join(got[len(want):], "\n"))
	}
}

// workbook makes a workbook and gives its bytes.
func workbook(t testing.TB, fill func(f *excelize.File)) string {
	t.Helper()
	f := excelize.NewFile()
	fill(f)
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func ok(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// sheet writes rows from the first cell of a sheet on, which is made if it is not there.
func sheet(t testing.TB, f *excelize.File, name string, rows ...[]any) {
	t.Helper()
	if i, err := f.GetSheetIndex(name); err != nil || i < 0 {
		_, err := f.NewSheet(name)
		ok(t, err)
	}
	for i, r := range rows {
		ok(t, f.SetSheetRow(name, fmt.Sprintf("A%d", i+1), &r))
	}
}

func style(t testing.TB, f *excelize.File, code, from, to string) {
	t.Helper()
	id, err := f.NewStyle(&excelize.Style{CustomNumFmt: &code})
	ok(t, err)
	ok(t, f.SetCellStyle("Sheet1", from, to, id))
}

func TestXLSXFlatSheet(t *testing.T) {
	t.Parallel()
	data := workbook(t, func(f *excelize.File) {
		sheet(
			t, f, "Sheet1",
			[]any{"reference", "name", "nationalities", "job1_from", "job1_to", "job1_percent", "job1_title", "degree_conferred", "clearance_valid_until", "clearance"},
			[]any{1042, "Zoë Example", "BEL;FRA", time.Date(2019, 3, 1, 0, 0, 0, 0, time.UTC), nil, 0.8, "Officer", 41061, "2031-01-31", "NS"},
			[]any{"A-2", "Second", "be", "2014-09", 43524, 100, "Analyst", "06.2012", nil, nil},
			[]any{},
			[]any{"A-3", "Third", "FR", 43525.5, 43890, 0.5, nil, nil, nil, nil},
		)
		style(t, f, `dd/mm/yyyy;@`, "D2", "D2")
		style(t, f, `[$-40C]mmm yyyy`, "D5", "E5")
		style(t, f, `0 %`, "F2", "F2")
	})
	rows := readCandidates(t, "c.xlsx", data)
	mustShow(t, rows)
	want := []model.Person{
		{Reference: "1042", Name: "Zoë Example", Facts: requirement.Facts{
			Nationalities: []string{"BEL", "FRA"}, Education: []requirement.Education{{Conferred: day(2012, 6, 1)}},
			Jobs:       []requirement.Job{{From: day(2019, 3, 1), Ongoing: true, Percent: 80, Title: "Officer"}},
			Clearances: []requirement.ClearanceRecord{{Level: "NS", ValidUntil: day(2031, 1, 31)}},
		}},
		{Reference: "A-2", Name: "Second", Facts: requirement.Facts{
			Nationalities: []string{"BEL"}, Education: []requirement.Education{{Conferred: day(2012, 6, 0)}},
			Jobs: []requirement.Job{{From: day(2014, 9, 0), To: day(2019, 2, 28), Percent: 100, Title: "Analyst"}},
		}},
		{Reference: "A-3", Name: "Third", Facts: requirement.Facts{
			Nationalities: []string{"FRA"}, Jobs: []requirement.Job{{From: day(2019, 3, 0), To: day(2020, 2, 0), Percent: 50}},
		}},
	}
	if diff := cmp.Diff(want, people(rows)); diff != "" {
		t.Error(diff)
	}
	if rows[2].Line != 5 {
		t.Errorf("the third candidate stands in row %d, want 5", rows[2].Line)
	}
}

func TestXLSXSeveralSheets(t *testing.T) {
	t.Parallel()
	data := workbook(t, func(f *excelize.File) {
		sheet(t, f, "Sheet1", []any{"How to fill this in: one row each"})
		sheet(t, f, "Langues", []any{"N° candidat", "Langue", "Niveau", "Échelle"}, []any{"B", "anglais", "V", "OTAN"}, []any{"A", "fr", "II", "OTAN"}, []any{"B", "de", "C1", "CECR"})
		sheet(t, f, "Candidats", []any{"N° candidat", "Nom", "Prénom", "Nationalité", "Date de naissance"}, []any{"B", "Exemple", "Zoé", "Belgique", "02/03/1984"}, []any{"A", "Test", "Ali", "FRA", 1990})
		sheet(
			t, f, "Emplois", []any{"N° candidat", "Employeur", "Du", "Au", "Taux d'activité"},
			[]any{"A", "Port", "2001-01", "2003-12", 1}, []any{"B", "Mairie", "2010-05-01", "à ce jour", "80 %"}, []any{"A", "Gare", "2004-01", "2005-01", 0.5},
		)
		sheet(t, f, "Études", []any{"N° candidat", "Niveau", "Domaine", "Obtenu le"}, []any{"B", "master", "Droit", "2008-06"}, []any{"C", "master", "Droit", "2008-06"})
		sheet(t, f, "Habilitations", []any{"N° candidat", "Niveau", "Délivrée par", "Valable jusqu'au"}, []any{"B", "NS", "BE", "2030-01-31"})
	})
	rows := readCandidates(t, "c.xlsx", data)
	mustShow(
		t, rows, `w c.xlsx row 1: Sheets that hold nothing known are left out: "Sheet1".`,
		`w c.xlsx [Emplois] E2 (Taux d'activité): "1" was read as 100 %.`,
		`c.xlsx [Études] A3 (reference): "C" has no row in the sheet "Candidats"`,
	)
	b, a := rows[1].Person, rows[2].Person
	if b.Name != "Zoé Exemple" || b.BirthYear != 1984 || a.BirthYear != 1990 || len(b.Facts.Languages) != 2 || len(b.Facts.Jobs) != 1 || !b.Facts.Jobs[0].Ongoing || b.Facts.Jobs[0].Percent != 80 ||
		len(a.Facts.Jobs) != 2 || a.Facts.Jobs[1].Employer != "Gare" || a.Facts.Jobs[1].Percent != 50 || len(b.Facts.Education) != 1 || len(b.Facts.Clearances) != 1 || b.Facts.Clearances[0].Issuer != "BEL" {
		t.Errorf("%+v\n%+v", b, a)
	}
}

func TestXLSXHeads(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		rule string
		fill func(f *excelize.File)
	}{
		{"a title stands above the names", func(f *excelize.File) {
			sheet(t, f, "Sheet1", []any{"Applicants for the post of Keeper"}, []any{}, []any{"Ref", "Name", "Job 1 start", "Job 1 employer"}, []any{"A-1", "Ann", "2010-01", "Port"})
		}},
		{"a name is joined over the columns of a job", func(f *excelize.File) {
			sheet(t, f, "Sheet1", []any{"Ref", "Name", "Job 1", nil}, []any{nil, nil, "from", "employer"}, []any{"A-1", "Ann", "2010-01", "Port"})
			ok(t, f.MergeCell("Sheet1", "C1", "D1"))
			ok(t, f.MergeCell("Sheet1", "A1", "A2"))
			ok(t, f.MergeCell("Sheet1", "B1", "B2"))
		}},
		{"the names have no number", func(f *excelize.File) {
			sheet(t, f, "Sheet1", []any{"Référence", "Nom complet", "Du", "Employeur"}, []any{"A-1", "Ann", "2010-01", "Port"})
		}},
	} {
		t.Run(c.rule, func(t *testing.T) {
			t.Parallel()
			rows := readCandidates(t, "c.xlsx", workbook(t, c.fill))
			p := people(rows)
			if len(p) != 1 || p[0].Reference != "A-1" || p[0].Name != "Ann" || len(p[0].Facts.Jobs) != 1 || p[0].Facts.Jobs[0].From != day(2010, 1, 0) || p[0].Facts.Jobs[0].Employer != "Port" {
				t.Errorf("%+v %v", p, rows)
			}
		})
	}
}

func TestXLSXWide(t *testing.T) {
	t.Parallel()
	data := workbook(t, func(f *excelize.File) {
		head, row := []any{"reference", "name"}, []any{"A-1", "Ann"}
		for i := range 10_000 {
			head, row = append(head, fmt.Sprintf("column %d", i)), append(row, i)
		}
		sheet(t, f, "Sheet1", head, row)
	})
	start := time.Now()
	rows := readCandidates(t, "c.xlsx", data)
	if p := people(rows); len(p) != 1 || p[0].Name != "Ann" {
		t.Errorf("%+v", rows)
	}
	if d := time.Since(start); d > 20*time.Second {
		t.Errorf("10,000 columns take %v", d)
	}
}

func TestEachColumnOfASheetSaysTheOrderOfItsDates(t *testing.T) {
	t.Parallel()
	data := workbook(t, func(f *excelize.File) {
		ok(t, f.SetSheetName("Sheet1", "People"))
		sheet(t, f, "People", []any{"reference", "name", "clearance", "clearance_valid_until"},
			[]any{"A-1", "Ann Example", "NS", "03/04/2031"}, []any{"A-2", "Bo Example", "NS", "25/12/2031"})
		_, err := f.NewSheet("Jobs")
		ok(t, err)
		sheet(t, f, "Jobs", []any{"reference", "from", "to", "FTE"},
			[]any{"A-1", "05/06/2010", "07/08/2011", "1"}, []any{"A-2", "26/06/2010", "01/02/2012", "0.5"})
	})
	rows := readCandidates(t, "c.xlsx", data)
	mustShow(t, rows, "c.xlsx [Jobs] C2 (to): \"07/08/2011\" could have the day or the month first, and no date of this column shows which (2 dates). Other columns of the file are written as day, month, year")
	f := people(rows)[0].Facts
	if f.Clearances[0].ValidUntil != day(2031, 4, 3) || f.Jobs[0].From != day(2010, 6, 5) || f.Jobs[0].Percent != 100 {
		t.Errorf("%+v", f)
	}
}
