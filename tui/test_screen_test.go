package tui_test

// This file holds the screen with which the program is tested. It shows what it was given, and its keys lead to what a test
// says.

import (
	"fmt"
	"strings"
	"sync/atomic"
	"testing"

	tea "charm.land/bubbletea/v2"

	"shortlist/model"
	"shortlist/model/modeltest"
	"shortlist/tui/kit"
	"shortlist/tui/tuitest"
)

// testScreens makes test screens and remembers them.
type testScreens struct {
	keys map[string][]kit.Effect // the effects of each key, on every screen
	made []*testScreen
	// each is called for every screen that is made.
	each func(*testScreen)
}

func (s *testScreens) make(env *kit.Env, r kit.Route) kit.Screen {
	t := &testScreen{env: env, route: r, keys: s.keys}
	s.made = append(s.made, t)
	if s.each != nil {
		s.each(t)
	}
	return t
}

// last is the screen of a name that was made last.
func (s *testScreens) last(n kit.Name) *testScreen {
	for i := len(s.made) - 1; i >= 0; i-- {
		if s.made[i].route.Screen == n {
			return s.made[i]
		}
	}
	return nil
}

// testScreen is a screen that records what it gets.
type testScreen struct {
	env       *kit.Env
	route     kit.Route
	keys      map[string][]kit.Effect
	bindings  []kit.Binding
	got       []string // key presses and other messages, newest last
	done      []kit.Done
	refreshed int
	views     int
	listed    int // how often its keys were asked for
	w, h      int
	capturing bool
	open      bool // something that esc closes
	first     []kit.Effect
	view      *model.View
	panics    bool
	faulty    atomic.Bool // panics, set from outside while the program runs
	fails     bool        // tells what went wrong with a job
}

func (t *testScreen) Title() string {
	if t.route.Candidate != 0 {
		return t.route.Candidate.String()
	}
	return string(t.route.Screen)
}

func (t *testScreen) Keys() []kit.Binding {
	t.listed++
	return t.bindings
}

func (t *testScreen) Refresh(v *model.View) []kit.Effect {
	t.view = v
	t.refreshed++
	first := t.first
	t.first = nil
	return first
}

func (t *testScreen) Resize(w, h int) { t.w, t.h = w, h }
func (t *testScreen) Capturing() bool { return t.capturing }
func (t *testScreen) Back() ([]kit.Effect, bool) {
	was := t.open
	t.open = false
	return nil, was
}

func (t *testScreen) Update(msg tea.Msg) []kit.Effect {
	if t.panics || t.faulty.Load() {
		panic("a fault on purpose")
	}
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		t.got = append(t.got, msg.String())
		return t.keys[msg.String()]
	case tea.PasteMsg:
		t.got = append(t.got, "paste "+msg.Content)
	case kit.Click:
		t.got = append(t.got, fmt.Sprintf("click %d,%d", msg.X, msg.Y))
	case kit.Wheel:
		t.got = append(t.got, fmt.Sprintf("wheel %d", msg.By))
	case kit.Done:
		t.done = append(t.done, msg)
		if t.fails && msg.Err != nil {
			return []kit.Effect{kit.Fail{Err: msg.Err}}
		}
	}
	return nil
}

func (t *testScreen) View() string {
	t.views++
	var w strings.Builder
	fmt.Fprintf(&w, "\n  This is the page %s, %d by %d.\n  %d keys.\n\n", t.route.Screen, t.w, t.h, len(t.got))
	if t.view == nil {
		return w.String()
	}
	for _, k := range t.view.Criteria {
		if v := t.view.Own(1).Rating(k.ID).Value; v != model.NotRated {
			fmt.Fprintf(&w, "  %s by %s: %s\n", t.view.Label(k.ID), t.view.MemberName(t.view.Viewer()), v)
		}
	}
	return w.String()
}

// rate returns the effect of rating the first candidate.
func rate(k model.CriterionID, v model.Value) kit.Submit {
	return kit.Submit{Command: model.SetRating{Candidate: 1, Criterion: k, Value: v}, Note: "Rated " + string(v) + "."}
}

// newDriver returns a program with test screens and a vacancy in screening. Ann is working.
func newDriver(t *testing.T, keys map[string][]kit.Effect) (*tuitest.Driver, *tuitest.File, *testScreens) {
	t.Helper()
	f := tuitest.NewFile(modeltest.Screening(t, 3))
	s := &testScreens{keys: keys}
	d := tuitest.New(t, tuitest.Setup{Make: s.make, File: f, Library: &tuitest.Library{Files: []*tuitest.File{f}}, Me: modeltest.Ann})
	return d, f, s
}

// loadBoard returns the board of a file.
func loadBoard(t *testing.T, f *tuitest.File) *model.Board {
	t.Helper()
	b, err := f.Load()
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// storedValue returns Ann's rating of the first candidate on disk.
func storedValue(t *testing.T, f *tuitest.File, k model.CriterionID) model.Value {
	t.Helper()
	return loadBoard(t, f).As(modeltest.Ann).Own(1).Rating(k).Value
}
