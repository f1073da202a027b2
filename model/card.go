package model

import "slices"

// This file holds cards. With them the chair's laptop recognises what a member did on their own laptop.

// Card is what a member gives to the chair: the public halves of two keys, as the store writes them.
type Card struct {
	Key       string `json:"key"`       // by which what the member sends is known to be theirs
	Recipient string `json:"recipient"` // to which what is sent to the member is locked
}

// OwnCard is the card of whoever works on this laptop, as it is shown and handed over.
type OwnCard struct {
	Name  string
	Line  string // the whole card, in one line of text; empty if there is no card yet
	Check string // its check sum, to be compared over the telephone
	// Protected is true if its keys are under a passphrase.
	Protected bool
}

// NewVacancy is what a bundle would bring to a laptop that does not have its vacancy yet.
type NewVacancy struct {
	Title, From string
	Text        string // what would come in, in a sentence
	// Here is the file that holds the vacancy already; empty if none does.
	Here string
}

// CardOf is a card that a member has or had. An old card still proves what was sent while it was valid.
type CardOf struct {
	Member MemberID `json:"member"`
	Card   Card     `json:"card"`
	// Runs is true if the member was chair or secretary while this was their card: then it may sign for the chair's
	// laptop.
	Runs bool `json:"runs,omitempty"`
	// Elsewhere is true if the member was neither chair nor secretary when they gave the card: then they work with it
	// on a laptop of their own.
	Elsewhere bool `json:"elsewhere,omitempty"`
}

// GiveCard records the card of a member and replaces the one before; a zero card removes it. Only chair and secretary
// may. Conflict if the card belongs to somebody else; Forbidden for a member with a PIN.
type GiveCard struct {
	Member MemberID
	Card   Card
}

// Label names the command.
func (c GiveCard) Label(b *Board) string { return "card of " + b.MemberName(c.Member) }

// Inverse puts the earlier card back. It is nil if the author may not give that card: the member has a PIN by now.
func (c GiveCard) Inverse(b *Board, author MemberID) Command {
	m := b.Member(c.Member)
	if m == nil || m.Card != (Card{}) && b.keptByPIN(m.ID, author) {
		return nil
	}
	return GiveCard{m.ID, m.Card}
}

// keptByPIN returns true if a member has a PIN and somebody else acts.
func (b *Board) keptByPIN(m, author MemberID) bool { return b.hasPIN(m) && author != m }

func (c GiveCard) decide(b *Board, s Stamp) (Change, error) {
	old := b.Member(c.Member)
	if old == nil || old.Removed {
		return Change{}, refuse(NotFound, string(c.Member), "%s is not on the panel.", b.MemberName(c.Member))
	}
	if err := b.mayRun(s.Author); err != nil {
		return Change{}, err
	}
	if b.keptByPIN(old.ID, s.Author) && c.Card != (Card{}) {
		// Whoever holds a card of theirs could have their work sent, and so get around the PIN.
		return Change{}, refuse(Forbidden, old.Name, "%s has a PIN on this laptop, so nobody can take in a card in their name: %s takes the PIN away first.", old.Name, old.Name)
	}
	m := *old
	m.Card = c.Card
	if m.Card == old.Card {
		return Change{}, refuse(Conflict, m.Name, "%s has this card already.", m.Name)
	}
	if err := b.checkMember(m); err != nil {
		return Change{}, err
	}
	return one(s, MemberChanged{Member: m, Was: *old})
}

// keepCard remembers a card for ever.
func (b *Common) keepCard(m Member) {
	if m.Card == (Card{}) {
		return
	}
	runs := m.runs()
	for i, c := range b.Cards {
		if c.Member == m.ID && c.Card == m.Card {
			b.Cards[i].Runs = c.Runs || runs
			return
		}
	}
	b.Cards = append(b.Cards, CardOf{Member: m.ID, Card: m.Card, Runs: runs, Elsewhere: !runs})
}

// HeldCard returns true if a member has or had a card with this key.
func (b *Common) HeldCard(m MemberID, key string) bool {
	for _, c := range b.Cards {
		if c.Member == m && c.Card.Key == key {
			return true
		}
	}
	return false
}

// CardHolder returns the member on the panel whose card has this key.
func (b *Common) CardHolder(key string) (Member, bool) {
	for _, m := range b.Panel() {
		if key != "" && m.Card.Key == key {
			return m, true
		}
	}
	return Member{}, false
}

// HomeKey returns true if this key may sign for the chair's laptop: it is or was the key of a chair or a secretary, who
// may still have that laptop after handing the chair on.
func (b *Common) HomeKey(key string) bool {
	return slices.ContainsFunc(b.Cards, func(c CardOf) bool { return c.Runs && c.Card.Key == key })
}
