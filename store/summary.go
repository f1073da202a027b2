package store

// This file holds the row of a vacancy in the list of vacancies. It is stored in the cache, so that the list need not
// read any history.

import (
	bolt "go.etcd.io/bbolt"

	"shortlist/model"
	"shortlist/store/codec"
)

// storedSummary is a summary on disk, with the number of events it was made from.
type storedSummary struct {
	Events  uint64        `json:"events"`
	Summary model.Summary `json:"summary"`
}

// summarise makes the row of a board.
func summarise(path string, b *model.Board) model.Summary {
	return model.Summary{
		Path: path, Title: b.Vacancy.Title, Phase: b.Phase, Candidates: b.Candidates, Criteria: len(b.Criteria),
		Submitted: b.HandedInAll(), Expected: len(b.Raters()) * b.Candidates,
	}
}

func putSummary(tx *bolt.Tx, b *model.Board) error {
	v, err := codec.Marshal(storedSummary{uint64(b.Events), summarise("", b)})
	if err != nil {
		return err
	}
	return put(tx, bucketCache, keySummary, v)
}

// Summary returns the row of this file in the list of vacancies. It returns *DamagedError if the history cannot be read.
func (f *File) Summary() (model.Summary, error) {
	var l storedSummary
	fresh := false
	err := f.view(func(tx *bolt.Tx) error {
		t, err := readCounts(tx)
		if err != nil {
			return err
		}
		v, err := get(tx, bucketCache, keySummary, "")
		fresh = err == nil && v != nil && codec.Unmarshal(v, &l) == nil && l.Events == t.events
		return nil
	})
	if err != nil {
		return model.Summary{}, err
	}
	if l.Summary.Path = f.path; fresh {
		return l.Summary, nil
	}
	b, _, err := f.load()
	if err != nil {
		return model.Summary{}, err
	}
	return summarise(f.path, b), nil
}
