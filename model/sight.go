package model

import "slices"

// This file decides who may see what, and when. Every screen and every export asks here, so that there is no road by
// which a member sees others' ratings before the reveal.

// Revealed tells whether the ratings of all are visible.
func (b *Board) Revealed() bool {
	return b.Phase == Moderating || b.Phase == Decided || !b.Reveal.At.IsZero()
}

// Visible lists what a viewer may see of the assessments of a candidate: before the reveal their own alone; after it
// those that were submitted as well, in the order of the panel. What a member did not hand in, or withdrew by
// recusal, stays theirs. A viewer without a vote sees none before the reveal.
func (b *Board) Visible(viewer MemberID, c CandidateID) []Assessment {
	var out []Assessment
	for _, a := range b.visible(viewer, c, nil) {
		out = append(out, *a)
	}
	return out
}

// visible adds what Visible lists to a slice, without copying it.
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
