package intake

// This file opens the pages of this package in tests.

import (
	"testing"

	"shortlist/model"
	"shortlist/tui/kit"
	"shortlist/tui/tuitest"
)

var pages = tuitest.Pages{
	{Name: kit.Import, Make: NewImport},
	{Name: kit.Mapping, Make: NewMapping},
}

func newPrep(t testing.TB, v model.CreateVacancy) *tuitest.Prep {
	return pages.Prep(t, v)
}
