package imports

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"strings"
	"testing"
)

// This file reads workbooks that no program would write. Those of programs are in xlsxtest.

func ok(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// smallBook is a workbook of one sheet whose rows are given as XML.
func smallBook(t testing.TB, rows string) string {
	t.Helper()
	data, err := templateXLSX()
	ok(t, err)
	for i := range templateSheets {
		content := "<worksheet/>"
		if i == 0 {
			content = "<worksheet><sheetData>" + rows + "</sheetData></worksheet>"
		}
		data = []byte(rewrite(t, string(data), "xl/worksheets/sheet"+string(rune('1'+i))+".xml", func(string) string { return content }))
	}
	return string(data)
}

const twoRowsXML = `<row r="1"><c r="A1" t="str"><v>reference</v></c><c r="B1" t="str"><v>name</v></c></row><row r="2"><c r="A2" t="str"><v>A-1</v></c><c r="B2" t="str"><v>Ann</v></c></row>`

func TestAWorkbookCellThatCannotBeReadIsAProblem(t *testing.T) {
	t.Parallel()
	rows := readCandidates(t, "c.xlsx", smallBook(t, `<row><c t="str"><v>reference</v></c><c t="str"><v>name</v></c><c t="str"><v>en</v></c></row>`+
		`<row r="3"><c t="str"><v>A-1</v></c><c r="B3"><f>UPPER("x")</f></c><c t="str"><v>X</v></c></row>`+
		`<row><c t="str"><f>"A-"&amp;2</f><v>A-2</v></c><c t="str"><f>""</f><v></v></c><c r="AB4" t="e"><v>#REF!</v></c></row>`))
	mustShow(t, rows,
		`c.xlsx [People] B3 (name): The cell holds a formula without a stored result`, `c.xlsx [People] C3 (en): "X" is a level of no known scale`,
		`c.xlsx [People] AB4: The cell holds the error "#REF!"`)
	if rows[1].Person.Reference != "A-2" {
		t.Errorf("the stored result of a formula is not read: %+v", rows[1].Person)
	}
}

// rewrite changes a part of an archive.
func rewrite(t testing.TB, data, part string, change func(string) string) string {
	t.Helper()
	in, err := zip.NewReader(strings.NewReader(data), int64(len(data)))
	ok(t, err)
	var b bytes.Buffer
	out := zip.NewWriter(&b)
	found := false
	for _, f := range in.File {
		r, err := f.Open()
		ok(t, err)
		content, err := io.ReadAll(r)
		ok(t, err)
		w, err := out.CreateHeader(&zip.FileHeader{Name: f.Name, Method: f.Method})
		ok(t, err)
		text := string(content)
		if f.Name == part {
			text, found = change(text), true
		}
		_, err = io.WriteString(w, text)
		ok(t, err)
	}
	if !found {
		w, err := out.Create(part)
		ok(t, err)
		_, err = io.WriteString(w, change(""))
		ok(t, err)
	}
	ok(t, out.Close())
	return b.String()
}

func TestAHostileWorkbookIsRefused(t *testing.T) {
	t.Parallel()
	good := smallBook(t, twoRowsXML)
	for _, c := range []struct{ rule, part, put, says string }{
		{"an entity", "xl/worksheets/sheet1.xml", `<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><worksheet><sheetData><row><c t="str"><v>&e;</v></c></row></sheetData></worksheet>`, "document type"},
		{"text without end", "xl/worksheets/sheet1.xml", "<worksheet><sheetData><row><c t=\"str\"><v>" + strings.Repeat("a", 3<<20), "damaged"},
		{"a tag without end", "xl/worksheets/sheet1.xml", "<worksheet " + strings.Repeat("a", 3<<20), "damaged"},
		{"a column beyond all", "xl/worksheets/sheet1.xml", `<worksheet><sheetData><row><c r="ZZZZZ1"><v>1</v></c></row></sheetData></worksheet>`, "damaged"},
		{"a text that is not there", "xl/worksheets/sheet1.xml", `<worksheet><sheetData><row><c t="s"><v>99</v></c></row></sheetData></worksheet>`, "damaged"},
		{"a bomb", "xl/worksheets/sheet1.xml", "<worksheet>" + strings.Repeat("<x></x>", 10<<20) + "</worksheet>", "unpacks"},
		{"no sheet with anything", "xl/worksheets/sheet1.xml", `<worksheet/>`, "holds no sheet of candidates"},
		{"no workbook", "xl/workbook.xml", `<document/>`, "no workbook"},
	} {
		t.Run(c.rule, func(t *testing.T) {
			t.Parallel()
			data := rewrite(t, good, c.part, func(string) string { return c.put })
			_, err := ReadCandidates("c.xlsx", []byte(data))
			mustRefuse(t, err, "c.xlsx", c.says)
		})
	}
	macros := rewrite(t, good, "xl/_rels/workbook.xml.rels", func(s string) string {
		return strings.Replace(s, "</Relationships>", `<Relationship Id="m" Type="x/vbaProject" Target="vbaProject.bin"/><Relationship Id="e" Type="x/externalLink" TargetMode="External" Target="http://127.0.0.1:1/"/></Relationships>`, 1)
	})
	rows := readCandidates(t, "c.xlsm", macros)
	mustShow(t, rows, "w c.xlsm row 1: The file holds macros. They were not run")
	if people(t, rows)[0].Name != "Ann" {
		t.Error("a file with macros does not read")
	}
}

func FuzzXLSX(f *testing.F) {
	template, err := templateXLSX()
	ok(f, err)
	f.Add(template)
	f.Add([]byte(smallBook(f, twoRowsXML)))
	f.Fuzz(func(t *testing.T, data []byte) {
		if isArchive(data) {
			mustStayCalm(t, "f.xlsx", data)
		}
	})
}

// FuzzSheet changes the XML of a sheet, which bytes of an archive rarely reach.
func FuzzSheet(f *testing.F) {
	f.Add(`<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>reference</t></is></c><c r="B1" t="str"><v>job1_from</v></c></row><row r="2"><c r="A2"><v>1</v></c><c r="B2" s="1"><f>A1</f><v>43000</v></c></row></sheetData><mergeCells><mergeCell ref="A1:B1"/></mergeCells></worksheet>`)
	f.Add(`<!-- x --><x:worksheet><x:sheetData><x:row><x:c t="b"><x:v>1</x:v></x:c><![CDATA[<a>]]></x:row></x:sheetData></x:worksheet>`)
	good := smallBook(f, twoRowsXML)
	f.Fuzz(func(t *testing.T, xml string) {
		mustStayCalm(t, "f.xlsx", []byte(rewrite(t, good, "xl/worksheets/sheet1.xml", func(string) string { return xml })))
	})
}

// A row that is never closed would take the rows after it into itself, so all but one candidate were lost unsaid.
func TestASheetWhoseTagsNeverCloseIsRefused(t *testing.T) {
	t.Parallel()
	many := twoRowsXML
	for i := 3; i < 40; i++ {
		many += fmt.Sprintf(`<row r="%d"><c t="str"><v>A-%d</v></c><c t="str"><v>Ann</v></c></row>`, i, i)
	}
	for name, rows := range map[string]string{
		"a row in the beginning":  strings.Replace(twoRowsXML, "</row>", "", 1),
		"every row":               strings.ReplaceAll(many, "</row>", ""),
		"a cell in the beginning": strings.Replace(twoRowsXML, "</c>", "", 1),
		"a row far below":         strings.TrimSuffix(many, "</row>") + `<row><c t="str"><v>A-99</v></c></row>`,
		"another one is closed":   strings.Replace(twoRowsXML, "</row>", "</line>", 1),
		"a value far below":       strings.TrimSuffix(many, "</v></c></row>"),
	} {
		in, err := ReadCandidates("c.xlsx", []byte(smallBook(t, rows)))
		said := ""
		if err != nil {
			said = err.Error()
		} else {
			for r := range in.Rows {
				for _, p := range r.Problems {
					if !p.Warning {
						said += p.Message
					}
				}
			}
		}
		if !strings.Contains(said, "a row or a cell in it begins and never ends") {
			t.Errorf("%s: %q", name, said)
		}
	}
}
