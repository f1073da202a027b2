package tui_test

// This file tests opening and closing of files, and the question who is working.

import (
	"errors"
	"strings"
	"testing"

	"shortlist/model"
	"shortlist/model/modeltest"
	"shortlist/tui/kit"
	"shortlist/tui/tuitest"
)

func TestTheFirstFrameComesBeforeTheFileIsRead(t *testing.T) {
	t.Parallel()
	f := tuitest.NewFile(modeltest.Screening(t, 3))
	d := tuitest.NewHeld(t, tuitest.Setup{Make: (&testScreens{}).make, File: f, Me: modeltest.Ann})
	d.Shows("shortlist", "Opening officer.shortlist…")
	d.Keys("j", "?", "y")
	d.Release()
	d.Shows("page vacancy", "You are working as Ann (member).")
}

func TestWhoIsWorkingIsAskedAtOpening(t *testing.T) {
	t.Parallel()
	f := tuitest.NewFile(modeltest.Screening(t, 3))
	d := tuitest.New(t, tuitest.Setup{Make: (&testScreens{}).make, File: f})
	d.Shows("Who is working?", "Cleo", "Olga", "reads, does not rate")
	d.Lacks("Add a member")
	d.Keys("down", "enter")
	d.Shows("Ann (member)")
}

func TestTheOnlyMemberIsNotAsked(t *testing.T) {
	t.Parallel()
	b := model.NewBoard()
	modeltest.Do(t, b, "", modeltest.Vacancy(), model.AddMember{Name: "Cleo", Role: model.Chair})
	d := tuitest.New(t, tuitest.Setup{Make: (&testScreens{}).make, File: tuitest.NewFile(b)})
	d.Lacks("Who is working?")
	d.Shows("You are working as Cleo (chair).")
}

func TestAnEmptyPanelAsksForTheNameOfTheChair(t *testing.T) {
	t.Parallel()
	b := model.NewBoard()
	modeltest.Do(t, b, "", modeltest.Vacancy())
	f := tuitest.NewFile(b)
	d := tuitest.New(t, tuitest.Setup{Make: (&testScreens{}).make, File: f})
	d.Shows("What is your name?")
	d.Keys("enter")
	d.Shows("Type your name")
	d.Type("Cleo Vane")
	d.Keys("enter")
	d.Shows("Cleo Vane (chair)", "Welcome, Cleo Vane.")
	d.Keys("@", "end", "up", "down")
	d.Shows("Add a member…")
	d.Type("add")
	d.Keys("enter")
	d.Type("Dan")
	d.Keys("enter", "enter")
	d.Shows("Who is working?", "Dan")
	if m := loadBoard(t, f).Members; len(m) != 2 || m[1].Role != model.RoleMember {
		t.Errorf("panel: %v", m)
	}
}

func TestAChangeAsksWhoIsWorkingIfNobodyIsChosen(t *testing.T) {
	t.Parallel()
	f := tuitest.NewFile(modeltest.Screening(t, 3))
	d := tuitest.New(t, tuitest.Setup{Make: (&testScreens{keys: ratingKeys}).make, File: f})
	d.Keys("esc", "y")
	d.Shows("Who is working?", "Nobody is chosen")
	if f.Commits() != 0 {
		t.Error("stored all the same")
	}
}

// newLibrary returns a library with one file.
func newLibrary(t *testing.T) (*tuitest.Library, *tuitest.File) {
	t.Helper()
	f := tuitest.NewFile(modeltest.Screening(t, 3))
	return &tuitest.Library{Files: []*tuitest.File{f}}, f
}

func TestOpeningFromHomeAndGoingBack(t *testing.T) {
	t.Parallel()
	l, f := newLibrary(t)
	d := tuitest.New(t, tuitest.Setup{Library: l, Make: (&testScreens{keys: map[string][]kit.Effect{"f": {kit.Open{Path: f.Name}}}}).make, Me: modeltest.Ann})
	d.Shows("page home")
	d.Keys("f")
	d.Shows("page vacancy", "Officer (Lighthouses)")
	d.Keys("H")
	d.Shows("page home")
	d.Lacks("Lighthouses")
	if !f.Closed() {
		t.Error("the file is open still")
	}
}

func TestAFileThatCannotBeOpenedLeavesThePageAsItIs(t *testing.T) {
	t.Parallel()
	d, _, _ := newDriver(t, map[string][]kit.Effect{"f": {kit.Open{Path: "/nowhere.shortlist"}}})
	d.Keys("f")
	d.Shows("This did not work", "no such file", "page vacancy")
}

func TestADamagedFileLeadsHome(t *testing.T) {
	t.Parallel()
	f := tuitest.NewFile(modeltest.Screening(t, 3))
	f.Damage(errors.New("a page is damaged"))
	d := tuitest.New(t, tuitest.Setup{Make: (&testScreens{}).make, File: f})
	d.Shows("a page is damaged", "page home")
	if !f.Closed() {
		t.Error("the file is open still")
	}
}

func TestAFileInUseIsOfferedForReading(t *testing.T) {
	t.Parallel()
	l, f := newLibrary(t)
	l.Busy = true
	d := tuitest.New(t, tuitest.Setup{Library: l, Make: (&testScreens{keys: map[string][]kit.Effect{"f": {kit.Open{Path: f.Name}}}}).make, Me: modeltest.Ann})
	d.Keys("f")
	d.Shows("open in another program", "▸    Leave it closed")
	d.Keys("down", "enter")
	d.Shows("page vacancy", "read-only")
}

func TestClosingWaitsForTheOutbox(t *testing.T) {
	t.Parallel()
	d, f, _ := newDriver(t, ratingKeys)
	d.Hold()
	d.Burst("y", "n", "u", "H")
	if f.Closed() {
		t.Error("closed before all was stored")
	}
	d.Release()
	d.Shows("page home")
	if f.Commits() != 3 || !f.Closed() {
		t.Errorf("%d stored, closed %v", f.Commits(), f.Closed())
	}
}

func TestUntrustedNamesAreMadeSafe(t *testing.T) {
	t.Parallel()
	c := modeltest.Vacancy()
	c.Vacancy.Title = "Clerk \x1b[2J\u202ekcab\x07"
	b := model.NewBoard()
	modeltest.Do(t, b, "", c, model.AddMember{Name: "Eve \x1b]0;title\x07\u200b", Role: model.Chair})
	d := tuitest.New(t, tuitest.Setup{Make: (&testScreens{}).make, File: tuitest.NewFile(b)})
	raw := d.App.View().Content
	for _, bad := range []string{"\x1b[2J", "\u202e", "\x07", "\x1b]0", "\u200b"} {
		if strings.Contains(raw, bad) {
			t.Errorf("%q is in the view", bad)
		}
	}
}
