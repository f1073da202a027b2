package store

// This file opens bundles, and makes a member's copy of a vacancy from the first one.

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	bolt "go.etcd.io/bbolt"

	"shortlist/model"
	"shortlist/store/bundle"
	"shortlist/store/codec"
	"shortlist/store/identity"
	"shortlist/store/safefile"
)

// maxBundle bounds the size of a bundle file in bytes.
const maxBundle = 1 << 29

// OpenBundle reads and unpacks a bundle with the keys of a card; id is nil if there is none. passphrase is called for a
// bundle under one; nil refuses those. It returns *FileError if the file cannot be read, and the errors of bundle.Open.
func OpenBundle(path string, id *identity.Identity, passphrase func() (string, error)) (*bundle.Bundle, error) {
	path = expandHome(path)
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return nil, fileError(path, err)
	case info.IsDir():
		return nil, &FileError{Path: path, Why: "is a folder, not a bundle", Do: "Choose a file in it."}
	case info.Size() > maxBundle:
		return nil, &FileError{Path: path, Why: "is larger than any bundle", Do: "Check what it is."}
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, fileError(path, err)
	}
	keys := bundle.Keys{Passphrase: passphrase}
	if id != nil {
		keys.Lock = id.Lock()
	}
	return bundle.Open(base(path), data, keys)
}

// CreateFrom makes the copy of a vacancy from a bundle of the chair, and opens it. key is that of the card on this
// laptop, or "". It returns *FileError if the name is taken, and *model.Error if the bundle does not come from a chair.
func (l *Library) CreateFrom(b *bundle.Bundle, key, path string) (*File, Merged, error) {
	path = expandHome(path)
	if _, err := os.Lstat(path); err == nil {
		return nil, Merged{}, fileError(path, fs.ErrExist)
	}
	tmp, err := temporary(path)
	if err != nil {
		return nil, Merged{}, makeError(path, err)
	}
	report, err := fillFrom(tmp, b, key)
	if err == nil {
		err = makeError(path, safefile.Place(tmp, path))
	}
	if err != nil {
		return nil, Merged{}, errors.Join(err, safefile.Remove(tmp))
	}
	f, err := l.Open(path, false)
	return f, report, err
}

// PreviewFrom returns what CreateFrom would bring. It returns the same errors.
func PreviewFrom(b *bundle.Bundle, key string) (m Merged, err error) {
	folder, err := os.MkdirTemp("", "shortlist-preview-*")
	if err != nil {
		return Merged{}, fmt.Errorf("preview a bundle: %w", err)
	}
	defer func() { err = errors.Join(err, os.RemoveAll(folder)) }()
	path := filepath.Join(folder, "preview"+Extension)
	if err := os.WriteFile(path, nil, 0o600); err != nil {
		return Merged{}, fmt.Errorf("preview a bundle: %w", err)
	}
	return fillFrom(path, b, key)
}

// fillFrom fills an empty file with the content of a bundle.
func fillFrom(path string, b *bundle.Bundle, key string) (Merged, error) {
	if err := fillEmpty(path, b); err != nil {
		return Merged{}, explainAt(path, err)
	}
	f, err := openFile(path, openOptions{})
	if err != nil {
		return Merged{}, err
	}
	m, err := f.Merge(b, key, false)
	return m, errors.Join(err, f.Close())
}

// fillEmpty makes a vacancy file without a history.
func fillEmpty(path string, b *bundle.Bundle) error {
	var posting model.Posting
	if len(b.Content.Posting) == 0 || codec.Unmarshal(b.Content.Posting, &posting) != nil {
		return refuseBundle(b, "does not come from the chair: only a bundle of the chair's laptop brings a vacancy")
	}
	db, err := bolt.Open(path, 0o600, &bolt.Options{Timeout: lockTimeout, PageSize: pageSize, FreelistType: bolt.FreelistMapType})
	if err != nil {
		return fmt.Errorf("make %s: %w", path, err)
	}
	err = db.Update(func(tx *bolt.Tx) error {
		if err := runMigrations(tx, migrations, 0); err != nil {
			return err
		}
		if err := putHeader(tx, b.Vacancy, model.DeviceID(newID(8))); err != nil {
			return err
		}
		return put(tx, bucketPosting, keyPosting, b.Content.Posting)
	})
	return errors.Join(err, db.Close())
}
