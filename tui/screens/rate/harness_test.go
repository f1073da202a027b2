package rate

// This file opens the pages of this package in tests.

import (
	"testing"

	"shortlist/model"
	"shortlist/tui/kit"
	"shortlist/tui/tuitest"
)

var pages = tuitest.Pages{
	{Name: kit.Assessment, Make: NewAssessment},
	{Name: kit.Interests, Make: NewDeclare},
	{Name: kit.Sheet, Make: NewSheet},
}

func newDesk(t testing.TB, people ...model.Person) *tuitest.Desk {
	return pages.Desk(t, people...)
}
