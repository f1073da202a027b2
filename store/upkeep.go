package store

import (
	"errors"
	"io"

	"shortlist/model"
	"shortlist/store/exports"
	"shortlist/store/identity"
	"shortlist/store/imports"
)

// This file offers the library to the command line: what only scripts ask for.

// openPosting reads the posting file of a name, or r if it is not nil.
func openPosting(name string, r io.Reader) (imports.Posting, error) {
	if r != nil {
		return imports.FromReader(name, r)
	}
	return imports.OpenPosting(name)
}

// ReadPostingFrom is ReadPosting for the text of r, which is called by a name.
func (l *Library) ReadPostingFrom(name string, r io.Reader) (model.Posting, model.CreateVacancy, error) {
	p, err := openPosting(name, r)
	if err != nil {
		return model.Posting{}, model.CreateVacancy{}, err
	}
	return imports.Kept(p), imports.Draft(p), nil
}

// Inspect writes what is understood of the posting file of a name, or of r if it is not nil: as text, or as the inspect
// document; with why also what every line was read as, and by which rule. It returns *imports.RefusedError if that is no
// posting.
func (l *Library) Inspect(w io.Writer, name string, r io.Reader, document, why bool) error {
	p, err := openPosting(name, r)
	if err != nil {
		return err
	}
	switch {
	case why:
		return exports.InspectWhy(w, p, document)
	case document:
		return exports.InspectJSON(w, p)
	}
	return exports.InspectText(w, p)
}

// MakeVacancy makes a new vacancy file as CreateAt does, lets fill add to it and closes it. If that fails, there is no file.
// It returns the path.
func (l *Library) MakeVacancy(p model.Posting, c model.CreateVacancy, path string, fill func(*File) error) (string, error) {
	f, err := l.CreateAt(p, c, path)
	if err != nil {
		return "", err
	}
	if err = errors.Join(fill(f), f.Close()); err != nil {
		return "", errors.Join(err, Discard(f))
	}
	return f.Path(), nil
}

// OpenMapping reads a file that says which column is what. It returns *imports.CandidatesRefused if it is no mapping.
func (l *Library) OpenMapping(path string) (model.Mapping, error) { return imports.OpenMapping(path) }

// SaveMapping writes a mapping to a file, in place of one that is there.
func (l *Library) SaveMapping(path string, m model.Mapping) error {
	return imports.SaveMapping(path, m)
}

// WriteTemplate writes a file of candidates to fill in, in the format that its ending names. It returns
// *imports.CandidatesRefused if there is no such format, or a file of that name.
func (l *Library) WriteTemplate(path string) error { return imports.WriteTemplate(path) }

// Check checks a vacancy file from end to end and returns what it found in words, as the function Check does.
func (l *Library) Check(path string) (string, error) {
	r, err := Check(path)
	if err != nil {
		return "", err
	}
	return r.String(), nil
}

// Verify proves a vacancy file or an exported history. It returns the verdict in words, and true if it is intact. head is the
// hash of an entry to look for, or "". It returns the errors of the function Verify.
func (l *Library) Verify(path, head string) (verdict string, intact bool, err error) {
	v, err := Verify(path, head)
	if err != nil {
		return "", false, err
	}
	return v.String(), v.Intact(), nil
}

// CardCheck returns the check sum of a member's card.
func (l *Library) CardCheck(name string, c model.Card) string {
	return identity.Card{Name: name, Card: c}.Check()
}
