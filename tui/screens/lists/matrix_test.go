package lists

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"shortlist/model"
	"shortlist/tui/kit"
	"shortlist/tui/tuitest"
)

func TestMatrixScreen(t *testing.T) {
	t.Parallel()
	cases := map[string]struct {
		make func(t *testing.T) *tuitest.Desk
		keys []string
	}{
		"empty":             {func(t *testing.T) *tuitest.Desk { return newDesk(t) }, nil},
		"own ratings":       {func(t *testing.T) *tuitest.Desk { return newDesk(t, tuitest.Crowd(9)...).Panelled() }, []string{"o", "right"}},
		"after the reveal":  {func(t *testing.T) *tuitest.Desk { return newDesk(t, tuitest.Crowd(9)...).Panelled().Reveal() }, []string{"o", "o", "right", "right", "right"}},
		"explaining a gate": {func(t *testing.T) *tuitest.Desk { return newDesk(t, tuitest.Crowd(9)...).Panelled().Reveal() }, slices.Repeat([]string{"right"}, 8)},
		"crowded":           {func(t *testing.T) *tuitest.Desk { return newDesk(t, tuitest.Crowd(300)...).Seal() }, []string{"G"}},
	}
	for name, tc := range cases {
		for size, s := range tuitest.Sizes {
			t.Run(name+"/"+size, func(t *testing.T) {
				t.Parallel()
				tc.make(t).Open(tuitest.Anna, s.W, s.H, kit.Route{Screen: kit.Matrix}).Keys(tc.keys...).Golden(s.W, s.H)
			})
		}
	}
}

func TestMatrixOpensTheCandidateAtTheCriterion(t *testing.T) {
	t.Parallel()
	d := newDesk(t, tuitest.Crowd(6)...).Panelled().Open(tuitest.Anna, 120, 37, kit.Route{Screen: kit.Matrix}).Keys("right", "right", "down", "enter")
	want := kit.Push{Route: kit.Route{Screen: kit.Assessment, Candidate: d.Board.As(tuitest.Anna).Order()[1], Criterion: d.CriterionID("E3")}}
	if diff := cmp.Diff(kit.Effect(want), d.Last()); diff != "" {
		t.Errorf("enter (-want +got):\n%s", diff)
	}
}

func TestMatrixInTheOrderOfTheRanking(t *testing.T) {
	t.Parallel()
	d := newDesk(t, tuitest.Crowd(9)...).Panelled().Reveal().Open(tuitest.Bruno, 120, 37, kit.Route{Screen: kit.Matrix}).Keys("o", "o")
	var want []model.CandidateID
	for _, r := range d.Board.As(tuitest.Bruno).Ranking() {
		want = append(want, r.Candidate)
	}
	if diff := cmp.Diff(want, d.Screen.(*matrix).List); diff != "" {
		t.Errorf("rows (-want +got):\n%s", diff)
	}
	if !strings.Contains(d.Note(), "ranking") {
		t.Errorf("the key says %q", d.Note())
	}
}

func TestTheMatrixShowsPointsOfEveryScale(t *testing.T) {
	t.Parallel()
	for _, s := range tuitest.Scales() {
		d := newDesk(t, tuitest.People()...)
		d.Must(tuitest.Anna, model.ScaleCriterion{Criterion: d.CriterionID("D1"), Scale: s})
		d.Seal()
		high := s.Values()[len(s.Values())-1]
		d.Must(tuitest.Anna, model.SetRating{Candidate: 1, Criterion: d.CriterionID("D1"), Value: high})
		d.Open(tuitest.Anna, 200, 57, kit.Route{Screen: kit.Matrix})
		least, most := s.Bounds()
		wants := []string{string(high), fmt.Sprintf("%d–%d points", least, most)}
		if !s.Numbered() {
			wants = []string{"u", "0–4 points"} // the last of the named values is unclear
		}
		for _, want := range wants {
			if !strings.Contains(d.View(), want) && !strings.Contains(d.View(), strings.Replace(want, " points", ", ", 1)) {
				t.Errorf("%s: %q is not in the matrix:\n%s", s.Words(), want, d.View())
			}
		}
	}
}
