package model

import (
	"cmp"
	"fmt"
	"slices"
	"sort"
	"strings"
)

// This file orders the candidates. Places that are equal are shared (1, 1, 3) and are broken only by the tie rule
// declared beforehand, never by name or number.

// Row is one line of a ranking.
type Row struct {
	Candidate CandidateID
	Gate      Gate
	Scored    bool
	Withdrawn bool
	TooFew    bool
	Assessors int
	Total, Of int64
	// Rank is the place, 0 where the candidate has none (yet); Shared tells that others have the same.
	Rank   int
	Shared bool
	ties   []int64
}

// Score is the score as it is shown.
func (r Row) Score() string { return Standing{Total: r.Total, Of: r.Of, Scored: r.Scored}.Score() }

// Place is the place as it is shown: "3", "1=" where shared, "–" where there is none.
func (r Row) Place() string {
	switch {
	case r.Rank == 0:
		return "–"
	case r.Shared:
		return fmt.Sprintf("%d=", r.Rank)
	}
	return fmt.Sprint(r.Rank)
}

// ranking is a viewer's order, kept between questions; only candidates touched since are worked out again.
type ranking struct {
	rows     []Row
	dirty    map[CandidateID]bool
	revealed bool
}

// touch says that something about a candidate changed.
func (b *Board) touch(c CandidateID) {
	for _, r := range b.standings {
		r.dirty[c] = true
	}
}

// Ranking is the order of all candidates as one viewer may see it now. First those who pass every essential, by the
// weighted total of the desirables; then those whose essentials or desirables are open; then those who fail an
// essential; then the withdrawn. The slice must not be changed.
func (b *Board) Ranking(viewer MemberID) []Row {
	r := b.standings[viewer]
	if r == nil || r.revealed != b.Revealed() || len(r.rows) != b.Candidates || len(r.dirty) > 64 {
		r = &ranking{rows: make([]Row, b.Candidates), dirty: map[CandidateID]bool{}, revealed: b.Revealed()}
		for i := range r.rows {
			r.rows[i] = b.row(viewer, CandidateID(i+1))
		}
		slices.SortFunc(r.rows, Row.compare)
		place(r.rows)
		if b.standings == nil {
			b.standings = map[MemberID]*ranking{}
		}
		b.standings[viewer] = r
		return r.rows
	}
	if len(r.dirty) > 0 {
		r.rows = slices.DeleteFunc(r.rows, func(x Row) bool { return r.dirty[x.Candidate] })
		for c := range r.dirty {
			row := b.row(viewer, c)
			at := sort.Search(len(r.rows), func(i int) bool { return r.rows[i].compare(row) > 0 })
			r.rows = slices.Insert(r.rows, at, row)
		}
		clear(r.dirty)
		place(r.rows)
	}
	return r.rows
}

func (b *Board) row(viewer MemberID, c CandidateID) Row {
	s := b.Standing(viewer, c)
	r := Row{
		Candidate: c, Gate: s.Gate, Scored: s.Scored, Total: s.Total, Of: s.Of, TooFew: s.TooFew,
		Assessors: s.Assessors, Withdrawn: b.Decision(c).Outcome == Withdrawn,
	}
	for _, t := range b.Rules.TieBreakers {
		for _, x := range s.Readings {
			if x.Criterion == t {
				r.ties = append(r.ties, x.Part)
			}
		}
	}
	return r
}

// group puts rows that cannot be compared by total behind those that can.
func (r Row) group() int {
	switch {
	case r.Withdrawn:
		return 3
	case r.Gate == GateFail:
		return 2
	case r.Gate == GateOpen || !r.Scored && r.Of > 0:
		return 1
	}
	return 0
}

// compare orders rows; the number only makes the list stable and never decides a place.
func (r Row) compare(o Row) int {
	return cmp.Or(r.against(o), cmp.Compare(r.Candidate, o.Candidate))
}

// against is 0 where two rows share a place.
func (r Row) against(o Row) int {
	if c := cmp.Compare(r.group(), o.group()); c != 0 || r.group() != 0 {
		return c
	}
	return cmp.Or(cmp.Compare(o.Total, r.Total), slices.Compare(o.ties, r.ties))
}

// place gives out the places: 1, 1, 3.
func place(rows []Row) {
	for i := range rows {
		r := &rows[i]
		r.Rank, r.Shared = 0, false
		if r.group() != 0 {
			continue
		}
		r.Rank = i + 1
		if i > 0 && rows[i-1].against(*r) == 0 {
			r.Rank = rows[i-1].Rank
			r.Shared, rows[i-1].Shared = true, true
		}
	}
}

// ExplainPlace says in sentences why a candidate stands where they stand, as the viewer may see it.
func (b *Board) ExplainPlace(viewer MemberID, c CandidateID) []string {
	s := b.Standing(viewer, c)
	var out []string
	var fails, open []string
	for i, r := range s.Readings {
		k := b.Criteria[i]
		if k.Class != Essential {
			continue
		}
		if r.Settled && !r.Passes {
			fails = append(fails, b.Label(k.ID))
		} else if !r.Settled {
			open = append(open, fmt.Sprintf("%s (%s)", b.Label(k.ID), b.openBecause(r)))
		}
	}
	switch {
	case len(fails) > 0:
		out = append(out, fmt.Sprintf("Not found met: %s. An essential that is not found met ends the candidacy whatever the total.", strings.Join(fails, ", ")))
	case len(open) > 0:
		out = append(out, "Essentials still open: "+strings.Join(open, ", ")+".")
	case len(b.Class(Essential)) > 0:
		out = append(out, "Every essential is found met.")
	}
	out = append(out, b.explainTotal(s)...)
	if !b.Revealed() {
		out = append(out, "From your own ratings only; the panel's order appears after the reveal.")
	} else {
		out = append(out, fmt.Sprintf("From %s.", plural(s.Assessors, "submitted assessment", "submitted assessments")))
		if s.TooFew {
			out = append(out, fmt.Sprintf("Fewer than the %d assessors that the rules ask for.", b.Rules.MinAssessors))
		}
	}
	return out
}

func (b *Board) openBecause(r Reading) string {
	if r.Value == Unclear {
		return "unclear"
	}
	return string(r.Basis)
}

func (b *Board) explainTotal(s Standing) []string {
	var parts, open []string
	weights := 0
	for i, r := range s.Readings {
		k := b.Criteria[i]
		if k.Class != Desirable {
			continue
		}
		weights += k.Weight
		if !r.Settled {
			open = append(open, fmt.Sprintf("%s (%s)", b.Label(k.ID), r.Basis))
			continue
		}
		tenths := (2000*r.Part/int64(k.Weight) + share) / (2 * share)
		parts = append(parts, fmt.Sprintf("%s %d.%d %% × %d", b.Label(k.ID), tenths/10, tenths%10, k.Weight))
	}
	switch {
	case weights == 0:
		return []string{"There is no desirable criterion, so all who pass share the first place."}
	case len(open) > 0:
		return []string{"No total yet: " + strings.Join(open, ", ") + "."}
	}
	return []string{fmt.Sprintf("Total %s of 100 = (%s) ÷ %d.", s.Score(), strings.Join(parts, " + "), weights)}
}
