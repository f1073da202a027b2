package screens

import (
	"context"
	"strings"

	tea "charm.land/bubbletea/v2"

	"shortlist/model"
	"shortlist/tui/kit"
	"shortlist/tui/widget"
)

// This file holds the page of cards and bundles: how the panel works on laptops of their own. What is in a bundle, and
// who may send what, is decided elsewhere; here it is asked for and told.

type bundles struct {
	env     *kit.Env
	board   *model.Board
	members []model.Member
	table   *widget.Table
	card    ownCard
	asked   bool
	said    string // what came of it
	path    string // of the bundle that was looked at

	width, height int
}

// ownCard is the card of whoever works on this laptop; an empty line where there is none.
type ownCard struct{ line, check string }

// handedCard is a card that somebody handed over.
type handedCard struct {
	name, check string
	card        model.Card
}

func newBundles(env *kit.Env, _ kit.Route) kit.Screen {
	s := &bundles{env: env, board: model.NewBoard()}
	s.table = widget.NewTable(env,
		widget.Column{Title: "Member", Width: 16, Flex: 2}, widget.Column{Title: "Role", Width: 9}, widget.Column{Title: "Card", Width: 24, Flex: 1},
	)
	return s
}

// Title is that of the page.
func (s *bundles) Title() string { return "Bundles" }

// Refresh takes over the panel, and fetches the own card.
func (s *bundles) Refresh(b *model.Board) []kit.Effect {
	s.board, s.members = b, b.Panel()
	s.table.SetRows(len(s.members), s.row)
	s.layout()
	if s.asked || s.env.File == nil {
		return nil
	}
	s.asked = true
	return s.fetchCard("")
}

func (s *bundles) fetchCard(name string) []kit.Effect {
	f := s.env.File
	return []kit.Effect{kit.Run{Key: "card", Work: func(context.Context, func(string)) (any, error) {
		line, check, err := f.OwnCard(name)
		return ownCard{line, check}, err
	}}}
}

func (s *bundles) row(i int, c []widget.Cell) {
	m := s.members[i]
	c[0].Text, c[1].Text = kit.Clean(m.Name), string(m.Role)
	if m.ID == s.env.Me {
		c[0].Text += " (you)"
	}
	c[2].Text = "given"
	if m.Card == (model.Card{}) {
		c[2] = widget.Cell{Text: "none: works on the chair's laptop", Style: &s.env.Theme.Faint}
	}
}

// Resize gives the size.
func (s *bundles) Resize(width, height int) {
	s.width, s.height = width, height
	s.layout()
}

func (s *bundles) layout() {
	s.table.Resize(s.width, max(2, s.height-len(s.head())-len(s.foot())))
}

func (s *bundles) home() bool { return s.env.File == nil || s.board.AtHome(s.env.File.Device()) }

func (s *bundles) actions() []action {
	busy := ""
	if s.env.File == nil || s.env.File.ReadOnly() {
		busy = "The file is open for reading only."
	}
	run := orElse(busy, whyNotRun(s.env, s.board))
	if run == "" && !s.home() {
		run = "Cards are taken in on the chair's laptop."
	}
	send := busy
	if send == "" && s.home() {
		send = whyNotRun(s.env, s.board)
	}
	made := busy
	if made == "" && s.card.line != "" {
		made = "There is a card on this laptop already."
	}
	return []action{
		{kit.SendKey.Unless(send), just(s.send)},
		{kit.TakeKey.Unless(busy), just(s.askPath)},
		{kit.Add.As("add card", "Take in the card of a member.").Unless(run), just(s.askCard)},
		{kit.CardKey.Unless(made), just(func() []kit.Effect { return s.fetchCard(s.board.MemberName(s.env.Me)) })},
	}
}

// askCard takes a pasted card.
func (s *bundles) askCard() []kit.Effect {
	f := s.env.File
	return []kit.Effect{kit.Prompt{
		Title: "The card of a member", Text: "Paste the line that the member sent you. They see it with: shortlist card, or on this page.",
		Lines: 4, Check: must("Paste the card, then go on."),
		Done: func(text string) []kit.Effect {
			return []kit.Effect{kit.Run{Key: "read", Work: func(context.Context, func(string)) (any, error) {
				name, check, card, err := f.ReadCard(text)
				return handedCard{name, check, card}, err
			}}}
		},
	}}
}

// admit asks before a card is taken in. A member of that name who has none gets it; else a new member comes in.
func (s *bundles) admit(h handedCard) []kit.Effect {
	name := kit.Clean(h.name)
	var c model.Command = model.AddMember{Name: h.name, Role: model.RoleMember, Card: h.card}
	text := name + " comes onto the panel as member."
	for _, m := range s.members {
		if strings.EqualFold(m.Name, h.name) {
			c, text = model.GiveCard{Member: m.ID, Card: h.card}, name+" is on the panel and works with this card from now on."
		}
	}
	return []kit.Effect{kit.Ask{
		Title: "Take in the card of " + name + "?", Text: "Its check sum is " + h.check + ": compare it with the member, by telephone say. " + text,
		Answers: []kit.Answer{{Words: "Leave it"}, {Words: "Take it in", Key: "t", Effects: submit(c, "The card of "+name+" is taken in.")}},
	}}
}

// send writes a bundle. On the chair's laptop it asks for whom.
func (s *bundles) send() []kit.Effect {
	if !s.home() {
		return s.write(nil)
	}
	answers := []kit.Answer{{Words: "All who gave a card", Says: "What all may know.", Effects: s.write(nil)}}
	for _, m := range s.members {
		if m.Card != (model.Card{}) && m.ID != s.env.Me {
			answers = append(answers, kit.Answer{Words: kit.Clean(m.Name), Says: "What all may know, and their own work.", Effects: s.write([]model.MemberID{m.ID})})
		}
	}
	return []kit.Effect{kit.Choose{Title: "For whom is the bundle?", Text: "It is locked to their cards: nobody else can open it.", Answers: answers}}
}

func (s *bundles) write(to []model.MemberID) []kit.Effect {
	f := s.env.File
	return []kit.Effect{kit.Run{Key: "send", Label: "Writing the bundle", Work: func(context.Context, func(string)) (any, error) {
		return f.SendBundle(to)
	}}}
}

// askPath asks for a bundle to take in.
func (s *bundles) askPath() []kit.Effect {
	return []kit.Effect{kit.Prompt{
		Title: "Take in a bundle", Text: "Path of the bundle. You see first what would come in.", Initial: s.path, Check: must("Type the path of the bundle."),
		Done: func(path string) []kit.Effect {
			s.path = path
			return s.take("look", path, true)
		},
	}}
}

func (s *bundles) take(key, path string, dry bool) []kit.Effect {
	f := s.env.File
	return []kit.Effect{kit.Run{Key: key, Label: "Reading the bundle", Work: func(context.Context, func(string)) (any, error) {
		return f.TakeBundle(path, dry)
	}}}
}

// Update handles keys, mouse and answers.
func (s *bundles) Update(msg tea.Msg) []kit.Effect {
	switch msg := msg.(type) {
	case kit.Done:
		return s.done(msg)
	case tea.KeyPressMsg:
		if effects, ok := perform(s.actions(), msg); ok {
			return effects
		}
	}
	if m, inside := widget.Shift(msg, 0, len(s.head())); inside {
		s.table.Update(m)
	}
	return nil
}

func (s *bundles) done(d kit.Done) []kit.Effect {
	if d.Key == "card" { // that there is none yet is no trouble: the page says how one is made
		if c, ok := d.Value.(ownCard); ok && d.Err == nil {
			s.card = c
		}
		s.layout()
		return nil
	}
	if d.Err != nil {
		return []kit.Effect{kit.Fail{Err: d.Err}}
	}
	text, _ := d.Value.(string)
	switch d.Key {
	case "read":
		if h, ok := d.Value.(handedCard); ok {
			return s.admit(h)
		}
	case "look":
		return []kit.Effect{kit.Ask{Title: "Take this in?", Text: kit.Clean(text), Answers: []kit.Answer{
			{Words: "Leave it"}, {Words: "Take it in", Key: "t", Effects: s.take("take", s.path, false)},
		}}}
	case "take", "send":
		s.said = kit.Clean(text)
		s.layout()
		return []kit.Effect{kit.Reload{}}
	}
	return nil
}

// Keys are those of the page.
func (s *bundles) Keys() []kit.Binding { return bindings(s.actions(), moving()...) }

func (s *bundles) head() []string {
	text := "There is no card on this laptop yet. With a card of your own you work on your own laptop, and what you send is known to be yours: c makes one."
	if s.card.line != "" {
		text = "Your card, for the chair to take in (check sum " + s.card.check + "):\n" + kit.Clean(s.card.line)
	}
	var out []string
	for _, l := range strings.Split(text, "\n") {
		out = append(out, s.env.Text.Wrap(l, max(1, s.width))...)
	}
	return append(out, "")
}

func (s *bundles) foot() []string {
	text := s.said
	if text == "" {
		text = "The chair sends every member a bundle; each rates on their own and sends one back. Before the reveal no bundle carries one member's work to another."
	}
	return append([]string{""}, s.env.Text.Wrap(text, max(1, s.width))...)
}

// View draws card, members and what came of the last bundle.
func (s *bundles) View() string {
	lines := append(s.head(), strings.Split(s.table.View(), "\n")...)
	for _, l := range s.foot() {
		lines = append(lines, s.env.Theme.Faint.Render(l))
	}
	return strings.Join(lines[:min(len(lines), max(1, s.height))], "\n")
}
