package prepare

// This file says which lines of the posting were understood as what, and marks them in the margin: with a label, not by
// colour alone.

import (
	"fmt"
	"slices"
	"strings"

	"charm.land/lipgloss/v2"

	"shortlist/model"
	"shortlist/tui/kit"
	"shortlist/tui/widget"
)

// span is a stretch of the posting with what it was understood as. key is the entry of the vacancy page.
type span struct {
	key, label, says string
	lines            model.Lines
	style            *lipgloss.Style
}

// spanLabels are the short labels of the margin for what is no criterion, condition or competency.
var spanLabels = []struct{ as, label string }{
	{model.SpanTitle, "title"},
	{model.SpanOrganisation, "org"},
	{model.SpanRequisition, "req"},
	{model.SpanGrade, "grade"},
	{model.SpanLocation, "place"},
	{model.SpanClosing, "close"},
	{model.SpanClearance, "clear"},
	{model.SpanReports, "staff"},
	{model.SpanHeader, "head"},
	{model.SpanHeading, "§"},
	{model.SpanLeadIn, "…"},
	{model.SpanFurniture, "–"},
}

// structural returns true if a label only orders the text.
func structural(label string) bool { return label == "§" || label == "…" || label == "–" }

// legend says what the labels of the margin mean.
const legend = "E essential · D desirable · G eligibility · C competency · § heading · … lead-in · – page furniture · ! warning"

// spansIn lists what the posting was understood as, the weightiest first.
func spansIn(env *kit.Env, b *model.View, text *widget.Pager) []span {
	var out []span
	add := func(u span) {
		u.lines.To = min(max(u.lines.From, u.lines.To), text.Lines())
		if u.lines.From >= 1 && u.lines.From <= text.Lines() {
			out = append(out, u)
		}
	}
	for _, k := range b.Criteria {
		style := &env.Theme.Info
		if k.Class == model.Essential {
			style = &env.Theme.Good
		}
		add(span{criterionKey(k.ID), b.Label(k.ID), k.Text, k.Lines, style})
	}
	for _, g := range b.Vacancy.Eligibility {
		add(span{eligibilityKey(g.ID), g.ID, g.Text, g.Lines, &env.Theme.Warn})
	}
	for i, c := range b.Vacancy.Competencies {
		l := c.Lines
		if l.From == 0 {
			l.From = lineOf(text, c)
		}
		add(span{competencyKey(i), fmt.Sprintf("C%d", i+1), c.Name, l, &env.Theme.Key})
	}
	for _, x := range b.Vacancy.Spans {
		label, style := "", &env.Theme.Head
		for _, l := range spanLabels {
			if l.as == x.As {
				label = l.label
			}
		}
		if label == "" {
			continue
		}
		if x.As == model.SpanLeadIn || x.As == model.SpanFurniture {
			style = &env.Theme.Faint
		}
		add(span{headerKey(x.As), label, x.As, x.Lines, style})
	}
	for i, w := range b.Vacancy.Warnings {
		add(span{warningKey(i), "!", "! " + w.Message(), model.Lines{From: w.Line, To: w.Line}, &env.Theme.Warn})
	}
	return out
}

// marksOf are the marks of the margin. The entry with the key chosen stands out. Where several begin on a line, the label
// is that of the first with a +, and a warning adds a !.
func marksOf(env *kit.Env, all []span, chosen string) []widget.Mark {
	if i := slices.IndexFunc(all, func(u span) bool { return u.key == chosen && chosen != "" }); i > 0 {
		all = append([]span{all[i]}, slices.Delete(slices.Clone(all), i, i+1)...)
	}
	cover := map[int][]int{} // line → entries, in order
	var lines []int
	for i, u := range all {
		for l := u.lines.From; l <= u.lines.To; l++ {
			if cover[l] == nil {
				lines = append(lines, l)
			}
			cover[l] = append(cover[l], i)
		}
	}
	slices.Sort(lines)
	var marks []widget.Mark
	for _, l := range lines {
		first := all[cover[l][0]]
		m := widget.Mark{From: l, To: l, Label: labelAt(all, cover[l], l), Style: first.style}
		if first.key == chosen && chosen != "" {
			m.Style = &env.Theme.Mark
		}
		if n := len(marks); n > 0 && m.Label == "" && marks[n-1].To == l-1 && marks[n-1].Style == m.Style {
			marks[n-1].To = l
			continue
		}
		marks = append(marks, m)
	}
	return marks
}

// labelAt is the label of a line: of what begins there.
func labelAt(all []span, here []int, line int) string {
	label, doubt := "", ""
	for _, i := range here {
		switch u := all[i]; {
		case u.lines.From != line:
		case u.label == "!":
			doubt = "!"
		case label == "":
			label = u.label
		case !strings.HasSuffix(label, "+"):
			label += "+"
		}
	}
	return label + doubt
}

// lineOf finds the line that names a competency with its phrase; 0 if there is none.
func lineOf(text *widget.Pager, c model.Competency) int {
	return text.Find(func(line string) bool {
		at := strings.Index(line, c.Name)
		return c.Name != "" && at >= 0 && (c.Phrase == "" || strings.Contains(line[at:], firstWords(c.Phrase)))
	})
}

func firstWords(s string) string {
	words := strings.Fields(s)
	return strings.Join(words[:min(2, len(words))], " ")
}
