package store_test

// This file opens files that their last writer did not close.

import (
	"bytes"
	"errors"
	"os"
	"strings"
	"testing"

	"shortlist/model"
	"shortlist/store"
	"shortlist/store/storetest"
)

// left makes a file that was written to and not closed.
func left(t *testing.T) (*store.Library, string, *model.Board) {
	t.Helper()
	l, d := storetest.New(t)
	d.Import(1, 40)
	d.Panel()
	for i := range 40 {
		d.Do("M1", rating(1+i, 1, model.Met))
	}
	must(t, d.File.Abandon())
	return l, d.File.Path(), d.Board
}

func TestAFileThatWasNotClosedOpensWhole(t *testing.T) {
	t.Parallel()
	l, path, want := left(t)
	must(t, store.CheckApart(path))
	f, err := l.Open(path, false)
	must(t, err)
	if b := storetest.Sit(t, f).Board; b.Events != want.Events || b.RatingCount() != 40 {
		t.Errorf("%d events, %d ratings", b.Events, b.RatingCount())
	}
}

func TestTheCheckFromOutsideFindsDamage(t *testing.T) {
	t.Parallel()
	l, path, _ := left(t)
	whole, err := os.ReadFile(path)
	must(t, err)
	found := 0
	for at := 8192; at < len(whole); at += 4096 {
		b := bytes.Clone(whole)
		for i := range 64 {
			b[at+16+i] ^= 0x55 // the elements of a page
		}
		must(t, os.WriteFile(path, b, 0o600))
		f, err := l.Open(path, false)
		var d *store.DamagedError
		switch {
		case errors.As(err, &d):
			found++
		case err != nil:
			t.Errorf("page %d: %v", at/4096, err)
		default: // a free page
			if _, err := f.Load(); err != nil {
				t.Errorf("page %d: opened, then %v", at/4096, err)
			}
			must(t, f.Close())
		}
	}
	if found < 5 {
		t.Errorf("%d damaged pages found", found)
	}
	must(t, os.WriteFile(path, whole, 0o600))
}

func TestALostHeaderOfAFileThatWasNotClosedIsSaid(t *testing.T) {
	t.Parallel()
	l, path, want := left(t)
	whole, err := os.ReadFile(path)
	must(t, err)
	for page := range 2 {
		b := bytes.Clone(whole)
		b[page*4096+16+40] ^= 1
		must(t, os.WriteFile(path, b, 0o600))
		_, err := l.Open(path, false)
		if s := model.Explain(err); !strings.Contains(s, "one of its two header pages, and with it perhaps the last change, cannot be read. Open it read-only") {
			t.Fatalf("header %d: %v", page, err)
		}
		f, err := l.Open(path, true)
		must(t, err)
		b2, err := f.Load()
		must(t, err)
		if b2.Events < want.Events-1 {
			t.Errorf("header %d: %d events of %d", page, b2.Events, want.Events)
		}
		saved, err := f.Backup()
		must(t, err)
		must(t, f.Close())
		again, err := l.Open(saved, false)
		if err != nil {
			t.Fatal(err)
		}
		must(t, again.Close())
	}
	must(t, os.WriteFile(path, whole, 0o600))
}

// TestALostHeaderOfAClosedFileLosesNothing: closing, and making a file, write both headers.
func TestALostHeaderOfAClosedFileLosesNothing(t *testing.T) {
	t.Parallel()
	for name, work := range map[string]func(*storetest.Desk){
		"worked on": func(d *storetest.Desk) { d.Panel() },
		"new":       func(*storetest.Desk) {},
	} {
		l, d := storetest.New(t)
		work(d)
		must(t, d.File.Close())
		path := d.File.Path()
		whole, err := os.ReadFile(path)
		must(t, err)
		for page := range 2 {
			b := bytes.Clone(whole)
			b[page*4096+16+40] ^= 1
			must(t, os.WriteFile(path, b, 0o600))
			f, err := l.Open(path, false)
			if err != nil {
				t.Fatalf("%s, header %d: %v", name, page, err)
			}
			got, err := f.Load()
			must(t, err)
			if got.Events != d.Board.Events {
				t.Errorf("%s, header %d: %d events of %d", name, page, got.Events, d.Board.Events)
			}
			must(t, f.Close())
		}
		must(t, os.WriteFile(path, whole, 0o600))
	}
}

func TestTheCheckFromOutsideSeesAnotherProgram(t *testing.T) {
	t.Parallel()
	_, d := storetest.New(t)
	if err := store.CheckApart(d.File.Path()); !errors.Is(err, store.ErrInUse) {
		t.Errorf("got %v", err)
	}
}
