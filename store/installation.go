package store

// This file tells computers apart. Two copies of a vacancy file on two computers would write events with the same ids,
// and what they send could never be merged. So each installation has a number, kept beside the keys, and a vacancy file
// holds the number of the installation that writes into it.

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	bolt "go.etcd.io/bbolt"

	"shortlist/model"
	"shortlist/store/codec"
	"shortlist/store/safefile"
)

// installationID returns the number of this installation; the first call draws it. It returns "" if the number cannot be
// kept; then computers are not told apart.
func installationID(folder string) string {
	path := filepath.Join(folder, "laptop")
	for range 2 {
		if b, err := os.ReadFile(path); err == nil {
			return strings.TrimSpace(string(b))
		}
		if os.MkdirAll(folder, 0o700) != nil {
			return ""
		}
		tmp, err := os.CreateTemp(folder, safefile.TempPattern(path))
		if err != nil {
			return ""
		}
		_, err = tmp.WriteString(newID(16) + "\n")
		err = errors.Join(err, tmp.Sync(), tmp.Close())
		if err == nil {
			err = safefile.Place(tmp.Name(), path) // if another process was faster, its number is read
		}
		if err != nil && os.Remove(tmp.Name()) != nil {
			return ""
		}
	}
	return ""
}

// ElsewhereError means that a file was last written on another computer.
type ElsewhereError struct {
	Path string
	Home bool // it is the chair's file: the vacancy was made in it
}

func (e *ElsewhereError) Error() string {
	return fmt.Sprintf("open %s: written on another computer", e.Path)
}

// Elsewhere returns true if the file is the chair's. Callers look for this method to ask what happened to the file.
func (e *ElsewhereError) Elsewhere() (home bool) { return e.Home }

// Explain returns the sentence for people.
func (e *ElsewhereError) Explain() string {
	s := fmt.Sprintf("%s was written on another computer, or under another account. If you moved it here, so that this one takes over, say --moved", base(e.Path))
	if e.Home {
		return s + ". If it is a copy and the other one stays the chair's, open it with --read-only, or begin here with a bundle."
	}
	return s + "; if it is a copy, and work on the other goes on, say --copy."
}

// OpenHere is Open for a file that is to be changed. It returns *ElsewhereError if another computer wrote into the file;
// ResolveMoved settles that.
func (l *Library) OpenHere(path string, readOnly bool) (*File, error) {
	f, err := l.Open(path, readOnly)
	if err != nil || readOnly {
		return f, err
	}
	if err := f.elsewhere(); err != nil {
		return nil, errors.Join(err, f.Close())
	}
	return f, nil
}

// elsewhere returns *ElsewhereError if another computer wrote into the file.
func (f *File) elsewhere() error {
	var wrote []byte
	err := f.view(func(tx *bolt.Tx) (err error) {
		wrote, err = get(tx, bucketMeta, keyInstallation, "the header")
		return err
	})
	if err != nil || wrote == nil || f.installation == "" || string(wrote) == f.installation {
		return err
	}
	b, err := f.Load()
	if err != nil {
		return err
	}
	return &ElsewhereError{f.path, b.Created && b.IsChairDevice(f.device)}
}

// markInstallation records the number of this installation in a file that nobody has written into yet.
func (f *File) markInstallation(tx *bolt.Tx) error {
	if f.installation == "" {
		return nil
	}
	wrote, err := get(tx, bucketMeta, keyInstallation, "the header")
	if err != nil || wrote != nil {
		return err
	}
	return put(tx, bucketMeta, keyInstallation, []byte(f.installation))
}

// ResolveMoved records what happened to a file that another computer wrote into. If copied is false it was moved here,
// and this computer takes over. If copied is true both go on, and what is written here from now on has an id of its own.
// It returns *model.Error Forbidden for a copy of the chair's file, because only one computer can be the chair's.
func (l *Library) ResolveMoved(path string, copied bool) (err error) {
	f, err := l.Open(path, false)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	b, err := f.Load()
	if err != nil {
		return err
	}
	if copied && b.IsChairDevice(f.device) {
		return &model.Error{Code: model.Forbidden, Subject: path, Message: fmt.Sprintf("%s is a copy of the chair's file, and only one computer can be the chair's. Open it read-only, or begin on this computer with a bundle of the chair.", base(path))}
	}
	return f.update(func(tx *bolt.Tx) error {
		if copied {
			if err := f.takeNewDeviceID(tx); err != nil {
				return err
			}
		}
		return put(tx, bucketMeta, keyInstallation, []byte(f.installation))
	})
}

// takeNewDeviceID gives the copy an id of its own, and records the one under which it wrote before.
func (f *File) takeNewDeviceID(tx *bolt.Tx) error {
	before, err := formerDevices(tx)
	if err != nil {
		return err
	}
	v, err := codec.Marshal(append(before, f.device))
	if err != nil {
		return err
	}
	if err := put(tx, bucketMeta, keyFormer, v); err != nil {
		return err
	}
	return put(tx, bucketMeta, keyDevice, []byte(newID(8)))
}

// formerDevices returns the ids under which a copy wrote before it got one of its own.
func formerDevices(tx *bolt.Tx) (out []model.DeviceID, err error) {
	v, err := get(tx, bucketMeta, keyFormer, "the header")
	if err != nil || v == nil {
		return nil, err
	}
	return out, codec.Unmarshal(v, &out)
}
