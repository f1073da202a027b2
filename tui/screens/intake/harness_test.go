package intake

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
	case kit.Import:
		return NewImport(env, r)
	case kit.Mapping:
		return NewMapping(env, r)
	}
	return nil
}

func newPrep(t testing.TB, v model.CreateVacancy) *tuitest.Prep {
	return tuitest.Pages(pages).Prep(t, v)
}
