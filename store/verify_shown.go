package store

// This file verifies what is stored beside the history and shown without reading it: the text of the posting, and the
// snapshot and lists that make opening quick. Somebody who can mend checksums could change those alone.

import (
	"bytes"

	bolt "go.etcd.io/bbolt"

	"shortlist/model"
	"shortlist/store/codec"
)

// checkPosting compares the published text with its hash in the history.
func (p *verifier) checkPosting(tx *bolt.Tx) error {
	v, err := need(tx, bucketPosting, keyPosting, "the text of the posting")
	if err != nil {
		return err
	}
	var x model.Posting
	if err := codec.Unmarshal(v, &x); err != nil {
		return &DamagedError{What: "the text of the posting", Cause: err}
	}
	want, got := p.board.Vacancy.Posting, x.Ref()
	if want.TextSHA256 == "" { // the history began before the text itself was hashed
		got.TextSHA256 = ""
	}
	if got != want {
		p.wrong("The posting is not the one that the vacancy was made from.")
	}
	return nil
}

// checkCaches compares snapshot, summary and rows of the list with what they are made from.
func (p *verifier) checkCaches(tx *bolt.Tx, kept *model.Board) error {
	if !sameStored(kept.Snapshot(), p.board.Snapshot()) {
		p.wrong("What the program shows of the vacancy is not what the history says.")
	}
	people := uint64(p.board.Candidates)
	if t, err := readCounts(tx); err != nil {
		return err
	} else if t.people != people {
		p.wrong("The history speaks of %s, the file of %d.", model.Count(p.board.Candidates, "candidate", "candidates"), t.people)
		return nil
	}
	var l storedSummary
	if v, err := get(tx, bucketCache, keySummary, "the list of vacancies"); err != nil {
		return err
	} else if v != nil && codec.Unmarshal(v, &l) == nil && l.Events == uint64(p.board.Events) && l.Summary != summarise("", p.board) {
		p.wrong("The line in the list of vacancies is not what the history says.")
	}
	for chunk := 0; uint64(chunk*summariesChunk) < people; chunk++ {
		first, want := chunk*summariesChunk+1, min(summariesChunk, int(people)-chunk*summariesChunk)
		list, stored, err := readChunk(tx, chunk, people)
		if err != nil || !stored {
			return err
		}
		cut, err := cutChunk(tx, first, want)
		if err != nil {
			return err
		}
		if !sameStored(list[:want], cut) {
			p.wrong("The list of candidates is not what their files say.")
		}
	}
	return nil
}

// sameStored compares two values as they would be stored.
func sameStored(x, y any) bool {
	a, err := codec.Marshal(x)
	if err != nil {
		return false
	}
	b, err := codec.Marshal(y)
	return err == nil && bytes.Equal(a, b)
}
