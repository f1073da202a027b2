package safefile

// This file writes files whole, and puts finished files in place without overwriting. Syncing of folders is in
// sync_*.go.

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// Write writes a file whole or not at all. It replaces an older file of that name as its last step.
func Write(path string, mode os.FileMode, write func(io.Writer) error) error {
	tmp, err := fill(path, mode, write)
	if err != nil {
		return err
	}
	if err := os.Rename(tmp, path); err != nil {
		return errors.Join(fmt.Errorf("put %s in place: %w", path, err), os.Remove(tmp))
	}
	return SyncFolder(filepath.Dir(path))
}

// fill writes the temporary file beside path and returns its name. It leaves nothing behind if it fails.
func fill(path string, mode os.FileMode, write func(io.Writer) error) (string, error) {
	f, err := os.CreateTemp(filepath.Dir(path), TempPattern(path))
	if err != nil {
		return "", fmt.Errorf("write %s: %w", path, err)
	}
	w := bufio.NewWriterSize(f, 1<<16)
	err = write(w)
	if err == nil {
		err = w.Flush()
	}
	if err == nil {
		err = f.Chmod(mode)
	}
	if err == nil {
		err = f.Sync()
	}
	if err = errors.Join(err, f.Close()); err != nil {
		return "", errors.Join(fmt.Errorf("write %s: %w", path, err), os.Remove(f.Name()))
	}
	return f.Name(), nil
}

// TempPattern returns the pattern of temporary names beside path. They are hidden, so that no list of files shows them.
func TempPattern(path string) string { return "." + filepath.Base(path) + ".*.tmp" }

// Place gives a finished, closed file its final name in the same folder. It returns fs.ErrExist if that name is taken;
// then tmp still exists.
func Place(tmp, path string) error {
	err := os.Link(tmp, path)
	switch {
	case err == nil:
		err = os.Remove(tmp)
	case errors.Is(err, fs.ErrExist):
		return fmt.Errorf("put %s in place: %w", path, fs.ErrExist)
	default: // a file system without hard links: take the name first, then fill it
		err = reserve(path)
		if err == nil {
			err = os.Rename(tmp, path)
		}
	}
	if err != nil {
		return fmt.Errorf("put %s in place: %w", path, err)
	}
	return SyncFolder(filepath.Dir(path))
}

// Remove deletes a temporary file that was not put in place. It returns nil if the file is gone already.
func Remove(tmp string) error {
	if err := os.Remove(tmp); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}

func reserve(path string) error {
	f, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	return f.Close()
}
