package screens

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"shortlist/model"
	"shortlist/tui/kit"
)

// Independence: until the reveal no screen of a member changes by what others rate, and no word of theirs is on it.
func TestNoScreenShowsWhatOthersRatedBeforeTheReveal(t *testing.T) {
	t.Parallel()
	const secret = "bruno-wrote-this"
	alone := newDesk(t, crowd(6)...).seal()
	panel := newDesk(t, crowd(6)...).seal()
	for _, d := range []*desk{alone, panel} {
		d.must(anna, model.SetRating{Candidate: 1, Criterion: 1, Value: model.Met})
		d.must(anna, model.SetRating{Candidate: 2, Criterion: 1, Value: model.NotMet})
	}
	for c := range 6 {
		id := model.CandidateID(c + 1)
		panel.rate(bruno, id, model.Met, "4")
		for _, k := range panel.board.Criteria {
			panel.must(bruno, model.SetReason{Candidate: id, Criterion: k.ID, Text: secret})
			panel.must(bruno, model.AddEvidence{Candidate: id, Criterion: k.ID, Quote: secret, Source: secret})
		}
		panel.must(bruno, model.TickJobs{Candidate: id, Criterion: panel.criterion("E2"), Jobs: []int{0, 1}})
		panel.must(bruno, model.SubmitAssessment{Candidate: id})
	}
	walks := map[kit.Name][]string{
		kit.Candidates: {"down", "o", "down", "o", "o", "pgdown", "o", "o"},
		kit.Assessment: {"down", "down", "tab", "down", "tab", "]", "c", "down", "c", "[", "right", "G"},
		kit.Matrix:     {"down", "right", "right", "right", "right", "right", "right", "right", "right", "o", "o", "o"},
		kit.Ranking:    {"down", "down", "down", "G", "g"},
	}
	for _, me := range []model.MemberID{anna, carla, dirk, ""} {
		for name, keys := range walks {
			for i := range len(keys) + 1 {
				route := kit.Route{Screen: name}
				if name == kit.Assessment {
					route.Candidate = 1
				}
				want := alone.open(me, 120, 37, route).keys(keys[:i]...).view()
				got := panel.open(me, 120, 37, route).keys(keys[:i]...).view()
				if got != want {
					t.Fatalf("%s sees what Bruno did on %s after %v:\n%s\nalone it is\n%s", me, name, keys[:i], got, want)
				}
			}
		}
		h := panel.open(me, 120, 37, kit.Route{Screen: kit.History})
		for range 30 {
			v := ansi.Strip(h.screen.View())
			for _, line := range strings.Split(v, "\n") {
				if strings.Contains(line, secret) || strings.Contains(line, "Bruno Costa") && (strings.Contains(line, "rated") || strings.Contains(line, "E1")) {
					t.Fatalf("%s reads in the history: %q", me, line)
				}
			}
			h.keys("pgdown")
		}
	}
}

// Every key of these screens does something or says why it does not.
func TestEveryKeyAnswers(t *testing.T) {
	t.Parallel()
	for _, phase := range []func(d *desk){func(*desk) {}, func(d *desk) { d.seal() }, func(d *desk) { d.seal().reveal() }} {
		for _, name := range []kit.Name{kit.Candidates, kit.Assessment, kit.Matrix, kit.Ranking, kit.History} {
			for _, me := range []model.MemberID{anna, bruno, dirk, ""} {
				fresh := func() *desk {
					d := newDesk(t, crowd(3)...)
					phase(d)
					return d.open(me, 120, 37, kit.Route{Screen: name})
				}
				for _, b := range fresh().screen.Keys() {
					if b.Says == "" || b.Help().Key == "" || b.Help().Desc == "" {
						t.Errorf("%s: %v has no help", name, b.Binding.Keys())
					}
					d := fresh()
					d.asked = nil
					d.keys(b.Binding.Keys()[0])
					if b.Why == "" {
						continue
					}
					if n, ok := d.last().(kit.Note); !ok || n.Text != b.Why {
						t.Errorf("%s: %s does nothing because %q, and pressing it tells %+v", name, b.Help().Key, b.Why, d.last())
					}
				}
			}
		}
	}
}
