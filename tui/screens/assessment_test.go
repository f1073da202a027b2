package screens

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"shortlist/model"
	"shortlist/tui/kit"
)

var sizes = map[string]struct{ w, h int }{"80x24": {80, 21}, "120x40": {120, 37}, "200x60": {200, 57}}

func TestAssessmentScreen(t *testing.T) {
	t.Parallel()
	cases := map[string]func(t *testing.T) *desk{
		"before the rules are sealed": func(t *testing.T) *desk { return newDesk(t, deskPeople()...) },
		"nothing rated":               func(t *testing.T) *desk { return newDesk(t, deskPeople()...).seal() },
		"no candidate":                func(t *testing.T) *desk { return newDesk(t).seal() },
		"after the reveal": func(t *testing.T) *desk {
			d := newDesk(t, deskPeople()...).seal()
			d.rate(anna, 1, model.Met, "3")
			d.rate(bruno, 1, model.NotMet, "1")
			d.rate(carla, 1, model.Met, model.CannotAssess)
			d.must(bruno, model.SetReason{Candidate: 1, Criterion: d.criterion("E1"), Text: "The field is another one."})
			d.must(carla, model.AddEvidence{Candidate: 1, Criterion: d.criterion("E1"), Quote: "master in transport", Source: "education 1"})
			d.reveal()
			d.must(anna, model.AgreeRating{Candidate: 1, Criterion: d.criterion("E2"), Value: model.Met, Reason: "Three years with the rail desk."})
			return d
		},
		"recused": func(t *testing.T) *desk {
			d := newDesk(t, deskPeople()...).seal()
			d.must(anna, model.DeclareConflict{Candidate: 1, Interest: model.Recused})
			return d
		},
	}
	for name, make := range cases {
		for size, s := range sizes {
			t.Run(name+"/"+size, func(t *testing.T) {
				t.Parallel()
				d := make(t)
				d.open(anna, s.w, s.h, kit.Route{Screen: kit.Assessment, Candidate: min(1, model.CandidateID(d.board.Candidates))}).golden(s.w, s.h)
			})
		}
	}
	for size, s := range sizes {
		t.Run("an observer/"+size, func(t *testing.T) {
			t.Parallel()
			d := newDesk(t, deskPeople()...).seal()
			d.rate(anna, 1, model.Met, "3")
			d.open(dirk, s.w, s.h, kit.Route{Screen: kit.Assessment, Candidate: 1}).golden(s.w, s.h)
		})
		for name, keys := range map[string][]string{
			"half rated":     {"y", "n", "tab", "space", "space", "tab", "up", "y"},
			"a language":     {"down", "down"},
			"a judgement":    {"down", "down", "down", "3", "up"},
			"marking a text": {"down", "down", "down", "tab", "down", "m", "down"},
			"one criterion":  {"c", "y"},
		} {
			t.Run(name+"/"+size, func(t *testing.T) {
				t.Parallel()
				d := newDesk(t, deskPeople()...).seal()
				d.open(anna, s.w, s.h, kit.Route{Screen: kit.Assessment, Candidate: 1}).keys(keys...).golden(s.w, s.h)
			})
		}
	}
}

func rated(t *testing.T) *desk {
	return newDesk(t, deskPeople()...).seal().open(anna, 80, 21, kit.Route{Screen: kit.Assessment, Candidate: 1})
}

func selected(d *desk) string {
	return d.screen.(*assessment).board.Label(d.screen.(*assessment).criterionID())
}

func TestAKeyRatesAndGoesOn(t *testing.T) {
	t.Parallel()
	d := rated(t)
	for _, step := range []struct {
		key   string
		label string // rated by the key
		want  model.Value
		next  string
	}{
		{"y", "E1", model.Met, "E2"},
		{"n", "E2", model.NotMet, "E3"},
		{"u", "E3", model.Unclear, "E4"},
		{"3", "E4", "3", "D1"},
		{"-", "D1", model.CannotAssess, "D2"},
		{"y", "D2", model.Met, "D2"},
	} {
		d.keys(step.key)
		if got := d.rating(anna, 1, step.label).Value; got != step.want {
			t.Errorf("%s on %s rates %q, want %q", step.key, step.label, got, step.want)
		}
		if got := selected(d); got != step.next {
			t.Errorf("after %s the cursor is on %s, want %s", step.key, got, step.next)
		}
	}
	if !strings.Contains(d.note(), "s hands them in") {
		t.Errorf("the last rating says %q", d.note())
	}
	d.keys("backspace")
	if got := d.rating(anna, 1, "D2").Value; got != model.NotRated {
		t.Errorf("backspace leaves %q", got)
	}
}

func TestAKeyOfTheOtherScaleSaysWhy(t *testing.T) {
	t.Parallel()
	d := rated(t).keys("2")
	if got := d.note(); got != "E1 is rated met / not met / unclear: y, n or u." {
		t.Errorf("2 on a fact says %q", got)
	}
	d.keys("down", "down", "down", "y")
	if got := d.note(); got != "E4 is graded: 0 to 4." {
		t.Errorf("y on a judgement says %q", got)
	}
	if n := d.board.RatingCount(); n != 0 {
		t.Errorf("%d ratings were given", n)
	}
}

func TestTheSameValueAgainIsNotWritten(t *testing.T) {
	t.Parallel()
	d := rated(t).keys("y")
	before := d.board.Events
	d.keys("up", "y")
	if d.board.Events != before {
		t.Errorf("%d events were written", d.board.Events-before)
	}
}

func TestWhatIsNotStoredIsNotShownAsSaved(t *testing.T) {
	t.Parallel()
	d := rated(t)
	d.hold = true
	d.keys("y")
	if v := d.view(); !strings.Contains(v, "✓ met…") {
		t.Errorf("a rating on its way has no sign:\n%s", v)
	}
	if d.rating(anna, 1, "E1").Value != model.NotRated || selected(d) != "E2" {
		t.Errorf("the cursor waits for the disk")
	}
	d.keys("up", "n", "up", "y") // changed twice before anything is stored
	d.store()
	if got := d.rating(anna, 1, "E1").Value; got != model.Met {
		t.Errorf("the last key wins: %q", got)
	}
	if v := d.view(); strings.Contains(v, "met…") {
		t.Errorf("a stored rating still waits:\n%s", v)
	}
}

func TestARefusedRatingDoesNotWaitForEver(t *testing.T) {
	t.Parallel()
	d := rated(t)
	d.rate(anna, 1, model.Met, "3")
	d.carry(d.screen.Refresh(d.board))
	d.hold = true
	d.keys("s", "n")
	d.store()
	if w := d.screen.(*assessment).waiting; len(w) > 0 {
		t.Errorf("refused ratings wait: %+v", w)
	}
}

func TestADroppedRatingIsNotShownAnyMore(t *testing.T) {
	t.Parallel()
	d := rated(t)
	d.hold = true
	d.keys("y")
	d.held = nil
	d.env.Dropped++
	d.carry(d.screen.Refresh(d.board))
	if v := d.view(); strings.Contains(v, "met…") {
		t.Errorf("a dropped rating still waits:\n%s", v)
	}
}

func TestJobsAreTickedAndTheSumFollows(t *testing.T) {
	t.Parallel()
	d := rated(t).keys("down")
	if v := d.view(); !strings.Contains(v, "[ ] 2016-01-01") {
		t.Fatalf("no job to tick:\n%s", v)
	}
	d.keys("space")
	if !strings.Contains(d.note(), "Go to a job") || d.rating(anna, 1, "E2").Ticked {
		t.Errorf("space outside the jobs leads to them: %q", d.note())
	}
	d.keys("space")
	if diff := cmp.Diff([]int{0}, d.rating(anna, 1, "E2").Jobs); diff != "" {
		t.Errorf("jobs (-want +got):\n%s", diff)
	}
	if v := d.view(); !strings.Contains(v, "[x] 2016-01-01") || !strings.Contains(v, "✓ met: 3 y") {
		t.Errorf("the sum does not follow:\n%s", v)
	}
	d.hold = true
	d.keys("space", "down", "space")
	if v := d.view(); strings.Count(v, "[…]") < 2 {
		t.Errorf("ticks on their way have no sign:\n%s", v)
	}
	d.store()
	if diff := cmp.Diff([]int{1}, d.rating(anna, 1, "E2").Jobs); diff != "" {
		t.Errorf("jobs (-want +got):\n%s", diff)
	}
	d.keys("tab", "down", "space")
	if !strings.Contains(d.note(), "time of experience") {
		t.Errorf("space on a language says %q", d.note())
	}
}

func TestALineIsQuotedAsEvidence(t *testing.T) {
	t.Parallel()
	d := rated(t).keys("down", "down", "down", "e")
	if !strings.Contains(d.note(), "Go to the passage") {
		t.Errorf("e outside the file says %q", d.note())
	}
	d.keys("e")
	e := d.rating(anna, 1, "E4").Evidence
	if len(e) != 1 {
		t.Fatalf("%d quotes", len(e))
	}
	want := "I have counted stock in three depots and I know what goes wrong when the count is late, because I had to put it right twice.\n— Why I apply"
	if diff := cmp.Diff(want, d.file.Written(e[0].ID)); diff != "" {
		t.Errorf("quote (-want +got):\n%s", diff)
	}
	if v := d.view(); !strings.Contains(v, "Evidence: I have counted") {
		t.Errorf("the quote is not shown:\n%s", v)
	}
	d.keys("m", "down", "down", "down", "e")
	e = d.rating(anna, 1, "E4").Evidence
	if got := d.file.Written(e[1].ID); !strings.Contains(got, "\nI moved goods by rail") {
		t.Errorf("several lines make %q", got)
	}
}

func TestTheReasonIsAskedWithTheSentence(t *testing.T) {
	t.Parallel()
	d := rated(t).keys("y", "up", "r")
	p, ok := d.last().(kit.Prompt)
	if !ok || p.Text != "✓ met: The file shows that this is met." {
		t.Fatalf("asked %+v", d.last())
	}
	d.write("It seems that she holds it.")
	if !strings.Contains(d.note(), "“seems” is a guess") {
		t.Errorf("noted with %q", d.note())
	}
	if v := d.view(); !strings.Contains(v, "Reason: It seems") {
		t.Errorf("the reason is not shown:\n%s", v)
	}
	d.keys("r")
	if p := d.last().(kit.Prompt); p.Initial != "It seems that she holds it." {
		t.Errorf("the reason is not offered for change: %q", p.Initial)
	}
}

func TestHandingIn(t *testing.T) {
	t.Parallel()
	d := rated(t).keys("y", "down", "s")
	q, ok := d.last().(kit.Ask)
	if !ok || !strings.Contains(q.Text, "E2, E3, E4, D1, D2") || selected(d) != "E2" {
		t.Fatalf("asked %+v on %s", d.last(), selected(d))
	}
	d.rate(anna, 1, model.Met, "2")
	d.carry(d.screen.Refresh(d.board))
	d.keys("s").answer("Hand in")
	if got := d.board.Assessment(1, anna).State; got != model.Submitted {
		t.Fatalf("the assessment is %s", got)
	}
	if strings.Contains(d.view(), "C001") {
		t.Errorf("it does not go on:\n%s", d.view())
	}
	for d.screen.(*assessment).candidate != 1 {
		d.keys("[")
		if d.note() == "This is the first candidate in your order." {
			d.keys("]", "]")
		}
	}
	d.keys("y")
	if !strings.Contains(d.note(), "take it back") {
		t.Errorf("rating what is handed in says %q", d.note())
	}
	d.keys("s").answer("Take it back")
	if got := d.board.Assessment(1, anna).State; got != model.Returned {
		t.Errorf("the assessment is %s", got)
	}
}

func TestSealingIsOfferedWhereRatingBegins(t *testing.T) {
	t.Parallel()
	for _, key := range []string{"y", "L"} {
		d := newDesk(t, deskPeople()...).open(anna, 80, 21, kit.Route{Screen: kit.Assessment, Candidate: 1}).keys(key)
		d.answer("Seal and start rating").keys("y")
		if got := d.rating(anna, 1, "E1").Value; got != model.Met {
			t.Errorf("after sealing with %s the rating is %q", key, got)
		}
	}
	d := newDesk(t, deskPeople()...).open(bruno, 80, 21, kit.Route{Screen: kit.Assessment, Candidate: 1}).keys("y")
	if !strings.Contains(d.note(), "not sealed yet") {
		t.Errorf("a member hears %q", d.note())
	}
	d.keys("L")
	if !strings.Contains(d.note(), "Only the chair") {
		t.Errorf("a member hears %q", d.note())
	}
}

func TestNobodyChosenIsAskedWho(t *testing.T) {
	t.Parallel()
	d := newDesk(t, deskPeople()...).seal().open("", 80, 21, kit.Route{Screen: kit.Assessment, Candidate: 1}).keys("y")
	if _, ok := d.last().(kit.Who); !ok {
		t.Errorf("asked %+v", d.last())
	}
}

func TestARecusedMemberSeesNoFile(t *testing.T) {
	t.Parallel()
	d := rated(t).keys("X").answer("Recuse myself")
	if v := d.view(); strings.Contains(v, "Depot planner") || strings.Contains(v, "university") && strings.Contains(v, "Invented") {
		t.Errorf("the file is open:\n%s", v)
	}
	d.file.Fetches = 0
	d.open(anna, 80, 21, kit.Route{Screen: kit.Assessment, Candidate: 1})
	if d.file.Fetches > 1 { // the next candidate's
		t.Errorf("the file was read %d times", d.file.Fetches)
	}
	d.keys("X").answer("No conflict of interest")
	if v := d.view(); !strings.Contains(v, "Invented University") {
		t.Errorf("the file stays closed:\n%s", v)
	}
}

func TestOneCriterionAcrossCandidates(t *testing.T) {
	t.Parallel()
	d := rated(t).keys("c")
	a := d.screen.(*assessment)
	for range 3 {
		c := a.candidate
		d.keys("y")
		if got := d.rating(anna, c, "E1").Value; got != model.Met {
			t.Errorf("%s is rated %q", c, got)
		}
	}
	if selected(d) != "E1" || !strings.Contains(d.note(), "every candidate") {
		t.Errorf("on %s: %q", selected(d), d.note())
	}
}

func TestTheChairRecordsWhatThePanelAgrees(t *testing.T) {
	t.Parallel()
	d := newDesk(t, deskPeople()...).seal()
	d.rate(anna, 1, model.Met, "3")
	d.rate(bruno, 1, model.NotMet, "1")
	d.reveal().open(anna, 120, 37, kit.Route{Screen: kit.Assessment, Candidate: 1})
	d.keys("y")
	if !strings.Contains(d.note(), "revealed") {
		t.Errorf("rating after the reveal says %q", d.note())
	}
	d.keys("A").answer("✓ met").write(" ")
	if d.note() != "An agreed rating needs a reason." {
		t.Errorf("without a reason: %q", d.note())
	}
	d.asked = nil
	d.keys("A").answer("✓ met").write("The faculty confirms it.")
	if g, ok := d.board.AgreedRating(1, d.criterion("E1")); !ok || g.Value != model.Met {
		t.Fatalf("agreed %+v", g)
	}
	if v := d.view(); !strings.Contains(v, "The faculty confirms it.") || !strings.Contains(v, "= ✓ met") {
		t.Errorf("not shown:\n%s", v)
	}
	d.keys("A").answer("take back")
	if _, ok := d.board.AgreedRating(1, d.criterion("E1")); ok {
		t.Errorf("the agreement still stands")
	}
	d.open(bruno, 120, 37, kit.Route{Screen: kit.Assessment, Candidate: 1}).keys("A")
	if !strings.Contains(d.note(), "Only the chair") {
		t.Errorf("a member hears %q", d.note())
	}
}

func TestABrokenFileIsTold(t *testing.T) {
	t.Parallel()
	d := newDesk(t, deskPeople()...).seal()
	d.file.Broken = &model.Error{Message: "The file of C001 is damaged."}
	d.open(anna, 80, 21, kit.Route{Screen: kit.Assessment, Candidate: 1})
	if v := d.view(); !strings.Contains(v, "The file of C001 is damaged.") {
		t.Errorf("not told:\n%s", v)
	}
}

func TestAssessmentByMouse(t *testing.T) {
	t.Parallel()
	d := rated(t)
	d.send(kit.Click{X: 5, Y: 5})
	if got := selected(d); got == "E1" {
		t.Errorf("a click leaves the cursor on %s:\n%s", got, d.view())
	}
	d.send(kit.Wheel{X: 5, By: -1}).send(kit.Wheel{X: 5, By: -1}).send(kit.Wheel{X: 5, By: -1})
	if got := selected(d); got != "E1" {
		t.Errorf("the wheel leaves the cursor on %s", got)
	}
	top := d.screen.(*assessment).file.top
	d.send(kit.Wheel{X: 60, By: 1})
	if d.screen.(*assessment).file.top == top {
		t.Errorf("the wheel does not turn the file")
	}
}

// R16: a reason that assumes is answered with a hint, and kept: people decide on their words.
func TestR16AReasonThatAssumesIsPointedOut(t *testing.T) {
	t.Parallel()
	for reason, hint := range map[string]string{
		"She seems to know the work.":            "seems",
		"Most likely, three years; see line 4.":  "most likely",
		"It was in 2014, apparently.":            "apparently",
		"The file APPEARS to show a diploma":     "appears",
		"Three years, see line 4.":               "",
		"A seemly paper on probable causes.":     "",
		"“I assume command”, she wrote in 2014.": "i assume", // a hint may be wrong: nothing hangs on it
	} {
		d := newDesk(t, crowd(1)...).seal()
		d.open(anna, 120, 37, kit.Route{Screen: kit.Assessment, Candidate: 1}).keys("y", "up", "r")
		p, ok := d.last().(kit.Prompt)
		if !ok {
			t.Fatalf("asked %+v", d.last())
		}
		said := p.Done(reason)[0].(kit.Submit).Note
		d.write(reason)
		if strings.Contains(said, "is a guess") != (hint != "") || !strings.Contains(said, hint) {
			t.Errorf("%q is answered with %q", reason, said)
		}
		if got := d.file.Written(d.rating(anna, 1, "E1").Reason.ID); got != reason {
			t.Errorf("%q is kept as %q", reason, got)
		}
	}
}

func TestAnAssessmentOpensAtTheCriterionOfTheRoute(t *testing.T) {
	t.Parallel()
	d := newDesk(t, crowd(6)...).panelled()
	d.open(anna, 120, 37, kit.Route{Screen: kit.Assessment, Candidate: 2, Criterion: d.criterion("E3")})
	if got := selected(d); got != "E3" {
		t.Errorf("the assessment opens at %s", got)
	}
}
