package screens

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"shortlist/model"
	"shortlist/tui/kit"
)

func TestMeetingScreen(t *testing.T) {
	t.Parallel()
	at := func(d *desk, label string) kit.Route {
		return kit.Route{Screen: kit.Meeting, Candidate: 1, Criterion: d.criterion(label)}
	}
	cases := map[string]struct {
		make  func(t *testing.T) *desk
		label string
		keys  []string
	}{
		"before the reveal": {func(t *testing.T) *desk { return newDesk(t, crowd(5)...).panelled() }, "", nil},
		"in short":          {func(t *testing.T) *desk { return disputed(t) }, "", nil},
		"one criterion":     {func(t *testing.T) *desk { return disputed(t) }, "E1", nil},
		"names hidden":      {func(t *testing.T) *desk { return disputed(t) }, "E1", []string{"N"}},
		"decided": {func(t *testing.T) *desk {
			d := disputed(t)
			d.must(anna, model.MakeDecision{Candidate: 1, Outcome: model.NotShortlisted, Reason: "The degree is not a related one."})
			return d
		}, "", nil},
	}
	for name, tc := range cases {
		for size, s := range sizes {
			t.Run(name+"/"+size, func(t *testing.T) {
				t.Parallel()
				d := tc.make(t)
				r := kit.Route{Screen: kit.Meeting}
				if tc.label != "" {
					r = at(d, tc.label)
				} else if name == "decided" {
					r.Candidate = 1
				}
				d.open(anna, s.w, s.h, r).keys(tc.keys...).golden(s.w, s.h)
			})
		}
	}
}

func TestTheAgendaTakesOpenCasesFirstAndKeepsItsOrder(t *testing.T) {
	t.Parallel()
	d := disputed(t).open(anna, 120, 37, kit.Route{Screen: kit.Meeting})
	m := d.screen.(*meeting)
	want := append([]model.CandidateID{}, m.order...)
	open := 0 // those with something to settle come first
	for _, c := range want {
		m.at = c
		if len(m.items()) > 0 {
			open++
		}
	}
	for _, c := range want[open:] {
		if m.at = c; len(m.items()) > 0 {
			t.Errorf("%s is open and comes after one that is not: %v", c, want)
		}
	}
	m.show(0)
	d.keys("c")
	for range 6 {
		d.keys("y")
		if _, ok := d.last().(kit.Prompt); ok {
			d.write("Read together.")
		}
	}
	if diff := cmp.Diff(want, m.order); diff != "" {
		t.Errorf("settling moved the agenda:\n%s", diff)
	}
}

func TestR21TheChairSettlesAndDecidesInTheMeeting(t *testing.T) {
	t.Parallel()
	d := disputed(t)
	k := d.criterion("E1")
	d.open(anna, 80, 21, kit.Route{Screen: kit.Meeting, Candidate: 1, Criterion: k}).keys("n").write("The degree is not a related one.")
	if g, ok := d.board.AgreedRating(1, k); !ok || g.Value != model.NotMet {
		t.Fatalf("agreed %+v", g)
	}
	d.keys("D")
	q, ok := d.last().(kit.Choose)
	if !ok || !strings.Contains(q.Title, "C001") {
		t.Fatalf("asked %+v", d.last())
	}
	d.answer("not shortlisted").write("An essential is not met.")
	if got := d.board.Decision(1).Outcome; got != model.NotShortlisted {
		t.Errorf("C001 is %q", got)
	}
	d.open(bruno, 80, 21, kit.Route{Screen: kit.Meeting, Candidate: 2}).keys("D")
	if !strings.Contains(d.note(), "Only the chair") {
		t.Errorf("a member hears %q", d.note())
	}
}

// R11, R15: no screen of the meeting holds anything before the reveal, whatever others did, for anybody.
func TestR11NoMeetingScreenShowsWhatOthersRatedBeforeTheReveal(t *testing.T) {
	t.Parallel()
	alone, panel := newDesk(t, crowd(4)...).declaring(false), newDesk(t, crowd(4)...).declaring(false)
	for _, d := range []*desk{alone, panel} {
		for _, m := range []model.MemberID{anna, carla} {
			d.must(m, model.DeclareRest{})
		}
	}
	panel.must(bruno, model.DeclareConflict{Candidate: 4, Interest: model.Recused})
	panel.must(bruno, model.DeclareRest{})
	for c := model.CandidateID(1); c < 4; c++ {
		panel.rate(bruno, c, model.NotMet, "0")
		panel.must(bruno, model.SubmitAssessment{Candidate: c})
	}
	for _, me := range []model.MemberID{carla, dirk, anna} {
		for name, keys := range map[kit.Name][]string{
			kit.Moderation: {"down", "N", "G"},
			kit.Meeting:    {"]", "c", "down", "N"},
			kit.Interests:  {"down", "down", "down"},
		} {
			want := alone.open(me, 120, 37, kit.Route{Screen: name}).keys(keys...).view()
			got := panel.open(me, 120, 37, kit.Route{Screen: name}).keys(keys...).view()
			if got != want {
				t.Errorf("%s sees on %s what Bruno did:\n%s\nalone it is\n%s", me, name, got, want)
			}
		}
	}
}

// Every key of these screens has help, and does something or says why it does not.
func TestEveryKeyOfTheMeetingAnswers(t *testing.T) {
	t.Parallel()
	desks := []func(t *testing.T) *desk{
		func(t *testing.T) *desk { return newDesk(t) },
		func(t *testing.T) *desk { return newDesk(t, crowd(3)...).declaring(false) },
		func(t *testing.T) *desk { return disputed(t) },
	}
	for _, make := range desks {
		for _, name := range []kit.Name{kit.Moderation, kit.Meeting, kit.Interests} {
			for _, me := range []model.MemberID{anna, bruno, dirk, ""} {
				for _, b := range make(t).open(me, 120, 37, kit.Route{Screen: name}).screen.Keys() {
					if b.Says == "" || b.Help().Key == "" || b.Help().Desc == "" {
						t.Errorf("%s: %v has no help", name, b.Binding.Keys())
					}
					if b.Why == "" {
						continue
					}
					d := make(t).open(me, 120, 37, kit.Route{Screen: name}).keys(b.Binding.Keys()[0])
					if n, ok := d.last().(kit.Note); !ok || n.Text == "" {
						t.Errorf("%s: %s does nothing because %q, and pressing it tells %+v", name, b.Help().Key, b.Why, d.last())
					}
				}
			}
		}
	}
}

func TestNamesStayHiddenBetweenTheQueueAndTheRoom(t *testing.T) {
	t.Parallel()
	for from, way := range map[kit.Name]struct {
		key string
		to  kit.Name
	}{kit.Moderation: {"V", kit.Meeting}, kit.Meeting: {"Q", kit.Moderation}} {
		d := disputed(t)
		r := kit.Route{Screen: from, Candidate: 1, Criterion: d.criterion("E1")}
		if d.open(anna, 120, 37, r).keys(way.key); d.last().(kit.Push).Route.Path != "" {
			t.Errorf("%s hides names that were shown", from)
		}
		push, ok := d.keys("N", way.key).last().(kit.Push)
		if !ok || push.Route.Screen != way.to {
			t.Fatalf("%s went to %+v", from, d.last())
		}
		if v := d.open(anna, 120, 37, push.Route).view(); strings.Contains(v, "Bruno Costa") || strings.Contains(v, "Carla Duval") {
			t.Errorf("names hidden on %s are shown on %s:\n%s", from, way.to, v)
		}
	}
}

func TestAWithdrawnCaseDoesNotSayThatAllAgree(t *testing.T) {
	t.Parallel()
	d := disputed(t)
	d.must(anna, model.MakeDecision{Candidate: 1, Outcome: model.Withdrawn, Reason: "Wrote so."})
	v := d.open(anna, 120, 37, kit.Route{Screen: kit.Meeting, Candidate: 1, Criterion: d.criterion("E1")}).view()
	if !strings.Contains(v, "Withdrawn: there is nothing to settle.") || strings.Contains(v, "All agree") {
		t.Errorf("of a case that was withdrawn:\n%s", v)
	}
}
