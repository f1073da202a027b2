package model

import "slices"

// This file holds what a few payloads mean to the store beside their place in the log: what has to be kept with them,
// and what people are told when they come in.

// Keeper keeps what belongs to an event and is not in the log. If a method returns an error, the event is not stored
// either.
type Keeper interface {
	Arrive(ImportBatch) error // the files of new candidates
	Revise(Revision) error    // corrected files
	KeepPIN(PINChanged) error // what a PIN is checked against
}

// KeptBeside is a payload with which something is kept outside the log.
type KeptBeside interface {
	Payload
	KeepBeside(Keeper) error
}

// Incoming counts what came in from another laptop.
type Incoming struct {
	Ratings   int  // given, changed or cleared
	Submitted int  // assessments handed in
	Declared  int  // declarations of interest
	Revealed  bool // the reveal came in
	// Cards are the names, as they came in, of members whose card was replaced by another one or taken back. A card leads
	// to its member's work, so a false one must not pass unseen.
	Cards []string
}

// Counted is a payload that a person is told of when it comes in from another laptop.
type Counted interface {
	Payload
	CountIn(*Incoming)
}

var (
	_ = []KeptBeside{CandidatesAdded{}, CandidatesRevised{}, PINChanged{}}
	_ = []Counted{RatingSet{}, AssessmentSubmitted{}, ConflictDeclared{}, RatingsRevealed{}, MemberChanged{}}
)

// KeepBeside keeps the files of the candidates who arrived.
func (p CandidatesAdded) KeepBeside(k Keeper) error { return k.Arrive(p.Batch) }

// KeepBeside keeps the corrected files.
func (p CandidatesRevised) KeepBeside(k Keeper) error { return k.Revise(p.Revision) }

// KeepBeside keeps what the PIN is checked against.
func (p PINChanged) KeepBeside(k Keeper) error { return k.KeepPIN(p) }

// CountIn counts a value that was given, changed or cleared; an event may carry a reason alone.
func (p RatingSet) CountIn(in *Incoming) {
	if p.Value != p.Was {
		in.Ratings++
	}
}

// CountIn counts an assessment handed in.
func (AssessmentSubmitted) CountIn(in *Incoming) { in.Submitted++ }

// CountIn counts a declaration.
func (ConflictDeclared) CountIn(in *Incoming) { in.Declared++ }

// CountIn notes the reveal.
func (RatingsRevealed) CountIn(in *Incoming) { in.Revealed = true }

// CountIn notes a card that was there and is another one now, or none.
func (p MemberChanged) CountIn(in *Incoming) {
	if p.Was.Card != (Card{}) && p.Was.Card != p.Member.Card && !slices.Contains(in.Cards, p.Member.Name) {
		in.Cards = append(in.Cards, p.Member.Name)
	}
}
