package store

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"io"
	"io/fs"
	"os"
	"slices"
	"strings"
	"time"

	bolt "go.etcd.io/bbolt"

	"shortlist/model"
	"shortlist/store/bundle"
	"shortlist/store/codec"
	"shortlist/store/identity"
	"shortlist/store/safefile"
)

// This file writes bundles: what of the vacancy may leave this laptop, and for whom. From the chair's laptop a member
// gets what all may know and their own work; from the reveal on, everything. The chair gets a member's own work. No road
// leads from one member to another before the reveal.

// Sent says what went into a bundle.
type Sent struct {
	Path       string
	To         []string // names; none where it is under a passphrase
	Entries    int
	Candidates int
	Size       int64
	Made       model.OwnCard // the chair's card, if it was made on the way; else the zero value
}

// String is the bundle in a sentence.
func (s Sent) String() string {
	to := "whoever has the passphrase"
	if len(s.To) > 0 {
		to = strings.Join(s.To, ", ")
	}
	out := fmt.Sprintf("%s: for %s, %s", s.Path, to, plural(s.Entries, "entry", "entries"))
	if s.Candidates > 0 {
		out += ", the files of " + plural(s.Candidates, "candidate", "candidates")
	}
	return strings.TrimSpace(fmt.Sprintf("%s, %d KB. %s", out, (s.Size+1023)/1024, s.Made.Announce()))
}

// Send writes a bundle to a path. At home it is for the members named, all who have a card where none is named; elsewhere
// it is for the chair. With a passphrase it is for whoever has that. *model.Error where there is nobody it could be
// for, or nothing to send.
func (f *File) Send(id *identity.Identity, path string, to []model.MemberID, passphrase string, replace bool) (Sent, error) {
	path = atHome(path)
	if _, err := os.Lstat(path); err == nil && !replace {
		return Sent{}, fileError(path, fs.ErrExist)
	}
	p, err := f.parcel(id, to, passphrase != "")
	if err != nil {
		return Sent{}, err
	}
	return p.write(path, passphrase)
}

// write locks and writes the bundle.
func (p *parcel) write(path, passphrase string) (Sent, error) {
	sent := Sent{Path: path, Candidates: len(p.body.People)}
	lock := bundle.Lock{Passphrase: passphrase}
	for _, m := range p.to {
		if passphrase == "" {
			lock.Recipients = append(lock.Recipients, m.Card.Recipient)
			sent.To = append(sent.To, clean(m.Name))
		}
	}
	card := p.id.Card()
	if p.keep {
		lock.Recipients = append(lock.Recipients, card.Recipient)
	}
	for _, e := range p.body.Entries {
		sent.Entries += len(e)
	}
	err := safefile.Write(path, 0o600, func(w io.Writer) error {
		n := &counter{w: w}
		err := bundle.Write(n, p.manifest, p.body, card.Key, p.id, lock)
		sent.Size = n.n
		return err
	})
	return sent, makeError(path, err)
}

// counter counts what is written.
type counter struct {
	w io.Writer
	n int64
}

func (c *counter) Write(b []byte) (int, error) {
	n, err := c.w.Write(b)
	c.n += int64(n)
	return n, err
}

// Introduce gives the card of this laptop to a chair who has none yet, on the laptop where the vacancy was made. Anywhere
// else it does nothing. *model.Error Conflict where every chair is known by another card.
func (f *File) Introduce(id *identity.Identity) error {
	b, err := f.Load()
	if err != nil {
		return err
	}
	key := id.Card().Key
	if !b.AtHome(f.device) || b.HomeKey(key) {
		return nil
	}
	var known model.Member
	for _, m := range b.Panel() {
		if m.Role != model.Chair {
			continue
		}
		if m.Card == (model.Card{}) {
			return f.act(b, m.ID, model.GiveCard{Member: m.ID, Card: id.Card().Card})
		}
		known = m
	}
	if known.ID == "" {
		return &model.Error{Code: model.NotFound, Message: "There is no chair on the panel yet, so nobody could tell whose laptop this is. @ takes one in."}
	}
	return &model.Error{
		Code: model.Conflict, Subject: known.Name,
		Message: fmt.Sprintf("The panel knows another card for %s than the one on this laptop. Work with the user account that has it, or take in the new card for %s: b on the panel page, then a.", known.Name, known.Name),
	}
}

// act decides on a command and stores what it leads to.
func (f *File) act(b *model.Board, author model.MemberID, c model.Command) error {
	return model.CarryOut(b, f, author, c, time.Now(), newRandom())
}

// parcel is what goes into a bundle.
type parcel struct {
	file     *File
	board    *model.Board
	id       *identity.Identity
	to       []model.Member
	me       model.MemberID
	home     bool
	former   []model.DeviceID // under which a copy wrote before it got an id of its own
	manifest bundle.Manifest
	body     bundle.Body
	withheld map[string]bool // texts in the shared chain that are for one member alone
	keep     bool            // the sender can open it too
}

func (f *File) parcel(id *identity.Identity, to []model.MemberID, anybody bool) (*parcel, error) {
	b, err := f.Load()
	if err != nil {
		return nil, err
	}
	p := &parcel{file: f, board: b, id: id, home: b.AtHome(f.device), withheld: map[string]bool{}}
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
		return p.rest(tx)
	})
	return p, err
}

// address finds out whom the bundle is for.
func (p *parcel) address(to []model.MemberID, anybody bool) error {
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

// wroteHere tells whether this file wrote under an id. What a copy holds from before it was one may never have been sent.
func (p *parcel) wroteHere(laptop model.DeviceID) bool {
	return laptop == p.file.device || slices.Contains(p.former, laptop)
}

// wants tells whether a chain goes into the bundle.
func (p *parcel) wants(chain model.DeviceID) bool {
	laptop, member := chain.Chain()
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
func (p *parcel) chains(tx *bolt.Tx) error {
	t, err := readTally(tx)
	if err != nil {
		return err
	}
	at := map[model.DeviceID]int{}
	heads := map[model.DeviceID]head{}
	err = eachEvent(tx, 1, t.events, func(n uint64, record []byte) error {
		e, err := decodeRecord(n, record)
		if err != nil || !p.wants(e.ID.Device) {
			return err
		}
		if err := p.mayShow(e); err != nil {
			return err
		}
		i, ok := at[e.ID.Device]
		if !ok {
			i = len(p.body.Entries)
			at[e.ID.Device] = i
			p.body.Entries = append(p.body.Entries, nil)
			p.manifest.Chains = append(p.manifest.Chains, bundle.Chain{Name: e.ID.Device, First: 1, Before: make([]byte, hashSize)})
		}
		p.body.Entries[i] = append(p.body.Entries[i], bytes.Clone(record[hashSize:]))
		heads[e.ID.Device] = head{e.ID.Seq, sha256.Sum256(record)}
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

// mayShow refuses what a chain should not hold: files begun with an earlier program have own work among what all may know.
func (p *parcel) mayShow(e model.Event) error {
	if _, member := e.ID.Device.Chain(); p.home && member == "" && !p.board.Revealed() && model.Own(e) {
		return mixedError()
	}
	if r, ok := e.Payload.(model.AssessmentReturned); ok && r.Member != e.Author && !p.board.Revealed() {
		if len(p.to) != 1 || p.to[0].ID != r.Member {
			p.withheld[r.Reason.ID] = true
		}
	}
	return nil
}

// mixedError refuses to hand out a history in which own work stands among what all may know.
func mixedError() error {
	return &model.Error{Code: model.Forbidden, Message: "Ratings in this vacancy were made with an earlier shortlist, which kept them among what all may know: nothing can be sent before the reveal."}
}

// sign signs the head of a chain of this laptop; that of another laptop was signed there.
func (p *parcel) sign(tx *bolt.Tx, c bundle.Chain) (bundle.Signed, error) {
	if laptop, _ := c.Name.Chain(); p.wroteHere(laptop) {
		m := bundle.HeadMessage(p.manifest.Vacancy, c.Name, c.Last, c.Head)
		return bundle.Signed{Key: p.id.Card().Key, Signature: p.id.Sign(m)}, nil
	}
	s, err := readSigned(tx, c.Name)
	if err == nil && s.Seq != c.Last {
		err = damaged("the signature of the entries of laptop " + string(c.Name))
	}
	return s.Signed, err
}

// rest reads files and texts. A member sends no file of a candidate: those come from the chair's laptop alone.
func (p *parcel) rest(tx *bolt.Tx) error {
	t, err := readTally(tx)
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
			break // an import that is not committed
		}
		v, ok := unseal(bucketPeople, k, sealed)
		if !ok {
			return damaged("the file of " + candidate.String())
		}
		switch {
		case len(k) == 4 && p.home:
			p.body.People = append(p.body.People, bundle.Person{Candidate: candidate, Record: bytes.Clone(v)})
		case len(k) > 5 && p.wants(textChain(string(k[4:]))) && !p.withheld[string(k[4:])]:
			var x text
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

// textChain is the chain of the entry that a text came with: its id is that of the entry and a number.
func textChain(id string) model.DeviceID {
	for range 2 {
		i := strings.LastIndexByte(id, '.')
		if i < 0 {
			return ""
		}
		id = id[:i]
	}
	return model.DeviceID(id)
}
