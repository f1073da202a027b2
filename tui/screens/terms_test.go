package screens

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"github.com/google/go-cmp/cmp"

	"shortlist/model"
	"shortlist/tui/kit"
)

func TestTermsOfACriterion(t *testing.T) {
	t.Parallel()
	for words, tc := range map[string]struct {
		line string
		want []string
	}{
		"have at least 3 years of experience in planning or running exercises": {"I planned six exercises; the planner of the exercise ran them for years.", []string{"planned", "exercises", "planner", "exercise"}},
		"have excellent drafting skills":                                       {"Drafted reports and has skills.", []string{"Drafted"}},
		"knowledge of crisis management":                                       {"Managed a crisis, manager of crises in MANAGEMENT.", []string{"Managed", "crisis", "manager", "MANAGEMENT"}},
		"expérience de la rédaction":                                           {"Rédactions, rédigées", []string{"Rédactions"}},
		"have the following":                                                   {"nothing of the following", nil},
		"":                                                                     {"anything", nil},
	} {
		got := termsOf(words).words(tc.line)
		if diff := cmp.Diff(tc.want, got); diff != "" {
			t.Errorf("%s in %q (-want +got):\n%s", words, tc.line, diff)
		}
	}
}

// Marking terms changes nothing of the words and nothing of their width.
func FuzzTermsKeepTheLine(f *testing.F) {
	f.Add("planning exercises", "I planned an exercise")
	f.Add("İstanbul ßtraße", "istanbul STRASSE ﬁne\xff")
	theme := kit.NewTheme(true)
	f.Fuzz(func(t *testing.T, words, line string) {
		line = kit.Clean(line)
		if got := ansi.Strip(termsOf(words).mark(theme, line)); got != ansi.Strip(line) {
			t.Errorf("%q became %q", line, got)
		}
	})
}

func TestTermsAreGoneThroughByKey(t *testing.T) {
	t.Parallel()
	d := newDesk(t, deskPeople()...).seal().open(anna, 120, 40, kit.Route{Screen: kit.Assessment, Candidate: 1, Criterion: 4})
	a := d.screen.(*assessment)
	if raw := d.screen.View(); !strings.Contains(raw, d.env.Theme.Strong.Underline(true).Render("stock")) {
		t.Errorf("the term is not marked:\n%q", raw)
	}
	seen := ""
	for range 9 {
		d.keys(">")
		if strings.HasPrefix(d.note(), "No word of E4 below") {
			break
		}
		if line := a.file.lines[a.file.at].text; len(a.terms.in(line)) == 0 || !a.inFile {
			t.Errorf("the cursor is on %q", line)
		}
		seen += d.note()
	}
	for _, want := range []string{"In this line: counted, stock", "goods, rail"} {
		if !strings.Contains(seen, want) {
			t.Errorf("%q is missing in %q", want, seen)
		}
	}
	at := a.file.at
	d.keys("<")
	if a.file.at >= at {
		t.Errorf("< does not go back")
	}
	d.keys("<", "<", "<", "<", "<", "<")
	if !strings.HasPrefix(d.note(), "No word of E4 above in this file.") {
		t.Errorf("at the top: %q", d.note())
	}
}

// The same passage quoted for two criteria is said at once, beside the evidence, and before handing in.
func TestEvidenceForTwoCriteriaIsFlagged(t *testing.T) {
	t.Parallel()
	d := newDesk(t, deskPeople()...).seal()
	quote := func(label, text string) {
		d.must(anna, model.AddEvidence{Candidate: 1, Criterion: d.criterion(label), Quote: text, Source: "Why I apply"})
	}
	d.rate(anna, 1, model.Met, "3")
	for _, label := range []string{"E1", "E3", "D1", "D2"} {
		d.must(anna, model.SetReason{Candidate: 1, Criterion: d.criterion(label), Text: "Shown in the file."})
	}
	quote("E4", "I moved goods by rail for three years.")
	d.open(anna, 160, 50, kit.Route{Screen: kit.Assessment, Candidate: 1, Criterion: 2})
	d.keys("s")
	q, ok := d.last().(kit.Ask)
	if !ok || !strings.Contains(q.Text, "Without reason or evidence: E2.") || strings.Contains(q.Text, "same passage") {
		t.Fatalf("asked %+v", d.last())
	}
	for a := d.screen.(*assessment); !strings.Contains(a.file.lines[a.file.at].text, "by rail"); {
		a.inFile = true
		d.keys("down")
	}
	d.keys("e")
	if !strings.Contains(d.note(), "Quoted for E2, and for E4 as well") {
		t.Errorf("quoting says %q", d.note())
	}
	d.carry(d.screen.Refresh(d.board))
	if !strings.Contains(d.view(), "Evidence (quoted for E4 as well): I moved goods") {
		t.Errorf("not said beside the evidence:\n%s", d.view())
	}
	d.keys("s")
	if q, ok = d.last().(kit.Ask); !ok || strings.Contains(q.Text, "Without") || !strings.Contains(q.Text, "quoted for E2 and E4") {
		t.Fatalf("asked %+v", d.last())
	}
	d.answer("Hand in")
	if d.board.Assessment(1, anna).State != model.Submitted {
		t.Error("it is not handed in")
	}
}
