package model_test

import (
	"slices"
	"strings"
	"testing"

	"shortlist/model"
	"shortlist/model/modeltest"
	"shortlist/model/requirement"
)

// This file tests what a board does with papers of every kind that declares some.

func TestALaterFileReplacesTheListOfPapersItSpeaksOf(t *testing.T) {
	t.Parallel()
	for _, s := range requirement.CredentialSorts() {
		paper := func(name string) requirement.Credential { return requirement.Credential{Kind: s.Kind, Name: name} }
		other := requirement.Credential{Kind: "another", Name: "stays"}
		was := model.Person{Facts: requirement.Facts{Credentials: []requirement.Credential{paper("old"), other, paper("kept")}}}
		later := model.Person{Facts: requirement.Facts{Credentials: []requirement.Credential{paper("kept"), paper("new")}}}
		got, diff := was.Revise(later)
		if want := []requirement.Credential{other, paper("kept"), paper("new")}; !slices.Equal(got.Facts.Credentials, want) {
			t.Errorf("%s: %+v", s.Key, got.Facts.Credentials)
		}
		if len(diff) != 2 || diff[0].Field != s.One || !strings.Contains(diff[0].Was, "old") || !strings.Contains(diff[1].Is, "new") {
			t.Errorf("%s: %v", s.Key, diff)
		}
		if silent, diff := was.Revise(model.Person{}); len(diff) > 0 || !slices.Equal(silent.Facts.Credentials, was.Facts.Credentials) {
			t.Errorf("a file that does not speak of %s changes it: %v", s.Key, diff)
		}
	}
}

func TestAnonymousPapersTellNobodysNameOrNation(t *testing.T) {
	t.Parallel()
	b := modeltest.Preparing(t, 1)
	r := b.Rules
	r.Anonymous = true
	modeltest.Do(t, b, chair, model.EditRules{Rules: r})
	for _, s := range requirement.CredentialSorts() {
		p := model.Person{Name: "Petra Vanaalst", Facts: requirement.Facts{
			Credentials: []requirement.Credential{{Kind: s.Kind, Name: "Licence of P. Vanaalst", Category: "Vanaalst", Issuer: "BEL"}},
		}}
		got := b.Shown(model.Dossier{Candidate: 1, Person: p}).Person.Facts.Credentials[0]
		if words := got.Words(); strings.Contains(words, "Vanaalst") || strings.Contains(words, "BEL") {
			t.Errorf("%s: %s", s.Key, words)
		}
		f := model.Finding{Finding: requirement.Finding{Why: "Issued in Belgium to Vanaalst."}}
		f.Figures.Credential = &requirement.CredentialFigures{Name: "Licence of P. Vanaalst"}
		shown := b.ShownFinding(f, p)
		if strings.Contains(shown.Why, "Belgium") || strings.Contains(shown.Why+shown.Figures.Credential.Name, "Vanaalst") {
			t.Errorf("%s: %s", s.Key, shown.Why)
		}
		if p.Facts.Credentials[0].Issuer != "BEL" {
			t.Error("the file itself was changed")
		}
	}
}
