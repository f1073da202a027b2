package rate

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"shortlist/model"
	"shortlist/model/requirement"
	"shortlist/tui/kit"
	"shortlist/tui/tuitest"
)

func TestAssessmentScreen(t *testing.T) {
	t.Parallel()
	cases := map[string]func(t *testing.T) *tuitest.Desk{
		"before the rules are sealed": func(t *testing.T) *tuitest.Desk { return newDesk(t, tuitest.People()...) },
		"nothing rated":               func(t *testing.T) *tuitest.Desk { return newDesk(t, tuitest.People()...).Seal() },
		"no candidate":                func(t *testing.T) *tuitest.Desk { return newDesk(t).Seal() },
		"after the reveal": func(t *testing.T) *tuitest.Desk {
			d := newDesk(t, tuitest.People()...).Seal()
			d.Rate(tuitest.Anna, 1, model.Met, "3")
			d.Rate(tuitest.Bruno, 1, model.NotMet, "1")
			d.Rate(tuitest.Carla, 1, model.Met, model.CannotAssess)
			d.Must(tuitest.Bruno, model.SetReason{Candidate: 1, Criterion: d.CriterionID("E1"), Text: "The field is another one."})
			d.Must(tuitest.Carla, model.AddEvidence{Candidate: 1, Criterion: d.CriterionID("E1"), Quote: "master in transport", Source: "education 1"})
			d.Reveal()
			d.Must(tuitest.Anna, model.AgreeRating{Candidate: 1, Criterion: d.CriterionID("E2"), Value: model.Met, Reason: "Three years with the rail desk."})
			return d
		},
		"recused": func(t *testing.T) *tuitest.Desk {
			d := newDesk(t, tuitest.People()...).Seal()
			d.Must(tuitest.Anna, model.DeclareConflict{Candidate: 1, Interest: model.Recused})
			return d
		},
	}
	for name, make := range cases {
		for size, s := range tuitest.Sizes {
			t.Run(name+"/"+size, func(t *testing.T) {
				t.Parallel()
				d := make(t)
				d.Open(tuitest.Anna, s.W, s.H, kit.Route{Screen: kit.Assessment, Candidate: min(1, model.CandidateID(d.Board.Candidates))}).Golden(s.W, s.H)
			})
		}
	}
	for size, s := range tuitest.Sizes {
		t.Run("an observer/"+size, func(t *testing.T) {
			t.Parallel()
			d := newDesk(t, tuitest.People()...).Seal()
			d.Rate(tuitest.Anna, 1, model.Met, "3")
			d.Open(tuitest.Dirk, s.W, s.H, kit.Route{Screen: kit.Assessment, Candidate: 1}).Golden(s.W, s.H)
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
				d := newDesk(t, tuitest.People()...).Seal()
				d.Open(tuitest.Anna, s.W, s.H, kit.Route{Screen: kit.Assessment, Candidate: 1}).Keys(keys...).Golden(s.W, s.H)
			})
		}
	}
}

func rated(t *testing.T) *tuitest.Desk {
	return newDesk(t, tuitest.People()...).Seal().Open(tuitest.Anna, 80, 21, kit.Route{Screen: kit.Assessment, Candidate: 1})
}

func selected(d *tuitest.Desk) string {
	a := d.Screen.(*assessment)
	k, _ := a.criterion()
	return a.board.Label(k.ID)
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
		d.Keys(step.key)
		if got := d.RatingOf(tuitest.Anna, 1, step.label).Value; got != step.want {
			t.Errorf("%s on %s rates %q, want %q", step.key, step.label, got, step.want)
		}
		if got := selected(d); got != step.next {
			t.Errorf("after %s the cursor is on %s, want %s", step.key, got, step.next)
		}
	}
	if !strings.Contains(d.Note(), "s hands them in") {
		t.Errorf("the last rating says %q", d.Note())
	}
	d.Keys("backspace")
	if got := d.RatingOf(tuitest.Anna, 1, "D2").Value; got != model.NotRated {
		t.Errorf("backspace leaves %q", got)
	}
}

func TestAKeyOfTheOtherScaleSaysWhy(t *testing.T) {
	t.Parallel()
	d := rated(t).Keys("2")
	if got := d.Note(); got != "E1 is rated met / not met / unclear: y, n or u." {
		t.Errorf("2 on a fact says %q", got)
	}
	d.Keys("down", "down", "down", "y")
	if got := d.Note(); got != "E4 is graded: 0 to 4." {
		t.Errorf("y on a judgement says %q", got)
	}
	if n := d.Board.RatingCount(); n != 0 {
		t.Errorf("%d ratings were given", n)
	}
}

func TestTheSameValueAgainIsNotWritten(t *testing.T) {
	t.Parallel()
	d := rated(t).Keys("y")
	before := d.Board.Events
	d.Keys("up", "y")
	if d.Board.Events != before {
		t.Errorf("%d events were written", d.Board.Events-before)
	}
}

func TestWhatIsNotStoredIsNotShownAsSaved(t *testing.T) {
	t.Parallel()
	d := rated(t)
	d.Hold = true
	d.Keys("y")
	if v := d.View(); !strings.Contains(v, "✓ met…") {
		t.Errorf("a rating on its way has no sign:\n%s", v)
	}
	if d.RatingOf(tuitest.Anna, 1, "E1").Value != model.NotRated || selected(d) != "E2" {
		t.Errorf("the cursor waits for the disk")
	}
	d.Keys("up", "n", "up", "y") // changed twice before anything is stored
	d.Store()
	if got := d.RatingOf(tuitest.Anna, 1, "E1").Value; got != model.Met {
		t.Errorf("the last key wins: %q", got)
	}
	if v := d.View(); strings.Contains(v, "met…") {
		t.Errorf("a stored rating still waits:\n%s", v)
	}
}

func TestARefusedRatingDoesNotWaitForEver(t *testing.T) {
	t.Parallel()
	d := rated(t)
	d.Rate(tuitest.Anna, 1, model.Met, "3")
	d.Carry(d.Screen.Refresh(d.Board.As(d.Env.Me)))
	d.Hold = true
	d.Keys("s", "n")
	d.Store()
	if w := d.Screen.(*assessment).waiting; len(w) > 0 {
		t.Errorf("refused ratings wait: %+v", w)
	}
}

func TestADroppedRatingIsNotShownAnyMore(t *testing.T) {
	t.Parallel()
	d := rated(t)
	d.Hold = true
	d.Keys("y")
	d.Held = nil
	d.Env.Dropped++
	d.Carry(d.Screen.Refresh(d.Board.As(d.Env.Me)))
	if v := d.View(); strings.Contains(v, "met…") {
		t.Errorf("a dropped rating still waits:\n%s", v)
	}
}

func TestJobsAreTickedAndTheSumFollows(t *testing.T) {
	t.Parallel()
	d := rated(t).Keys("down")
	if v := d.View(); !strings.Contains(v, "[ ] 2016-01-01") {
		t.Fatalf("no job to tick:\n%s", v)
	}
	d.Keys("space")
	if !strings.Contains(d.Note(), "Go to a job") || d.RatingOf(tuitest.Anna, 1, "E2").Ticked {
		t.Errorf("space outside the jobs leads to them: %q", d.Note())
	}
	d.Keys("space")
	if diff := cmp.Diff([]int{0}, d.RatingOf(tuitest.Anna, 1, "E2").Jobs); diff != "" {
		t.Errorf("jobs (-want +got):\n%s", diff)
	}
	if v := d.View(); !strings.Contains(v, "[x] 2016-01-01") || !strings.Contains(v, "✓ met: 3 y") {
		t.Errorf("the sum does not follow:\n%s", v)
	}
	d.Hold = true
	d.Keys("space", "down", "space")
	if v := d.View(); strings.Count(v, "[…]") < 2 {
		t.Errorf("ticks on their way have no sign:\n%s", v)
	}
	d.Store()
	if diff := cmp.Diff([]int{1}, d.RatingOf(tuitest.Anna, 1, "E2").Jobs); diff != "" {
		t.Errorf("jobs (-want +got):\n%s", diff)
	}
	d.Keys("tab", "down", "space")
	if !strings.Contains(d.Note(), "time of experience") {
		t.Errorf("space on a language says %q", d.Note())
	}
}

func TestALineIsQuotedAsEvidence(t *testing.T) {
	t.Parallel()
	d := rated(t).Keys("down", "down", "down", "e")
	if !strings.Contains(d.Note(), "Go to the passage") {
		t.Errorf("e outside the file says %q", d.Note())
	}
	d.Keys("e")
	e := d.RatingOf(tuitest.Anna, 1, "E4").Evidence
	if len(e) != 1 {
		t.Fatalf("%d quotes", len(e))
	}
	want := "I have counted stock in three depots and I know what goes wrong when the count is late, because I had to put it right twice.\n— Why I apply"
	if diff := cmp.Diff(want, d.File.Written(e[0].ID)); diff != "" {
		t.Errorf("quote (-want +got):\n%s", diff)
	}
	if v := d.View(); !strings.Contains(v, "Evidence: I have counted") {
		t.Errorf("the quote is not shown:\n%s", v)
	}
	d.Keys("m", "down", "down", "down", "e")
	e = d.RatingOf(tuitest.Anna, 1, "E4").Evidence
	if got := d.File.Written(e[1].ID); !strings.Contains(got, "\nI moved goods by rail") {
		t.Errorf("several lines make %q", got)
	}
}

func TestTheReasonIsAskedWithTheSentence(t *testing.T) {
	t.Parallel()
	d := rated(t).Keys("y", "up", "r")
	p, ok := d.Last().(kit.Prompt)
	if !ok || p.Text != "✓ met: The file shows that this is met." {
		t.Fatalf("asked %+v", d.Last())
	}
	d.Write("It seems that she holds it.")
	if !strings.Contains(d.Note(), "“seems” is a guess") {
		t.Errorf("noted with %q", d.Note())
	}
	if v := d.View(); !strings.Contains(v, "Reason: It seems") {
		t.Errorf("the reason is not shown:\n%s", v)
	}
	d.Keys("r")
	if p := d.Last().(kit.Prompt); p.Initial != "It seems that she holds it." {
		t.Errorf("the reason is not offered for change: %q", p.Initial)
	}
}

func TestHandingIn(t *testing.T) {
	t.Parallel()
	d := rated(t).Keys("y", "down", "s")
	q, ok := d.Last().(kit.Ask)
	if !ok || !strings.Contains(q.Text, "E2, E3, E4, D1, D2") || selected(d) != "E2" {
		t.Fatalf("asked %+v on %s", d.Last(), selected(d))
	}
	d.Rate(tuitest.Anna, 1, model.Met, "2")
	d.Carry(d.Screen.Refresh(d.Board.As(d.Env.Me)))
	d.Keys("s").Answer("Hand in")
	if got := d.Board.As(tuitest.Anna).Own(1).State; got != model.Submitted {
		t.Fatalf("the assessment is %s", got)
	}
	if strings.Contains(d.View(), "C001") {
		t.Errorf("it does not go on:\n%s", d.View())
	}
	for d.Screen.(*assessment).candidate != 1 {
		d.Keys("[")
		if d.Note() == "This is the first candidate in your order." {
			d.Keys("]", "]")
		}
	}
	d.Keys("y")
	if !strings.Contains(d.Note(), "take it back") {
		t.Errorf("rating what is handed in says %q", d.Note())
	}
	d.Keys("s").Answer("Take it back")
	if got := d.Board.As(tuitest.Anna).Own(1).State; got != model.Returned {
		t.Errorf("the assessment is %s", got)
	}
}

func TestSealingIsOfferedWhereRatingBegins(t *testing.T) {
	t.Parallel()
	for _, key := range []string{"y", "L"} {
		d := newDesk(t, tuitest.People()...).Open(tuitest.Anna, 80, 21, kit.Route{Screen: kit.Assessment, Candidate: 1}).Keys(key)
		d.Answer("Seal and start rating").Keys("y")
		if got := d.RatingOf(tuitest.Anna, 1, "E1").Value; got != model.Met {
			t.Errorf("after sealing with %s the rating is %q", key, got)
		}
	}
	d := newDesk(t, tuitest.People()...).Open(tuitest.Bruno, 80, 21, kit.Route{Screen: kit.Assessment, Candidate: 1}).Keys("y")
	if !strings.Contains(d.Note(), "not sealed yet") {
		t.Errorf("a member hears %q", d.Note())
	}
	d.Keys("L")
	if !strings.Contains(d.Note(), "Only the chair") {
		t.Errorf("a member hears %q", d.Note())
	}
}

func TestNobodyChosenIsAskedWho(t *testing.T) {
	t.Parallel()
	d := newDesk(t, tuitest.People()...).Seal().Open("", 80, 21, kit.Route{Screen: kit.Assessment, Candidate: 1}).Keys("y")
	if _, ok := d.Last().(kit.Who); !ok {
		t.Errorf("asked %+v", d.Last())
	}
}

func TestARecusedMemberSeesNoFile(t *testing.T) {
	t.Parallel()
	d := rated(t).Keys("X").Answer("Recuse myself")
	if v := d.View(); strings.Contains(v, "Depot planner") || strings.Contains(v, "university") && strings.Contains(v, "Invented") {
		t.Errorf("the file is open:\n%s", v)
	}
	d.File.Fetches = 0
	d.Open(tuitest.Anna, 80, 21, kit.Route{Screen: kit.Assessment, Candidate: 1})
	if d.File.Fetches > 1 { // the next candidate's
		t.Errorf("the file was read %d times", d.File.Fetches)
	}
	d.Keys("X").Answer("No conflict of interest")
	if v := d.View(); !strings.Contains(v, "Invented University") {
		t.Errorf("the file stays closed:\n%s", v)
	}
}

func TestOneCriterionAcrossCandidates(t *testing.T) {
	t.Parallel()
	d := rated(t).Keys("c")
	a := d.Screen.(*assessment)
	for range 3 {
		c := a.candidate
		d.Keys("y")
		if got := d.RatingOf(tuitest.Anna, c, "E1").Value; got != model.Met {
			t.Errorf("%s is rated %q", c, got)
		}
	}
	if selected(d) != "E1" || !strings.Contains(d.Note(), "every candidate") {
		t.Errorf("on %s: %q", selected(d), d.Note())
	}
}

func TestTheChairRecordsWhatThePanelAgrees(t *testing.T) {
	t.Parallel()
	d := newDesk(t, tuitest.People()...).Seal()
	d.Rate(tuitest.Anna, 1, model.Met, "3")
	d.Rate(tuitest.Bruno, 1, model.NotMet, "1")
	d.Reveal().Open(tuitest.Anna, 120, 37, kit.Route{Screen: kit.Assessment, Candidate: 1})
	d.Keys("y")
	if !strings.Contains(d.Note(), "revealed") {
		t.Errorf("rating after the reveal says %q", d.Note())
	}
	d.Keys("A").Answer("✓ met").Write(" ")
	if d.Note() != "An agreed rating needs a reason." {
		t.Errorf("without a reason: %q", d.Note())
	}
	d.Asked = nil
	d.Keys("A").Answer("✓ met").Write("The faculty confirms it.")
	if g, ok := d.Board.As("M1").Settled(1, d.CriterionID("E1")); !ok || g.Value != model.Met {
		t.Fatalf("agreed %+v", g)
	}
	if v := d.View(); !strings.Contains(v, "The faculty confirms it.") || !strings.Contains(v, "= ✓ met") {
		t.Errorf("not shown:\n%s", v)
	}
	d.Keys("A").Answer("take back")
	if _, ok := d.Board.As("M1").Settled(1, d.CriterionID("E1")); ok {
		t.Errorf("the agreement still stands")
	}
	d.Open(tuitest.Bruno, 120, 37, kit.Route{Screen: kit.Assessment, Candidate: 1}).Keys("A")
	if !strings.Contains(d.Note(), "Only the chair") {
		t.Errorf("a member hears %q", d.Note())
	}
}

func TestABrokenFileIsTold(t *testing.T) {
	t.Parallel()
	d := newDesk(t, tuitest.People()...).Seal()
	d.File.Broken = &model.Error{Message: "The file of C001 is damaged."}
	d.Open(tuitest.Anna, 80, 21, kit.Route{Screen: kit.Assessment, Candidate: 1})
	if v := d.View(); !strings.Contains(v, "The file of C001 is damaged.") {
		t.Errorf("not told:\n%s", v)
	}
}

func TestAssessmentByMouse(t *testing.T) {
	t.Parallel()
	d := rated(t)
	d.Send(kit.Click{X: 5, Y: 5})
	if got := selected(d); got == "E1" {
		t.Errorf("a click leaves the cursor on %s:\n%s", got, d.View())
	}
	d.Send(kit.Wheel{X: 5, By: -1}).Send(kit.Wheel{X: 5, By: -1}).Send(kit.Wheel{X: 5, By: -1})
	if got := selected(d); got != "E1" {
		t.Errorf("the wheel leaves the cursor on %s", got)
	}
	top := d.Screen.(*assessment).file.Top
	d.Send(kit.Wheel{X: 60, By: 1})
	if d.Screen.(*assessment).file.Top == top {
		t.Errorf("the wheel does not turn the file")
	}
}

// R16: a reason that assumes is answered with a hint, and kept: people decide on their words.
func TestAReasonThatAssumesIsPointedOutR16(t *testing.T) {
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
		d := newDesk(t, tuitest.Crowd(1)...).Seal()
		d.Open(tuitest.Anna, 120, 37, kit.Route{Screen: kit.Assessment, Candidate: 1}).Keys("y", "up", "r")
		p, ok := d.Last().(kit.Prompt)
		if !ok {
			t.Fatalf("asked %+v", d.Last())
		}
		said := p.Done(reason)[0].(kit.Submit).Note
		d.Write(reason)
		if strings.Contains(said, "is a guess") != (hint != "") || !strings.Contains(said, hint) {
			t.Errorf("%q is answered with %q", reason, said)
		}
		if got := d.File.Written(d.RatingOf(tuitest.Anna, 1, "E1").Reason.ID); got != reason {
			t.Errorf("%q is kept as %q", reason, got)
		}
	}
}

func TestAnAssessmentOpensAtTheCriterionOfTheRoute(t *testing.T) {
	t.Parallel()
	d := newDesk(t, tuitest.Crowd(6)...).Panelled()
	d.Open(tuitest.Anna, 120, 37, kit.Route{Screen: kit.Assessment, Candidate: 2, Criterion: d.CriterionID("E3")})
	if got := selected(d); got != "E3" {
		t.Errorf("the assessment opens at %s", got)
	}
}

// A condition that is not met stands in the file, and the candidate is rated all the same.
func TestEligibilityIsShownAndDecidesNothing(t *testing.T) {
	t.Parallel()
	d := newDesk(t, tuitest.Crowd(6)...).WithConditions(tuitest.NationalityCondition("BEL"),
		model.Eligibility{ID: "G2", Kind: model.EligibilityDocument, Text: "Candidates enclose a CV.", Requirement: requirement.Requirement{Kind: requirement.KindOther}},
	).Seal().Open(tuitest.Anna, 120, 40, kit.Route{Screen: kit.Assessment, Candidate: 2})
	for _, want := range []string{"C002", "G1 ✗", "ELIGIBILITY, OUTSIDE THE CRITERIA", "✗ G1 not met: Hungary is not on the list of the posting.", "G2 not stated:"} {
		if !strings.Contains(d.View(), want) {
			t.Errorf("%q is not shown:\n%s", want, d.View())
		}
	}
	d.Keys("y")
	if got := d.RatingOf(tuitest.Anna, 2, "E1").Value; got != model.Met {
		t.Errorf("the candidate cannot be rated: %q", got)
	}
	d.Open(tuitest.Anna, 120, 40, kit.Route{Screen: kit.Assessment, Candidate: 1})
	for _, want := range []string{"✓ G1 met: Belgium is on the list of the posting.", "✓ G2 met: The file holds a curriculum vitae (“cv.txt”)."} {
		if !strings.Contains(d.View(), want) {
			t.Errorf("%q is not shown:\n%s", want, d.View())
		}
	}
}
