package screens

import (
	"strings"

	"shortlist/tui/kit"
)

// This file shows a candidate's file in a window with a cursor, and the lines marked for a quote.

// filePane is the window. mark is the line where marking began, -1 where nothing is marked.
type filePane struct {
	lines         []fileLine
	at, top, mark int
	height        int
}

// set brings other lines; the cursor goes to the first line that says something.
func (p *filePane) set(lines []fileLine) {
	p.lines, p.at, p.top, p.mark = lines, 0, 0, -1
	p.at = p.seek(0, 1)
}

// swap brings the same file laid out anew; the cursor stays as near as it can.
func (p *filePane) swap(lines []fileLine) {
	p.lines, p.mark = lines, -1
	p.at = p.seek(min(p.at, len(lines)-1), -1)
	p.scroll()
}

// seek is the nearest line from i on that says something, first in the direction given.
func (p *filePane) seek(i, by int) int {
	for _, d := range []int{by, -by} {
		for n := i; n >= 0 && n < len(p.lines); n += d {
			if l := p.lines[n]; !l.heading && !l.rest && strings.TrimSpace(l.text) != "" {
				return n
			}
		}
	}
	return 0
}

// move moves the cursor by lines, over headings and blanks.
func (p *filePane) move(by int) {
	if len(p.lines) == 0 || by == 0 {
		return
	}
	step := 1
	if by < 0 {
		step = -1
	}
	p.at = p.seek(max(0, min(p.at+by, len(p.lines)-1)), step)
	p.scroll()
}

// turn scrolls without moving the cursor out of view.
func (p *filePane) turn(by int) {
	p.top = max(0, min(p.top+by, len(p.lines)-p.height))
	if p.at < p.top || p.at >= p.top+p.height {
		p.at = p.seek(max(0, min(max(p.at, p.top), min(p.top+p.height, len(p.lines))-1)), 1)
	}
}

func (p *filePane) scroll() {
	if p.at < p.top {
		p.top = p.at
	}
	if p.at >= p.top+p.height {
		p.top = p.at - p.height + 1
	}
	if p.at == p.seek(0, 1) {
		p.top = 0 // the heading above the first line
	}
	p.top = max(0, min(p.top, len(p.lines)-p.height))
}

// resize gives the number of lines in view.
func (p *filePane) resize(height int) {
	p.height = max(1, height)
	p.scroll()
}

// job is the job under the cursor, -1 where there is none.
func (p *filePane) job() int {
	if p.at < len(p.lines) {
		return p.lines[p.at].job
	}
	return -1
}

// firstJob puts the cursor on the first job; false where the file has none.
func (p *filePane) firstJob() bool {
	for i, l := range p.lines {
		if l.tick {
			p.at = i
			p.scroll()
			return true
		}
	}
	return false
}

// marked is the range of lines chosen for a quote: those marked, else the paragraph under the cursor.
func (p *filePane) marked() (from, to int) {
	if p.mark >= 0 {
		return min(p.mark, p.at), max(p.mark, p.at)
	}
	from, to = p.at, p.at
	for from > 0 && p.same(from-1) {
		from--
	}
	for to+1 < len(p.lines) && p.same(to+1) {
		to++
	}
	return from, to
}

func (p *filePane) same(i int) bool {
	return p.lines[i].para == p.lines[p.at].para && p.lines[i].para >= 0
}

// quote is the text of the lines chosen, and where it stands.
func (p *filePane) quote() (quote, source string) {
	if len(p.lines) == 0 {
		return "", ""
	}
	from, to := p.marked()
	return quoteOf(p.lines[from : to+1])
}

// goTo puts the cursor on a line.
func (p *filePane) goTo(i int) {
	p.at = max(0, min(i, len(p.lines)-1))
	p.scroll()
}

// view draws the window with the terms of the criterion marked. tick gives the box of a job.
func (p *filePane) view(env *kit.Env, width int, focus bool, marked *terms, tick func(job int) string) []string {
	out := make([]string, 0, p.height)
	from, to := -1, -1
	if focus && len(p.lines) > 0 {
		from, to = p.marked()
	}
	for i := p.top; i < len(p.lines) && len(out) < p.height; i++ {
		l := p.lines[i]
		gutter := "  "
		switch {
		case focus && i == p.at:
			gutter = "▸ "
		case focus && i >= from && i <= to:
			gutter = "┃ "
		}
		s := l.text
		if l.tick {
			s = tick(l.job) + s
		} else if l.job >= 0 && !strings.HasPrefix(s, "    ") {
			s = "    " + s
		}
		s = env.Text.Cut(gutter+s, width)
		switch {
		case l.heading:
			s = env.Theme.Head.Render(s)
		case focus && i >= from && i <= to && p.mark >= 0:
			s = env.Theme.Selected.Render(s)
		case l.used:
			s = env.Theme.Strong.Render(s)
		case l.source != "":
			s = marked.mark(env.Theme, s)
		}
		out = append(out, s)
	}
	return out
}
