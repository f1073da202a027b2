package store

// This file reads a vacancy file from end to end and checks every seal. The structure below the values is checked in
// check_process.go.

import (
	"errors"
	"fmt"
	"time"

	bolt "go.etcd.io/bbolt"
)

// sweepTime bounds a sweep while a person waits.
const sweepTime = time.Second

// sweepFile opens a file for reading and sweeps it.
func sweepFile(path string, limit time.Duration) error {
	f := &File{path: path, readOnly: true}
	if _, err := f.open(openOptions{readOnly: true, timeout: lockTimeout}); err != nil {
		if f.db != nil {
			err = errors.Join(err, f.closeDB())
		}
		return err
	}
	err := guard(func() error { return f.db.View(func(tx *bolt.Tx) error { return sweep(tx, limit) }) })
	return errors.Join(err, f.closeDB())
}

// sweep checks the seal of every value, and that no event and no candidate is missing. It stops without an error when
// the time is over; the history is read first.
func sweep(tx *bolt.Tx, limit time.Duration) error {
	end := time.Now().Add(limit)
	t, err := readCounts(tx)
	if err != nil {
		return err
	}
	heads, err := headsOf(tx)
	if err != nil {
		return err
	}
	if err := t.checkHeads(heads); err != nil {
		return err
	}
	if err := eachEvent(tx, 1, t.events, func(uint64, []byte) error { return nil }); err != nil {
		return err
	}
	people := uint64(0)
	for _, name := range buckets {
		b, err := bucketOf(tx, name)
		if err != nil {
			return err
		}
		c := b.Cursor()
		n := 0
		for k, v := c.First(); k != nil; k, v = c.Next() {
			if _, ok := unseal(name, k, v); !ok {
				return damaged(fmt.Sprintf("a value of the part %q", name))
			}
			if string(name) == string(bucketPeople) && len(k) == 4 && string(k) != string(keyEnd) {
				people++
			}
			if n++; n%256 == 0 && time.Now().After(end) {
				return nil
			}
		}
		if string(name) == string(bucketPeople) && people < t.people {
			return damaged(fmt.Sprintf("%d of %d candidates", t.people-people, t.people))
		}
	}
	return nil
}
