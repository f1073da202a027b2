package model

import "time"

// This file carries out a command for callers who wait until it is stored. The screens do not: their outbox writes in
// the background.

// Log stores changes. A vacancy file is one.
type Log interface {
	Device() DeviceID
	// Commit stores a change whole and durably, or not at all.
	Commit(Change) error
}

// CarryOut decides on a command in the name of a member, stores the change and applies it to the board. It refuses as
// Decide does. It returns the error of the log if the change is not stored; the board is then unchanged.
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
