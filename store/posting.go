package store

// This file holds the published text of a vacancy.

import (
	bolt "go.etcd.io/bbolt"

	"shortlist/model"
	"shortlist/store/codec"
)

// Posting returns the published text. It returns *DamagedError if it cannot be read.
func (f *File) Posting() (model.Posting, error) {
	var p model.Posting
	err := f.view(func(tx *bolt.Tx) error {
		v, err := need(tx, bucketPosting, keyPosting, "the text of the posting")
		if err != nil {
			return err
		}
		if err := codec.Unmarshal(v, &p); err != nil {
			return &DamagedError{What: "the text of the posting", Cause: err}
		}
		return nil
	})
	return p, err
}

func putPosting(tx *bolt.Tx, p model.Posting) error {
	v, err := codec.Marshal(p)
	if err != nil {
		return err
	}
	return put(tx, bucketPosting, keyPosting, v)
}
