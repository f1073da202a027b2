package model

import "time"

// This file carries a command out for those who wait until it is stored. The terminal program does not: its outbox writes
// while the keys go on.

// Log is where changes are stored: a vacancy file.
type Log interface {
	Device() DeviceID
	// Commit stores a change whole and durably, or not at all.
	Commit(Change) error
}

// CarryOut decides on a command in the name of a member, stores what it leads to and applies that to the board. It refuses
// as Decide does, and returns the error of the log if the change is not stored; then the board is as it was.
func CarryOut(b *Board, l Log, author MemberID, c Command, at time.Time, random [32]byte) error {
	change, err := Decide(b, c, b.Stamp(l.Device(), author, at, random))
	if err != nil {
		return err
	}
	if err := l.Commit(change); err != nil {
		return err
	}
	b.ApplyAll(change.Events)
	return nil
}
