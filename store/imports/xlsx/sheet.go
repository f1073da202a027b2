package xlsx

import (
	"bytes"
	"errors"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"time"

	"shortlist/store/imports/grid"
	"shortlist/store/imports/text"
)

// This file reads a sheet row by row.

// Rows calls do for each row of a sheet that holds something. The row is used again for the next one. If do returns
// grid.ErrEnough, Rows ends without an error. ErrHostile, ErrUnclosed, text.ErrBomb or text.ErrDamaged if the sheet is hostile
// or damaged.
func (b *Book) Rows(sheet grid.Sheet, do func(*grid.Row) error) error {
	r := &sheetReader{book: b}
	err := b.walk(sheet.Part, func(x *scan, mark mark) (bool, error) {
		if mark == opens && (x.name == "row" || x.name == "c") && slices.Contains(x.open[:len(x.open)-1], x.name) {
			return false, ErrUnclosed
		}
		if mark == closes && x.name == "row" {
			full := len(r.row.Cells) > 0 || len(r.row.Faults) > 0
			if full {
				if err := do(&r.row); err != nil {
					return false, err
				}
			}
			return true, nil
		}
		return r.take(x, mark)
	})
	if errors.Is(err, grid.ErrEnough) {
		return nil
	}
	return err
}

// sheetReader puts cells together.
type sheetReader struct {
	book *Book
	row  grid.Row

	column  int // of the cell being read, counted from 1
	inside  bool
	kind    string
	style   int
	formula bool
	stored  bool // the result of the formula is there; it may be empty
	value   []byte
	into    bool // text belongs to the value
	spoken  int
}

// take handles one mark of a sheet. It returns false after the last row.
func (r *sheetReader) take(x *scan, mark mark) (more bool, err error) {
	switch {
	case mark == isText:
		if r.into && r.spoken == 0 && len(r.value) < longestText {
			r.value = appendText(r.value, x.text)
		}
		return true, nil
	case x.name == "sheetData":
		return mark == opens, nil
	case x.name == "rPh" && mark == opens:
		r.spoken++
	case x.name == "rPh":
		r.spoken--
	case x.name == "v" || x.name == "t":
		r.into = mark == opens
		r.stored = true
	case x.name == "c" && mark == closes:
		if !r.inside {
			return true, nil
		}
		r.inside = false
		return true, r.endCell()
	case mark == closes:
	case x.name == "row":
		line := attrNumber(x.attr("r"))
		if line <= r.row.Line {
			line = r.row.Line + 1
		}
		r.row.Line, r.row.Cells, r.row.Faults, r.column = line, r.row.Cells[:0], r.row.Faults[:0], 0
		r.inside, r.into = false, false
	case x.name == "c":
		r.column++
		r.inside = true
		if at := columnOf(x.attr("r")); at > 0 {
			r.column = at
		}
		if r.column > grid.MostColumns {
			return false, text.ErrDamaged
		}
		r.kind, r.style = string(x.attr("t")), attrNumber(x.attr("s"))
		r.formula, r.stored, r.value, r.into = false, false, r.value[:0], false
	case x.name == "f":
		r.formula = true
	}
	return true, nil
}

// columnOf is the column of a cell named "C7", counted from 1; 0 if it has no name.
func columnOf(name []byte) int {
	n := 0
	for _, c := range name {
		if c < 'A' || c > 'Z' {
			break
		}
		if n = n*26 + int(c-'A') + 1; n > grid.MostColumns {
			break
		}
	}
	return n
}

// endCell puts the cell into the row.
func (r *sheetReader) endCell() error {
	words, err := r.text()
	if err != nil {
		return err
	}
	fault := ""
	switch {
	case r.kind == "e":
		fault = fmt.Sprintf("The cell holds the error %s: correct the formula or write the value.", text.Quoted(words))
		words = ""
	case r.formula && len(bytes.TrimSpace(r.value)) == 0 && (r.kind != "str" || !r.stored):
		fault = "The cell holds a formula without a stored result, and formulas are never worked out here: open the file in " +
			"its program and save it, or write the value."
	}
	if fault != "" {
		r.row.Faults = append(r.row.Faults, grid.Fault{Column: r.column, Message: fault})
	}
	if words == "" {
		return nil
	}
	if missing := r.column - len(r.row.Cells); missing > 0 {
		for range missing {
			r.row.Cells = append(r.row.Cells, "")
		}
	}
	r.row.Cells[r.column-1] = words
	return nil
}

// text is the value of the cell as a person would read it.
func (r *sheetReader) text() (string, error) {
	switch r.kind {
	case "s":
		words, ok, err := r.book.sharedText(attrNumber(bytes.TrimSpace(r.value)))
		if err == nil && !ok {
			err = text.ErrDamaged
		}
		return words, err
	case "inlineStr", "str", "e", "d":
		return string(r.value), nil
	case "b":
		if string(r.value) == "1" {
			return "true", nil
		}
		return "false", nil
	}
	return r.number(strings.TrimSpace(string(r.value))), nil
}

// number is a number as its cell means it: a date, a percentage, or the number itself.
func (r *sheetReader) number(raw string) string {
	style := plainNumber
	if r.style >= 0 && r.style < len(r.book.styles) {
		style = r.book.styles[r.style]
	}
	if style == plainNumber && !strings.ContainsAny(raw, ".eE") {
		return raw
	}
	f, err := strconv.ParseFloat(raw, 64)
	if err != nil || math.IsNaN(f) || math.IsInf(f, 0) {
		return raw
	}
	switch {
	case style == percentNumber:
		return strconv.FormatFloat(math.Round(f*1e6)/1e4, 'f', -1, 64) + "%"
	case style == dayNumber && f >= 1 && f < 2_958_466:
		return DayOfSerial(int(f), r.book.from1904).Format("2006-01-02")
	case style == monthNumber && f >= 1 && f < 2_958_466:
		return DayOfSerial(int(f), r.book.from1904).Format("2006-01")
	}
	return strconv.FormatFloat(f, 'f', -1, 64)
}

// DayOfSerial is the day that a spreadsheet means by a number: counted from 1900, including a 29 February 1900 that
// never was, or from 1904.
func DayOfSerial(n int, from1904 bool) time.Time {
	switch {
	case from1904:
		n += 1462
	case n < 60:
		n++
	}
	return time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC).AddDate(0, 0, n)
}

// Merges are the merged cells that begin in the first rows. They are stored after the rows, so the whole sheet is read.
func (b *Book) Merges(sheet grid.Sheet, lastRow int) ([]grid.Merge, error) {
	var out []grid.Merge
	err := b.walk(sheet.Part, func(x *scan, mark mark) (bool, error) {
		if mark != opens || x.name != "mergeCell" {
			return true, nil
		}
		from, to, found := bytes.Cut(x.attr("ref"), []byte(":"))
		m := grid.Merge{Top: rowOf(from), Left: columnOf(from), Bottom: rowOf(to), Right: columnOf(to)}
		if found && m.Top > 0 && m.Top <= lastRow && m.Left > 0 && m.Right >= m.Left && m.Right <= grid.MostColumns && m.Bottom >= m.Top && len(out) < 20_000 {
			out = append(out, m)
		}
		return true, nil
	})
	return out, err
}

// rowOf is the row of a cell named "C7".
func rowOf(name []byte) int {
	return attrNumber(bytes.TrimLeft(name, "ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
}
