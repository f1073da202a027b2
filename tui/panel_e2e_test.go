package tui_test

// This file plays the work of a whole panel with the built program, each laptop with a home folder of its own. The chair
// prepares, seals and sends. One member rates by keys, one by a sheet, one is recused from a candidate. All six orders of their
// bundles lead to the same report. Then come the reveal, the meeting and the proof.

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"shortlist/model"
)

// panelRun is a panel with its laptops.
type panelRun struct {
	t       *testing.T
	chair   string            // home folder
	file    string            // the chair's
	homes   map[string]string // home folder of each guest
	bundles map[string]string // path of the bundle that each guest sent
	recused string            // the candidate from whom Dag is recused
}

// writtenWords are the words that each member writes, by which their work is found where it must not be.
var writtenWords = map[string]string{"Anna Novak": "anna-wrote-this", "Ben Okafor": "ben-wrote-this", "Cleo Brandt": "cleo-wrote-this", "Dag Lunde": "dag-wrote-this"}

// guests are the members other than the chair.
var guests = []string{"Ben Okafor", "Cleo Brandt", "Dag Lunde"} // M2, M3, M4

// cases is the number of candidates.
const cases = 4

// runRefused runs a command that must be refused, and returns its output.
func runRefused(t *testing.T, home string, args ...string) string {
	t.Helper()
	cmd := command(t, home, args...)
	out, err := cmd.CombinedOutput()
	if err == nil || cmd.ProcessState.ExitCode() != 1 {
		t.Errorf("%v was not refused: %v\n%s", args, err, out)
	}
	return string(out)
}

// newPanelRun makes the vacancy, takes in the cards of the guests, seals the rules by keys and sends every guest a bundle.
func newPanelRun(t *testing.T) *panelRun {
	p := &panelRun{t: t, chair: t.TempDir(), homes: map[string]string{}, bundles: map[string]string{}}
	p.file = filepath.Join(p.chair, "harbours.shortlist")
	data, err := filepath.Abs("testdata/e2e")
	if err != nil {
		t.Fatal(err)
	}
	all, err := os.ReadFile(filepath.Join(data, "candidates.csv"))
	if err != nil {
		t.Fatal(err)
	}
	few := filepath.Join(p.chair, "few.csv")
	if err := os.WriteFile(few, []byte(strings.Join(strings.SplitAfter(string(all), "\n")[:cases+1], "")), 0o600); err != nil {
		t.Fatal(err)
	}
	run(t, p.chair, "new", filepath.Join(data, "posting.txt"), "--closing-date", "2026-03-31", "--candidates", few, "-o", p.file)
	s := start(t, p.chair, 120, 40, p.file)
	s.wait("What is your name?")
	s.waitUntilArmed()
	s.keys("Anna Novak", "\r")
	s.wait("Anna Novak (chair)")
	s.leave()
	for _, name := range guests {
		h := t.TempDir()
		card, _, _ := strings.Cut(run(t, h, "card", "--name", name), "\n")
		run(t, p.chair, "panel", p.file, "add", card)
		p.homes[name] = h
	}
	s = start(t, p.chair, 120, 40, p.file)
	signInAsChair(s)
	s.keys("L")
	s.wait("Seal the rules?")
	s.waitUntilArmed()
	s.keys("s")
	s.wait("· screening")
	s.leave()
	for i, name := range guests {
		out := filepath.Join(p.homes[name], "in.bundle")
		run(t, p.chair, "bundle", p.file, "-o", out, "--to", fmt.Sprintf("M%d", i+2))
		run(t, p.homes[name], "merge", p.mine(name), out)
	}
	return p
}

func (p *panelRun) mine(name string) string { return filepath.Join(p.homes[name], "mine.shortlist") }

// open starts the program for a member and goes to the page of candidates.
func (p *panelRun) open(name string) *session {
	p.t.Helper()
	home, file := p.homes[name], p.mine(name)
	if name == "Anna Novak" {
		home, file = p.chair, p.file
	}
	s := start(p.t, home, 120, 40, file)
	if name == "Anna Novak" {
		signInAsChair(s)
	}
	s.wait(name)
	s.keys("\t")
	s.wait("[Candidates]")
	return s
}

// declare declares no conflict of interest with any candidate, but recuses from the first if recuse is true.
func (p *panelRun) declare(s *session, recuse bool) {
	s.t.Helper()
	s.keys("I")
	s.wait(fmt.Sprintf("0 of %d declared", cases))
	left := cases
	if recuse {
		s.keys("X")
		p.recused = regexp.MustCompile(`Recused from (C\d+)`).FindStringSubmatch(s.wait("Recused from"))[1]
		left--
	}
	s.keys("N")
	s.wait(fmt.Sprintf("with the %d candidates left?", left))
	s.waitUntilArmed()
	s.keys("N")
	s.wait(fmt.Sprintf("%d of %d declared", cases, cases))
	s.keys("\x1b")
	s.wait("0 handed in")
}

// rate rates n candidates one after the other, with word as a reason, hands each in, and leaves.
func (p *panelRun) rate(s *session, word, ratings string, n int) {
	s.t.Helper()
	open := regexp.MustCompile(`(?m)^[▸ ] (C\d+) .* 0/6`).FindStringSubmatch(s.text())
	if open == nil {
		s.t.Fatalf("nobody to rate:\n%s", s.text())
	}
	s.keys("/", open[1], "\r")
	s.wait("1 found")
	s.keys("\r")
	for i := range n {
		s.wait("0 of 6 rated")
		s.keys("r")
		s.wait("Reason for E1 of")
		s.keys(word, "\x13")
		s.gone("Reason for E1 of")
		s.wait(word)
		s.keys(strings.Split(ratings, "")...)
		s.wait("6 of 6 rated")
		s.keys("s")
		s.wait("as it is?")
		s.waitUntilArmed()
		s.keys("s")
		if i+1 < n {
			s.wait("Handed in your assessment of C")
		} else {
			s.wait("You have handed in every candidate.")
		}
	}
	s.leave()
}

// send writes the bundle of a guest for the chair.
func (p *panelRun) send(name string) {
	p.t.Helper()
	p.bundles[name] = filepath.Join(p.homes[name], "out.bundle")
	run(p.t, p.homes[name], "bundle", p.mine(name), "-o", p.bundles[name])
}

// fillIn writes the rating form of a member, fills it in as a spreadsheet program would, and reads it back.
func (p *panelRun) fillIn(name, word string) {
	p.t.Helper()
	h, sheet := p.homes[name], filepath.Join(p.homes[name], "form.csv")
	run(p.t, h, "sheet", p.mine(name), "--as", name, "-o", sheet)
	content, err := os.ReadFile(sheet)
	if err != nil {
		p.t.Fatal(err)
	}
	r := csv.NewReader(strings.NewReader(string(content)))
	r.FieldsPerRecord = -1
	rows, err := r.ReadAll()
	if err != nil {
		p.t.Fatal(err)
	}
	var head []string
	filled := 0
	for _, row := range rows {
		if row[0] == "candidate" {
			head = row
		} else if head != nil && strings.HasPrefix(row[0], "C0") {
			for column, v := range map[string]string{"E1": "met", "E1 reason": word, "E2": "not met", "E3": "1", "E4": "met", "D1": "unclear", "D2": "-"} {
				row[slices.Index(head, column)] = v
			}
			filled++
		}
	}
	if filled != cases {
		p.t.Fatalf("%d candidates in the form", filled)
	}
	var w strings.Builder
	if err := csv.NewWriter(&w).WriteAll(rows); err != nil {
		p.t.Fatal(err)
	}
	if err := os.WriteFile(sheet, []byte(w.String()), 0o600); err != nil {
		p.t.Fatal(err)
	}
	if out := run(p.t, h, "sheet", p.mine(name), "--as", name, "-i", sheet, "--yes"); !strings.Contains(out, "taken in") {
		p.t.Errorf("the form: %s", out)
	}
}

// screen lets every member screen on their own, and the guests send their bundles.
func (p *panelRun) screen() {
	p.t.Helper()
	s := p.open("Anna Novak")
	p.declare(s, false)
	p.rate(s, writtenWords["Anna Novak"], "yy3yy2", cases)

	s = p.open("Ben Okafor")
	p.declare(s, false)
	p.rate(s, writtenWords["Ben Okafor"], "yn1yn4", cases)

	s = p.open("Cleo Brandt")
	p.declare(s, false)
	s.leave()
	p.fillIn("Cleo Brandt", writtenWords["Cleo Brandt"])
	s = p.open("Cleo Brandt")
	s.keys("s")
	s.wait(fmt.Sprintf("Hand in %d assessments?", cases))
	s.waitUntilArmed()
	s.keys("s")
	s.wait(fmt.Sprintf("%d handed in", cases))
	s.leave()

	s = p.open("Dag Lunde")
	p.declare(s, true)
	p.rate(s, writtenWords["Dag Lunde"], "yu4yy0", cases-1)
	for _, name := range guests {
		p.send(name)
	}
}

// checkBlind fails the test if a text contains the work of a member other than but.
func (p *panelRun) checkBlind(what, but, text string) {
	p.t.Helper()
	for name, word := range writtenWords {
		if name != but && strings.Contains(text, word) {
			p.t.Errorf("R11: %s holds what %s wrote:\n%s", what, name, text)
		}
	}
}

// checkPages looks at every main page on the laptop of a member, and at the assessment of the first candidate.
func (p *panelRun) checkPages(name string) {
	p.t.Helper()
	s := p.open(name)
	for _, page := range []string{"[Matrix]", "[Ranking]", "[Panel]", "[History]", "[Vacancy]", "[Candidates]"} {
		s.keys("\t")
		p.checkBlind("the page "+page+" of "+name, name, s.wait(page))
	}
	s.keys("\r")
	p.checkBlind("the assessment of "+name, name, s.wait("› Assessment"))
	s.keys(":", "Go to Moderation", "\r")
	s.wait("There is nothing to settle yet")
	s.leave()
}

func TestAPanelOfFourFromThePostingToTheProof(t *testing.T) {
	t.Parallel()
	p := newPanelRun(t)
	p.screen()
	p.checkOrders()
	for _, name := range guests {
		preview := run(t, p.chair, "merge", p.file, p.bundles[name], "--dry-run")
		p.checkBlind("the preview of a bundle", "", preview)
		if !strings.Contains(preview, "ratings") || strings.Contains(preview, "not met") {
			t.Errorf("the preview: %s", preview)
		}
		run(t, p.chair, "merge", p.file, p.bundles[name])
	}
	p.checkSight()
	p.meet()
	p.checkProof()
}

// checkOrders takes in the bundles in all orders, each bundle twice. The reports must be the same to the last byte.
func (p *panelRun) checkOrders() {
	p.t.Helper()
	original, err := os.ReadFile(p.file)
	if err != nil {
		p.t.Fatal(err)
	}
	var first string
	for n, order := range [][]int{{0, 1, 2}, {0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}} {
		copied := filepath.Join(p.chair, fmt.Sprintf("order %d.shortlist", n))
		if err := os.WriteFile(copied, original, 0o600); err != nil {
			p.t.Fatal(err)
		}
		for range 2 {
			for _, i := range order {
				run(p.t, p.chair, "merge", copied, p.bundles[guests[i]])
			}
		}
		got := run(p.t, p.chair, "export", copied, "-f", "json", "--as", "M1")
		p.checkBlind("the chair's report before the reveal", "Anna Novak", got)
		if err := applySteps(copied, []step{{"M1", model.RevealRatings{}}}); err != nil {
			p.t.Fatal(err)
		}
		for _, format := range []string{"json", "csv", "md"} {
			got += run(p.t, p.chair, "export", copied, "-f", format, "--as", "M1")
		}
		if first == "" {
			first = got
		}
		if got != first {
			p.t.Errorf("order %v comes to another report", order)
		}
		if v := run(p.t, p.chair, "verify", copied); !strings.Contains(v, "is intact") || !strings.Contains(v, "of 4 laptops") {
			p.t.Error(v)
		}
	}
	for _, word := range writtenWords {
		if !strings.Contains(first, word) {
			p.t.Errorf("after the reveal the report lacks %s", word)
		}
	}
}

// checkSight checks that before the reveal no member sees the work of another by any way, on any laptop.
func (p *panelRun) checkSight() {
	p.t.Helper()
	p.checkPages("Anna Novak")
	for _, format := range []string{"json", "csv", "md", "history"} {
		p.checkBlind("the chair's "+format, "Anna Novak", run(p.t, p.chair, "export", p.file, "-f", format, "--as", "M1"))
		if why := runRefused(p.t, p.chair, "export", p.file, "-f", format, "--as", "M2"); !strings.Contains(why, "Ben Okafor") {
			p.t.Errorf("R11: the chair's laptop exports as Ben: %s", why)
		}
	}
	runRefused(p.t, p.chair, "sheet", p.file, "--as", "M2", "-o", filepath.Join(p.chair, "ben.csv"))
	s := p.open("Anna Novak")
	s.keys("@", "\x1b[B", "\r") // Ben works on a laptop of his own
	s.waitUntilArmed()
	if x := s.text(); strings.Contains(x, "Ben Okafor (member)") {
		p.t.Errorf("R11: the chair's laptop lets Ben's work be seen:\n%s", x)
	}
	s.keys("\x1b")
	s.gone("Who is working?")
	s.leave()
	for i, name := range guests { // a later bundle of the chair brings nobody the work of others
		b := filepath.Join(p.homes[name], "later.bundle")
		run(p.t, p.chair, "bundle", p.file, "-o", b, "--to", fmt.Sprintf("M%d", i+2))
		p.checkBlind("the preview of the chair's bundle", "", run(p.t, p.homes[name], "merge", p.mine(name), b, "--dry-run"))
		run(p.t, p.homes[name], "merge", p.mine(name), b)
		p.checkPages(name)
		for _, format := range []string{"json", "csv", "md", "history"} {
			p.checkBlind(format+" of "+name, name, run(p.t, p.homes[name], "export", p.mine(name), "-f", format))
		}
		if why := runRefused(p.t, p.homes[name], "export", p.mine(name), "-f", "json", "--as", "M1"); !strings.Contains(why, name) {
			p.t.Errorf("R10, R11: the laptop of %s exports as the chair: %s", name, why)
		}
	}
	s = p.open("Anna Novak")
	s.keys("\t", "\t", "\t")
	if x := s.wait("Recused: Dag Lunde from " + p.recused); !strings.Contains(x, "4/4") || !strings.Contains(x, "3/3") {
		p.t.Errorf("R10: the chair sees\n%s", x)
	}
	s.leave()
}

// meet reveals the ratings, settles every difference and decides on every candidate, by keys on the chair's laptop.
func (p *panelRun) meet() {
	p.t.Helper()
	s := p.open("Anna Novak")
	s.keys("\t", "\t")
	s.wait("[Ranking]")
	s.keys("R")
	s.wait("Reveal the ratings?")
	s.waitUntilArmed()
	s.keys("R")
	s.wait("The panel's ranking")
	s.keys("Q")
	head := regexp.MustCompile(`(\d+) of (\d+) settled`).FindStringSubmatch(s.wait(" settled"))
	var of int
	if _, err := fmt.Sscan(head[2], &of); err != nil || of < cases {
		p.t.Fatalf("%s differences", head[2])
	}
	for n := range of {
		at := regexp.MustCompile(`▸ C\d+ (..)`).FindStringSubmatch(s.wait(fmt.Sprintf("%d of %d settled", n, of)))
		key := "y"
		if at[1] == "E3" || at[1] == "D2" { // graded
			key = "2"
		}
		s.keys(key)
		s.wait("Why does the panel settle")
		s.keys("The panel read the file together.", "\x13")
	}
	s.wait(fmt.Sprintf("%d of %d settled", of, of))
	s.keys("\x1b")
	s.gone("› Moderation")
	for n := range cases {
		s.keys("g", strings.Repeat("j", n), "D")
		s.wait("Decision on C")
		s.waitUntilArmed()
		s.keys("not short", "\r")
		s.wait("not shortlisted. Why?")
		s.keys("The second criterion is not shown.", "\x13")
		s.wait(fmt.Sprintf("%d of %d decided", n+1, cases))
	}
	s.wait("· decided")
	s.leave()
}

// checkProof checks what the chair's laptop can prove afterwards, and that the guests read the same.
func (p *panelRun) checkProof() {
	p.t.Helper()
	report := run(p.t, p.chair, "export", p.file, "-f", "json", "--as", "M1")
	var doc struct {
		Candidates []struct {
			Candidate string
			Ratings   []struct{ Member, Criterion, Value string }
			Agreed    []struct{ Criterion, Value, Reason string }
		}
		History struct{ Heads map[string]string }
	}
	if err := json.Unmarshal([]byte(report), &doc); err != nil {
		p.t.Fatal(err)
	}
	for _, c := range doc.Candidates {
		by := map[string]string{}
		for _, r := range c.Ratings {
			if r.Criterion == "E2" {
				by[r.Member] = r.Value
			}
		}
		want := map[string]string{"M1": "met", "M2": "not met", "M3": "not met", "M4": "unclear"}
		if c.Candidate == p.recused {
			delete(want, "M4")
		}
		if fmt.Sprint(by) != fmt.Sprint(want) {
			p.t.Errorf("R21: the members' own ratings of %s are %v, want %v", c.Candidate, by, want)
		}
		if len(c.Agreed) == 0 {
			p.t.Errorf("nothing is agreed for %s", c.Candidate)
		}
	}
	if v := run(p.t, p.chair, "verify", p.file); !strings.Contains(v, "is intact") {
		p.t.Error(v)
	}
	for chain, hash := range doc.History.Heads {
		run(p.t, p.chair, "verify", p.file, "--head", hash)
		if strings.Contains(chain, ".") {
			continue
		}
		runRefused(p.t, p.chair, "verify", p.file, "--head", strings.Repeat("0", len(hash)))
	}
	proof := filepath.Join(p.chair, "history.jsonl")
	run(p.t, p.chair, "export", p.file, "-f", "history", "--as", "M1", "-o", proof)
	if v := run(p.t, p.chair, "verify", proof); !strings.Contains(v, "intact") {
		p.t.Error(v)
	}
	b := filepath.Join(p.chair, "after.bundle")
	run(p.t, p.chair, "bundle", p.file, "-o", b)
	for i, name := range guests {
		run(p.t, p.homes[name], "merge", p.mine(name), b)
		if v := run(p.t, p.homes[name], "verify", p.mine(name)); !strings.Contains(v, "is intact") {
			p.t.Errorf("%s: %s", name, v)
		}
		theirs := run(p.t, p.homes[name], "export", p.mine(name), "-f", "json", "--as", fmt.Sprintf("M%d", i+2))
		if theirs != run(p.t, p.homes[name], "export", p.mine(name), "-f", "json") {
			p.t.Errorf("R10: on their own laptop %s reads something else where no name is given", name)
		}
		for _, word := range writtenWords {
			if !strings.Contains(theirs, word) {
				p.t.Errorf("after the reveal %s does not read %s", name, word)
			}
		}
	}
}
