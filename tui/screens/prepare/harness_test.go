package prepare

// This file opens the pages of this package in tests.

import (
	"testing"

	"shortlist/model"
	"shortlist/tui/kit"
	"shortlist/tui/tuitest"
)

var pages = tuitest.Pages{
	{Name: kit.Vacancy, Make: NewVacancy},
	{Name: kit.Criterion, Make: NewCriterion(Forms())},
}

func newDesk(t testing.TB, people ...model.Person) *tuitest.Desk {
	return pages.Desk(t, people...)
}

func newPrep(t testing.TB, v model.CreateVacancy) *tuitest.Prep {
	return pages.Prep(t, v)
}

func newEmpty(t testing.TB) *tuitest.Desk { return pages.Empty(t) }
