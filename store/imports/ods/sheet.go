package ods

import (
	"encoding/xml"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"unicode"

	"shortlist/store/imports/grid"
	"shortlist/store/imports/text"
)

// This file reads a sheet row by row. A file says of a row or a cell how often it is repeated; empty ones may be repeated
// a million times, as programs write the rest of a sheet, and cost nothing.

const (
	// mostRows is the height that spreadsheet programs allow.
	mostRows = 1 << 20
	// mostRepeated is how often a row that holds something may be repeated, mostCells how many cells a sheet may hold
	// because of repetition.
	mostRepeated = 10_000
	mostCells    = 4_000_000
	longestText  = 1 << 20
)

// Rows calls do for each row of a sheet that holds something. The row is used again for the next one. If do returns
// grid.ErrEnough, Rows ends without an error. ErrUnclosed, text.ErrBomb or text.ErrDamaged if the sheet is damaged.
func (b *Book) Rows(sheet grid.Sheet, do func(*grid.Row) error) error {
	err := b.read(sheet, &sheetReader{do: do})
	if errors.Is(err, grid.ErrEnough) {
		return nil
	}
	return err
}

// Merges are the merged cells that begin in the first rows of a sheet.
func (b *Book) Merges(sheet grid.Sheet, lastRow int) ([]grid.Merge, error) {
	r := &sheetReader{do: func(r *grid.Row) error {
		if r.Line >= lastRow {
			return grid.ErrEnough
		}
		return nil
	}}
	if err := b.read(sheet, r); err != nil && !errors.Is(err, grid.ErrEnough) {
		return nil, err
	}
	return r.merges, nil
}

// sheetReader puts cells together.
type sheetReader struct {
	do     func(*grid.Row) error
	row    grid.Row
	merges []grid.Merge

	line, repeatRow int
	column, repeat  int
	cells           int // that came by repetition
	inside          bool
	value           string // of a date or a percentage, which are stored apart from what is shown
	stored, date    bool
	words           strings.Builder
	paragraphs      int
	note            int // depth inside a remark on a cell
}

func (b *Book) read(sheet grid.Sheet, r *sheetReader) error {
	n, err := strconv.Atoi(sheet.Part)
	if err != nil {
		return fmt.Errorf("read the sheet %s: %w", sheet.Part, err)
	}
	at, depth := -1, 0
	return b.walk(func(t xml.Token) error {
		switch e := t.(type) {
		case xml.StartElement:
			if e.Name.Local == "table" && isTable(e.Name) {
				at, depth = at+1, depth+1
				return nil
			}
			if at == n && depth > 0 {
				return r.open(e)
			}
		case xml.EndElement:
			if e.Name.Local == "table" && isTable(e.Name) {
				if depth--; at >= n && depth == 0 {
					return grid.ErrEnough
				}
				return nil
			}
			if at == n && depth > 0 {
				return r.close(e.Name.Local)
			}
		case xml.CharData:
			if r.inside && r.note == 0 && r.paragraphs > 0 && r.words.Len()+len(e) <= longestText {
				r.words.Write(e)
			}
		}
		return nil
	})
}

// times is an attribute that says how often something is repeated, at least once and at most as often as a sheet has room.
func times(e xml.StartElement, name string) int {
	n, err := strconv.Atoi(attr(e, name))
	if err != nil && attr(e, name) != "" {
		return mostRows // a number beyond all measure
	}
	return min(max(n, 1), mostRows)
}

func (r *sheetReader) open(e xml.StartElement) error {
	switch e.Name.Local {
	case "table-row":
		r.row = grid.Row{Line: r.line + 1, Cells: r.row.Cells[:0], Faults: r.row.Faults[:0]}
		r.repeatRow, r.column = times(e, "number-rows-repeated"), 0
	case "table-cell", "covered-table-cell":
		r.inside, r.repeat, r.paragraphs = true, times(e, "number-columns-repeated"), 0
		r.words.Reset()
		r.take(e)
	case "annotation":
		r.note++
	case "p":
		if r.inside && r.note == 0 {
			if r.paragraphs++; r.paragraphs > 1 {
				r.words.WriteByte('\n')
			}
		}
	case "line-break":
		r.write("\n", 1)
	case "tab":
		r.write("\t", 1)
	case "s":
		r.write(" ", min(times(e, "c"), 1000))
	}
	return nil
}

func (r *sheetReader) write(s string, n int) {
	if r.inside && r.note == 0 && r.words.Len()+n <= longestText {
		r.words.WriteString(strings.Repeat(s, n))
	}
}

// take reads the attributes of a cell.
func (r *sheetReader) take(e xml.StartElement) {
	r.value, r.stored, r.date = "", false, false
	switch attr(e, "value-type") {
	case "date":
		day, _, _ := strings.Cut(attr(e, "date-value"), "T")
		r.value, r.stored, r.date = day, true, true
	case "percentage":
		if f, err := strconv.ParseFloat(attr(e, "value"), 64); err == nil {
			r.value, r.stored = strconv.FormatFloat(float64(int64(f*1e6+0.5))/1e4, 'f', -1, 64)+"%", f >= 0 && f < 1e6
		}
	case "float":
		if f, err := strconv.ParseFloat(attr(e, "value"), 64); err == nil {
			r.value, r.stored = strconv.FormatFloat(f, 'f', -1, 64), true
		}
	case "boolean":
		r.value, r.stored = attr(e, "boolean-value"), true
	}
	if len(r.value) > longestText {
		r.value = ""
	}
	right, bottom := times(e, "number-columns-spanned"), times(e, "number-rows-spanned")
	if (right > 1 || bottom > 1) && len(r.merges) < 20_000 && right <= grid.MostColumns {
		r.merges = append(r.merges, grid.Merge{Top: r.row.Line, Left: r.column + 1, Bottom: r.row.Line + bottom - 1, Right: r.column + right})
	}
}

func (r *sheetReader) close(name string) error {
	switch name {
	case "annotation":
		r.note--
	case "table-cell", "covered-table-cell":
		if r.inside {
			r.inside = false
			return r.endCell()
		}
	case "table-row":
		return r.endRow()
	}
	return nil
}

// endCell puts the cell into the row, as often as it is repeated. An empty one only moves the place.
func (r *sheetReader) endCell() error {
	words := r.words.String()
	if r.stored && words != "" && !strings.HasPrefix(words, "#") && !strings.HasPrefix(words, "Err:") {
		words = r.value
		if r.date && len(words) == len("2006-01-02") && showsMonth(r.words.String()) {
			words = words[:len("2006-01")]
		}
	}
	if strings.HasPrefix(words, "Err:") || words == "#REF!" || words == "#N/A" || words == "#NAME?" || words == "#VALUE!" || words == "#DIV/0!" {
		r.row.Faults = append(r.row.Faults, grid.Fault{Column: r.column + 1, Message: fmt.Sprintf("The cell holds the error %s: correct the formula or write the value.", text.Quoted(words))})
		words = ""
	}
	if words == "" {
		r.column = min(r.column+r.repeat, grid.MostColumns)
		return nil
	}
	if r.column+r.repeat > grid.MostColumns {
		return text.ErrBomb
	}
	if r.repeat > 1 {
		if r.cells += r.repeat; r.cells > mostCells {
			return text.ErrBomb
		}
	}
	for len(r.row.Cells) < r.column {
		r.row.Cells = append(r.row.Cells, "")
	}
	for range r.repeat {
		r.row.Cells = append(r.row.Cells, words)
	}
	r.column += r.repeat
	return nil
}

// showsMonth returns true if a date is shown without its day: "Mar 2019" or "03/2019".
func showsMonth(shown string) bool {
	numbers := strings.FieldsFunc(shown, func(c rune) bool { return c < '0' || c > '9' })
	inWords := strings.ContainsFunc(shown, unicode.IsLetter)
	return len(numbers) == 1 && inWords && len(numbers[0]) == 4 || len(numbers) == 2 && !inWords
}

// endRow gives the row, as often as it is repeated. An empty one only moves the place.
func (r *sheetReader) endRow() error {
	first := r.line + 1
	r.line = min(r.line+r.repeatRow, mostRows)
	if len(r.row.Cells) == 0 && len(r.row.Faults) == 0 {
		return nil
	}
	if r.cells += (r.repeatRow - 1) * len(r.row.Cells); r.repeatRow > mostRepeated || r.cells > mostCells {
		return text.ErrBomb
	}
	for i := range r.repeatRow {
		r.row.Line = first + i
		if err := r.do(&r.row); err != nil {
			return err
		}
	}
	return nil
}
