package lists

import (
	"testing"

	"shortlist/model"
	"shortlist/tui/kit"
	"shortlist/tui/tuitest"
)

// This file opens the pages of this package in tests.

// pages makes the pages of this package; nil for any other.
func pages(env *kit.Env, r kit.Route) kit.Screen {
	switch r.Screen {
	case kit.Candidates:
		return NewCandidates(env, r)
	case kit.Matrix:
		return NewMatrix(env, r)
	}
	return nil
}

func newDesk(t testing.TB, people ...model.Person) *tuitest.Desk {
	return tuitest.Pages(pages).Desk(t, people...)
}
