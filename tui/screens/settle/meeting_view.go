package settle

// This file draws the meeting view: few things at a time, wide margins, and empty lines wherever there is room.

import (
	"fmt"
	"slices"
	"strings"

	"shortlist/model"
	"shortlist/tui/kit"
	"shortlist/tui/screens/part"
)

// margin is the empty space at both sides.
func (m *meeting) margin() int { return max(1, min(m.width/16, 10)) }

func (m *meeting) inner() int { return max(20, m.width-2*m.margin()) }

// View draws the page.
func (m *meeting) View() string {
	if m.board == nil || m.width < 30 || m.height < 10 {
		return ""
	}
	t := m.env.Text
	if why := part.WhyNoMeeting(m.board); why != "" || len(m.order) == 0 {
		return strings.Join(t.Wrap(fmt.Sprintf("%s The meeting view shows the cases one after the other once members have rated alone.", part.FirstNonEmpty(why, "There is no candidate.")), m.width), "\n")
	}
	body := m.parts()
	if m.recused() {
		body = [][]string{t.Wrap(fmt.Sprintf("%s Somebody else leads it: another chair, whom the panel page can make (@ switches who is working). ] goes on.", model.RecusedWords(m.at)), m.inner())}
	}
	parts := append([][]string{{m.env.Theme.Faint.Render(t.Cut(m.head(), m.inner()))}, m.who()}, body...)
	lines := m.spread(parts)
	pad := strings.Repeat(" ", m.margin())
	for i := range lines {
		lines[i] = pad + lines[i]
	}
	return strings.Join(lines, "\n")
}

// spread puts empty lines between the parts if there is room, and cuts what does not fit.
func (m *meeting) spread(parts [][]string) []string {
	var out []string
	gaps := m.height - linesIn(parts)
	for i, p := range parts {
		if i > 0 && len(p) > 0 && gaps > 0 {
			out = append(out, "")
			gaps--
		}
		out = append(out, p...)
	}
	return out[:min(len(out), m.height)]
}

// who returns the candidate with place and decision.
func (m *meeting) who() []string {
	t, th := m.env.Text, m.env.Theme
	row := m.rows[m.at]
	place := "no place yet"
	if row.Rank > 0 {
		place = fmt.Sprintf("place %s", row.Place())
	}
	facts := []string{place, fmt.Sprintf("total %s", row.Score()), fmt.Sprintf("%s on essentials", part.GateCell(th, row.Gate).Text), model.Count(row.Assessors, "assessor", "assessors")}
	if row.TooFew {
		facts[3] = fmt.Sprintf("! %d of %d assessors", row.Assessors, m.board.Rules.MinAssessors)
	}
	if d := m.board.Decision(m.at).Outcome; d != model.NoDecision {
		facts = append(facts, strings.ToUpper(d.Words()))
	}
	return []string{
		th.Head.Render(t.Cut(m.at.String()+"   "+strings.ToUpper(m.names.Name(m.at)), m.inner())),
		t.Cut(strings.Join(facts, "  ·  "), m.inner()),
	}
}

func (m *meeting) parts() [][]string {
	if m.short {
		return [][]string{m.allShort(), m.whatNow()}
	}
	return m.single()
}

// strip shows all criteria in a line, each with the sign of its result, and marks the one in view.
func (m *meeting) strip() []string {
	t, th := m.env.Text, m.env.Theme
	s := m.board.Standing(m.at)
	var parts []string
	width := 0
	for i, k := range m.board.Criteria {
		x := m.board.Label(k.ID) + m.mark(k, s.Results[i])
		if i == m.k {
			x = "[" + x + "]"
		}
		if width += t.Width(x) + 1; width > m.inner() {
			parts = append(parts, "…")
			break
		}
		parts = append(parts, x)
	}
	return []string{th.Faint.Render(strings.Join(parts, " "))}
}

// mark returns the sign of a result: settled by the panel, differing, passed or not.
func (m *meeting) mark(k model.Criterion, r model.Result) string {
	d, differs := m.item(k.ID)
	switch {
	case r.Basis == model.BasisAgreed:
		return "="
	case differs && d.State == model.ItemOpen:
		return "≠"
	case r.Basis == model.BasisNone || !r.Settled:
		return "·"
	case k.Class == model.Desirable:
		return ""
	case r.Passes:
		return "✓"
	}
	return "✗"
}

// single draws one criterion with all ratings.
func (m *meeting) single() [][]string {
	t, th, width := m.env.Text, m.env.Theme, m.inner()
	k, ok := m.criterion()
	if !ok {
		return nil
	}
	words := t.Wrap(m.board.Label(k.ID)+"  "+kit.Clean(k.Text), width)
	for i := range words {
		words[i] = th.Strong.Render(words[i])
	}
	blocks := ratingBlocks(m.env, m.board, m.at, k, m.hidden, &m.texts, width-2)
	room := max(3, m.height-12-len(words))
	var ratings []string
	for _, b := range fitBlocks(t, blocks, room, width-2) {
		for _, l := range b.Lines {
			l = "  " + t.Cut(l, width-2)
			if b.Style != nil {
				l = b.Style.Render(l)
			}
			ratings = append(ratings, l)
		}
	}
	parts := [][]string{m.strip(), words, ratings, m.saidOf(k), m.findingOf(k)}
	for _, more := range [][]string{m.offersOf(k), m.scaleOf(k)} {
		if lines := linesIn(parts) + len(parts) + 6; len(more) > 0 && lines+len(more) < m.height {
			parts = append(parts, more)
		}
	}
	return parts
}

func linesIn(parts [][]string) int {
	n := 0
	for _, p := range parts {
		n += len(p)
	}
	return n
}

// offersOf returns what members recorded of the same qualifications.
func (m *meeting) offersOf(k model.Criterion) []string {
	if !m.texts.Has(m.at) {
		return nil
	}
	var out []string
	for _, b := range part.OfferBlocks(m.env, m.board, m.at, k, m.texts.Dossier.Person, m.inner()) {
		for _, l := range b.Lines {
			out = append(out, m.env.Theme.Faint.Render(m.env.Text.Cut(l, m.inner())))
		}
	}
	return out
}

// scaleOf says what each point of the scale means, if there is room for it.
func (m *meeting) scaleOf(k model.Criterion) []string {
	var out []string
	for _, v := range k.Scale.Values() {
		if says := k.Scale.Sentence(v); says != "" {
			out = append(out, m.env.Theme.Faint.Render(m.env.Text.Cut("  "+m.env.Text.Fit(part.ValueWord(k.Scale, v), 11)+kit.Clean(says), m.inner())))
		}
	}
	return out
}

// saidOf says what was agreed, or what has to be settled.
func (m *meeting) saidOf(k model.Criterion) []string {
	t, th, width := m.env.Text, m.env.Theme, m.inner()
	s, style := "All agree: nothing to settle.", &th.Good
	if m.board.Decision(m.at).Outcome == model.Withdrawn {
		s = "Withdrawn: there is nothing to settle."
	}
	if d, ok := m.item(k.ID); ok && d.State != model.ItemSettled {
		s, style = d.What+" "+d.Why, &th.Warn
	}
	if name := m.tie.of(m.at, k.ID); name != "" {
		s += fmt.Sprintf(" Tie-breaker: %s.", kit.Clean(name))
	}
	if g, ok := m.board.Settled(m.at, k.ID); ok {
		s, style = fmt.Sprintf("= %s, agreed by the panel: %s", k.Scale.ValueWords(g.Value), m.texts.Text(m.at, g.Reason)), &th.Strong
	}
	lines := part.Shorten(t, t.Wrap(s, width), 3, width)
	for i := range lines {
		lines[i] = style.Render(lines[i])
	}
	return lines
}

// findingOf returns the finding of the program.
func (m *meeting) findingOf(k model.Criterion) []string {
	if !m.texts.Has(m.at) || !k.Requirement.Kind.HasFinding() {
		return nil
	}
	f := m.board.Finding(k, model.Rating{}, m.texts.Dossier.Person.Facts).Finding
	t, width := m.env.Text, m.inner()
	lines := part.Shorten(t, t.Wrap(fmt.Sprintf("From the file: %s", kit.Clean(f.Marked())), width), 3, width)
	for i := range lines {
		lines[i] = m.env.Theme.Faint.Render(lines[i])
	}
	return lines
}

// allShort draws every criterion in one line: the values of the members and the result.
func (m *meeting) allShort() []string {
	t, th, width := m.env.Text, m.env.Theme, m.inner()
	s := m.board.Standing(m.at)
	var out []string
	for i, k := range m.board.Criteria {
		r := s.Results[i]
		var signs []string
		for _, v := range r.Values {
			signs = append(signs, part.ValueSign(k.Scale, v))
		}
		if m.hidden {
			slices.Sort(signs)
		}
		cursor := "  "
		if i == m.k {
			cursor = "▸ "
		}
		values := t.Fit(strings.Join(signs, " "), 2*max(3, len(r.Values)))
		word := t.Fit(part.ReadingWord(k, r), 12)
		front := cursor + t.Fit(m.board.Label(k.ID), 4)
		line := front + t.Fit(kit.Clean(k.Text), width-t.Width(front)-t.Width(values)-t.Width(word)-3) + "  " + values + " " + word
		switch style := part.ReadingStyle(th, r); {
		case i == m.k:
			line = th.Selected.Render(line)
		case style != nil && r.Differs:
			line = style.Render(line)
		}
		out = append(out, line)
	}
	room := max(3, m.height-8)
	if len(out) > room {
		first := max(0, min(m.k-room/2, len(out)-room))
		out = out[first : first+room]
	}
	return out
}

// whatNow says what remains to be done on the case.
func (m *meeting) whatNow() []string {
	open := 0
	for _, d := range m.items() {
		if d.State == model.ItemOpen {
			open++
		}
	}
	t, width := m.env.Text, m.inner()
	if d := m.board.Decision(m.at); d.Outcome != model.NoDecision {
		return part.Shorten(t, t.Wrap(fmt.Sprintf("Decided: %s. %s", d.Outcome.Words(), m.texts.Text(m.at, d.Reason)), width), 3, width)
	}
	if open > 0 {
		return t.Wrap(fmt.Sprintf("%s to settle: ↓ goes to it, c shows it alone.", model.Count(open, "difference", "differences")), width)
	}
	return t.Wrap("Nothing to settle: ready to decide (D).", width)
}
