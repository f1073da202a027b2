package tui_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"shortlist/model"
	"shortlist/store"
)

// This file plays a panel on two laptops by keys: cards, bundles, a rating on the one that comes in on the other.

// at runs a command with a home folder of its own and gives what it says.
func at(t *testing.T, home string, args ...string) string {
	t.Helper()
	out, err := command(t, home, args...).CombinedOutput()
	if err != nil {
		t.Fatalf("%v: %v\n%s", args, err, out)
	}
	return string(out)
}

// command is a command of the program with a home folder of its own.
func command(t *testing.T, home string, args ...string) *exec.Cmd {
	t.Helper()
	cmd := exec.Command(binary(t), args...)
	cmd.Dir = home
	cmd.Env = append(os.Environ(), "HOME="+home, "XDG_CONFIG_HOME="+filepath.Join(home, ".config"), "XDG_DATA_HOME="+filepath.Join(home, "data"))
	return cmd
}

// toBundles goes from the first page of a vacancy to that of cards and bundles.
func toBundles(s *session) {
	s.t.Helper()
	s.keys("\t", "\t", "\t", "\t")
	s.wait("Submitted")
	s.keys("b")
	s.wait("Bundles")
}

// makeCard makes a card from a page with the key for it; the name is proposed, or typed where it is given.
func makeCard(s *session, name string, words ...string) {
	s.t.Helper()
	s.keys("c")
	s.wait("There is no card on this laptop yet.")
	s.wait("c make card")
	s.keys("c")
	s.wait("Make your card")
	s.keys(name, "\r")
	s.wait("A passphrase for your card")
	for _, w := range words {
		s.keys(w, "\r")
		s.wait("The same once more")
		s.keys(w)
		s.wait(strings.Repeat("•", len(w)))
	}
	s.keys("\r")
	s.wait("✓ Your card is made.")
}

// workAlone declares for all, rates one criterion of one candidate, and goes to the page of cards and bundles.
func workAlone(s *session) {
	s.t.Helper()
	declareAll(s)
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
	makeCard(s, "")
	s.keys("\x1b")
	s.wait("Y exchange")
	s.wait("Your card has the check sum")
	s.keys("a")
	s.wait("Choose the card that the member sent you")
	s.keys(card, "\r")
	s.wait("Take in the card of Ben Okafor?")
	s.settle()
	s.keys("t")
	s.wait("The card of Ben Okafor is taken in.")
	s.keys("w")
	s.wait("For whom is the bundle?")
	s.settle()
	s.keys("Ben", "\r")
	s.wait("Into which folder?")
	s.settle()
	s.keys("\r")
	s.wait("Written: " + filepath.Join(chair, "harbours from Anna Novak.bundle"))
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
	workAlone(s)
	s.wait("Your card is known to the chair")
	s.keys("w")
	s.wait("Into which folder?")
	s.settle()
	s.keys("\r")
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
	s.wait("Choose the bundle to take in")
	s.keys(filepath.Join(member, "mine from Ben Okafor.bundle"), "\r")
	s.wait("From Ben Okafor: 1 rating, 40 declarations.")
	s.settle()
	s.keys("t")
	s.gone("Take this in?")
	s.wait("From Ben Okafor: 1 rating, 40 declarations.")
	s.keys("m")
	s.wait("in " + member) // where the last one was
	s.keys("mine from", "\r")
	s.wait("From Ben Okafor: nothing new.")
	s.settle()
	s.keys("\x1b")
	s.gone("Take this in?")
	s.keys("q")
	if code := s.end(); code != 0 {
		t.Fatalf("exit code %d", code)
	}
	if r := arrived(t, file, "M2"); r != 1 {
		t.Errorf("the chair's laptop has %v", r)
	}
	if v := at(t, chair, "verify", file); !strings.Contains(v, "is intact") || !strings.Contains(v, "41 of them signed on other laptops") {
		t.Error(v)
	}
}

// TestAPanelWithoutACommand plays chair and member from an empty home to a rating that comes in, by keys alone: the
// member's card is under a passphrase, the vacancy begins with a bundle, and the way back is a shared folder.
func TestAPanelWithoutACommand(t *testing.T) {
	t.Parallel()
	chair, file := sealed(t)
	member, shared := t.TempDir(), t.TempDir()
	s := start(t, member, 120, 40)
	s.wait("No vacancies yet.")
	makeCard(s, "Ben Okafor", "nine dots")
	if strings.Contains(s.text(), "nine dots") {
		t.Error("the passphrase is on the screen")
	}
	s.keys("w")
	s.wait("Save your card to a file")
	s.keys("\r")
	s.wait("✓ Written: " + filepath.Join(member, "card of Ben Okafor.txt"))
	s.keys("q")
	s.end()
	card, err := os.ReadFile(filepath.Join(member, "card of Ben Okafor.txt"))
	if err != nil {
		t.Fatal(err)
	}

	s = start(t, chair, 120, 40, file)
	s.wait("Anna Novak (chair)")
	toBundles(s)
	makeCard(s, "")
	s.keys("\x1b")
	s.wait("Y exchange")
	s.keys("a")
	s.wait("Choose the card that the member sent you")
	s.keys(strings.TrimSpace(string(card)), "\r")
	s.wait("Take in the card of Ben Okafor?")
	s.settle()
	s.keys("t")
	s.wait("The card of Ben Okafor is taken in.")
	s.keys("w")
	s.wait("For whom is the bundle?")
	s.settle()
	s.keys("Ben", "\r")
	s.wait("Into which folder?")
	s.settle()
	s.keys("Another", "\r")
	s.wait("Choose the folder for the bundle")
	s.keys(shared, "\r")
	s.wait("Written: " + filepath.Join(shared, "harbours from Anna Novak.bundle"))
	s.keys("q")
	s.end()

	s = start(t, member, 120, 40)
	s.wait("No vacancies yet.")
	s.keys("m")
	s.wait("Choose the bundle that the chair sent you")
	s.keys(filepath.Join(shared, "harbours from Anna Novak.bundle"), "\r")
	s.wait("The passphrase of your card")
	s.settle()
	s.keys("ten dots", "\r")
	s.wait("This is not the passphrase of your card.")
	s.settle()
	s.keys("nine dots", "\r")
	s.wait("Take in this vacancy?")
	s.wait("Officer, Invented Harbours")
	s.wait("check sum of the sender")
	s.settle()
	s.keys("t")
	s.wait("Ben Okafor (member)")
	workAlone(s)
	s.wait("Y exchange")
	s.keys("Y") // the passphrase is not asked a second time
	s.wait("Choose the folder that the others reach too")
	s.keys(shared, "\r")
	s.wait("Keep this folder in step?")
	s.settle()
	s.keys("t")
	s.wait("for Anna Novak, 41 entries")
	s.keys("q")
	s.end()

	s = start(t, chair, 120, 40, file)
	s.wait("Who is working?")
	s.settle()
	s.keys("\r")
	s.wait("Anna Novak (chair)")
	toBundles(s)
	s.keys("Y")
	s.wait("Choose the folder that the others reach too")
	s.wait("in " + shared) // where the last bundle went
	s.keys("\x06")
	s.wait("From Ben Okafor: 1 rating, 40 declarations.")
	if r := arrived(t, file, "M2"); r != 0 {
		t.Errorf("taken in before it was confirmed: %v", r)
	}
	s.settle()
	s.keys("t")
	s.wait("Written: " + shared)
	s.wait("From Ben Okafor: 1 rating, 40 declarations.")
	s.keys("q")
	s.end()
	if r := arrived(t, file, "M2"); r != 1 {
		t.Errorf("the chair's laptop has %v", r)
	}
}

// arrived counts the ratings of a member that are in a file, which before the reveal nobody may look at.
func arrived(t *testing.T, file string, m model.MemberID) (n int) {
	t.Helper()
	f, err := store.NewLibrary("").Open(file, true)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	b, err := f.Load()
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range b.Snapshot().Assessments {
		if a.Member == m {
			for _, r := range a.Ratings {
				if r.Value != model.NotRated {
					n++
				}
			}
		}
	}
	return n
}
