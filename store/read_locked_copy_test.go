package store_test

// This file reads files while another program writes them.

import (
	"os"
	"path/filepath"
	"testing"

	"shortlist/model"
	"shortlist/store/storetest"
)

func TestAMomentIsWholeWhileAnotherWrites(t *testing.T) {
	t.Parallel()
	l, d := desk(t, 40)
	stop, done := make(chan struct{}), make(chan int)
	go func() {
		n := 0
		for ; ; n++ {
			select {
			case <-stop:
				done <- n
				return
			default:
				d.Do("M1", rating(1+n%40, 1, []model.Value{model.Met, model.NotMet}[n/40%2]))
			}
		}
	}()
	last := 0
	for range 20 {
		f, err := l.Open(d.File.Path(), true)
		if err != nil {
			continue // too busy for a copy; the error says that the file is in use
		}
		b, err := f.Load()
		must(t, err)
		if b.Events < last {
			t.Errorf("%d events after %d", b.Events, last)
		}
		last = b.Events
		for c := model.CandidateID(1); c <= 40; c++ {
			if _, err := f.Dossier(c); err != nil {
				t.Error(err)
			}
		}
		must(t, f.Close())
	}
	close(stop)
	if n := <-done; n == 0 || last == 0 {
		t.Errorf("%d ratings written, %d events read", n, last)
	}
}

func TestReadingAMomentLeavesNothingBehind(t *testing.T) {
	_, d := desk(t, 3) // not parallel, because it changes TMPDIR
	t.Setenv("TMPDIR", t.TempDir())
	l, _ := storetest.New(t)
	f, err := l.Open(d.File.Path(), true)
	must(t, err)
	must(t, f.Close())
	if left, err := filepath.Glob(filepath.Join(os.Getenv("TMPDIR"), "shortlist-reading*")); err != nil || len(left) != 0 {
		t.Errorf("left behind: %v %v", left, err)
	}
}
