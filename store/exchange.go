package store

// This file exchanges bundles through a folder that several laptops reach (a share, a stick): it writes the bundles of
// this laptop and takes in those of others. Every laptop writes only files with its own name, each in one rename. So
// nobody waits for anybody, and a program that is killed leaves nothing half done.
//
//	VACANCY.LAPTOP.M2.bundle      from the chair's laptop, for member M2
//	VACANCY.LAPTOP.home.bundle    from a member's laptop, for the chair

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	bolt "go.etcd.io/bbolt"

	"shortlist/model"
	"shortlist/store/bundle"
	"shortlist/store/codec"
	"shortlist/store/identity"
)

// toChair is the addressee in the name of a member's bundle.
const toChair = "home"

// Exchanged is the result of an exchange.
type Exchanged struct {
	Made     model.OwnCard // the chair's card, if it was made on the way; else the zero value
	MakesFor string        // the name of the chair for whom a card will be made; empty for none
	In       []Merged
	Out      []Sent
	Refused  []error // a sentence for each bundle that was not taken in
}

// report is the result in words, a line for each bundle. dry is true if nothing was done yet.
func (x Exchanged) report(dry bool) string {
	var lines []string
	for _, m := range x.In {
		lines = append(lines, m.String())
	}
	for _, err := range x.Refused {
		lines = append(lines, "Not taken in: "+model.Explain(err))
	}
	if len(lines) == 0 {
		lines = append(lines, "Nothing new from others.")
	}
	for _, s := range x.Out {
		lines = append(lines, "Written: "+s.String())
	}
	if len(x.Out) == 0 && !dry {
		lines = append(lines, "Nothing new to write.")
	}
	if said := x.Made.Announce(); said != "" {
		lines = append(lines, said)
	}
	if x.MakesFor != "" {
		lines = append(lines, fmt.Sprintf("There is no card on this laptop yet: one is made for %s.", x.MakesFor))
	}
	return strings.Join(lines, "\n")
}

// Exchange takes in the bundles of others from a folder, then writes its own. A bundle that is refused stays where it is
// and is listed in Refused; the others are taken in all the same. It returns *FileError if the folder cannot be read or
// written, and *model.Error as Introduce does.
func (f *File) Exchange(id *identity.Identity, folder string) (Exchanged, error) {
	folder = expandHome(folder)
	if err := f.Introduce(id); err != nil {
		return Exchanged{}, err
	}
	out, err := f.takeFrom(id, folder, false)
	if err != nil {
		return out, err
	}
	vacancy, err := f.vacancy()
	if err != nil {
		return out, err
	}
	out.Out, err = f.writeBundles(id, folder, vacancy)
	return out, err
}

// ExchangeLook returns what Exchange would take in. It takes nothing in and writes nothing.
func (f *File) ExchangeLook(id *identity.Identity, folder string) (Exchanged, error) {
	return f.takeFrom(id, expandHome(folder), true)
}

// takeFrom takes in the bundles of others from a folder. If dry is true, it only finds out what would come in.
func (f *File) takeFrom(id *identity.Identity, folder string, dry bool) (Exchanged, error) {
	var out Exchanged
	names, err := bundlesIn(folder)
	if err != nil {
		return out, err
	}
	b, err := f.Load()
	if err != nil {
		return out, err
	}
	vacancy, err := f.vacancy()
	if err != nil {
		return out, err
	}
	mine := addressHere(f, b, id)
	for _, n := range names {
		if n.vacancy != vacancy || n.laptop == f.device || n.to != mine {
			continue
		}
		m, err := f.takeFile(filepath.Join(folder, n.file), id, dry)
		if err != nil {
			out.Refused = append(out.Refused, err)
		} else if m.Entries > 0 {
			out.In = append(out.In, m)
		}
	}
	return out, nil
}

func (f *File) takeFile(path string, id *identity.Identity, dry bool) (Merged, error) {
	b, err := OpenBundle(path, id, nil)
	if err != nil {
		return Merged{}, err
	}
	return f.Merge(b, id.Card().Key, dry)
}

// writeBundles writes the bundles of this laptop, except those whose content is in the folder already.
func (f *File) writeBundles(id *identity.Identity, folder, vacancy string) ([]Sent, error) {
	b, err := f.Load()
	if err != nil {
		return nil, err
	}
	if !b.IsChairDevice(f.device) {
		s, err := f.writeIfNew(id, filepath.Join(folder, fmt.Sprintf("%s.%s.%s%s", vacancy, f.device, toChair, bundle.Extension)), nil)
		if model.CodeOf(err) == model.Invalid { // nothing to send yet
			return nil, nil
		}
		return s, err
	}
	var out []Sent
	for _, m := range b.Panel() {
		if m.Card == (model.Card{}) || m.Card.Key == id.Card().Key {
			continue
		}
		s, err := f.writeIfNew(id, filepath.Join(folder, fmt.Sprintf("%s.%s.%s%s", vacancy, f.device, m.ID, bundle.Extension)), []model.MemberID{m.ID})
		if err != nil {
			return out, err
		}
		out = append(out, s...)
	}
	return out, nil
}

func (f *File) writeIfNew(id *identity.Identity, path string, to []model.MemberID) ([]Sent, error) {
	p, err := f.outgoing(id, to, false)
	if err != nil {
		return nil, err
	}
	if err := sweepTemporary(path); err != nil {
		return nil, err
	}
	if old, err := OpenBundle(path, id, nil); err == nil && p.sameContent(old) {
		return nil, nil
	}
	p.senderCanOpen = true
	s, err := p.write(path, "")
	return []Sent{s}, err
}

// sameContent returns true if a bundle holds the same content already.
func (p *outgoing) sameContent(b *bundle.Bundle) bool {
	x, err := codec.Marshal([]any{p.manifest.Chains, p.body})
	if err != nil {
		return false
	}
	y, err := codec.Marshal([]any{b.Chains, b.Content})
	return err == nil && bytes.Equal(x, y)
}

// sweepTemporary deletes temporary files that a killed program left beside a file that only this laptop writes.
func sweepTemporary(path string) error {
	left, err := filepath.Glob(filepath.Join(filepath.Dir(path), "."+filepath.Base(path)+".*.tmp"))
	if err != nil {
		return nil // the name of the folder is itself a pattern: look for nothing
	}
	for _, l := range left {
		if err := os.Remove(l); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return fileError(l, err)
		}
	}
	return nil
}

// addressHere returns the addressee of the bundles that this laptop takes in.
func addressHere(f *File, b *model.Board, id *identity.Identity) string {
	if b.IsChairDevice(f.device) {
		return toChair
	}
	m, _ := b.CardHolder(id.Card().Key)
	return string(m.ID)
}

func (f *File) vacancy() (string, error) {
	var id string
	err := f.view(func(tx *bolt.Tx) error {
		v, err := need(tx, bucketMeta, keyVacancy, "the header")
		id = string(v)
		return err
	})
	return id, err
}

// bundleFile is the name of a bundle file, taken apart.
type bundleFile struct {
	file    string
	vacancy string
	laptop  model.DeviceID
	to      string
}

func bundlesIn(folder string) ([]bundleFile, error) {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return nil, fileError(folder, err)
	}
	var out []bundleFile
	for _, e := range entries {
		stem, ok := strings.CutSuffix(e.Name(), bundle.Extension)
		parts := strings.Split(stem, ".")
		if ok && len(parts) == 3 && parts[0] != "" && e.Type().IsRegular() {
			out = append(out, bundleFile{e.Name(), parts[0], model.DeviceID(parts[1]), parts[2]})
		}
	}
	slices.SortFunc(out, func(x, y bundleFile) int { return strings.Compare(x.file, y.file) })
	return out, nil
}

// CreateFromFolder makes the copy of a vacancy from the one bundle in a folder that comes from a chair and opens with
// the card. It returns *model.Error NotFound if there is none, and Conflict if there are bundles of several vacancies.
func (l *Library) CreateFromFolder(id *identity.Identity, folder, path string) (*File, Merged, error) {
	names, err := bundlesIn(expandHome(folder))
	if err != nil {
		return nil, Merged{}, err
	}
	var found *bundle.Bundle
	for _, n := range names {
		b, err := OpenBundle(filepath.Join(expandHome(folder), n.file), id, nil)
		if err != nil || n.to == toChair || len(b.Content.Posting) == 0 {
			continue
		}
		if found != nil && found.Vacancy != b.Vacancy {
			return nil, Merged{}, &model.Error{Code: model.Conflict, Subject: folder, Message: fmt.Sprintf("%s holds bundles of several vacancies for you: take in the one you mean with shortlist merge FILE BUNDLE.", base(folder))}
		}
		found = b
	}
	if found == nil {
		return nil, Merged{}, &model.Error{Code: model.NotFound, Subject: folder, Message: fmt.Sprintf("%s does not exist, and in %s there is no bundle for your card to make it from. Ask the chair to put one there.", base(path), base(folder))}
	}
	return l.CreateFrom(found, id.Card().Key, path)
}
