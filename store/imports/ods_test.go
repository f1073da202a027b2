package imports

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"shortlist/model"
)

// This file reads OpenDocument spreadsheets. All people in them are invented.

// smallODS is a spreadsheet of one sheet whose rows are given as XML.
func smallODS(t testing.TB, rows string) string {
	t.Helper()
	data, err := templateODS()
	ok(t, err)
	return rewrite(t, string(data), "content.xml", func(s string) string {
		begin, end := strings.Index(s, "<table:table "), strings.LastIndex(s, "</table:table>")+len("</table:table>")
		return s[:begin] + `<table:table table:name="People">` + rows + "</table:table>" + s[end:]
	})
}

func odsRow(cells ...string) string {
	var b strings.Builder
	for _, c := range cells {
		fmt.Fprintf(&b, `<table:table-cell office:value-type="string"><text:p>%s</text:p></table:table-cell>`, c)
	}
	return "<table:table-row>" + b.String() + "</table:table-row>"
}

func TestAnODSTemplateReadsAsTheWorkbookDoes(t *testing.T) {
	t.Parallel()
	workbook, err := templateXLSX()
	ok(t, err)
	sheet, err := templateODS()
	ok(t, err)
	if diff := cmp.Diff(people(t, readCandidates(t, "c.xlsx", string(workbook))), people(t, readCandidates(t, "c.ods", string(sheet)))); diff != "" {
		t.Error(diff)
	}
}

func TestAnODSSheetIsReadAsItIsShown(t *testing.T) {
	t.Parallel()
	rows := readCandidates(t, "c.ods", smallODS(t,
		`<table:table-column table:number-columns-repeated="16384"/><table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>`+
			odsRow("reference", "name", "email", "job1_from", "job1_to", "job1_percent", "statement")+
			`<table:table-row><table:table-cell office:value-type="float" office:value="7"><text:p>7.00</text:p></table:table-cell>`+
			`<table:table-cell><office:annotation><text:p>a remark</text:p></office:annotation><text:p>Ima<text:s text:c="1"/><text:span>Ginary</text:span></text:p></table:table-cell><table:table-cell/>`+
			`<table:table-cell office:value-type="date" office:date-value="2019-03-01"><text:p>Mar 2019</text:p></table:table-cell>`+
			`<table:table-cell office:value-type="date" office:date-value="2020-06-30T00:00:00"><text:p>30/06/20</text:p></table:table-cell>`+
			`<table:table-cell office:value-type="percentage" office:value="0.8"><text:p>80%</text:p></table:table-cell>`+
			`<table:table-cell><text:p>one</text:p><text:p>two</text:p></table:table-cell></table:table-row>`+
			`<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>`))
	mustShow(t, rows)
	p := people(t, rows)
	if len(p) != 1 || p[0].Reference != "7" || p[0].Name != "Ima Ginary" || rows[0].Line != 4 || p[0].Facts.Statements[0].Text != "one\ntwo" {
		t.Fatalf("reads %+v", rows)
	}
	if j := p[0].Facts.Jobs[0]; j.From != day(2019, 3, 0) || j.To != day(2020, 6, 30) || j.Percent != 80 {
		t.Errorf("reads the job %+v", j)
	}
}

func TestHeadsOverColumnsOfAnODSSheet(t *testing.T) {
	t.Parallel()
	over := func(s string) string {
		return `<table:table-cell table:number-columns-spanned="2"><text:p>` + s + `</text:p></table:table-cell><table:covered-table-cell/>`
	}
	rows := readCandidates(t, "c.ods", smallODS(t, odsRow("Candidates for Keeper")+"<table:table-row>"+over("Candidate")+over("Job 1")+over("Job 2")+"</table:table-row>"+
		odsRow("reference", "name", "from", "to", "from", "to")+odsRow("A-1", "Ima Ginary", "2019-01", "2020-01", "2015-01", "2018-12")))
	mustShow(t, rows, `w c.ods row 3: What stands above the names of the columns is left out: "Candidates for Keeper".`)
	if p := people(t, rows); len(p) != 1 || len(p[0].Facts.Jobs) != 2 || p[0].Name != "Ima Ginary" {
		t.Errorf("reads %+v", p)
	}
}

func TestAHostileODSSheetIsRefused(t *testing.T) {
	t.Parallel()
	good := odsRow("reference", "name") + odsRow("A-1", "Ima Ginary")
	repeated := func(rows, columns string) string {
		return good + `<table:table-row table:number-rows-repeated="` + rows + `"><table:table-cell table:number-columns-repeated="` + columns + `"><text:p>x</text:p></table:table-cell></table:table-row>`
	}
	for _, c := range []struct{ rule, rows, want string }{
		{"a row that is never closed", strings.Replace(good, "</table:table-row>", "", 1), "a row or a cell in it begins and never ends"},
		{"a cell that is never closed", strings.Replace(good, "</table:table-cell>", "", 1), "a row or a cell in it begins and never ends"},
		{"rows beyond all measure", repeated("1000000", "1"), "unpacks to far more"},
		{"columns beyond all measure", repeated("1", "1000000000"), "unpacks to far more"},
		{"a number beyond all numbers", repeated("99999999999999999999", "1"), "unpacks to far more"},
		{"rows times columns", repeated("9999", "16000"), "unpacks to far more"},
		{"many times", good + strings.Repeat(repeated("9000", "100")[len(good):], 9), "unpacks to far more"},
		{"a text without an end", odsRow("reference", "name") + odsRow(strings.Repeat("x", 3<<20)), "unpacks to far more"},
	} {
		in, err := ReadCandidates("c.ods", []byte(smallODS(t, c.rows)))
		found := err != nil && strings.Contains(err.Error(), c.want)
		if err == nil {
			for r := range in.Rows {
				found = found || slices.ContainsFunc(r.Problems, func(p model.Problem) bool { return !p.Warning && strings.Contains(p.Message, c.want) })
			}
		}
		if !found {
			t.Errorf("%s: %v", c.rule, err)
		}
	}
	data, err := templateODS()
	ok(t, err)
	locked := rewrite(t, string(data), "META-INF/manifest.xml", func(s string) string {
		return strings.Replace(s, "</manifest:manifest>", "<manifest:encryption-data/></manifest:manifest>", 1)
	})
	_, err = ReadCandidates("c.ods", []byte(locked))
	if err == nil || !strings.Contains(err.Error(), "is protected by a password") {
		t.Errorf("a locked file: %v", err)
	}
}

func FuzzODS(f *testing.F) {
	data, err := templateODS()
	ok(f, err)
	f.Add(data)
	f.Add([]byte(smallODS(f, odsRow("reference", "name")+odsRow("A-1", "Ima Ginary"))))
	f.Fuzz(func(_ *testing.T, data []byte) {
		in, err := ReadCandidates("c.ods", data)
		if err != nil {
			return
		}
		for range in.Rows { // reading to the end is the test
		}
	})
}

// FuzzODSContent throws XML at the reader of sheets.
func FuzzODSContent(f *testing.F) {
	f.Add(odsRow("reference", "name") + odsRow("A-1", "Ima Ginary"))
	f.Add(`<table:table-row table:number-rows-repeated="3"><table:table-cell table:number-columns-repeated="9"><text:p>x</text:p></table:table-cell></table:table-row>`)
	f.Add(`<table:table-row><table:table-cell table:number-columns-spanned="2" office:value-type="date" office:date-value="2019-03-01"><text:p>a<text:s text:c="9"/></text:p></table:table-cell><table:covered-table-cell/></table:table-row>`)
	f.Fuzz(func(t *testing.T, rows string) {
		in, err := ReadCandidates("c.ods", []byte(smallODS(t, rows)))
		if err != nil {
			return
		}
		for range in.Rows { // reading to the end is the test
		}
	})
}
