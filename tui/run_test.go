package tui_test

// This file tests the whole program in an emulated terminal.

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"shortlist/model"
	"shortlist/model/modeltest"
	"shortlist/tui"
	"shortlist/tui/kit"
	"shortlist/tui/tuitest"
)

// newTerminal runs the program with a vacancy in screening. Ann is working. how changes the file and the options; it may be nil.
func newTerminal(t *testing.T, how func(*tuitest.File, *tui.Options)) (*tuitest.Terminal, *tuitest.File, *testScreens) {
	t.Helper()
	f := tuitest.NewFile(modeltest.Screening(t, 3))
	s := &testScreens{keys: ratingKeys}
	o := tuitest.Setup{Make: s.make, File: f, Me: modeltest.Ann}.Options()
	o.Reports = t.TempDir()
	if how != nil {
		how(f, &o)
	}
	x := tuitest.RunOptions(t, o)
	x.Until("page vacancy")
	return x, f, s
}

func TestTheProgramRatesAndLeaves(t *testing.T) {
	t.Parallel()
	x, f, _ := newTerminal(t, nil)
	if !x.Alternate() {
		t.Error("the screen is not the program's own")
	}
	x.Keys("y")
	x.Until("E1 by Ann: met")
	x.Keys("?")
	x.Until("Help: vacancy")
	x.Keys("\x1b")
	x.Gone("Help: vacancy")
	x.Keys("q")
	if err := x.Wait(); err != nil {
		t.Error(err)
	}
	if x.Alternate() || !f.Closed() || f.Commits() != 1 {
		t.Errorf("terminal restored %v, closed %v, %d stored", !x.Alternate(), f.Closed(), f.Commits())
	}
}

func TestLeavingWaitsForEveryChange(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		how  string
		quit func(*tuitest.Terminal)
	}{
		{"q", func(x *tuitest.Terminal) { x.Keys("q") }},
		{"ctrl+c", func(x *tuitest.Terminal) { x.Keys("\x03") }},
		{"SIGTERM", func(x *tuitest.Terminal) { x.Signal(syscall.SIGTERM) }},
		{"SIGTERM twice", func(x *tuitest.Terminal) { x.Signal(syscall.SIGTERM); x.Signal(syscall.SIGTERM) }},
		{"SIGHUP", func(x *tuitest.Terminal) { x.Signal(syscall.SIGHUP) }},
	} {
		t.Run(c.how, func(t *testing.T) {
			t.Parallel()
			gate := make(chan struct{})
			x, f, _ := newTerminal(t, func(f *tuitest.File, _ *tui.Options) { f.Gate = gate })
			const n = 100
			x.Keys(strings.Repeat("yn", n/2))
			for range 20 {
				gate <- struct{}{}
			}
			x.Until("100 keys")
			x.Until("saving…")
			c.quit(x)
			if c.how == "q" || c.how == "ctrl+c" {
				x.Until("Saving, then leaving…")
			}
			close(gate)
			if err := x.Wait(); err != nil {
				t.Error(err)
			}
			if !f.Closed() {
				t.Error("the file is open still")
			}
			if got := f.Commits(); got != n {
				t.Errorf("%d changes stored of %d", got, n)
			}
		})
	}
}

func TestWhatCannotBeStoredAtASignalIsWrittenDown(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	x, f, _ := newTerminal(t, func(f *tuitest.File, _ *tui.Options) {
		f.Name = filepath.Join(folder, "officer.shortlist")
		f.Break(errors.New("disk is full"), -1)
	})
	x.Keys("y")
	x.Until("NOT SAVED")
	x.Signal(syscall.SIGTERM)
	err := x.Wait()
	var unsaved *tui.UnsavedError
	if !errors.As(err, &unsaved) || unsaved.Count != 1 || !strings.HasPrefix(unsaved.Path, folder) {
		t.Fatalf("got %v", err)
	}
	if s := model.Explain(err); !strings.Contains(s, "The last change was not saved") || !strings.Contains(s, unsaved.Path) {
		t.Errorf("said: %s", s)
	}
	if _, err := os.Stat(unsaved.Path); err != nil {
		t.Error(err)
	}
	if f.Commits() != 0 {
		t.Error("stored all the same")
	}
}

func TestAFaultOfTheProgramLeavesAReportAndTheTerminalClean(t *testing.T) {
	t.Parallel()
	gate := make(chan struct{})
	x, f, s := newTerminal(t, func(f *tuitest.File, _ *tui.Options) { f.Gate = gate })
	x.Keys("yyny") // the first is on its way, three wait
	gate <- struct{}{}
	x.Until("E1 by Ann: met")
	s.last(kit.Vacancy).faulty.Store(true)
	x.Keys("j")
	close(gate)
	err := x.Wait()
	var fault *tui.Fault
	if !errors.As(err, &fault) {
		t.Fatalf("got %v", err)
	}
	report, readErr := os.ReadFile(fault.Path)
	if readErr != nil || !strings.Contains(string(report), "a fault on purpose") || !strings.Contains(string(report), "test_screen_test.go") {
		t.Errorf("report: %v\n%s", readErr, report)
	}
	if !strings.Contains(model.Explain(err), fault.Path) {
		t.Errorf("said: %s", model.Explain(err))
	}
	if x.Alternate() || !f.Closed() {
		t.Errorf("terminal restored %v, closed %v", !x.Alternate(), f.Closed())
	}
	if f.Commits() != 4 {
		t.Errorf("%d changes stored, want all 4 that were asked for", f.Commits())
	}
}

func TestAPasteReachesAFieldWhole(t *testing.T) {
	t.Parallel()
	text := make(chan string, 1)
	x, _, _ := newTerminal(t, func(_ *tuitest.File, o *tui.Options) {
		s := &testScreens{keys: map[string][]kit.Effect{"r": {kit.Prompt{Title: "Reason", Lines: 3, Done: func(v string) []kit.Effect { text <- v; return nil }}}}}
		o.Pages = tuitest.Setup{Make: s.make}.Options().Pages
	})
	x.Keys("r")
	x.Until("Reason")
	x.Keys("\x1b[200~two\rlines q\x1b[201~")
	x.Until("lines q")
	x.Keys("\x13")
	if got := <-text; got != "two\nlines q" {
		t.Errorf("pasted %q", got)
	}
}

func TestRunRefusesToStartWithoutATerminal(t *testing.T) {
	t.Parallel()
	s := &testScreens{}
	o := tuitest.Setup{Make: s.make}.Options()
	if err := tui.Run(t.Context(), o); err == nil || !strings.Contains(err.Error(), "terminal") {
		t.Errorf("got %v", err)
	}
	if err := tui.Run(t.Context(), tui.Options{}); err == nil {
		t.Error("started without screens")
	}
}

func ExampleUnsavedError() {
	fmt.Println(model.Explain(&tui.UnsavedError{Count: 2, Path: "officer-not-saved.json", Cause: errors.New("disk is full")}))
	// Output: The last 2 changes were not saved: This did not work: disk is full. They are written down in officer-not-saved.json: open the vacancy again and enter what is missing.
}
