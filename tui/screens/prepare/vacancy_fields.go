package prepare

// This file draws the fields of the header one by one while the vacancy is being prepared, so that each can be compared
// with its line of the posting.

import (
	"strconv"
	"strings"

	"shortlist/model"
	"shortlist/tui/kit"
	"shortlist/tui/screens/part"
)

// fields lists the header. Once the rules are sealed the lines at the top of the page are enough.
func (p *itemView) fields() {
	if p.board.Phase != model.Preparing {
		return
	}
	p.heading("HEADER", "E or w corrects it", -1)
	for _, f := range headerFields(p.board.Vacancy) {
		source := model.Lines{}
		for _, x := range p.board.Vacancy.Spans {
			if x.As == f.as && source.From == 0 {
				source = x.Lines
			}
		}
		value := f.value
		if value == "" {
			value = "–"
		}
		label := p.env.Text.Fit(f.label, fieldWidth)
		var lines []string
		for i, l := range p.env.Text.Wrap(kit.Clean(value), max(10, p.width-fieldWidth)) {
			if i > 0 {
				label = strings.Repeat(" ", fieldWidth)
			}
			lines = append(lines, p.env.Theme.Faint.Render(label)+l)
		}
		p.items = append(p.items, item{key: headerKey(f.as), field: f.name, source: source, lines: lines})
	}
}

// fieldWidth holds the widest name of a field and two spaces.
const fieldWidth = 16

// headerField is a field of the header as the page shows it. name is that of the form.
type headerField struct{ as, name, label, value string }

func headerFields(v model.Vacancy) []headerField {
	closing, reports := "", ""
	if !v.ClosingDate.IsZero() {
		closing = v.ClosingDate.Words()
	}
	if v.DirectReports != nil {
		reports = "none"
		if *v.DirectReports > 0 {
			reports = strconv.Itoa(*v.DirectReports)
		}
	}
	return []headerField{
		{model.SpanTitle, "title", "Title", v.Title},
		{model.SpanOrganisation, "organisation", "Organisation", v.Organisation},
		{model.SpanRequisition, "requisition", "Requisition", v.Requisition},
		{model.SpanGrade, "grade", "Grade", v.Grade},
		{model.SpanLocation, "location", "Location", v.Location},
		{model.SpanClosing, "closing", "Closing date", closing},
		{model.SpanClearance, "level", "Clearance", strings.TrimLeft(strings.TrimPrefix(part.ClearanceWords(v), "clearance"), ", ")},
		{model.SpanReports, "reports", "Direct reports", reports},
	}
}
