package model

import (
	"fmt"
	"slices"
	"strings"
)

// This file says how the history is parted into chains, so that a part of it can leave the laptop and still be
// checked. What a member does alone stands in a chain of its own for every laptop and member; everything else, which
// all may know, stands in the chain of the laptop. A chain is sent whole or not at all, so nothing about what was left
// out has to be sent, not even a hash that could be guessed at.

// Own returns true if an event is its author's own work, see Payload.
func Own(e Event) bool { return e.Payload != nil && e.Payload.Own(e.Author) }

// OwnChain is the chain of what a member does alone on a laptop.
func OwnChain(d DeviceID, m MemberID) DeviceID { return d + "." + DeviceID(m) }

// Chain parts the name of a chain into the laptop and the member whose own work it holds; "" for what all may know.
func (d DeviceID) Chain() (laptop DeviceID, m MemberID) {
	before, after, _ := strings.Cut(string(d), ".")
	return DeviceID(before), MemberID(after)
}

// own tells whether a change is all the author's own work.
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
	s.Device = OwnChain(s.Device, s.Author)
	s.Seq, _ = b.Next(s.Device)
	return s
}

// AtHome tells whether a laptop is the one on which the vacancy was made. What concerns all is done there alone, so
// that two laptops never decide the same thing in two ways.
func (b *Board) AtHome(d DeviceID) bool { return !b.Created || d == b.Home }

// WorksElsewhere tells whether a member signs on a laptop of their own and not on this one: at home, whose card never spoke
// for this laptop, or of whom work came in that was done elsewhere, whatever became of card and role since. Then nobody may
// look at their work here before the reveal, or work in their name.
func (b *Board) WorksElsewhere(id MemberID, d DeviceID) bool {
	m := b.Member(id)
	if m == nil || !b.Created || d != b.Home {
		return false
	}
	return m.Card != (Card{}) && !b.SpeaksHere(m.ID, m.Card.Key) || b.sentIn(id)
}

// SpeaksHere tells whether a card is one that its member works with on the chair's laptop: they were chair or secretary when
// they gave it. Who became so later still signs on a laptop of their own.
func (b *Board) SpeaksHere(m MemberID, key string) bool {
	return slices.ContainsFunc(b.Cards, func(c CardOf) bool { return c.Member == m && c.Card.Key == key && c.Runs && !c.Elsewhere })
}

// sentIn tells whether work of a member is here that was done on another laptop than the chair's.
func (b *Board) sentIn(id MemberID) bool {
	return slices.ContainsFunc(b.Heads, func(h Head) bool {
		laptop, m := h.Device.Chain()
		return m == id && laptop != b.Home
	})
}

// WhyNotHere says why nobody sits down as a member on this laptop; "" where they may. What a member who signs on a laptop
// of their own sent in is nobody's to look at before the reveal, the chair's neither. The chair alone sits down all the same
// where no other chair could: somebody has to lead here.
func (b *Board) WhyNotHere(id MemberID, d DeviceID) string {
	if b.Revealed() || !b.WorksElsewhere(id, d) {
		return ""
	}
	leads := func(m Member) bool { return m.Role == Chair && !b.WorksElsewhere(m.ID, d) }
	if b.memberRole(id) == Chair && !slices.ContainsFunc(b.Panel(), leads) {
		return ""
	}
	return fmt.Sprintf("%s works on a laptop of their own: here nobody looks at that work before the reveal.", b.MemberName(id))
}

// mayBeHere refuses what is not done on this laptop. Elsewhere than at home that is everything but the own work of
// members with a card. At home it is the own work of members with a card: they sign it on a laptop of their own, and
// nobody else can give ratings in their name.
func (b *Board) mayBeHere(s Stamp, c Change) error {
	m := b.Member(s.Author)
	if b.AtHome(s.Device) {
		if c.own() && b.WorksElsewhere(s.Author, s.Device) {
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
