package store

// This file reads a vacancy that another program has open for writing. The lock of bbolt keeps readers out too, so the
// file is copied as it is at one moment, and the copy is read.

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"shortlist/model"
)

// copyTries is how often the copy is begun again because the other program saved in the middle of it.
const copyTries = 5

// openLockedCopy opens a copy of a file that another program has open. bbolt never writes into pages that the newest
// header describes, so the copy is whole if no header changed while it was made.
func openLockedCopy(path string) (*File, error) {
	folder, err := os.MkdirTemp("", "shortlist-reading-*") // mode 0700
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", path, err)
	}
	copied := filepath.Join(folder, filepath.Base(path))
	f := &File{path: copied, readOnly: true, heads: map[model.ChainID]head{}}
	if err = copyLocked(path, copied); err == nil {
		if _, err = f.open(openOptions{readOnly: true, timeout: lockTimeout}); err == nil {
			err = f.prepare()
		}
	}
	if err != nil {
		if f.db != nil {
			err = errors.Join(err, f.closeDB())
		}
		return nil, errors.Join(explainAt(path, err), os.RemoveAll(folder))
	}
	f.path, f.copyFolder = path, folder
	// Nothing personal may be left behind if the program is killed: without a name the copy is gone with the process. On
	// a system that cannot delete an open file, Close deletes it.
	if os.Remove(copied) == nil && os.Remove(folder) == nil {
		f.copyFolder = ""
	}
	return f, nil
}

func copyLocked(from, to string) (err error) {
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, in.Close()) }()
	out, err := os.OpenFile(to, os.O_CREATE|os.O_EXCL|os.O_RDWR, 0o600)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, out.Close()) }()
	for range copyTries {
		whole, err := copyOnce(in, out)
		if whole || err != nil {
			return err
		}
	}
	return &InUseError{from}
}

// copyOnce copies a file. whole is false if a header changed meanwhile.
func copyOnce(in, out *os.File) (whole bool, err error) {
	before, err := readMetas(in)
	if err != nil {
		return false, err
	}
	if _, err := in.Seek(0, io.SeekStart); err != nil {
		return false, err
	}
	if _, err := out.Seek(0, io.SeekStart); err != nil {
		return false, err
	}
	if _, err := io.CopyN(out, in, int64(before.high)*before.pageSize); err != nil {
		return false, err
	}
	after, err := readMetas(in)
	if err != nil {
		return false, err
	}
	return bytes.Equal(before.metas[0], after.metas[0]) && bytes.Equal(before.metas[1], after.metas[1]), nil
}
