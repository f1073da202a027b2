package exports

// This file says what is in a member's own rating form, whatever its format: how to fill it in, whose it is, and the
// columns. A form holds only what the model put into it, so the model alone decides what the member may see.

import (
	"fmt"
	"io"
	"iter"
	"strconv"
	"strings"

	"shortlist/model"
	"shortlist/model/vocab"
)

// sheetFormat is a format in which a form is written.
type sheetFormat struct {
	ext   string
	write func(w io.Writer, h model.SheetHead, rows iter.Seq2[model.SheetRow, error]) error
}

// sheetFormats is the LIST of formats of a form.
var sheetFormats = []sheetFormat{
	{".xlsx", writeSheetXLSX},
	{".csv", writeSheetCSV},
}

// SheetFormat returns nil if a form can be written in the format of a file name, and *model.Error Invalid if not.
func SheetFormat(path string) error {
	_, err := findSheetFormat(path)
	return err
}

// WriteSheet writes a form in the format that the ending of path asks for. It returns *model.Error Invalid for an
// unknown ending.
func WriteSheet(w io.Writer, path string, h model.SheetHead, rows iter.Seq2[model.SheetRow, error]) error {
	f, err := findSheetFormat(path)
	if err != nil {
		return err
	}
	return f.write(w, h, rows)
}

func findSheetFormat(path string) (sheetFormat, error) {
	for _, f := range sheetFormats {
		if strings.HasSuffix(strings.ToLower(path), f.ext) {
			return f, nil
		}
	}
	return sheetFormat{}, &model.Error{
		Code: model.Invalid, Subject: path,
		Message: fmt.Sprintf("A sheet is a workbook or a table: name the file with .xlsx or .csv at its end, not %q.", path),
	}
}

// sheetColumn is a column of the table of ratings.
type sheetColumn struct {
	head, asks string
	criterion  int // -1 if the column belongs to none
	kind       model.SheetColumn
}

// ratingColumns returns the columns of the table of ratings, in order.
func ratingColumns(h model.SheetHead) []sheetColumn {
	out := []sheetColumn{
		{model.SheetCandidate, model.SheetAsks, -1, 0},
		{model.SheetReference, "", -1, 0},
		{model.SheetName, "", -1, 0},
		{model.SheetState, "", -1, 0},
	}
	for i, k := range h.Criteria {
		if k.Finding {
			out = append(out, sheetColumn{model.SheetFinding.Head(k.Label), "what the file shows, only to be read", i, model.SheetFinding})
		}
		out = append(out,
			sheetColumn{model.SheetValue.Head(k.Label), k.Text, i, model.SheetValue},
			sheetColumn{model.SheetReason.Head(k.Label), "why", i, model.SheetReason})
		if h.Evidence {
			out = append(out, sheetColumn{model.SheetEvidence.Head(k.Label), "a quote from the file, added to those there", i, model.SheetEvidence})
		}
	}
	return append(out, sheetColumn{model.SheetWas, "leave this column as it is", -1, 0})
}

// ratingCells returns the cells of a candidate under those columns. It reuses into.
func ratingCells(columns []sheetColumn, r model.SheetRow, into []string) []string {
	into = into[:0]
	for _, c := range columns {
		text := ""
		switch {
		case c.criterion >= 0 && c.criterion < len(r.Cells):
			x := r.Cells[c.criterion]
			switch c.kind {
			case model.SheetFinding:
				text = x.Finding
			case model.SheetValue:
				text = vocab.Wire(x.Value)
			case model.SheetReason:
				text = x.Reason
			}
		case c.head == model.SheetCandidate:
			text = r.Candidate.String()
		case c.head == model.SheetReference:
			text = r.Reference
		case c.head == model.SheetName:
			text = r.Name
		case c.head == model.SheetState:
			text = r.State
		case c.head == model.SheetWas:
			text = r.Was
		}
		into = append(into, neutralise(text))
	}
	return into
}

// headRows returns the lines by which a form is recognised and people see whose it is.
func headRows(h model.SheetHead) [][]string {
	rows := [][]string{
		{model.SheetMark, "1"},
		{"vacancy", h.Title},
		{model.SheetVacancy, h.Vacancy},
		{"member", h.Name},
		{model.SheetMember, string(h.Member)},
		{model.SheetVersion, strconv.Itoa(h.Version)},
		{model.SheetHash, h.Hash},
		{"written", formatTime(h.Written)},
	}
	for _, r := range rows {
		r[1] = neutralise(r[1])
	}
	return rows
}

// howTo returns how a form is filled in, one sentence in each string. book is true for a workbook.
func howTo(h model.SheetHead, book bool) []string {
	where := "Give"
	if book {
		where = "In the sheet Ratings give"
	}
	out := []string{
		where + " each candidate a value for each criterion, and write the reason beside it.",
		fmt.Sprintf("An empty cell leaves what is there; the word %q takes it away. A dash is cannot assess.", model.SheetClear),
	}
	if h.ReasonsRequired {
		out = append(out, "The rules ask for a reason with every rating.")
	}
	if book {
		out = append(out, fmt.Sprintf("In the sheet Jobs write %s where a job counts for the criterion, and %s where it does not.", model.SheetJobCounts, model.SheetJobNot))
	}
	if h.LeftOut > 0 {
		out = append(out, fmt.Sprintf("Not in the sheet: %d of the candidates, from whom you recused yourself or on whom you have not declared yet.", h.LeftOut))
	}
	return append(out, "Then hand the file back: W on the candidates page, then m; or shortlist sheet FILE --as "+string(h.Member)+" -i SHEET. It shows what would change before anything is taken in.")
}

// scaleRows returns what each criterion asks and what its values mean, one row for each value.
func scaleRows(h model.SheetHead) [][]string {
	rows := [][]string{{"criterion", "what it asks", "allowed value", "what the value means"}}
	for _, k := range h.Criteria {
		label, text := k.Label, neutralise(k.Text)
		for _, v := range append(k.Scale.Values(), model.CannotAssess) {
			rows = append(rows, []string{label, text, vocab.Wire(v), neutralise(k.Scale.Sentence(v))})
			label, text = "", ""
		}
	}
	return rows
}

// scaleLines returns the same, one row for each criterion.
func scaleLines(h model.SheetHead) (rows [][]string) {
	for _, k := range h.Criteria {
		row := []string{"scale", k.Label, neutralise(k.Text)}
		for _, v := range append(k.Scale.Values(), model.CannotAssess) {
			row = append(row, vocab.Wire(v)+": "+k.Scale.Sentence(v))
		}
		rows = append(rows, row)
	}
	return rows
}
