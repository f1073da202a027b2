package model

import "fmt"

// This file holds the ids. Each has a type of its own, so that one is never taken for another.

// CandidateID is the number of a candidate in one vacancy, counted from 1 in the order in which they came in.
type CandidateID uint32

// String is the number as people see it: C001.
func (c CandidateID) String() string { return fmt.Sprintf("C%03d", uint32(c)) }

// CriterionID identifies a criterion for the life of the vacancy, wherever it is in its list. People see the label (E1,
// D2…) instead, see Board.Label.
type CriterionID uint32

// MemberID identifies a panel member: M1, M2…
type MemberID string

// DeviceID names one copy of a vacancy on one laptop.
type DeviceID string

// ChainID names a chain of events: that of a laptop, or that of a member's own work there, see OwnChain. On disk a chain
// is called "device", after the laptop.
type ChainID string

// EventID names an event: the chain of the laptop it was written on and its running number there, counted from 1.
type EventID struct {
	Chain ChainID `json:"device"`
	Seq   uint64  `json:"seq"`
}

// String is the id as it is shown in the history and in messages.
func (e EventID) String() string { return fmt.Sprintf("%s.%d", e.Chain, e.Seq) }
