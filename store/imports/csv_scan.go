package imports

import (
	"bytes"
	"io"
)

// This file splits a CSV file into rows and cells; it knows nothing about candidates. It reads what other programs
// write: any of three line ends, quotation marks only if needed, line ends inside quotation marks. A quotation mark
// that is never closed must not swallow the rest of the file: the row is given up and reading continues at the next
// line.
//
// encoding/csv does not do that. Given 1,000 rows with one open quotation mark in the fourth, it fails at the end of the
// file; with LazyQuotes it gives the 996 rows after it as one cell, without an error.

// longestRow is the longest row, in bytes.
const longestRow = 1 << 20

// rowState is the result of reading a row.
type rowState int8

const (
	rowFine     rowState = iota
	rowUnclosed          // a quotation mark is not closed
	rowStray             // there is text after a closing quotation mark
	rowTooLong
	rowEnd
	rowMore // the row is longer than what was read so far
)

// csvScanner gives the rows of a file one by one.
type csvScanner struct {
	src   io.Reader
	comma byte
	// row is the number of the last row, counted from 1 as a spreadsheet does, with the empty ones.
	row int
	// err is the error that ended the file early.
	err error

	buf      []byte
	from, to int
	eof      bool
	cells    []csvCell
	stop     [256]bool // bytes that end a cell without quotation marks
}

// csvCell is a part of the row. Doubled is true if quotation marks inside it are written twice.
type csvCell struct {
	from, to int
	doubled  bool
}

func newCSVScanner(src io.Reader, comma byte) *csvScanner {
	s := &csvScanner{src: src, comma: comma, buf: make([]byte, 256<<10)}
	s.stop[comma], s.stop['\n'], s.stop['\r'] = true, true, true
	return s
}

// next gives the cells of the next row that is not empty. The strings share one copy of the row. If the row is broken,
// cell is the index of the broken cell.
func (s *csvScanner) next(into []string) (cells []string, state rowState, cell int) {
	for {
		size, state := s.split(s.buf[s.from:s.to])
		switch {
		case state == rowMore && !s.eof && s.to-s.from < longestRow:
			s.fill()
			continue
		case state == rowMore:
			state = rowTooLong
		}
		if state == rowEnd {
			return nil, rowEnd, 0
		}
		s.row++
		switch state {
		case rowFine:
			row := s.buf[s.from : s.from+size]
			s.from += size
			if len(s.cells) == 1 && s.cells[0].from == s.cells[0].to {
				continue
			}
			return s.strings(row, into), rowFine, 0
		case rowTooLong:
			if len(s.cells) > 0 && s.quoteOpen() {
				state = rowUnclosed
			}
		}
		s.skipLine()
		return nil, state, max(len(s.cells)-1, 0)
	}
}

// quoteOpen returns true if the last cell of a row that was given up began with a quotation mark.
func (s *csvScanner) quoteOpen() bool { return s.cells[len(s.cells)-1].to < 0 }

// fill reads more after what is in the buffer.
func (s *csvScanner) fill() {
	if s.from > 0 {
		copy(s.buf, s.buf[s.from:s.to])
		s.from, s.to = 0, s.to-s.from
	}
	if s.to == len(s.buf) {
		s.buf = append(s.buf, make([]byte, len(s.buf))...)
	}
	n, err := io.ReadFull(s.src, s.buf[s.to:])
	s.to += n
	if err != nil {
		s.eof = true
		if err != io.EOF && err != io.ErrUnexpectedEOF {
			s.err = err
		}
	}
}

// split finds the cells of the row at the start of data, and its size with the line end.
func (s *csvScanner) split(data []byte) (size int, state rowState) {
	s.cells = s.cells[:0]
	if len(data) == 0 {
		if s.eof {
			return 0, rowEnd
		}
		return 0, rowMore
	}
	for at := 0; ; {
		end, state := s.cell(data, at)
		if state != rowFine {
			return 0, state
		}
		switch {
		case end == len(data) && s.eof:
			return end, rowFine
		case end == len(data):
			return 0, rowMore
		case data[end] == s.comma:
			at = end + 1
		case data[end] == '\n':
			return end + 1, rowFine
		case end+1 < len(data) && data[end+1] == '\n':
			return end + 2, rowFine
		case end+1 == len(data) && !s.eof:
			return 0, rowMore
		default:
			return end + 1, rowFine
		}
	}
}

// cell finds the cell that begins at a byte. End is the byte after it: a delimiter, a line end or the end of data.
func (s *csvScanner) cell(data []byte, at int) (end int, state rowState) {
	open := at
	for open < len(data) && data[open] == ' ' {
		open++
	}
	if open < len(data) && data[open] == '"' {
		return s.quotedCell(data, open+1)
	}
	for end = open; end < len(data) && !s.stop[data[end]]; {
		end++
	}
	s.cells = append(s.cells, csvCell{from: at, to: end})
	return end, rowFine
}

// quotedCell finds the end of a cell whose text begins at a byte, after the quotation mark.
func (s *csvScanner) quotedCell(data []byte, at int) (end int, state rowState) {
	c := csvCell{from: at, to: -1}
	s.cells = append(s.cells, c)
	for end = at; ; {
		i := bytes.IndexByte(data[end:], '"')
		if i < 0 || end+i+1 == len(data) && !s.eof {
			if s.eof {
				return 0, rowUnclosed
			}
			return 0, rowMore
		}
		end += i + 1
		if end < len(data) && data[end] == '"' {
			c.doubled = true
			end++
			continue
		}
		c.to = end - 1
		break
	}
	for end < len(data) && data[end] == ' ' {
		end++
	}
	if end < len(data) && !s.stop[data[end]] {
		return 0, rowStray
	}
	s.cells[len(s.cells)-1] = c
	return end, rowFine
}

// strings copies a row and splits it into its cells.
func (s *csvScanner) strings(row []byte, into []string) []string {
	for i, c := range s.cells {
		if !c.doubled {
			continue
		}
		w := c.from
		for r := c.from; r < c.to; r++ {
			if row[r] == '"' {
				r++
			}
			row[w] = row[r]
			w++
		}
		s.cells[i].to = w
	}
	text := string(row)
	into = into[:0]
	for _, c := range s.cells {
		into = append(into, text[c.from:c.to])
	}
	return into
}

// skipLine goes to the next line, however long this one is.
func (s *csvScanner) skipLine() {
	for {
		if i := bytes.IndexAny(s.buf[s.from:s.to], "\r\n"); i >= 0 {
			at := s.from + i
			if s.buf[at] == '\r' && at+1 == s.to && !s.eof {
				s.from = at
				s.fill()
				continue
			}
			s.from = at + 1
			if s.buf[at] == '\r' && s.from < s.to && s.buf[s.from] == '\n' {
				s.from++
			}
			return
		}
		s.from = s.to
		if s.eof {
			return
		}
		s.fill()
	}
}
