package imports

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"iter"

	"shortlist/model"
)

// This file reads candidates from an OpenDocument spreadsheet with the code for workbooks. The reader of such files is in
// package ods.

func readODS(src *intakeSource) (iter.Seq[model.IntakeRow], error) { return src.readBook(openODS) }

func columnsODS(src *intakeSource) ([]string, [][]string, error) { return src.sheetColumns(openODS) }

// templateODS writes the sheets of the template, all cells as text.
func templateODS() ([]byte, error) {
	const office = "urn:oasis:names:tc:opendocument:xmlns:"
	const kind = "application/vnd.oasis.opendocument.spreadsheet"
	var body, out bytes.Buffer
	fmt.Fprintf(&body, `%s<office:document-content xmlns:office="%soffice:1.0" xmlns:table="%stable:1.0" xmlns:text="%stext:1.0" office:version="1.3"><office:body><office:spreadsheet>`, xmlHead, office, office, office)
	for _, s := range templateSheets {
		fmt.Fprintf(&body, `<table:table table:name="%s">`, s.name)
		for _, row := range s.rows {
			body.WriteString("<table:table-row>")
			for _, cell := range row {
				body.WriteString(`<table:table-cell office:value-type="string"><text:p>`)
				_ = xml.EscapeText(&body, []byte(cell)) // writing to a buffer never fails
				body.WriteString("</text:p></table:table-cell>")
			}
			body.WriteString("</table:table-row>")
		}
		body.WriteString("</table:table>")
	}
	body.WriteString("</office:spreadsheet></office:body></office:document-content>")
	manifest := fmt.Sprintf(`%s<manifest:manifest xmlns:manifest="%smanifest:1.0" manifest:version="1.3"><manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="%s"/>`+
		`<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>`, xmlHead, office, kind)
	z := zip.NewWriter(&out)
	for i, p := range [][2]string{{"mimetype", kind}, {"META-INF/manifest.xml", manifest}, {"content.xml", body.String()}} {
		method := zip.Deflate
		if i == 0 {
			method = zip.Store // so that the kind is found by the first bytes
		}
		w, err := z.CreateHeader(&zip.FileHeader{Name: p[0], Method: method})
		if err == nil {
			_, err = io.WriteString(w, p[1])
		}
		if err != nil {
			return nil, err
		}
	}
	if err := z.Close(); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}
