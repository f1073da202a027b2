package store

// This file collects what goes into a bundle. From the chair's laptop a member gets what everybody may know and their own
// work; after the reveal, everything. The chair gets a member's own work. Before the reveal nothing goes from one member to
// another.

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"slices"
	"strings"

	bolt "go.etcd.io/bbolt"

	"shortlist/model"
	"shortlist/store/bundle"
	"shortlist/store/codec"
	"shortlist/store/identity"
)

// outgoing is a bundle being made.
type outgoing struct {
	file          *File
	board         *model.Board
	id            *identity.Identity
	to            []model.Member
	me            model.MemberID
	home          bool
	former        []model.DeviceID // under which this copy wrote before it got an id of its own
	manifest      bundle.Manifest
	body          bundle.Body
	withheld      map[string]bool // ids of texts in the shared chain that are for another member alone
	senderCanOpen bool            // the sender's card opens it too
}

func (f *File) outgoing(id *identity.Identity, to []model.MemberID, anybody bool) (*outgoing, error) {
	b, err := f.Load()
	if err != nil {
		return nil, err
	}
	p := &outgoing{file: f, board: b, id: id, home: b.IsChairDevice(f.device), withheld: map[string]bool{}}
	if err := p.address(to, anybody); err != nil {
		return nil, err
	}
	err = f.view(func(tx *bolt.Tx) error {
		vacancy, err := need(tx, bucketMeta, keyVacancy, "the header")
		if err != nil {
			return err
		}
		if p.former, err = formerDevices(tx); err != nil {
			return err
		}
		p.manifest = bundle.Manifest{
			Vacancy: string(vacancy), Title: b.Vacancy.Title, Laptop: f.device, Name: id.Card().Name, Revealed: b.Revealed(),
		}
		if err := p.chains(tx); err != nil {
			return err
		}
		return p.addPeople(tx)
	})
	return p, err
}

// address finds the members whom the bundle is for.
func (p *outgoing) address(to []model.MemberID, anybody bool) error {
	b, key := p.board, p.id.Card().Key
	me, known := b.CardHolder(key)
	p.me = me.ID
	if !p.home {
		if !known {
			return &model.Error{Code: model.Forbidden, Subject: p.id.Card().Name, Message: "The card on this laptop is not that of a member of this panel: give it to the chair (c shows it), then take in the chair's next bundle."}
		}
		for _, m := range b.Panel() {
			if b.HomeKey(m.Card.Key) {
				p.to = append(p.to, m)
			}
		}
		return nil
	}
	if !b.HomeKey(key) {
		return &model.Error{Code: model.Forbidden, Subject: p.id.Card().Name, Message: "The card on this laptop is not that of the chair or the secretary, so nobody could tell that the bundle is theirs."}
	}
	for _, m := range b.Panel() {
		if m.Card.Key != key && m.Card != (model.Card{}) && (len(to) == 0 || slices.Contains(to, m.ID)) {
			p.to = append(p.to, m)
		} else if slices.Contains(to, m.ID) && !anybody {
			return &model.Error{Code: model.NotFound, Subject: m.Name, Message: fmt.Sprintf("%s has given no card of their own. Ask for it and take it in (b on the panel page, or shortlist panel FILE add CARD).", m.Name)}
		}
	}
	if len(p.to) == 0 && !anybody {
		return &model.Error{Code: model.NotFound, Message: "No member has given a card yet, so there is nobody the bundle could be locked to. Ask for one and take it in (b on the panel page, or shortlist panel FILE add CARD)."}
	}
	if anybody {
		p.to = nil
	}
	return nil
}

// wroteHere returns true if this file wrote under an id, now or before it got its own. What a copy wrote before may
// never have been sent.
func (p *outgoing) wroteHere(laptop model.DeviceID) bool {
	return laptop == p.file.device || slices.Contains(p.former, laptop)
}

// wants returns true if a chain goes into the bundle.
func (p *outgoing) wants(chain model.ChainID) bool {
	laptop, member := chain.Split()
	switch {
	case !p.home:
		return p.wroteHere(laptop) && member == p.me
	case p.board.Revealed():
		return true
	case member == "":
		return laptop == p.board.Home
	}
	return len(p.to) == 1 && p.to[0].ID == member
}

// chains reads the entries of the chains that are sent, byte for byte.
func (p *outgoing) chains(tx *bolt.Tx) error {
	t, err := readCounts(tx)
	if err != nil {
		return err
	}
	at := map[model.ChainID]int{}
	heads := map[model.ChainID]head{}
	err = eachEvent(tx, 1, t.events, func(n uint64, record []byte) error {
		e, err := decodeRecord(n, record)
		if err != nil || !p.wants(e.ID.Chain) {
			return err
		}
		if err := p.mayShow(e); err != nil {
			return err
		}
		i, ok := at[e.ID.Chain]
		if !ok {
			i = len(p.body.Entries)
			at[e.ID.Chain] = i
			p.body.Entries = append(p.body.Entries, nil)
			p.manifest.Chains = append(p.manifest.Chains, bundle.Chain{Name: e.ID.Chain, First: 1, Before: make([]byte, hashSize)})
		}
		p.body.Entries[i] = append(p.body.Entries[i], bytes.Clone(record[hashSize:]))
		heads[e.ID.Chain] = head{e.ID.Seq, sha256.Sum256(record)}
		return nil
	})
	if err != nil {
		return err
	}
	if len(p.body.Entries) == 0 {
		return &model.Error{Code: model.Invalid, Message: "There is nothing to send yet: you have rated and declared nothing on this laptop."}
	}
	for i := range p.manifest.Chains {
		c := &p.manifest.Chains[i]
		h := heads[c.Name]
		c.Last, c.Head = h.seq, h.hash[:]
		if c.Signed, err = p.sign(tx, *c); err != nil {
			return err
		}
	}
	return nil
}

// mayShow returns an error if a shared chain holds own work, as it does in files of an early program. It also records
// the texts that must be left out.
func (p *outgoing) mayShow(e model.Event) error {
	if _, member := e.ID.Chain.Split(); p.home && member == "" && !p.board.Revealed() && model.Own(e) {
		return mixedError()
	}
	if r, ok := e.Payload.(model.AssessmentReturned); ok && r.Member != e.Author && !p.board.Revealed() {
		if len(p.to) != 1 || p.to[0].ID != r.Member {
			p.withheld[r.Reason.ID] = true
		}
	}
	return nil
}

// mixedError means that the history holds own work among what everybody may know, so that it cannot be handed out.
func mixedError() error {
	return &model.Error{Code: model.Forbidden, Message: "Ratings in this vacancy were made with an earlier shortlist, which kept them among what all may know: nothing can be sent before the reveal."}
}

// sign signs the head of a chain of this laptop. A chain of another laptop was signed there.
func (p *outgoing) sign(tx *bolt.Tx, c bundle.Chain) (bundle.Signed, error) {
	if laptop, _ := c.Name.Split(); p.wroteHere(laptop) {
		m := bundle.HeadMessage(p.manifest.Vacancy, c.Name, c.Last, c.Head)
		return bundle.Signed{Key: p.id.Card().Key, Signature: p.id.Sign(m)}, nil
	}
	s, err := readSigned(tx, c.Name)
	if err == nil && s.Seq != c.Last {
		err = damaged("the signature of the entries of laptop " + string(c.Name))
	}
	return s.Signed, err
}

// addPeople adds files of candidates and texts. A member sends no files: those come from the chair's laptop only.
func (p *outgoing) addPeople(tx *bolt.Tx) error {
	t, err := readCounts(tx)
	if err != nil {
		return err
	}
	b, err := bucketOf(tx, bucketPeople)
	if err != nil {
		return err
	}
	c := b.Cursor()
	for k, sealed := c.First(); k != nil && !bytes.Equal(k, keyEnd); k, sealed = c.Next() {
		candidate := model.CandidateID(uint32(k[0])<<24 | uint32(k[1])<<16 | uint32(k[2])<<8 | uint32(k[3]))
		if uint64(candidate) > t.people {
			break // from here on an import that is not committed
		}
		v, ok := unseal(bucketPeople, k, sealed)
		if !ok {
			return damaged("the file of " + candidate.String())
		}
		switch {
		case len(k) == 4 && p.home:
			p.body.People = append(p.body.People, bundle.Person{Candidate: candidate, Record: bytes.Clone(v)})
		case len(k) > 5 && p.wants(textChain(string(k[4:]))) && !p.withheld[string(k[4:])]:
			var x storedText
			if err := codec.Unmarshal(v, &x); err != nil {
				return &DamagedError{What: "a text about " + candidate.String(), Cause: err}
			}
			p.body.Texts = append(p.body.Texts, bundle.Text{Candidate: candidate, ID: string(k[4:]), Salt: x.Salt, Body: x.Body})
		}
	}
	if !p.home {
		return nil
	}
	posting, err := need(tx, bucketPosting, keyPosting, "the text of the posting")
	p.body.Posting = bytes.Clone(posting)
	return err
}

// textChain returns the chain of the entry that a text came with. The id of a text is that of the entry and a number.
func textChain(id string) model.ChainID {
	for range 2 {
		i := strings.LastIndexByte(id, '.')
		if i < 0 {
			return ""
		}
		id = id[:i]
	}
	return model.ChainID(id)
}
