package tui_test

// This file plays a panel on two laptops by keys: cards, bundles, a rating on the one that comes in on the other.

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"shortlist/model"
	"shortlist/store"
)

// toBundles goes from the first page of a vacancy to the page of cards and bundles.
func toBundles(s *session) {
	s.t.Helper()
	s.keys("\t", "\t", "\t", "\t")
	s.wait("Submitted")
	s.keys("b")
	s.wait("Bundles")
}

// makeCard makes a card. The page proposes a name; name is typed behind it. words are the passphrases, typed twice each.
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

// takeInCard takes in the card of Ben on the page of bundles.
func takeInCard(s *session, card string) {
	s.t.Helper()
	s.keys("a")
	s.wait("Choose the card that the member sent you")
	s.keys(card, "\r")
	s.wait("Take in the card of Ben Okafor?")
	s.waitUntilArmed()
	s.keys("t")
	s.wait("The card of Ben Okafor is taken in.")
}

// writeBundleForBen begins to write a bundle for Ben, up to the question for the folder.
func writeBundleForBen(s *session) {
	s.t.Helper()
	s.keys("w")
	s.wait("For whom is the bundle?")
	s.waitUntilArmed()
	s.keys("Ben", "\r")
	s.wait("Into which folder?")
	s.waitUntilArmed()
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
	chair, file := sealedVacancy(t)
	member := t.TempDir()
	card, _, _ := strings.Cut(run(t, member, "card", "--name", "Ben Okafor"), "\n")

	s := start(t, chair, 120, 40, file)
	s.wait("Anna Novak (chair)")
	toBundles(s)
	s.wait("There is no card on this laptop yet")
	makeCard(s, "")
	s.keys("\x1b")
	s.wait("Y exchange")
	s.wait("Your card has the check sum")
	takeInCard(s, card)
	writeBundleForBen(s)
	s.keys("\r")
	s.wait("Written: " + filepath.Join(chair, "harbours from Anna Novak.bundle"))
	s.leave()

	mine := filepath.Join(member, "mine.shortlist")
	run(t, member, "merge", mine, filepath.Join(chair, "harbours from Anna Novak.bundle"))
	s = start(t, member, 120, 40, mine)
	s.wait("Ben Okafor (member)") // no other member works here, so the program does not ask
	s.keys("L")
	s.wait("sealed")
	workAlone(s)
	s.wait("Your card is known to the chair")
	s.keys("w")
	s.wait("Into which folder?")
	s.waitUntilArmed()
	s.keys("\r")
	s.wait("for Anna Novak, 41 entries")
	s.leave()

	s = start(t, chair, 120, 40, file)
	signInAsChair(s)
	toBundles(s)
	s.keys("m")
	s.wait("Choose the bundle to take in")
	s.keys(filepath.Join(member, "mine from Ben Okafor.bundle"), "\r")
	s.wait("From Ben Okafor: 1 rating, 40 declarations.")
	s.waitUntilArmed()
	s.keys("t")
	s.gone("Take this in?")
	s.wait("From Ben Okafor: 1 rating, 40 declarations.")
	s.keys("m")
	s.wait("in " + member) // the folder of the last one
	s.keys("mine from", "\r")
	s.wait("From Ben Okafor: nothing new.")
	s.waitUntilArmed()
	s.keys("\x1b")
	s.gone("Take this in?")
	s.leave()
	if r := storedRatings(t, file, "M2"); r != 1 {
		t.Errorf("the chair's laptop has %v", r)
	}
	if v := run(t, chair, "verify", file); !strings.Contains(v, "is intact") || !strings.Contains(v, "41 of them signed on other laptops") {
		t.Error(v)
	}
}

// TestAPanelWithoutACommand plays chair and member from an empty home to a rating that comes in, by keys alone: the
// member's card is under a passphrase, the vacancy begins with a bundle, and the way back is a shared folder.
func TestAPanelWithoutACommand(t *testing.T) {
	t.Parallel()
	chair, file := sealedVacancy(t)
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
	s.leave()
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
	takeInCard(s, strings.TrimSpace(string(card)))
	writeBundleForBen(s)
	s.keys("Another", "\r")
	s.wait("Choose the folder for the bundle")
	s.keys(shared, "\r")
	s.wait("Written: " + filepath.Join(shared, "harbours from Anna Novak.bundle"))
	s.leave()

	s = start(t, member, 120, 40)
	s.wait("No vacancies yet.")
	s.keys("m")
	s.wait("Choose the bundle that the chair sent you")
	s.keys(filepath.Join(shared, "harbours from Anna Novak.bundle"), "\r")
	s.wait("The passphrase of your card")
	s.waitUntilArmed()
	s.keys("ten dots", "\r")
	s.wait("This is not the passphrase of your card.")
	s.waitUntilArmed()
	s.keys("nine dots", "\r")
	s.wait("Take in this vacancy?")
	s.wait("Officer, Invented Harbours")
	s.wait("check sum of the sender")
	s.waitUntilArmed()
	s.keys("t")
	s.wait("Ben Okafor (member)")
	workAlone(s)
	s.wait("Y exchange")
	s.keys("Y") // the passphrase is not asked a second time
	s.wait("Choose the folder that the others reach too")
	s.keys(shared, "\r")
	s.wait("Keep this folder in step?")
	s.waitUntilArmed()
	s.keys("t")
	s.wait("for Anna Novak, 41 entries")
	s.leave()

	s = start(t, chair, 120, 40, file)
	signInAsChair(s)
	toBundles(s)
	s.keys("Y")
	s.wait("Choose the folder that the others reach too")
	s.wait("in " + shared) // the folder of the last bundle
	s.keys("\x06")
	s.wait("From Ben Okafor: 1 rating, 40 declarations.")
	if r := storedRatings(t, file, "M2"); r != 0 {
		t.Errorf("taken in before it was confirmed: %v", r)
	}
	s.waitUntilArmed()
	s.keys("t")
	s.wait("Written: " + shared)
	s.wait("From Ben Okafor: 1 rating, 40 declarations.")
	s.leave()
	if r := storedRatings(t, file, "M2"); r != 1 {
		t.Errorf("the chair's laptop has %v", r)
	}
}

// storedRatings counts the ratings of a member in a file. It reads the file itself, because the program shows them to no other
// member before the reveal.
func storedRatings(t *testing.T, file string, m model.MemberID) (n int) {
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
