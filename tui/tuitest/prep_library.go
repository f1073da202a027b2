package tuitest

// This file holds a library with folders, in memory.

import (
	"fmt"
	"path"
	"slices"

	"shortlist/model"
	"shortlist/tui/kit"
)

// PrepLibrary is a library in memory.
type PrepLibrary struct {
	kit.Library
	Summaries []model.Summary
	Folders   map[string][]kit.Entry
	draft     model.CreateVacancy
	Unknown   *model.Header // nil if every column is known
	Rows      []model.IntakeRow
	Mapping   *model.Mapping // the one that was tried last
	Kept      *model.Mapping
	Created   []string
	Err       error
}

// LastFolder is none.
func (l *PrepLibrary) LastFolder() string { return "" }

// Folder is the library.
func (l *PrepLibrary) Folder() string { return "/home/panel/shortlist" }

// List are the Summaries.
func (l *PrepLibrary) List() ([]model.Summary, error) { return l.Summaries, l.Err }

// Browse lists one of the Folders.
func (l *PrepLibrary) Browse(folder string) ([]kit.Entry, error) {
	if folder == "" {
		folder = "/home/panel"
	}
	return l.Folders[folder], l.Err
}

// ReadPosting reads every file as the posting of the pilot.
func (l *PrepLibrary) ReadPosting(p string) (model.Posting, model.CreateVacancy, error) {
	return model.Posting{Name: path.Base(p), Format: "text", Text: PilotPosting}, l.draft, l.Err
}

// PastePosting takes any text for a posting.
func (l *PrepLibrary) PastePosting(text string) (model.Posting, model.CreateVacancy, error) {
	return model.Posting{Name: "pasted text", Format: "text", Text: text}, l.draft, l.Err
}

// Create notes the name of the posting.
func (l *PrepLibrary) Create(p model.Posting, _ model.CreateVacancy) (kit.File, error) {
	l.Created = append(l.Created, p.Name)
	return NewNamedFile("/new"), l.Err
}

// Sample is an empty file.
func (l *PrepLibrary) Sample() (kit.File, error) { return NewNamedFile("/sample"), l.Err }

// ReadCandidates reads no rows.
func (l *PrepLibrary) ReadCandidates(p string) (model.Intake, error) {
	return model.Intake{Source: path.Base(p)}, l.Err
}

// ReadCandidatesAs notes the mapping and reads the Rows.
func (l *PrepLibrary) ReadCandidatesAs(p string, m model.Mapping) (model.Intake, error) {
	l.Mapping = &m
	return model.Intake{Source: path.Base(p), Rows: slices.Values(l.Rows)}, l.Err
}

// CandidateFiles are three.
func (l *PrepLibrary) CandidateFiles() model.FileKinds {
	return model.FileKinds{Words: "CSV, XLSX or JSON", Endings: []string{".csv", ".json", ".xlsx", ".xlsm"}}
}

// Header is the Unknown one, until a mapping was remembered.
func (l *PrepLibrary) Header(p string) (model.Header, error) {
	if l.Unknown == nil || l.Kept != nil {
		return model.Header{Source: path.Base(p), Known: true}, l.Err
	}
	return *l.Unknown, l.Err
}

// Remember keeps the mapping.
func (l *PrepLibrary) Remember(_ model.Header, m model.Mapping) error {
	l.Kept = &m
	return l.Err
}

// Fields are four.
func (l *PrepLibrary) Fields() []string { return []string{"reference", "name", "email", "job1_from"} }

// SaveProblems says where it would write.
func (l *PrepLibrary) SaveProblems(_, source string, r model.IntakeReport) (string, error) {
	return fmt.Sprintf("/home/panel/shortlist/problems of %s.csv", source), l.Err
}

// ExportFormats lists three.
func (l *PrepLibrary) ExportFormats() []kit.Format {
	return []kit.Format{{Name: "md", Description: "a report to read or print", Ext: "md"}, {Name: "csv", Description: "the matrix of ratings for a spreadsheet", Ext: "csv"}, {Name: "json", Description: "everything, for other programs", Ext: "json"}}
}

// NewNamedFile is an empty vacancy file with a name.
func NewNamedFile(path string) *File {
	f := NewFile(model.NewBoard())
	f.Name = path
	return f
}
