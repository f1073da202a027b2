package tuitest

// This file holds a library of files in memory.

import (
	"cmp"
	"errors"
	"io/fs"
	"path/filepath"

	"shortlist/model"
	"shortlist/tui/kit"
)

// Library is a folder of vacancies in memory.
type Library struct {
	Files   []*File
	Draft   model.CreateVacancy // what every posting reads as
	Intake  model.Intake        // what every file of candidates reads as
	Entries []kit.Entry         // what every folder holds
	Busy    bool                // another program has every file
	Card    model.OwnCard
	Abroad  error // what opening a file for writing fails with, until it is adopted
}

var _ kit.Library = (*Library)(nil)

// BusyError says that another program has a file.
type BusyError struct{ Path string }

func (e *BusyError) Error() string { return "open " + e.Path + ": in use" }

// InUse marks the error.
func (e *BusyError) InUse() bool { return true }

// Explain is the sentence for people.
func (e *BusyError) Explain() string {
	return filepath.Base(e.Path) + " is open in another program. Close it there, or open it for reading only."
}

// Folder is the name of the library.
func (l *Library) Folder() string { return "/vacancies" }

// List summarises the files.
func (l *Library) List() ([]model.Summary, error) {
	var out []model.Summary
	for _, f := range l.Files {
		b, err := f.Load()
		if err != nil {
			out = append(out, model.Summary{Path: f.Name, Trouble: model.Explain(err)})
			continue
		}
		out = append(out, model.Summary{Path: f.Name, Title: b.Vacancy.Title, Phase: b.Phase, Candidates: b.Candidates, Criteria: len(b.Criteria)})
	}
	return out, nil
}

// Open finds a file by its path.
func (l *Library) Open(path string, readOnly bool) (kit.File, error) {
	for _, f := range l.Files {
		if f.Name == path {
			if l.Abroad != nil && !readOnly {
				return nil, l.Abroad
			}
			if l.Busy && !readOnly {
				return nil, &BusyError{path}
			}
			f.Locked = readOnly
			return f, nil
		}
	}
	return nil, &fs.PathError{Op: "open", Path: path, Err: errors.New("no such file")}
}

// ResolveMoved does nothing.
func (l *Library) ResolveMoved(string, bool) error { l.Abroad = nil; return nil }

// ReadPosting is the Draft.
func (l *Library) ReadPosting(path string) (model.Posting, model.CreateVacancy, error) {
	return model.Posting{Name: filepath.Base(path), Format: "text", Text: "An invented posting."}, l.Draft, nil
}

// PastePosting is the Draft.
func (l *Library) PastePosting(text string) (model.Posting, model.CreateVacancy, error) {
	return model.Posting{Name: "pasted text", Format: "text", Text: text}, l.Draft, nil
}

// Create makes a file of a draft.
func (l *Library) Create(p model.Posting, c model.CreateVacancy) (kit.File, error) {
	b := model.NewBoard()
	change, err := model.Decide(b, c, b.Stamp(Device, "", Day(), Random()))
	if err != nil {
		return nil, err
	}
	b.ApplyAll(change.Events)
	f := NewFile(b)
	f.Name, f.Text = "/vacancies/new.shortlist", p
	l.Files = append(l.Files, f)
	return f, nil
}

// Sample is Create of the Draft.
func (l *Library) Sample() (kit.File, error) { return l.Create(model.Posting{}, l.Draft) }

// ReadCandidates is the Intake.
func (l *Library) ReadCandidates(string) (model.Intake, error) { return l.Intake, nil }

// ReadCandidatesAs is the Intake.
func (l *Library) ReadCandidatesAs(string, model.Mapping) (model.Intake, error) { return l.Intake, nil }

// CandidateFiles are three.
func (l *Library) CandidateFiles() model.FileKinds {
	return model.FileKinds{Words: "CSV, XLSX or JSON", Endings: []string{".csv", ".json", ".xlsx", ".xlsm"}}
}

// Header knows every column.
func (l *Library) Header(path string) (model.Header, error) {
	return model.Header{Source: filepath.Base(path), Known: true}, nil
}

// Remember keeps nothing.
func (l *Library) Remember(model.Header, model.Mapping) error { return nil }

// Fields are three.
func (l *Library) Fields() []string { return []string{"reference", "name", "email"} }

// SaveProblems says where it would write.
func (l *Library) SaveProblems(path, source string, _ model.IntakeReport) (string, error) {
	return cmp.Or(path, "/vacancies/problems of "+source+".csv"), nil
}

// ExportFormats lists two.
func (l *Library) ExportFormats() []kit.Format {
	return []kit.Format{{Name: "md", Description: "report to read", Ext: "md"}, {Name: "csv", Description: "matrix for a spreadsheet", Ext: "csv"}}
}

// Browse is the Entries.
func (l *Library) Browse(string) ([]kit.Entry, error) { return l.Entries, nil }

// LastFolder is none.
func (l *Library) LastFolder() string { return "" }

// LookAtBundle says what the Draft is.
func (l *Library) LookAtBundle(string, string) (model.NewVacancy, error) {
	return model.NewVacancy{Title: l.Draft.Vacancy.Title, From: "Cleo"}, nil
}

// TakeNewVacancy is Create of the Draft.
func (l *Library) TakeNewVacancy(string, string) (kit.File, error) {
	return l.Create(model.Posting{}, l.Draft)
}

// OwnCard is the card.
func (l *Library) OwnCard() (model.OwnCard, error) { return l.Card, nil }

// MakeCard makes an invented card.
func (l *Library) MakeCard(name, passphrase string) (model.OwnCard, error) {
	l.Card = model.OwnCard{Name: name, Line: "shortlist-card1 invented", Check: "ABCDE-FGHIJ", Protected: passphrase != ""}
	return l.Card, nil
}

// SaveCard says where it would write.
func (l *Library) SaveCard(path string, _ bool) (string, error) { return path, nil }

// Unlock opens every card.
func (l *Library) Unlock(string) error { return nil }

// ChangePassphrase keeps whether there is one.
func (l *Library) ChangePassphrase(_, fresh string) error {
	l.Card.Protected = fresh != ""
	return nil
}
