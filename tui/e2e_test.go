package tui_test

// This file plays whole tasks with the built program, as a user would at a terminal.

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"syscall"
	"testing"
	"time"
)

// ratingsByCandidate holds the ratings of one member: candidate → criterion → value.
type ratingsByCandidate map[string]map[string]string

// exportedRatings reads the ratings of a member on disk, through the export.
func exportedRatings(t *testing.T, file, member string) ratingsByCandidate {
	t.Helper()
	out, err := command(t, filepath.Dir(file), "export", file, "--format", "json", "--as", member).Output()
	if err != nil {
		t.Fatalf("export: %v", err)
	}
	var doc struct {
		Candidates []struct {
			Candidate string
			Ratings   []struct{ Member, Criterion, Value string }
		}
	}
	if err := json.Unmarshal(out, &doc); err != nil {
		t.Fatal(err)
	}
	r := ratingsByCandidate{}
	for _, c := range doc.Candidates {
		for _, x := range c.Ratings {
			if x.Member != member {
				t.Errorf("the export of %s holds a rating of %s", member, x.Member)
			}
			if r[c.Candidate] == nil {
				r[c.Candidate] = map[string]string{}
			}
			r[c.Candidate][x.Criterion] = x.Value
		}
	}
	return r
}

// newVacancy makes a vacancy file from an invented posting, with candidates.
func newVacancy(t *testing.T) (home, file string) {
	t.Helper()
	home = t.TempDir()
	file = filepath.Join(home, "harbours.shortlist")
	data, err := filepath.Abs("testdata/e2e")
	if err != nil {
		t.Fatal(err)
	}
	run(t, home, "new", filepath.Join(data, "posting.txt"), "--closing-date", "2026-03-31", "--candidates", filepath.Join(data, "candidates.csv"), "-o", file)
	return home, file
}

// sealedVacancy makes a vacancy file with a chair and seals its rules by keys.
func sealedVacancy(t *testing.T) (home, file string) {
	t.Helper()
	home, file = newVacancy(t)
	s := start(t, home, 120, 40, file)
	s.wait("What is your name?")
	s.waitUntilArmed()
	s.keys("Anna Novak", "\r")
	s.wait("Anna Novak (chair)")
	s.keys("L")
	s.wait("Seal the rules?")
	s.keys("s")
	s.wait("· screening")
	declareAll(s)
	s.leave()
	return home, file
}

// signInAsChair chooses the chair, if the program asks who is working.
func signInAsChair(s *session) {
	s.t.Helper()
	if x := s.wait("Anna Novak"); strings.Contains(x, "Who is working?") {
		s.waitUntilArmed()
		s.keys("\r")
	}
	s.wait("Anna Novak (chair)")
}

// openSampleCandidate starts the program on the sample and opens the assessment of Aalst by the chair.
func openSampleCandidate(t *testing.T, width, height int) *session {
	t.Helper()
	s := start(t, t.TempDir(), width, height, "demo")
	s.wait("Who is working?")
	s.waitUntilArmed()
	s.keys("\r")
	s.wait("Helena Marsh")
	s.keys("\t")
	s.wait("14 candidates")
	s.keys("/", "Aalst", "\r")
	s.wait("1 found")
	s.keys("\r")
	s.wait("0 of 11 rated")
	return s
}

// declareAll goes from the first page to the declarations and declares no conflict of interest with any candidate.
func declareAll(s *session) {
	s.t.Helper()
	s.keys("\t")
	s.wait("40 to declare")
	s.keys("I")
	s.wait("0 of 40 declared")
	s.keys("N")
	s.wait("None for all the rest")
	s.waitUntilArmed()
	s.keys("N")
	s.wait("40 of 40 declared")
}

// openFirst opens the assessment of the first candidate in the order of the member.
func openFirst(s *session) {
	s.t.Helper()
	s.wait("Anna Novak (chair)")
	s.keys("\t")
	s.wait("40 candidates")
	s.keys("\r")
	s.wait("of 6 rated")
}

func TestRateTheFirstCandidateOfTheSample(t *testing.T) {
	t.Parallel()
	s := openSampleCandidate(t, 80, 24)
	s.keys(strings.Split("yyu33yyny21", "")...)
	s.wait("11 of 11 rated")
	s.keys("s")
	s.wait("as it is?")
	s.keys("s")
	s.wait("Handed in your assessment of C011")
	s.leave()
}

func TestFromPostingToRankingAndReport(t *testing.T) {
	t.Parallel()
	home, file := sealedVacancy(t)
	s := start(t, home, 120, 40, file)
	openFirst(s)
	s.keys("y", "y", "3", "y", "y", "2")
	first := regexp.MustCompile(`Assessment (C\d+)`).FindStringSubmatch(s.wait("6 of 6 rated"))[1]
	s.keys("s")
	s.wait("as it is?")
	s.keys("s")
	s.wait("Handed in")
	s.keys("n")
	s.wait("1 of 6 rated")
	s.keys("\x1b")
	s.wait("1 handed in")
	s.keys("\t")
	s.wait("[Matrix]")
	s.keys("\t")
	x := s.wait("[Ranking]")
	if !strings.Contains(x, "provisional") {
		t.Errorf("the ranking does not say that it is one's own:\n%s", x)
	}
	s.wait(first)
	s.leave()
	got := exportedRatings(t, file, "M1")
	want := map[string]string{"E1": "met", "E2": "met", "E3": "3", "E4": "met", "D1": "met", "D2": "2"}
	if fmt.Sprint(got[first]) != fmt.Sprint(want) {
		t.Errorf("%s is stored as %v, want %v", first, got[first], want)
	}

	again := start(t, home, 80, 24, file)
	again.wait("Anna Nov")
	again.keys("\t")
	again.wait("1 handed in")
	again.leave()

	report := filepath.Join(home, "report.md")
	if out, err := command(t, home, "export", file, "--format", "md", "--as", "M1", "-o", report).CombinedOutput(); err != nil {
		t.Fatalf("export: %v\n%s", err, out)
	}
	text, err := os.ReadFile(report)
	if err != nil || !strings.Contains(string(text), first) {
		t.Errorf("report without %s: %v", first, err)
	}
}

// ratedLine matches a line of the assessment screen that shows a rating as saved: the label and the rating.
var ratedLine = regexp.MustCompile(`(?m)^[ ▸]*([ED]\d+) .*?  ?(✓ met|✗ not met|\? unclear|[0-4] of 4) *│`)

// ratingsOnScreen returns the candidate of the assessment screen and the ratings that it shows as saved.
func ratingsOnScreen(screen string) (candidate string, values map[string]string) {
	if m := regexp.MustCompile(`Assessment (C\d+)`).FindStringSubmatch(screen); m != nil {
		candidate = m[1]
	}
	values = map[string]string{}
	for _, m := range ratedLine.FindAllStringSubmatch(screen, -1) {
		v := strings.TrimLeft(m[2], "✓✗? ")
		if n, ok := strings.CutSuffix(v, " of 4"); ok {
			v = n
		}
		values[m[1]] = v
	}
	return candidate, values
}

// TestKillLosesNothingShownAsSaved rates fast and kills the program in between, 30 times on the same file. All that the screen
// showed as saved must be on disk.
func TestKillLosesNothingShownAsSaved(t *testing.T) {
	t.Parallel()
	home, file := sealedVacancy(t)
	saved := 0
	for round := range 30 {
		s := start(t, home, 120, 40, file)
		openFirst(s)
		for range round {
			s.keys("]")
		}
		s.wait(fmt.Sprintf("%d of 40 ·", round+1))
		s.keys("y", "n", "3", "u", "y", "2")
		if round%2 == 0 { // so that the screen shows something as saved, however slow the machine is
			s.wait(" of 6 rated")
			s.gone("· 0 of 6 rated")
		}
		time.Sleep(time.Duration(round) * time.Millisecond) // a different moment of the burst each time
		screen := s.text()
		s.signal(syscall.SIGKILL)
		<-s.ended
		candidate, values := ratingsOnScreen(screen)
		got := exportedRatings(t, file, "M1")[candidate]
		for k, v := range values {
			saved++
			if got[k] != v {
				t.Errorf("round %d: the screen showed %s of %s as %s, on disk it is %q", round, k, candidate, v, got[k])
			}
		}
	}
	if saved < 15 {
		t.Errorf("only %d ratings were shown as saved before the kills: the test proves little", saved)
	}
}

// TestTerminationStoresTheWholeBurst rates six candidates in one burst and sends SIGTERM after the last key. All of it must be
// on disk, and the program must leave with the exit code 0.
func TestTerminationStoresTheWholeBurst(t *testing.T) {
	t.Parallel()
	home, file := sealedVacancy(t)
	s := start(t, home, 120, 40, file)
	openFirst(s)
	s.keys(strings.Repeat("yn3uy2]", 6))
	s.wait("7 of 40 ·")
	s.signal(syscall.SIGTERM)
	if code := s.end(); code != 0 {
		t.Errorf("exit code %d", code)
	}
	got := exportedRatings(t, file, "M1")
	if len(got) != 6 {
		t.Fatalf("%d candidates have ratings, want 6", len(got))
	}
	for c, r := range got {
		want := map[string]string{"E1": "met", "E2": "not met", "E3": "3", "E4": "unclear", "D1": "met", "D2": "2"}
		if fmt.Sprint(r) != fmt.Sprint(want) {
			t.Errorf("%s is stored as %v", c, r)
		}
	}
}

func TestASecondInstanceIsRefusedInOneSentence(t *testing.T) {
	t.Parallel()
	home, file := sealedVacancy(t)
	first := start(t, home, 80, 24, file)
	first.wait("Anna Nov")
	cmd := command(t, home, "import", file, "candidates.csv")
	out, err := cmd.CombinedOutput()
	if err == nil || cmd.ProcessState.ExitCode() != 1 {
		t.Errorf("a second writer was let in: %v\n%s", err, out)
	}
	if lines := strings.Split(strings.TrimSpace(string(out)), "\n"); len(lines) != 1 || !strings.Contains(lines[0], "harbours.shortlist") {
		t.Errorf("not one sentence: %q", out)
	}
	refused := start(t, home, 120, 24, file)
	refused.wait("open it read-only")
	if code := refused.end(); code != 1 {
		t.Errorf("exit code %d", code)
	}
	second := start(t, home, 120, 24, "--read-only", file)
	second.wait("read-only")
	second.wait("Anna Nov")
	second.leave()
	first.leave()
}

// TestTerminalIsLeftClean checks that the program leaves the alternate screen, also after a signal.
func TestTerminalIsLeftClean(t *testing.T) {
	t.Parallel()
	for _, how := range []string{"q", "\x03", "TERM", "HUP"} {
		t.Run(fmt.Sprintf("%q", how), func(t *testing.T) {
			t.Parallel()
			home, file := sealedVacancy(t)
			s := start(t, home, 80, 24, file)
			s.wait("Anna Nov")
			switch how {
			case "TERM":
				s.signal(syscall.SIGTERM)
			case "HUP":
				s.signal(syscall.SIGHUP)
			default:
				s.keys(how)
			}
			if code := s.end(); code != 0 {
				t.Errorf("exit code %d", code)
			}
			if x := strings.TrimSpace(s.text()); x != "" {
				t.Errorf("the screen is not given back:\n%s", x)
			}
		})
	}
}
