package store_test

// This file sets the clock of one laptop wrong. The order of events must not depend on clocks.

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"time"

	"shortlist/model"
	"shortlist/store/storetest"
)

// world is a panel of two, each on a copy of the same file, so that two worlds can be compared byte by byte.
func (p *panel) world(t *testing.T) (chair, member *laptop) {
	t.Helper()
	c, m := *p.chair, *p.members[0]
	c.Desk, m.Desk = storetest.Sit(t, copyOf(t, p.chair.File.Path())), storetest.Sit(t, copyOf(t, p.members[0].File.Path()))
	return &c, &m
}

// TestAClockAYearBackChangesNothing lets chair and member work in turns, once with the member's clock right and once a
// year back. It compares the whole report of the chair before and after the reveal: only the times shown for the
// member's work, and the hash of their entries, may differ. R28.
func TestAClockAYearBackChangesNothing(t *testing.T) {
	t.Parallel()
	p := seat(t, 1, 2)
	must(t, p.chair.File.Close())
	must(t, p.members[0].File.Close())
	const year = 365 * 24 * time.Hour
	var reports [2][]any
	for i, back := range []time.Duration{0, year} {
		chair, otto := p.world(t)
		otto.SetClock(time.Date(2025, 4, 1, 9, 0, 0, 0, time.UTC).Add(-back))
		give := func(from, to *laptop, members ...model.MemberID) {
			t.Helper()
			_, err := to.merge(from.send(members...))
			must(t, err)
		}
		keep := func() {
			for _, viewer := range []model.MemberID{"M1", "M2"} {
				var x any
				must(t, json.Unmarshal(report(t, chair.File, viewer), &x))
				reports[i] = append(reports[i], x)
			}
		}
		chair.rate(1, model.Met)
		otto.rate(1, model.Met)
		give(otto, chair)
		chair.Do("M1", model.ReturnAssessment{Candidate: 1, Member: "M2", Reason: "Look again."})
		chair.Do("M1", model.ReopenRules{Reason: "A word is missing."})
		k := chair.Board.Criteria[1]
		chair.Do("M1", model.EditCriterion{Criterion: k.ID, Text: "a steady right hand", Requirement: k.Requirement, Lines: k.Lines})
		chair.Do("M1", model.SealRules{})
		keep()
		give(chair, otto, "M2")
		otto.rate(1, model.NotMet) // by the wrong clock this came before everything else
		otto.Do("M2", model.DeclareConflict{Candidate: 2, Interest: model.Recused})
		give(otto, chair)
		keep()
		chair.Do("M1", model.RevealRatings{Reason: "Enough."})
		keep()
		give(chair, otto, "M2")
		if a := otto.Board.As("M2").Own(1); a.Rating(1).Value != model.NotMet || a.State != model.Submitted {
			t.Errorf("%s back: the last word of the member is %s", back, a.Rating(1).Value)
		}
	}
	shifted := 0
	for i := range reports[0] {
		differ(reports[0][i], reports[1][i], "", func(path string, x, y any) {
			if strings.HasPrefix(path, ".history.heads.") && strings.HasSuffix(path, ".M2") {
				return
			}
			a, aerr := time.Parse(time.RFC3339, fmt.Sprint(x))
			b, berr := time.Parse(time.RFC3339, fmt.Sprint(y))
			if aerr != nil || berr != nil || a.Sub(b) != year || !strings.HasSuffix(path, ".at") {
				t.Errorf("report %d: %s is %v, with the clock a year back %v", i, path, x, y)
			}
			shifted++
		})
	}
	if shifted == 0 {
		t.Error("no time was shown that the clock could have moved")
	}
}

// differ reports every place where two documents differ.
func differ(x, y any, path string, tell func(path string, x, y any)) {
	switch a := x.(type) {
	case map[string]any:
		b, ok := y.(map[string]any)
		if !ok || len(a) != len(b) {
			tell(path, x, y)
			return
		}
		for k := range a {
			differ(a[k], b[k], path+"."+k, tell)
		}
	case []any:
		b, ok := y.([]any)
		if !ok || len(a) != len(b) {
			tell(path, x, y)
			return
		}
		for i := range a {
			differ(a[i], b[i], fmt.Sprintf("%s[%d]", path, i), tell)
		}
	default:
		if x != y {
			tell(path, x, y)
		}
	}
}
