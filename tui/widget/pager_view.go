package widget

// This file wraps and draws the pager. A marked line has a label in the margin beside its style, so that it does not depend
// on colour.

import (
	"strconv"
	"strings"
)

// margin returns the width left of the text, for pointer, label, number and bar. If that is more than half of the width, there
// is no margin.
func (p *Pager) margin() int {
	m := 0
	if p.Pointer {
		m += markWidth
	}
	if p.labels > 0 {
		m += p.labels + 1
	}
	if p.Numbers {
		m += p.digits() + 1
	}
	if m > 0 {
		m++ // the bar
	}
	if m > p.width/2 {
		return 0
	}
	return m
}

// digits returns the width of the line numbers.
func (p *Pager) digits() int { return max(2, len(strconv.Itoa(len(p.lines)))) }

// wrap breaks the lines into rows, unless that was done for the same width.
func (p *Pager) wrap() {
	w := p.width - p.margin()
	if p.width < 1 || p.wrapped == w && p.whole == p.env.Text.Graphemes {
		p.clamp()
		return
	}
	p.wrapped, p.whole = w, p.env.Text.Graphemes
	p.rows, p.starts = p.rows[:0], p.starts[:0]
	for i, l := range p.lines {
		p.starts = append(p.starts, len(p.rows))
		if plain(l) && len(l) <= w {
			p.rows = append(p.rows, pagerRow{i, true, l})
			continue
		}
		for n, part := range p.env.Text.Wrap(l, w) {
			p.rows = append(p.rows, pagerRow{i, n == 0, part})
		}
	}
	p.follow()
}

// View draws the rows that are in view.
func (p *Pager) View() string {
	if p.width < 1 || p.height < 1 {
		return ""
	}
	var w strings.Builder
	w.Grow((p.width + 24) * p.height)
	for i := p.top; i < min(p.top+p.height, len(p.rows)); i++ {
		if i > p.top {
			w.WriteByte('\n')
		}
		p.draw(&w, p.rows[i])
	}
	return w.String()
}

// draw writes a row with its margin.
func (p *Pager) draw(w *strings.Builder, r pagerRow) {
	theme := p.env.Theme
	faint := p.styles.of(theme, &theme.Faint)
	m := p.markOf(r.line)
	selected := p.from >= 0 && r.line >= min(p.from, p.at) && r.line <= max(p.from, p.at)
	style := ansiStyle{}
	if m != nil {
		style = p.styles.of(theme, m.Style)
	}
	if selected {
		style = p.styles.of(theme, &theme.Selected)
	}
	if p.margin() > 0 {
		if p.Pointer {
			switch {
			case r.line == p.at && r.first:
				w.WriteString(mark)
			case selected:
				w.WriteString("┃ ")
			default:
				w.WriteString(noMark)
			}
		}
		if p.labels > 0 {
			label := ""
			if m != nil && r.first && r.line+1 == max(1, m.From) {
				label = m.Label
			}
			w.WriteString(style.pre + fit(p.env.Text, label, p.labels, true) + style.post + " ")
		}
		bar := " "
		if m != nil {
			bar = "│"
		}
		if p.Numbers {
			n := ""
			if r.first {
				n = strconv.Itoa(r.line + 1)
			}
			w.WriteString(faint.pre + fit(p.env.Text, n, p.digits(), true) + faint.post)
			bar += " "
		}
		w.WriteString(style.pre + bar + style.post)
	}
	p.text(w, r.text, style)
}

// markOf returns the mark of a line, or nil.
func (p *Pager) markOf(line int) *Mark {
	if line >= len(p.byLine) || p.byLine[line] == 0 {
		return nil
	}
	return &p.marks[p.byLine[line]-1]
}

// text writes the text of a row with the words of the search in reverse.
func (p *Pager) text(w *strings.Builder, text string, style ansiStyle) {
	low := strings.ToLower(text)
	if p.words == "" || len(low) != len(text) || !strings.Contains(low, p.words) {
		w.WriteString(style.pre + text + style.post)
		return
	}
	hit := p.styles.of(p.env.Theme, &p.env.Theme.Selected)
	for {
		i := strings.Index(low, p.words)
		if i < 0 {
			break
		}
		w.WriteString(style.pre + text[:i] + style.post + hit.pre + text[i:i+len(p.words)] + hit.post)
		text, low = text[i+len(p.words):], low[i+len(p.words):]
	}
	w.WriteString(style.pre + text + style.post)
}
