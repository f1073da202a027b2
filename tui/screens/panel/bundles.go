package panel

// This file holds the page of cards and bundles, with which members work on laptops of their own. What is in a bundle,
// and who may send what, is decided in the store; this page asks and shows the result.

import (
	"context"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"shortlist/model"
	"shortlist/tui/kit"
	"shortlist/tui/screens/part"
	"shortlist/tui/widget"
)

type bundles struct {
	env     *kit.Env
	keys    part.Actions
	board   *model.View
	members []model.Member
	table   *widget.Table
	card    model.OwnCard
	looked  bool   // true once card and folders are known
	last    string // folder of the last bundle
	shared  string // folder through which the vacancy is exchanged; empty if none was chosen
	said    string // result of the last exchange, in words
	unlock  part.Unlocker
	pick    *part.FilePicker // not nil while a bundle or a folder is being chosen
	picking pickPurpose

	width, height int
}

// laptop is what the page shows beside the board.
type laptop struct {
	card         model.OwnCard
	last, shared string
}

// handedCard is a card that was pasted or read from a file.
type handedCard struct {
	name, check string
	card        model.Card
}

// NewBundles returns the page on which cards and bundles are exchanged.
func NewBundles(env *kit.Env, _ kit.Route) kit.Screen {
	s := &bundles{env: env, board: model.EmptyView(), unlock: part.Unlocker{Env: env}}
	s.table = widget.NewTable(env,
		widget.Column{Title: "Member", Width: 16, Flex: 2}, widget.Column{Title: "Role", Width: 9}, widget.Column{Title: "Card", Width: 24, Flex: 1},
	)
	return s
}

// Title returns the title of the page.
func (s *bundles) Title() string { return "Bundles" }

// Refresh shows a newer board, and fetches card and folders.
func (s *bundles) Refresh(b *model.View) []kit.Effect {
	s.board, s.members = b, b.Panel()
	s.table.SetRows(len(s.members), s.row)
	s.layout()
	if s.env.File == nil {
		return nil
	}
	f, library := s.env.File, s.env.Library
	return []kit.Effect{kit.Run{Key: "laptop", Work: func(context.Context, func(string)) (any, error) {
		var x laptop
		var err error
		x.last, x.shared = f.Folders()
		x.card, err = library.OwnCard()
		return x, err
	}}}
}

func (s *bundles) row(i int, c []widget.Cell) {
	m := s.members[i]
	c[0].Text, c[1].Text = kit.Clean(m.Name), m.Role.Words()
	if m.ID == s.env.Me {
		c[0].Text += " (you)"
	}
	c[2].Text = "given"
	if m.Card == (model.Card{}) {
		c[2] = widget.Cell{Text: "none: works on the chair's laptop", Style: &s.env.Theme.Faint}
	}
}

// Resize sets the size.
func (s *bundles) Resize(width, height int) {
	s.width, s.height = width, height
	s.layout()
}

func (s *bundles) layout() {
	s.table.Resize(s.width, max(2, s.height-len(s.head())-len(s.foot())))
	if s.pick != nil {
		s.pick.Resize(s.width, max(1, s.height-len(s.pickHead())))
	}
}

func (s *bundles) actions() []part.Action {
	busy := ""
	if s.env.File == nil || s.env.File.ReadOnly() {
		busy = "The file is open for reading only."
	}
	run := part.FirstNonEmpty(busy, part.WhyNotRun(s.env, s.board))
	if run == "" && !part.OnChairDevice(s.env, s.board) {
		run = "Cards are taken in on the chair's laptop."
	}
	send := busy
	if send == "" && part.OnChairDevice(s.env, s.board) {
		send = part.WhyNotRun(s.env, s.board)
	}
	if send == "" && s.looked && s.card.Line == "" && !s.makesCard() {
		send = "There is no card on this laptop yet: c makes one."
	}
	write := send
	if write == "" && part.OnChairDevice(s.env, s.board) && !slices.ContainsFunc(s.members, s.reachable) {
		write = "No member has given a card yet, so there is nobody to lock a bundle to: a takes one in."
	}
	return []part.Action{
		part.On(kit.SendKey.Unless(write), s.send),
		part.On(kit.TakeKey.Unless(busy), func() []kit.Effect { return s.choose(pickPurpose{what: takeOne}) }),
		part.On(kit.SwapKey.Unless(send), s.swap),
		part.On(kit.Add.As("add card", "Take in the card of a member.").Unless(run), func() []kit.Effect { return s.choose(pickPurpose{what: takeCard}) }),
		part.Emit(kit.CardKey, kit.Push{Route: kit.Route{Screen: kit.Card}}),
	}
}

// reachable returns true if a bundle can be encrypted for a member.
func (s *bundles) reachable(m model.Member) bool { return m.Card != (model.Card{}) && m.ID != s.env.Me }

// askCard asks for a card, to be pasted.
func (s *bundles) askCard() []kit.Effect {
	return []kit.Effect{kit.Prompt{
		Title: "The card of a member", Text: "Paste the line that the member sent you.", Lines: 4, Check: part.Required("Paste the card, then go on."),
		Done: func(text string) []kit.Effect { return s.chosen(text) },
	}}
}

// readCard reads a card from its line or from a file.
func (s *bundles) readCard(from string) []kit.Effect {
	f := s.env.File
	return []kit.Effect{kit.Run{Key: "read", Work: func(context.Context, func(string)) (any, error) {
		name, check, card, err := f.ReadCard(from)
		return handedCard{name, check, card}, err
	}}}
}

// admit asks before a card is taken in. A member of that name gets it in place of the old one; if there is no such
// member, a new one is put on the panel.
func (s *bundles) admit(h handedCard) []kit.Effect {
	name := kit.Clean(h.name)
	note := "The card of " + name + " is taken in."
	as := func(words, key, says string, r model.Role) kit.Answer {
		return kit.Answer{Words: words, Key: key, Says: says, Effects: part.Submit(model.AddMember{Name: h.name, Role: r, Card: h.card}, note)}
	}
	text := " As what does " + name + " come onto the panel?"
	answers := []kit.Answer{
		{Words: "Leave it"},
		as("Take it in", "t", "As member, who rates.", model.RoleMember),
		as("As secretary", "s", "Prepares and imports, does not rate.", model.RoleSecretary), as("As observer", "o", "Reads, does not rate.", model.RoleObserver),
	}
	for _, m := range s.members {
		if strings.EqualFold(m.Name, h.name) {
			text = " " + name + " is on the panel and works with this card from now on."
			answers = []kit.Answer{{Words: "Leave it"}, {Words: "Take it in", Key: "t", Effects: part.Submit(model.GiveCard{Member: m.ID, Card: h.card}, note)}}
			if m.Card != (model.Card{}) && m.Card != h.card {
				text = " " + name + " has another card already. This one takes its place: what they did so far can then be sent to whoever holds it, so be sure that it is theirs."
			}
		}
	}
	return []kit.Effect{kit.Ask{
		Title: "Take in the card of " + name + "?", Text: "Its check sum is " + h.check + ": compare it with the member, by telephone for instance." + text,
		Answers: answers,
	}}
}

// send writes a bundle. On the chair's laptop it asks whom it is for.
func (s *bundles) send() []kit.Effect {
	if !part.OnChairDevice(s.env, s.board) {
		return s.where(nil)
	}
	answers := []kit.Answer{{Words: "All who gave a card", Says: "What all may know.", Effects: s.where(nil)}}
	for _, m := range s.members {
		if s.reachable(m) {
			answers = append(answers, kit.Answer{Words: kit.Clean(m.Name), Says: "What all may know, and their own work.", Effects: s.where([]model.MemberID{m.ID})})
		}
	}
	return []kit.Effect{kit.Choose{Title: "For whom is the bundle?", Text: "It is locked to their cards: nobody else can open it.", Answers: answers}}
}

// Update handles keys, mouse and answers.
func (s *bundles) Update(msg tea.Msg) []kit.Effect {
	switch msg := msg.(type) {
	case kit.Done:
		out := s.done(msg)
		s.layout()
		return out
	case tea.KeyPressMsg:
		if s.pick != nil {
			break
		}
		if effects, ok := s.keys.Dispatch(msg); ok {
			return effects
		}
	}
	if s.pick != nil {
		if card := s.pasted(msg); card != "" {
			return s.chosen(card)
		}
		if k, ok := msg.(tea.KeyPressMsg); ok && s.picking.what == takeCard && kit.PasteText.Match(k) {
			return s.askCard()
		}
		m, _ := widget.Shift(msg, 0, len(s.pickHead()))
		path, effects := s.pick.Update(m)
		if path == "" {
			return effects
		}
		return s.chosen(path)
	}
	if m, inside := widget.Shift(msg, 0, len(s.head())); inside {
		s.table.Update(m)
	}
	return nil
}

func (s *bundles) done(d kit.Done) []kit.Effect {
	if d.Key == "laptop" { // the page says so only if the card is needed
		s.laptop(d)
		return nil
	}
	if s.pick != nil && s.pick.Done(d) || d.Key == part.BrowseKey {
		return nil
	}
	if effects, ok := s.unlock.Done(d); ok {
		return effects
	}
	if d.Err != nil {
		return []kit.Effect{kit.Reload{}, kit.Fail{Err: d.Err}} // the chair may have got a card before the work failed
	}
	switch v := d.Value.(type) {
	case handedCard:
		return s.admit(v)
	case pickPurpose:
		return s.choose(v)
	case told:
		return v.next(v.text)
	}
	return nil
}

func (s *bundles) laptop(d kit.Done) {
	if x, ok := d.Value.(laptop); ok {
		s.card, s.last, s.shared, s.looked = x.card, x.last, x.shared, d.Err == nil
	}
}

// Keys returns the keys of the page.
func (s *bundles) Keys() []kit.Binding {
	if s.pick != nil {
		if s.picking.what == takeCard {
			return s.keys.Keep(nil, append(s.pick.Keys(), kit.PasteText, kit.Back)...)
		}
		return s.keys.Keep(nil, append(s.pick.Keys(), kit.Back)...)
	}
	return s.keys.Keep(s.actions(), part.MovingKeys()...)
}

func (s *bundles) head() []string {
	text := "There is no card on this laptop yet. With a card of your own you work on your own laptop, and what you send is known to be yours: c makes one."
	switch {
	case s.card.Line == "" && s.makesCard():
		text = "There is no card on this laptop yet. The first time you send, one is made in the name of the chair; c makes it now, under a passphrase if you like."
	case s.card.Line == "":
	case part.OnChairDevice(s.env, s.board) && part.WhyNotChair(s.env, s.board) == "":
		text = "Your card has the check sum " + s.card.Check + ", which the members compare with you. It goes to them with the first bundle."
	case s.known():
		text = "Your card is known to the chair (check sum " + s.card.Check + "; c shows it)."
	default:
		text = "Your card, for the chair to take in (check sum " + s.card.Check + "; c saves it to a file):\n" + kit.Clean(s.card.Line)
	}
	var out []string
	for _, l := range strings.Split(text, "\n") {
		out = append(out, s.env.Text.Wrap(l, max(1, s.width))...)
	}
	return append(out, "")
}

// makesCard returns true if sending makes a card because there is none yet: on the chair's laptop, for chair and secretary.
func (s *bundles) makesCard() bool {
	return part.OnChairDevice(s.env, s.board) && part.WhyNotRun(s.env, s.board) == ""
}

// known returns true if the card on this laptop is the viewer's.
func (s *bundles) known() bool {
	m := s.board.Member(s.env.Me)
	return m != nil && m.Card.Key != "" && strings.Contains(s.card.Line, m.Card.Key)
}

func (s *bundles) foot() []string {
	text := s.said
	if text == "" {
		text = "The chair sends every member a bundle; each rates on their own and sends one back. Before the reveal no bundle carries one member's work to another."
		if s.shared != "" {
			text += " Y keeps " + kit.Clean(s.shared) + " in step."
		}
	}
	return append([]string{""}, s.env.Text.Wrap(text, max(1, s.width))...)
}

// View draws the card, the members and the result of the last exchange.
func (s *bundles) View() string {
	if s.pick != nil {
		return strings.Join(append(s.pickHead(), s.pick.View()), "\n")
	}
	lines := append(s.head(), strings.Split(s.table.View(), "\n")...)
	for _, l := range s.foot() {
		lines = append(lines, s.env.Theme.Faint.Render(l))
	}
	return strings.Join(lines[:min(len(lines), max(1, s.height))], "\n")
}
