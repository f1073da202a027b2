package settle

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"shortlist/model"
	"shortlist/tui/kit"
	"shortlist/tui/tuitest"
)

func TestMeetingScreen(t *testing.T) {
	t.Parallel()
	at := func(d *tuitest.Desk, label string) kit.Route {
		return kit.Route{Screen: kit.Meeting, Candidate: 1, Criterion: d.CriterionID(label)}
	}
	cases := map[string]struct {
		make  func(t *testing.T) *tuitest.Desk
		label string
		keys  []string
	}{
		"before the reveal": {func(t *testing.T) *tuitest.Desk { return newDesk(t, tuitest.Crowd(5)...).Panelled() }, "", nil},
		"in short":          {func(t *testing.T) *tuitest.Desk { return disputed(t) }, "", nil},
		"one criterion":     {func(t *testing.T) *tuitest.Desk { return disputed(t) }, "E1", nil},
		"names hidden":      {func(t *testing.T) *tuitest.Desk { return disputed(t) }, "E1", []string{"N"}},
		"decided": {func(t *testing.T) *tuitest.Desk {
			d := disputed(t)
			d.Must(tuitest.Anna, model.MakeDecision{Candidate: 1, Outcome: model.NotShortlisted, Reason: "The degree is not a related one."})
			return d
		}, "", nil},
	}
	for name, tc := range cases {
		for size, s := range tuitest.Sizes {
			t.Run(name+"/"+size, func(t *testing.T) {
				t.Parallel()
				d := tc.make(t)
				r := kit.Route{Screen: kit.Meeting}
				if tc.label != "" {
					r = at(d, tc.label)
				} else if name == "decided" {
					r.Candidate = 1
				}
				d.Open(tuitest.Anna, s.W, s.H, r).Keys(tc.keys...).Golden(s.W, s.H)
			})
		}
	}
}

func TestTheAgendaTakesOpenCasesFirstAndKeepsItsOrder(t *testing.T) {
	t.Parallel()
	d := disputed(t).Open(tuitest.Anna, 120, 37, kit.Route{Screen: kit.Meeting})
	m := d.Screen.(*meeting)
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
	d.Keys("c")
	for range 6 {
		d.Keys("y")
		if _, ok := d.Last().(kit.Prompt); ok {
			d.Write("Read together.")
		}
	}
	if diff := cmp.Diff(want, m.order); diff != "" {
		t.Errorf("settling moved the agenda:\n%s", diff)
	}
}

func TestTheChairSettlesAndDecidesInTheMeetingR21(t *testing.T) {
	t.Parallel()
	d := disputed(t)
	k := d.CriterionID("E1")
	d.Open(tuitest.Anna, 80, 21, kit.Route{Screen: kit.Meeting, Candidate: 1, Criterion: k}).Keys("n").Write("The degree is not a related one.")
	if g, ok := d.Board.As("M1").Settled(1, k); !ok || g.Value != model.NotMet {
		t.Fatalf("agreed %+v", g)
	}
	d.Keys("D")
	q, ok := d.Last().(kit.Choose)
	if !ok || !strings.Contains(q.Title, "C001") {
		t.Fatalf("asked %+v", d.Last())
	}
	d.Answer("not shortlisted").Write("An essential is not met.")
	if got := d.Board.Decision(1).Outcome; got != model.NotShortlisted {
		t.Errorf("C001 is %q", got)
	}
	d.Open(tuitest.Bruno, 80, 21, kit.Route{Screen: kit.Meeting, Candidate: 2}).Keys("D")
	if !strings.Contains(d.Note(), "Only the chair") {
		t.Errorf("a member hears %q", d.Note())
	}
}

// Every key of these screens has help, and does something or says why it does not.
func TestEveryKeyOfTheMeetingAnswers(t *testing.T) {
	t.Parallel()
	desks := []func(t *testing.T) *tuitest.Desk{
		func(t *testing.T) *tuitest.Desk { return newDesk(t) },
		func(t *testing.T) *tuitest.Desk { return newDesk(t, tuitest.Crowd(3)...).Declaring(false) },
		func(t *testing.T) *tuitest.Desk { return disputed(t) },
	}
	for _, make := range desks {
		for _, name := range []kit.Name{kit.Moderation, kit.Meeting} {
			for _, me := range []model.MemberID{tuitest.Anna, tuitest.Bruno, tuitest.Dirk, ""} {
				for _, b := range make(t).Open(me, 120, 37, kit.Route{Screen: name}).Screen.Keys() {
					if b.Says == "" || b.Help().Key == "" || b.Help().Desc == "" {
						t.Errorf("%s: %v has no help", name, b.Binding.Keys())
					}
					if b.Why == "" {
						continue
					}
					d := make(t).Open(me, 120, 37, kit.Route{Screen: name}).Keys(b.Binding.Keys()[0])
					if n, ok := d.Last().(kit.Note); !ok || n.Text == "" {
						t.Errorf("%s: %s does nothing because %q, and pressing it tells %+v", name, b.Help().Key, b.Why, d.Last())
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
		r := kit.Route{Screen: from, Candidate: 1, Criterion: d.CriterionID("E1")}
		if d.Open(tuitest.Anna, 120, 37, r).Keys(way.key); d.Last().(kit.Push).Route.Path != "" {
			t.Errorf("%s hides names that were shown", from)
		}
		push, ok := d.Keys("N", way.key).Last().(kit.Push)
		if !ok || push.Route.Screen != way.to {
			t.Fatalf("%s went to %+v", from, d.Last())
		}
		if v := d.Open(tuitest.Anna, 120, 37, push.Route).View(); strings.Contains(v, "Bruno Costa") || strings.Contains(v, "Carla Duval") {
			t.Errorf("names hidden on %s are shown on %s:\n%s", from, way.to, v)
		}
	}
}

func TestAWithdrawnCaseDoesNotSayThatAllAgree(t *testing.T) {
	t.Parallel()
	d := disputed(t)
	d.Must(tuitest.Anna, model.MakeDecision{Candidate: 1, Outcome: model.Withdrawn, Reason: "Wrote so."})
	v := d.Open(tuitest.Anna, 120, 37, kit.Route{Screen: kit.Meeting, Candidate: 1, Criterion: d.CriterionID("E1")}).View()
	if !strings.Contains(v, "Withdrawn: there is nothing to settle.") || strings.Contains(v, "All agree") {
		t.Errorf("of a case that was withdrawn:\n%s", v)
	}
}
