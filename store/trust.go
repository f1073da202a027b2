package store

// This file decides who may say what in a bundle. The chair's laptop accepts from a member only that member's own work.
// A member's laptop accepts everything, but only from the chair's laptop. Each chain must be signed by whoever wrote it.

import (
	"bytes"

	"shortlist/model"
	"shortlist/store/bundle"
	"shortlist/store/codec"
	"shortlist/store/identity"
)

// trust checks the sender, and who signed which chain.
func (m *merger) trust() error {
	m.report.From = clean(m.bundle.Name)
	if m.bundle.Laptop == m.device {
		return m.refuse("was written on this laptop: what is in it is here already")
	}
	if m.before.IsChairDevice(m.device) && m.before.Created {
		return m.trustMember()
	}
	return m.trustHome()
}

// trustMember accepts from a member on the panel their own work, written on their own laptop, until the reveal.
func (m *merger) trustMember() error {
	sender, ok := m.before.CardHolder(m.bundle.Key)
	if !ok {
		for _, c := range m.before.Cards {
			if x := m.before.Member(c.Member); c.Card.Key == m.bundle.Key && x != nil && x.Removed {
				return m.refuse("cannot be taken in: %s is not on the panel any more", x.Name)
			} else if c.Card.Key == m.bundle.Key && x != nil {
				return m.refuse("is signed with a card of %s that is not valid any more: ask for a new bundle, signed with the present one", x.Name)
			}
		}
		return m.refuse("is signed by a stranger: no member of this panel has that card")
	}
	m.report.From = sender.Name
	for _, r := range m.runs {
		laptop, member := r.Name.Split()
		switch {
		case laptop == m.before.Home, member == "":
			return m.refuse("holds what is done on this laptop alone")
		case member != sender.ID:
			return m.refuse("holds work of %s, which only %s may send", m.before.MemberName(member), m.before.MemberName(member))
		case m.before.Revealed() && r.fresh > 0:
			return m.refuse("came in after the reveal with %s that can count no more: settle what differs as agreed ratings", model.Count(r.fresh, "entry", "entries"))
		}
		if err := m.trustChain(r, m.before); err != nil {
			return err
		}
	}
	if len(m.bundle.Content.People) > 0 || len(m.bundle.Content.Posting) > 0 {
		return m.refuse("holds files of candidates, which are taken in on this laptop alone")
	}
	return nil
}

// trustHome accepts from the chair's laptop everything that may be known now. If there is nothing here yet, the bundle
// itself says who the chair is; the check sum of their card is reported, for people to compare.
func (m *merger) trustHome() error {
	known := m.before
	if !known.Created {
		known = m.after
		m.report.Check = checkOf(known, m.bundle.Key)
	}
	if !known.HomeKey(m.bundle.Key) || m.bundle.Laptop != m.after.Home {
		return m.refuse("does not come from the chair: only bundles of the chair's laptop can be taken in here")
	}
	me, _ := m.after.CardHolder(m.key)
	others := false
	for _, r := range m.runs {
		if err := m.trustChain(r, m.after); err != nil {
			return err
		}
		_, member := r.Name.Split()
		others = others || member != "" && member != me.ID
	}
	if others && !m.after.Revealed() {
		return m.refuse("holds ratings of others although they are not revealed yet")
	}
	return nil
}

// checkOf returns the check sum of the card with a key.
func checkOf(b *model.Board, key string) string {
	for _, c := range b.Cards {
		if x := b.Member(c.Member); x != nil && c.Card.Key == key {
			return identity.Card{Name: x.Name, Card: c.Card}.Check()
		}
	}
	return ""
}

// trustChain checks that a chain was signed by somebody who may write it, and holds only what they may say.
func (m *merger) trustChain(r run, known *model.Board) error {
	if !signedBy(m.bundle.Vacancy, r.Chain, known) {
		return m.refuse("holds entries that their author did not sign")
	}
	_, member := r.Name.Split()
	for _, e := range r.events {
		if _, unknown := e.Payload.(model.Unknown); member != "" && (e.Author != member || !model.Own(e) && !unknown) {
			return m.refuse("holds in entry %s what only the chair's laptop may say", e.ID)
		}
	}
	return nil
}

// signedBy returns true if the head of a chain is signed by a card that may write it: for the chair's laptop one that
// ran the panel, otherwise one of the member whose chain it is.
func signedBy(vacancy string, c bundle.Chain, known *model.Board) bool {
	laptop, member := c.Name.Split()
	if laptop == known.Home && !known.HomeKey(c.Key) || laptop != known.Home && (member == "" || !known.HeldCard(member, c.Key)) {
		return false
	}
	return identity.Signed(c.Key, bundle.HeadMessage(vacancy, c.Name, c.Last, c.Head), c.Signature)
}

// takePeople stores files and texts. Every candidate must have a file, and every text must belong to an entry.
func (m *merger) takePeople() error {
	content := m.bundle.Content
	for i, p := range content.People {
		var x model.Person
		if p.Candidate < 1 || int(p.Candidate) > m.after.Candidates || i > 0 && p.Candidate <= content.People[i-1].Candidate || codec.UnmarshalPerson(p.Record, &x) != nil {
			return m.refuse("holds the file of a candidate that cannot be read")
		}
		if err := m.takePerson(p); err != nil {
			return err
		}
	}
	m.counts.people = uint64(m.after.Candidates)
	for c := model.CandidateID(1); int(c) <= m.after.Candidates; c++ {
		v, err := get(m.tx, bucketPeople, personKey(c), "the file of "+c.String())
		if err != nil {
			return err
		}
		if v == nil {
			return m.refuse("lacks the file of candidate %s", c)
		}
	}
	return m.takeTexts()
}

// takePerson stores a file unless it is stored already. An older file never replaces one that was corrected since.
func (m *merger) takePerson(p bundle.Person) error {
	key := personKey(p.Candidate)
	old, err := get(m.tx, bucketPeople, key, "the file of "+p.Candidate.String())
	if err != nil || bytes.Equal(old, p.Record) || old != nil && m.older {
		return err
	}
	if old == nil {
		m.report.Candidates++
	}
	if err := put(m.tx, bucketPeople, key, p.Record); err != nil {
		return err
	}
	cache, err := bucketOf(m.tx, bucketCache)
	if err != nil {
		return err
	}
	return cache.Delete(summariesKey(chunkOf(p.Candidate))) // its rows are made again when they are asked for
}

func (m *merger) takeTexts() error {
	refs, chains := map[string][]byte{}, map[model.ChainID]bool{}
	for _, r := range m.runs {
		chains[r.Name] = true
		for _, e := range r.events {
			for _, t := range e.TextRefs() {
				refs[t.ID] = t.Hash
			}
		}
	}
	texts := make([]model.Text, 0, len(m.bundle.Content.Texts))
	for _, t := range m.bundle.Content.Texts {
		x := model.Text{Candidate: t.Candidate, ID: t.ID, Salt: t.Salt, Body: t.Body}
		hash, known := refs[t.ID]
		if known && !bytes.Equal(hash, x.Ref().Hash) || !known && !chains[textChain(t.ID)] {
			return m.refuse("holds a text about %s that no entry of it speaks of", t.Candidate)
		}
		texts = append(texts, x)
	}
	return putTexts(m.tx, m.counts.people, texts)
}
