package model

import (
	"fmt"
	"slices"
	"strings"
)

// This file divides the history into chains, so that a part of it can leave the laptop and still be checked. A member's
// own work on a laptop is one chain; everything that all may know is the chain of the laptop. A chain is sent whole or
// not at all, so nothing about omitted events has to be sent, not even a hash that could be guessed.

// Own returns true if an event is its author's own work, see Payload.
func Own(e Event) bool { return e.Payload != nil && e.Payload.Own(e.Author) }

// Chain is the chain of what all may know of a laptop.
func (d DeviceID) Chain() ChainID { return ChainID(d) }

// OwnChain is the chain of a member's own work on a laptop.
func OwnChain(d DeviceID, m MemberID) ChainID { return ChainID(string(d) + "." + string(m)) }

// Split returns the laptop of a chain, and the member whose own work it holds. m is empty for the chain of what all may
// know.
func (c ChainID) Split() (laptop DeviceID, m MemberID) {
	before, after, _ := strings.Cut(string(c), ".")
	return DeviceID(before), MemberID(after)
}

// own returns true if every event of a change is the author's own work.
func (c Change) own() bool {
	for _, e := range c.Events {
		if !Own(e) {
			return false
		}
	}
	return len(c.Events) > 0
}

// ownStamp is the stamp for the author's own chain on the same laptop.
func (b *Board) ownStamp(s Stamp) Stamp {
	s.chain = OwnChain(s.Device, s.Author)
	s.Seq, _ = b.Next(s.chain)
	return s
}

// IsChairDevice returns true if a laptop is the one on which the vacancy was made. What concerns everybody is done only there,
// so that two laptops never decide the same thing differently.
func (b *Common) IsChairDevice(d DeviceID) bool { return !b.Created || d == b.Home }

// SignsOnOwnDevice returns true if a member signs on a laptop of their own and not on this one, the chair's: their card
// never signed for this laptop, or work of theirs came in from another laptop, whatever became of their card and role
// since. Then nobody may see their work here before the reveal, or work in their name.
func (b *Board) SignsOnOwnDevice(id MemberID, d DeviceID) bool {
	m := b.Member(id)
	if m == nil || !b.Created || d != b.Home {
		return false
	}
	return m.Card != (Card{}) && !b.SpeaksHere(m.ID, m.Card.Key) || b.sentIn(id)
}

// SpeaksHere returns true if a member works with a card on the chair's laptop: they were chair or secretary when they
// gave it. A member who became so later still signs on a laptop of their own.
func (b *Common) SpeaksHere(m MemberID, key string) bool {
	return slices.ContainsFunc(b.Cards, func(c CardOf) bool { return c.Member == m && c.Card.Key == key && c.Runs && !c.Elsewhere })
}

// sentIn returns true if the history has work of a member that was done on another laptop than the chair's.
func (b *Board) sentIn(id MemberID) bool {
	return slices.ContainsFunc(b.work.Heads, func(h Head) bool {
		laptop, m := h.Chain.Split()
		return m == id && laptop != b.Home
	})
}

// WhyNotHere says why nobody may work as this member on this laptop; empty if they may. Before the reveal not even the
// chair sees what a member sent in from a laptop of their own. A chair is let in all the same if there is no other
// chair here, because somebody has to lead.
func (b *Board) WhyNotHere(id MemberID, d DeviceID) string {
	if b.Revealed() || !b.SignsOnOwnDevice(id, d) {
		return ""
	}
	leads := func(m Member) bool { return m.Role == Chair && !b.SignsOnOwnDevice(m.ID, d) }
	if b.memberRole(id) == Chair && !slices.ContainsFunc(b.Panel(), leads) {
		return ""
	}
	return fmt.Sprintf("%s works on a laptop of their own: here nobody looks at that work before the reveal.", b.MemberName(id))
}

// mayBeHere refuses what is not done on this laptop. On a member's laptop that is everything but the own work of
// members with a card. On the chair's laptop it is the own work of members with a card: they sign it on a laptop of
// their own, and nobody else can rate in their name.
func (b *Board) mayBeHere(s Stamp, c Change) error {
	m := b.Member(s.Author)
	if b.IsChairDevice(s.Device) {
		if c.own() && b.SignsOnOwnDevice(s.Author, s.Device) {
			return refuse(Forbidden, m.Name, "%s works on a laptop of their own: what is rated there comes in with a bundle. Whoever lost that laptop makes a card on another one, and the chair takes it in.", m.Name)
		}
		return nil
	}
	if !c.own() {
		return refuse(Forbidden, "", "This is done on the chair's laptop, where the vacancy was made. Here you rate, give reasons, declare and submit; then you send the chair a bundle.")
	}
	if m != nil && m.Card == (Card{}) {
		return refuse(Forbidden, m.Name, "%s has given the chair no card, so what %s does counts on the chair's laptop only.", m.Name, m.Name)
	}
	return nil
}
