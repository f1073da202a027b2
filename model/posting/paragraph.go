package posting

import (
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"
)

// This file is the second stage: lines that belong together become one paragraph again. Run-on text is taken apart in
// breakup.go.

// paragraph is a stretch of words with the lines it came from.
type paragraph struct {
	text     string
	marks    []mark // where in text each line begins; the first is at 0
	indent   int
	bullet   bullet
	emphasis emphasis
	gap      bool // a blank line stands before it
}

// mark says that the words from offset at on came from line no.
type mark struct{ at, no int }

func (p *paragraph) lines() Lines { return Lines{p.marks[0].no, p.marks[len(p.marks)-1].no} }

// cut is the part of p from byte a to byte b, with its own line numbers.
func (p *paragraph) cut(a, b int) paragraph {
	for a < b && p.text[a] == ' ' {
		a++
	}
	for b > a && p.text[b-1] == ' ' {
		b--
	}
	q := paragraph{text: p.text[a:b], indent: p.indent}
	// The line that holds byte a, then those that begin before byte b.
	i := sort.Search(len(p.marks), func(i int) bool { return p.marks[i].at > a }) - 1
	for i = max(i, 0); i < len(p.marks) && (len(q.marks) == 0 || p.marks[i].at < b); i++ {
		q.marks = append(q.marks, mark{max(0, p.marks[i].at-a), p.marks[i].no})
	}
	return q
}

// joinLines is the second stage.
func joinLines(lines []line) []paragraph {
	var (
		out   []paragraph
		width = wrapWidth(lines)
		most  = spacing(lines) // so many blank lines part nothing
		gap   = 0              // blank lines since the last line
		page  = false          // page furniture since the last line: blank lines beside it mean nothing
		last  *line            // the line that the open paragraph ends with
		buf   strings.Builder
	)
	flush := func() {
		if n := len(out); n > 0 && buf.Len() > 0 {
			out[n-1].text = buf.String()
			buf.Reset()
		}
	}
	for i := range lines {
		l := &lines[i]
		if l.furniture {
			page = page || !l.blank
			continue
		}
		if l.blank {
			gap++
			continue
		}
		if last != nil && continues(&out[len(out)-1], last, l, gap > most && !page, width) {
			p := &out[len(out)-1]
			if buf.Len() > 0 && !hyphenated(last.text, l.text) {
				buf.WriteByte(' ')
			}
			p.marks = append(p.marks, mark{buf.Len(), l.no})
			if p.bullet != noBullet && last.text == "" {
				p.marks = []mark{{0, p.marks[0].no}, {0, l.no}}
			}
			buf.WriteString(l.text)
		} else {
			flush()
			out = append(out, paragraph{marks: []mark{{0, l.no}}, indent: l.indent, bullet: l.bullet, emphasis: l.emphasis, gap: gap > most})
			buf.WriteString(l.text)
		}
		last, gap, page = l, 0, false
	}
	flush()
	kept := out[:0]
	for _, p := range out {
		if p.text != "" {
			kept = append(kept, p)
		}
	}
	return kept
}

// spacing is the number of blank lines that stand after nearly every line and so mean nothing, mostly 0.
func spacing(lines []line) int {
	const widest = 8
	var runs [widest + 1]int // how often so many blank lines follow
	text, run := 0, 0
	for i := range lines {
		switch {
		case lines[i].furniture:
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

// continues tells whether line l belongs to the paragraph that ends with line last.
func continues(p *paragraph, last, l *line, gap bool, width int) bool {
	if last.text == "" && last.bullet != noBullet {
		return l.bullet == noBullet && headingIn(l.text) == nil // a bullet alone on its line
	}
	if gap || strings.ContainsRune(l.text+last.text, '|') || l.bullet != noBullet || last.emphasis != plain || l.emphasis != plain {
		return false
	}
	if headingIn(l.text) != nil || headingIn(last.text) != nil || labelled(l.text) || leadOf(last.text) != nil {
		return false
	}
	if n, _ := nameAndPhrase(l.text); n != "" {
		if n, _ := nameAndPhrase(last.text); n != "" {
			return false // two competencies
		}
	}
	end := last.text[len(last.text)-1]
	if p.bullet != noBullet && l.indent > p.indent && end != ':' {
		return true
	}
	if end == ';' || end == ':' {
		return false
	}
	starts := firstRune(l.text)
	if p.bullet != noBullet && end != '.' && !unicode.IsUpper(starts) || unfinished(last.text) || goesOnSmall(last.text, l.text) {
		return true
	}
	return wraps(last.text, l.text, width) && (p.bullet != noBullet || !entryVerb().MatchString(l.text))
}

// entryVerb begins an entry of a list that has lost its bullets.
var entryVerb = lazy(`^`, oneOf{
	`avoir`,
	`be`,
	`demonstrate`,
	`have`,
	`hold`,
	`possess`,
	`posséder`,
	`être`,
}, ` `, oneOf{
	`able `,
	`an? `,
	`at least `,
	`au moins `,
	`available `,
	`completed`,
	`conversant `,
	`excellent `,
	`experience`,
	`familiar `,
	`good `,
	`knowledge`,
	`prepared `,
	`previous`,
	`proven`,
	`shown`,
	`sound`,
	`strong `,
	`the `,
	`une? `,
	`willing `,
	`worked`,
})

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

// unfinished tells whether a line stops at a word after which no sentence and no entry ends.
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

// goesOnSmall tells whether a line begins with a word that begins no entry, after a long line that does not end.
func goesOnSmall(a, b string) bool {
	first, _, _ := strings.Cut(b, " ")
	return len(a) > 40 && slices.Contains(neverFirst, first) && unicode.IsLower(lastRune(a))
}

// wraps tells whether the break between two lines was made by a fixed width: the next word did not fit any more.
func wraps(a, b string, width int) bool {
	if width == 0 {
		return false
	}
	word, _, _ := strings.Cut(b, " ")
	return utf8.RuneCountInString(a)+1+utf8.RuneCountInString(word) > width-width/8
}

// wrapWidth is the width at which the whole text was wrapped, 0 where it was not.
func wrapWidth(lines []line) int {
	const widest = 140
	var count [widest + 1]int
	total, over := 0, 0
	for _, l := range lines {
		if l.blank || l.furniture {
			continue
		}
		total++
		if n := utf8.RuneCountInString(l.text); n <= widest {
			count[n]++
		} else {
			over++
		}
	}
	if over*50 > total && over > 1 {
		return 0
	}
	long := 0
	for w := widest; w >= 40; w-- {
		long += count[w]
		// The width is where lines begin to be common, seen from above.
		if long*50 >= total && long >= 2 {
			near := 0
			for v := w; v > w-w/6; v-- {
				near += count[v]
			}
			if near >= 5 && near*6 >= total || brokenAt(lines, w) {
				return w
			}
			return 0
		}
	}
	return 0
}

// brokenAt tells whether the lines that end and go on in the middle of a sentence are mostly those after which the next
// word did not fit into a width: the evidence in a short text.
func brokenAt(lines []line, width int) bool {
	full, other := 0, 0
	var last *line
	for i := range lines {
		l := &lines[i]
		if l.blank || l.furniture {
			last = nil
			continue
		}
		if last != nil && l.bullet == noBullet && unicode.IsLower(firstRune(l.text)) && last.text != "" && !strings.ContainsRune(".;:!?", lastRune(last.text)) {
			word, _, _ := strings.Cut(l.text, " ")
			if n := utf8.RuneCountInString(last.text) + last.indent + 1 + utf8.RuneCountInString(word); n > width-width/20 && n < 2*width {
				full++
			} else {
				other++
			}
		}
		last = l
	}
	return full >= 3 && full > 2*other
}

// hyphenated tells whether a word was divided at the end of a line. A hyphen that belongs to the word stays; one put
// in by the division cannot be told from it, so the words are only closed up.
func hyphenated(a, b string) bool {
	return strings.HasSuffix(a, "-") && len(a) > 1 && a[len(a)-2] != ' ' && b != "" && unicode.IsLower(firstRune(b))
}
