package settle

// This file draws the moderation screen: the queue at the left, at the right the selected difference with all ratings
// side by side above the candidate's file.

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"shortlist/model"
	"shortlist/tui/kit"
	"shortlist/tui/screens/part"
)

func (m *moderation) leftWidth() int { return max(26, min(m.width*3/10, 52)) }

func (m *moderation) rightWidth() int { return max(10, m.width-m.leftWidth()-2) }

// modRow is a line of the queue; item is -1 for a heading.
type modRow struct {
	text string
	item int
}

// rows returns the lines of the queue with their headings.
func (m *moderation) rows() []modRow {
	var out []modRow
	last := ""
	for i, d := range m.agenda.Items {
		if h := queueHeading(d); h != last {
			last = h
			out = append(out, modRow{h, -1})
		}
		out = append(out, modRow{"", i})
	}
	return out
}

func queueHeading(d model.AgendaItem) string {
	switch d.State {
	case model.ItemSettled:
		return "SETTLED"
	case model.ItemClosed:
		return "DECIDED AS THEY STAND"
	}
	return strings.ToUpper(d.Impact.Words())
}

// window returns the part of the queue in view.
func (m *moderation) window() (first, n int) {
	rows, height := m.rows(), max(1, m.height-1)
	at := slices.IndexFunc(rows, func(r modRow) bool { return r.item == m.at })
	first = max(0, min(at-height/2, len(rows)-height))
	return first, min(height, len(rows)-first)
}

// left draws the queue.
func (m *moderation) left() []string {
	t, th, width := m.env.Text, m.env.Theme, m.leftWidth()
	rows := m.rows()
	first, n := m.window()
	var out []string
	for _, r := range rows[first : first+n] {
		if r.item < 0 {
			out = append(out, th.Head.Render(t.Fit(r.text, width)))
			continue
		}
		d := m.agenda.Items[r.item]
		cursor := "  "
		if r.item == m.at {
			cursor = "▸ "
		}
		values := m.signs(d)
		front := cursor + d.Candidate.String() + " " + t.Fit(m.board.Label(d.Criterion), 3) + " "
		room := width - t.Width(front) - t.Width(values) - 1
		name := ""
		if room > 3 {
			name = t.Fit(m.names.Name(d.Candidate), room) + " "
		}
		line := t.Fit(front+name+values, width)
		switch {
		case r.item == m.at:
			line = th.Selected.Render(line)
		case d.State != model.ItemOpen:
			line = th.Faint.Render(line)
		}
		out = append(out, line)
	}
	return out
}

// signs returns the values of a difference as signs, with the settled one behind "=".
func (m *moderation) signs(d model.AgendaItem) string {
	var signs []string
	var scale model.Scale
	if k := m.board.Criterion(d.Criterion); k != nil {
		scale = k.Scale
	}
	for _, r := range m.board.Standing(d.Candidate).Results {
		if r.Criterion == d.Criterion {
			for _, v := range r.Values {
				signs = append(signs, part.ValueSign(scale, v))
			}
		}
	}
	if m.hidden {
		slices.Sort(signs)
	}
	s := strings.Join(signs, " ")
	if s == "" {
		s = "·"
	}
	if g, ok := m.board.Settled(d.Candidate, d.Criterion); ok {
		s += " =" + part.ValueSign(scale, g.Value)
	}
	return s
}

// above returns the blocks above the candidate's file: the criterion, what differs, all ratings, what was agreed.
func (m *moderation) above() []string {
	d, ok := m.item()
	k, has := m.criterion()
	if !ok || !has {
		return nil
	}
	t, th, width := m.env.Text, m.env.Theme, m.rightWidth()
	blocks := []part.Block{
		{Lines: t.Wrap(fmt.Sprintf("%s %s", d.Candidate, m.names.Name(d.Candidate)), width), Least: 1, Style: &th.Strong},
		{Lines: t.Wrap(m.board.Label(k.ID)+"  "+kit.Clean(k.Text), width), Least: 1, Style: &th.Strong},
		{Lines: t.Wrap(d.What+" "+d.Why, width), Least: 1, Style: &th.Warn},
	}
	ratings := ratingBlocks(m.env, m.board, d.Candidate, k, m.hidden, &m.caseFile, width)
	blocks = append(blocks, ratings...)
	blocks = append(blocks, m.agreedBlock(d, k, width))
	if m.caseFile.Has(d.Candidate) {
		f := m.board.Finding(k, model.Rating{}, m.caseFile.Dossier.Person.Facts).Finding
		if k.Requirement.Kind.HasFinding() {
			blocks = append(blocks, part.Block{Lines: t.Wrap(fmt.Sprintf("From the file: %s", kit.Clean(f.Marked())), width), Least: 1, Style: part.VerdictStyle(th, f.Verdict)})
			blocks = append(blocks, part.OfferBlocks(m.env, m.board, d.Candidate, k, m.caseFile.Dossier.Person, width)...)
		}
	}
	var out []string
	for _, b := range fitBlocks(t, blocks, max(6, m.height*3/5), width) {
		for _, l := range b.Lines {
			l = t.Cut(l, width)
			if b.Style != nil {
				l = b.Style.Render(l)
			}
			out = append(out, l)
		}
	}
	return out
}

// agreedBlock says what the panel settled on, or who may settle.
func (m *moderation) agreedBlock(d model.AgendaItem, k model.Criterion, width int) part.Block {
	s := "Not settled."
	if g, ok := m.board.Settled(d.Candidate, k.ID); ok {
		s = fmt.Sprintf("= %s, agreed by the panel: %s", g.Value.Words(), m.caseFile.Text(d.Candidate, g.Reason))
	} else if name := m.tie.of(d.Candidate, k.ID); name != "" {
		s = fmt.Sprintf("Not settled. Tie-breaker: %s.", kit.Clean(name))
	}
	return part.Block{Lines: m.env.Text.Wrap(s, width), Least: 1, Style: &m.env.Theme.Strong}
}

// ratingBlocks returns all ratings of a criterion with reasons and evidence. If names are hidden they are in the order of
// the scale, so that the order does not tell whose they are.
func ratingBlocks(env *kit.Env, b *model.View, c model.CandidateID, k model.Criterion, hidden bool, texts *part.CaseFile, width int) []part.Block {
	var out []part.Block
	list := slices.DeleteFunc(slices.Clone(b.Visible(c)), func(a model.Assessment) bool { return !b.Counts(a) })
	if hidden {
		slices.SortStableFunc(list, func(x, y model.Assessment) int {
			return cmp.Compare(x.Rating(k.ID).Value, y.Rating(k.ID).Value)
		})
	}
	for _, a := range list {
		r := a.Rating(k.ID)
		s := part.ValueWord(k.Scale, r.Value)
		if !hidden {
			s = env.Text.Fit(s, 10) + " " + kit.Clean(b.MemberName(a.Member))
			if a.Interest == model.Disclosed {
				s += " (declared an interest)"
			}
		}
		if reason := texts.Text(c, r.Reason); reason != "" {
			s += ": " + reason
		} else {
			s += ": no reason given"
		}
		lines := env.Text.Wrap(s, width)
		for i := range lines[1:] {
			lines[i+1] = env.Text.Cut("  "+lines[i+1], width)
		}
		out = append(out, part.Block{Lines: lines, Least: 1, Style: part.ValueStyle(env.Theme, k.Scale, r.Value)})
		if r.Ticked && k.Requirement.Kind.CountsJobs() && texts.Has(c) { // explains different sums
			why := b.Finding(k, r, texts.Dossier.Person.Facts).Why
			out = append(out, part.Block{Lines: env.Text.Wrap(fmt.Sprintf("  jobs ticked: %s", kit.Clean(why)), width), Style: &env.Theme.Faint})
		}
		for _, e := range r.Evidence {
			out = append(out, part.Block{Lines: env.Text.Wrap(fmt.Sprintf("  quotes: %s", texts.Text(c, e)), width), Style: &env.Theme.Faint})
		}
	}
	if len(out) == 0 {
		out = append(out, part.Block{Lines: []string{"Nobody's rating counts."}, Least: 1})
	}
	return out
}

// fitBlocks shortens the longest block until all blocks fit.
func fitBlocks(t *kit.Text, blocks []part.Block, room, width int) []part.Block {
	for n := part.CountLines(blocks); n > room; n-- {
		longest := -1
		for i, b := range blocks {
			if len(b.Lines) > b.Least && (longest < 0 || len(b.Lines)-b.Least >= len(blocks[longest].Lines)-blocks[longest].Least) {
				longest = i
			}
		}
		if longest < 0 {
			break
		}
		b := &blocks[longest]
		b.Lines = part.Shorten(t, b.Lines, len(b.Lines)-1, width)
	}
	return blocks
}

// right draws the selected difference.
func (m *moderation) right() []string {
	width := m.rightWidth()
	d, _ := m.item()
	if m.recused() {
		return m.env.Text.Wrap(model.RecusedWords(d.Candidate), width)
	}
	out := append(m.above(), m.env.Theme.Border.Render(strings.Repeat("─", width)))
	switch {
	case m.caseFile.Trouble != nil:
		return append(out, m.env.Text.Wrap(model.Explain(m.caseFile.Trouble), width)...)
	case !m.caseFile.Has(d.Candidate):
		return append(out, "…")
	}
	return append(out, readOnlyFile(m.env, &m.file, width)...)
}

// empty says why the queue is empty.
func (m *moderation) empty() string {
	switch {
	case !m.board.Revealed():
		return "There is nothing to settle yet. Members rate alone; when the ratings are revealed (R on the ranking page), what differs stands here in the order of what matters for the outcome."
	case len(m.agenda.Recused) > 0:
		return fmt.Sprintf("There is no difference to settle that is yours to see. You recused yourself from %s, where differences are left: another chair, who is not recused, leads there. The panel page makes a second chair; @ switches who is working.", model.ListOf(m.agenda.Recused, 8))
	case m.agenda.Of == 0 && len(m.agenda.Unassessed) > 0:
		return fmt.Sprintf("There is no difference to settle. %s assessed by nobody: the chair decides what becomes of them (D on the ranking page).", model.Count(len(m.agenda.Unassessed), "candidate was", "candidates were"))
	}
	return "There is no difference to settle: all ratings agree. Decide on the ranking page (D)."
}

// View draws the screen.
func (m *moderation) View() string {
	if m.board == nil || m.width < 30 || m.height < 6 {
		return ""
	}
	t, th := m.env.Text, m.env.Theme
	if len(m.agenda.Items) == 0 {
		return strings.Join(t.Wrap(m.empty(), min(m.width, 90)), "\n")
	}
	left, right := m.left(), m.right()
	bar := th.Border.Render("│")
	var w strings.Builder
	w.WriteString(th.Faint.Render(t.Cut(m.head(), m.width)))
	for i := range m.height - 1 {
		l, r := "", ""
		if i < len(left) {
			l = left[i]
		}
		if i < len(right) {
			r = right[i]
		}
		w.WriteString("\n" + l + strings.Repeat(" ", max(0, m.leftWidth()-t.Width(l))) + bar)
		if r != "" {
			w.WriteString(" " + r)
		}
	}
	return w.String()
}

// readOnlyFile draws a part of a candidate's file without cursor and ticks.
func readOnlyFile(env *kit.Env, p *part.FilePane, width int) []string {
	out := make([]string, 0, p.Height)
	for i := p.Top; i < len(p.Lines) && len(out) < p.Height; i++ {
		l := p.Lines[i]
		s := l.Text
		if l.Tick {
			s = "- " + s
		} else if l.Job >= 0 && !strings.HasPrefix(s, " ") {
			s = "  " + s
		}
		s = env.Text.Cut(s, width)
		switch {
		case l.Heading:
			s = env.Theme.Head.Render(s)
		case l.Used:
			s = env.Theme.Strong.Render(s)
		}
		out = append(out, s)
	}
	return out
}
