package tui_test

// This file tests the jobs of screens.

import (
	"context"
	"errors"
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"shortlist/tui/kit"
	"shortlist/tui/tuitest"
)

// jobAnswers returns the answers that a screen got.
func jobAnswers(s *testScreen) []string {
	var out []string
	for _, d := range s.done {
		out = append(out, fmt.Sprintf("%s=%v,%v", d.Key, d.Value, d.Err))
	}
	return out
}

// jobEffect returns the effect of a job that answers with v.
func jobEffect(key string, v any) []kit.Effect {
	return []kit.Effect{kit.Run{Key: key, Work: func(context.Context, func(string)) (any, error) { return v, nil }}}
}

func TestAnAnswerGoesToTheScreenThatAsked(t *testing.T) {
	t.Parallel()
	d, _, s := newDriver(t, map[string][]kit.Effect{"r": jobEffect("list", 7), "a": pushEffect(kit.Assessment, 1)})
	asker := s.last(kit.Vacancy)
	d.Hold()
	d.Burst("r", "a")
	d.Release()
	d.Shows("page assessment")
	if diff := cmp.Diff([]string{"list=7,<nil>"}, jobAnswers(asker)); diff != "" {
		t.Error(diff)
	}
	if got := jobAnswers(s.last(kit.Assessment)); got != nil {
		t.Errorf("the page on top heard %v", got)
	}
}

func TestALateAnswerIsDropped(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		rule string
		keys []string
		want []string
	}{
		{"when the same was asked again", []string{"1", "2"}, []string{"list=2,<nil>"}},
		{"but not when something else was asked", []string{"1", "3"}, []string{"list=1,<nil>", "other=3,<nil>"}},
		{"when its asker has left", []string{"1", "esc"}, nil},
	} {
		t.Run(c.rule, func(t *testing.T) {
			t.Parallel()
			d, _, s := newDriver(t, map[string][]kit.Effect{"a": pushEffect(kit.Assessment, 1), "1": jobEffect("list", 1), "2": jobEffect("list", 2), "3": jobEffect("other", 3)})
			d.Keys("a")
			d.Hold()
			d.Burst(c.keys...)
			d.Release()
			if diff := cmp.Diff(c.want, jobAnswers(s.last(kit.Assessment))); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestAJobAskedAgainIsCancelled(t *testing.T) {
	t.Parallel()
	ended := 0
	work := []kit.Effect{kit.Run{Key: "list", Work: func(ctx context.Context, _ func(string)) (any, error) {
		if ctx.Err() != nil {
			ended++
		}
		return nil, ctx.Err()
	}}}
	d, _, _ := newDriver(t, map[string][]kit.Effect{"r": work})
	d.Hold()
	d.Burst("r", "r")
	d.Release()
	if ended != 1 {
		t.Errorf("%d jobs were cancelled, want the first alone", ended)
	}
}

func TestALongJobShowsHowFarItIsAndStops(t *testing.T) {
	t.Parallel()
	d, _, s := newDriver(t, map[string][]kit.Effect{"i": {kit.Run{
		Key: "import", Label: "Reading candidates", Cancel: true,
		Work: func(ctx context.Context, progress func(string)) (any, error) {
			progress("1,000 read")
			return "read", ctx.Err()
		},
	}}})
	d.Hold()
	d.Burst("i")
	d.Lacks("Reading candidates")
	d.Pass(tuitest.Second)
	d.Shows("Reading candidates", "Working…", "esc stops")
	d.Keys("q", "enter", "j")
	d.Shows("Reading candidates")
	d.Keys("esc")
	d.Shows("Stopped: Reading candidates.")
	d.Release()
	if diff := cmp.Diff([]string{"import=read,context canceled"}, jobAnswers(s.last(kit.Vacancy))); diff != "" {
		t.Error(diff)
	}
}

func TestAJobThatMayNotBeStoppedIsWaitedFor(t *testing.T) {
	t.Parallel()
	d, _, _ := newDriver(t, map[string][]kit.Effect{"i": {kit.Run{
		Key: "x", Label: "Writing the report", Work: func(context.Context, func(string)) (any, error) { return nil, nil },
	}}})
	d.Hold()
	d.Burst("i")
	d.Pass(tuitest.Second)
	d.Keys("esc")
	d.Shows("Writing the report", "please wait")
	d.Release()
	d.Lacks("Writing the report")
}

func TestAFaultInAJobIsAnAnswer(t *testing.T) {
	t.Parallel()
	d, _, s := newDriver(t, map[string][]kit.Effect{"r": {kit.Run{Key: "r", Work: func(context.Context, func(string)) (any, error) {
		panic(errors.New("unreadable page"))
	}}}})
	d.Keys("r")
	if diff := cmp.Diff([]string{"r=<nil>,a fault of the program: unreadable page"}, jobAnswers(s.last(kit.Vacancy))); diff != "" {
		t.Error(diff)
	}
}
