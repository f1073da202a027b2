package cli

import (
	"fmt"
	"os"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"shortlist/model"
	"shortlist/store"
	"shortlist/store/identity"
	"shortlist/tui/kit"
)

// This file holds the command panel.

// panelist says how somebody comes onto the panel.
type panelist struct{ role, name, as string }

func (a *app) panel() *cobra.Command {
	var p panelist
	var pin pinOf
	x := pins{app: a}
	cmd := &cobra.Command{
		Use:   "panel FILE [list | add [CARD] | remove MEMBER | pin]",
		Short: "Show the panel, put somebody on it by their card (a line, or a file with it) or by --name, take somebody off, or set a PIN",
		Args:  takes(1, many),
		RunE: a.does(func(_ *cobra.Command, args []string) error {
			doing := "list"
			if len(args) > 1 {
				doing = args[1]
			}
			return a.withFile(args[0], doing == "list", func(f *store.File, b *model.Board) error {
				if doing == "add" || doing == "remove" { // who is on the panel decides who may look
					if err := x.unlock(f, b, b.FirstChair()); err != nil {
						return err
					}
				}
				switch rest := args[min(len(args), 2):]; {
				case doing == "list" && len(rest) == 0:
					return a.listPanel(f, b)
				case doing == "add":
					return a.addMember(f, b, strings.Join(rest, " "), p)
				case doing == "remove" && len(rest) == 1:
					m, err := member(b, rest[0])
					if err != nil {
						return err
					}
					return a.act(f, b, model.RemoveMember{Member: m}, b.MemberName(m)+" is off the panel.")
				case doing == "pin" && len(rest) == 0:
					return x.change(f, b, p.as, pin)
				}
				return &model.Error{Code: model.Invalid, Message: "Say what to do with the panel: list, add CARD, remove MEMBER, or pin --as MEMBER."}
			})
		}),
	}
	cmd.Flags().StringVar(&p.role, "role", string(model.RoleMember), "role of a new member: chair, member, secretary or observer")
	cmd.Flags().StringVar(&p.name, "name", "", "name of a new member who has no card and works on this laptop")
	cmd.Flags().StringVar(&p.as, "as", "", "the card, or the PIN, is that of this member, who is on the panel already")
	cmd.Flags().StringVar(&pin.file, "new-pin-file", "", "pin: file with the new PIN, instead of asking for it")
	cmd.Flags().BoolVar(&pin.remove, "remove", false, "pin: take your PIN away")
	cmd.Flags().StringVar(&pin.forgotten, "forgotten", "", "pin: as the chair, take away a PIN that the member forgot, for this reason, which everybody reads")
	x.flag(cmd)
	return cmd
}

func (a *app) listPanel(f *store.File, b *model.Board) error {
	for _, m := range b.Panel() {
		check := "no card: works on the chair's laptop"
		if m.Card != (model.Card{}) {
			check = "card " + identity.Card{Name: m.Name, Card: m.Card}.Check()
		}
		if b.AsksPIN(m.ID, f.Device()) {
			check += ", PIN"
		}
		if _, err := fmt.Fprintf(a.out, "%s\t%s\t%s\t%s\n", m.ID, kit.Clean(m.Name), m.Role, check); err != nil {
			return err
		}
	}
	return nil
}

func (a *app) addMember(f *store.File, b *model.Board, text string, p panelist) error {
	if text == "" {
		return a.act(f, b, model.AddMember{Name: p.name, Role: model.Role(p.role)}, p.name+" is on the panel.")
	}
	if content, err := os.ReadFile(text); err == nil && len(content) < 1<<12 {
		text = string(content)
	}
	c, err := identity.ParseCard(text)
	if err != nil {
		return err
	}
	said := fmt.Sprintf("The card of %s is taken in. Compare its check sum with them: %s.", c.Name, c.Check())
	for _, m := range b.Panel() {
		if p.as == "" && m.Card == (model.Card{}) && strings.EqualFold(m.Name, c.Name) {
			p.as = string(m.ID)
		}
	}
	if p.as != "" {
		m, err := member(b, p.as)
		if err != nil {
			return err
		}
		if b.Member(m).Card != (model.Card{}) {
			said += " It takes the place of another card of " + b.MemberName(m) + "."
		}
		return a.act(f, b, model.GiveCard{Member: m, Card: c.Card}, said)
	}
	return a.act(f, b, model.AddMember{Name: c.Name, Role: model.Role(p.role), Card: c.Card}, said)
}

// act gives a command in the name of the chair.
func (a *app) act(f *store.File, b *model.Board, c model.Command, said string) error {
	return a.actAs(f, b, b.FirstChair(), c, said)
}

// actAs gives a command in the name of a member.
func (a *app) actAs(f *store.File, b *model.Board, who model.MemberID, c model.Command, said string) error {
	err := model.CarryOut(b, f, who, c, time.Now(), random())
	if err == nil {
		fmt.Fprintln(a.err, kit.Clean(said))
	}
	return err
}

// member finds a member by id or name; without a wish it is the only member, or nobody.
func member(b *model.Board, wish string) (model.MemberID, error) {
	var names []string
	for _, m := range b.Panel() {
		if wish != "" && (strings.EqualFold(string(m.ID), wish) || strings.EqualFold(m.Name, wish)) {
			return m.ID, nil
		}
		names = append(names, fmt.Sprintf("%s (%s)", m.ID, m.Name))
	}
	switch {
	case wish != "" && len(names) == 0:
		return "", &model.Error{Code: model.NotFound, Subject: wish, Message: "Nobody is on the panel of this vacancy yet. Open it once on the screen and say who you are."}
	case wish != "":
		return "", &model.Error{Code: model.NotFound, Subject: wish, Message: fmt.Sprintf("%s is not on the panel. Choose one of: %s.", wish, strings.Join(names, ", "))}
	case len(names) == 1:
		return b.Panel()[0].ID, nil
	}
	return "", nil
}

// viewer is the member in whose name something is read or done on this laptop: on a member's own nobody but them.
func viewer(f *store.File, b *model.Board, wish string) (model.MemberID, error) {
	m, err := member(b, wish)
	w := f.Worker(b)
	if err == nil && w != "" && wish != "" && m != w {
		err = &model.Error{Code: model.Forbidden, Subject: wish, Message: fmt.Sprintf("On this laptop %s works: the card on it is theirs. %s works on a laptop of their own, or on the chair's.", b.MemberName(w), b.MemberName(m))}
	}
	if err == nil && w != "" {
		m = w
	}
	return m, err
}
