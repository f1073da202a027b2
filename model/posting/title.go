package posting

import (
	"slices"
	"strings"
	"unicode"

	"shortlist/model/requirement"
)

// This file belongs to the third stage: it finds the title of the head if no label names it, and the place. The words for
// it are in title_words.go.

// The rules of this file.
const (
	ruleTitleAndNumber = "title-and-number"        // "Harbour Pilot-250001"
	ruleTitleByWords   = "title-by-its-words"      // "Harbour Pilot"
	ruleTitleInFirst   = "title-in-the-first-line" // "Harbour Pilot - Port of Ostmark - apply now"
	rulePlaceLine      = "place-on-its-line"       // "Ostmark, Belgium"
	rulePlaceTurned    = "place-after-its-country" // "Belgium, Ostmark"
	rulePlaceAmong     = "place-among-others"      // "Full time · Ostmark, Belgium"
	rulePlaceCountry   = "place-with-its-country"  // "Full time | Ostend, Belgium"
	rulePlaceSaid      = "place-in-a-sentence"     // "The post is located in Ostmark."
)

// titleDepth is how many lines below its first a title is looked for.
const titleDepth = 60

// findTitle takes the line that looks most like a title, if no label has named it.
func (r *reading) findTitle(lines []line, front, headEnd int) {
	best, bestScore := -1, 0
	for i := front; i < len(lines); i++ {
		l := &lines[i]
		if l.no > headEnd || l.no > titleDepth+front {
			break
		}
		if l.blank || l.furniture != "" {
			continue
		}
		if r.titleWithNumber(l) {
			return
		}
		if s := titleScore(l, i-front); s > bestScore {
			best, bestScore = i, s
		}
	}
	if r.draft.Title == "" {
		if best < 0 {
			r.titleInFirst()
		} else {
			r.draft.Title = titleWords(lines[best].text)
			r.found(&lines[best], factTitle, ruleTitleByWords)
		}
	}
	if m := gradeAtEnd().FindStringSubmatch(r.draft.Title); m != nil && r.draft.Grade == "" {
		r.draft.Grade = m[1]
	}
}

// titleWithNumber takes a title with its number, "Harbour Pilot-250001": the form of the recruitment system itself, so that
// it counts more than a label. The number must be the posting's.
func (r *reading) titleWithNumber(l *line) bool {
	d := &r.draft
	title, number := titleAndNumber(l.text)
	if number == "" || !postWord().MatchString(requirement.Fold(title)) {
		return false
	}
	if d.Requisition != "" && !strings.Contains(number, d.Requisition) && !strings.Contains(d.Requisition, number) {
		return false
	}
	d.Title = title
	if d.Requisition == "" {
		d.Requisition = number
	}
	r.found(l, factTitle, ruleTitleAndNumber)
	return true
}

// titleInFirst takes the title from the beginning of a text that has lost its breaks: "Officer, Bridges - NATO - Brussels."
func (r *reading) titleInFirst() {
	if len(r.sections[0].body) == 0 {
		return
	}
	p := &r.sections[0].body[0]
	head, _, ok := strings.Cut(p.text, " - ")
	if !ok {
		head, _, ok = strings.Cut(p.text, " | ")
	}
	if !ok || len(p.text) < len(head)+8 {
		return
	}
	if titleScore(&line{text: head}, 0) > 60 {
		r.draft.Title = titleWords(head)
		r.found(&line{no: p.marks[0].no}, factTitle, ruleTitleInFirst)
	}
}

// titleScore says how much a line looks like the title; 0 is not at all. depth counts the lines before it.
func titleScore(l *line, depth int) int {
	low := requirement.Fold(l.text)
	words := strings.Fields(l.text)
	if len(l.text) < 5 || len(l.text) > 110 || len(words) > 14 || noTitle(l.text, low) {
		return 0
	}
	known := postWord().MatchString(low)
	if !known && (depth > 6 || len(words) > 6 || !workerWord().MatchString(low)) {
		return 0
	}
	score := 100 - 2*min(depth, 40)
	if !known {
		score -= 60
	}
	if slices.ContainsFunc(words, func(w string) bool { return !titleWord(w) }) {
		score -= 30
	}
	if l.bullet != noBullet {
		score -= 40
	}
	if l.emphasis != plain {
		score += 15
	}
	return max(score, 1)
}

// noTitle returns true if a line cannot be the title, whatever its words.
func noTitle(text, low string) bool {
	switch {
	case strings.ContainsRune(".;:!?,", lastRune(text)): // "The pilot guides ships."
	case !unicode.IsUpper(firstRune(text)) && !unicode.IsDigit(firstRune(text)): // "ship pilots and crews"
	case labelled(text) || headingIn(text) != nil: // "Grade: G15", "Requirements"
	case chromeLine().MatchString(low): // "Apply now"
	case containsAny(low, "http", "www.", " is hiring"):
	default:
		return false
	}
	return true
}

// titleWord returns true if a word may stand in a title, in which the long words begin with capitals.
func titleWord(w string) bool {
	c := firstRune(strings.TrimLeft(w, "("))
	return unicode.IsUpper(c) || !unicode.IsLetter(c) || len(w) <= 4
}

// titleWords tidies a line that is the title.
func titleWords(s string) string {
	s = titleHead().ReplaceAllString(s, "")
	for _, sep := range []string{" | ", wideGap} {
		if i := strings.Index(s, sep); i > 4 {
			s = s[:i]
		}
	}
	return strings.TrimSpace(gradeTail().ReplaceAllString(s, ""))
}

// titleAndNumber parts "Officer, Plans-250001" into title and requisition number.
func titleAndNumber(s string) (title, number string) {
	if m := numberTail().FindStringSubmatch(s); m != nil {
		return titleWords(m[1]), m[2]
	}
	return titleWords(s), ""
}

// findPlace looks for a place that no label names: on a line of its own in the head, then in a sentence.
func (r *reading) findPlace(lines []line, headEnd int) {
	if r.draft.Location != "" {
		return
	}
	for _, pass := range []struct {
		until int
		find  func(string) (string, string)
	}{
		{min(headLines, headEnd), placeOn},
		{headLines, placeIn},
		{min(headLines, headEnd), placeAmong},
	} {
		for i := range lines {
			l := &lines[i]
			if l.no > pass.until {
				break
			}
			if place, name := pass.find(l.text); name != "" {
				r.draft.Location = place
				r.found(l, factLocation, name)
				return
			}
		}
	}
}

// placeOn returns the place that a line consists of and the rule, empty if it is none.
func placeOn(text string) (place, name string) {
	if m := placeLine().FindStringSubmatch(text); m != nil {
		return m[1], rulePlaceLine
	}
	if m := placeTurned().FindStringSubmatch(text); m != nil {
		return m[1], rulePlaceTurned
	}
	if len(text) >= 200 || !strings.Contains(text, " · ") {
		return "", ""
	}
	for _, part := range strings.Split(text, " · ") {
		if m := placeLine().FindStringSubmatch(strings.TrimSpace(part)); m != nil {
			return m[1], rulePlaceAmong
		}
	}
	return "", ""
}

// placeIn returns the place that a sentence names and the rule, empty if it names none.
func placeIn(text string) (place, name string) {
	if m := placeSaid().FindStringSubmatch(text); m != nil {
		return m[1], rulePlaceSaid
	}
	return "", ""
}
