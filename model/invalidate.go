package model

import (
	"strings"

	"shortlist/model/vocab"
)

// This file decides what a new version of the rules does to ratings given under an older one. A rating does not count
// if the criterion now asks for something else. It is kept as Invalidated beside the open criterion, and the member rates
// again.

// Since is the version of the sealed rules from which a criterion has asked what it asks now.
type Since struct {
	Criterion CriterionID `json:"criterion"`
	Version   int         `json:"version"`
	Asks      string      `json:"asks"` // what it asked when it was sealed last
}

// asks returns everything of a criterion that a rating answers: the words, the typed requirement and the sentences of
// the scale. Class, weight and pass mark are applied to ratings afterwards and make none invalid.
func (k Criterion) asks() string {
	return strings.Join(append([]string{oneLine(k.Text), k.Requirement.Canonical(), vocab.Wire(k.Scale.Kind)}, k.Scale.Points...), "\n")
}

// version returns the version of the rules sealed last; 0 before the first.
func (b *Common) version() int {
	if n := len(b.Seals); n > 0 {
		return b.Seals[n-1].Version
	}
	return 0
}

// sealed returns true while the rules cannot change.
func (b *Common) sealed() bool {
	return b.Phase == Screening || b.Phase == Moderating || b.Phase == Decided
}

// SealHolds returns true if the rules on the board are those whose hash was sealed. It is false after two laptops
// changed and sealed rules without knowing of each other: then the rules must be opened and sealed again.
func (b *Common) SealHolds() bool {
	n := len(b.Seals)
	return b.sealed() && n > 0 && RulesHash(b.Vacancy.ClosingDate, b.Criteria, b.Rules) == b.Seals[n-1].Hash
}

// outdated returns true if a value given under a version of the rules answers what the criterion does not ask any more.
func (b *Common) outdated(id CriterionID, version int, v Value) bool {
	k := b.Criterion(id)
	if k == nil || v == NotRated {
		return false
	}
	for _, s := range b.Since {
		if s.Criterion == id && version < s.Version {
			return true
		}
	}
	return !k.Scale.Allows(v)
}

// renew checks all ratings against a version of the rules that was sealed just now.
func (b *Board) renew(version int) {
	for _, k := range b.Criteria {
		b.renewCriterion(k, version)
	}
	for i := range b.work.Assessments {
		a := &b.work.Assessments[i]
		for j := range a.Ratings {
			r := &a.Ratings[j]
			if b.outdated(r.Criterion, r.Rules, r.Value) {
				r.Invalidated, r.Value = r.Value, NotRated
				b.ratings--
			}
		}
		b.recheck(a)
	}
	b.standings = nil
}

func (b *Board) renewCriterion(k Criterion, version int) {
	for i := range b.Since {
		s := &b.Since[i]
		if s.Criterion != k.ID {
			continue
		}
		if asks := k.asks(); s.Asks != asks {
			s.Asks, s.Version = asks, version
		}
		return
	}
	b.Since = append(b.Since, Since{k.ID, version, k.asks()})
}

// recheck marks a submitted assessment as returned if criteria are open in it under the present rules.
func (b *Board) recheck(a *Assessment) {
	if a.State == Submitted && len(b.Open(*a)) > 0 {
		a.State = Returned
	}
}
