package posting

import (
	"strings"
	"unicode"

	"shortlist/model/requirement"
)

// This file finds the title where no label names it, and the place.

func (r *reading) findTitle(lines []line, front, headEnd int) {
	d := &r.draft
	best, bestScore := -1, 0
	for i := front; i < len(lines); i++ {
		l := &lines[i]
		if l.no > headEnd || l.no > 60+front {
			break
		}
		if l.blank || l.furniture {
			continue
		}
		if t, number := titleAndNumber(l.text); number != "" && (d.Requisition == "" || strings.Contains(number, d.Requisition) || strings.Contains(d.Requisition, number)) && postWord().MatchString(requirement.Fold(t)) {
			d.Title = t // "Officer, Plans-250001": the form of the recruitment system itself
			if d.Requisition == "" {
				d.Requisition = number
			}
			r.span(Lines{l.no, l.no}, SpanHeader, "")
			return
		}
		if s := titleScore(l, i-front, lines, i); s > bestScore {
			best, bestScore = i, s
		}
	}
	defer func() {
		if m := gradeAtEnd().FindStringSubmatch(d.Title); m != nil && d.Grade == "" {
			d.Grade = m[1]
		}
	}()
	if d.Title == "" && best < 0 {
		r.titleInFirst()
	}
	if d.Title != "" || best < 0 {
		return
	}
	d.Title = titleWords(lines[best].text)
	r.span(Lines{lines[best].no, lines[best].no}, SpanHeader, "")
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
	if titleScore(&line{text: head}, 0, nil, 0) > 60 {
		r.draft.Title = titleWords(head)
		r.span(Lines{p.marks[0].no, p.marks[0].no}, SpanHeader, "")
	}
}

// titleScore says how much a line looks like the title; 0 is not at all.
func titleScore(l *line, depth int, lines []line, i int) int {
	low := requirement.Fold(l.text)
	words := strings.Fields(l.text)
	if len(l.text) < 5 || len(l.text) > 110 || len(words) > 14 || labelled(l.text) || headingIn(l.text) != nil || chromeLine().MatchString(low) || strings.Contains(low, "http") || strings.Contains(low, "www.") {
		return 0
	}
	if strings.ContainsRune(".;:!?,", lastRune(l.text)) || !unicode.IsUpper(firstRune(l.text)) && !unicode.IsDigit(firstRune(l.text)) {
		return 0
	}
	if _, _, ok := strings.Cut(low, " is hiring"); ok {
		return 0
	}
	known := postWord().MatchString(low)
	if !known && (depth > 6 || len(words) > 6 || !workerWord().MatchString(low)) {
		return 0
	}
	capital := 0
	for _, w := range words {
		if c := firstRune(strings.TrimLeft(w, "(")); unicode.IsUpper(c) || !unicode.IsLetter(c) || len(w) <= 4 {
			capital++
		}
	}
	score := 100 - 2*min(depth, 40)
	if !known {
		score -= 60
	}
	if capital < len(words) {
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

func (r *reading) findPlace(lines []line, headEnd int) {
	if r.draft.Location != "" {
		return
	}
	for pass := range 2 {
		for i := range lines {
			l := &lines[i]
			if l.no > headLines || pass == 0 && l.no > headEnd {
				break
			}
			re := placeLine()
			if pass == 1 {
				re = placeSaid()
			}
			m := re.FindStringSubmatch(l.text)
			if m == nil && pass == 0 {
				m = placeTurned().FindStringSubmatch(l.text)
			}
			if m == nil && pass == 0 && len(l.text) < 200 && strings.Contains(l.text, " · ") {
				for _, part := range strings.Split(l.text, " · ") {
					if m = re.FindStringSubmatch(strings.TrimSpace(part)); m != nil {
						break
					}
				}
			}
			if m != nil {
				r.draft.Location = m[1]
				r.span(Lines{l.no, l.no}, SpanHeader, "")
				return
			}
		}
	}
}
