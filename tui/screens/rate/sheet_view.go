package rate

// This file draws the page of a member's own form.

import (
	"path/filepath"
	"slices"
	"strings"

	"shortlist/model"
	"shortlist/tui/kit"
	"shortlist/tui/screens/part"
)

// head says what the form is.
func (s *sheet) head() []string {
	text := "Rate in a spreadsheet program, if you like that better. Your form holds the candidates whom you may assess, with your own ratings and nobody else's."
	return append(s.env.Text.Wrap(text, max(1, s.width)), "")
}

func (s *sheet) foot() []string {
	th, t, w := s.env.Theme, s.env.Text, max(1, s.width)
	if s.menu.Selected() == sheetBack && !s.typing {
		return append([]string{""}, s.news()...)
	}
	lead, style, quotes := "  ", th.Faint, ""
	if s.typing {
		lead, style = "▸ ", th.Strong
	}
	if s.quotes {
		quotes = ", with columns for quotes"
	}
	out := []string{"", style.Render(t.Cut("Write to (w changes it)"+quotes+":", w)), style.Render(lead) + s.path.View(), ""}
	return append(out, s.news()...)
}

// news is what came of the last thing done.
func (s *sheet) news() []string {
	th, text, style := s.env.Theme, s.said, s.env.Theme.Good
	switch {
	case s.wait != "":
		text, style = s.wait, th.Info
	case s.err != nil:
		text, style = "✗ "+part.Explain(s.err), th.Bad
	case text == "":
		return nil
	}
	var out []string
	for _, l := range s.env.Text.Wrap(text, max(1, s.width)) {
		out = append(out, style.Render(l))
	}
	return out
}

// pickHead stands above the choice of a filled form.
func (s *sheet) pickHead() []string {
	out := []string{s.env.Theme.Strong.Render(s.env.Text.Cut("Choose your filled form. You see first what would change.", max(1, s.width)))}
	return append(append(out, s.news()...), "")
}

// summary stands above what a form would change.
func (s *sheet) summary() []string {
	if s.look == nil {
		return nil
	}
	t, th, w := s.env.Text, s.env.Theme, max(1, s.width)
	r := s.look.reading
	out := []string{th.Strong.Render(t.Cut(kit.Clean(filepath.Base(s.look.path)), w))}
	taken, kept := len(r.Differences)+len(s.look.over), len(r.Kept)-len(s.look.over)
	figures := model.Count(taken, "difference", "differences") + " to take in, " + model.Count(kept, "kept as it is", "kept as they are")
	if notes := len(r.Problems) - r.Broken(); notes > 0 {
		figures += ", " + model.Count(notes, "remark", "remarks")
	}
	out = append(out, t.Cut(figures+".", w))
	style, text := th.Good, "enter takes "+model.Count(taken, "difference", "differences")+" in, as one change."
	switch why := s.whyNotTake(); {
	case s.wait != "":
		style, text = th.Info, s.wait
	case r.Broken() > 0:
		style, text = th.Bad, "✗ "+model.Count(r.Broken(), "problem", "problems")+". Nothing is taken in until they are mended in the form; then m reads it again."
	case why != "":
		style, text = th.Warn, "! "+why
	case slices.ContainsFunc(r.Kept, func(d model.SheetDifference) bool { return d.Newer }):
		text += " What was changed here since the form was written is kept; space on its line overwrites it."
	}
	for _, l := range t.Wrap(text, w) {
		out = append(out, style.Render(l))
	}
	return append(out, "")
}

// detail is the selected line in full.
func (s *sheet) detail() []string {
	if s.look == nil {
		return nil
	}
	p, d := s.look.line(s.look.table.Selected())
	text := ""
	switch {
	case p != nil:
		text = p.String()
	case d != nil && s.look.over[placeOf(*d)]:
		x := *d
		x.Why = ""
		text = x.String() + " (overwrites what was changed here since the form was written)"
	case d != nil:
		text = d.String()
	default:
		return nil
	}
	lines := s.env.Text.Wrap(kit.Clean(text), max(1, s.width))
	return append([]string{""}, lines[:min(len(lines), 4)]...)
}

// View draws the menu, the choice of a form, or what a form would change.
func (s *sheet) View() string {
	var lines []string
	switch {
	case s.look != nil:
		lines = s.summary()
		if s.look.table.Rows() > 0 {
			lines = append(lines, strings.Split(s.look.table.View(), "\n")...)
			lines = append(lines, s.detail()...)
		}
	case s.pick != nil:
		lines = append(s.pickHead(), strings.Split(s.pick.View(), "\n")...)
	default:
		lines = append(s.head(), strings.Split(s.menu.View(), "\n")...)
		lines = append(lines, s.foot()...)
	}
	return strings.Join(lines[:min(len(lines), max(1, s.height))], "\n")
}
