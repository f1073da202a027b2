package lists

// This file holds the tests of findings on screen.

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"shortlist/model"
	"shortlist/model/requirement"
	"shortlist/tui/kit"
	"shortlist/tui/screens/part"
	"shortlist/tui/tuitest"
)

// A condition that is not met stands in the list. It hides nobody and changes no order.
func TestEligibilityIsListedAndDecidesNothing(t *testing.T) {
	t.Parallel()
	d := newDesk(t, tuitest.Crowd(6)...).WithConditions(tuitest.NationalityCondition("BEL")).Seal().Open(tuitest.Anna, 120, 30, kit.Route{Screen: kit.Candidates})
	if diff := cmp.Diff(d.Board.As(tuitest.Anna).Order(), listed(d)); diff != "" {
		t.Errorf("the order changed (-want +got):\n%s", diff)
	}
	if n := strings.Count(d.View(), "G1 ✗"); n != 2 {
		t.Errorf("%d of 2 noted:\n%s", n, d.View())
	}
}

func TestFilterByFinding(t *testing.T) {
	t.Parallel()
	// 12 files by turns: the plain one, one with a job in question, an empty one.
	for typed, want := range map[string]int{
		"E3:met": 4, "e3 ✓": 4, "E3:m": 4, "e3:yes": 4, "E2:◐": 4, "E2 to judge": 4, "e2:to-judge": 4, "e2:o": 4, "E2 not stated": 4, "e2:not-stated": 4, "e2:not-s": 4, "e2:not": 4, "e2:unknown": 4, "E2:✗": 4, "E2 not met": 4, "d2 met": 4,
		"d2:met": 4, "e6:met": 0, "E2:borderline": 0, "G1:x": 4, "g1 not met": 4, "g1:no": 4, "g1:not-met marchand": 1, "g1:no zoltan": 1, "E3:✓ G1:✓": 4, "G1:✓ G1:✗": 0,
		"E2:": 12, "E9:met": 0, "E3:foo": 0, "c002": 1, "E3": 0,
	} {
		t.Run(typed, func(t *testing.T) {
			t.Parallel()
			d := newDesk(t, tuitest.Crowd(12)...).WithConditions(tuitest.NationalityCondition("BEL", "FRA")).Seal().Open(tuitest.Anna, 100, 30, kit.Route{Screen: kit.Candidates})
			d.Keys("/").Typed(typed)
			if got := len(listed(d)); got != want {
				t.Errorf("%d listed, want %d:\n%s", got, want, d.View())
			}
		})
	}
}

func TestAFilterThatFindsNobodySaysWhy(t *testing.T) {
	t.Parallel()
	for typed, want := range map[string]string{
		"E2:~":     "The program finds “borderline E2” for no candidate. A finding is a proposal, not a rating. esc shows all again.",
		"E3:foo":   "Type a finding after E3: ✓ or met, ✗ or not met, ~ or borderline, ◐ or to judge, not stated.",
		"E3:✓ xxx": "The program finds “met E3” for no candidate with these words.",
		"xxx":      "No candidate has these words.",
	} {
		d := newDesk(t, tuitest.Crowd(3)...).Seal().Open(tuitest.Anna, 160, 30, kit.Route{Screen: kit.Candidates}).Keys("/").Typed(typed)
		if !strings.Contains(strings.Join(strings.Fields(d.View()), " "), want) {
			t.Errorf("%s:\n%s\nwant %s", typed, d.View(), want)
		}
	}
}

func TestFindingsAreCounted(t *testing.T) {
	t.Parallel()
	d := newDesk(t, tuitest.Crowd(2500)...).WithConditions(tuitest.NationalityCondition("BEL", "FRA")).Seal()
	d.Must(tuitest.Anna, model.DeclareConflict{Candidate: 1, Interest: model.Recused})
	d.Open(tuitest.Anna, 100, 20, kit.Route{Screen: kit.Candidates}).Keys("F")
	lines := strings.Join(strings.Fields(d.View()), " ")
	for _, want := range []string{"What the program finds for 2499 candidates", "E3 Language level", "G1 Nationals of the nations named only. 833 833 0 0 833"} {
		if !strings.Contains(lines, want) {
			t.Errorf("%q is not shown:\n%s", want, d.View())
		}
	}
	d.Keys("end", "right", "enter")
	if got := len(listed(d)); got != 833 || !strings.Contains(d.View(), "G1:✗") {
		t.Errorf("enter lists %d:\n%s", got, d.View())
	}
	d.Screen.(kit.Backed).Back()
	d.Keys("F")
	if d.Screen.(kit.Backed).Back(); len(listed(d)) != 2500 || strings.Contains(d.View(), "proposal") {
		t.Errorf("esc does not go back to the whole list")
	}
}

// Whose file must not be read is not worked out, and what the rules or the ticks no longer say is worked out anew.
func TestFindingsFollowTheBoard(t *testing.T) {
	t.Parallel()
	d := newDesk(t, tuitest.Crowd(40)...).Seal()
	d.Must(tuitest.Anna, model.DeclareConflict{Candidate: 4, Interest: model.Recused})
	d.Open(tuitest.Anna, 100, 12, kit.Route{Screen: kit.Candidates})
	c := d.Screen.(*candidates)
	if c.findings.Of(4) != nil || c.findings.Known != 39 || !c.findings.Complete() {
		t.Fatalf("%d known", c.findings.Known)
	}
	e2 := func(id model.CandidateID) requirement.Verdict { return part.FindingSigns[c.findings.Of(id)[1]] }
	far := listed(d)[39]
	for far%3 != 1 || far == 4 {
		far--
	}
	if e2(far) != requirement.ToJudge {
		t.Fatalf("%s before ticking", e2(far))
	}
	d.Must(tuitest.Anna, model.TickJobs{Candidate: far, Criterion: d.CriterionID("E2"), Jobs: []int{0}})
	d.Carry(d.Screen.Refresh(d.Board.As(d.Env.Me)))
	if e2(far) != requirement.Met || c.findings.Known != 39 {
		t.Errorf("%s after ticking three full years", e2(far))
	}
	total := 0
	for _, tally := range c.findings.Tallies {
		total += tally.Total()
	}
	if want := 39 * c.findings.Width; total != want {
		t.Errorf("%d counted, want %d", total, want)
	}
	d.Must(tuitest.Anna, model.ReopenRules{Reason: "A slip."})
	k := d.Board.Criteria[1]
	k.Requirement.Months = 36 * 12
	d.Must(tuitest.Anna, model.EditCriterion{Criterion: k.ID, Text: k.Text, Requirement: k.Requirement})
	d.Carry(d.Screen.Refresh(d.Board.As(d.Env.Me)))
	if e2(far) != requirement.NotMet {
		t.Errorf("%s under other rules", e2(far))
	}
}

func TestFindingsOnScreen(t *testing.T) {
	t.Parallel()
	for name, keys := range map[string]string{"the list": "", "counted": "F", "one kind": "/E3:✓"} {
		for size, s := range tuitest.Sizes {
			t.Run(name+"/"+size, func(t *testing.T) {
				t.Parallel()
				d := newDesk(t, tuitest.Crowd(12)...).WithConditions(tuitest.NationalityCondition("BEL", "FRA")).Seal().Open(tuitest.Anna, s.W, s.H, kit.Route{Screen: kit.Candidates})
				d.Typed(keys).Golden(s.W, s.H)
			})
		}
	}
}
