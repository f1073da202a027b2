package store

// This file holds the keys of the user while the program runs. A passphrase is asked for once; the opened keys are kept
// in memory only.

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"sync"

	"shortlist/model"
	"shortlist/store/identity"
	"shortlist/store/safefile"
)

// keyring is the user's ring, with the keys once they were opened.
type keyring struct {
	ring identity.Ring

	mu  sync.Mutex
	id  *identity.Identity // nil until it was opened
	key string             // of the card; empty if there is none
}

func newKeyring(r identity.Ring) *keyring { return &keyring{ring: r} }

// load returns the keys. It returns identity.ErrNone if there are none yet, and *PassphraseError if they are under a
// passphrase that was not given.
func (k *keyring) load() (*identity.Identity, error) { return k.open("") }

func (k *keyring) open(passphrase string) (*identity.Identity, error) {
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.id != nil {
		return k.id, nil
	}
	id, err := k.ring.Load(func() (string, error) {
		if passphrase == "" {
			return "", &PassphraseError{Of: "card"}
		}
		return passphrase, nil
	})
	if passphrase != "" && model.CodeOf(err) == model.Forbidden {
		return nil, &PassphraseError{Of: "card", Wrong: err}
	} else if err != nil {
		return nil, err
	}
	k.id, k.key = id, id.Card().Key
	return id, nil
}

// readCard reads which card is on this laptop.
func (k *keyring) readCard() {
	c, err := k.ring.Card()
	k.mu.Lock()
	defer k.mu.Unlock()
	if err == nil {
		k.key = c.Key
	}
}

// cardKey returns the key of the card on this laptop as far as readCard or load found it, or "".
func (k *keyring) cardKey() string {
	k.mu.Lock()
	defer k.mu.Unlock()
	return k.key
}

// PassphraseError means that a passphrase is needed: for the card on this laptop, or for a bundle.
type PassphraseError struct {
	Of string // "card" or "bundle"
	// Wrong is why the passphrase that was given does not open it; nil if none was given.
	Wrong error
}

func (e *PassphraseError) Error() string { return "open a " + e.Of + ": no passphrase that opens it" }

func (e *PassphraseError) Unwrap() error { return e.Wrong }

// Passphrase returns what the passphrase is for ("card" or "bundle"), and if a wrong one was given. Callers look for
// this method to ask for one.
func (e *PassphraseError) Passphrase() (of string, wrong bool) { return e.Of, e.Wrong != nil }

// Explain returns the sentence for people.
func (e *PassphraseError) Explain() string {
	switch {
	case e.Wrong != nil:
		return model.Explain(e.Wrong)
	case e.Of == "card":
		return "The keys of your card are under a passphrase: give it first."
	}
	return "The bundle is under a passphrase: give it first."
}

// OwnCard returns the card on this laptop, or the zero value if there is none yet.
func (l *Library) OwnCard() (model.OwnCard, error) {
	c, err := l.keys.ring.Card()
	if errors.Is(err, identity.ErrNone) { // perhaps only the file of the card is missing
		var id *identity.Identity
		if id, err = l.keys.load(); err == nil {
			c = id.Card()
		}
	}
	if errors.Is(err, identity.ErrNone) {
		return model.OwnCard{}, nil
	} else if err != nil {
		return model.OwnCard{}, err
	}
	l.keys.readCard()
	locked, err := l.keys.ring.Protected()
	return model.OwnCard{Name: c.Name, Line: c.String(), Check: c.Check(), Protected: locked}, err
}

// MakeCard makes keys for a name, under a passphrase unless that is "". It returns *model.Error Conflict if there are
// keys.
func (l *Library) MakeCard(name, passphrase string) (model.OwnCard, error) {
	if _, err := l.keys.ring.Create(name, passphrase); err != nil {
		return model.OwnCard{}, err
	}
	if _, err := l.keys.open(passphrase); err != nil {
		return model.OwnCard{}, err
	}
	return l.OwnCard()
}

// SaveCard writes the card on this laptop to a file and returns its path. If path is a folder, the file is named after
// the holder. It returns *FileError with Taken if a file exists there and replace is false.
func (l *Library) SaveCard(path string, replace bool) (string, error) {
	c, err := l.keys.ring.Card()
	if err != nil {
		return "", err
	}
	path = within(absolute(expandHome(path)), "card of "+fileName(c.Name)+".txt")
	if _, err := os.Lstat(path); err == nil && !replace {
		return "", fileError(path, fs.ErrExist)
	}
	err = safefile.Write(path, 0o600, func(w io.Writer) error {
		_, err := io.WriteString(w, c.String()+"\n")
		return err
	})
	return path, makeError(path, err)
}

// Unlock opens keys that are under a passphrase, until the program ends. It returns *PassphraseError for a wrong one.
func (l *Library) Unlock(passphrase string) error {
	_, err := l.keys.open(passphrase)
	return err
}

// ChangePassphrase puts the keys on this laptop under another passphrase, or under none if fresh is "". It returns
// *PassphraseError if old is wrong.
func (l *Library) ChangePassphrase(old, fresh string) error {
	err := l.keys.ring.ChangePassphrase(func() (string, error) { return old, nil }, fresh)
	if model.CodeOf(err) == model.Forbidden {
		return &PassphraseError{Of: "card", Wrong: err}
	}
	return err
}
