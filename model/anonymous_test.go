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
	for id, r := range map[string]model.TextRef{"": b.As(ann).Own(1).Rating(modeltest.E1).Reason} {
		d.Texts[id+r.ID] = "Zoe van Örtel-Li shows it."
	}
	for _, m := range []model.MemberID{ann, modeltest.Chair, modeltest.Secretary} {
		r, err := b.As(m).Report(func(model.CandidateID) (model.Dossier, error) { return d, nil })
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

func TestAnonymousFilesTellNoStateAndNoLabelTellsAName(t *testing.T) {
	t.Parallel()
	b := anonymous(t, 1)
	p := model.Person{Name: "Peter van Aalst", Reference: "aalst@example.org", Facts: requirement.Facts{
		Education:  []requirement.Education{{Level: "master", Country: "BEL"}},
		Clearances: []requirement.ClearanceRecord{{Level: "Zeer Geheim", Issuer: "BEL", Status: requirement.ClearanceHeld}},
		Documents:  []requirement.Document{{Name: "A-0007 Peter van Aalst cv.pdf"}, {Name: "cvaalstfinal.pdf"}, {Name: "cv 2024.pdf"}},
	}}
	got := b.Shown(model.Dossier{Person: p}).Person
	if c := got.Facts.Clearances[0]; c.Issuer != "" || strings.Contains(string(c.Level), "Geheim") {
		t.Errorf("%+v", c)
	}
	if e := got.Facts.Education[0]; e.Country != "" || e.Level != "master" {
		t.Errorf("%+v", e)
	}
	if d := got.Facts.Documents; d[0].Name != "A-0007 [name] [name] [name] cv.pdf" && d[0].Name != "A-0007 [name] van [name] cv.pdf" || d[1].Name != "document" || d[2].Name != "cv 2024.pdf" {
		t.Errorf("%+v", d)
	}
	for ref, hidden := range map[string]bool{"aalst@example.org": true, "van-Aalst-1": true, "A-0007": false} {
		p.Reference = ref
		shown := b.Shown(model.Dossier{Person: p}).Person.Reference
		brief := model.CandidateSummary{Reference: ref, Name: p.Name, Nationalities: []string{"BEL"}}.Masked()
		if (shown == ref) == hidden || (brief.Reference == ref) == hidden || brief.Name != "" || brief.Nationalities != nil {
			t.Errorf("%s is shown as %q and %+v", ref, shown, brief)
		}
	}
}

// What is recorded of a qualification is offered for others without the words, which may name whom it was recorded of.
func TestAnonymousOffersKeepTheirReasonBack(t *testing.T) {
	t.Parallel()
	b := anonymous(t, 2)
	edu := requirement.Education{Level: requirement.DegreeBachelor, Field: "lamps", Institution: "Invented University", Country: "EST"}
	e := modeltest.Do(t, b, ann, model.RecordEquivalence{
		Candidate: 1, Criterion: modeltest.E1, Qualification: edu.Qualification(), Equivalent: true, Reason: "Zoë showed the papers.",
	}).Events[0]
	two := []requirement.Education{edu, {Level: requirement.DegreeMaster, Field: "keys"}}
	for c, says := range map[model.CandidateID]bool{1: true, 2: false} {
		offers := b.As(ann).Offers(c, *b.Criterion(modeltest.E1), requirement.Facts{Education: two})
		if len(offers) != 1 || strings.Contains(offers[0], "Zoë") != says || strings.Contains(offers[0], "EST") {
			t.Errorf("for %s: %q", c, offers)
		}
	}
	if n := b.As(ann).Narrate(e); strings.Contains(n.What, "Zoë") || strings.Contains(n.What, "EST") {
		t.Errorf("the history tells %q", n.What)
	}
}

func TestAnonymousHistoryTellsNoNumberOfADeclarationAndNoFileOfOne(t *testing.T) {
	t.Parallel()
	b := anonymous(t, 2)
	none := modeltest.Do(t, b, ann, model.DeclareConflict{Candidate: 2, Interest: model.NoConflict}).Events[0]
	alone := model.Event{Author: modeltest.Chair, Payload: model.CandidatesAdded{Batch: model.ImportBatch{First: 3, Count: 1, Source: "Zoe.json"}}}
	mended := model.Event{Author: modeltest.Chair, Payload: model.CandidatesRevised{Revision: model.Revision{Candidates: []model.CandidateID{2}, Source: "Zoe"}}}
	for _, m := range []model.MemberID{ann, modeltest.Chair, modeltest.Bob} {
		if n := b.As(m).Narrate(none); strings.Contains(n.What, "C002") {
			t.Errorf("%s reads %q", m, n.What)
		}
		for _, e := range []model.Event{alone, mended} {
			if n := b.As(m).Narrate(e); strings.Contains(n.What, "Zoe") {
				t.Errorf("%s reads %q", m, n.What)
			}
		}
	}
}

func TestAnonymousImportsTellNumberAndReferenceOnly(t *testing.T) {
	t.Parallel()
	before := model.Person{Reference: "A-7", Name: "Zoë van Örtel", Facts: requirement.Facts{
		Nationalities: []string{"EST"}, Languages: []requirement.LanguageSkill{{Language: "en", Level: "III"}}, Jobs: []requirement.Job{{Title: "Keeper", Employer: "Örtel Lamps"}},
	}}
	later := model.Person{Name: "Zoë Öberg", Email: "z@example.org", BirthYear: 1984, Gender: "f", Facts: requirement.Facts{
		Nationalities: []string{"SWE"}, Languages: []requirement.LanguageSkill{{Language: "en", Level: "V"}}, Jobs: []requirement.Job{{Title: "Keeper", Employer: "Öberg Lamps"}},
		Documents: []requirement.Document{{Name: "Öberg.pdf", Text: "x"}},
	}}
	after, diff := before.Revise(later)
	said := anonymous(t, 7).ShownChanged(model.Changed{Candidate: 7, Reference: "A-7", Differences: diff}, after).String()
	want := "C007 A-7: job differs; language: no longer “en III”; language: now “en V”; document differs; something that is hidden until the reveal differs"
	if said != want {
		t.Errorf("got  %s\nwant %s", said, want)
	}
	open := modeltest.Screening(t, 7).ShownChanged(model.Changed{Candidate: 7, Differences: diff}, after)
	if len(open.Differences) != len(diff) {
		t.Error("hidden where the rules do not ask for it")
	}
	b := anonymous(t, 1)
	for _, p := range []model.Problem{
		{Line: 3, Column: 2, Field: "nationalities", Message: "“Estnisch” is no country"},
		{Line: 3, Field: "candidates[2].name", Message: "“Zoë” is no name"},
		{Line: 3, Field: "reference", Message: "“zoe@example.org” stands in row 2 already"},
	} {
		if s := b.ShownProblem(p).String(); strings.Contains(s, "Estn") || strings.Contains(s, "Zoë") || strings.Contains(s, "zoe@") || !strings.Contains(s, "3") {
			t.Errorf("the problem says %q", s)
		}
	}
}

// R9: while candidates are anonymous the files of those who came in together open together.
func TestAnonymousFilesOpenTogetherR9(t *testing.T) {
	t.Parallel()
	b := modeltest.Preparing(t, 3)
	r := b.Rules
	r.Anonymous, r.Declarations = true, true
	modeltest.Do(t, b, modeltest.Chair, model.EditRules{Rules: r}, model.SealRules{})
	open := func(b *model.Board) (out string) {
		for c := model.CandidateID(1); int(c) <= b.Candidates; c++ {
			if b.As(ann).MustDeclare(c) {
				out += "-"
			} else {
				out += "o"
			}
		}
		return out
	}
	steps := []struct {
		what []model.Command
		want string
	}{
		{nil, "---"},
		{[]model.Command{model.DeclareConflict{Candidate: 2, Interest: model.NoConflict}}, "---"},
		{[]model.Command{model.DeclareConflict{Candidate: 1, Interest: model.Recused}}, "---"},
		{[]model.Command{model.DeclareRest{}}, "ooo"},
		{[]model.Command{model.DeclareConflict{Candidate: 3, Interest: model.Recused}}, "ooo"},
	}
	for _, s := range steps {
		modeltest.Do(t, b, ann, s.what...)
		if got := open(b); got != s.want || open(model.Restore(b.Snapshot())) != s.want {
			t.Fatalf("after %+v: %s, restored %s", s.what, got, open(model.Restore(b.Snapshot())))
		}
	}
	modeltest.Do(t, b, modeltest.Secretary, modeltest.Candidates(b, 2))
	if got := open(b); got != "ooo--" {
		t.Errorf("after two more came in: %s", got)
	}
	modeltest.Refuse(t, b, ann, model.DeclareConflict{Candidate: 1, Interest: model.NoConflict}, model.Forbidden)
	modeltest.Do(t, b, ann, model.DeclareConflict{Candidate: 4, Interest: model.NoConflict}, model.DeclareConflict{Candidate: 5, Interest: model.NoConflict})
	if got := open(b); got != "ooooo" {
		t.Errorf("at the end: %s", got)
	}
}

// What NATO or the European Union issued tells no nation: their names stay in the sentences of findings.
func TestTheNamesOfOrganisationsAreNotHiddenAsNations(t *testing.T) {
	t.Parallel()
	b := anonymous(t, 1)
	for _, issuer := range []string{"NATO", "EU"} {
		p := zoe().Person
		p.Facts.Clearances = []requirement.ClearanceRecord{{Level: "NS", Issuer: issuer, Status: requirement.ClearanceHeld}}
		f := model.Finding{Label: "E1", Finding: requirement.Finding{Why: "English V: meets V (NATO scale, EU level); EST and Estonia."}}
		if got, want := b.ShownFinding(f, p).Why, "English V: meets V (NATO scale, EU level); [nationality] and [nationality]."; got != want {
			t.Errorf("%s: %q", issuer, got)
		}
	}
}
