package posting

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// This file belongs to the second stage: it takes run-on text apart, headings, lead-ins and bullets that a copy has run
// into a paragraph. What is looked for inside a line is in breakup_inline.go.

// The rules by which a paragraph is cut.
const (
	ruleWideGap         = "wide-gap"
	ruleCapitalHeading  = "capital-heading"
	ruleAfterCapitals   = "after-capital-heading"
	ruleLeadInInside    = "lead-in-inside"
	ruleAfterLeadIn     = "after-lead-in"
	ruleBulletInside    = "bullet-inside"
	ruleCountInside     = "count-inside"
	ruleAfterHeading    = "after-heading-with-colon"
	ruleHeadingAtTheEnd = "heading-at-the-end"
)

// cuts are the places where a paragraph is to be cut, each with the rule that found it.
type cuts map[int]string

// add marks a place; the rule that finds a place first is kept.
func (c cuts) add(i int, rule string) {
	if _, ok := c[i]; !ok {
		c[i] = rule
	}
}

// breakUp cuts every paragraph at the headings, lead-ins and bullets inside it.
func breakUp(in []paragraph, t *trace) []paragraph {
	out := make([]paragraph, 0, len(in))
	for i := range in {
		p := &in[i]
		at, counted := cutsOf(p)
		from := 0
		for j, to := range at.places(len(p.text)) {
			if to <= from {
				continue
			}
			q := p.cut(from, to)
			if j == 0 || len(out) == 0 {
				q.bullet, q.emphasis, q.gap = p.bullet, p.emphasis, p.gap
			} else if b, rest := takeBullet(q.text); (b == dotBullet || counted[from]) && rest != "" {
				q = q.cut(len(q.text)-len(rest), len(q.text))
				q.bullet = b
			}
			if from == 0 && to == len(p.text) {
				q.emphasis = p.emphasis
			}
			if q.text != "" && len(q.marks) > 0 {
				out = append(out, q)
				if j > 0 {
					t.line(q.marks[0].no, StageLines, AsParted, "", at[from])
				}
			}
			from = to
		}
	}
	return out
}

// places returns the places in order, and the end of the text last.
func (c cuts) places(end int) []int {
	out := make([]int, 0, len(c)+1)
	for i := range c {
		if i < end {
			out = append(out, i)
		}
	}
	slices.Sort(out)
	return append(out, end)
}

// cutsOf finds the places where a paragraph is to be cut, and which of them begin with a number or letter of a list.
func cutsOf(p *paragraph) (at cuts, counted map[int]bool) {
	at = cuts{}
	s := p.text
	wideGaps(s, at)
	capitalHeadings(s, at)
	if strings.Contains(s, ":") {
		for _, m := range leadInText().FindAllStringIndex(s, -1) {
			at.add(m[0], ruleLeadInInside)
			at.add(m[1], ruleAfterLeadIn)
		}
	}
	inlineBullets(s, at)
	counted = inlineCounts(s, at)
	if p.bullet.counted() {
		for _, m := range nextCount().FindAllStringSubmatchIndex(s, 40) {
			at.add(m[2], ruleCountInside)
			if counted == nil {
				counted = map[int]bool{}
			}
			counted[m[2]] = true
		}
	}
	headingsAtEnds(p, at)
	delete(at, 0)
	return at, counted
}

// nextCount is the mark of the next entry inside one that carries a mark itself: "…; (2) a year at sea; and (3) a licence".
var nextCount = lazy(`[;.,] (?:(?:and|or|et|ou) )?(\((?:\d|[a-z])\)|\d°) `)

// wideGaps marks the ends of the gaps that a lost line break has left, but for the one after the number of a heading.
func wideGaps(s string, at cuts) {
	for i := 0; ; {
		j := strings.Index(s[i:], wideGap)
		if j < 0 {
			return
		}
		from := i + j
		i = from + len(wideGap)
		for i < len(s) && s[i] == ' ' {
			i++
		}
		if !endsWithCount(s[:from]) {
			at.add(i, ruleWideGap)
		}
	}
}

// endsWithCount returns true if text ends with the number of a heading: "2." before many spaces.
func endsWithCount(s string) bool {
	if i := strings.LastIndex(s, " "); i >= 0 {
		s = s[i+1:]
	}
	m := countPattern().FindString(s)
	return m != "" && m == s
}

// capitalHeadings marks both ends of the catalogue's headings that stand in capitals inside s.
func capitalHeadings(s string, at cuts) {
	for i := 0; i < len(s); {
		from, to := nextCapitals(s, i)
		if from < 0 {
			return
		}
		i = to
		if to-from < 6 || from == 0 && to == len(s) {
			continue
		}
		start := from
		for start < to {
			n, h := capitalPrefix(s[start:to])
			if h == nil {
				break
			}
			begin := start
			if start == from {
				begin = countBefore(s, from)
			}
			at.add(begin, ruleCapitalHeading)
			start += n
			for start < len(s) && strings.ContainsRune(" :.,-", rune(s[start])) {
				start++
			}
			at.add(start, ruleAfterCapitals)
		}
	}
}

// nextCapitals finds the next run of words in capitals in s from i on: capital letters and what may stand between
// them. A capital that begins an ordinary word ("DESIRABLEThe") does not belong to it.
func nextCapitals(s string, i int) (from, to int) {
	from = -1
	lastCapital, before := -1, -1
	for j := i; j < len(s); {
		r, n := utf8.DecodeRuneInString(s[j:])
		switch {
		case unicode.IsUpper(r):
			if from < 0 {
				from = j
			}
			before, lastCapital = lastCapital, j+n
		case from >= 0 && unicode.IsLower(r):
			if lastCapital == j && lastCapital-from >= 6 && j+n < len(s) && (s[j+n] == '.' || s[j+n] == ')') {
				return from, j // "QUALIFICATIONSa. Experience"
			}
			// The last capital begins this word.
			if before > from && lastCapital == j {
				return from, before
			}
			if lastCapital < j && lastCapital-from >= 6 {
				return from, lastCapital
			}
			from, lastCapital, before = -1, -1, -1
		case from >= 0 && !strings.ContainsRune(" &/,'’-", r):
			if lastCapital-from >= 6 {
				return from, lastCapital
			}
			from, lastCapital, before = -1, -1, -1
		}
		j += n
	}
	if from >= 0 && lastCapital > from {
		return from, lastCapital
	}
	return -1, len(s)
}

// capitalPrefix returns the longest heading of the catalogue that a run of capitals begins with, and its length in s.
func capitalPrefix(s string) (int, *heading) {
	if len(s) > 2*maxHeading {
		s = strings.ToValidUTF8(s[:2*maxHeading], "")
	}
	key := letters(s)
	c := catalogue()
	for _, p := range c.caps {
		if len(p) < 6 || !strings.HasPrefix(key, p) {
			continue
		}
		h := c.exact[p]
		if h.sub && len(p) != len(key) {
			continue
		}
		n, seen := 0, 0
		for seen < len(p) && n < len(s) {
			r, size := utf8.DecodeRuneInString(s[n:])
			seen += len(letters(string(r)))
			n += size
		}
		// "REQUIREMENTSMANAGEMENT" is another word; "QUALIFICATIONSANDEXPERIENCEESSENTIAL" is two headings.
		if n < len(s) && s[n] != ' ' && s[n] != ',' && s[n] != ':' {
			if m, next := capitalPrefix(s[n:]); next == nil || m == 0 {
				continue
			}
		}
		return n, h
	}
	return 0, nil
}

// countBefore returns the place where the number of a heading begins that ends right before byte i.
func countBefore(s string, i int) int {
	j := i
	for j > 0 && s[j-1] == ' ' {
		j--
	}
	k := j
	if k > 0 && (s[k-1] == '.' || s[k-1] == ')') {
		k--
		digits := k
		for k > 0 && s[k-1] >= '0' && s[k-1] <= '9' {
			k--
		}
		if k < digits && (k == 0 || s[k-1] == ' ' || !unicode.IsDigit(rune(s[k-1]))) {
			return k
		}
	}
	return i
}
