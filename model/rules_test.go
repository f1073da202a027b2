package model_test

import (
	"bytes"
	"crypto/sha256"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"shortlist/model"
	"shortlist/model/modeltest"
	"shortlist/model/requirement"
)

var update = flag.Bool("update", false, "write the golden files anew")

func TestTheRulesTextIsAsItWasSealed(t *testing.T) {
	t.Parallel()
	b := modeltest.Preparing(t, 0)
	r := model.DefaultRules()
	r.CutLine, r.TieBreakers, r.Policy = 5, []model.CriterionID{d2, d1}, requirement.Presets()[1]
	modeltest.Do(t, b, chair, model.EditRules{Rules: r}, model.WeighCriterion{Criterion: d2, Weight: 2, Reason: "Half of the work."}, model.SealRules{})
	got := model.RulesText(b.Vacancy.ClosingDate, b.Criteria, b.Rules)
	file := filepath.Join("testdata", "rules.golden")
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	golden, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(string(golden), got); d != "" {
		t.Error(d)
	}
	if want := fmt.Sprintf("%x", sha256.Sum256([]byte(got))); b.Seals[0].Hash != want {
		t.Errorf("the seal is %s, the text has %s", b.Seals[0].Hash, want)
	}
}

func TestTheHashOfTheRulesChangesWithEveryRule(t *testing.T) {
	t.Parallel()
	seen := map[string]string{}
	hash := func(what string, edit func(v *model.Vacancy, k []model.Criterion, r *model.Rules)) {
		b := modeltest.Preparing(t, 0)
		k := slices.Clone(b.Criteria)
		for i := range k {
			k[i].Scale.Points = slices.Clone(k[i].Scale.Points)
		}
		r := model.DefaultRules()
		r.TieBreakers = []model.CriterionID{d1}
		edit(&b.Vacancy, k, &r)
		h := model.RulesHash(b.Vacancy.ClosingDate, k, r)
		if other, ok := seen[h]; ok {
			t.Errorf("%s and %s have the same hash", what, other)
		}
		seen[h] = what
	}
	type vacancy = model.Vacancy
	type criteria = []model.Criterion
	type rules = model.Rules
	hash("nothing", func(*vacancy, criteria, *rules) {})
	hash("words", func(_ *vacancy, k criteria, _ *rules) { k[0].Text += " or more" })
	hash("requirement", func(_ *vacancy, k criteria, _ *rules) { k[1].Requirement.Months = 37 })
	hash("degree", func(_ *vacancy, k criteria, _ *rules) {
		k[0].Requirement.Degree = &requirement.Degree{Level: requirement.DegreeMaster}
	})
	hash("kind", func(_ *vacancy, k criteria, _ *rules) { k[2].Requirement.Kind = requirement.KindSkill })
	hash("class", func(_ *vacancy, k criteria, _ *rules) { k[2].Class = model.Desirable })
	hash("order", func(_ *vacancy, k criteria, _ *rules) { k[0], k[1] = k[1], k[0] })
	hash("weight", func(_ *vacancy, k criteria, _ *rules) { k[4].Weight = 2 })
	hash("reason of a weight", func(_ *vacancy, k criteria, _ *rules) { k[4].WeightReason = "Half of the work." })
	hash("scale", func(_ *vacancy, k criteria, _ *rules) { k[4].Scale = model.FactsScale() })
	hash("sentence of a scale", func(_ *vacancy, k criteria, _ *rules) { k[4].Scale.Points[4] += "!" })
	hash("pass mark", func(_ *vacancy, k criteria, _ *rules) { k[2].Scale.Pass = 3 })
	hash("cut line", func(_ *vacancy, _ criteria, r *rules) { r.CutLine = 1 })
	hash("tie rule", func(_ *vacancy, _ criteria, r *rules) { r.TieBreakers = []model.CriterionID{d2} })
	hash("no tie rule", func(_ *vacancy, _ criteria, r *rules) { r.TieBreakers = nil })
	hash("minimum of assessors", func(_ *vacancy, _ criteria, r *rules) { r.MinAssessors = 3 })
	hash("reasons", func(_ *vacancy, _ criteria, r *rules) { r.ReasonsRequired = true })
	hash("after the degree", func(_ *vacancy, _ criteria, r *rules) { r.Policy.AfterDegreeOnly = true })
	hash("internships", func(_ *vacancy, _ criteria, r *rules) { r.Policy.Internships = requirement.CountPaid })
	hash("volunteering", func(_ *vacancy, _ criteria, r *rules) { r.Policy.Volunteering = requirement.CountNone })
	hash("service", func(_ *vacancy, _ criteria, r *rules) {
		r.Policy.Military, r.Policy.MilitaryMonths = requirement.CountStatutory, 12
	})
	hash("doctorate", func(_ *vacancy, _ criteria, r *rules) { r.Policy.Doctorate = requirement.CountNone })
	hash("conversion", func(_ *vacancy, _ criteria, r *rules) { r.Policy.LanguageConversion = true })
	hash("level", func(_ *vacancy, _ criteria, r *rules) { r.Policy.ProfessionalLevel = true })
	hash("closing date", func(v *vacancy, _ criteria, _ *rules) { v.ClosingDate.Day++ })
}

func TestTheHashOfTheRulesChangesWithNothingElse(t *testing.T) {
	t.Parallel()
	b := modeltest.Preparing(t, 3)
	text := model.RulesText(b.Vacancy.ClosingDate, b.Criteria, b.Rules)
	k := slices.Clone(b.Criteria)
	for i := range k {
		k[i].ID += 10
		k[i].Lines = model.Lines{From: 1, To: 2}
		k[i].Added = true
		k[i].Text = "  " + k[i].Text + "\n"
	}
	if got := model.RulesText(b.Vacancy.ClosingDate, k, b.Rules); got != text {
		t.Error(cmp.Diff(text, got))
	}
	v := b.Vacancy
	v.Title, v.Grade = "Another", "G17"
	modeltest.Do(t, b, chair, model.EditVacancy{Vacancy: v}, model.AddMember{Name: "Dina", Role: model.RoleMember}, modeltest.Candidates(b, 2))
	if got := model.RulesText(b.Vacancy.ClosingDate, b.Criteria, b.Rules); got != text {
		t.Error(cmp.Diff(text, got))
	}
}

func TestEqualWeightsAreTheDefaultR5(t *testing.T) {
	t.Parallel()
	for _, k := range modeltest.Preparing(t, 0).Criteria {
		if k.Weight != 1 || k.WeightReason != "" {
			t.Errorf("%+v", k)
		}
	}
}

func TestTextsVerifyAndAShortOneIsNotGuessed(t *testing.T) {
	t.Parallel()
	b := modeltest.Screening(t, 2)
	say := func(c model.CandidateID) (model.TextRef, model.Text) {
		change := modeltest.Do(t, b, ann, model.SetReason{Candidate: c, Criterion: e1, Text: " yes "})
		return change.Events[0].Payload.(model.RatingSet).Reason, change.Texts[0]
	}
	ref, text := say(1)
	ref2, text2 := say(2)
	if text.Body != "yes" || text.Candidate != 1 || ref.ID != text.ID {
		t.Errorf("%+v %+v", ref, text)
	}
	sum := sha256.Sum256(append(slices.Clone(text.Salt), "yes"...))
	if !bytes.Equal(ref.Hash, sum[:]) || !bytes.Equal(text.Ref().Hash, ref.Hash) {
		t.Error("the hash does not verify")
	}
	if len(text.Salt) < 16 || bytes.Equal(text.Salt, text2.Salt) || bytes.Equal(ref.Hash, ref2.Hash) || ref.ID == ref2.ID {
		t.Error("the same words twice look the same")
	}
	changed := text
	changed.Body = "no"
	if bytes.Equal(changed.Ref().Hash, ref.Hash) {
		t.Error("other words verify")
	}
	if d := (model.Dossier{Texts: map[string]string{ref.ID: "yes"}}); d.Text(ref) != "yes" || d.Text(model.TextRef{}) != "" {
		t.Error("a text is not found by its reference")
	}
}

func TestEveryReasonLeavesTheEvent(t *testing.T) {
	t.Parallel()
	b := modeltest.Moderating(t, 1)
	for _, c := range []model.Command{
		model.AgreeRating{Candidate: 1, Criterion: d1, Value: model.NotMet, Reason: "SECRET"},
		model.MakeDecision{Candidate: 1, Outcome: model.NotShortlisted, Reason: "SECRET"},
	} {
		change := modeltest.Do(t, b, chair, c)
		if s := fmt.Sprintf("%+v", change.Events); bytes.Contains([]byte(s), []byte("SECRET")) || len(change.Texts) != 1 || change.Texts[0].Body != "SECRET" {
			t.Errorf("%T: %s", c, s)
		}
	}
}
