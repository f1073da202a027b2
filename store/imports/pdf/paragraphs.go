package pdf

import (
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// This file joins the lines of all pages to paragraphs: a line was wrapped if the first word of the next line would not
// have fitted. Word division is undone if that is safe.

// wordSet holds the words of a document in small letters, to recognise a divided word.
type wordSet map[string]bool

// paragraphsOf is the text of a document, one paragraph or list entry a line.
func paragraphsOf(lines []line) string {
	f, words := layoutOf(lines), wordsOf(lines)
	var out, open strings.Builder
	var begin *line // the first line of the open paragraph
	for i := range lines {
		l := &lines[i]
		if begin != nil && f.goesOn(begin, &lines[i-1], l) {
			joinLine(&open, l.text, words)
			continue
		}
		if begin != nil {
			out.WriteString(open.String() + "\n")
			open.Reset()
			if p := &lines[i-1]; p.page != l.page && !l.bullet || p.page == l.page && p.y-l.y > 1.25*f.leading*math.Max(p.size, l.size) || p.page == l.page && l.y > p.y {
				out.WriteByte('\n')
			}
		}
		begin = l
		open.WriteString(l.text)
	}
	if begin != nil {
		out.WriteString(open.String() + "\n")
	}
	return strings.ReplaceAll(out.String(), "\u00ad", "")
}

// leastColumn is the width of a column, as part of the size, below which lines are short by nature.
const leastColumn = 20

// edgeKey is a page and a vertical strip of it, 36 points wide.
type edgeKey struct{ page, strip int }

const edgeStrip = 36

func stripOf(l *line) edgeKey {
	return edgeKey{l.page, int(math.Max(-1000, math.Min(1000, l.textX/edgeStrip)))}
}

// edgesOf is how far to the right the lines reach that begin in a strip of a page.
func edgesOf(lines []line) map[edgeKey]float64 {
	edges := map[edgeKey]float64{}
	for i := range lines {
		k := stripOf(&lines[i])
		edges[k] = math.Max(edges[k], lines[i].right)
	}
	return edges
}

// edge is the right edge of the column that a line stands in.
func (f *layout) edge(l *line) float64 {
	k := stripOf(l)
	edge := 0.0
	for d := -2; d <= 2; d++ {
		edge = math.Max(edge, f.edges[edgeKey{k.page, k.strip + d}])
	}
	return edge
}

// leadingOf is the usual distance of lines as part of their size.
func leadingOf(lines []line) float64 {
	var steps []float64
	for i := 1; i < len(lines); i++ {
		a, b := &lines[i-1], &lines[i]
		if step := (a.y - b.y) / math.Max(a.size, 1); a.page == b.page && step > 0.8 && step < 2.2 {
			steps = append(steps, step)
		}
	}
	if len(steps) == 0 {
		return 1.3
	}
	slices.Sort(steps)
	// The lines of a paragraph are closer than paragraphs are.
	return math.Max(1, steps[len(steps)/4])
}

// layout is what is known about the lines of a whole document.
type layout struct {
	edges   map[edgeKey]float64
	leading float64 // the usual distance of lines as part of their size
	size    float64 // of the letters of most lines
}

func layoutOf(lines []line) layout {
	sizes := make([]float64, len(lines))
	for i := range lines {
		sizes[i] = lines[i].size
	}
	slices.Sort(sizes)
	l := layout{edges: edgesOf(lines), leading: leadingOf(lines)}
	if len(sizes) > 0 {
		l.size = sizes[len(sizes)/2]
	}
	return l
}

// goesOn returns true if line b continues the paragraph that began with line begin and reached line a.
func (f *layout) goesOn(begin, a, b *line) bool {
	size := math.Max(a.size, b.size)
	running := runsOn(b.text)
	switch {
	case b.bullet || math.Abs(a.size-b.size) > 0.12*size:
		return false
	case a.bold != b.bold && (a.bold || !running):
		return false
	}
	end, _ := utf8.DecodeLastRuneInString(a.text)
	full := f.full(a, b)
	if a.page != b.page || b.y > a.y+size {
		// Over the end of a page or column, only the words show if a paragraph continues.
		return full && !strings.ContainsRune(".;:!?", end) && f.edge(a)-begin.x > leastColumn*size &&
			(running || a.page != b.page && a.right > f.edge(a)-0.5*size)
	}
	if a.y-b.y > 1.25*f.leading*size || b.y > a.y-0.5*size || !alignedTo(begin, a, b, size) {
		return false
	}
	switch {
	case end == '\u00ad':
		return true
	case full && (running || f.edge(a)-begin.x > leastColumn*size || size > 1.15*f.size):
		return end != ';' || running && !begin.bullet
	}
	// The word would have fitted: join only a sentence that clearly continues.
	return running && !full && !strings.ContainsRune(".;:!?", end) && a.right > begin.x+0.6*(f.edge(a)-begin.x)
}

// full returns true if the first word of line b would not have fitted on line a.
func (f *layout) full(a, b *line) bool {
	word, _, _ := strings.Cut(b.text, " ")
	width := float64(utf8.RuneCountInString(word)) * (b.right - b.x) / math.Max(1, float64(utf8.RuneCountInString(b.text)))
	return a.right+0.25*a.size+width >= f.edge(a)-0.3*a.size
}

// alignedTo returns true if line b stands under the words of a paragraph.
func alignedTo(begin, a, b *line, size float64) bool {
	left, right := begin.x-4*size, begin.textX+size
	if begin.bullet {
		left = begin.x - 0.3*size
	}
	return b.x >= left && b.x <= right || math.Abs(b.x-a.x) < 0.5*size && a != begin || math.Abs(b.x-a.lastX) < 0.5*size
}

// runsOn returns true if words begin inside a sentence.
func runsOn(s string) bool {
	r := firstLetter(s)
	return unicode.IsLower(r) || strings.ContainsRune("»”’),;", r)
}

func firstLetter(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

// wordsOf gives the words of the lines that are not divided at the end of a line.
func wordsOf(lines []line) wordSet {
	words := wordSet{}
	for i := range lines {
		fields := strings.FieldsFunc(lines[i].text, func(r rune) bool { return !unicode.IsLetter(r) && r != '-' })
		for j, w := range fields {
			last := j == len(fields)-1
			if len(w) > 1 && len(words) < 100_000 && !(last && strings.HasSuffix(w, "-")) {
				words[strings.ToLower(w)] = true
			}
		}
	}
	return words
}

// joinLine adds a line to an open paragraph and undoes the division of a word between them.
func joinLine(open *strings.Builder, next string, words wordSet) {
	sofar := open.String()
	if s, ok := strings.CutSuffix(sofar, "\u00ad"); ok {
		open.Reset()
		open.WriteString(s + next)
		return
	}
	s, ok := strings.CutSuffix(sofar, "-")
	if !ok || !unicode.IsLetter(lastLetter(s)) || !unicode.IsLower(firstLetter(next)) {
		if strings.HasSuffix(sofar, "/") && !strings.HasSuffix(sofar, " /") || ok && unicode.IsLetter(lastLetter(s)) && unicode.IsLetter(firstLetter(next)) {
			open.WriteString(next) // "English/" + "French", "Euro-" + "Atlantic"
			return
		}
		open.WriteString(" " + next)
		return
	}
	if divided(s, next, words) {
		open.Reset()
		open.WriteString(s)
	}
	open.WriteString(next)
}

func lastLetter(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}

// syllables end words and are not words themselves: a hyphen before one comes from the division.
var syllables = []string{
	"ment", "ments", "tion", "tions", "sion", "sions", "ing", "ings", "ness", "ity", "ities", "ance", "ence", "ances", "ences", "ible", "able", "ably", "ally", "ical", "ically", "tive", "tives", "ative", "sive", "ous", "ious", "ship", "ships", "ful", "ism", "ist", "ists",
	"tional", "sional", "mental", "tary", "tory", "sary", "ture", "tures", "cation", "cations", "zation", "zations", "sation", "sations", "nical", "tical", "gram", "grams", "ties", "cies", "cal", "ly", "er", "ers", "ed", "es", "al", "ary", "ory", "ate", "ates", "ated", "ating", "ations", "ation", "ence", "ency", "ancy", "dures", "ness", "nel", "sive", "sity", "sities", "demic", "tise", "tize",
}

// beginnings begin words and are not words themselves.
var beginnings = []string{"con", "com", "ac", "ap", "im", "em", "ef", "dif", "sup", "suc", "oc", "ob", "ab", "ad", "dis", "cor", "col", "el", "ir", "exper", "experi", "respon", "organ", "devel", "commu", "knowl", "admin", "adminis", "oppor", "qualifi", "candi", "appli", "partic", "particu", "politi", "secu", "inde"}

// divided returns true if the hyphen between the end of s and the beginning of next comes from dividing a word: the
// undivided word is elsewhere in the document, or what follows is not a word.
func divided(s, next string, words wordSet) bool {
	head := strings.ToLower(s[strings.LastIndexFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && r != '-' })+1:])
	tail := strings.ToLower(next)
	if i := strings.IndexFunc(tail, func(r rune) bool { return !unicode.IsLetter(r) }); i >= 0 {
		tail = tail[:i]
	}
	switch {
	case words[head+tail]:
		return true
	case words[head+"-"+tail], strings.Contains(head, "-"):
		return false
	}
	return slices.Contains(syllables, tail) || slices.Contains(beginnings, head)
}
