package settle

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"shortlist/model"
	"shortlist/tui/kit"
	"shortlist/tui/tuitest"
)

func TestRankingScreen(t *testing.T) {
	t.Parallel()
	decided := func(t *testing.T) *tuitest.Desk {
		d := newDesk(t, tuitest.Crowd(9)...).Panelled()
		d.Must(tuitest.Anna, model.MakeDecision{Candidate: 9, Outcome: model.Withdrawn, Reason: "By mail."})
		d.Reveal()
		first := d.Board.As(tuitest.Anna).Ranking()[0].Candidate
		d.Must(tuitest.Anna, model.MakeDecision{Candidate: first, Outcome: model.Shortlisted, Reason: "Best total, and every essential is met."})
		return d
	}
	cases := map[string]struct {
		make func(t *testing.T) *tuitest.Desk
		keys []string
	}{
		"empty":            {func(t *testing.T) *tuitest.Desk { return newDesk(t) }, nil},
		"provisional":      {func(t *testing.T) *tuitest.Desk { return newDesk(t, tuitest.Crowd(9)...).Panelled() }, nil},
		"after the reveal": {decided, nil},
		"at the bottom":    {decided, []string{"G"}},
		"crowded":          {func(t *testing.T) *tuitest.Desk { return newDesk(t, tuitest.Crowd(300)...).Seal() }, []string{"pgdown"}},
	}
	for name, tc := range cases {
		for size, s := range tuitest.Sizes {
			t.Run(name+"/"+size, func(t *testing.T) {
				t.Parallel()
				tc.make(t).Open(tuitest.Anna, s.W, s.H, kit.Route{Screen: kit.Ranking}).Keys(tc.keys...).Golden(s.W, s.H)
			})
		}
	}
}

func TestTheLinesBetweenGroups(t *testing.T) {
	t.Parallel()
	row := func(rank int, g model.Gate) model.Row { return model.Row{Rank: rank, Gate: g} }
	withdrawn := model.Row{Gate: model.GatePass, Withdrawn: true}
	for name, tc := range map[string]struct {
		rows []model.Row
		cut  int
		want []rankBreak
	}{
		"a cut line between places": {[]model.Row{row(1, model.GatePass), row(2, model.GatePass)}, 1, []rankBreak{{1, "cut line 1"}}},
		"who shares the place at the cut stays above it": {
			[]model.Row{row(1, model.GatePass), row(2, model.GatePass), row(2, model.GatePass), row(4, model.GatePass)},
			2,
			[]rankBreak{{3, "cut line 2 (3 with ties)"}},
		},
		"no cut line is fixed": {[]model.Row{row(1, model.GatePass), row(2, model.GatePass)}, 0, nil},
		"the cut line and the groups": {
			[]model.Row{row(1, model.GatePass), row(0, model.GateOpen), row(0, model.GateFail), row(0, model.GateFail), withdrawn},
			5,
			[]rankBreak{{1, "cut line 5"}, {1, "open: 1"}, {2, "essential not met: 2"}, {4, "withdrawn: 1"}},
		},
		"nobody passes": {[]model.Row{row(0, model.GateFail)}, 2, []rankBreak{{0, "essential not met: 1"}}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			got := rankBreaks(tc.rows, tc.cut)
			if diff := cmp.Diff(tc.want, got, cmp.AllowUnexported(rankBreak{})); diff != "" {
				t.Errorf("lines (-want +got):\n%s", diff)
			}
			r := &ranking{rows: tc.rows, breaks: got}
			for i := range tc.rows {
				if back, brk := r.index(r.line(i)); back != i || brk != nil {
					t.Errorf("row %d stands on line %d, where row %d is found", i, r.line(i), back)
				}
			}
		})
	}
}

// Every candidate can be selected by moving, and no line between groups ever is.
func TestMovingPassesOverTheLinesBetween(t *testing.T) {
	t.Parallel()
	d := newDesk(t, tuitest.Crowd(9)...).Panelled().Reveal().Open(tuitest.Anna, 80, 21, kit.Route{Screen: kit.Ranking})
	r := d.Screen.(*ranking)
	walk := func(key string) []model.CandidateID {
		out := []model.CandidateID{r.at}
		for range 20 {
			d.Keys(key)
			if _, ok := r.selected(); !ok {
				t.Fatalf("%s selects a line between", key)
			}
			if r.at != out[len(out)-1] {
				out = append(out, r.at)
			}
		}
		return out
	}
	d.Keys("g")
	down := walk("down")
	up := walk("up")
	slices.Reverse(up)
	if len(down) != 9 {
		t.Errorf("down visits %v", down)
	}
	if diff := cmp.Diff(down, up); diff != "" {
		t.Errorf("up visits others than down:\n%s", diff)
	}
}

func TestRevealing(t *testing.T) {
	t.Parallel()
	d := newDesk(t, tuitest.Crowd(4)...).Panelled().Open(tuitest.Anna, 80, 21, kit.Route{Screen: kit.Ranking}).Keys("R")
	q, ok := d.Last().(kit.Ask)
	if !ok || !strings.HasPrefix(q.Text, "12 assessments are not handed in") || q.Answers[0].Words != "Not yet" {
		t.Fatalf("asked %+v", d.Last())
	}
	d.Answer("Reveal").Write("  ")
	if d.Note() != "Revealing early needs a reason." || d.Board.Revealed() {
		t.Errorf("without a reason: %q", d.Note())
	}
	d.Keys("R").Answer("Reveal").Write("The meeting is today.")
	if !d.Board.Revealed() || d.Screen.Title() != "Ranking" {
		t.Errorf("not revealed")
	}
	d.Keys("R")
	if !strings.Contains(d.Note(), "revealed already") {
		t.Errorf("twice: %q", d.Note())
	}
	d = newDesk(t, tuitest.Crowd(4)...).Panelled().Open(tuitest.Bruno, 80, 21, kit.Route{Screen: kit.Ranking}).Keys("R")
	if !strings.Contains(d.Note(), "Only the chair") {
		t.Errorf("a member hears %q", d.Note())
	}
}

func TestRevealingWhenAllIsHandedInNeedsNoReason(t *testing.T) {
	t.Parallel()
	d := newDesk(t, tuitest.Crowd(1)...).Seal()
	for _, m := range []model.MemberID{tuitest.Anna, tuitest.Bruno, tuitest.Carla} {
		d.Rate(m, 1, model.Met, "3")
		d.Must(m, model.SubmitAssessment{Candidate: 1})
	}
	d.Open(tuitest.Anna, 80, 21, kit.Route{Screen: kit.Ranking}).Keys("R").Answer("Reveal")
	if !d.Board.Revealed() {
		t.Errorf("not revealed: %+v", d.Last())
	}
}

func TestDeciding(t *testing.T) {
	t.Parallel()
	d := newDesk(t, tuitest.Crowd(9)...).Panelled().Open(tuitest.Anna, 80, 21, kit.Route{Screen: kit.Ranking}).Keys("D")
	if q, ok := d.Last().(kit.Choose); !ok || len(q.Answers) != 1 || q.Answers[0].Words != "withdrawn" {
		t.Errorf("before the reveal only a withdrawal is noted: %+v", d.Last())
	}
	d.Reveal()
	d.Carry(d.Screen.Refresh(d.Board.As(d.Env.Me)))
	d.Keys("g", "D").Answer("shortlisted")
	if p := d.Last().(kit.Prompt); strings.Contains(p.Text, "departs") {
		t.Errorf("the first place departs from the order: %q", p.Text)
	}
	d.Write("Best total.")
	first := d.Board.As(tuitest.Anna).Ranking()[0].Candidate
	if got := d.Board.Decision(first).Outcome; got != model.Shortlisted {
		t.Errorf("%s is %q", first, got)
	}
	if v := d.View(); !strings.Contains(v, "Decision: shortlisted, Anna Berg: Best total.") {
		t.Errorf("the reason is not shown:\n%s", v)
	}
	d.Keys("G", "D")
	if q := d.Last().(kit.Choose); !strings.Contains(q.Text, "an essential that is not met ends the candidacy") || q.Answers[0].Words != "not shortlisted" {
		t.Errorf("who fails an essential can be shortlisted: %+v", q)
	}
	d.Keys("g", "D").Answer("no decision").Write("An error.")
	if got := d.Board.Decision(first).Outcome; got != model.NoDecision {
		t.Errorf("%s is %q", first, got)
	}
	d.Open(tuitest.Bruno, 80, 21, kit.Route{Screen: kit.Ranking}).Keys("D")
	if !strings.Contains(d.Note(), "Only the chair") {
		t.Errorf("a member hears %q", d.Note())
	}
}

func TestADepartureFromTheOrderIsNamedR22(t *testing.T) {
	t.Parallel()
	for name, tc := range map[string]struct {
		rank, cut int
		outcome   model.Outcome
		departs   bool
	}{
		"above the cut and shortlisted":     {2, 3, model.Shortlisted, false},
		"on the cut and shortlisted":        {3, 3, model.Shortlisted, false},
		"below the cut and shortlisted":     {4, 3, model.Shortlisted, true},
		"no place and shortlisted":          {0, 3, model.Shortlisted, true},
		"above the cut and not shortlisted": {1, 3, model.NotShortlisted, true},
		"above the cut and reserve":         {1, 3, model.Reserve, true},
		"below the cut and reserve":         {4, 3, model.Reserve, false},
		"withdrawn":                         {1, 3, model.Withdrawn, false},
		"no cut line":                       {9, 0, model.Shortlisted, false},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			b := model.NewBoard()
			b.Rules.CutLine = tc.cut
			got := (&ranking{board: b.As("")}).departure(model.Row{Rank: tc.rank}, tc.outcome)
			if (got != "") != tc.departs {
				t.Errorf("says %q", got)
			}
		})
	}
}
