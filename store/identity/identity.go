package identity

import (
	"crypto/ed25519"
	"crypto/rand"
	"encoding/base64"
	"fmt"
	"strings"

	"filippo.io/age"

	"shortlist/model"
)

// This file holds the secret halves of the keys, and how they are written down.

// fileMark is the first line of the text form.
const fileMark = "shortlist-identity1"

// Identity is who works on this laptop.
type Identity struct {
	name string
	sign ed25519.PrivateKey
	lock *age.X25519Identity
}

// Make draws the keys of a member.
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

// Card is what others get.
func (i *Identity) Card() Card {
	public, _ := i.sign.Public().(ed25519.PublicKey) // what an ed25519.PrivateKey gives
	return Card{i.name, model.Card{Key: base64.RawStdEncoding.EncodeToString(public), Recipient: i.lock.Recipient().String()}}
}

// Sign signs a message.
func (i *Identity) Sign(message []byte) []byte { return ed25519.Sign(i.sign, message) }

// Lock opens what is locked to the card.
func (i *Identity) Lock() age.Identity { return i.lock }

// text is the form in which the keys are kept.
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
