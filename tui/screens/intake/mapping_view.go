package intake

// This file draws the page of columns: what they are taken for above, the people that come of it below.

import (
	"path/filepath"
	"slices"
	"strings"

	"shortlist/model"
	"shortlist/tui/kit"
	"shortlist/tui/screens/part"
)

// top stands above the columns.
func (p *mappingPage) top() []string {
	w, th := max(1, p.width), p.env.Theme
	out := []string{th.Strong.Render(p.env.Text.Cut("What are the columns of "+kit.Clean(filepath.Base(p.path))+"? t changes one, enter goes on.", w))}
	switch {
	case p.err != nil:
		for _, l := range p.env.Text.Wrap("✗ "+part.Explain(p.err), w) {
			out = append(out, th.Bad.Render(l))
		}
	case p.wait != "":
		out = append(out, th.Info.Render(p.env.Text.Cut(p.wait, w)))
	}
	return out
}

// bottom is the selected column in full, and the first candidates.
func (p *mappingPage) bottom() []string {
	w, th := max(1, p.width), p.env.Theme
	out := []string{""}
	if i := p.table.Selected(); i >= 0 && i < len(p.header.Columns) {
		g := p.header.Columns[i]
		out = append(out, p.env.Text.Cut(kit.Clean(g.Name)+": "+kit.Clean(g.Reason), w))
	} else if i >= 0 && i < p.table.Rows() {
		out = append(out, p.env.Text.Cut(p.extras()[i-len(p.header.Columns)].says, w))
	}
	if len(p.people) == 0 {
		return out
	}
	out = append(out, th.Strong.Render(p.env.Text.Cut("The first candidates would come in like this:", w)))
	for _, r := range p.people {
		line := p.env.Text.Cut(personLine(p.board.Shown(model.Dossier{Person: r.Person}).Person), w)
		if at := slices.IndexFunc(r.Problems, func(x model.Problem) bool { return !x.Warning }); at >= 0 {
			line = th.Bad.Render(p.env.Text.Cut("✗ "+kit.Clean(p.board.ShownProblem(r.Problems[at]).String()), w))
		}
		out = append(out, line)
	}
	return out
}

// personLine is a candidate in one line.
func personLine(x model.Person) string {
	f := x.Facts
	parts := []string{x.Reference, x.Name}
	if x.Email != "" {
		parts = append(parts, x.Email)
	}
	parts = append(parts, strings.Join(f.Nationalities, " "))
	for _, e := range f.Education {
		parts = append(parts, e.Level.Words()+" "+e.Field)
	}
	if n := len(f.Jobs); n > 0 {
		words := model.Count(n, "job", "jobs")
		if from := f.Jobs[n-1].From; !from.IsZero() {
			words += " since " + from.String()
		}
		parts = append(parts, words)
	}
	for _, l := range f.Languages {
		parts = append(parts, l.Language+" "+l.Level)
	}
	for _, c := range f.Clearances {
		parts = append(parts, c.Level.Words())
	}
	for _, c := range f.Credentials {
		parts = append(parts, c.Short())
	}
	if n := len(f.Statements); n > 0 {
		parts = append(parts, model.Count(n, "statement", "statements"))
	}
	parts = slices.DeleteFunc(parts, func(s string) bool { return strings.TrimSpace(s) == "" })
	return kit.Clean(strings.Join(parts, " · "))
}

// View draws the page.
func (p *mappingPage) View() string {
	lines := append(p.top(), strings.Split(p.table.View(), "\n")...)
	lines = append(lines, p.bottom()...)
	return strings.Join(lines[:min(len(lines), max(1, p.height))], "\n")
}
