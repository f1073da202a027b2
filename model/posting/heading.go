package posting

import (
	"slices"
	"strings"
	"sync"
	"unicode"

	"shortlist/model/requirement"
)

// This file belongs to the third stage: it recognises the headings that heading_list.go lists, by their letters alone, so
// that "2.QUALIFICATIONSANDEXPERIENCE" is the same heading as "2. Qualifications and experience:".

// zone is what a part of a posting is about.
type zone string

const (
	zoneHeader     zone = "header"
	zoneSummary    zone = "summary"    // about the organisation and the post
	zoneDemands    zone = "demands"    // the lists of criteria
	zoneDuties     zone = "duties"     // what the work will be
	zoneCompetency zone = "competency" // behaviours, assessed at interview
	zoneOther      zone = "other"      // contract, how to apply, boilerplate, site text
)

// heading is one entry of the catalogue.
type heading struct {
	zone  zone
	class Class // for demands: the list it opens, empty if it opens both
	// sub marks a heading that also stands inside the demands ("Education", "Languages") and is weak elsewhere.
	sub bool
	// open marks a heading that may be followed by more words: "How to apply for this post".
	open bool
}

// catalogue is headingList by the letters of its phrases. caps are those letters, the longest first, and open the
// letters of the phrases that may be followed by more words, which exact holds with a "^" before them.
var catalogue = sync.OnceValue(func() (c struct {
	exact map[string]*heading
	open  []string
	caps  []string
},
) {
	c.exact = map[string]*heading{}
	list := headingList()
	for i := range list {
		h := &list[i].heading
		for _, p := range list[i].phrases {
			key := letters(p)
			if h.open {
				c.open = append(c.open, key)
				c.exact["^"+key] = h
				continue
			}
			if c.exact[key] == nil {
				c.exact[key] = h
				c.caps = append(c.caps, key)
			}
		}
	}
	byLength := func(a, b string) int { return len(b) - len(a) }
	slices.SortStableFunc(c.open, byLength)
	slices.SortStableFunc(c.caps, byLength)
	return c
})

// letters returns a text reduced to what a mangled copy leaves of it: its letters, small and without accents.
func letters(s string) string {
	var b strings.Builder
	for _, r := range requirement.Fold(s) {
		if r == '&' {
			b.WriteString("and")
		} else if unicode.IsLetter(r) {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// maxHeading is the longest line that can be a heading.
const maxHeading = 90

// The rules by which a heading is recognised.
const (
	ruleListed       = "heading-listed"        // it stands in heading_list.go
	ruleListedStart  = "heading-begins-listed" // it begins as one that may be followed by more words
	ruleRequirements = "heading-of-requirements"
	rulePhrase       = "heading-phrase"   // it is a phrase of heading_spoken.go
	ruleComposed     = "heading-composed" // it is made of words of heading_vocabulary.go
)

// headingIn returns the heading that a line consists of, nil if it is none.
func headingIn(text string) *heading {
	h, _ := findHeading(text)
	return h
}

// findHeading returns the heading that a line consists of and the rule by which it was recognised, nil if it is none.
func findHeading(text string) (*heading, string) {
	if len(text) > 2*maxHeading || text == "" {
		return nil, ""
	}
	mark, words := takeBullet(strings.TrimRight(text, " "))
	if words = withoutBrackets(words); len(words) > maxHeading {
		return nil, ""
	}
	end := lastRune(words)
	if !endsLikeHeading(words, end, mark) {
		return nil, ""
	}
	key := letters(words)
	c := catalogue()
	if h := c.exact[key]; h != nil {
		if end == '.' && h.sub {
			return nil, "" // "Experience." ends a sentence
		}
		return h, ruleListed
	}
	if end == '.' {
		return nil, ""
	}
	for _, p := range c.open {
		if strings.HasPrefix(key, p) {
			return c.exact["^"+p], ruleListedStart
		}
	}
	short := len(words) < 60 && strings.Count(words, " ") < 6
	if short && strings.HasSuffix(key, "requirements") && unicode.IsUpper(firstRune(words)) {
		if h := composedHeading(words); h != nil {
			return h, ruleComposed // "Essential job requirements" opens one list
		}
		return &heading{zone: zoneDemands}, ruleRequirements // "Harbour service requirements" opens both
	}
	if h := spokenHeading(words); h != nil {
		return h, rulePhrase
	}
	if h := composedHeading(words); h != nil {
		return h, ruleComposed
	}
	return nil, ""
}

// endsLikeHeading returns false if a line ends or begins as no heading does.
func endsLikeHeading(words string, end rune, mark bullet) bool {
	switch end {
	case ':':
		return true
	case ';', ',':
		return false // "experience;" is an entry
	case '?':
		if spokenHeading(words) == nil { // "Who are you?" is a heading
			return false
		}
	case '.':
		if mark == noBullet && words != strings.ToUpper(words) {
			return false // the last word of a sentence that was wrapped; "2. Requirements." is a heading
		}
	}
	return !unicode.IsLower(firstRune(words)) // "experience" goes on from the line before
}

// withoutBrackets leaves out a remark in brackets at the end of a heading: "Essential (E)".
func withoutBrackets(s string) string {
	i := strings.LastIndexByte(s, '(')
	if i <= 3 || !strings.HasSuffix(strings.TrimRight(s, " :."), ")") {
		return s
	}
	words := strings.TrimSpace(s[:i])
	if strings.HasSuffix(strings.TrimRight(s, " "), ":") {
		return words + ":"
	}
	return words
}

func lastRune(s string) (last rune) {
	for _, r := range s[max(0, len(s)-4):] {
		last = r
	}
	return last
}

// looksLikeHeading returns true if a paragraph that the catalogue does not know is set like a heading.
func looksLikeHeading(p *paragraph) bool {
	words := strings.Fields(p.text)
	if len(words) == 0 || len(words) > 9 || len(p.text) > maxHeading || p.bullet == dotBullet || p.bullet == codeBullet {
		return false
	}
	end := lastRune(p.text)
	if strings.ContainsRune(";,.?!", end) {
		return false
	}
	if p.emphasis != plain || end == ':' {
		return true
	}
	for _, w := range words {
		if !headingWord(w) {
			return false
		}
	}
	return unicode.IsUpper(firstRune(words[0]))
}

// headingWord returns true if a word may stand in a heading in which the words begin with capitals: "Rules", "of", "(2)".
func headingWord(w string) bool {
	r := firstRune(strings.TrimLeft(w, "(\"'“‘"))
	return unicode.IsUpper(r) || !unicode.IsLetter(r) || len(w) <= 3
}
