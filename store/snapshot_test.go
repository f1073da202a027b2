package store_test

// This file compares snapshots with the history they are made from.

import (
	"bytes"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	bolt "go.etcd.io/bbolt"

	"shortlist/model"
	"shortlist/store"
	"shortlist/store/storetest"
)

// busy makes a closed file with a snapshot in it, and returns the board it holds.
func busy(t *testing.T) (*store.Library, string, *model.Board) {
	t.Helper()
	l, d := desk(t, 12)
	for i := range 300 {
		value := []model.Value{model.Met, model.NotMet, model.Unclear, model.CannotAssess}[i%4]
		d.Do([]model.MemberID{"M1", "M2"}[i/7%2], rating(1+i%12, 1, value))
		if i%20 == 0 {
			d.Do("M1", model.SetReason{Candidate: model.CandidateID(1 + i%12), Criterion: 2, Text: "Because of the " + string(rune('a'+i/20))})
		}
	}
	d.Do("M1", model.RevealRatings{Reason: "The deadline has come."})
	d.Do("M1", model.AgreeRating{Candidate: 1, Criterion: 1, Value: model.Met, Reason: "Seen together."})
	d.Do("M1", model.AgreeRating{Candidate: 1, Criterion: 2, Value: "3", Reason: "Seen together."})
	d.Do("M1", model.MakeDecision{Candidate: 1, Outcome: model.Shortlisted, Reason: "The best."})
	must(t, d.File.Close())
	return l, d.File.Path(), d.Board
}

func TestASnapshotIsTheFoldOfItsHistory(t *testing.T) {
	t.Parallel()
	l, path, want := busy(t)
	f, err := l.Open(path, false)
	must(t, err)
	d := storetest.Sit(t, f)
	if tail, err := f.Tail(); err != nil || tail != 0 {
		t.Fatalf("closing left no snapshot: tail %d, %v", tail, err)
	}
	same := func(what string) {
		t.Helper()
		if diff := cmp.Diff(want.Snapshot(), d.Board.Snapshot(), cmpopts.EquateEmpty()); diff != "" {
			t.Errorf("%s (-folded +loaded):\n%s", what, diff)
		}
		if want.RatingCount() != d.Board.RatingCount() {
			t.Errorf("%s: %d ratings, want %d", what, d.Board.RatingCount(), want.RatingCount())
		}
	}
	same("from the snapshot")
	ch := d.Do("M1", model.AgreeRating{Candidate: 2, Criterion: 1, Value: model.NotMet, Reason: "Seen together too."})
	want.ApplyAll(ch.Events)
	d.Reload()
	same("from snapshot and tail")
	must(t, f.Update(func(tx *bolt.Tx) error { return tx.Bucket([]byte("cache")).Delete([]byte("board")) }))
	d.Reload()
	same("from the history alone")
}

func TestASnapshotThatDoesNotFitIsDropped(t *testing.T) {
	t.Parallel()
	l, path, want := busy(t)
	f, err := l.Open(path, false)
	must(t, err)
	d := storetest.Sit(t, f)
	var good []byte
	must(t, f.View(func(tx *bolt.Tx) error {
		good = append(good, tx.Bucket([]byte("cache")).Get([]byte("board"))[4:]...)
		return nil
	}))
	turned := func(i int) []byte {
		b := append([]byte{}, good...)
		b[i] ^= 1
		return b
	}
	for name, v := range map[string][]byte{
		"empty": {}, "cut": good[:len(good)/2], "turned at the front": turned(9), "turned at the end": turned(len(good) - 3), "no CBOR": []byte("board"),
	} {
		must(t, f.Update(func(tx *bolt.Tx) error { return store.Put(tx, []byte("cache"), []byte("board"), v) }))
		b, err := f.Load()
		if err != nil || b.Events != want.Events {
			t.Fatalf("%s: %v", name, err)
		}
	}
	must(t, f.Update(func(tx *bolt.Tx) error { // a bit of the stored value is flipped
		return tx.Bucket([]byte("cache")).Put([]byte("board"), append([]byte{1, 2, 3, 4}, good...))
	}))
	d.Reload()
	if diff := cmp.Diff(want.Snapshot(), d.Board.Snapshot(), cmpopts.EquateEmpty()); diff != "" {
		t.Errorf("(-folded +loaded):\n%s", diff)
	}
}

func TestASnapshotOfAnotherHistoryOrProgramIsNotUsed(t *testing.T) {
	t.Parallel()
	l, path, want := busy(t)
	_, other, _ := busy(t) // as many events, of another laptop
	snapshotIn := func(path string) []byte {
		for _, x := range values(t, path) {
			if string(x.bucket) == "cache" && string(x.key) == "board" {
				return x.value
			}
		}
		t.Fatal("no snapshot")
		return nil
	}
	reshaped := snapshotIn(path)
	at := bytes.Index(reshaped, store.StateShape())
	if at < 0 {
		t.Fatal("the snapshot does not hold its shape")
	}
	reshaped[at] ^= 1
	for name, v := range map[string][]byte{"of another history": snapshotIn(other), "of other fields": reshaped} {
		f, err := l.Open(touched(t, path, func(tx *bolt.Tx) error { return store.Put(tx, []byte("cache"), []byte("board"), v) }), true)
		must(t, err)
		tail, err := f.Tail()
		if err != nil || tail != want.Events {
			t.Errorf("%s: %d events read beside the snapshot, not %d: %v", name, tail, want.Events, err)
		}
		must(t, f.Close())
	}
}

func TestTheCacheMayBeDroppedAtAnyTime(t *testing.T) {
	t.Parallel()
	l, path, want := busy(t)
	f, err := l.Open(path, false)
	must(t, err)
	must(t, f.Update(func(tx *bolt.Tx) error {
		if err := tx.DeleteBucket([]byte("cache")); err != nil {
			return err
		}
		_, err := tx.CreateBucket([]byte("cache"))
		return err
	}))
	d := storetest.Sit(t, f)
	briefs, err := f.CandidateSummaries(1, 48)
	if err != nil || len(briefs) != 12 || d.Board.Events != want.Events {
		t.Errorf("%d lines, %v", len(briefs), err)
	}
	list, err := l.List()
	if err != nil || len(list) != 1 || list[0].Title != "Keeper of Maps" || list[0].Phase != model.Moderating || list[0].Criteria != 3 || list[0].Expected != 24 {
		t.Errorf("%+v %v", list, err)
	}
}
