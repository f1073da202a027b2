package imports

import (
	"archive/zip"
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"testing"
	"unicode/utf8"

	"shortlist/store/imports/text"
)

// seedFiles adds the documents of a kind to a fuzz corpus.
func seedFiles(f *testing.F, pattern string) {
	f.Helper()
	files, err := filepath.Glob(filepath.Join("testdata/documents", pattern))
	if err != nil || len(files) == 0 {
		f.Fatalf("no %s: %v", pattern, err)
	}
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
}

// refusedOrText fails unless reading gave clean text or a refusal.
func refusedOrText(t *testing.T, text string, err error) {
	t.Helper()
	var refused *RefusedError
	switch {
	case err != nil && (!errors.As(err, &refused) || text != "" || refused.Message == ""):
		t.Errorf("neither text nor a refusal: %q, %v", text, err)
	case !utf8.ValidString(text) || cleanText(text) != text:
		t.Errorf("text that is not clean: %q", text)
	}
}

func FuzzReadDOCX(f *testing.F) {
	seedFiles(f, "*.docx")
	f.Fuzz(func(t *testing.T, data []byte) {
		text, err := readDOCX("a.docx", data)
		refusedOrText(t, text, err)
	})
}

// FuzzWordParts fuzzes the parts of a Word document, which are compressed in the files of FuzzReadDOCX. It reads
// outside of the fence: nothing in here may ever panic but for the time.
func FuzzWordParts(f *testing.F) {
	f.Add(wordHead+listed("2", "1", "one")+"<w:tbl><w:tr><w:tc>"+para("two")+"</w:tc></w:tr></w:tbl></w:body></w:document>", wordStyles, wordNumbering)
	f.Add(wordHead+`<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:txbxContent>`+para("box")+`</w:txbxContent></w:r></w:p>`, "", "")
	f.Fuzz(func(t *testing.T, document, styles, numbering string) {
		data := zipOf(t, map[string]string{"word/document.xml": document, "word/styles.xml": styles, "word/numbering.xml": numbering})
		archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
		if err != nil {
			t.Fatal(err)
		}
		words, err := docxText(archive, text.NewClock(docxTime))
		if err == nil && !utf8.ValidString(words) {
			t.Errorf("text that is not clean: %q", words)
		}
	})
}
