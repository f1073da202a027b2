package imports

import (
	"slices"
	"strings"

	"shortlist/store/imports/grid"
)

// This file finds the row of column names in a sheet. It may come after a title, and may be two rows if a name such as
// "Job 1" is above several columns.

// headRows is how many rows of a sheet are searched for the names.
const headRows = 20

// rowOfNames is the beginning of a sheet.
type rowOfNames struct {
	rows []grid.Row
	// names are the column names; first and last are their rows, 0 if there are none.
	names []string
	first int
	last  int
	known int // names that say what the column is
}

// headOf reads the beginning of a sheet and finds the names in it. Knows returns true if a name says what a column is.
func headOf(b workbook, sheet grid.Sheet, knows func(string) bool) (h rowOfNames, err error) {
	err = b.Rows(sheet, func(r *grid.Row) error {
		h.rows = append(h.rows, grid.Row{Line: r.Line, Cells: slices.Clone(r.Cells), Faults: slices.Clone(r.Faults)})
		if len(h.rows) == headRows {
			return grid.ErrEnough
		}
		return nil
	})
	if err != nil || len(h.rows) == 0 {
		return h, err
	}
	var joined []grid.Merge
	if slices.ContainsFunc(h.rows, func(r grid.Row) bool { return slices.Contains(r.Cells, "") }) || len(h.rows) > 1 && len(h.rows[0].Cells) < len(h.rows[1].Cells) {
		if joined, err = b.Merges(sheet, h.rows[len(h.rows)-1].Line); err != nil {
			return h, err
		}
	}
	h.find(joined, knows)
	return h, nil
}

// find chooses the row, or the two rows, with the most known names.
func (h *rowOfNames) find(joined []grid.Merge, knows func(string) bool) {
	consider := func(names []string, first, last int) {
		known := 0
		for _, n := range names {
			if knows(n) {
				known++
			}
		}
		if h.last == 0 && filled(names) > 1 || known > h.known {
			h.names, h.first, h.last, h.known = names, first, last, known
		}
	}
	for i := range h.rows {
		consider(filledUp(h.rows[i], joined, 0), h.rows[i].Line, h.rows[i].Line)
		if i+1 < len(h.rows) && h.rows[i+1].Line == h.rows[i].Line+1 && touches(joined, h.rows[i].Line) {
			consider(twoRows(filledUp(h.rows[i], joined, h.rows[i+1].Line), filledUp(h.rows[i+1], joined, 0)), h.rows[i].Line, h.rows[i+1].Line)
		}
	}
	if h.last == 0 {
		h.names, h.first, h.last = h.rows[0].Cells, h.rows[0].Line, h.rows[0].Line
	}
	for len(h.names) > 0 && strings.TrimSpace(h.names[len(h.names)-1]) == "" {
		h.names = h.names[:len(h.names)-1]
	}
}

// above are the lines above the names.
func (h *rowOfNames) above() (lines []string) {
	for _, r := range h.rows {
		if r.Line < h.first {
			lines = append(lines, heldRow{cells: r.Cells}.words())
		}
	}
	return lines
}

func filled(cells []string) (n int) {
	for _, c := range cells {
		if strings.TrimSpace(c) != "" {
			n++
		}
	}
	return n
}

func touches(joined []grid.Merge, line int) bool {
	return slices.ContainsFunc(joined, func(m grid.Merge) bool { return m.Top <= line && line <= m.Bottom })
}

// filledUp is a row whose merged cells all hold the text of the first of them. If next is 0, the row is used alone and
// a name above several columns stays that of the first one.
func filledUp(r grid.Row, joined []grid.Merge, next int) []string {
	out := slices.Clone(r.Cells)
	for _, m := range joined {
		if m.Top != r.Line || m.Left > len(out) || m.Right == m.Left || next == 0 {
			continue
		}
		for len(out) < m.Right {
			out = append(out, "")
		}
		for i := m.Left; i < m.Right; i++ {
			out[i] = out[m.Left-1]
		}
	}
	return out
}

// twoRows joins a name with the one below it: "Job 1" above "from" is "Job 1 from".
func twoRows(above, below []string) []string {
	out := make([]string, max(len(above), len(below)))
	for i := range out {
		var a, b string
		if i < len(above) {
			a = strings.TrimSpace(above[i])
		}
		if i < len(below) {
			b = strings.TrimSpace(below[i])
		}
		if a == b {
			b = ""
		}
		out[i] = nameUnder(a, b)
	}
	return out
}
