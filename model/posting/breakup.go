package posting

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// This file takes run-on text apart: headings, lead-ins and bullets that a copy has run into a paragraph.

// breakUp cuts every paragraph at the headings, lead-ins and bullets inside it.
func breakUp(in []paragraph) []paragraph {
	out := make([]paragraph, 0, len(in))
	for i := range in {
		p := &in[i]
		cuts, counted := cutsOf(p)
		from := 0
		for j, to := range append(cuts, len(p.text)) {
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
			}
			from = to
		}
	}
	return out
}

// cutsOf are the places where a paragraph is to be cut, ascending, and which of them begin with a number or letter of a
// list.
func cutsOf(p *paragraph) (cuts []int, counted map[int]bool) {
	at := map[int]bool{}
	s := p.text
	if strings.Contains(s, wideGap) {
		for i := 0; ; {
			j := strings.Index(s[i:], wideGap)
			if j < 0 {
				break
			}
			from := i + j
			i = from + len(wideGap)
			for i < len(s) && s[i] == ' ' {
				i++
			}
			if !endsWithCount(s[:from]) {
				at[i] = true
			}
		}
	}
	capitalHeadings(s, at)
	if strings.Contains(s, ":") {
		for _, m := range leadInText().FindAllStringIndex(s, -1) {
			at[m[0]], at[m[1]] = true, true
		}
	}
	inlineBullets(s, at)
	counted = inlineCounts(s, at)
	headingsAtEnds(p, at)
	delete(at, 0)
	cuts = make([]int, 0, len(at))
	for i := range at {
		if i < len(s) {
			cuts = append(cuts, i)
		}
	}
	slices.Sort(cuts)
	return cuts, counted
}

// endsWithCount tells whether text ends with the number of a heading: "2." before many spaces.
func endsWithCount(s string) bool {
	if i := strings.LastIndex(s, " "); i >= 0 {
		s = s[i+1:]
	}
	m := countPattern().FindString(s)
	return m != "" && m == s
}

// capitalHeadings marks both ends of the catalogue's headings that stand in capitals inside s.
func capitalHeadings(s string, at map[int]bool) {
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
			at[begin] = true
			start += n
			for start < len(s) && strings.ContainsRune(" :.,-", rune(s[start])) {
				start++
			}
			at[start] = true
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

// capitalPrefix is the longest heading of the catalogue that a run of capitals begins with, and its length in s.
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

// countBefore is where the number of a heading begins that ends right before byte i.
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
