package screens

import (
	"strings"
	"testing"

	"shortlist/model"
	"shortlist/tui/kit"
)

// submittedDesk is a panel in which two members handed in everything about three candidates.
func submittedDesk(t testing.TB) *desk {
	d := newDesk(t, crowd(3)...).seal()
	for _, m := range []model.MemberID{bruno, carla} {
		for c := model.CandidateID(1); c <= 3; c++ {
			d.rate(m, c, model.NotMet, "4")
			d.must(m, model.SetReason{Candidate: c, Criterion: 1, Text: "member-wrote-this"})
			d.must(m, model.SubmitAssessment{Candidate: c})
		}
	}
	return d
}

func TestAnAssessmentIsReturnedWithAReasonAndWithoutItsValues(t *testing.T) {
	t.Parallel()
	d := submittedDesk(t).open(anna, 120, 37, kit.Route{Screen: kit.Panel}).keys("down", "U")
	q, ok := d.last().(kit.Choose)
	if !ok || len(q.Answers) != 3 || !strings.Contains(q.Title, "Bruno Costa") {
		t.Fatalf("asked %+v", d.last())
	}
	for _, a := range q.Answers {
		if strings.Contains(a.Words+a.Says, "met") || strings.Contains(a.Words+a.Says, "wrote") {
			t.Errorf("the list tells %+v", a)
		}
	}
	d.answer("C002").write(" ")
	if d.note() != "Returning somebody's assessment needs a reason." {
		t.Errorf("without a reason: %q", d.note())
	}
	d.keys("U").answer("C002").write("E2 counts a job after the closing date.")
	if a := d.board.Assessment(2, bruno); a.State != model.Returned {
		t.Fatalf("%+v", a)
	}
	if v := d.open(bruno, 120, 37, kit.Route{Screen: kit.Assessment, Candidate: 2}).view(); !strings.Contains(v, "Returned to you: E2 counts a job after the closing date.") {
		t.Errorf("the member does not read why:\n%s", v)
	}
	d.must(bruno, model.SubmitAssessment{Candidate: 2})
	if v := d.open(bruno, 120, 37, kit.Route{Screen: kit.Assessment, Candidate: 2}).view(); strings.Contains(v, "Returned to you") {
		t.Errorf("handed in again and still returned:\n%s", v)
	}
	d.open(carla, 120, 37, kit.Route{Screen: kit.Panel}).keys("down", "U")
	if _, ok := d.last().(kit.Note); !ok {
		t.Errorf("a member returns another's assessment: %+v", d.last())
	}
}

// R11: three members, each alone; then together. The whole path by its screens.
func TestR11ThreeMembersFromDeclarationToDecision(t *testing.T) {
	t.Parallel()
	d := newDesk(t, crowd(2)...).declaring(true)
	for i, m := range []model.MemberID{anna, bruno, carla} {
		d.open(m, 120, 37, kit.Route{Screen: kit.Interests}).keys("N").answer("None for all the rest")
		for c := model.CandidateID(1); c <= 2; c++ {
			d.open(m, 120, 37, kit.Route{Screen: kit.Assessment, Candidate: c})
			if i == 1 && c == 2 {
				d.keys("n", "y", "y", "3", "3", "y", "s")
			} else {
				d.keys("y", "y", "y", "3", "3", "y", "s")
			}
			d.answer("Hand in")
			if d.board.Assessment(c, m).State != model.Submitted {
				t.Fatalf("%s did not hand in %s: %+v", m, c, d.last())
			}
		}
		if v := d.open(m, 120, 37, kit.Route{Screen: kit.Moderation}).view(); !strings.Contains(v, "nothing to settle yet") {
			t.Fatalf("%s moderates before the reveal:\n%s", m, v)
		}
	}
	d.open(anna, 120, 37, kit.Route{Screen: kit.Ranking}).keys("R").answer("Reveal")
	d.keys("Q")
	if p, ok := d.last().(kit.Push); !ok || p.Route.Screen != kit.Moderation {
		t.Fatalf("Q leads to %+v", d.last())
	}
	d.open(anna, 120, 37, kit.Route{Screen: kit.Moderation}).keys("y").write("The degree is a related one.")
	if v := d.view(); !strings.Contains(v, "1 of 1 settled") {
		t.Errorf("after settling:\n%s", v)
	}
	d.open(anna, 120, 37, kit.Route{Screen: kit.Meeting})
	for range 2 {
		d.keys("D").answer("shortlisted").write("Every essential is met.")
		d.keys("]")
	}
	if d.board.Phase != model.Decided {
		t.Errorf("the phase is %s", d.board.Phase)
	}
}
