package screens

import (
	"strings"
	"testing"

	"shortlist/model"
	"shortlist/tui/kit"
)

func TestHistoryScreen(t *testing.T) {
	t.Parallel()
	cases := map[string]struct {
		make func(t *testing.T) *desk
		keys []string
	}{
		"new":      {func(t *testing.T) *desk { return newDesk(t) }, nil},
		"typical":  {func(t *testing.T) *desk { return newDesk(t, crowd(3)...).panelled() }, []string{"down"}},
		"crowded":  {func(t *testing.T) *desk { return newDesk(t, crowd(40)...).panelled() }, []string{"pgdown", "pgdown", "down"}},
		"filtered": {func(t *testing.T) *desk { return newDesk(t, crowd(9)...).panelled().reveal() }, strings.Split("/:B:r:u:n:o:space:d:1", ":")},
	}
	for name, tc := range cases {
		for size, s := range sizes {
			t.Run(name+"/"+size, func(t *testing.T) {
				t.Parallel()
				tc.make(t).open(anna, s.w, s.h, kit.Route{Screen: kit.History}).keys(tc.keys...).golden(s.w, s.h)
			})
		}
	}
}

func TestHistoryTellsWhatIsNew(t *testing.T) {
	t.Parallel()
	d := newDesk(t, crowd(3)...).panelled().open(anna, 80, 21, kit.Route{Screen: kit.History})
	d.must(anna, model.SetRating{Candidate: 1, Criterion: d.criterion("E1"), Value: model.Unclear})
	d.carry(d.screen.Refresh(d.board))
	if first := strings.Split(d.view(), "\n")[2]; !strings.Contains(first, "changed E1 of C001 from met to unclear") {
		t.Errorf("the first line is %q", first)
	}
}

func TestHistoryFindsThroughAll(t *testing.T) {
	t.Parallel()
	d := newDesk(t, crowd(100)...).panelled().open(anna, 80, 21, kit.Route{Screen: kit.History}).keys("/")
	for _, r := range "berg" {
		d.keys(string(r))
	}
	h := d.screen.(*history)
	want := 0
	for _, e := range d.file.Events() {
		if e.Author == anna {
			want++
		}
	}
	if len(h.found) != want || want < 300 {
		t.Errorf("%d found of %d", len(h.found), want)
	}
	for _, r := range "xyz" {
		d.keys(string(r))
	}
	if len(h.found) != 0 || !strings.Contains(d.view(), "Nothing has these words") {
		t.Errorf("%d found:\n%s", len(h.found), d.view())
	}
	if _, ok := d.screen.(kit.Backed).Back(); !ok || strings.Contains(d.view(), "Nothing has") {
		t.Errorf("esc does not show all again:\n%s", d.view())
	}
}
