package model

import (
	"cmp"
	"fmt"
	"time"
)

// This file holds the event and the list of payloads. Each payload is in the file of its noun.

// Event is one thing that happened. Events are never changed; everything else is derived from them.
type Event struct {
	ID      EventID
	Lamport uint64    // logical time: greater than that of every event known when this one was written
	At      time.Time // wall clock of the laptop, UTC, whole seconds; shown, never used for order
	Author  MemberID
	Payload Payload
}

// Compare is the order of events: logical time, then chain, then number. It is the same on every laptop. It returns -1
// if e comes first, 1 if f does, and 0 for events of one id.
func (e Event) Compare(f Event) int {
	return cmp.Or(
		cmp.Compare(e.Lamport, f.Lamport), cmp.Compare(e.ID.Chain, f.ID.Chain), cmp.Compare(e.ID.Seq, f.ID.Seq),
	)
}

// Before returns true if e comes before f in the order of events.
func (e Event) Before(f Event) bool { return e.Compare(f) < 0 }

// Payload is what happened. Every payload answers every question below for itself: none has an answer by default,
// because a private event whose author forgot to say so would be public.
type Payload interface {
	// Wire is the name on disk, past tense ("rating.set").
	Wire() string
	// Own returns true if the event is its author's own work, which nobody else may change and nobody else sees before
	// the reveal. It is then in the author's own chain.
	Own(author MemberID) bool
	// Texts are the texts about candidates that it points at; some may be zero.
	Texts() []TextRef
	// ChangesRules returns true if it changes what is sealed.
	ChangesRules() bool
	// Judges is the candidate whom it judges on a criterion; ok is false if it judges nobody. Whoever is recused from
	// that candidate never reads it.
	Judges() (c CandidateID, ok bool)
	// beforeReveal is what a viewer who is not the author reads in its place before the reveal; "" if the viewer may
	// read it.
	beforeReveal(b *Board, viewer MemberID) string
	// apply is total: it accepts anything well formed and ignores what speaks of things that are not there.
	apply(b *Board, e Event)
	// sentence says it in words for the history; the board supplies names and labels.
	sentence(b *Board) string
}

// Payloads lists one zero value of every payload this program knows. A new payload is one file and one line here.
func Payloads() []Payload {
	return []Payload{
		VacancyCreated{},
		VacancyEdited{},
		CriterionAdded{},
		CriterionEdited{},
		CriterionReclassified{},
		CriterionMoved{},
		CriterionRemoved{},
		CriterionWeighted{},
		CriterionScaled{},
		CriterionChecked{},
		CriteriaReplaced{},
		RulesEdited{},
		RulesSealed{},
		RulesReopened{},
		MemberAdded{},
		MemberChanged{},
		MemberRemoved{},
		PINChanged{},
		CandidatesAdded{},
		CandidatesRevised{},
		ConflictDeclared{},
		RatingSet{},
		JobsTicked{},
		EquivalenceRecorded{},
		AssessmentSubmitted{},
		AssessmentReturned{},
		RatingsRevealed{},
		RatingAgreed{},
		DecisionMade{},
	}
}

// Unknown is an event of a newer program. It is kept and passed on byte for byte and has no effect here.
type Unknown struct {
	Name string
	Raw  []byte
}

// Wire is the name the newer program gave it.
func (u Unknown) Wire() string { return u.Name }

// Own returns false: whose work it is cannot be told.
func (Unknown) Own(MemberID) bool { return false }

// Texts returns none: which texts it points at cannot be told.
func (Unknown) Texts() []TextRef { return nil }

// ChangesRules returns false: it has no effect here.
func (Unknown) ChangesRules() bool { return false }

// Judges returns false: whom it judges cannot be told.
func (Unknown) Judges() (CandidateID, bool) { return 0, false }

// It may be a rating that this version does not know, so others do not read it before the reveal.
func (Unknown) beforeReveal(*Board, MemberID) string { return worked }

func (u Unknown) apply(b *Board, _ Event) { b.Unknown++ }

func (u Unknown) sentence(*Board) string {
	return fmt.Sprintf("did something that this version does not know (%s)", u.Name)
}
