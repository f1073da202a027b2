package store

import (
	"crypto/rand"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"shortlist/model"
	"shortlist/store/imports"
	"shortlist/store/sample"
)

// This file joins the library with the readers of files, and makes the sample.

// ReadPosting reads a posting file into a draft, writing nothing.
func (l *Library) ReadPosting(path string) (model.Posting, model.CreateVacancy, error) {
	p, err := imports.OpenPosting(atHome(path))
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

// ReadCandidates opens a file of candidates for reading.
func (l *Library) ReadCandidates(path string) (model.Intake, error) {
	return imports.OpenCandidates(atHome(path))
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
