package screens

import (
	"fmt"
	"strings"

	"charm.land/lipgloss/v2"

	"shortlist/model"
	"shortlist/tui/kit"
	"shortlist/tui/widget"
)

// This file says which lines of the posting were understood as what.

// postingMarks marks the lines of criteria and eligibility, and those of competencies where they can be found. The
// entry with the label chosen stands out.
func postingMarks(env *kit.Env, b *model.Board, text *widget.Pager, chosen string) []widget.Mark {
	var marks []widget.Mark
	add := func(label string, l model.Lines, style *lipgloss.Style) {
		if l.From < 1 {
			return
		}
		m := widget.Mark{From: l.From, To: max(l.From, l.To), Label: label, Style: style}
		if label == chosen {
			m.Style = &env.Theme.Mark
			marks = append([]widget.Mark{m}, marks...)
			return
		}
		marks = append(marks, m)
	}
	for _, k := range b.Criteria {
		style := &env.Theme.Info
		if k.Class == model.Essential {
			style = &env.Theme.Good
		}
		add(b.Label(k.ID), k.Lines, style)
	}
	for _, g := range b.Vacancy.Eligibility {
		add(g.ID, g.Lines, &env.Theme.Warn)
	}
	for i, c := range b.Vacancy.Competencies {
		if line := lineOf(text, c); line > 0 {
			add(fmt.Sprintf("C%d", i+1), model.Lines{From: line, To: line}, &env.Theme.Faint)
		}
	}
	return marks
}

// lineOf finds the line that names a competency with its phrase; 0 where there is none.
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
