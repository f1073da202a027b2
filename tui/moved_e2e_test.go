package tui_test

// This file tests a vacancy file that was written on another computer: nothing is written into it before the user says what
// happened to it.

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"shortlist/model/modeltest"
	"shortlist/tui/kit"
	"shortlist/tui/tuitest"
)

// elsewhere is the error for a file that was written on another computer.
type elsewhere struct{ home bool }

func (e elsewhere) Error() string   { return "written elsewhere" }
func (e elsewhere) Elsewhere() bool { return e.home }

func TestAFileOfAnotherComputerIsAskedAbout(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		rule     string
		home     bool
		key      string
		readOnly bool
		opened   bool
	}{
		{"esc leaves it closed", false, "esc", false, false},
		{"moved, this computer takes over", true, "m", false, true},
		{"a member's copy goes on beside the other", false, "c", false, true},
		{"a copy of the chair's file is only read", true, "c", true, true},
	} {
		t.Run(c.rule, func(t *testing.T) {
			t.Parallel()
			f := tuitest.NewFile(modeltest.Screening(t, 2))
			lib := &tuitest.Library{Files: []*tuitest.File{f}, Abroad: elsewhere{c.home}}
			s := &testScreens{keys: map[string][]kit.Effect{"o": {kit.Open{Path: f.Name}}}}
			d := tuitest.New(t, tuitest.Setup{Make: s.make, Library: lib, Me: modeltest.Ann})
			d.Keys("o")
			d.Shows("Written on another computer", "Did you move it here")
			d.Keys(c.key)
			if opened := strings.Contains(d.View(), "page vacancy"); opened != c.opened || f.Locked != c.readOnly {
				t.Errorf("opened %t, read-only %t:\n%s", opened, f.Locked, d.View())
			}
		})
	}
}

// TestAMovedFile carries a chair's file to another computer.
func TestAMovedFile(t *testing.T) {
	t.Parallel()
	chair, file := sealedVacancy(t)
	other := t.TempDir()
	moved := filepath.Join(other, "harbours.shortlist")
	copyFile(t, file, moved)
	copyFile(t, "testdata/e2e/more.csv", filepath.Join(other, "more.csv"))
	out, err := command(t, other, "import", moved, "more.csv").CombinedOutput()
	if err == nil || !strings.Contains(string(out), "was written on another computer") || strings.Count(string(out), "\n") != 1 {
		t.Errorf("not refused in a sentence: %v %s", err, out)
	}
	for _, answer := range []struct{ key, shows string }{{"c", "read-only"}, {"m", "· saved"}} {
		s := start(t, other, 120, 40, moved)
		s.wait("Written on another computer")
		s.waitUntilArmed()
		s.keys(answer.key)
		s.wait(answer.shows)
		s.wait("Anna Novak (chair)")
		s.leave()
	}
	run(t, other, "import", moved, "more.csv") // this computer took over
	run(t, chair, "import", "--moved", moved, filepath.Join(other, "more.csv"))
	if _, err := os.Stat(filepath.Join(other, ".config", "shortlist", "laptop")); err != nil {
		t.Error(err)
	}
}
