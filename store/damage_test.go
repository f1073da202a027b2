package store_test

// This file damages files and reads everything in them. Whatever is read must be right or be refused with a clear error;
// nothing may die, hang or be wrong.

import (
	"bytes"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	bolt "go.etcd.io/bbolt"

	"shortlist/model"
	"shortlist/store"
)

// truth is everything that a file says.
type truth struct {
	board    model.State
	dossiers []model.Dossier
	briefs   []model.CandidateSummary
	history  []model.Event
	posting  model.Posting
}

// readAll reads everything in a file. A part that is refused is left out of found, and its error is returned.
func readAll(l *store.Library, path string, readOnly bool, found *truth) (errs []error) {
	f, err := l.Open(path, readOnly)
	if err != nil {
		return []error{err}
	}
	note := func(err error) bool {
		if err != nil {
			errs = append(errs, err)
		}
		return err == nil
	}
	if b, err := f.Load(); note(err) {
		found.board = b.Snapshot()
	}
	for c := model.CandidateID(1); c <= 40; c++ {
		if d, err := f.Dossier(c); note(err) {
			found.dossiers = append(found.dossiers, d)
		}
	}
	if found.briefs, err = f.CandidateSummaries(1, 100); !note(err) {
		found.briefs = nil
	}
	if found.history, err = f.History(0, 1<<20); !note(err) {
		found.history = nil
	}
	if found.posting, err = f.Posting(); !note(err) {
		found.posting = model.Posting{}
	}
	note(f.Close())
	return errs
}

// lies returns the differences between what was found and what is true. Parts left out do not count.
func (w truth) lies(got truth) string {
	var out strings.Builder
	compare := func(what string, want, got any, there bool) {
		if there && !reflect.DeepEqual(want, got) {
			if diff := cmp.Diff(want, got, cmpopts.EquateEmpty()); diff != "" {
				fmt.Fprintf(&out, "%s: %.400s\n", what, diff)
			}
		}
	}
	compare("board", w.board, got.board, got.board.Created)
	compare("briefs", w.briefs, got.briefs, got.briefs != nil)
	compare("history", w.history, got.history, got.history != nil)
	compare("posting", w.posting, got.posting, got.posting.Text != "")
	for _, d := range got.dossiers {
		compare("dossier of "+d.Candidate.String(), w.dossiers[d.Candidate-1], d, true)
	}
	return out.String()
}

// sound makes a closed file with some of everything, and returns its bytes and what they say.
func sound(t *testing.T) (*store.Library, []byte, truth) {
	t.Helper()
	l, d := desk(t, 40)
	for i := range 260 {
		d.Do("M1", rating(1+i%40, 1, []model.Value{model.Met, model.NotMet}[i%2]))
		if i%3 == 0 {
			d.Do("M1", model.SetReason{Candidate: model.CandidateID(1 + i%40), Criterion: 2, Text: strings.Repeat("A reason. ", 1+i%30)})
		}
	}
	must(t, d.File.Close())
	var w truth
	if errs := readAll(l, d.File.Path(), false, &w); errs != nil {
		t.Fatal(errs)
	}
	b, err := os.ReadFile(d.File.Path())
	must(t, err)
	return l, b, w
}

// examine opens damaged bytes for writing and for reading.
func examine(t *testing.T, l *store.Library, w truth, what string, damaged []byte) (refused int) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "damaged.shortlist")
	for _, readOnly := range []bool{true, false} {
		must(t, os.WriteFile(path, damaged, 0o600))
		var got truth
		errs := readAll(l, path, readOnly, &got)
		if lie := w.lies(got); lie != "" {
			t.Errorf("%s: wrong data without a word:\n%s", what, lie)
		}
		for _, err := range errs {
			refused++
			var d *store.DamagedError
			var x *store.ForeignError
			if !errors.As(err, &d) && !errors.As(err, &x) {
				t.Errorf("%s: not said as damage: %v", what, err)
			} else if s := model.Explain(err); !strings.HasPrefix(s, "damaged.shortlist ") {
				t.Errorf("%s: no sentence: %s", what, s)
			}
		}
	}
	return refused
}

func TestATurnedBitIsNeverBelieved(t *testing.T) {
	t.Parallel()
	l, whole, w := sound(t)
	r := rand.New(rand.NewPCG(7, 7))
	refused := 0
	for range 300 {
		b := bytes.Clone(whole)
		at := r.IntN(len(b))
		b[at] ^= 1 << r.IntN(8)
		refused += examine(t, l, w, fmt.Sprintf("bit at %d", at), b)
	}
	if refused == 0 {
		t.Error("no damage was noticed at all")
	}
}

func TestDamageInTheHeadOfAPageIsNeverBelieved(t *testing.T) {
	t.Parallel()
	l, whole, w := sound(t)
	r := rand.New(rand.NewPCG(8, 8))
	for page := 0; page < len(whole)/4096; page++ {
		for range 6 { // number, kind, count, overflow, first elements
			b := bytes.Clone(whole)
			at := page*4096 + r.IntN(96)
			b[at] = byte(r.IntN(256))
			examine(t, l, w, fmt.Sprintf("byte %d of page %d", at%4096, page), b)
		}
	}
}

func TestDamagedStretchesAreNeverBelieved(t *testing.T) {
	t.Parallel()
	l, whole, w := sound(t)
	r := rand.New(rand.NewPCG(9, 9))
	for n := range 60 {
		b := bytes.Clone(whole)
		from := r.IntN(len(b))
		to := min(len(b), from+1+r.IntN(6000))
		what := "zeros"
		switch n % 4 {
		case 0:
			clear(b[from:to])
		case 1:
			what = "noise"
			for i := from; i < to; i++ {
				b[i] = byte(r.Uint32())
			}
		case 2:
			what = "another page"
			pages := len(b) / 4096
			copy(b[r.IntN(pages)*4096:][:4096], whole[r.IntN(pages)*4096:])
		case 3:
			what = "end missing"
			b = b[:from]
		}
		examine(t, l, w, fmt.Sprintf("%s from %d to %d", what, from, to), b)
	}
}

func TestDamageNamesWhatIsLostAndTheNewestGoodCopy(t *testing.T) {
	t.Parallel()
	l, d := desk(t, 40)
	d.Do("M1", model.SetReason{Candidate: 7, Criterion: 1, Text: "Somewhere in the file stands this reason."})
	good, err := d.File.Backup()
	must(t, err)
	must(t, d.File.Close())
	path := d.File.Path()
	b, err := os.ReadFile(path)
	must(t, err)
	at := bytes.LastIndex(b, []byte("stands this reason"))
	b[at] ^= 4
	must(t, os.WriteFile(path, b, 0o600))
	f, err := l.Open(path, true)
	must(t, err)
	_, err = f.Dossier(7)
	want := fmt.Sprintf("Keeper of Maps.shortlist is damaged: a text about C007 cannot be read. The newest good copy is %s: copy it to another place and open that.", good)
	if got := model.Explain(err); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	if _, err := f.Dossier(8); err != nil {
		t.Errorf("others are lost too: %v", err)
	}
	must(t, f.Close())
	if _, err := store.Check(path); err == nil {
		t.Error("the check finds nothing")
	}
	must(t, os.WriteFile(path, b[:0], 0o600)) // so that the structure check at the end has a sound file
	copied, err := os.ReadFile(good)
	must(t, err)
	must(t, os.WriteFile(path, copied, 0o600))
	report, err := store.Check(path)
	if err != nil || !strings.Contains(report.String(), "is sound: version 1, 6 entries of 1 laptop in unbroken chains, 40 candidates") {
		t.Errorf("%v: %s", err, report)
	}
}

// TestALostValueIsMissed takes single values out of a file. No seal shows that: what is left is as it was written.
func TestALostValueIsMissed(t *testing.T) {
	t.Parallel()
	l, d := desk(t, 5)
	d.Do("M1", model.SetReason{Candidate: 3, Criterion: 1, Text: "Somewhere in the file stands this reason."})
	must(t, d.File.Close())
	dossier := func(c model.CandidateID) func(f *store.File) error {
		return func(f *store.File) error { _, err := f.Dossier(c); return err }
	}
	load := func(f *store.File) error { _, err := f.Load(); return err }
	check := func(f *store.File) error { _, err := store.Check(f.Path()); return err }
	person := func(c byte) []byte { return []byte{0, 0, 0, c} }
	all := values(t, d.File.Path())
	keys := func(bucket string, fits func(k []byte) bool) (out [][]byte) {
		for _, x := range all {
			if string(x.bucket) == bucket && fits(x.key) {
				out = append(out, x.key)
			}
		}
		return out
	}
	every := func([]byte) bool { return true }
	log, ids := keys("log", every), keys("ids", every)
	texts := keys("people", func(k []byte) bool { return len(k) > 5 })
	for lost, c := range map[string]struct {
		bucket string
		key    []byte
		missed func(*store.File) error // nil: the file does not open
		words  string
	}{
		"the last number of a chain": {"ids", ids[len(ids)-1], nil, "part of the history"},
		"an entry":                   {"log", log[1], load, "entry 2 of"},
		"the last entry":             {"log", log[len(log)-1], load, fmt.Sprintf("entry %d of", len(log))},
		"a candidate":                {"people", person(4), dossier(4), "the file of C004"},
		"the candidate after one":    {"people", person(4), dossier(3), "what follows the file of C003"},
		"a candidate, when checked":  {"people", person(4), check, "1 of 5 candidates"},
		"the end of the candidates":  {"people", []byte("\xff\xff\xff\xff"), dossier(5), "what follows the file of C005"},
		"a text":                     {"people", texts[0], dossier(3), "part of the texts about C003"},
		"the number of texts":        {"people", append(person(3), 0), dossier(3), "part of the texts about C003"},
	} {
		to := touched(t, d.File.Path(), func(tx *bolt.Tx) error { return tx.Bucket([]byte(c.bucket)).Delete(c.key) })
		f, err := l.Open(to, true)
		if err == nil {
			if c.missed != nil {
				err = c.missed(f)
			}
			must(t, f.Close())
		}
		var x *store.DamagedError
		if !errors.As(err, &x) || !strings.Contains(x.What, c.words) {
			t.Errorf("%s: %v", lost, err)
		}
	}
}

// TestNothingIsWrittenAfterATransactionDied: bbolt may be in any state then, so reading goes on and writing does not.
func TestNothingIsWrittenAfterATransactionDied(t *testing.T) {
	t.Parallel()
	_, d := desk(t, 3)
	err := d.File.Update(func(*bolt.Tx) error { panic("a damaged page") })
	var x *store.DamagedError
	if !errors.As(err, &x) {
		t.Fatalf("not said as damage: %v", err)
	}
	before := d.Board.Events
	if err := d.File.Commit(d.Decide("M1", rating(1, 1, model.Met))); !errors.As(err, &x) {
		t.Errorf("written all the same: %v", err)
	}
	if d.Reload(); d.Board.Events != before {
		t.Errorf("%d events, %d before", d.Board.Events, before)
	}
}
