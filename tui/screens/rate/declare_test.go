package rate

import (
	"strings"
	"testing"

	"shortlist/model"
	"shortlist/tui/kit"
	"shortlist/tui/tuitest"
)

func TestDeclareScreen(t *testing.T) {
	t.Parallel()
	cases := map[string]struct {
		make func(t *testing.T) *tuitest.Desk
		me   model.MemberID
		keys []string
	}{
		"empty":      {func(t *testing.T) *tuitest.Desk { return newDesk(t) }, tuitest.Anna, nil},
		"first":      {func(t *testing.T) *tuitest.Desk { return newDesk(t, tuitest.Crowd(5)...).Declaring(false) }, tuitest.Bruno, nil},
		"under way":  {func(t *testing.T) *tuitest.Desk { return newDesk(t, tuitest.Crowd(5)...).Declaring(false) }, tuitest.Bruno, []string{"n", "X", "n"}},
		"anonymous":  {func(t *testing.T) *tuitest.Desk { return newDesk(t, tuitest.Crowd(5)...).Declaring(true) }, tuitest.Bruno, nil},
		"observer":   {func(t *testing.T) *tuitest.Desk { return newDesk(t, tuitest.Crowd(5)...).Declaring(false) }, tuitest.Dirk, nil},
		"many to go": {func(t *testing.T) *tuitest.Desk { return newDesk(t, tuitest.Crowd(300)...).Declaring(false) }, tuitest.Carla, []string{"n", "n"}},
	}
	for name, tc := range cases {
		for size, s := range tuitest.Sizes {
			t.Run(name+"/"+size, func(t *testing.T) {
				t.Parallel()
				tc.make(t).Open(tc.me, s.W, s.H, kit.Route{Screen: kit.Interests}).Keys(tc.keys...).Golden(s.W, s.H)
			})
		}
	}
}

func TestTheFileOpensAfterTheDeclarationR9(t *testing.T) {
	t.Parallel()
	for size, s := range tuitest.Sizes {
		t.Run(size, func(t *testing.T) {
			t.Parallel()
			newDesk(t, tuitest.Crowd(3)...).Declaring(false).Open(tuitest.Bruno, s.W, s.H, kit.Route{Screen: kit.Assessment, Candidate: 1}).Golden(s.W, s.H)
		})
	}
	d := newDesk(t, tuitest.Crowd(3)...).Declaring(false).Open(tuitest.Bruno, 120, 37, kit.Route{Screen: kit.Assessment, Candidate: 1})
	if v := d.View(); strings.Contains(v, "counted stock") || strings.Contains(v, "Depot planner") || !strings.Contains(v, "Sample Stores") {
		t.Errorf("before the declaration the screen shows\n%s", v)
	}
	d.Keys("y", "3", "n")
	if d.Board.As(tuitest.Bruno).Own(1).Interest != model.NoConflict || len(d.Board.As(tuitest.Bruno).Own(1).Ratings) > 0 {
		t.Fatalf("n declared %+v", d.Board.As(tuitest.Bruno).Own(1))
	}
	if v := d.View(); !strings.Contains(v, "Depot planner") {
		t.Errorf("after it the file is shut:\n%s", v)
	}
	d.Keys("y")
	if d.RatingOf(tuitest.Bruno, 1, "E1").Value != model.Met {
		t.Error("y does not rate once declared")
	}
}

func TestOneKeyDeclaresForAllTheRestR9(t *testing.T) {
	t.Parallel()
	d := newDesk(t, tuitest.Crowd(6)...).Declaring(false).Open(tuitest.Carla, 80, 21, kit.Route{Screen: kit.Interests}).Keys("X", "N")
	q, ok := d.Last().(kit.Ask)
	if !ok || q.Answers[0].Words != "Go through them" {
		t.Fatalf("asked %+v", d.Last())
	}
	d.Answer("None for all the rest")
	recused, none := 0, 0
	for c := range 6 {
		switch d.Board.As(tuitest.Carla).Own(model.CandidateID(c + 1)).Interest {
		case model.Recused:
			recused++
		case model.NoConflict:
			none++
		}
	}
	if recused != 1 || none != 5 || !strings.Contains(d.View(), "6 of 6 declared") {
		t.Errorf("%d recused, %d none:\n%s", recused, none, d.View())
	}
	d.Keys("N")
	if !strings.Contains(d.Note(), "already") {
		t.Errorf("once more: %q", d.Note())
	}
}

// Every key of the page has help, and does something or says why it does not.
func TestEveryKeyOfTheDeclarationsAnswers(t *testing.T) {
	t.Parallel()
	desks := []func(t *testing.T) *tuitest.Desk{
		func(t *testing.T) *tuitest.Desk { return newDesk(t) },
		func(t *testing.T) *tuitest.Desk { return newDesk(t, tuitest.Crowd(3)...).Declaring(false) },
		func(t *testing.T) *tuitest.Desk { return newDesk(t, tuitest.Crowd(3)...).Panelled().Reveal() },
	}
	for _, make := range desks {
		for _, me := range []model.MemberID{tuitest.Anna, tuitest.Bruno, tuitest.Dirk, ""} {
			for _, b := range make(t).Open(me, 120, 37, kit.Route{Screen: kit.Interests}).Screen.Keys() {
				if b.Says == "" || b.Help().Key == "" || b.Help().Desc == "" {
					t.Errorf("%v has no help", b.Binding.Keys())
				}
				if b.Why == "" {
					continue
				}
				d := make(t).Open(me, 120, 37, kit.Route{Screen: kit.Interests}).Keys(b.Binding.Keys()[0])
				if n, ok := d.Last().(kit.Note); !ok || n.Text == "" {
					t.Errorf("%s does nothing because %q, and pressing it tells %+v", b.Help().Key, b.Why, d.Last())
				}
			}
		}
	}
}
