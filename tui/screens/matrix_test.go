package screens

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"shortlist/model"
	"shortlist/tui/kit"
)

func TestMatrixScreen(t *testing.T) {
	t.Parallel()
	cases := map[string]struct {
		make func(t *testing.T) *desk
		keys []string
	}{
		"empty":             {func(t *testing.T) *desk { return newDesk(t) }, nil},
		"own ratings":       {func(t *testing.T) *desk { return newDesk(t, crowd(9)...).panelled() }, []string{"o", "right"}},
		"after the reveal":  {func(t *testing.T) *desk { return newDesk(t, crowd(9)...).panelled().reveal() }, []string{"o", "o", "right", "right", "right"}},
		"explaining a gate": {func(t *testing.T) *desk { return newDesk(t, crowd(9)...).panelled().reveal() }, slices.Repeat([]string{"right"}, 8)},
		"crowded":           {func(t *testing.T) *desk { return newDesk(t, crowd(300)...).seal() }, []string{"G"}},
	}
	for name, tc := range cases {
		for size, s := range sizes {
			t.Run(name+"/"+size, func(t *testing.T) {
				t.Parallel()
				tc.make(t).open(anna, s.w, s.h, kit.Route{Screen: kit.Matrix}).keys(tc.keys...).golden(s.w, s.h)
			})
		}
	}
}

func TestMatrixOpensTheCandidateAtTheCriterion(t *testing.T) {
	t.Parallel()
	d := newDesk(t, crowd(6)...).panelled().open(anna, 120, 37, kit.Route{Screen: kit.Matrix}).keys("right", "right", "down", "enter")
	want := kit.Push{Route: kit.Route{Screen: kit.Assessment, Candidate: d.board.Order(anna)[1], Criterion: d.criterion("E3")}}
	if diff := cmp.Diff(kit.Effect(want), d.last()); diff != "" {
		t.Errorf("enter (-want +got):\n%s", diff)
	}
}

func TestMatrixInTheOrderOfTheRanking(t *testing.T) {
	t.Parallel()
	d := newDesk(t, crowd(9)...).panelled().reveal().open(bruno, 120, 37, kit.Route{Screen: kit.Matrix}).keys("o", "o")
	var want []model.CandidateID
	for _, r := range d.board.Ranking(bruno) {
		want = append(want, r.Candidate)
	}
	if diff := cmp.Diff(want, d.screen.(*matrix).list); diff != "" {
		t.Errorf("rows (-want +got):\n%s", diff)
	}
	if !strings.Contains(d.note(), "ranking") {
		t.Errorf("the key says %q", d.note())
	}
}
