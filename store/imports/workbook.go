package imports

import (
	"io"

	"shortlist/store/imports/xlsx"
)

// This file says what a workbook is to the reader of candidates, whatever program wrote it.

// workbook is an open file with sheets of rows.
type workbook interface {
	Sheets() []xlsx.Sheet
	// Macros returns true if the file holds macros.
	Macros() bool
	// Rows gives the rows of a sheet that hold something, Merges the merged cells that begin in its first rows.
	Rows(sheet xlsx.Sheet, do func(*xlsx.Row) error) error
	Merges(sheet xlsx.Sheet, lastRow int) ([]xlsx.Merge, error)
	Close() error
}

// openBook opens a workbook of one format.
type openBook func(at io.ReaderAt, size int64) (workbook, error)

// xlsxBook is a workbook in the form of package xlsx.
type xlsxBook struct{ *xlsx.Book }

func openXLSX(at io.ReaderAt, size int64) (workbook, error) {
	b, err := xlsx.Open(at, size)
	if err != nil {
		return nil, err
	}
	return xlsxBook{b}, nil
}

// Sheets are the sheets in their order.
func (b xlsxBook) Sheets() []xlsx.Sheet { return b.Book.Sheets }

// Macros returns true if the file holds macros.
func (b xlsxBook) Macros() bool { return b.Book.Macros }
