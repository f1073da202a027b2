package store_test

// This file verifies histories, good ones and ones that somebody changed who could correct every check sum.

import (
	"bytes"
	"encoding/hex"
	"path/filepath"
	"strings"
	"testing"
	"time"

	bolt "go.etcd.io/bbolt"

	"shortlist/model"
	"shortlist/store"
	"shortlist/store/codec"
)

func TestAHistoryIsProvedOrItSaysWhatIsWrong(t *testing.T) {
	t.Parallel()
	p := seat(t, 2, 2)
	otto := p.members[0]
	otto.rate(1, model.Met)
	_, err := p.chair.merge(otto.send())
	must(t, err)
	path := p.chair.File.Path()
	head := hex.EncodeToString(p.chair.File.Heads()[p.chair.File.Device().Chain()])
	must(t, p.chair.File.Close())
	v, err := store.Verify(path, strings.ToUpper(head))
	must(t, err)
	if s := v.String(); !v.Intact() || !strings.Contains(s, "12 entries of 2 laptops in unbroken chains, 5 of them signed on other laptops; 1 text and 2 files as the history has them; the rules are as sealed") || !strings.Contains(s, "is in the history.") {
		t.Error(s)
	}
	for rule, c := range map[string]struct {
		touch func(tx *bolt.Tx) error
		words string
	}{
		"a text is rewritten": {func(tx *bolt.Tx) error {
			return eachKey(tx, "people", func(k, v []byte) error {
				if !bytes.Contains(v, []byte("Reason of M2")) {
					return nil
				}
				return store.Put(tx, []byte("people"), k, bytes.Replace(v, []byte("Reason of M2"), []byte("Season of M2"), 1))
			})
		}, "is not what was written"},
		"a file is rewritten": {func(tx *bolt.Tx) error {
			v, err := codec.MarshalPerson(model.Person{Reference: "T3-000002", Name: "Eve"})
			if err != nil {
				return err
			}
			return store.Put(tx, []byte("people"), []byte{0, 0, 0, 2}, v)
		}, "are not those that came in"},
		"a signature is gone": {func(tx *bolt.Tx) error {
			return tx.Bucket([]byte("meta")).Delete([]byte("signed " + string(model.OwnChain(otto.File.Device(), "M2"))))
		}, "not signed to the last"},
		"a signature is another": {func(tx *bolt.Tx) error {
			return eachKey(tx, "meta", func(k, v []byte) error {
				if !bytes.HasPrefix(k, []byte("signed ")) {
					return nil
				}
				x := bytes.Clone(v)
				x[len(x)-1] ^= 1
				return store.Put(tx, []byte("meta"), k, x)
			})
		}, "not signed by Otto Finch"},
	} {
		f := copyOf(t, path)
		must(t, f.Update(c.touch))
		must(t, f.Close())
		v, err := store.Verify(f.Path(), "")
		if err != nil || v.Intact() || !strings.Contains(v.String(), "NOT intact") || !strings.Contains(v.String(), c.words) {
			t.Errorf("%s: %v %s", rule, err, v)
		}
	}
	if v, err := store.Verify(path, strings.Repeat("ab", 32)); err != nil || v.Intact() {
		t.Errorf("a hash from elsewhere is in the history: %v %s", err, v)
	}
	if _, err := store.Verify(path, "ab"); model.CodeOf(err) != model.Invalid {
		t.Errorf("half a hash: %v", err)
	}
}

// R11: somebody who writes without the program on the chair's laptop, in the name of a member who signs on their own, is
// found out in the file and in the exported history.
func TestWorkInTheNameOfAMemberWithACardIsFoundOutR11(t *testing.T) {
	t.Parallel()
	for _, promoted := range []bool{false, true} {
		foundOut(t, promoted)
	}
}

// foundOut writes in the name of a member, who becomes a second chair for it if promoted is true.
func foundOut(t *testing.T, promoted bool) {
	t.Helper()
	p := seat(t, 2, 2)
	d := p.chair.Desk
	if promoted {
		d.Do("M1", model.ChangeMember{Member: "M2", Name: d.Board.MemberName("M2"), Role: model.Chair})
	}
	at := model.OwnChain(d.File.Device(), "M2")
	seq, lamport := d.Board.Next(at)
	forged := model.Event{
		ID: model.EventID{Chain: at, Seq: seq}, Lamport: lamport, At: time.Date(2025, 4, 2, 9, 0, 0, 0, time.UTC), Author: "M2",
		Payload: model.RatingSet{Candidate: 1, Criterion: 1, Value: model.Met},
	}
	must(t, d.File.Commit(model.Change{Events: []model.Event{forged}}))
	d.Board.Apply(forged)
	d.Do("M1", model.RevealRatings{Reason: "Today."})
	history := filepath.Join(t.TempDir(), "history.jsonl")
	if _, err := d.File.Export("M1", "history", history, false); err != nil {
		t.Fatal(err)
	}
	path := d.File.Path()
	must(t, d.File.Close())
	for _, x := range []string{path, history} {
		v, err := store.Verify(x, "")
		if err != nil || v.Intact() || !strings.Contains(v.String(), "in the name of Otto Finch, who signs on a laptop of their own") {
			t.Errorf("%s: %v %s", x, err, v)
		}
	}
}

// eachKey calls do for every key of a bucket with its value, without the check sum.
func eachKey(tx *bolt.Tx, bucket string, do func(k, v []byte) error) error {
	type pair struct{ k, v []byte }
	var all []pair
	err := tx.Bucket([]byte(bucket)).ForEach(func(k, v []byte) error {
		all = append(all, pair{bytes.Clone(k), bytes.Clone(v[4:])})
		return nil
	})
	for _, x := range all {
		if err == nil {
			err = do(x.k, x.v)
		}
	}
	return err
}
