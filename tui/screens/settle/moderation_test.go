package settle

import (
	"strings"
	"testing"

	"shortlist/model"
	"shortlist/tui/kit"
	"shortlist/tui/tuitest"
)

// disputed is a panel after the reveal with differences of every weight.
func disputed(t testing.TB) *tuitest.Desk {
	d := newDesk(t, tuitest.Crowd(5)...)
	d.Must(tuitest.Anna, model.EditRules{Rules: model.Rules{CutLine: 2, MinAssessors: 2}})
	d.Seal()
	for c := 1; c <= 4; c++ {
		for i, m := range []model.MemberID{tuitest.Anna, tuitest.Bruno, tuitest.Carla} {
			point := model.Value("3")
			if c == 2 && i == 1 {
				point = "4"
			}
			d.Rate(m, model.CandidateID(c), model.Met, point)
		}
	}
	must := func(m model.MemberID, c model.CandidateID, label string, v model.Value, reason string) {
		d.Must(m, model.SetRating{Candidate: c, Criterion: d.CriterionID(label), Value: v})
		d.Must(m, model.SetReason{Candidate: c, Criterion: d.CriterionID(label), Text: reason})
	}
	must(tuitest.Bruno, 1, "E1", model.NotMet, "The degree is in botany, which is not a related field.")
	must(tuitest.Anna, 1, "E1", model.Met, "The second module was on transport.")
	must(tuitest.Carla, 3, "D1", "0", "No paper is named.")
	must(tuitest.Anna, 4, "E4", "1", "Only one depot, for three months.")
	must(tuitest.Carla, 2, "D2", model.CannotAssess, "The scan cannot be read.")
	d.Must(tuitest.Bruno, model.AddEvidence{Candidate: 1, Criterion: d.CriterionID("E1"), Quote: "BSc Botany", Source: "education 1"})
	return d.Reveal()
}

func TestModerationScreen(t *testing.T) {
	t.Parallel()
	cases := map[string]struct {
		make func(t *testing.T) *tuitest.Desk
		me   model.MemberID
		keys []string
	}{
		"before the reveal": {func(t *testing.T) *tuitest.Desk { return newDesk(t, tuitest.Crowd(5)...).Panelled() }, tuitest.Anna, nil},
		"nothing differs": {func(t *testing.T) *tuitest.Desk {
			d := newDesk(t, tuitest.Crowd(1)...).Seal()
			for _, m := range []model.MemberID{tuitest.Anna, tuitest.Bruno} {
				d.Rate(m, 1, model.Met, "3")
			}
			return d.Reveal()
		}, tuitest.Anna, nil},
		"the queue":    {func(t *testing.T) *tuitest.Desk { return disputed(t) }, tuitest.Anna, nil},
		"for a member": {func(t *testing.T) *tuitest.Desk { return disputed(t) }, tuitest.Bruno, []string{"down"}},
		"names hidden": {func(t *testing.T) *tuitest.Desk { return disputed(t) }, tuitest.Anna, []string{"N"}},
		"one is settled": {func(t *testing.T) *tuitest.Desk {
			d := disputed(t)
			d.Must(tuitest.Anna, model.AgreeRating{Candidate: 1, Criterion: d.CriterionID("E1"), Value: model.Met, Reason: "Logistics is half of the curriculum."})
			return d
		}, tuitest.Anna, []string{"G"}},
	}
	for name, tc := range cases {
		for size, s := range tuitest.Sizes {
			t.Run(name+"/"+size, func(t *testing.T) {
				t.Parallel()
				tc.make(t).Open(tc.me, s.W, s.H, kit.Route{Screen: kit.Moderation}).Keys(tc.keys...).Golden(s.W, s.H)
			})
		}
	}
}

func TestTheChairSettlesByKeyWithAReasonR21(t *testing.T) {
	t.Parallel()
	d := disputed(t).Open(tuitest.Anna, 120, 37, kit.Route{Screen: kit.Moderation})
	m := d.Screen.(*moderation)
	first, _ := m.item()
	if first.Candidate != 1 || first.Impact != model.ImpactGate {
		t.Fatalf("first is %+v", first)
	}
	d.Keys("3")
	if !strings.Contains(d.Note(), "met / not met / unclear") {
		t.Errorf("a point of another scale is answered by %q", d.Note())
	}
	d.Keys("y").Write(" ")
	if d.Note() != "An agreed rating needs a reason." {
		t.Errorf("without a reason: %q", d.Note())
	}
	d.Keys("y").Write("The panel read the curriculum: half of it is logistics.")
	g, ok := d.Board.As("M1").Settled(1, first.Criterion)
	if !ok || g.Value != model.Met {
		t.Fatalf("agreed %+v", g)
	}
	if next, _ := m.item(); next.State != model.ItemOpen || next.Candidate == 1 && next.Criterion == first.Criterion {
		t.Errorf("after settling the screen stands on %+v", next)
	}
	if !strings.HasPrefix(d.View(), "1 of ") {
		t.Errorf("no progress:\n%s", d.View())
	}
	if r := d.RatingOf(tuitest.Bruno, 1, "E1"); r.Value != model.NotMet {
		t.Errorf("the member's own rating became %s", r.Value)
	}
	d.Keys("G", "backspace").Answer("Take back")
	if _, ok := d.Board.As("M1").Settled(1, first.Criterion); ok {
		t.Error("not taken back")
	}
}

func TestATieIsBrokenBySomebodyWhoWasNotInvolvedR21(t *testing.T) {
	t.Parallel()
	for _, name := range []kit.Name{kit.Moderation, kit.Meeting} {
		d := disputed(t)
		d.Open(tuitest.Anna, 120, 37, kit.Route{Screen: name, Candidate: 1, Criterion: d.CriterionID("E1")}).Keys("B")
		q, ok := d.Last().(kit.Choose)
		if !ok {
			t.Fatalf("%s asked %+v", name, d.Last())
		}
		for _, a := range q.Answers {
			if strings.Contains(a.Words, "Bruno") || strings.Contains(a.Words, "Anna") || strings.Contains(a.Words, "Carla") {
				t.Errorf("%s: %s rated this and is offered as tie-breaker", name, a.Words)
			}
		}
		d.Answer("somebody else").Write("bruno costa")
		if !strings.Contains(d.Note(), "rated this") {
			t.Errorf("%s: who rated may break the tie: %q", name, d.Note())
		}
		d.Keys("B").Answer("somebody else").Write("Greta Holm")
		if v := d.View(); !strings.Contains(v, "Tie-breaker: Greta Holm") {
			t.Errorf("%s does not show who breaks the tie:\n%s", name, v)
		}
		d.Keys("n").Write("The register names botany alone.")
		g, _ := d.Board.As("M1").Settled(1, d.CriterionID("E1"))
		if got := d.File.Written(g.Reason.ID); got != "Tie broken by Greta Holm: The register names botany alone." {
			t.Errorf("%s: the reason is %q", name, got)
		}
		if v := d.View(); strings.Contains(v, "Tie-breaker: Greta Holm") {
			t.Errorf("%s: Greta Holm still breaks ties:\n%s", name, v)
		}
	}
}

// Whose name was taken for one criterion breaks no tie on another.
func TestATieBreakerIsNamedForOneCriterion(t *testing.T) {
	t.Parallel()
	d := disputed(t)
	d.Open(tuitest.Anna, 120, 37, kit.Route{Screen: kit.Meeting, Candidate: 1, Criterion: d.CriterionID("E1")})
	d.Keys("B").Answer("somebody else").Write("Greta Holm").Keys("right", "y").Write("All three agree.")
	g, ok := d.Board.As("M1").Settled(1, d.CriterionID("E2"))
	if got := d.File.Written(g.Reason.ID); !ok || got != "All three agree." {
		t.Errorf("E2 was settled as %+v: %q", g, got)
	}
}

// Members who count different jobs come to different sums: both stand in view.
func TestTheJobsThatEachMemberCountsAreShown(t *testing.T) {
	t.Parallel()
	d := newDesk(t, tuitest.Crowd(2)...).Seal()
	for _, m := range []model.MemberID{tuitest.Anna, tuitest.Bruno} {
		d.Rate(m, 1, model.Met, "3")
	}
	e2 := d.CriterionID("E2")
	d.Must(tuitest.Bruno, model.SetRating{Candidate: 1, Criterion: e2, Value: model.NotMet})
	d.Must(tuitest.Anna, model.TickJobs{Candidate: 1, Criterion: e2, Jobs: []int{0, 1}})
	d.Must(tuitest.Bruno, model.TickJobs{Candidate: 1, Criterion: e2, Jobs: []int{1}})
	d.Reveal()
	for _, name := range []kit.Name{kit.Moderation, kit.Meeting} {
		v := d.Open(tuitest.Anna, 160, 45, kit.Route{Screen: name, Candidate: 1, Criterion: e2}).View()
		var sums []string
		for _, line := range strings.Split(v, "\n") {
			if _, sum, ok := strings.Cut(line, "jobs ticked: "); ok {
				sums = append(sums, sum)
			}
		}
		if len(sums) != 2 || sums[0] == sums[1] {
			t.Errorf("%s shows %q:\n%s", name, sums, v)
		}
	}
}

func TestOnlyTheChairSettles(t *testing.T) {
	t.Parallel()
	for _, me := range []model.MemberID{tuitest.Bruno, tuitest.Dirk, ""} {
		d := disputed(t).Open(me, 120, 37, kit.Route{Screen: kit.Moderation})
		for _, key := range []string{"y", "n", "u", "backspace", "B"} {
			d.Asked = nil
			d.Keys(key)
			if d.Note() == "" || len(d.Board.Snapshot().Agreed) > 0 {
				t.Errorf("%q presses %s and hears %q", me, key, d.Note())
			}
		}
	}
}

// R10: who declared a conflict of interest neither reads the case nor settles it.
func TestWhoIsRecusedDoesNotSettleTheCaseR10(t *testing.T) {
	t.Parallel()
	d := newDesk(t, tuitest.Crowd(1)...).Seal()
	d.Must(tuitest.Anna, model.DeclareConflict{Candidate: 1, Interest: model.Recused})
	d.Rate(tuitest.Bruno, 1, model.Met, "3")
	d.Rate(tuitest.Carla, 1, model.NotMet, "0")
	d.Must(tuitest.Bruno, model.SetReason{Candidate: 1, Criterion: 1, Text: "bruno-wrote-this"})
	d.Reveal().Open(tuitest.Anna, 120, 37, kit.Route{Screen: kit.Moderation})
	if v := d.View(); strings.Contains(v, "bruno-wrote-this") || !strings.Contains(v, "You recused yourself") {
		t.Errorf("the case is open to who is recused:\n%s", v)
	}
	d.Keys("y")
	if !strings.Contains(d.Note(), "recused yourself") {
		t.Errorf("the recused chair hears %q", d.Note())
	}
	if err := d.Do(tuitest.Anna, model.AgreeRating{Candidate: 1, Criterion: 1, Value: model.Met, Reason: "So."}); err == nil {
		t.Error("the recused chair settles")
	}
}

func TestHiddenNamesAreNowhere(t *testing.T) {
	t.Parallel()
	for _, key := range []string{"N"} {
		v := disputed(t).Open(tuitest.Carla, 120, 37, kit.Route{Screen: kit.Moderation}).Keys(key).View()
		for _, name := range []string{"Anna", "Bruno", "Carla"} {
			if strings.Contains(v, name) {
				t.Errorf("%s is named:\n%s", name, v)
			}
		}
	}
}

func TestATieBreakerOfThePanelIsNamedAtOnceR21(t *testing.T) {
	t.Parallel()
	for _, name := range []kit.Name{kit.Moderation, kit.Meeting} {
		d := disputed(t)
		d.Open(tuitest.Anna, 120, 37, kit.Route{Screen: name, Candidate: 1, Criterion: d.CriterionID("E1")}).Keys("B").Answer("Dirk Evers")
		if v := d.View(); !strings.Contains(v, "Tie-breaker: Dirk Evers") {
			t.Errorf("R21: %s does not show who breaks the tie:\n%s", name, v)
		}
	}
}
