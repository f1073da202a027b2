package screens

import (
	"testing"

	"shortlist/model"
	"shortlist/tui/kit"
	"shortlist/tui/tuitest"
)

// A row with the name of another would never be shown; one without a title would have no word in the palette.
func TestEveryScreenIsListedOnceUnderItsName(t *testing.T) {
	t.Parallel()
	seen := map[kit.Name]bool{}
	for i, p := range List() {
		switch {
		case p.Name == "" || p.Title == "" || p.Make == nil:
			t.Errorf("row %d lacks something: %+v", i, p)
		case seen[p.Name]:
			t.Errorf("%s is listed twice", p.Name)
		case p.Tab && p.Palette:
			t.Errorf("%s would stand in the palette twice", p.Name)
		}
		seen[p.Name] = true
	}
	if List()[0].Name != kit.Home {
		t.Error("a route to a screen that does not exist must lead home")
	}
}

func TestEveryListedScreenOpens(t *testing.T) {
	t.Parallel()
	for _, p := range List() {
		d := everywhere(newDesk(t, tuitest.Crowd(2)...)).Open(tuitest.Anna, 80, 21, kit.Route{Screen: p.Name})
		if d.Screen.Title() == "" {
			t.Errorf("%s has no title", p.Name)
		}
	}
}

// Whether a key works is found out by trying commands. That is done when the keys are listed, and not again for the press.
func TestAKeyPressTriesNoCommandAgain(t *testing.T) {
	t.Parallel()
	tried := 0
	for _, phase := range []func(*tuitest.Desk){func(*tuitest.Desk) {}, func(d *tuitest.Desk) { d.Seal() }, func(d *tuitest.Desk) { d.Panelled().Reveal() }} {
		for _, p := range List() {
			for _, me := range []model.MemberID{tuitest.Anna, tuitest.Dirk} {
				d := newDesk(t, tuitest.Crowd(3)...)
				phase(d)
				everywhere(d).Open(me, 120, 37, kit.Route{Screen: p.Name, Candidate: 1, Criterion: 1})
				before := d.File.Trials
				keys := d.Screen.Keys()
				tried += d.File.Trials - before
				for _, b := range keys {
					if b.Why == "" {
						continue
					}
					before := d.File.Trials
					d.Screen.Update(kit.Press(b.Keys()[0]))
					if n := d.File.Trials - before; n > 0 {
						t.Errorf("%s: %s tries %d commands when it is pressed", p.Name, b.Help().Key, n)
					}
				}
			}
		}
	}
	if tried < 50 {
		t.Errorf("only %d commands were tried for the listings", tried)
	}
}
