package lists

// This file shows how many candidates have which finding, a line for each criterion and condition.

import (
	"fmt"
	"strconv"

	tea "charm.land/bubbletea/v2"

	"shortlist/model"
	"shortlist/model/requirement"
	"shortlist/tui/kit"
	"shortlist/tui/screens/part"
	"shortlist/tui/widget"
)

// findingGroups is the table of counts.
type findingGroups struct {
	table *widget.Table
	rows  []findingGroup
	known int
	of    int
	width int
}

// findingGroup is a line: a criterion or condition.
type findingGroup struct {
	label, text string
	tally       model.Tally
}

// groupVerdicts are the findings in the order of their columns.
var groupVerdicts = requirement.Verdicts()

// groupFirst is the first column of counts, and groupNarrowest its least width.
const (
	groupFirst     = 2
	groupNarrowest = 6
)

func (c *candidates) whyNoGroups() string {
	if c.board.Candidates == 0 || c.findings.Width == 0 {
		return "There are no findings to count yet."
	}
	return ""
}

func (c *candidates) showGroups() []kit.Effect {
	columns := []widget.Column{{Title: "", Width: 3}, {Title: "Criterion", Width: 12, Flex: 1}}
	for _, v := range groupVerdicts {
		title := v.Label()
		columns = append(columns, widget.Column{Title: title, Width: max(groupNarrowest, c.env.Text.Width(title)), Right: true})
	}
	g := &findingGroups{table: widget.NewTable(c.env, columns...)}
	g.table.Cells, g.table.Frozen = true, groupFirst
	c.groups = g
	g.refresh(c.board, &c.findings)
	g.resize(c.width, c.height)
	return c.fill()
}

// refresh takes over the counts.
func (g *findingGroups) refresh(b *model.View, v *part.FindingCache) {
	g.known, g.of, g.rows = v.Known, b.Candidates-len(v.Recused), g.rows[:0]
	add := func(label, text string) {
		x := findingGroup{label: label, text: kit.Clean(text)}
		if n := len(g.rows); n < len(v.Tallies) {
			x.tally = v.Tallies[n]
		}
		g.rows = append(g.rows, x)
	}
	for _, k := range b.Criteria {
		add(b.Label(k.ID), k.Text)
	}
	for _, x := range b.Vacancy.Eligibility {
		add(kit.Clean(x.ID), x.Text)
	}
	g.table.SetRows(len(g.rows), g.row)
}

func (g *findingGroups) row(i int, cells []widget.Cell) {
	if i >= len(g.rows) {
		return
	}
	x := g.rows[i]
	cells[0].Text, cells[1].Text = x.label, x.text
	if x.tally.None > 0 { // no fact can settle it
		return
	}
	for n, v := range groupVerdicts {
		if groupFirst+n < len(cells) {
			cells[groupFirst+n].Text = strconv.Itoa(x.tally.Count(v))
		}
	}
}

func (g *findingGroups) resize(width, height int) {
	g.width = width
	g.table.Resize(width, max(0, height-2))
}

// view draws the counts.
func (g *findingGroups) view(env *kit.Env) string {
	head := fmt.Sprintf("What the program finds for %s; a finding is a proposal, not a rating.", model.Count(g.of, "candidate", "candidates"))
	if g.known < g.of {
		head = fmt.Sprintf("What the program finds for %d of %s so far; the others follow.", g.known, model.Count(g.of, "candidate", "candidates"))
	}
	foot := "enter lists those of the number selected; esc goes back to the list."
	return env.Theme.Faint.Render(env.Text.Cut(head, g.width)) + "\n" + g.table.View() + "\n" + env.Theme.Faint.Render(env.Text.Cut(foot, g.width))
}

func (c *candidates) groupActions() []part.Action {
	return []part.Action{
		part.On(kit.Enter.As("list them", "List the candidates of the number selected."), c.listGroup),
		part.On(kit.Groups.As("back", "Go back to the list."), func() []kit.Effect { c.groups = nil; return c.fetch() }),
	}
}

// inGroups answers a message while the counts are shown.
func (c *candidates) inGroups(msg tea.Msg) []kit.Effect {
	if k, ok := msg.(tea.KeyPressMsg); ok {
		if effects, ok := c.keys.Dispatch(k); ok {
			return effects
		}
	}
	msg, inside := widget.Shift(msg, 0, 1)
	if inside && c.groups.table.Update(msg) == widget.Chosen {
		return c.listGroup()
	}
	return nil
}

// listGroup filters the list by the number selected.
func (c *candidates) listGroup() []kit.Effect {
	row, column := c.groups.table.Selected(), c.groups.table.Column()-groupFirst
	if row < 0 || row >= len(c.groups.rows) || column < 0 || column >= len(groupVerdicts) {
		return nil
	}
	c.find.Set(c.groups.rows[row].label + ":" + filterWord(groupVerdicts[column]))
	c.groups = nil
	c.layout()
	c.filter()
	return c.fetch()
}
