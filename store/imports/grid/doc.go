// Package grid holds what a reader of spreadsheets gives, whatever program wrote them. The formats are in packages beside
// this one; none of them knows another.
//
// Its one rule: it imports nothing.
package grid

import "errors"

// MostColumns is the width that spreadsheet programs allow.
const MostColumns = 16_384

// MostSheets is the largest number of sheets that are read.
const MostSheets = 200

// Sheet is a sheet of a workbook. Its name is clean; Part is where its reader finds it.
type Sheet struct{ Name, Part string }

// Row is a row with its number (from 1) and its cells from column A on.
type Row struct {
	Line   int
	Cells  []string
	Faults []Fault
}

// Fault is a cell that could not be read. Column counts from 1; Message is a sentence for people.
type Fault struct {
	Column  int
	Message string
}

// Merge is a group of cells that a sheet merges; rows and columns count from 1.
type Merge struct{ Top, Left, Bottom, Right int }

// ErrEnough is returned by the function given to Rows to end the reading without an error.
var ErrEnough = errors.New("enough was read")
