package docx

import (
	"archive/zip"
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"unicode/utf8"

	"shortlist/store/imports/text"
)

// seedFiles adds the documents of a kind to a fuzz corpus.
func seedFiles(f *testing.F, pattern string) {
	f.Helper()
	files, err := filepath.Glob(filepath.Join("../testdata/documents", pattern))
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

// textOrKnownError fails unless reading gave text or one of the errors that callers know.
func textOrKnownError(t *testing.T, words string, err error) {
	t.Helper()
	var other *OtherError
	known := []error{ErrNoArchive, ErrNoText, text.ErrBomb, text.ErrSlow, text.ErrDamaged}
	if err != nil && (words != "" || !errors.As(err, &other) && !slices.ContainsFunc(known, func(e error) bool { return errors.Is(err, e) })) {
		t.Errorf("neither text nor a known error: %q, %v", words, err)
	}
}

func FuzzReadDOCX(f *testing.F) {
	seedFiles(f, "*.docx")
	f.Fuzz(func(t *testing.T, data []byte) {
		words, err := Text(data)
		textOrKnownError(t, words, err)
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
		words, err := read(archive, text.NewClock(limit))
		if err == nil && !utf8.ValidString(words) {
			t.Errorf("text that is not clean: %q", words)
		}
	})
}
