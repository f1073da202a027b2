package store_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"shortlist/model"
	"shortlist/store"
	"shortlist/store/identity"
	"shortlist/store/storetest"
)

// This file tries the card that the chair's laptop makes by itself, and bundles as the command line takes them in.

// cardless is the chair's laptop with no card on it; the chair has the card given, and one member has a card.
func cardless(t *testing.T, of model.Card) (*storetest.Desk, identity.Ring) {
	t.Helper()
	ring := identity.At(filepath.Join(t.TempDir(), "config")).Cheap()
	f, err := store.NewLibrary(t.TempDir()).WithKeys(ring).Create(storetest.Posting(), storetest.Vacancy())
	must(t, err)
	desk := storetest.Sit(t, f)
	desk.Do("", model.AddMember{Name: "Vera Quill", Role: model.Chair, Card: of})
	desk.Do("M1", model.AddMember{Name: "Ida Holm", Role: model.RoleMember, Card: card(t, "Ida Holm").Card().Card})
	return desk, ring
}

func TestTheChairsLaptopMakesItsCardByItselfAndTellsIt(t *testing.T) {
	t.Parallel()
	for name, send := range map[string]func(*store.File) (string, error){
		"as the screen sends": func(f *store.File) (string, error) { return f.SendBundle(nil, t.TempDir()) },
		"as the screen exchanges": func(f *store.File) (string, error) {
			folder := t.TempDir()
			said, err := f.ExchangeIn(folder, true)
			if err != nil || !strings.Contains(said, "one is made for Vera Quill") {
				t.Errorf("looking said %q, %v", said, err)
			}
			if b, err := f.Load(); err != nil || b.Member("M1").Card != (model.Card{}) {
				t.Errorf("looking made a card: %v", err)
			}
			return f.ExchangeIn(folder, false)
		},
		"as the command line sends": func(f *store.File) (string, error) {
			s, err := f.SendTo(filepath.Join(t.TempDir(), "x.bundle"), nil, "")
			if s.Made.Name != "Vera Quill" {
				t.Errorf("made %+v", s.Made)
			}
			return s.Text, err
		},
		"as the command line exchanges": func(f *store.File) (string, error) {
			x, err := f.ExchangeThrough(t.TempDir())
			return x.Made.Announce(), err
		},
	} {
		desk, ring := cardless(t, model.Card{})
		said, err := send(desk.File)
		must(t, err)
		c, err := ring.Card()
		must(t, err)
		if !strings.Contains(said, "A card was made for Vera Quill. Its check sum is "+c.Check()) {
			t.Errorf("%s: said %q", name, said)
		}
		desk.Reload()
		if desk.Board.Member("M1").Card != c.Card {
			t.Errorf("%s: the panel does not know the card", name)
		}
		if said, err := desk.File.SendBundle(nil, t.TempDir()); err != nil || strings.Contains(said, "made") {
			t.Errorf("%s: the second time %q, %v", name, said, err)
		}
	}
}

func TestNoCardIsMadeForAChairWhoHasOneOrForAMember(t *testing.T) {
	t.Parallel()
	desk, ring := cardless(t, card(t, "Vera Quill").Card().Card)
	path := desk.File.Path()
	for name, do := range map[string]func(*store.File) error{
		"send":     func(f *store.File) error { _, err := f.SendTo(filepath.Join(t.TempDir(), "x"), nil, ""); return err },
		"exchange": func(f *store.File) error { _, err := f.ExchangeThrough(t.TempDir()); return err },
		"look":     func(f *store.File) error { _, err := f.ExchangeIn(t.TempDir(), true); return err },
	} {
		if err := do(desk.File); !errors.Is(err, identity.ErrNone) || !strings.Contains(model.Explain(err), "There is no card on this laptop yet") {
			t.Errorf("%s at %s: %v", name, path, err)
		}
	}
	if _, err := ring.Card(); !errors.Is(err, identity.ErrNone) {
		t.Errorf("a card was made: %v", err)
	}
	p := seat(t, 1, 1)
	member := copyOf(t, p.members[0].File.Path())
	defer func() { must(t, member.Close()) }()
	if _, err := member.SendTo(filepath.Join(t.TempDir(), "x"), nil, ""); err == nil {
		t.Error("a member's laptop sent without a card")
	}
}

func TestSeveralBundlesComeInTogetherOrNotAtAll(t *testing.T) {
	t.Parallel()
	p := seat(t, 2, 1)
	var paths []string
	for _, m := range p.members {
		m.rate(1, "met")
		paths = append(paths, m.send())
	}
	ring := identity.At(p.chair.ring)
	path := p.chair.File.Path()
	must(t, p.chair.File.Close())
	f, err := store.NewLibrary(t.TempDir()).WithKeys(ring).Open(path, false)
	must(t, err)
	defer func() { must(t, f.Close()) }()
	before, err := f.Load()
	must(t, err)
	foreign := seat(t, 1, 1)
	for name, bad := range map[string]string{"of no bundle": path, "of another vacancy": foreign.chair.send("M2")} {
		if _, err := f.TakeBundles([]string{paths[0], bad}, nil, false); err == nil {
			t.Errorf("%s: taken in", name)
		}
	}
	said, err := f.TakeBundles(paths, nil, true)
	if err != nil || len(said) != 2 {
		t.Errorf("looked: %q %v", said, err)
	}
	if b, err := f.Load(); err != nil || b.Events != before.Events {
		t.Errorf("%d entries became %d: %v", before.Events, b.Events, err)
	}
	said, err = f.TakeBundles(paths, nil, false)
	if b, lerr := f.Load(); err != nil || lerr != nil || len(said) != 2 || b.Events <= before.Events {
		t.Errorf("%q, %d entries became %d: %v", said, before.Events, b.Events, err)
	}
}

func TestAVacancyIsMadeFromTheFirstBundle(t *testing.T) {
	t.Parallel()
	p, ring, path := seatOne(t)
	locked := filepath.Join(t.TempDir(), "locked.bundle")
	_, err := p.chair.File.Send(p.chair.id, locked, nil, "for all", false)
	must(t, err)
	lib := store.NewLibrary(t.TempDir()).WithKeys(ring)
	to := filepath.Join(t.TempDir(), "mine.shortlist")
	if _, err := lib.MakeFrom([]string{path}, nil, to, false); err == nil {
		t.Error("made without the passphrase of the card")
	} else if of, _ := asksFor(err); of != "card" {
		t.Errorf("asks for %q", of)
	}
	must(t, lib.Unlock("a word"))
	asked := 0
	word := func() (string, error) { asked++; return "for all", nil }
	if said, err := lib.MakeFrom([]string{path, locked}, word, to, true); err != nil || len(said) != 1 {
		t.Errorf("looked: %q %v", said, err)
	}
	if _, err := os.Lstat(to); err == nil {
		t.Error("looking made a file")
	}
	asked = 0
	said, err := lib.MakeFrom([]string{path, locked}, word, to, false)
	if err != nil || len(said) != 2 || asked != 1 || !strings.Contains(said[1], "nothing new") {
		t.Errorf("%q, asked %d times: %v", said, asked, err)
	}
	if _, err := lib.MakeFrom([]string{path}, word, to, false); err == nil {
		t.Error("a file was replaced")
	}
}
