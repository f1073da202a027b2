package cli

import (
	"crypto/rand"

	"shortlist/model"
	"shortlist/store"
	"shortlist/tui/kit"
)

// This file gives the command line the library it asks for.

// The errors of the store that the screens find by their interfaces.
var (
	_ kit.Taken           = (*store.FileError)(nil)
	_ kit.InUse           = (*store.InUseError)(nil)
	_ kit.Elsewhere       = (*store.ElsewhereError)(nil)
	_ kit.NeedsPassphrase = (*store.PassphraseError)(nil)
)

// disk is the store's library with the types of the contract.
type disk struct{ *store.Library }

func (d disk) Open(path string, readOnly bool) (kit.File, error) {
	return file[kit.File](d.Library.OpenHere(path, readOnly))
}

func (d disk) OpenFile(path string, readOnly bool) (kit.UpkeepFile, error) {
	return file[kit.UpkeepFile](d.Library.OpenHere(path, readOnly))
}
func (d disk) Sample() (kit.File, error) { return file[kit.File](d.Library.Sample()) }
func (d disk) Create(p model.Posting, c model.CreateVacancy) (kit.File, error) {
	return file[kit.File](d.Library.CreateAt(p, c, ""))
}

func (d disk) TakeNewVacancy(path, word string) (kit.File, error) {
	return file[kit.File](d.Library.TakeNewVacancy(path, word))
}

func (d disk) MakeVacancy(p model.Posting, c model.CreateVacancy, path string, fill func(kit.UpkeepFile) error) (string, error) {
	return d.Library.MakeVacancy(p, c, path, func(f *store.File) error { return fill(f) })
}

// file is a file of the store with the type of the contract, and nil without one.
func file[F kit.File](f *store.File, err error) (out F, _ error) {
	if err == nil {
		out = any(f).(F)
	}
	return out, err
}

func random() (r [32]byte) {
	_, _ = rand.Read(r[:]) // never fails: crypto/rand ends the program where the system has no randomness
	return r
}

var (
	_ kit.Upkeep     = disk{}
	_ kit.UpkeepFile = (*store.File)(nil)
)
