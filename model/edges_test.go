package model_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"shortlist/model"
	"shortlist/model/modeltest"
)

// This file holds what comes from outside: events that no command of this laptop led to.

// foreign brings an event of another laptop onto the board.
func foreign(b *model.Board, author model.MemberID, p model.Payload) {
	seq, lamport := b.Next("other")
	b.Apply(model.Event{ID: model.EventID{Chain: "other", Seq: seq}, Lamport: lamport, At: modeltest.Day, Author: author, Payload: p})
}

func TestEventsAboutCandidatesWhoAreNotThereLeaveNoTrace(t *testing.T) {
	t.Parallel()
	for _, c := range []model.CandidateID{0, 3, 1 << 31} {
		b := modeltest.Moderating(t, 2)
		before := []any{len(b.Snapshot().Equivalences), len(b.Snapshot().Assessments), len(b.Snapshot().Agreed), len(b.Snapshot().Decisions), b.DecidedCount, b.RatingCount(), b.Missing(), b.Phase}
		for _, p := range []model.Payload{
			model.RatingSet{Candidate: c, Criterion: e1, Value: model.Met},
			model.JobsTicked{Candidate: c, Criterion: e1},
			model.EquivalenceRecorded{Candidate: c, Criterion: e1, Field: "law"},
			model.ConflictDeclared{Candidate: c, Interest: model.Recused},
			model.AssessmentSubmitted{Candidate: c},
			model.AssessmentReturned{Candidate: c, Member: ann},
			model.RatingAgreed{Candidate: c, Criterion: e1, Value: model.Met},
			model.DecisionMade{Candidate: c, Outcome: model.Shortlisted},
			model.DecisionMade{Candidate: c, Outcome: model.Reserve},
		} {
			foreign(b, ann, p)
		}
		after := []any{len(b.Snapshot().Equivalences), len(b.Snapshot().Assessments), len(b.Snapshot().Agreed), len(b.Snapshot().Decisions), b.DecidedCount, b.RatingCount(), b.Missing(), b.Phase}
		if d := cmp.Diff(before, after); d != "" || len(b.As(chair).Ranking()) != 2 {
			t.Errorf("%s: %s", c, d)
		}
	}
}

func TestAValueOffTheScaleDoesNotCount(t *testing.T) {
	t.Parallel()
	b := screening(t)
	foreign(b, ann, model.RatingSet{Candidate: 1, Criterion: e1, Value: "4", Rules: 1})
	foreign(b, ann, model.RatingSet{Candidate: 1, Criterion: d2, Value: "11", Rules: 1})
	for _, k := range []model.CriterionID{e1, d2} {
		if r := b.As(ann).Own(1).Rating(k); r.Value != model.NotRated || r.Invalidated == model.NotRated {
			t.Errorf("%s: %+v", b.Label(k), r)
		}
	}
	if b.RatingCount() != 0 {
		t.Errorf("%d ratings counted", b.RatingCount())
	}
}

func TestARatingClearedElsewhereAfterSubmittingOpensTheAssessment(t *testing.T) {
	t.Parallel()
	b := submitted(t)
	foreign(b, ann, model.RatingSet{Candidate: 1, Criterion: e1, Was: model.Met})
	if a := b.As(ann).Own(1); a.State != model.Returned || b.RatingCount() != 5 {
		t.Errorf("%s, %d ratings", a.State, b.RatingCount())
	}
}

func TestAReasonUnderNewRulesLeavesTheRatingUnderTheOld(t *testing.T) {
	t.Parallel()
	b := reopened(t)
	modeltest.Do(t, b, chair, model.WeighCriterion{Criterion: d2, Weight: 2, Reason: "Half of the work."}, model.SealRules{})
	modeltest.Do(t, b, bob, model.SetReason{Candidate: 1, Criterion: e1, Text: "Page 2."},
		model.AddEvidence{Candidate: 1, Criterion: e1, Quote: "MSc", Source: "cv.txt"})
	if r := b.As(bob).Own(1).Rating(e1); r.Rules != 1 || r.Value != model.Met {
		t.Errorf("%+v", r)
	}
	modeltest.Do(t, b, bob, model.SetRating{Candidate: 1, Criterion: e1, Value: model.Met})
	if r := b.As(bob).Own(1).Rating(e1); r.Rules != 2 {
		t.Errorf("given anew: %+v", r)
	}
}

func TestARecusedMemberDoesNotCountInTheirOwnSightEither(t *testing.T) {
	t.Parallel()
	b := modeltest.Screening(t, 1)
	for _, m := range []model.MemberID{chair, ann} {
		modeltest.Submit(t, b, m, 1, modeltest.Good()...)
	}
	modeltest.Submit(t, b, bob, 1, "not met", "met", "2", "met", "0", "0")
	modeltest.Do(t, b, bob, model.DeclareConflict{Candidate: 1, Interest: model.Recused})
	modeltest.Do(t, b, chair, model.RevealRatings{})
	if d := cmp.Diff(b.As(observer).Ranking(), b.As(bob).Ranking(), cmpopts.IgnoreUnexported(model.Row{})); d != "" {
		t.Error(d)
	}
	modeltest.Do(t, b, chair, model.RemoveMember{Member: bob})
}

func TestTheNumberOfACriterionIsNeverGivenTwice(t *testing.T) {
	t.Parallel()
	b := modeltest.Preparing(t, 1)
	add := model.AddCriterion{Criterion: model.Criterion{Class: model.Desirable, Text: "Swim"}}
	modeltest.Do(t, b, chair, add, model.RemoveCriterion{Criterion: 7}, add)
	if b.Criterion(7) != nil || b.Criterion(8) == nil {
		t.Errorf("%+v", b.Criteria)
	}
}

func TestACriterionThatChangesListsStartsWithTheWeightOfAll(t *testing.T) {
	t.Parallel()
	b := modeltest.Preparing(t, 1)
	modeltest.Do(t, b, chair, model.WeighCriterion{Criterion: d2, Weight: 9, Reason: "x"},
		model.ReclassifyCriterion{Criterion: d2, Class: model.Essential}, model.ReclassifyCriterion{Criterion: d2, Class: model.Desirable})
	if k := b.Criterion(d2); k.Weight != 1 || k.WeightReason != "" || b.Label(d2) != "D3" {
		t.Errorf("%+v", k)
	}
}
