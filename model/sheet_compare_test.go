package model_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"shortlist/model"
	mt "shortlist/model/modeltest"
	"shortlist/model/requirement"
)

// This file holds what a change in a filled sheet comes to: taken, kept with a reason, or a problem.

// sheetDesk is a board with two candidates of two jobs each, and the sheet of Ann as it was written.
type sheetDesk struct {
	t     *testing.T
	b     *model.Board
	texts map[string]string
	form  model.FilledSheet
}

func newSheetDesk(t *testing.T) *sheetDesk {
	d := &sheetDesk{t: t, b: mt.Screening(t, 2), texts: map[string]string{}}
	for c := model.CandidateID(1); c <= 2; c++ {
		d.do(model.DeclareConflict{Candidate: c, Interest: model.NoConflict})
	}
	d.do(model.SetRating{Candidate: 1, Criterion: d.id("E1"), Value: model.Met})
	d.do(model.SetReason{Candidate: 1, Criterion: d.id("E1"), Text: "Diploma seen."})
	d.do(model.TickJobs{Candidate: 1, Criterion: d.id("E2"), Jobs: []int{0}})
	d.write()
	return d
}

func (d *sheetDesk) id(label string) model.CriterionID {
	for _, k := range d.b.Criteria {
		if d.b.Label(k.ID) == label {
			return k.ID
		}
	}
	d.t.Fatalf("no criterion %s", label)
	return 0
}

// do carries out a command of Ann and keeps its texts.
func (d *sheetDesk) do(c model.Command) {
	for _, x := range mt.Do(d.t, d.b, mt.Ann, c).Texts {
		d.texts[x.ID] = x.Body
	}
}

func (d *sheetDesk) dossier(c model.CandidateID) (model.Dossier, error) {
	var p model.Person
	p.Facts.Jobs = []requirement.Job{
		{Title: "Keeper", Employer: "Invented Lights", From: requirement.Date{Year: 2015, Month: 1}, To: requirement.Date{Year: 2018, Month: 1}},
		{Title: "Clerk", Employer: "Invented Harbour", From: requirement.Date{Year: 2018, Month: 2}, To: requirement.Date{Year: 2020, Month: 1}},
	}
	return model.Dossier{Candidate: c, Person: p, Texts: d.texts}, nil
}

// write makes the sheet anew, as a person finds it who opens it.
func (d *sheetDesk) write() {
	head, rows, err := d.b.As(mt.Ann).Sheet(time.Unix(0, 0), d.dossier)
	if err != nil {
		d.t.Fatal(err)
	}
	d.form = model.FilledSheet{File: "ann.xlsx", Head: head}
	var jobs []model.FilledRow
	line := 1
	for r, err := range rows {
		if err != nil {
			d.t.Fatal(err)
		}
		line++
		row := model.FilledRow{Sheet: "ratings", Line: line, Candidate: r.Candidate, Was: r.Was}
		for i, k := range head.Criteria {
			x := r.Cells[i]
			row.Cells = append(row.Cells,
				model.FilledCell{Column: 3 * i, Label: k.Label, Kind: model.SheetValue, Text: x.Value.Words()},
				model.FilledCell{Column: 3*i + 1, Label: k.Label, Kind: model.SheetReason, Text: x.Reason},
				model.FilledCell{Column: 3*i + 2, Label: k.Label, Kind: model.SheetEvidence},
			)
		}
		d.form.Rows = append(d.form.Rows, row)
		for j, words := range r.Jobs {
			job := model.FilledRow{Sheet: "jobs", Line: 2*line + j, Candidate: r.Candidate, Job: j + 1, JobWords: words}
			for i, k := range head.Criteria {
				if text := ""; k.Jobs {
					if slices.Contains(r.Cells[i].Jobs, j) {
						text = model.SheetJobCounts
					}
					job.Cells = append(job.Cells, model.FilledCell{Column: i, Label: k.Label, Kind: model.SheetCounts, Text: text})
				}
			}
			jobs = append(jobs, job)
		}
	}
	d.form.Rows = append(d.form.Rows, jobs...)
}

// fill writes into a cell: of the candidate's row, or of the row of a job if job is not 0.
func (d *sheetDesk) fill(c model.CandidateID, job int, label string, kind model.SheetColumn, text string) {
	for i := range d.form.Rows {
		r := &d.form.Rows[i]
		for j := range r.Cells {
			if x := &r.Cells[j]; r.Candidate == c && r.Job == job && x.Label == label && x.Kind == kind {
				x.Text = text
				return
			}
		}
	}
	d.t.Fatalf("no cell %s job %d %s", c, job, kind.Head(label))
}

// compare says what comes of the sheet, a line for each thing.
func (d *sheetDesk) compare(overwrite func(model.SheetDifference) bool) string {
	r, err := d.b.CompareSheet(d.form, mt.Ann, overwrite, d.dossier)
	if err != nil {
		return err.Error()
	}
	var out []string
	for _, x := range r.Differences {
		out = append(out, fmt.Sprintf("take %s", x))
	}
	for _, x := range r.Kept {
		out = append(out, fmt.Sprintf("keep %s", x))
	}
	for _, p := range r.Problems {
		out = append(out, fmt.Sprintf("%t %s", p.Warning, p.Message))
	}
	if taken := len(r.Take.Ratings) > 0; taken != (len(r.Differences) > 0 && r.Broken() == 0) {
		d.t.Errorf("%d ratings to take of %d differences, %d broken cells", len(r.Take.Ratings), len(r.Differences), r.Broken())
	}
	return strings.Join(out, "\n")
}

func TestWhatASheetChangesIsTakenKeptOrSaid(t *testing.T) {
	t.Parallel()
	for _, x := range []struct {
		name string
		edit func(d *sheetDesk)
		want string
	}{
		{"nothing changed", func(*sheetDesk) {}, ""},
		{"a value", func(d *sheetDesk) { d.fill(1, 0, "E1", model.SheetValue, "not met") }, "take C001 E1: met → not met"},
		{"a value cleared", func(d *sheetDesk) { d.fill(1, 0, "E1", model.SheetValue, "clear") }, "take C001 E1: met → nothing"},
		{"a first value", func(d *sheetDesk) { d.fill(2, 0, "E3", model.SheetValue, "3") }, "take C002 E3: nothing → 3"},
		{"an emptied value", func(d *sheetDesk) { d.fill(1, 0, "E1", model.SheetValue, "") }, `true The cell was emptied, which leaves what is there: write "clear" to take it away.`},
		{"no value at all", func(d *sheetDesk) { d.fill(1, 0, "E3", model.SheetValue, "7") }, `false “7” is not a value of this criterion. Write one of: 0, 1, 2, 3, 4, cannot assess; or "clear", or leave the cell empty.`},
		{"another reason", func(d *sheetDesk) { d.fill(1, 0, "E1", model.SheetReason, "Diploma and transcript seen.") }, `take C001 E1 reason: “Diploma seen.” → “Diploma and transcript seen.”`},
		{"a reason cleared", func(d *sheetDesk) { d.fill(1, 0, "E1", model.SheetReason, "Clear") }, `take C001 E1 reason: “Diploma seen.” → nothing`},
		{"an emptied reason", func(d *sheetDesk) { d.fill(1, 0, "E1", model.SheetReason, "") }, `true The cell was emptied, which leaves what is there: write "clear" to take it away.`},
		{"nothing to clear", func(d *sheetDesk) { d.fill(2, 0, "E1", model.SheetReason, "clear") }, ""},
		{"a quote", func(d *sheetDesk) { d.fill(2, 0, "E1", model.SheetEvidence, "Keeper of lamps") }, `take C002 E1 evidence: nothing → “Keeper of lamps”`},
		{"one job more", func(d *sheetDesk) { d.fill(1, 2, "E2", model.SheetCounts, "x") }, "take C001 E2 counts: jobs 1 → jobs 1, 2"},
		{"no job", func(d *sheetDesk) { d.fill(1, 1, "E2", model.SheetCounts, "no") }, "take C001 E2 counts: jobs 1 → no job"},
		{"an emptied tick", func(d *sheetDesk) { d.fill(1, 1, "E2", model.SheetCounts, "") }, `true The cell was emptied, which leaves the job counted: write "no" to take it out.`},
		{"a tick that says nothing", func(d *sheetDesk) { d.fill(1, 2, "E2", model.SheetCounts, "perhaps") }, `false “perhaps” does not say whether the job counts: "x", "no" or an empty cell was expected.`},
		{"a job too many", func(d *sheetDesk) {
			d.fill(1, 2, "E2", model.SheetCounts, "x")
			for i := range d.form.Rows {
				if r := &d.form.Rows[i]; r.Candidate == 1 && r.Job == 2 {
					r.Job = 3
				}
			}
		}, "false C001 has no job 3: the numbers must stay as they were written."},
		{"another job", func(d *sheetDesk) {
			d.fill(1, 2, "E2", model.SheetCounts, "x")
			for i := range d.form.Rows {
				if r := &d.form.Rows[i]; r.Candidate == 1 && r.Job == 2 {
					r.JobWords = "Captain"
				}
			}
		}, "false Job 2 of C001 is another one now: the file was corrected since. Write a new sheet and tick the jobs there."},
		{"a candidate twice", func(d *sheetDesk) { d.form.Rows = append(d.form.Rows, d.form.Rows[0]) }, "false C001 also stands in row 2: each candidate comes once."},
		{"a candidate of nowhere", func(d *sheetDesk) { d.form.Rows[0].Candidate = 9 }, "false There is no candidate C009 in this vacancy: the number must stay as it was written."},
		{"rows of others", func(d *sheetDesk) {
			d.form.Rows[0].Candidate, d.form.Rows[1].Candidate = 2, 1
		}, "false The row was written for C001 and says C002 now: sort whole rows only, or write a new sheet.\n" +
			"false The row was written for C002 and says C001 now: sort whole rows only, or write a new sheet."},
		{"a newer rating here", func(d *sheetDesk) {
			d.do(model.SetRating{Candidate: 1, Criterion: d.id("E1"), Value: model.Unclear})
			d.fill(1, 0, "E1", model.SheetValue, "not met")
		}, "keep C001 E1: unclear → not met (changed here since the sheet was written)"},
		{"an untouched cell beside a newer rating", func(d *sheetDesk) {
			d.do(model.SetRating{Candidate: 1, Criterion: d.id("E1"), Value: model.Unclear})
		}, ""},
		{"no memory of what was there", func(d *sheetDesk) {
			d.form.Rows[0].Was = "C001|E1:not met::|#0000000000"
			d.fill(1, 0, "E1", model.SheetValue, "not met")
		}, "keep C001 E1: met → not met (changed here since the sheet was written)\n" +
			"true What stood here when the sheet was written cannot be read any more, so every other rating counts as newer."},
		{"handed in", func(d *sheetDesk) {
			for i, v := range mt.Good() {
				d.do(model.SetRating{Candidate: 1, Criterion: d.b.Criteria[i].ID, Value: v})
			}
			d.write()
			d.do(model.SubmitAssessment{Candidate: 1})
			d.fill(1, 0, "E1", model.SheetValue, "not met")
		}, "keep C001 E1: met → not met (submitted: take the assessment back first)"},
		{"another vacancy", func(d *sheetDesk) { d.form.Head.Vacancy = "other" }, "ann.xlsx is the sheet of another vacancy: nothing was taken in. Give the one written from this vacancy."},
		{"another member", func(d *sheetDesk) { d.form.Head.Member = mt.Bob }, `ann.xlsx is the sheet of “Bob”, not of “Ann”: nothing was taken in. A sheet is read back by the member it was written for.`},
		{"other rules", func(d *sheetDesk) { d.form.Head.Hash = "other" }, "ann.xlsx was written under rules that this file does not know: nothing was taken in. Bring the file up to date first, or write a new sheet."},
		{"older rules", func(d *sheetDesk) { d.form.Head.Version = 0 }, "ann.xlsx was written under version 0 of the rules, and version 1 is in force: nothing was taken in. Write a new sheet and copy over what still holds."},
	} {
		t.Run(x.name, func(t *testing.T) {
			t.Parallel()
			d := newSheetDesk(t)
			x.edit(d)
			if got := d.compare(nil); got != x.want {
				t.Errorf("got\n%s\nwant\n%s", got, x.want)
			}
		})
	}
}

func TestANewerRatingIsOverwrittenOnlyIfAPersonSaysSo(t *testing.T) {
	t.Parallel()
	d := newSheetDesk(t)
	d.do(model.SetRating{Candidate: 1, Criterion: d.id("E1"), Value: model.Unclear})
	d.fill(1, 0, "E1", model.SheetValue, "not met")
	asked := ""
	got := d.compare(func(x model.SheetDifference) bool {
		asked = x.String()
		return true
	})
	if want := "take C001 E1: unclear → not met"; got != want || asked != "C001 E1: unclear → not met" {
		t.Errorf("got %q, asked %q", got, asked)
	}
}
