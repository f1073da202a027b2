package home

// This file draws home.

import (
	"strings"

	"shortlist/tui/kit"
	"shortlist/tui/screens/part"
)

// foot returns the lines on the selected vacancy.
func (s *home) foot() []string {
	v, ok := s.selected()
	if !ok {
		return nil
	}
	out := []string{""}
	if v.Trouble != "" {
		for _, l := range s.env.Text.Wrap("! "+kit.Clean(v.Trouble), max(1, s.width)) {
			out = append(out, s.env.Theme.Bad.Render(l))
		}
	}
	return append(out, s.env.Theme.Faint.Render(s.env.Text.Cut(kit.Clean(v.Path), s.width)))
}

// View draws the list, or the first steps if it is empty.
func (s *home) View() string {
	if s.pick != nil {
		title := "Open a vacancy file"
		if s.bundle {
			title = "Choose the bundle that the chair sent you"
		}
		return s.env.Theme.Head.Render(s.env.Text.Cut(title, s.width)) + "\n\n" + s.pick.View()
	}
	var lines []string
	if s.top() > 0 {
		lines = append(lines, s.env.Theme.Key.Render("/ ")+s.filter.View())
	}
	switch {
	case s.wait != "":
		lines = append(lines, "", s.wait)
	case s.err != nil:
		for _, l := range s.env.Text.Wrap("✗ "+part.Explain(s.err), s.width) {
			lines = append(lines, s.env.Theme.Bad.Render(l))
		}
	case !s.loaded:
		lines = append(lines, "Reading the vacancies …")
	case len(s.all) == 0:
		lines = append(lines, s.welcome()...)
	case len(s.shown) == 0:
		lines = append(lines, "", "No vacancy with these words. esc shows all again.")
	default:
		lines = append(lines, strings.Split(s.table.View(), "\n")...)
		lines = append(lines, s.foot()...)
	}
	return strings.Join(lines[:min(len(lines), max(1, s.height))], "\n")
}

// welcome explains the first steps.
func (s *home) welcome() []string {
	t, th := s.env.Text, s.env.Theme
	width := min(s.width, 76)
	out := []string{th.Head.Render(t.Cut("No vacancies yet.", width)), ""}
	out = append(out, t.Wrap("Here a selection panel screens candidates against the requirements of a vacancy. "+
		"Everything stays on this laptop. The first three steps:", width)...)
	for _, step := range [][2]string{
		{"1", "Press n to make a vacancy from its published posting. Its criteria are read; you correct what was read wrongly."},
		{"2", "Put the panel together, take the candidates in from a file, and seal the rules."},
		{"3", "Each member rates alone. Then the panel settles its differences, ranks, and writes the report."},
		{"m", "Got a bundle from the chair? Press m. No card yet? Press c first."},
		{"s", "New here? Press s for a sample: an invented vacancy with invented candidates. Nothing can go wrong in it."},
	} {
		out = append(out, "")
		for i, l := range t.Wrap(step[1], width-6) {
			if i > 0 {
				step[0] = ""
			}
			out = append(out, th.Key.Render("   "+t.Fit(step[0], 3))+l)
		}
	}
	out = append(out, "")
	for _, l := range t.Wrap("Vacancies are kept in "+kit.Clean(s.env.Library.Folder()), width) {
		out = append(out, th.Faint.Render(l))
	}
	return out
}
