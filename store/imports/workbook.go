package imports

import (
	"io"

	"shortlist/store/imports/grid"
	"shortlist/store/imports/ods"
	"shortlist/store/imports/xlsx"
)

// This file says what a workbook is to the reader of candidates, whatever program wrote it.

// workbook is an open file with sheets of rows.
type workbook interface {
	Sheets() []grid.Sheet
	// Macros returns true if the file holds macros.
	Macros() bool
	// Rows gives the rows of a sheet that hold something, Merges the merged cells that begin in its first rows.
	Rows(sheet grid.Sheet, do func(*grid.Row) error) error
	Merges(sheet grid.Sheet, lastRow int) ([]grid.Merge, error)
	Close() error
}

// openBook opens a workbook of one format.
type openBook func(at io.ReaderAt, size int64) (workbook, error)

func openXLSX(at io.ReaderAt, size int64) (workbook, error) { return opened(xlsx.Open(at, size)) }

func openODS(at io.ReaderAt, size int64) (workbook, error) { return opened(ods.Open(at, size)) }

// opened returns no workbook with an error, instead of an interface that holds a nil pointer.
func opened[B workbook](b B, err error) (workbook, error) {
	if err != nil {
		return nil, err
	}
	return b, nil
}
