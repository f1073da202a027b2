package identity

// This file holds the card: what a member hands to the chair.
//
//	shortlist-card1 KEY RECIPIENT CHECK Name of the member

import (
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/base32"
	"encoding/base64"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"filippo.io/age"

	"shortlist/model"
)

// cardMark begins every card. The number after it is the version of the line.
const cardMark = "shortlist-card"

// Card is a name with the public halves of the keys.
type Card struct {
	Name string
	model.Card
}

// String returns the card as one line of text.
func (c Card) String() string {
	return strings.Join([]string{cardMark + "1", c.Key, c.Recipient, c.Check(), c.Name}, " ")
}

// Check returns a check sum of the whole card, short enough to be compared over the telephone.
func (c Card) Check() string {
	sum := sha256.Sum256([]byte(cardMark + "1\n" + c.Key + "\n" + c.Recipient + "\n" + c.Name))
	s := base32.StdEncoding.EncodeToString(sum[:])
	return s[:5] + "-" + s[5:10]
}

// LooksLikeCard returns true if a text is meant as a card and not, for instance, as the name of a file.
func LooksLikeCard(text string) bool { return strings.HasPrefix(strings.TrimSpace(text), cardMark) }

// ParseCard reads a card. Line breaks between its words are allowed, because mail programs add them. It returns
// *model.Error Invalid if the text is not a card or not whole.
func ParseCard(text string) (Card, error) {
	words := strings.Fields(text)
	if len(words) == 0 || !strings.HasPrefix(words[0], cardMark) {
		return Card{}, invalid("This is not a card: a card is one line that begins with %s1. The member finds theirs with c on the first page, or with: shortlist card.", cardMark)
	}
	if words[0] != cardMark+"1" {
		return Card{}, invalid("This card is of a newer shortlist: install the newer program, or ask for a card of this one.")
	}
	if len(words) < 5 {
		return Card{}, invalid("This card is not whole: ask for it again, as one line.")
	}
	c := Card{Name: strings.Join(words[4:], " "), Card: model.Card{Key: words[1], Recipient: words[2]}}
	if !strings.EqualFold(words[3], c.Check()) {
		return Card{}, invalid("This card was changed on its way (its check sum is %s and should be %s): ask for it again.", shown(words[3]), c.Check())
	}
	if _, err := publicKey(c.Key); err != nil {
		return Card{}, invalid("This card holds no key that can be used: ask for it again.")
	}
	if _, err := age.ParseX25519Recipient(c.Recipient); err != nil {
		return Card{}, invalid("This card holds no key that can be used: ask for it again.")
	}
	return c, checkName(c.Name)
}

func checkName(name string) error {
	switch {
	case strings.TrimSpace(name) == "":
		return invalid("A card needs a name: shortlist card --name \"Your Name\".")
	case utf8.RuneCountInString(name) > 120, strings.ContainsFunc(name, func(r rune) bool { return !unicode.IsPrint(r) }):
		return invalid("The name on a card is at most 120 letters, without control characters.")
	}
	return nil
}

// shown shortens a word of somebody else and removes what a terminal would obey.
func shown(s string) string {
	q := fmt.Sprintf("%.12q", s)
	return q
}

func publicKey(key string) (ed25519.PublicKey, error) {
	b, err := base64.RawStdEncoding.Strict().DecodeString(key)
	if err != nil || len(b) != ed25519.PublicKeySize {
		return nil, fmt.Errorf("read the key %q: not one of %d bytes", key, ed25519.PublicKeySize)
	}
	return b, nil
}

// Signed returns true if the holder of a key signed a message.
func Signed(key string, message, signature []byte) bool {
	k, err := publicKey(key)
	return err == nil && ed25519.Verify(k, message, signature)
}

func invalid(format string, args ...any) error {
	return &model.Error{Code: model.Invalid, Subject: "card", Message: fmt.Sprintf(format, args...)}
}
