package imports

import (
	"slices"
	"strings"

	"shortlist/model"
	"shortlist/model/posting"
	"shortlist/model/requirement"
)

// This file says which lines of a posting hold what, besides criteria, conditions and competencies, so that a person
// can compare the header with its source.

// spansOf gives the lines of the header and those that structure the text, in their order.
func spansOf(p Posting) []model.Span {
	lines := strings.Split(p.Text, "\n")
	taken := map[int]bool{} // header lines with a field of their own
	var out []model.Span
	for _, f := range headerValues(p.Draft) {
		l := f.lines
		if l.From == 0 {
			l = lineWith(lines, p.Draft.Spans, f.value)
		}
		if l.From > 0 {
			out = append(out, model.Span{Lines: l, As: f.as})
			taken[l.From] = true
		}
	}
	for _, s := range p.Draft.Spans {
		as := ""
		switch s.Kind {
		case posting.SpanHeading:
			as = model.SpanHeading
		case posting.SpanLeadIn:
			as = model.SpanLeadIn
		case posting.SpanFurniture:
			as = model.SpanFurniture
		case posting.SpanHeader:
			as = model.SpanHeader
		}
		if as == "" || as == model.SpanHeader && taken[s.Lines.From] {
			continue
		}
		if x := (model.Span{Lines: linesOf(s.Lines), As: as}); !slices.Contains(out, x) {
			out = append(out, x)
		}
	}
	slices.SortStableFunc(out, func(a, b model.Span) int { return a.Lines.From - b.Lines.From })
	return out
}

// headerValue is a field of the header, with its lines if the reader knows them.
type headerValue struct {
	as, value string
	lines     model.Lines
}

func headerValues(d posting.Draft) []headerValue {
	return []headerValue{
		{model.SpanTitle, d.Title, model.Lines{}},
		{model.SpanOrganisation, d.Organisation, model.Lines{}},
		{model.SpanRequisition, d.Requisition, model.Lines{}},
		{model.SpanGrade, d.Grade, model.Lines{}},
		{model.SpanLocation, d.Location, model.Lines{}},
		{model.SpanClosing, d.ClosingWords, model.Lines{}},
		{model.SpanClearance, "", linesOf(d.Clearance.Lines)},
	}
}

// lineWith is the header line that contains a value; zero if none does.
func lineWith(lines []string, spans []posting.Span, value string) model.Lines {
	if value = withoutSpaces(value); value == "" {
		return model.Lines{}
	}
	for _, s := range spans {
		for i := s.Lines.From; s.Kind == posting.SpanHeader && i >= 1 && i <= min(s.Lines.To, len(lines)); i++ {
			if strings.Contains(withoutSpaces(lines[i-1]), value) {
				return model.Lines{From: i, To: i}
			}
		}
	}
	return model.Lines{}
}

// withoutSpaces is a text as it is compared: folded, without spaces.
func withoutSpaces(s string) string { return strings.Join(strings.Fields(requirement.Fold(s)), "") }
