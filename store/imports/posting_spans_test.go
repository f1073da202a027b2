package imports

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"shortlist/model"
)

func TestSpansSayWhichLineHoldsWhat(t *testing.T) {
	t.Parallel()
	p, err := ReadPosting("pilot.txt", []byte(`Title: Harbour Pilot
Organisation: Ostmark Port Office
Requisition ID: 4711
Grade: G12
Closing date: 7 January 2025

2. QUALIFICATIONS AND EXPERIENCE
ESSENTIAL
The incumbent must:
- have at least 5 years of experience in piloting large vessels;
- know the rules of the road at sea.
`))
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]model.Lines{}
	for _, s := range Draft(p).Vacancy.Spans {
		if _, ok := got[s.As]; !ok {
			got[s.As] = s.Lines
		}
	}
	want := map[string]model.Lines{
		model.SpanTitle: {From: 1, To: 1}, model.SpanOrganisation: {From: 2, To: 2}, model.SpanRequisition: {From: 3, To: 3},
		model.SpanGrade: {From: 4, To: 4}, model.SpanClosing: {From: 5, To: 5}, model.SpanHeading: {From: 7, To: 7}, model.SpanLeadIn: {From: 9, To: 9},
	}
	for as, l := range want {
		if got[as] != l {
			t.Errorf("%s: %v instead of %v\n%s", as, got[as], l, cmp.Diff(want, got))
		}
	}
}

// No span points beyond the text, whatever it is.
func TestSpansStayInTheText(t *testing.T) {
	t.Parallel()
	for _, text := range []string{"", "x", "Title: \n\n\n", "Title: Cook\nTitle: Cook\nTitle: Cook", "Grade: G12 Grade: G12"} {
		p, err := ReadPosting("x.txt", []byte(text))
		if err != nil {
			continue
		}
		for _, s := range Draft(p).Vacancy.Spans {
			if s.Lines.From < 1 || s.Lines.To < s.Lines.From || s.Lines.To > p.Lines {
				t.Errorf("%q: %+v", text, s)
			}
		}
	}
}
