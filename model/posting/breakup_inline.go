package posting

import (
	"strings"
	"unicode"
)

// This file finds the entries and headings inside a paragraph: bullets, numbers and letters in the middle of a line, a
// heading before its text, a heading at the end of the entry before.

// inlineBullets marks bullets inside a paragraph: dots anywhere, dashes only after the end of an entry. A point in the
// middle of the line is a bullet where it stands free and comes again.
func inlineBullets(s string, at map[int]bool) {
	points := strings.Count(s, " · ") > 1
	for i, r := range s {
		if i > 0 && (strings.ContainsRune("•●▪■◦‣∙➢✓", r) || r >= 0xf000 && r <= 0xf0ff) {
			at[i] = true
		}
		if points && r == '·' && i > 0 && s[i-1] == ' ' {
			at[i] = true
		}
		if i > 2 && (r == '-' || r == '–') && s[i-1] == ' ' && strings.ContainsRune(";:", rune(s[i-2])) && i+2 < len(s) {
			at[i] = true
		}
	}
}

// inlineCounts marks "(a) … (b) …" and "1) … 2) …" inside a paragraph: marks of one kind that count on from the first,
// each after the end of an entry or the announcement. It gives the marks.
func inlineCounts(s string, at map[int]bool) map[int]bool {
	if len(s) < 40 {
		return nil
	}
	var found map[int]bool
	for _, first := range []rune{'a', '1'} {
		var marks []int
		next := first
		for _, m := range inlineCount().FindAllStringSubmatchIndex(s, 60) {
			if m[3]-m[2] == 1 && rune(s[m[2]]) == next && (len(marks) > 0 && afterEntry(s[:m[0]], s[m[1]-1]) || len(marks) == 0 && (m[0] == 0 || strings.ContainsAny(s[max(0, m[0]-2):m[0]], ":;"))) {
				marks = append(marks, m[2]-1+btoi(s[max(0, m[2]-1)] != '('))
				if next++; next > '9' && next < 'a' || next > 'z' {
					break
				}
			}
		}
		if len(marks) < 2 {
			continue
		}
		if found == nil {
			found = map[int]bool{}
		}
		for _, i := range marks {
			at[i], found[i] = true, true
		}
	}
	return found
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}

// afterEntry tells whether a mark after s can begin the next entry: always where it ends with a bracket, else only after
// the end of an entry.
func afterEntry(s string, mark byte) bool {
	s = strings.TrimRight(s, " ")
	for _, w := range []string{" and", " or", " et", " ou"} {
		s = strings.TrimSuffix(s, w)
	}
	return mark == ')' || s != "" && strings.ContainsRune(";.:,", rune(s[len(s)-1]))
}

var inlineCount = lazy(`(?:^|[ (])([a-z]|[1-9])[.)] ?`)

// headingsAtEnds marks a heading of the catalogue before the text of a paragraph ("Requirements: a degree; …") and one
// at the end of it ("… attends meetings Profile:"), where a copy has lost the breaks.
func headingsAtEnds(p *paragraph, at map[int]bool) {
	s := p.text
	if i := strings.IndexByte(s[:min(len(s), maxHeading)], ':'); i > 3 && i+2 < len(s) && s[i+1] == ' ' && p.bullet != dotBullet {
		if h := headingIn(s[:i+1]); h != nil && !h.sub && h.zone != zoneCompetency && h.zone != zoneHeader && labelFields()[labelKey(s[:i])] == noField && len(s) > i+25 {
			at[i+1] = true
		}
	}
	// Pieces end where the next one begins.
	ends := []int{len(s)}
	for i := range at {
		ends = append(ends, i)
	}
	for _, end := range ends {
		if i := headingTail(s[:end]); i > 0 {
			at[i] = true
		}
	}
}

// headingTail is where the heading begins with which s ends, or -1. Only one with a colon counts, after other words.
func headingTail(s string) int {
	s = strings.TrimRight(s, " ")
	if !strings.HasSuffix(s, ":") || len(s) < 30 || headingIn(s) != nil {
		return -1
	}
	best := -1
	i := len(s)
	for range 6 {
		i = strings.LastIndexByte(s[:i], ' ')
		if i <= 0 || len(s)-i > maxHeading || strings.ContainsRune(".;:", rune(s[i-1])) {
			break
		}
		if !unicode.IsUpper(firstRune(s[i+1:])) {
			continue
		}
		if h := headingIn(s[i+1:]); h != nil && (h.zone == zoneDemands || h.zone == zoneDuties) {
			best = i + 1
		}
	}
	if best < 0 {
		return -1
	}
	// What stands before is an entry that ends, not the beginning of a longer heading.
	before := strings.Fields(s[:best])
	if len(before) < 4 || !unicode.IsLower(firstRune(before[len(before)-1])) && !strings.ContainsRune(";.)", lastRune(s[:best-1])) {
		return -1
	}
	switch before[len(before)-1] {
	case "and", "or", "of", "the", "et", "ou", "de", "for", "our", "your":
		return -1
	}
	return best
}
