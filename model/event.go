package model

import "time"

// This file holds the envelope of an event and the list of payloads. Each payload lives with its noun.

// Event is one thing that happened. Events are never changed; everything else is derived from them.
type Event struct {
	ID      EventID
	Lamport uint64    // logical time: greater than that of every event known when this one was written
	At      time.Time // wall clock of the laptop, UTC, whole seconds; shown, never used for order
	Author  MemberID
	Payload Payload
}

// Before is the order of events: logical time, then laptop, then number. It is the same on every laptop.
func (e Event) Before(f Event) bool {
	switch {
	case e.Lamport != f.Lamport:
		return e.Lamport < f.Lamport
	case e.ID.Device != f.ID.Device:
		return e.ID.Device < f.ID.Device
	}
	return e.ID.Seq < f.ID.Seq
}

// Payload is what happened. Wire is its name on disk, past tense ("rating.set"). apply is total: it accepts
// anything well formed and ignores what speaks of things that are not there.
type Payload interface {
	Wire() string
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
		QualificationRecognised{},
		AssessmentSubmitted{},
		AssessmentReturned{},
		RatingsRevealed{},
		RatingAgreed{},
		DecisionMade{},
	}
}

// Unknown is an event of a newer program: kept and passed on byte for byte, without effect here.
type Unknown struct {
	Name string
	Raw  []byte
}

// Wire is the name the newer program gave it.
func (u Unknown) Wire() string            { return u.Name }
func (u Unknown) apply(b *Board, _ Event) { b.Unknown++ }
func (u Unknown) sentence(*Board) string {
	return "did something that this version does not know (" + u.Name + ")"
}
