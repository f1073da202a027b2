package imports

import (
	"strings"
	"testing"
)

// This file reads tables whose first row is not that of the names. All people in it are invented.

func TestNamesOfColumnsMayStandBelowTitles(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		rule, content, above string
		jobs                 int
	}{
		{"a title alone", "Candidates for the post of Keeper\nreference,name,From,To\nA-1,Ima Ginary,2019-01,2020-01\n", `"Candidates for the post of Keeper"`, 1},
		{"a title with delimiters", "Export;;;\n;;;\nPrinted on;1 Dec;;\nReference;Name;From;To\nA-1;Ima Ginary;2019-01;2020-01\n", `"Export", "Printed on 1 Dec"`, 1},
		{"a title with a comma above semicolons", "Keeper, second list\n\nreference;name;From;To\nA-1;Ima Ginary;2019-01;2020-01\n", `"Keeper, second list"`, 1},
		{"heads over repeated columns", "Candidate,,Job 1,,Job 2,\nreference,name,from,to,from,to\nA-1,Ima Ginary,2019-01,2020-01,2015-01,2018-12\n", "", 2},
		{"a title above heads", "Export of December,,,,,\nCandidate,,Experience 1,,Experience 2,\nreference,name,from,to,from,to\nA-1,Ima Ginary,2019-01,2020-01,2015-01,2018-12\n", `"Export of December"`, 2},
		{"one head over all jobs", "Candidate,,Employment,,,\nreference,name,from,to,from,to\nA-1,Ima Ginary,2019-01,2020-01,2015-01,2018-12\n", "", 2},
		{"repeated names", "reference,name,From,To,From,To\nA-1,Ima Ginary,2019-01,2020-01,2015-01,2018-12\n", "", 2},
	} {
		t.Run(c.rule, func(t *testing.T) {
			t.Parallel()
			rows := readCandidates(t, "c.csv", c.content)
			want := []string(nil)
			if c.above != "" {
				n := strings.Count(c.content[:strings.Index(strings.ToLower(c.content), "reference")], "\n") + 1
				want = append(want, "w c.csv row "+string(rune('0'+n))+": What stands above the names of the columns is left out: "+c.above+".")
			}
			mustShow(t, rows, want...)
			p := people(t, rows)
			if len(p) != 1 || p[0].Name != "Ima Ginary" || len(p[0].Facts.Jobs) != c.jobs || p[0].Facts.Jobs[c.jobs-1].To.IsZero() {
				t.Errorf("reads %+v", p)
			}
		})
	}
}

// A row of values that happen to be names of columns, as "English" is, must not become the row of names.
func TestARowOfValuesIsNoRowOfNames(t *testing.T) {
	t.Parallel()
	head := "Nr,Wer,Sprache eins,Sprache zwei,Anmerkung\n"
	h, err := Use{}.HeaderOf("c.csv", []byte(head+"1,Ima Ginary,English,French,Name\n"))
	ok(t, err)
	if len(h.Columns) != 5 || h.Columns[1].Name != "Wer" {
		t.Errorf("the names are %+v", h.Columns)
	}
}

// The dates of studies stand under the head of studies and are none of jobs.
func TestDatesOfStudiesAreNotThoseOfJobs(t *testing.T) {
	t.Parallel()
	rows := readCandidates(t, "c.csv", "Candidate,,Education,,Experience,\nreference,name,from,to,from,to\nA-1,Ima Ginary,2009-01,2010-01,2015-01,2018-12\n")
	if p := people(t, rows); len(p) != 1 || len(p[0].Facts.Jobs) != 1 || p[0].Facts.Jobs[0].From.Year != 2015 {
		t.Errorf("reads %+v", p)
	}
}

// Names with gaps between them are no heads over the values below.
func TestNamesWithGapsAreNoHeads(t *testing.T) {
	t.Parallel()
	rows := readCandidates(t, "c.csv", "Candidate number,,Position,,Employer\n2,x,2,y,3\n")
	if p := people(t, rows); len(p) != 1 || p[0].Reference != "2" {
		t.Errorf("reads %+v", p)
	}
}
