package lists

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"shortlist/model"
	"shortlist/tui/kit"
	"shortlist/tui/tuitest"
)

func TestCandidatesScreen(t *testing.T) {
	t.Parallel()
	cases := map[string]struct {
		make func(t *testing.T) *tuitest.Desk
		keys []string
	}{
		"empty": {func(t *testing.T) *tuitest.Desk { return newDesk(t) }, nil},
		"typical": {func(t *testing.T) *tuitest.Desk {
			d := newDesk(t, tuitest.Crowd(14)...).Seal()
			d.Rate(tuitest.Anna, 1, model.Met, "3")
			d.Must(tuitest.Anna, model.SubmitAssessment{Candidate: 1})
			d.Must(tuitest.Anna, model.SetRating{Candidate: 4, Criterion: 1, Value: model.NotMet})
			d.Must(tuitest.Anna, model.DeclareConflict{Candidate: 2, Interest: model.Recused})
			d.Must(tuitest.Anna, model.MakeDecision{Candidate: 5, Outcome: model.Withdrawn, Reason: "By mail."})
			return d
		}, []string{"o"}},
		"crowded":           {func(t *testing.T) *tuitest.Desk { return newDesk(t, tuitest.Crowd(300)...).Seal() }, []string{"down", "pgdown"}},
		"filtered":          {func(t *testing.T) *tuitest.Desk { return newDesk(t, tuitest.Crowd(300)...).Seal() }, strings.Split("/:e:l:o:d:i:e: :1:1", ":")},
		"nothing found":     {func(t *testing.T) *tuitest.Desk { return newDesk(t, tuitest.Crowd(3)...).Seal() }, strings.Split("/:x:x", ":")},
		"moved to the side": {func(t *testing.T) *tuitest.Desk { return newDesk(t, tuitest.Crowd(9)...).Seal() }, []string{"right", "right", "right", "right", "right", "right"}},
		"after the reveal": {func(t *testing.T) *tuitest.Desk {
			d := newDesk(t, tuitest.Crowd(4)...).Seal()
			d.Rate(tuitest.Anna, 1, model.Met, "3")
			d.Rate(tuitest.Bruno, 1, model.Met, "2")
			d.Rate(tuitest.Anna, 2, model.Met, "3")
			d.Reveal()
			d.Must(tuitest.Anna, model.MakeDecision{Candidate: 1, Outcome: model.Shortlisted, Reason: "First."})
			return d
		}, nil},
	}
	for name, tc := range cases {
		for size, s := range tuitest.Sizes {
			t.Run(name+"/"+size, func(t *testing.T) {
				t.Parallel()
				d := tc.make(t).Open(tuitest.Anna, s.W, s.H, kit.Route{Screen: kit.Candidates})
				d.Keys(tc.keys...).Golden(s.W, s.H)
			})
		}
	}
}

func listed(d *tuitest.Desk) []model.CandidateID { return d.Screen.(*candidates).List }

func TestCandidatesStandInTheMembersOwnOrder(t *testing.T) {
	t.Parallel()
	d := newDesk(t, tuitest.Crowd(40)...).Seal()
	for _, m := range []model.MemberID{tuitest.Anna, tuitest.Bruno} {
		d.Open(m, 80, 21, kit.Route{Screen: kit.Candidates})
		if diff := cmp.Diff(d.Board.As(m).Order(), listed(d)); diff != "" {
			t.Errorf("order of %s (-want +got):\n%s", m, diff)
		}
	}
}

func TestTheOrderCanBeChanged(t *testing.T) {
	t.Parallel()
	d := newDesk(t, tuitest.Crowd(8)...).Seal()
	d.Rate(tuitest.Anna, 6, model.Met, "3")
	d.Must(tuitest.Anna, model.SetRating{Candidate: 3, Criterion: 1, Value: model.Met})
	d.Open(tuitest.Anna, 80, 21, kit.Route{Screen: kit.Candidates}).Keys("o")
	if diff := cmp.Diff([]model.CandidateID{1, 2, 3, 4, 5, 6, 7, 8}, listed(d)); diff != "" {
		t.Errorf("by number (-want +got):\n%s", diff)
	}
	d.Keys("o") // Ana, Élodie, Şule, Zoltan: accents do not matter
	if diff := cmp.Diff([]model.CandidateID{4, 8, 1, 5, 3, 7, 2, 6}, listed(d)); diff != "" {
		t.Errorf("by name (-want +got):\n%s", diff)
	}
	d.Keys("o")
	if got := listed(d)[:2]; got[0] != 6 || got[1] != 3 {
		t.Errorf("most rated first: %v", got)
	}
	d.Keys("o")
	if got := listed(d)[6:]; got[0] != 3 || got[1] != 6 {
		t.Errorf("not started first: %v", got)
	}
	d.Keys("o") // the plain file has 5 y 4 m 7 d, the second no certain day; equals keep the member's own order
	head := slices.DeleteFunc(slices.Clone(d.Board.As(tuitest.Anna).Order()), func(c model.CandidateID) bool { return c%3 != 1 })
	if diff := cmp.Diff(head, listed(d)[:3]); diff != "" {
		t.Errorf("most experience first (-want +got):\n%s", diff)
	}
	d.Keys("o")
	if diff := cmp.Diff(d.Board.As(tuitest.Anna).Order(), listed(d)); diff != "" {
		t.Errorf("own order again (-want +got):\n%s", diff)
	}
}

func TestCandidatesAreFoundWhateverCaseAndAccents(t *testing.T) {
	t.Parallel()
	for typed, want := range map[string]int{"yildiz": 3, "ELODIE": 3, "a-0004": 1, "c002": 1, "hun": 4, "belgium": 4, "petö 6": 1, "nobody": 0, "novak elodie": 0} {
		t.Run(typed, func(t *testing.T) {
			t.Parallel()
			d := newDesk(t, tuitest.Crowd(12)...).Seal().Open(tuitest.Anna, 80, 21, kit.Route{Screen: kit.Candidates}).Keys("/")
			for _, r := range typed {
				k := string(r)
				if r == ' ' {
					k = "space"
				}
				d.Keys(k)
			}
			if got := len(listed(d)); got != want {
				t.Errorf("%d found, want %d", got, want)
			}
			if c := d.Screen.(kit.Capturing); !c.Capturing() {
				t.Error("the screen does not say that it takes text")
			}
			d.Keys("enter")
			if got := len(listed(d)); got != want || d.Screen.(kit.Capturing).Capturing() {
				t.Errorf("enter does not keep the filter: %d", got)
			}
			if _, ok := d.Screen.(kit.Backed).Back(); !ok || len(listed(d)) != 12 {
				t.Errorf("esc does not show all again")
			}
			if _, ok := d.Screen.(kit.Backed).Back(); ok {
				t.Error("esc has nothing left to close")
			}
		})
	}
}

func TestEnterAndClickOpenTheFile(t *testing.T) {
	t.Parallel()
	d := newDesk(t, tuitest.Crowd(5)...).Seal().Open(tuitest.Anna, 80, 21, kit.Route{Screen: kit.Candidates}).Keys("down", "enter")
	want := kit.Push{Route: kit.Route{Screen: kit.Assessment, Candidate: d.Board.As(tuitest.Anna).Order()[1]}}
	if diff := cmp.Diff(kit.Effect(want), d.Last()); diff != "" {
		t.Errorf("enter (-want +got):\n%s", diff)
	}
	d.Send(kit.Click{X: 4, Y: 5}).Send(kit.Click{X: 4, Y: 5})
	want.Route.Candidate = d.Board.As(tuitest.Anna).Order()[3]
	if diff := cmp.Diff(kit.Effect(want), d.Last()); diff != "" {
		t.Errorf("click (-want +got):\n%s", diff)
	}
}

func TestOnlyWhatIsShownIsRead(t *testing.T) {
	t.Parallel()
	d := newDesk(t, tuitest.Crowd(5000)...).Seal().Open(tuitest.Anna, 80, 21, kit.Route{Screen: kit.Candidates})
	if d.File.Fetches > 25 {
		t.Errorf("%d files were read for 18 lines", d.File.Fetches)
	}
	before := d.File.Fetches
	d.Carry(d.Screen.Refresh(d.Board.As(d.Env.Me)))
	if d.File.Fetches != before {
		t.Errorf("files were read again")
	}
	shown := listed(d)[0]
	d.Must(tuitest.Anna, model.TickJobs{Candidate: shown, Criterion: d.CriterionID("E2"), Jobs: []int{0}})
	d.Carry(d.Screen.Refresh(d.Board.As(d.Env.Me)))
	if d.File.Fetches != before+1 {
		t.Errorf("after one job was ticked %d files were read", d.File.Fetches-before)
	}
}

func TestLinesWaitForTheirNames(t *testing.T) {
	t.Parallel()
	d := newDesk(t, tuitest.Crowd(30)...).Seal()
	d.Env.Me = tuitest.Anna
	d.Screen = d.Pages.Make(d.Env, kit.Route{Screen: kit.Candidates})
	d.Screen.Resize(80, 21)
	effects := d.Screen.Refresh(d.Board.As(d.Env.Me)) // not carried out
	if v := d.View(); !strings.Contains(v, fmt.Sprintf("▸ %s …", d.Board.As(tuitest.Anna).Order()[0])) {
		t.Errorf("a line without a name:\n%s", v)
	}
	d.Carry(effects)
	if v := d.View(); strings.Contains(v, "…") {
		t.Errorf("a name is missing:\n%s", v)
	}
}

func TestAllThatIsCompleteIsHandedInFromTheList(t *testing.T) {
	t.Parallel()
	d := newDesk(t, tuitest.Crowd(4)...).Seal()
	d.Open(tuitest.Anna, 120, 37, kit.Route{Screen: kit.Candidates})
	d.Keys("s")
	if n, ok := d.Last().(kit.Note); !ok || !strings.Contains(n.Text, "None of your assessments is complete") {
		t.Fatalf("nothing to hand in: %+v", d.Last())
	}
	d.Rate(tuitest.Anna, 1, model.Met, "3")
	d.Rate(tuitest.Anna, 3, model.Met, "3")
	d.Must(tuitest.Anna, model.SetRating{Candidate: 2, Criterion: 1, Value: model.Met})
	d.Rate(tuitest.Bruno, 4, model.Met, "3")
	d.Keys("s")
	ask, ok := d.Last().(kit.Ask)
	if !ok || ask.Title != "Hand in 2 assessments?" || !strings.Contains(ask.Text, "C001") || !strings.Contains(ask.Text, "C003") || strings.Contains(ask.Text, "C004") {
		t.Fatalf("asked %+v", d.Last())
	}
	if len(ask.Answers[0].Effects) != 0 {
		t.Error("enter hands in")
	}
	d.Must(tuitest.Anna, ask.Answers[1].Effects[0].(kit.Submit).Command)
	for c, want := range []model.AssessmentState{model.Submitted, model.Draft, model.Submitted} {
		if got := d.Board.As(tuitest.Anna).Own(model.CandidateID(c + 1)).State; got != want {
			t.Errorf("%d: %s", c+1, got)
		}
	}
	for who, want := range map[model.MemberID]string{tuitest.Dirk: "You do not rate here"} {
		d.Open(who, 120, 37, kit.Route{Screen: kit.Candidates}).Keys("s")
		if n, ok := d.Last().(kit.Note); !ok || !strings.Contains(n.Text, want) {
			t.Errorf("%s: %+v", who, d.Last())
		}
	}
}
