package posting

import (
	"slices"
	"strings"
	"sync"
	"unicode"

	"shortlist/model/requirement"
)

// This file recognises the headings that heading_list.go lists, by their letters alone, so that
// "2.QUALIFICATIONSANDEXPERIENCE" is the same heading as "2. Qualifications and experience:".

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
	class Class // for demands: the list it opens, empty where it opens both
	// sub marks a heading that also stands inside the demands ("Education", "Languages") and is weak elsewhere.
	sub bool
	// open marks a heading that may be followed by more words: "How to apply for this post".
	open bool
}

// catalogue is headingList by the letters of the phrases, and those letters longest first.
var catalogue = sync.OnceValue(func() (c struct {
	exact map[string]*heading
	open  []string
	caps  []string
},
) {
	c.exact = map[string]*heading{}
	for i := range headingList {
		h := &headingList[i].heading
		for _, p := range headingList[i].phrases {
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

// letters is a text reduced to what a mangled copy leaves of it: its letters, small and without accents.
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

// headingIn is the catalogue's heading that a line consists of, nil where it is none.
func headingIn(text string) *heading {
	if len(text) > 2*maxHeading || text == "" {
		return nil
	}
	mark, words := takeBullet(strings.TrimRight(text, " "))
	if words = withoutBrackets(words); len(words) > maxHeading {
		return nil
	}
	end := lastRune(words)
	if end == ';' || end == ',' || end == '?' && spokenHeading(words) == nil || end != ':' && unicode.IsLower(firstRune(words)) {
		return nil
	}
	if end == '.' && mark == noBullet && words != strings.ToUpper(words) {
		return nil // the last word of a sentence that was wrapped
	}
	key := letters(words)
	c := catalogue()
	if h := c.exact[key]; h != nil {
		if end == '.' && h.sub {
			return nil // "Experience." ends a sentence
		}
		return h
	}
	for _, p := range c.open {
		if strings.HasPrefix(key, p) && end != '.' {
			return c.exact["^"+p]
		}
	}
	if end == '.' {
		return nil
	}
	if len(words) < 60 && strings.HasSuffix(key, "requirements") && unicode.IsUpper(firstRune(words)) && strings.Count(words, " ") < 6 {
		if h := composedHeading(words); h != nil {
			return h
		}
		return &heading{zone: zoneDemands}
	}
	if h := spokenHeading(words); h != nil {
		return h
	}
	return composedHeading(words)
}

// withoutBrackets leaves out a remark in brackets at the end of a heading: "Essential (E)".
func withoutBrackets(s string) string {
	if i := strings.LastIndexByte(s, '('); i > 3 && strings.HasSuffix(strings.TrimRight(s, " :."), ")") {
		if strings.HasSuffix(strings.TrimRight(s, " "), ":") {
			return strings.TrimSpace(s[:i]) + ":"
		}
		return strings.TrimSpace(s[:i])
	}
	return s
}

func lastRune(s string) (last rune) {
	for _, r := range s[max(0, len(s)-4):] {
		last = r
	}
	return last
}

// looksLikeHeading tells whether a paragraph that the catalogue does not know is set like a heading.
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
	capital := 0
	for _, w := range words {
		if r := firstRune(strings.TrimLeft(w, "(\"'“‘")); unicode.IsUpper(r) || unicode.IsDigit(r) || !unicode.IsLetter(r) || len(w) <= 3 {
			capital++
		}
	}
	return unicode.IsUpper(firstRune(words[0])) && capital == len(words)
}
