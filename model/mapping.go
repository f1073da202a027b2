package model

// This file holds the meaning of the columns of a file of candidates, for files whose columns a person has to explain.

// Mapping says which column of a file becomes which field. It fits every file with the same first row.
type Mapping struct {
	Columns []MappedColumn `json:"columns"`
	// Dates is the order in dates such as 03/04/2019: "dmy" or "mdy". With "" only dates that can mean just one day are
	// taken.
	Dates string `json:"dates,omitempty"`
	// Reference says what identifies a candidate if no column is the reference: "email" or "number" (the row).
	Reference string `json:"reference,omitempty"`
	// Scale is the scale of the language levels if no column names it: nato, cefr, slp or words.
	Scale string `json:"language_scale,omitempty"`
}

// MappedColumn is one column: its name in the first row, its place counted from 1, and its field. A column without a
// field is left out.
type MappedColumn struct {
	Place  int    `json:"place,omitempty"`
	Column string `json:"column"`
	Field  string `json:"field,omitempty"`
}

// Field returns the field of a place; empty if the column is left out.
func (m Mapping) Field(place int) string {
	for _, c := range m.Columns {
		if c.Place == place {
			return c.Field
		}
	}
	return ""
}

// ColumnGuess is what a column seems to hold, judged by its name and content.
type ColumnGuess struct {
	Place   int // counted from 1
	Name    string
	Samples []string // up to three values
	Field   string   // empty if nothing fits
	// Percent is how sure the guess is: 100 if the name says it.
	Percent int
	Reason  string
}

// Header is the first row of a file of candidates, and what its columns seem to mean.
type Header struct {
	Source  string
	Columns []ColumnGuess
	// Mapping is what would be used: the remembered mapping, or the guess.
	Mapping Mapping
	// Remembered is true if a person has confirmed this mapping for a file with the same first row.
	Remembered bool
	// Known is true if there is nothing to ask: every name says what it is, or the mapping is remembered.
	Known bool
}
