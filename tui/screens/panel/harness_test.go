package panel

// This file opens the pages of this package in tests.

import (
	"testing"

	"shortlist/model"
	"shortlist/tui/kit"
	"shortlist/tui/screens/part"
	"shortlist/tui/tuitest"
)

var pages = tuitest.Pages{
	{Name: kit.Panel, Make: NewPanel},
	{Name: kit.Bundles, Make: NewBundles},
	{Name: kit.Criterion, Make: func(env *kit.Env, r kit.Route) kit.Screen { return part.NewForm(env, r, Forms()) }},
}

func newDesk(t testing.TB, people ...model.Person) *tuitest.Desk {
	return pages.Desk(t, people...)
}

func newPrep(t testing.TB, v model.CreateVacancy) *tuitest.Prep {
	return pages.Prep(t, v)
}
