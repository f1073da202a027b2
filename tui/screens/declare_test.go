package screens

import (
	"strings"
	"testing"

	"shortlist/model"
	"shortlist/tui/kit"
)

func TestDeclareScreen(t *testing.T) {
	t.Parallel()
	cases := map[string]struct {
		make func(t *testing.T) *desk
		me   model.MemberID
		keys []string
	}{
		"empty":      {func(t *testing.T) *desk { return newDesk(t) }, anna, nil},
		"first":      {func(t *testing.T) *desk { return newDesk(t, crowd(5)...).declaring(false) }, bruno, nil},
		"under way":  {func(t *testing.T) *desk { return newDesk(t, crowd(5)...).declaring(false) }, bruno, []string{"n", "X", "n"}},
		"anonymous":  {func(t *testing.T) *desk { return newDesk(t, crowd(5)...).declaring(true) }, bruno, nil},
		"observer":   {func(t *testing.T) *desk { return newDesk(t, crowd(5)...).declaring(false) }, dirk, nil},
		"many to go": {func(t *testing.T) *desk { return newDesk(t, crowd(300)...).declaring(false) }, carla, []string{"n", "n"}},
	}
	for name, tc := range cases {
		for size, s := range sizes {
			t.Run(name+"/"+size, func(t *testing.T) {
				t.Parallel()
				tc.make(t).open(tc.me, s.w, s.h, kit.Route{Screen: kit.Interests}).keys(tc.keys...).golden(s.w, s.h)
			})
		}
	}
}

func TestR9TheFileOpensAfterTheDeclaration(t *testing.T) {
	t.Parallel()
	for size, s := range sizes {
		t.Run(size, func(t *testing.T) {
			t.Parallel()
			newDesk(t, crowd(3)...).declaring(false).open(bruno, s.w, s.h, kit.Route{Screen: kit.Assessment, Candidate: 1}).golden(s.w, s.h)
		})
	}
	d := newDesk(t, crowd(3)...).declaring(false).open(bruno, 120, 37, kit.Route{Screen: kit.Assessment, Candidate: 1})
	if v := d.view(); strings.Contains(v, "counted stock") || strings.Contains(v, "Depot planner") || !strings.Contains(v, "Sample Stores") {
		t.Errorf("before the declaration the screen shows\n%s", v)
	}
	d.keys("y", "3", "n")
	if d.board.Assessment(1, bruno).Interest != model.NoConflict || len(d.board.Assessment(1, bruno).Ratings) > 0 {
		t.Fatalf("n declared %+v", d.board.Assessment(1, bruno))
	}
	if v := d.view(); !strings.Contains(v, "Depot planner") {
		t.Errorf("after it the file is shut:\n%s", v)
	}
	d.keys("y")
	if d.rating(bruno, 1, "E1").Value != model.Met {
		t.Error("y does not rate once declared")
	}
}

func TestR9OneKeyDeclaresForAllTheRest(t *testing.T) {
	t.Parallel()
	d := newDesk(t, crowd(6)...).declaring(false).open(carla, 80, 21, kit.Route{Screen: kit.Interests}).keys("X", "N")
	q, ok := d.last().(kit.Ask)
	if !ok || q.Answers[0].Words != "Go through them" {
		t.Fatalf("asked %+v", d.last())
	}
	d.answer("None for all the rest")
	recused, none := 0, 0
	for c := range 6 {
		switch d.board.Assessment(model.CandidateID(c+1), carla).Interest {
		case model.Recused:
			recused++
		case model.NoConflict:
			none++
		}
	}
	if recused != 1 || none != 5 || !strings.Contains(d.view(), "6 of 6 declared") {
		t.Errorf("%d recused, %d none:\n%s", recused, none, d.view())
	}
	d.keys("N")
	if !strings.Contains(d.note(), "already") {
		t.Errorf("once more: %q", d.note())
	}
}

func TestR10RecusalsAndTooFewAssessorsAreShownToTheChairAlone(t *testing.T) {
	t.Parallel()
	d := newDesk(t, crowd(3)...).declaring(false)
	for _, m := range []model.MemberID{bruno, carla} {
		d.must(m, model.DeclareConflict{Candidate: 2, Interest: model.Recused})
	}
	for _, me := range []model.MemberID{anna, dirk} {
		panel := d.open(me, 120, 37, kit.Route{Screen: kit.Panel}).view()
		list := d.open(me, 120, 37, kit.Route{Screen: kit.Candidates}).view()
		if got := strings.Contains(panel, "Recused: Bruno Costa from C002; Carla Duval from C002"); got != (me == anna) {
			t.Errorf("%s on the panel page:\n%s", me, panel)
		}
		if got := strings.Contains(list, "! 1 can rate"); got != (me == anna) {
			t.Errorf("%s in the list:\n%s", me, list)
		}
	}
	d.open(anna, 120, 37, kit.Route{Screen: kit.Ranking}).keys("R")
	if q, ok := d.last().(kit.Ask); !ok || !strings.Contains(q.Text, "fewer than 2 assessors for C002") {
		t.Errorf("before the reveal the chair hears %+v", d.last())
	}
}

// R10: what is told with a declaration is read by chair and secretary on the panel page, and by nobody else.
func TestR10TheChairReadsWhatWasTold(t *testing.T) {
	t.Parallel()
	d := newDesk(t, crowd(3)...).declaring(false)
	d.open(bruno, 120, 37, kit.Route{Screen: kit.Interests, Candidate: 2}).keys("r").write("We shared an office.")
	if v := d.view(); !strings.Contains(v, "! declared") || !strings.Contains(v, "1 of 3 declared") {
		t.Errorf("Bruno's own list:\n%s", v)
	}
	if strings.Contains(d.view(), "▸ C002") {
		t.Error("the next key would take back what was told")
	}
	d.open(bruno, 120, 37, kit.Route{Screen: kit.Interests, Candidate: 3}).keys("X")
	d.open(bruno, 120, 37, kit.Route{Screen: kit.Interests, Candidate: 3}).keys("r").write("My cousin.")
	for _, me := range []model.MemberID{anna, carla, dirk} {
		d.asked = nil
		v := d.open(me, 120, 37, kit.Route{Screen: kit.Panel}).keys("down").view()
		if me == anna {
			v = d.keys("up", "up", "down").view()
		}
		if got := strings.Contains(v, "Declared something (enter reads it): Bruno Costa on C002"); got != (me == anna) {
			t.Errorf("%s on the panel page:\n%s", me, v)
		}
		d.keys("home", "down", "enter") // Bruno
		ask, read := d.last().(kit.Ask)
		if read != (me == anna) {
			t.Errorf("%s presses enter on Bruno: %+v", me, d.last())
		}
		if read && (!strings.Contains(ask.Text, "C002 declared: We shared an office.") || !strings.Contains(ask.Text, "C003 recused: My cousin.")) {
			t.Errorf("the chair reads %q", ask.Text)
		}
	}
}
