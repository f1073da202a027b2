package pdf

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"shortlist/store/imports/text"
)

// textOrKnownError fails unless reading gave text or one of the errors that callers know.
func textOrKnownError(t *testing.T, words string, err error) {
	t.Helper()
	known := []error{ErrLocked, ErrNoText, ErrPages, ErrLetters, text.ErrBomb, text.ErrSlow, text.ErrDamaged}
	if err != nil && (words != "" || !slices.ContainsFunc(known, func(e error) bool { return errors.Is(err, e) })) {
		t.Errorf("neither text nor a known error: %q, %v", words, err)
	}
}

func FuzzReadPDF(f *testing.F) {
	files, err := filepath.Glob("../testdata/documents/*.pdf")
	if err != nil || len(files) == 0 {
		f.Fatalf("no documents: %v", err)
	}
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	f.Add(smallFile("BT /F1 12 Tf 72 700 Td (possess a university degree) Tj ET"))
	f.Fuzz(func(t *testing.T, data []byte) {
		began := time.Now()
		words, err := Text(data)
		if took := time.Since(began); took > limit+2*time.Second {
			t.Errorf("took %s", took)
		}
		textOrKnownError(t, words, err)
	})
}

// FuzzDrawPDF fuzzes what a page draws, which is compressed in the files of FuzzReadPDF and hardly reached there.
func FuzzDrawPDF(f *testing.F) {
	f.Add([]byte("q 1 0 0 1 72 700 cm BT /F1 12 Tf (a) Tj [(b) -300 (c)] TJ T* (d) ' 1 2 (e) \" ET Q"))
	f.Add([]byte("/Span <</ActualText <FEFF0041>>> BDC BT /F1 9 Tf (x) Tj ET EMC BI /W 1 ID \x00\xff EI 0 0 3 3 re f /X Do"))
	f.Fuzz(func(t *testing.T, content []byte) {
		words, err := Text(smallFile(string(content)))
		textOrKnownError(t, words, err)
	})
}
