package store

import (
	"errors"
	"strings"

	"shortlist/model"
	"shortlist/store/bundle"
	"shortlist/store/identity"
)

// This file is the exchange as the screen asks for it, with the keys of the user who runs the program.

// OwnCard is the card of whoever works on this laptop, as a line with its check sum. Where there is none, one is made in a
// name; "" only looks.
func (f *File) OwnCard(name string) (line, check string, err error) {
	c, err := f.ring.Card()
	if errors.Is(err, identity.ErrNone) && name != "" {
		if _, err = f.ring.Create(name, ""); err == nil {
			c, err = f.ring.Card()
		}
	}
	if err != nil {
		return "", "", err
	}
	return c.String(), c.Check(), nil
}

// ReadCard reads a card that somebody handed over.
func (f *File) ReadCard(text string) (name, check string, card model.Card, err error) {
	c, err := identity.ParseCard(text)
	if err != nil {
		return "", "", model.Card{}, err
	}
	return c.Name, c.Check(), c.Card, nil
}

// SendBundle writes a bundle beside the vacancy file, under a name that is not taken, and tells of it.
func (f *File) SendBundle(to []model.MemberID) (string, error) {
	id, err := f.identity()
	if err == nil {
		err = f.Introduce(id)
	}
	if err != nil {
		return "", err
	}
	stem := strings.TrimSuffix(f.path, Extension)
	if f.temporary != "" { // what is written of a sample outlives it
		stem = "sample"
	}
	stem += " from " + fileName(id.Card().Name)
	path, err := freeName(stem, bundle.Extension)
	if err != nil {
		return "", err
	}
	s, err := f.Send(id, path, to, "", false)
	if err != nil {
		return "", err
	}
	return s.String(), nil
}

// TakeBundle takes a bundle in; dry tells what would come in.
func (f *File) TakeBundle(path string, dry bool) (string, error) {
	id, err := f.identity()
	if err != nil {
		return "", err
	}
	b, err := OpenBundle(path, id, nil)
	if err != nil {
		return "", err
	}
	m, err := f.Merge(b, id.Card().Key, dry)
	if err != nil {
		return "", err
	}
	return m.String(), nil
}

// Worker is the member who works on this laptop by the card on it; "" on the chair's laptop, where several may.
func (f *File) Worker(b *model.Board) model.MemberID {
	if b.AtHome(f.device) {
		return ""
	}
	m, _ := b.CardHolder(f.key)
	return m.ID
}

func (f *File) identity() (*identity.Identity, error) {
	return f.ring.Load(func() (string, error) {
		return "", &model.Error{Code: model.Forbidden, Subject: "card", Message: "The keys of your card are under a passphrase, which is asked for on the command line: use shortlist bundle and shortlist merge."}
	})
}
