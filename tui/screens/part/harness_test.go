package part

// This file makes desks without screens: no page belongs to this package.

import (
	"testing"

	"shortlist/model"
	"shortlist/tui/tuitest"
)

func newDesk(t testing.TB, people ...model.Person) *tuitest.Desk {
	return tuitest.Pages(nil).Desk(t, people...)
}
