package model

// This file holds what the columns of a file of candidates mean, where a person has to say it.

// Mapping says which column of a file becomes what. It fits every file with the same first row.
type Mapping struct {
	Columns []MappedColumn `json:"columns"`
	// Dates is the order of dates such as 03/04/2019: "dmy" or "mdy"; "" takes only dates that can mean one day alone.
	Dates string `json:"dates,omitempty"`
	// Reference says, where no column is the reference, what serves as one: "email" or "number" (the row).
	Reference string `json:"reference,omitempty"`
	// Scale is that of the language levels where no column names it: nato, cefr, slp or words.
	Scale string `json:"language_scale,omitempty"`
}

// MappedColumn is one column: its name in the first row, its place counted from 1, and the field it becomes; no field
// leaves it out.
type MappedColumn struct {
	Place  int    `json:"place,omitempty"`
	Column string `json:"column"`
	Field  string `json:"field,omitempty"`
}

// Field is the field of a place, "" where the column is left out.
func (m Mapping) Field(place int) string {
	for _, c := range m.Columns {
		if c.Place == place {
			return c.Field
		}
	}
	return ""
}

// ColumnGuess is what a column seems to hold, from its name and its contents.
type ColumnGuess struct {
	Place   int // counted from 1
	Name    string
	Samples []string // up to three values
	Field   string   // "" where nothing fits
	// Percent is how sure the guess is: 100 for a name that says it.
	Percent int
	Reason  string
}

// Header is the first row of a file of candidates, and what its columns seem to mean.
type Header struct {
	Source  string
	Columns []ColumnGuess
	// Mapping is what would be used: the remembered one, or the guess.
	Mapping Mapping
	// Remembered tells that a person has confirmed this mapping for a file with the same first row.
	Remembered bool
	// Known tells that there is nothing to ask: every name says what it is, or the mapping is remembered.
	Known bool
}
