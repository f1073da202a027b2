package model

import (
	"fmt"
	"slices"
)

// This file decides who may see what, and when. Every screen and every export asks here, so that there is no road by
// which a member sees others' ratings before the reveal.

// Revealed tells whether the ratings of all are visible.
func (b *Board) Revealed() bool {
	return b.Phase == Moderating || b.Phase == Decided || !b.Reveal.At.IsZero()
}

// Closed tells whether a case stays closed to a viewer: who recused themself leaves the room. They see neither the file
// nor what others rated, wrote, quoted and settled, before the reveal and after it. Place, total and decision they see
// as everybody does, for they are those of the whole list.
func (b *Board) Closed(viewer MemberID, c CandidateID) bool {
	i, ok := b.index.find(c, viewer)
	return ok && b.Assessments[i].Interest == Recused
}

// ClosedCases lists the cases that are closed to a viewer.
func (b *Board) ClosedCases(viewer MemberID) (out []CandidateID) {
	for i := range b.Assessments {
		if a := &b.Assessments[i]; a.Member == viewer && a.Interest == Recused {
			out = append(out, a.Candidate)
		}
	}
	slices.Sort(out)
	return out
}

// ClosedWords says why a case is closed.
func ClosedWords(c CandidateID) string {
	return fmt.Sprintf("You recused yourself from %s: the file and the ratings of this case stay closed to you.", c)
}

// Visible lists what a viewer may see of the assessments of a candidate: before the reveal their own alone; after it
// those that were submitted as well, in the order of the panel. What a member did not hand in, or withdrew by
// recusal, stays theirs. A viewer without a vote sees none before the reveal; of a closed case nobody sees those of others.
func (b *Board) Visible(viewer MemberID, c CandidateID) []Assessment {
	closed := b.Closed(viewer, c)
	var out []Assessment
	for _, a := range b.visible(viewer, c, nil) {
		if !closed || a.Member == viewer {
			out = append(out, *a)
		}
	}
	return out
}

// Settled is the panel's agreed value for a criterion as a viewer may see it: none before the reveal or of a closed case.
func (b *Board) Settled(viewer MemberID, c CandidateID, k CriterionID) (Agreed, bool) {
	if !b.Revealed() || b.Closed(viewer, c) {
		return Agreed{}, false
	}
	return b.AgreedRating(c, k)
}

// HandedIn is how many assessments a member handed in, of how many, as a viewer may see it: chair and secretary see it of
// everybody, the others of themselves alone until the reveal; ok is false where it is not to be seen. The second number
// tells of recusals.
func (b *Board) HandedIn(viewer, m MemberID) (done, of int, ok bool) {
	if m != viewer && !b.Revealed() && b.mayRun(viewer) != nil {
		return 0, 0, false
	}
	of = b.Candidates
	for i := range b.Assessments {
		switch a := &b.Assessments[i]; {
		case a.Member != m:
		case a.Interest == Recused:
			of--
		case a.State == Submitted:
			done++
		}
	}
	return done, of, true
}

// visible adds to a slice what counts for a viewer's picture, without copying it: a closed case counts in the ranking of
// whoever may not look into it.
func (b *Board) visible(viewer MemberID, c CandidateID, to []*Assessment) []*Assessment {
	if !b.Revealed() {
		if i, ok := b.index.find(c, viewer); ok {
			to = append(to, &b.Assessments[i])
		}
		return to
	}
	for i := range b.Members {
		m := b.Members[i].ID
		j, ok := b.index.find(c, m)
		if !ok {
			continue
		}
		if a := &b.Assessments[j]; m == viewer || a.State == Submitted && a.Interest != Recused {
			to = append(to, a)
		}
	}
	return to
}

// Counts tells whether an assessment counts for the panel: submitted, by a member who rates now, not recused.
func (b *Board) Counts(a Assessment) bool {
	return a.State == Submitted && a.Interest != Recused && b.memberRole(a.Member).Votes()
}

// Order is the order in which a member sees the candidates: random, different for every member, the same every time.
// It comes from the vacancy's seed, so it can be checked afterwards. A viewer without a vote sees them by number.
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
	start := b.Seed
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
