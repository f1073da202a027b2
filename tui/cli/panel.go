package cli

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"shortlist/model"
	"shortlist/model/vocab"
	"shortlist/tui/kit"
)

// panelOptions are the flags of panel.
type panelOptions struct {
	role, name, as string
	pin            pinOptions
}

func newPanelCommand(s *session) *cobra.Command {
	var o panelOptions
	p := pins{session: s}
	cmd := &cobra.Command{
		Use:   "panel FILE [list | add [CARD] | remove MEMBER | pin]",
		Short: "Show the panel, put somebody on it by their card (a line, or a file with it) or by --name, take somebody off, or set a PIN",
		Long: long(
			"Show the panel of a vacancy (list), put somebody on it (add), take somebody off (remove), or set a PIN (pin). Who has a card of their own works on their own laptop; the others work on that of the chair.",
			"the panel was not changed or shown",
		),
		Example: examples(
			"shortlist panel officer.shortlist",
			"shortlist panel officer.shortlist add --name 'Vera Quill' --role chair",
			"shortlist panel officer.shortlist add otto.card",
			"shortlist panel officer.shortlist remove M3",
			"shortlist panel officer.shortlist pin --as M1",
		),
		Args: takes(1, many),
		RunE: s.does(func(args []string) error {
			if len(args) == 1 {
				args = append(args, "list")
			}
			return runPanel(s, o, p, args[0], args[1], args[2:])
		}),
	}
	cmd.Flags().StringVar(&o.role, "role", vocab.Wire(model.RoleMember), "role of a new member: chair, member, secretary or observer")
	cmd.Flags().StringVar(&o.name, "name", "", "name of a new member who has no card and works on this laptop")
	cmd.Flags().StringVar(&o.as, "as", "", "the card, or the PIN, is that of this member, who is on the panel already")
	cmd.Flags().StringVar(&o.pin.file, "new-pin-file", "", "pin: file with the new PIN, instead of asking for it")
	cmd.Flags().BoolVar(&o.pin.remove, "remove", false, "pin: take your PIN away")
	cmd.Flags().StringVar(&o.pin.forgotten, "forgotten", "", "pin: as the chair, take away a PIN that the member forgot, for this reason, which everybody reads")
	p.flag(cmd)
	return cmd
}

// runPanel does what is said with the panel of a file: list, add, remove or pin, with the rest of the arguments.
func runPanel(s *session, o panelOptions, p pins, path, doing string, rest []string) error {
	return withFile(s, path, doing == "list", func(f kit.UpkeepFile, v *model.View) error {
		if doing == "add" || doing == "remove" { // who is on the panel decides who may look
			if err := p.unlock(f, v, v.FirstChair()); err != nil {
				return err
			}
		}
		switch {
		case doing == "list" && len(rest) == 0:
			return listPanel(s, f, v)
		case doing == "add":
			return addMember(s, o, f, v, strings.Join(rest, " "))
		case doing == "remove" && len(rest) == 1:
			m, err := findMember(v, rest[0])
			if err != nil {
				return err
			}
			return act(s, f, v.FirstChair(), model.RemoveMember{Member: m}, fmt.Sprintf("%s is off the panel.", v.MemberName(m)))
		case doing == "pin" && len(rest) == 0:
			return p.change(f, v, o.as, o.pin)
		}
		return &model.Error{Code: model.Invalid, Message: "Say what to do with the panel: list, add CARD, remove MEMBER, or pin --as MEMBER."}
	})
}

func listPanel(s *session, f kit.UpkeepFile, v *model.View) error {
	for _, m := range v.Panel() {
		card := "no card: works on the chair's laptop"
		if m.Card != (model.Card{}) {
			card = fmt.Sprintf("card %s", s.lib().CardCheck(m.Name, m.Card))
		}
		if v.AsksPIN(m.ID, f.Device()) {
			card = fmt.Sprintf("%s, PIN", card)
		}
		if _, err := fmt.Fprintf(s.Out, "%s\t%s\t%s\t%s\n", m.ID, kit.Clean(m.Name), m.Role.Words(), card); err != nil {
			return err
		}
	}
	return nil
}

// addMember puts somebody on the panel, by a card or by the name in o. A card goes to the member named in o, else to one of
// that name who has none yet: it takes the place of another card only if that is said.
func addMember(s *session, o panelOptions, f kit.UpkeepFile, v *model.View, card string) error {
	if card == "" {
		return act(s, f, v.FirstChair(), model.AddMember{Name: o.name, Role: model.Role(o.role)}, fmt.Sprintf("%s is on the panel.", o.name))
	}
	name, check, c, err := f.ReadCard(card)
	if err != nil {
		return err
	}
	said := fmt.Sprintf("The card of %s is taken in. Compare its check sum with them: %s.", name, check)
	for _, m := range v.Panel() {
		if o.as == "" && m.Card == (model.Card{}) && strings.EqualFold(m.Name, name) {
			o.as = string(m.ID)
		}
	}
	if o.as == "" {
		return act(s, f, v.FirstChair(), model.AddMember{Name: name, Role: model.Role(o.role), Card: c}, said)
	}
	m, err := findMember(v, o.as)
	if err != nil {
		return err
	}
	if v.Member(m).Card != (model.Card{}) {
		said = fmt.Sprintf("%s It takes the place of another card of %s.", said, v.MemberName(m))
	}
	return act(s, f, v.FirstChair(), model.GiveCard{Member: m, Card: c}, said)
}

// act carries out a command in the name of a member and tells said.
func act(s *session, f kit.UpkeepFile, who model.MemberID, c model.Command, said string) error {
	if err := f.CarryOut(who, c, s.Now(), s.Random()); err != nil {
		return err
	}
	s.tell("%s", kit.Clean(said))
	return nil
}

// findMember finds a member by id or name. If wish is "", it returns the only member, or "" if there are several or none.
func findMember(v *model.View, wish string) (model.MemberID, error) {
	var names []string
	for _, m := range v.Panel() {
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
		return v.Panel()[0].ID, nil
	}
	return "", nil
}

// findViewer finds the member in whose name something is read or done on this laptop. On a member's own laptop that is nobody
// but them.
func findViewer(f kit.UpkeepFile, v *model.View, wish string) (model.MemberID, error) {
	m, err := findMember(v, wish)
	if err != nil {
		return "", err
	}
	switch w := f.Worker(v.Common); {
	case w == "":
		return m, nil
	case wish != "" && m != w:
		return "", &model.Error{Code: model.Forbidden, Subject: wish, Message: fmt.Sprintf("On this laptop %s works: the card on it is theirs. %s works on a laptop of their own, or on the chair's.", v.MemberName(w), v.MemberName(m))}
	default:
		return w, nil
	}
}
