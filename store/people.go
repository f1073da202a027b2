package store

// This file holds what is stored about candidates: the person, and the texts that members wrote. Nothing else on disk is
// personal, except the rows of the list in the cache (candidate_summaries.go), which are made from it.

import (
	"bytes"
	"encoding/binary"
	"fmt"

	bolt "go.etcd.io/bbolt"

	"shortlist/model"
	"shortlist/store/codec"
)

// storedText is a text on disk. Its key holds candidate and id.
type storedText struct {
	Salt []byte `json:"salt"`
	Body string `json:"body"`
}

// Dossier returns everything that is stored about a candidate. It returns *model.Error NotFound if there is no such
// candidate, and *DamagedError if something about them cannot be read or is missing.
func (f *File) Dossier(c model.CandidateID) (model.Dossier, error) {
	d := model.Dossier{Candidate: c, Texts: map[string]string{}}
	err := f.view(func(tx *bolt.Tx) error {
		t, err := readCounts(tx)
		if err != nil {
			return err
		}
		if c < 1 || uint64(c) > t.people {
			return &model.Error{Code: model.NotFound, Subject: c.String(), Message: fmt.Sprintf("There is no candidate %s in this vacancy.", c)}
		}
		return readDossier(tx, &d, uint64(c) < t.people)
	})
	return d, err
}

// EachPerson calls each for up to n candidates, starting at first, with their files but not the texts about them. All
// are read in one transaction and none is kept in memory. If each returns false, the walk stops. It returns
// *DamagedError if a file cannot be read.
func (f *File) EachPerson(first model.CandidateID, n int, each func(model.CandidateID, model.Person) bool) error {
	if first < 1 || n < 1 {
		return nil
	}
	return f.view(func(tx *bolt.Tx) error {
		t, err := readCounts(tx)
		if err != nil {
			return err
		}
		b, err := bucketOf(tx, bucketPeople)
		if err != nil {
			return err
		}
		last := min(uint64(first)+uint64(n)-1, t.people)
		for c := first; uint64(c) <= last; c++ {
			v, ok := unseal(bucketPeople, personKey(c), b.Get(personKey(c)))
			if !ok {
				return damaged("the file of " + c.String())
			}
			var p model.Person
			if err := codec.UnmarshalPerson(v, &p); err != nil {
				return &DamagedError{What: "the file of " + c.String(), Cause: err}
			}
			if !each(c, p) {
				return nil
			}
		}
		return nil
	})
}

// readDossier reads the keys of a candidate. followed is true if another candidate must come after this one; otherwise a
// staged one or the end must. Without that check a damaged page that lost some keys would not be noticed.
func readDossier(tx *bolt.Tx, d *model.Dossier, followed bool) error {
	b, err := bucketOf(tx, bucketPeople)
	if err != nil {
		return err
	}
	what := "the file of " + d.Candidate.String()
	key := personKey(d.Candidate)
	cur := b.Cursor()
	k, sealed := cur.Seek(key)
	v, ok := unseal(bucketPeople, k, sealed)
	if !ok || !bytes.Equal(k, key) {
		return damaged(what)
	}
	if err := codec.UnmarshalPerson(v, &d.Person); err != nil {
		return &DamagedError{What: what, Cause: err}
	}
	texts := uint64(0)
	for k, sealed = cur.Next(); bytes.HasPrefix(k, key); k, sealed = cur.Next() {
		v, ok := unseal(bucketPeople, k, sealed)
		if !ok {
			return damaged("a text about " + d.Candidate.String())
		}
		if len(k) == len(key)+1 && k[len(key)] == 0 {
			texts = count(v)
			continue
		}
		var t storedText
		if err := codec.Unmarshal(v, &t); err != nil {
			return &DamagedError{What: "a text about " + d.Candidate.String(), Cause: err}
		}
		d.Texts[string(k[len(key):])] = t.Body
	}
	if uint64(len(d.Texts)) != texts {
		return damaged("part of the texts about " + d.Candidate.String())
	}
	if !bytes.Equal(k, personKey(d.Candidate+1)) && (followed || !bytes.Equal(k, keyEnd)) {
		return damaged("what follows " + what)
	}
	return nil
}

func count(v []byte) uint64 {
	if len(v) != 8 {
		return 0
	}
	return binary.BigEndian.Uint64(v)
}

// putTexts stores the texts of a change. It skips a text that is stored already and returns *model.Error Conflict if the
// id has another text.
func putTexts(tx *bolt.Tx, people uint64, texts []model.Text) error {
	for _, t := range texts {
		if t.ID == "" || t.ID[0] == 0 || t.Candidate < 1 || uint64(t.Candidate) > people {
			return &model.Error{Code: model.NotFound, Subject: t.Candidate.String(), Message: fmt.Sprintf("There is no candidate %s to write about.", t.Candidate)}
		}
		v, err := codec.Marshal(storedText{t.Salt, t.Body})
		if err != nil {
			return err
		}
		key, what := textKey(t.Candidate, t.ID), "a text about "+t.Candidate.String()
		old, err := get(tx, bucketPeople, key, what)
		switch {
		case err != nil:
			return err
		case old != nil && !bytes.Equal(old, v):
			return &model.Error{Code: model.Conflict, Subject: t.ID, Message: "A text with this number is stored already with other words. Nothing was saved: close the file and open it again."}
		case old != nil:
			continue
		}
		n, err := get(tx, bucketPeople, textCountKey(t.Candidate), what)
		if err != nil {
			return err
		}
		if err := put(tx, bucketPeople, textCountKey(t.Candidate), binary.BigEndian.AppendUint64(nil, count(n)+1)); err != nil {
			return err
		}
		if err := put(tx, bucketPeople, key, v); err != nil {
			return err
		}
	}
	return nil
}
