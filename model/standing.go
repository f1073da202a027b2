package model

import (
	"fmt"
	"slices"
)

// This file works out the result of the ratings of one candidate: criterion by criterion, then the essential gate and
// the weighted total of the desirables. The order of the candidates is in ranking.go.

// share is the unit in which parts of a total are counted, so that means over panels of 1 to 16 members and points of
// scales with 1 to 9 steps are whole numbers and two equal totals are equal to the last bit: the least common multiple
// of 1…9 times that of 1…16.
const share = 2520 * 720720

// Basis says what a result is based on.
type Basis string

// The bases.
const (
	BasisNone   Basis = "not rated"          // nothing counts yet
	BasisOwn    Basis = "own rating"         // before the reveal: the viewer's own
	BasisSame   Basis = "all agree"          // every assessor gave the same
	BasisMean   Basis = "mean"               // desirables: the mean of the assessors
	BasisDiffer Basis = "members differ"     // essentials: some pass, some do not
	BasisUnable Basis = "nobody could judge" // every assessor chose cannot assess
	BasisAgreed Basis = "agreed"             // settled by the panel
	BasisClosed Basis = "closed to you"      // the viewer recused themself
)

// Result is what the ratings of one criterion come to.
type Result struct {
	Criterion CriterionID
	Basis     Basis
	// Value is set if there is a single value: own, agreed, or the same from all.
	Value Value
	// Values are the assessors' values in the order of the panel, cannot assess among them.
	Values []Value
	// Settled is true if the result is final for the essential gate (essentials) or counts (desirables); Passes
	// is the outcome of the gate.
	Settled, Passes bool
	// Points is what a desirable adds to the total, of Max, in shares times weight.
	Points, Max int64
	// Differs marks a difference to settle: a split, points more than a third of the scale apart or, for an essential, on two
	// sides of the pass mark, or a judgement beside "cannot assess".
	Differs bool
}

// Gate says whether a candidate meets the essentials.
type Gate string

// The states of the gate. An essential that is not met ends the candidacy whatever the total.
const (
	GatePass Gate = "pass"
	GateFail Gate = "fail"
	GateOpen Gate = "open"
)

// Standing is the result of one candidate as one viewer may see it.
type Standing struct {
	Candidate CandidateID
	Results   []Result
	Gate      Gate
	// Total of the desirables of Max, both in shares; Scored is false while a desirable is open or there is none.
	Total, Max int64
	Scored     bool
	Assessors  int // submitted assessments that count; before the reveal 1 if the viewer rated
	TooFew     bool
}

// Tenths is the score in tenths of a percent point, rounded half up: 715 is 71.5 of 100.
func (s Standing) Tenths() int {
	if s.Max == 0 {
		return 0
	}
	return int((2000*s.Total + s.Max) / (2 * s.Max))
}

// Score returns the score for people: "71.5", or "–" if there is none yet.
func (s Standing) Score() string {
	if !s.Scored {
		return "–"
	}
	t := s.Tenths()
	return fmt.Sprintf("%d.%d", t/10, t%10)
}

// Standing works out the result of a candidate for a viewer: from the viewer's own ratings before the reveal, from all
// submitted assessments and the agreed ratings afterwards. A recused viewer gets the result as a whole and no
// criterion.
func (b *Board) Standing(viewer MemberID, c CandidateID) Standing {
	s := b.standing(viewer, c, &scratch{})
	if b.Recused(viewer, c) {
		for i, r := range s.Results {
			s.Results[i] = Result{Criterion: r.Criterion, Basis: BasisClosed}
		}
	}
	return s
}

// scratch is memory for working out results. A pass over many candidates uses it again and again.
type scratch struct {
	counting []*Assessment
	values   []Value // shared by the results
	results  []Result
	scales   []yardstick // of the criteria, in their order
}

// measure makes the scales of the criteria ready, once for all candidates.
func (w *scratch) measure(criteria []Criterion) {
	if w.scales != nil {
		return
	}
	w.scales = make([]yardstick, len(criteria))
	for i := range criteria {
		w.scales[i] = criteria[i].Scale.yardstick()
	}
}

func (b *Board) standing(viewer MemberID, c CandidateID, w *scratch) Standing {
	s := Standing{Candidate: c, Gate: GatePass, Scored: true}
	counting := b.counting(viewer, c, w)
	s.Assessors = len(counting)
	s.TooFew = b.Revealed() && s.Assessors < b.Rules.MinAssessors
	w.measure(b.Criteria)
	desirables := 0
	s.Results = slices.Grow(w.results[:0], len(b.Criteria))[:len(b.Criteria)]
	values := slices.Grow(w.values[:0], len(b.Criteria)*len(counting))
	w.results, w.values = s.Results, values
	for i := range b.Criteria {
		k, y := &b.Criteria[i], &w.scales[i]
		from := len(values)
		for j := range counting {
			if v := counting[j].value(k.ID, i); v != NotRated && y.allows(v) {
				values = append(values, v)
			}
		}
		r := b.read(k, y, c, values[from:len(values):len(values)])
		s.Results[i] = r
		if k.Class == Essential {
			s.Gate = s.Gate.and(r)
			continue
		}
		desirables++
		s.Max += int64(k.Weight) * share
		s.Total += r.Points
		s.Scored = s.Scored && r.Settled
	}
	s.Scored = s.Scored && desirables > 0
	return s
}

// counting lists the assessments that a viewer's result of a candidate is made of.
func (b *Board) counting(viewer MemberID, c CandidateID, w *scratch) []*Assessment {
	w.counting = slices.DeleteFunc(b.visible(viewer, c, w.counting[:0]), func(a *Assessment) bool {
		if b.Revealed() {
			return !b.Counts(*a)
		}
		return a.Interest == Recused || !a.Started()
	})
	return w.counting
}

func (g Gate) and(r Result) Gate {
	switch {
	case g == GateFail || r.Settled && !r.Passes:
		return GateFail
	case !r.Settled:
		return GateOpen
	}
	return g
}

// read works out one criterion.
func (b *Board) read(k *Criterion, y *yardstick, c CandidateID, values []Value) Result {
	r := Result{Criterion: k.ID, Basis: BasisNone, Values: values, Differs: y.differs(values)}
	if b.Revealed() {
		if a, ok := b.AgreedRating(c, k.ID); ok && y.allows(a.Value) {
			r.Basis, r.Value, r.Differs = BasisAgreed, a.Value, false
			r.settle(k, y, []Value{a.Value})
			return r
		}
	}
	judged := values
	if slices.Contains(values, CannotAssess) {
		var few [maxRaters]Value
		judged = few[:0]
		for _, v := range values {
			if v != CannotAssess {
				judged = append(judged, v)
			}
		}
	}
	switch {
	case len(values) == 0:
		return r
	case len(judged) == 0:
		r.Basis = BasisUnable
		return r
	}
	r.settle(k, y, judged)
	same := true
	for _, v := range judged {
		same = same && v == judged[0]
	}
	switch {
	case same && !b.Revealed():
		r.Basis, r.Value = BasisOwn, judged[0]
	case same:
		r.Basis, r.Value = BasisSame, judged[0]
	case k.Class == Desirable:
		r.Basis = BasisMean
	case r.Settled:
		r.Basis = BasisMean // graded apart, but on the same side of the pass mark
	default:
		r.Basis, r.Differs = BasisDiffer, true
	}
	return r
}

// settle sets gate and part from the values that are judgements.
func (r *Result) settle(k *Criterion, y *yardstick, judged []Value) {
	if k.Class == Essential {
		r.Settled = true
		for i, v := range judged {
			passes, settled := y.passes(v)
			r.Settled = r.Settled && settled && (i == 0 || passes == r.Passes)
			r.Passes = passes
		}
		return
	}
	r.Max = int64(k.Weight) * share
	r.Settled = true
	for _, v := range judged {
		got, of, _ := y.share(v)
		r.Points += int64(k.Weight) * int64(got) * (share / int64(of*len(judged)))
	}
}
