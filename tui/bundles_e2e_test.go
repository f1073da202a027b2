package tui_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// This file plays a panel on two laptops by keys: cards, bundles, a rating on the one that comes in on the other.

// at runs a command with a home folder of its own and gives what it says.
func at(t *testing.T, home string, args ...string) string {
	t.Helper()
	cmd := exec.Command(binary(t), args...)
	cmd.Dir = home
	cmd.Env = append(os.Environ(), "HOME="+home, "XDG_CONFIG_HOME="+filepath.Join(home, ".config"), "XDG_DATA_HOME="+filepath.Join(home, "data"))
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("%v: %v\n%s", args, err, out)
	}
	return string(out)
}

// toBundles goes from the first page of a vacancy to that of cards and bundles.
func toBundles(s *session) {
	s.t.Helper()
	s.keys("\t", "\t", "\t", "\t")
	s.wait("Submitted")
	s.keys("b")
	s.wait("Bundles")
}

func TestTwoLaptopsByKeys(t *testing.T) {
	t.Parallel()
	chair, file := sealed(t)
	member := t.TempDir()
	card, _, _ := strings.Cut(at(t, member, "card", "--name", "Ben Okafor"), "\n")

	s := start(t, chair, 120, 40, file)
	s.wait("Anna Novak (chair)")
	toBundles(s)
	s.wait("There is no card on this laptop yet")
	s.keys("c")
	s.wait("Your card, for the chair to take in")
	s.keys("a")
	s.wait("The card of a member")
	s.keys(card, "\x13")
	s.wait("Take in the card of Ben Okafor?")
	s.settle()
	s.keys("t")
	s.wait("The card of Ben Okafor is taken in.")
	s.keys("w")
	s.wait("For whom is the bundle?")
	s.settle()
	s.keys("Ben", "\r")
	s.wait("for Ben Okafor,")
	s.keys("q")
	if code := s.end(); code != 0 {
		t.Fatalf("exit code %d", code)
	}

	mine := filepath.Join(member, "mine.shortlist")
	at(t, member, "merge", mine, filepath.Join(chair, "harbours from Anna Novak.bundle"))
	s = start(t, member, 120, 40, mine)
	s.wait("Ben Okafor (member)") // nobody else works here: it is not asked
	s.keys("L")
	s.wait("sealed")
	s.keys("\t")
	s.wait("40 to declare")
	s.keys("I")
	s.wait("0 of 40 declared")
	s.keys("N")
	s.wait("None for all the rest")
	s.settle()
	s.keys("N")
	s.wait("40 of 40 declared")
	s.keys("\x1b")
	s.gone("40 of 40 declared")
	s.keys("\r")
	s.wait("of 6 rated")
	s.keys("y")
	s.wait("1 of 6 rated")
	s.keys("\x1b")
	s.gone("1 of 6 rated")
	s.keys("\t", "\t", "\t")
	s.wait("the chair knows")
	s.keys("b")
	s.wait("Your card, for the chair to take in")
	s.keys("w")
	s.wait("for Anna Novak, 41 entries")
	s.keys("q")
	if code := s.end(); code != 0 {
		t.Fatalf("exit code %d", code)
	}

	s = start(t, chair, 120, 40, file)
	s.wait("Who is working?")
	s.settle()
	s.keys("\r")
	s.wait("Anna Novak (chair)")
	toBundles(s)
	s.keys("m")
	s.wait("Take in a bundle")
	s.keys(filepath.Join(member, "mine from Ben Okafor.bundle"), "\r")
	s.wait("From Ben Okafor: 1 rating, 40 declarations.")
	s.settle()
	s.keys("t")
	s.gone("Take this in?")
	s.wait("From Ben Okafor: 1 rating, 40 declarations.")
	s.keys("m")
	s.wait("Take in a bundle")
	s.keys("\r")
	s.wait("From Ben Okafor: nothing new.")
	s.settle()
	s.keys("\x1b")
	s.gone("Take this in?")
	s.keys("q")
	if code := s.end(); code != 0 {
		t.Fatalf("exit code %d", code)
	}
	if r := ratings(t, file, "M2"); len(r) != 1 {
		t.Errorf("the chair's laptop has %v", r)
	}
	if v := at(t, chair, "verify", file); !strings.Contains(v, "is intact") || !strings.Contains(v, "41 of them signed on other laptops") {
		t.Error(v)
	}
}
