package store

import (
	"slices"

	"shortlist/model"
)

// This file holds every entry against the member in whose name it was written.

// checkAuthors checks that every entry stands in a chain of its author's, and that on the chair's laptop nobody did the own work
// of a member who had given a card by then: such a member signs on a laptop of their own.
func (p *verifier) checkAuthors(events []model.Event) {
	sorted := slices.Clone(events)
	slices.SortFunc(sorted, func(x, y model.Event) int {
		if x.Before(y) {
			return -1
		}
		return 1
	})
	cards := map[model.MemberID]string{} // keys, as the history has come to that entry
	for _, e := range sorted {
		switch c := e.Payload.(type) {
		case model.MemberAdded:
			cards[c.Member.ID] = c.Member.Card.Key
		case model.MemberChanged:
			cards[c.Member.ID] = c.Member.Card.Key
		}
		laptop, member := e.ID.Device.Chain()
		key := cards[e.Author]
		switch {
		case member != e.Author && (member != "" || laptop != p.board.Home):
			p.wrong("Entry %s was not written by whom it names.", clean(e.ID.String()))
		case model.Own(e) && laptop == p.board.Home && key != "" && !p.board.SpeaksHere(e.Author, key):
			p.wrong("Entry %s was written on the chair's laptop in the name of %s, who signs on a laptop of their own.", clean(e.ID.String()), clean(p.board.MemberName(e.Author)))
		}
	}
}
