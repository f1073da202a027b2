package cli

import (
	"errors"
	"fmt"
	"os"
	"strings"
	"time"

	"github.com/charmbracelet/x/term"
	"github.com/spf13/cobra"

	"shortlist/model"
	"shortlist/store"
	"shortlist/store/identity"
	"shortlist/tui/kit"
)

// This file reads passphrases and PINs: from the terminal, or from a file, never from the command line.

// keys finds the keys of the card and asks for passphrases: on the terminal, or from a file, never on the command line.
type keys struct {
	app      *app
	cardFile string
	wordFile string
	// freshFile holds the passphrase that a card which is there already gets.
	freshFile string
	ask       bool
	id        *identity.Identity // once they were read
}

func (k *keys) flags(cmd *cobra.Command) {
	cmd.Flags().StringVar(&k.cardFile, "card-passphrase-file", "", "file with the passphrase of your card, instead of asking for it")
}

func (k *keys) wordFlags(cmd *cobra.Command) {
	cmd.Flags().StringVar(&k.wordFile, "passphrase-file", "", "file with the passphrase of the bundle")
	cmd.Flags().BoolVar(&k.ask, "passphrase", false, "ask for a passphrase of the bundle")
}

func (k *keys) load() (id *identity.Identity, err error) {
	if k.id == nil {
		k.id, err = identity.Default().Load(func() (string, error) { return k.read(k.cardFile, "Passphrase of your card: ") })
	}
	return k.id, err
}

// introduced are the keys with which this laptop speaks for a file. On the chair's laptop they are made where there are
// none yet.
func (k *keys) introduced(f *store.File, b *model.Board) (*identity.Identity, error) {
	id, err := k.load()
	if errors.Is(err, identity.ErrNone) && b.AtHome(f.Device()) && b.FirstChair() != "" {
		if id, err = identity.Default().Create(b.MemberName(b.FirstChair()), ""); err == nil {
			fmt.Fprintf(k.app.err, "A card was made for %s. Its check sum is %s: tell the members.\n", kit.Clean(id.Card().Name), id.Card().Check())
		}
	}
	if err == nil {
		err = f.Introduce(id)
	}
	return id, err
}

// word is the passphrase of a bundle that is under one.
func (k *keys) word() (string, error) { return k.read(k.wordFile, "Passphrase of the bundle: ") }

// newWordIfAsked is the passphrase for a new bundle; "" where it is to be locked to cards.
func (k *keys) newWordIfAsked() (string, error) {
	switch {
	case k.wordFile != "":
		return k.word()
	case k.ask:
		return k.newWord("A passphrase for the bundle: ")
	}
	return "", nil
}

// reprotect puts the keys of a card that is there already under another passphrase, or under none.
func (k *keys) reprotect(ring identity.Ring, protect bool) error {
	old := ""
	locked, err := ring.Protected()
	if err == nil && locked {
		old, err = k.read(k.cardFile, "Passphrase of your card: ")
	}
	fresh := ""
	if err == nil && protect {
		fresh, err = k.newWordFrom(k.freshFile, "The passphrase from now on: ")
	}
	if err != nil {
		return err
	}
	if err := ring.ChangePassphrase(func() (string, error) { return old, nil }, fresh); err != nil {
		return err
	}
	said := "The keys of your card are under no passphrase any more."
	if protect {
		said = "The keys of your card are under the new passphrase."
	}
	fmt.Fprintln(k.app.err, said)
	return nil
}

// newWord asks twice for a passphrase that is to be kept in mind.
func (k *keys) newWord(prompt string) (string, error) { return k.newWordFrom(k.cardFile, prompt) }

func (k *keys) newWordFrom(file, prompt string) (string, error) {
	word, err := k.read(file, prompt)
	if err != nil || file != "" {
		return word, err
	}
	again, err := k.read("", "The same once more: ")
	if err == nil && again != word {
		err = &model.Error{Code: model.Invalid, Message: "The two passphrases differ. Nothing was written."}
	}
	return word, err
}

func (k *keys) read(file, prompt string) (string, error) {
	return k.app.secret(file, prompt, "passphrase", "--passphrase-file, or --card-passphrase-file for that of your card")
}

// secret reads a passphrase or a PIN from a file, else hidden on the terminal; flags are those that name a file.
func (a *app) secret(file, prompt, what, flags string) (string, error) {
	var b []byte
	if file != "" {
		var err error
		if b, err = os.ReadFile(file); err != nil {
			return "", &model.Error{Code: model.NotFound, Subject: file, Message: fmt.Sprintf("The file with the %s, %s, cannot be read.", what, file)}
		}
	} else {
		in, ok := a.in.(*os.File)
		if !ok || !term.IsTerminal(in.Fd()) {
			return "", &model.Error{Code: model.Invalid, Message: fmt.Sprintf("A %s is needed and there is no terminal to ask on: name a file with it (%s).", what, flags)}
		}
		fmt.Fprint(a.err, prompt)
		var err error
		b, err = term.ReadPassword(in.Fd())
		fmt.Fprintln(a.err)
		if err != nil {
			return "", fmt.Errorf("ask for a %s: %w", what, err)
		}
	}
	word := strings.TrimRight(string(b), "\r\n")
	if word == "" {
		return "", &model.Error{Code: model.Invalid, Message: fmt.Sprintf("The %s is empty. Nothing was done.", what)}
	}
	return word, nil
}

// pins asks for the PIN of the member in whose name something is read or done: on the terminal, or from a file, never on the
// command line. What all may know is shown and done without one.
type pins struct {
	app  *app
	file string
}

// pinOf is what is to become of a PIN.
type pinOf struct {
	file, forgotten string
	remove          bool
}

func (p *pins) flag(cmd *cobra.Command) {
	cmd.Flags().StringVar(&p.file, "pin-file", "", "file with the PIN of the member in whose name this is done, instead of asking for it")
}

// with opens a file in the name of a member. Where that asks for a PIN the file is opened for writing, for the tries are
// counted in it.
func (p *pins) with(path, as string, readOnly bool, do func(*store.File, *model.Board, model.MemberID) error) error {
	again := false
	err := p.app.withFile(path, readOnly, func(f *store.File, b *model.Board) error {
		who, err := viewer(f, b, as)
		if err != nil {
			return err
		}
		if why := b.WhyNotHere(who, f.Device()); why != "" {
			return &model.Error{Code: model.Forbidden, Subject: as, Message: why}
		}
		if again = readOnly && b.AsksPIN(who, f.Device()); again {
			return nil
		}
		if err := p.unlock(f, b, who); err != nil {
			return err
		}
		return do(f, b, who)
	})
	if again && err == nil {
		return p.with(path, as, false, do)
	}
	return err
}

// unlock asks a member for the PIN they set, if any, and tells them where the chair took it away.
func (p *pins) unlock(f *store.File, b *model.Board, who model.MemberID) error {
	if says := b.TellTaken(who); says != "" {
		fmt.Fprintf(p.app.err, "%s, take note: %s\n", kit.Clean(b.MemberName(who)), kit.Clean(says))
	}
	if !b.AsksPIN(who, f.Device()) {
		return nil
	}
	pin, err := p.app.secret(p.file, "The PIN of "+kit.Clean(b.MemberName(who))+": ", "PIN", "--pin-file")
	if err != nil {
		return err
	}
	return f.TryPIN(who, pin, time.Now())
}

// change sets, changes or takes away the PIN of a member.
func (p *pins) change(f *store.File, b *model.Board, as string, how pinOf) error {
	who, err := member(b, as)
	switch {
	case err != nil:
		return err
	case who == "" || as == "":
		return &model.Error{Code: model.Invalid, Message: "Whose PIN? Say it with --as and the member's name."}
	case how.forgotten != "":
		if err := p.unlock(f, b, b.FirstChair()); err != nil {
			return err
		}
		return p.app.act(f, b, model.RemovePIN{Member: who, Reason: how.forgotten}, "The PIN of "+b.MemberName(who)+" is taken away; they are told at their next turn.")
	}
	if !b.AtHome(f.Device()) { // refused before anything is asked for
		return p.app.actAs(f, b, who, model.SetPIN{}, "")
	}
	if err := p.unlock(f, b, who); err != nil {
		return err
	}
	if how.remove {
		return p.app.actAs(f, b, who, model.RemovePIN{Member: who}, "The PIN of "+b.MemberName(who)+" is taken away.")
	}
	pin, err := p.app.secret(how.file, "A new PIN for "+kit.Clean(b.MemberName(who))+": ", "PIN", "--new-pin-file")
	if err == nil && how.file == "" {
		var again string
		if again, err = p.app.secret("", "The same once more: ", "PIN", "--new-pin-file"); err == nil && again != pin {
			err = &model.Error{Code: model.Invalid, Message: "The two PINs differ. Nothing was changed."}
		}
	}
	if err != nil {
		return err
	}
	lock, err := f.MakePIN(pin)
	if err != nil {
		return err
	}
	return p.app.actAs(f, b, who, model.SetPIN{Lock: lock}, "PIN set. It is asked whenever something is read or done in the name of "+b.MemberName(who)+" on this laptop.")
}
