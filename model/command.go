package model

// This file holds Decide, the only gate to a change. Each command lives with its noun.

// Command asks for a change, in the imperative (SetRating).
type Command interface {
	// decide returns what would happen, or the refusal.
	decide(b *Board, s Stamp) (Change, error)
	// Inverse is the command with which author, who gave this one, takes it back. b is the board before it. Nil if
	// nothing takes it back.
	Inverse(b *Board, author MemberID) Command
	// Label names the command for undo and for waiting: "rating of E2 for C003".
	Label(b *Board) string
}

// Change is the result of a command: events, and what is stored with them but is in no event. It is stored whole or not
// at all.
type Change struct {
	Events []Event
	Texts  []Text
	// Lock is what a PIN that this change sets is checked against. It never leaves the file of this laptop.
	Lock []byte
}

// Decide returns the change that a command leads to now, or a refusal, an *Error. Forbidden if the phase, the author's
// role or the laptop does not allow it; NotFound, Invalid or Conflict as each command documents. It changes nothing.
// Events of the author's own work get numbers in a chain of their own, see OwnChain.
func Decide(b *Board, c Command, s Stamp) (Change, error) {
	if s.Author == "" && len(b.Members) > 0 {
		return Change{}, refuse(Forbidden, "", "Nobody is chosen as the one who is working: choose yourself first.")
	}
	if m := b.Member(s.Author); s.Author != "" && m == nil {
		return Change{}, refuse(NotFound, string(s.Author), "%s is not on the panel of this vacancy: choose a member who is.", s.Author)
	} else if m != nil && m.Removed {
		return Change{}, refuse(Forbidden, m.Name, "%s is not on the panel any more: choose a member who is.", m.Name)
	}
	if _, first := c.(CreateVacancy); !first && !b.Created {
		return Change{}, refuse(NotFound, "", "There is no vacancy in this file yet: make one from a posting first.")
	}
	change, err := c.decide(b, s)
	if err != nil || len(change.Events) == 0 {
		return change, err
	}
	if err := b.mayBeHere(s, change); err != nil {
		return Change{}, err
	}
	if change.own() {
		return c.decide(b, b.ownStamp(s))
	}
	return change, nil
}

// one makes a change of a single event.
func one(s Stamp, p Payload, texts ...Text) (Change, error) {
	return Change{Events: events(s, p), Texts: texts}, nil
}

// events makes events of payloads, in order.
func events(s Stamp, ps ...Payload) []Event {
	out := make([]Event, len(ps))
	for i, p := range ps {
		out[i] = Event{
			ID: EventID{s.Chain(), s.Seq + uint64(i)}, Lamport: s.Lamport + uint64(i),
			At: s.At.UTC().Truncate(1e9), Author: s.Author, Payload: p,
		}
	}
	return out
}
