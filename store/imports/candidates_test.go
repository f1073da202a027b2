package imports

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"shortlist/model"
	"shortlist/store/imports/text"
)

// readCandidates writes a file, opens it and reads it to the end.
func readCandidates(t *testing.T, name, content string) []model.IntakeRow {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	in, err := Use{}.OpenCandidates(path)
	if err != nil {
		t.Fatalf("open: %v", err)
	}
	var rows []model.IntakeRow
	for r := range in.Rows {
		rows = append(rows, r)
	}
	sum := sha256.Sum256([]byte(content))
	if got := in.SHA256(); got != hex.EncodeToString(sum[:]) {
		t.Errorf("hash %q is not that of the file", got)
	}
	if in.Source != name {
		t.Errorf("source %q, want %q", in.Source, name)
	}
	for range in.Rows {
		t.Error("the rows come a second time")
	}
	return rows
}

// people are the persons of the rows that can be taken in.
func people(t *testing.T, rows []model.IntakeRow) []model.Person {
	t.Helper()
	var out []model.Person
	for _, r := range rows {
		if r.Bad() {
			t.Errorf("a good row is refused: %v", problemLines([]model.IntakeRow{r}))
		}
		if r.Person.Reference != "" {
			out = append(out, r.Person)
		}
	}
	return out
}

// problemLines are the problems as they are shown; warnings begin with a "w".
func problemLines(rows []model.IntakeRow) []string {
	var out []string
	for _, r := range rows {
		for _, p := range r.Problems {
			s := p.String()
			if p.Warning {
				s = "w " + s
			}
			out = append(out, s)
		}
	}
	return out
}

// mustShow fails unless each of the problems shows up once, in order and with no other.
func mustShow(t *testing.T, rows []model.IntakeRow, want ...string) {
	t.Helper()
	got := problemLines(rows)
	for i := range max(len(got), len(want)) {
		switch {
		case i >= len(got):
			t.Errorf("missing problem %q", want[i])
		case i >= len(want):
			t.Errorf("unexpected problem %q", got[i])
		case !strings.Contains(got[i], want[i]):
			t.Errorf("problem %d is\n\t%s\nand should hold\n\t%s", i+1, got[i], want[i])
		}
	}
}

func TestAFileThatIsNoListIsRefusedInOneSentence(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	for _, c := range []struct{ rule, name, content, says string }{
		{"an empty file", "empty.csv", "", "is empty"},
		{"a file of white space", "blank.csv", "\ufeff \n\n", "is empty"},
		{"a PDF", "list.csv", "%PDF-1.7 reference,name", "is a PDF"},
		{"a damaged workbook", "list.csv", "PK\x03\x04xxxx", "is damaged"},
		{"a picture", "list.json", "\x89PNG\r\n", "is a picture"},
		{"a web page", "list.csv", "<!DOCTYPE html><table>", "is a web page"},
		{"bytes", "list.csv", "reference,\x00\x01\x02\x03\x04\x05\x00\x00\x06", "is not text"},
		{"a letter", "letter.txt", "Dear Sir or Madam\nI apply.", "is not recognised"},
		{"a delimiter and nothing else", "list.csv", "sep=;\n", "nothing else"},
		{"a broken first row", "list.csv", "reference,\"name\nA-1,Anna", "broken quotation mark in column 2"},
		{"an endless first row", "list.csv", "reference," + strings.Repeat("x", longestRow), "no row of column names"},
		{"a very wide file", "list.csv", "reference" + strings.Repeat(",a", mostColumns), "no row of column names"},
		{"no JSON", "list.json", "{\"a\": 1,\n  b}", "is not a JSON document: line 2, column 3: the name of a field in quotes was expected"},
		{"a cut JSON", "list.json", "{\"a\": {\"b\": 1,", "is not a JSON document: line 1, column 15: the text ends in the middle"},
		{"a JSON without candidates", "list.json", "{\"people\": []}", "holds no list \"candidates\""},
		{"candidates that are no list", "list.json", "{\"candidates\": {}}", "a list of candidates was expected"},
	} {
		t.Run(c.rule, func(t *testing.T) {
			t.Parallel()
			path := filepath.Join(t.TempDir(), c.name)
			if err := os.WriteFile(path, []byte(c.content), 0o600); err != nil {
				t.Fatal(err)
			}
			_, err := Use{}.OpenCandidates(path)
			mustRefuse(t, err, c.name, c.says)
		})
	}
	_, err := Use{}.OpenCandidates(filepath.Join(dir, "gone.csv"))
	mustRefuse(t, err, "gone.csv", "is not there")
	if !errors.Is(err, fs.ErrNotExist) {
		t.Error("the cause of a missing file is lost")
	}
	_, err = Use{}.OpenCandidates(dir)
	mustRefuse(t, err, filepath.Base(dir), "holds no documents")
}

func mustRefuse(t *testing.T, err error, name, says string) {
	t.Helper()
	if err == nil {
		t.Fatal("the file is accepted")
	}
	got := model.Explain(err)
	if !strings.HasPrefix(got, name) || !strings.Contains(got, says) || !strings.HasSuffix(got, ".") || strings.Contains(got, "\n") {
		t.Errorf("%q is not one sentence that names %s and says %q", got, name, says)
	}
}

func TestTemplatesReadWithoutAProblem(t *testing.T) {
	t.Parallel()
	for _, f := range candidatesFormats {
		t.Run(f.name, func(t *testing.T) {
			t.Parallel()
			data, err := Template(f.name)
			if err != nil {
				t.Fatal(err)
			}
			rows := readCandidates(t, "template."+f.name, string(data))
			if len(problemLines(rows)) > 0 {
				t.Fatalf("problems: %q", problemLines(rows))
			}
			p := people(t, rows)[0]
			if f.bare {
				if len(rows) != 1 || p.Reference != "EXAMPLE-001" || p.Name == "" || len(p.Facts.Statements) != 1 {
					t.Errorf("the example reads as %+v", p)
				}
				return
			}
			f := p.Facts
			if len(rows) != 1 || p.Reference != "EXAMPLE-001" || len(f.Nationalities) != 2 || len(f.Education) != 2 || len(f.Jobs) != 2 ||
				!f.Jobs[0].Ongoing || f.Jobs[1].Percent != 80 || len(f.Languages) != 2 || len(f.Clearances) != 1 || len(f.Statements) != 1 {
				t.Errorf("the example reads as %+v", p)
			}
		})
	}
	_, err := Template("doc")
	if err == nil || !strings.Contains(model.Explain(err), "choose a file that ends with .ods, .xlsx, .vcf, .json or .csv") {
		t.Errorf("an unknown template says %q", model.Explain(err))
	}
}

func TestTheListSaysWhatSentencesAndFoldersSay(t *testing.T) {
	t.Parallel()
	if got := formatsInWords(); got != "CSV, XLSX, ODS, JSON, JSON Resume or vCard" {
		t.Errorf("the formats are %s", got)
	}
	for _, f := range candidatesFormats {
		if len(f.endings) == 0 || !isCandidatesFile("list"+strings.ToUpper(f.endings[0])) {
			t.Errorf("%s has no ending by which a folder knows its list", f.name)
		}
	}
	if isCandidatesFile("A-0007 cv.pdf") {
		t.Error("a document is taken for a list")
	}
	_, err := Use{}.ReadCandidates("c.txt", []byte("Dear Sir or Madam\nI apply."))
	mustRefuse(t, err, "c.txt", "give a CSV, XLSX or ODS file whose first row names the columns, or a JSON, JSON Resume or vCard document;")
	_, err = Use{}.ReadCandidates("c.txt", append([]byte("\xff\xfe"), encoded16("PK\x03\x04\n"+strings.Repeat("A-1 Anna\n", 50), false, false)...))
	mustRefuse(t, err, "c.txt", "is not recognised as candidates") // a binary format is known by bytes, never by decoded text
	_, err = Use{}.ReadCandidates("c.txt", []byte("%PDF-1.7"))
	mustRefuse(t, err, "c.txt", "export the candidates as CSV, XLSX, ODS, JSON, JSON Resume or vCard.")
}

func TestATemplateIsNeverWrittenOverAFile(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "candidates.CSV")
	if err := WriteTemplate(path); err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile(path)
	want, terr := Template("csv")
	if err != nil || terr != nil || !bytes.Equal(got, want) {
		t.Errorf("wrote %d bytes, want %d: %v, %v", len(got), len(want), err, terr)
	}
	mustRefuse(t, WriteTemplate(path), "candidates.CSV", "is there already")
	mustRefuse(t, WriteTemplate(filepath.Join(path, "x.csv")), "x.csv", "cannot be written")
	mustRefuse(t, WriteTemplate(filepath.Join(t.TempDir(), "candidates")), "There is no template", "choose")
}

func TestCandidatesInMemoryReadLikeThoseOfAFile(t *testing.T) {
	t.Parallel()
	in, err := ReadCandidates("sample", []byte(fullDocument))
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for r := range in.Rows {
		if n++; r.Bad() {
			t.Errorf("refused: %v", r.Problems)
		}
	}
	if n != 2 || in.Source != "sample" || len(in.SHA256()) != 64 {
		t.Errorf("%d rows of %q with hash %q", n, in.Source, in.SHA256())
	}
	_, err = ReadCandidates("nothing", nil)
	mustRefuse(t, err, "nothing", "is empty")
}

func TestAReferenceComesOnce(t *testing.T) {
	t.Parallel()
	rows := readCandidates(t, "c.csv", "reference,name\nA-1,Anna\nA-2,Bo\nA-1,Carl\n")
	mustShow(t, rows, "c.csv row 4 (reference): The reference \"A-1\" also stands in row 2")
}

func TestAFileThatIsNotReadToItsEndHasNoHash(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "c.csv")
	if err := os.WriteFile(path, []byte("reference\nA-1\nA-2\nA-3\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	in, err := Use{}.OpenCandidates(path)
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for range in.Rows {
		if n++; n == 2 {
			break
		}
	}
	if in.SHA256() != "" {
		t.Error("a file that was not read to its end has a hash")
	}
}

func TestEveryEncodingOfAListReadsAlike(t *testing.T) {
	t.Parallel()
	words := "reference;name;statement\r\nA-1;Zoë Łuk;\"Über; das\r\nZweite\"\r\n"
	utf16 := func(order string) string {
		var b bytes.Buffer
		for _, r := range words {
			if hi, lo := byte(r>>8), byte(r); order == "le" {
				b.Write([]byte{lo, hi})
			} else {
				b.Write([]byte{hi, lo})
			}
		}
		return b.String()
	}
	for rule, content := range map[string]string{
		"UTF-8": words, "UTF-8 with a mark": "\ufeff" + words,
		"UTF-16 little": "\xff\xfe" + utf16("le"), "UTF-16 big": "\xfe\xff" + utf16("be"), "UTF-16 without a mark": utf16("le"),
		"old line ends": strings.ReplaceAll(words, "\r\n", "\r"), "plain line ends": strings.ReplaceAll(words, "\r\n", "\n"),
	} {
		t.Run(rule, func(t *testing.T) {
			t.Parallel()
			rows := readCandidates(t, "c.csv", content)
			p := people(t, rows)
			if len(p) != 1 || p[0].Name != "Zoë Łuk" || p[0].Facts.Statements[0].Text != "Über; das\nZweite" {
				t.Errorf("reads %+v", p)
			}
		})
	}
	t.Run("Windows-1252 is read and said", func(t *testing.T) {
		t.Parallel()
		rows := readCandidates(t, "c.csv", "reference,name\nA-1,Zo\xeb \x80\nA-2,Andr\xe9\n")
		mustShow(t, rows, "w c.csv: The file is not in UTF-8; it was read as Windows-1252")
		if p := people(t, rows); len(p) != 2 || p[0].Name != "Zoë €" || p[1].Name != "André" {
			t.Errorf("reads %+v", p)
		}
	})
	t.Run("a late letter of Windows-1252 is read and said", func(t *testing.T) {
		t.Parallel()
		rows := readCandidates(t, "c.csv", "reference,name\n"+strings.Repeat("\n", text.HeadSize)+"A-1,Zo\xeb\nA-2,Bo\n")
		mustShow(t, rows, "w c.csv: The file is not in UTF-8")
		if p := people(t, rows); len(p) != 2 || p[0].Name != "Zoë" {
			t.Errorf("reads %+v", p)
		}
	})
}
