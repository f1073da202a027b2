package model

import (
	"fmt"
	"slices"
)

// This file decides who may see what, and when. Every screen and every export asks here, so that no member sees the
// ratings of others before the reveal in any way.

// Revealed returns true if the ratings of all are visible.
func (b *Common) Revealed() bool {
	return b.Phase == Moderating || b.Phase == Decided || !b.Reveal.At.IsZero()
}

// Recused returns true if a viewer is recused from a case. They see neither the file nor what
// others rated, wrote, quoted and settled, before the reveal and after it. They see place, total and decision as
// everybody does, because those belong to the whole list.
func (b *Board) Recused(viewer MemberID, c CandidateID) bool {
	i, ok := b.index.find(c, viewer)
	return ok && b.work.Assessments[i].Interest == Recused
}

// RecusedCases lists the cases from which a viewer is recused.
func (b *Board) RecusedCases(viewer MemberID) (out []CandidateID) {
	for i := range b.work.Assessments {
		if a := &b.work.Assessments[i]; a.Member == viewer && a.Interest == Recused {
			out = append(out, a.Candidate)
		}
	}
	slices.Sort(out)
	return out
}

// RecusedWords says why a case is closed.
func RecusedWords(c CandidateID) string {
	return fmt.Sprintf("You recused yourself from %s: the file and the ratings of this case stay closed to you.", c)
}

// Visible lists the assessments of a candidate that a viewer may see: before the reveal only their own; after it also
// those that were submitted, in the order of the panel. An assessment that was not submitted, or was given up by
// recusal, stays with its member. A viewer without a vote sees none before the reveal, and a recused viewer none of
// others.
func (b *Board) Visible(viewer MemberID, c CandidateID) []Assessment {
	closed := b.Recused(viewer, c)
	var out []Assessment
	for _, a := range b.visible(viewer, c, nil) {
		if !closed || a.Member == viewer {
			out = append(out, *a)
		}
	}
	return out
}

// Settled returns the panel's agreed value for a criterion as a viewer may see it: none before the reveal, and none if
// the viewer is recused.
func (b *Board) Settled(viewer MemberID, c CandidateID, k CriterionID) (Agreed, bool) {
	if !b.Revealed() || b.Recused(viewer, c) {
		return Agreed{}, false
	}
	return b.AgreedRating(c, k)
}

// HandedIn returns how many assessments a member submitted, and of how many, as a viewer may see it. Chair and
// secretary see the figures of everybody, others until the reveal only their own, because the second figure shows
// recusals. ok is false if the viewer may not see them.
func (b *Board) HandedIn(viewer, m MemberID) (done, of int, ok bool) {
	if m != viewer && !b.Revealed() && b.mayRun(viewer) != nil {
		return 0, 0, false
	}
	of = b.Candidates
	for i := range b.work.Assessments {
		switch a := &b.work.Assessments[i]; {
		case a.Member != m:
		case a.Interest == Recused:
			of--
		case a.State == Submitted:
			done++
		}
	}
	return done, of, true
}

// visible appends the assessments that a viewer's ranking is made of, without copying them. A recused viewer's ranking
// includes the case, though they may not look into it.
func (b *Board) visible(viewer MemberID, c CandidateID, to []*Assessment) []*Assessment {
	if !b.Revealed() {
		if i, ok := b.index.find(c, viewer); ok {
			to = append(to, &b.work.Assessments[i])
		}
		return to
	}
	for i := range b.Members {
		m := b.Members[i].ID
		j, ok := b.index.find(c, m)
		if !ok {
			continue
		}
		if a := &b.work.Assessments[j]; m == viewer || a.State == Submitted && a.Interest != Recused {
			to = append(to, a)
		}
	}
	return to
}

// Counts returns true if an assessment counts for the panel: submitted, by a member who rates now, not recused.
func (b *Common) Counts(a Assessment) bool {
	return a.State == Submitted && a.Interest != Recused && b.memberRole(a.Member).Votes()
}

// Order returns the order in which a member sees the candidates: random, different for every member, and the same every
// time. It comes from the vacancy's seed, so it can be checked afterwards. A viewer without a vote sees them by number.
func (b *Board) Order(m MemberID) []CandidateID {
	if o, ok := b.orders[m]; ok {
		return o
	}
	type keyed struct {
		key uint64
		c   CandidateID
	}
	all := make([]keyed, b.Candidates)
	vote := b.memberRole(m).Votes()
	start := b.work.Seed
	for _, x := range []byte(m) {
		start = mix(start ^ uint64(x))
	}
	for i := range all {
		c := CandidateID(i + 1)
		all[i] = keyed{uint64(c), c}
		if vote {
			all[i].key = mix(start ^ uint64(c))
		}
	}
	slices.SortFunc(all, func(x, y keyed) int {
		switch {
		case x.key < y.key:
			return -1
		case x.key > y.key:
			return 1
		}
		return int(x.c) - int(y.c)
	})
	o := make([]CandidateID, len(all))
	for i, k := range all {
		o[i] = k.c
	}
	if b.orders == nil {
		b.orders = map[MemberID][]CandidateID{}
	}
	b.orders[m] = o
	return o
}

// mix scrambles 64 bits (the finaliser of SplitMix64, Steele, Lea and Flood 2014).
func mix(x uint64) uint64 {
	x += 0x9e3779b97f4a7c15
	x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
	x = (x ^ x>>27) * 0x94d049bb133111eb
	return x ^ x>>31
}
