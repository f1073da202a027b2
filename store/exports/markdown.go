package exports

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"shortlist/model"
	"shortlist/model/requirement"
)

// This file writes the report as Markdown, for the panel to file: what was asked, by which rules, who rated how and
// why, and what was decided. It reads well as plain text too.

// paper is a Markdown text being written; an error of the writer stays until the end.
type paper struct {
	w *bufio.Writer
	r model.Report
}

func writeMarkdown(w io.Writer, r model.Report) error {
	p := paper{bufio.NewWriter(w), r}
	p.header()
	p.criteria()
	p.rules()
	p.panel()
	p.ranking()
	p.candidates()
	p.appendix()
	if err := p.w.Flush(); err != nil {
		return fmt.Errorf("write the report: %w", err)
	}
	return nil
}

// say writes a line. Everything that people wrote must be escaped by the caller.
func (p paper) say(format string, args ...any) {
	fmt.Fprintf(p.w, format+"\n", args...)
}

func (p paper) table(heads ...string) {
	p.row(heads...)
	p.say("|%s", strings.Repeat(" --- |", len(heads)))
}

func (p paper) row(cells ...string) {
	for i, c := range cells {
		cells[i] = strings.TrimSpace(c)
		if cells[i] == "" {
			cells[i] = "–"
		}
	}
	p.say("| %s |", strings.Join(cells, " | "))
}

func (p paper) header() {
	v := p.r.Vacancy
	title := plain(v.Title)
	if title == "" {
		title = "Vacancy without a title"
	}
	p.say("# %s\n", title)
	if v.Invented {
		p.say("**A sample: everybody and everything in it is invented.**\n")
	}
	p.say("%s\n", plain(sight(v, p.r.Panel)))
	p.table("vacancy", "as read and corrected")
	for _, f := range [][2]string{
		{"Organisation", v.Organisation},
		{"Requisition", v.Requisition},
		{"Grade", v.Grade},
		{"Location", v.Location},
		{"Closing date", optional(v.ClosingDate)},
		{"Phase", string(v.Phase)},
		{"Clearance", strings.TrimSpace(string(v.Vacancy.Clearance.Level) + " " + bracketed(string(v.Vacancy.Clearance.Mode)))},
		{"Posting", v.Posting.Name},
		{"SHA-256 of the posting", v.Posting.SHA256},
		{"Candidates", fmt.Sprint(len(p.r.Candidates))},
		{"Events in the history", fmt.Sprint(p.r.History.Events)},
	} {
		if f[1] != "" {
			p.row(f[0], plain(f[1]))
		}
	}
	heads := make([]string, 0, len(p.r.History.Heads))
	for laptop := range p.r.History.Heads {
		heads = append(heads, laptop)
	}
	slices.Sort(heads)
	for _, laptop := range heads {
		p.row("History of laptop "+plain(laptop), code(p.r.History.Heads[laptop]))
	}
	p.say("")
}

func bracketed(s string) string {
	if s == "" {
		return ""
	}
	return "(" + s + ")"
}

func (p paper) criteria() {
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

func (p paper) criterion(k model.ReportCriterion) {
	p.say("- **%s** %s", plain(k.Label), indented(k.Text, "  "))
	from := "added by a person, not in the posting"
	if !k.Added && k.Lines.From > 0 {
		from = fmt.Sprintf("posting lines %d–%d", k.Lines.From, k.Lines.To)
		if k.Lines.From == k.Lines.To {
			from = fmt.Sprintf("posting line %d", k.Lines.From)
		}
	}
	p.say("  - %s; %s", plain(string(k.Requirement.Kind)), from)
	if k.Class == model.Desirable {
		why := ""
		if k.WeightReason != "" {
			why = ": " + plain(k.WeightReason)
		}
		p.say("  - weight %d%s", k.Weight, why)
	}
	pass := ""
	if k.Scale.Kind == model.Graded {
		pass = fmt.Sprintf(", pass mark %d", k.Scale.Pass)
	}
	p.say("  - scale: %s%s", k.Scale.Kind.Words(), pass)
	for i, v := range k.Scale.Values() {
		if i < len(k.Scale.Points) {
			p.say("    - %s: %s", v, plain(k.Scale.Points[i]))
		}
	}
}

func (p paper) rules() {
	r := p.r.Rules
	p.say("## Rules\n")
	switch {
	case r.Version == 0 && len(r.Changes) == 0:
		p.say("The rules are not sealed: they may still change, and nobody has rated.\n")
	case r.SealedAt == nil || r.Version == 0:
		p.say("The rules were opened again and are not sealed now.\n")
	default:
		p.say("Version %d, sealed %s, SHA-256 %s.\n", r.Version, moment(*r.SealedAt), code(r.SHA256))
	}
	if r.CutLine > 0 {
		p.say("- cut line: %d", r.CutLine)
	} else {
		p.say("- cut line: not fixed")
	}
	if len(r.TieBreakers) > 0 {
		var labels []string
		for _, t := range r.TieBreakers {
			labels = append(labels, p.label(t))
		}
		p.say("- ties are broken by %s, in this order; ties left are shared places", strings.Join(labels, ", "))
	} else {
		p.say("- ties are shared places")
	}
	p.say("- at least %d assessors for each candidate", r.MinAssessors)
	if r.ReasonsRequired {
		p.say("- every rating needs a reason")
	}
	p.say("\n%s:\n", strings.TrimSpace("How experience is counted "+bracketed(plain(r.Policy.Name))))
	for _, s := range r.Policy.Sentences() {
		p.say("- %s", plain(s))
	}
	if len(r.Changes) > 0 {
		p.say("\n### Versions of the rules\n")
		p.table("version", "sealed", "by", "why", "ratings given before", "SHA-256")
		for _, s := range r.Changes {
			why := plain(s.Reason)
			if why == "" {
				why = "first version"
			}
			p.row(fmt.Sprint(s.Version), moment(s.At), p.member(s.By), why, fmt.Sprint(s.Ratings), code(s.Hash))
		}
	}
	p.say("")
}

// label is the label of a criterion by its id.
func (p paper) label(id model.CriterionID) string {
	for _, k := range p.r.Vacancy.Criteria {
		if k.ID == id {
			return plain(k.Label)
		}
	}
	return "a criterion taken out since"
}

// member is a member as a reader knows them.
func (p paper) member(id model.MemberID) string {
	for _, m := range p.r.Panel {
		if m.Member == id && m.Name != "" {
			return plain(fmt.Sprintf("%s (%s)", m.Name, m.Member))
		}
	}
	return plain(string(id))
}

func moment(t time.Time) string { return t.UTC().Format("2006-01-02 15:04 UTC") }

func (p paper) panel() {
	p.say("## Panel\n")
	p.table("member", "name", "role")
	for _, m := range p.r.Panel {
		p.row(plain(string(m.Member)), plain(m.Name), plain(string(m.Role)))
	}
	p.say("")
}

func (p paper) ranking() {
	p.say("## Ranking\n")
	if !p.r.Vacancy.Revealed {
		p.say("This is not the panel's order: it comes from the ratings in this report alone.\n")
	}
	rows := slices.Clone(p.r.Candidates)
	last := len(rows) + 1
	place := func(c model.ReportCandidate) int {
		if c.Rank == nil {
			return last
		}
		return *c.Rank
	}
	slices.SortStableFunc(rows, func(a, b model.ReportCandidate) int { return place(a) - place(b) })
	shared := map[int]int{}
	for _, c := range rows {
		shared[place(c)]++
	}
	p.table("place", "candidate", "reference", "name", "essentials", "total", "status")
	for _, c := range rows {
		at := number(c.Rank)
		if c.Rank != nil && shared[*c.Rank] > 1 {
			at += " (shared)"
		}
		p.row(at, plain(c.Candidate), plain(c.Reference), plain(optional(c.Name)), string(c.Essentials), score(c.Score), plain(c.Status))
	}
	p.say("")
}

func (p paper) candidates() {
	p.say("## Candidates\n")
	for _, c := range p.r.Candidates {
		p.candidate(c)
	}
}

func (p paper) candidate(c model.ReportCandidate) {
	name := plain(optional(c.Name))
	if name == "" {
		name = "no name"
	}
	p.say("### %s – %s (%s)\n", plain(c.Candidate), name, plain(c.Reference))
	switch {
	case c.Decision != nil && optional(c.Reason) != "":
		p.say("**Decision: %s.** %s\n", plain(*c.Decision), indented(*c.Reason, ""))
	case c.Decision != nil:
		p.say("**Decision: %s.**\n", plain(*c.Decision))
	default:
		p.say("No decision yet: %s.\n", plain(c.Status))
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
			p.row(plain(f.Criterion), finding(f.Verdict), plain(f.Why))
		}
		p.say("")
	}
	p.ratings(c)
}

func finding(v requirement.Verdict) string { return v.Mark() + " " + plain(string(v)) }

// ratings writes the ratings of a candidate, criterion by criterion, with the agreed one last.
func (p paper) ratings(c model.ReportCandidate) {
	if len(c.Ratings) == 0 && len(c.Agreed) == 0 {
		p.say("No ratings.\n")
		return
	}
	p.say("Ratings:\n")
	for _, k := range p.r.Vacancy.Criteria {
		for _, x := range c.Ratings {
			if x.Criterion != k.Label {
				continue
			}
			p.say("- **%s** %s: **%s**%s", plain(k.Label), p.member(x.Member), plain(string(x.Value)), because(x.Reason))
			for _, e := range x.Evidence {
				p.say("  - evidence: %s", indented(e, "    "))
			}
		}
		for _, x := range c.Agreed {
			if x.Criterion == k.Label {
				p.say("- **%s** agreed: **%s**%s", plain(k.Label), plain(string(x.Value)), because(x.Reason))
			}
		}
	}
	p.say("")
}

func because(reason string) string {
	if strings.TrimSpace(reason) == "" {
		return ""
	}
	return " – " + indented(reason, "  ")
}

// appendix writes the text of the rules as it is hashed, so that the hash can be checked by hand.
func (p paper) appendix() {
	if p.r.Rules.Text == "" {
		return
	}
	p.say("## Text of the rules\n")
	p.say("The SHA-256 of a version is taken of this text as it was when it was sealed.\n")
	mark := fence(p.r.Rules.Text)
	p.say("%s\n%s\n%s", mark, strings.TrimRight(p.r.Rules.Text, "\n"), mark)
}
