package store_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"shortlist/model"
	"shortlist/store"
	"shortlist/store/bundle"
	"shortlist/store/identity"
)

// This file tries files that were copied by hand from one computer to another.

// computer is a library with a configuration folder of its own.
func computer(t *testing.T) *store.Library {
	t.Helper()
	return store.NewLibrary(t.TempDir()).WithKeys(identity.At(filepath.Join(t.TempDir(), "config")).Cheap())
}

// away tells whether a file was written on another computer, and whether it is the chair's.
func away(err error) (elsewhere, home bool) {
	var e *store.ElsewhereError
	if errors.As(err, &e) {
		return true, e.Elsewhere()
	}
	return false, false
}

// rateOnce declares and rates one criterion of the first candidate.
func rateOnce(t *testing.T, f *store.File, me model.MemberID, v model.Value) {
	t.Helper()
	b, err := f.Load()
	must(t, err)
	for _, c := range []model.Command{model.DeclareConflict{Candidate: 1, Interest: model.NoConflict}, model.SetRating{Candidate: 1, Criterion: 1, Value: v}} {
		ch, err := model.Decide(b, c, b.Stamp(f.Device(), me, time.Unix(1_750_000_000, 0), [32]byte{byte(b.Events), 9}))
		must(t, err)
		must(t, f.Commit(ch))
		b.ApplyAll(ch.Events)
	}
}

// copied is a member's file on a computer, with something rated, and a copy of it.
func copied(t *testing.T) (p *panel, ring identity.Ring, original, twin string) {
	t.Helper()
	p, ring, bundle := seatOne(t)
	here := store.NewLibrary(t.TempDir()).WithKeys(ring)
	must(t, here.Unlock("a word"))
	f, err := here.TakeNewVacancy(bundle, "")
	must(t, err)
	rateOnce(t, f, "M2", model.Met)
	must(t, f.Close())
	if f, err = here.OpenHere(f.Path(), false); err != nil {
		t.Fatalf("where it was written: %v", err)
	}
	must(t, f.Close())
	twin = filepath.Join(t.TempDir(), "twin.shortlist")
	must(t, copyFile(f.Path(), twin))
	return p, ring, f.Path(), twin
}

func TestACopyIsNoticedAndNothingIsWritten(t *testing.T) {
	t.Parallel()
	_, _, _, twin := copied(t)
	before, err := os.ReadFile(twin)
	must(t, err)
	there := computer(t)
	_, err = there.OpenHere(twin, false)
	if elsewhere, home := away(err); !elsewhere || home || !strings.Contains(model.Explain(err), "--moved") {
		t.Fatalf("opened on another computer: %v", err)
	}
	after, err := os.ReadFile(twin)
	must(t, err)
	if string(before) != string(after) {
		t.Error("the refused file was changed")
	}
	f, err := there.OpenHere(twin, true)
	must(t, err)
	must(t, f.Close())
}

func TestAMovedFileGoesOnUnderItsId(t *testing.T) {
	t.Parallel()
	_, ring, original, twin := copied(t)
	there := computer(t)
	must(t, there.ResolveMoved(twin, false))
	f, err := there.OpenHere(twin, false)
	must(t, err)
	g, err := store.NewLibrary("").WithKeys(ring).OpenHere(original, false)
	must(t, err)
	if f.Device() != g.Device() {
		t.Errorf("moved, it became %s from %s", f.Device(), g.Device())
	}
	must(t, errors.Join(f.Close(), g.Close()))
}

// TestBothGoOnAfterACopy rates otherwise on the original and on the copy: the chair takes both in, whichever comes first.
func TestBothGoOnAfterACopy(t *testing.T) {
	t.Parallel()
	for _, first := range []int{0, 1} {
		p, ring, original, twin := copied(t)
		there := store.NewLibrary(t.TempDir()).WithKeys(identity.At(filepath.Join(t.TempDir(), "config")).Cheap())
		must(t, there.ResolveMoved(twin, true))
		if elsewhere, _ := away(errOf(there.OpenHere(twin, false))); elsewhere {
			t.Fatal("adopted, and still refused")
		}
		keys := func() *identity.Identity {
			id, err := ring.Load(func() (string, error) { return "a word", nil })
			must(t, err)
			return id
		}()
		var bundles []string
		devices := map[model.DeviceID]bool{}
		for i, path := range []string{original, twin} {
			f, err := store.NewLibrary("").Open(path, false)
			must(t, err)
			devices[f.Device()] = true
			rateOnce(t, f, "M2", []model.Value{model.NotMet, model.Unclear}[i])
			to := filepath.Join(t.TempDir(), "back.bundle")
			if _, err := f.Send(keys, to, nil, "", false); err != nil {
				t.Fatal(err)
			}
			bundles = append(bundles, to)
			must(t, f.Close())
			if v, err := store.Verify(path, ""); err != nil || !v.Intact() {
				t.Errorf("%d: %v %v", i, v, err)
			}
		}
		if len(devices) != 2 {
			t.Fatalf("both write as %v", devices)
		}
		for _, i := range []int{first, 1 - first} {
			b, err := store.OpenBundle(bundles[i], p.chair.id, nil)
			must(t, err)
			if _, err := p.chair.File.Merge(b, p.chair.id.Card().Key, false); err != nil {
				t.Errorf("the bundle of %d: %v", i, err)
			}
		}
	}
}

// What was rated before the copy comes to the chair with the copy too: the original may never send again.
func TestACopySendsWhatWasRatedBeforeIt(t *testing.T) {
	t.Parallel()
	p, ring, original, twin := copied(t)
	must(t, computer(t).ResolveMoved(twin, true))
	keys, err := ring.Load(func() (string, error) { return "a word", nil })
	must(t, err)
	send := func(path string) *bundle.Bundle {
		t.Helper()
		f, err := store.NewLibrary("").Open(path, false)
		must(t, err)
		to := filepath.Join(t.TempDir(), "back.bundle")
		if _, err := f.Send(keys, to, nil, "", false); err != nil {
			t.Fatal(err)
		}
		must(t, f.Close())
		b, err := store.OpenBundle(to, p.chair.id, nil)
		must(t, err)
		return b
	}
	chair := p.chair.File
	if m, err := chair.Merge(send(twin), p.chair.id.Card().Key, false); err != nil || m.Ratings != 1 {
		t.Fatalf("of the copy: %v %v", m, err)
	}
	if m, err := chair.Merge(send(original), p.chair.id.Card().Key, false); err != nil || m.Entries != 0 {
		t.Errorf("of the original, that says the same: %v %v", m, err)
	}
	f, err := store.NewLibrary("").Open(original, false)
	must(t, err)
	rateOnce(t, f, "M2", model.NotMet)
	must(t, f.Close())
	if m, err := chair.Merge(send(original), p.chair.id.Card().Key, false); err != nil || m.Ratings != 1 {
		t.Errorf("of the original, that went on: %v %v", m, err)
	}
	if m, err := chair.Merge(send(twin), p.chair.id.Card().Key, false); err != nil || m.Entries != 0 {
		t.Errorf("of the copy, that knows less: %v %v", m, err)
	}
	must(t, chair.Close())
	for _, path := range []string{chair.Path(), twin} {
		if v, err := store.Verify(path, ""); err != nil || !v.Intact() {
			t.Errorf("%s: %v %v", path, v, err)
		}
	}
}

func errOf(f *store.File, err error) error {
	if err == nil {
		err = f.Close()
	}
	return err
}

func TestThereIsOneComputerOfTheChair(t *testing.T) {
	t.Parallel()
	p := seat(t, 1, 2)
	here := computer(t)
	path := p.chair.File.Path()
	must(t, p.chair.File.Close())
	there := computer(t)
	_, err := there.OpenHere(path, false)
	if elsewhere, home := away(err); !elsewhere || !home || !strings.Contains(model.Explain(err), "--read-only") {
		t.Fatalf("%v", err)
	}
	if err := here.ResolveMoved(path, true); model.CodeOf(err) != model.Forbidden {
		t.Errorf("a copy of the chair's file: %v", err)
	}
	must(t, here.ResolveMoved(path, false))
	must(t, errOf(here.OpenHere(path, false)))
}
