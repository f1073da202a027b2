package cli

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"shortlist/model"
)

// cardOptions are the flags of card.
type cardOptions struct {
	name               string
	protect, unprotect bool
}

func newCardCommand(s *session) *cobra.Command {
	var o cardOptions
	p := passphrases{session: s}
	cmd := &cobra.Command{
		Use:   "card",
		Short: "Show your card, by which the chair's laptop knows what you send; --name makes one",
		Long: long(
			"Show the card on this laptop: a line of text with your name, by which the chair's laptop knows what you send. It holds no secret; its keys stay on this laptop.",
			"there is no card, or it was not changed",
		),
		Example: examples(
			"shortlist card --name 'Otto Finch'",
			"shortlist card",
			"shortlist card --protect",
		),
		Args: func(cmd *cobra.Command, args []string) error {
			if o.unprotect && (o.protect || o.name != "") {
				return errors.New("--unprotect takes a passphrase away and stands alone")
			}
			return takes(0, 0)(cmd, args)
		},
		RunE: s.does(func([]string) error { return runCard(s, o, &p) }),
	}
	cmd.Flags().StringVar(&o.name, "name", "", "make a card with this name")
	cmd.Flags().BoolVar(&o.protect, "protect", false, "keep the keys of the card under a passphrase, or under another one")
	cmd.Flags().BoolVar(&o.unprotect, "unprotect", false, "keep the keys under no passphrase any more")
	cmd.Flags().StringVar(&p.freshFile, "new-passphrase-file", "", "file with the new passphrase of a card that is there already, instead of asking for it")
	p.cardFlag(cmd)
	return cmd
}

func runCard(s *session, o cardOptions, p *passphrases) error {
	var err error
	switch {
	case o.name != "":
		err = makeCard(s, o, p)
	case o.protect || o.unprotect:
		err = reprotect(s, o, p)
	}
	if err != nil {
		return err
	}
	c, err := ownCard(s, p)
	if err != nil {
		return err
	}
	fmt.Fprintln(s.Out, c.Line)
	s.tell("This line is your card: send it to the chair. Check sum %s, to be compared over the telephone.", c.Check)
	return nil
}

func makeCard(s *session, o cardOptions, p *passphrases) error {
	word := ""
	if o.protect {
		var err error
		if word, err = p.fresh(p.cardFile, "A passphrase for your card: "); err != nil {
			return err
		}
	}
	_, err := s.lib().MakeCard(o.name, word)
	return err
}

// ownCard is the card on this laptop. It refuses if there is none.
func ownCard(s *session, p *passphrases) (c model.OwnCard, err error) {
	err = p.unlocked(func() (err error) { c, err = s.lib().OwnCard(); return err })
	if err == nil && c.Line == "" {
		err = &model.Error{Code: model.NotFound, Message: "There is no card on this laptop yet: make one on the page of your card (c on the first page), or with shortlist card --name \"Your Name\"."}
	}
	return c, err
}

// reprotect puts the keys of a card that is there already under another passphrase, or under none.
func reprotect(s *session, o cardOptions, p *passphrases) error {
	c, err := ownCard(s, p)
	if err != nil {
		return err
	}
	old, fresh := "", ""
	if c.Protected {
		if old, err = p.ofCard(); err != nil {
			return err
		}
	}
	if o.protect {
		if fresh, err = p.fresh(p.freshFile, "The passphrase from now on: "); err != nil {
			return err
		}
	}
	if err := s.lib().ChangePassphrase(old, fresh); err != nil {
		return err
	}
	if o.protect {
		s.tell("The keys of your card are under the new passphrase.")
	} else {
		s.tell("The keys of your card are under no passphrase any more.")
	}
	return nil
}
