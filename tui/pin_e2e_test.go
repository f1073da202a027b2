package tui_test

// This file plays the work of two members at one laptop, one of whom has a PIN.

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"shortlist/model"
)

func TestTwoPeopleAtOneLaptop(t *testing.T) {
	t.Parallel()
	home, file := sealedVacancy(t)
	run(t, home, "panel", file, "add", "--name", "Ben Okafor")
	const secret = "Own words of Ben"
	if err := applySteps(file, []step{
		{"M2", model.DeclareConflict{Candidate: 1, Interest: model.NoConflict}},
		{"M2", model.SetRating{Candidate: 1, Criterion: 1, Value: model.Met}},
		{"M2", model.SetReason{Candidate: 1, Criterion: 1, Text: secret}},
	}); err != nil {
		t.Fatal(err)
	}

	s := start(t, home, 120, 40, file)
	s.wait("Who is working?")
	s.waitUntilArmed()
	s.keys("Ben", "\r")
	s.wait("Ben Okafor (member)")
	s.keys("\t", "\t", "\t", "\t")
	s.wait("Submitted")
	s.keys("#")
	s.wait("Your new PIN")
	s.keys("4071", "\r")
	s.wait("once more")
	s.keys("4071", "\r")
	s.wait("PIN set. It is asked whenever somebody chooses your name on this laptop.")
	if x := s.text(); strings.Contains(x, "4071") {
		t.Errorf("the digits are on the screen:\n%s", x)
	}

	s.keys("@")
	s.wait("nobody chosen")
	s.keys("Ben", "\r")
	s.wait("The PIN of Ben Okafor")
	s.keys("4072")
	s.wait("••••")
	s.keys("\r")
	s.wait("This is not the PIN.")
	s.keys("\x1b")
	s.wait("Who is working?")
	s.keys("Anna", "\r")
	s.wait("Anna Novak (chair)")
	s.keys("\t")
	s.wait("[History]")
	if x := s.wait("set a PIN"); strings.Contains(x, "rated") {
		t.Errorf("R11: Anna reads in the history:\n%s", x)
	}
	s.keys("@")
	s.wait("Who is working?")
	s.keys("Ben", "\r")
	s.wait("The PIN of Ben Okafor")
	s.keys("4071", "\r")
	s.wait("Ben Okafor (member)")
	s.leave()

	again := start(t, home, 80, 24, file) // the program forgets who typed it
	again.wait("Who is working?")
	again.waitUntilArmed()
	again.keys("Ben", "\r")
	again.wait("The PIN of Ben Okafor")
	again.keys("\x03")
	if code := again.end(); code != 0 {
		t.Fatalf("exit code %d", code)
	}

	onTheCommandLine(t, home, file, secret)
}

// onTheCommandLine asks for the report of Ben: without his PIN, and then with the PIN, typed on a terminal.
func onTheCommandLine(t *testing.T, home, file, secret string) {
	t.Helper()
	cmd := command(t, home, "export", file, "-f", "json", "--as", "M2")
	if out, err := cmd.CombinedOutput(); err == nil || strings.Contains(string(out), secret) {
		t.Errorf("R11: the report of Ben without his PIN: %v\n%s", err, out)
	}
	if x := run(t, home, "export", file, "-f", "json", "--as", "M1"); strings.Contains(x, secret) {
		t.Error("R11: the report of Anna")
	}
	report := filepath.Join(home, "ben.json")
	left := start(t, home, 120, 24, "export", file, "-f", "json", "--as", "M2", "-o", report)
	left.wait("The PIN of Ben Okafor:")
	left.keys("\x03")
	if code := left.end(); code != 130 {
		t.Errorf("exit code %d of a question that was interrupted", code)
	}
	s := start(t, home, 120, 24, "export", file, "-f", "json", "--as", "M2", "-o", report)
	s.wait("The PIN of Ben Okafor:")
	s.keys("4071\r")
	s.wait("written")
	if x := s.text(); strings.Contains(x, "4071") {
		t.Errorf("the digits are on the terminal:\n%s", x)
	}
	if code := s.end(); code != 0 {
		t.Fatalf("exit code %d", code)
	}
	if b, err := os.ReadFile(report); err != nil || !strings.Contains(string(b), secret) {
		t.Errorf("the report of Ben: %v", err)
	}
}
