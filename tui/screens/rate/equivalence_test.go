package rate

import (
	"strings"
	"testing"

	"shortlist/model"
	"shortlist/model/requirement"
	"shortlist/tui/kit"
	"shortlist/tui/tuitest"
)

// college gives somebody two qualifications below the level asked.
func college(p model.Person, name string) model.Person {
	p.Facts.Education = []requirement.Education{
		{Level: requirement.DegreeVocational, Field: "Transport", Institution: name, Country: "BEL", Conferred: requirement.Date{Year: 2012, Month: 6, Day: 30}},
		{Level: requirement.DegreeSecondary, Field: "general", Institution: "Sample School", Country: "BEL"},
	}
	return p
}

// A member records once that a qualification is equivalent; if another candidate claims the same it is offered, and
// nothing else changes.
func TestAQualificationIsRecognised(t *testing.T) {
	t.Parallel()
	people := tuitest.People()
	people[0], people[1] = college(people[0], "Éxample College"), college(people[1], "example  COLLEGE")
	d := newDesk(t, people...).Seal().Open(tuitest.Anna, 80, 24, kit.Route{Screen: kit.Assessment, Candidate: 1, Criterion: 1})
	d.Keys("=").Answer("vocational, Transport, Éxample College, BEL").Answer("equivalent").Write("Four years at university level.")
	r, ok := d.Board.As(tuitest.Anna).RecordedEquivalence(1, people[1].Facts.Education[0].Qualification())
	if !ok || !r.Equivalent || r.Candidate != 1 || r.Reason != "Four years at university level." {
		t.Fatalf("recorded %+v", d.Board.Snapshot().Equivalences)
	}
	if d.Board.RatingCount() != 0 {
		t.Error("a rating was given")
	}
	flat := func() string { return strings.Join(strings.Fields(strings.ReplaceAll(d.View(), "│", " ")), " ") }
	d.Open(tuitest.Anna, 200, 50, kit.Route{Screen: kit.Assessment, Candidate: 2, Criterion: 1})
	for _, want := range []string{"≈ You found the qualification", "equivalent for C001", "It is offered, not applied.", "✗ not met: At most"} {
		if !strings.Contains(flat(), want) {
			t.Errorf("%q is not shown:\n%s", want, d.View())
		}
	}
	d.Open(tuitest.Bruno, 200, 50, kit.Route{Screen: kit.Assessment, Candidate: 2, Criterion: 1})
	if v := flat(); strings.Contains(v, "≈") {
		t.Errorf("seen by another member before the reveal:\n%s", d.View())
	}
	d.Open(tuitest.Anna, 80, 24, kit.Route{Screen: kit.Assessment, Candidate: 1, Criterion: 1})
	d.Keys("=").Answer("vocational, Transport, Éxample College, BEL").Answer("take back")
	if len(d.Board.Snapshot().Equivalences) != 0 {
		t.Errorf("still there: %+v", d.Board.Snapshot().Equivalences)
	}
}

func TestRecognisingHasItsLimits(t *testing.T) {
	t.Parallel()
	d := newDesk(t, tuitest.People()...).Seal().Open(tuitest.Anna, 80, 24, kit.Route{Screen: kit.Assessment, Candidate: 1, Criterion: 1})
	if q, ok := d.Keys("=").Last().(kit.Choose); !ok || q.Title != "Is this qualification equivalent for E1?" || len(q.Answers) != 2 {
		t.Errorf("one qualification: %+v", d.Last())
	}
	why := func(c model.CandidateID, k model.CriterionID) (string, bool) {
		d.Open(tuitest.Anna, 80, 24, kit.Route{Screen: kit.Assessment, Candidate: c, Criterion: k})
		for _, b := range d.Screen.Keys() {
			if b.Help().Desc == kit.Recognise.Help().Desc {
				return b.Why, true
			}
		}
		return "", false
	}
	if s, ok := why(2, 1); !ok || s != "The file names no qualification." {
		t.Errorf("without a qualification: %q", s)
	}
	if s, ok := why(1, 2); ok {
		t.Errorf("a criterion without a degree has the key: %q", s)
	}
}
