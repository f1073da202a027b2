package identity

// This file stores the keys in the user's configuration folder: "identity" holds the secret halves, plain or under a
// passphrase. "card" lies beside it, so that the card can be shown without the passphrase.

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"filippo.io/age"
	"github.com/adrg/xdg"

	"shortlist/model"
	"shortlist/store/safefile"
)

// Ring is the folder with the keys of one user.
type Ring struct {
	folder string
	work   int
}

// Default returns the ring of the user who runs the program.
func Default() Ring { return At(filepath.Join(xdg.ConfigHome, "shortlist")) }

// At returns the ring in a folder. Nothing is made or read yet.
func At(folder string) Ring { return Ring{folder: folder, work: 18} }

// Cheap returns the ring with passphrases that are quick to try, for tests.
func (r Ring) Cheap() Ring { r.work = 4; return r }

// Folder returns where the keys are stored.
func (r Ring) Folder() string { return r.folder }

func (r Ring) path(name string) string { return filepath.Join(r.folder, name) }

// ErrNone means that there are no keys on this laptop yet.
var ErrNone = errors.New("no identity")

// noneError is ErrNone with a sentence for people.
type noneError struct{}

func (noneError) Error() string        { return ErrNone.Error() }
func (noneError) Is(target error) bool { return target == ErrNone }
func (noneError) Explain() string {
	return "There is no card on this laptop yet: make one on the page of your card (c on the first page), or with shortlist card --name \"Your Name\"."
}

// Card returns the card of the user. It returns ErrNone if there is none yet.
func (r Ring) Card() (Card, error) {
	b, err := os.ReadFile(r.path("card"))
	if errors.Is(err, fs.ErrNotExist) {
		return Card{}, noneError{}
	} else if err != nil {
		return Card{}, fmt.Errorf("read the card: %w", err)
	}
	return ParseCard(string(b))
}

// Create makes keys and stores them, under a passphrase unless that is "". It returns *model.Error Conflict if there are
// keys already. Keys are never replaced, because what was signed with them could not be proved any more.
func (r Ring) Create(name, passphrase string) (*Identity, error) {
	id, err := Make(name)
	if err != nil {
		return nil, err
	}
	if err := os.MkdirAll(r.folder, 0o700); err != nil {
		return nil, fmt.Errorf("make the folder of the keys: %w", err)
	}
	content := []byte(id.text())
	if passphrase != "" {
		if content, err = r.protect(content, passphrase); err != nil {
			return nil, err
		}
	}
	if err := r.place(content); errors.Is(err, fs.ErrExist) {
		return nil, &model.Error{Code: model.Conflict, Subject: r.folder, Message: "There is a card on this laptop already; show it with shortlist card."}
	} else if err != nil {
		return nil, err
	}
	return id, r.keepCard(id)
}

// place stores the keys if there are none yet.
func (r Ring) place(content []byte) error {
	tmp, err := os.CreateTemp(r.folder, safefile.TempPattern("identity")) // mode 0600
	if err != nil {
		return fmt.Errorf("keep the keys: %w", err)
	}
	_, err = tmp.Write(content)
	err = errors.Join(err, tmp.Sync(), tmp.Close())
	if err == nil {
		err = safefile.Place(tmp.Name(), r.path("identity"))
	}
	if err != nil {
		return fmt.Errorf("keep the keys: %w", errors.Join(err, safefile.Remove(tmp.Name())))
	}
	return nil
}

func (r Ring) keepCard(id *Identity) error {
	return safefile.Write(r.path("card"), 0o600, func(w io.Writer) error {
		_, err := io.WriteString(w, id.Card().String()+"\n")
		return err
	})
}

func (r Ring) protect(content []byte, passphrase string) ([]byte, error) {
	to, err := age.NewScryptRecipient(passphrase)
	if err != nil {
		return nil, fmt.Errorf("lock the keys: %w", err)
	}
	to.SetWorkFactor(r.work)
	var out bytes.Buffer
	w, err := age.Encrypt(&out, to)
	if err == nil {
		_, err = w.Write(content)
	}
	if err == nil {
		err = w.Close()
	}
	if err != nil {
		return nil, fmt.Errorf("lock the keys: %w", err)
	}
	return out.Bytes(), nil
}

// Protected returns true if the keys are under a passphrase. It returns ErrNone if there are none yet.
func (r Ring) Protected() (bool, error) {
	b, err := os.ReadFile(r.path("identity"))
	if errors.Is(err, fs.ErrNotExist) {
		return false, noneError{}
	} else if err != nil {
		return false, fmt.Errorf("read the keys: %w", err)
	}
	return locked(b), nil
}

func locked(b []byte) bool { return bytes.HasPrefix(b, []byte("age-encryption.org/")) }

// ChangePassphrase puts the keys under another passphrase, or under none if fresh is "". old is called if they are under
// one. The keys and the card stay the same. The file is replaced in one step, after it was checked that the new
// passphrase opens the keys. It returns the errors of Load, and *model.Error Invalid if the new passphrase does not open
// them.
func (r Ring) ChangePassphrase(old func() (string, error), fresh string) error {
	id, err := r.Load(old)
	if err != nil {
		return err
	}
	content := []byte(id.text())
	if fresh != "" {
		if content, err = r.protect(content, fresh); err != nil {
			return err
		}
		again, err := open(content, func() (string, error) { return fresh, nil })
		if err != nil || string(again) != id.text() {
			return &model.Error{Code: model.Invalid, Subject: "card", Message: "The keys could not be put under this passphrase: nothing was changed. Try another one."}
		}
	}
	err = safefile.Write(r.path("identity"), 0o600, func(w io.Writer) error {
		_, err := w.Write(content)
		return err
	})
	if err != nil {
		return fmt.Errorf("keep the keys: %w", err)
	}
	return nil
}

// Load reads the keys. passphrase is called if they are under one. It returns ErrNone if there are none yet,
// *model.Error Forbidden if the passphrase is wrong, and Invalid if the keys are damaged.
func (r Ring) Load(passphrase func() (string, error)) (*Identity, error) {
	b, err := os.ReadFile(r.path("identity"))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, noneError{}
	} else if err != nil {
		return nil, fmt.Errorf("read the keys: %w", err)
	}
	if locked(b) {
		if b, err = open(b, passphrase); err != nil {
			return nil, err
		}
	}
	id, err := parse(string(b))
	if err != nil {
		return nil, &model.Error{Code: model.Invalid, Subject: r.folder, Message: fmt.Sprintf("The keys of your card in %s are damaged. Put back a copy of that folder, or move it away, make a new card and give it to the chair.", r.folder)}
	}
	if _, err := r.Card(); err != nil { // the program was killed after it had stored the keys
		return id, r.keepCard(id)
	}
	return id, nil
}

func open(b []byte, passphrase func() (string, error)) ([]byte, error) {
	word, err := passphrase()
	if err != nil {
		return nil, err
	}
	wrong := &model.Error{Code: model.Forbidden, Subject: "card", Message: "This is not the passphrase of your card. Nothing was done."}
	key, err := age.NewScryptIdentity(strings.TrimRight(word, "\r\n"))
	if err != nil {
		return nil, wrong
	}
	in, err := age.Decrypt(bytes.NewReader(b), key)
	if err != nil {
		return nil, wrong
	}
	out, err := io.ReadAll(io.LimitReader(in, 1<<16))
	if err != nil {
		return nil, wrong
	}
	return out, nil
}
