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

func TestNothingIsRatedBeforeTheDeclarationR9(t *testing.T) {
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
		if b.As(m).MustDeclare(1) {
			t.Errorf("%s does not rate and must declare", m)
		}
	}
}

func TestOnePassDeclaresForAllWhoAreLeftR9(t *testing.T) {
	t.Parallel()
	b := declaring(t, 4)
	modeltest.Do(t, b, ann, model.DeclareConflict{Candidate: 3, Interest: model.Recused})
	modeltest.Do(t, b, ann, model.DeclareRest{})
	for c := model.CandidateID(1); c <= 4; c++ {
		want := model.NoConflict
		if c == 3 {
			want = model.Recused
		}
		if got := b.As(ann).Own(c).Interest; got != want {
			t.Errorf("%s: %q", c, got)
		}
	}
	modeltest.Refuse(t, b, ann, model.DeclareRest{}, model.Conflict)
	modeltest.Refuse(t, b, modeltest.Observer, model.DeclareRest{}, model.Forbidden)
	if len(b.As(modeltest.Bob).LeftToDeclare()) != 4 {
		t.Error("one member declared for another")
	}
}

func TestChairAndSecretarySeeRecusalsAndMembersDoNotR10(t *testing.T) {
	t.Parallel()
	b := declaring(t, 3)
	for _, m := range []model.MemberID{ann, modeltest.Bob} {
		modeltest.Do(t, b, m, model.DeclareConflict{Candidate: 2, Interest: model.Recused})
	}
	modeltest.Do(t, b, ann, model.DeclareConflict{Candidate: 3, Interest: model.Recused})
	for _, m := range []model.MemberID{modeltest.Chair, modeltest.Secretary} {
		short, left := b.As(m).Short()
		if d := cmp.Diff([]model.CandidateID{2}, short); d != "" || left[2] != 1 {
			t.Errorf("%s sees %v %v", m, short, left)
		}
		want := []model.Disclosure{{Member: ann, Candidate: 2, Interest: model.Recused}, {Member: ann, Candidate: 3, Interest: model.Recused}, {Member: modeltest.Bob, Candidate: 2, Interest: model.Recused}}
		if d := cmp.Diff(want, b.As(m).Disclosures()); d != "" {
			t.Error(d)
		}
	}
	for _, m := range []model.MemberID{ann, modeltest.Bob, modeltest.Observer} {
		if short, left := b.As(m).Short(); len(short)+len(left)+len(b.As(m).Disclosures()) > 0 {
			t.Errorf("%s sees %v %v", m, short, b.As(m).Disclosures())
		}
	}
	modeltest.Do(t, b, modeltest.Chair, model.MakeDecision{Candidate: 2, Outcome: model.Withdrawn, Reason: "By letter."})
	if short, _ := b.As(modeltest.Chair).Short(); len(short) > 0 {
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

// R10: who knows a candidate tells the chair in words, and rates all the same; who cannot judge freely is recused.
func TestWhatAMemberDisclosesIsForChairAndSecretaryR10(t *testing.T) {
	t.Parallel()
	b := declaring(t, 3)
	tell := model.DeclareConflict{Candidate: 1, Interest: model.Disclosed, Words: " We shared an office in 2015. "}
	change := modeltest.Do(t, b, ann, tell)
	if len(change.Texts) != 1 || change.Texts[0].Body != "We shared an office in 2015." {
		t.Fatalf("the words went to %+v", change.Texts)
	}
	modeltest.Do(t, b, ann, model.SetRating{Candidate: 1, Criterion: modeltest.E1, Value: "met"}, model.DeclareConflict{Candidate: 2, Interest: model.Recused, Words: "My cousin."})
	want := []model.Disclosure{
		{Member: ann, Candidate: 1, Interest: model.Disclosed, Words: change.Texts[0].Ref()},
		{Member: ann, Candidate: 2, Interest: model.Recused, Words: b.As(ann).Own(2).Words},
	}
	for _, m := range []model.MemberID{modeltest.Chair, modeltest.Secretary} {
		if d := cmp.Diff(want, b.As(m).Disclosures()); d != "" || want[1].Words.IsZero() {
			t.Errorf("%s: %s", m, d)
		}
	}
	if got := b.As(modeltest.Bob).Disclosures(); got != nil {
		t.Errorf("another member sees %+v", got)
	}
	if got := b.As(ann).Disclosures(); got != nil {
		t.Errorf("a member's list is on their own page: %+v", got)
	}
	modeltest.Refuse(t, b, ann, model.DeclareConflict{Candidate: 3, Interest: model.Disclosed, Words: " "}, model.Invalid)
	modeltest.Refuse(t, b, ann, model.DeclareConflict{Candidate: 3, Interest: model.NoConflict, Words: "No."}, model.Invalid)
	modeltest.Refuse(t, b, ann, model.DeclareConflict{Candidate: 3, Interest: "perhaps"}, model.Invalid)
	modeltest.Do(t, b, ann, model.DeclareConflict{Candidate: 1, Interest: model.Recused})
	if got := b.As(ann).Own(1).Words; got.ID != change.Texts[0].ID {
		t.Errorf("why Ann is recused is %+v", got)
	}
	modeltest.Do(t, b, ann, model.DeclareConflict{Candidate: 1, Interest: model.NoConflict})
	if got := b.As(modeltest.Chair).Disclosures(); len(got) != 1 || !b.As(ann).Own(1).Words.IsZero() {
		t.Errorf("after it was taken back the chair sees %+v", got)
	}
}

// R10, R32: while candidates are anonymous nothing that a member discloses on a name tells that member whose number it is.
func TestWhatIsDisclosedOnANameTellsNobodyTheNumberR10(t *testing.T) {
	t.Parallel()
	b := anonymous(t, 3)
	disclose := model.DeclareConflict{Candidate: 2, Interest: model.Disclosed, Words: "We met once."}
	for _, m := range []model.MemberID{modeltest.Chair, ann} {
		change := modeltest.Do(t, b, m, disclose)
		for _, reader := range []model.MemberID{modeltest.Chair, ann, modeltest.Bob} {
			if n := b.As(reader).Narrate(change.Events[0]); strings.Contains(n.What, "C002") {
				t.Errorf("%s reads: %s", reader, n.What)
			}
		}
		if strings.Contains(disclose.Label(b), "C002") {
			t.Errorf("undo says %q", disclose.Label(b))
		}
	}
	if got := b.As(modeltest.Chair).Disclosures(); len(got) != 1 || got[0].Member != ann {
		t.Errorf("the chair sees %+v", got)
	}
}
