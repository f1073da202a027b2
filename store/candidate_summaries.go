package store

// This file holds the rows of the list of candidates. They are made from the files of the candidates and stored in
// chunks, so that a screenful takes one or two reads however many candidates there are.

import (
	"bytes"

	bolt "go.etcd.io/bbolt"

	"shortlist/model"
	"shortlist/store/codec"
)

// summariesChunk is how many candidates are stored in one value.
const summariesChunk = 512

func chunkOf(c model.CandidateID) int { return int(c-1) / summariesChunk }

// CandidateSummaries returns up to n rows of the list, starting at a candidate. It returns *DamagedError if a file of a candidate
// cannot be read.
func (f *File) CandidateSummaries(first model.CandidateID, n int) ([]model.CandidateSummary, error) {
	if first < 1 || n < 1 {
		return nil, nil
	}
	var out []model.CandidateSummary
	made := map[int][]model.CandidateSummary{}
	err := f.view(func(tx *bolt.Tx) error {
		t, err := readCounts(tx)
		if err != nil {
			return err
		}
		last := min(uint64(first)+uint64(n)-1, t.people)
		for c := uint64(first); c <= last; {
			chunk := chunkOf(model.CandidateID(c))
			list, ok, err := readChunk(tx, chunk, t.people)
			if err != nil {
				return err
			}
			if !ok {
				made[chunk] = list
			}
			end := min(last, uint64((chunk+1)*summariesChunk))
			base := uint64(chunk*summariesChunk) + 1
			out = append(out, list[c-base:end-base+1]...)
			c = end + 1
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return out, f.keepChunks(made)
}

// peopleAndCache returns the buckets of the candidates, and of the rows that are made from them.
func peopleAndCache(tx *bolt.Tx) (people, cache *bolt.Bucket, err error) {
	if people, err = bucketOf(tx, bucketPeople); err == nil {
		cache, err = bucketOf(tx, bucketCache)
	}
	return people, cache, err
}

// keepChunks stores chunks that had to be made, if the file can be written without waiting.
func (f *File) keepChunks(made map[int][]model.CandidateSummary) error {
	if len(made) == 0 || f.readOnly || !f.write.TryLock() {
		return nil
	}
	defer f.write.Unlock()
	err := f.update(func(tx *bolt.Tx) error {
		for chunk, list := range made {
			if err := putChunk(tx, chunk, list); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return f.stillReadable(err)
	}
	return nil
}

func putChunk(tx *bolt.Tx, chunk int, list []model.CandidateSummary) error {
	v, err := codec.Marshal(list)
	if err != nil {
		return err
	}
	return put(tx, bucketCache, summariesKey(chunk), v)
}

// readChunk returns the rows of a chunk. stored is false if they had to be made from the files of the candidates. A
// chunk holds at least the candidates that are committed.
func readChunk(tx *bolt.Tx, chunk int, people uint64) (list []model.CandidateSummary, stored bool, err error) {
	first := chunk*summariesChunk + 1
	want := min(summariesChunk, int(people)-first+1)
	if v, err := get(tx, bucketCache, summariesKey(chunk), ""); err == nil && v != nil {
		fits := codec.Unmarshal(v, &list) == nil && len(list) >= want && list[0].Candidate == model.CandidateID(first)
		if fits {
			return list, true, nil
		}
	}
	list, err = cutChunk(tx, first, want)
	return list, false, err
}

// cutChunk makes rows from the files of the candidates.
func cutChunk(tx *bolt.Tx, first, n int) ([]model.CandidateSummary, error) {
	b, err := bucketOf(tx, bucketPeople)
	if err != nil {
		return nil, err
	}
	list := make([]model.CandidateSummary, 0, n)
	for c := model.CandidateID(first); len(list) < n; c++ {
		sealed := b.Get(personKey(c))
		v, ok := unseal(bucketPeople, personKey(c), sealed)
		if !ok {
			return nil, damaged("the file of " + c.String())
		}
		var p model.Person
		if err := codec.UnmarshalPerson(v, &p); err != nil {
			return nil, &DamagedError{What: "the file of " + c.String(), Cause: err}
		}
		list = append(list, model.SummaryOf(c, p))
	}
	return list, nil
}

// dropChunks deletes the chunks that hold candidates after the last committed one.
func dropChunks(tx *bolt.Tx, people uint64) error {
	b, err := bucketOf(tx, bucketCache)
	if err != nil {
		return err
	}
	from, chunk := summariesKey(chunkOf(model.CandidateID(people+1))), func(k []byte) bool { return bytes.HasPrefix(k, keySummaries) }
	for more := true; more && err == nil; {
		more, err = deleteRun(b, from, chunk)
	}
	return err
}
