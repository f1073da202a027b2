package posting

import (
	"strings"
	"unicode"
)

// This file belongs to the fourth stage: it reads competencies, "Analytical Thinking: Sees multiple relationships". They
// are assessed at interview and are no criteria.

// The rules of competencies.
const (
	ruleNameAndPhrase = "name-and-phrase"  // "Teamwork: Shares the bridge"
	ruleNameAlone     = "name-alone"       // "- Teamwork"
	ruleNameAmong     = "name-among-names" // "Teamwork" above "Clear Thinking"
)

// readCompetencies reads the entries of one section of competencies.
func (r *reading) readCompetencies(s *section) {
	var body []paragraph
	for i := range s.body {
		body = append(body, partCompetencies(&s.body[i])...)
	}
	for i := range body {
		p := &body[i]
		c, name := competencyIn(p)
		if near := i > 0 && nameLine(&body[i-1]) || i+1 < len(body) && nameLine(&body[i+1]); name == "" && near && nameLine(p) {
			c.Name, name = p.text, ruleNameAmong
		}
		if name == "" {
			r.trace.words(p, StageLists, AsUnread, "", "")
			continue
		}
		r.draft.Competencies = append(r.draft.Competencies, c)
		r.span(c.Lines, SpanCompetency, "")
		r.trace.words(p, StageLists, AsCompetency, "", name)
	}
}

// competencyIn returns the competency that a paragraph is and the rule, empty if it is none.
func competencyIn(p *paragraph) (c Competency, name string) {
	c.Lines = p.lines()
	c.Name, c.Phrase = nameAndPhrase(p.text)
	switch {
	case p.bullet == noBullet && strings.HasPrefix(c.Name, "NOTE"): // "NOTE: the list is not complete"
		return c, ""
	case c.Name != "":
		return c, ruleNameAndPhrase
	}
	alone := strings.TrimRight(p.text, " ;,.")
	if p.bullet != noBullet && len(strings.Fields(p.text)) <= 5 && isName(alone) {
		c.Name = alone
		return c, ruleNameAlone
	}
	return c, ""
}

// partCompetencies parts competencies that a copy has run together on one line.
func partCompetencies(p *paragraph) []paragraph {
	var out []paragraph
	from := 0
	for _, m := range nextCompetency().FindAllStringSubmatchIndex(p.text, 40) {
		if isName(strings.TrimSuffix(p.text[m[2]:m[3]], ":")) {
			q := p.cut(from, m[2])
			q.bullet = p.bullet
			out = append(out, q)
			from = m[2]
		}
	}
	q := p.cut(from, len(p.text))
	q.bullet = p.bullet
	return append(out, q)
}

var nextCompetency = lazy(`[;.] +([A-Z][A-Za-z' -]{2,45}:) `)

// nameAndPhrase parts "Name: phrase", "Name – phrase" and "Name - phrase".
func nameAndPhrase(s string) (name, phrase string) {
	for _, sep := range []string{":", " – ", " — ", " - "} {
		n, rest, ok := strings.Cut(s, sep)
		n, rest = strings.TrimSpace(n), strings.TrimSpace(rest)
		if ok && rest != "" && isName(n) && !labelled(s) {
			return n, strings.TrimRight(rest, " ;.,")
		}
	}
	return "", ""
}

// isName returns true if words can be the name of a competency: few, and beginning with a capital.
func isName(s string) bool {
	words := strings.Fields(s)
	if len(words) == 0 || len(words) > 7 || len(s) > 60 {
		return false
	}
	return unicode.IsUpper(firstRune(s)) && !strings.ContainsAny(s, ".;?!@/")
}
