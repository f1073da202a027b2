package bundle

// This file unpacks bundles. Whatever the bytes are, the result is a bundle or a *model.Error.

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"filippo.io/age"

	"shortlist/model"
	"shortlist/store/codec"
	"shortlist/store/identity"
)

const (
	// maxSize bounds the size of an unpacked bundle in bytes.
	maxSize = 1 << 30
	// hashSize is the length of a hash in a chain.
	hashSize = sha256.Size
)

// Keys are what a bundle may be opened with.
type Keys struct {
	// Lock is the key of the card; nil if there is none.
	Lock age.Identity
	// Passphrase is called for a bundle under a passphrase; nil refuses those.
	Passphrase func() (string, error)
}

// Open unpacks a bundle; name is that of the file, for messages. It returns *model.Error Invalid if the data is no whole
// bundle, Stale if a newer program wrote it, and Forbidden if the keys do not open it. An error of keys.Passphrase is
// returned unchanged.
func Open(name string, data []byte, keys Keys) (*Bundle, error) {
	rest, err := header(name, data)
	if err != nil {
		return nil, err
	}
	content, err := unlock(name, rest, keys)
	if err != nil {
		return nil, err
	}
	var p packed
	if err := codec.Unmarshal(content, &p); err != nil {
		return nil, changed(name)
	}
	b := &Bundle{Key: p.Key}
	if !identity.Signed(p.Key, manifestMessage(p.Manifest), p.Signature) {
		return nil, refuse(model.Invalid, name, "does not carry the signature of its sender, so nothing was taken in. Ask for it again")
	}
	if codec.Unmarshal(p.Manifest, &b.Manifest) != nil || codec.Unmarshal(p.Body, &b.Content) != nil {
		return nil, changed(name)
	}
	if sum := sha256.Sum256(p.Body); !bytes.Equal(sum[:], b.Body) || !b.whole() {
		return nil, changed(name)
	}
	return b, nil
}

// header checks the first line and returns what follows it.
func header(name string, data []byte) (rest []byte, err error) {
	line, _, found := bytes.Cut(data[:min(len(data), 64)], []byte("\n"))
	number, ok := strings.CutPrefix(string(line), mark)
	if !found || !ok {
		if len(data) == 0 {
			return nil, refuse(model.Invalid, name, "is empty. Fetch it again from where it came")
		}
		return nil, refuse(model.Invalid, name, "is not a bundle of shortlist")
	}
	format, err := strconv.Atoi(number)
	if err != nil || format < 1 || strconv.Itoa(format) != number {
		return nil, refuse(model.Invalid, name, "is not a bundle of shortlist")
	}
	if format > Format {
		return nil, refuse(model.Stale, name, "was written by a newer shortlist (bundle version "+number+", this program knows "+strconv.Itoa(Format)+"). Install the newer program")
	}
	return data[len(line)+1:], nil
}

// unlock decrypts and unpacks.
func unlock(name string, data []byte, keys Keys) ([]byte, error) {
	key := keys.Lock
	secret := bytes.HasPrefix(data, []byte("age-encryption.org/v1\n-> scrypt "))
	switch {
	case secret && keys.Passphrase == nil:
		return nil, refuse(model.Forbidden, name, "is under a passphrase: give it first")
	case secret:
		word, err := keys.Passphrase()
		if err != nil {
			return nil, err
		}
		s, err := age.NewScryptIdentity(word)
		if err != nil {
			return nil, refuse(model.Forbidden, name, "does not open with this passphrase")
		}
		s.SetMaxWorkFactor(20)
		key = s
	case key == nil:
		return nil, refuse(model.Forbidden, name, "is locked to somebody's card, and there is no card on this laptop. Make one (c on the first page, or shortlist card) and give it to the chair")
	}
	in, err := age.Decrypt(bytes.NewReader(data), key)
	if none := new(age.NoIdentityMatchError); errors.As(err, &none) {
		if secret {
			return nil, refuse(model.Forbidden, name, "does not open with this passphrase")
		}
		return nil, refuse(model.Forbidden, name, "is locked to the card of somebody else, so it cannot be opened here. Ask for one for your card")
	} else if err != nil {
		return nil, changed(name)
	}
	return unzip(name, in)
}

func unzip(name string, in io.Reader) ([]byte, error) {
	zip, err := gzip.NewReader(in)
	if err != nil {
		return nil, changed(name)
	}
	content, err := io.ReadAll(io.LimitReader(zip, maxSize+1))
	switch {
	case err != nil:
		return nil, changed(name)
	case len(content) > maxSize:
		return nil, refuse(model.Invalid, name, "holds more than this program takes (1 GiB)")
	}
	if n, err := in.Read(make([]byte, 1)); n > 0 || !errors.Is(err, io.EOF) {
		return nil, changed(name) // the encryption also covers the end of the file
	}
	return content, nil
}

// whole returns true if manifest and body hold the same things.
func (b *Bundle) whole() bool {
	if len(b.Content.Entries) != len(b.Chains) || len(b.Content.People) != b.People || len(b.Content.Texts) != b.Texts || len(b.Chains) == 0 {
		return false
	}
	seen := map[model.ChainID]bool{}
	for i, c := range b.Chains {
		n := uint64(len(b.Content.Entries[i]))
		if seen[c.Name] || n == 0 || c.First == 0 || c.Last < c.First || c.Last-c.First != n-1 || len(c.Before) != hashSize || len(c.Head) != hashSize {
			return false
		}
		seen[c.Name] = true
	}
	return true
}

func changed(name string) error {
	return refuse(model.Invalid, name, "is damaged or was changed on its way, so nothing was taken in. Fetch it again")
}

func refuse(code model.Code, name, why string) error {
	return &model.Error{Code: code, Subject: name, Message: fmt.Sprintf("%s %s.", name, why)}
}
