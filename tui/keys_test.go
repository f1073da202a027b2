package tui_test

// This file tests who gets a key, a paste or a click.

import (
	"context"
	"errors"
	"fmt"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/google/go-cmp/cmp"

	"shortlist/model"
	"shortlist/model/modeltest"
	"shortlist/tui/kit"
	"shortlist/tui/tuitest"
)

// pushEffect returns the effect of showing a page.
func pushEffect(n kit.Name, c model.CandidateID) []kit.Effect {
	return []kit.Effect{kit.Push{Route: kit.Route{Screen: n, Candidate: c}}}
}

// checkGot fails the test if a screen got other keys than want.
func checkGot(t *testing.T, s *testScreen, want ...string) {
	t.Helper()
	if diff := cmp.Diff(want, s.got); diff != "" {
		t.Errorf("the screen got (-want +got):\n%s", diff)
	}
}

func TestAScreenGetsTheKeysThatNobodyElseTakes(t *testing.T) {
	t.Parallel()
	d, _, s := newDriver(t, nil)
	d.Keys("j", "x", "?", "j", "esc", "esc", "k")
	checkGot(t, s.last(kit.Vacancy), "j", "x", "k")
}

func TestAnOverlayTakesAllKeysButCtrlC(t *testing.T) {
	t.Parallel()
	d, _, s := newDriver(t, map[string][]kit.Effect{"a": {kit.Ask{Title: "Sure?", Answers: []kit.Answer{{Words: "No"}, {Words: "Yes", Key: "y"}}}}})
	d.Keys("a", "q", "?", "H", "@")
	d.Shows("Sure?")
	checkGot(t, s.last(kit.Vacancy), "a")
	d.Keys("ctrl+c")
	if !d.Ended {
		t.Error("ctrl+c did not leave")
	}
}

func TestAScreenThatTakesTextGetsLettersThatAreKeysElsewhere(t *testing.T) {
	t.Parallel()
	d, _, s := newDriver(t, map[string][]kit.Effect{"a": pushEffect(kit.Assessment, 1)})
	d.Keys("a")
	p := s.last(kit.Assessment)
	p.capturing = true
	d.Keys("q", "?", ":", "tab", "ctrl+z", "H")
	checkGot(t, p, "q", "?", ":", "tab", "ctrl+z", "H")
	p.open = true
	d.Keys("esc")
	d.Shows("page assessment")
	d.Keys("esc")
	d.Shows("page vacancy")
}

func TestTabWalksTheMainPagesAndBelongsToOtherScreens(t *testing.T) {
	t.Parallel()
	d, _, s := newDriver(t, map[string][]kit.Effect{"a": pushEffect(kit.Assessment, 1)})
	d.Keys("tab")
	d.Shows("[Candidates]", "page candidates")
	d.Keys("shift+tab", "shift+tab")
	d.Shows("[History]")
	d.Keys("tab", "a")
	d.Shows("[Vacancy]", "› C001")
	d.Keys("tab")
	checkGot(t, s.last(kit.Assessment), "tab")
}

func TestAMainPageIsKeptAsItWasLeft(t *testing.T) {
	t.Parallel()
	d, _, s := newDriver(t, ratingKeys)
	d.Keys("tab", "y", "tab")
	made := len(s.made)
	d.Keys("shift+tab")
	if len(s.made) != made {
		t.Error("made anew")
	}
	d.Shows("E1 by Ann: met")
}

func TestEscClosesWhatTheScreenHasOpenThenGoesBack(t *testing.T) {
	t.Parallel()
	d, _, s := newDriver(t, map[string][]kit.Effect{"a": pushEffect(kit.Assessment, 1)})
	d.Keys("a")
	s.last(kit.Assessment).open = true
	d.Keys("esc")
	d.Shows("page assessment")
	d.Keys("esc")
	d.Shows("page vacancy")
	d.Keys("esc")
	d.Shows("This is a main page.")
}

func TestADisabledKeyTellsWhy(t *testing.T) {
	t.Parallel()
	d, _, s := newDriver(t, nil)
	p := s.last(kit.Vacancy)
	p.bindings = []kit.Binding{kit.Seal.Unless("Only the chair seals the rules.")}
	d.Keys("L")
	d.Shows("Only the chair seals the rules.")
	p.bindings = []kit.Binding{kit.Seal.Unless("Only the chair seals the rules."), kit.Seal}
	d.Keys("z", "L") // the keys are listed again after a press
	checkGot(t, p, "z", "L")
}

func TestHelpShowsFiltersAndRunsEveryKey(t *testing.T) {
	t.Parallel()
	d, f, s := newDriver(t, ratingKeys)
	s.last(kit.Vacancy).bindings = []kit.Binding{kit.RateMet, kit.RatePoint.On("0–4", "0", "1", "2", "3", "4"), kit.Seal.Unless("Only the chair seals the rules.")}
	d.Keys("f1")
	d.Shows("Rate: met.", "(not now: Only the chair", "Everywhere")
	d.Keys("pgdown", "pgdown", "pgdown")
	d.Shows("Leave the program")
	d.Type("rate met")
	d.Shows("Rate: met.")
	d.Lacks("Everywhere")
	d.Keys("enter")
	if v := storedValue(t, f, modeltest.E1); v != model.Met {
		t.Errorf("E1 is %q", v)
	}
	d.Keys("?")
	d.Type("seal")
	d.Keys("enter")
	d.Shows("Help: vacancy", "Only the chair seals the rules.") // the box stays, the reason is told
	d.Keys("esc", "esc")
	d.Lacks("Help")
}

func TestThePaletteFindsTheNamesOfTheHelpBar(t *testing.T) {
	t.Parallel()
	d, _, s := newDriver(t, nil)
	s.last(kit.Vacancy).bindings = []kit.Binding{kit.ExportK}
	d.Keys(":")
	d.Type("export")
	d.Shows(kit.ExportK.Says)
	d.Lacks(kit.NextTab.Says)
}

func TestThePaletteGoesToPages(t *testing.T) {
	t.Parallel()
	d, _, _ := newDriver(t, nil)
	d.Keys(":")
	d.Type("go rank")
	d.Keys("enter")
	d.Shows("[Ranking]", "page ranking")
	d.Keys("ctrl+p")
	d.Type("zzz")
	d.Shows("Nothing has these letters")
	d.Keys("enter")
	d.Shows("Nothing has these letters")
}

func TestAPickerFindsNamesWithoutTheirAccents(t *testing.T) {
	t.Parallel()
	chosen := ""
	pick := func(n string) kit.Answer {
		return kit.Answer{Words: n, Effects: []kit.Effect{kit.Prompt{Title: "chose " + n, Done: func(s string) []kit.Effect { chosen = s; return nil }}}}
	}
	d, _, _ := newDriver(t, map[string][]kit.Effect{"a": {kit.Choose{Title: "Who", Answers: []kit.Answer{pick("Élodie"), pick("Zoë"), pick("Ana")}}}})
	d.Keys("a")
	d.Type("elo")
	d.Keys("enter")
	d.Shows("chose Élodie")
	d.Paste("two\rlines \x1b[31mred")
	d.Keys("enter")
	if chosen != "two lines red" {
		t.Errorf("typed %q", chosen)
	}
}

func TestTheFirstAnswerOfAQuestionIsTheDefault(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		rule string
		keys []string
		want string
	}{
		{"enter takes the first answer", []string{"enter"}, "[safe]"},
		{"esc takes the first answer", []string{"down", "esc"}, "[safe]"},
		{"arrows only move", []string{"down", "up", "right", "left"}, "[]"},
		{"the second answer has to be walked to", []string{"down", "enter"}, "[danger]"},
		{"a key of its own chooses it", []string{"d"}, "[danger]"},
	} {
		t.Run(c.rule, func(t *testing.T) {
			t.Parallel()
			var s *testScreens
			note := func(n string) []kit.Effect {
				return []kit.Effect{kit.Run{Key: n, Work: func(context.Context, func(string)) (any, error) { return n, nil }}}
			}
			d, _, s := newDriver(t, map[string][]kit.Effect{"a": {kit.Ask{Title: "Sure?", Answers: []kit.Answer{
				{Words: "No", Effects: note("safe")}, {Words: "Drop it", Key: "d", Effects: note("danger")},
			}}}})
			d.Keys("a")
			d.Keys(c.keys...)
			var got []any
			for _, x := range s.last(kit.Vacancy).done {
				got = append(got, x.Value)
			}
			if fmt.Sprint(got) != c.want {
				t.Errorf("got %v, want %v", got, c.want)
			}
		})
	}
}

func TestAnOverlayThatOpensByItselfIgnoresKeysAtFirst(t *testing.T) {
	t.Parallel()
	d, _, s := newDriver(t, map[string][]kit.Effect{"r": {kit.Run{Key: "r", Work: func(context.Context, func(string)) (any, error) {
		return nil, errors.New("the file is gone")
	}}}})
	s.last(kit.Vacancy).fails = true
	d.Burst("r", "enter", "esc", "j")
	d.Shows("This did not work: the file is gone.")
	d.Keys("enter", "j")
	d.Lacks("the file is gone")
	checkGot(t, s.last(kit.Vacancy), "r", "j")
}

func TestAPromptKeepsWhatIsTyped(t *testing.T) {
	t.Parallel()
	text := ""
	d, _, _ := newDriver(t, map[string][]kit.Effect{
		"r": {kit.Prompt{Title: "Reason", Lines: 4, Done: func(s string) []kit.Effect { text = s; return nil }}},
		"w": {kit.Prompt{Title: "Words", Initial: "old", Check: func(s string) string {
			if s == "" {
				return "A criterion needs words."
			}
			return ""
		}, Done: func(s string) []kit.Effect { text = s; return nil }}},
	})
	d.Keys("r")
	d.Type("one two")
	d.Keys("enter")
	d.Paste("three\r\nfour")
	d.Keys("esc")
	d.Shows("esc once more drops what you wrote")
	d.Keys("ctrl+c")
	d.Shows("What you are typing is not saved yet.")
	d.Keys("enter", "tab", "enter")
	if text != "one two\nthree\nfour" {
		t.Errorf("wrote %q", text)
	}
	d.Keys("w", "backspace", "backspace", "backspace", "enter")
	d.Shows("A criterion needs words.")
	d.Type("new")
	d.Keys("enter")
	if text != "new" {
		t.Errorf("wrote %q", text)
	}
}

func TestAClickGoesToTheOverlayTheTabsOrTheScreen(t *testing.T) {
	t.Parallel()
	d, _, s := newDriver(t, map[string][]kit.Effect{"a": {kit.Ask{Title: "Sure?", Answers: []kit.Answer{{Words: "No"}, {Words: "Yes", Effects: []kit.Effect{kit.Note{Text: "Done."}}}}}}})
	d.Click(5, 4)
	d.Send(tea.MouseWheelMsg{X: 5, Y: 4, Button: tea.MouseWheelDown})
	checkGot(t, s.last(kit.Vacancy), "click 5,2", "wheel 1")
	d.Click(12, 1)
	d.Shows("[Candidates]")
	d.Keys("a")
	d.Click(20, 12)
	d.Shows("Done.")
}

func TestAnotherMemberSeesPagesMadeAnew(t *testing.T) {
	t.Parallel()
	d, _, s := newDriver(t, map[string][]kit.Effect{"a": pushEffect(kit.Assessment, 2)})
	d.Keys("tab", "a", "@", "down", "enter")
	d.Shows("Bob (member)", "[Candidates]", "› C002")
	for _, p := range s.made[:len(s.made)-2] {
		p.panics = true // nothing of these may be used again
	}
	d.Keys("j", "esc", "j", "tab", "tab", "j")
}

func TestWithoutAFileAChangeIsRefusedAndQLeaves(t *testing.T) {
	t.Parallel()
	s := &testScreens{keys: map[string][]kit.Effect{"y": {rate(1, model.Met)}}}
	d := tuitest.New(t, tuitest.Setup{Make: s.make})
	d.Shows("page home")
	d.Keys("y")
	d.Shows("No vacancy is open")
	d.Keys("q")
	if !d.Ended {
		t.Error("q did not leave")
	}
}

// TestKeysAreListedOnceAKeyPress checks that the footer, the help and the reason of a key that does nothing use one listing.
func TestKeysAreListedOnceAKeyPress(t *testing.T) {
	t.Parallel()
	s := &testScreens{}
	s.each = func(t *testScreen) {
		t.bindings = []kit.Binding{kit.Add, kit.Remove.Unless("There is nothing to remove.")}
	}
	d := tuitest.New(t, tuitest.Setup{Make: s.make, File: tuitest.NewFile(modeltest.Screening(t, 1)), Me: modeltest.Ann})
	top := s.last(kit.Vacancy)
	d.Keys("z") // what was said at the start gives way to the keys
	for _, key := range []string{"a", "down", "z", "a"} {
		before := top.listed
		d.Keys(key)
		d.View()
		if n := top.listed - before; n != 1 {
			t.Errorf("%s: the keys were listed %d times", key, n)
		}
	}
	before := top.listed
	d.Keys(kit.Remove.Keys()[0])
	d.Shows("There is nothing to remove.")
	d.Keys("?")
	d.Shows("Take the line out.", "not now")
	if n := top.listed - before; n > 0 {
		t.Errorf("the reason and help list the keys %d times more", n)
	}
}

// What an answer changes on the screen shows in its keys at once: the answer comes to the screen by no message.
func TestKeysAreListedAnewAfterAnAnswer(t *testing.T) {
	t.Parallel()
	var top *testScreen
	s := &testScreens{keys: map[string][]kit.Effect{"r": {kit.Prompt{Title: "Reason", Done: func(string) []kit.Effect {
		top.bindings = []kit.Binding{kit.Remove.Unless("It was taken out already.")}
		return nil
	}}}}}
	s.each = func(t *testScreen) { t.bindings = []kit.Binding{kit.Remove.Unless("There is nothing to remove.")} }
	d := tuitest.New(t, tuitest.Setup{Make: s.make, File: tuitest.NewFile(modeltest.Screening(t, 1)), Me: modeltest.Ann})
	top = s.last(kit.Vacancy)
	d.Keys("r")
	d.Type("so it is")
	d.Keys("enter", kit.Remove.Keys()[0])
	d.Shows("It was taken out already.")
}
