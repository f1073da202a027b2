package imports

import (
	"slices"
	"strings"
)

// This file finds the row of column names in a sheet: behind a title perhaps, and in two rows where a name such as
// "Job 1" stands over several columns.

// headRows is how many rows of a sheet are looked at to find the names.
const headRows = 20

// sheetHead is the beginning of a sheet.
type sheetHead struct {
	rows []sheetRow
	// names are the column names; last is the row in which they end, 0 for none.
	names []string
	last  int
	known int // names that say what the column is
}

// head reads the beginning of a sheet and finds the names in it; knows tells whether a name says what a column is.
func (b *book) head(sheet bookSheet, knows func(string) bool) (h sheetHead, err error) {
	err = b.rows(sheet, func(r *sheetRow) error {
		h.rows = append(h.rows, sheetRow{line: r.line, cells: slices.Clone(r.cells), faults: slices.Clone(r.faults)})
		if len(h.rows) == headRows {
			return errEnough
		}
		return nil
	})
	if err != nil || len(h.rows) == 0 {
		return h, err
	}
	var joined []merged
	if slices.ContainsFunc(h.rows, func(r sheetRow) bool { return slices.Contains(r.cells, "") }) || len(h.rows) > 1 && len(h.rows[0].cells) < len(h.rows[1].cells) {
		if joined, err = b.merges(sheet, h.rows[len(h.rows)-1].line); err != nil {
			return h, err
		}
	}
	h.find(joined, knows)
	return h, nil
}

// find chooses the row, or the two rows, with the most names that are known.
func (h *sheetHead) find(joined []merged, knows func(string) bool) {
	consider := func(names []string, last int) {
		known := 0
		for _, n := range names {
			if knows(n) {
				known++
			}
		}
		if h.last == 0 && filled(names) > 1 || known > h.known {
			h.names, h.last, h.known = names, last, known
		}
	}
	for i := range h.rows {
		consider(filledUp(h.rows[i], joined, 0), h.rows[i].line)
		if i+1 < len(h.rows) && h.rows[i+1].line == h.rows[i].line+1 && touches(joined, h.rows[i].line) {
			consider(twoRows(filledUp(h.rows[i], joined, h.rows[i+1].line), filledUp(h.rows[i+1], joined, 0)), h.rows[i+1].line)
		}
	}
	if h.last == 0 {
		h.names, h.last = h.rows[0].cells, h.rows[0].line
	}
	for len(h.names) > 0 && strings.TrimSpace(h.names[len(h.names)-1]) == "" {
		h.names = h.names[:len(h.names)-1]
	}
}

func filled(cells []string) (n int) {
	for _, c := range cells {
		if strings.TrimSpace(c) != "" {
			n++
		}
	}
	return n
}

func touches(joined []merged, line int) bool {
	return slices.ContainsFunc(joined, func(m merged) bool { return m.top <= line && line <= m.bottom })
}

// filledUp is a row whose joined cells all hold what the first of them says. Where the next row counts too, a name over
// several columns is filled to the right; on its own it names only its first column.
func filledUp(r sheetRow, joined []merged, next int) []string {
	out := slices.Clone(r.cells)
	for _, m := range joined {
		if m.top != r.line || m.left > len(out) || m.right == m.left || next == 0 {
			continue
		}
		for len(out) < m.right {
			out = append(out, "")
		}
		for i := m.left; i < m.right; i++ {
			out[i] = out[m.left-1]
		}
	}
	return out
}

// twoRows joins a name with the one below it: "Job 1" over "from" is "Job 1 from".
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
		out[i] = strings.TrimSpace(a + " " + b)
	}
	return out
}
