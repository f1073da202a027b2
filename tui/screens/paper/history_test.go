package paper

import (
	"strings"
	"testing"

	"shortlist/model"
	"shortlist/tui/kit"
	"shortlist/tui/tuitest"
)

func TestHistoryScreen(t *testing.T) {
	t.Parallel()
	cases := map[string]struct {
		make func(t *testing.T) *tuitest.Desk
		keys []string
	}{
		"new":      {func(t *testing.T) *tuitest.Desk { return newDesk(t) }, nil},
		"typical":  {func(t *testing.T) *tuitest.Desk { return newDesk(t, tuitest.Crowd(3)...).Panelled() }, []string{"down"}},
		"crowded":  {func(t *testing.T) *tuitest.Desk { return newDesk(t, tuitest.Crowd(40)...).Panelled() }, []string{"pgdown", "pgdown", "down"}},
		"filtered": {func(t *testing.T) *tuitest.Desk { return newDesk(t, tuitest.Crowd(9)...).Panelled().Reveal() }, strings.Split("/:B:r:u:n:o:space:d:1", ":")},
	}
	for name, tc := range cases {
		for size, s := range tuitest.Sizes {
			t.Run(name+"/"+size, func(t *testing.T) {
				t.Parallel()
				tc.make(t).Open(tuitest.Anna, s.W, s.H, kit.Route{Screen: kit.History}).Keys(tc.keys...).Golden(s.W, s.H)
			})
		}
	}
}

func TestHistoryTellsWhatIsNew(t *testing.T) {
	t.Parallel()
	d := newDesk(t, tuitest.Crowd(3)...).Panelled().Open(tuitest.Anna, 80, 21, kit.Route{Screen: kit.History})
	d.Must(tuitest.Anna, model.SetRating{Candidate: 1, Criterion: d.CriterionID("E1"), Value: model.Unclear})
	d.Carry(d.Screen.Refresh(d.Board.As(d.Env.Me)))
	if first := strings.Split(d.View(), "\n")[2]; !strings.Contains(first, "changed E1 of C001 from met to unclear") {
		t.Errorf("the first line is %q", first)
	}
}

func TestHistoryFindsThroughAll(t *testing.T) {
	t.Parallel()
	d := newDesk(t, tuitest.Crowd(100)...).Panelled().Open(tuitest.Anna, 80, 21, kit.Route{Screen: kit.History}).Keys("/")
	for _, r := range "berg" {
		d.Keys(string(r))
	}
	h := d.Screen.(*history)
	want := 0
	for _, e := range d.File.Events() {
		if e.Author == tuitest.Anna {
			want++
		}
	}
	if len(h.found) != want || want < 300 {
		t.Errorf("%d found of %d", len(h.found), want)
	}
	for _, r := range "xyz" {
		d.Keys(string(r))
	}
	if len(h.found) != 0 || !strings.Contains(d.View(), "Nothing has these words") {
		t.Errorf("%d found:\n%s", len(h.found), d.View())
	}
	if _, ok := d.Screen.(kit.Backed).Back(); !ok || strings.Contains(d.View(), "Nothing has") {
		t.Errorf("esc does not show all again:\n%s", d.View())
	}
}
