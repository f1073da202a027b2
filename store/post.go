package store

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"

	"shortlist/model"
	"shortlist/store/bundle"
	"shortlist/store/identity"
)

// This file is the exchange as the screen asks for it, with the keys of the user who runs the program.

// maxCard is more than any card is long.
const maxCard = 1 << 16

// ReadCard reads a card that somebody handed over: its line, or the path of the file it was saved to. *FileError where that
// cannot be read, *model.Error Invalid where it is no card.
func (f *File) ReadCard(text string) (name, check string, card model.Card, err error) {
	if !identity.LooksLikeCard(text) && !strings.Contains(text, "\n") {
		path := absolute(atHome(strings.TrimSpace(text)))
		if text, err = readShort(path, maxCard); err != nil {
			return "", "", model.Card{}, fileError(path, err)
		}
	}
	c, err := identity.ParseCard(text)
	if err != nil {
		return "", "", model.Card{}, err
	}
	return c.Name, c.Check(), c.Card, nil
}

// readShort reads a file as far as limit.
func readShort(path string, limit int64) (string, error) {
	r, err := os.Open(path)
	if err != nil {
		return "", err
	}
	b, err := io.ReadAll(io.LimitReader(r, limit))
	return string(b), errors.Join(err, r.Close())
}

// SendBundle writes a bundle into a folder, "" for that of the vacancy file, under a name that is not taken, and tells
// of it. *PassphraseError where the keys of the card are under a passphrase.
func (f *File) SendBundle(to []model.MemberID, folder string) (string, error) {
	id, made, err := f.sender()
	if err != nil {
		return "", err
	}
	beside := strings.TrimSuffix(f.Beside("from "+id.Card().Name, bundle.Extension), bundle.Extension)
	if folder != "" {
		beside = filepath.Join(absolute(atHome(folder)), filepath.Base(beside))
	}
	path, err := freeName(beside, bundle.Extension)
	if err != nil {
		return "", err
	}
	s, err := f.Send(id, path, to, "", false)
	s.Made = made
	if err != nil {
		return "", err
	}
	f.places.used(path)
	return s.String(), nil
}

// TakeBundle takes a bundle in; dry tells what would come in. word is the passphrase of a bundle that is under one.
// *PassphraseError where it is not given, or that of the card is not.
func (f *File) TakeBundle(path, word string, dry bool) (string, error) {
	b, key, err := f.keys.unpack(path, word)
	if err != nil {
		return "", err
	}
	m, err := f.Merge(b, key, dry)
	if err != nil {
		return "", err
	}
	f.places.used(atHome(path))
	return m.String(), nil
}

// unpack opens a bundle with the keys on this laptop, or with a passphrase; key is that of the card, "" where there is
// none.
func (k *keyring) unpack(path, word string) (b *bundle.Bundle, key string, err error) {
	id, err := k.load()
	switch {
	case err == nil:
		key = id.Card().Key
	case !errors.Is(err, identity.ErrNone):
		return nil, "", err
	}
	asked := false
	b, err = OpenBundle(path, id, func() (string, error) {
		if asked = true; word == "" {
			return "", &PassphraseError{Of: "bundle"}
		}
		return word, nil
	})
	if asked && word != "" && model.CodeOf(err) == model.Forbidden {
		err = &PassphraseError{Of: "bundle", Wrong: err}
	}
	return b, key, err
}

// LookAtBundle tells which vacancy a bundle would bring to this laptop. Refused like CreateFrom.
func (l *Library) LookAtBundle(path, word string) (model.NewVacancy, error) {
	b, key, err := l.keys.unpack(path, word)
	if err != nil {
		return model.NewVacancy{}, err
	}
	v := model.NewVacancy{Title: b.Title, From: b.Name, Here: l.holding(b.Vacancy)}
	if v.Here != "" {
		return v, nil
	}
	m, err := PreviewFrom(b, key)
	if err != nil {
		return model.NewVacancy{}, err
	}
	v.From, v.Text = m.From, m.String()
	return v, nil
}

// TakeNewVacancy makes the file of the vacancy that a bundle brings, in the library under a name that is not taken, and
// opens it.
func (l *Library) TakeNewVacancy(path, word string) (*File, error) {
	b, key, err := l.keys.unpack(path, word)
	if err != nil {
		return nil, err
	}
	if err := os.MkdirAll(l.folder, 0o700); err != nil {
		return nil, l.noFolder(err)
	}
	to, err := freeName(filepath.Join(l.folder, fileName(b.Title)), Extension)
	if err != nil {
		return nil, err
	}
	f, _, err := l.CreateFrom(b, key, to)
	if err == nil {
		l.places.used(atHome(path))
	}
	return f, err
}

// holding finds the file of the library that holds a vacancy; "" where none does, or none that can be read.
func (l *Library) holding(vacancy string) string {
	entries, err := os.ReadDir(l.folder)
	if err != nil {
		return ""
	}
	for _, e := range entries {
		path := filepath.Join(l.folder, e.Name())
		if e.IsDir() || filepath.Ext(path) != Extension || strings.HasPrefix(e.Name(), ".") {
			continue
		}
		f, err := openToRead(path)
		if err != nil {
			continue
		}
		id, err := f.vacancy()
		if f.Close() == nil && err == nil && id == vacancy {
			return path
		}
	}
	return ""
}

// ExchangeIn keeps a folder in step, and remembers it for this vacancy; dry only tells what would come in. It tells what came
// of it, with every bundle that was refused.
func (f *File) ExchangeIn(folder string, dry bool) (string, error) {
	x, err := f.exchangeIn(absolute(atHome(folder)), dry)
	if err != nil {
		return "", err
	}
	return x.told(dry), nil
}

// exchangeIn is ExchangeIn with the result as data.
func (f *File) exchangeIn(folder string, dry bool) (Exchanged, error) {
	if dry {
		return f.lookInto(folder)
	}
	id, made, err := f.sender()
	if err != nil {
		return Exchanged{Made: made}, err
	}
	x, err := f.Exchange(id, folder)
	x.Made = made
	if err != nil {
		return x, err
	}
	vacancy, err := f.vacancy()
	if err != nil {
		return x, err
	}
	f.places.change(func(r *remembered) { r.Exchange[vacancy] = absolute(atHome(folder)) })
	return x, nil
}

// Worker is the member who works on this laptop by the card on it; "" on the chair's laptop, where several may.
func (f *File) Worker(b *model.Board) model.MemberID {
	if b.AtHome(f.device) {
		return ""
	}
	m, _ := b.CardHolder(f.keys.card())
	return m.ID
}
