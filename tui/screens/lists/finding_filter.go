package lists

// This file reads what a filter says of findings: "E2:borderline", "E2 ~", "g1:not met".

import (
	"fmt"
	"slices"
	"strings"

	"shortlist/model"
	"shortlist/model/requirement"
	"shortlist/tui/screens/part"
)

// findingTerm asks for candidates with a finding for a criterion or condition. An empty verdict is one that could not be
// read.
type findingTerm struct {
	label   string
	at      int // place among criteria and conditions
	verdict requirement.Verdict
}

// verdictWords are the ways to type a verdict; after a colon a beginning is enough.
var verdictWords = []struct {
	word       string
	findingRow requirement.Verdict
	more       string // a word that may follow
}{
	{"✓", requirement.Met, ""},
	{"met", requirement.Met, ""},
	{"yes", requirement.Met, ""},
	{"✗", requirement.NotMet, ""},
	{"x", requirement.NotMet, ""},
	{"not", requirement.NotMet, "met"},
	{"no", requirement.NotMet, ""},
	{"~", requirement.Borderline, ""},
	{"borderline", requirement.Borderline, ""},
	{"?", requirement.CannotTell, ""},
	{"cannot", requirement.CannotTell, "tell"},
	{"unknown", requirement.CannotTell, ""},
}

// findingTerms parts what is typed into findings and folded words. A label is a word like any other unless a finding
// follows it, or a colon stands behind it.
func findingTerms(b *model.View, f part.FilterLine) (terms []findingTerm, words []string) {
	if !f.Filters() {
		return nil, nil
	}
	typed := strings.Fields(strings.ToLower(f.Input.Value()))
	for len(typed) > 0 {
		token := typed[0]
		typed = typed[1:]
		label, rest := splitLabel(token)
		at, name := findingPlace(b, label)
		said, colon := strings.CutPrefix(rest, ":")
		if name == "" || rest != "" && !colon && verdictOf(rest, false) == "" {
			words = append(words, strings.Fields(part.FoldName(token))...)
			continue
		}
		begun := colon
		if said == "" && len(typed) > 0 && verdictOf(typed[0], false) != "" {
			said, typed, begun = typed[0], typed[1:], false
		}
		v := verdictOf(said, begun)
		if len(typed) > 0 && v != "" && followsVerdict(said, typed[0]) {
			typed = typed[1:]
		}
		switch {
		case said == "" && !colon:
			words = append(words, strings.Fields(part.FoldName(token))...)
		case said != "": // else it is still being typed
			terms = append(terms, findingTerm{name, at, v})
		}
	}
	return terms, words
}

// splitLabel parts "e2:~" into label and rest.
func splitLabel(token string) (label, rest string) {
	i := 1
	for i < len(token) && token[i] >= '0' && token[i] <= '9' {
		i++
	}
	if i < 2 || i > len(token) {
		return "", token
	}
	return token[:i], token[i:]
}

// findingPlace finds a criterion or condition by its label in small letters; name is empty if there is none.
func findingPlace(b *model.View, label string) (at int, name string) {
	for i, k := range b.Criteria {
		if l := b.Label(k.ID); strings.ToLower(l) == label {
			return i, l
		}
	}
	for i, g := range b.Vacancy.Eligibility {
		if strings.ToLower(g.ID) == label {
			return len(b.Criteria) + i, g.ID
		}
	}
	return 0, ""
}

func verdictOf(typed string, begun bool) requirement.Verdict {
	for _, w := range verdictWords {
		if typed == w.word || typed != "" && begun && strings.HasPrefix(w.word, typed) || w.more != "" && typed == w.word+"-"+w.more {
			return w.findingRow
		}
	}
	return ""
}

func followsVerdict(typed, next string) bool {
	for _, w := range verdictWords {
		if typed == w.word && w.more != "" && strings.HasPrefix(w.more, next) {
			return true
		}
	}
	return false
}

// hasFindings reports whether signs are those that the terms ask for. Signs that are not known are not.
func hasFindings(signs []byte, terms []findingTerm) bool {
	for _, t := range terms {
		if t.at >= len(signs) || t.verdict == "" || part.FindingSigns[signs[t.at]] != t.verdict {
			return false
		}
	}
	return true
}

// nobody says why no candidate is listed.
func (c *candidates) nobody() string {
	if len(c.terms) == 0 {
		return "No candidate has these words. esc shows all again."
	}
	var what []string
	for _, t := range c.terms {
		if t.verdict == "" {
			return "Type a finding after " + t.label + ": ✓ or met, ✗ or not met, ~ or borderline, ? or cannot tell. esc shows all again."
		}
		what = append(what, fmt.Sprintf("“%s %s”", t.verdict.Words(), t.label))
	}
	slices.Sort(what)
	s := "The program finds " + strings.Join(slices.Compact(what), " and ") + " for no candidate"
	if _, words := findingTerms(c.board, c.find); len(words) > 0 {
		s += " with these words"
	}
	if !c.findings.Complete() {
		s += fmt.Sprintf(" of the %d whose files are worked out so far; the others follow", c.findings.Known)
	}
	return s + ". A finding is a proposal, not a rating. esc shows all again."
}

// asksTime reports whether a criterion asks for a time of experience.
func (c *candidates) asksTime() bool {
	for _, k := range c.board.Criteria {
		if k.Requirement.AsksTime() {
			return true
		}
	}
	return false
}
