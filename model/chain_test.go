package model_test

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"shortlist/model"
	"shortlist/model/modeltest"
	"shortlist/model/requirement"
)

// This file checks how the history is parted into chains, and what another laptop than the chair's may do.

func TestOwnWorkStandsInAChainOfItsOwn(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		s := modeltest.DrawStory(t, 60)
		last := map[model.ChainID]uint64{}
		for _, e := range s.Events {
			laptop, member := e.ID.Chain.Split()
			switch {
			case model.Own(e) != (member != ""):
				t.Fatalf("%s (%T) stands in chain %s", e.ID, e.Payload, e.ID.Chain)
			case member != "" && member != e.Author:
				t.Fatalf("%s in the chain of another: %s", e.Author, e.ID)
			case laptop != s.Board.Home && member == "":
				t.Fatalf("%T was done away from home", e.Payload)
			case e.ID.Seq != last[e.ID.Chain]+1:
				t.Fatalf("%s does not follow %d", e.ID, last[e.ID.Chain])
			}
			last[e.ID.Chain]++
		}
		for _, x := range s.Texts {
			if _, member := model.ChainID(x.ID[:strings.IndexByte(x.ID, '.')]).Split(); member != "" {
				t.Fatalf("text %s", x.ID)
			}
		}
	})
}

func TestWhatConcernsAllIsDoneAtHomeAlone(t *testing.T) {
	t.Parallel()
	b := modeltest.Screening(t, 2)
	modeltest.Submit(t, b, ann, 1, modeltest.Good()...)
	modeltest.Cards(t, b)
	const away = "elsewhere"
	for _, c := range []model.Command{
		model.AddMember{Name: "Zoe", Role: model.RoleMember},
		model.RemoveMember{Member: ann},
		model.ChangeMember{Member: ann, Name: "Anne", Role: model.RoleMember},
		model.GiveCard{Member: ann, Card: modeltest.Card("new")},
		model.ReopenRules{Reason: "A slip."},
		model.RevealRatings{Reason: "Now."},
		modeltest.Candidates(b, 1),
		model.ReturnAssessment{Candidate: 1, Member: ann, Reason: "Look again."},
		model.MakeDecision{Candidate: 1, Outcome: model.Withdrawn, Reason: "By mail."},
	} {
		_, err := model.Decide(b, c, modeltest.Stamp(b, chair, away))
		if model.CodeOf(err) != model.Forbidden || !strings.Contains(model.Explain(err), "on the chair's laptop") {
			t.Errorf("%T away from home: %v", c, err)
		}
		if _, err := model.Decide(b, c, modeltest.Stamp(b, chair, modeltest.Device)); err != nil {
			t.Errorf("%T at home: %v", c, err)
		}
	}
	for _, c := range []model.Command{
		model.SetRating{Candidate: 2, Criterion: e1, Value: model.Met},
		model.SetReason{Candidate: 2, Criterion: e1, Text: "Seen."},
		model.TickJobs{Candidate: 2, Criterion: e2, Jobs: []int{0}},
		model.DeclareConflict{Candidate: 2, Interest: model.NoConflict},
		model.AddEvidence{Candidate: 2, Criterion: e1, Quote: "x", Source: "y"},
		model.ReturnAssessment{Candidate: 1},
		model.RecordEquivalence{Candidate: 2, Criterion: e1, Qualification: requirement.Qualification{Field: "law"}, Reason: "Same length."},
	} {
		if _, err := model.Decide(b, c, modeltest.Stamp(b, ann, away)); err != nil {
			t.Errorf("%T by a member with a card: %v", c, err)
		}
	}
	_, err := model.Decide(b, model.SetRating{Candidate: 2, Criterion: e1, Value: model.Met}, modeltest.Stamp(b, chair, away))
	if model.CodeOf(err) != model.Forbidden {
		t.Errorf("a member without a card, away from home: %v", err)
	}
}

func TestACardBelongsToOneMember(t *testing.T) {
	t.Parallel()
	b := modeltest.Preparing(t, 1)
	modeltest.Cards(t, b)
	modeltest.Refuse(t, b, chair, model.GiveCard{Member: bob, Card: modeltest.Card("Ann")}, model.Conflict)
	modeltest.Refuse(t, b, bob, model.GiveCard{Member: bob, Card: modeltest.Card("anew")}, model.Forbidden)
	give := model.GiveCard{Member: bob, Card: modeltest.Card("anew")}
	back := give.Inverse(b, chair)
	modeltest.Do(t, b, chair, give)
	if !b.HeldCard(bob, "key of Bob") || !b.HeldCard(bob, "key of anew") || b.HeldCard(ann, "key of Bob") {
		t.Error("an old card is forgotten, or another's taken for it")
	}
	if m, ok := b.CardHolder("key of anew"); !ok || m.ID != bob {
		t.Errorf("the holder is %+v", m)
	}
	if _, ok := b.CardHolder("key of Bob"); ok {
		t.Error("an old card still opens the door")
	}
	modeltest.Do(t, b, chair, model.ChangeMember{Member: bob, Name: "Robert", Role: model.RoleMember}, back)
	if m := b.Member(bob); m.Card != modeltest.Card("Bob") || m.Name != "Robert" {
		t.Errorf("after undo: %+v", m)
	}
}

func TestWhoHandsTheChairOnStillSpeaksForTheLaptop(t *testing.T) {
	t.Parallel()
	b := modeltest.Preparing(t, 1)
	modeltest.Cards(t, b)
	modeltest.Do(t, b, chair, model.GiveCard{Member: chair, Card: modeltest.Card("Cleo")},
		model.ChangeMember{Member: ann, Name: "Ann", Role: model.Chair}, model.ChangeMember{Member: chair, Name: "Cleo", Role: model.RoleMember})
	if !b.HomeKey("key of Cleo") || !b.HomeKey("key of Ann") || b.HomeKey("key of Bob") || b.HomeKey("") {
		t.Error("the wrong cards speak for the chair's laptop")
	}
	modeltest.Do(t, b, ann, model.SealRules{})
	modeltest.Do(t, b, chair, model.SetRating{Candidate: 1, Criterion: e1, Value: model.Met}) // with the card of this laptop
}

// A member who signs on a laptop of their own is not rated for by others.
func TestNobodyRatesAtHomeForAMemberWithACardR11(t *testing.T) {
	t.Parallel()
	b := modeltest.Screening(t, 2)
	modeltest.Rate(t, b, ann, 1, model.Met)
	modeltest.Cards(t, b)
	for _, c := range []model.Command{
		model.SetRating{Candidate: 1, Criterion: e1, Value: model.NotMet},
		model.SetReason{Candidate: 1, Criterion: e1, Text: "Seen."},
		model.DeclareConflict{Candidate: 1, Interest: model.Recused},
		model.DeclareRest{},
		model.TickJobs{Candidate: 2, Criterion: e2, Jobs: []int{0}},
	} {
		if why := modeltest.Refuse(t, b, ann, c, model.Forbidden); !strings.Contains(why, "a laptop of their own") {
			t.Errorf("%T: %s", c, why)
		}
	}
	if got := b.As(ann).Own(1).Rating(e1).Value; got != model.Met {
		t.Errorf("what Ann rated before is %q", got)
	}
	if why := b.WhyNotHere(ann, modeltest.Device); !strings.Contains(why, "Ann works on a laptop of their own") {
		t.Errorf("Ann's work is looked at on the chair's laptop: %q", why)
	}
	for m, d := range map[model.MemberID]model.DeviceID{chair: modeltest.Device, ann: "elsewhere"} {
		if why := b.WhyNotHere(m, d); why != "" {
			t.Errorf("%s on %s: %q", m, d, why)
		}
	}
	modeltest.Do(t, b, chair, model.GiveCard{Member: ann})
	modeltest.Do(t, b, ann, model.SetRating{Candidate: 1, Criterion: e1, Value: model.NotMet})
}

// Work that came in is nobody's to look at on the chair's laptop, whatever the chair makes of card and role.
func TestWorkThatCameInStaysClosedAtHomeR11(t *testing.T) {
	t.Parallel()
	came := func(t *testing.T) *model.Board {
		b := modeltest.Screening(t, 2)
		modeltest.Cards(t, b)
		for _, c := range []model.Command{
			model.DeclareConflict{Candidate: 1, Interest: model.NoConflict}, model.SetRating{Candidate: 1, Criterion: e1, Value: model.Met},
		} {
			ch, err := model.Decide(b, c, modeltest.Stamp(b, ann, "elsewhere"))
			if err != nil {
				t.Fatal(err)
			}
			b.ApplyAll(ch.Events)
		}
		return b
	}
	second := model.ChangeMember{Member: ann, Name: "Ann", Role: model.Chair}
	plain := model.ChangeMember{Member: ann, Name: "Ann", Role: model.RoleMember}
	for name, commands := range map[string][]model.Command{
		"a second chair":         {second},
		"a chair for a moment":   {second, plain},
		"secretary for a moment": {model.ChangeMember{Member: ann, Name: "Ann", Role: model.RoleSecretary}, plain},
		"the card is taken back": {model.GiveCard{Member: ann}},
		"another card":           {second, model.GiveCard{Member: ann, Card: modeltest.Card("anew")}, plain},
	} {
		b := came(t)
		modeltest.Do(t, b, chair, commands...)
		if b.WhyNotHere(ann, modeltest.Device) == "" {
			t.Errorf("R11: %s: what Ann sent in is looked at on the chair's laptop", name)
		}
		modeltest.Refuse(t, b, ann, model.SetRating{Candidate: 1, Criterion: e1, Value: model.NotMet}, model.Forbidden)
		modeltest.Do(t, b, chair, model.RevealRatings{Reason: "Enough."})
		if why := b.WhyNotHere(ann, modeltest.Device); why != "" {
			t.Errorf("%s: after the reveal: %s", name, why)
		}
	}
}

// Somebody has to be able to lead on the chair's laptop: whoever is the only chair sits down there, and rates elsewhere.
func TestTheOnlyChairIsNeverLockedOut(t *testing.T) {
	t.Parallel()
	b := modeltest.Screening(t, 2)
	modeltest.Cards(t, b)
	modeltest.Do(t, b, chair, model.ChangeMember{Member: ann, Name: "Ann", Role: model.Chair})
	if b.WhyNotHere(ann, modeltest.Device) == "" {
		t.Error("Ann sits down beside a chair who works here")
	}
	modeltest.Do(t, b, chair, model.ChangeMember{Member: chair, Name: "Cleo", Role: model.RoleMember})
	if why := b.WhyNotHere(ann, modeltest.Device); why != "" {
		t.Errorf("nobody could lead: %s", why)
	}
	modeltest.Refuse(t, b, ann, model.DeclareConflict{Candidate: 1, Interest: model.NoConflict}, model.Forbidden)
	modeltest.Do(t, b, ann, model.RevealRatings{Reason: "Enough."})
}
