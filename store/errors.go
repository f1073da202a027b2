package store

// This file holds the errors that people see. Explain says what happened, why, and what to do.

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"strings"
	"syscall"

	bolterrors "go.etcd.io/bbolt/errors"
)

// Errors for callers that only compare with errors.Is.
var (
	// ErrInUse means that another program has the file.
	ErrInUse = errors.New("file is in use")
	// ErrClosed means that the file was closed before.
	ErrClosed = errors.New("file is closed")
)

// InUseError is ErrInUse with the path of the file.
type InUseError struct{ Path string }

func (e *InUseError) Error() string { return fmt.Sprintf("open %s: %v", e.Path, ErrInUse) }

// Is returns true for ErrInUse.
func (e *InUseError) Is(target error) bool { return target == ErrInUse }

// Explain returns the sentence for people.
func (e *InUseError) Explain() string {
	return fmt.Sprintf("%s is open in another program (or another window). Close it there, or open it read-only.", base(e.Path))
}

// InUse returns true. Callers look for this method to offer opening the file read-only.
func (e *InUseError) InUse() bool { return true }

// ReadOnlyError means that a change was asked of a file that is open for reading only.
type ReadOnlyError struct{ Path string }

func (e *ReadOnlyError) Error() string { return fmt.Sprintf("change %s: opened read-only", e.Path) }

// Explain returns the sentence for people.
func (e *ReadOnlyError) Explain() string {
	return fmt.Sprintf("%s is open for reading only, so nothing can be changed. Close it elsewhere, then open it again.", base(e.Path))
}

// NewerError means that a newer program wrote the file. The file was not touched.
type NewerError struct {
	Path          string
	Schema, Known int
}

func (e *NewerError) Error() string {
	return fmt.Sprintf("open %s: schema %d is newer than %d", e.Path, e.Schema, e.Known)
}

// Explain returns the sentence for people.
func (e *NewerError) Explain() string {
	return fmt.Sprintf("%s was written by a newer shortlist (file version %d, this program knows %d). "+
		"The file was not touched. Install the newer program and open it with that.", base(e.Path), e.Schema, e.Known)
}

// DamagedError means that a file, or a part of it, cannot be read any more.
type DamagedError struct {
	Path string
	// What is lost, as a noun phrase ("the file of C003"); empty if it is the whole file.
	What string
	// Backup is the path of the newest copy that was found whole, or empty.
	Backup string
	// Do is what to do; empty if that is to use the backup.
	Do string
	// Cause is what was found, for a programmer; may be nil.
	Cause error
}

func damaged(what string) error { return &DamagedError{What: what} }

func (e *DamagedError) Error() string {
	s := fmt.Sprintf("read %s: damaged", e.Path)
	if e.What != "" {
		s += ": " + e.What
	}
	if e.Cause != nil {
		s += ": " + e.Cause.Error()
	}
	return s
}

func (e *DamagedError) Unwrap() error { return e.Cause }

// Explain returns the sentence for people.
func (e *DamagedError) Explain() string {
	s := fmt.Sprintf("%s is damaged and cannot be read.", base(e.Path))
	if e.What != "" {
		s = fmt.Sprintf("%s is damaged: %s cannot be read.", base(e.Path), e.What)
	}
	if e.Do != "" {
		return s + " " + e.Do
	}
	if e.Backup != "" {
		return s + fmt.Sprintf(" The newest good copy is %s: copy it to another place and open that.", e.Backup)
	}
	return s + " No good backup was found beside it: fetch a copy from where you keep yours."
}

// ForeignError means that a file is not a vacancy of this program.
type ForeignError struct {
	Path string
	// Empty is true for a file of 0 bytes.
	Empty bool
}

func (e *ForeignError) Error() string { return fmt.Sprintf("open %s: not a vacancy file", e.Path) }

// Explain returns the sentence for people.
func (e *ForeignError) Explain() string {
	if e.Empty {
		return fmt.Sprintf("%s is empty (0 bytes), so there is no vacancy in it. If it should hold one, fetch it again from where it came.", base(e.Path))
	}
	return fmt.Sprintf("%s is not a vacancy file of shortlist, or its beginning is lost. "+
		"To make a vacancy from a published posting, use: shortlist new POSTING.", base(e.Path))
}

// ReplacedError means that another program replaced, moved or deleted the file while it was open, so nothing is written
// to it.
type ReplacedError struct{ Path string }

func (e *ReplacedError) Error() string { return fmt.Sprintf("write %s: replaced on disk", e.Path) }

// Explain returns the sentence for people.
func (e *ReplacedError) Explain() string {
	return fmt.Sprintf("%s was replaced, moved or deleted by another program (a sync client?) while it was open here. "+
		"Nothing more is written to it. Make a backup to keep what you see, then close the file and open it again.", base(e.Path))
}

// GapError means that events do not follow those on disk.
type GapError struct {
	Device    string
	Have, Got uint64
}

func (e *GapError) Error() string {
	return fmt.Sprintf("append event %d of %s: the last one here is %d", e.Got, e.Device, e.Have)
}

// Explain returns the sentence for people.
func (e *GapError) Explain() string {
	return fmt.Sprintf("Entries of laptop %s are missing: the last one here is %d and the next one offered is %d. Close the file and open it again.", e.Device, e.Have, e.Got)
}

// FileError means that a file or folder cannot be used. It gives the reason in words.
type FileError struct {
	Path string
	Why  string // a clause: "is a folder"
	Do   string // a sentence
	Err  error  // may be nil
}

func (e *FileError) Error() string {
	if e.Err != nil {
		return e.Err.Error()
	}
	return e.Path + ": " + e.Why
}

func (e *FileError) Unwrap() error { return e.Err }

// Taken returns true if a file of that name exists and was left as it is.
func (e *FileError) Taken() bool { return errors.Is(e.Err, fs.ErrExist) }

// Explain returns the sentence for people.
func (e *FileError) Explain() string {
	return strings.TrimSpace(base(e.Path) + " " + e.Why + ". " + e.Do)
}

func base(path string) string { return filepath.Base(path) }

// makeError is fileError for a file that was to be made: if something is missing or forbidden, it is the folder.
func makeError(path string, err error) error {
	folder := filepath.Dir(absolute(path))
	switch {
	case hasSentence(err):
	case errors.Is(err, fs.ErrNotExist):
		return &FileError{Path: path, Err: err, Why: "cannot be made: there is no folder " + folder, Do: "Make the folder, or name another one."}
	case errors.Is(err, fs.ErrPermission), errors.Is(err, syscall.EROFS):
		return &FileError{Path: path, Err: err, Why: "cannot be made: you may not write in the folder " + folder, Do: "Name a folder of your own."}
	}
	return fileError(path, err)
}

// hasSentence returns true if an error already explains what is wrong with its file.
func hasSentence(err error) bool {
	var f *FileError
	return errors.As(err, &f)
}

// fileError puts an error of the operating system into words. Other errors are returned unchanged.
func fileError(path string, err error) error {
	f := &FileError{Path: path, Err: err}
	switch {
	case err == nil, hasSentence(err):
		return err
	case errors.Is(err, fs.ErrNotExist):
		f.Why, f.Do = "does not exist", "Check the name and the folder."
	case errors.Is(err, fs.ErrPermission):
		f.Why, f.Do = "may not be opened by you", "Ask its owner for the right to read it."
	case errors.Is(err, fs.ErrExist):
		f.Why, f.Do = "exists already", "Choose another name; nothing was overwritten."
	case errors.Is(err, syscall.ENOTDIR):
		f.Why, f.Do = "is a file, not a folder", "Go to its folder, and choose it there."
	case errors.Is(err, syscall.EISDIR):
		f.Why, f.Do = "is a folder, not a file", "Choose a file in it."
	case errors.Is(err, syscall.ENOSPC), errors.Is(err, bolterrors.ErrMaxSizeReached), errors.Is(err, syscall.EFBIG):
		f.Why, f.Do = "has no room to grow: the disk is full", "Nothing that was saved before is lost. Make room, then try again."
	default:
		return err
	}
	return f
}
