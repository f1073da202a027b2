package screens

import (
	"strings"
	"testing"

	"shortlist/model"
	"shortlist/tui/kit"
)

// This file tries the form of a member.

func memberRoute(id string) kit.Route {
	return kit.Route{Screen: kit.Criterion, Path: formMember + id}
}

func TestMemberFormPages(t *testing.T) {
	t.Parallel()
	for size, wh := range bodies {
		for name, r := range map[string]kit.Route{"new member": memberRoute(""), "member": memberRoute(" M2")} {
			t.Run(name+" "+size, func(t *testing.T) {
				t.Parallel()
				newPrep(t, prepVacancy()).shows(r, wh[0], wh[1]).golden(wh[0], wh[1])
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
			p := newPrep(t, prepVacancy()).shows(tc.route, 80, 21).fill(tc.answers...)
			p.keys("ctrl+s")
			same(t, kit.Effect(kit.Pop{}), p.last())
			same(t, tc.want, p.board.Members[tc.at])
		})
	}
}

func TestAMemberNeedsAName(t *testing.T) {
	t.Parallel()
	p := newPrep(t, prepVacancy()).shows(memberRoute(""), 80, 21)
	events := p.board.Events
	p.keys("ctrl+s")
	same(t, events, p.board.Events)
	if !strings.Contains(p.view(), "✗ A member needs a name.") {
		t.Errorf("no reason is shown:\n%s", p.view())
	}
}

// A refusal by the rules leaves the form open with what was typed.
func TestFormStaysOpenOnARefusal(t *testing.T) {
	t.Parallel()
	p := newPrep(t, prepVacancy()).shows(kit.Route{Screen: kit.Criterion, Path: formMember}, 80, 21)
	p.fill("bruno costa").keys("ctrl+s")
	if _, ok := p.last().(kit.Fail); !ok || !strings.Contains(p.view(), "bruno costa") {
		t.Errorf("got %+v and\n%s", p.last(), p.view())
	}
}

func TestTheFormOfAMemberWhoIsGoneCloses(t *testing.T) {
	t.Parallel()
	p := newPrep(t, prepVacancy()).shows(memberRoute(" M9"), 80, 21)
	same(t, kit.Effect(kit.Pop{}), p.asked[0])
}
