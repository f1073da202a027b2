package imports

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"shortlist/model"
	"shortlist/model/requirement"
)

func TestSeveralJobsMayStandInOneCell(t *testing.T) {
	t.Parallel()
	analyst := requirement.Job{From: day(2019, 3, 0), Ongoing: true, Title: "Analyst", Employer: "NATO"}
	clerk := requirement.Job{From: day(2015, 1, 0), To: day(2019, 2, 0), Title: "Clerk", Employer: "Port"}
	with := func(j requirement.Job, change func(*requirement.Job)) requirement.Job {
		change(&j)
		return j
	}
	for _, c := range []struct {
		rule, in string
		want     []requirement.Job
		notes    []string
	}{
		{"parted by semicolons", "03/2019 – présent, Analyst, NATO; 01/2015 – 02/2019, Clerk, Port", []requirement.Job{analyst, clerk}, nil},
		{"one on a line", "- 03/2019 – present: Analyst, NATO\n- 2015-01 to 2019-02: Clerk, Port;\n", []requirement.Job{analyst, clerk}, nil},
		{"dates at the end", "Analyst, NATO (03/2019 – présent)\nClerk, Port, 01/2015-02/2019", []requirement.Job{analyst, clerk}, nil},
		{"parted by strokes", "March 2019 - present | Analyst | NATO\nJan 2015 - Feb 2019 | Clerk | Port", []requirement.Job{analyst, clerk}, nil},
		{"parts behind semicolons", "03/2019 – présent; Analyst; NATO", []requirement.Job{analyst}, nil},
		{"a comma inside a date", "Mar 1, 2019 - present, Analyst, NATO", []requirement.Job{with(analyst, func(j *requirement.Job) { j.From.Day = 1 })}, nil},
		{"a share of full time", "03/2019 – présent, Analyst, NATO, 80 %", []requirement.Job{with(analyst, func(j *requirement.Job) { j.Percent = 80 })}, nil},
		{"lines under a job are its text", "03/2019 – présent, Analyst, NATO\n- wrote reports\n- led two people", []requirement.Job{with(analyst, func(j *requirement.Job) { j.Text = "wrote reports\nled two people" })}, nil},
		{"a third part is text", "03/2019 – présent, Analyst, NATO, Brussels", []requirement.Job{with(analyst, func(j *requirement.Job) { j.Text = "Brussels" })}, nil},
		{"years alone leave the dates open", "2016-2019, Analyst, NATO", []requirement.Job{{Title: "Analyst", Employer: "NATO", Text: "2016-2019"}}, []string{`w c.csv row 2 column 2 (Work history): "2016-2019" names a year without a month`}},
		{"no dates", "Analyst, NATO", []requirement.Job{{Title: "Analyst", Employer: "NATO"}}, []string{`"Analyst, NATO" does not say from when to when`}},
		{"an end before the start", "03/2019 – 02/2018, Analyst, NATO", []requirement.Job{{From: day(2019, 3, 0), To: day(2018, 2, 0), Title: "Analyst", Employer: "NATO"}}, []string{"c.csv row 2 column 2 (Work history): The job ends"}},
		{"day or month is asked", "03/04/2019 – présent, Analyst, NATO", []requirement.Job{with(analyst, func(j *requirement.Job) { j.From = requirement.Date{} })}, []string{"could have the day or the month first"}},
		{"day or month is settled by another job", "03/04/2019 – présent, Analyst, NATO; 15/01/2015 – 28/02/2019, Clerk, Port", []requirement.Job{
			with(analyst, func(j *requirement.Job) { j.From = day(2019, 4, 3) }),
			with(clerk, func(j *requirement.Job) { j.From.Day, j.To.Day = 15, 28 }),
		}, nil},
	} {
		t.Run(c.rule, func(t *testing.T) {
			t.Parallel()
			rows := readCandidates(t, "c.csv", "reference|Work history\nA-1|\""+strings.ReplaceAll(c.in, `"`, `""`)+"\"\n")
			if strings.Contains(c.in, "|") {
				rows = readCandidates(t, "c.csv", "reference\tWork history\nA-1\t\""+c.in+"\"\n")
			}
			mustShow(t, rows, c.notes...)
			if diff := cmp.Diff(c.want, rows[0].Person.Facts.Jobs); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestTheJobsOfACellComeAfterThoseOfColumns(t *testing.T) {
	t.Parallel()
	rows := readCandidates(t, "c.csv", "reference,job1_from,job1_title,jobs\nA-1,2020-01,Head,2010-01 - 2012-03 Clerk\n")
	mustShow(t, rows)
	if j := people(t, rows)[0].Facts.Jobs; len(j) != 2 || j[0].Title != "Head" || j[1].Title != "Clerk" || j[1].To != day(2012, 3, 0) {
		t.Errorf("%+v", j)
	}
}

func TestTheJobsOfACellAreBounded(t *testing.T) {
	t.Parallel()
	many := readCandidates(t, "c.csv", "reference,jobs\nA-1,\""+strings.Repeat("2010-01 - 2012-03 Clerk\n", mostInCell+1)+"\"\n")
	mustShow(t, many, "The cell holds more than 100 jobs")
	hostile := strings.Repeat("2010-01 - - 2012 / - : ( ) , 2010 - , - , - , - , - : - ( 2010-01 - , ,\n", 9000)
	rows := readCandidates(t, "c.csv", "reference,jobs\nA-1,\""+hostile+"\"\n")
	if len(rows) != 1 || !rows[0].Bad() {
		t.Errorf("%q", problemLines(rows))
	}
}

// FuzzValues checks that no value makes a reader panic, and that a value that is not understood is noted and never
// becomes a fact.
func FuzzValues(f *testing.F) {
	for _, s := range []string{"", "03/04/2021", "Jun 30, 2012", "03/2019 – présent, Analyst, NATO; x", "VI - Proficiency", "0,8", "Licence", "31.12.9999", "Belgian / French", "2016-2019", "C1 (CEFR)", "Ⅳ", "1er août 2016", "İ → 9999"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		facts := &columnFacts{shares: &shareFacts{}}
		v := values{place: func() model.Problem { return model.Problem{} }, column: func() *columnFacts { return facts }}
		noted := func(what string, known bool) {
			if clean := strings.TrimSpace(v.line(s)); !known && clean != "" && len(v.problems) == 0 {
				t.Fatalf("%s %q is dropped in silence", what, s)
			}
			v.problems, v.more = nil, 0
			facts.asked = false
		}
		d := v.date(s)
		if !d.IsZero() && !d.Valid() {
			t.Fatalf("%q is the day %v", s, d)
		}
		noted("the date", !d.IsZero())
		noted("the last day", !v.until(s).IsZero())
		p := v.percent(s)
		if p < 0 || p > 100 {
			t.Fatalf("%q is %d %%", s, p)
		}
		noted("the share", p > 0)
		for _, scale := range append(requirement.Scales(), "") {
			_, level := v.languageSkill(scale, s)
			noted("the level", level != "")
		}
		noted("the degree", v.degreeLevel(s, "FRA", 2010) != "")
		noted("the nation", len(v.nations(s)) > 0)
		v.clearanceLevel(s)
		v.finish(model.Problem{})
		for _, j := range v.jobsIn(s) {
			if !j.From.IsZero() && !j.From.Valid() || !j.To.IsZero() && !j.To.Valid() || j.Ongoing && !j.To.IsZero() || j.Percent < 0 || j.Percent > 100 {
				t.Fatalf("%q is the job %+v", s, j)
			}
			if j == (requirement.Job{}) && len(v.problems) == 0 {
				t.Fatalf("%q is a job of nothing", s)
			}
		}
		facts.seeDates(s, 1)
		isFootLine(s)
	})
}
