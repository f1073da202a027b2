// Command shortlist screens the candidates of a vacancy: see README.md.
package main

import (
	"crypto/rand"
	"os"
	"time"

	"shortlist/model"
	"shortlist/store"
	"shortlist/tui/cli"
	"shortlist/tui/kit"
	"shortlist/tui/screens"
)

// This file joins the store and what people speak to, which know nothing of each other.

// version is set by the release build.
var version = "0.1.0"

func main() {
	if store.RunChildCheck() { // this process is the child that looks at a file that was not closed cleanly
		return
	}
	os.Exit(cli.Main(os.Args[1:], cli.Env{
		Version: version,
		Library: func(folder string) kit.Upkeep { return library{store.NewLibrary(folder)} },
		Pages:   screens.List(),
		Now:     time.Now, Random: random,
		In: os.Stdin, Out: os.Stdout, Err: os.Stderr,
	}))
}

func random() (r [32]byte) {
	_, _ = rand.Read(r[:]) // never fails: crypto/rand ends the program if the system has no randomness
	return r
}

// The store has what the contract of the screens asks for.
var (
	_ kit.Upkeep          = library{}
	_ kit.UpkeepFile      = (*store.File)(nil)
	_ kit.Loader          = (*store.File)(nil)
	_ kit.Taken           = (*store.FileError)(nil)
	_ kit.InUse           = (*store.InUseError)(nil)
	_ kit.Elsewhere       = (*store.ElsewhereError)(nil)
	_ kit.NeedsPassphrase = (*store.PassphraseError)(nil)
)

// library is the store's library with the types of the contract.
type library struct{ *store.Library }

func (l library) Open(path string, readOnly bool) (kit.File, error) {
	return file(l.Library.OpenHere(path, readOnly))
}

func (l library) OpenFile(path string, readOnly bool) (kit.UpkeepFile, error) {
	return file(l.Library.OpenHere(path, readOnly))
}

func (l library) Sample() (kit.File, error) { return file(l.Library.Sample()) }

func (l library) Create(p model.Posting, c model.CreateVacancy) (kit.File, error) {
	return file(l.Library.CreateAt(p, c, ""))
}

func (l library) TakeNewVacancy(path, word string) (kit.File, error) {
	return file(l.Library.TakeNewVacancy(path, word))
}

func (l library) MakeVacancy(p model.Posting, c model.CreateVacancy, path string, fill func(kit.UpkeepFile) error) (string, error) {
	return l.Library.MakeVacancy(p, c, path, func(f *store.File) error { return fill(f) })
}

// file returns no file with an error, instead of an interface that holds a nil pointer.
func file(f *store.File, err error) (kit.UpkeepFile, error) {
	if err != nil {
		return nil, err
	}
	return f, nil
}
