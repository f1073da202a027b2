package store

// This file writes bundles and introduces the chair's card to the panel. What goes into a bundle is decided in outgoing.go.

import (
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"
	"time"

	"shortlist/model"
	"shortlist/store/bundle"
	"shortlist/store/identity"
	"shortlist/store/safefile"
)

// Sent is what went into a bundle.
type Sent struct {
	Path       string
	To         []string // names; empty for a bundle under a passphrase
	Entries    int
	Candidates int
	Size       int64
	Made       model.OwnCard // the chair's card, if it was made on the way; else the zero value
}

// String returns the report in one sentence.
func (s Sent) String() string {
	to := "whoever has the passphrase"
	if len(s.To) > 0 {
		to = strings.Join(s.To, ", ")
	}
	out := fmt.Sprintf("%s: for %s, %s", s.Path, to, model.Count(s.Entries, "entry", "entries"))
	if s.Candidates > 0 {
		out += ", the files of " + model.Count(s.Candidates, "candidate", "candidates")
	}
	return strings.TrimSpace(fmt.Sprintf("%s, %d KB. %s", out, (s.Size+1023)/1024, s.Made.Announce()))
}

// Send writes a bundle to a path. On the chair's laptop it is for the members in to, or for all who gave a card if to is
// empty; on another laptop it is for the chair. With a passphrase it is for everybody who has it. It returns *FileError
// with Taken if a file exists at path and replace is false, and *model.Error if there is nobody whom it could be for, or
// nothing to send.
func (f *File) Send(id *identity.Identity, path string, to []model.MemberID, passphrase string, replace bool) (Sent, error) {
	path = expandHome(path)
	if _, err := os.Lstat(path); err == nil && !replace {
		return Sent{}, fileError(path, fs.ErrExist)
	}
	p, err := f.outgoing(id, to, passphrase != "")
	if err != nil {
		return Sent{}, err
	}
	return p.write(path, passphrase)
}

// write encrypts and writes the bundle.
func (p *outgoing) write(path, passphrase string) (Sent, error) {
	sent := Sent{Path: path, Candidates: len(p.body.People)}
	lock := bundle.Lock{Passphrase: passphrase}
	for _, m := range p.to {
		if passphrase == "" {
			lock.Recipients = append(lock.Recipients, m.Card.Recipient)
			sent.To = append(sent.To, clean(m.Name))
		}
	}
	card := p.id.Card()
	if p.senderCanOpen {
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

// counter counts the bytes that are written.
type counter struct {
	w io.Writer
	n int64
}

func (c *counter) Write(b []byte) (int, error) {
	n, err := c.w.Write(b)
	c.n += int64(n)
	return n, err
}

// Introduce gives the card on this laptop to a chair who has none yet, if the vacancy was made on this laptop. Otherwise
// it does nothing. It returns *model.Error NotFound if there is no chair, and Conflict if the chairs have other cards.
func (f *File) Introduce(id *identity.Identity) error {
	b, err := f.Load()
	if err != nil {
		return err
	}
	key := id.Card().Key
	if !b.IsChairDevice(f.device) || b.HomeKey(key) {
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

// act decides on a command and commits the change.
func (f *File) act(b *model.Board, author model.MemberID, c model.Command) error {
	return model.CarryOut(b, f, author, c, time.Now(), newRandom())
}
