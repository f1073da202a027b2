package model_test

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"shortlist/model"
	"shortlist/model/modeltest"
)

// picture is everything that a viewer gets to see, in words.
func picture(b *model.Board, events []model.Event, viewer model.MemberID) string {
	var w strings.Builder
	for c := model.CandidateID(1); int(c) <= b.Candidates; c++ {
		fmt.Fprintf(&w, "%+v\n%+v\n%q\n%s\n", b.As(viewer).Visible(c), b.As(viewer).Standing(c), b.As(viewer).ExplainPlace(c), b.As(viewer).Status(c))
		rated, of := b.As(viewer).Progress(c)
		fmt.Fprintln(&w, rated, of)
	}
	for _, r := range b.As(viewer).Ranking() {
		fmt.Fprintln(&w, r.Candidate, r.Place(), r.Score(), r.Gate, r.Assessors, r.TooFew)
	}
	fmt.Fprintln(&w, b.As(viewer).Order())
	for _, e := range events {
		fmt.Fprintf(&w, "%+v\n", b.As(viewer).Narrate(e))
	}
	r, err := b.As(viewer).Report(func(c model.CandidateID) (model.Dossier, error) { return model.Dossier{Candidate: c}, nil })
	if err != nil {
		return err.Error()
	}
	r.Rules.Text, r.Vacancy.Posting = "", model.PostingRef{}
	for _, c := range r.Candidates {
		for _, f := range c.Findings {
			fmt.Fprintln(&w, f.Criterion, f.Verdict, f.Why)
		}
		c.Findings = nil // printed above: the figures are behind pointers
		score, rank := "none", "none"
		if c.Score != nil {
			score = fmt.Sprint(*c.Score)
		}
		if c.Rank != nil {
			rank = fmt.Sprint(*c.Rank)
		}
		c.Score, c.Rank, c.Name = nil, nil, nil
		fmt.Fprintf(&w, "%s %s %+v\n", score, rank, c)
	}
	return w.String()
}

// TestIndependenceNobodysPictureDependsOnOthersRatings changes what others think and nothing else, and looks whether
// anything the viewer sees changes before the reveal.
func TestIndependenceNobodysPictureDependsOnOthersRatings(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		viewer := rapid.SampledFrom([]model.MemberID{chair, ann, secretary, observer, ""}).Draw(t, "viewer")
		base := modeltest.Screening(t, 3)
		var own []model.Command
		if viewer == ann || viewer == chair {
			for i, k := range base.Criteria {
				own = append(own, model.SetRating{Candidate: 1, Criterion: k.ID, Value: modeltest.Good()[i]})
			}
		}
		tell := func(label string) string {
			b := modeltest.Screening(t, 3)
			events := modeltest.Do(t, b, viewer, own...).Events
			for _, m := range []model.MemberID{chair, ann, bob} {
				if m == viewer {
					continue
				}
				for c := model.CandidateID(1); c <= 3; c++ {
					for _, k := range b.Criteria {
						v := rapid.SampledFrom(append(k.Scale.Values(), model.CannotAssess)).Draw(t, label)
						events = append(events, modeltest.Do(t, b, m, model.SetRating{Candidate: c, Criterion: k.ID, Value: v}).Events...)
					}
					events = append(events, modeltest.Do(t, b, m, model.SubmitAssessment{Candidate: c}).Events...)
				}
			}
			return picture(b, events, viewer)
		}
		if d := cmp.Diff(tell("one"), tell("other")); d != "" {
			t.Fatalf("%q learns of others' ratings:\n%s", viewer, d)
		}
	})
}

func TestBeforeTheRevealOnlyTheOwnRatingsAreSeen(t *testing.T) {
	t.Parallel()
	b := submitted(t)
	rated := modeltest.Do(t, b, bob, model.SetRating{Candidate: 1, Criterion: e1, Value: model.NotMet}).Events[0]
	if got := b.As(ann).Visible(1); len(got) != 1 || got[0].Member != ann {
		t.Errorf("Ann sees %+v", got)
	}
	for _, m := range []model.MemberID{chair, secretary, observer, "", "M9"} {
		if got := b.As(m).Visible(1); len(got) != 0 {
			t.Errorf("%q sees %+v", m, got)
		}
		if s := b.As(m).Standing(1); s.Gate != model.GateOpen || s.Scored || s.Assessors != 0 {
			t.Errorf("%q sees the standing %+v", m, s)
		}
		n := b.As(m).Narrate(rated)
		if !n.Hidden || strings.Contains(n.What, "C001") || strings.Contains(n.What, "met") || strings.Contains(n.What, "E1") {
			t.Errorf("%q reads %q", m, n.What)
		}
	}
	if n := b.As(bob).Narrate(rated); n.Hidden || !strings.Contains(n.What, "not met") {
		t.Errorf("Bob reads of himself %q", n.What)
	}
	if got := b.As(bob).Status(1); got != "in progress" {
		t.Errorf("for Bob the candidate is %q", got)
	}
}

func TestAfterTheRevealWhatWasSubmittedIsSeenAndNothingElse(t *testing.T) {
	t.Parallel()
	b := submitted(t)
	draft := modeltest.Do(t, b, bob, model.SetRating{Candidate: 1, Criterion: e1, Value: model.NotMet}).Events[0]
	modeltest.Submit(t, b, chair, 1, modeltest.Good()...)
	modeltest.Do(t, b, chair, model.RevealRatings{Reason: "Bob is ill."})
	for m, hidden := range map[model.MemberID]bool{chair: true, secretary: true, ann: true, bob: false, observer: true, "": true} {
		n := b.As(m).Narrate(draft)
		if n.Hidden != hidden || strings.Contains(n.What, "C001") == hidden {
			t.Errorf("of Bob's draft %q reads %q", m, n.What)
		}
	}
	members := func(viewer model.MemberID) (out []model.MemberID) {
		for _, a := range b.As(viewer).Visible(1) {
			out = append(out, a.Member)
		}
		return out
	}
	if got := members(observer); !slices.Equal(got, []model.MemberID{chair, ann}) {
		t.Errorf("the observer sees %v", got)
	}
	if got := members(bob); !slices.Equal(got, []model.MemberID{chair, ann, bob}) {
		t.Errorf("Bob sees %v", got)
	}
	if s := b.As(bob).Standing(1); s.Gate != model.GatePass || s.Assessors != 2 {
		t.Errorf("a draft counts: %+v", s)
	}
	if d := cmp.Diff(b.As(bob).Standing(1), b.As(observer).Standing(1)); d != "" {
		t.Errorf("after the reveal all see the same: %s", d)
	}
}

func TestWhomAMemberKnowsIsForChairAndSecretaryR10(t *testing.T) {
	t.Parallel()
	b := screening(t)
	e := modeltest.Do(t, b, ann, model.DeclareConflict{Candidate: 2, Interest: model.Recused}).Events[0]
	for m, hidden := range map[model.MemberID]bool{chair: false, secretary: false, ann: false, bob: true, observer: true, "": true} {
		n := b.As(m).Narrate(e)
		if n.Hidden != hidden || strings.Contains(n.What, "C002") == hidden {
			t.Errorf("%q reads %q", m, n.What)
		}
	}
}

func TestEveryMemberHasAnOrderOfTheirOwnR12(t *testing.T) {
	t.Parallel()
	b := modeltest.Screening(t, 200)
	orders := map[string]model.MemberID{}
	for _, m := range []model.MemberID{chair, ann, bob} {
		o := b.As(m).Order()
		sorted := slices.Clone(o)
		slices.Sort(sorted)
		for i, c := range sorted {
			if int(c) != i+1 {
				t.Fatalf("the order of %s is no permutation", m)
			}
		}
		if slices.IsSorted(o) {
			t.Errorf("%s sees the candidates by number", m)
		}
		if other, ok := orders[fmt.Sprint(o)]; ok {
			t.Errorf("%s and %s see the same order", m, other)
		}
		orders[fmt.Sprint(o)] = m
		if d := cmp.Diff(o, model.Restore(b.Snapshot()).As(m).Order()); d != "" {
			t.Errorf("another order the next time: %s", d)
		}
	}
	if !slices.IsSorted(b.As(observer).Order()) {
		t.Error("an observer sees the candidates by number")
	}
	modeltest.Do(t, b, chair, model.ChangeMember{Member: ann, Name: "Ann", Role: model.RoleObserver})
	if !slices.IsSorted(b.As(ann).Order()) {
		t.Error("the order does not follow the role")
	}
}

func TestTheOrderKeepsWhenCandidatesJoinR12(t *testing.T) {
	t.Parallel()
	b := modeltest.Screening(t, 50)
	before := slices.Clone(b.As(ann).Order())
	modeltest.Do(t, b, secretary, modeltest.Candidates(b, 30))
	after := slices.DeleteFunc(slices.Clone(b.As(ann).Order()), func(c model.CandidateID) bool { return c > 50 })
	if d := cmp.Diff(before, after); d != "" {
		t.Error(d)
	}
	if len(b.As(ann).Order()) != 80 {
		t.Errorf("%d in the order", len(b.As(ann).Order()))
	}
}

// TestTheOrderIsRoughlyUniformR12 holds the place of the first candidate over many vacancies against the uniform
// distribution (chi-squared, 9 degrees of freedom: 33.7 is the 0.9999 quantile), and the pairs of members against
// independence.
func TestTheOrderIsRoughlyUniformR12(t *testing.T) {
	t.Parallel()
	const n, trials = 10, 4000
	var at [n]float64
	together := 0.0
	for seed := range uint64(trials) {
		b := model.Restore(model.State{
			Work: model.Work{Seed: seed * 0x9e3779b97f4a7c15},
			Common: model.Common{
				Candidates: n, Members: []model.Member{{ID: "M1", Role: model.Chair}, {ID: "M2", Role: model.RoleMember}},
			},
		})
		x, y := slices.Index(b.As("M1").Order(), 1), slices.Index(b.As("M2").Order(), 1)
		at[x]++
		if x == y {
			together++
		}
	}
	chi := 0.0
	for _, k := range at {
		chi += (k - trials/n) * (k - trials/n) / (trials / n)
	}
	if chi > 33.7 {
		t.Errorf("chi-squared %.1f over %v", chi, at)
	}
	if got := together / trials; math.Abs(got-1.0/n) > 0.025 {
		t.Errorf("two members meet in %.3f of the cases, not in a tenth", got)
	}
}

func TestTheReportHoldsWhatTheViewerMaySee(t *testing.T) {
	t.Parallel()
	b := submitted(t)
	modeltest.Rate(t, b, bob, 1, "not met")
	report := func(viewer model.MemberID) model.Report {
		r, err := b.As(viewer).Report(func(c model.CandidateID) (model.Dossier, error) {
			return model.Dossier{Candidate: c, Person: model.Person{Reference: "A-1"}}, nil
		})
		if err != nil {
			t.Fatal(err)
		}
		return r
	}
	r := report(ann)
	if n := len(r.Candidates[0].Ratings); n != 6 || len(r.Candidates[1].Ratings) != 0 {
		t.Errorf("Ann's report holds %d ratings", n)
	}
	for _, x := range r.Candidates[0].Ratings {
		if x.Member != ann {
			t.Errorf("Ann's report holds %+v", x)
		}
	}
	if r := report(observer); len(r.Candidates[0].Ratings) != 0 || r.Candidates[0].Rank != nil || r.Candidates[0].Score != nil {
		t.Errorf("the observer's report holds %+v", r.Candidates[0])
	}
	if got := *report(ann).Candidates[0].Score; got != 50 {
		t.Errorf("the score is %v", got)
	}
	modeltest.Do(t, b, chair, model.RevealRatings{Reason: "Time is up."})
	if d := cmp.Diff(report(bob).Candidates[0].Agreed, report(observer).Candidates[0].Agreed, cmpopts.EquateEmpty()); d != "" {
		t.Error(d)
	}
	for _, x := range report(observer).Candidates[0].Ratings {
		if x.Member == bob {
			t.Errorf("a draft is in the report: %+v", x)
		}
	}
	failed := fmt.Errorf("damaged")
	if _, err := b.As(ann).Report(func(model.CandidateID) (model.Dossier, error) { return model.Dossier{}, failed }); err != failed {
		t.Errorf("a file that cannot be read ends in %v", err)
	}
}

func TestTheReportNamesNoHashForOpenRules(t *testing.T) {
	t.Parallel()
	none := func(c model.CandidateID) (model.Dossier, error) { return model.Dossier{Candidate: c}, nil }
	b := screening(t)
	r, _ := b.As(chair).Report(none)
	if r.Rules.SHA256 != model.RulesHash(b.Vacancy.ClosingDate, b.Criteria, b.Rules) || r.Rules.Version != 1 || r.Rules.SealedAt == nil {
		t.Errorf("sealed: %+v", r.Rules)
	}
	modeltest.Do(t, b, chair, model.ReopenRules{Reason: "A slip."})
	r, _ = b.As(chair).Report(none)
	if r.Rules.SHA256 != "" || r.Rules.SealedAt != nil || len(r.Rules.Changes) != 1 {
		t.Errorf("open: %+v", r.Rules)
	}
}
