package prepare

// This file draws the entries of the vacancy page: header, criteria, eligibility, competencies, warnings.

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"shortlist/model"
	"shortlist/model/requirement"
	"shortlist/tui/kit"
	"shortlist/tui/screens/part"
	"shortlist/tui/widget"
)

// item is an entry. A heading has no key and cannot be selected.
type item struct {
	key        string
	label      string // E1, D2, G1; "" for anything else
	criterion  model.CriterionID
	field      string // of the header form
	condition  string // its label
	competency int    // its place in the list, from 1
	warning    int    // its place in the list, from 1
	open       bool   // nobody looked at it yet
	source     model.Lines
	lines      []string
}

func criterionKey(id model.CriterionID) string { return fmt.Sprintf("criterion %d", id) }

func eligibilityKey(id string) string { return "eligibility " + id }

func competencyKey(i int) string { return fmt.Sprintf("competency %d", i) }

func warningKey(i int) string { return fmt.Sprintf("warning %d", i) }

func headerKey(as string) string { return "header " + as }

// beside returns true if an entry stands beside the criteria and is corrected by a form of its own.
func (x item) beside() bool { return x.condition != "" || x.competency > 0 || x.field != "" }

// itemView draws entries of a width.
type itemView struct {
	env   *kit.Env
	board *model.View
	text  *widget.Pager // the posting
	width int
	items []item
}

func vacancyItems(env *kit.Env, b *model.View, text *widget.Pager, width int) []item {
	p := &itemView{env: env, board: b, text: text, width: width}
	p.header()
	if len(b.Criteria) == 0 {
		p.empty()
	} else {
		p.class(model.Essential, "ESSENTIAL", "each of them must be met")
		p.class(model.Desirable, "DESIRABLE", "they rank those who pass")
	}
	p.eligibility()
	p.competencies()
	p.warnings()
	p.fields()
	return p.items
}

// quiet adds lines that cannot be selected.
func (p *itemView) quiet(lines ...string) { p.items = append(p.items, item{lines: lines}) }

func (p *itemView) heading(name, says string, n int) {
	s := p.env.Theme.Head.Render(name)
	if n >= 0 {
		s += fmt.Sprintf(" %d", n)
	}
	p.quiet("", p.env.Text.Cut(s+p.env.Theme.Faint.Render("  "+says), p.width))
}

// words wraps text behind a label and indents what follows.
func (p *itemView) words(label, text string) []string {
	room := p.room()
	indent := strings.Repeat(" ", room)
	lines := p.env.Text.Wrap(kit.Clean(text), max(10, p.width-room))
	for i, l := range lines {
		if i == 0 {
			lines[i] = p.env.Theme.Strong.Render(p.env.Text.Fit(label, room)) + l
		} else {
			lines[i] = indent + l
		}
	}
	return lines
}

// labelWidth holds E10 and a space.
const labelWidth = 4

// room is the width of a label: while the vacancy is being prepared with the sign whether a person looked at it.
func (p *itemView) room() int {
	if p.board.Phase == model.Preparing {
		return labelWidth + 2
	}
	return labelWidth
}

// looked is a label with a sign that says whether a person looked at it; none once that does not matter any more.
func (p *itemView) looked(label string, done bool) string {
	switch {
	case p.board.Phase != model.Preparing:
		return label
	case done:
		return p.env.Text.Fit(label, labelWidth) + "✓"
	}
	return p.env.Text.Fit(label, labelWidth) + "·"
}

// under wraps a remark under an entry.
func (p *itemView) under(text string) []string {
	indent := strings.Repeat(" ", p.room())
	lines := p.env.Text.Wrap(text, max(10, p.width-p.room()-2))
	for i, l := range lines {
		lead := "  "
		if i == 0 {
			lead = "→ "
		}
		lines[i] = indent + p.env.Theme.Faint.Render(lead+l)
	}
	return lines
}

func (p *itemView) header() {
	v, t := p.board.Vacancy, p.env.Text
	title := v.Title
	if title == "" {
		title = "(no title found: E corrects the header)"
	}
	if v.Invented {
		title += " (invented sample)"
	}
	var lines []string
	for _, l := range t.Wrap(kit.Clean(title), p.width) {
		lines = append(lines, p.env.Theme.Head.Render(l))
	}
	lines = append(lines, t.Wrap(kit.Clean(joined(v.Organisation, named("requisition ", v.Requisition), named("grade ", v.Grade), v.Location)), p.width)...)
	closing := "no closing date found: what hangs on it stays to judge (E)"
	if !v.ClosingDate.IsZero() {
		closing = fmt.Sprintf("closes %s", v.ClosingDate.Words())
	}
	reports := ""
	if v.DirectReports != nil {
		reports = model.Count(*v.DirectReports, "direct report", "direct reports")
	}
	lines = append(lines, t.Wrap(kit.Clean(joined(closing, part.ClearanceWords(v), reports)), p.width)...)
	for _, l := range t.Wrap(phaseWords(p.env, p.board), p.width) {
		lines = append(lines, p.env.Theme.Info.Render(l))
	}
	lines = append(lines, t.Wrap(whoWords(p.board), p.width)...)
	for _, l := range t.Wrap(nextStep(p.env, p.board), p.width) {
		lines = append(lines, p.env.Theme.Strong.Render(l))
	}
	p.quiet(slices.DeleteFunc(lines, func(l string) bool { return strings.TrimSpace(l) == "" })...)
}

// phaseWords says how far the vacancy is and what comes next.
func phaseWords(env *kit.Env, b *model.View) string {
	last := len(b.Seals) - 1
	switch b.Phase {
	case model.Preparing:
		if b.ReopenReason != "" {
			return fmt.Sprintf("Rules opened again: %s. Nobody rates until the chair seals them anew (L).", kit.Clean(b.ReopenReason))
		}
		return "Preparing: nobody rates yet."
	case model.Screening:
		if last >= 0 {
			return fmt.Sprintf("Screening: rules sealed, version %d, %s UTC, by %s, hash %.12s…",
				b.Seals[last].Version, b.Seals[last].At.UTC().Format("2006-01-02 15:04"), kit.Clean(b.MemberName(b.Seals[last].By)), b.Seals[last].Hash)
		}
		return "Screening: the rules are sealed."
	case model.Moderating:
		return "Moderating: the ratings are revealed, the panel settles where members differ."
	case model.Decided:
		return "Decided: every candidate has a decision."
	}
	return ""
}

// whoWords says how many candidates and members there are, and how to come by them.
func whoWords(b *model.View) string {
	candidates := model.Count(b.Candidates, "candidate", "candidates")
	if b.Candidates == 0 {
		candidates = "no candidates yet (i takes them in)"
	}
	raters := model.Count(len(b.Raters()), "member rates", "members rate")
	return candidates + " · " + raters
}

func (p *itemView) class(c model.Class, name, says string) {
	list := p.board.Class(c)
	p.heading(name, says, len(list))
	if len(list) == 0 {
		p.quiet(p.env.Theme.Faint.Render(p.env.Text.Cut("    none", p.width)))
	}
	for _, k := range list {
		label := p.board.Label(k.ID)
		lines := append(p.words(p.looked(label, k.Checked), k.Text), p.under(criterionRemark(k))...)
		for _, w := range openQuestions(p.board, k) {
			lines = append(lines, p.under(questionRemark(k, w))...)
		}
		p.items = append(p.items, item{key: criterionKey(k.ID), label: label, criterion: k.ID, open: !k.Checked, source: k.Lines, lines: lines})
	}
}

// criterionRemark is what the program makes of a criterion, and how it is rated.
func criterionRemark(k model.Criterion) string {
	scale := k.Scale.WithPass()
	weight := ""
	if k.Weight != 1 && k.Class == model.Desirable {
		weight = fmt.Sprintf("weight %d: %s", k.Weight, kit.Clean(k.WeightReason))
	}
	source := ""
	if k.Added {
		source = "added by the panel"
	}
	return joined(kit.Clean(requirement.Sentence(k.Requirement)), scale, weight, source)
}

// sentence is a remark with a capital letter and a full stop.
func sentence(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if n == 0 {
		return s
	}
	s = string(unicode.ToUpper(r)) + s[n:]
	if !strings.ContainsAny(s[len(s)-1:], ".!?") {
		s += "."
	}
	return s
}

func (p *itemView) empty() {
	t := p.env.Text
	lines := []string{"", p.env.Theme.Head.Render("NO CRITERIA YET")}
	text := "The posting shows no list of criteria that could be read."
	if len(p.board.Vacancy.Warnings) > 0 {
		text = sentence(kit.Clean(p.board.Vacancy.Warnings[0].Message()))
	}
	lines = append(lines, t.Wrap(text, p.width)...)
	lines = append(lines, t.Wrap("A list lost in a copy is not an empty list: take the criteria from the published page. "+
		"+ takes them in line after line (a pasted list too), a adds one with a form.", p.width)...)
	p.quiet(lines...)
}

func (p *itemView) eligibility() {
	list := p.board.Vacancy.Eligibility
	if len(list) == 0 {
		return
	}
	p.heading("ELIGIBILITY", "outside the criteria; checked, not rated", len(list))
	for _, g := range list {
		lines := append(p.words(g.ID, g.Text), p.under(kit.Clean(conditionWords(g)))...)
		p.items = append(p.items, item{key: eligibilityKey(g.ID), label: g.ID, condition: g.ID, source: g.Lines, lines: lines})
	}
}

func (p *itemView) competencies() {
	list := p.board.Vacancy.Competencies
	if len(list) == 0 {
		return
	}
	p.heading("COMPETENCIES", "assessed at interview, not here", len(list))
	for i, c := range list {
		s := c.Name
		if c.Phrase != "" {
			s += ": " + c.Phrase
		}
		label := fmt.Sprintf("C%d", i+1)
		p.items = append(p.items, item{key: competencyKey(i), label: label, competency: i + 1, source: c.Lines, lines: p.words(label, s)})
	}
}

func (p *itemView) warnings() {
	list := p.board.Vacancy.Warnings
	if len(list) == 0 {
		return
	}
	p.heading("WARNINGS", "of the reader: look at these lines of the posting (!)", len(list))
	for i, w := range list {
		s, source := w.Message(), model.Lines{}
		if w.Line > 0 {
			s = fmt.Sprintf("line %d: %s", w.Line, w.Message())
			source = model.Lines{From: w.Line, To: w.Line}
		}
		lines := p.words(p.looked("!", w.Seen), s)
		if l := strings.TrimSpace(p.text.At(w.Line)); l != "" {
			lines = append(lines, p.under(p.env.Text.Cut("“"+kit.Clean(l)+"”", 2*p.width))...)
		}
		p.items = append(p.items, item{key: warningKey(i), label: "!", warning: i + 1, open: !w.Seen, source: source, lines: lines})
	}
}

// joined puts the parts that are not empty in one line.
func joined(parts ...string) string {
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return strings.TrimSpace(s) == "" }), " · ")
}

// named is a value with the word before it, or nothing.
func named(word, value string) string {
	if value == "" {
		return ""
	}
	return word + value
}
