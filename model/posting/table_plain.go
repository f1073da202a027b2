package posting

import (
	"strings"

	"shortlist/model/vocab"
)

// This file belongs to the first stage: it finds tables that were set with spaces, in which a mark below "essential" or
// "desirable" gives the class of a line, and writes them with the strokes that table.go reads.

// classNamed is the class that a heading gives to what stands below or behind it; empty if it gives none.
func classNamed(s string) Class {
	if h := headingIn(s); h != nil && h.zone == zoneDemands {
		return h.class
	}
	return ""
}

// columnClass is the class that the head of a column gives, whose letters may be small.
func columnClass(s string) Class { return classNamed(strings.ToUpper(s)) }

// leastMarked is how many lines below the heads must carry a mark.
const leastMarked = 2

// markColumns writes tables of marks that were set with spaces as rows of cells.
func markColumns(lines []line) {
	for i := range lines {
		if heads := wordHeads(&lines[i]); heads != nil && spreadWords(lines, i, heads) {
			continue
		}
		heads := markHeads(&lines[i])
		if heads == nil {
			continue
		}
		rows := map[int]string{}
		for j := i + 1; j < len(lines); j++ {
			if lines[j].blank {
				continue
			}
			row, ok := markedRow(&lines[j], heads)
			if !ok {
				break
			}
			rows[j] = row
		}
		if len(rows) < leastMarked {
			continue
		}
		lines[i].text = ""
		for _, h := range heads {
			lines[i].text += " | " + strings.ToUpper(vocab.Wire(columnClass(h.text)))
		}
		for j, row := range rows {
			lines[j].text = row
		}
	}
}

// markHeads are the heads of columns if a line holds nothing else; nil if it is no such line.
func markHeads(l *line) []wordCell {
	heads := wordCells(l)
	for _, h := range heads {
		if columnClass(h.text) == "" {
			return nil
		}
	}
	if len(heads) < 2 {
		return nil
	}
	return heads
}

// markedRow is a line with a mark at its end as a row of cells: the words, and a mark under the head that is nearest.
func markedRow(l *line, heads []wordCell) (row string, ok bool) {
	cells := wordCells(l)
	last := len(cells) - 1
	if last < 1 || !tick(cells[last].text) {
		return "", false
	}
	nearest := 0
	for i, h := range heads {
		if abs(h.at-cells[last].at) < abs(heads[nearest].at-cells[last].at) {
			nearest = i
		}
	}
	row = strings.TrimSpace(l.text[:strings.LastIndex(l.text, "  ")])
	for i := range heads {
		row += " | "
		if i == nearest {
			row += "x"
		}
	}
	return row, true
}

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}
