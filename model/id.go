package model

import "fmt"

// This file holds the identities. They are typed so that one can never stand for another.

// CandidateID is a candidate's number in one vacancy, counted from 1 in order of arrival.
type CandidateID uint32

// String is the number as people see it: C001.
func (c CandidateID) String() string { return fmt.Sprintf("C%03d", uint32(c)) }

// CriterionID names a criterion for as long as the vacancy lives, wherever it stands in its list. What people see
// is the label (E1, D2…), see Board.Label.
type CriterionID uint32

// MemberID names a panel member: M1, M2…
type MemberID string

// DeviceID names one copy of a vacancy on one laptop, or one of its chains, see OwnChain.
type DeviceID string

// EventID names an event: the chain of the laptop it was written on and its running number there, counted from 1.
type EventID struct {
	Device DeviceID `json:"device"`
	Seq    uint64   `json:"seq"`
}

// String is the id as it is shown in the history and in messages.
func (e EventID) String() string { return fmt.Sprintf("%s.%d", e.Device, e.Seq) }
