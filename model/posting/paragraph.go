package posting

import (
	"slices"
	"sort"
	"strings"
)

// This file is the second stage, lines: what belongs together becomes one paragraph again. The rules for it are in
// seam.go. Run-on text is taken apart in breakup.go, tables in table.go.

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

// cut returns the part of p from byte a to byte b, with its own line numbers.
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

// add puts the words of another paragraph behind those of p. marks are the lines that this adds.
func (p *paragraph) add(q *paragraph, marks []mark) {
	p.text += " " + q.text
	for _, m := range marks {
		p.marks = append(p.marks, mark{len(p.text), m.no})
	}
}

// joinLines begins the second stage.
func joinLines(lines []line, t *trace) []paragraph {
	j := joiner{trace: t, width: wrapWidth(lines), most: spacing(lines)}
	for i := range lines {
		switch l := &lines[i]; {
		case l.furniture == ruleLoneOr: // what stands below it begins anew
			j.gap, j.page = j.most+1, false
		case l.furniture != "":
			j.page = true
		case l.blank:
			j.gap++
		default:
			j.take(l)
		}
	}
	j.flush()
	return slices.DeleteFunc(j.out, func(p paragraph) bool { return p.text == "" })
}

// joiner puts lines together, one after the other.
type joiner struct {
	trace *trace
	out   []paragraph
	width int   // at which the text was wrapped
	most  int   // so many blank lines part nothing
	gap   int   // blank lines since the last line
	page  bool  // page furniture since the last line: blank lines beside it mean nothing
	last  *line // the line that the open paragraph ends with
	buf   strings.Builder
}

func (j *joiner) take(l *line) {
	joined, name := false, ""
	if j.last != nil {
		joined, name = decide(seams, &seam{&j.out[len(j.out)-1], j.last, l, j.gap > j.most && !j.page, j.width})
	}
	if joined {
		j.join(l)
		j.trace.line(l.no, StageLines, AsGoesOn, "", name)
	} else {
		j.flush()
		j.out = append(j.out, paragraph{
			marks: []mark{{0, l.no}}, indent: l.indent, bullet: l.bullet, emphasis: l.emphasis, gap: j.gap > j.most,
		})
		j.buf.WriteString(l.text)
		j.trace.line(l.no, StageLines, AsBegins, "", name)
	}
	j.last, j.gap, j.page = l, 0, false
}

// join adds a line to the open paragraph.
func (j *joiner) join(l *line) {
	p := &j.out[len(j.out)-1]
	if j.buf.Len() > 0 && !hyphenated(j.last.text, l.text) {
		j.buf.WriteByte(' ')
	}
	p.marks = append(p.marks, mark{j.buf.Len(), l.no})
	if p.bullet != noBullet && j.last.text == "" {
		p.marks = []mark{{0, p.marks[0].no}, {0, l.no}}
	}
	j.buf.WriteString(l.text)
}

// flush gives the open paragraph its text.
func (j *joiner) flush() {
	if n := len(j.out); n > 0 && j.buf.Len() > 0 {
		j.out[n-1].text = j.buf.String()
		j.buf.Reset()
	}
}
