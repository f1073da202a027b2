package model

import (
	"fmt"
	"slices"
	"strings"
	"time"
)

// This file holds decisions: what happens to a candidate. The program proposes an order; people decide.

// Outcome is what was decided on a candidate.
type Outcome string

// The outcomes.
const (
	NoDecision     Outcome = ""
	Shortlisted    Outcome = "shortlisted"
	Reserve        Outcome = "reserve"
	NotShortlisted Outcome = "not shortlisted"
	Withdrawn      Outcome = "withdrawn"
)

// Outcomes lists the outcomes that can be decided.
func Outcomes() []Outcome { return []Outcome{Shortlisted, Reserve, NotShortlisted, Withdrawn} }

// Decision is what was decided on a candidate, by whom and why.
type Decision struct {
	Candidate CandidateID `json:"candidate"`
	Outcome   Outcome     `json:"outcome"`
	Reason    TextRef     `json:"reason,omitzero"`
	By        MemberID    `json:"by"`
	At        time.Time   `json:"at"`
}

// MakeDecision decides on a candidate, with a reason; NoDecision reopens the case. Only the chair decides, after the
// reveal, and not a chair who is recused from the case; chair or secretary may record a withdrawal at any time.
// Forbidden otherwise, and for a list if not every essential is found met or too few members assessed the candidate.
// Invalid without a reason; Conflict if there is no decision to reopen.
type MakeDecision struct {
	Candidate CandidateID
	Outcome   Outcome
	Reason    string
}

// DecisionMade carries a decision and the one before.
type DecisionMade struct {
	Candidate CandidateID `json:"candidate"`
	Outcome   Outcome     `json:"outcome,omitempty"`
	Was       Outcome     `json:"was,omitempty"`
	Reason    TextRef     `json:"reason,omitzero"`
}

// restoreDecision puts a decision back with the reason it had.
type restoreDecision struct{ decision Decision }

// Label names the command.
func (c MakeDecision) Label(*Board) string { return "decision on " + c.Candidate.String() }

func (c restoreDecision) Label(*Board) string { return "decision on " + c.decision.Candidate.String() }

// Inverse puts the earlier decision back.
func (c MakeDecision) Inverse(b *Board, author MemberID) Command {
	was := b.Decision(c.Candidate)
	if was.Outcome != NoDecision && was.Outcome != Withdrawn && b.memberRole(author) != Chair {
		return nil // the secretary notes a withdrawal but does not decide
	}
	return restoreDecision{was}
}

func (c restoreDecision) Inverse(b *Board, _ MemberID) Command {
	return restoreDecision{b.Decision(c.decision.Candidate)}
}

func (c MakeDecision) decide(b *Board, s Stamp) (Change, error) {
	was := b.Decision(c.Candidate).Outcome
	if err := b.mayDecide(s.Author, c.Candidate, c.Outcome, was); err != nil {
		return Change{}, err
	}
	p := DecisionMade{Candidate: c.Candidate, Outcome: c.Outcome, Was: was}
	if c.Outcome != NoDecision && !slices.Contains(Outcomes(), c.Outcome) {
		return Change{}, refuse(Invalid, c.Candidate.String(), "A decision is shortlisted, reserve, not shortlisted or withdrawn.")
	}
	reason := strings.TrimSpace(c.Reason)
	if c.Outcome == NoDecision && was == NoDecision {
		return Change{}, refuse(Conflict, c.Candidate.String(), "There is no decision on %s to reopen.", c.Candidate)
	}
	if reason == "" {
		if c.Outcome == NoDecision {
			return one(s, p)
		}
		return Change{}, refuse(Invalid, c.Candidate.String(), "A decision needs a reason, whether for or against.")
	}
	t := newText(s, c.Candidate, 0, reason)
	p.Reason = t.Ref()
	return one(s, p, t)
}

func (c restoreDecision) decide(b *Board, s Stamp) (Change, error) {
	d := c.decision
	was := b.Decision(d.Candidate).Outcome
	if err := b.mayDecide(s.Author, d.Candidate, d.Outcome, was); err != nil {
		return Change{}, err
	}
	return one(s, DecisionMade{d.Candidate, d.Outcome, was, d.Reason})
}

func (b *Board) mayDecide(m MemberID, c CandidateID, to, from Outcome) error {
	if err := b.mustKnow(c); err != nil {
		return err
	}
	withdrawal := to == Withdrawn || to == NoDecision && from == Withdrawn
	if withdrawal {
		return b.mayRun(m)
	}
	if b.memberRole(m) != Chair {
		return refuse(Forbidden, c.String(), "Only the chair records the panel's decisions.")
	}
	if !b.Revealed() {
		return refuse(Forbidden, c.String(), "Decisions come after the reveal: first every member rates alone.")
	}
	if b.Recused(m, c) {
		return refuse(Forbidden, c.String(), "%s", b.otherChair(m, c))
	}
	if to == NoDecision {
		return nil
	}
	if err := b.mustBeAssessed(c, to); err != nil {
		return err
	}
	if to == Shortlisted || to == Reserve {
		return b.mustPass(m, c)
	}
	return nil
}

// mustBeAssessed refuses a decision on fewer assessments than the sealed minimum: one judgement alone decides nothing.
// After the reveal, when nobody rates any more, the panel can make up for it by settling the essentials together: all
// of them, or for a refusal one that is not met.
func (b *Board) mustBeAssessed(c CandidateID, to Outcome) error {
	n := 0
	for i := range b.Members {
		if j, ok := b.index.find(c, b.Members[i].ID); ok && b.Counts(b.work.Assessments[j]) {
			n++
		}
	}
	if n >= b.Rules.MinAssessors {
		return nil
	}
	asked := Essential
	if !slices.ContainsFunc(b.Criteria, func(k Criterion) bool { return k.Class == Essential }) {
		asked = Desirable // then these are what the panel judges by
	}
	var open []string
	for i := range b.Criteria {
		k := &b.Criteria[i]
		if k.Class != asked {
			continue
		}
		a, agreed := b.AgreedRating(c, k.ID)
		if !agreed {
			open = append(open, b.Label(k.ID))
		} else if passes, settled := k.Scale.Passes(a.Value); to == NotShortlisted && asked == Essential && settled && !passes {
			return nil
		}
	}
	if len(open) == 0 {
		return nil
	}
	return refuse(Forbidden, c.String(), "%s has %d of the %d assessments that the rules ask for, and one judgement alone decides nothing. Let the panel settle together, as agreed ratings (V shows the case): %s. Then decide.",
		c, n, b.Rules.MinAssessors, strings.Join(open, ", "))
}

// mustPass refuses to put a candidate on a list if not every essential is found met.
func (b *Board) mustPass(m MemberID, c CandidateID) error {
	s := b.standing(m, c, &scratch{})
	var fails, open []string
	for i, r := range s.Results {
		switch k := b.Criteria[i]; {
		case k.Class != Essential || r.Settled && r.Passes:
		case r.Settled:
			fails = append(fails, b.Label(k.ID))
		default:
			open = append(open, b.Label(k.ID))
		}
	}
	switch {
	case len(fails) > 0:
		return refuse(Forbidden, c.String(), "%s is not found to meet %s, and an essential that is not met ends the candidacy. If the panel finds it met after all, record that as an agreed rating first.", c, strings.Join(fails, ", "))
	case len(open) > 0:
		return refuse(Forbidden, c.String(), "For %s the panel has not settled %s: record an agreed rating there first (Q on the ranking page).", c, strings.Join(open, ", "))
	}
	return nil
}

// Wire is the name on disk.
func (DecisionMade) Wire() string { return "decision.made" }

// Own returns true if it is the author's own work alone, see Payload.
func (DecisionMade) Own(MemberID) bool { return false }

// Texts are the texts about candidates that it points at.
func (p DecisionMade) Texts() []TextRef { return []TextRef{p.Reason} }

// ChangesRules returns true if it changes what is sealed.
func (DecisionMade) ChangesRules() bool { return false }

// Judges is the candidate whom it judges on a criterion.
func (DecisionMade) Judges() (CandidateID, bool) { return 0, false }

func (DecisionMade) beforeReveal(*Board, MemberID) string { return "" }

func (p DecisionMade) apply(b *Board, e Event) {
	if !b.knows(p.Candidate) {
		return
	}
	i, ok := b.decided[p.Candidate]
	if !ok {
		i = len(b.work.Decisions)
		b.decided[p.Candidate] = i
		b.work.Decisions = append(b.work.Decisions, Decision{})
	}
	b.DecidedCount += made(p.Outcome) - made(b.work.Decisions[i].Outcome)
	b.work.Decisions[i] = Decision{p.Candidate, p.Outcome, p.Reason, e.Author, e.At}
	b.settlePhase()
	b.markDirty(p.Candidate)
}

// settlePhase sets the phase to Decided if every candidate has a decision, and else back to Moderating.
func (b *Board) settlePhase() {
	if b.Phase == Moderating && b.Candidates > 0 && b.DecidedCount == b.Candidates {
		b.Phase = Decided
	} else if b.Phase == Decided && b.DecidedCount < b.Candidates {
		b.Phase = Moderating
	}
}

func made(o Outcome) int {
	if o == NoDecision {
		return 0
	}
	return 1
}

func (p DecisionMade) sentence(*Board) string {
	if p.Outcome == NoDecision {
		return fmt.Sprintf("reopened the case of %s, which was %s", p.Candidate, p.Was.Words())
	}
	if p.Was != NoDecision {
		return fmt.Sprintf("changed the decision on %s from %s to %s", p.Candidate, p.Was.Words(), p.Outcome.Words())
	}
	return fmt.Sprintf("decided on %s: %s", p.Candidate, p.Outcome.Words())
}
