package store_test

// This file changes vacancy files and bundles as somebody would who knows their format: check sums are corrected, hashes
// made new, bundles encrypted again. They cannot sign for others, or change a report that is printed.

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	bolt "go.etcd.io/bbolt"

	"shortlist/model"
	"shortlist/store"
	"shortlist/store/bundle"
	"shortlist/store/codec"
)

// stored is one value of a file.
type stored struct{ bucket, key, value []byte }

// values returns all values of a closed file, without their check sums.
func values(t *testing.T, path string) (all []stored) {
	t.Helper()
	f := copyOf(t, path)
	must(t, f.View(func(tx *bolt.Tx) error {
		for _, b := range store.BucketNames() {
			err := tx.Bucket(b).ForEach(func(k, v []byte) error {
				all = append(all, stored{b, bytes.Clone(k), bytes.Clone(v[4:])})
				return nil
			})
			if err != nil {
				return err
			}
		}
		return nil
	}))
	must(t, f.Close())
	return all
}

// touched copies a closed file and changes the copy without any rule.
func touched(t *testing.T, path string, touch func(tx *bolt.Tx) error) string {
	t.Helper()
	whole, err := os.ReadFile(path)
	must(t, err)
	to := filepath.Join(t.TempDir(), "copy.shortlist")
	must(t, os.WriteFile(to, whole, 0o600))
	f, err := store.NewLibrary(t.TempDir()).Open(to, false)
	must(t, err)
	must(t, f.Update(touch))
	must(t, f.Abandon())
	return to
}

// TestAByteWithAMendedCheckSumIsToldOrChangesNothing changes bytes in every value of a file with signed chains, sealed
// rules and a snapshot, and corrects the check sum: R28, R34.
func TestAByteWithAMendedCheckSumIsToldOrChangesNothing(t *testing.T) {
	t.Parallel()
	p := revealed(t, 2)
	for i := range 201 { // so many that closing writes a snapshot
		p.chair.Do("M1", model.ChangeMember{Member: "M2", Name: fmt.Sprint("Otto Finch ", i), Role: model.RoleMember})
	}
	must(t, p.chair.File.Close())
	path := p.chair.File.Path()
	var w truth
	readAll(p.chair.lib, path, true, &w)
	told := map[string]int{}
	r := rand.New(rand.NewPCG(11, 11))
	for i, x := range values(t, path) {
		if s := string(x.bucket); (s == "log" || s == "ids") && i%15 > 0 {
			continue
		}
		if string(x.key) == "clean" || string(x.key) == "created" || len(x.value) == 0 {
			continue // says nothing of the vacancy
		}
		for range min(6, len(x.value)) {
			at := r.IntN(len(x.value))
			v := bytes.Clone(x.value)
			v[at] ^= 1 << r.IntN(8)
			to := touched(t, path, func(tx *bolt.Tx) error { return store.Put(tx, x.bucket, x.key, v) })
			verdict, err := store.VerifyHere(to)
			if err != nil || !verdict.Intact() {
				told[string(x.bucket)]++
				continue
			}
			var got truth
			errs := readAll(p.chair.lib, to, true, &got)
			if lie := w.lies(got); lie != "" || len(errs) != 39 { // one candidate of forty asked for
				t.Errorf("byte %d of %q in %s: intact, and then %v\n%s", at, x.key, x.bucket, errs, lie)
			}
		}
	}
	for _, b := range store.BucketNames() {
		if told[string(b)] == 0 {
			t.Errorf("nothing was told of %s: %v", b, told)
		}
	}
}

// rewrite changes an entry of the log, and makes all hashes after it new.
func rewrite(tx *bolt.Tx, fits func(model.Event) bool, change func(*model.Event)) error {
	heads := map[model.ChainID][32]byte{}
	done := false
	return eachKey(tx, "log", func(k, v []byte) error {
		e, err := codec.Decode(v[32:])
		if err != nil {
			return err
		}
		if !done && fits(e) {
			change(&e)
			done = true
		}
		body, err := codec.Encode(e)
		if err != nil {
			return err
		}
		before := heads[e.ID.Chain]
		record := append(before[:len(before):len(before)], body...)
		heads[e.ID.Chain] = sha256.Sum256(record)
		if err := store.Put(tx, []byte("log"), k, record); err != nil {
			return err
		}
		id := binary.BigEndian.AppendUint64(append([]byte(e.ID.Chain), 0), e.ID.Seq)
		hash := heads[e.ID.Chain]
		return store.Put(tx, []byte("ids"), id, append(bytes.Clone(k), hash[:]...))
	})
}

// TestWhoRewritesAFileIsFoundOut changes an entry and makes everything after it new. Signatures and seal show it (R1,
// R3, R28), and if there are neither, the hash that a report printed.
func TestWhoRewritesAFileIsFoundOut(t *testing.T) {
	t.Parallel()
	p := seat(t, 2, 1)
	p.chair.rate(1, model.Met)
	for _, m := range p.members {
		m.rate(1, model.Met)
		_, err := p.chair.merge(m.send())
		must(t, err)
	}
	home, otto := p.chair.File.Device(), model.OwnChain(p.members[0].File.Device(), "M2")
	own := model.OwnChain(home, "M1")
	printed := hex.EncodeToString(p.chair.File.Heads()[own])
	must(t, p.chair.File.Close())
	rating := func(chain model.ChainID) func(model.Event) bool {
		return func(e model.Event) bool { return e.ID.Chain == chain && e.Payload.Wire() == "rating.set" }
	}
	for rule, c := range map[string]struct {
		fits        func(model.Event) bool
		change      func(*model.Event)
		head, words string
	}{
		"a rating of a member": {rating(otto), func(e *model.Event) {
			x, _ := e.Payload.(model.RatingSet)
			x.Value = model.NotMet
			e.Payload = x
		}, "", "are not signed by Otto Finch"},
		"when it was given": {rating(otto), func(e *model.Event) { e.At = e.At.AddDate(0, -1, 0) }, "", "are not signed by Otto Finch"},
		"who gave it":       {rating(own), func(e *model.Event) { e.Author = "M3" }, "", "was not written by whom it names"},
		"R1, R3: a criterion after the sealing": {func(e model.Event) bool { return e.Payload.Wire() == "vacancy.created" }, func(e *model.Event) {
			x, _ := e.Payload.(model.VacancyCreated)
			x.Criteria = slices.Clone(x.Criteria)
			x.Criteria[0].Text = "thirty years of maps"
			e.Payload = x
		}, "", "The rules are not those whose hash was sealed"},
		"R28: a rating of this laptop, which only a report can tell": {rating(own), func(e *model.Event) {
			x, _ := e.Payload.(model.RatingSet)
			x.Value = model.NotMet
			e.Payload = x
		}, printed, "is not in the history"},
	} {
		to := touched(t, p.chair.File.Path(), func(tx *bolt.Tx) error { return rewrite(tx, c.fits, c.change) })
		v, err := store.Verify(to, c.head)
		if err != nil || v.Intact() || len(v.Problems) != 1 || !strings.Contains(v.String(), c.words) {
			t.Errorf("%s: %v %s", rule, err, v)
		}
	}
	same := touched(t, p.chair.File.Path(), func(tx *bolt.Tx) error {
		return rewrite(tx, func(model.Event) bool { return false }, nil)
	})
	if v, err := store.Verify(same, printed); err != nil || !v.Intact() {
		t.Errorf("rewritten as it was: %v %s", err, v)
	}
}

// TestNoByteOfABundleOfAMemberIsTakenIn changes every byte of a real bundle: R28.
func TestNoByteOfABundleOfAMemberIsTakenIn(t *testing.T) {
	t.Parallel()
	p := seat(t, 1, 1)
	otto := p.members[0]
	otto.rate(1, model.Met)
	data, err := os.ReadFile(otto.send())
	must(t, err)
	keys := bundle.Keys{Lock: p.chair.id.Lock()}
	for at := range data {
		for _, mask := range []byte{1, 0x80} {
			x := bytes.Clone(data)
			x[at] ^= mask
			if _, err := bundle.Open("x", x, keys); model.CodeOf(err) == "" {
				t.Fatalf("byte %d of %d, changed by %#x: %v", at, len(data), mask, err)
			}
		}
	}
	b, err := bundle.Open("x", data, keys)
	must(t, err)
	if m, err := p.chair.File.Merge(b, p.chair.id.Card().Key, false); err != nil || m.Submitted != 1 {
		t.Errorf("the bundle as it was: %v %s", err, m)
	}
}
