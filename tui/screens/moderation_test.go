package screens

import (
	"strings"
	"testing"

	"shortlist/model"
	"shortlist/tui/kit"
)

// disputed is a panel after the reveal with differences of every weight.
func disputed(t testing.TB) *desk {
	d := newDesk(t, crowd(5)...)
	d.must(anna, model.EditRules{Rules: model.Rules{CutLine: 2, MinAssessors: 2}})
	d.seal()
	for c := 1; c <= 4; c++ {
		for i, m := range []model.MemberID{anna, bruno, carla} {
			point := model.Value("3")
			if c == 2 && i == 1 {
				point = "4"
			}
			d.rate(m, model.CandidateID(c), model.Met, point)
		}
	}
	must := func(m model.MemberID, c model.CandidateID, label string, v model.Value, reason string) {
		d.must(m, model.SetRating{Candidate: c, Criterion: d.criterion(label), Value: v})
		d.must(m, model.SetReason{Candidate: c, Criterion: d.criterion(label), Text: reason})
	}
	must(bruno, 1, "E1", model.NotMet, "The degree is in botany, which is not a related field.")
	must(anna, 1, "E1", model.Met, "The second module was on transport.")
	must(carla, 3, "D1", "0", "No paper is named.")
	must(anna, 4, "E4", "1", "Only one depot, for three months.")
	must(carla, 2, "D2", model.CannotAssess, "The scan cannot be read.")
	d.must(bruno, model.AddEvidence{Candidate: 1, Criterion: d.criterion("E1"), Quote: "BSc Botany", Source: "education 1"})
	return d.reveal()
}

func TestModerationScreen(t *testing.T) {
	t.Parallel()
	cases := map[string]struct {
		make func(t *testing.T) *desk
		me   model.MemberID
		keys []string
	}{
		"before the reveal": {func(t *testing.T) *desk { return newDesk(t, crowd(5)...).panelled() }, anna, nil},
		"nothing differs": {func(t *testing.T) *desk {
			d := newDesk(t, crowd(1)...).seal()
			for _, m := range []model.MemberID{anna, bruno} {
				d.rate(m, 1, model.Met, "3")
			}
			return d.reveal()
		}, anna, nil},
		"the queue":    {func(t *testing.T) *desk { return disputed(t) }, anna, nil},
		"for a member": {func(t *testing.T) *desk { return disputed(t) }, bruno, []string{"down"}},
		"names hidden": {func(t *testing.T) *desk { return disputed(t) }, anna, []string{"N"}},
		"one is settled": {func(t *testing.T) *desk {
			d := disputed(t)
			d.must(anna, model.AgreeRating{Candidate: 1, Criterion: d.criterion("E1"), Value: model.Met, Reason: "Logistics is half of the curriculum."})
			return d
		}, anna, []string{"G"}},
	}
	for name, tc := range cases {
		for size, s := range sizes {
			t.Run(name+"/"+size, func(t *testing.T) {
				t.Parallel()
				tc.make(t).open(tc.me, s.w, s.h, kit.Route{Screen: kit.Moderation}).keys(tc.keys...).golden(s.w, s.h)
			})
		}
	}
}

func TestR21TheChairSettlesByKeyWithAReason(t *testing.T) {
	t.Parallel()
	d := disputed(t).open(anna, 120, 37, kit.Route{Screen: kit.Moderation})
	m := d.screen.(*moderation)
	first, _ := m.item()
	if first.Candidate != 1 || first.Matter != model.MattersGate {
		t.Fatalf("first is %+v", first)
	}
	d.keys("3")
	if !strings.Contains(d.note(), "met / not met / unclear") {
		t.Errorf("a point of another scale is answered by %q", d.note())
	}
	d.keys("y").write(" ")
	if d.note() != "An agreed rating needs a reason." {
		t.Errorf("without a reason: %q", d.note())
	}
	d.keys("y").write("The panel read the curriculum: half of it is logistics.")
	g, ok := d.board.AgreedRating(1, first.Criterion)
	if !ok || g.Value != model.Met {
		t.Fatalf("agreed %+v", g)
	}
	if next, _ := m.item(); next.State != model.ItemOpen || next.Candidate == 1 && next.Criterion == first.Criterion {
		t.Errorf("after settling the screen stands on %+v", next)
	}
	if !strings.HasPrefix(d.view(), "1 of ") {
		t.Errorf("no progress:\n%s", d.view())
	}
	if r := d.rating(bruno, 1, "E1"); r.Value != model.NotMet {
		t.Errorf("the member's own rating became %s", r.Value)
	}
	d.keys("G", "backspace").answer("Take back")
	if _, ok := d.board.AgreedRating(1, first.Criterion); ok {
		t.Error("not taken back")
	}
}

func TestR21ATieIsBrokenBySomebodyWhoWasNotInvolved(t *testing.T) {
	t.Parallel()
	for _, name := range []kit.Name{kit.Moderation, kit.Meeting} {
		d := disputed(t)
		d.open(anna, 120, 37, kit.Route{Screen: name, Candidate: 1, Criterion: d.criterion("E1")}).keys("B")
		q, ok := d.last().(kit.Choose)
		if !ok {
			t.Fatalf("%s asked %+v", name, d.last())
		}
		for _, a := range q.Answers {
			if strings.Contains(a.Words, "Bruno") || strings.Contains(a.Words, "Anna") || strings.Contains(a.Words, "Carla") {
				t.Errorf("%s: %s rated this and is offered as tie-breaker", name, a.Words)
			}
		}
		d.answer("somebody else").write("bruno costa")
		if !strings.Contains(d.note(), "rated this") {
			t.Errorf("%s: who rated may break the tie: %q", name, d.note())
		}
		d.keys("B").answer("somebody else").write("Greta Holm")
		if v := d.view(); !strings.Contains(v, "Tie-breaker: Greta Holm") {
			t.Errorf("%s does not show who breaks the tie:\n%s", name, v)
		}
		d.keys("n").write("The register names botany alone.")
		g, _ := d.board.AgreedRating(1, d.criterion("E1"))
		if got := d.file.Written(g.Reason.ID); got != "Tie broken by Greta Holm: The register names botany alone." {
			t.Errorf("%s: the reason is %q", name, got)
		}
		if v := d.view(); strings.Contains(v, "Tie-breaker: Greta Holm") {
			t.Errorf("%s: Greta Holm still breaks ties:\n%s", name, v)
		}
	}
}

// Whose name was taken for one criterion breaks no tie on another.
func TestATieBreakerIsNamedForOneCriterion(t *testing.T) {
	t.Parallel()
	d := disputed(t)
	d.open(anna, 120, 37, kit.Route{Screen: kit.Meeting, Candidate: 1, Criterion: d.criterion("E1")})
	d.keys("B").answer("somebody else").write("Greta Holm").keys("right", "y").write("All three agree.")
	g, ok := d.board.AgreedRating(1, d.criterion("E2"))
	if got := d.file.Written(g.Reason.ID); !ok || got != "All three agree." {
		t.Errorf("E2 was settled as %+v: %q", g, got)
	}
}

// Members who count different jobs come to different sums: both stand in view.
func TestTheJobsThatEachMemberCountsAreShown(t *testing.T) {
	t.Parallel()
	d := newDesk(t, crowd(2)...).seal()
	for _, m := range []model.MemberID{anna, bruno} {
		d.rate(m, 1, model.Met, "3")
	}
	e2 := d.criterion("E2")
	d.must(bruno, model.SetRating{Candidate: 1, Criterion: e2, Value: model.NotMet})
	d.must(anna, model.TickJobs{Candidate: 1, Criterion: e2, Jobs: []int{0, 1}})
	d.must(bruno, model.TickJobs{Candidate: 1, Criterion: e2, Jobs: []int{1}})
	d.reveal()
	for _, name := range []kit.Name{kit.Moderation, kit.Meeting} {
		v := d.open(anna, 160, 45, kit.Route{Screen: name, Candidate: 1, Criterion: e2}).view()
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
	for _, me := range []model.MemberID{bruno, dirk, ""} {
		d := disputed(t).open(me, 120, 37, kit.Route{Screen: kit.Moderation})
		for _, key := range []string{"y", "n", "u", "backspace", "B"} {
			d.asked = nil
			d.keys(key)
			if d.note() == "" || len(d.board.Agreed) > 0 {
				t.Errorf("%q presses %s and hears %q", me, key, d.note())
			}
		}
	}
}

// R10: who declared a conflict of interest neither reads the case nor settles it.
func TestR10WhoIsRecusedDoesNotSettleTheCase(t *testing.T) {
	t.Parallel()
	d := newDesk(t, crowd(1)...).seal()
	d.must(anna, model.DeclareConflict{Candidate: 1, Interest: model.Recused})
	d.rate(bruno, 1, model.Met, "3")
	d.rate(carla, 1, model.NotMet, "0")
	d.must(bruno, model.SetReason{Candidate: 1, Criterion: 1, Text: "bruno-wrote-this"})
	d.reveal().open(anna, 120, 37, kit.Route{Screen: kit.Moderation})
	if v := d.view(); strings.Contains(v, "bruno-wrote-this") || !strings.Contains(v, "You recused yourself") {
		t.Errorf("the case is open to who is recused:\n%s", v)
	}
	d.keys("y")
	if !strings.Contains(d.note(), "recused yourself") {
		t.Errorf("the recused chair hears %q", d.note())
	}
	if err := d.do(anna, model.AgreeRating{Candidate: 1, Criterion: 1, Value: model.Met, Reason: "So."}); err == nil {
		t.Error("the recused chair settles")
	}
}

func TestHiddenNamesAreNowhere(t *testing.T) {
	t.Parallel()
	for _, key := range []string{"N"} {
		v := disputed(t).open(carla, 120, 37, kit.Route{Screen: kit.Moderation}).keys(key).view()
		for _, name := range []string{"Anna", "Bruno", "Carla"} {
			if strings.Contains(v, name) {
				t.Errorf("%s is named:\n%s", name, v)
			}
		}
	}
}

func TestR21ATieBreakerOfThePanelIsNamedAtOnce(t *testing.T) {
	t.Parallel()
	for _, name := range []kit.Name{kit.Moderation, kit.Meeting} {
		d := disputed(t)
		d.open(anna, 120, 37, kit.Route{Screen: name, Candidate: 1, Criterion: d.criterion("E1")}).keys("B").answer("Dirk Evers")
		if v := d.view(); !strings.Contains(v, "Tie-breaker: Dirk Evers") {
			t.Errorf("R21: %s does not show who breaks the tie:\n%s", name, v)
		}
	}
}
