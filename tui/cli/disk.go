package cli

import (
	"crypto/rand"

	"shortlist/model"
	"shortlist/store"
	"shortlist/tui/kit"
)

// This file gives the screens the library they ask for.

// The errors of the store that the screens find by their interfaces.
var (
	_ kit.Taken           = (*store.FileError)(nil)
	_ kit.InUse           = (*store.InUseError)(nil)
	_ kit.Elsewhere       = (*store.ElsewhereError)(nil)
	_ kit.NeedsPassphrase = (*store.PassphraseError)(nil)
)

// disk gives the screen the library it asks for: the store's methods with the screen's types.
type disk struct{ *store.Library }

func (d disk) Open(path string, readOnly bool) (kit.File, error) {
	return file(d.Library.OpenHere(path, readOnly))
}

func (d disk) Sample() (kit.File, error) { return file(d.Library.Sample()) }

func (d disk) Create(p model.Posting, c model.CreateVacancy) (kit.File, error) {
	return file(d.Library.CreateAt(p, c, ""))
}

func (d disk) TakeNewVacancy(path, word string) (kit.File, error) {
	return file(d.Library.TakeNewVacancy(path, word))
}

func file(f *store.File, err error) (kit.File, error) {
	if err != nil {
		return nil, err
	}
	return f, nil
}

func random() (r [32]byte) {
	_, _ = rand.Read(r[:]) // never fails: crypto/rand ends the program where the system has no randomness
	return r
}
