package store

// This file holds an open vacancy file: the guard around its transactions, and how it is closed. Opening is in open.go.

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"runtime/debug"
	"sync"
	"time"

	bolt "go.etcd.io/bbolt"
	bolterrors "go.etcd.io/bbolt/errors"

	"shortlist/model"
)

// lockTimeout is how long Open waits for another program that has the file.
const lockTimeout = 300 * time.Millisecond

// abandonTime is how long bbolt may take to close a file in which a transaction died.
const abandonTime = time.Second

// File is one open vacancy file. Its methods may be called from any goroutine.
type File struct {
	path          string
	readOnly      bool
	device        model.DeviceID
	schema        int
	headerDamaged bool // one of the two header pages was damaged when the file was opened
	db            *bolt.DB
	handle        *os.File // bbolt's own descriptor, so that the lock can be released whatever happens
	info          os.FileInfo
	onClose       func()
	copyFolder    string // folder of the copy that is read instead of a file in use; empty if there is none
	// temporary is the folder that Close deletes, because the file is a sample; empty for a real vacancy.
	temporary string

	keys         *keyring       // of the user
	recent       *recentFolders // folders used last
	installation string         // number of this installation; empty if it has none

	write   sync.Mutex // held while writing: by Commit, by an import for each batch, by Close
	staging sync.Mutex // held by an import, of which there is one at a time

	mu     sync.Mutex // guards the fields below
	counts counts
	heads  map[model.ChainID]head
	dirty  bool  // something was written since the file was opened, so "clean" is off on disk
	broken error // set when a write transaction died: nothing more is written
	closed bool
}

// Path returns the path of the file.
func (f *File) Path() string { return f.path }

// ReadOnly returns true if the file can only be read.
func (f *File) ReadOnly() bool { return f.readOnly }

// Device returns the id of this copy of the vacancy.
func (f *File) Device() model.DeviceID { return f.device }

// guard runs a transaction. If bbolt panics or faults, which it does on a damaged page, guard returns *DamagedError.
func guard(do func() error) (err error) {
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	defer func() {
		if r := recover(); r != nil {
			err = &DamagedError{Cause: fmt.Errorf("transaction died: %v", r)}
		}
	}()
	return do()
}

// view runs a read transaction under the guard. Nothing from tx may leave do uncopied.
func (f *File) view(do func(*bolt.Tx) error) error {
	return f.explain(guard(func() error { return f.db.View(do) }))
}

// update runs a write transaction under the guard; it is on disk when update returns. The caller must hold f.write.
func (f *File) update(do func(*bolt.Tx) error) error {
	if err := f.mayWrite(); err != nil {
		return err
	}
	died := true
	err := guard(func() error {
		err := f.db.Update(func(tx *bolt.Tx) error {
			if err := f.markDirty(tx); err != nil {
				return err
			}
			return do(tx)
		})
		died = false
		return err
	})
	f.mu.Lock()
	if died {
		f.broken = err // bbolt may hold its locks for ever
	} else if err == nil {
		f.dirty = true
	}
	f.mu.Unlock()
	return f.explain(err)
}

func (f *File) markDirty(tx *bolt.Tx) error {
	f.mu.Lock()
	dirty := f.dirty
	f.mu.Unlock()
	if dirty {
		return nil
	}
	if err := f.markInstallation(tx); err != nil {
		return err
	}
	return put(tx, bucketMeta, keyClean, []byte{0})
}

// mayWrite returns an error if the file is closed, read-only, broken, or no longer at its path. A sync client replaces
// files by renaming; two programs would then write into two files.
func (f *File) mayWrite() error {
	f.mu.Lock()
	closed, broken := f.closed, f.broken
	f.mu.Unlock()
	switch {
	case closed:
		return fmt.Errorf("write %s: %w", f.path, ErrClosed)
	case f.readOnly:
		return &ReadOnlyError{f.path}
	case broken != nil:
		return f.explain(broken)
	}
	now, err := os.Stat(f.path)
	if err != nil || !os.SameFile(now, f.info) {
		return &ReplacedError{f.path}
	}
	return nil
}

// explain adds what the place of an error does not know: the path of the file, and its newest good copy.
func (f *File) explain(err error) error {
	if errors.Is(err, bolterrors.ErrDatabaseNotOpen) {
		return fmt.Errorf("read %s: %w", f.path, ErrClosed)
	}
	return explainAt(f.path, err)
}

// explainAt adds the path to an error.
func explainAt(path string, err error) error {
	var d *DamagedError
	var x *ForeignError
	switch {
	case err == nil:
		return nil
	case errors.As(err, &d):
		if d.Path != "" {
			return err
		}
		e := *d
		if e.Path = path; e.Do == "" {
			e.Backup = newestBackup(path)
		}
		return &e
	case errors.As(err, &x):
		return &ForeignError{Path: path, Empty: x.Empty}
	case model.CodeOf(err) != "":
		return err
	}
	return fileError(path, err)
}

// Close writes what makes the next opening quick, marks the file as closed and releases it. Closing twice does nothing.
func (f *File) Close() error {
	f.write.Lock()
	defer f.write.Unlock()
	f.mu.Lock()
	closed, dirty, dead := f.closed, f.dirty, f.broken != nil
	f.mu.Unlock()
	if closed {
		return nil
	}
	var err error
	if dirty && !dead && f.mayWrite() == nil {
		err = f.writeClosing()
	}
	f.mu.Lock()
	f.closed = true
	f.mu.Unlock()
	if dead {
		return errors.Join(err, f.abandon())
	}
	if f.onClose != nil {
		f.onClose()
	}
	err = errors.Join(err, f.explain(guard(f.db.Close)))
	for _, folder := range []string{f.copyFolder, f.temporary} {
		if folder != "" {
			err = errors.Join(err, os.RemoveAll(folder))
		}
	}
	return err
}

// abandon releases a file whose locks bbolt may hold for ever. If it does, closing the descriptor is all that can be done:
// then the mapping keeps the lock of the file on Linux until the program ends.
func (f *File) abandon() error {
	if f.onClose != nil {
		f.onClose()
	}
	closed := make(chan error, 1)
	go func() { closed <- guard(f.db.Close) }()
	select {
	case err := <-closed:
		if err == nil {
			return nil
		}
	case <-time.After(abandonTime):
	}
	if err := f.handle.Close(); err != nil && !errors.Is(err, fs.ErrClosed) {
		return err
	}
	return nil
}

// writeClosing writes snapshot and summary and marks the file as closed. Then it commits once more, so that both header
// pages describe the same content: if one of them is damaged later, nothing is lost.
func (f *File) writeClosing() error {
	board, tail, err := f.load()
	if err != nil {
		return err
	}
	err = f.update(func(tx *bolt.Tx) error {
		if tail >= closingTail {
			if err := f.putSnapshot(tx, board); err != nil {
				return err
			}
		}
		if err := putSummary(tx, board); err != nil {
			return err
		}
		return put(tx, bucketMeta, keyClean, []byte{1})
	})
	if err != nil {
		return err
	}
	return f.update(func(*bolt.Tx) error { return nil })
}
