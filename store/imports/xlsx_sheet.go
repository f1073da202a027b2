package imports

import (
	"bytes"
	"errors"
	"fmt"
	"math"
	"strconv"
	"strings"

	"shortlist/store/imports/text"
)

// This file reads a sheet row by row: what stands in the cells, never what a formula would make of them now.

// mostSheetColumns is the width that spreadsheet programs allow.
const mostSheetColumns = 16_384

// sheetRow is a row with its number and its cells from column A on.
type sheetRow struct {
	line   int
	cells  []string
	faults []cellFault // what could not be read, by column
}

type cellFault struct {
	column  int // counted from 1
	message string
}

var errEnough = errors.New("enough was read")

// rows gives the rows of a sheet that hold something. The row given is used again for the next. errEnough from do ends the reading.
func (b *book) rows(sheet bookSheet, do func(*sheetRow) error) error {
	r := &sheetReader{book: b}
	err := b.walk(sheet.part, func(x *xmlScan, mark xmlMark) (bool, error) {
		if mark == xmlClose && x.name == "row" {
			full := len(r.row.cells) > 0 || len(r.row.faults) > 0
			if full {
				if err := do(&r.row); err != nil {
					return false, err
				}
			}
			return true, nil
		}
		return r.take(x, mark)
	})
	if errors.Is(err, errEnough) {
		return nil
	}
	return err
}

// sheetReader puts cells together.
type sheetReader struct {
	book *book
	row  sheetRow

	column  int // of the cell being read, counted from 1
	inside  bool
	kind    string
	style   int
	formula bool
	stored  bool // the result of the formula stands there, empty perhaps
	value   []byte
	into    bool // text belongs to the value
	spoken  int
}

// take handles a mark inside a sheet. False once the rows are over.
func (r *sheetReader) take(x *xmlScan, mark xmlMark) (more bool, err error) {
	switch {
	case mark == xmlText:
		if r.into && r.spoken == 0 && len(r.value) < longestText {
			r.value = appendXML(r.value, x.text)
		}
		return true, nil
	case x.name == "sheetData":
		return mark == xmlOpen, nil
	case x.name == "rPh" && mark == xmlOpen:
		r.spoken++
	case x.name == "rPh":
		r.spoken--
	case x.name == "v" || x.name == "t":
		r.into = mark == xmlOpen
		r.stored = true
	case x.name == "c" && mark == xmlClose:
		if !r.inside {
			return true, nil
		}
		r.inside = false
		return true, r.endCell()
	case mark == xmlClose:
	case x.name == "row":
		line := attrNumber(x.attr("r"))
		if line <= r.row.line {
			line = r.row.line + 1
		}
		r.row.line, r.row.cells, r.row.faults, r.column = line, r.row.cells[:0], r.row.faults[:0], 0
		r.inside, r.into = false, false // a cell that a damaged sheet left open belongs to no row
	case x.name == "c":
		r.column++
		r.inside = true
		if at := columnOf(x.attr("r")); at > 0 {
			r.column = at
		}
		if r.column > mostSheetColumns {
			return false, text.ErrDamaged
		}
		r.kind, r.style = string(x.attr("t")), attrNumber(x.attr("s"))
		r.formula, r.stored, r.value, r.into = false, false, r.value[:0], false
	case x.name == "f":
		r.formula = true
	}
	return true, nil
}

// columnOf is the column of a cell named "C7", counted from 1; 0 for no name.
func columnOf(name []byte) int {
	n := 0
	for _, c := range name {
		if c < 'A' || c > 'Z' {
			break
		}
		if n = n*26 + int(c-'A') + 1; n > mostSheetColumns {
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
		r.row.faults = append(r.row.faults, cellFault{r.column, fault})
	}
	if words == "" {
		return nil
	}
	if missing := r.column - len(r.row.cells); missing > 0 {
		for range missing {
			r.row.cells = append(r.row.cells, "")
		}
	}
	r.row.cells[r.column-1] = words
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

// number is a number as its cell means it: a date, a percentage, or as it stands.
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
		return dayOfSerial(int(f), r.book.from1904).String()
	case style == monthNumber && f >= 1 && f < 2_958_466:
		d := dayOfSerial(int(f), r.book.from1904)
		d.Day = 0
		return d.String()
	}
	return strconv.FormatFloat(f, 'f', -1, 64)
}

// merged are the places that a sheet joins, as far as they touch its first rows.
type merged struct{ top, left, bottom, right int }

// merges reads the joined cells of the first rows. They stand behind the rows, so that all of the sheet is passed.
func (b *book) merges(sheet bookSheet, lastRow int) ([]merged, error) {
	var out []merged
	err := b.walk(sheet.part, func(x *xmlScan, mark xmlMark) (bool, error) {
		if mark != xmlOpen || x.name != "mergeCell" {
			return true, nil
		}
		from, to, found := bytes.Cut(x.attr("ref"), []byte(":"))
		m := merged{rowOf(from), columnOf(from), rowOf(to), columnOf(to)}
		if found && m.top > 0 && m.top <= lastRow && m.left > 0 && m.right >= m.left && m.right <= mostSheetColumns && m.bottom >= m.top && len(out) < 20_000 {
			out = append(out, m)
		}
		return true, nil
	})
	return out, err
}

func rowOf(name []byte) int {
	return attrNumber(bytes.TrimLeft(name, "ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
}
