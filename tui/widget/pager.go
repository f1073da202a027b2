package widget

// This file holds the pager: a text to read, with marked lines, a cursor line, a selection and a search. How it is wrapped
// and drawn is in pager_view.go.

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"

	"shortlist/tui/kit"
)

// Mark marks the lines From to To, counted from 1, with a style and with a label in the margin.
type Mark struct {
	From, To int
	Label    string
	Style    *lipgloss.Style
}

// Pager shows a text. Its methods count lines from 1, as the posting does; its fields count from 0.
type Pager struct {
	// Numbers shows line numbers. Pointer shows a mark at the cursor line, which the arrow keys then move.
	Numbers, Pointer bool

	env           *kit.Env
	lines         []string
	marks         []Mark
	labels        int   // width of the widest label
	byLine        []int // for each line, index of its mark + 1, or 0
	width, height int
	wrapped       int  // the width for which rows were made
	whole         bool // whether rows were measured in whole grapheme clusters
	rows          []pagerRow
	starts        []int  // the first row of each line
	top, at       int    // first row shown, cursor line
	from          int    // line at which the selection began, or -1
	words         string // words searched for, in small letters
	hits          []int  // lines that contain the words
	styles        styleCache
}

// pagerRow is a line of the text, or the part of it that fits the width.
type pagerRow struct {
	line  int
	first bool
	text  string
}

// NewPager returns an empty pager.
func NewPager(env *kit.Env) *Pager { return &Pager{env: env, from: -1, wrapped: -1} }

// SetText replaces the text and goes to its start. Control characters are dropped; the text may come from anywhere.
func (p *Pager) SetText(text string) {
	p.lines = strings.Split(kit.CleanLines(strings.ReplaceAll(unixLines(text), "\t", "    ")), "\n")
	p.marks, p.labels, p.byLine = nil, 0, nil
	p.top, p.at, p.from, p.wrapped = 0, 0, -1, -1
	p.Search("")
}

// SetMarks replaces the marks. If two marks cover a line, the first one is shown.
func (p *Pager) SetMarks(marks []Mark) {
	p.marks, p.labels = marks, 0
	p.byLine = make([]int, len(p.lines))
	for i, m := range marks {
		p.labels = max(p.labels, p.env.Text.Width(m.Label))
		for l := max(1, m.From); l <= min(m.To, len(p.lines)); l++ {
			if p.byLine[l-1] == 0 {
				p.byLine[l-1] = i + 1
			}
		}
	}
}

// Resize sets the size in cells and lines.
func (p *Pager) Resize(width, height int) {
	p.width, p.height = width, height
	p.wrap()
}

// Lines returns the number of lines of the text.
func (p *Pager) Lines() int { return len(p.lines) }

// At returns a line of the text, or "" if there is no such line.
func (p *Pager) At(line int) string {
	if line < 1 || line > len(p.lines) {
		return ""
	}
	return p.lines[line-1]
}

// Line returns the number of the cursor line.
func (p *Pager) Line() int { return p.at + 1 }

// GoTo puts the cursor on a line and shows it near the top, with some lines above it.
func (p *Pager) GoTo(line int) {
	p.at = max(0, min(line-1, len(p.lines)-1))
	p.wrap()
	if p.at < len(p.starts) {
		p.top = p.starts[p.at] - max(1, p.height/4)
	}
	p.clamp()
}

// Update handles a key press or a mouse message, whose place counts from the top left of the pager.
func (p *Pager) Update(msg tea.Msg) Act {
	at, top := p.at, p.top
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		p.press(msg)
	case kit.Wheel:
		p.scroll(3 * msg.By)
	case kit.Click:
		if r := p.top + msg.Y; msg.Y >= 0 && msg.Y < p.height && r < len(p.rows) && msg.X >= 0 && msg.X < p.width {
			p.at = p.rows[r].line
		}
	}
	if at != p.at || top != p.top {
		return Moved
	}
	return Nothing
}

func (p *Pager) press(msg tea.KeyPressMsg) {
	page := max(1, p.height-2)
	switch {
	case kit.Up.Match(msg):
		p.move(-1)
	case kit.Down.Match(msg):
		p.move(1)
	case kit.PageUp.Match(msg):
		p.scroll(-page)
	case kit.PageDown.Match(msg):
		p.scroll(page)
	case kit.First.Match(msg):
		p.at, p.top = 0, 0
	case kit.Last.Match(msg):
		p.at, p.top = max(0, len(p.lines)-1), len(p.rows)
		p.clamp()
	}
}

// move moves the cursor by lines if it is shown, else the view by rows.
func (p *Pager) move(by int) {
	if !p.Pointer {
		p.scroll(by)
		return
	}
	p.at = max(0, min(p.at+by, len(p.lines)-1))
	p.follow()
}

// scroll moves the view by rows and keeps the cursor in it. At an end of the text the cursor goes to its first or last line.
func (p *Pager) scroll(by int) {
	p.top += by
	p.clamp()
	if len(p.rows) == 0 || p.height < 1 {
		return
	}
	first, last := p.rows[p.top].line, p.rows[min(p.top+p.height, len(p.rows))-1].line
	switch {
	case by < 0 && p.top == 0:
		p.at = min(p.at, first)
	case by > 0 && p.top+p.height >= len(p.rows):
		p.at = max(p.at, last)
	}
	p.at = max(first, min(p.at, last))
}

// follow scrolls to the cursor line.
func (p *Pager) follow() {
	p.wrap()
	if p.at >= len(p.starts) {
		return
	}
	first, end := p.starts[p.at], len(p.rows)
	if p.at+1 < len(p.starts) {
		end = p.starts[p.at+1]
	}
	p.top = Reveal(p.top, first, end, max(1, p.height), len(p.rows))
}

// clamp keeps the view from going past the end of the text.
func (p *Pager) clamp() { p.top = ClampTop(p.top, max(1, p.height), len(p.rows)) }

// NextOf goes to the next of the lines given, or to the one before if by is -1. It returns false if there is none.
func (p *Pager) NextOf(lines []int, by int) bool {
	at := make([]int, len(lines))
	for i, l := range lines {
		at[i] = l - 1
	}
	slices.Sort(at)
	return p.hop(slices.Compact(at), by)
}

// hop is NextOf for sorted lines that count from 0.
func (p *Pager) hop(lines []int, by int) bool {
	i, exact := slices.BinarySearch(lines, p.at)
	switch {
	case by < 0:
		i--
	case exact:
		i++
	}
	if i < 0 || i >= len(lines) {
		return false
	}
	p.GoTo(lines[i] + 1)
	return true
}

// Search finds the lines that contain the words in small or capital letters, and returns their number. Search("") ends the
// search.
func (p *Pager) Search(words string) int {
	p.words, p.hits = strings.ToLower(words), nil
	if words == "" {
		return 0
	}
	for i, l := range p.lines {
		if strings.Contains(strings.ToLower(l), p.words) {
			p.hits = append(p.hits, i)
		}
	}
	return len(p.hits)
}

// NextHit goes to the next line with the words of the search, or to the one before if by is -1. It returns false if there
// is none.
func (p *Pager) NextHit(by int) bool { return p.hop(p.hits, by) }

// Hit returns the place of the cursor line among the lines with the words of the search, and their number. i is 0 if the
// cursor line is not among them.
func (p *Pager) Hit() (i, of int) {
	n, ok := slices.BinarySearch(p.hits, p.at)
	if !ok {
		return 0, len(p.hits)
	}
	return n + 1, len(p.hits)
}

// Begin begins a selection at the cursor line.
func (p *Pager) Begin() { p.from = p.at }

// End ends the selection.
func (p *Pager) End() { p.from = -1 }

// Selecting returns true if there is a selection.
func (p *Pager) Selecting() bool { return p.from >= 0 }

// Selection returns the first and last selected line and their text. Without a selection it returns the cursor line.
func (p *Pager) Selection() (from, to int, text string) {
	if len(p.lines) == 0 {
		return 0, 0, ""
	}
	a, b := p.at, p.at
	if p.from >= 0 {
		a, b = min(p.from, p.at), max(p.from, p.at)
	}
	return a + 1, b + 1, strings.Join(p.lines[a:b+1], "\n")
}

// Find returns the number of the first line for which want returns true, or 0 if there is none.
func (p *Pager) Find(want func(line string) bool) int {
	for i, l := range p.lines {
		if want(l) {
			return i + 1
		}
	}
	return 0
}
