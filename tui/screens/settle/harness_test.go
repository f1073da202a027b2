package settle

// This file opens the pages of this package in tests.

import (
	"testing"

	"shortlist/model"
	"shortlist/tui/kit"
	"shortlist/tui/tuitest"
)

var pages = tuitest.Pages{
	{Name: kit.Moderation, Make: NewModeration},
	{Name: kit.Meeting, Make: NewMeeting},
	{Name: kit.Ranking, Make: NewRanking},
}

func newDesk(t testing.TB, people ...model.Person) *tuitest.Desk {
	return pages.Desk(t, people...)
}
