package model

import (
	"fmt"

	"shortlist/model/requirement"
)

// This file looks at a vacancy in the light of its candidates before the rules are sealed: criteria that decide nothing,
// or nobody's favour. What can be seen without candidates is in concern.go.

// Tally is how many candidates have which finding for one criterion or condition.
type Tally struct {
	Met, NotMet, Borderline, CannotTell int
}

// Add counts a finding.
func (t *Tally) Add(v requirement.Verdict) {
	switch v {
	case requirement.Met:
		t.Met++
	case requirement.NotMet:
		t.NotMet++
	case requirement.Borderline:
		t.Borderline++
	default:
		t.CannotTell++
	}
}

// Total is the number of candidates counted.
func (t Tally) Total() int { return t.Met + t.NotMet + t.Borderline + t.CannotTell }

// separateFrom is the least number of candidates of whom it can be said that a criterion does not separate them.
const separateFrom = 2

// CheckVacancy says what a chair should look at again before sealing: a criterion that all candidates meet, an
// essential that nobody meets, and a desirable that asks for less than an essential. tallies stand in the order of the
// criteria; without them, only what needs no candidate is said. A warning never changes anything, and no criterion
// should be changed to fit the candidates: the words say so.
func (b *Board) CheckVacancy(tallies []Tally) []Warning {
	var out []Warning
	add := func(k Criterion, format string, args ...any) {
		out = append(out, Warning{Line: k.Lines.From, Message: fmt.Sprintf(format, args...)})
	}
	for i, k := range b.Criteria {
		label := b.Label(k.ID)
		if e := b.exceeds(k); e != nil {
			add(k, "%s asks for no more than %s demands already: all who pass meet it.", label, b.Label(e.ID))
		}
		if i >= len(tallies) || !k.Requirement.Kind.Factual() {
			continue
		}
		switch t := tallies[i]; {
		case t.Total() < separateFrom:
		case t.NotMet == t.Total() && k.Class == Essential:
			add(k, "None of the %d files shows %s met: see whether it was read as the posting means it. "+
				"What the posting asks for stays as it is, whoever applied.", t.Total(), label)
		case t.NotMet == t.Total():
			add(k, "None of the %d files shows %s met: it separates nobody.", t.Total(), label)
		case t.Met == t.Total():
			add(k, "All %d files show %s met: it separates nobody.", t.Total(), label)
		}
	}
	return out
}

// exceeds finds the essential that demands more than a desirable asks for; one that demands just the same is a concern
// already. Nil where there is none.
func (b *Board) exceeds(d Criterion) *Criterion {
	if d.Class != Desirable {
		return nil
	}
	for i := range b.Criteria {
		if e := &b.Criteria[i]; e.Class == Essential && !repeats(d, *e) && e.Requirement.Covers(d.Requirement) {
			return e
		}
	}
	return nil
}
