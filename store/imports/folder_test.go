package imports

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"shortlist/model"
)

// This file reads folders of documents.

func fill(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "cvs")
	for name, content := range files {
		path := filepath.Join(dir, filepath.FromSlash(name))
		ok(t, os.MkdirAll(filepath.Dir(path), 0o700))
		ok(t, os.WriteFile(path, []byte(content), 0o600))
	}
	return dir
}

// documents reads a folder as a vacancy with some references does: "A-1: cv.txt=text", then the problems.
func documents(t *testing.T, dir string, references ...string) (got []string) {
	t.Helper()
	in, err := Use{}.OpenCandidates(dir)
	ok(t, err)
	listed := map[string]string{}
	for _, r := range references {
		listed[strings.ToLower(r)] = r
	}
	in.Know(func(name string) string { return ReferenceOf(name, listed) })
	for r := range in.Rows {
		line := r.Person.Reference + ":"
		for _, d := range r.Person.Facts.Documents {
			line += " " + d.Name + "=" + d.Text
		}
		if r.Person.Reference != "" {
			got = append(got, line)
		}
		for _, p := range r.Problems {
			got = append(got, p.String())
		}
	}
	if in.SHA256() == "" {
		t.Error("the folder has no hash")
	}
	return got
}

func TestDocumentsFindTheirCandidates(t *testing.T) {
	t.Parallel()
	dir := fill(t, map[string]string{
		"A-1.txt": "one", "A-1_letter.txt": "letter", "a-10 CV.txt": "ten", "A-2/cv.txt": "two", "A-2/more.txt": "and more", "A-100.txt": "nobody",
		".hidden": "x", "A-2/~$cv.docx": "x", "A-1 photo.png": "\x89PNG\r\n\x1a\n\x00\x00", "A-2/deep/cv.txt": "x", "empty A-1.txt": "",
	})
	ok(t, os.Symlink("/etc/hostname", filepath.Join(dir, "A-1 link.txt")))
	want := []string{
		`cvs/A-1 link.txt: It is a link or no plain file, and is not followed: put the file itself here.`,
		`cvs/A-2/deep: A folder inside the folder of a candidate is not looked into: put the files one level up.`,
		`cvs/A-100.txt: No candidate has a reference that this name begins with: put the reference first, as in "A-0007 cv.pdf", or the file into a folder named by it.`,
		`cvs/empty A-1.txt: No candidate has a reference that this name begins with: put the reference first, as in "A-0007 cv.pdf", or the file into a folder named by it.`,
		`A-1: A-1.txt=one A-1_letter.txt=letter`,
	}
	got := documents(t, dir, "A-1", "A-10", "A-2")
	if diff := cmp.Diff(want, got[:min(len(got), len(want))]); diff != "" {
		t.Error(diff)
	}
	if rest := strings.Join(got[len(want):], "\n"); !strings.HasPrefix(rest, "cvs/A-1 photo.png: ") || !strings.Contains(rest, "A-2: cv.txt=two more.txt=and more") || !strings.Contains(rest, "A-10: a-10 CV.txt=ten") {
		t.Error(rest)
	}
}

func TestAListBesideTheDocuments(t *testing.T) {
	t.Parallel()
	dir := fill(t, map[string]string{"list.csv": "reference,name\nA-1,Ann\nA-2,Bob\n", "A-2 cv.txt": "two", "A-9.txt": "known"})
	want := []string{"A-1:", "A-2: A-2 cv.txt=two", "A-9: A-9.txt=known"}
	if diff := cmp.Diff(want, documents(t, dir, "A-9")); diff != "" {
		t.Error(diff)
	}
	_, err := Use{}.OpenCandidates(fill(t, map[string]string{"list.csv": "x", "list.xlsx": "y"}))
	mustRefuse(t, err, "cvs", "holds two lists of candidates")
	if got := documents(t, fill(t, map[string]string{"list.csv": "letter", "A-1.txt": "x"})); len(got) != 1 || !strings.Contains(got[0], "list.csv is not recognised as candidates") {
		t.Errorf("%q", got)
	}
}

func TestFoldersAreBounded(t *testing.T) {
	t.Parallel()
	files := map[string]string{"A-1/long.txt": strings.Repeat("a long story ", 200_000)}
	for i := range mostOfOne {
		files[fmt.Sprintf("A-1/%03d.txt", i)] = "x"
	}
	got := documents(t, fill(t, files), "A-1")
	if len(got) != 2 || !strings.Contains(got[0], "has more than 50 documents") {
		t.Errorf("%d lines, first %.200q", len(got), got[0])
	}
	got = documents(t, fill(t, map[string]string{"A-1.txt": strings.Repeat("a long story ", 200_000)}), "A-1")
	if len(got) != 2 || !strings.Contains(got[1], "more than 2 MB of text") {
		t.Errorf("%.300q", got)
	}
	_, err := Use{}.OpenCandidates(t.TempDir())
	if err == nil || !strings.Contains(model.Explain(err), "holds no documents") {
		t.Errorf("an empty folder: %v", err)
	}
}
