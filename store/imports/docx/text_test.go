package docx

import (
	"archive/zip"
	"bytes"
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"shortlist/store/imports/opc"
	"shortlist/store/imports/text"
)

const wordHead = `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" ` +
	`xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><w:body>`

// wordFile is a document with a body and, if not empty, styles and lists.
func wordFile(t testing.TB, body, styles, numbering string) []byte {
	t.Helper()
	parts := map[string]string{"word/document.xml": wordHead + body + "</w:body></w:document>"}
	if styles != "" {
		parts["word/styles.xml"] = `<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">` + styles + `</w:styles>`
	}
	if numbering != "" {
		parts["word/numbering.xml"] = `<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">` + numbering + `</w:numbering>`
	}
	return zipOf(t, parts)
}

func zipOf(t testing.TB, parts map[string]string) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, name := range []string{"[Content_Types].xml", "_rels/.rels", "word/document.xml", "word/document2.xml", "word/_rels/document2.xml.rels", "word/styles.xml", "word/formats.xml", "word/numbering.xml", "xl/workbook.xml", "../../escape.xml", "content.xml", "readme"} {
		if text, ok := parts[name]; ok {
			f, err := w.Create(name)
			if err != nil {
				t.Fatal(err)
			}
			if _, err := f.Write([]byte(text)); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func para(text string) string { return "<w:p><w:r><w:t>" + text + "</w:t></w:r></w:p>" }

func listed(id, level, text string) string {
	return `<w:p><w:pPr><w:numPr><w:ilvl w:val="` + level + `"/><w:numId w:val="` + id + `"/></w:numPr></w:pPr><w:r><w:t>` + text + `</w:t></w:r></w:p>`
}

const (
	wordStyles = `<w:style w:styleId="berschrift2"><w:name w:val="heading 2"/></w:style>` +
		`<w:style w:styleId="Abschnitt"><w:name w:val="Abschnitt"/><w:basedOn w:val="berschrift2"/></w:style>` +
		`<w:style w:styleId="Aufz"><w:name w:val="List Bullet"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>` +
		`<w:style w:styleId="Verz"><w:name w:val="toc 1"/></w:style>` +
		`<w:style w:styleId="Stark"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>`
	wordNumbering = `<w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="&#xF0B7;"/></w:lvl></w:abstractNum>` +
		`<w:abstractNum w:abstractNumId="8"><w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>` +
		`<w:lvl w:ilvl="1"><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="(%2)"/></w:lvl></w:abstractNum>` +
		`<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num>`
)

func TestWordDocumentIsReadAsItLooks(t *testing.T) {
	t.Parallel()
	for rule, c := range map[string]struct{ body, want string }{
		"a heading is known by the English name of its style":   {`<w:p><w:pPr><w:pStyle w:val="berschrift2"/></w:pPr><w:r><w:t>Profil</w:t></w:r></w:p>`, "## Profil\n"},
		"a style takes its heading from the one it is based on": {`<w:p><w:pPr><w:pStyle w:val="Abschnitt"/></w:pPr><w:r><w:t>Profil</w:t></w:r></w:p>`, "## Profil\n"},
		"a paragraph all in bold is a heading to the eye":       {`<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>ESSENTIAL</w:t></w:r></w:p>`, "**ESSENTIAL**\n"},
		"bold by a character style counts":                      {`<w:p><w:r><w:rPr><w:rStyle w:val="Stark"/></w:rPr><w:t>ESSENTIAL</w:t></w:r></w:p>`, "**ESSENTIAL**\n"},
		"bold that is switched off is none":                     {`<w:p><w:r><w:rPr><w:b w:val="0"/></w:rPr><w:t>words</w:t></w:r></w:p>`, "words\n"},
		"a bulleted list has dashes":                            {listed("1", "0", "one;") + listed("1", "1", "two;"), "- one;\n  - two;\n"},
		"a list may come from the style":                        {`<w:p><w:pPr><w:pStyle w:val="Aufz"/></w:pPr><w:r><w:t>one</w:t></w:r></w:p>`, "- one\n"},
		"a paragraph can leave the list of its style":           {`<w:p><w:pPr><w:pStyle w:val="Aufz"/><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr><w:r><w:t>one</w:t></w:r></w:p>`, "one\n"},
		"a numbered list counts as it says": {
			listed("2", "0", "one") + listed("2", "1", "under") + listed("2", "1", "under too") + listed("2", "0", "two") + listed("2", "1", "anew"),
			"3. one\n  (a) under\n  (b) under too\n4. two\n  (a) anew\n",
		},
		"words that were deleted are not read, inserted ones are": {
			`<w:p><w:r><w:t xml:space="preserve">at least </w:t></w:r><w:del><w:r><w:delText>three</w:delText></w:r></w:del><w:ins><w:r><w:t>five</w:t></w:r></w:ins><w:moveFrom><w:r><w:t>six</w:t></w:r></w:moveFrom><w:r><w:t xml:space="preserve"> years</w:t></w:r></w:p>`,
			"at least five years\n",
		},
		"a deleted end of paragraph joins two": {
			`<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr><w:r><w:t xml:space="preserve">have at least </w:t></w:r></w:p>` + para("five years"), "have at least five years\n",
		},
		"hidden words are not read":                            {`<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r><w:r><w:t>seen</w:t></w:r></w:p>`, "seen\n"},
		"a tab in a run is a tab, a tab stop is none":          {`<w:p><w:pPr><w:tabs><w:tab w:val="left" w:pos="720"/></w:tabs></w:pPr><w:r><w:t>Grade</w:t><w:tab/><w:t>G15</w:t></w:r></w:p>`, "Grade\tG15\n"},
		"a line break parts lines, an entry's stays below it":  {`<w:p><w:r><w:t>one</w:t><w:br/><w:t>two</w:t></w:r></w:p>` + `<w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>a</w:t><w:br/><w:t>b</w:t></w:r></w:p>`, "one\ntwo\n\n- a\n  b\n"},
		"the words of a link are read, its field code is not":  {`<w:p><w:r><w:fldChar/></w:r><w:r><w:instrText>HYPERLINK "x"</w:instrText></w:r><w:hyperlink><w:r><w:t>apply</w:t></w:r></w:hyperlink></w:p>`, "apply\n"},
		"a letter of a symbol font is a bullet":                {`<w:p><w:r><w:sym w:font="Wingdings" w:char="F0A7"/><w:t xml:space="preserve"> one</w:t></w:r></w:p>`, "• one\n"},
		"a hyphen that does not break is one, a soft one none": {`<w:p><w:r><w:t>civil</w:t><w:noBreakHyphen/><w:t>mili` + "\u00ad" + `tary</w:t><w:softHyphen/></w:r></w:p>`, "civil-military\n"},
		"one of two forms of the same box is read, after its paragraph": {
			`<w:p><w:r><w:t xml:space="preserve">before </w:t><mc:AlternateContent><mc:Choice><wps:txbx><w:txbxContent>` + para("boxed") + `</w:txbxContent></wps:txbx></mc:Choice><mc:Fallback><w:txbxContent>` + para("boxed") + `</w:txbxContent></mc:Fallback></mc:AlternateContent><w:t>after</w:t></w:r></w:p>`,
			"before after\n\nboxed\n",
		},
		"a table of contents is not read": {`<w:p><w:pPr><w:pStyle w:val="Verz"/></w:pPr><w:r><w:t>Summary 1</w:t></w:r></w:p>` + para("words"), "words\n"},
		"a row of short cells is a line": {
			`<w:tbl><w:tr><w:tc>` + para("Grade") + `</w:tc><w:tc>` + para("G15") + `</w:tc></w:tr><w:tr><w:tc>` + para("Place") + `</w:tc><w:tc><w:p/></w:tc><w:tc>` + para("Ghent") + `</w:tc></w:tr></w:tbl>`, "Grade | G15\nPlace | Ghent\n",
		},
		"a table for looks is taken apart": {
			`<w:tbl><w:tr><w:tc>` + para("Essential") + `</w:tc><w:tc>` + listed("1", "0", "one") + listed("1", "0", "two") + `</w:tc></w:tr></w:tbl>`, "Essential\n\n- one\n- two\n",
		},
		"a deleted row is not read": {`<w:tbl><w:tr><w:trPr><w:del w:id="1"/></w:trPr><w:tc>` + para("gone") + `</w:tc></w:tr><w:tr><w:tc>` + para("there") + `</w:tc></w:tr></w:tbl>`, "there\n"},
	} {
		t.Run(rule, func(t *testing.T) {
			t.Parallel()
			got, err := Text(wordFile(t, c.body, wordStyles, wordNumbering))
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(c.want, strings.TrimRight(got, "\n")+"\n"); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestTheMainPartOfAWordDocumentIsFoundByItsRelations(t *testing.T) {
	t.Parallel()
	data := zipOf(t, map[string]string{
		"_rels/.rels":                   `<Relationships><Relationship Type="x/officeDocument" Target="/word/document2.xml"/></Relationships>`,
		"word/document2.xml":            wordHead + `<w:p><w:pPr><w:pStyle w:val="berschrift2"/></w:pPr><w:r><w:t>Profil</w:t></w:r></w:p></w:body></w:document>`,
		"word/_rels/document2.xml.rels": `<Relationships><Relationship Type="x/styles" Target="formats.xml"/><Relationship Type="x/numbering" TargetMode="External" Target="http://example.org/n"/></Relationships>`,
		"word/formats.xml":              `<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">` + wordStyles + `</w:styles>`,
	})
	got, err := Text(data)
	if err != nil || got != "## Profil\n" {
		t.Errorf("%q, %v", got, err)
	}
}

func TestAHarmfulArchiveIsRefused(t *testing.T) {
	t.Parallel()
	many := &bytes.Buffer{}
	w := zip.NewWriter(many)
	for range maxFiles + 1 {
		if _, err := w.Create("word/x"); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	for rule, c := range map[string]struct {
		data []byte
		want error
	}{
		"a bomb":                     {wordFile(t, para(strings.Repeat(" ", opc.MaxPart+1)), "", ""), text.ErrBomb},
		"a bomb in the styles":       {wordFile(t, para("x"), strings.Repeat(" ", opc.MaxPart+1), ""), text.ErrBomb},
		"elements without end":       {wordFile(t, strings.Repeat("<w:sdt>", 500_000), "", ""), text.ErrDamaged},
		"an entity of its own":       {zipOf(t, map[string]string{"word/document.xml": `<!DOCTYPE d [<!ENTITY e SYSTEM "file:///etc/passwd">]>` + wordHead + para("&e;") + `</w:body></w:document>`}), text.ErrDamaged},
		"very many files":            {many.Bytes(), &OtherError{"an archive of very many files"}},
		"a spreadsheet":              {zipOf(t, map[string]string{"xl/workbook.xml": "<x/>"}), &OtherError{"a spreadsheet"}},
		"an OpenDocument file":       {zipOf(t, map[string]string{"content.xml": "<x/>"}), &OtherError{"an OpenDocument file"}},
		"an archive":                 {zipOf(t, map[string]string{"readme": "x"}), &OtherError{"an archive"}},
		"a document without words":   {wordFile(t, "<w:p/>", "", ""), ErrNoText},
		"a document that ends early": {zipOf(t, map[string]string{"word/document.xml": wordHead + "<w:p>"}), text.ErrDamaged},
	} {
		t.Run(rule, func(t *testing.T) {
			t.Parallel()
			began := time.Now()
			words, err := Text(c.data)
			if words != "" || !errors.Is(err, c.want) {
				t.Errorf("%.80q, %v; want %v", words, err, c.want)
			}
			if took := time.Since(began); took > limit {
				t.Errorf("took %s", took)
			}
		})
	}
}

func TestNamesInAnArchiveLeadNowhere(t *testing.T) {
	t.Parallel()
	got, err := Text(zipOf(t, map[string]string{"../../escape.xml": "x", "word/document.xml": wordHead + para("words") + "</w:body></w:document>"}))
	if err != nil || got != "words\n" {
		t.Errorf("%q, %v", got, err)
	}
}
