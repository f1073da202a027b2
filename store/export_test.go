package store

// This file gives tests access to the inside of the package.

import (
	"bytes"

	bolt "go.etcd.io/bbolt"
)

// OpenSmall opens a file that may not grow beyond a size.
func OpenSmall(path string, maxSize int) (*File, error) {
	return openFile(path, openOptions{maxSize: maxSize})
}

// Update writes without any rule.
func (f *File) Update(do func(*bolt.Tx) error) error {
	f.write.Lock()
	defer f.write.Unlock()
	return f.update(do)
}

// View reads.
func (f *File) View(do func(*bolt.Tx) error) error { return f.view(do) }

// Tail returns how many events Load has to read beside the snapshot.
func (f *File) Tail() (int, error) {
	_, tail, err := f.load()
	return tail, err
}

// Abandon releases a file as a killed program does: nothing is written.
func (f *File) Abandon() error {
	f.closed = true
	return f.closeDB()
}

// StateShape is the fingerprint of the fields of a board.
func StateShape() []byte { return stateShape() }

// Put seals a value.
var Put = put

// BucketNames returns the names in the order of the diagram.
func BucketNames() [][]byte { return buckets }

// Schema returns the version that this program writes.
func Schema() int { return schema }

// MigrateWith runs the released migrations and one more that is not.
func MigrateWith(path string, up func(*bolt.Tx) error) (err error) {
	f, err := openFile(path, openOptions{})
	if err != nil {
		return err
	}
	if _, err := f.backup("before-version-test"); err != nil {
		return err
	}
	f.write.Lock()
	err = f.update(func(tx *bolt.Tx) error {
		steps := append(migrations[:len(migrations):len(migrations)], migration{schema + 1, "test", up})
		return runMigrations(tx, steps, f.schema)
	})
	f.write.Unlock()
	if cerr := f.closeDB(); err == nil {
		err = cerr
	}
	return err
}

// Precheck is the check of pages before bbolt maps a file.
func Precheck(path string) error {
	_, err := precheckPath(path)
	return err
}

// CheckApart is the check before a file that was not closed is opened.
func CheckApart(path string) error { return checkApart(path, openLimit) }

// ProveExported verifies an exported history that is not on disk.
func ProveExported(data []byte, head string) (Verdict, error) {
	v := Verdict{Path: "some.history"}
	err := verifyHistoryFile(&v, bytes.NewReader(data), head)
	return v, err
}

// VerifyHere is Verify of a vacancy file without the check in a child process.
func VerifyHere(path string) (Verdict, error) {
	v := Verdict{Path: path}
	check, err := checkHere(path)
	if err != nil {
		return v, err
	}
	return verifyFile(v, check, "")
}
