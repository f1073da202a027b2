package store

// This file runs migrations. Each lives in a file of its own, migrate_NNNN_name.go.

import (
	"encoding/binary"
	"fmt"

	bolt "go.etcd.io/bbolt"
)

// migration brings a file from the schema before it to its own number.
type migration struct {
	number int
	name   string
	up     func(*bolt.Tx) error
}

// migrations lists them in order. A new one is a new file, one line here, and a frozen file in testdata.
var migrations = []migration{
	{1, "layout", layout},
}

// schema is the version that this program writes.
var schema = migrations[len(migrations)-1].number

// migrate brings an older file up to date: it copies the file aside, then runs all pending steps in one transaction.
func (f *File) migrate() error {
	if f.schema >= schema {
		return nil
	}
	if f.readOnly {
		return &FileError{
			Path: f.path, Why: fmt.Sprintf("is of an older version (%d) and must be brought up to date before it can be read", f.schema),
			Do: "Open it once for writing; it is copied aside first.",
		}
	}
	if _, err := f.backup("before-version-" + fmt.Sprint(schema)); err != nil {
		return fmt.Errorf("copy %s aside: %w", f.path, err)
	}
	return f.update(func(tx *bolt.Tx) error { return runMigrations(tx, migrations, f.schema) })
}

// runMigrations runs the steps after a schema. It also drops the cache, because its content may mean something else now.
func runMigrations(tx *bolt.Tx, steps []migration, from int) error {
	for _, m := range steps {
		if m.number <= from {
			continue
		}
		if err := m.up(tx); err != nil {
			return fmt.Errorf("migrate to version %d (%s): %w", m.number, m.name, err)
		}
		if err := put(tx, bucketMeta, keySchema, binary.BigEndian.AppendUint32(nil, uint32(m.number))); err != nil {
			return err
		}
	}
	return dropCache(tx)
}

// dropCache empties the cache. It is filled again when it is needed.
func dropCache(tx *bolt.Tx) error {
	err := tx.DeleteBucket(bucketCache)
	if err != nil && tx.Bucket(bucketCache) != nil {
		return err
	}
	if _, err := tx.CreateBucket(bucketCache); err != nil {
		return err
	}
	return nil
}
