package part

// This file finds the terms of a criterion in the words of a candidate, so that the eye goes where the file may speak of
// it. It is a help for reading: it neither counts nor judges.

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"shortlist/model/requirement"
	"shortlist/tui/kit"
)

// Terms are the stems of the words that matter in a criterion. What was found in a line is kept, for lines are drawn again
// with every key.
type Terms struct {
	stems []string
	known map[string][]hit
}

// plainWords are the words of postings that say nothing of the subject.
var plainWords = strings.Fields(`able about above across after against along also among and any appropriate asset available been before being
	between both broad candidate candidates comparable degree demonstrate demonstrated desirable equivalent excellent experience experiences following
	from good have having high hold including incumbent into knowledge least level levels minimum more must other others over particular possess post
	posts preferably previous proven related relevant required role several should similar some sound strong such than that their them then there these
	this those through under university various very well what when where which while will with within without work working would year years your
	understanding ability skills skill least field fields using areas area one two three four five six seven eight nine ten
	avoir avec dans pour plus une des les aux sur par est sont etre experience annees niveau bonne bon`)

// TermsOf are the terms of a criterion's words.
func TermsOf(words string) *Terms {
	out := &Terms{known: map[string][]hit{}}
	for _, w := range strings.FieldsFunc(requirement.Fold(words), notLetter) {
		if s := stem(w); len([]rune(w)) >= 4 && !slices.Contains(plainWords, w) && !slices.Contains(out.stems, s) {
			out.stems = append(out.stems, s)
		}
	}
	return out
}

func notLetter(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }

// stem cuts the usual endings off a folded word, so that "planning" finds "planned" and "planner".
func stem(w string) string {
	for _, end := range []string{"ations", "ation", "ments", "ment", "ings", "ing", "ers", "ies", "ed", "er", "es", "s", "y", "e"} {
		cut, found := strings.CutSuffix(w, end)
		if !found || len(cut) < 4 {
			continue
		}
		if n := len(cut); n > 4 && (cut[n-1] == cut[n-2] || cut[n-1] == 'e') {
			cut = cut[:n-1]
		}
		return cut
	}
	return w
}

// hit is a stretch of a line, in bytes.
type hit struct{ from, to int }

// In finds the terms in a line.
func (t *Terms) In(line string) []hit {
	if t == nil || len(t.stems) == 0 {
		return nil
	}
	out, ok := t.known[line]
	if ok {
		return out
	}
	start := -1
	word := func(end int) {
		if start >= 0 && end-start >= 4 && slices.Contains(t.stems, stem(requirement.Fold(line[start:end]))) {
			out = append(out, hit{start, end})
		}
		start = -1
	}
	for i, r := range line {
		switch {
		case notLetter(r):
			word(i)
		case start < 0:
			start = i
		}
	}
	word(len(line))
	t.known[line] = out
	return out
}

// mark makes the terms of a line bold and underlined, and leaves the rest as it is.
func (t *Terms) mark(theme *kit.Theme, line string) string {
	hits := t.In(line)
	if len(hits) == 0 || !utf8.ValidString(line) { // a style beside half a letter would swallow it
		return line
	}
	style := theme.Strong.Underline(true)
	var w strings.Builder
	at := 0
	for _, h := range hits {
		w.WriteString(line[at:h.from])
		w.WriteString(style.Render(line[h.from:h.to]))
		at = h.to
	}
	w.WriteString(line[at:])
	return w.String()
}

// Words are the terms that a line has, as they stand there.
func (t *Terms) Words(line string) []string {
	var out []string
	for _, h := range t.In(line) {
		if w := line[h.from:h.to]; !slices.Contains(out, w) {
			out = append(out, w)
		}
	}
	return out
}
