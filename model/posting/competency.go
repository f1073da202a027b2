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
	for i := range s.body {
		p := &s.body[i]
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
