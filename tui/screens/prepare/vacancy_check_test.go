package prepare

import (
	"strings"
	"testing"

	"shortlist/model"
	"shortlist/tui/kit"
	"shortlist/tui/tuitest"
)

// What no file shows, and what every file shows, is said on the page and before sealing; nothing is stopped by it.
func TestTheVacancyIsCheckedAgainstTheFiles(t *testing.T) {
	t.Parallel()
	people := tuitest.Crowd(6)
	for i := range people {
		people[i].Facts.Languages = tuitest.People()[0].Facts.Languages // everybody meets E3
		people[i].Facts.Jobs = tuitest.People()[1].Facts.Jobs           // nobody can meet E2
	}
	d := newDesk(t, people...).Open(tuitest.Anna, 100, 60, kit.Route{Screen: kit.Vacancy})
	view := func() string { return strings.Join(strings.Fields(d.View()), " ") }
	for _, want := range []string{
		"LOOK AGAIN 2", "None of the 6 files shows E2 met: see whether it was read as the posting means it. What the posting asks for stays as it is, whoever applied.",
		"All 6 files show E3 met: it separates nobody.",
	} {
		if !strings.Contains(view(), want) {
			t.Errorf("%q is not shown:\n%s", want, d.View())
		}
	}
	d.Keys("L")
	q, ok := d.Last().(kit.Ask)
	if !ok || !strings.Contains(q.Text, "None of the 6 files shows E2 met") {
		t.Fatalf("sealing asks %+v", d.Last())
	}
	d.Answer("Seal")
	if d.Board.Phase != model.Screening || strings.Contains(view(), "LOOK AGAIN") {
		t.Errorf("phase %s:\n%s", d.Board.Phase, d.View())
	}
}
