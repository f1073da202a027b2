package model_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"shortlist/model"
	"shortlist/model/modeltest"
)

// declaring is a panel whose rules ask for declarations.
func declaring(t *testing.T, n int) *model.Board {
	t.Helper()
	b := modeltest.Preparing(t, n)
	r := b.Rules
	r.Declarations = true
	modeltest.Do(t, b, modeltest.Chair, model.EditRules{Rules: r}, model.SealRules{})
	return b
}

func TestR9NothingIsRatedBeforeTheDeclaration(t *testing.T) {
	t.Parallel()
	b := declaring(t, 3)
	for name, c := range map[string]model.Command{
		"a rating": model.SetRating{Candidate: 1, Criterion: modeltest.E1, Value: "met"},
		"a reason": model.SetReason{Candidate: 1, Criterion: modeltest.E1, Text: "So."},
		"ticks":    model.TickJobs{Candidate: 1, Criterion: modeltest.E2, Jobs: []int{0}},
		"a quote":  model.AddEvidence{Candidate: 1, Criterion: modeltest.E1, Quote: "BSc"},
	} {
		if says := modeltest.Refuse(t, b, ann, c, model.Forbidden); !strings.HasPrefix(says, "Declare first whether you have a conflict of interest with C001") {
			t.Errorf("%s: %s", name, says)
		}
	}
	modeltest.Do(t, b, ann, model.DeclareConflict{Candidate: 1, Interest: model.NoConflict},
		model.SetRating{Candidate: 1, Criterion: modeltest.E1, Value: "met"})
	modeltest.Refuse(t, b, ann, model.SetRating{Candidate: 2, Criterion: modeltest.E1, Value: "met"}, model.Forbidden)
	for _, m := range []model.MemberID{modeltest.Secretary, modeltest.Observer} {
		if b.MustDeclare(m, 1) {
			t.Errorf("%s does not rate and must declare", m)
		}
	}
}

func TestR9OnePassDeclaresForAllWhoAreLeft(t *testing.T) {
	t.Parallel()
	b := declaring(t, 4)
	modeltest.Do(t, b, ann, model.DeclareConflict{Candidate: 3, Interest: model.Recused})
	modeltest.Do(t, b, ann, model.DeclareRest{})
	for c := model.CandidateID(1); c <= 4; c++ {
		want := model.NoConflict
		if c == 3 {
			want = model.Recused
		}
		if got := b.Assessment(c, ann).Interest; got != want {
			t.Errorf("%s: %q", c, got)
		}
	}
	modeltest.Refuse(t, b, ann, model.DeclareRest{}, model.Conflict)
	modeltest.Refuse(t, b, modeltest.Observer, model.DeclareRest{}, model.Forbidden)
	if len(b.LeftToDeclare(modeltest.Bob)) != 4 {
		t.Error("one member declared for another")
	}
}

func TestR10ChairAndSecretarySeeRecusalsAndMembersDoNot(t *testing.T) {
	t.Parallel()
	b := declaring(t, 3)
	for _, m := range []model.MemberID{ann, modeltest.Bob} {
		modeltest.Do(t, b, m, model.DeclareConflict{Candidate: 2, Interest: model.Recused})
	}
	modeltest.Do(t, b, ann, model.DeclareConflict{Candidate: 3, Interest: model.Recused})
	for _, m := range []model.MemberID{modeltest.Chair, modeltest.Secretary} {
		short, left := b.Short(m)
		if d := cmp.Diff([]model.CandidateID{2}, short); d != "" || left[2] != 1 {
			t.Errorf("%s sees %v %v", m, short, left)
		}
		if d := cmp.Diff(map[model.MemberID][]model.CandidateID{ann: {2, 3}, modeltest.Bob: {2}}, b.Recusals(m)); d != "" {
			t.Error(d)
		}
	}
	for _, m := range []model.MemberID{ann, modeltest.Bob, modeltest.Observer} {
		if short, left := b.Short(m); len(short)+len(left)+len(b.Recusals(m)) > 0 {
			t.Errorf("%s sees %v %v", m, short, b.Recusals(m))
		}
	}
	modeltest.Do(t, b, modeltest.Chair, model.MakeDecision{Candidate: 2, Outcome: model.Withdrawn, Reason: "By letter."})
	if short, _ := b.Short(modeltest.Chair); len(short) > 0 {
		t.Errorf("%v withdrew and still lacks assessors", short)
	}
}

func TestTheRuleIsSealedAndOldSealsHold(t *testing.T) {
	t.Parallel()
	b := modeltest.Preparing(t, 1)
	r := b.Rules
	plain := model.RulesHash(b.Vacancy.ClosingDate, b.Criteria, r)
	texts := map[string]bool{plain: true}
	r.Declarations = true
	texts[model.RulesHash(b.Vacancy.ClosingDate, b.Criteria, r)] = true
	r.Anonymous = true
	texts[model.RulesHash(b.Vacancy.ClosingDate, b.Criteria, r)] = true
	if len(texts) != 3 {
		t.Error("a setting does not change the hash")
	}
	r.Declarations, r.Anonymous = false, false
	if s := model.RulesText(b.Vacancy.ClosingDate, b.Criteria, r); strings.Contains(s, "declared") || strings.Contains(s, "hidden") {
		t.Errorf("what is off stands in the text, so that old hashes no longer hold:\n%s", s)
	}
}
