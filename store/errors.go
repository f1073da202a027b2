package store

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"strings"
	"syscall"

	bolterrors "go.etcd.io/bbolt/errors"
)

// This file holds the errors that people meet. Each says in Explain what happened, why, and what to do.

// Sentinels for callers that only branch.
var (
	// ErrInUse says that another program has the file.
	ErrInUse = errors.New("file is in use")
	// ErrClosed says that the file was closed before.
	ErrClosed = errors.New("file is closed")
)

// InUseError says which file another program has. It is ErrInUse.
type InUseError struct{ Path string }

func (e *InUseError) Error() string { return fmt.Sprintf("open %s: %v", e.Path, ErrInUse) }

// Is makes it ErrInUse.
func (e *InUseError) Is(target error) bool { return target == ErrInUse }

// Explain is the sentence for people.
func (e *InUseError) Explain() string {
	return fmt.Sprintf("%s is open in another program (or another window). Close it there, or open it read-only.", base(e.Path))
}

// InUse marks the error for whoever can offer to open the file for reading only.
func (e *InUseError) InUse() bool { return true }

// ReadOnlyError refuses a change of a file that was opened for reading.
type ReadOnlyError struct{ Path string }

func (e *ReadOnlyError) Error() string { return fmt.Sprintf("change %s: opened read-only", e.Path) }

// Explain is the sentence for people.
func (e *ReadOnlyError) Explain() string {
	return fmt.Sprintf("%s is open for reading only, so nothing can be changed. Close it elsewhere, then open it again.", base(e.Path))
}

// NewerError refuses a file of a newer program, untouched.
type NewerError struct {
	Path          string
	Schema, Known int
}

func (e *NewerError) Error() string {
	return fmt.Sprintf("open %s: schema %d is newer than %d", e.Path, e.Schema, e.Known)
}

// Explain is the sentence for people.
func (e *NewerError) Explain() string {
	return fmt.Sprintf("%s was written by a newer shortlist (file version %d, this program knows %d). "+
		"The file was not touched. Install the newer program and open it with that.", base(e.Path), e.Schema, e.Known)
}

// DamagedError says that a file, or a part of it, cannot be read any more.
type DamagedError struct {
	Path string
	// What is lost, as a noun ("the file of C003"); "" is the whole file.
	What string
	// Backup is the newest copy that was found whole, "" where there is none.
	Backup string
	// Do is what to do, where that is not to take the backup.
	Do string
	// Cause is what was met, for the log of a programmer; may be nil.
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

// Explain is the sentence for people.
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

// ForeignError refuses a file that is not a vacancy of this program.
type ForeignError struct {
	Path string
	// Empty is set for a file of no bytes.
	Empty bool
}

func (e *ForeignError) Error() string { return fmt.Sprintf("open %s: not a vacancy file", e.Path) }

// Explain is the sentence for people.
func (e *ForeignError) Explain() string {
	if e.Empty {
		return fmt.Sprintf("%s is empty (0 bytes), so there is no vacancy in it. If it should hold one, fetch it again from where it came.", base(e.Path))
	}
	return fmt.Sprintf("%s is not a vacancy file of shortlist, or its beginning is lost. "+
		"To make a vacancy from a published posting, use: shortlist new POSTING.", base(e.Path))
}

// ReplacedError refuses to write into a file that another program replaced, moved or deleted while it was open.
type ReplacedError struct{ Path string }

func (e *ReplacedError) Error() string { return fmt.Sprintf("write %s: replaced on disk", e.Path) }

// Explain is the sentence for people.
func (e *ReplacedError) Explain() string {
	return fmt.Sprintf("%s was replaced, moved or deleted by another program (a sync client?) while it was open here. "+
		"Nothing more is written to it. Make a backup to keep what you see, then close the file and open it again.", base(e.Path))
}

// GapError refuses events that do not follow those on disk.
type GapError struct {
	Device    string
	Have, Got uint64
}

func (e *GapError) Error() string {
	return fmt.Sprintf("append event %d of %s: the last one here is %d", e.Got, e.Device, e.Have)
}

// Explain is the sentence for people.
func (e *GapError) Explain() string {
	return fmt.Sprintf("Entries of laptop %s are missing: the last one here is %d and the next one offered is %d. Close the file and open it again.", e.Device, e.Have, e.Got)
}

// FileError is a file or folder that cannot be used, with the reason in words.
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

// Taken tells that a file of that name was there already and was left as it is.
func (e *FileError) Taken() bool { return errors.Is(e.Err, fs.ErrExist) }

// Explain is the sentence for people.
func (e *FileError) Explain() string {
	return strings.TrimSpace(base(e.Path) + " " + e.Why + ". " + e.Do)
}

func base(path string) string { return filepath.Base(path) }

// makeError is fileError for a file that was to be made: what is missing or closed is then its folder.
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

// hasSentence tells whether an error brings the sentence about its file already.
func hasSentence(err error) bool {
	var f *FileError
	return errors.As(err, &f)
}

// fileError puts what the system says about a file into words; other errors pass unchanged.
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
	case errors.Is(err, syscall.ENOTDIR):
		f.Why, f.Do = "is a file, not a folder, or lies in one", "Name a folder."
	case errors.Is(err, syscall.ENOSPC), errors.Is(err, bolterrors.ErrMaxSizeReached), errors.Is(err, syscall.EFBIG):
		f.Why, f.Do = "has no room to grow: the disk is full", "Nothing that was saved before is lost. Make room, then try again."
	default:
		return err
	}
	return f
}
