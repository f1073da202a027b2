package widget

// This file works out what of a table fits, and draws it. The selected row has a mark beside the reverse style, and the
// selected column a mark in the header, because a terminal may show neither colour nor reverse.

import "strings"

const (
	mark      = "▸ "
	noMark    = "  "
	markWidth = 2
)

// body returns the number of rows that fit between the header and the position line, if that is shown.
func (t *Table) body() int {
	h := t.height - 1
	if t.showsPosition() {
		h--
	}
	return max(0, h)
}

// showsPosition returns true if the position line is drawn: if not all fits, and a row fits beside that line.
func (t *Table) showsPosition() bool { return t.height > 2 && (t.rows > t.height-1 || t.overflows()) }

// overflows returns true if the columns do not all fit at their least width.
func (t *Table) overflows() bool {
	need := markWidth
	for _, c := range t.columns {
		need += c.Width + 1
	}
	return need-1 > t.width
}

// layout brings the selection and the rows and columns in view into range, and shares out the width.
func (t *Table) layout() {
	t.row = max(0, min(t.row, t.rows-1))
	t.top = Reveal(t.top, t.row, t.row+1, t.body(), t.rows)
	t.column = max(min(t.Frozen, len(t.columns)-1), min(t.column, len(t.columns)-1), 0)
	t.first = max(t.first, t.Frozen)
	t.chooseColumns(t.first)
	if !t.Cells {
		t.trim()
		return
	}
	if t.column < t.first {
		t.first = t.column
	}
	for t.chooseColumns(t.first); t.first < t.column && !t.isShown(t.column); t.chooseColumns(t.first) {
		t.first++
	}
	t.trim()
}

// trim moves the columns in view back to the left while there is room at the right end.
func (t *Table) trim() {
	for t.first > t.Frozen && !t.hidden() {
		t.chooseColumns(t.first - 1)
		if t.hidden() {
			break
		}
		t.first--
	}
	t.chooseColumns(t.first)
}

// isShown returns true if a column is in view.
func (t *Table) isShown(column int) bool {
	for _, c := range t.shown {
		if c == column {
			return true
		}
	}
	return false
}

// chooseColumns sets the columns in view and their widths, if first is the first one after the frozen ones.
func (t *Table) chooseColumns(first int) {
	t.shown = t.shown[:0]
	if len(t.widths) != len(t.columns) {
		t.widths = make([]int, len(t.columns))
	}
	left, flex := t.width-markWidth+1, 0
	for i, c := range t.columns {
		if i >= t.Frozen && i < first {
			continue
		}
		w := c.Width
		if w+1 > left && len(t.shown) > 0 {
			break
		}
		w = max(1, min(w, left-1))
		t.widths[i] = w
		t.shown = append(t.shown, i)
		left -= w + 1
		flex += c.Flex
	}
	for _, i := range t.shown {
		if f := t.columns[i].Flex; f > 0 && left > 0 {
			extra := left * f / flex
			t.widths[i] += extra
			left -= extra
			flex -= f
		}
	}
}

// View draws the header, the rows in view and, if not all fits, the position line.
func (t *Table) View() string {
	if t.width < 4 || t.height < 2 {
		return ""
	}
	var w strings.Builder
	w.Grow((t.width + 16) * t.height)
	t.header(&w)
	first, n := t.Window()
	for i := first; i < first+n; i++ {
		w.WriteByte('\n')
		t.line(&w, i)
	}
	if t.showsPosition() {
		for i := n; i < t.body(); i++ {
			w.WriteByte('\n')
		}
		p := t.styles.of(t.env.Theme, &t.env.Theme.Faint)
		w.WriteString("\n" + p.pre + t.env.Text.FitRight(t.Position(), t.width) + p.post)
	}
	return w.String()
}

func (t *Table) header(w *strings.Builder) {
	p := t.styles.of(t.env.Theme, &t.env.Theme.Faint)
	w.WriteString(p.pre)
	w.WriteString(noMark)
	for n, i := range t.shown {
		if n > 0 {
			w.WriteByte(' ')
		}
		c := t.columns[i]
		title := c.Title
		if t.Cells && i == t.column {
			title = "▾" + title
		}
		w.WriteString(fit(t.env.Text, title, t.widths[i], c.Right))
	}
	w.WriteString(p.post)
}

// line draws a row.
func (t *Table) line(w *strings.Builder, i int) {
	clear(t.cells)
	t.fill(i, t.cells)
	selected := i == t.row
	var row ansiStyle
	if selected {
		row = t.styles.of(t.env.Theme, &t.env.Theme.Selected)
		w.WriteString(row.pre)
		w.WriteString(mark)
	} else {
		w.WriteString(noMark)
	}
	for n, c := range t.shown {
		if n > 0 {
			w.WriteByte(' ')
		}
		x := t.cells[c]
		text := fit(t.env.Text, x.Text, t.widths[c], t.columns[c].Right)
		// The selected row is in reverse as a whole. In a table with Cells the selected cell of it is in bold instead.
		switch {
		case selected && t.Cells && c == t.column:
			p := t.styles.of(t.env.Theme, &t.env.Theme.Strong)
			w.WriteString(p.pre + text + p.post + row.pre)
		case selected || x.Style == nil:
			w.WriteString(text)
		default:
			p := t.styles.of(t.env.Theme, x.Style)
			w.WriteString(p.pre)
			w.WriteString(text)
			w.WriteString(p.post)
		}
	}
	w.WriteString(row.post)
}
