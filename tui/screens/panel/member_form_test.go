package panel

// This file tries the form of a member.

import (
	"strings"
	"testing"

	"shortlist/model"
	"shortlist/tui/kit"
	"shortlist/tui/tuitest"
)

func memberRoute(id string) kit.Route {
	return kit.Route{Screen: kit.Criterion, Path: formMember + id}
}

func TestMemberFormPages(t *testing.T) {
	t.Parallel()
	for size, wh := range tuitest.Bodies {
		for name, r := range map[string]kit.Route{"new member": memberRoute(""), "member": memberRoute(" M2")} {
			t.Run(name+" "+size, func(t *testing.T) {
				t.Parallel()
				newPrep(t, tuitest.PilotVacancy()).Shows(r, wh[0], wh[1]).Golden(wh[0], wh[1])
			})
		}
	}
}

func TestTheMemberFormChangesThePanel(t *testing.T) {
	t.Parallel()
	for name, tc := range map[string]struct {
		route   kit.Route
		answers []string
		at      int
		want    model.Member
	}{
		"a new member":     {memberRoute(""), []string{"Dirk Evers", "→→"}, 3, model.Member{ID: "M4", Name: "Dirk Evers", Role: model.RoleObserver}},
		"a member changed": {memberRoute(" M2"), []string{"Bruno da Costa"}, 1, model.Member{ID: "M2", Name: "Bruno da Costa", Role: model.RoleMember}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			p := newPrep(t, tuitest.PilotVacancy()).Shows(tc.route, 80, 21).Fill(tc.answers...)
			p.Keys("ctrl+s")
			tuitest.Same(t, kit.Effect(kit.Pop{}), p.Last())
			tuitest.Same(t, tc.want, p.Board.Members[tc.at])
		})
	}
}

func TestAMemberNeedsAName(t *testing.T) {
	t.Parallel()
	p := newPrep(t, tuitest.PilotVacancy()).Shows(memberRoute(""), 80, 21)
	events := p.Board.Events
	p.Keys("ctrl+s")
	tuitest.Same(t, events, p.Board.Events)
	if !strings.Contains(p.View(), "✗ A member needs a name.") {
		t.Errorf("no reason is shown:\n%s", p.View())
	}
}

// A refusal by the rules leaves the form open with what was typed.
func TestFormStaysOpenOnARefusal(t *testing.T) {
	t.Parallel()
	p := newPrep(t, tuitest.PilotVacancy()).Shows(kit.Route{Screen: kit.Criterion, Path: formMember}, 80, 21)
	p.Fill("bruno costa").Keys("ctrl+s")
	if _, ok := p.Last().(kit.Fail); !ok || !strings.Contains(p.View(), "bruno costa") {
		t.Errorf("got %+v and\n%s", p.Last(), p.View())
	}
}

func TestTheFormOfAMemberWhoIsGoneCloses(t *testing.T) {
	t.Parallel()
	p := newPrep(t, tuitest.PilotVacancy()).Shows(memberRoute(" M9"), 80, 21)
	tuitest.Same(t, kit.Effect(kit.Pop{}), p.Asked[0])
}
