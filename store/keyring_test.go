package store_test

// This file tests the exchange as screens use it: keys under a passphrase, a vacancy that begins with a bundle, folders.

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"shortlist/model"
	"shortlist/store"
	"shortlist/store/identity"
)

// asksFor returns which passphrase an error asks for, and if a wrong one was given.
func asksFor(err error) (of string, wrong bool) {
	var e *store.PassphraseError
	if errors.As(err, &e) {
		return e.Passphrase()
	}
	return "", false
}

// seatOne returns a panel of the chair and one member whose keys are under a passphrase, and the bundle for them. Both
// have libraries of their own.
func seatOne(t *testing.T) (chair *panel, ring identity.Ring, bundle string) {
	t.Helper()
	p := seat(t, 1, 3)
	ring = identity.At(p.members[0].ring).Cheap()
	if err := ring.ChangePassphrase(nil, "a word"); err != nil {
		t.Fatal(err)
	}
	bundle = filepath.Join(t.TempDir(), "for the member.bundle")
	if _, err := p.chair.File.Send(p.chair.id, bundle, []model.MemberID{"M2"}, "", false); err != nil {
		t.Fatal(err)
	}
	return p, ring, bundle
}

func TestAMemberBeginsWithABundleAndAPassphrase(t *testing.T) {
	t.Parallel()
	_, ring, bundle := seatOne(t)
	lib := store.NewLibrary(filepath.Join(t.TempDir(), "vacancies")).WithKeys(ring)
	if _, err := lib.LookAtBundle(bundle, ""); err == nil {
		t.Fatal("keys under a passphrase opened without it")
	} else if of, wrong := asksFor(err); of != "card" || wrong {
		t.Fatalf("%v", err)
	}
	if of, wrong := asksFor(lib.Unlock("a Word")); of != "card" || !wrong {
		t.Errorf("a wrong passphrase asks for %q, wrong %t", of, wrong)
	}
	must(t, lib.Unlock("a word"))
	v, err := lib.LookAtBundle(bundle, "")
	if err != nil || v.Title == "" || v.From == "" || v.Here != "" || !strings.Contains(v.Text, "check sum of the sender") {
		t.Fatalf("%+v %v", v, err)
	}
	if entries, err := os.ReadDir(lib.Folder()); err == nil {
		t.Errorf("looking made %v", entries)
	}
	f, err := lib.TakeNewVacancy(bundle, "")
	must(t, err)
	b, err := f.Load()
	must(t, err)
	if w := f.Worker(&b.Common); w != "M2" {
		t.Errorf("%q works here", w)
	}
	if lib.LastFolder() != filepath.Dir(bundle) {
		t.Errorf("the folder is remembered as %q", lib.LastFolder())
	}
	if v, err = lib.LookAtBundle(bundle, ""); err != nil || v.Here != f.Path() {
		t.Errorf("not found while it is open: %+v %v", v, err)
	}
	must(t, f.Close())
	if v, err = lib.LookAtBundle(bundle, ""); err != nil || v.Here != f.Path() {
		t.Errorf("not found: %+v %v", v, err)
	}
	stranger := store.NewLibrary(t.TempDir()).WithKeys(identity.At(t.TempDir()).Cheap())
	if _, err := stranger.LookAtBundle(bundle, ""); model.CodeOf(err) != model.Forbidden {
		t.Errorf("without a card: %v", err)
	}
}

func TestABundleUnderAPassphraseIsAskedFor(t *testing.T) {
	t.Parallel()
	p, ring, _ := seatOne(t)
	lib := store.NewLibrary(t.TempDir()).WithKeys(ring)
	must(t, lib.Unlock("a word"))
	locked := filepath.Join(t.TempDir(), "locked.bundle")
	if _, err := p.chair.File.Send(p.chair.id, locked, nil, "for all", false); err != nil {
		t.Fatal(err)
	}
	for word, want := range map[string]struct {
		of    string
		wrong bool
	}{"": {"bundle", false}, "For all": {"bundle", true}, "for all": {"", false}} {
		_, err := lib.LookAtBundle(locked, word)
		if of, wrong := asksFor(err); of != want.of || wrong != want.wrong || want.of == "" && err != nil {
			t.Errorf("%q: %v", word, err)
		}
	}
}

func TestAFolderIsLookedAtKeptInStepAndRemembered(t *testing.T) {
	t.Parallel()
	p, ring, bundle := seatOne(t)
	shared := t.TempDir()
	if _, err := p.chair.File.Exchange(p.chair.id, shared); err != nil {
		t.Fatal(err)
	}
	lib := store.NewLibrary(t.TempDir()).WithKeys(ring)
	must(t, lib.Unlock("a word"))
	f, err := lib.TakeNewVacancy(bundle, "")
	must(t, err)
	path := f.Path()
	if last, exchange := f.Folders(); last != filepath.Dir(bundle) || exchange != "" {
		t.Errorf("%q %q", last, exchange)
	}
	p.chair.Do("M1", model.AddMember{Name: "Late Comer", Role: model.RoleObserver})
	if _, err := p.chair.File.Exchange(p.chair.id, shared); err != nil {
		t.Fatal(err)
	}
	before, err := f.Load()
	must(t, err)
	said, err := f.ExchangeIn(shared, true)
	after, lerr := f.Load()
	must(t, errors.Join(err, lerr))
	if !strings.Contains(said, "1 entry about the vacancy") || after.Events != before.Events {
		t.Errorf("looking said %q, %d entries became %d", said, before.Events, after.Events)
	}
	if _, exchange := f.Folders(); exchange != "" {
		t.Errorf("looking remembered %q", exchange)
	}
	said, err = f.ExchangeIn(shared, false)
	after, lerr = f.Load()
	must(t, errors.Join(err, lerr))
	if !strings.Contains(said, "1 entry about the vacancy") || after.Events != before.Events+1 || !strings.Contains(said, "Nothing new to write") {
		t.Errorf("%q, %d entries became %d", said, before.Events, after.Events)
	}
	must(t, f.Close())
	again := store.NewLibrary(t.TempDir()).WithKeys(ring) // the next run of the program
	f, err = again.Open(path, false)
	must(t, err)
	if _, exchange := f.Folders(); exchange != shared {
		t.Errorf("remembered %q", exchange)
	}
	must(t, f.Close())
	must(t, os.WriteFile(filepath.Join(ring.Folder(), "folders.json"), []byte("{"), 0o600))
	if last := store.NewLibrary(t.TempDir()).WithKeys(ring).LastFolder(); last != "" {
		t.Errorf("a damaged memory says %q", last)
	}
}

func TestTheCardOfTheLaptop(t *testing.T) {
	t.Parallel()
	lib := store.NewLibrary(t.TempDir()).WithKeys(identity.At(filepath.Join(t.TempDir(), "config")).Cheap())
	if c, err := lib.OwnCard(); err != nil || c != (model.OwnCard{}) {
		t.Errorf("before there is one: %+v %v", c, err)
	}
	c, err := lib.MakeCard("Ida Holm", "a word")
	if err != nil || c.Name != "Ida Holm" || !c.Protected || c.Check == "" {
		t.Fatalf("%+v %v", c, err)
	}
	if _, err := lib.MakeCard("Ida Holm", ""); model.CodeOf(err) != model.Conflict {
		t.Errorf("made twice: %v", err)
	}
	path := filepath.Join(t.TempDir(), "card.txt")
	if to, err := lib.SaveCard(path, false); err != nil || to != path {
		t.Errorf("%q %v", to, err)
	}
	text, err := os.ReadFile(path)
	must(t, err)
	if read, err := identity.ParseCard(string(text)); err != nil || read.Check() != c.Check {
		t.Errorf("%q %v", text, err)
	}
	folder := t.TempDir()
	if to, err := lib.SaveCard(folder, false); err != nil || to != filepath.Join(folder, "card of Ida Holm.txt") {
		t.Errorf("into a folder: %q %v", to, err)
	}
	var taken interface{ Taken() bool }
	if _, err := lib.SaveCard(path, false); !errors.As(err, &taken) || !taken.Taken() {
		t.Errorf("written over: %v", err)
	}
	if of, wrong := asksFor(lib.ChangePassphrase("no", "new")); of != "card" || !wrong {
		t.Errorf("changed with a wrong one: %q %t", of, wrong)
	}
	must(t, lib.ChangePassphrase("a word", ""))
	if c, err := lib.OwnCard(); err != nil || c.Protected {
		t.Errorf("still protected: %+v %v", c, err)
	}
}
