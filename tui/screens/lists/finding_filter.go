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

// verdictTyping is a way to type a verdict. more is a word that may follow.
type verdictTyping struct {
	word    string
	verdict requirement.Verdict
	more    string
}

// verdictTypings are the ways to type a verdict, the signs and words of the table and a few more; after a colon a
// beginning is enough, and the first that fits is meant.
var verdictTypings = func() []verdictTyping {
	var out []verdictTyping
	for _, v := range requirement.Verdicts() {
		if v.Mark() != "" {
			out = append(out, verdictTyping{word: v.Mark(), verdict: v})
		}
		word, more, _ := strings.Cut(v.Words(), " ")
		out = append(out, verdictTyping{word, v, more})
	}
	return append(out,
		verdictTyping{word: "yes", verdict: requirement.Met},
		verdictTyping{word: "+", verdict: requirement.Met},
		verdictTyping{word: "x", verdict: requirement.NotMet},
		verdictTyping{word: "no", verdict: requirement.NotMet},
		verdictTyping{word: "o", verdict: requirement.ToJudge},
		verdictTyping{word: "judge", verdict: requirement.ToJudge},
		verdictTyping{word: "stated", verdict: requirement.NotStated},
		verdictTyping{word: "unknown", verdict: requirement.NotStated},
	)
}()

// filterWord is a verdict as it is typed behind a colon.
func filterWord(v requirement.Verdict) string {
	if s := v.Mark(); s != "" {
		return s
	}
	return strings.ReplaceAll(v.Words(), " ", "-")
}

// findingLegend names the signs in a line.
var findingLegend = func() string {
	var out []string
	for _, v := range requirement.Verdicts() {
		if v.Mark() != "" {
			out = append(out, v.Label())
		}
	}
	return fmt.Sprintf("what the file shows: %s", strings.Join(out, "  "))
}()

// findingTypings says how a finding is typed.
func findingTypings() string {
	var out []string
	for _, v := range requirement.Verdicts() {
		if v.Mark() == "" {
			out = append(out, v.Words())
			continue
		}
		out = append(out, fmt.Sprintf("%s or %s", v.Mark(), v.Words()))
	}
	return strings.Join(out, ", ")
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
		if len(typed) > 0 && v != "" {
			if whole, ok := followed(said, typed[0]); ok {
				v, typed = whole, typed[1:]
			}
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
	for _, w := range verdictTypings {
		if typed == w.word || typed != "" && begun && strings.HasPrefix(w.word, typed) || w.more != "" && strings.HasPrefix(w.word+"-"+w.more, typed) && strings.Contains(typed, "-") {
			return w.verdict
		}
	}
	return ""
}

// followed returns the verdict that is meant if a further word follows a verdict; ok is false if that word is no part of
// it.
func followed(typed, next string) (v requirement.Verdict, ok bool) {
	for _, w := range verdictTypings {
		if typed == w.word && w.more != "" && strings.HasPrefix(w.more, next) {
			return w.verdict, true
		}
	}
	return "", false
}

// hasFindings returns true if signs are those that the terms ask for. Signs that are not known are not.
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
			return fmt.Sprintf("Type a finding after %s: %s. esc shows all again.", t.label, findingTypings())
		}
		what = append(what, fmt.Sprintf("“%s %s”", t.verdict.Words(), t.label))
	}
	slices.Sort(what)
	s := fmt.Sprintf("The program finds %s for no candidate", strings.Join(slices.Compact(what), " and "))
	if _, words := findingTerms(c.board, c.find); len(words) > 0 {
		s += " with these words"
	}
	if !c.findings.Complete() {
		s += fmt.Sprintf(" of the %d whose files are worked out so far; the others follow", c.findings.Known)
	}
	return fmt.Sprintf("%s. A finding is a proposal, not a rating. esc shows all again.", s)
}

// asksTime returns true if a criterion asks for a time of experience.
func (c *candidates) asksTime() bool {
	for _, k := range c.board.Criteria {
		if k.Requirement.AsksTime() {
			return true
		}
	}
	return false
}
