package screens

import (
	"testing"

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
