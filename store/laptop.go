package store

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

// This file tells computers apart. A vacancy file that was copied by hand would write under the same id on two of them,
// and what they send could never be brought together again. So each installation has a number, kept beside the keys, and
// a file remembers the one that writes into it.

// thisLaptop is the number of this installation; it is drawn where there is none yet. "" where it cannot be kept: then
// nothing is told apart.
func thisLaptop(folder string) string {
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
			err = safefile.Place(tmp.Name(), path) // whoever comes first: the other one reads it
		}
		if err != nil && os.Remove(tmp.Name()) != nil {
			return ""
		}
	}
	return ""
}

// ElsewhereError says that a file was last written on another computer.
type ElsewhereError struct {
	Path string
	Home bool // it is the chair's: the one on which the vacancy was made
}

func (e *ElsewhereError) Error() string {
	return fmt.Sprintf("open %s: written on another computer", e.Path)
}

// Elsewhere marks the error for whoever can ask what happened to the file; home tells that it is the chair's.
func (e *ElsewhereError) Elsewhere() (home bool) { return e.Home }

// Explain is the sentence for people.
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

// elsewhere refuses a file that another computer wrote into.
func (f *File) elsewhere() error {
	var wrote []byte
	err := f.view(func(tx *bolt.Tx) (err error) {
		wrote, err = get(tx, bucketMeta, keyLaptop, "the header")
		return err
	})
	if err != nil || wrote == nil || f.laptop == "" || string(wrote) == f.laptop {
		return err
	}
	b, err := f.Load()
	if err != nil {
		return err
	}
	return &ElsewhereError{f.path, b.Created && b.AtHome(f.device)}
}

// markLaptop remembers who writes into a file that nobody has written into yet.
func (f *File) markLaptop(tx *bolt.Tx) error {
	if f.laptop == "" {
		return nil
	}
	wrote, err := get(tx, bucketMeta, keyLaptop, "the header")
	if err != nil || wrote != nil {
		return err
	}
	return put(tx, bucketMeta, keyLaptop, []byte(f.laptop))
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
	if copied && b.AtHome(f.device) {
		return &model.Error{Code: model.Forbidden, Subject: path, Message: fmt.Sprintf("%s is a copy of the chair's file, and only one computer can be the chair's. Open it read-only, or begin on this computer with a bundle of the chair.", base(path))}
	}
	return f.update(func(tx *bolt.Tx) error {
		if copied {
			if err := f.rename(tx); err != nil {
				return err
			}
		}
		return put(tx, bucketMeta, keyLaptop, []byte(f.laptop))
	})
}

// rename gives the copy an id of its own, and remembers the one under which it wrote before.
func (f *File) rename(tx *bolt.Tx) error {
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

// formerDevices are the ids under which a copy wrote before it got one of its own.
func formerDevices(tx *bolt.Tx) (out []model.DeviceID, err error) {
	v, err := get(tx, bucketMeta, keyFormer, "the header")
	if err != nil || v == nil {
		return nil, err
	}
	return out, codec.Unmarshal(v, &out)
}
