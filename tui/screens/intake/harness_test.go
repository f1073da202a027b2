package intake

import (
	"testing"

	"shortlist/model"
	"shortlist/tui/kit"
	"shortlist/tui/tuitest"
)

// This file opens the pages of this package in tests.

var pages = tuitest.Pages{
	{Name: kit.Import, Make: NewImport},
	{Name: kit.Mapping, Make: NewMapping},
}

func newPrep(t testing.TB, v model.CreateVacancy) *tuitest.Prep {
	return pages.Prep(t, v)
}
