package exports

// This file writes a form as a workbook: how to fill it in, the ratings with drop-down lists, and the jobs to tick. Rows
// are streamed, so that a long list of candidates is not kept in memory. Every cell is text, never a formula.

import (
	"errors"
	"fmt"
	"io"
	"iter"
	"strconv"

	"github.com/xuri/excelize/v2"

	"shortlist/model"
	"shortlist/model/vocab"
)

// The sheets of the workbook, as people see them. The reader goes by their content instead.
const (
	howToSheet   = "How to fill in"
	ratingsSheet = "Ratings"
	jobsSheet    = "Jobs"
)

// mostSheetRows is how many rows a sheet of a workbook can hold.
const mostSheetRows = 1_048_576

// sheetBook is a workbook being written.
type sheetBook struct {
	file    *excelize.File
	head    model.SheetHead
	columns []sheetColumn
	ticked  []int // indices of the criteria for which jobs are ticked
	ratings *excelize.StreamWriter
	jobs    *excelize.StreamWriter
	styles  struct{ bold, top, look, fill, text int }
	row     int // last row written to the ratings
	job     int // last row written to the jobs
	cells   []string
	line    []any
}

func writeSheetXLSX(w io.Writer, h model.SheetHead, rows iter.Seq2[model.SheetRow, error]) (err error) {
	b := &sheetBook{file: excelize.NewFile(), head: h, columns: ratingColumns(h)}
	defer func() { err = errors.Join(err, b.file.Close()) }()
	for i, k := range h.Criteria {
		if k.Jobs {
			b.ticked = append(b.ticked, i)
		}
	}
	for _, step := range []func() error{b.makeStyles, b.howTo, b.startRatings, b.startJobs} {
		if err := step(); err != nil {
			return fmt.Errorf("write the sheet: %w", err)
		}
	}
	for r, err := range rows {
		if err != nil {
			return err
		}
		if err := b.candidate(r); err != nil {
			return err
		}
	}
	for _, step := range []func() error{b.lists, b.ratings.Flush, b.flushJobs} {
		if err := step(); err != nil {
			return fmt.Errorf("write the sheet: %w", err)
		}
	}
	if _, err := b.file.WriteTo(w); err != nil {
		return fmt.Errorf("write the sheet: %w", err)
	}
	return nil
}

func (b *sheetBook) makeStyles() error {
	const asText = 49 // the number of the format "@", with which no program turns a value into something else
	wrap := &excelize.Alignment{WrapText: true, Vertical: "top"}
	edge := []excelize.Border{{Type: "bottom", Color: "999999", Style: 1}, {Type: "right", Color: "D0D0D0", Style: 1}}
	for _, s := range []struct {
		id    *int
		style excelize.Style
	}{
		{&b.styles.bold, excelize.Style{Font: &excelize.Font{Bold: true}, Alignment: wrap, NumFmt: asText}},
		{&b.styles.top, excelize.Style{Font: &excelize.Font{Bold: true}, Alignment: wrap, Border: edge, NumFmt: asText, Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"E4E9F0"}}}},
		{&b.styles.look, excelize.Style{Font: &excelize.Font{Italic: true, Color: "555555"}, Alignment: wrap, Border: edge, NumFmt: asText, Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"F2F2F2"}}}},
		{&b.styles.fill, excelize.Style{Alignment: wrap, Border: edge, NumFmt: asText}},
		{&b.styles.text, excelize.Style{Alignment: wrap, NumFmt: asText}},
	} {
		id, err := b.file.NewStyle(&s.style)
		if err != nil {
			return err
		}
		*s.id = id
	}
	return nil
}

// set writes a row of texts.
func (b *sheetBook) set(w *excelize.StreamWriter, row int, texts []string, style func(i int) int) error {
	b.line = b.line[:0]
	for i, s := range texts {
		cell := excelize.Cell{StyleID: style(i)}
		if s != "" {
			cell.Value = s
		}
		b.line = append(b.line, cell)
	}
	return w.SetRow("A"+strconv.Itoa(row), b.line)
}

func sameStyle(id int) func(int) int { return func(int) int { return id } }

// howTo writes the first sheet.
func (b *sheetBook) howTo() error {
	if err := b.file.SetSheetName("Sheet1", howToSheet); err != nil {
		return err
	}
	w, err := b.file.NewStreamWriter(howToSheet)
	if err != nil {
		return err
	}
	for i, width := range []float64{18, 60, 16, 60} {
		if err := w.SetColWidth(i+1, i+1, width); err != nil {
			return err
		}
	}
	row := 0
	write := func(texts []string, style func(int) int) error {
		row++
		return b.set(w, row, texts, style)
	}
	for i, s := range howTo(b.head, true) {
		if err := write([]string{strconv.Itoa(i+1) + ".", s}, sameStyle(b.styles.text)); err != nil {
			return err
		}
	}
	row++
	for _, r := range headRows(b.head) {
		if err := write(r, sameStyle(b.styles.text)); err != nil {
			return err
		}
	}
	row++
	style := sameStyle(b.styles.top)
	for _, r := range scaleRows(b.head) {
		if err := write(r, style); err != nil {
			return err
		}
		style = sameStyle(b.styles.text)
	}
	return w.Flush()
}

// startRatings writes the names of the columns and what each criterion asks. Both stay in view.
func (b *sheetBook) startRatings() error {
	if _, err := b.file.NewSheet(ratingsSheet); err != nil {
		return err
	}
	w, err := b.file.NewStreamWriter(ratingsSheet)
	if err != nil {
		return err
	}
	names, asks := make([]string, len(b.columns)), make([]string, len(b.columns))
	for i, c := range b.columns {
		names[i], asks[i] = c.head, neutralise(c.asks)
		if err := w.SetColWidth(i+1, i+1, c.width()); err != nil {
			return err
		}
	}
	if err := w.SetColVisible(len(b.columns), len(b.columns), false); err != nil { // what the row was when it was written
		return err
	}
	if err := w.SetPanes(&excelize.Panes{Freeze: true, XSplit: 3, YSplit: 2, TopLeftCell: "D3", ActivePane: "bottomRight"}); err != nil {
		return err
	}
	b.ratings, b.row = w, 2
	if err := b.set(w, 1, names, sameStyle(b.styles.top)); err != nil {
		return err
	}
	return b.set(w, 2, asks, sameStyle(b.styles.look))
}

func (c sheetColumn) width() float64 {
	switch {
	case c.criterion < 0 && c.head == model.SheetName:
		return 26
	case c.criterion < 0:
		return 12
	case c.kind == model.SheetValue:
		return 20
	}
	return 36
}

// style returns the style of a cell under a column. What is only to be read looks different from what is to be filled
// in.
func (b *sheetBook) style(i int) int {
	if c := b.columns[i]; c.criterion < 0 || c.kind == model.SheetFinding {
		return b.styles.look
	}
	return b.styles.fill
}

func (b *sheetBook) startJobs() error {
	if len(b.ticked) == 0 {
		return nil
	}
	if _, err := b.file.NewSheet(jobsSheet); err != nil {
		return err
	}
	w, err := b.file.NewStreamWriter(jobsSheet)
	if err != nil {
		return err
	}
	names := []string{model.SheetCandidate, model.SheetReference, model.SheetName, model.SheetJob, model.SheetJobWords}
	asks := []string{model.SheetAsks, "", "", "", "x where the job counts, no where it does not"}
	for i, width := range []float64{12, 12, 26, 6, 60} {
		if err := w.SetColWidth(i+1, i+1, width); err != nil {
			return err
		}
	}
	for _, k := range b.ticked {
		names = append(names, model.SheetCounts.Head(b.head.Criteria[k].Label))
		asks = append(asks, neutralise(b.head.Criteria[k].Text))
		if err := w.SetColWidth(len(names), len(names), 24); err != nil {
			return err
		}
	}
	if err := w.SetPanes(&excelize.Panes{Freeze: true, XSplit: 3, YSplit: 2, TopLeftCell: "D3", ActivePane: "bottomRight"}); err != nil {
		return err
	}
	b.jobs, b.job = w, 2
	if err := b.set(w, 1, names, sameStyle(b.styles.top)); err != nil {
		return err
	}
	return b.set(w, 2, asks, sameStyle(b.styles.look))
}

// candidate writes a candidate's row and the rows of the jobs.
func (b *sheetBook) candidate(r model.SheetRow) error {
	b.row++
	if b.row > mostSheetRows || b.jobs != nil && b.job+len(r.Jobs) > mostSheetRows {
		return &model.Error{Code: model.Invalid, Message: "There are more candidates or jobs than a workbook has rows: write the sheet as .csv."}
	}
	b.cells = ratingCells(b.columns, r, b.cells)
	if err := b.set(b.ratings, b.row, b.cells, b.style); err != nil {
		return fmt.Errorf("write the sheet: %w", err)
	}
	if b.jobs == nil {
		return nil
	}
	for n, words := range r.Jobs {
		b.job++
		cells := []string{r.Candidate.String(), neutralise(r.Reference), neutralise(r.Name), strconv.Itoa(n + 1), neutralise(words)}
		for _, k := range b.ticked {
			cells = append(cells, tick(r.Cells[k], n))
		}
		err := b.set(b.jobs, b.job, cells, func(i int) int {
			if i < 5 {
				return b.styles.look
			}
			return b.styles.fill
		})
		if err != nil {
			return fmt.Errorf("write the sheet: %w", err)
		}
	}
	return nil
}

// tick returns if a job counts, or "" while the member has not ticked any.
func tick(c model.SheetCell, job int) string {
	if !c.Ticked {
		return ""
	}
	for _, j := range c.Jobs {
		if j == job {
			return model.SheetJobCounts
		}
	}
	return model.SheetJobNot
}

// lists adds drop-down lists to the cells that are to be filled in.
func (b *sheetBook) lists() error {
	for i, c := range b.columns {
		if c.criterion < 0 || c.kind != model.SheetValue || b.row < 3 {
			continue
		}
		k := b.head.Criteria[c.criterion]
		var words []string
		for _, v := range append(k.Scale.Values(), model.CannotAssess) {
			words = append(words, vocab.Wire(v))
		}
		if err := b.list(ratingsSheet, i+1, b.row, append(words, model.SheetClear), k.Label, k.Text); err != nil {
			return err
		}
	}
	for i := range b.ticked {
		if b.job > 2 {
			if err := b.list(jobsSheet, 6+i, b.job, []string{model.SheetJobCounts, model.SheetJobNot}, "", ""); err != nil {
				return err
			}
		}
	}
	return nil
}

// list adds one list to a column. Another value gives a question, not an error, because the reader knows more forms.
func (b *sheetBook) list(sheet string, column, last int, words []string, title, text string) error {
	dv := excelize.NewDataValidation(true)
	letters := model.ColumnLetters(column)
	dv.SetSqref(fmt.Sprintf("%s3:%s%d", letters, letters, last))
	if err := dv.SetDropList(words); err != nil {
		return err
	}
	dv.SetError(excelize.DataValidationErrorStyleWarning, "Not one of the values", "Choose one of the list, or leave the cell empty.")
	if text != "" {
		dv.SetInput(title, shortInput(text))
	}
	return b.file.AddDataValidation(sheet, dv)
}

// shortInput shortens a text to what fits beside a chosen cell.
func shortInput(s string) string {
	if r := []rune(s); len(r) > 120 {
		return string(r[:119]) + "…"
	}
	return s
}

func (b *sheetBook) flushJobs() error {
	if b.jobs == nil {
		return nil
	}
	return b.jobs.Flush()
}
