package store

// This file checks a vacancy file on request: structure, seals, and every chain.

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"

	bolt "go.etcd.io/bbolt"

	"shortlist/model"
)

// CheckReport is what a check found in a sound file.
type CheckReport struct {
	Path               string
	Schema             int
	Events, Candidates int
	Laptops            int
	Unknown            int // events of a newer program
	Backup             string
}

// String returns the report in one or more sentences.
func (r CheckReport) String() string {
	s := fmt.Sprintf("%s is sound: version %d, %s of %s in unbroken chains, %s; every value matches its checksum.",
		base(r.Path), r.Schema, model.Count(r.Events, "entry", "entries"), model.Count(r.Laptops, "laptop", "laptops"),
		model.Count(r.Candidates, "candidate", "candidates"))
	if r.Unknown > 0 {
		s += fmt.Sprintf(" Kept as they are, being of a newer program: %s.", model.Count(r.Unknown, "entry", "entries"))
	}
	if r.Backup != "" {
		return s + " Newest good copy: " + r.Backup + "."
	}
	return s + " There is no copy beside it yet."
}

// Check checks a file from end to end without changing it. It returns *DamagedError with what is lost, *InUseError if
// another program saves all the time, and the errors of opening.
func Check(path string) (CheckReport, error) {
	r := CheckReport{Path: path}
	if _, err := precheckPath(path); err != nil {
		return r, explainAt(path, err)
	}
	err := checkApart(path, checkLimit)
	if err != nil && !errors.Is(err, ErrInUse) {
		return r, explainAt(path, err)
	}
	return checkHere(path)
}

// checkHere is the part of Check that runs in this process.
func checkHere(path string) (CheckReport, error) {
	r := CheckReport{Path: path}
	f, err := openToRead(path)
	if err != nil {
		return r, err
	}
	err = f.view(func(tx *bolt.Tx) error {
		if err := sweep(tx, checkLimit); err != nil {
			return err
		}
		return checkChains(tx, &r)
	})
	r.Schema, r.Laptops, r.Candidates, r.Backup = f.schema, laptops(f.heads), int(f.counts.people), newestBackup(path)
	return r, errors.Join(err, f.Close())
}

// laptops counts the laptops that wrote the chains.
func laptops(heads map[model.ChainID]head) int {
	seen := map[model.DeviceID]bool{}
	for chain := range heads {
		laptop, _ := chain.Split()
		seen[laptop] = true
	}
	return len(seen)
}

// checkChains follows every chain through the log.
func checkChains(tx *bolt.Tx, r *CheckReport) error {
	t, err := readCounts(tx)
	if err != nil {
		return err
	}
	heads := map[model.ChainID]head{}
	return eachEvent(tx, 1, t.events, func(n uint64, record []byte) error {
		e, err := decodeRecord(n, record)
		if err != nil {
			return err
		}
		h := heads[e.ID.Chain]
		if e.ID.Seq != h.seq+1 || !bytes.Equal(record[:hashSize], h.hash[:]) {
			return damaged(fmt.Sprintf("the chain of laptop %s at entry %d", e.ID.Chain, e.ID.Seq))
		}
		if _, ok := e.Payload.(model.Unknown); ok {
			r.Unknown++
		}
		r.Events++
		heads[e.ID.Chain] = head{e.ID.Seq, sha256.Sum256(record)}
		v, err := need(tx, bucketIDs, idKey(e.ID), "the list of entries")
		next := heads[e.ID.Chain]
		if err == nil && !bytes.Equal(v, append(arrivalKey(n), next.hash[:]...)) {
			err = damaged("the list of entries")
		}
		return err
	})
}
