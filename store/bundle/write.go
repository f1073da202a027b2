package bundle

// This file packs bundles.

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"

	"filippo.io/age"

	"shortlist/model"
	"shortlist/store/codec"
)

// mark begins every bundle. The number of the format and a newline follow it.
const mark = "shortlist-bundle "

// Signer signs for the sender of a bundle.
type Signer interface {
	// Sign signs a message with the key of the card.
	Sign(message []byte) []byte
}

// Lock says who can open a bundle: the holders of the cards in Recipients, or if there are none, whoever has the
// passphrase.
type Lock struct {
	Recipients []string
	Passphrase string
	Work       int // cost of one try of the passphrase, as a power of two; 0 for the default of age
}

// Write packs a bundle. It fills in the parts of the manifest that follow from the body. It returns *model.Error Invalid
// if lock names nobody.
func Write(w io.Writer, m Manifest, b Body, key string, signer Signer, lock Lock) error {
	body, err := codec.Marshal(b)
	if err != nil {
		return err
	}
	sum := sha256.Sum256(body)
	m.Body, m.People, m.Texts = sum[:], len(b.People), len(b.Texts)
	manifest, err := codec.Marshal(m)
	if err != nil {
		return err
	}
	p, err := codec.Marshal(packed{manifest, body, key, signer.Sign(manifestMessage(manifest))})
	if err != nil {
		return err
	}
	to, err := lock.recipients()
	if err != nil {
		return err
	}
	if _, err := fmt.Fprintf(w, "%s%d\n", mark, Format); err != nil {
		return err
	}
	return seal(w, p, to)
}

// seal compresses and encrypts.
func seal(w io.Writer, content []byte, to []age.Recipient) error {
	locked, err := age.Encrypt(w, to...)
	if err != nil {
		return fmt.Errorf("lock the bundle: %w", err)
	}
	zip := gzip.NewWriter(locked)
	_, err = io.Copy(zip, bytes.NewReader(content))
	if err = errors.Join(err, zip.Close(), locked.Close()); err != nil {
		return fmt.Errorf("pack the bundle: %w", err)
	}
	return nil
}

func (l Lock) recipients() ([]age.Recipient, error) {
	if len(l.Recipients) == 0 {
		if l.Passphrase == "" {
			return nil, &model.Error{Code: model.Invalid, Message: "A bundle needs somebody it is for, or a passphrase."}
		}
		to, err := age.NewScryptRecipient(l.Passphrase)
		if err != nil {
			return nil, fmt.Errorf("lock the bundle: %w", err)
		}
		if l.Work > 0 {
			to.SetWorkFactor(l.Work)
		}
		return []age.Recipient{to}, nil
	}
	var out []age.Recipient
	for _, s := range l.Recipients {
		r, err := age.ParseX25519Recipient(s)
		if err != nil {
			return nil, fmt.Errorf("lock the bundle: %w", err)
		}
		out = append(out, r)
	}
	return out, nil
}
