package screens

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"shortlist/model"
	"shortlist/tui/kit"
)

func TestCandidatesScreen(t *testing.T) {
	t.Parallel()
	cases := map[string]struct {
		make func(t *testing.T) *desk
		keys []string
	}{
		"empty": {func(t *testing.T) *desk { return newDesk(t) }, nil},
		"typical": {func(t *testing.T) *desk {
			d := newDesk(t, crowd(14)...).seal()
			d.rate(anna, 1, model.Met, "3")
			d.must(anna, model.SubmitAssessment{Candidate: 1})
			d.must(anna, model.SetRating{Candidate: 4, Criterion: 1, Value: model.NotMet})
			d.must(anna, model.DeclareConflict{Candidate: 2, Interest: model.Recused})
			d.must(anna, model.MakeDecision{Candidate: 5, Outcome: model.Withdrawn, Reason: "By mail."})
			return d
		}, []string{"o"}},
		"crowded":           {func(t *testing.T) *desk { return newDesk(t, crowd(300)...).seal() }, []string{"down", "pgdown"}},
		"filtered":          {func(t *testing.T) *desk { return newDesk(t, crowd(300)...).seal() }, strings.Split("/:e:l:o:d:i:e: :1:1", ":")},
		"nothing found":     {func(t *testing.T) *desk { return newDesk(t, crowd(3)...).seal() }, strings.Split("/:x:x", ":")},
		"moved to the side": {func(t *testing.T) *desk { return newDesk(t, crowd(9)...).seal() }, []string{"right", "right", "right", "right", "right", "right"}},
		"after the reveal": {func(t *testing.T) *desk {
			d := newDesk(t, crowd(4)...).seal()
			d.rate(anna, 1, model.Met, "3")
			d.rate(bruno, 1, model.Met, "2")
			d.rate(anna, 2, model.Met, "3")
			d.reveal()
			d.must(anna, model.MakeDecision{Candidate: 1, Outcome: model.Shortlisted, Reason: "First."})
			return d
		}, nil},
	}
	for name, tc := range cases {
		for size, s := range sizes {
			t.Run(name+"/"+size, func(t *testing.T) {
				t.Parallel()
				d := tc.make(t).open(anna, s.w, s.h, kit.Route{Screen: kit.Candidates})
				d.keys(tc.keys...).golden(s.w, s.h)
			})
		}
	}
}

func listed(d *desk) []model.CandidateID { return d.screen.(*candidates).list }

func TestCandidatesStandInTheMembersOwnOrder(t *testing.T) {
	t.Parallel()
	d := newDesk(t, crowd(40)...).seal()
	for _, m := range []model.MemberID{anna, bruno} {
		d.open(m, 80, 21, kit.Route{Screen: kit.Candidates})
		if diff := cmp.Diff(d.board.Order(m), listed(d)); diff != "" {
			t.Errorf("order of %s (-want +got):\n%s", m, diff)
		}
	}
}

func TestTheOrderCanBeChanged(t *testing.T) {
	t.Parallel()
	d := newDesk(t, crowd(8)...).seal()
	d.rate(anna, 6, model.Met, "3")
	d.must(anna, model.SetRating{Candidate: 3, Criterion: 1, Value: model.Met})
	d.open(anna, 80, 21, kit.Route{Screen: kit.Candidates}).keys("o")
	if diff := cmp.Diff([]model.CandidateID{1, 2, 3, 4, 5, 6, 7, 8}, listed(d)); diff != "" {
		t.Errorf("by number (-want +got):\n%s", diff)
	}
	d.keys("o") // Ana, Élodie, Şule, Zoltan: accents do not matter
	if diff := cmp.Diff([]model.CandidateID{4, 8, 1, 5, 3, 7, 2, 6}, listed(d)); diff != "" {
		t.Errorf("by name (-want +got):\n%s", diff)
	}
	d.keys("o")
	if got := listed(d)[:2]; got[0] != 6 || got[1] != 3 {
		t.Errorf("most rated first: %v", got)
	}
	d.keys("o")
	if got := listed(d)[6:]; got[0] != 3 || got[1] != 6 {
		t.Errorf("not started first: %v", got)
	}
	d.keys("o") // the plain file has 5 y 4 m 7 d, the second no certain day; equals keep the member's own order
	head := slices.DeleteFunc(slices.Clone(d.board.Order(anna)), func(c model.CandidateID) bool { return c%3 != 1 })
	if diff := cmp.Diff(head, listed(d)[:3]); diff != "" {
		t.Errorf("most experience first (-want +got):\n%s", diff)
	}
	d.keys("o")
	if diff := cmp.Diff(d.board.Order(anna), listed(d)); diff != "" {
		t.Errorf("own order again (-want +got):\n%s", diff)
	}
}

func TestCandidatesAreFoundWhateverCaseAndAccents(t *testing.T) {
	t.Parallel()
	for typed, want := range map[string]int{"yildiz": 3, "ELODIE": 3, "a-0004": 1, "c002": 1, "hun": 4, "belgium": 4, "petö 6": 1, "nobody": 0, "novak elodie": 0} {
		t.Run(typed, func(t *testing.T) {
			t.Parallel()
			d := newDesk(t, crowd(12)...).seal().open(anna, 80, 21, kit.Route{Screen: kit.Candidates}).keys("/")
			for _, r := range typed {
				k := string(r)
				if r == ' ' {
					k = "space"
				}
				d.keys(k)
			}
			if got := len(listed(d)); got != want {
				t.Errorf("%d found, want %d", got, want)
			}
			if c := d.screen.(kit.Capturing); !c.Capturing() {
				t.Error("the screen does not say that it takes text")
			}
			d.keys("enter")
			if got := len(listed(d)); got != want || d.screen.(kit.Capturing).Capturing() {
				t.Errorf("enter does not keep the filter: %d", got)
			}
			if _, ok := d.screen.(kit.Backed).Back(); !ok || len(listed(d)) != 12 {
				t.Errorf("esc does not show all again")
			}
			if _, ok := d.screen.(kit.Backed).Back(); ok {
				t.Error("esc has nothing left to close")
			}
		})
	}
}

func TestEnterAndClickOpenTheFile(t *testing.T) {
	t.Parallel()
	d := newDesk(t, crowd(5)...).seal().open(anna, 80, 21, kit.Route{Screen: kit.Candidates}).keys("down", "enter")
	want := kit.Push{Route: kit.Route{Screen: kit.Assessment, Candidate: d.board.Order(anna)[1]}}
	if diff := cmp.Diff(kit.Effect(want), d.last()); diff != "" {
		t.Errorf("enter (-want +got):\n%s", diff)
	}
	d.send(kit.Click{X: 4, Y: 5}).send(kit.Click{X: 4, Y: 5})
	want.Route.Candidate = d.board.Order(anna)[3]
	if diff := cmp.Diff(kit.Effect(want), d.last()); diff != "" {
		t.Errorf("click (-want +got):\n%s", diff)
	}
}

func TestOnlyWhatIsShownIsRead(t *testing.T) {
	t.Parallel()
	d := newDesk(t, crowd(5000)...).seal().open(anna, 80, 21, kit.Route{Screen: kit.Candidates})
	if d.file.Fetches > 25 {
		t.Errorf("%d files were read for 18 lines", d.file.Fetches)
	}
	before := d.file.Fetches
	d.carry(d.screen.Refresh(d.board))
	if d.file.Fetches != before {
		t.Errorf("files were read again")
	}
	shown := listed(d)[0]
	d.must(anna, model.TickJobs{Candidate: shown, Criterion: d.criterion("E2"), Jobs: []int{0}})
	d.carry(d.screen.Refresh(d.board))
	if d.file.Fetches != before+1 {
		t.Errorf("after one job was ticked %d files were read", d.file.Fetches-before)
	}
}

func TestLinesWaitForTheirNames(t *testing.T) {
	t.Parallel()
	d := newDesk(t, crowd(30)...).seal()
	d.env.Me = anna
	d.screen = d.make(d.env, kit.Route{Screen: kit.Candidates})
	d.screen.Resize(80, 21)
	effects := d.screen.Refresh(d.board) // not carried out
	if v := d.view(); !strings.Contains(v, fmt.Sprintf("▸ %s …", d.board.Order(anna)[0])) {
		t.Errorf("a line without a name:\n%s", v)
	}
	d.carry(effects)
	if v := d.view(); strings.Contains(v, "…") {
		t.Errorf("a name is missing:\n%s", v)
	}
}

func TestAllThatIsCompleteIsHandedInFromTheList(t *testing.T) {
	t.Parallel()
	d := newDesk(t, crowd(4)...).seal()
	d.open(anna, 120, 37, kit.Route{Screen: kit.Candidates})
	d.keys("s")
	if n, ok := d.last().(kit.Note); !ok || !strings.Contains(n.Text, "None of your assessments is complete") {
		t.Fatalf("nothing to hand in: %+v", d.last())
	}
	d.rate(anna, 1, model.Met, "3")
	d.rate(anna, 3, model.Met, "3")
	d.must(anna, model.SetRating{Candidate: 2, Criterion: 1, Value: model.Met})
	d.rate(bruno, 4, model.Met, "3")
	d.keys("s")
	ask, ok := d.last().(kit.Ask)
	if !ok || ask.Title != "Hand in 2 assessments?" || !strings.Contains(ask.Text, "C001") || !strings.Contains(ask.Text, "C003") || strings.Contains(ask.Text, "C004") {
		t.Fatalf("asked %+v", d.last())
	}
	if len(ask.Answers[0].Effects) != 0 {
		t.Error("enter hands in")
	}
	d.must(anna, ask.Answers[1].Effects[0].(kit.Submit).Command)
	for c, want := range []model.AssessmentState{model.Submitted, model.Draft, model.Submitted} {
		if got := d.board.Assessment(model.CandidateID(c+1), anna).State; got != want {
			t.Errorf("%d: %s", c+1, got)
		}
	}
	for who, want := range map[model.MemberID]string{dirk: "You do not rate here"} {
		d.open(who, 120, 37, kit.Route{Screen: kit.Candidates}).keys("s")
		if n, ok := d.last().(kit.Note); !ok || !strings.Contains(n.Text, want) {
			t.Errorf("%s: %+v", who, d.last())
		}
	}
}
