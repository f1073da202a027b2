package screens

// This file follows what members declare from page to page.

import (
	"strings"
	"testing"

	"shortlist/model"
	"shortlist/tui/kit"
	"shortlist/tui/tuitest"
)

func TestRecusalsAndTooFewAssessorsAreShownToTheChairAloneR10(t *testing.T) {
	t.Parallel()
	d := newDesk(t, tuitest.Crowd(3)...).Declaring(false)
	for _, m := range []model.MemberID{tuitest.Bruno, tuitest.Carla} {
		d.Must(m, model.DeclareConflict{Candidate: 2, Interest: model.Recused})
	}
	for _, me := range []model.MemberID{tuitest.Anna, tuitest.Dirk} {
		panel := d.Open(me, 120, 37, kit.Route{Screen: kit.Panel}).View()
		list := d.Open(me, 120, 37, kit.Route{Screen: kit.Candidates}).View()
		if got := strings.Contains(panel, "Recused: Bruno Costa from C002; Carla Duval from C002"); got != (me == tuitest.Anna) {
			t.Errorf("%s on the panel page:\n%s", me, panel)
		}
		if got := strings.Contains(list, "! 1 can rate"); got != (me == tuitest.Anna) {
			t.Errorf("%s in the list:\n%s", me, list)
		}
	}
	d.Open(tuitest.Anna, 120, 37, kit.Route{Screen: kit.Ranking}).Keys("R")
	if q, ok := d.Last().(kit.Ask); !ok || !strings.Contains(q.Text, "fewer than 2 assessors for C002") {
		t.Errorf("before the reveal the chair hears %+v", d.Last())
	}
}

// R10: what is told with a declaration is read by chair and secretary on the panel page, and by nobody else.
func TestTheChairReadsWhatWasToldR10(t *testing.T) {
	t.Parallel()
	d := newDesk(t, tuitest.Crowd(3)...).Declaring(false)
	d.Open(tuitest.Bruno, 120, 37, kit.Route{Screen: kit.Interests, Candidate: 2}).Keys("r").Write("We shared an office.")
	if v := d.View(); !strings.Contains(v, "! declared") || !strings.Contains(v, "1 of 3 declared") {
		t.Errorf("Bruno's own list:\n%s", v)
	}
	if strings.Contains(d.View(), "▸ C002") {
		t.Error("the next key would take back what was told")
	}
	d.Open(tuitest.Bruno, 120, 37, kit.Route{Screen: kit.Interests, Candidate: 3}).Keys("X")
	d.Open(tuitest.Bruno, 120, 37, kit.Route{Screen: kit.Interests, Candidate: 3}).Keys("r").Write("My cousin.")
	for _, me := range []model.MemberID{tuitest.Anna, tuitest.Carla, tuitest.Dirk} {
		d.Asked = nil
		v := d.Open(me, 120, 37, kit.Route{Screen: kit.Panel}).Keys("down").View()
		if me == tuitest.Anna {
			v = d.Keys("up", "up", "down").View()
		}
		if got := strings.Contains(v, "Declared something (enter reads it): Bruno Costa on C002"); got != (me == tuitest.Anna) {
			t.Errorf("%s on the panel page:\n%s", me, v)
		}
		d.Keys("home", "down", "enter") // Bruno
		ask, read := d.Last().(kit.Ask)
		if read != (me == tuitest.Anna) {
			t.Errorf("%s presses enter on Bruno: %+v", me, d.Last())
		}
		if read && (!strings.Contains(ask.Text, "C002 declared: We shared an office.") || !strings.Contains(ask.Text, "C003 recused: My cousin.")) {
			t.Errorf("the chair reads %q", ask.Text)
		}
	}
}
