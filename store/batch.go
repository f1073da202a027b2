package store

// This file writes an import in batches, and deletes what is left of an import that was never committed.

import (
	"bytes"
	"errors"
	"slices"

	bolt "go.etcd.io/bbolt"

	"shortlist/model"
	"shortlist/store/codec"
)

const (
	// batchPuts and batchBytes bound one transaction of an import. Larger ones cost memory and are not faster.
	batchPuts  = 10_000
	batchBytes = 16 << 20
)

type pair struct{ bucket, key, sealed []byte }

// batch is what one transaction writes: values, and a function to run at the end of the same transaction.
type batch struct {
	pairs []pair
	last  func(*bolt.Tx) error
}

// batcher passes batches to a goroutine that writes them, so that one batch is synced while the next is read.
type batcher struct {
	file  *File
	first model.CandidateID
	batch []pair
	bytes int
	work  chan batch
	done  chan error // receives one value, when the last batch is written
	// marked is true once the file says that an import is under way. From then on it must be committed or deleted.
	marked bool
	err    error
	ended  bool
}

func newBatcher(f *File, first model.CandidateID) *batcher {
	b := &batcher{file: f, first: first, work: make(chan batch), done: make(chan error, 1)}
	go b.run()
	return b
}

func (b *batcher) put(bucket, key, value []byte) error {
	b.batch = append(b.batch, pair{bucket, key, seal(bucket, key, value)})
	b.bytes += len(value)
	if len(b.batch) < batchPuts && b.bytes < batchBytes {
		return nil
	}
	return b.submit(nil)
}

// submit passes the batch to the writer. It returns the error of an earlier batch, if there was one.
func (b *batcher) submit(last func(*bolt.Tx) error) error {
	if b.ended {
		return b.err
	}
	select {
	case b.work <- batch{b.batch, last}:
		b.batch, b.bytes = make([]pair, 0, batchPuts), 0
		return nil
	case b.err = <-b.done:
		b.ended = true
		return b.err
	}
}

// finish waits for the batches being written. If last is not nil, the rest is written too and last runs in the same
// transaction; otherwise the rest is dropped.
func (b *batcher) finish(last func(*bolt.Tx) error) (err error) {
	if last != nil {
		err = b.submit(last)
	}
	close(b.work)
	if !b.ended {
		b.err, b.ended = <-b.done, true
	}
	if err != nil {
		return err
	}
	return b.err
}

func (b *batcher) run() {
	for batch := range b.work {
		if err := b.write(batch); err != nil {
			b.done <- err
			return
		}
	}
	b.done <- nil
}

func (b *batcher) write(work batch) error {
	b.file.write.Lock()
	defer b.file.write.Unlock()
	err := b.file.update(func(tx *bolt.Tx) error {
		t, err := readCounts(tx)
		if err != nil {
			return err
		}
		if uint64(b.first) != t.people+1 {
			return conflict("", "Other candidates came in meanwhile: import the file again.")
		}
		if !b.marked {
			if err := putStaging(tx, model.ImportBatch{First: b.first}); err != nil {
				return err
			}
		}
		people, cache, err := peopleAndCache(tx)
		if err != nil {
			return err
		}
		people.FillPercent, cache.FillPercent = 0.9, 0.9
		for _, p := range work.pairs {
			to := people
			if bytes.Equal(p.bucket, bucketCache) {
				to = cache
			}
			if err := to.Put(p.key, p.sealed); err != nil {
				return err
			}
		}
		if work.last != nil {
			return work.last(tx)
		}
		return nil
	})
	b.marked = b.marked || err == nil
	return err
}

func putStaging(tx *bolt.Tx, a model.ImportBatch) error {
	v, err := codec.Marshal(a)
	if err != nil {
		return err
	}
	return put(tx, bucketMeta, keyStaging, v)
}

// readStaging returns the import that waits for its commit, or the zero value if there is none.
func readStaging(tx *bolt.Tx) (a model.ImportBatch, err error) {
	v, err := get(tx, bucketMeta, keyStaging, "the header")
	if err != nil || v == nil {
		return a, err
	}
	return a, codec.Unmarshal(v, &a)
}

// dropStaged deletes what an import left behind that was never committed. The caller must hold f.write.
func (f *File) dropStaged() error {
	waiting := false
	err := f.view(func(tx *bolt.Tx) error {
		a, err := readStaging(tx)
		if err != nil {
			return err
		}
		r, err := readRevising(tx)
		waiting = a.First != 0 || r.People != ""
		return err
	})
	for err == nil && waiting {
		err = f.update(func(tx *bolt.Tx) (err error) {
			waiting, err = dropSome(tx)
			return err
		})
	}
	return err
}

// dropSome deletes up to a batch of keys. more is false when nothing is left.
func dropSome(tx *bolt.Tx) (more bool, err error) {
	t, err := readCounts(tx)
	if err != nil {
		return false, err
	}
	people, err := bucketOf(tx, bucketPeople)
	if err != nil {
		return false, err
	}
	staged := func(k []byte) bool { return !bytes.Equal(k, keyEnd) }
	if more, err := deleteRun(people, personKey(model.CandidateID(t.people+1)), staged); err != nil || more {
		return more, err
	}
	if more, err := dropRevised(tx); err != nil || more {
		return more, err
	}
	if err := dropChunks(tx, t.people); err != nil {
		return false, err
	}
	meta, err := bucketOf(tx, bucketMeta)
	if err != nil {
		return false, err
	}
	return false, errors.Join(meta.Delete(keyStaging), meta.Delete(keyRevised))
}

// deleteRun deletes up to batchPuts keys from one on, as long as in is true for them. more is false when no such key is
// left.
func deleteRun(b *bolt.Bucket, from []byte, in func(k []byte) bool) (more bool, err error) {
	var keys [][]byte
	c := b.Cursor()
	for k, _ := c.Seek(from); k != nil && in(k) && len(keys) < batchPuts; k, _ = c.Next() {
		keys = append(keys, slices.Clone(k))
	}
	for _, k := range keys { // a bucket must not change while a cursor walks it
		if err := b.Delete(k); err != nil {
			return false, err
		}
	}
	return len(keys) == batchPuts, nil
}
