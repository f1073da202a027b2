package model_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"shortlist/model"
	"shortlist/model/modeltest"
)

// recusedPanel is a revealed panel in which Bob, who rated C001 before, is recused from it, and the others differ.
func recusedPanel(t *testing.T, gone ...model.MemberID) *model.Board {
	t.Helper()
	b := modeltest.Screening(t, 2)
	for _, m := range []model.MemberID{chair, ann, bob} {
		for c := model.CandidateID(1); c <= 2; c++ {
			values := modeltest.Good()
			if m == ann && c == 1 {
				values = []model.Value{"not met", "met", "0", "met", "4", "0"}
			}
			if c == 1 && slices.Contains(gone, m) {
				modeltest.Rate(t, b, m, c, "met", "met")
				modeltest.Do(t, b, m, model.DeclareConflict{Candidate: c, Interest: model.Recused})
				continue
			}
			modeltest.Submit(t, b, m, c, values...)
		}
	}
	modeltest.Do(t, b, chair, model.RevealRatings{})
	return b
}

func TestACaseStaysClosedToWhoIsRecusedByEveryRoadR10(t *testing.T) {
	t.Parallel()
	b := recusedPanel(t, bob)
	modeltest.Do(t, b, chair, model.AgreeRating{Candidate: 1, Criterion: e1, Value: model.Met, Reason: "So the panel."})
	for _, a := range b.As(bob).Visible(1) {
		if a.Member != bob {
			t.Errorf("Bob sees %+v", a)
		}
	}
	if _, ok := b.As(bob).Settled(1, e1); ok {
		t.Error("Bob sees what was settled")
	}
	if _, ok := b.As(ann).Settled(1, e1); !ok {
		t.Error("Ann does not")
	}
	for _, r := range b.As(bob).Standing(1).Results {
		if r.Basis != model.BasisClosed || len(r.Values) > 0 || r.Value != model.NotRated || r.Passes {
			t.Errorf("Bob reads %+v", r)
		}
	}
	if s, all := b.As(bob).Standing(1), b.As(ann).Standing(1); s.Gate != all.Gate || s.Total != all.Total {
		t.Errorf("the place in the list is no secret: %+v, %+v", s, all)
	}
	for _, d := range b.As(bob).Agenda().Items {
		if d.Candidate == 1 {
			t.Errorf("Bob reads what differs: %+v", d)
		}
	}
	if got := b.As(bob).Agenda().Recused; !slices.Equal(got, []model.CandidateID{1}) || len(b.As(ann).Agenda().Recused) > 0 {
		t.Errorf("closed: %v, %v", got, b.As(ann).Agenda().Recused)
	}
	if got := b.As(bob).ExplainPlace(1); len(got) != 1 || !strings.Contains(got[0], "stay closed to you") {
		t.Errorf("%q", got)
	}
}

func TestTheReportOfARecusedMemberHoldsNothingOfTheCaseR10(t *testing.T) {
	t.Parallel()
	before := modeltest.Screening(t, 1)
	modeltest.Rate(t, before, bob, 1, "met")
	modeltest.Do(t, before, bob, model.DeclareConflict{Candidate: 1, Interest: model.Recused})
	after := recusedPanel(t, bob)
	modeltest.Do(t, after, chair, model.MakeDecision{Candidate: 1, Outcome: model.NotShortlisted, Reason: "SECRET"})
	for name, b := range map[string]*model.Board{"before": before, "after": after} {
		r, err := b.As(bob).Report(func(c model.CandidateID) (model.Dossier, error) {
			d := zoe()
			d.Candidate = c
			d.Texts[b.Decision(c).Reason.ID] = "SECRET"
			return d, nil
		})
		if err != nil {
			t.Fatal(err)
		}
		c := r.Candidates[0]
		out, _ := json.Marshal(c)
		if len(c.Findings)+len(c.Ratings)+len(c.Agreed) > 0 || c.Reason != nil || strings.Contains(string(out), "SECRET") {
			t.Errorf("R10: %s the reveal Bob's report holds %s", name, out)
		}
	}
}

func TestTheHistoryTellsARecusedMemberNothingOfTheCaseR10(t *testing.T) {
	t.Parallel()
	b := recusedPanel(t, bob)
	agreed := modeltest.Do(t, b, chair, model.AgreeRating{Candidate: 1, Criterion: e1, Value: model.Met, Reason: "So."}).Events[0]
	rated := model.Event{Author: ann, Payload: model.RatingSet{Candidate: 1, Criterion: e1, Value: model.NotMet}}
	for _, e := range []model.Event{agreed, rated} {
		if n := b.As(bob).Narrate(e); !n.Hidden || strings.Contains(n.What, "met") || strings.Contains(n.What, "C001") {
			t.Errorf("Bob reads %q", n.What)
		}
		if n := b.As(ann).Narrate(e); n.Hidden {
			t.Errorf("Ann reads %q", n.What)
		}
	}
}

func TestARecusedChairNeitherSettlesNorDecidesAndASecondChairDoesR10(t *testing.T) {
	t.Parallel()
	b := recusedPanel(t, chair)
	agree := model.AgreeRating{Candidate: 1, Criterion: e1, Value: model.Met, Reason: "So."}
	decide := model.MakeDecision{Candidate: 1, Outcome: model.NotShortlisted, Reason: "So."}
	for _, c := range []model.Command{agree, decide} {
		if says := modeltest.Refuse(t, b, chair, c, model.Forbidden); !strings.Contains(says, "make a second chair") {
			t.Errorf("%T: %s", c, says)
		}
	}
	modeltest.Do(t, b, chair, model.MakeDecision{Candidate: 2, Outcome: model.NotShortlisted, Reason: "So."})
	modeltest.Do(t, b, chair, model.ChangeMember{Member: ann, Name: "Ann", Role: model.Chair})
	if says := modeltest.Refuse(t, b, chair, decide, model.Forbidden); !strings.Contains(says, "Ann is chair too") {
		t.Error(says)
	}
	modeltest.Do(t, b, ann, agree, decide)
	if says := modeltest.Refuse(t, b, chair, model.MakeDecision{Candidate: 1}, model.Forbidden); !strings.Contains(says, "Ann") {
		t.Errorf("the recused chair reopens the case: %s", says)
	}
	modeltest.Do(t, b, ann, model.MakeDecision{Candidate: 1})
	modeltest.Do(t, b, chair, model.MakeDecision{Candidate: 1, Outcome: model.Withdrawn, Reason: "By letter."})

	both := recusedPanel(t, chair, ann)
	modeltest.Do(t, both, chair, model.ChangeMember{Member: ann, Name: "Ann", Role: model.Chair})
	for _, m := range []model.MemberID{chair, ann} {
		for _, c := range []model.Command{agree, decide} {
			if says := modeltest.Refuse(t, both, m, c, model.Forbidden); !strings.Contains(says, "make a second chair") {
				t.Errorf("%s, %T: %s", m, c, says)
			}
		}
	}
}

func TestARecusedChairReturnsNoAssessmentOfTheCaseR10(t *testing.T) {
	t.Parallel()
	b := modeltest.Screening(t, 1)
	modeltest.Submit(t, b, ann, 1, modeltest.Good()...)
	modeltest.Do(t, b, chair, model.DeclareConflict{Candidate: 1, Interest: model.Recused})
	back := model.ReturnAssessment{Candidate: 1, Member: ann, Reason: "E2 lacks a reason."}
	modeltest.Refuse(t, b, chair, back, model.Forbidden)
	modeltest.Do(t, b, secretary, back)
}

func TestWhoHandedInWhatIsForChairAndSecretaryR11(t *testing.T) {
	t.Parallel()
	b := modeltest.Screening(t, 3)
	handed := modeltest.Do(t, b, bob, model.DeclareConflict{Candidate: 3, Interest: model.Recused}).Events
	modeltest.Rate(t, b, bob, 1, modeltest.Good()...)
	handed = append(handed, modeltest.Do(t, b, bob, model.SubmitAssessment{Candidate: 1}).Events...)
	handed = append(handed, modeltest.Do(t, b, chair, model.ReturnAssessment{Candidate: 1, Member: bob, Reason: "E1?"}).Events...)
	modeltest.Do(t, b, bob, model.SubmitAssessment{Candidate: 1})
	for m, sees := range map[model.MemberID]bool{chair: true, secretary: true, bob: true, ann: false, observer: false, "": false} {
		if done, of, ok := b.As(m).HandedIn(bob); ok != sees || sees && (done != 1 || of != 2) || !sees && done+of > 0 {
			t.Errorf("%q sees that Bob handed in %d of %d (%t)", m, done, of, ok)
		}
		for _, e := range handed {
			if e.Author == m {
				continue
			}
			if n := b.As(m).Narrate(e); n.Hidden == sees || strings.Contains(n.What, "C00") != sees {
				t.Errorf("%q reads %q", m, n.What)
			}
		}
	}
	modeltest.Do(t, b, chair, model.RevealRatings{Reason: "Time is up."})
	if done, of, ok := b.As(observer).HandedIn(bob); !ok || done != 1 || of != 2 {
		t.Errorf("after the reveal: %d of %d (%t)", done, of, ok)
	}
}

// A laptop may know what others rated before it knows of the reveal: it shows nothing of it until then. The same holds
// after an assessment was returned, after ratings lapsed under new rules, and after a member left the panel.
func TestNothingOfOthersIsSeenWhateverHappenedBeforeTheRevealIsKnownR11(t *testing.T) {
	t.Parallel()
	cases := map[string]func(b *model.Board){
		"only submitted": func(*model.Board) {},
		"returned": func(b *model.Board) {
			modeltest.Do(t, b, chair, model.ReturnAssessment{Candidate: 1, Member: bob, Reason: "E2?"})
		},
		"lapsed": func(b *model.Board) {
			k := *b.Criterion(e1)
			modeltest.Do(t, b, chair, model.ReopenRules{Reason: "A slip."}, model.EditCriterion{
				Criterion: e1, Text: "Hold a master's degree", Requirement: k.Requirement,
			}, model.SealRules{})
		},
		"removed": func(b *model.Board) { modeltest.Do(t, b, chair, model.RemoveMember{Member: bob}) },
		"an observer now": func(b *model.Board) {
			modeltest.Do(t, b, chair, model.ChangeMember{Member: bob, Name: "Bob", Role: model.RoleObserver})
		},
	}
	for name, then := range cases {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			tell := func(values ...model.Value) map[model.MemberID]string {
				b := modeltest.Screening(t, 2)
				modeltest.Submit(t, b, ann, 1, modeltest.Good()...)
				modeltest.Submit(t, b, bob, 1, values...)
				then(b)
				out := map[model.MemberID]string{}
				for _, m := range []model.MemberID{chair, ann, secretary, observer, ""} {
					out[m] = picture(b, nil, m)
				}
				return out
			}
			one, other := tell(modeltest.Good()...), tell("not met", "not met", "0", "not met", "0", "4")
			for m, p := range one {
				if p != other[m] {
					t.Errorf("R11: %q learns of Bob's ratings:\n%s\n%s", m, p, other[m])
				}
			}
		})
	}
}
