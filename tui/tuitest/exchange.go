package tuitest

// This file holds a vacancy file and a library with cards and bundles that are only talked about.

import (
	"strings"

	"shortlist/model"
	"shortlist/tui/kit"
)

// ExchangeFile is a vacancy file with cards and bundles that are only talked about.
type ExchangeFile struct {
	*File
	Cards  *CardLibrary
	Word   string // the passphrase of every bundle
	Shared string
	Taken  []string
}

// Folders are a stick, and the folder Shared.
func (f *ExchangeFile) Folders() (last, exchange string) { return "/media/stick", f.Shared }

// ReadCard takes any text but "nonsense" for a card of that name.
func (f *ExchangeFile) ReadCard(text string) (string, string, model.Card, error) {
	if text == "nonsense" {
		return "", "", model.Card{}, &model.Error{Code: model.Invalid, Message: "This is not a card."}
	}
	return text, "KLMNO-PQRST", model.Card{Key: "key of " + text, Recipient: "r"}, nil
}

// SendBundle says for whom a bundle would be.
func (f *ExchangeFile) SendBundle(to []model.MemberID, folder string) (string, error) {
	if err := f.Cards.locked(); err != nil {
		return "", err
	}
	words := make([]string, len(to))
	for i, m := range to {
		words[i] = string(m)
	}
	return folder + "/planner from Anna Berg.bundle: for [" + strings.Join(words, " ") + "]", nil
}

// TakeBundle notes the path, if the passphrase is the right one.
func (f *ExchangeFile) TakeBundle(path, word string, dry bool) (string, error) {
	if err := f.Cards.locked(); err != nil {
		return "", err
	}
	if f.Word != word {
		return "", PassphraseError{"bundle", word != ""}
	}
	if !dry {
		f.Taken = append(f.Taken, path)
	}
	return "From Bruno Costa: 3 ratings.", nil
}

// ExchangeIn notes the folder.
func (f *ExchangeFile) ExchangeIn(folder string, dry bool) (string, error) {
	if !dry {
		f.Shared = folder
		f.Taken = append(f.Taken, folder)
	}
	return "From Bruno Costa: 3 ratings.\nNot taken in: other.bundle is locked to the card of somebody else.", nil
}

// PassphraseError asks for a passphrase.
type PassphraseError struct {
	of    string
	wrong bool
}

func (e PassphraseError) Error() string { return "This is not the passphrase of the " + e.of + "." }

// Explain is the sentence for people.
func (e PassphraseError) Explain() string { return e.Error() }

// Passphrase says of what, and whether a wrong one was given.
func (e PassphraseError) Passphrase() (string, bool) { return e.of, e.wrong }

// CardLibrary is a library with the card of whoever works on this laptop, and a folder to choose from.
type CardLibrary struct {
	kit.Library
	Card     model.OwnCard
	Word     string // the passphrase of its keys
	Unlocked bool
	Present  string // a file that is there already
	Saved    []string
	Tries    []string
	Brings   model.NewVacancy
	Taken    []string
}

// Folder is the library.
func (l *CardLibrary) Folder() string { return "/home/panel/shortlist" }

// List is empty.
func (l *CardLibrary) List() ([]model.Summary, error) { return nil, nil }

// LastFolder is a stick.
func (l *CardLibrary) LastFolder() string { return "/media/stick" }

// OwnCard is the Card.
func (l *CardLibrary) OwnCard() (model.OwnCard, error) { return l.Card, nil }

// Browse lists a folder, a bundle and a note.
func (l *CardLibrary) Browse(folder string) ([]kit.Entry, error) {
	return []kit.Entry{
		{Name: "..", Path: "/media", Folder: true},
		{Name: "panel", Path: folder + "/panel", Folder: true},
		{Name: "for Bruno.bundle", Path: folder + "/for Bruno.bundle", Size: 5200},
		{Name: "notes.txt", Path: folder + "/notes.txt", Size: 12},
	}, nil
}

// locked is the error of keys whose passphrase nobody gave.
func (l *CardLibrary) locked() error {
	if l.Word != "" && !l.Unlocked {
		return PassphraseError{"card", false}
	}
	return nil
}

// Unlock notes the passphrase and compares it.
func (l *CardLibrary) Unlock(word string) error {
	l.Tries = append(l.Tries, word)
	if l.Unlocked = word == l.Word; !l.Unlocked {
		return PassphraseError{"card", true}
	}
	return nil
}

// MakeCard makes an invented card.
func (l *CardLibrary) MakeCard(name, word string) (model.OwnCard, error) {
	l.Word, l.Unlocked = word, true
	l.Card = model.OwnCard{
		Name: name, Check: "ABCDE-FGHIJ", Protected: word != "",
		Line: "shortlist-card1 eG3FxZt0bQm5kqfTt1J0fUqZ0b0m1H2rVw8u5yXo9cA age1qyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqs3290gq ABCDE-FGHIJ " + name,
	}
	return l.Card, nil
}

// SaveCard notes the path, unless a file is there already.
func (l *CardLibrary) SaveCard(path string, replace bool) (string, error) {
	if path == l.Present && !replace {
		return "", TakenError{}
	}
	l.Saved = append(l.Saved, path)
	return path, nil
}

// ChangePassphrase needs the old one.
func (l *CardLibrary) ChangePassphrase(old, fresh string) error {
	if old != l.Word {
		return PassphraseError{"card", true}
	}
	l.Word, l.Card.Protected = fresh, fresh != ""
	return nil
}

// LookAtBundle is what Brings says.
func (l *CardLibrary) LookAtBundle(_, word string) (model.NewVacancy, error) {
	if err := l.locked(); err != nil {
		return model.NewVacancy{}, err
	}
	return l.Brings, nil
}

// TakeNewVacancy notes the path.
func (l *CardLibrary) TakeNewVacancy(path, _ string) (kit.File, error) {
	l.Taken = append(l.Taken, path)
	return NewNamedFile("/home/panel/shortlist/planner.shortlist"), nil
}

// Exchanging puts a file and a library with cards and bundles on the desk.
func (d *Desk) Exchanging() (*Desk, *ExchangeFile) {
	d.File.Name = "/home/panel/shortlist/planner.shortlist"
	f := &ExchangeFile{File: d.File, Cards: &CardLibrary{}}
	d.Env.File, d.Env.Library = f, f.Cards
	return d, f
}

// Carded is exchanging with a card on the laptop.
func (d *Desk) Carded() (*Desk, *ExchangeFile) {
	d.T.Helper()
	d, f := d.Exchanging()
	if _, err := f.Cards.MakeCard("Anna Berg", ""); err != nil {
		d.T.Fatal(err)
	}
	return d, f
}
