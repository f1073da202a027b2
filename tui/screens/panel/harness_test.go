package panel

import (
	"testing"

	"shortlist/model"
	"shortlist/tui/kit"
	"shortlist/tui/screens/part"
	"shortlist/tui/tuitest"
)

// This file opens the pages of this package in tests.

// pages makes the pages of this package; nil for any other.
func pages(env *kit.Env, r kit.Route) kit.Screen {
	switch r.Screen {
	case kit.Panel:
		return NewPanel(env, r)
	case kit.Bundles:
		return NewBundles(env, r)
	case kit.Criterion:
		return part.NewForm(env, r, Forms())
	}
	return nil
}

func newDesk(t testing.TB, people ...model.Person) *tuitest.Desk {
	return tuitest.Pages(pages).Desk(t, people...)
}

func newPrep(t testing.TB, v model.CreateVacancy) *tuitest.Prep {
	return tuitest.Pages(pages).Prep(t, v)
}
