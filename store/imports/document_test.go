package imports

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"shortlist/model/posting"
)

// understood is what a posting reads to, apart from the places where it stands in the text.
type understood struct {
	Title, Organisation, Requisition, Location, Grade, Closing string

	FastTrack    bool
	Reports      *int
	Criteria     []posting.Criterion
	Competencies []posting.Competency
	Conditions   []posting.Condition
	Warnings     []string
}

func understand(d posting.Draft) understood {
	u := understood{
		Title: d.Title, Organisation: d.Organisation, Requisition: d.Requisition, Location: d.Location, Grade: d.Grade, Closing: d.ClosingWords,
		FastTrack: d.FastTrack, Reports: d.DirectReports, Competencies: d.Competencies,
	}
	for _, c := range d.Criteria {
		c.Lines = posting.Lines{}
		u.Criteria = append(u.Criteria, c)
	}
	for i := range u.Competencies {
		u.Competencies[i].Lines = posting.Lines{}
	}
	for _, c := range d.Eligibility {
		c.Lines = posting.Lines{}
		u.Conditions = append(u.Conditions, c)
	}
	for _, w := range d.Warnings {
		u.Warnings = append(u.Warnings, w.Message())
	}
	return u
}

func TestEveryDocumentOfAPostingReadsToTheSameDraftAsItsText(t *testing.T) {
	t.Parallel()
	texts, err := filepath.Glob("testdata/documents/*.txt")
	if err != nil || len(texts) == 0 {
		t.Fatalf("no texts: %v", err)
	}
	for _, text := range texts {
		want, err := OpenPosting(text)
		if err != nil {
			t.Fatal(err)
		}
		if len(want.Draft.Criteria) < 8 {
			t.Fatalf("%s has only %d criteria", text, len(want.Draft.Criteria))
		}
		stem := strings.TrimSuffix(text, ".txt")
		for suffix, format := range map[string]string{
			".pandoc.docx": "docx", ".office.docx": "docx", ".office.pdf": "pdf", ".chromium.pdf": "pdf", ".site.html": "html",
		} {
			t.Run(filepath.Base(stem+suffix), func(t *testing.T) {
				t.Parallel()
				got, err := OpenPosting(stem + suffix)
				if err != nil {
					t.Fatal(err)
				}
				if got.Format != format {
					t.Errorf("format %s, want %s", got.Format, format)
				}
				if diff := cmp.Diff(understand(want.Draft), understand(got.Draft)); diff != "" {
					t.Errorf("reads to another draft than the text (-text +document):\n%s", diff)
				}
			})
		}
	}
}

func TestADocumentReadsToTextInEveryFormat(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"archiviste.txt", "archiviste.pandoc.docx", "archiviste.office.pdf", "archiviste.site.html"} {
		data, err := os.ReadFile(filepath.Join("testdata/documents", name))
		if err != nil {
			t.Fatal(err)
		}
		text, err := DocumentText(name, data)
		if err != nil || !strings.Contains(text, "Établir les inventaires et les publier.") {
			t.Errorf("%s: %v, text %.200q", name, err, text)
		}
	}
}

func TestADocumentThatIsNoneIsRefusedInOneSentence(t *testing.T) {
	t.Parallel()
	locked := "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 ... E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e\x00"
	for rule, c := range map[string]struct{ data, want string }{
		"an empty file":               {" \n", "is empty"},
		"a picture":                   {"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "not a text"},
		"RTF":                         {"{\\rtf1 {\\b Analyst}}", "save it as DOCX or PDF"},
		"an old Word file":            {"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + strings.Repeat("\x00", 600), "old office format"},
		"a Word file with a password": {locked, "protected by a password"},
		"a PDF cut short":             {"%PDF-1.7\n1 0 obj << /Type /Catalog", "damaged PDF"},
		"an archive cut short":        {"PK\x03\x04\x14\x00", "damaged"},
	} {
		text, err := DocumentText("cv", []byte(c.data))
		var refused *RefusedError
		if !errors.As(err, &refused) || !strings.Contains(refused.Message, c.want) || text != "" {
			t.Errorf("%s: %q, %v; want a refusal with %q", rule, text, err, c.want)
		}
	}
}
