package widget

// This file holds the table. It asks for each row when it draws it, so that a hundred thousand rows cost no more than the
// forty that are shown. How it is drawn is in table_view.go.

import (
	"fmt"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"

	"shortlist/tui/kit"
)

// Column is a column of a table. Width is its least width in cells. The width that is left over is shared among the columns
// in proportion to Flex. With Right its cells stand at the right.
type Column struct {
	Title string
	Width int
	Flex  int
	Right bool
}

// Cell is the content of a row in a column. Style may be nil.
type Cell struct {
	Text  string
	Style *lipgloss.Style
}

// Act is what a message did to a widget.
type Act int

// The acts. Chosen is a click on the row that is selected already, which means the same as enter.
const (
	Nothing Act = iota
	Moved
	Chosen
)

// Table is a list of rows with a header, a selected row and, with Cells, a selected column.
type Table struct {
	// Cells lets the user select a column too. The Frozen columns at the left always stay in view and cannot be selected.
	Cells  bool
	Frozen int

	env     *kit.Env
	columns []Column
	rows    int
	fill    func(i int, cells []Cell)

	width, height int
	row, top      int // selected row, first row shown
	column, first int // selected column, first column shown after the frozen ones

	cells  []Cell // of the row that is being drawn
	styles styleCache
	widths []int
	shown  []int // indices of the columns in view
}

// NewTable returns a table without rows.
func NewTable(env *kit.Env, columns ...Column) *Table {
	t := &Table{env: env, columns: columns}
	t.cells = make([]Cell, len(columns))
	return t
}

// SetColumns replaces the columns.
func (t *Table) SetColumns(columns []Column) {
	t.columns = columns
	t.cells = make([]Cell, len(columns))
	t.layout()
}

// SetRows replaces the rows: there are n of them, and row fills in the cells of row i, which are empty when it is called. The
// selection stays at the same index as far as it can.
func (t *Table) SetRows(n int, row func(i int, cells []Cell)) {
	t.rows, t.fill = n, row
	t.layout()
}

// Resize sets the size in cells and lines, with header and position line.
func (t *Table) Resize(width, height int) {
	t.width, t.height = width, height
	t.layout()
}

// Rows returns the number of rows.
func (t *Table) Rows() int { return t.rows }

// Selected returns the index of the selected row, or -1 if there are no rows.
func (t *Table) Selected() int {
	if t.rows == 0 {
		return -1
	}
	return t.row
}

// Select selects a row and scrolls to it.
func (t *Table) Select(i int) {
	t.row = i
	t.layout()
}

// Column returns the index of the selected column.
func (t *Table) Column() int { return t.column }

// SelectColumn selects a column and scrolls to it.
func (t *Table) SelectColumn(i int) {
	t.column = i
	t.layout()
}

// Window returns the index of the first row shown and the number of rows shown, which are the rows that a screen must fetch.
func (t *Table) Window() (first, n int) {
	return t.top, max(0, min(t.body(), t.rows-t.top))
}

// Update handles a key press or a mouse message, whose place counts from the top left of the table.
func (t *Table) Update(msg tea.Msg) Act {
	at, top, column, first := t.row, t.top, t.column, t.first
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		t.press(msg)
	case kit.Wheel:
		t.row = max(0, min(t.row+3*msg.By, t.rows-1))
	case kit.Click:
		return t.click(msg)
	}
	t.layout()
	if at != t.row || top != t.top || column != t.column || first != t.first {
		return Moved
	}
	return Nothing
}

func (t *Table) press(msg tea.KeyPressMsg) {
	switch page := max(1, t.body()-1); {
	case kit.Up.Match(msg):
		t.row--
	case kit.Down.Match(msg):
		t.row++
	case kit.PageUp.Match(msg):
		t.row -= page
	case kit.PageDown.Match(msg):
		t.row += page
	case kit.First.Match(msg):
		t.row = 0
	case kit.Last.Match(msg):
		t.row = t.rows - 1
	case kit.Left.Match(msg):
		t.sideways(-1)
	case kit.Right.Match(msg):
		t.sideways(1)
	}
}

// sideways moves the selected column, or in a table without Cells the columns in view.
func (t *Table) sideways(by int) {
	if t.Cells {
		t.column += by
		return
	}
	if by < 0 || t.hidden() {
		t.first += by
	}
}

// hidden returns true if there are more columns right of those in view.
func (t *Table) hidden() bool {
	return len(t.shown) > 0 && t.shown[len(t.shown)-1] < len(t.columns)-1
}

func (t *Table) click(msg kit.Click) Act {
	i := t.top + msg.Y - 1
	if msg.Y < 1 || msg.Y > t.body() || i >= t.rows || msg.X < 0 || msg.X >= t.width {
		return Nothing
	}
	column := t.column
	if x := msg.X - markWidth; t.Cells {
		for _, c := range t.shown {
			if x >= 0 && x < t.widths[c] && c >= t.Frozen {
				t.column = c
			}
			x -= t.widths[c] + 1
		}
	}
	if i == t.row && column == t.column {
		return Chosen
	}
	t.row = i
	t.layout()
	return Moved
}

// Position returns the words for the rows and columns in view, such as "12–35 of 300".
func (t *Table) Position() string {
	first, n := t.Window()
	s := fmt.Sprintf("%d–%d of %d", first+1, first+n, t.rows)
	if t.rows == 0 {
		s = "none"
	}
	if t.overflows() && len(t.shown) > t.Frozen {
		left, right := "", ""
		if t.shown[t.Frozen] > t.Frozen {
			left = "◂ "
		}
		if t.hidden() {
			right = " ▸"
		}
		s += fmt.Sprintf(" · columns %s%d–%d of %d%s", left, t.shown[t.Frozen]+1-t.Frozen,
			t.shown[len(t.shown)-1]+1-t.Frozen, len(t.columns)-t.Frozen, right)
	}
	return s
}
