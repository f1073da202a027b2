package model_test

import (
	"encoding/json"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"shortlist/model"
	"shortlist/model/modeltest"
	"shortlist/model/requirement"
)

// anonymous is a panel that screens without names.
func anonymous(t modeltest.T, n int) *model.Board {
	t.Helper()
	b := modeltest.Preparing(t, n)
	r := b.Rules
	r.Anonymous = true
	modeltest.Do(t, b, modeltest.Chair, model.EditRules{Rules: r}, model.SealRules{})
	return b
}

func zoe() model.Dossier {
	return model.Dossier{
		Candidate: 1,
		Person: model.Person{
			Reference: "A-1", Name: "Zoë van Örtel-Li", Email: "z.oertel77@example.org", BirthYear: 1984, Gender: "f",
			Facts: requirement.Facts{
				Nationalities: []string{"EST"},
				Jobs:          []requirement.Job{{Title: "Keeper", Employer: "Ortel Lamps", Text: "ZOE kept the lamp."}},
				Clearances:    []requirement.ClearanceRecord{{Level: "NS", Issuer: "EST", Status: requirement.ClearanceHeld}},
				Statements:    []requirement.Statement{{Heading: "Letter of Zoe", Text: "Dear all, write to z.oertel77@example.org or +372 5555 1234. Li is my middle name; we keep the van in the li. 12+3 is 15 @ home."}},
				Documents:     []requirement.Document{{Name: "cv_ÖRTEL.pdf", Text: "Curriculum of Zoé Oertel"}},
			},
		},
		Texts: map[string]string{"t": "Örtel shows it."},
	}
}

func TestAnonymousScreeningHidesWhoACandidateIs(t *testing.T) {
	t.Parallel()
	b := anonymous(t, 1)
	d := b.Shown(zoe())
	all, err := json.Marshal(d)
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range []string{"Zo", "ZOE", "rtel\"", "RTEL", "Örtel", "EST", "1984", "example.org", "5555"} {
		if strings.Contains(string(all), s) {
			t.Errorf("%q is left in %s", s, all)
		}
	}
	text := d.Person.Facts.Statements[0].Text
	if want := "Dear all, write to [contact] or [contact]. [name] is my middle name; we keep the van in the li. 12+3 is 15 @ home."; text != want {
		t.Errorf("got  %s\nwant %s", text, want)
	}
	if d.Person.Reference != "A-1" || d.Texts["t"] != "[name] shows it." || len(d.Person.Facts.Clearances) != 1 {
		t.Errorf("%+v", d)
	}
	modeltest.Submit(t, b, ann, 1, modeltest.Good()...)
	modeltest.Do(t, b, modeltest.Chair, model.RevealRatings{Reason: "The time is up."})
	if b.Shown(zoe()).Person.Name == "" {
		t.Error("still hidden after the reveal")
	}
}

func TestAnonymousFindingsKeepTheVerdictAndNotTheNationality(t *testing.T) {
	t.Parallel()
	b := anonymous(t, 1)
	p := zoe().Person
	for _, f := range b.EligibilityFindings(p.Facts) {
		got := b.ShownFinding(f, p)
		if got.Verdict != f.Verdict || got.Verdict != requirement.Met {
			t.Errorf("%s became %s", f.Verdict, got.Verdict)
		}
		if strings.Contains(got.Why, "Estonia") || strings.Contains(got.Why, "EST") || !strings.Contains(f.Why, "Estonia") {
			t.Errorf("%q was %q", got.Why, f.Why)
		}
	}
}

func TestAnonymousReportNamesNobody(t *testing.T) {
	t.Parallel()
	b := anonymous(t, 1)
	modeltest.Do(t, b, ann, model.SetRating{Candidate: 1, Criterion: modeltest.E1, Value: "met"},
		model.SetReason{Candidate: 1, Criterion: modeltest.E1, Text: "Zoe van Örtel-Li shows it."})
	d := zoe()
	for id, r := range map[string]model.TextRef{"": b.Assessment(1, ann).Rating(modeltest.E1).Reason} {
		d.Texts[id+r.ID] = "Zoe van Örtel-Li shows it."
	}
	for _, m := range []model.MemberID{ann, modeltest.Chair, modeltest.Secretary} {
		r, err := b.Report(m, func(model.CandidateID) (model.Dossier, error) { return d, nil })
		if err != nil {
			t.Fatal(err)
		}
		out, err := json.Marshal(r.Candidates)
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range []string{"Zoe", "Zoë", "Örtel", "Estonia", "EST"} {
			if strings.Contains(string(out), s) {
				t.Errorf("%s reads %q in the report: %s", m, s, out)
			}
		}
	}
}

// Whatever the name and the text, no word of the name is left, and what is no name stays.
func TestScrubbingLeavesNoWordOfTheName(t *testing.T) {
	t.Parallel()
	b := anonymous(t, 1)
	rapid.Check(t, func(r *rapid.T) {
		word := rapid.StringMatching(`[A-ZÉŞ][a-zöéçı]{3,8}`)
		name := word.Draw(r, "name") + " " + word.Draw(r, "family")
		before := rapid.StringMatching(`[0-9 .,;:()\n]{0,8}`).Draw(r, "before")
		after := rapid.StringMatching(`[0-9 .,;:()\n]{1,8}`).Draw(r, "after")
		p := model.Person{Name: name, Facts: requirement.Facts{Statements: []requirement.Statement{{Text: before + name + after}}}}
		got := b.Shown(model.Dossier{Candidate: 1, Person: p}).Person.Facts.Statements[0].Text
		if want := before + "[name] [name]" + after; got != want {
			r.Fatalf("%q became %q", before+name+after, got)
		}
	})
}
