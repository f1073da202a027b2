package part

// This file lays a candidate's file out in lines: the facts that matter for one criterion first, then the whole file.
// Ticks, marks and the cursor are drawn over the lines later, so that they change nothing here.

import (
	"fmt"
	"strings"

	"shortlist/model"
	"shortlist/model/requirement"
	"shortlist/tui/kit"
)

// FileLine is one line of the file on screen.
type FileLine struct {
	Text    string
	Heading bool
	Job     int    // the job the line belongs to, -1 for none
	Tick    bool   // the line carries the tick of its job
	para    int    // wrapped lines of one paragraph share the number
	Source  string // where it stands, for a quote; "" cannot be quoted
	Used    bool   // a fact that the finding rests on
	rest    bool   // goes on with a fact that began above: the cursor does not stop here
}

// usedSign stands before a fact that the finding rests on.
const usedSign = "• "

// fileText collects lines of a given width.
type fileText struct {
	text  *kit.Text
	width int
	lines []FileLine
	paras int
}

// FileSections is a whole file laid out once for a width: what a person wrote, and the rest.
type FileSections struct {
	Person            model.Person
	text              *kit.Text
	Width, paras      int
	facts, statements []FileLine
	documents         []FileLine
	ReadOnly          bool // nobody ticks jobs in it
}

// LayFile lays out a whole file.
func LayFile(t *kit.Text, width int, p model.Person) *FileSections {
	w := &fileText{text: t, width: max(width, 10)}
	part := func(lay func()) []FileLine {
		lay()
		lines := w.lines
		w.lines = nil
		return lines
	}
	s := &FileSections{Person: p, text: t, Width: w.width}
	s.facts = part(func() { w.allFacts(&p.Facts) })
	s.statements = part(func() { w.statements(&p.Facts) })
	s.documents = part(func() {
		for _, d := range p.Facts.Documents {
			w.heading(fmt.Sprintf("Document %s", kit.Clean(d.Name)))
			w.prose(d.Text, fmt.Sprintf("document %s", kit.Clean(d.Name)), -1)
		}
	})
	s.paras = w.paras
	return s
}

// Remark says something above what the person wrote. It cannot be quoted.
func (s *FileSections) Remark(words string) {
	var lines []FileLine
	for _, l := range s.text.Wrap(words, s.Width) {
		lines = append(lines, FileLine{Text: l, Job: -1, para: -1, rest: true})
	}
	lines = append(lines, FileLine{Job: -1, para: -1})
	s.statements = append(lines, s.statements...)
}

// LinesFor puts what matters for a criterion before the whole file, and the conditions outside the criteria between the
// two. finding may be the zero value.
func (s *FileSections) LinesFor(k model.Criterion, label string, f requirement.Finding, eligibility []model.Finding) []FileLine {
	w := &fileText{text: s.text, width: s.Width, paras: s.paras}
	facts := &s.Person.Facts
	conditions := s.eligibility(eligibility)
	parts := [][]FileLine{nil, conditions, s.facts, s.statements, s.documents}
	matters := k.Requirement.Matters()
	switch {
	case len(matters) == 0:
		parts = [][]FileLine{nil, s.statements, conditions, s.facts, s.documents}
	case !k.Requirement.Kind.CountsJobs():
		w.heading(fmt.Sprintf("What matters for %s", label))
	case s.ReadOnly:
		w.heading(fmt.Sprintf("Jobs, for %s", label))
	default:
		w.heading(fmt.Sprintf("Jobs: tick those that count for %s", label))
	}
	for _, x := range matters {
		w.sort(x, facts, x.Used(&f), true)
	}
	parts[0] = w.lines
	n := 0
	for _, p := range parts {
		n += len(p) + 1
	}
	out := make([]FileLine, 0, n)
	for _, p := range parts {
		if len(p) > 0 && len(out) > 0 {
			out = append(out, FileLine{Job: -1, para: -1})
		}
		out = append(out, p...)
	}
	return out
}

// eligibility says how the file stands to the conditions outside the criteria. They are not the candidate's words and cannot be quoted.
func (s *FileSections) eligibility(findings []model.Finding) []FileLine {
	if len(findings) == 0 {
		return nil
	}
	w := &fileText{text: s.text, width: s.Width, paras: s.paras + 1_000_000}
	w.heading("Eligibility, outside the criteria")
	for _, f := range findings {
		w.fact(strings.TrimSpace(fmt.Sprintf("%s %s %s", f.Verdict.Mark(), f.Label, f.Said())), "", f.Verdict == requirement.NotMet)
	}
	return w.lines
}

func (w *fileText) heading(s string) {
	if len(w.lines) > 0 {
		w.lines = append(w.lines, FileLine{Job: -1, para: -1})
	}
	w.lines = append(w.lines, FileLine{Text: w.text.Cut(strings.ToUpper(s), w.width), Heading: true, Job: -1, para: -1})
}

func (w *fileText) none(n int, what string) {
	if n == 0 {
		w.lines = append(w.lines, FileLine{Text: w.text.Cut(fmt.Sprintf("The file states %s.", what), w.width), Job: -1, para: -1})
	}
}

// fact is a paragraph of one fact; what does not fit goes on indented.
func (w *fileText) fact(s, source string, used bool) {
	w.paras++
	first, rest := "", "  "
	if used {
		first, rest = usedSign, "    "
	}
	for i, l := range w.wrap(kit.Clean(s), w.width-4) {
		if i > 0 {
			l = rest + l
		} else {
			l = first + l
		}
		w.lines = append(w.lines, FileLine{Text: l, Job: -1, para: w.paras, Source: source, Used: used, rest: i > 0})
	}
}

// wrap breaks a line at spaces only, so that dates stay whole.
func (w *fileText) wrap(s string, width int) []string {
	const whole = "\u2011" // a hyphen that does not break
	lines := w.text.Wrap(strings.ReplaceAll(s, "-", whole), width)
	for i := range lines {
		lines[i] = strings.ReplaceAll(lines[i], whole, "-")
	}
	return lines
}

// prose is a text of paragraphs.
func (w *fileText) prose(s, source string, job int) {
	indent := ""
	if job >= 0 {
		indent = "    "
	}
	s = strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n")
	for _, para := range strings.Split(strings.Trim(kit.CleanLines(s), "\n"), "\n") {
		w.paras++
		for _, l := range w.text.Wrap(para, w.width-len(indent)) {
			w.lines = append(w.lines, FileLine{Text: indent + l, Job: job, para: w.paras, Source: source})
		}
	}
}

// Among returns true if a list holds a number.
func Among(list []int, i int) bool {
	for _, x := range list {
		if x == i {
			return true
		}
	}
	return false
}

// quoteOf joins lines to a quote and says where they stand: wrapped lines run together again, paragraphs stay apart.
func quoteOf(lines []FileLine) (quote, source string) {
	para, sources := -1, map[string]bool{}
	for _, l := range lines {
		if l.Source == "" || strings.TrimSpace(l.Text) == "" {
			continue
		}
		switch {
		case quote == "":
		case l.para == para:
			quote += " "
		default:
			quote += "\n"
		}
		quote += strings.TrimSpace(strings.TrimPrefix(l.Text, usedSign))
		para = l.para
		if !sources[l.Source] {
			sources[l.Source] = true
			if source != "" {
				source += "; "
			}
			source += l.Source
		}
	}
	return quote, source
}
