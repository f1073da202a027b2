package model_test

import (
	"fmt"
	"math/big"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"shortlist/model"
	"shortlist/model/modeltest"
	"shortlist/model/requirement"
)

// places tells a ranking in words: "C002 1= 50.0".
func places(b *model.Board, viewer model.MemberID) []string {
	var out []string
	for _, r := range b.As(viewer).Ranking() {
		out = append(out, fmt.Sprintf("%s %s %s", r.Candidate, r.Place(), r.Score()))
	}
	return out
}

func want(t *testing.T, got []string, want ...string) {
	t.Helper()
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}

func TestAnEssentialThatIsNotMetEndsTheCandidacyWhateverTheTotalR13(t *testing.T) {
	t.Parallel()
	b := modeltest.Screening(t, 4)
	modeltest.Rate(t, b, ann, 1, "not met", "met", "4", "met", "4", "4") // best total, fails E1
	modeltest.Rate(t, b, ann, 2, "met", "met", "1", "met", "4", "4")     // below the pass mark of E3
	modeltest.Rate(t, b, ann, 3, "met", "met", "2", "not met", "0", "0") // passes with nothing else
	modeltest.Rate(t, b, ann, 4, "met", "unclear", "4", "met", "4", "4") // E2 open
	want(t, places(b, ann), "C003 1 0.0", "C004 – 100.0", "C001 – 100.0", "C002 – 100.0")
	for c, gate := range map[model.CandidateID]model.Gate{1: model.GateFail, 2: model.GateFail, 3: model.GatePass, 4: model.GateOpen} {
		if s := b.As(ann).Standing(c); s.Gate != gate {
			t.Errorf("the gate of %s is %s", c, s.Gate)
		}
	}
	for c, says := range map[model.CandidateID]string{
		1: "Not found met: E1.", 2: "Not found met: E3.", 3: "Every essential is found met.", 4: "Essentials still open: E2 (unclear).",
	} {
		if got := strings.Join(b.As(ann).ExplainPlace(c), " "); !strings.HasPrefix(got, says) || !strings.Contains(got, "From your own ratings only") {
			t.Errorf("%s: %s", c, got)
		}
	}
}

func TestTheEssentialGateOverSeveralAssessors(t *testing.T) {
	t.Parallel()
	type values []model.Value
	for _, c := range []struct {
		rule    string
		e1, e3  values // of the chair, Ann and Bob
		gate    model.Gate
		basis1  model.Basis
		differs bool
	}{
		{"all met", values{"met", "met", "met"}, values{"2", "2", "2"}, model.GatePass, model.BasisSame, false},
		{"all not met", values{"not met", "not met", "not met"}, values{"2", "2", "2"}, model.GateFail, model.BasisSame, false},
		{"a split is open", values{"met", "not met", "met"}, values{"2", "2", "2"}, model.GateOpen, model.BasisDiffer, true},
		{"met beside unclear is open", values{"met", "unclear", "met"}, values{"2", "2", "2"}, model.GateOpen, model.BasisDiffer, true},
		{"all unclear is open", values{"unclear", "unclear", "unclear"}, values{"2", "2", "2"}, model.GateOpen, model.BasisSame, false},
		{"cannot assess is no vote", values{"met", "cannot assess", "met"}, values{"2", "2", "2"}, model.GatePass, model.BasisSame, true},
		{"cannot assess is not zero", values{"met", "met", "met"}, values{"cannot assess", "2", "cannot assess"}, model.GatePass, model.BasisSame, false},
		{"nobody could judge is open", values{"cannot assess", "cannot assess", "cannot assess"}, values{"2", "2", "2"}, model.GateOpen, model.BasisUnable, false},
		{"graded apart on one side of the pass mark", values{"met", "met", "met"}, values{"2", "3", "4"}, model.GatePass, model.BasisSame, false},
		{"graded apart on both sides", values{"met", "met", "met"}, values{"1", "2", "4"}, model.GateOpen, model.BasisSame, false},
		{"one failure beside a dispute fails", values{"not met", "not met", "not met"}, values{"1", "2", "4"}, model.GateFail, model.BasisSame, false},
	} {
		t.Run(c.rule, func(t *testing.T) {
			t.Parallel()
			b := modeltest.Screening(t, 1)
			for i, m := range []model.MemberID{chair, ann, bob} {
				modeltest.Submit(t, b, m, 1, c.e1[i], "met", c.e3[i], "met", "2", "2")
			}
			modeltest.Do(t, b, chair, model.RevealRatings{})
			s := b.As(observer).Standing(1)
			if s.Gate != c.gate || s.Results[0].Basis != c.basis1 || s.Results[0].Differs != c.differs {
				t.Errorf("gate %s, E1 %+v", s.Gate, s.Results[0])
			}
		})
	}
}

func TestADisputeOverThePassMarkIsMarkedAsADifference(t *testing.T) {
	t.Parallel()
	b := modeltest.Screening(t, 1)
	for i, m := range []model.MemberID{chair, ann, bob} {
		modeltest.Submit(t, b, m, 1, "met", "met", []model.Value{"1", "2", "2"}[i], "met", []model.Value{"1", "2", "2"}[i], []model.Value{"1", "3", "2"}[i])
	}
	modeltest.Do(t, b, chair, model.RevealRatings{})
	r := b.As(chair).Standing(1).Results
	if !r[2].Differs || r[2].Settled {
		t.Errorf("1 beside 2 with the pass mark at 2: %+v", r[2])
	}
	if r[4].Differs || !r[4].Settled {
		t.Errorf("1 beside 2 of a desirable: %+v", r[4])
	}
	if !r[5].Differs || !r[5].Settled {
		t.Errorf("1 beside 3 of a desirable: %+v", r[5])
	}
}

func TestAnAgreedRatingSettles(t *testing.T) {
	t.Parallel()
	b := failing(t)
	if s := b.As(ann).Standing(2); s.Gate != model.GateOpen {
		t.Fatalf("the gate is %s", s.Gate)
	}
	agree := model.AgreeRating{Candidate: 2, Criterion: e1, Value: model.Met, Reason: "The diploma is in the annex."}
	back := agree.Inverse(b, chair)
	change := modeltest.Do(t, b, chair, agree)
	s := b.As(ann).Standing(2)
	if r := s.Results[0]; s.Gate != model.GatePass || r.Basis != model.BasisAgreed || r.Value != model.Met || r.Differs || len(r.Values) != 2 {
		t.Errorf("%+v", s)
	}
	if got := b.As(ann).Own(2).Rating(e1).Value; got != model.NotMet {
		t.Errorf("the member's own rating became %s", got)
	}
	if len(change.Texts) != 1 {
		t.Errorf("texts %+v", change.Texts)
	}
	modeltest.Do(t, b, chair, model.MakeDecision{Candidate: 2, Outcome: model.Shortlisted, Reason: "Best."},
		model.MakeDecision{Candidate: 2}, back)
	if s := b.As(ann).Standing(2); s.Gate != model.GateOpen {
		t.Errorf("taken back, the gate is %s", s.Gate)
	}
	modeltest.Do(t, b, chair, model.AgreeRating{Candidate: 2, Criterion: d2, Value: "0", Reason: "Nothing is shown."})
	if s := b.As(ann).Standing(2); s.Results[4].Points != 0 || !s.Scored {
		t.Errorf("agreed on 0: %+v", s.Results[4])
	}
}

func TestRankingSharesPlaces(t *testing.T) {
	t.Parallel()
	b := modeltest.Screening(t, 6)
	for c, d2 := range []model.Value{"2", "4", "2", "4", "1", "4"} {
		modeltest.Rate(t, b, ann, model.CandidateID(c+1), "met", "met", "2", "met", d2, "0")
	}
	modeltest.Do(t, b, chair, model.MakeDecision{Candidate: 6, Outcome: model.Withdrawn, Reason: "Wrote."})
	want(t, places(b, ann), "C002 1= 66.7", "C004 1= 66.7", "C001 3= 50.0", "C003 3= 50.0", "C005 5 41.7", "C006 – 66.7")
}

func TestTiesAreBrokenByTheDeclaredRuleOnly(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		ties []model.CriterionID
		want []string
	}{
		{nil, []string{"C001 1= 50.0", "C002 1= 50.0", "C003 1= 50.0"}},
		{[]model.CriterionID{d2}, []string{"C002 1 50.0", "C001 2= 50.0", "C003 2= 50.0"}},
		{[]model.CriterionID{d2, d3}, []string{"C002 1 50.0", "C001 2= 50.0", "C003 2= 50.0"}},
		{[]model.CriterionID{d1}, []string{"C001 1= 50.0", "C003 1= 50.0", "C002 3 50.0"}},
	} {
		b := modeltest.Preparing(t, 3)
		r := model.DefaultRules()
		r.TieBreakers = c.ties
		modeltest.Do(t, b, chair, model.EditRules{Rules: r}, model.SealRules{})
		modeltest.Rate(t, b, ann, 1, "met", "met", "2", "met", "2", "0")
		modeltest.Rate(t, b, ann, 2, "met", "met", "4", "not met", "4", "2")
		modeltest.Rate(t, b, ann, 3, "met", "met", "2", "met", "2", "0")
		want(t, places(b, ann), c.want...)
	}
}

func TestATieRuleThatNamesARemovedCriterionIsNotSealed(t *testing.T) {
	t.Parallel()
	for _, c := range []model.Command{model.RemoveCriterion{Criterion: d2}, model.ReclassifyCriterion{Criterion: d2, Class: model.Essential}} {
		b := modeltest.Preparing(t, 1)
		r := model.DefaultRules()
		r.TieBreakers = []model.CriterionID{d2}
		modeltest.Do(t, b, chair, model.EditRules{Rules: r}, c)
		modeltest.Refuse(t, b, chair, model.SealRules{}, model.Invalid)
	}
}

func TestCannotAssessIsNotZero(t *testing.T) {
	t.Parallel()
	b := modeltest.Screening(t, 2)
	for _, m := range []model.MemberID{chair, ann, bob} {
		v := model.Value("4")
		if m == bob {
			v = model.CannotAssess
		}
		modeltest.Submit(t, b, m, 1, "met", "met", "2", "met", v, "4")
		modeltest.Submit(t, b, m, 2, "met", "met", "2", "met", model.CannotAssess, "4")
	}
	modeltest.Do(t, b, chair, model.RevealRatings{})
	want(t, places(b, ann), "C001 1 100.0", "C002 – –")
	s := b.As(ann).Standing(2)
	if s.Scored || s.Results[4].Basis != model.BasisUnable || s.Results[4].Settled {
		t.Errorf("a desirable that nobody could judge: %+v", s.Results[4])
	}
	if got := b.As(ann).ExplainPlace(2)[1]; got != "No total yet: D2 (nobody could judge)." {
		t.Errorf("%q", got)
	}
}

// TestArithmeticIsExactForEveryPanel reckons the mean total with fractions and holds it against the total, for panels
// of 1 to 16 raters, any weights and any values.
func TestArithmeticIsExactForEveryPanel(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 16).Draw(t, "raters")
		b := model.NewBoard()
		b.Phase, b.Candidates, b.Created = model.Moderating, 1, true
		b.Criteria = []model.Criterion{{ID: 1, Class: model.Desirable, Scale: model.GradedScale()}, {ID: 2, Class: model.Desirable, Scale: model.FactsScale()}}
		total, weights := new(big.Rat), int64(0)
		for i := range b.Criteria {
			b.Criteria[i].Weight = rapid.IntRange(1, 100).Draw(t, "weight")
			weights += int64(b.Criteria[i].Weight)
		}
		var given []model.Assessment
		for m := range n {
			id := model.MemberID(fmt.Sprintf("M%d", m+1))
			b.Members = append(b.Members, model.Member{ID: id, Role: model.Chair})
			given = append(given, model.Assessment{Candidate: 1, Member: id, State: model.Submitted})
		}
		for i, k := range b.Criteria {
			sum, judged := int64(0), int64(0)
			of := []int64{4, 1}[i]
			for m := range n {
				v := rapid.SampledFrom(append(k.Scale.Values(), model.CannotAssess)).Draw(t, "value")
				if m == 0 {
					v = k.Scale.Values()[0]
				}
				given[m].Ratings = append(given[m].Ratings, model.Rating{Criterion: k.ID, Value: v})
				if v != model.CannotAssess {
					got, _, _ := k.Scale.Share(v)
					sum, judged = sum+int64(got), judged+1
				}
			}
			total.Add(total, new(big.Rat).Mul(big.NewRat(int64(k.Weight), 1), big.NewRat(sum, judged*of)))
		}
		b = model.Restore(model.State{Common: b.Common, Work: model.Work{Assessments: given}})
		s := b.As("M1").Standing(1)
		exact := new(big.Rat).Quo(total, big.NewRat(weights, 1))
		if got := big.NewRat(s.Total, s.Max); !s.Scored || got.Cmp(exact) != 0 {
			t.Fatalf("%s, exactly %s", got, exact)
		}
		// round half up to tenths of a percent: floor(1000 x + 1/2)
		up := new(big.Rat).Add(new(big.Rat).Mul(exact, big.NewRat(1000, 1)), big.NewRat(1, 2))
		if floor := new(big.Int).Div(up.Num(), up.Denom()); floor.Int64() != int64(s.Tenths()) {
			t.Fatalf("%d tenths, not %s", s.Tenths(), floor)
		}
	})
}

func TestScoresAreRoundedHalfUp(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		total, of int64
		want      string
	}{
		{0, 8, "0.0"},
		{8, 8, "100.0"},
		{1, 3, "33.3"},
		{2, 3, "66.7"},
		{1, 16, "6.3"},
		{3, 16, "18.8"},
		{1, 2000, "0.1"},
		{1, 2001, "0.0"},
		{1999, 2000, "100.0"},
		{1429, 2000, "71.5"},
		{143, 200, "71.5"},
	} {
		if got := (model.Standing{Total: c.total, Max: c.of, Scored: true}).Score(); got != c.want {
			t.Errorf("%d of %d is %s, not %s", c.total, c.of, got, c.want)
		}
	}
}

func TestThirdsFromThreeRatersTieWithTheSameTotalFromOtherCriteria(t *testing.T) {
	t.Parallel()
	b := modeltest.Screening(t, 2)
	third := [][3]model.Value{{"0", "1", "0"}, {"0", "0", "1"}}
	for i, m := range []model.MemberID{chair, ann, bob} {
		modeltest.Submit(t, b, m, 1, "met", "met", "2", "not met", third[0][i], "4")
		modeltest.Submit(t, b, m, 2, "met", "met", "2", "not met", "4", third[1][i])
	}
	modeltest.Do(t, b, chair, model.RevealRatings{})
	want(t, places(b, observer), "C001 1= 36.1", "C002 1= 36.1")
}

func TestExplainPlaceShowsTheSum(t *testing.T) {
	t.Parallel()
	b := modeltest.Preparing(t, 1)
	modeltest.Do(t, b, chair, model.WeighCriterion{Criterion: d2, Weight: 2, Reason: "Half of the work."}, model.SealRules{})
	modeltest.Submit(t, b, ann, 1, "met", "met", "2", "met", "3", "0")
	modeltest.Submit(t, b, bob, 1, "met", "met", "2", "not met", "2", "0")
	modeltest.Do(t, b, chair, model.RevealRatings{Reason: "Time is up."})
	want(t, b.As(chair).ExplainPlace(1), "Every essential is found met.",
		"Total 43.8 of 100 = (D1 50.0 % × 1 + D2 62.5 % × 2 + D3 0.0 % × 1) ÷ 4.", "From 2 submitted assessments.")
}

func TestTooFewAssessorsAreFlaggedR8(t *testing.T) {
	t.Parallel()
	b := submitted(t)
	modeltest.Do(t, b, chair, model.RevealRatings{Reason: "Time is up."})
	for c, n := range map[model.CandidateID]int{1: 1, 2: 0} {
		s := b.As(observer).Standing(c)
		if !s.TooFew || s.Assessors != n {
			t.Errorf("%s: %+v", c, s)
		}
		if got := b.As(observer).ExplainPlace(c); got[len(got)-1] != "Fewer than the 2 assessors that the rules ask for." {
			t.Errorf("%q", got)
		}
	}
}

func TestARecusedMemberNeitherRatesNorCountsR10(t *testing.T) {
	t.Parallel()
	b := modeltest.Screening(t, 1)
	for _, m := range []model.MemberID{chair, ann} {
		modeltest.Submit(t, b, m, 1, modeltest.Good()...)
	}
	modeltest.Submit(t, b, bob, 1, "not met", "not met", "0", "not met", "0", "0")
	if b.Missing() != 0 {
		t.Errorf("%d missing", b.Missing())
	}
	modeltest.Do(t, b, bob, model.DeclareConflict{Candidate: 1, Interest: model.Recused})
	modeltest.Refuse(t, b, bob, model.ReturnAssessment{Candidate: 1}, model.Forbidden)
	modeltest.Refuse(t, b, bob, model.SetRating{Candidate: 1, Criterion: e1, Value: model.Met}, model.Forbidden)
	if b.Missing() != 0 || b.As(bob).Status(1) != "recused" {
		t.Errorf("%d missing, %s", b.Missing(), b.As(bob).Status(1))
	}
	modeltest.Do(t, b, chair, model.RevealRatings{})
	if s := b.As(observer).Standing(1); s.Assessors != 2 || s.Gate != model.GatePass || s.TooFew {
		t.Errorf("%+v", s)
	}
	if got := b.As(observer).Visible(1); len(got) != 2 {
		t.Errorf("seen: %+v", got)
	}
}

func TestAMemberWhoLeftOrLostTheVoteDoesNotCount(t *testing.T) {
	t.Parallel()
	for what, c := range map[string]model.Command{
		"removed":  model.RemoveMember{Member: bob},
		"observer": model.ChangeMember{Member: bob, Name: "Bob", Role: model.RoleObserver},
	} {
		b := modeltest.Screening(t, 1)
		for _, m := range []model.MemberID{chair, ann} {
			modeltest.Submit(t, b, m, 1, modeltest.Good()...)
		}
		modeltest.Submit(t, b, bob, 1, "not met", "met", "2", "met", "0", "0")
		modeltest.Do(t, b, chair, c)
		modeltest.Do(t, b, chair, model.RevealRatings{})
		if s := b.As(ann).Standing(1); s.Gate != model.GatePass || s.Assessors != 2 || s.Results[0].Differs {
			t.Errorf("%s: %+v", what, s)
		}
		modeltest.Refuse(t, b, chair, model.ChangeMember{Member: bob, Name: "Bob", Role: model.RoleMember}, model.Forbidden)
	}
}

func TestMissingLeavesOutWhoWithdrew(t *testing.T) {
	t.Parallel()
	b := submitted(t)
	if b.Missing() != 5 {
		t.Errorf("%d missing of 6", b.Missing())
	}
	modeltest.Do(t, b, secretary, model.MakeDecision{Candidate: 1, Outcome: model.Withdrawn, Reason: "Wrote."})
	if b.Missing() != 3 {
		t.Errorf("%d missing of 3", b.Missing())
	}
	modeltest.Do(t, b, secretary, model.MakeDecision{Candidate: 1})
	if b.Missing() != 5 {
		t.Errorf("%d missing of 6", b.Missing())
	}
}

func TestRankingStepByStepEqualsRankingFromScratch(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		s := modeltest.DrawStory(t, 5)
		for range 40 {
			s.Take(modeltest.DrawStep(t, s.Board), modeltest.Device)
			fresh := model.Fold(s.Events)
			for _, m := range append(slices.Clone(s.Board.Members), model.Member{ID: "nobody"}) {
				if d := cmp.Diff(fresh.As(m.ID).Ranking(), s.Board.As(m.ID).Ranking(), cmpopts.IgnoreUnexported(model.Row{})); d != "" {
					t.Fatalf("for %q:\n%s", m.ID, d)
				}
			}
		}
	})
}

func TestRankingIsLawful(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		b := modeltest.DrawStory(t, 80).Board
		rows := b.As("M1").Ranking()
		if len(rows) != b.Candidates {
			t.Fatalf("%d rows for %d candidates", len(rows), b.Candidates)
		}
		for i, r := range rows {
			ranked := r.Rank > 0
			if ranked && (r.Gate != model.GatePass || r.Withdrawn) {
				t.Fatalf("R13: %s has place %d with the gate %s", r.Candidate, r.Rank, r.Gate)
			}
			if !ranked {
				continue
			}
			better, alike := 0, 0
			for _, o := range rows {
				if o.Rank > 0 && o.Rank < r.Rank {
					better++
				}
				if o.Rank == r.Rank {
					alike++
				}
				if o.Rank > 0 && o.Total > r.Total && o.Rank >= r.Rank {
					t.Fatalf("%s stands before %s with less", r.Candidate, o.Candidate)
				}
			}
			if r.Rank != better+1 || r.Shared != (alike > 1) || r.Rank > i+1 {
				t.Fatalf("%s has place %d after %d, shared %t by %d", r.Candidate, r.Rank, better, r.Shared, alike)
			}
		}
	})
}

func TestWithoutDesirablesAllWhoPassShareTheFirstPlace(t *testing.T) {
	t.Parallel()
	b := modeltest.Preparing(t, 3)
	modeltest.Do(t, b, chair, model.RemoveCriterion{Criterion: d1}, model.RemoveCriterion{Criterion: d2}, model.RemoveCriterion{Criterion: d3}, model.SealRules{})
	modeltest.Rate(t, b, ann, 1, "met", "met", "2")
	modeltest.Rate(t, b, ann, 2, "met", "met", "1")
	modeltest.Rate(t, b, ann, 3, "met", "met", "4")
	want(t, places(b, ann), "C001 1= –", "C003 1= –", "C002 – –")
}

func TestAForeignCriterionHasAWeightThatCanBeReckonedWith(t *testing.T) {
	t.Parallel()
	b := model.NewBoard()
	b.Apply(model.Event{Payload: model.VacancyCreated{Criteria: []model.Criterion{
		{ID: 1, Class: model.Desirable, Requirement: requirement.Requirement{}},
		{ID: 1, Class: model.Desirable, Weight: -4},
		{ID: 2, Class: "vital", Weight: 1 << 40},
	}}})
	if len(b.Criteria) != 2 || b.Criteria[0].Class != model.Essential || b.Criteria[0].Weight != 100 || b.Criteria[1].Weight != 1 {
		t.Errorf("%+v", b.Criteria)
	}
}

func TestPlacesStepByStepAmongManyTies(t *testing.T) {
	t.Parallel()
	good := modeltest.Moderating(t, 9).Snapshot()
	rapid.Check(t, func(t *rapid.T) {
		s := good
		s.Assessments = slices.Clone(good.Assessments)
		s.Agreed, s.Heads = nil, slices.Clone(good.Heads)
		b := model.Restore(s)
		b.As(chair).Ranking()
		for range 12 {
			for range rapid.IntRange(1, 3).Draw(t, "changes") {
				c := model.CandidateID(rapid.IntRange(1, 9).Draw(t, "candidate"))
				k := rapid.SampledFrom([]model.CriterionID{d1, d1, d1, e1}).Draw(t, "criterion")
				v := rapid.SampledFrom([]model.Value{model.Met, model.NotMet}).Draw(t, "value")
				modeltest.Do(t, b, chair, model.AgreeRating{Candidate: c, Criterion: k, Value: v, Reason: "x"})
			}
			fresh := model.Restore(b.Snapshot()).As(chair).Ranking()
			if d := cmp.Diff(fresh, b.As(chair).Ranking(), cmpopts.IgnoreUnexported(model.Row{})); d != "" {
				t.Fatal(d)
			}
		}
	})
}
