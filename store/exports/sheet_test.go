package exports

// This file checks that a spreadsheet program cannot take texts in a form for anything else.

import (
	"bytes"
	"encoding/csv"
	"errors"
	"iter"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"shortlist/model"
)

// hostileSheet returns a form in which every text would be a formula.
func hostileSheet() (model.SheetHead, iter.Seq2[model.SheetRow, error]) {
	evil := "=HYPERLINK(\"http://x\";\"y\")"
	graded := model.GradedScale()
	graded.Points[0] = "+1"
	h := model.SheetHead{
		Vacancy: "00ff", Title: evil, Member: "M2", Name: "@Otto", Version: 1, Hash: "ab", Written: time.Unix(0, 0), Evidence: true,
		Criteria: []model.SheetCriterion{
			{ID: 1, Label: "E1", Text: "-1 year", Scale: model.FactsScale(), Finding: true, Jobs: true},
			{ID: 2, Label: "D1", Text: evil, Scale: graded},
		},
	}
	return h, func(yield func(model.SheetRow, error) bool) {
		yield(model.SheetRow{
			Candidate: 1, Reference: "-7", Name: evil, State: "draft", Jobs: []string{"+job", "=job"}, Was: "C001|#0",
			Cells: []model.SheetCell{{Finding: "@met", Value: model.Met, Reason: "＝wide", Ticked: true, Jobs: []int{1}}, {Value: "3", Reason: "-"}},
		}, nil)
	}
}

func formula(s string) bool {
	return s != "" && strings.ContainsAny(s[:1], "=+-@\t\r") || strings.HasPrefix(s, "＝")
}

func TestASheetHoldsNoFormula(t *testing.T) {
	t.Parallel()
	for _, f := range sheetFormats {
		h, rows := hostileSheet()
		var out bytes.Buffer
		if err := f.write(&out, h, rows); err != nil {
			t.Fatal(err)
		}
		cells := 0
		for _, row := range sheetCells(t, f.ext, out.Bytes()) {
			for _, c := range row {
				if cells++; formula(c) {
					t.Errorf("%s: the cell %q is a formula", f.ext, c)
				}
			}
		}
		if cells < 40 {
			t.Errorf("%s: only %d cells", f.ext, cells)
		}
	}
}

// sheetCells returns all rows of a form as another program reads them.
func sheetCells(t *testing.T, ext string, data []byte) (rows [][]string) {
	t.Helper()
	if ext == ".csv" {
		r := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(data, []byte("\ufeff"))))
		r.FieldsPerRecord = -1
		rows, err := r.ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		return rows
	}
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range f.GetSheetList() {
		got, err := f.GetRows(name)
		if err != nil {
			t.Fatal(err)
		}
		for r := range got {
			for c := range got[r] {
				at := model.ColumnLetters(c+1) + string(rune('1'+r))
				if x, err := f.GetCellFormula(name, at); err == nil && x != "" {
					t.Errorf("%s %s holds the formula %q", name, at, x)
				}
			}
		}
		rows = append(rows, got...)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	return rows
}

func TestAWorkbookGuidesTheOneWhoFillsItIn(t *testing.T) {
	t.Parallel()
	h, rows := hostileSheet()
	var out bytes.Buffer
	if err := writeSheetXLSX(&out, h, rows); err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(&out)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if got := strings.Join(f.GetSheetList(), ", "); got != "How to fill in, Ratings, Jobs" {
		t.Errorf("the sheets are %s", got)
	}
	lists, err := f.GetDataValidations("Ratings")
	if err != nil || len(lists) != 2 || !strings.HasPrefix(lists[0].Sqref, "F3") || lists[0].Formula1 != `"met,not met,unclear,cannot assess,clear"` || lists[1].Formula1 != `"0,1,2,3,4,cannot assess,clear"` {
		t.Errorf("the lists are %+v and more, %v", *lists[0], err)
	}
	panes, err := f.GetPanes("Ratings")
	if err != nil || !panes.Freeze || panes.XSplit != 3 || panes.YSplit != 2 {
		t.Errorf("%+v, %v", panes, err)
	}
	if visible, err := f.GetColVisible("Ratings", "L"); err != nil || visible {
		t.Errorf("what a row remembers is in view: %v", err)
	}
	ticks, err := f.GetRows("Jobs")
	if err != nil || len(ticks) != 4 || ticks[2][5] != "no" || ticks[3][5] != "x" {
		t.Errorf("%v, %v", ticks, err)
	}
}

func TestASheetOnAFullDiskIsTold(t *testing.T) {
	t.Parallel()
	full := errors.New("disk full")
	for _, f := range sheetFormats {
		h, rows := hostileSheet()
		if err := f.write(brokenWriter{full}, h, rows); !errors.Is(err, full) {
			t.Errorf("%s gives %v", f.ext, err)
		}
		lost := func(yield func(model.SheetRow, error) bool) { yield(model.SheetRow{}, full) }
		if err := f.write(&bytes.Buffer{}, h, lost); !errors.Is(err, full) {
			t.Errorf("%s gives %v for a row that is lost", f.ext, err)
		}
	}
}
