package imports

import (
	"strings"

	"shortlist/model"
	"shortlist/model/requirement"
	"shortlist/store/imports/text"
)

// This file holds what the cells of a column say together where one of them could mean two things: whether 03/04/2021 is
// in March or in April, and whether 1 is one per cent or the whole of full time. The other cells are only looked at when
// such a cell comes, by reading the file a second time, so a file without one costs nothing and memory stays bounded.

// columnFacts are the facts of one column.
type columnFacts struct {
	name string
	// day and month are the rows of the first cell that has the day, or the month, first beyond doubt; 0 if there is none.
	day, month int
	// unclear counts the dates that could be either.
	unclear int
	// asked is true if the question about this column has been put.
	asked bool
	// shares are those of all columns of the file that hold a share of full time.
	shares *shareFacts
	// others are the columns beside it.
	others []columnFacts
}

// factsFor are the facts of columns of which no cell was looked at.
func factsFor(names []string) []columnFacts {
	facts, shares := make([]columnFacts, len(names)), &shareFacts{}
	for i, n := range names {
		facts[i] = columnFacts{name: n, shares: shares, others: facts}
	}
	return facts
}

// shareFacts say how a file writes shares of full time.
type shareFacts struct{ percentages, fractions int }

// facts are those of the column that is read; nil if the format has no columns.
func (v *values) facts() *columnFacts {
	if v.column == nil {
		return nil
	}
	return v.column()
}

// order is the order of day and month: "dmy" or "mdy"; empty if the cells do not show it or contradict each other.
func (f *columnFacts) order() string {
	switch {
	case f.day > 0 && f.month == 0:
		return "dmy"
	case f.month > 0 && f.day == 0:
		return "mdy"
	}
	return ""
}

// seeDates looks at the dates in a cell, of which there may be several.
func (f *columnFacts) seeDates(cell string, row int) {
	for i := 0; i+8 <= len(cell); i++ {
		if !isDigit(cell[i]) || i > 0 && (isDigit(cell[i-1]) || strings.IndexByte("./-", cell[i-1]) >= 0 && i > 1 && isDigit(cell[i-2])) {
			continue
		}
		first, at := numberAt(cell, i)
		second, end := numberAt(cell, skipPoints(cell, at))
		year, after := numberAt(cell, skipPoints(cell, end))
		if at-i > 2 || second < 0 || end == at || year < 1000 || year > 9999 || after < len(cell) && isDigit(cell[after]) {
			continue
		}
		switch {
		case first == second || first < 1 || second < 1:
		case first > 12 && first <= 31 && second <= 12:
			f.day = firstRow(f.day, row)
		case second > 12 && second <= 31 && first <= 12:
			f.month = firstRow(f.month, row)
		case first <= 12 && second <= 12:
			f.unclear++
		}
		i = after - 1
	}
}

func firstRow(have, row int) int {
	if have > 0 {
		return have
	}
	return max(row, 1)
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// numberAt reads at most four digits; n is -1 if there is none.
func numberAt(s string, at int) (n, end int) {
	n, end = 0, at
	for end < len(s) && end < at+4 && isDigit(s[end]) {
		n = n*10 + int(s[end]-'0')
		end++
	}
	if end == at {
		return -1, end
	}
	return n, end
}

func skipPoints(s string, at int) int {
	for at < len(s) && strings.IndexByte("./- ", s[at]) >= 0 {
		at++
	}
	return at
}

// see looks at a share of full time.
func (f *shareFacts) see(cell string) {
	switch n, signed, ok := shareOf(cell); {
	case !ok || n <= 0:
	case n >= 2 || signed:
		f.percentages++
	case n < 1:
		f.fractions++
	}
}

// dateByColumn reads a date that could be two days by the other dates of its column. If they do not show the order, the
// column is asked about once, and its dates that could be either stay empty.
func (v *values) dateByColumn(f *columnFacts, s string) requirement.Date {
	if order := f.order(); order != "" {
		d, trouble := readDate(s, order)
		if trouble != "" {
			v.wrong("%s %s: YYYY-MM-DD or YYYY-MM expected.", text.Quoted(s), trouble)
		}
		return d
	}
	if f.asked {
		return requirement.Date{}
	}
	f.asked = len(v.problems) < mostProblems
	count := max(f.unclear, 1)
	switch hint := orderOfOthers(f.others); {
	case f.day > 0 && f.month > 0:
		v.wrong("%s %s, and this column holds both: row %d has the day first, row %d the month. "+
			"%s of it stay empty until the column is written in one way, YYYY-MM-DD at best.", text.Quoted(s), twoOrders, f.day, f.month, model.Count(count, "date", "dates"))
	case hint != "":
		v.wrong("%s %s, and no date of this column shows which (%s). Other columns of the file are written as %s: "+
			"say \"dates\": \"%s\" in the mapping if this one is too, or write YYYY-MM-DD.", text.Quoted(s), twoOrders, model.Count(count, "date", "dates"), orderInWords(hint), hint)
	default:
		v.wrong("%s %s, and no date of this column shows which (%s). Say \"dates\": \"dmy\" in the mapping if the day comes first, "+
			"\"dates\": \"mdy\" if the month does, or write YYYY-MM-DD.", text.Quoted(s), twoOrders, model.Count(count, "date", "dates"))
	}
	return requirement.Date{}
}

// orderOfOthers is the order that the other columns show without a contradiction; empty if none does.
func orderOfOthers(others []columnFacts) (order string) {
	for i := range others {
		switch o := others[i].order(); {
		case others[i].day > 0 && others[i].month > 0, o != "" && order != "" && o != order:
			return ""
		case o != "":
			order = o
		}
	}
	return order
}

func orderInWords(order string) string {
	if order == "mdy" {
		return "month, day, year"
	}
	return "day, month, year"
}
