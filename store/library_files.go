package store

// This file connects the library with the readers of files in store/imports, and makes the sample.

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

// ReadPosting reads a posting file into a draft of a vacancy. It writes nothing. It returns the errors of
// imports.OpenPosting.
func (l *Library) ReadPosting(path string) (model.Posting, model.CreateVacancy, error) {
	p, err := imports.OpenPosting(expandHome(path))
	if err != nil {
		return model.Posting{}, model.CreateVacancy{}, err
	}
	return imports.Kept(p), imports.Draft(p), nil
}

// PastePosting is ReadPosting for a pasted text.
func (l *Library) PastePosting(text string) (model.Posting, model.CreateVacancy, error) {
	p, err := imports.ReadPosting("pasted text", []byte(text))
	if err != nil {
		return model.Posting{}, model.CreateVacancy{}, err
	}
	return imports.Kept(p), imports.Draft(p), nil
}

// ReadCandidates opens a file of candidates, or a folder with their documents, for reading. Columns are read by the
// mapping that was remembered for such a file, if there is one. It returns the errors of imports.OpenCandidates.
func (l *Library) ReadCandidates(path string) (model.Intake, error) {
	return l.use(nil).OpenCandidates(expandHome(path))
}

// ReadCandidatesAs is ReadCandidates with the columns read by the given mapping.
func (l *Library) ReadCandidatesAs(path string, m model.Mapping) (model.Intake, error) {
	return l.use(&m).OpenCandidates(expandHome(path))
}

// Header reads the first row of a file of candidates and proposes what its columns mean.
func (l *Library) Header(path string) (model.Header, error) {
	return l.use(nil).Header(expandHome(path))
}

// CandidateFiles are the kinds of files that ReadCandidates takes.
func (l *Library) CandidateFiles() model.FileKinds { return imports.CandidateFiles() }

// Remember keeps a mapping for every file with the same first row.
func (l *Library) Remember(h model.Header, m model.Mapping) error { return l.use(nil).Remember(h, m) }

// Fields lists what a column may mean.
func (l *Library) Fields() []string { return imports.Fields() }

// use returns how columns are read here. Mappings are remembered in a folder beside the vacancies.
func (l *Library) use(m *model.Mapping) imports.Use {
	return imports.Use{Mapping: m, Folder: filepath.Join(l.folder, "mappings")}
}

// Sample makes a file with an invented vacancy, invented candidates and some ratings in the temporary folder of the
// system, and opens it. Close deletes it. It returns *FileError if nothing can be made there.
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
	_, _ = rand.Read(random[:]) // never fails: crypto/rand ends the program if the system has no randomness
	if err := sample.Fill(f, time.Now(), random); err != nil {
		return nil, errors.Join(fmt.Errorf("fill the sample: %w", err), f.Close())
	}
	return f, nil
}

// SaveProblems writes what is wrong in a file of candidates, and what the file would change, as CSV to a path. If path
// is "", the file is named after the source and lies beside the vacancies. It returns the path. It returns *FileError if
// the file cannot be written.
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
