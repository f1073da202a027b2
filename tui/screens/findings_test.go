package screens

import (
	"context"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"shortlist/model"
	"shortlist/model/requirement"
	"shortlist/tui/kit"
)

// This file holds the tests of findings on screen.

func nationality(nations ...string) model.Eligibility {
	return model.Eligibility{
		ID: "G1", Kind: model.EligibilityNationality, Text: "Nationals of the nations named only.",
		Requirement: requirement.Requirement{Kind: requirement.KindNationality, Nations: nations},
	}
}

// A condition that is not met stands in the list and in the file. It hides nobody and changes no order.
func TestEligibilityIsShownAndDecidesNothing(t *testing.T) {
	t.Parallel()
	d := newDesk(t, crowd(6)...).withConditions(nationality("BEL"),
		model.Eligibility{ID: "G2", Kind: model.EligibilityDocument, Text: "Candidates enclose a CV.", Requirement: requirement.Requirement{Kind: requirement.KindOther}},
	).seal().open(anna, 120, 30, kit.Route{Screen: kit.Candidates})
	if diff := cmp.Diff(d.board.Order(anna), listed(d)); diff != "" {
		t.Errorf("the order changed (-want +got):\n%s", diff)
	}
	if n := strings.Count(d.view(), "G1 ✗"); n != 2 {
		t.Errorf("%d of 2 noted:\n%s", n, d.view())
	}
	d.open(anna, 120, 40, kit.Route{Screen: kit.Assessment, Candidate: 2})
	for _, want := range []string{"C002", "G1 ✗", "ELIGIBILITY, OUTSIDE THE CRITERIA", "✗ G1 not met: Hungary is not on the list of the posting.", "? G2 cannot tell:"} {
		if !strings.Contains(d.view(), want) {
			t.Errorf("%q is not shown:\n%s", want, d.view())
		}
	}
	d.keys("y")
	if got := d.rating(anna, 2, "E1").Value; got != model.Met {
		t.Errorf("the candidate cannot be rated: %q", got)
	}
	d.open(anna, 120, 40, kit.Route{Screen: kit.Assessment, Candidate: 1})
	for _, want := range []string{"✓ G1 met: Belgium is on the list of the posting.", "✓ G2 met: The file holds a curriculum vitae (“cv.txt”)."} {
		if !strings.Contains(d.view(), want) {
			t.Errorf("%q is not shown:\n%s", want, d.view())
		}
	}
}

func TestFilterByFinding(t *testing.T) {
	t.Parallel()
	// 12 files by turns: the plain one, one with a job in question, an empty one.
	for typed, want := range map[string]int{
		"E3:met": 4, "e3 ✓": 4, "E3:m": 4, "e3:yes": 4, "E2:?": 8, "E2 cannot tell": 8, "e2:cannot": 8, "E2:✗": 4, "E2 not met": 4, "d2 met": 4,
		"d2:met": 4, "e6:met": 0, "E2:borderline": 0, "G1:x": 4, "g1 not met": 4, "g1:no": 4, "g1:not-met marchand": 1, "g1:no zoltan": 1, "E3:✓ G1:✓": 4, "G1:✓ G1:✗": 0,
		"E2:": 12, "E9:met": 0, "E3:foo": 0, "c002": 1, "E3": 0,
	} {
		t.Run(typed, func(t *testing.T) {
			t.Parallel()
			d := newDesk(t, crowd(12)...).withConditions(nationality("BEL", "FRA")).seal().open(anna, 100, 30, kit.Route{Screen: kit.Candidates})
			d.keys("/").typed(typed)
			if got := len(listed(d)); got != want {
				t.Errorf("%d listed, want %d:\n%s", got, want, d.view())
			}
		})
	}
}

func TestAFilterThatFindsNobodySaysWhy(t *testing.T) {
	t.Parallel()
	for typed, want := range map[string]string{
		"E2:~":     "The program finds “borderline E2” for no candidate. A finding is a proposal, not a rating. esc shows all again.",
		"E3:foo":   "Type a finding after E3: ✓ or met, ✗ or not met, ~ or borderline, ? or cannot tell.",
		"E3:✓ xxx": "The program finds “met E3” for no candidate with these words.",
		"xxx":      "No candidate has these words.",
	} {
		d := newDesk(t, crowd(3)...).seal().open(anna, 160, 30, kit.Route{Screen: kit.Candidates}).keys("/").typed(typed)
		if !strings.Contains(strings.Join(strings.Fields(d.view()), " "), want) {
			t.Errorf("%s:\n%s\nwant %s", typed, d.view(), want)
		}
	}
}

func TestFindingsAreCounted(t *testing.T) {
	t.Parallel()
	d := newDesk(t, crowd(2500)...).withConditions(nationality("BEL", "FRA")).seal()
	d.must(anna, model.DeclareConflict{Candidate: 1, Interest: model.Recused})
	d.open(anna, 100, 20, kit.Route{Screen: kit.Candidates}).keys("F")
	lines := strings.Join(strings.Fields(d.view()), " ")
	for _, want := range []string{"What the program finds for 2499 candidates", "E3 Language level", "G1 Nationals of the nations named only. 833 833 0 833"} {
		if !strings.Contains(lines, want) {
			t.Errorf("%q is not shown:\n%s", want, d.view())
		}
	}
	d.keys("end", "right", "enter")
	if got := len(listed(d)); got != 833 || !strings.Contains(d.view(), "G1:✗") {
		t.Errorf("enter lists %d:\n%s", got, d.view())
	}
	d.screen.(kit.Backed).Back()
	d.keys("F")
	if d.screen.(kit.Backed).Back(); len(listed(d)) != 2500 || strings.Contains(d.view(), "proposal") {
		t.Errorf("esc does not go back to the whole list")
	}
}

// Whose file must not be read is not worked out, and what the rules or the ticks no longer say is worked out anew.
func TestFindingsFollowTheBoard(t *testing.T) {
	t.Parallel()
	d := newDesk(t, crowd(40)...).seal()
	d.must(anna, model.DeclareConflict{Candidate: 4, Interest: model.Recused})
	d.open(anna, 100, 12, kit.Route{Screen: kit.Candidates})
	c := d.screen.(*candidates)
	if c.findings.of(4) != nil || c.findings.known != 39 || !c.findings.whole() {
		t.Fatalf("%d known", c.findings.known)
	}
	e2 := func(id model.CandidateID) requirement.Verdict { return findingSigns[c.findings.of(id)[1]] }
	far := listed(d)[39]
	for far%3 != 1 || far == 4 {
		far--
	}
	if e2(far) != requirement.CannotTell {
		t.Fatalf("%s before ticking", e2(far))
	}
	d.must(anna, model.TickJobs{Candidate: far, Criterion: d.criterion("E2"), Jobs: []int{0}})
	d.carry(d.screen.Refresh(d.board))
	if e2(far) != requirement.Met || c.findings.known != 39 {
		t.Errorf("%s after ticking three full years", e2(far))
	}
	total := 0
	for _, tally := range c.findings.tallies {
		total += tally.Total()
	}
	if want := 39 * c.findings.width; total != want {
		t.Errorf("%d counted, want %d", total, want)
	}
	d.must(anna, model.ReopenRules{Reason: "A slip."})
	k := d.board.Criteria[1]
	k.Requirement.Months = 36 * 12
	d.must(anna, model.EditCriterion{Criterion: k.ID, Text: k.Text, Requirement: k.Requirement})
	d.carry(d.screen.Refresh(d.board))
	if e2(far) != requirement.NotMet {
		t.Errorf("%s under other rules", e2(far))
	}
}

// The rate at which the findings of all candidates are worked out, and what they keep.
func BenchmarkFindingsOfAll(b *testing.B) {
	const n = 100_000
	d := newDesk(b, crowd(n)...).withConditions(nationality("BEL", "FRA")).seal()
	var v verdicts
	b.ReportAllocs()
	for b.Loop() {
		v = verdicts{}
		v.refresh(d.board, anna)
		for !v.whole() {
			v.awaited = true
			for _, e := range v.fill(d.file, d.board, anna) {
				r := e.(kit.Run)
				value, err := r.Work(context.Background(), nil)
				v.take(kit.Done{Key: r.Key, Value: value, Err: err})
			}
		}
	}
	b.ReportMetric(float64(n)*float64(b.N)/b.Elapsed().Seconds(), "candidates/s")
	b.ReportMetric(float64(len(v.signs)+2*len(v.months))/n, "bytes-kept/candidate")
}

func TestFindingsOnScreen(t *testing.T) {
	t.Parallel()
	for name, keys := range map[string]string{"the list": "", "counted": "F", "one kind": "/E3:✓"} {
		for size, s := range sizes {
			t.Run(name+"/"+size, func(t *testing.T) {
				t.Parallel()
				d := newDesk(t, crowd(12)...).withConditions(nationality("BEL", "FRA")).seal().open(anna, s.w, s.h, kit.Route{Screen: kit.Candidates})
				d.typed(keys).golden(s.w, s.h)
			})
		}
	}
}
