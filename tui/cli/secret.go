package cli

import (
	"errors"
	"fmt"
	"os"
	"strings"

	"github.com/charmbracelet/x/term"
	"github.com/spf13/cobra"

	"shortlist/model"
	"shortlist/tui/kit"
)

// This file reads passphrases and PINs: from the terminal, or from a file, never from the command line.

// passphrases asks for the passphrases of a card and of bundles.
type passphrases struct {
	session    *session
	cardFile   string // with the passphrase of the card; "" asks on the terminal
	bundleFile string // with that of a bundle
	freshFile  string // with the one that a card which is there already gets
	ask        bool   // for the passphrase of a new bundle
}

func (p *passphrases) cardFlag(cmd *cobra.Command) {
	cmd.Flags().StringVar(&p.cardFile, "card-passphrase-file", "", "file with the passphrase of your card, instead of asking for it")
}

func (p *passphrases) bundleFlags(cmd *cobra.Command) {
	cmd.Flags().StringVar(&p.bundleFile, "passphrase-file", "", "file with the passphrase of the bundle")
	cmd.Flags().BoolVar(&p.ask, "passphrase", false, "ask for a passphrase of the bundle")
}

// unlocked does work that may need the keys of the card. If they are under a passphrase, it asks for that once and does the
// work again.
func (p *passphrases) unlocked(work func() error) error {
	err := work()
	var asks kit.NeedsPassphrase
	if !errors.As(err, &asks) {
		return err
	}
	if of, wrong := asks.Passphrase(); of != "card" || wrong {
		return err
	}
	word, err := p.ofCard()
	if err != nil {
		return err
	}
	if err := p.session.lib().Unlock(word); err != nil {
		return err
	}
	return work()
}

// ofCard asks for the passphrase of the card.
func (p *passphrases) ofCard() (string, error) {
	return p.read(p.cardFile, "Passphrase of your card: ")
}

// ofBundle asks for the passphrase of a bundle that is under one.
func (p *passphrases) ofBundle() (string, error) {
	return p.read(p.bundleFile, "Passphrase of the bundle: ")
}

// ofNewBundle is the passphrase for a new bundle, or "" if it is to be locked to cards.
func (p *passphrases) ofNewBundle() (string, error) {
	switch {
	case p.bundleFile != "":
		return p.ofBundle()
	case p.ask:
		return p.fresh("", "A passphrase for the bundle: ")
	}
	return "", nil
}

// fresh asks for a passphrase that is new, twice on a terminal.
func (p *passphrases) fresh(file, prompt string) (string, error) {
	word, err := p.read(file, prompt)
	if err != nil || file != "" {
		return word, err
	}
	again, err := p.read("", "The same once more: ")
	if err == nil && again != word {
		err = &model.Error{Code: model.Invalid, Message: "The two passphrases differ. Nothing was written."}
	}
	return word, err
}

func (p *passphrases) read(file, prompt string) (string, error) {
	return readSecret(p.session, file, prompt, "passphrase", "--passphrase-file, or --card-passphrase-file for that of your card")
}

// readSecret reads a passphrase or a PIN from a file, else hidden on the terminal. what is its noun; flags are those that name
// a file.
func readSecret(s *session, file, prompt, what, flags string) (string, error) {
	var b []byte
	if file != "" {
		var err error
		if b, err = os.ReadFile(file); err != nil {
			return "", &model.Error{Code: model.NotFound, Subject: file, Message: fmt.Sprintf("The file with the %s, %s, cannot be read.", what, file)}
		}
	} else {
		in, ok := s.In.(*os.File)
		if !ok || !term.IsTerminal(in.Fd()) {
			return "", &model.Error{Code: model.Invalid, Message: fmt.Sprintf("A %s is needed and there is no terminal to ask on: name a file with it (%s).", what, flags)}
		}
		var err error
		if b, err = readHidden(in.Fd(), s.Err, prompt); err != nil {
			return "", fmt.Errorf("ask for a %s: %w", what, err)
		}
	}
	word := strings.TrimRight(string(b), "\r\n")
	if word == "" {
		return "", &model.Error{Code: model.Invalid, Message: fmt.Sprintf("The %s is empty. Nothing was done.", what)}
	}
	return word, nil
}

// pins asks for the PIN of the member in whose name something is read or done. What everybody may know needs none.
type pins struct {
	session *session
	file    string // with the PIN; "" asks on the terminal
}

// pinOptions say what becomes of a PIN.
type pinOptions struct {
	file, forgotten string
	remove          bool
}

func (p *pins) flag(cmd *cobra.Command) {
	cmd.Flags().StringVar(&p.file, "pin-file", "", "file with the PIN of the member in whose name this is done, instead of asking for it")
}

// with opens a file in the name of a member. If that asks for a PIN, the file is opened for writing, because the tries are
// counted in it.
func (p *pins) with(path, as string, readOnly bool, do func(kit.UpkeepFile, *model.View, model.MemberID) error) error {
	again := false
	err := withFile(p.session, path, readOnly, func(f kit.UpkeepFile, v *model.View) error {
		who, err := findViewer(f, v, as)
		if err != nil {
			return err
		}
		if why := v.WhyNotHere(who, f.Device()); why != "" {
			return &model.Error{Code: model.Forbidden, Subject: as, Message: why}
		}
		if again = readOnly && v.AsksPIN(who, f.Device()); again {
			return nil
		}
		if err := p.unlock(f, v, who); err != nil {
			return err
		}
		return do(f, v, who)
	})
	if again && err == nil {
		return p.with(path, as, false, do)
	}
	return err
}

// unlock asks a member for the PIN they set, if any. It tells them first if the chair took it away.
func (p *pins) unlock(f kit.UpkeepFile, v *model.View, who model.MemberID) error {
	name := kit.Clean(v.MemberName(who))
	if said := v.TellTaken(who); said != "" {
		p.session.tell("%s, take note: %s", name, kit.Clean(said))
	}
	if !v.AsksPIN(who, f.Device()) {
		return nil
	}
	pin, err := p.read(p.file, fmt.Sprintf("The PIN of %s: ", name), "--pin-file")
	if err != nil {
		return err
	}
	return f.TryPIN(who, pin, p.session.Now())
}

func (p *pins) read(file, prompt, flag string) (string, error) {
	return readSecret(p.session, file, prompt, "PIN", flag)
}

// change sets, changes or takes away the PIN of a member.
func (p *pins) change(f kit.UpkeepFile, v *model.View, as string, o pinOptions) error {
	who, err := findMember(v, as)
	switch {
	case err != nil:
		return err
	case who == "" || as == "":
		return &model.Error{Code: model.Invalid, Message: "Whose PIN? Say it with --as and the member's name."}
	case o.forgotten != "":
		return p.forget(f, v, who, o.forgotten)
	case !v.IsChairDevice(f.Device()): // refused before anything is asked for
		return act(p.session, f, who, model.SetPIN{}, "")
	}
	if err := p.unlock(f, v, who); err != nil {
		return err
	}
	if o.remove {
		return act(p.session, f, who, model.RemovePIN{Member: who}, fmt.Sprintf("The PIN of %s is taken away.", v.MemberName(who)))
	}
	return p.set(f, v, who, o.file)
}

// forget takes away, in the name of the chair, a PIN that a member forgot.
func (p *pins) forget(f kit.UpkeepFile, v *model.View, who model.MemberID, reason string) error {
	if err := p.unlock(f, v, v.FirstChair()); err != nil {
		return err
	}
	said := fmt.Sprintf("The PIN of %s is taken away; they are told at their next turn.", v.MemberName(who))
	return act(p.session, f, v.FirstChair(), model.RemovePIN{Member: who, Reason: reason}, said)
}

// set asks for a new PIN, twice on a terminal, and sets it.
func (p *pins) set(f kit.UpkeepFile, v *model.View, who model.MemberID, file string) error {
	pin, err := p.read(file, fmt.Sprintf("A new PIN for %s: ", kit.Clean(v.MemberName(who))), "--new-pin-file")
	if err != nil {
		return err
	}
	if file == "" {
		again, err := p.read("", "The same once more: ", "--new-pin-file")
		if err != nil {
			return err
		}
		if again != pin {
			return &model.Error{Code: model.Invalid, Message: "The two PINs differ. Nothing was changed."}
		}
	}
	lock, err := f.MakePIN(pin)
	if err != nil {
		return err
	}
	said := fmt.Sprintf("PIN set. It is asked whenever something is read or done in the name of %s on this laptop.", v.MemberName(who))
	return act(p.session, f, who, model.SetPIN{Lock: lock}, said)
}
