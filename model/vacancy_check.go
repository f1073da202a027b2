package model

import (
	"strconv"

	"shortlist/model/requirement"
)

// This file compares the criteria with the candidates before the rules are sealed, and finds criteria that decide
// nothing or that nobody meets. What can be seen without candidates is in concern.go.

// Tally is how many candidates have which finding for one criterion or condition.
type Tally struct {
	Met, NotMet, Borderline, ToJudge, NotStated int
	// None are those for whom no fact can settle it.
	None int
}

// Add counts a finding by times; a negative number takes it back.
func (t *Tally) Add(v requirement.Verdict, by int) { *t.of(v) += by }

// Count is how many have a finding.
func (t Tally) Count(v requirement.Verdict) int { return *t.of(v) }

func (t *Tally) of(v requirement.Verdict) *int {
	switch v {
	case requirement.Met:
		return &t.Met
	case requirement.NotMet:
		return &t.NotMet
	case requirement.Borderline:
		return &t.Borderline
	case requirement.ToJudge:
		return &t.ToJudge
	case requirement.NotStated:
		return &t.NotStated
	}
	return &t.None
}

// Total is the number of candidates counted.
func (t Tally) Total() int {
	return t.Met + t.NotMet + t.Borderline + t.ToJudge + t.NotStated + t.None
}

// separateFrom is the smallest number of candidates for which it can be said that a criterion does not separate them.
const separateFrom = 2

// CheckVacancy says what a chair should look at again before sealing: a criterion that all candidates meet, an
// essential that nobody meets, and a desirable that asks for less than an essential. tallies are in the order of the
// criteria; without them only what needs no candidate is said. A warning never changes anything, and no criterion
// should be changed to fit the candidates: the sentences say so.
func (b *Common) CheckVacancy(tallies []Tally) []Warning {
	var out []Warning
	add := func(k Criterion, code WarningCode, args ...string) {
		out = append(out, Warning{Line: k.Lines.From, Code: code, Args: args})
	}
	for i, k := range b.Criteria {
		label := b.Label(k.ID)
		if e := b.exceeds(k); e != nil {
			add(k, WarnNoMoreThanDemanded, label, b.Label(e.ID))
		}
		if i >= len(tallies) || !k.Requirement.Kind.Factual() {
			continue
		}
		t := tallies[i]
		files := strconv.Itoa(t.Total())
		switch {
		case t.Total() < separateFrom:
		case t.NotMet == t.Total() && k.Class == Essential:
			add(k, WarnNoneMeetsEssential, files, label)
		case t.NotMet == t.Total():
			add(k, WarnNoneMeetsDesirable, files, label)
		case t.Met == t.Total():
			add(k, WarnAllMeet, files, label)
		}
	}
	return out
}

// exceeds returns the essential that demands more than a desirable asks for, or nil. One that demands just the same is
// a concern already.
func (b *Common) exceeds(d Criterion) *Criterion {
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
