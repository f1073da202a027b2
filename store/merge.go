package store

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	bolt "go.etcd.io/bbolt"

	"shortlist/model"
	"shortlist/model/plaintext"
	"shortlist/store/bundle"
)

// This file takes bundles in: all of one in one transaction, or nothing. What may be said by whom is checked in trust.go.
// Taking in is the union of entries by id, so the same bundle twice is nothing, and any order comes to the same.

// Merged says what came in with a bundle, or would.
type Merged struct {
	From       string   // name of the sender
	Check      string   // check sum of the sender's card where they were not known before; else ""
	Entries    int      // new ones; the rest was known
	Shared     int      // of them in the chain of what all may know
	Ratings    int      // of them ratings given, changed or cleared
	Submitted  int      // of them assessments handed in
	Declared   int      // of them declarations
	Candidates int      // new files
	Revealed   bool     // the bundle brings the reveal
	Cards      []string // whose card was replaced by another one or taken back
}

// String is the report in a sentence.
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
			parts = append(parts, plural(x.n, x.one, x.many))
		}
	}
	s := fmt.Sprintf("From %s: %s.", m.From, strings.Join(parts, ", "))
	if m.Revealed {
		s += " The ratings are revealed."
	}
	if len(m.Cards) > 0 {
		s += fmt.Sprintf(" Another card was taken in for %s: whoever has it reads what is sent there. Ask them whether it is theirs.", strings.Join(m.Cards, " and "))
	}
	if m.Check != "" {
		s += fmt.Sprintf(" The check sum of the sender's card is %s: compare it with them before you rely on it.", m.Check)
	}
	return s
}

// errDry takes a transaction back that was only to be tried.
var errDry = errors.New("only tried")

// Merge takes in what is new in a bundle; dry tells what would come in and takes in nothing. *model.Error where the
// bundle may not say what it says, or does not fit what is here: then nothing is taken in. key is that of the card of
// whoever works here, "" where there is none.
func (f *File) Merge(b *bundle.Bundle, key string, dry bool) (Merged, error) {
	before, err := f.Load()
	if err != nil {
		return Merged{}, err
	}
	f.write.Lock()
	defer f.write.Unlock()
	f.mu.Lock()
	a := appender{tally: f.tally, heads: maps.Clone(f.heads)}
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
		return m.tally.put(tx)
	})
	if errors.Is(err, errDry) {
		return m.report, nil
	}
	if err != nil {
		return Merged{}, err
	}
	f.mu.Lock()
	f.tally, f.heads = m.tally, m.heads
	f.mu.Unlock()
	return m.report, nil
}

// merger takes one bundle in, in one transaction.
type merger struct {
	appender
	bundle *bundle.Bundle
	before *model.Board // as it was
	after  *model.Board // with what the bundle brings
	device model.DeviceID
	key    string // of the card of whoever works here
	runs   []run
	report Merged
}

// run is one chain of a bundle, read.
type run struct {
	bundle.Chain
	events []model.Event
	bodies [][]byte
	fresh  int // how many of the last of them are new here
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
	if err := m.foresee(); err != nil {
		return err
	}
	if err := m.trust(); err != nil {
		return err
	}
	for _, r := range m.runs {
		if err := m.take(r); err != nil {
			return err
		}
	}
	return m.takePeople()
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

// read reads one chain: every entry belongs to it and follows the one before.
func (m *merger) read(i int) (run, error) {
	r := run{Chain: m.bundle.Chains[i], bodies: m.bundle.Content.Entries[i]}
	hash, lamport := [hashSize]byte(r.Before), uint64(0)
	for n, body := range r.bodies {
		e, err := decodeRecord(uint64(n), append(hash[:len(hash):len(hash)], body...))
		if err != nil || e.ID.Device != r.Name || e.ID.Seq != r.First+uint64(n) || e.Lamport <= lamport || e.Lamport > maxLamport {
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

// maxLamport bounds logical time: one entry of a broken program must not use it up for all.
const maxLamport = 1 << 48

// compare holds a chain against what is here.
func (m *merger) compare(r *run) error {
	h := m.heads[r.Name]
	if r.First > h.seq+1 {
		n := int(r.First - h.seq - 1)
		who := m.before.MemberName(r.events[0].Author)
		return &model.Error{
			Code: model.Conflict, Subject: who,
			Message: fmt.Sprintf("%s from %s's laptop %s missing between what is here and this bundle, so nothing was taken in. Ask for a bundle with everything.", plural(n, "entry", "entries"), who, are(n)),
		}
	}
	for n, body := range r.bodies {
		e := r.events[n]
		if e.ID.Seq > h.seq {
			r.fresh = len(r.bodies) - n
			break
		}
		if err := m.same(e.ID, body); model.CodeOf(err) == model.Conflict {
			return m.refuse("says something else in entry %s than what is here, so one of the two was changed outside the program", e.ID)
		} else if err != nil {
			return err
		}
	}
	if r.First > 1 {
		if before, err := m.hashOf(model.EventID{Device: r.Name, Seq: r.First - 1}); err != nil {
			return err
		} else if !bytes.Equal(before, r.Before) {
			return m.refuse("does not follow what is here")
		}
	}
	return nil
}

func are(n int) string {
	if n == 1 {
		return "is"
	}
	return "are"
}

// hashOf is the hash of an entry that is here.
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

// foresee makes the board as it will be, for cards and people that the bundle itself brings.
func (m *merger) foresee() error {
	var all []model.Event
	for _, r := range m.runs {
		all = append(all, r.events[len(r.events)-r.fresh:]...)
	}
	if len(all) == 0 {
		m.after = m.before
		return nil
	}
	err := eachEvent(m.tx, 1, m.tally.events, func(n uint64, record []byte) error {
		e, err := decodeRecord(n, record)
		all = append(all, e)
		return err
	})
	m.after = model.Fold(all)
	return err
}

// take appends the new entries of a chain.
func (m *merger) take(r run) error {
	for n := len(r.bodies) - r.fresh; n < len(r.bodies); n++ {
		if err := m.add(r.events[n].ID, r.bodies[n]); err != nil {
			return err
		}
		m.count(r.events[n])
	}
	h := m.heads[r.Name]
	if laptop, _ := r.Name.Chain(); laptop == m.device || h.seq != r.Last {
		return nil // what was written here is signed when it is sent; what is here may be longer than the bundle
	}
	was, err := readSigned(m.tx, r.Name)
	if err != nil || was.Seq == r.Last {
		return err
	}
	return putSigned(m.tx, r.Name, signed{r.Last, r.Signed})
}

func (m *merger) count(e model.Event) {
	m.report.Entries++
	if _, member := e.ID.Device.Chain(); member == "" {
		m.report.Shared++
	}
	switch p := e.Payload.(type) {
	case model.RatingSet:
		if p.Value != p.Was {
			m.report.Ratings++
		}
	case model.AssessmentSubmitted:
		m.report.Submitted++
	case model.ConflictDeclared:
		m.report.Declared++
	case model.RatingsRevealed:
		m.report.Revealed = true
	case model.MemberChanged: // the card of a member leads to their work: a false one must not pass unseen
		if name := clean(p.Member.Name); p.Was.Card != (model.Card{}) && p.Was.Card != p.Member.Card && !slices.Contains(m.report.Cards, name) {
			m.report.Cards = append(m.report.Cards, name)
		}
	}
}

// refuse says what is wrong with the bundle.
func (m *merger) refuse(format string, args ...any) error {
	return refuseBundle(m.bundle, format, args...)
}

func refuseBundle(b *bundle.Bundle, format string, args ...any) error {
	return &model.Error{
		Code: model.Conflict, Subject: b.Name,
		Message: fmt.Sprintf("The bundle of %s ", clean(b.Name)) + fmt.Sprintf(format, args...) + ". Nothing was taken in.",
	}
}

// clean is a name from a file of somebody else, as it may stand in a sentence: only what can be seen, on one line, at most
// 120 characters.
func clean(s string) string {
	s, _ = plaintext.Form{OneLine: true}.Clean(s)
	if r := []rune(s); len(r) > 120 {
		s = string(r[:120])
	}
	return s
}
