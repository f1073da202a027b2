package exports

// This file writes the report as Markdown, for the panel to file: what was asked, by which rules, who rated how and why,
// and what was decided. It can be read as plain text too.

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"shortlist/model"
)

// markdownWriter is a Markdown text being written. An error of the writer is kept until Flush.
type markdownWriter struct {
	w *bufio.Writer
	r model.Report
}

func writeMarkdown(w io.Writer, r model.Report) error {
	p := markdownWriter{bufio.NewWriter(w), r}
	p.header()
	p.criteria()
	p.rules()
	p.panel()
	p.ranking()
	p.say("## Candidates\n")
	for _, c := range r.Candidates {
		p.candidate(c)
	}
	p.appendix()
	if err := p.w.Flush(); err != nil {
		return fmt.Errorf("write the report: %w", err)
	}
	return nil
}

// say writes a line. The caller must escape everything that people wrote.
func (p markdownWriter) say(format string, args ...any) {
	fmt.Fprintf(p.w, format+"\n", args...)
}

func (p markdownWriter) table(heads ...string) {
	p.row(heads...)
	p.say("|%s", strings.Repeat(" --- |", len(heads)))
}

// row writes plain text as a row of a table.
func (p markdownWriter) row(cells ...string) {
	for i, c := range cells {
		if cells[i] = plain(c); cells[i] == "" {
			cells[i] = "–"
		}
	}
	p.say("| %s |", strings.Join(cells, " | "))
}

func (p markdownWriter) header() {
	title := plain(p.r.Vacancy.Title)
	if title == "" {
		title = "Vacancy without a title"
	}
	p.say("# %s\n", title)
	if p.r.Vacancy.Invented {
		p.say("**A sample: everybody and everything in it is invented.**\n")
	}
	p.say("%s\n", plain(sightSentence(p.r)))
	p.table("vacancy", "as read and corrected")
	for _, f := range facts(p.r) {
		p.row(f[0], f[1])
	}
	p.say("")
}

func (p markdownWriter) criteria() {
	p.say("## Criteria\n")
	for _, list := range []struct {
		class model.Class
		head  string
	}{{model.Essential, "Essential"}, {model.Desirable, "Desirable"}} {
		p.say("### %s\n", list.head)
		n := 0
		for _, k := range p.r.Vacancy.Criteria {
			if k.Class == list.class {
				p.criterion(k)
				n++
			}
		}
		if n == 0 {
			p.say("None.")
		}
		p.say("")
	}
	if len(p.r.Vacancy.Eligibility) > 0 {
		p.say("### Eligibility\n")
		for _, g := range p.r.Vacancy.Eligibility {
			p.say("- **%s** %s", plain(g.ID), indented(g.Text, "  "))
		}
		p.say("")
	}
	if len(p.r.Vacancy.Competencies) > 0 {
		p.say("### Competencies\n\nAssessed at interview, not rated on paper.\n")
		for _, c := range p.r.Vacancy.Competencies {
			p.say("- %s", plain(strings.TrimSuffix(c.Name+": "+c.Phrase, ": ")))
		}
		p.say("")
	}
}

func (p markdownWriter) criterion(k model.ReportCriterion) {
	p.say("- **%s** %s", plain(k.Label), indented(k.Text, "  "))
	p.say("  - %s", plain(source(k)))
	if w := weight(k); w != "" {
		p.say("  - %s", plain(w))
	}
	p.say("  - %s", plain(scale(k)))
	for _, x := range points(k.Scale) {
		p.say("    - %s: %s", x[0], plain(x[1]))
	}
}

func (p markdownWriter) rules() {
	p.say("## Rules\n\n%s\n", plain(sealed(p.r.Rules)))
	for _, s := range ruleLines(p.r) {
		p.say("- %s", plain(s))
	}
	if len(p.r.Rules.Changes) > 0 {
		p.say("\n### Versions of the rules\n")
		p.table("version", "sealed", "by", "why", "ratings given before", "SHA-256")
		for _, s := range p.r.Rules.Changes {
			p.row(fmt.Sprint(s.Version), formatTime(s.At), nameOf(p.r, s.By), because(s), fmt.Sprint(s.Ratings), s.Hash)
		}
	}
	p.say("")
}

func (p markdownWriter) panel() {
	p.say("## Panel\n")
	p.table("member", "name", "role")
	for _, m := range p.r.Panel {
		p.row(string(m.Member), m.Name, m.Role.Words())
	}
	p.say("")
}

func (p markdownWriter) ranking() {
	p.say("## Ranking\n")
	if !p.r.Vacancy.Revealed {
		p.say("This is not the panel's order: it comes from the ratings in this report alone.\n")
	}
	p.table("place", "candidate", "reference", "name", "essentials", "total", "status")
	for _, c := range ranked(p.r.Candidates) {
		p.row(c.Place, c.Candidate, c.Reference, optional(c.Name), c.Essentials.Words(), score(c.Score), c.Status.Words())
	}
	p.say("")
}

func (p markdownWriter) candidate(c model.ReportCandidate) {
	name := plain(nameOrHidden(p.r, c))
	p.say("### %s – %s (%s)\n", plain(c.Candidate), name, plain(c.Reference))
	if c.Decision != nil {
		p.say("%s\n", strings.TrimSpace(fmt.Sprintf("**Decision: %s.** %s", plain(decision(c)), indented(optional(c.Reason), ""))))
	} else {
		p.say("No decision yet: %s.\n", plain(c.Status.Words()))
	}
	for _, s := range c.Why {
		p.say("- %s", plain(s))
	}
	if len(c.Why) > 0 {
		p.say("")
	}
	if len(c.Findings) > 0 {
		p.say("What the file shows, worked out from it and no rating:\n")
		p.table("criterion", "finding", "why")
		for _, f := range c.Findings {
			p.row(f.Criterion, f.Verdict.Label(), f.Why)
		}
		p.say("")
	}
	p.ratings(c)
}

// ratings writes the ratings of a candidate by criterion, with the agreed one last.
func (p markdownWriter) ratings(c model.ReportCandidate) {
	if len(c.Ratings) == 0 && len(c.Agreed) == 0 {
		p.say("No ratings.\n")
		return
	}
	p.say("Ratings:\n")
	for _, k := range p.r.Vacancy.Criteria {
		for _, x := range c.Ratings {
			if x.Criterion == k.Label {
				p.rating(k.Label, nameOf(p.r, x.Member), x.Value, x.Reason, x.Evidence)
			}
		}
		for _, x := range c.Agreed {
			if x.Criterion == k.Label {
				p.rating(k.Label, "agreed", x.Value, x.Reason, nil)
			}
		}
	}
	p.say("")
}

func (p markdownWriter) rating(label, who string, value model.Value, reason string, evidence []string) {
	line := fmt.Sprintf("- **%s** %s: **%s**", plain(label), plain(who), plain(value.Words()))
	if reason = indented(reason, "  "); reason != "" {
		line += " – " + reason
	}
	p.say("%s", line)
	for _, e := range evidence {
		p.say("  - evidence: %s", indented(e, "    "))
	}
}

// appendix writes the text of the rules as it is hashed, so that the hash can be checked by hand.
func (p markdownWriter) appendix() {
	if p.r.Rules.Text == "" {
		return
	}
	p.say("## Text of the rules\n")
	p.say("The SHA-256 of a version is taken of this text as it was when it was sealed.\n")
	mark := fence(p.r.Rules.Text)
	p.say("%s\n%s\n%s", mark, strings.TrimRight(p.r.Rules.Text, "\n"), mark)
}
