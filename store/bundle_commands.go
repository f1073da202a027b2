package store

import (
	"errors"

	"shortlist/model"
	"shortlist/store/bundle"
	"shortlist/store/identity"
)

// This file holds what the command line does with bundles, beside what it shares with the screens, and the card that the
// chair's laptop makes by itself for both.

// sender returns the keys with which this laptop sends, once the panel knows them. If the vacancy was made on this laptop and
// there is no card on it yet, one is made in the name of the chair: made is that card. It returns *PassphraseError if the keys
// are under a passphrase that nobody gave, ErrNone if there is no card and nobody to make one for, and the errors of
// Introduce.
func (f *File) sender() (id *identity.Identity, made model.OwnCard, err error) {
	id, err = f.keys.load()
	if errors.Is(err, identity.ErrNone) {
		id, made, err = f.makeChairsCard()
	}
	if err == nil {
		err = f.Introduce(id)
	}
	return id, made, err
}

func (f *File) makeChairsCard() (id *identity.Identity, made model.OwnCard, err error) {
	name, err := f.chairWithoutCard()
	if err != nil {
		return nil, made, err
	}
	if _, err := f.keys.ring.Create(name, ""); err != nil {
		return nil, made, err
	}
	if id, err = f.keys.load(); err == nil {
		c := id.Card()
		made = model.OwnCard{Name: c.Name, Line: c.String(), Check: c.Check()}
	}
	return id, made, err
}

// chairWithoutCard returns the name of the chair for whom this laptop makes a card. It returns ErrNone if it makes none: it
// is not the chair's, or every chair has a card.
func (f *File) chairWithoutCard() (string, error) {
	b, err := f.Load()
	if err != nil {
		return "", err
	}
	for _, m := range b.Panel() {
		if m.Role == model.Chair && m.Card == (model.Card{}) && b.IsChairDevice(f.device) {
			return m.Name, nil
		}
	}
	_, err = f.keys.load() // for the error that says so in words
	return "", err
}

// lookInto returns what an exchange through a folder would take in. Nobody can have sent anything to a card that is not made
// yet.
func (f *File) lookInto(folder string) (Exchanged, error) {
	id, err := f.keys.load()
	switch {
	case err == nil:
		return f.ExchangeLook(id, folder)
	case !errors.Is(err, identity.ErrNone):
		return Exchanged{}, err
	}
	name, err := f.chairWithoutCard()
	if err == nil {
		_, err = bundlesIn(folder)
	}
	return Exchanged{MakesFor: name}, err
}

// SendTo writes a bundle to a path, in place of a file that is there. to and passphrase are as for Send. If it fails after a
// card was made, Made is that card all the same.
func (f *File) SendTo(path string, to []model.MemberID, passphrase string) (model.Sent, error) {
	id, made, err := f.sender()
	if err != nil {
		return model.Sent{Made: made}, err
	}
	s, err := f.Send(id, path, to, passphrase, true)
	if err != nil {
		return model.Sent{Made: made}, err
	}
	s.Made = made
	return model.Sent{Made: made, Text: s.String()}, nil
}

// ExchangeThrough is ExchangeIn for those who tell each bundle by itself.
func (f *File) ExchangeThrough(folder string) (model.Exchanged, error) {
	x, err := f.exchangeIn(folder, false)
	out := model.Exchanged{Made: x.Made, Refused: x.Refused}
	for _, m := range x.In {
		out.In = append(out.In, m.String())
	}
	for _, s := range x.Out {
		out.Out = append(out.Out, s.String())
	}
	return out, err
}

// TakeBundles takes in several bundles and returns a sentence for each. All of them are opened first, and tried before one is
// taken in. If dry is true, it only returns what would come in. word is asked for the passphrase of a bundle that is under
// one. It returns *PassphraseError if that of the card is missing, and the errors of Merge.
func (f *File) TakeBundles(paths []string, word func() (string, error), dry bool) ([]string, error) {
	bundles, key, err := f.keys.unpackAll(paths, word)
	if err != nil {
		return nil, err
	}
	return f.takeAll(bundles, key, dry)
}

func (f *File) takeAll(bundles []*bundle.Bundle, key string, dry bool) (said []string, err error) {
	for _, try := range []bool{true, false} {
		if !try && dry {
			break
		}
		for _, b := range bundles {
			m, err := f.Merge(b, key, try)
			if err != nil {
				return said, err
			}
			if try == dry {
				said = append(said, m.String())
			}
		}
	}
	return said, nil
}

// unpackAll opens bundles with the keys on this laptop, or with the passphrases that word returns.
func (k *keyring) unpackAll(paths []string, word func() (string, error)) (out []*bundle.Bundle, key string, err error) {
	for _, path := range paths {
		var b *bundle.Bundle
		b, key, err = k.unpack(path, "")
		if asks := new(PassphraseError); errors.As(err, &asks) && asks.Of == "bundle" {
			var w string
			if w, err = word(); err == nil {
				b, key, err = k.unpack(path, w)
			}
		}
		if err != nil {
			return nil, "", err
		}
		out = append(out, b)
	}
	return out, key, nil
}

// MakeFrom makes the file of a vacancy at a path out of the first bundle, which comes from the chair, and takes in the others.
// Otherwise it is as TakeBundles, and returns the errors of CreateFrom.
func (l *Library) MakeFrom(paths []string, word func() (string, error), to string, dry bool) (said []string, err error) {
	bundles, key, err := l.keys.unpackAll(paths, word)
	if err != nil {
		return nil, err
	}
	if dry {
		m, err := PreviewFrom(bundles[0], key)
		if err != nil {
			return nil, err
		}
		return []string{m.String()}, nil
	}
	f, m, err := l.CreateFrom(bundles[0], key, to)
	if err != nil {
		return nil, err
	}
	said, err = f.takeAll(bundles[1:], key, false)
	return append([]string{m.String()}, said...), errors.Join(err, f.Close())
}

// MakeFromFolder makes the file of a vacancy at a path out of the one bundle in a folder that is for the card on this laptop,
// and returns what came in. It returns the errors of CreateFromFolder.
func (l *Library) MakeFromFolder(folder, to string) (string, error) {
	id, err := l.keys.load()
	if err != nil {
		return "", err
	}
	f, m, err := l.CreateFromFolder(id, folder, to)
	if err != nil {
		return "", err
	}
	return m.String(), f.Close()
}
