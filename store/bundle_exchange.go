package store

// This file offers the exchange of bundles to screens and commands, with the keys of the user who runs the program.

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

// maxCard is larger than any card, in bytes.
const maxCard = 1 << 16

// ReadCard reads a card that somebody handed over: its line of text, or the path of a file with it. It returns
// *FileError if the file cannot be read, and *model.Error Invalid if it is not a card.
func (f *File) ReadCard(text string) (name, check string, card model.Card, err error) {
	if !identity.LooksLikeCard(text) && !strings.Contains(text, "\n") {
		path := absolute(expandHome(strings.TrimSpace(text)))
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

// readShort reads up to limit bytes of a file.
func readShort(path string, limit int64) (string, error) {
	r, err := os.Open(path)
	if err != nil {
		return "", err
	}
	b, err := io.ReadAll(io.LimitReader(r, limit))
	return string(b), errors.Join(err, r.Close())
}

// SendBundle writes a bundle under a free name into a folder, or beside the vacancy file if folder is "". It returns
// what was written in a sentence. It returns *PassphraseError if the keys of the card are under a passphrase, and the
// errors of Send.
func (f *File) SendBundle(to []model.MemberID, folder string) (string, error) {
	id, made, err := f.sender()
	if err != nil {
		return "", err
	}
	beside := strings.TrimSuffix(f.Beside("from "+id.Card().Name, bundle.Extension), bundle.Extension)
	if folder != "" {
		beside = filepath.Join(absolute(expandHome(folder)), filepath.Base(beside))
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
	f.recent.used(path)
	return s.String(), nil
}

// TakeBundle takes a bundle in and returns what came in, in sentences. If dry is true, it only returns what would come
// in. word is the passphrase of a bundle that is under one. It returns *PassphraseError if that, or the passphrase of
// the card, is missing or wrong, and the errors of Merge.
func (f *File) TakeBundle(path, word string, dry bool) (string, error) {
	b, key, err := f.keys.unpack(path, word)
	if err != nil {
		return "", err
	}
	m, err := f.Merge(b, key, dry)
	if err != nil {
		return "", err
	}
	f.recent.used(expandHome(path))
	return m.String(), nil
}

// unpack opens a bundle with the keys on this laptop, or with a passphrase. key is that of the card, or "" if there is
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

// LookAtBundle returns which vacancy a bundle would bring to this laptop. It returns the errors of CreateFrom.
func (l *Library) LookAtBundle(path, word string) (model.NewVacancy, error) {
	b, key, err := l.keys.unpack(path, word)
	if err != nil {
		return model.NewVacancy{}, err
	}
	v := model.NewVacancy{Title: b.Title, From: b.Name, Here: l.findVacancy(b.Vacancy)}
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

// TakeNewVacancy makes the file of the vacancy that a bundle brings, in the library under a free name, and opens it. It
// returns the errors of CreateFrom.
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
		l.recent.used(expandHome(path))
	}
	return f, err
}

// findVacancy returns the path of the file in the library that holds a vacancy, or "" if none that can be read does.
func (l *Library) findVacancy(vacancy string) string {
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

// ExchangeIn exchanges bundles through a folder and remembers the folder for this vacancy. If dry is true, it only finds
// out what would come in. It returns the result in words, with every bundle that was refused, and the errors of
// Exchange.
func (f *File) ExchangeIn(folder string, dry bool) (string, error) {
	x, err := f.exchangeIn(absolute(expandHome(folder)), dry)
	if err != nil {
		return "", err
	}
	return x.report(dry), nil
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
	f.recent.change(func(r *remembered) { r.Exchange[vacancy] = absolute(expandHome(folder)) })
	return x, nil
}

// Worker returns the member who works on this laptop, going by the card on it. It returns "" on the chair's laptop,
// where several may work.
func (f *File) Worker(c *model.Common) model.MemberID {
	if c.IsChairDevice(f.device) {
		return ""
	}
	m, _ := c.CardHolder(f.keys.cardKey())
	return m.ID
}
