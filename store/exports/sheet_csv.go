package exports

// This file writes a form as CSV: whose it is, how to fill it in, and the table of ratings. Only the workbook has the
// table of jobs.

import (
	"encoding/csv"
	"fmt"
	"io"
	"iter"

	"shortlist/model"
)

func writeSheetCSV(w io.Writer, h model.SheetHead, rows iter.Seq2[model.SheetRow, error]) error {
	if _, err := io.WriteString(w, "\ufeff"); err != nil { // by which spreadsheet programs recognise UTF-8
		return fmt.Errorf("write the sheet: %w", err)
	}
	out := csv.NewWriter(w)
	top := headRows(h)
	for _, s := range howTo(h, false) {
		top = append(top, []string{"how to fill in", s})
	}
	top = append(top, scaleLines(h)...)
	columns := ratingColumns(h)
	names := make([]string, len(columns))
	asks := make([]string, len(columns))
	for i, c := range columns {
		names[i], asks[i] = c.head, neutralise(c.asks)
	}
	for _, r := range append(top, names, asks) {
		if err := out.Write(r); err != nil {
			return fmt.Errorf("write the sheet: %w", err)
		}
	}
	var cells []string
	for r, err := range rows {
		if err != nil {
			return err
		}
		cells = ratingCells(columns, r, cells)
		if err := out.Write(cells); err != nil {
			return fmt.Errorf("write the sheet: %w", err)
		}
	}
	out.Flush()
	if err := out.Error(); err != nil {
		return fmt.Errorf("write the sheet: %w", err)
	}
	return nil
}
