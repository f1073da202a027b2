package paper

// This file opens the pages of this package in tests.

import (
	"testing"

	"shortlist/model"
	"shortlist/tui/kit"
	"shortlist/tui/tuitest"
)

var pages = tuitest.Pages{
	{Name: kit.Export, Make: NewExport},
	{Name: kit.History, Make: NewHistory},
}

func newDesk(t testing.TB, people ...model.Person) *tuitest.Desk {
	return pages.Desk(t, people...)
}

func newPrep(t testing.TB, v model.CreateVacancy) *tuitest.Prep {
	return pages.Prep(t, v)
}
