package model

import "slices"

// This file turns events into a board.

// Fold makes the board of a set of events, in whatever order they come.
func Fold(events []Event) *Board {
	b := NewBoard()
	sorted := slices.Clone(events)
	slices.SortFunc(sorted, Event.Compare)
	for i, e := range sorted {
		if i > 0 && e.ID == sorted[i-1].ID {
			continue // the same entry from two sides
		}
		b.Apply(e)
	}
	return b
}

// Late returns true if an event belongs before one that is on the board already. Then Apply is not enough: call Fold
// again.
func (b *Board) Late(e Event) bool {
	return b.Events > 0 && e.Before(Event{ID: b.Last, Lamport: b.Lamport})
}

// Apply applies one event to the board. It never refuses: Decide holds the rules, and an event has happened. The event
// must not be Late.
func (b *Board) Apply(e Event) {
	switch {
	case e.Payload == nil:
	case b.sealed() && e.Payload.ChangesRules():
		// It comes from a laptop that did not know of the seal. It stays in the history without effect: sealed rules
		// change only after they are opened.
		b.Ignored++
	default:
		e.Payload.apply(b, e)
	}
	b.Events++
	b.Lamport, b.Last = max(b.Lamport, e.Lamport), e.ID
	for i := range b.work.Heads {
		if b.work.Heads[i].Chain == e.ID.Chain {
			b.work.Heads[i].Seq = max(b.work.Heads[i].Seq, e.ID.Seq)
			return
		}
	}
	b.work.Heads = append(b.work.Heads, Head{e.ID.Chain, e.ID.Seq})
}

// ApplyAll applies events in the order given.
func (b *Board) ApplyAll(events []Event) {
	for _, e := range events {
		b.Apply(e)
	}
}
