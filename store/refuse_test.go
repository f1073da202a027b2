package store_test

// This file opens what must be refused.

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	bolt "go.etcd.io/bbolt"

	"shortlist/model"
	"shortlist/store"
	"shortlist/store/storetest"
)

// closed makes a vacancy file and closes it.
func closed(t testing.TB) (*store.Library, string) {
	t.Helper()
	l, d := storetest.New(t)
	d.Import(1, 5)
	if err := d.File.Close(); err != nil {
		t.Fatal(err)
	}
	return l, d.File.Path()
}

func foreignBolt(t *testing.T, path string, fill func(*bolt.Tx) error) {
	t.Helper()
	db, err := bolt.Open(path, 0o600, nil)
	if err != nil {
		t.Fatal(err)
	}
	if err := db.Update(fill); err != nil {
		t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
}

func TestWhatIsNoVacancyIsRefusedWithASentence(t *testing.T) {
	t.Parallel()
	l, good := closed(t)
	whole, err := os.ReadFile(good)
	if err != nil {
		t.Fatal(err)
	}
	bytesOf := func(b []byte) func(*testing.T, string) {
		return func(t *testing.T, path string) {
			if err := os.WriteFile(path, b, 0o600); err != nil {
				t.Fatal(err)
			}
		}
	}
	for name, c := range map[string]struct {
		make func(*testing.T, string)
		says string
	}{
		"a file that is not there": {func(*testing.T, string) {}, "does not exist"},
		"an empty file":            {bytesOf(nil), "is empty (0 bytes)"},
		"a folder":                 {func(t *testing.T, path string) { must(t, os.Mkdir(path, 0o700)) }, "is a folder"},
		"a text":                   {bytesOf([]byte(strings.Repeat("essential: a steady hand\n", 1000))), "not a vacancy file"},
		"a few bytes":              {bytesOf([]byte("hello")), "not a vacancy file"},
		"zeros":                    {bytesOf(make([]byte, 1<<16)), "not a vacancy file"},
		"the database of another program": {func(t *testing.T, path string) {
			foreignBolt(t, path, func(tx *bolt.Tx) error { _, err := tx.CreateBucket([]byte("settings")); return err })
		}, "not a vacancy file"},
		"another program's header": {func(t *testing.T, path string) {
			foreignBolt(t, path, func(tx *bolt.Tx) error { _, err := tx.CreateBucket([]byte("meta")); return err })
		}, "not a vacancy file"},
		"an empty database":             {func(t *testing.T, path string) { foreignBolt(t, path, func(*bolt.Tx) error { return nil }) }, "not a vacancy file"},
		"half a file":                   {bytesOf(whole[:len(whole)/2]), "is damaged"},
		"the first page only":           {bytesOf(whole[:4096]), "is damaged"},
		"both header pages overwritten": {bytesOf(append(bytes.Repeat([]byte{0xAA}, 8192), whole[8192:]...)), "not a vacancy file"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			for _, readOnly := range []bool{false, true} {
				path := filepath.Join(t.TempDir(), "x.shortlist")
				c.make(t, path)
				before, _ := os.ReadFile(path)
				f, err := l.Open(path, readOnly)
				if err == nil {
					t.Fatal(errors.Join(errors.New("it was opened"), f.Close()))
				}
				if s := model.Explain(err); !strings.Contains(s, c.says) || !strings.HasPrefix(s, "x.shortlist ") {
					t.Errorf("%q does not say %q", s, c.says)
				}
				if after, _ := os.ReadFile(path); !bytes.Equal(before, after) {
					t.Error("the file was changed")
				}
			}
		})
	}
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func TestANewerFileIsRefusedUntouched(t *testing.T) {
	t.Parallel()
	l, path := closed(t)
	f, err := l.Open(path, false)
	must(t, err)
	must(t, f.Update(func(tx *bolt.Tx) error { return store.Put(tx, []byte("meta"), []byte("schema"), []byte{0, 0, 0, 99}) }))
	must(t, f.Abandon())
	before, err := os.ReadFile(path)
	must(t, err)
	_, err = l.Open(path, false)
	var newer *store.NewerError
	if !errors.As(err, &newer) || newer.Schema != 99 || newer.Known != store.Schema() {
		t.Fatalf("got %v", err)
	}
	if after, _ := os.ReadFile(path); !bytes.Equal(before, after) {
		t.Error("the file was changed")
	}
}

func TestASecondOpenerIsToldAndMayRead(t *testing.T) {
	t.Parallel()
	l, d := storetest.New(t)
	d.Import(1, 30)
	d.Panel()
	_, err := l.Open(d.File.Path(), false)
	if !errors.Is(err, store.ErrInUse) || !strings.Contains(model.Explain(err), "is open in another program (or another window). Close it there, or open it read-only.") {
		t.Fatalf("got %v", err)
	}
	f, err := l.Open(d.File.Path(), true)
	must(t, err)
	d.Do("M1", model.SetRating{Candidate: 2, Criterion: 1, Value: model.Met})
	b, err := f.Load()
	must(t, err)
	if b.Candidates != 30 || b.RatingCount() != 0 || !f.ReadOnly() {
		t.Errorf("%d candidates, %d ratings: not the moment of opening", b.Candidates, b.RatingCount())
	}
	var ro *store.ReadOnlyError
	if err := f.Commit(d.Decide("M1", model.SetRating{Candidate: 3, Criterion: 1, Value: model.Met})); !errors.As(err, &ro) {
		t.Errorf("commit: %v", err)
	}
	must(t, f.Close())
	list, err := l.List()
	if err != nil || len(list) != 1 || list[0].Candidates != 30 || list[0].Trouble != "" {
		t.Errorf("list %+v, %v", list, err)
	}
}

func TestManyMayReadAtOnce(t *testing.T) {
	t.Parallel()
	l, path := closed(t)
	for range 3 {
		f, err := l.Open(path, true)
		must(t, err)
		t.Cleanup(func() { must(t, f.Close()) })
	}
	if _, err := l.Open(path, false); !errors.Is(err, store.ErrInUse) {
		t.Errorf("a writer came in among readers: %v", err)
	}
}

func TestClosingTwiceIsHarmlessAndUsingAfterwardsIsRefused(t *testing.T) {
	t.Parallel()
	_, d := storetest.New(t)
	must(t, d.File.Close())
	must(t, d.File.Close())
	if _, err := d.File.Load(); !errors.Is(err, store.ErrClosed) {
		t.Errorf("load: %v", err)
	}
	if err := d.File.Commit(model.Change{}); !errors.Is(err, store.ErrClosed) {
		t.Errorf("commit: %v", err)
	}
}
