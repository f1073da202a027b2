package imports

import (
	"bytes"
	"io"
	"strings"
	"unicode/utf8"

	"shortlist/model"
	"shortlist/model/plaintext"
	"shortlist/store/imports/text"
)

// This file reads a rating form from CSV, as this program wrote it or as another program saved it again: with another
// delimiter, other line ends, another encoding.

// csv reads the rows of a CSV file.
func (t *formReader) csv(src io.Reader, head []byte) error {
	e := text.EncodingOf(head)
	if bytes.HasPrefix(head, []byte(plaintext.Mark)) {
		if _, err := io.CopyN(io.Discard, src, 3); err != nil {
			return err
		}
	}
	head = text.Head(e, head)
	if plaintext.IsBinary(head) {
		return text.ErrDamaged
	}
	scan := newCSVScanner(text.Reader(e, src), sheetComma(head))
	for {
		cells, state, at := scan.next(nil)
		switch state {
		case rowEnd:
			if scan.err != nil {
				return text.ErrDamaged
			}
			return nil
		case rowFine:
			for i, c := range cells {
				if !utf8.ValidString(c) {
					cells[i] = plaintext.FromWindows(c)
				}
			}
			if err := t.row(scan.row, cells); err != nil {
				return err
			}
		case rowTooLong:
			t.problem(scan.row, 0, "", "The row is longer than any row of a sheet: it was not read.")
		default:
			t.problem(scan.row, at+1, "", "A quotation mark is not closed, so the row cannot be read: close it, or save the file again.")
		}
	}
}

// sheetComma is the delimiter: the character after the mark in the first line, else the most frequent one.
func sheetComma(head []byte) byte {
	line, sep := firstLine(head)
	if sep {
		return line[4]
	}
	bare := strings.ToLower(strings.ReplaceAll(string(line), `"`, ""))
	best, most := byte(','), 0
	for _, c := range []byte(",;\t|") {
		if strings.HasPrefix(bare, model.SheetMark+string(c)) {
			return c
		}
		if n := bytes.Count(head, []byte{c}); n > most {
			best, most = c, n
		}
	}
	return best
}
