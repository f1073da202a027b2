package store

// This file verifies a history on request. verify.go finds out if the file is sound; here it is checked that every entry
// is by whom it says, that the rules are those that were sealed, and that files and texts are those that the history
// speaks of. An exported history is verified in verify_export.go.

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"slices"
	"strings"

	bolt "go.etcd.io/bbolt"

	"shortlist/model"
	"shortlist/store/bundle"
	"shortlist/store/codec"
)

// Verdict is the result of a verification.
type Verdict struct {
	Path     string
	Entries  int
	Laptops  int
	Signed   int      // entries signed on other laptops
	Texts    int      // texts that are as they were written
	Files    int      // files of candidates that are as they came in
	Ignored  int      // late changes of sealed rules, which have no effect
	Sealed   string   // hash of the sealed rules; empty while they are open
	Head     string   // the hash that was looked for, if it is in the history
	Exported string   // of an exported history: for whom, and what it leaves out; empty for a vacancy file
	Problems []string // sentences; none if the history is intact
}

// maxSaid bounds how many problems String lists.
const maxSaid = 5

// Intact returns true if nothing is wrong.
func (v Verdict) Intact() bool { return len(v.Problems) == 0 }

// String returns the verdict in one line.
func (v Verdict) String() string {
	if !v.Intact() {
		s := fmt.Sprintf("%s is NOT intact: %s", base(v.Path), strings.Join(v.Problems[:min(len(v.Problems), maxSaid)], " "))
		if more := len(v.Problems) - maxSaid; more > 0 {
			s += fmt.Sprintf(" And %d more.", more)
		}
		return s
	}
	s := fmt.Sprintf("%s is intact: %s of %s in unbroken chains, %d of them signed on other laptops; ",
		base(v.Path), model.Count(v.Entries, "entry", "entries"), model.Count(v.Laptops, "laptop", "laptops"), v.Signed)
	if v.Exported == "" {
		s += model.Count(v.Texts, "text", "texts") + " and " + model.Count(v.Files, "file", "files") + " as the history has them"
	} else {
		s += "every line says what its entry says; written for " + v.Exported
	}
	s += "; the rules are "
	if v.Sealed == "" {
		s += "not sealed"
	} else {
		s += "as sealed (" + v.Sealed[:12] + ")"
	}
	if v.Ignored > 0 {
		s += fmt.Sprintf("; %s of sealed rules without effect", model.Count(v.Ignored, "late change", "late changes"))
	}
	if v.Head != "" {
		s += "; the hash " + v.Head[:12] + " is in the history"
	}
	return s + "."
}

// Verify verifies the history of a vacancy file, or an exported history, without changing it. head is "" or the hash of
// an entry that a report named; then it must be in the history. It returns *model.Error Invalid if head is no hash,
// *DamagedError if a vacancy file is not sound, and *FileError if the file cannot be read.
func Verify(path, head string) (Verdict, error) {
	path = expandHome(path)
	v := Verdict{Path: path}
	head = strings.ToLower(strings.TrimSpace(head))
	if _, err := hex.DecodeString(head); head != "" && (err != nil || len(head) != 2*hashSize) {
		return v, &model.Error{Code: model.Invalid, Subject: head, Message: "This is not the hash of an entry: it has 64 digits and letters from a to f, as a report prints it."}
	}
	if isExported(path) {
		return verifyExported(v, head)
	}
	check, err := Check(path)
	if err != nil {
		return v, err
	}
	return verifyFile(v, check, head)
}

// verifyFile verifies the history of a vacancy file that is sound.
func verifyFile(v Verdict, check CheckReport, head string) (Verdict, error) {
	v.Entries, v.Laptops = check.Events, check.Laptops
	f, err := openToRead(v.Path)
	if err != nil {
		return v, err
	}
	kept, err := f.Load()
	if err == nil {
		p := verifier{verdict: &v, head: head, texts: map[string][]byte{}}
		err = f.view(func(tx *bolt.Tx) error { return p.run(tx, kept) })
	}
	return v, errors.Join(err, f.Close())
}

// verifier reads the file once more and compares its parts with one another.
type verifier struct {
	board   *model.Board // made from the history alone
	verdict *Verdict
	head    string
	texts   map[string][]byte // hashes by id
}

func (p *verifier) wrong(format string, args ...any) {
	p.verdict.Problems = append(p.verdict.Problems, fmt.Sprintf(format, args...))
}

// run checks everything; kept is the board that the program shows.
func (p *verifier) run(tx *bolt.Tx, kept *model.Board) error {
	t, err := readCounts(tx)
	if err != nil {
		return err
	}
	var events []model.Event
	err = eachEvent(tx, 1, t.events, func(n uint64, record []byte) error {
		e, err := decodeRecord(n, record)
		if err != nil {
			return err
		}
		events = append(events, e)
		p.lookForHead(sha256.Sum256(record))
		for _, r := range e.TextRefs() {
			p.texts[r.ID] = r.Hash
		}
		return nil
	})
	if err != nil {
		return err
	}
	p.board = model.Fold(events)
	p.checkAuthors(events)
	p.checkHeadFound()
	p.checkSeals()
	for _, part := range []func(*bolt.Tx) error{p.checkSignatures, p.checkPosting, p.checkFiles, p.checkTexts} {
		if err := part(tx); err != nil {
			return err
		}
	}
	return p.checkCaches(tx, kept)
}

// lookForHead records that an entry is the one looked for.
func (p *verifier) lookForHead(hash [hashSize]byte) {
	if p.head != "" && hex.EncodeToString(hash[:]) == p.head {
		p.verdict.Head = p.head
	}
}

// checkHeadFound reports a hash that was looked for and not found.
func (p *verifier) checkHeadFound() {
	if p.head != "" && p.verdict.Head == "" {
		p.wrong("The hash %s… is not in the history: the report was made of another copy, or the history was changed since.", p.head[:12])
	}
}

// checkSeals compares the rules with their seal.
func (p *verifier) checkSeals() {
	b := p.board
	p.verdict.Ignored = b.Ignored
	if b.Phase == model.Preparing || len(b.Seals) == 0 {
		return
	}
	p.verdict.Sealed = b.Seals[len(b.Seals)-1].Hash
	if !b.SealHolds() {
		p.wrong("The rules are not those whose hash was sealed: the chair opens and seals them again.")
	}
}

// checkSignatures checks every chain that was written on another laptop than this one.
func (p *verifier) checkSignatures(tx *bolt.Tx) error {
	device, err := need(tx, bucketMeta, keyDevice, "the header")
	if err != nil {
		return err
	}
	vacancy, err := need(tx, bucketMeta, keyVacancy, "the header")
	if err != nil {
		return err
	}
	heads, err := headsOf(tx)
	if err != nil {
		return err
	}
	former, err := formerDevices(tx)
	if err != nil {
		return err
	}
	for chain, h := range heads {
		laptop, _ := chain.Split()
		if laptop == model.DeviceID(device) {
			continue
		}
		s, err := readSigned(tx, chain)
		if err != nil {
			return err
		}
		if s.Seq == 0 && slices.Contains(former, laptop) {
			continue // written here before this copy had an id of its own; signed on the laptop that it was copied from
		}
		p.checkSignature(string(vacancy), bundle.Chain{Name: chain, Last: h.seq, Head: h.hash[:], Signed: s.Signed}, s.Seq)
	}
	return nil
}

// checkSignature checks that a chain is signed up to its last entry by somebody who may write it.
func (p *verifier) checkSignature(vacancy string, c bundle.Chain, upTo uint64) {
	_, member := c.Name.Split()
	switch {
	case upTo != c.Last:
		p.wrong("The entries of laptop %s are not signed to the last.", clean(string(c.Name)))
	case !signedBy(vacancy, c, p.board):
		who := clean(p.board.MemberName(member))
		if member == "" {
			who = "the chair"
		}
		p.wrong("The entries of laptop %s are not signed by %s.", clean(string(c.Name)), who)
	default:
		p.verdict.Signed += int(c.Last)
	}
}

// checkFiles compares the files of candidates with the hashes in the history: with the hash of their arrival, or if some
// were corrected later, with the hash of all files that came with the last correction.
func (p *verifier) checkFiles(tx *bolt.Tx) error {
	known, corrected := 0, map[model.CandidateID]bool{}
	for _, r := range p.board.Revisions {
		for _, c := range r.Candidates {
			corrected[c] = true
		}
	}
	if n := len(p.board.Revisions); n > 0 && p.board.Revisions[n-1].After != "" {
		last := p.board.Revisions[n-1]
		if err := p.checkPeople(tx, 1, last.Known, last.After); err != nil {
			return err
		}
		known = last.Known
	}
	for _, a := range p.board.Batches {
		whole := int(a.First) > known
		for c := a.First; whole && c < a.First+model.CandidateID(a.Count); c++ {
			whole = !corrected[c] // histories that do not hold the hash of all files
		}
		if !whole {
			continue
		}
		if err := p.checkPeople(tx, a.First, a.Count, a.People); err != nil {
			return err
		}
	}
	return nil
}

// checkPeople compares the files of some candidates with their hash.
func (p *verifier) checkPeople(tx *bolt.Tx, first model.CandidateID, n int, want string) error {
	sum, last := sha256.New(), first+model.CandidateID(n-1)
	for c := first; c <= last; c++ {
		v, err := need(tx, bucketPeople, personKey(c), "the file of "+c.String())
		if err != nil {
			return err
		}
		addPerson(sum, v)
	}
	if hex.EncodeToString(sum.Sum(nil)) != want {
		p.wrong("The files of candidates %s to %s are not those that came in.", first, last)
		return nil
	}
	p.verdict.Files += n
	return nil
}

// checkTexts compares texts with their hashes in the history, and their number with the one that is stored.
func (p *verifier) checkTexts(tx *bolt.Tx) error {
	b, err := bucketOf(tx, bucketPeople)
	if err != nil {
		return err
	}
	noted, found := uint64(0), uint64(0)
	c := b.Cursor()
	for k, sealed := c.First(); k != nil && !bytes.Equal(k, keyEnd); k, sealed = c.Next() {
		v, ok := unseal(bucketPeople, k, sealed)
		if !ok {
			return damaged("a text about a candidate")
		}
		if len(k) <= 5 {
			if len(k) == 5 {
				noted += count(v)
			}
			continue
		}
		found++
		var x storedText
		if codec.Unmarshal(v, &x) != nil {
			return damaged("a text about a candidate")
		}
		t := model.Text{ID: string(k[4:]), Salt: x.Salt, Body: x.Body}
		hash, known := p.texts[t.ID]
		if known && !bytes.Equal(hash, t.Ref().Hash) {
			p.wrong("The text %s is not what was written.", t.ID)
		} else if known {
			p.verdict.Texts++
		}
	}
	if noted != found {
		p.wrong("Texts about candidates are missing, or too many are there (%d, and %d are noted).", found, noted)
	}
	return nil
}
