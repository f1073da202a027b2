package imports

import (
	"bytes"
	"fmt"
	"io"
	"iter"
	"strings"
	"unicode/utf8"

	"shortlist/model"
	"shortlist/model/plaintext"
	"shortlist/store/imports/text"
)

// This file reads candidates from CSV: one row a candidate after a row of column names. What the columns mean is in
// flat_columns.go, how a row is split into cells in csv_scan.go.

// mostColumns is the largest number of columns of a file.
const mostColumns = 20000

// recognisesCSV returns true if the first line has a known name or a delimiter, or a line of names follows below titles.
func recognisesCSV(head []byte) bool {
	line, _ := firstLine(head)
	comma, known := sniffComma(line)
	if known > 0 || bytes.IndexByte(line, comma) >= 0 {
		return true
	}
	_, found := headOfCSV(head)
	return found
}

// firstLine is the first line that is not empty. Sep is true if it only names the delimiter ("sep=;").
func firstLine(head []byte) (line []byte, sep bool) {
	for len(head) > 0 {
		end := bytes.IndexAny(head, "\r\n")
		if end < 0 {
			end = len(head) - 1
		}
		line = bytes.TrimSpace(head[:end+1])
		if len(line) > 0 {
			return line, len(line) == 5 && bytes.EqualFold(line[:4], []byte("sep="))
		}
		head = head[end+1:]
	}
	return nil, false
}

// sniffComma finds the delimiter: the one that gives the most known columns, else the most frequent one.
func sniffComma(line []byte) (comma byte, known int) {
	if len(line) == 5 && bytes.EqualFold(line[:4], []byte("sep=")) {
		return line[4], 1
	}
	comma, most := byte(','), -1
	for _, c := range []byte(",;\t|") {
		names := strings.Split(string(line), string(c))
		n := 0
		for _, name := range names {
			if nameKnown(strings.Trim(name, "\" ")) {
				n++
			}
		}
		if n > known || n == known && len(names) > most {
			comma, known, most = c, n, len(names)
		}
	}
	return comma, known
}

// csvReader turns rows into candidates.
type csvReader struct {
	src  *intakeSource
	scan *csvScanner
	flatReader
	// legacy is true if the file is read as Windows-1252.
	legacy bool
	line   int      // the row that is being read
	above  []string // lines above the names of the columns
	// skipping is true after a broken quotation mark, until a row has as many cells as the first one.
	skipping bool
}

// openCSV reads the row of names.
func openCSV(src *intakeSource) (r *csvReader, header []string, err error) {
	line, sep := firstLine(src.head)
	comma, _ := sniffComma(line)
	below, titled := headOfCSV(src.head)
	if titled {
		comma = below.comma
	}
	r = &csvReader{src: src, scan: newCSVScanner(src.text, comma), legacy: src.legacy}
	r.values.place, r.again = r.place, func(see func(int, []string)) error { return src.eachRow(comma, r.first, see) }
	var state rowState
	var at int
	header, state, at = r.scan.next(nil)
	if titled {
		header, state, at = r.below(below, header, state, at)
	}
	if sep && state == rowFine {
		header, state, at = r.scan.next(nil)
	}
	switch {
	case state == rowTooLong || len(header) > mostColumns:
		return nil, nil, src.refuse(nil, "%s has a first row of more than %d columns or 1 MiB, which is no row of column names: "+
			"export the candidates again, one row a candidate.", src.name, mostColumns)
	case state == rowEnd:
		return nil, nil, src.refuse(r.scan.err, "%s holds a delimiter and nothing else: export the candidates again.", src.name)
	case state != rowFine:
		return nil, nil, src.refuse(nil, "%s has a broken quotation mark in column %d of its row of column names: "+
			"write each name in quotes or without, and save again.", src.name, at+1)
	}
	r.legacy = r.decode(header, r.legacy) || r.legacy
	return r, header, nil
}

// below goes from the first row to the names of the columns.
func (r *csvReader) below(head csvHead, row []string, rowState rowState, cell int) (names []string, state rowState, at int) {
	var before []string
	names, state, at = row, rowState, cell
	for state == rowFine && r.scan.row < head.last {
		if before != nil {
			r.above = append(r.above, heldRow{cells: before}.words())
		}
		before = names
		r.legacy = r.decode(before, r.legacy) || r.legacy
		names, state, at = r.scan.next(nil)
	}
	switch {
	case state != rowFine:
	case head.grouped:
		names = groupedNames(before, names)
	case before != nil:
		r.above = append(r.above, heldRow{cells: before}.words())
	}
	return names, state, at
}

// columnsCSV gives the row of names and some rows after it.
func columnsCSV(src *intakeSource) (names []string, rows [][]string, err error) {
	r, names, err := openCSV(src)
	if err != nil {
		return nil, nil, err
	}
	for state := rowFine; state != rowEnd && len(rows) < guessRows; {
		var cells []string
		cells, state, _ = r.scan.next(nil)
		if state == rowFine && !blankRow(cells) {
			r.decode(cells, r.legacy)
			rows = append(rows, cells)
		}
	}
	return names, rows, nil
}

// readCSV prepares the rows of candidates.
func readCSV(src *intakeSource) (iter.Seq[model.IntakeRow], error) {
	r, header, err := openCSV(src)
	if err != nil {
		return nil, err
	}
	remarks := r.prepare(header, src.use.mappingFor(header), r.scan.row)
	if p, ok := leftAbove(r.above); ok {
		remarks = append(remarks, p)
	}
	return func(yield func(model.IntakeRow) bool) {
		if r.legacy && !yield(src.readAsWindows()) {
			return
		}
		for _, p := range remarks {
			p.Line = r.scan.row
			if !yield(src.fileProblem(p)) {
				return
			}
		}
		if r.columns.usable() {
			r.rows(yield)
		}
	}, nil
}

// eachRow reads a CSV file from its beginning and gives the rows behind the row of names. An error if it
// cannot be read a second time, as a pipe.
func (s *intakeSource) eachRow(comma byte, first int, see func(row int, cells []string)) error {
	raw := io.NewSectionReader(s.at, 0, s.size)
	head := make([]byte, text.HeadSize)
	n, err := io.ReadFull(raw, head)
	if err != nil && err != io.EOF && err != io.ErrUnexpectedEOF || n == 0 {
		return fmt.Errorf("read %s again: %w", s.name, err)
	}
	start := 0
	if bytes.HasPrefix(head, []byte(plaintext.Mark)) {
		start = len(plaintext.Mark)
	}
	if _, err = raw.Seek(int64(start), io.SeekStart); err != nil {
		return fmt.Errorf("read %s again: %w", s.name, err)
	}
	scan := newCSVScanner(text.Reader(text.EncodingOf(head[:n]), raw), comma)
	var cells []string
	for {
		next, state, _ := scan.next(cells)
		switch {
		case state == rowEnd:
			return scan.err
		case state == rowFine:
			if cells = next; scan.row > first {
				see(scan.row, cells)
			}
		}
	}
}

// rows gives the candidates and the rows that could not be split into cells.
func (r *csvReader) rows(yield func(model.IntakeRow) bool) {
	for {
		cells, state, at := r.scan.next(r.cells)
		r.cells = cells
		switch state {
		case rowEnd:
			r.end(yield)
			return
		case rowFine:
			if decoded := r.decode(cells, r.legacy); decoded && !r.legacy {
				r.legacy = true
				if !yield(r.src.readAsWindows()) {
					return
				}
			}
			if !r.row(cells, yield) {
				return
			}
		default:
			if r.skipping && at == 0 && state != rowTooLong {
				continue
			}
			r.skipping = state != rowTooLong
			if !r.release(func(h heldRow) bool { return r.give(h, yield) }) || !yield(r.src.fileProblem(r.fault(state, at))) {
				return
			}
		}
	}
}

// row gives the candidate of a row, unless it may be a line under the table.
func (r *csvReader) row(cells []string, yield func(model.IntakeRow) bool) bool {
	line := r.scan.row
	if blankRow(cells) || r.isRest() || r.mayBeFoot(cells) && r.hold(line, cells) {
		return true
	}
	if len(r.held) > 0 && !r.release(func(h heldRow) bool { return r.give(h, yield) }) {
		return false
	}
	return r.give(heldRow{line, cells, false}, yield)
}

// give gives the candidate of a row.
func (r *csvReader) give(h heldRow, yield func(model.IntakeRow) bool) bool {
	r.line, r.cells = h.line, h.cells
	return yield(h.doubted(r.candidate(), model.Problem{File: r.src.name}))
}

// end notes the lines under the table, and says if the file could not be read to its end.
func (r *csvReader) end(yield func(model.IntakeRow) bool) {
	if r.scan.err != nil {
		yield(r.src.broken(r.scan.err))
		return
	}
	r.release(func(h heldRow) bool { return yield(r.src.fileProblem(h.footNote())) })
}

// isRest returns true if the row is the rest of one that was given up because of a broken quotation mark.
func (r *csvReader) isRest() bool {
	r.skipping = r.skipping && len(r.cells) != len(r.columns.names)
	return r.skipping
}

// fault is the problem of a row that could not be split into cells.
func (r *csvReader) fault(state rowState, at int) model.Problem {
	p := model.Problem{Line: r.scan.row, Column: at + 1, Field: r.columns.name(at)}
	switch state {
	case rowUnclosed:
		p.Message = "A quotation mark is opened here and never closed: close it, or write it twice where it belongs to the text. " +
			"Reading went on at the next whole row."
	case rowStray:
		p.Message = "Text stands behind a closing quotation mark: write a quotation mark twice where it belongs to the text. " +
			"Reading went on at the next whole row."
	default:
		p.Column, p.Field = 0, ""
		p.Message = "The row is longer than 1 MiB: a row of at most that size was expected. It was left out."
	}
	return p
}

// decode brings cells that are not UTF-8 into UTF-8, or all cells if all is set. It returns true if any cell needed it.
func (r *csvReader) decode(cells []string, all bool) (decoded bool) {
	for i, c := range cells {
		if all && !isASCII(c) || !utf8.ValidString(c) {
			cells[i] = plaintext.FromWindows(c)
			decoded = true
		}
	}
	return decoded
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// blankRow returns true if all cells are empty.
func blankRow(cells []string) bool {
	for _, c := range cells {
		if strings.TrimSpace(c) != "" {
			return false
		}
	}
	return true
}

// place is the cell that was read last.
func (r *csvReader) place() model.Problem {
	return model.Problem{File: r.src.name, Line: r.line, Column: r.column + 1, Field: r.columns.name(r.column)}
}

// candidate reads the row.
func (r *csvReader) candidate() model.IntakeRow {
	row := model.IntakeRow{Line: r.line}
	here := model.Problem{File: r.src.name, Line: row.Line}
	if len(r.cells) > len(r.columns.names) && blankRow(r.cells[len(r.columns.names):]) {
		r.cells = r.cells[:len(r.columns.names)]
	}
	if have, want := len(r.cells), len(r.columns.names); have != want {
		here.Message = fmt.Sprintf("The row has %s where the first row has %d: values may have slipped into the wrong columns. "+
			"Put values that hold the delimiter between quotation marks.", model.Count(have, "cell", "cells"), want)
		row.Problems = []model.Problem{here}
		return row
	}
	row.Person = r.person(row.Line)
	row.Problems = r.values.finish(here)
	return row
}
