package model_test

import (
	"slices"
	"testing"

	"shortlist/model"
	"shortlist/model/modeltest"
)

// This file checks handing in all that is complete at once.

func TestAllThatIsCompleteIsHandedInAtOnce(t *testing.T) {
	t.Parallel()
	b := modeltest.Screening(t, 6)
	for c := model.CandidateID(1); c <= 5; c++ {
		modeltest.Rate(t, b, ann, c, modeltest.Good()...)
	}
	modeltest.Do(t, b, ann, model.SetRating{Candidate: 2, Criterion: e1}) // open again
	modeltest.Do(t, b, ann, model.DeclareConflict{Candidate: 3, Interest: model.Recused})
	modeltest.Do(t, b, ann, model.SubmitAssessment{Candidate: 4})
	modeltest.Do(t, b, chair, model.MakeDecision{Candidate: 5, Outcome: model.Withdrawn, Reason: "Wrote so."})
	modeltest.Rate(t, b, bob, 6, modeltest.Good()...)
	if got := b.As(ann).Ready(); !slices.Equal(got, []model.CandidateID{1}) {
		t.Fatalf("ready are %v", got)
	}
	back := (model.SubmitRest{}).Inverse(b, ann)
	modeltest.Do(t, b, ann, model.SubmitRest{})
	states := func() (out []model.AssessmentState) {
		for c := model.CandidateID(1); c <= 6; c++ {
			out = append(out, b.As(ann).Own(c).State)
		}
		return out
	}
	want := []model.AssessmentState{model.Submitted, model.Draft, model.Draft, model.Submitted, model.Draft, model.Draft}
	if got := states(); !slices.Equal(got, want) {
		t.Errorf("after: %v", got)
	}
	if b.As(bob).Own(6).State == model.Submitted {
		t.Error("somebody else's work is handed in")
	}
	modeltest.Refuse(t, b, ann, model.SubmitRest{}, model.Conflict)
	modeltest.Do(t, b, ann, back)
	if got := states(); got[0] != model.Returned || got[3] != model.Submitted {
		t.Errorf("after undo: %v", got)
	}
	modeltest.Refuse(t, b, modeltest.Observer, model.SubmitRest{}, model.Conflict)
}
