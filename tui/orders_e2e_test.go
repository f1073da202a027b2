package tui_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"shortlist/model"
)

// This file plays a panel of four with the built program, every laptop with a home folder of its own: three members'
// bundles in all six orders, each twice, come to the same report to the last byte; then the reveal and the proof.

// judge makes the steps of a member who rates every candidate, but recuses themself from one of them where recused is not 0.
func judge(me model.MemberID, v model.Value, candidates int, recused model.CandidateID) (out []step) {
	for c := model.CandidateID(1); int(c) <= candidates; c++ {
		if c == recused {
			out = append(out, step{me, model.DeclareConflict{Candidate: c, Interest: model.Recused}})
			continue
		}
		out = append(out,
			step{me, model.DeclareConflict{Candidate: c, Interest: model.NoConflict}},
			step{me, model.SetRating{Candidate: c, Criterion: 1, Value: v}},
			step{me, model.SetReason{Candidate: c, Criterion: 1, Text: "Own words of " + string(me)}})
	}
	return out
}

func TestSixOrdersOfThreeBundlesComeToOneReport(t *testing.T) {
	t.Parallel()
	home, file := vacancy(t)
	at(t, home, "panel", file, "add", "--name", "Anna Novak", "--role", "chair")
	const candidates = 40
	var homes []string
	for _, name := range []string{"Ben Okafor", "Cleo Brandt", "Dag Lunde"} {
		h := t.TempDir()
		card, _, _ := strings.Cut(at(t, h, "card", "--name", name), "\n")
		at(t, home, "panel", file, "add", card)
		homes = append(homes, h)
	}
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	must(work(file, append([]step{{"M1", model.SealRules{}}}, judge("M1", model.Unclear, candidates, 0)...)))
	var bundles []string
	for i, h := range homes {
		me := fmt.Sprintf("M%d", i+2)
		at(t, home, "bundle", file, "-o", filepath.Join(h, "in.bundle"), "--to", me)
		mine := filepath.Join(h, "mine.shortlist")
		at(t, h, "merge", mine, filepath.Join(h, "in.bundle"))
		must(work(mine, judge(model.MemberID(me), []model.Value{model.Met, model.NotMet, model.Met}[i], candidates, []model.CandidateID{0, 7, 0}[i])))
		at(t, h, "bundle", mine, "-o", filepath.Join(h, "out.bundle"))
		bundles = append(bundles, filepath.Join(h, "out.bundle"))
		if x := at(t, h, "export", mine, "-f", "json", "--as", me); strings.Contains(x, "Own words of M1") || !strings.Contains(x, "Own words of "+me) {
			t.Errorf("R11: the report of %s", me)
		}
	}
	var first string
	for n, order := range [][]int{{0, 1, 2}, {0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}} {
		copied := filepath.Join(home, fmt.Sprintf("order %d.shortlist", n))
		b, err := os.ReadFile(file)
		must(err)
		must(os.WriteFile(copied, b, 0o600))
		for range 2 {
			for _, i := range order {
				at(t, home, "merge", copied, bundles[i])
			}
		}
		before := at(t, home, "export", copied, "-f", "json", "--as", "M1")
		if strings.Contains(before, "Own words of M2") {
			t.Error("R11: the chair's report before the reveal")
		}
		must(work(copied, []step{{"M1", model.RevealRatings{Reason: "The meeting is today."}}}))
		got := before + at(t, home, "export", copied, "-f", "json", "--as", "M1") + at(t, home, "export", copied, "-f", "csv", "--as", "M1")
		if first == "" {
			first = got
		}
		if got != first {
			t.Errorf("order %v comes to another report", order)
		}
		if v := at(t, home, "verify", copied); !strings.Contains(v, "is intact") || !strings.Contains(v, "of 4 laptops") {
			t.Error(v)
		}
	}
}
