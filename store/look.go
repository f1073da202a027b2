package store

// This file serves callers who want no board: they see what a member may see, and give commands in a member's name.

import (
	"time"

	"shortlist/model"
)

// Look returns what a member may see of all that is committed. "" sees what somebody without a vote sees. It returns the
// errors of Load.
func (f *File) Look(viewer model.MemberID) (*model.View, error) {
	b, err := f.Load()
	if err != nil {
		return nil, err
	}
	return b.As(viewer), nil
}

// CarryOut decides on a command in the name of a member and commits the change. It returns the refusal of model.Decide, and
// the errors of Load and Commit.
func (f *File) CarryOut(author model.MemberID, c model.Command, at time.Time, random [32]byte) error {
	b, err := f.Load()
	if err != nil {
		return err
	}
	return model.CarryOut(b, f, author, c, at, random)
}
