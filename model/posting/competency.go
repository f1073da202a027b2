package posting

import (
	"strings"
	"unicode"
)

// This file reads competencies: "Analytical Thinking: Sees multiple relationships". They are assessed at interview and
// are no criteria.

// readCompetencies reads the entries of one section of competencies and tells how many it found.
func (r *reading) readCompetencies(s *section) int {
	found := 0
	var body []paragraph
	for i := range s.body {
		body = append(body, partCompetencies(&s.body[i])...)
	}
	for i := range body {
		p := &body[i]
		name, phrase := nameAndPhrase(p.text)
		if p.bullet == noBullet && strings.HasPrefix(name, "NOTE") {
			continue
		}
		if name == "" && p.bullet != noBullet && len(strings.Fields(p.text)) <= 5 && isName(strings.TrimRight(p.text, " ;,.")) {
			name = strings.TrimRight(p.text, " ;,.")
		}
		if name == "" {
			continue
		}
		found++
		c := Competency{Name: name, Phrase: phrase, Lines: p.lines()}
		r.draft.Competencies = append(r.draft.Competencies, c)
		r.span(c.Lines, SpanCompetency, "")
	}
	return found
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

// isName tells whether words can be the name of a competency: few, and beginning with a capital.
func isName(s string) bool {
	words := strings.Fields(s)
	return len(words) > 0 && len(words) <= 7 && len(s) <= 60 && unicode.IsUpper(firstRune(s)) && !strings.ContainsAny(s, ".;?!@/")
}
