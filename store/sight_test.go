package store_test

// This file checks what every paper that leaves a vacancy file shows to whom. A new format is tested by being listed.

import (
	"archive/zip"
	"bytes"
	"context"
	"io"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"shortlist/model"
	"shortlist/store/exports"
	"shortlist/store/storetest"
)

// papers returns everything that can be written of a vacancy for a viewer: the reports in every format, and the own
// form.
func papers(t *testing.T, d *storetest.Desk, viewer model.MemberID) map[string]string {
	t.Helper()
	out := map[string]string{}
	for _, f := range exports.Formats() {
		var w bytes.Buffer
		err := d.File.ExportTo(&w, viewer, f.Name)
		if model.CodeOf(err) == model.Forbidden && d.Board.Revealed() && len(d.Board.As(viewer).RecusedCases()) > 0 {
			continue // not written at all
		}
		must(t, err)
		out[f.Name] = w.String()
	}
	if m := d.Board.Member(viewer); m == nil || !m.Role.Votes() || d.Board.Revealed() {
		return out
	}
	for _, ext := range sheetExts {
		out["sheet"+ext] = unpacked(t, write(t, d, viewer, "own"+ext))
	}
	return out
}

// unpacked returns all text in a file, with the parts of a workbook and its properties.
func unpacked(t *testing.T, path string) string {
	t.Helper()
	b, err := os.ReadFile(path)
	must(t, err)
	z, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		return string(b)
	}
	var out strings.Builder
	slices.SortFunc(z.File, func(x, y *zip.File) int { return strings.Compare(x.Name, y.Name) })
	for _, f := range z.File {
		if strings.Contains(f.Name, "Content_Types") || strings.HasSuffix(f.Name, ".rels") {
			continue // they list the other parts, in any order
		}
		r, err := f.Open()
		must(t, err)
		part, err := io.ReadAll(r)
		must(t, err)
		out.WriteString(f.Name + "\n" + string(part) + "\n")
	}
	return out.String()
}

// growing matches lines that tell only the length of the history and the hashes of its ends.
var growing = regexp.MustCompile(`(?m)^.*("events": \d+|Events in the history|[0-9a-f]{64}).*$`)

// panelOfFive is a desk with a chair, two members, a secretary and an observer, and candidates.
func panelOfFive(t *testing.T, n int, anonymous bool) *storetest.Desk {
	t.Helper()
	_, d := storetest.New(t)
	d.Import(7, n)
	d.Do("", model.AddMember{Name: "Vera Quill (invented)", Role: model.Chair})
	d.Do("M1", model.AddMember{Name: "Otto Finch (invented)", Role: model.RoleMember})
	d.Do("M1", model.AddMember{Name: "Pia Wren (invented)", Role: model.RoleMember})
	d.Do("M1", model.AddMember{Name: "Sam Rook (invented)", Role: model.RoleSecretary})
	d.Do("M1", model.AddMember{Name: "Olga Tern (invented)", Role: model.RoleObserver})
	rules := d.Board.Rules
	rules.Anonymous = anonymous
	d.Do("M1", model.EditRules{Rules: rules})
	d.Do("M1", model.SealRules{})
	for _, m := range []model.MemberID{"M1", "M2", "M3"} {
		if d.Board.Rules.Declarations {
			d.Do(m, model.DeclareRest{})
		}
	}
	return d
}

func rateAll(d *storetest.Desk, m model.MemberID, c model.CandidateID, fact, point model.Value, words string) {
	for _, k := range d.Board.Criteria {
		v := fact
		if k.Scale.Kind == model.Graded {
			v = point
		}
		d.Do(m, model.SetRating{Candidate: c, Criterion: k.ID, Value: v})
		d.Do(m, model.SetReason{Candidate: c, Criterion: k.ID, Text: words})
		d.Do(m, model.AddEvidence{Candidate: c, Criterion: k.ID, Quote: words, Source: words})
	}
}

// R11: before the reveal a rating changes no report in any format, and no form, of anybody but its author.
func TestNoPaperHoldsWhatOthersRatedBeforeTheRevealR11(t *testing.T) {
	t.Parallel()
	const secret = "otto-wrote-this"
	d := panelOfFive(t, 3, false)
	rateAll(d, "M3", 1, model.Met, "2", "pia-wrote-this")
	viewers := []model.MemberID{"M1", "M3", "M4", "M5", ""}
	before := map[model.MemberID]map[string]string{}
	for _, m := range viewers {
		before[m] = papers(t, d, m)
	}
	for c := model.CandidateID(1); c <= 2; c++ {
		rateAll(d, "M2", c, model.NotMet, "4", secret)
		d.Do("M2", model.SubmitAssessment{Candidate: c})
	}
	d.Do("M2", model.DeclareConflict{Candidate: 3, Interest: model.Recused})
	d.Do("M1", model.ReturnAssessment{Candidate: 1, Member: "M2", Reason: secret})
	for _, m := range viewers {
		for name, paper := range papers(t, d, m) {
			if name == "history" { // everybody may know that an assessment was returned, but not what was in it
				for line := range strings.Lines(paper) {
					if strings.Contains(line, secret) || strings.Contains(line, `"author":"M2"`) && m != "M2" {
						t.Errorf("R11: %q learns of Otto's ratings from the history: %s", m, line)
					}
				}
				continue
			}
			got, want := growing.ReplaceAllString(paper, ""), growing.ReplaceAllString(before[m][name], "")
			if strings.Contains(paper, secret) || got != want {
				t.Errorf("R11: %q learns of Otto's ratings from %s:\n%s\nbefore it was\n%s", m, name, got, want)
			}
		}
	}
	if !strings.Contains(papers(t, d, "M2")["json"], secret) || !strings.Contains(papers(t, d, "M3")["md"], "pia-wrote-this") {
		t.Error("the own ratings are missing too")
	}
}

// R10: no paper of a recused member holds anything of the case, before the reveal or after it.
func TestNoPaperHoldsACaseForWhoIsRecusedR10(t *testing.T) {
	t.Parallel()
	const secret = "vera-wrote-this"
	d := panelOfFive(t, 2, false)
	d.Do("M2", model.DeclareConflict{Candidate: 1, Interest: model.Recused})
	for _, m := range []model.MemberID{"M1", "M3"} {
		rateAll(d, m, 1, model.Met, "3", secret)
		d.Do(m, model.SubmitAssessment{Candidate: 1})
	}
	file, err := d.File.Dossier(1)
	must(t, err)
	other, err := d.File.Dossier(2)
	must(t, err)
	look := func(when string) {
		t.Helper()
		for name, paper := range papers(t, d, "M2") {
			if strings.Contains(paper, secret) {
				t.Errorf("R10: %s Otto, who is recused, reads the ratings in %s", when, name)
			}
			if strings.HasPrefix(name, "sheet") && (strings.Contains(paper, file.Person.Reference) || !strings.Contains(paper, other.Person.Reference)) {
				t.Errorf("R10: %s the form of a recused member holds the case, or not the other one: %s", when, name)
			}
		}
	}
	look("before the reveal")
	if _, ok := papers(t, d, "M2")["history"]; !ok {
		t.Error("before the reveal the history of a recused member holds their own work alone, and is not written")
	}
	d.Do("M1", model.RevealRatings{Reason: "The time is up."})
	d.Do("M1", model.AgreeRating{Candidate: 1, Criterion: d.Board.Criteria[0].ID, Value: model.Met, Reason: secret})
	d.Do("M1", model.MakeDecision{Candidate: 1, Outcome: model.NotShortlisted, Reason: secret})
	look("after the reveal")
	if _, ok := papers(t, d, "M2")["history"]; ok {
		t.Error("R10: the whole history goes to a recused member")
	}
	if !strings.Contains(papers(t, d, "M3")["md"], secret) {
		t.Error("those who are not recused do not read it either")
	}
}

// While candidates are anonymous no paper tells who they are, and an import shows only number and reference.
func TestAnonymousPapersAndImportsNameNobody(t *testing.T) {
	t.Parallel()
	d := panelOfFive(t, 4, true)
	var words []string
	for c := model.CandidateID(1); c <= 4; c++ {
		x, err := d.File.Dossier(c)
		must(t, err)
		p := x.Person
		words = append(words, strings.Fields(p.Name)[0], p.Email, "issued by "+p.Facts.Clearances[0].Issuer, p.Facts.Nationalities[0])
		rateAll(d, "M2", c, model.Met, "3", p.Name+" wrote from "+p.Email)
	}
	words = append(words, "new0@")
	for _, m := range []model.MemberID{"M1", "M2", "M3", "M4", "M5", ""} {
		for name, paper := range papers(t, d, m) {
			for _, w := range words {
				if strings.Contains(paper, w) {
					t.Errorf("%q reads %q in %s", m, w, name)
				}
			}
			if name == "md" && !strings.Contains(paper, "best effort") {
				t.Error("the report does not say where the hiding ends")
			}
		}
	}
	again := storetest.Rows("later.csv", func(yield func(model.IntakeRow) bool) {
		p := storetest.Person(7, 1)
		p.Email, p.Name, p.Facts.Nationalities = "new0@example.org", p.Name+" Newname", []string{"LUX"}
		yield(model.IntakeRow{Person: p, Line: 2, Problems: []model.Problem{{File: "later.csv", Line: 2, Column: 3, Field: "nationalities", Message: "“" + p.Name + "” is no country", Warning: true}}})
	})
	_, r, err := d.File.Stage(context.Background(), 5, again, true, nil)
	must(t, err)
	var csv bytes.Buffer
	must(t, exports.Problems(&csv, r))
	told := csv.String() + r.Differences[0].String() + r.Problems[0].String()
	for _, w := range append(words, "Newname", "LUX", "new0") {
		if strings.Contains(told, w) {
			t.Errorf("the import tells %q: %s", w, told)
		}
	}
	if !strings.Contains(told, "C001 T7-000001: something that is hidden until the reveal differs") {
		t.Errorf("the import tells %s", told)
	}
}
