package settle

// This file draws the ranking: the table, and the explanation of the selected place below it or beside it.

import (
	"fmt"
	"strings"

	"shortlist/model"
	"shortlist/tui/kit"
	"shortlist/tui/screens/part"
	"shortlist/tui/widget"
)

// wide returns true if the explanation is beside the table.
func (r *ranking) wide() bool { return r.width >= 130 }

func (r *ranking) tableWidth() int {
	if r.wide() {
		return r.width * 11 / 20
	}
	return r.width
}

// Resize sets the size of the body.
func (r *ranking) Resize(width, height int) {
	r.width, r.height = width, height
	r.table.Resize(r.tableWidth(), max(2, r.tableHeight()))
}

func (r *ranking) tableHeight() int {
	if r.wide() {
		return r.height - 1
	}
	return r.height - 1 - max(7, r.height*2/5)
}

// row fills one line of the table.
func (r *ranking) row(i int, cells []widget.Cell) {
	th := r.env.Theme
	n, brk := r.index(i)
	if brk != nil {
		for j := range cells {
			cells[j] = widget.Cell{Text: "──", Style: &th.Faint}
		}
		cells[2] = widget.Cell{Text: "── " + brk.text, Style: &th.Mark}
		return
	}
	if n >= len(r.rows) {
		return
	}
	x := r.rows[n]
	cells[0].Text, cells[1].Text, cells[2].Text = x.Place(), x.Candidate.String(), r.names.Name(x.Candidate)
	cells[3].Text = x.Score()
	cells[4] = part.GateCell(th, x.Gate)
	if r.board.Revealed() {
		cells[5].Text = fmt.Sprint(x.Assessors)
		if x.TooFew {
			cells[5] = widget.Cell{Text: fmt.Sprintf("%d !", x.Assessors), Style: &th.Warn}
		}
	}
	if d := r.board.Decision(x.Candidate).Outcome; d != model.NoDecision {
		cells[6] = widget.Cell{Text: d.Words(), Style: part.OutcomeStyle(th, d)}
	}
}

// View draws the screen.
func (r *ranking) View() string {
	if r.board == nil || r.width < 20 || r.height < 6 {
		return ""
	}
	t, th := r.env.Text, r.env.Theme
	if len(r.rows) == 0 {
		return strings.Join(t.Wrap("There is nothing to rank yet: candidates come in on the candidates page (i).", r.width), "\n")
	}
	head := th.Faint.Render(t.Cut(r.head(), r.width))
	table := r.table.View()
	if !r.wide() {
		room := r.height - 1 - r.tableHeight()
		out := []string{head, table}
		for range r.tableHeight() - strings.Count(table, "\n") - 1 {
			out = append(out, "")
		}
		out = append(out, th.Border.Render(strings.Repeat("─", r.width)))
		lines := part.Shorten(t, r.explain(r.width), room-1, r.width)
		return strings.Join(append(out, lines...), "\n")
	}
	left, right := strings.Split(table, "\n"), r.explain(r.width-r.tableWidth()-2)
	var w strings.Builder
	w.WriteString(head)
	bar := th.Border.Render("│")
	for i := range r.height - 1 {
		l := ""
		if i < len(left) {
			l = left[i]
		}
		w.WriteString("\n" + l + strings.Repeat(" ", max(0, r.tableWidth()-t.Width(l))) + bar)
		if i < len(right) {
			w.WriteString(" " + right[i])
		}
	}
	return w.String()
}

func (r *ranking) head() string {
	b := r.board
	if !b.Revealed() {
		return "Your own ranking (provisional): from your ratings alone. The panel's order appears after the reveal."
	}
	s := fmt.Sprintf("The panel's ranking · %d of %d decided", b.DecidedCount, b.Candidates)
	if b.Reveal.Reason != "" {
		s += " · revealed early: " + kit.Clean(b.Reveal.Reason)
	}
	return s
}

// explain says why the selected candidate has their place, and after the reveal which values the members gave.
func (r *ranking) explain(width int) []string {
	row, ok := r.selected()
	if !ok {
		return nil
	}
	t, th := r.env.Text, r.env.Theme
	c := row.Candidate
	place := "no place"
	if row.Rank > 0 {
		place = "place " + row.Place()
	}
	out := []string{th.Strong.Render(t.Cut(fmt.Sprintf("%s %s: %s", c, r.names.Name(c), place), width))}
	for _, s := range r.board.ExplainPlace(c) {
		out = append(out, t.Wrap(kit.Clean(s), width)...)
	}
	if row.Shared {
		out = append(out, t.Wrap("Others have the same total: the place is shared, and neither name nor number breaks it.", width)...)
	}
	if d := r.board.Decision(c); d.Outcome != model.NoDecision {
		reason := "…"
		if r.dossier.Candidate == c {
			reason = kit.Clean(r.board.ShownText(r.dossier.Text(d.Reason), r.dossier.Person))
		}
		says := fmt.Sprintf("Decision: %s, %s", d.Outcome.Words(), kit.Clean(r.board.MemberName(d.By)))
		if r.board.Recused(c) {
			reason = "the reason is closed to you"
		}
		out = append(out, t.Wrap(says+": "+reason, width)...)
	}
	if r.board.Revealed() && !r.board.Recused(c) {
		out = append(out, r.values(c, width)...)
	}
	return out
}

// values lists every member's values, criterion by criterion.
func (r *ranking) values(c model.CandidateID, width int) []string {
	var out []string
	line := func(who string, value func(k model.Criterion) string) {
		var parts []string
		for _, k := range r.board.Criteria {
			if v := value(k); v != "" {
				parts = append(parts, r.board.Label(k.ID)+" "+v)
			}
		}
		if len(parts) > 0 {
			out = append(out, r.env.Text.Wrap(who+": "+strings.Join(parts, "  "), width)...)
		}
	}
	for _, a := range r.board.Visible(c) {
		if !r.board.Counts(a) {
			continue
		}
		line(kit.Clean(r.board.MemberName(a.Member)), func(k model.Criterion) string { return part.ValueSign(k.Scale, a.Rating(k.ID).Value) })
	}
	line("Agreed", func(k model.Criterion) string {
		if g, ok := r.board.Settled(c, k.ID); ok {
			return part.ValueSign(k.Scale, g.Value)
		}
		return ""
	})
	return out
}
