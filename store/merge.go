package store

// This file takes bundles in: all of a bundle in one transaction, or nothing. Who may say what is checked in trust.go.
// Merging is the union of entries by id, so a bundle taken in twice changes nothing, and the order of bundles does not
// matter.

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"maps"
	"strings"

	bolt "go.etcd.io/bbolt"

	"shortlist/model"
	"shortlist/model/plaintext"
	"shortlist/store/bundle"
)

// Merged is what came in with a bundle, or would come in.
type Merged struct {
	From       string // name of the sender
	Check      string // check sum of the sender's card; empty if they were known before
	Entries    int    // entries that are new here
	Shared     int    // of them in the chain that everybody may read
	Candidates int    // new candidate files
	model.Incoming
}

// String returns the report in one or more sentences.
func (m Merged) String() string {
	if m.Entries == 0 {
		return fmt.Sprintf("From %s: nothing new.", m.From)
	}
	var parts []string
	for _, x := range []struct {
		n         int
		one, many string
	}{
		{m.Ratings, "rating", "ratings"},
		{m.Submitted, "submission", "submissions"},
		{m.Declared, "declaration", "declarations"},
		{m.Shared, "entry about the vacancy and the panel", "entries about the vacancy and the panel"},
		{m.Entries - m.Ratings - m.Submitted - m.Declared - m.Shared, "other entry", "other entries"},
		{m.Candidates, "candidate", "candidates"},
	} {
		if x.n > 0 {
			parts = append(parts, model.Count(x.n, x.one, x.many))
		}
	}
	s := fmt.Sprintf("From %s: %s.", m.From, strings.Join(parts, ", "))
	if m.Revealed {
		s += " The ratings are revealed."
	}
	if len(m.Cards) > 0 {
		names := make([]string, len(m.Cards))
		for i, name := range m.Cards {
			names[i] = clean(name)
		}
		s += fmt.Sprintf(" Another card was taken in for %s: whoever has it reads what is sent there. Ask them whether it is theirs.", strings.Join(names, " and "))
	}
	if m.Check != "" {
		s += fmt.Sprintf(" The check sum of the sender's card is %s: compare it with them before you rely on it.", m.Check)
	}
	return s
}

// errDry rolls a transaction back that was only tried.
var errDry = errors.New("only tried")

// Merge takes in what is new in a bundle. If dry is true, it only returns what would come in. key is that of the card on
// this laptop, or "". It returns *model.Error if the sender may not say what the bundle says, or if the bundle does not
// fit what is here; then nothing is taken in.
func (f *File) Merge(b *bundle.Bundle, key string, dry bool) (Merged, error) {
	before, err := f.Load()
	if err != nil {
		return Merged{}, err
	}
	f.write.Lock()
	defer f.write.Unlock()
	f.mu.Lock()
	a := appender{counts: f.counts, heads: maps.Clone(f.heads)}
	f.mu.Unlock()
	m := &merger{appender: a, bundle: b, before: before, device: f.device, key: key}
	err = f.update(func(tx *bolt.Tx) error {
		m.tx = tx
		if err := m.run(); err != nil {
			return err
		}
		if dry {
			return errDry
		}
		return m.counts.put(tx)
	})
	if errors.Is(err, errDry) {
		return m.report, nil
	}
	if err != nil {
		return Merged{}, err
	}
	f.mu.Lock()
	f.counts, f.heads = m.counts, m.heads
	f.mu.Unlock()
	return m.report, nil
}

// merger takes in one bundle in one transaction.
type merger struct {
	appender
	bundle *bundle.Bundle
	before *model.Board // the board before the bundle
	after  *model.Board // the board with what the bundle brings
	device model.DeviceID
	key    string // of the card on this laptop
	runs   []run
	older  bool // the bundle was written before what is here
	report Merged
}

// run is one chain of a bundle, decoded.
type run struct {
	bundle.Chain
	events []model.Event
	bodies [][]byte
	fresh  int // how many of the last events are new here
}

func (m *merger) run() error {
	if err := m.sameVacancy(); err != nil {
		return err
	}
	for i := range m.bundle.Chains {
		r, err := m.read(i)
		if err != nil {
			return err
		}
		m.runs = append(m.runs, r)
	}
	if err := m.boardAfter(); err != nil {
		return err
	}
	if err := m.trust(); err != nil {
		return err
	}
	m.older = m.isOlder()
	for _, r := range m.runs {
		if err := m.appendNew(r); err != nil {
			return err
		}
	}
	return m.takePeople()
}

// isOlder returns true if the bundle ends before what is here of the chain in which candidates come in and are corrected.
// Its files of candidates are older as well.
func (m *merger) isOlder() bool {
	for _, r := range m.runs {
		if laptop, member := r.Name.Split(); laptop == m.after.Home && member == "" {
			return r.Last < m.heads[r.Name].seq
		}
	}
	return false
}

func (m *merger) sameVacancy() error {
	v, err := need(m.tx, bucketMeta, keyVacancy, "the header")
	if err != nil {
		return err
	}
	if string(v) != m.bundle.Vacancy {
		return m.refuse("is about another vacancy (%q)", m.bundle.Title)
	}
	return nil
}

// read decodes one chain. Every entry must belong to the chain and follow the one before it.
func (m *merger) read(i int) (run, error) {
	r := run{Chain: m.bundle.Chains[i], bodies: m.bundle.Content.Entries[i]}
	hash, lamport := [hashSize]byte(r.Before), uint64(0)
	for n, body := range r.bodies {
		e, err := decodeRecord(uint64(n), append(hash[:len(hash):len(hash)], body...))
		if err != nil || e.ID.Chain != r.Name || e.ID.Seq != r.First+uint64(n) || e.Lamport <= lamport || e.Lamport > maxLamport {
			return r, m.refuse("holds entries that do not follow one another")
		}
		lamport = e.Lamport
		hash = sha256.Sum256(append(hash[:len(hash):len(hash)], body...))
		r.events = append(r.events, e)
	}
	if !bytes.Equal(hash[:], r.Head) {
		return r, m.refuse("holds entries that do not follow one another")
	}
	return r, m.compare(&r)
}

// maxLamport bounds logical time: an entry of a faulty program must not use it up for all.
const maxLamport = 1 << 48

// compare checks that a chain agrees with what is here, and counts what is new in it.
func (m *merger) compare(r *run) error {
	h := m.heads[r.Name]
	if r.First > h.seq+1 {
		n := int(r.First - h.seq - 1)
		who := m.before.MemberName(r.events[0].Author)
		return &model.Error{
			Code: model.Conflict, Subject: who,
			Message: fmt.Sprintf("%s from %s's laptop %s missing between what is here and this bundle, so nothing was taken in. Ask for a bundle with everything.", model.Count(n, "entry", "entries"), who, isOrAre(n)),
		}
	}
	for n, body := range r.bodies {
		e := r.events[n]
		if e.ID.Seq > h.seq {
			r.fresh = len(r.bodies) - n
			break
		}
		if err := m.checkSame(e.ID, body); model.CodeOf(err) == model.Conflict {
			return m.refuse("says something else in entry %s than what is here, so one of the two was changed outside the program", e.ID)
		} else if err != nil {
			return err
		}
	}
	if r.First > 1 {
		if before, err := m.hashOf(model.EventID{Chain: r.Name, Seq: r.First - 1}); err != nil {
			return err
		} else if !bytes.Equal(before, r.Before) {
			return m.refuse("does not follow what is here")
		}
	}
	return nil
}

func isOrAre(n int) string {
	if n == 1 {
		return "is"
	}
	return "are"
}

// hashOf returns the hash of an event that is stored here.
func (m *merger) hashOf(id model.EventID) ([]byte, error) {
	v, err := need(m.tx, bucketIDs, idKey(id), "the list of entries")
	if err == nil && len(v) != 8+hashSize {
		err = damaged("the list of entries")
	}
	if err != nil {
		return nil, err
	}
	return bytes.Clone(v[8:]), nil
}

// boardAfter makes the board as it will be, because the bundle itself may bring the cards and candidates that it needs.
func (m *merger) boardAfter() error {
	var all []model.Event
	for _, r := range m.runs {
		all = append(all, r.events[len(r.events)-r.fresh:]...)
	}
	if len(all) == 0 {
		m.after = m.before
		return nil
	}
	err := eachEvent(m.tx, 1, m.counts.events, func(n uint64, record []byte) error {
		e, err := decodeRecord(n, record)
		all = append(all, e)
		return err
	})
	m.after = model.Fold(all)
	return err
}

// appendNew appends the new entries of a chain.
func (m *merger) appendNew(r run) error {
	for n := len(r.bodies) - r.fresh; n < len(r.bodies); n++ {
		if err := m.add(r.events[n].ID, r.bodies[n]); err != nil {
			return err
		}
		m.count(r.events[n])
	}
	h := m.heads[r.Name]
	if laptop, _ := r.Name.Split(); laptop == m.device || h.seq != r.Last {
		return nil // own entries are signed when they are sent; and more may be here than in the bundle
	}
	was, err := readSigned(m.tx, r.Name)
	if err != nil || was.Seq == r.Last {
		return err
	}
	return putSigned(m.tx, r.Name, storedSignature{r.Last, r.Signed})
}

func (m *merger) count(e model.Event) {
	m.report.Entries++
	if _, member := e.ID.Chain.Split(); member == "" {
		m.report.Shared++
	}
	if p, ok := e.Payload.(model.Counted); ok {
		p.CountIn(&m.report.Incoming)
	}
}

// refuse returns the error that says what is wrong with the bundle.
func (m *merger) refuse(format string, args ...any) error {
	return refuseBundle(m.bundle, format, args...)
}

func refuseBundle(b *bundle.Bundle, format string, args ...any) error {
	return &model.Error{
		Code: model.Conflict, Subject: b.Name,
		Message: fmt.Sprintf("The bundle of %s %s. Nothing was taken in.", clean(b.Name), fmt.Sprintf(format, args...)),
	}
}

// clean returns a name from a file of somebody else as it may stand in a sentence: visible characters only, on one line, at most
// 120 characters.
func clean(s string) string {
	s, _ = plaintext.Form{OneLine: true}.Clean(s)
	if r := []rune(s); len(r) > 120 {
		s = string(r[:120])
	}
	return s
}
