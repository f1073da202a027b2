package identity

// This file holds the secret halves of the keys, and their form as text.

import (
	"crypto/ed25519"
	"crypto/rand"
	"encoding/base64"
	"fmt"
	"strings"

	"filippo.io/age"

	"shortlist/model"
)

// fileMark is the first line of the text.
const fileMark = "shortlist-identity1"

// Identity is the keys and the name of the person who works on this laptop.
type Identity struct {
	name string
	sign ed25519.PrivateKey
	lock *age.X25519Identity
}

// Make draws new keys for a name. It returns *model.Error Invalid if the name cannot stand on a card.
func Make(name string) (*Identity, error) {
	name = strings.Join(strings.Fields(name), " ")
	if err := checkName(name); err != nil {
		return nil, err
	}
	_, sign, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		return nil, fmt.Errorf("draw a key: %w", err)
	}
	lock, err := age.GenerateX25519Identity()
	if err != nil {
		return nil, fmt.Errorf("draw a key: %w", err)
	}
	return &Identity{name, sign, lock}, nil
}

// Card returns the public halves, for others.
func (i *Identity) Card() Card {
	public, _ := i.sign.Public().(ed25519.PublicKey) // always of this type for an ed25519.PrivateKey
	return Card{i.name, model.Card{Key: base64.RawStdEncoding.EncodeToString(public), Recipient: i.lock.Recipient().String()}}
}

// Sign signs a message.
func (i *Identity) Sign(message []byte) []byte { return ed25519.Sign(i.sign, message) }

// Lock returns the key that opens what is encrypted to the card.
func (i *Identity) Lock() age.Identity { return i.lock }

// text returns the keys in the form in which they are stored.
func (i *Identity) text() string {
	return strings.Join([]string{fileMark, base64.RawStdEncoding.EncodeToString(i.sign.Seed()), i.lock.String(), i.name, ""}, "\n")
}

func parse(text string) (*Identity, error) {
	lines := strings.Split(text, "\n")
	if len(lines) != 5 || lines[0] != fileMark || lines[4] != "" {
		return nil, fmt.Errorf("read the keys: not in the form %s", fileMark)
	}
	seed, err := base64.RawStdEncoding.Strict().DecodeString(lines[1])
	if err != nil || len(seed) != ed25519.SeedSize {
		return nil, fmt.Errorf("read the keys: the first is not one of %d bytes", ed25519.SeedSize)
	}
	lock, err := age.ParseX25519Identity(lines[2])
	if err != nil {
		return nil, fmt.Errorf("read the keys: the second is no key: %w", err)
	}
	return &Identity{lines[3], ed25519.NewKeyFromSeed(seed), lock}, checkName(lines[3])
}
