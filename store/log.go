package store

// This file holds the log: how a change is appended, how events are read back, and how they are chained. A record is the
// hash of the record before it in the same chain, followed by the event.

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"maps"

	bolt "go.etcd.io/bbolt"

	"shortlist/model"
	"shortlist/store/codec"
)

// hashSize is the length of a hash in a chain.
const hashSize = sha256.Size

// head is the end of a chain: the sequence number of its last event, and the hash of that event's record.
type head struct {
	seq  uint64
	hash [hashSize]byte
}

// counts is how much is committed. It is compared with what is found, because a damaged file can lose records without a
// trace.
type counts struct {
	events, people uint64
}

func readCounts(tx *bolt.Tx) (counts, error) {
	v, err := need(tx, bucketMeta, keyCounts, "the header")
	if err != nil {
		return counts{}, err
	}
	if len(v) != 16 {
		return counts{}, damaged("the header")
	}
	return counts{binary.BigEndian.Uint64(v), binary.BigEndian.Uint64(v[8:])}, nil
}

func (t counts) put(tx *bolt.Tx) error {
	v := binary.BigEndian.AppendUint64(nil, t.events)
	return put(tx, bucketMeta, keyCounts, binary.BigEndian.AppendUint64(v, t.people))
}

// checkHeads returns *DamagedError if the heads do not add up to the number of events. The events of each chain are
// numbered from 1 without a gap.
func (t counts) checkHeads(heads map[model.ChainID]head) error {
	sum := uint64(0)
	for _, h := range heads {
		sum += h.seq
	}
	if sum != t.events {
		return damaged(fmt.Sprintf("part of the history (%d of %d entries are there)", sum, t.events))
	}
	return nil
}

// headsOf finds the last event of every chain: the last key of each run of keys in the bucket of ids.
func headsOf(tx *bolt.Tx) (map[model.ChainID]head, error) {
	b, err := bucketOf(tx, bucketIDs)
	if err != nil {
		return nil, err
	}
	heads := map[model.ChainID]head{}
	c := b.Cursor()
	for k, _ := c.First(); k != nil; {
		n := bytes.IndexByte(k, 0)
		if n < 1 || len(k) != n+9 {
			return nil, damaged("the list of entries")
		}
		device := bytes.Clone(k[:n])
		next, _ := c.Seek(append(bytes.Clone(device), 1))
		var last, v []byte
		if next == nil {
			last, v = c.Last()
		} else {
			last, v = c.Prev()
		}
		if len(last) != n+9 || !bytes.HasPrefix(last, device) {
			return nil, damaged("the list of entries")
		}
		value, ok := unseal(bucketIDs, last, v)
		if !ok || len(value) != 8+hashSize {
			return nil, damaged("the list of entries")
		}
		h := head{seq: binary.BigEndian.Uint64(last[n+1:])}
		copy(h.hash[:], value[8:])
		heads[model.ChainID(device)] = h
		k = next
		if k != nil {
			k, _ = c.Seek(bytes.Clone(next))
		}
	}
	return heads, nil
}

// Heads returns the hash of the last event of every chain. Somebody who keeps it can find out later if the history was
// changed.
func (f *File) Heads() map[model.ChainID][]byte {
	f.mu.Lock()
	defer f.mu.Unlock()
	out := make(map[model.ChainID][]byte, len(f.heads))
	for d, h := range f.heads {
		out[d] = bytes.Clone(h.hash[:])
	}
	return out
}

// Commit stores a change whole and durably, or not at all. An event that is stored already with the same bytes is
// skipped. It returns *model.Error Conflict if an event is stored with other bytes, or if candidates arrive that were
// not staged; *GapError if the events do not follow those on disk; *ReadOnlyError or *ReplacedError.
func (f *File) Commit(ch model.Change) error {
	f.write.Lock()
	defer f.write.Unlock()
	if len(ch.Events) == 0 {
		return f.mayWrite()
	}
	f.mu.Lock()
	a := appender{counts: f.counts, heads: maps.Clone(f.heads), lock: ch.Lock}
	f.mu.Unlock()
	err := f.update(func(tx *bolt.Tx) error {
		a.tx = tx
		for _, e := range ch.Events {
			if err := a.append(e); err != nil {
				return err
			}
		}
		if err := putTexts(tx, a.counts.people, ch.Texts); err != nil {
			return err
		}
		return a.counts.put(tx)
	})
	if err != nil {
		return err
	}
	f.mu.Lock()
	f.counts, f.heads = a.counts, a.heads
	f.mu.Unlock()
	return nil
}

// appender appends the events of one change in one transaction.
type appender struct {
	tx     *bolt.Tx
	counts counts
	heads  map[model.ChainID]head
	lock   []byte // what a PIN set in this change is checked against
}

func (a *appender) append(e model.Event) error {
	body, err := codec.Encode(e)
	if err != nil {
		return err
	}
	h := a.heads[e.ID.Chain]
	switch {
	case e.ID.Seq <= h.seq:
		return a.checkSame(e.ID, body)
	case e.ID.Seq != h.seq+1:
		return &GapError{string(e.ID.Chain), h.seq, e.ID.Seq}
	}
	if p, ok := e.Payload.(model.KeptBeside); ok {
		if err := p.KeepBeside(a); err != nil {
			return err
		}
	}
	return a.add(e.ID, body)
}

// add appends an event whose bytes must not change.
func (a *appender) add(id model.EventID, body []byte) error {
	h := a.heads[id.Chain]
	record := append(h.hash[:len(h.hash):len(h.hash)], body...)
	next := head{seq: id.Seq, hash: sha256.Sum256(record)}
	a.counts.events++
	at := arrivalKey(a.counts.events)
	if err := put(a.tx, bucketLog, at, record); err != nil {
		return err
	}
	if err := put(a.tx, bucketIDs, idKey(id), append(at, next.hash[:]...)); err != nil {
		return err
	}
	a.heads[id.Chain] = next
	return nil
}

// checkSame returns nil if the event that is stored under an id has the same bytes.
func (a *appender) checkSame(id model.EventID, body []byte) error {
	v, err := need(a.tx, bucketIDs, idKey(id), "the list of entries")
	if err != nil {
		return err
	}
	record, err := need(a.tx, bucketLog, v[:8], "entry "+id.String())
	if err != nil {
		return err
	}
	if !bytes.Equal(record[hashSize:], body) {
		return &model.Error{
			Code: model.Conflict, Subject: id.String(),
			Message: fmt.Sprintf("Entry %s is in the history already with other content. Nothing was saved: close the file and open it again.", id),
		}
	}
	return nil
}

// Revise puts corrected files in the place of those of their candidates.
func (a *appender) Revise(r model.Revision) error { return applyRevision(a.tx, r) }

// KeepPIN keeps what the PIN set in this change is checked against.
func (a *appender) KeepPIN(p model.PINChanged) error { return keepPIN(a.tx, p, a.lock) }

// Arrive makes staged people visible.
func (a *appender) Arrive(arrival model.ImportBatch) error {
	staged, err := readStaging(a.tx)
	if err != nil {
		return err
	}
	if staged.First != arrival.First || staged.Count != arrival.Count || staged.People != arrival.People ||
		uint64(arrival.First) != a.counts.people+1 {
		return &model.Error{
			Code: model.Conflict, Subject: arrival.Source,
			Message: fmt.Sprintf("The candidates of %s are not ready to be taken in: import the file again.", arrival.Source),
		}
	}
	a.counts.people += uint64(arrival.Count)
	b, err := bucketOf(a.tx, bucketMeta)
	if err != nil {
		return err
	}
	return b.Delete(keyStaging)
}

// decodeRecord reads a record of the log. The event keeps nothing of the record.
func decodeRecord(n uint64, record []byte) (model.Event, error) {
	if len(record) < hashSize {
		return model.Event{}, damaged(fmt.Sprintf("entry %d of the history", n))
	}
	e, err := codec.Decode(record[hashSize:])
	if err != nil {
		return e, &DamagedError{What: fmt.Sprintf("entry %d of the history", n), Cause: err}
	}
	return e, nil
}

// eachEvent calls do for the events that arrived from first to last, in the order of arrival. It returns *DamagedError
// if one is missing.
func eachEvent(tx *bolt.Tx, first, last uint64, do func(n uint64, record []byte) error) error {
	b, err := bucketOf(tx, bucketLog)
	if err != nil || first > last {
		return err
	}
	c := b.Cursor()
	k, sealed := c.Seek(arrivalKey(first))
	for n := first; n <= last; n++ {
		record, ok := unseal(bucketLog, k, sealed)
		if !ok || !bytes.Equal(k, arrivalKey(n)) {
			return damaged(fmt.Sprintf("entry %d of %d of the history", n, last))
		}
		if err := do(n, record); err != nil {
			return err
		}
		k, sealed = c.Next()
	}
	return nil
}

// History returns up to n events, newest first, after skipping skip of them. It returns *DamagedError if one cannot be
// read.
func (f *File) History(skip, n int) ([]model.Event, error) {
	if skip < 0 || n < 1 {
		return nil, nil
	}
	var out []model.Event
	err := f.view(func(tx *bolt.Tx) error {
		t, err := readCounts(tx)
		if err != nil || uint64(skip) >= t.events {
			return err
		}
		last := t.events - uint64(skip)
		first := uint64(1)
		if last > uint64(n) {
			first = last - uint64(n) + 1
		}
		out = make([]model.Event, last-first+1)
		return eachEvent(tx, first, last, func(at uint64, record []byte) error {
			e, err := decodeRecord(at, record)
			out[last-at] = e
			return err
		})
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}
