package store

// This file compares every entry with the member in whose name it was written.

import (
	"slices"

	"shortlist/model"
)

// checkAuthors checks that every entry is in a chain of its author. It also checks that nobody did the own work of a
// member on the chair's laptop after that member had given a card: such a member signs on a laptop of their own.
func (p *verifier) checkAuthors(events []model.Event) {
	cards := map[model.MemberID]string{} // keys of the cards as they were at that entry
	for _, e := range sortEvents(slices.Clone(events)) {
		switch c := e.Payload.(type) {
		case model.MemberAdded:
			cards[c.Member.ID] = c.Member.Card.Key
		case model.MemberChanged:
			cards[c.Member.ID] = c.Member.Card.Key
		}
		laptop, member := e.ID.Chain.Split()
		key := cards[e.Author]
		switch {
		case member != e.Author && (member != "" || laptop != p.board.Home):
			p.wrong("Entry %s was not written by whom it names.", clean(e.ID.String()))
		case model.Own(e) && laptop == p.board.Home && key != "" && !p.board.SpeaksHere(e.Author, key):
			p.wrong("Entry %s was written on the chair's laptop in the name of %s, who signs on a laptop of their own.", clean(e.ID.String()), clean(p.board.MemberName(e.Author)))
		}
	}
}
