package posting

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// This file belongs to the second stage: it finds out whether and where a text was wrapped.

// spacing returns how many blank lines stand after nearly every line and so mean nothing, mostly 0.
func spacing(lines []line) int {
	const widest = 8
	var runs [widest + 1]int // how often so many blank lines follow
	text, run := 0, 0
	for i := range lines {
		switch {
		case lines[i].furniture != "":
		case lines[i].blank:
			run++
		default:
			if text > 0 {
				runs[min(run, widest)]++
			}
			text, run = text+1, 0
		}
	}
	if text < 12 || runs[0]*4 > text {
		return 0
	}
	common := 1
	for n := 2; n < widest; n++ {
		if runs[n] > runs[common] {
			common = n
		}
	}
	return common
}

// neverLast are the words after which no sentence and no entry ends.
var neverLast = []string{
	"a",
	"an",
	"and",
	"and/or",
	"at",
	"by",
	"dans",
	"de",
	"des",
	"du",
	"en",
	"et",
	"for",
	"from",
	"in",
	"la",
	"le",
	"les",
	"of",
	"on",
	"or",
	"ou",
	"pour",
	"sur",
	"the",
	"to",
	"with",
}

// unfinished returns true if a line stops at a word after which no sentence and no entry ends.
func unfinished(s string) bool {
	last := s[strings.LastIndexByte(s, ' ')+1:]
	return len(s) > 24 && slices.Contains(neverLast, last)
}

// neverFirst are the words with which no entry begins.
var neverFirst = []string{
	"and",
	"au",
	"aux",
	"avec",
	"by",
	"dans",
	"de",
	"des",
	"du",
	"et",
	"for",
	"from",
	"in",
	"including",
	"of",
	"or",
	"ou",
	"pour",
	"que",
	"qui",
	"such",
	"that",
	"to",
	"which",
	"with",
}

// goesOnSmall returns true if a line begins with a word that begins no entry, after a long line that does not end.
func goesOnSmall(a, b string) bool {
	first, _, _ := strings.Cut(b, " ")
	return len(a) > 40 && slices.Contains(neverFirst, first) && unicode.IsLower(lastRune(a))
}

// wraps returns true if the break between two lines was made by a fixed width: the next word did not fit any more.
func wraps(a, b string, width int) bool {
	if width == 0 {
		return false
	}
	word, _, _ := strings.Cut(b, " ")
	return utf8.RuneCountInString(a)+1+utf8.RuneCountInString(word) > width-width/8
}

// widestWrap is the widest column at which a text is taken to be wrapped; longer lines are paragraphs.
const widestWrap = 140

// wrapWidth returns the width at which the whole text was wrapped, 0 if it was not.
func wrapWidth(lines []line) int {
	var count [widestWrap + 1]int // how many lines have which length
	total, over := 0, 0
	for _, l := range lines {
		if l.blank || l.furniture != "" {
			continue
		}
		total++
		if n := utf8.RuneCountInString(l.text); n <= widestWrap {
			count[n]++
		} else {
			over++
		}
	}
	if over*50 > total && over > 1 {
		return 0
	}
	long := 0
	for w := widestWrap; w >= 40; w-- {
		// The width is where lines begin to be common, seen from above.
		if long += count[w]; long*50 < total || long < 2 {
			continue
		}
		near := 0
		for v := w; v > w-w/6; v-- {
			near += count[v]
		}
		if near >= 5 && near*6 >= total || brokenAt(lines, w) {
			return w
		}
		return 0
	}
	return 0
}

// brokenAt returns true if the lines that end in the middle of a sentence are mostly those after which the next word did
// not fit into a width: the evidence in a short text.
func brokenAt(lines []line, width int) bool {
	full, other := 0, 0
	var last *line
	for i := range lines {
		l := &lines[i]
		if l.blank || l.furniture != "" {
			last = nil
			continue
		}
		if last != nil && brokenSentence(last, l) {
			word, _, _ := strings.Cut(l.text, " ")
			n := utf8.RuneCountInString(last.text) + last.indent + 1 + utf8.RuneCountInString(word)
			if n > width-width/20 && n < 2*width {
				full++
			} else {
				other++
			}
		}
		last = l
	}
	return full >= 3 && full > 2*other
}

// brokenSentence returns true if a sentence goes on from line last to line l.
func brokenSentence(last, l *line) bool {
	return l.bullet == noBullet && unicode.IsLower(firstRune(l.text)) &&
		last.text != "" && !strings.ContainsRune(".;:!?", lastRune(last.text))
}

// hyphenated returns true if a word was divided at the end of a line. A hyphen that belongs to the word stays; one put
// in by the division cannot be told from it, so the words are only closed up.
func hyphenated(a, b string) bool {
	return strings.HasSuffix(a, "-") && len(a) > 1 && a[len(a)-2] != ' ' && b != "" && unicode.IsLower(firstRune(b))
}
