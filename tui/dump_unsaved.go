package tui

// This file writes down changes that could not be stored, so that they can be entered again by hand. Only this and the
// report of a crash are files that this package writes.

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"shortlist/model"
)

// UnsavedError is the error of a program that ended with changes that could not be stored.
type UnsavedError struct {
	Count int
	Path  string // of the file in which they are written down, or "" if that failed too
	Cause error
}

func (e *UnsavedError) Error() string {
	return fmt.Sprintf("%d changes not stored: %v", e.Count, e.Cause)
}

// Unwrap returns the error of the write that failed.
func (e *UnsavedError) Unwrap() error { return e.Cause }

// Explain returns the sentences for people.
func (e *UnsavedError) Explain() string {
	s, them := "The last change was not saved: ", "It is"
	if e.Count != 1 {
		s, them = fmt.Sprintf("The last %d changes were not saved: ", e.Count), "They are"
	}
	s += model.Explain(e.Cause)
	if e.Path != "" {
		s += " " + them + " written down in " + e.Path + ": open the vacancy again and enter what is missing."
	}
	return s
}

// unsavedList is the document in which the changes are written down.
type unsavedList struct {
	File    string          `json:"file"`
	At      time.Time       `json:"at"`
	Because string          `json:"because"`
	Changes []unsavedChange `json:"changes"`

	folders []string
}

// unsavedChange is a change in that document.
type unsavedChange struct {
	What    string        `json:"what"`
	Member  string        `json:"member"`
	Command string        `json:"command"`
	Values  model.Command `json:"values"`
}

// listUnsaved returns the document of the changes that are not stored.
func (a *App) listUnsaved() *unsavedList {
	path := a.env.File.Path()
	r := &unsavedList{File: path, At: a.opts.Now().UTC(), Because: model.Explain(a.out.failed), folders: []string{filepath.Dir(path)}}
	if home, err := os.UserHomeDir(); err == nil {
		r.folders = append(r.folders, home)
	}
	r.folders = append(r.folders, os.TempDir())
	for _, e := range a.out.pending() {
		r.Changes = append(r.Changes, unsavedChange{a.requestName(e), a.board.MemberName(e.author), commandName(e.command), e.command})
	}
	return r
}

// write writes the document and returns its path. It tries the folder of the vacancy, the user's home folder and the folder
// for temporary files, until one of them accepts it.
func (r *unsavedList) write() (string, error) {
	data, err := json.MarshalIndent(r, "", "  ")
	if err != nil {
		return "", fmt.Errorf("write down the changes: %w", err)
	}
	base := strings.TrimSuffix(filepath.Base(r.File), filepath.Ext(r.File)) + r.At.Format("-not-saved-20060102-150405.json")
	var all error
	for _, folder := range r.folders {
		path := filepath.Join(folder, base)
		err := writeNew(path, append(data, '\n'))
		if err == nil {
			return path, nil
		}
		all = errors.Join(all, err)
	}
	return "", all
}

// writeNew writes a file that must not exist yet and that only its owner can read, and makes sure that it is on disk.
func writeNew(path string, data []byte) error {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	err = errors.Join(err, f.Sync(), f.Close())
	if err != nil {
		return errors.Join(err, os.Remove(path))
	}
	return nil
}
