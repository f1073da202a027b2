package opc

import (
	"archive/zip"
	"bytes"
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"shortlist/store/imports/text"
)

func archiveOf(t *testing.T, parts ...string) *zip.Reader {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for i := 0; i+1 < len(parts); i += 2 {
		f, err := w.Create(parts[i])
		if err == nil {
			_, err = f.Write([]byte(parts[i+1]))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	r, err := zip.NewReader(bytes.NewReader(b.Bytes()), int64(b.Len()))
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestPartsAreOpenedWithinBounds(t *testing.T) {
	t.Parallel()
	a := archiveOf(t, "/Word/Document.xml", "words", "bomb", strings.Repeat(" ", MaxPart+1))
	if data, err := Open(a, "word/document.xml"); err != nil || string(data) != "words" {
		t.Errorf("%q, %v", data, err)
	}
	if _, err := Open(a, "bomb"); !errors.Is(err, text.ErrBomb) {
		t.Errorf("%v, want %v", err, text.ErrBomb)
	}
	if _, err := Open(a, "missing"); !errors.Is(err, ErrNoPart) {
		t.Errorf("%v, want %v", err, ErrNoPart)
	}
}

func TestRelationsStayInsideTheArchive(t *testing.T) {
	t.Parallel()
	a := archiveOf(t, "word/_rels/document.xml.rels", `<Relationships><Relationship Type="x/styles" Target="formats.xml"/>`+
		`<Relationship Type="x/theme" Target="/theme/one.xml"/><Relationship Type="x/link" TargetMode="External" Target="http://example.org/"/></Relationships>`)
	want := map[string]string{"styles": "word/formats.xml", "theme": "theme/one.xml"}
	if diff := cmp.Diff(want, Relations(a, "word/document.xml")); diff != "" {
		t.Errorf("relations (-want +got):\n%s", diff)
	}
}
