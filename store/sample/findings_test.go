package sample

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"shortlist/model"
	"shortlist/model/modeltest"
	"shortlist/model/requirement"
	"shortlist/store/imports"
)

// The findings of every candidate of the sample, for the sample's own vacancy and for others. Every line of the golden
// files was read and checked by hand; a line that changes is to be checked again.

var update = flag.Bool("update", false, "write the golden files")

func TestFindings(t *testing.T) {
	t.Parallel()
	people := people(t)
	t.Run("sample", func(t *testing.T) {
		t.Parallel()
		compare(t, "sample", findings(t, "posting.txt", people, true))
	})
	for _, name := range []string{"command", "fasttrack", "french", "nations", "officer"} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			compare(t, name, findings(t, filepath.FromSlash("../../model/posting/testdata/postings/"+name+".txt"), people, false))
		})
	}
	published, err := filepath.Glob(filepath.FromSlash("../../../shared/postings/00[0-4]-*.txt"))
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range published { // where they are at hand
		name := "posting-" + filepath.Base(path)[:3]
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			compare(t, name, findings(t, path, people, false))
		})
	}
}

func people(t *testing.T) []model.Person {
	t.Helper()
	in, err := imports.ReadCandidates("candidates.json", Candidates)
	if err != nil {
		t.Fatal(err)
	}
	var out []model.Person
	for row := range in.Rows {
		if row.Bad() {
			t.Fatalf("%+v", row.Problems)
		}
		out = append(out, row.Person)
	}
	return out
}

// findings returns every finding as text. A posting without a closing date gets that of the sample. Experience is shown
// before a member has ticked jobs, and with every job ticked. assumed adds what was taken for granted.
func findings(t *testing.T, path string, people []model.Person, assumed bool) string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	p, err := imports.ReadPosting(filepath.Base(path), data)
	if err != nil {
		t.Fatal(err)
	}
	c := imports.Draft(p)
	if c.Vacancy.ClosingDate.IsZero() {
		c.Vacancy.ClosingDate = requirement.Date{Year: 2026, Month: 9, Day: 15}
	}
	b := model.NewBoard()
	modeltest.Do(t, b, "", c)
	var w strings.Builder
	fmt.Fprintf(&w, "closing date %s, clearance %q %s\n", c.Vacancy.ClosingDate.Words(), c.Vacancy.Clearance.Level, c.Vacancy.Clearance.Mode)
	for _, k := range b.Criteria {
		fmt.Fprintf(&w, "\n%s %s\n", b.Label(k.ID), requirement.Sentence(k.Requirement))
		one := func(f requirement.Facts) string { return sentence(b.Finding(k, model.Rating{}, f), assumed) }
		if k.Requirement.Months > 0 {
			one = func(f requirement.Facts) string {
				all := model.Rating{Ticked: true}
				for i := range f.Jobs {
					all.Jobs = append(all.Jobs, i)
				}
				return sentence(b.Finding(k, model.Rating{}, f), assumed) + "     all ticked " + sentence(b.Finding(k, all, f), assumed)
			}
		}
		list(&w, people, one)
	}
	for i, g := range b.Vacancy.Eligibility {
		fmt.Fprintf(&w, "\n%s %s\n", g.ID, g.Kind)
		list(&w, people, func(f requirement.Facts) string { return sentence(b.EligibilityFindings(f)[i], assumed) })
	}
	return w.String()
}

// list writes one finding for each candidate, or one for all if they are the same.
func list(w *strings.Builder, people []model.Person, one func(requirement.Facts) string) {
	same := true
	for _, p := range people {
		same = same && one(p.Facts) == one(people[0].Facts)
	}
	if same {
		w.WriteString("  everybody " + one(people[0].Facts))
		return
	}
	for i, p := range people {
		w.WriteString("  " + model.CandidateID(i+1).String() + " " + one(p.Facts))
	}
}

func sentence(f model.Finding, assumed bool) string {
	s := f.Marked() + "\n"
	for _, a := range f.Assumptions {
		if !assumed {
			break
		}
		s += "         assumed: " + a + "\n"
	}
	return s
}

func compare(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", "findings", name+".golden")
	if *update {
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(got), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s (-want +got):\n%s", path, diff)
	}
}
