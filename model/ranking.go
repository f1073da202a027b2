package model

import (
	"cmp"
	"fmt"
	"slices"
	"sort"
	"strings"
)

// This file orders the candidates. Equal places are shared (1, 1, 3) and are broken only by the tie rule declared
// beforehand, never by name or number.

// Row is one line of a ranking.
type Row struct {
	Candidate  CandidateID
	Gate       Gate
	Scored     bool
	Withdrawn  bool
	TooFew     bool
	Assessors  int
	Total, Max int64
	// Rank is the place, 0 if the candidate has none yet. Shared is true if others have the same.
	Rank   int
	Shared bool
	ties   []int64
}

// Score returns the score for people.
func (r Row) Score() string { return Standing{Total: r.Total, Max: r.Max, Scored: r.Scored}.Score() }

// Place returns the place for people: "3", "1=" if it is shared, "–" if there is none.
func (r Row) Place() string {
	switch {
	case r.Rank == 0:
		return "–"
	case r.Shared:
		return fmt.Sprintf("%d=", r.Rank)
	}
	return fmt.Sprint(r.Rank)
}

// ranking is a viewer's order, kept between calls. Only candidates that changed since are worked out again.
type ranking struct {
	rows     []Row
	at       []int32 // index in rows by candidate
	dirty    map[CandidateID]bool
	revealed bool
	work     scratch // its scales are those of the criteria: a change of the criteria drops the ranking
}

// markDirty says that something about a candidate changed.
func (b *Board) markDirty(c CandidateID) {
	for _, r := range b.standings {
		r.dirty[c] = true
	}
}

// Ranking returns the order of all candidates as one viewer may see it now: first those who meet every essential, by
// the weighted total of the desirables; then those whose essentials or desirables are open; then those who fail an
// essential; then the withdrawn. The caller must not change the slice.
func (b *Board) Ranking(viewer MemberID) []Row {
	r := b.standings[viewer]
	if r == nil || r.revealed != b.Revealed() || len(r.rows) != b.Candidates || len(r.dirty) > 64 {
		r = &ranking{rows: make([]Row, b.Candidates), dirty: map[CandidateID]bool{}, revealed: b.Revealed()}
		for i := range r.rows {
			r.rows[i] = b.row(viewer, CandidateID(i+1), &r.work)
		}
		slices.SortFunc(r.rows, func(x, y Row) int { return compareRows(&x, &y) })
		r.at = make([]int32, b.Candidates+1)
		r.place(0, len(r.rows))
		if b.standings == nil {
			b.standings = map[MemberID]*ranking{}
		}
		b.standings[viewer] = r
		return r.rows
	}
	for c := range r.dirty {
		r.replace(b.row(viewer, c, &r.work))
	}
	clear(r.dirty)
	return r.rows
}

// replace moves one candidate to the new place; the others keep their order.
func (r *ranking) replace(row Row) {
	old := int(r.at[row.Candidate])
	behind := func(i int) bool { return compareRows(&r.rows[i], &row) > 0 }
	to := sort.Search(old, behind)
	if to == old {
		to += sort.Search(len(r.rows)-old-1, func(i int) bool { return behind(old + 1 + i) })
	}
	if to < old {
		copy(r.rows[to+1:old+1], r.rows[to:old])
	} else {
		copy(r.rows[old:to], r.rows[old+1:to+1])
	}
	r.rows[to] = row
	r.place(min(old, to), max(old, to)+1)
}

func (b *Board) row(viewer MemberID, c CandidateID, w *scratch) Row {
	s := b.standing(viewer, c, w)
	r := Row{
		Candidate: c, Gate: s.Gate, Scored: s.Scored, Total: s.Total, Max: s.Max, TooFew: s.TooFew,
		Assessors: s.Assessors, Withdrawn: b.Decision(c).Outcome == Withdrawn,
	}
	for _, t := range b.Rules.TieBreakers {
		for _, x := range s.Results {
			if x.Criterion == t {
				r.ties = append(r.ties, x.Points)
			}
		}
	}
	return r
}

// group returns the group of a row: rows that have no total to compare come behind those that have.
func group(r *Row) int {
	switch {
	case r.Withdrawn:
		return 3
	case r.Gate == GateFail:
		return 2
	case r.Gate == GateOpen || !r.Scored && r.Max > 0:
		return 1
	}
	return 0
}

// compareRows orders rows. The number only makes the order stable and never decides a place.
func compareRows(r, o *Row) int {
	return cmp.Or(against(r, o), cmp.Compare(r.Candidate, o.Candidate))
}

// against compares the totals and the tie rule; 0 if two rows share a place.
func against(r, o *Row) int {
	if c := cmp.Compare(group(r), group(o)); c != 0 || group(r) != 0 {
		return c
	}
	return cmp.Or(cmp.Compare(o.Total, r.Total), slices.Compare(o.ties, r.ties))
}

// shares returns true if two rows share a place.
func shares(r, o *Row) bool { return group(r) == 0 && against(r, o) == 0 }

// place sets the places 1, 1, 3 of the rows in a range, of their neighbours, who may have shared a place with one of
// them, and of all who share one now.
func (r *ranking) place(from, to int) {
	rows := r.rows
	for from, to = max(from-1, 0), min(to+1, len(rows)); from > 0 && shares(&rows[from-1], &rows[from]); {
		from--
	}
	for to > 0 && to < len(rows) && shares(&rows[to-1], &rows[to]) {
		to++
	}
	for i := from; i < to; i++ {
		x := &rows[i]
		r.at[x.Candidate] = int32(i)
		x.Rank, x.Shared = 0, false
		if group(x) != 0 {
			continue
		}
		x.Rank = i + 1
		if i > from && against(&rows[i-1], x) == 0 {
			x.Rank = rows[i-1].Rank
			x.Shared, rows[i-1].Shared = true, true
		}
	}
}

// ExplainPlace says in sentences why a candidate has their place, as the viewer may see it.
func (b *Board) ExplainPlace(viewer MemberID, c CandidateID) []string {
	if b.Recused(viewer, c) {
		return []string{RecusedWords(c)}
	}
	s := b.Standing(viewer, c)
	var out []string
	var fails, open []string
	for i, r := range s.Results {
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
		out = append(out, fmt.Sprintf("Essentials still open: %s.", strings.Join(open, ", ")))
	case len(b.Class(Essential)) > 0:
		out = append(out, "Every essential is found met.")
	}
	out = append(out, b.explainTotal(s)...)
	if !b.Revealed() {
		out = append(out, "From your own ratings only; the panel's order appears after the reveal.")
	} else {
		out = append(out, fmt.Sprintf("From %s.", Count(s.Assessors, "submitted assessment", "submitted assessments")))
		if s.TooFew {
			out = append(out, fmt.Sprintf("Fewer than the %d assessors that the rules ask for.", b.Rules.MinAssessors))
		}
	}
	return out
}

func (b *Board) openBecause(r Result) string {
	if r.Value == Unclear {
		return "unclear"
	}
	return r.Basis.Words()
}

func (b *Board) explainTotal(s Standing) []string {
	var parts, open []string
	weights := 0
	for i, r := range s.Results {
		k := b.Criteria[i]
		if k.Class != Desirable {
			continue
		}
		weights += k.Weight
		if !r.Settled {
			open = append(open, fmt.Sprintf("%s (%s)", b.Label(k.ID), r.Basis.Words()))
			continue
		}
		tenths := (2000*r.Points/int64(k.Weight) + share) / (2 * share)
		parts = append(parts, fmt.Sprintf("%s %d.%d %% × %d", b.Label(k.ID), tenths/10, tenths%10, k.Weight))
	}
	switch {
	case weights == 0:
		return []string{"There is no desirable criterion, so all who pass share the first place."}
	case len(open) > 0:
		return []string{fmt.Sprintf("No total yet: %s.", strings.Join(open, ", "))}
	}
	return []string{fmt.Sprintf("Total %s of 100 = (%s) ÷ %d.", s.Score(), strings.Join(parts, " + "), weights)}
}
