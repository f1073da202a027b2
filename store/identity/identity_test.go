package identity_test

// This file checks cards, and how keys are stored.

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"shortlist/model"
	"shortlist/store/identity"
)

func TestACardSurvivesItsWayOrIsRefused(t *testing.T) {
	t.Parallel()
	id, err := identity.Make("  Łukasz   O'Neil ")
	if err != nil {
		t.Fatal(err)
	}
	card := id.Card()
	for _, text := range []string{card.String(), card.String() + "\r\n", "  " + strings.ReplaceAll(card.String(), " ", "\n")} {
		if got, err := identity.ParseCard(text); err != nil || got != card || got.Name != "Łukasz O'Neil" {
			t.Errorf("%q: %v %+v", text, err, got)
		}
	}
	line := card.String()
	for at := range len(line) {
		x := line[:at] + string(rune(line[at]^1)) + line[at+1:]
		if _, err := identity.ParseCard(x); model.CodeOf(err) != model.Invalid {
			t.Errorf("byte %d changed: %v", at, err)
		}
		if got, err := identity.ParseCard(line[:at]); err == nil {
			t.Errorf("cut after %d: %+v", at, got)
		}
	}
	for _, x := range []string{"", "hello", strings.Replace(line, "card1", "card2", 1)} {
		if _, err := identity.ParseCard(x); model.CodeOf(err) != model.Invalid {
			t.Errorf("%q: %v", x, err)
		}
	}
}

func TestKeysAreKeptForTheirOwnerAlone(t *testing.T) {
	t.Parallel()
	for _, word := range []string{"", "correct horse"} {
		folder := filepath.Join(t.TempDir(), "config")
		ring := identity.At(folder).Cheap()
		if _, err := ring.Card(); !errors.Is(err, identity.ErrNone) {
			t.Errorf("a card before there is one: %v", err)
		}
		if _, err := ring.Load(nil); !errors.Is(err, identity.ErrNone) {
			t.Errorf("keys before there are any: %v", err)
		}
		made, err := ring.Create("Ida Holm", word)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := ring.Create("Ida Holm", word); model.CodeOf(err) != model.Conflict {
			t.Errorf("made twice: %v", err)
		}
		for _, name := range []string{"identity", "card"} {
			info, err := os.Stat(filepath.Join(folder, name))
			if err != nil || info.Mode().Perm() != 0o600 {
				t.Errorf("%s: %v %v", name, info.Mode(), err)
			}
		}
		if err := os.Remove(filepath.Join(folder, "card")); err != nil { // as if the program had been killed before it was written
			t.Fatal(err)
		}
		got, err := ring.Load(func() (string, error) { return word + "\n", nil })
		if err != nil || got.Card() != made.Card() {
			t.Fatalf("%v", err)
		}
		if c, err := ring.Card(); err != nil || c != made.Card() {
			t.Errorf("the card is not back: %v", err)
		}
		if !identity.Signed(got.Card().Key, []byte("x"), made.Sign([]byte("x"))) || identity.Signed(got.Card().Key, []byte("y"), made.Sign([]byte("x"))) {
			t.Error("signatures do not hold")
		}
		content, err := os.ReadFile(filepath.Join(folder, "identity"))
		if err != nil || word != "" && strings.Contains(string(content), "AGE-SECRET") {
			t.Errorf("keys in the open: %v", err)
		}
		if word != "" {
			if _, err := ring.Load(func() (string, error) { return "wrong", nil }); model.CodeOf(err) != model.Forbidden {
				t.Errorf("a wrong passphrase: %v", err)
			}
		}
		if err := os.WriteFile(filepath.Join(folder, "identity"), []byte("shortlist-identity1\nx"), 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := ring.Load(nil); model.CodeOf(err) != model.Invalid {
			t.Errorf("damaged keys: %v", err)
		}
	}
}

func TestAPassphraseIsChangedAndTheKeysStay(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	ring := identity.At(folder).Cheap()
	if err := ring.ChangePassphrase(nil, "x"); !errors.Is(err, identity.ErrNone) {
		t.Errorf("before there are keys: %v", err)
	}
	made, err := ring.Create("Ida Holm", "")
	if err != nil {
		t.Fatal(err)
	}
	is := func(word string) func() (string, error) { return func() (string, error) { return word, nil } }
	now := ""
	for _, fresh := range []string{"one", "two  words ", ""} {
		if now != "" {
			if err := ring.ChangePassphrase(is("wrong"), "never"); model.CodeOf(err) != model.Forbidden {
				t.Errorf("from %q with a wrong one: %v", now, err)
			}
		}
		if err := ring.ChangePassphrase(is(now), fresh); err != nil {
			t.Fatalf("from %q to %q: %v", now, fresh, err)
		}
		now = fresh
		locked, err := ring.Protected()
		content, rerr := os.ReadFile(filepath.Join(folder, "identity"))
		if err != nil || rerr != nil || locked != (fresh != "") || locked == strings.Contains(string(content), "AGE-SECRET") {
			t.Errorf("under %q: locked %t, %v %v", fresh, locked, err, rerr)
		}
		got, err := ring.Load(is(now))
		if err != nil || got.Card() != made.Card() || !identity.Signed(made.Card().Key, []byte("x"), got.Sign([]byte("x"))) {
			t.Errorf("under %q: %v", fresh, err)
		}
		if info, err := os.Stat(filepath.Join(folder, "identity")); err != nil || info.Mode().Perm() != 0o600 {
			t.Errorf("%v %v", info, err)
		}
	}
	if left, err := filepath.Glob(filepath.Join(folder, ".*")); err != nil || len(left) > 0 {
		t.Errorf("left behind: %v %v", left, err)
	}
}
