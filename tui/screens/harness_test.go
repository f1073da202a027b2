package screens

// This file opens the screens of this package in tests.

import (
	"testing"

	"shortlist/model"
	"shortlist/tui/tuitest"
)

func newDesk(t testing.TB, people ...model.Person) *tuitest.Desk {
	return tuitest.Pages(List()).Desk(t, people...)
}

func newPrep(t testing.TB, v model.CreateVacancy) *tuitest.Prep {
	return tuitest.Pages(List()).Prep(t, v)
}
