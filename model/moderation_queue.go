package model

import (
	"cmp"
	"fmt"
	"slices"
	"sort"
	"strings"
)

// This file lists what the panel has to settle after the reveal, in the order of its effect on the result. Settling
// itself is in moderation.go.

// Impact is what settling a difference can change.
type Impact int

// The impacts, the weightiest first.
const (
	ImpactGate Impact = iota // whether the candidate passes the essentials
	ImpactCut                // who is above the cut line
	ImpactRest               // neither
)

// Words is a heading for people.
func (m Impact) Words() string {
	return [...]string{"decides the essentials", "can move the cut line", "changes neither"}[m]
}

// ItemState is how far a difference has come.
type ItemState int

// The states. A difference is closed if the candidate was decided without settling it: the decision rests on the values
// as they were.
const (
	ItemOpen ItemState = iota
	ItemSettled
	ItemClosed
)

// AgendaItem is one thing to settle: a criterion of a candidate on which the ratings differ too much.
type AgendaItem struct {
	Candidate CandidateID
	Criterion CriterionID
	State     ItemState
	Impact    Impact
	// What says how the ratings differ, and Why what depends on it. Both are sentences.
	What, Why string
}

// Agenda is the list of what a panel has to settle.
type Agenda struct {
	// Items are in the order in which to take them: the open ones by their effect, then the settled, then the closed.
	Items       []AgendaItem
	Settled, Of int // closed ones are not among them
	// Unassessed are the candidates without any rating that counts: nothing differs there, and nothing can be decided.
	Unassessed []CandidateID
	// Recused are the cases from which the viewer is recused and in which something is open. Somebody else leads them,
	// and they are not among the items.
	Recused []CandidateID
}

// Agenda lists what is to be settled. It is empty for everybody until the reveal: even a number would say something
// about the ratings of others.
func (b *Board) Agenda(viewer MemberID) Agenda {
	var out Agenda
	if !b.Revealed() {
		return out
	}
	cases := make([]moderationCase, 0, b.Candidates)
	for i := range b.Candidates {
		c := CandidateID(i + 1)
		if b.Decision(c).Outcome == Withdrawn {
			continue
		}
		s := b.standing(viewer, c, &scratch{})
		if s.Assessors == 0 && !b.anyAgreed(c) {
			out.Unassessed = append(out.Unassessed, c)
			continue
		}
		cases = append(cases, b.moderationCase(s))
	}
	cut := newCutting(b, cases)
	for i := range cases {
		items := b.differencesOf(&cases[i], cut)
		if c := cases[i].Candidate; !b.Recused(viewer, c) {
			out.Items = append(out.Items, items...)
		} else if slices.ContainsFunc(items, func(d AgendaItem) bool { return d.State == ItemOpen }) {
			out.Recused = append(out.Recused, c)
		}
	}
	at := map[CandidateID]*moderationCase{}
	for i := range cases {
		at[cases[i].Candidate] = &cases[i]
	}
	slices.SortStableFunc(out.Items, func(x, y AgendaItem) int {
		return cmp.Or(cmp.Compare(x.State, y.State), cmp.Compare(x.Impact, y.Impact), cut.compare(at[x.Candidate], at[y.Candidate]),
			cmp.Compare(x.Candidate, y.Candidate))
	})
	for _, d := range out.Items {
		switch d.State {
		case ItemSettled:
			out.Settled++
			out.Of++
		case ItemOpen:
			out.Of++
		}
	}
	return out
}

func (b *Board) anyAgreed(c CandidateID) bool {
	return slices.ContainsFunc(b.Criteria, func(k Criterion) bool { _, ok := b.AgreedRating(c, k.ID); return ok })
}

// moderationCase is a candidate with everything that settling may still change.
type moderationCase struct {
	Standing
	fails []CriterionID // essentials not met whatever is settled
	open  bool          // the gate hangs on what is settled
	// The bounds of the total, in shares, and the span of each result.
	lo, hi  int64
	spans   []span
	decided bool
}

// span is the range on which the panel can settle a criterion, as points of the scale.
type span struct{ lo, hi, of int }

func (b *Board) moderationCase(s Standing) moderationCase {
	m := moderationCase{Standing: s, spans: make([]span, len(s.Results)), decided: b.Decision(s.Candidate).Outcome != NoDecision}
	for i, r := range s.Results {
		k := &b.Criteria[i]
		x := possible(k.Scale, r)
		m.spans[i] = x
		if k.Class == Desirable {
			unit := int64(k.Weight) * (share / int64(x.of))
			if r.Settled && !r.Differs {
				m.lo, m.hi = m.lo+r.Points, m.hi+r.Points
				continue
			}
			m.lo, m.hi = m.lo+unit*int64(x.lo), m.hi+unit*int64(x.hi)
			continue
		}
		switch low, high := k.Scale.passesAt(x.lo), k.Scale.passesAt(x.hi); {
		case low != high:
			m.open = true
		case !low:
			m.fails = append(m.fails, k.ID)
		}
	}
	return m
}

// possible returns what a result can still become: one point if it is settled, the range of the ratings if they are
// points, and the whole scale if somebody could not judge or found it unclear.
func possible(s Scale, r Result) span {
	_, of, _ := s.Share(NotRated)
	if r.Basis == BasisAgreed && r.Value != Unclear {
		got, _, _ := s.Share(r.Value)
		return span{got, got, of}
	}
	x := span{of, 0, of}
	for _, v := range r.Values {
		got, _, ok := s.Share(v)
		if !ok || v == Unclear {
			return span{0, of, of}
		}
		x.lo, x.hi = min(x.lo, got), max(x.hi, got)
	}
	if x.lo > x.hi { // no rating at all
		return span{0, of, of}
	}
	return x
}

// cutting knows who can still get above the cut line.
type cutting struct {
	line   int
	equals bool    // a tie may be broken by the tie rule
	sure   []int64 // the least totals of those who pass whatever is settled, in order
	may    []int64 // the greatest totals of those who can pass, in order
}

func newCutting(b *Board, cases []moderationCase) *cutting {
	c := &cutting{line: b.Rules.CutLine, equals: len(b.Rules.TieBreakers) > 0}
	for i := range cases {
		m := &cases[i]
		if len(m.fails) > 0 {
			continue
		}
		c.may = append(c.may, m.hi)
		if !m.open {
			c.sure = append(c.sure, m.lo)
		}
	}
	slices.Sort(c.sure)
	slices.Sort(c.may)
	return c
}

// above counts the totals greater than x, or as great where a tie may be broken.
func (c *cutting) above(totals []int64, x int64, equal bool) int {
	return len(totals) - sort.Search(len(totals), func(i int) bool { return totals[i] > x || equal && totals[i] == x })
}

// canBeIn and canBeOut tell on which side of the cut line a candidate can come to stand.
func (c *cutting) canBeIn(m *moderationCase) bool {
	return len(m.fails) == 0 && c.above(c.sure, m.hi, false) < c.line
}

func (c *cutting) canBeOut(m *moderationCase) bool {
	better := c.above(c.may, m.lo, c.equals)
	if m.hi > m.lo || c.equals {
		better-- // the candidate is among those who may be better
	}
	return m.open || better >= c.line
}

// compare puts first who can come above the cut line, then who can come to the greatest total.
func (c *cutting) compare(x, y *moderationCase) int {
	in := func(m *moderationCase) int {
		if c.line == 0 || c.canBeIn(m) {
			return 0
		}
		return 1
	}
	return cmp.Or(cmp.Compare(in(x), in(y)), cmp.Compare(y.hi, x.hi))
}

// differencesOf lists the differences of one candidate in the order of the criteria.
func (b *Board) differencesOf(m *moderationCase, cut *cutting) []AgendaItem {
	var out []AgendaItem
	for i, r := range m.Results {
		k := &b.Criteria[i]
		what := whatDiffers(k, r.Values)
		agreed, settled := b.AgreedRating(m.Candidate, k.ID)
		if what == "" && !settled {
			continue
		}
		d := AgendaItem{Candidate: m.Candidate, Criterion: k.ID, What: what}
		if what == "" {
			d.What = "The ratings agree; the panel settled on another value."
		}
		switch unclear := settled && agreed.Value == Unclear && k.Class == Essential; {
		case settled && !unclear:
			d.State, d.Why = ItemSettled, fmt.Sprintf("Settled: %s.", agreed.Value.Words())
			d.Impact = ImpactRest
		case m.decided:
			d.State, d.Why = ItemClosed, "Decided with the ratings as they stand."
			d.Impact = ImpactRest
		default:
			if unclear {
				d.What = "The panel settled on unclear, and an essential has to be found met or not."
			}
			d.Impact, d.Why = b.impactOf(m, k, m.spans[i], cut)
		}
		out = append(out, d)
	}
	return out
}

// impactOf returns what depends on a difference, with a sentence.
func (b *Board) impactOf(m *moderationCase, k *Criterion, x span, cut *cutting) (Impact, string) {
	c := m.Candidate
	if len(m.fails) > 0 && !slices.Contains(m.fails, k.ID) {
		return ImpactRest, fmt.Sprintf("%s is out by %s whatever is settled here.", c, b.Label(m.fails[0]))
	}
	if k.Class == Essential {
		if k.Scale.passesAt(x.lo) != k.Scale.passesAt(x.hi) {
			return ImpactGate, fmt.Sprintf("Decides whether %s passes the essentials.", c)
		}
		return ImpactRest, "All stand on the same side of the pass mark: it does not change the outcome."
	}
	if cut.line > 0 && x.lo < x.hi && cut.canBeIn(m) && cut.canBeOut(m) {
		return ImpactCut, fmt.Sprintf("Can put %s above or below the cut line %d.", c, cut.line)
	}
	if cut.line > 0 {
		return ImpactRest, "Changes the total but not who is above the cut line."
	}
	return ImpactRest, "Changes the total, and perhaps the order; no cut line is fixed."
}

// whatDiffers says how the ratings of a criterion differ; empty if they come to one result.
func whatDiffers(k *Criterion, values []Value) string {
	var judged []Value
	for _, v := range values {
		if v != CannotAssess {
			judged = append(judged, v)
		}
	}
	unable := len(values) - len(judged)
	switch {
	case len(values) == 0 && k.Class == Essential:
		return "Nobody's rating counts, and an essential cannot stay open."
	case len(values) == 0:
		return "Nobody's rating counts."
	case len(judged) == 0:
		return "Nobody could judge it."
	}
	says := ""
	if k.Scale.Numbered() {
		says = pointsDiffer(k, judged)
	} else {
		says = factsDiffer(k, judged)
	}
	if unable > 0 {
		says = strings.TrimSpace(says + fmt.Sprintf(" %s could not judge it.", Count(unable, "member", "members")))
	}
	return says
}

func factsDiffer(k *Criterion, judged []Value) string {
	var parts []string
	for _, v := range k.Scale.Values() {
		if n := countOf(judged, v); n > 0 {
			parts = append(parts, fmt.Sprintf("%d × %s", n, v.Words()))
		}
	}
	switch {
	case len(parts) > 1:
		return strings.Join(parts, ", ") + "."
	case k.Class == Essential && judged[0] == Unclear:
		return "Found unclear alone, and an essential has to be found met or not."
	}
	return ""
}

func pointsDiffer(k *Criterion, judged []Value) string {
	lo, hi := MostPoints, 0
	for _, v := range judged {
		n, _ := k.Scale.Number(v)
		lo, hi = min(lo, n), max(hi, n)
	}
	switch y := k.Scale.yardstick(); {
	case k.Class == Essential && (lo >= k.Scale.Pass) != (hi >= k.Scale.Pass):
		return fmt.Sprintf("Points from %d to %d, on two sides of the pass mark %d.", lo, hi, k.Scale.Pass)
	case hi-lo >= y.apart():
		return fmt.Sprintf("Points from %d to %d, %d apart.", lo, hi, hi-lo)
	}
	return ""
}

func countOf(values []Value, v Value) int {
	n := 0
	for _, x := range values {
		if x == v {
			n++
		}
	}
	return n
}
