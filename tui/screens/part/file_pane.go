package part

// This file shows a candidate's file in a window with a cursor, and the lines marked for a quote.

import (
	"strings"

	"shortlist/tui/kit"
	"shortlist/tui/widget"
)

// FilePane is the window. Mark is the line where marking began, -1 if nothing is marked.
type FilePane struct {
	Lines         []FileLine
	At, Top, Mark int
	Height        int
}

// Set brings other lines; the cursor goes to the first line that says something.
func (p *FilePane) Set(lines []FileLine) {
	p.Lines, p.At, p.Top, p.Mark = lines, 0, 0, -1
	p.At = p.Seek(0, 1)
}

// Swap brings the same file laid out anew; the cursor stays as near as it can.
func (p *FilePane) Swap(lines []FileLine) {
	p.Lines, p.Mark = lines, -1
	p.At = p.Seek(min(p.At, len(lines)-1), -1)
	p.scroll()
}

// Seek is the nearest line from i on that says something, first in the direction given.
func (p *FilePane) Seek(i, by int) int {
	for _, d := range []int{by, -by} {
		for n := i; n >= 0 && n < len(p.Lines); n += d {
			if l := p.Lines[n]; !l.Heading && !l.rest && strings.TrimSpace(l.Text) != "" {
				return n
			}
		}
	}
	return 0
}

// Move moves the cursor by lines, over headings and blanks.
func (p *FilePane) Move(by int) {
	if len(p.Lines) == 0 || by == 0 {
		return
	}
	step := 1
	if by < 0 {
		step = -1
	}
	p.At = p.Seek(max(0, min(p.At+by, len(p.Lines)-1)), step)
	p.scroll()
}

// Turn scrolls without moving the cursor out of view.
func (p *FilePane) Turn(by int) {
	p.Top = widget.ClampTop(p.Top+by, p.Height, len(p.Lines))
	if p.At < p.Top || p.At >= p.Top+p.Height {
		p.At = p.Seek(max(0, min(max(p.At, p.Top), min(p.Top+p.Height, len(p.Lines))-1)), 1)
	}
}

func (p *FilePane) scroll() {
	p.Top = widget.Reveal(p.Top, p.At, p.At+1, p.Height, len(p.Lines))
	if p.At == p.Seek(0, 1) {
		p.Top = 0 // the heading above the first line
	}
}

// Resize gives the number of lines in view.
func (p *FilePane) Resize(height int) {
	p.Height = max(1, height)
	p.scroll()
}

// Job is the job under the cursor, -1 if there is none.
func (p *FilePane) Job() int {
	if p.At < len(p.Lines) {
		return p.Lines[p.At].Job
	}
	return -1
}

// FirstJob puts the cursor on the first job; false if the file has none.
func (p *FilePane) FirstJob() bool {
	for i, l := range p.Lines {
		if l.Tick {
			p.At = i
			p.scroll()
			return true
		}
	}
	return false
}

// marked is the range of lines chosen for a quote: those marked, else the paragraph under the cursor.
func (p *FilePane) marked() (from, to int) {
	if p.Mark >= 0 {
		return min(p.Mark, p.At), max(p.Mark, p.At)
	}
	from, to = p.At, p.At
	for from > 0 && p.same(from-1) {
		from--
	}
	for to+1 < len(p.Lines) && p.same(to+1) {
		to++
	}
	return from, to
}

func (p *FilePane) same(i int) bool {
	return p.Lines[i].para == p.Lines[p.At].para && p.Lines[i].para >= 0
}

// Quote is the text of the lines chosen, and where it stands.
func (p *FilePane) Quote() (quote, source string) {
	if len(p.Lines) == 0 {
		return "", ""
	}
	from, to := p.marked()
	return quoteOf(p.Lines[from : to+1])
}

// GoTo puts the cursor on a line.
func (p *FilePane) GoTo(i int) {
	p.At = max(0, min(i, len(p.Lines)-1))
	p.scroll()
}

// View draws the window with the terms of the criterion marked. tick gives the box of a job.
func (p *FilePane) View(env *kit.Env, width int, focus bool, marked *Terms, tick func(job int) string) []string {
	out := make([]string, 0, p.Height)
	from, to := -1, -1
	if focus && len(p.Lines) > 0 {
		from, to = p.marked()
	}
	for i := p.Top; i < len(p.Lines) && len(out) < p.Height; i++ {
		l := p.Lines[i]
		gutter := "  "
		switch {
		case focus && i == p.At:
			gutter = "▸ "
		case focus && i >= from && i <= to:
			gutter = "┃ "
		}
		s := l.Text
		if l.Tick {
			s = tick(l.Job) + s
		} else if l.Job >= 0 && !strings.HasPrefix(s, "    ") {
			s = "    " + s
		}
		s = env.Text.Cut(gutter+s, width)
		switch {
		case l.Heading:
			s = env.Theme.Head.Render(s)
		case focus && i >= from && i <= to && p.Mark >= 0:
			s = env.Theme.Selected.Render(s)
		case l.Used:
			s = env.Theme.Strong.Render(s)
		case l.Source != "":
			s = marked.mark(env.Theme, s)
		}
		out = append(out, s)
	}
	return out
}
