package model_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"shortlist/model"
	"shortlist/model/modeltest"
)

func TestEveryCandidateDecidedMakesTheVacancyDecided(t *testing.T) {
	t.Parallel()
	b := decided(t)
	if b.Phase != model.Decided || b.DecidedCount != 2 {
		t.Errorf("%s, %d decided", b.Phase, b.DecidedCount)
	}
	modeltest.Do(t, b, chair, model.MakeDecision{Candidate: 1, Outcome: model.Reserve, Reason: "On reflection."})
	if b.Phase != model.Decided || b.DecidedCount != 2 {
		t.Errorf("changed: %s, %d decided", b.Phase, b.DecidedCount)
	}
	b = modeltest.Screening(t, 1)
	modeltest.Do(t, b, secretary, model.MakeDecision{Candidate: 1, Outcome: model.Withdrawn, Reason: "Wrote."})
	if b.Phase != model.Screening {
		t.Errorf("a withdrawal made it %s", b.Phase)
	}
	modeltest.Do(t, b, chair, model.RevealRatings{})
	if b.Phase != model.Decided {
		t.Errorf("all withdrew, and it is %s", b.Phase)
	}
}

func TestAReopenedCaseTouchesNobodyElseR33(t *testing.T) {
	t.Parallel()
	b := decided(t)
	other := func() any {
		return []any{b.Decision(2), b.As(ann).Standing(2), b.As(ann).Visible(2), b.As(ann).Status(2)}
	}
	before := other()
	modeltest.Do(t, b, chair, model.MakeDecision{Candidate: 1, Reason: "A review found a missing page."})
	if b.Phase != model.Moderating || b.Decision(1).Outcome != model.NoDecision || b.DecidedCount != 1 {
		t.Errorf("%s, %+v", b.Phase, b.Decision(1))
	}
	modeltest.Do(t, b, chair, model.AgreeRating{Candidate: 1, Criterion: d1, Value: model.NotMet, Reason: "The page shows it."},
		model.MakeDecision{Candidate: 1, Outcome: model.Reserve, Reason: "With the page."})
	if d := cmp.Diff(before, other(), cmpopts.IgnoreUnexported(model.Row{})); d != "" {
		t.Errorf("the other case changed: %s", d)
	}
	if b.Phase != model.Decided {
		t.Errorf("it is %s", b.Phase)
	}
}

func TestDecisionsCarryReasonHandAndTime(t *testing.T) {
	t.Parallel()
	b := modeltest.Moderating(t, 1)
	change := modeltest.Do(t, b, chair, model.MakeDecision{Candidate: 1, Outcome: model.Shortlisted, Reason: " Best. "})
	d := b.Decision(1)
	if d.Outcome != model.Shortlisted || d.By != chair || !d.At.Equal(change.Events[0].At) || d.Reason.ID != change.Texts[0].ID || change.Texts[0].Body != "Best." {
		t.Errorf("%+v %+v", d, change.Texts)
	}
	e := change.Events[0]
	if n := b.As(observer).Narrate(e); n.What != "decided on C001: shortlisted" || n.Who != "Cleo" || n.Hidden {
		t.Errorf("%+v", n)
	}
}

func TestARevealWithMissingAssessmentsKeepsItsReason(t *testing.T) {
	t.Parallel()
	b := submitted(t)
	modeltest.Do(t, b, chair, model.RevealRatings{Reason: " Bob is ill. "})
	if b.Reveal.Reason != "Bob is ill." || b.Reveal.By != chair || !b.Revealed() || b.Phase != model.Moderating {
		t.Errorf("%+v", b.Reveal)
	}
}

func TestOfARevealedRatingNothingIsLost(t *testing.T) {
	t.Parallel()
	b := modeltest.Screening(t, 1)
	modeltest.Do(t, b, ann,
		model.SetReason{Candidate: 1, Criterion: e2, Text: "Four years."},
		model.AddEvidence{Candidate: 1, Criterion: e2, Quote: "2019–2023 keeper", Source: "cv.txt, line 3"},
		model.TickJobs{Candidate: 1, Criterion: e2, Jobs: []int{2, 0, 2}},
		model.SetRating{Candidate: 1, Criterion: e2, Value: model.Unclear},
		model.SetRating{Candidate: 1, Criterion: e2, Value: model.Met})
	r := b.As(ann).Own(1).Rating(e2)
	if r.Value != model.Met || r.Reason.IsZero() || len(r.Evidence) != 1 || !cmp.Equal(r.Jobs, []int{0, 2}) || !r.Ticked || r.Rules != 1 {
		t.Errorf("%+v", r)
	}
	modeltest.Do(t, b, ann, model.SetRating{Candidate: 1, Criterion: e2})
	if r := b.As(ann).Own(1).Rating(e2); r.Value != model.NotRated || r.Reason.IsZero() || len(r.Evidence) != 1 || b.RatingCount() != 0 {
		t.Errorf("cleared: %+v", r)
	}
}

// One judgement alone decides nothing: the panel settles the essentials of the case together first.
func TestTooFewAssessmentsAreMadeGoodByThePanelTogetherR8(t *testing.T) {
	t.Parallel()
	b := modeltest.Screening(t, 3)
	modeltest.Submit(t, b, ann, 1, modeltest.Good()...)
	for _, m := range []model.MemberID{ann, bob} {
		modeltest.Submit(t, b, m, 2, modeltest.Good()...)
	}
	modeltest.Do(t, b, chair, model.RevealRatings{Reason: "Today."})
	decide := func(c model.CandidateID, o model.Outcome) model.MakeDecision {
		return model.MakeDecision{Candidate: c, Outcome: o, Reason: "Seen by the panel."}
	}
	for c, n := range map[model.CandidateID]string{1: "1 of the 2 assessments", 3: "0 of the 2 assessments"} {
		for _, o := range []model.Outcome{model.Shortlisted, model.Reserve, model.NotShortlisted} {
			if why := modeltest.Refuse(t, b, chair, decide(c, o), model.Forbidden); !strings.Contains(why, n) || !strings.Contains(why, "E1, E2, E3") {
				t.Errorf("%s %s: %s", c, o, why)
			}
		}
	}
	agree := func(c model.CandidateID, k model.CriterionID, v model.Value) {
		t.Helper()
		modeltest.Do(t, b, chair, model.AgreeRating{Candidate: c, Criterion: k, Value: v, Reason: "Read together."})
	}
	agree(3, e2, model.NotMet) // one essential that is not met is enough against
	modeltest.Refuse(t, b, chair, decide(3, model.Shortlisted), model.Forbidden)
	modeltest.Do(t, b, chair, decide(3, model.NotShortlisted))
	agree(1, e1, model.Met)
	agree(1, e2, model.Met)
	modeltest.Refuse(t, b, chair, decide(1, model.Shortlisted), model.Forbidden)
	modeltest.Refuse(t, b, chair, decide(1, model.NotShortlisted), model.Forbidden)
	agree(1, b.Criteria[2].ID, "3")
	modeltest.Do(t, b, chair, decide(1, model.Shortlisted), decide(2, model.Shortlisted))
	modeltest.Do(t, b, chair, model.MakeDecision{Candidate: 1, Reason: "Read again."}) // reopening needs nothing

	few := modeltest.Preparing(t, 1) // a panel may seal another minimum
	r := few.Rules
	r.MinAssessors = 1
	modeltest.Do(t, few, chair, model.EditRules{Rules: r}, model.SealRules{})
	modeltest.Submit(t, few, ann, 1, modeltest.Good()...)
	modeltest.Do(t, few, chair, model.RevealRatings{Reason: "Today."}, decide(1, model.Shortlisted))
}

func TestWithoutEssentialsThePanelSettlesTheDesirablesR8(t *testing.T) {
	t.Parallel()
	b := modeltest.Preparing(t, 1)
	for _, k := range slices.Clone(b.Criteria) {
		if k.Class == model.Essential {
			modeltest.Do(t, b, chair, model.RemoveCriterion{Criterion: k.ID})
		}
	}
	modeltest.Do(t, b, chair, model.SealRules{}, model.RevealRatings{Reason: "Today."})
	decide := model.MakeDecision{Candidate: 1, Outcome: model.Shortlisted, Reason: "Seen by the panel."}
	if why := modeltest.Refuse(t, b, chair, decide, model.Forbidden); !strings.Contains(why, "D1, D2, D3") {
		t.Error(why)
	}
	for _, k := range b.Criteria {
		modeltest.Do(t, b, chair, model.AgreeRating{Candidate: 1, Criterion: k.ID, Value: k.Scale.Values()[0], Reason: "Read together."})
	}
	modeltest.Do(t, b, chair, decide)
}
