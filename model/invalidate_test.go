package model_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"shortlist/model"
	"shortlist/model/modeltest"
	"shortlist/model/requirement"
)

// reopened is a screening in which Ann submitted both candidates and Bob began the first, with the rules open again.
func reopened(t modeltest.T) *model.Board {
	t.Helper()
	b := submitted(t)
	modeltest.Submit(t, b, ann, 2, modeltest.Good()...)
	modeltest.Rate(t, b, bob, 1, "met", "not met")
	modeltest.Do(t, b, chair, model.ReopenRules{Reason: "E2 was read wrongly."})
	return b
}

func TestWhatANewVersionOfTheRulesDoesToRatingsR3(t *testing.T) {
	t.Parallel()
	edited := model.GradedScale()
	edited.Points[2] = "Shown by one example."
	passMark := model.GradedScale()
	passMark.Pass = 3
	for _, c := range []struct {
		rule    string
		command model.Command
		lapsed  []model.CriterionID
		open    string // what Ann is asked for again
	}{
		{"the same again: all stands", model.EditRules{Rules: model.Rules{MinAssessors: 3}}, nil, ""},
		{"a new criterion is open for everybody", model.AddCriterion{Criterion: model.Criterion{Class: model.Desirable, Text: "Swim"}}, nil, "D4"},
		{"other words lapse", model.EditCriterion{Criterion: e2, Text: "Have 5 years", Requirement: requirement.Requirement{Kind: requirement.KindExperience, Months: 36}}, []model.CriterionID{e2}, "E2"},
		{"another requirement lapses", model.EditCriterion{Criterion: e2, Text: "Have 3 years of work with lighthouses", Requirement: requirement.Requirement{Kind: requirement.KindExperience, Months: 60}}, []model.CriterionID{e2}, "E2"},
		{"another scale lapses", model.ScaleCriterion{Criterion: e2, Scale: model.GradedScale()}, []model.CriterionID{e2}, "E2"},
		{"another sentence of the scale lapses", model.ScaleCriterion{Criterion: d2, Scale: edited}, []model.CriterionID{d2}, "D2"},
		{"another pass mark stands", model.ScaleCriterion{Criterion: e3, Scale: passMark}, nil, ""},
		{"another weight stands", model.WeighCriterion{Criterion: d2, Weight: 3, Reason: "Half of the work."}, nil, ""},
		{"another class stands", model.ReclassifyCriterion{Criterion: d2, Class: model.Essential}, nil, ""},
		{"another place stands", model.MoveCriterion{Criterion: e1, Position: 3}, nil, ""},
		{"a removal leaves the others", model.RemoveCriterion{Criterion: d1}, nil, ""},
		{"a split lapses and opens", model.SplitCriterion{Criterion: e3, Texts: []string{"Know lamps", "Know oil"}, Types: make([]requirement.Requirement, 2)}, []model.CriterionID{e3}, "E3, E4"},
		{"a merger lapses", model.MergeCriteria{Criterion: d2, Requirement: requirement.Requirement{Kind: requirement.KindSkill}}, []model.CriterionID{d2}, "D2"},
	} {
		t.Run(c.rule, func(t *testing.T) {
			t.Parallel()
			b := reopened(t)
			before := b.RatingCount()
			modeltest.Do(t, b, chair, c.command, model.SealRules{})
			if got := b.Seals[1]; got.Version != 2 || got.Ratings != before || got.Reason != "E2 was read wrongly." {
				t.Errorf("the seal says %+v", got)
			}
			want := model.Submitted
			if c.open != "" {
				want = model.Returned
			}
			for _, id := range []model.CandidateID{1, 2} {
				a := b.As(ann).Own(id)
				if a.State != want {
					t.Errorf("the assessment of %s is %s, not %s", id, a.State, want)
				}
				var names []string
				for _, k := range b.Open(a) {
					names = append(names, b.Label(k))
				}
				if got := strings.Join(names, ", "); got != c.open {
					t.Errorf("open is %q, not %q", got, c.open)
				}
				for _, k := range c.lapsed {
					if r := a.Rating(k); r.Value != model.NotRated || r.Invalidated == model.NotRated || r.Rules != 1 {
						t.Errorf("%s: %+v has not lapsed", b.Label(k), r)
					}
				}
			}
			if r := b.As(bob).Own(1).Rating(e1); r.Value != model.Met || r.Rules != 1 {
				t.Errorf("a rating of what did not change is lost: %+v", r)
			}
			restored := model.Restore(b.Snapshot())
			if restored.RatingCount() != b.RatingCount() {
				t.Errorf("%d ratings counted, %d stand", b.RatingCount(), restored.RatingCount())
			}
		})
	}
}

func TestALapsedRatingIsGivenAnewAndKeepsItsTexts(t *testing.T) {
	t.Parallel()
	b := submitted(t)
	modeltest.Do(t, b, ann, model.ReturnAssessment{Candidate: 1},
		model.SetReason{Candidate: 1, Criterion: e2, Text: "Four years."}, model.SubmitAssessment{Candidate: 1})
	modeltest.Do(t, b, chair, model.ReopenRules{Reason: "Two years were meant."},
		model.EditCriterion{Criterion: e2, Text: "Have 2 years", Requirement: requirement.Requirement{Kind: requirement.KindExperience, Months: 24}},
		model.SealRules{})
	if s := b.As(ann).Standing(1); s.Gate != model.GateOpen {
		t.Errorf("the gate is %s while a rating has lapsed", s.Gate)
	}
	modeltest.Do(t, b, ann, model.SetReason{Candidate: 1, Criterion: e2, Text: "Four years, page 2."})
	r := b.As(ann).Own(1).Rating(e2)
	if r.Invalidated != model.Met || r.Value != model.NotRated || r.Reason.IsZero() {
		t.Fatalf("a reason changed what lapsed: %+v", r)
	}
	again := model.SetRating{Candidate: 1, Criterion: e2, Value: model.Met}
	back := again.Inverse(b, ann)
	modeltest.Do(t, b, ann, again)
	if got := b.As(ann).Own(1).Rating(e2); got.Value != model.Met || got.Invalidated != model.NotRated || got.Rules != 2 {
		t.Fatalf("given anew: %+v", got)
	}
	modeltest.Do(t, b, ann, back)
	if d := cmp.Diff(r, b.As(ann).Own(1).Rating(e2), cmp.FilterPath(func(p cmp.Path) bool { return p.String() == "At" }, cmp.Ignore())); d != "" {
		t.Fatalf("undo: %s", d)
	}
	modeltest.Do(t, b, ann, again, model.SubmitAssessment{Candidate: 1})
}

func TestARatingGivenOnALaptopThatDidNotKnowTheNewRulesLapses(t *testing.T) {
	t.Parallel()
	b := modeltest.Screening(t, 1)
	ago := modeltest.Screening(t, 1) // Ann's laptop: knows version 1 only
	modeltest.Cards(t, b)
	modeltest.Cards(t, ago)
	rate := func(k model.CriterionID, v model.Value) model.Event {
		c, err := model.Decide(ago, model.SetRating{Candidate: 1, Criterion: k, Value: v}, modeltest.Stamp(ago, ann, "ann"))
		if err != nil {
			t.Fatal(err)
		}
		ago.ApplyAll(c.Events)
		return c.Events[0]
	}
	var late []model.Event
	for i, v := range modeltest.Good() {
		late = append(late, rate(ago.Criteria[i].ID, v))
	}
	c, err := model.Decide(ago, model.SubmitAssessment{Candidate: 1}, modeltest.Stamp(ago, ann, "ann"))
	if err != nil {
		t.Fatal(err)
	}
	late = append(late, c.Events...)
	modeltest.Do(t, b, chair, model.ReopenRules{Reason: "A slip."},
		model.EditCriterion{Criterion: e1, Text: "Hold a master's degree", Requirement: requirement.Requirement{Kind: requirement.KindDegree}},
		model.SealRules{})
	for _, e := range late {
		e.Lamport += 100 // written later than the seal, without knowing it
		b.Apply(e)
	}
	a := b.As(ann).Own(1)
	if r := a.Rating(e1); r.Value != model.NotRated || r.Invalidated != model.Met || r.Rules != 1 {
		t.Errorf("E1 is %+v", r)
	}
	if r := a.Rating(e2); r.Value != model.Met || r.Rules != 1 {
		t.Errorf("E2 is %+v", r)
	}
	if a.State != model.Returned {
		t.Errorf("an assessment with an open criterion is %s", a.State)
	}
}

func TestASealThatDidNotKnowAChangeDoesNotHold(t *testing.T) {
	t.Parallel()
	b := modeltest.Preparing(t, 1)
	other := modeltest.Preparing(t, 1)
	edit, err := model.Decide(other, model.RemoveCriterion{Criterion: d3}, modeltest.Stamp(other, secretary, modeltest.Device))
	if err != nil {
		t.Fatal(err)
	}
	edit.Events[0].ID.Chain = "sam" // no laptop of ours sends this
	seal, err := model.Decide(b, model.SealRules{}, modeltest.Stamp(b, chair, modeltest.Device))
	if err != nil {
		t.Fatal(err)
	}
	before, after := edit.Events[0], edit.Events[0]
	before.Lamport, after.Lamport = seal.Events[0].Lamport-1, seal.Events[0].Lamport+1
	b.ApplyAll(seal.Events)
	b.Apply(after)
	if !b.SealHolds() || b.Criterion(d3) == nil || b.Ignored != 1 {
		t.Errorf("a change after the seal: holds %t, ignored %d", b.SealHolds(), b.Ignored)
	}
	b = modeltest.Preparing(t, 1)
	b.Apply(before)
	b.ApplyAll(seal.Events)
	if b.SealHolds() {
		t.Error("a seal over rules that it did not know holds")
	}
}

func TestASealHoldsThroughEveryStory(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		s := modeltest.DrawStory(t, 60)
		if s.Board.Phase != model.Preparing && !s.Board.SealHolds() {
			t.Fatal("the seal does not hold")
		}
		for _, a := range s.Board.Snapshot().Assessments {
			if a.State == model.Submitted && len(s.Board.Open(a)) > 0 {
				t.Fatalf("submitted, and open: %+v", a)
			}
			for _, r := range a.Ratings {
				if k := s.Board.Criterion(r.Criterion); k != nil && r.Value != model.NotRated && s.Board.Phase != model.Preparing && !k.Scale.Allows(r.Value) {
					t.Fatalf("%q stands on the scale %s", r.Value, k.Scale.Kind)
				}
			}
		}
	})
}
