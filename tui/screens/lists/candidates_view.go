package lists

// This file draws the list of candidates.

import (
	"fmt"
	"strings"

	"shortlist/model"
	"shortlist/tui/kit"
	"shortlist/tui/screens/part"
	"shortlist/tui/widget"
)

// The columns before and after those of the criteria.
const (
	candidateNumber = iota
	candidateName
	candidateOwn
	candidateFirst // the first criterion
)

// setColumns makes the columns anew if criteria changed.
func (c *candidates) setColumns() {
	columns := []widget.Column{
		{Title: "No", Width: len(model.CandidateID(max(1, c.board.Candidates)).String())},
		{Title: "Name", Width: 16, Flex: 3},
		{Title: "Own", Width: 8},
	}
	key := fmt.Sprint(columns[0].Width)
	for _, k := range c.board.Criteria {
		label := c.board.Label(k.ID)
		columns = append(columns, widget.Column{Title: label, Width: len(label)})
		key += " " + label
	}
	columns = append(columns,
		widget.Column{Title: "Note", Width: 15},
		widget.Column{Title: "From", Width: 7},
		widget.Column{Title: "Reference", Width: 10, Flex: 1},
	)
	if key != c.columns {
		c.columns = key
		c.Table.Frozen = candidateOwn
		c.Table.SetColumns(columns)
	}
}

// row fills in one line.
func (c *candidates) row(i int, cells []widget.Cell) {
	if i >= len(c.List) {
		return
	}
	th, id := c.env.Theme, c.List[i]
	own := c.board.Own(id)
	cells[candidateNumber].Text = id.String()
	cells[candidateName].Text = c.names.Name(id)
	cells[candidateOwn] = c.own(own)
	n := len(c.board.Criteria)
	verdicts := c.findings.Of(id)
	for j := range n {
		cell := &cells[candidateFirst+j]
		switch {
		case own.Interest == model.Recused:
			cell.Text = "-"
		case j < len(verdicts):
			v := part.FindingSigns[verdicts[j]]
			*cell = widget.Cell{Text: v.Mark(), Style: part.VerdictStyle(th, v)}
		default:
			*cell = widget.Cell{Text: "…", Style: &th.Faint}
		}
	}
	last := candidateFirst + n
	if last+2 >= len(cells) {
		return
	}
	cells[last] = c.flag(id)
	if no := c.findings.NotEligible(c.board, id); no != "" && own.Interest != model.Recused {
		cells[last].Text = strings.TrimSpace(no + " " + cells[last].Text)
		cells[last].Style = &th.Warn
	}
	if x := c.names.Of(id); x != nil {
		cells[last+1].Text = kit.Clean(strings.Join(x.Nationalities, " "))
		cells[last+2].Text = kit.Clean(x.Reference)
	}
}

// own is how far the member is with a candidate.
func (c *candidates) own(a model.Assessment) widget.Cell {
	th := c.env.Theme
	if m := c.board.Member(c.me); m == nil || !m.Role.Votes() {
		return widget.Cell{}
	}
	rated, of := c.board.Progress(a.Candidate)
	s := fmt.Sprintf("%d/%d", rated, of)
	switch {
	case a.Interest == model.Recused:
		return widget.Cell{Text: "recused", Style: &th.Faint}
	case a.State == model.Submitted:
		return widget.Cell{Text: "✓ " + s, Style: &th.Good}
	case a.State == model.Returned:
		return widget.Cell{Text: "↩ " + s, Style: &th.Warn}
	case rated == 0:
		return widget.Cell{Text: s, Style: &th.Faint}
	}
	return widget.Cell{Text: s}
}

// flag is what everybody knows of a candidate: the decision, or that too few assessed them.
func (c *candidates) flag(id model.CandidateID) widget.Cell {
	th := c.env.Theme
	if d := c.board.Decision(id).Outcome; d != model.NoDecision {
		return widget.Cell{Text: d.Words(), Style: part.OutcomeStyle(th, d)}
	}
	if n, short := c.short[id]; short && !c.board.Revealed() {
		return widget.Cell{Text: fmt.Sprintf("! %d can rate", n), Style: &th.Warn}
	}
	if c.board.Revealed() && c.board.Standing(id).TooFew {
		return widget.Cell{Text: "! few raters", Style: &th.Warn}
	}
	return widget.Cell{}
}

// View draws head and table.
func (c *candidates) View() string {
	if c.board == nil || c.width < 20 || c.height < 3 {
		return ""
	}
	if c.board.Candidates == 0 {
		return c.empty()
	}
	t := c.env.Text
	head := c.env.Theme.Faint.Render(t.Cut(c.head(), c.width))
	if c.find.Shown() {
		head += "\n" + c.find.View()
	}
	if c.groups != nil {
		return c.groups.view(c.env)
	}
	if len(c.List) == 0 {
		return head + "\n" + strings.Join(t.Wrap(c.nobody(), c.width), "\n")
	}
	return head + "\n" + c.Table.View()
}

// empty tells how candidates come in.
func (c *candidates) empty() string {
	s := "There are no candidates yet.\n\n" +
		"i takes them in from a file, such as a table with a line for each, or from a folder of documents. " +
		"“shortlist template candidates.csv” writes a table with all columns and an example.\n\n" +
		"Nothing is taken in before you have seen what was read."
	if why := part.WhyNotRun(c.env, c.board); why != "" {
		s = "There are no candidates yet. The chair or the secretary takes them in from a file."
	}
	return strings.Join(c.env.Text.Wrap(s, min(c.width, 90)), "\n")
}
