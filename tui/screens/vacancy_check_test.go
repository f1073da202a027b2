package screens

import (
	"strings"
	"testing"

	"shortlist/model"
	"shortlist/tui/kit"
)

// What no file shows, and what every file shows, is said on the page and before sealing; nothing is stopped by it.
func TestTheVacancyIsCheckedAgainstTheFiles(t *testing.T) {
	t.Parallel()
	people := crowd(6)
	for i := range people {
		people[i].Facts.Languages = deskPeople()[0].Facts.Languages // everybody meets E3
		people[i].Facts.Jobs = deskPeople()[1].Facts.Jobs           // nobody can meet E2
	}
	d := newDesk(t, people...).open(anna, 100, 60, kit.Route{Screen: kit.Vacancy})
	view := func() string { return strings.Join(strings.Fields(d.view()), " ") }
	for _, want := range []string{
		"LOOK AGAIN 2", "None of the 6 files shows E2 met: see whether it was read as the posting means it. What the posting asks for stays as it is, whoever applied.",
		"All 6 files show E3 met: it separates nobody.",
	} {
		if !strings.Contains(view(), want) {
			t.Errorf("%q is not shown:\n%s", want, d.view())
		}
	}
	d.keys("L")
	q, ok := d.last().(kit.Ask)
	if !ok || !strings.Contains(q.Text, "None of the 6 files shows E2 met") {
		t.Fatalf("sealing asks %+v", d.last())
	}
	d.answer("Seal")
	if d.board.Phase != model.Screening || strings.Contains(view(), "LOOK AGAIN") {
		t.Errorf("phase %s:\n%s", d.board.Phase, d.view())
	}
}
