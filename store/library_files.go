package store

import (
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"time"

	"shortlist/model"
	"shortlist/store/exports"
	"shortlist/store/imports"
	"shortlist/store/safefile"
	"shortlist/store/sample"
)

// This file joins the library with the readers of files, and makes the sample.

// ReadPosting reads a posting file into a draft, writing nothing.
func (l *Library) ReadPosting(path string) (model.Posting, model.CreateVacancy, error) {
	p, err := imports.OpenPosting(expandHome(path))
	if err != nil {
		return model.Posting{}, model.CreateVacancy{}, err
	}
	return imports.Kept(p), imports.Draft(p), nil
}

// PastePosting reads a pasted text.
func (l *Library) PastePosting(text string) (model.Posting, model.CreateVacancy, error) {
	p, err := imports.ReadPosting("pasted text", []byte(text))
	if err != nil {
		return model.Posting{}, model.CreateVacancy{}, err
	}
	return imports.Kept(p), imports.Draft(p), nil
}

// ReadCandidates opens a file of candidates, or a folder of their documents, for reading. Columns that somebody has
// explained before are read as explained.
func (l *Library) ReadCandidates(path string) (model.Intake, error) {
	return l.use(nil).OpenCandidates(expandHome(path))
}

// ReadCandidatesAs is ReadCandidates with the columns read as a mapping says.
func (l *Library) ReadCandidatesAs(path string, m model.Mapping) (model.Intake, error) {
	return l.use(&m).OpenCandidates(expandHome(path))
}

// Header looks at the first row of a file of candidates, and at what its columns seem to be.
func (l *Library) Header(path string) (model.Header, error) {
	return l.use(nil).Header(expandHome(path))
}

// Remember keeps a mapping for every file with the same first row.
func (l *Library) Remember(h model.Header, m model.Mapping) error { return l.use(nil).Remember(h, m) }

// Fields lists what a column may become.
func (l *Library) Fields() []string { return imports.Fields() }

// use says how columns are understood here: mappings are remembered beside the vacancies.
func (l *Library) use(m *model.Mapping) imports.Use {
	return imports.Use{Mapping: m, Folder: filepath.Join(l.folder, "mappings")}
}

// Sample makes a file with an invented vacancy, invented candidates and some ratings in the system's temporary folder,
// and opens it. It is deleted when it is closed.
func (l *Library) Sample() (*File, error) {
	p, err := imports.ReadPosting("sample posting.txt", sample.Posting)
	if err != nil {
		return nil, err
	}
	c := imports.Draft(p)
	c.Vacancy.Invented = true
	folder, err := os.MkdirTemp("", "shortlist-sample-*")
	if err != nil {
		return nil, &FileError{
			Path: os.TempDir(), Err: err, Why: "is the folder for temporary files, and nothing can be made in it",
			Do: "Set TMPDIR to a folder of your own, then try again.",
		}
	}
	f, err := l.CreateAt(imports.Kept(p), c, filepath.Join(folder, fileName(c.Vacancy.Title)+Extension))
	if err != nil {
		return nil, errors.Join(err, os.RemoveAll(folder))
	}
	f.temporary = folder
	var random [32]byte
	_, _ = rand.Read(random[:]) // never fails: crypto/rand ends the program where the system has no randomness
	if err := sample.Fill(f, time.Now(), random); err != nil {
		return nil, errors.Join(fmt.Errorf("fill the sample: %w", err), f.Close())
	}
	return f, nil
}

// SaveProblems writes what is wrong in a file of candidates, and what it changes, as CSV to a path; "" is a name after
// the source beside the vacancies. The path written is given back.
func (l *Library) SaveProblems(path, source string, r model.IntakeReport) (string, error) {
	if path == "" {
		if err := os.MkdirAll(l.folder, 0o700); err != nil {
			return "", fmt.Errorf("make the library folder: %w", fileError(l.folder, err))
		}
		path = filepath.Join(l.folder, "problems of "+fileName(source)+".csv")
	}
	path = expandHome(path)
	err := safefile.Write(path, 0o600, func(w io.Writer) error { return exports.Problems(w, r) })
	if err != nil {
		return "", fileError(path, err)
	}
	return path, nil
}
