package exports

// This file writes what is wrong in a file of candidates, and what it changes, as CSV, for whoever has to correct the
// file.

import (
	"encoding/csv"
	"fmt"
	"io"
	"strconv"

	"shortlist/model"
)

// Problems writes the problems and the differences of an import, one on each row.
func Problems(w io.Writer, r model.IntakeReport) error {
	rows := [][]string{{"file", "sheet", "row", "column", "field", "stops the import", "what", "candidate"}}
	place := func(n int) string {
		if n == 0 {
			return ""
		}
		return strconv.Itoa(n)
	}
	for _, p := range r.Problems {
		column, stops := place(p.Column), "yes"
		if p.Sheet != "" {
			column = model.ColumnLetters(p.Column)
		}
		if p.Warning {
			stops = "no"
		}
		rows = append(rows, []string{p.File, p.Sheet, place(p.Line), column, p.Field, stops, p.Message, ""})
	}
	for _, c := range r.Differences {
		for _, d := range c.Differences {
			rows = append(rows, []string{"", "", "", "", d.Field, "no", d.String(), c.Candidate.String() + " " + c.Reference})
		}
	}
	if _, err := io.WriteString(w, "\ufeff"); err != nil { // by which spreadsheet programs recognise UTF-8
		return fmt.Errorf("write problems: %w", err)
	}
	out := csv.NewWriter(w)
	out.UseCRLF = true
	for _, row := range rows {
		for i, cell := range row {
			row[i] = neutralise(cell)
		}
		if err := out.Write(row); err != nil {
			return fmt.Errorf("write problems: %w", err)
		}
	}
	out.Flush()
	if err := out.Error(); err != nil {
		return fmt.Errorf("write problems: %w", err)
	}
	return nil
}
