package lists

// This file opens the pages of this package in tests.

import (
	"testing"

	"shortlist/model"
	"shortlist/tui/kit"
	"shortlist/tui/tuitest"
)

var pages = tuitest.Pages{
	{Name: kit.Candidates, Make: NewCandidates},
	{Name: kit.Matrix, Make: NewMatrix},
}

func newDesk(t testing.TB, people ...model.Person) *tuitest.Desk {
	return pages.Desk(t, people...)
}
