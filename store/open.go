package store

// This file opens vacancy files: which files are refused, in which order, and what is read on the way.

import (
	"encoding/binary"
	"errors"
	"io/fs"
	"os"
	"syscall"
	"time"

	bolt "go.etcd.io/bbolt"
	bolterrors "go.etcd.io/bbolt/errors"

	"shortlist/model"
)

// openOptions can be changed by tests.
type openOptions struct {
	readOnly bool
	timeout  time.Duration
	maxSize  int
}

// openFile opens a vacancy file. A file that is refused was not touched. It returns *ForeignError, *DamagedError,
// *NewerError, *InUseError or *FileError.
func openFile(path string, o openOptions) (*File, error) {
	f := &File{path: path, readOnly: o.readOnly, heads: map[model.ChainID]head{}}
	if o.timeout == 0 {
		o.timeout = lockTimeout
	}
	clean, err := f.open(o)
	if err == nil && !clean && !o.readOnly {
		err = f.recheckUnclean(o)
	}
	if err == nil {
		err = f.prepare()
	}
	if err != nil {
		if f.db != nil {
			err = errors.Join(err, f.closeDB())
		}
		return nil, explainAt(path, err)
	}
	return f, nil
}

// recheckUnclean checks a file that its last writer did not close in a child process, and opens it again.
func (f *File) recheckUnclean(o openOptions) error {
	if err := f.closeDB(); err != nil {
		return err
	}
	if f.headerDamaged {
		// Close writes two headers that describe the same content. Here the other one is a commit older, and it cannot be
		// known if the damaged one was newer.
		return &DamagedError{
			What: "one of its two header pages, and with it perhaps the last change,",
			Do:   "Open it read-only: everything else is there, and a backup made of it can be opened and changed.",
		}
	}
	if err := checkApart(f.path, openLimit); err != nil {
		return err
	}
	_, err := f.open(o)
	return err
}

// open checks the pages, lets bbolt map the file and reads its format. clean is true if its last writer closed it.
func (f *File) open(o openOptions) (clean bool, err error) {
	if f.headerDamaged, err = precheckPath(f.path); err != nil {
		return false, err
	}
	if err := f.attach(o); err != nil {
		return false, explainReadOnly(f.path, o, err)
	}
	if f.info, err = f.handle.Stat(); err != nil {
		return false, err
	}
	err = f.view(func(tx *bolt.Tx) error {
		if err := f.readFormat(tx); err != nil {
			return err
		}
		v, err := need(tx, bucketMeta, keyClean, "the header")
		clean = len(v) == 1 && v[0] == 1
		return err
	})
	return clean, err
}

// precheckPath runs precheck on the file at a path. damaged is true if one of its header pages is damaged.
func precheckPath(path string) (damaged bool, err error) {
	p, err := os.Open(path)
	if err != nil {
		return false, err
	}
	s, err := precheck(p)
	if err == nil {
		damaged = s.headerDamaged
	}
	return damaged, errors.Join(err, p.Close())
}

// explainReadOnly replaces an error of a file that can be read but not changed.
func explainReadOnly(path string, o openOptions, err error) error {
	if o.readOnly || !errors.Is(err, fs.ErrPermission) && !errors.Is(err, syscall.EROFS) {
		return err
	}
	return &FileError{
		Path: path, Err: err, Why: "may be read by you but not changed", Do: "Open it read-only, or copy it to a folder of your own.",
	}
}

// attach lets bbolt open the file. The descriptor is kept, so that the lock can be released whatever happens.
func (f *File) attach(o openOptions) error {
	var handle *os.File
	err := guard(func() (err error) {
		f.db, err = bolt.Open(f.path, 0o600, &bolt.Options{
			Timeout: o.timeout, ReadOnly: o.readOnly, PageSize: pageSize, MaxSize: o.maxSize,
			FreelistType: bolt.FreelistMapType, NoStatistics: true,
			OpenFile: func(path string, flag int, mode os.FileMode) (*os.File, error) {
				h, err := os.OpenFile(path, flag&^os.O_CREATE, mode)
				if handle == nil {
					handle = h
				}
				return h, err
			},
		})
		return err
	})
	f.handle = handle
	switch {
	case errors.Is(err, bolterrors.ErrTimeout):
		f.db = nil
		return &InUseError{f.path}
	case err != nil:
		f.db = nil
		if handle != nil {
			if cerr := handle.Close(); cerr != nil && !errors.Is(cerr, fs.ErrClosed) {
				err = errors.Join(err, cerr)
			}
		}
		var d *DamagedError
		if errors.Is(err, bolterrors.ErrInvalid) || errors.Is(err, bolterrors.ErrChecksum) || errors.Is(err, bolterrors.ErrVersionMismatch) {
			return &DamagedError{Cause: err}
		} else if errors.As(err, &d) {
			return d
		}
		return err
	}
	return nil
}

func (f *File) closeDB() error {
	err := guard(f.db.Close)
	f.db = nil
	return err
}

// readFormat refuses files of other programs and of newer versions of this one.
func (f *File) readFormat(tx *bolt.Tx) error {
	if tx.Bucket(bucketMeta) == nil {
		return &ForeignError{}
	}
	name, err := get(tx, bucketMeta, keyFormat, "the header")
	if err != nil {
		return err
	}
	if string(name) != formatName {
		return &ForeignError{}
	}
	f.schema, err = readSchema(tx)
	if err == nil && f.schema > schema {
		err = &NewerError{Path: f.path, Schema: f.schema, Known: schema}
	}
	return err
}

func readSchema(tx *bolt.Tx) (int, error) {
	v, err := need(tx, bucketMeta, keySchema, "the header")
	if err != nil {
		return 0, err
	}
	if len(v) != 4 {
		return 0, damaged("the header")
	}
	return int(binary.BigEndian.Uint32(v)), nil
}

// prepare migrates an older file, reads its heads, and deletes what an unfinished import left behind.
func (f *File) prepare() error {
	if err := f.migrate(); err != nil {
		return err
	}
	if err := f.view(f.readHeads); err != nil || f.readOnly {
		return err
	}
	return f.dropStaged()
}

// readHeads reads the counts and the heads, and checks that they agree.
func (f *File) readHeads(tx *bolt.Tx) error {
	device, err := need(tx, bucketMeta, keyDevice, "the header")
	if err != nil {
		return err
	}
	f.device = model.DeviceID(device)
	if f.counts, err = readCounts(tx); err != nil {
		return err
	}
	if f.heads, err = headsOf(tx); err != nil {
		return err
	}
	return f.counts.checkHeads(f.heads)
}
