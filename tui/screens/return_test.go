package screens

import (
	"strings"
	"testing"

	"shortlist/model"
	"shortlist/tui/kit"
	"shortlist/tui/tuitest"
)

// submittedDesk is a panel in which two members handed in everything about three candidates.
func submittedDesk(t testing.TB) *tuitest.Desk {
	d := newDesk(t, tuitest.Crowd(3)...).Seal()
	for _, m := range []model.MemberID{tuitest.Bruno, tuitest.Carla} {
		for c := model.CandidateID(1); c <= 3; c++ {
			d.Rate(m, c, model.NotMet, "4")
			d.Must(m, model.SetReason{Candidate: c, Criterion: 1, Text: "member-wrote-this"})
			d.Must(m, model.SubmitAssessment{Candidate: c})
		}
	}
	return d
}

func TestAnAssessmentIsReturnedWithAReasonAndWithoutItsValues(t *testing.T) {
	t.Parallel()
	d := submittedDesk(t).Open(tuitest.Anna, 120, 37, kit.Route{Screen: kit.Panel}).Keys("down", "U")
	q, ok := d.Last().(kit.Choose)
	if !ok || len(q.Answers) != 3 || !strings.Contains(q.Title, "Bruno Costa") {
		t.Fatalf("asked %+v", d.Last())
	}
	for _, a := range q.Answers {
		if strings.Contains(a.Words+a.Says, "met") || strings.Contains(a.Words+a.Says, "wrote") {
			t.Errorf("the list tells %+v", a)
		}
	}
	d.Answer("C002").Write(" ")
	if d.Note() != "Returning somebody's assessment needs a reason." {
		t.Errorf("without a reason: %q", d.Note())
	}
	d.Keys("U").Answer("C002").Write("E2 counts a job after the closing date.")
	if a := d.Board.As(tuitest.Bruno).Own(2); a.State != model.Returned {
		t.Fatalf("%+v", a)
	}
	if v := d.Open(tuitest.Bruno, 120, 37, kit.Route{Screen: kit.Assessment, Candidate: 2}).View(); !strings.Contains(v, "Returned to you: E2 counts a job after the closing date.") {
		t.Errorf("the member does not read why:\n%s", v)
	}
	d.Must(tuitest.Bruno, model.SubmitAssessment{Candidate: 2})
	if v := d.Open(tuitest.Bruno, 120, 37, kit.Route{Screen: kit.Assessment, Candidate: 2}).View(); strings.Contains(v, "Returned to you") {
		t.Errorf("handed in again and still returned:\n%s", v)
	}
	d.Open(tuitest.Carla, 120, 37, kit.Route{Screen: kit.Panel}).Keys("down", "U")
	if _, ok := d.Last().(kit.Note); !ok {
		t.Errorf("a member returns another's assessment: %+v", d.Last())
	}
}

// R11: three members, each alone; then together. The whole path by its screens.
func TestThreeMembersFromDeclarationToDecisionR11(t *testing.T) {
	t.Parallel()
	d := newDesk(t, tuitest.Crowd(2)...).Declaring(true)
	for i, m := range []model.MemberID{tuitest.Anna, tuitest.Bruno, tuitest.Carla} {
		d.Open(m, 120, 37, kit.Route{Screen: kit.Interests}).Keys("N").Answer("None for all the rest")
		for c := model.CandidateID(1); c <= 2; c++ {
			d.Open(m, 120, 37, kit.Route{Screen: kit.Assessment, Candidate: c})
			if i == 1 && c == 2 {
				d.Keys("n", "y", "y", "3", "3", "y", "s")
			} else {
				d.Keys("y", "y", "y", "3", "3", "y", "s")
			}
			d.Answer("Hand in")
			if d.Board.As(m).Own(c).State != model.Submitted {
				t.Fatalf("%s did not hand in %s: %+v", m, c, d.Last())
			}
		}
		if v := d.Open(m, 120, 37, kit.Route{Screen: kit.Moderation}).View(); !strings.Contains(v, "nothing to settle yet") {
			t.Fatalf("%s moderates before the reveal:\n%s", m, v)
		}
	}
	d.Open(tuitest.Anna, 120, 37, kit.Route{Screen: kit.Ranking}).Keys("R").Answer("Reveal")
	d.Keys("Q")
	if p, ok := d.Last().(kit.Push); !ok || p.Route.Screen != kit.Moderation {
		t.Fatalf("Q leads to %+v", d.Last())
	}
	d.Open(tuitest.Anna, 120, 37, kit.Route{Screen: kit.Moderation}).Keys("y").Write("The degree is a related one.")
	if v := d.View(); !strings.Contains(v, "1 of 1 settled") {
		t.Errorf("after settling:\n%s", v)
	}
	d.Open(tuitest.Anna, 120, 37, kit.Route{Screen: kit.Meeting})
	for range 2 {
		d.Keys("D").Answer("shortlisted").Write("Every essential is met.")
		d.Keys("]")
	}
	if d.Board.Phase != model.Decided {
		t.Errorf("the phase is %s", d.Board.Phase)
	}
}
