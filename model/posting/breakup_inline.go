package posting

import (
	"slices"
	"strings"
	"unicode"
)

// This file belongs to the second stage: it finds the entries and headings inside a paragraph, bullets, numbers and
// letters in the middle of a line, a heading before its text, a heading at the end of the entry before.

// inlineBullets marks bullets inside a paragraph: dots anywhere, dashes only after the end of an entry. A point in the
// middle of the line is a bullet if it stands free and comes again.
func inlineBullets(s string, at cuts) {
	points := strings.Count(s, " · ") > 1
	for i, r := range s {
		if i == 0 {
			continue
		}
		spaced := s[i-1] == ' '
		switch {
		case strings.ContainsRune("•●▪■◦‣∙➢✓", r), r >= 0xf000 && r <= 0xf0ff: // "a degree • fluent French"
			at.add(i, ruleBulletInside)
		case points && r == '·' && spaced: // "a degree · French · a licence"
			at.add(i, ruleBulletInside)
		case (r == '-' || r == '–') && spaced && i > 2 && i+2 < len(s) && (s[i-2] == ';' || s[i-2] == ':'): // "a degree; - French"
			at.add(i, ruleBulletInside)
		}
	}
}

// inlineCounts marks "(a) … (b) …" and "1) … 2) …" inside a paragraph: marks of one kind that count on from the first,
// each after the end of an entry or the announcement. It returns the places of the marks.
func inlineCounts(s string, at cuts) map[int]bool {
	if len(s) < 40 {
		return nil
	}
	var found map[int]bool
	for _, first := range []rune{'a', '1', 'b', '2'} {
		marks := countsFrom(s, first)
		if len(marks) < 2 || found != nil && (first == 'b' || first == '2') {
			continue
		}
		if found == nil {
			found = map[int]bool{}
		}
		for _, i := range marks {
			at.add(i, ruleCountInside)
			found[i] = true
		}
	}
	return found
}

// countsFrom finds the marks that count on from the first: where "(a)", "(b)" … begin.
func countsFrom(s string, first rune) []int {
	var marks []int
	next := first
	for _, m := range inlineCount().FindAllStringSubmatchIndex(s, 60) {
		if m[3]-m[2] != 1 || rune(s[m[2]]) != next {
			continue
		}
		if len(marks) == 0 && !afterAnnouncement(s, m[0]) || len(marks) > 0 && !afterEntry(s[:m[0]], s[m[1]-1]) {
			continue
		}
		at := m[2]
		if at > 0 && s[at-1] == '(' {
			at--
		}
		marks = append(marks, at)
		if next++; next > '9' && next < 'a' || next > 'z' {
			break
		}
	}
	return marks
}

// afterAnnouncement returns true if the first mark can stand at byte i: at the beginning or after a colon or semicolon.
func afterAnnouncement(s string, i int) bool {
	return i == 0 || strings.ContainsAny(s[max(0, i-2):i], ":;")
}

// afterEntry returns true if a mark after s can begin the next entry: always if it ends with a bracket, else only after
// the end of an entry.
func afterEntry(s string, mark byte) bool {
	s = strings.TrimRight(s, " ")
	for _, w := range []string{" and", " or", " et", " ou"} {
		s = strings.TrimSuffix(s, w)
	}
	return mark == ')' || mark == 0xb0 || s != "" && strings.ContainsRune(";.:,", rune(s[len(s)-1]))
}

var inlineCount = lazy(`(?:^|[ (])([a-z]|[1-9])[.)°] ?`)

// headingsAtEnds marks a heading of the catalogue before the text of a paragraph ("Requirements: a degree; …") and one
// at the end of it ("… attends meetings Profile:"), if a copy has lost the breaks.
func headingsAtEnds(p *paragraph, at cuts) {
	s := p.text
	if i := strings.IndexByte(s[:min(len(s), maxHeading)], ':'); i > 3 && p.bullet != dotBullet && headingBefore(s, i) {
		at.add(i+1, ruleAfterHeading)
	}
	// Pieces end where the next one begins.
	ends := []int{len(s)}
	for i := range at {
		ends = append(ends, i)
	}
	for _, end := range ends {
		if i := headingTail(s[:end]); i > 0 {
			at.add(i, ruleHeadingAtTheEnd)
		}
	}
}

// headingBefore returns true if the words before the colon at byte i are a heading of its own, with text after it.
func headingBefore(s string, i int) bool {
	if len(s) <= i+25 || s[i+1] != ' ' {
		return false // "Requirements: see below" is too short to be cut
	}
	h := headingIn(s[:i+1])
	switch {
	case h == nil || h.sub: // "Languages: English and French" is an entry
		return false
	case h.zone == zoneCompetency || h.zone == zoneHeader: // "Values: we respect each other"
		return false
	}
	return labelFields()[labelKey(s[:i])] == noField // "Vacancy: Harbour Pilot" is a fact of the head
}

// headingTail returns the place where the heading begins with which s ends, or -1. Only one with a colon counts, after
// other words.
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
	if !entryEnds(s[:best]) {
		return -1
	}
	return best
}

// entryEnds returns true if words before a heading are an entry that ends, not the beginning of a longer heading: "attends
// meetings" before "Profile:", not "and" before "Requirements:".
func entryEnds(s string) bool {
	words := strings.Fields(s)
	if len(words) < 4 {
		return false
	}
	last := words[len(words)-1]
	if !unicode.IsLower(firstRune(last)) && !strings.ContainsRune(";.)", lastRune(s[:len(s)-1])) {
		return false
	}
	return !slices.Contains(insideHeading, last)
}

// insideHeading are the words after which a heading goes on.
var insideHeading = []string{
	"and",
	"de",
	"et",
	"for",
	"of",
	"or",
	"ou",
	"our",
	"the",
	"your",
}
