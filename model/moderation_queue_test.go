package model_test

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"shortlist/model"
	"shortlist/model/modeltest"
)

// agenda tells an agenda in words: "C001 E2 open gate".
func agenda(b *model.Board, viewer model.MemberID) []string {
	var out []string
	for _, d := range b.As(viewer).Agenda().Items {
		state := [...]string{"open", "settled", "closed"}[d.State]
		matter := [...]string{"gate", "cut", "rest"}[d.Impact]
		out = append(out, fmt.Sprintf("%s %s %s %s", d.Candidate, b.Label(d.Criterion), state, matter))
	}
	return out
}

// three lets all three rate a candidate: one string of values each.
func three(t *testing.T, b *model.Board, c model.CandidateID, chair, annRates, bobRates []model.Value) {
	t.Helper()
	for m, values := range map[model.MemberID][]model.Value{modeltest.Chair: chair, ann: annRates, modeltest.Bob: bobRates} {
		modeltest.Submit(t, b, m, c, values...)
	}
}

func with(i int, v model.Value) []model.Value {
	out := modeltest.Good()
	out[i] = v
	return out
}

func TestWhatThePanelHasToSettleR21(t *testing.T) {
	t.Parallel()
	good := modeltest.Good()
	for name, c := range map[string]struct {
		chair, ann, bob []model.Value
		want            []string
		what            string
	}{
		"agreement leaves nothing":                        {good, good, good, nil, ""},
		"met beside not met":                              {good, with(0, "not met"), good, []string{"C001 E1 open gate"}, "2 × met, 1 × not met."},
		"met beside unclear":                              {good, with(0, "unclear"), good, []string{"C001 E1 open gate"}, "2 × met, 1 × unclear."},
		"not met beside unclear":                          {with(0, "not met"), with(0, "unclear"), with(0, "not met"), []string{"C001 E1 open gate"}, "2 × not met, 1 × unclear."},
		"all unclear on an essential":                     {with(0, "unclear"), with(0, "unclear"), with(0, "unclear"), []string{"C001 E1 open gate"}, "Found unclear alone, and an essential has to be found met or not."},
		"all unclear on a desirable":                      {with(3, "unclear"), with(3, "unclear"), with(3, "unclear"), nil, ""},
		"cannot assess beside a rating":                   {good, with(0, "cannot assess"), good, []string{"C001 E1 open gate"}, "1 member could not judge it."},
		"nobody could judge":                              {with(0, "cannot assess"), with(0, "cannot assess"), with(0, "cannot assess"), []string{"C001 E1 open gate"}, "Nobody could judge it."},
		"points one apart on one side of the pass mark":   {good, with(2, "3"), good, nil, ""},
		"points one apart on two sides of the pass mark":  {good, with(2, "1"), good, []string{"C001 E3 open gate"}, "Points from 1 to 2, on two sides of the pass mark 2."},
		"points two apart on one side of the pass mark":   {good, with(2, "4"), good, []string{"C001 E3 open rest"}, "Points from 2 to 4, 2 apart."},
		"points one apart on a desirable":                 {good, with(4, "3"), good, nil, ""},
		"points two apart on a desirable without a cut":   {good, with(4, "4"), good, []string{"C001 D2 open rest"}, "Points from 2 to 4, 2 apart."},
		"what cannot save a candidate comes after all":    {with(0, "not met"), append(with(0, "not met")[:1], with(1, "not met")[1:]...), with(0, "not met"), []string{"C001 E2 open rest"}, "2 × met, 1 × not met."},
		"essentials before desirables of the same member": {good, append(with(0, "not met")[:4], "4", "0"), good, []string{"C001 E1 open gate", "C001 D2 open rest"}, "2 × met, 1 × not met."},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			b := modeltest.Screening(t, 1)
			three(t, b, 1, c.chair, c.ann, c.bob)
			modeltest.Do(t, b, modeltest.Chair, model.RevealRatings{})
			want(t, agenda(b, ann), c.want...)
			if items := b.As(ann).Agenda().Items; c.what != "" && (len(items) == 0 || items[0].What != c.what) {
				t.Errorf("says %+v, not %q", items, c.what)
			}
		})
	}
}

// cutBoard is a panel with a cut line and the ratings of D2 and D3 of each candidate: what the chair and Bob gave, then Ann.
func cutBoard(t *testing.T, cut int, rows ...[2]model.Value) *model.Board {
	t.Helper()
	b := modeltest.Preparing(t, len(rows))
	r := b.Rules
	r.CutLine = cut
	modeltest.Do(t, b, modeltest.Chair, model.EditRules{Rules: r}, model.SealRules{})
	for i, row := range rows {
		three(t, b, model.CandidateID(i+1), with(4, row[0]), with(4, row[1]), with(4, row[0]))
	}
	modeltest.Do(t, b, modeltest.Chair, model.RevealRatings{})
	return b
}

func TestDifferencesAreTakenInTheOrderOfWhatTheyMatterForR21(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		cut  int
		rows [][2]model.Value
		want []string
	}{
		"a difference that can cross the cut line":                     {1, [][2]model.Value{{"2", "2"}, {"1", "3"}}, []string{"C002 D2 open cut"}},
		"one that stays above the cut line whatever is settled":        {1, [][2]model.Value{{"1", "1"}, {"2", "4"}}, []string{"C002 D2 open rest"}},
		"one that stays below the cut line whatever is settled":        {1, [][2]model.Value{{"4", "4"}, {"0", "2"}}, []string{"C002 D2 open rest"}},
		"all are above the cut line":                                   {2, [][2]model.Value{{"0", "2"}, {"1", "3"}}, []string{"C002 D2 open rest", "C001 D2 open rest"}},
		"two that can change places at the cut line, the better first": {1, [][2]model.Value{{"0", "2"}, {"1", "3"}}, []string{"C002 D2 open cut", "C001 D2 open cut"}},
		"an equal total shares the place and stays above":              {1, [][2]model.Value{{"3", "3"}, {"3", "3"}, {"3", "1"}}, []string{"C003 D2 open cut"}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			want(t, agenda(cutBoard(t, c.cut, c.rows...), ann), c.want...)
		})
	}
}

func TestTheGateComesBeforeTheCutLineAndBothBeforeTheRestR21(t *testing.T) {
	t.Parallel()
	b := modeltest.Preparing(t, 4)
	r := b.Rules
	r.CutLine = 1
	modeltest.Do(t, b, modeltest.Chair, model.EditRules{Rules: r}, model.SealRules{})
	good := modeltest.Good()
	three(t, b, 1, with(4, "4"), with(4, "4"), with(4, "1"))                   // can move the cut line
	three(t, b, 2, good, with(2, "4"), good)                                   // both sides pass: the rest
	three(t, b, 3, good, with(1, "not met"), good)                             // the gate
	three(t, b, 4, with(0, "not met"), with(0, "not met"), with(0, "not met")) // fails; nothing differs
	modeltest.Do(t, b, modeltest.Chair, model.RevealRatings{})
	want(t, agenda(b, ann), "C003 E2 open gate", "C001 D2 open cut", "C002 E3 open rest")
}

func TestSettlingMovesADifferenceToTheEndAndUndoBringsItBack(t *testing.T) {
	t.Parallel()
	b := cutBoard(t, 1, [2]model.Value{"2", "2"}, [2]model.Value{"1", "3"}, [2]model.Value{"0", "2"})
	before := agenda(b, ann)
	settle := model.AgreeRating{Candidate: 2, Criterion: modeltest.D2, Value: "3", Reason: "The second report shows it."}
	back := settle.Inverse(b, modeltest.Chair)
	modeltest.Do(t, b, modeltest.Chair, settle)
	want(t, agenda(b, ann), "C003 D2 open rest", "C002 D2 settled rest")
	if a := b.As(ann).Agenda(); a.Settled != 1 || a.Of != 2 {
		t.Errorf("%d of %d settled", a.Settled, a.Of)
	}
	modeltest.Do(t, b, modeltest.Chair, back)
	want(t, agenda(b, ann), before...)
}

func TestAnEssentialSettledAsUnclearIsStillOpen(t *testing.T) {
	t.Parallel()
	b := modeltest.Screening(t, 1)
	three(t, b, 1, modeltest.Good(), with(0, "not met"), modeltest.Good())
	modeltest.Do(t, b, modeltest.Chair, model.RevealRatings{},
		model.AgreeRating{Candidate: 1, Criterion: modeltest.E1, Value: "unclear", Reason: "The diploma is asked for."})
	want(t, agenda(b, ann), "C001 E1 open gate")
}

func TestADecidedCaseLeavesNothingToSettle(t *testing.T) {
	t.Parallel()
	b := cutBoard(t, 0, [2]model.Value{"1", "3"}, [2]model.Value{"1", "3"}, [2]model.Value{"2", "2"})
	modeltest.Do(t, b, modeltest.Chair,
		model.MakeDecision{Candidate: 1, Outcome: model.Shortlisted, Reason: "Good."},
		model.MakeDecision{Candidate: 2, Outcome: model.Withdrawn, Reason: "By letter."})
	want(t, agenda(b, ann), "C001 D2 closed rest")
	if a := b.As(ann).Agenda(); a.Of != 0 {
		t.Errorf("%d still to settle", a.Of)
	}
}

func TestWhoNobodyAssessedIsNamedAndNotQueued(t *testing.T) {
	t.Parallel()
	b := modeltest.Screening(t, 2)
	modeltest.Submit(t, b, ann, 1, modeltest.Good()...)
	modeltest.Do(t, b, modeltest.Chair, model.RevealRatings{Reason: "The meeting is today."})
	a := b.As(ann).Agenda()
	if d := cmp.Diff([]model.CandidateID{2}, a.Unassessed); d != "" || len(a.Items) != 0 {
		t.Errorf("%+v", a)
	}
}

// R11: before the reveal there is no queue, not even its length, whatever anybody rated.
func TestNobodyHasAQueueBeforeTheRevealR11(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(r *rapid.T) {
		b := modeltest.Screening(r, 2)
		for _, m := range []model.MemberID{modeltest.Chair, ann, modeltest.Bob} {
			for i, k := range b.Criteria {
				v := rapid.SampledFrom(append(k.Scale.Values(), model.NotRated, model.CannotAssess)).Draw(r, "value")
				if v != model.NotRated {
					modeltest.Do(r, b, m, model.SetRating{Candidate: 1, Criterion: b.Criteria[i].ID, Value: v})
				}
			}
		}
		for _, m := range b.Members {
			if a := b.As(m.ID).Agenda(); len(a.Items)+len(a.Unassessed)+a.Settled+a.Of > 0 {
				r.Fatalf("%s reads %+v", m.ID, a)
			}
		}
	})
}

// The order is the promise: what is said to change neither gate nor cut line changes neither, however it is settled.
func TestWhatIsSaidToChangeNothingChangesNothingR21(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(r *rapid.T) {
		n := rapid.IntRange(2, 4).Draw(r, "candidates")
		b := modeltest.Preparing(r, n)
		rules := b.Rules
		rules.CutLine = rapid.IntRange(1, n).Draw(r, "cut")
		modeltest.Do(r, b, modeltest.Chair, model.EditRules{Rules: rules}, model.SealRules{})
		for c := range n {
			for _, m := range []model.MemberID{modeltest.Chair, ann, modeltest.Bob} {
				values := make([]model.Value, len(b.Criteria))
				for i, k := range b.Criteria {
					values[i] = rapid.SampledFrom(append(k.Scale.Values(), model.CannotAssess)).Draw(r, "value")
				}
				if rapid.Bool().Draw(r, "plain") {
					values[0], values[1], values[2], values[3] = "met", "met", "2", "met"
				}
				modeltest.Submit(r, b, m, model.CandidateID(c+1), values...)
			}
		}
		modeltest.Do(r, b, modeltest.Chair, model.RevealRatings{})
		gates := func() (out []model.Gate) {
			for c := range n {
				out = append(out, b.As(ann).Standing(model.CandidateID(c+1)).Gate)
			}
			return out
		}
		items := b.As(ann).Agenda().Items
		if len(items) == 0 {
			return
		}
		d := items[rapid.IntRange(0, len(items)-1).Draw(r, "item")]
		if d.Impact != model.ImpactRest {
			return
		}
		// Everything else is settled first, so that gate and cut line are known.
		for _, x := range items {
			if x != d {
				k := b.Criterion(x.Criterion)
				modeltest.Do(r, b, modeltest.Chair, model.AgreeRating{Candidate: x.Candidate, Criterion: x.Criterion, Value: pick(r, b, k, x.Candidate), Reason: "So."})
			}
		}
		seen := map[string]bool{}
		k := b.Criterion(d.Criterion)
		for _, v := range between(b, k, d.Candidate) {
			modeltest.Do(r, b, modeltest.Chair, model.AgreeRating{Candidate: d.Candidate, Criterion: d.Criterion, Value: v, Reason: "So."})
			above := []model.CandidateID{}
			for _, row := range b.As(ann).Ranking() {
				if row.Rank > 0 && row.Rank <= rules.CutLine {
					above = append(above, row.Candidate)
				}
			}
			in := false
			for _, c := range above {
				in = in || c == d.Candidate
			}
			seen[fmt.Sprint(in, gates())] = true
		}
		if len(seen) > 1 {
			r.Fatalf("%+v changes the outcome: %v", d, seen)
		}
	})
}

// between are the values that lie between the ratings of a criterion; the whole scale where somebody could not judge.
func between(b *model.Board, k *model.Criterion, c model.CandidateID) []model.Value {
	var out []model.Value
	lo, hi := 4, 0
	for _, a := range b.As(ann).Visible(c) {
		got, _, ok := k.Scale.Share(a.Rating(k.ID).Value)
		if !ok || k.Scale.Kind == model.Facts {
			lo, hi = 0, 4
			break
		}
		lo, hi = min(lo, got), max(hi, got)
	}
	for _, v := range k.Scale.Values() {
		if got, _, _ := k.Scale.Share(v); got >= lo && got <= hi && v != model.Unclear {
			out = append(out, v)
		}
	}
	return out
}

func pick(r *rapid.T, b *model.Board, k *model.Criterion, c model.CandidateID) model.Value {
	return rapid.SampledFrom(between(b, k, c)).Draw(r, "settled")
}
