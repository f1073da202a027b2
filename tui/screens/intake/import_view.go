package intake

// This file draws the import.

import (
	"fmt"
	"path/filepath"
	"strings"

	"shortlist/model"
	"shortlist/tui/kit"
	"shortlist/tui/screens/part"
)

// head stands above the choice of a file.
func (s *importing) head() []string {
	w := max(1, s.width)
	var out []string
	for _, l := range s.env.Text.Wrap(fmt.Sprintf("Choose a file of candidates: %s; or a folder of their documents, with ctrl+f. It is read and checked first; nothing is stored by that.", s.env.Library.CandidateFiles().Words), w) {
		out = append(out, s.env.Theme.Strong.Render(l))
	}
	switch {
	case s.wait != "":
		out = append(out, s.env.Text.Cut(s.wait, w))
	case s.err != nil:
		for _, l := range s.env.Text.Wrap("✗ "+part.Explain(s.err), w) {
			out = append(out, s.env.Theme.Bad.Render(l))
		}
	}
	return append(out, "")
}

// summary stands above the problems: what the file holds, and what can be done with it.
func (s *importing) summary() []string {
	if s.report == nil {
		return nil
	}
	w, th := max(1, s.width), s.env.Theme
	out := []string{th.Strong.Render(s.env.Text.Cut(kit.Clean(filepath.Base(s.path)), w))}
	out = append(out, s.env.Text.Wrap(s.figures(), w)...)
	style, text := th.Good, fmt.Sprintf("enter takes %s in.", model.Count(s.report.New, "new candidate", "new candidates"))
	if s.report.Changed > 0 {
		text = "enter asks what to take over: the new ones, and the corrections listed below."
	}
	switch why := s.whyNotTake(); {
	case s.wait != "":
		style, text = th.Info, s.wait
	case s.err != nil:
		style, text = th.Bad, "✗ "+part.Explain(s.err)
	case s.report.Bad > 0:
		style, text = th.Bad, fmt.Sprintf("✗ %s. Nothing is taken in until they are corrected in the file: all or nothing.", model.Count(s.report.Bad, "problem", "problems"))
	case s.taken > 0:
		text = fmt.Sprintf("✓ %s taken in.", model.Count(s.taken, "candidate", "candidates"))
	case why != "":
		style, text = th.Warn, "! "+why
	}
	for _, l := range s.env.Text.Wrap(text, w) {
		out = append(out, style.Render(l))
	}
	return append(out, "")
}

// problem is the selected problem in full.
func (s *importing) problem() []string {
	i := s.table.Selected()
	if s.report == nil || i < 0 || i >= len(s.report.Problems)+len(s.report.Differences) {
		return nil
	}
	var text string
	if n := len(s.report.Problems); i < n {
		text = s.report.Problems[i].String()
	} else {
		text = s.report.Differences[i-n].String()
	}
	lines := s.env.Text.Wrap(kit.Clean(text), max(1, s.width))
	if len(lines) > 4 {
		lines = lines[:4]
	}
	return append([]string{""}, lines...)
}

// View draws the choice of a file, or the report.
func (s *importing) View() string {
	if s.report == nil {
		return strings.Join(append(s.head(), s.pick.View()), "\n")
	}
	lines := s.summary()
	if s.table.Rows() > 0 {
		lines = append(lines, strings.Split(s.table.View(), "\n")...)
		lines = append(lines, s.problem()...)
	}
	return strings.Join(lines[:min(len(lines), max(1, s.height))], "\n")
}
