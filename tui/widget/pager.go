package widget

// This file holds the pager: a text to read, with marked lines, a cursor line, a selection and a search. It is
// wrapped once a width. How it is drawn is in pager_view.go.

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"

	"shortlist/tui/kit"
)

// Mark marks a stretch of lines, counted from 1, with a label in the margin and a style.
type Mark struct {
	From, To int
	Label    string
	Style    *lipgloss.Style
}

// Pager shows a text. Lines are counted from 1, as in the posting.
type Pager struct {
	// Numbers shows line numbers, Pointer a mark at the cursor line.
	Numbers, Pointer bool

	env           *kit.Env
	lines         []string
	marks         []Mark
	labels        int   // width of the widest label
	byLine        []int // line → index into marks + 1; 0 for none
	width, height int
	wrapped       int  // the width of text for which rows were made
	whole         bool // and the way of measuring
	rows          []pagerRow
	starts        []int // line → its first row
	top, at       int   // first row shown; cursor line, from 0
	from          int   // where a selection began, from 0; -1 for none
	words         string
	hits          []int // lines with the words looked for
	styles        styleCache
}

// pagerRow is a part of a line as it fits the width.
type pagerRow struct {
	line  int
	first bool
	text  string
}

// NewPager makes an empty pager.
func NewPager(env *kit.Env) *Pager { return &Pager{env: env, from: -1, wrapped: -1} }

// SetText puts a text in place and goes to its start. It may come from anywhere: it is made safe here.
func (p *Pager) SetText(text string) {
	text = strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n")
	p.lines = strings.Split(kit.CleanLines(strings.ReplaceAll(text, "\t", "    ")), "\n")
	p.marks, p.labels, p.byLine = nil, 0, nil
	p.top, p.at, p.from, p.wrapped = 0, 0, -1, -1
	p.Search("")
}

// SetMarks marks lines; where two marks cover a line the first wins.
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

// Resize gives the size.
func (p *Pager) Resize(width, height int) {
	p.width, p.height = width, height
	p.wrap()
}

// Lines is the number of lines of the text.
func (p *Pager) Lines() int { return len(p.lines) }

// At is a line of the text, counted from 1; "" where there is none.
func (p *Pager) At(line int) string {
	if line < 1 || line > len(p.lines) {
		return ""
	}
	return p.lines[line-1]
}

// Line is the cursor line, counted from 1.
func (p *Pager) Line() int { return p.at + 1 }

// GoTo puts the cursor on a line and shows it near the top with some lines before it.
func (p *Pager) GoTo(line int) {
	p.at = max(0, min(line-1, len(p.lines)-1))
	p.wrap()
	if p.at < len(p.starts) {
		p.top = p.starts[p.at] - max(1, p.height/4)
	}
	p.clamp()
}

// Update moves through the text. Mouse messages count from the top left of the pager.
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

// move moves the cursor by lines where there is one, and else the view by rows.
func (p *Pager) move(by int) {
	if !p.Pointer {
		p.scroll(by)
		return
	}
	p.at = max(0, min(p.at+by, len(p.lines)-1))
	p.follow()
}

// scroll moves the view by rows; the cursor stays in it.
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

// follow brings the cursor line into view.
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

func (p *Pager) clamp() { p.top = ClampTop(p.top, max(1, p.height), len(p.rows)) }

// NextOf goes to the next of some lines, counted from 1, or with -1 to the one before.
func (p *Pager) NextOf(lines []int, by int) bool {
	at := make([]int, len(lines))
	for i, l := range lines {
		at[i] = l - 1
	}
	slices.Sort(at)
	return p.hop(slices.Compact(at), by)
}

// hop goes to the next or previous of some lines.
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

// Search looks for words, whatever their case, and tells on how many lines they are; "" ends the search.
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

// NextHit goes to the next line with the words looked for, or with -1 to the one before.
func (p *Pager) NextHit(by int) bool { return p.hop(p.hits, by) }

// Hit says which of how many lines with the words looked for the cursor is on; 0 where it is on none.
func (p *Pager) Hit() (i, of int) {
	n, ok := slices.BinarySearch(p.hits, p.at)
	if !ok {
		return 0, len(p.hits)
	}
	return n + 1, len(p.hits)
}

// Begin begins a selection at the cursor line; End ends it.
func (p *Pager) Begin() { p.from = p.at }

// End drops the selection.
func (p *Pager) End() { p.from = -1 }

// Selecting tells whether there is a selection.
func (p *Pager) Selecting() bool { return p.from >= 0 }

// Selection is the lines selected, counted from 1, and their text; without a selection the cursor line.
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

// Find is the first line for which want says yes, counted from 1; 0 where there is none.
func (p *Pager) Find(want func(line string) bool) int {
	for i, l := range p.lines {
		if want(l) {
			return i + 1
		}
	}
	return 0
}
