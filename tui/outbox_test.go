package tui_test

// This file tests the outbox: the order of changes, writes that fail, undo.

import (
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"shortlist/model"
	"shortlist/model/modeltest"
	"shortlist/tui/kit"
	"shortlist/tui/tuitest"
)

// ratingKeys are keys that rate the first candidate.
var ratingKeys = map[string][]kit.Effect{
	"y": {rate(modeltest.E1, model.Met)},
	"n": {rate(modeltest.E1, model.NotMet)},
	"u": {rate(modeltest.E1, model.Unclear)},
	"2": {rate(modeltest.E3, "2")},
	"9": {rate(modeltest.E3, "9")}, // not on the scale
}

func TestChangesAreStoredInTheOrderOfTheKeyPresses(t *testing.T) {
	t.Parallel()
	d, f, _ := newDriver(t, ratingKeys)
	d.Hold()
	var want []model.Value
	for i := range 300 {
		key := []string{"y", "n", "u"}[i*7%3]
		want = append(want, map[string]model.Value{"y": model.Met, "n": model.NotMet, "u": model.Unclear}[key])
		d.Burst(key)
	}
	d.Release()
	var got []model.Value
	for _, e := range f.Events() {
		got = append(got, e.Payload.(model.RatingSet).Value)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("stored order (-pressed +stored):\n%s", diff)
	}
	for i, e := range f.Events()[1:] {
		if before := f.Events()[i]; e.ID.Seq != before.ID.Seq+1 || e.Lamport <= before.Lamport {
			t.Fatalf("event %v does not follow %v", e.ID, before.ID)
		}
	}
}

func TestNothingIsShownBeforeItIsStored(t *testing.T) {
	t.Parallel()
	d, _, s := newDriver(t, ratingKeys)
	before := s.last(kit.Vacancy).refreshed
	d.Hold()
	d.Burst("y")
	d.Lacks("E1 by Ann", "Rated", "saved")
	d.Pass(tuitest.Second)
	d.Shows("saving…")
	d.Release()
	d.Shows("E1 by Ann: met", "Rated met.", "saved")
	if got := s.last(kit.Vacancy).refreshed - before; got != 1 {
		t.Errorf("refreshed %d times, want once", got)
	}
}

func TestACommandIsDecidedOnTheBoardWithAllEarlierChanges(t *testing.T) {
	t.Parallel()
	d, f, _ := newDriver(t, map[string][]kit.Effect{
		"a": {kit.Submit{Command: model.DeclareConflict{Candidate: 1, Interest: model.Recused}}},
		"y": {rate(modeltest.E1, model.Met)},
	})
	d.Hold()
	d.Burst("a", "y")
	d.Release()
	if f.Commits() != 1 {
		t.Errorf("%d changes stored, want the recusal alone", f.Commits())
	}
	d.Shows("!")
}

func TestARefusalDoesNotStopTheChangesBehindIt(t *testing.T) {
	t.Parallel()
	d, f, _ := newDriver(t, ratingKeys)
	d.Hold()
	d.Burst("y", "9", "2")
	d.Release()
	if v := storedValue(t, f, modeltest.E3); v != "2" || f.Commits() != 2 {
		t.Errorf("E3 is %q after %d changes, want 2 after 2", v, f.Commits())
	}
}

func TestARefusalIsSaidAndOutlivesFastKeys(t *testing.T) {
	t.Parallel()
	d, _, _ := newDriver(t, ratingKeys)
	d.Keys("9")
	d.Shows("not on that scale")
	d.Burst("j", "j")
	d.Shows("not on that scale")
	d.Burst("j")
	d.Lacks("not on that scale")
}

func TestAFailedWriteAppliesNothingAndKeepsTheQueue(t *testing.T) {
	t.Parallel()
	d, f, _ := newDriver(t, ratingKeys)
	f.Break(errors.New("disk is full"), 1)
	d.Hold()
	d.Burst("y", "2")
	d.Release()
	d.Shows("NOT SAVED", "disk is full", "rating of E1 for C001,", "rating of E3 for C001.", "▸ Try again")
	d.Lacks("E1 by Ann")
	d.Burst("enter", "n") // meant for what was there before
	d.Shows("NOT SAVED")
	d.Keys("enter")
	d.Lacks("NOT SAVED")
	d.Shows("E1 by Ann: met", "E3 by Ann: 2")
	if f.Commits() != 2 {
		t.Errorf("%d changes stored, want 2", f.Commits())
	}
}

func TestAFailedWriteAsksAgainAsLongAsItFails(t *testing.T) {
	t.Parallel()
	d, f, _ := newDriver(t, ratingKeys)
	f.Break(errors.New("disk is full"), 3)
	d.Keys("y", "enter", "enter")
	d.Shows("NOT SAVED")
	d.Keys("enter")
	d.Lacks("NOT SAVED")
	d.Shows("E1 by Ann: met")
}

func TestChangesThatCannotBeStoredCanBeDroppedAndAreNamed(t *testing.T) {
	t.Parallel()
	d, f, s := newDriver(t, ratingKeys)
	f.Break(errors.New("disk is full"), -1)
	d.Keys("y", "down", "down")
	top := s.made[len(s.made)-1]
	before := top.refreshed
	d.Keys("enter")
	d.Shows("Dropped: rating of E1 for C001.", "saved")
	d.Lacks("NOT SAVED")
	if top.env.Dropped != 1 || top.refreshed == before {
		t.Errorf("the page is not told: %d dropped, refreshed %d times", top.env.Dropped, top.refreshed-before)
	}
	f.Break(nil, 0)
	d.Keys("n")
	d.Shows("E1 by Ann: not met")
}

func TestChangesThatCannotBeStoredAreWrittenDown(t *testing.T) {
	t.Parallel()
	d, f, _ := newDriver(t, ratingKeys)
	folder := t.TempDir()
	f.Name = filepath.Join(folder, "officer.shortlist")
	f.Break(errors.New("disk is full"), -1)
	d.Hold()
	d.Burst("y", "2")
	d.Release()
	d.Keys("down", "enter")
	d.Shows("The changes are written down in")
	d.Lacks("NOT SAVED")
	files, err := filepath.Glob(filepath.Join(folder, "officer-not-saved-*.json"))
	if err != nil || len(files) != 1 {
		t.Fatalf("written: %v, %v", files, err)
	}
	data, err := os.ReadFile(files[0])
	if err != nil {
		t.Fatal(err)
	}
	var list struct{ Changes []map[string]any }
	if err := json.Unmarshal(data, &list); err != nil || len(list.Changes) != 2 {
		t.Fatalf("%v in\n%s", err, data)
	}
	if got := list.Changes[0]; got["what"] != "rating of E1 for C001" || got["member"] != "Ann" || got["command"] != "SetRating" {
		t.Errorf("first change: %v", got)
	}
}

func TestAFaultInAWriteIsAFailedWrite(t *testing.T) {
	t.Parallel()
	d, f, _ := newDriver(t, ratingKeys)
	f.Break(nil, 1)
	f.Gate = make(chan struct{})
	close(f.Gate)
	f.Break(tuitest.ErrPanic, 1)
	d.Keys("y")
	d.Shows("NOT SAVED", "fault of the program")
	d.Keys("enter")
	d.Shows("E1 by Ann: met")
}

func TestAReadOnlyFileRefusesChanges(t *testing.T) {
	t.Parallel()
	f := tuitest.NewFile(modeltest.Screening(t, 3))
	f.Locked = true
	d := tuitest.New(t, tuitest.Setup{Make: (&testScreens{keys: ratingKeys}).make, File: f, Me: modeltest.Ann})
	d.Shows("read-only")
	d.Keys("y")
	d.Shows("open for reading only")
	if f.Commits() != 0 {
		t.Error("stored all the same")
	}
}

func TestUndoTakesBackAndRedoDoesAgain(t *testing.T) {
	t.Parallel()
	d, f, _ := newDriver(t, ratingKeys)
	d.Keys("y", "n", "2")
	d.Keys("ctrl+z")
	d.Shows("Taken back: rating of E3 for C001.")
	d.Keys("ctrl+z")
	d.Shows("E1 by Ann: met")
	d.Keys("ctrl+y")
	d.Shows("Done again: rating of E1 for C001.", "E1 by Ann: not met")
	d.Keys("ctrl+z", "ctrl+z")
	if v := storedValue(t, f, modeltest.E1); v != model.NotRated {
		t.Errorf("E1 is %q, want nothing", v)
	}
	d.Keys("ctrl+z")
	d.Shows("There is nothing of yours to take back.")
	d.Keys("y", "ctrl+y")
	d.Shows("There is nothing to do again.")
}

func TestUndoComesInItsTurnWhileWritesAreUnderWay(t *testing.T) {
	t.Parallel()
	d, f, _ := newDriver(t, ratingKeys)
	d.Hold()
	d.Burst("y", "n", "ctrl+z", "ctrl+z", "ctrl+y", "2", "ctrl+z")
	d.Release()
	if v := storedValue(t, f, modeltest.E1); v != model.Met {
		t.Errorf("E1 is %q, want met", v)
	}
	if v := storedValue(t, f, modeltest.E3); v != model.NotRated {
		t.Errorf("E3 is %q, want nothing", v)
	}
}

func TestUndoStopsAtWhatCannotBeTakenBack(t *testing.T) {
	t.Parallel()
	f := tuitest.NewFile(modeltest.Preparing(t, 1))
	d := tuitest.New(t, tuitest.Setup{Make: (&testScreens{keys: map[string][]kit.Effect{
		"L": {kit.Submit{Command: model.SealRules{}}},
	}}).make, File: f, Me: modeltest.Chair})
	d.Keys("L", "ctrl+z")
	d.Shows("The sealing of the rules cannot be taken back.")
}

func TestUndoEndsWhenAnotherMemberWorks(t *testing.T) {
	t.Parallel()
	d, f, _ := newDriver(t, ratingKeys)
	d.Keys("y", "@")
	d.Type("Bob")
	d.Keys("enter")
	d.Shows("You are working as Bob")
	d.Keys("ctrl+z")
	d.Shows("There is nothing of yours to take back.")
	if v := storedValue(t, f, modeltest.E1); v != model.Met {
		t.Errorf("E1 of Ann is %q", v)
	}
}

func TestAChangeBelongsToTheMemberWhoPressedTheKey(t *testing.T) {
	t.Parallel()
	d, f, _ := newDriver(t, ratingKeys)
	d.Hold()
	d.Burst("y", "@")
	d.Type("Bob")
	d.Keys("enter")
	d.Release()
	if e := f.Events(); len(e) != 1 || e[0].Author != modeltest.Ann {
		t.Errorf("stored: %v", e)
	}
	d.Shows("Bob (member)")
}

func TestEffectsThatFollowAChangeWaitForItsWrite(t *testing.T) {
	t.Parallel()
	next := rate(modeltest.E1, model.Met)
	next.Then = []kit.Effect{kit.Push{Route: kit.Route{Screen: kit.Assessment, Candidate: 2}}}
	d, f, _ := newDriver(t, map[string][]kit.Effect{"y": {next}})
	f.Break(errors.New("disk is full"), 1)
	d.Keys("y")
	d.Lacks("page assessment")
	d.Keys("enter")
	d.Shows("page assessment", "› C002")
}

func TestAFailedWriteNamesEveryWaitingChange(t *testing.T) {
	t.Parallel()
	d, f, _ := newDriver(t, ratingKeys)
	f.Break(errors.New("disk is full"), -1)
	d.Hold()
	d.Burst("y", "n", "u", "y", "n", "ctrl+z")
	d.Release()
	if view := d.View(); strings.Count(view, "rating of E1") != 4 || !strings.Contains(view, "and 2 more") {
		t.Errorf("not named:\n%s", view)
	}
}
