package imports

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"slices"

	"shortlist/model"
)

// This file writes the template as a workbook: a sheet for the people and one for each table.

type templateSheet struct {
	name string
	rows [][]string
}

var templateSheets = slices.Concat([]templateSheet{
	{"People", [][]string{
		{"reference", "name", "email", "birth_year", "gender", "nationalities"},
		{"EXAMPLE-001", "Ima Gináry (example, delete her rows in every sheet)", "ima.ginary@example.org", "", "", "BEL;FRA"},
	}},
	{"Education", [][]string{
		{"reference", "level", "field", "institution", "country", "conferred"},
		{"EXAMPLE-001", "bachelor", "Mathematics", "Example University", "BEL", "2012-06"},
		{"EXAMPLE-001", "master", "Public Administration", "Example University", "BEL", "2014-06-30"},
	}},
	{"Jobs", [][]string{
		{"reference", "from", "to", "title", "employer", "percent", "kind", "paid", "text"},
		{"EXAMPLE-001", "2019-03-01", "", "Imaginary Budget Officer", "Ministry of Examples", "100", "employment", "yes", "A job without an end still runs."},
		{"EXAMPLE-001", "2014-09", "2019-02", "Invented Analyst", "Nowhere & Sons, Ltd", "80", "employment", "yes", ""},
	}},
	{"Languages", [][]string{
		{"reference", "language", "scale", "level"},
		{"EXAMPLE-001", "en", "nato", "V"},
		{"EXAMPLE-001", "fr", "nato", "III"},
	}},
	{"Clearances", [][]string{
		{"reference", "level", "issuer", "valid_until", "status"},
		{"EXAMPLE-001", "NS", "BEL", "2031-01-31", "held"},
	}},
}, credentialSheets(), []templateSheet{
	{"Statements", [][]string{
		{"reference", "heading", "text"},
		{"EXAMPLE-001", "Motivation", "This candidate does not exist. Everything but the reference may be left empty; what is empty is unknown. Dates are 2019-03-01 or 2019-03."},
	}},
})

const xmlHead = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"

// templateXLSX writes all cells as text, so that no program turns a reference or a month into something else.
func templateXLSX() ([]byte, error) {
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	part := func(name, content string) error {
		w, err := z.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate})
		if err == nil {
			_, err = w.Write([]byte(xmlHead + content))
		}
		return err
	}
	types := `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
		`<Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>` +
		`<Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>`
	rels := `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`
	const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	book := `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="` + office + `"><sheets>`
	inside := rels
	for i, s := range templateSheets {
		n := i + 1
		types += fmt.Sprintf(`<Override PartName="/xl/worksheets/sheet%d.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`, n)
		inside += fmt.Sprintf(`<Relationship Id="rId%d" Type="%s/worksheet" Target="worksheets/sheet%d.xml"/>`, n, office, n)
		book += fmt.Sprintf(`<sheet name="%s" sheetId="%d" r:id="rId%d"/>`, s.name, n, n)
		if err := part(fmt.Sprintf("xl/worksheets/sheet%d.xml", n), sheetXML(s.rows)); err != nil {
			return nil, err
		}
	}
	inside += fmt.Sprintf(`<Relationship Id="rId%d" Type="%s/styles" Target="styles.xml"/></Relationships>`, len(templateSheets)+1, office)
	for _, p := range [][2]string{
		{"[Content_Types].xml", types + "</Types>"},
		{"_rels/.rels", rels + `<Relationship Id="rId1" Type="` + office + `/officeDocument" Target="xl/workbook.xml"/></Relationships>`},
		{"xl/workbook.xml", book + "</sheets></workbook>"},
		{"xl/_rels/workbook.xml.rels", inside},
		{"xl/styles.xml", templateStyles},
	} {
		if err := part(p[0], p[1]); err != nil {
			return nil, err
		}
	}
	if err := z.Close(); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

// templateStyles are two formats for text: the second one, for the names, is bold.
const templateStyles = `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>` +
	`<font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>` +
	`<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>` +
	`<cellXfs count="2"><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>` +
	`<xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/></cellXfs></styleSheet>`

func sheetXML(rows [][]string) string {
	var b bytes.Buffer
	fmt.Fprintf(&b, `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews><sheetView workbookViewId="0">`+
		`<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols><col min="1" max="%d" width="22" style="0" customWidth="1"/></cols><sheetData>`, len(rows[0]))
	for r, row := range rows {
		fmt.Fprintf(&b, `<row r="%d">`, r+1)
		for c, text := range row {
			if text == "" {
				continue
			}
			style := 0
			if r == 0 {
				style = 1
			}
			fmt.Fprintf(&b, `<c r="%s%d" s="%d" t="inlineStr"><is><t xml:space="preserve">`, model.ColumnLetters(c+1), r+1, style)
			_ = xml.EscapeText(&b, []byte(text)) // writing to a buffer never fails
			b.WriteString(`</t></is></c>`)
		}
		b.WriteString(`</row>`)
	}
	b.WriteString(`</sheetData></worksheet>`)
	return b.String()
}
