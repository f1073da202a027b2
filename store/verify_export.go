package store

// This file verifies an exported history. Every hash is worked out again from the bytes, every chain is whole from its
// first entry, what other laptops wrote is signed, and the rules are those that were sealed. At last the file is written
// again from the entries and compared byte by byte. What this cannot prove is said in exports/history.go.

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"os"

	"shortlist/model"
	"shortlist/store/bundle"
	"shortlist/store/codec"
	"shortlist/store/exports"
)

const (
	// maxExported bounds the size of an exported history in bytes.
	maxExported = 1 << 30
	// maxChains bounds the number of chains: no panel has so many laptops and members.
	maxChains = 1000
)

// isExported returns true if a file is an exported history, going by its content. A text that begins like one counts
// too, so that one with a changed first line is reported as such.
func isExported(path string) bool {
	f, err := os.Open(path)
	if err != nil {
		return false
	}
	begin := make([]byte, 512)
	n, _ := io.ReadFull(f, begin) // what cannot be read is reported by the next reader
	begin = begin[:n]
	return f.Close() == nil && !bytes.ContainsRune(begin, 0) &&
		(bytes.HasPrefix(begin, []byte("{")) || bytes.Contains(begin, []byte(exports.HistoryFormat)))
}

// verifyExported verifies the exported history at the path of a verdict.
func verifyExported(v Verdict, head string) (_ Verdict, err error) {
	f, err := os.Open(v.Path)
	if err != nil {
		return v, fileError(v.Path, err)
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	info, err := f.Stat()
	if err != nil {
		return v, fileError(v.Path, err)
	}
	if info.Size() > maxExported {
		return v, &FileError{Path: v.Path, Why: "is larger than any history", Do: "Check what it is."}
	}
	if err := verifyHistoryFile(&v, f, head); err != nil {
		return v, fileError(v.Path, err)
	}
	return v, nil
}

// verifyHistoryFile reads an exported history twice: once to work everything out, once to compare.
func verifyHistoryFile(v *Verdict, f io.ReadSeeker, head string) error {
	p := exportVerifier{verifier: verifier{verdict: v, head: head}, chains: map[model.ChainID]*exportedChain{}}
	var err error
	if p.history, err = exports.ReadHistory(f, p.take); err == nil {
		p.history.Entries, p.board = p.entries, boardOf(p.entries)
		p.history.Board = p.board
		_, err = f.Seek(0, io.SeekStart)
	}
	if err == nil {
		err = exports.SameHistory(f, p.history)
	}
	var wrong *exports.LineError
	switch {
	case errors.As(err, &wrong):
		p.wrong("L%s.", wrong.Error()[1:])
		return nil
	case err == nil:
		p.checkWhole()
	}
	return err
}

// exportVerifier verifies an exported history.
type exportVerifier struct {
	verifier
	history exports.History
	entries []exports.HistoryEntry
	chains  map[model.ChainID]*exportedChain
	order   []model.ChainID // in which the chains begin
}

// exportedChain is a chain as far as it was read.
type exportedChain struct {
	head
	signedTo uint64
	signed   bundle.Signed
}

// take checks an entry against those before it.
func (p *exportVerifier) take(line int, x exports.HistoryEntry) error {
	wrong := func(format string, args ...any) error {
		return &exports.LineError{Line: line, Why: fmt.Sprintf(format, args...)}
	}
	e, err := codec.Decode(x.Bytes)
	if err != nil {
		return wrong("holds bytes that are no entry")
	}
	if n := len(p.entries); n > 0 && !p.entries[n-1].Event.Before(e) {
		return wrong("stands out of order")
	}
	c := p.chains[e.ID.Chain]
	if c == nil {
		if len(p.order) == maxChains {
			return wrong("begins a chain more than any panel has")
		}
		c = &exportedChain{}
		p.chains[e.ID.Chain] = c
		p.order = append(p.order, e.ID.Chain)
	}
	hash := sha256.Sum256(append(c.hash[:len(c.hash):len(c.hash)], x.Bytes...))
	switch {
	case c.signedTo != 0:
		return wrong("follows an entry that is signed as the last of its chain")
	case e.ID.Seq != c.seq+1:
		return wrong("holds entry %d of a chain where entry %d has to come", e.ID.Seq, c.seq+1)
	case !bytes.Equal(x.Before, c.hash[:]):
		return wrong("names another hash before it than that of the entry before it")
	case !bytes.Equal(x.Hash, hash[:]):
		return wrong("names another hash than that of its entry")
	}
	c.head = head{e.ID.Seq, hash}
	if x.Key != "" || len(x.Signature) > 0 {
		c.signedTo, c.signed = e.ID.Seq, bundle.Signed{Key: x.Key, Signature: x.Signature}
	}
	x.Event = e
	p.entries = append(p.entries, x)
	return nil
}

// checkWhole checks what concerns all entries: whose work it is, who signed it, and under which rules.
func (p *exportVerifier) checkWhole() {
	h, v := p.history, p.verdict
	laptops := map[model.DeviceID]bool{}
	for _, chain := range p.order {
		c := p.chains[chain]
		laptop, member := chain.Split()
		laptops[laptop] = true
		if !h.Board.Revealed() && member != "" && member != h.Viewer {
			p.wrong("It holds work of %s, although the ratings were not revealed.", clean(h.Board.MemberName(member)))
		}
		if laptop != h.Laptop || c.signedTo != 0 {
			p.checkSignature(h.Vacancy, bundle.Chain{Name: chain, Last: c.seq, Head: c.hash[:], Signed: c.signed}, c.signedTo)
		}
	}
	events := make([]model.Event, len(h.Entries))
	for i, e := range h.Entries {
		p.lookForHead([hashSize]byte(e.Hash))
		events[i] = e.Event
	}
	p.checkAuthors(events)
	v.Entries, v.Laptops = len(h.Entries), len(laptops)
	p.checkHeadFound()
	p.checkSeals()
	v.Exported = writtenFor(h)
}

// writtenFor says for whom a history was written, and what it leaves out.
func writtenFor(h exports.History) string {
	who := "nobody by name"
	if h.Board.Member(h.Viewer) != nil {
		who = clean(h.Board.MemberName(h.Viewer))
	}
	if h.Board.Revealed() {
		return who + " after the reveal"
	}
	return who + " before the reveal, so without the work of others"
}
