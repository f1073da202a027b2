package screens

import (
	"testing"

	"shortlist/model"
)

// This file opens the screens of this package in tests.

func newDesk(t testing.TB, people ...model.Person) *desk { return pages(Make).desk(t, people...) }

func newPrep(t testing.TB, v model.CreateVacancy) *prep { return pages(Make).prep(t, v) }

func newEmpty(t testing.TB) *desk { return pages(Make).empty(t) }
