package rate

// This file draws the left side of the assessment screen: the criteria with the member's ratings.

import (
	"strings"

	"charm.land/lipgloss/v2"

	"shortlist/model"
	"shortlist/tui/kit"
	"shortlist/tui/screens/part"
)

func (a *assessment) left(height int) []string {
	if a.pass {
		return a.passLines(a.leftWidth(), height)
	}
	rows := a.leftRows(a.leftWidth(), height)
	out := make([]string, len(rows))
	for i, r := range rows {
		out[i] = r.text
	}
	return out
}

// leftRow is a line of the criteria; criterion is -1 for a heading.
type leftRow struct {
	text      string
	criterion int
}

// leftRows draws the criteria under their headings. If there is room their words go on below; if there is none,
// the list moves with the selection.
func (a *assessment) leftRows(width, height int) []leftRow {
	rows := a.criteriaRows(width, max(0, height))
	if len(rows) <= height {
		return rows
	}
	at := 0
	for i, r := range rows {
		if r.criterion == a.at {
			at = i
			break
		}
	}
	height = max(0, height)
	first := max(0, min(at-height/2, len(rows)-height))
	return rows[first : first+height]
}

// criteriaRows draws every criterion on one line, and shares what is left of the height out for more of the words.
func (a *assessment) criteriaRows(width, height int) []leftRow {
	t, th := a.env.Text, a.env.Theme
	list := a.board.Criteria
	first, rest := make([]string, len(list)), make([][]string, len(list))
	room := height - len(list)
	for i, k := range list {
		text := kit.Clean(k.Text)
		first[i] = t.Wrap(text, max(4, width-a.valueWidth()-7))[0]
		if more := strings.TrimSpace(strings.TrimPrefix(text, first[i])); more != "" {
			rest[i] = t.Wrap(more, width-7)
		}
		if i == 0 || list[i-1].Class != k.Class {
			room--
		}
	}
	parted := room > 0 && len(a.board.Class(model.Essential)) > 0 && len(a.board.Class(model.Desirable)) > 0
	if parted {
		room--
	}
	deep := make([]int, len(list))
	for n := 1; n <= 3; n++ {
		for i := range list {
			if len(rest[i]) >= n && room > 0 {
				deep[i], room = n, room-1
			}
		}
	}
	var rows []leftRow
	for i, k := range list {
		if i == 0 || list[i-1].Class != k.Class {
			if i > 0 && parted {
				rows = append(rows, leftRow{"", -1})
			}
			rows = append(rows, leftRow{th.Head.Render(t.Fit(strings.ToUpper(k.Class.Words()), width)), -1})
		}
		words := first[i]
		if deep[i] == 0 {
			words = kit.Clean(k.Text)
		}
		rows = append(rows, leftRow{a.leftLine(width, i == a.at, a.board.Label(k.ID), words, a.candidate, k), i})
		for _, l := range part.Shorten(t, rest[i], deep[i], width-7) {
			rows = append(rows, leftRow{t.Fit("      "+l, width), i})
		}
	}
	return rows
}

func (a *assessment) valueWidth() int {
	switch {
	case !a.board.Revealed() && !a.voting():
		return 0
	case a.leftWidth() < 34:
		return 10
	}
	return 12
}

// leftLine is one line of the left side: cursor, label, words, and the rating in sign and word.
func (a *assessment) leftLine(width int, selected bool, label, words string, c model.CandidateID, k model.Criterion) string {
	t, th := a.env.Text, a.env.Theme
	cursor := "  "
	if selected {
		cursor = "▸ "
	}
	labelWidth := max(3, t.Width(label))
	value, style := a.leftValue(c, k)
	vw := a.valueWidth()
	front := cursor + t.Fit(label, labelWidth) + " " + t.Fit(words, width-labelWidth-vw-4)
	value = t.Fit(value, vw)
	if selected && !a.inFile {
		return th.Selected.Render(t.Fit(front+" "+value, width))
	}
	if style != nil && vw > 0 {
		value = style.Render(value)
	}
	if selected {
		front = th.Strong.Render(front)
	}
	return front + " " + value
}

func (a *assessment) leftValue(c model.CandidateID, k model.Criterion) (string, *lipgloss.Style) {
	th := a.env.Theme
	if a.board.Recused(c) {
		return "recused", &th.Faint
	}
	if a.board.Revealed() {
		for _, r := range a.board.Standing(c).Results {
			if r.Criterion == k.ID {
				return part.ReadingWord(k, r), part.ReadingStyle(th, r)
			}
		}
	}
	v := a.value(c, k.ID)
	word := part.ValueWord(k.Scale, v)
	if _, pending := a.waiting.Value(c, k.ID); pending {
		word += "…"
	}
	return word, part.ValueStyle(th, k.Scale, v)
}
