package cli

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"shortlist/store/identity"
)

// This file holds the command card.

// card shows or makes the card of whoever works on this laptop.
func (a *app) card() *cobra.Command {
	var own string
	var protect, unprotect bool
	k := keys{app: a}
	cmd := &cobra.Command{
		Use: "card", Short: "Show your card, by which the chair's laptop knows what you send; --name makes one", Args: func(cmd *cobra.Command, args []string) error {
			if unprotect && (protect || own != "") {
				return errors.New("--unprotect takes a passphrase away and stands alone")
			}
			return takes(0, 0)(cmd, args)
		},
		RunE: a.does(func(*cobra.Command, []string) error {
			ring := identity.Default()
			if own != "" {
				word := ""
				if protect {
					var err error
					if word, err = k.newWord("A passphrase for your card: "); err != nil {
						return err
					}
				}
				if _, err := ring.Create(own, word); err != nil {
					return err
				}
			} else if protect || unprotect {
				if err := k.reprotect(ring, protect); err != nil {
					return err
				}
			}
			c, err := ring.Card()
			if errors.Is(err, identity.ErrNone) { // perhaps only the card itself is not written yet
				var id *identity.Identity
				if id, err = k.load(); err == nil {
					c = id.Card()
				}
			}
			if err != nil {
				return err
			}
			fmt.Fprintln(a.out, c)
			fmt.Fprintf(a.err, "This line is your card: send it to the chair. Check sum %s, to be compared over the telephone.\n", c.Check())
			return nil
		}),
	}
	cmd.Flags().StringVar(&own, "name", "", "make a card with this name")
	cmd.Flags().BoolVar(&protect, "protect", false, "keep the keys of the card under a passphrase, or under another one")
	cmd.Flags().BoolVar(&unprotect, "unprotect", false, "keep the keys under no passphrase any more")
	cmd.Flags().StringVar(&k.freshFile, "new-passphrase-file", "", "file with the new passphrase of a card that is there already, instead of asking for it")
	k.flags(cmd)
	return cmd
}
