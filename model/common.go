package model

import (
	"slices"
	"strconv"
)

// This file holds what everybody on the panel may know of a vacancy, whoever they are and whatever the phase.

// Common is the part of a board that everybody may know. It holds nothing that a member wrote about a candidate, so that
// none of its methods can tell it.
type Common struct {
	Created      bool          `json:"created"`
	Home         DeviceID      `json:"home"` // the laptop on which the vacancy was made
	Vacancy      Vacancy       `json:"vacancy"`
	Criteria     []Criterion   `json:"criteria"` // all essentials, then all desirables, each in order
	NextID       CriterionID   `json:"next_id"`  // never given to a criterion before
	Rules        Rules         `json:"rules"`
	Seals        []Seal        `json:"seals"`
	ReopenReason string        `json:"reopen_reason"`
	Phase        Phase         `json:"phase"`
	Members      []Member      `json:"members"`
	Cards        []CardOf      `json:"cards"`      // every card that a member ever had, oldest first
	Candidates   int           `json:"candidates"` // numbered 1 to Candidates
	Batches      []ImportBatch `json:"arrivals"`
	Revisions    []Revision    `json:"revisions"`
	DecidedCount int           `json:"decided_count"`
	Reveal       Reveal        `json:"reveal"`
	Since        []Since       `json:"since"`
	Unknown      int           `json:"unknown"` // events of a newer program
	Ignored      int           `json:"ignored"` // changes of the rules that came in after the seal, without effect
	Lamport      uint64        `json:"lamport"` // the highest logical time seen
	Last         EventID       `json:"last"`    // the last event in order, to see what comes late
	Events       int           `json:"events"`
}

// RulesOnly returns a copy with the criteria, the rules and the vacancy and nothing else, for work in the background while
// the board changes.
func (b *Common) RulesOnly() *Common {
	return &Common{Criteria: slices.Clone(b.Criteria), Rules: b.Rules, Vacancy: b.Vacancy}
}

// Criterion returns a criterion, or nil if it is not on the list.
func (b *Common) Criterion(id CriterionID) *Criterion {
	for i := range b.Criteria {
		if b.Criteria[i].ID == id {
			return &b.Criteria[i]
		}
	}
	return nil
}

// Class lists the criteria of one class in order.
func (b *Common) Class(c Class) []Criterion {
	var out []Criterion
	for _, k := range b.Criteria {
		if k.Class == c {
			out = append(out, k)
		}
	}
	return out
}

// Label returns the name of a criterion on screen and in papers: E1…, D1…, or "a removed criterion".
func (b *Common) Label(id CriterionID) string {
	essentials, desirables := 0, 0
	for i := range b.Criteria {
		n := &essentials
		if b.Criteria[i].Class == Desirable {
			n = &desirables
		}
		if *n++; b.Criteria[i].ID == id {
			return b.Criteria[i].Class.Label(*n)
		}
	}
	return "a removed criterion"
}

// Label returns the label of a criterion of the class by its place in the list, counted from 1: E1…, D1….
func (c Class) Label(n int) string {
	if c == Desirable {
		return "D" + strconv.Itoa(n)
	}
	return "E" + strconv.Itoa(n)
}

// named returns the label with the words.
func (b *Common) named(id CriterionID) string {
	if k := b.Criterion(id); k != nil {
		return b.Label(id) + " " + quote(k.Text)
	}
	return b.Label(id)
}

// Member returns a member, also a removed one, or nil if there is none.
func (b *Common) Member(id MemberID) *Member {
	for i := range b.Members {
		if b.Members[i].ID == id {
			return &b.Members[i]
		}
	}
	return nil
}

// MemberName returns the name of a member, or the id if the name is not known.
func (b *Common) MemberName(id MemberID) string {
	if m := b.Member(id); m != nil {
		return m.Name
	}
	if id == "" {
		return "Somebody"
	}
	return string(id)
}

// Panel lists the members who are on the panel now.
func (b *Common) Panel() []Member {
	return slices.DeleteFunc(slices.Clone(b.Members), func(m Member) bool { return m.Removed })
}

// Raters lists the members who rate.
func (b *Common) Raters() []Member {
	return slices.DeleteFunc(b.Panel(), func(m Member) bool { return !m.Role.Votes() })
}

func (b *Common) memberRole(id MemberID) Role {
	if m := b.Member(id); m != nil && !m.Removed {
		return m.Role
	}
	return ""
}

// mayRun returns nil if a member may run the panel, that is for chair and secretary.
func (b *Common) mayRun(id MemberID) error {
	if r := b.memberRole(id); r != Chair && r != RoleSecretary {
		return refuse(Forbidden, string(id), "Only the chair or the secretary may do this. Switch to one of them.")
	}
	return nil
}

// mayPrepare returns nil if this member may change criteria and rules now.
func (b *Common) mayPrepare(id MemberID) error {
	if b.Phase != Preparing {
		return refuse(Forbidden, "", "The rules are sealed. To change them the chair opens them with a reason, which every report will list.")
	}
	if len(b.Members) == 0 {
		return nil // while a new vacancy is made nobody is on the panel yet
	}
	return b.mayRun(id)
}

func (b *Common) preparing(m MemberID, k CriterionID) (Criterion, error) {
	if err := b.mayPrepare(m); err != nil {
		return Criterion{}, err
	}
	c := b.Criterion(k)
	if c == nil {
		return Criterion{}, refuse(NotFound, "", "This criterion is not on the list any more.")
	}
	return *c, nil
}

func (b *Common) knows(c CandidateID) bool { return c >= 1 && int64(c) <= int64(b.Candidates) }

func (b *Common) mustKnow(c CandidateID) error {
	if !b.knows(c) {
		return refuse(NotFound, c.String(), "There is no candidate %s in this vacancy.", c)
	}
	return nil
}

// nextCriterion returns an id that no criterion ever had.
func (b *Common) nextCriterion() CriterionID { return max(b.NextID, 1) }
