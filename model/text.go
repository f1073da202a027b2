package model

import (
	"crypto/sha256"
	"fmt"
	"slices"
)

// This file holds texts about people (reasons, quotes). A text lives apart from the events, with the candidate it is
// about, so that a person can be erased; the event carries only its id and hash, so that the history still proves
// what was written.

// TextRef points at a text. The zero TextRef is "no text".
type TextRef struct {
	ID   string `json:"id,omitempty"`
	Hash []byte `json:"hash,omitempty"`
}

// IsZero tells whether there is no text.
func (r TextRef) IsZero() bool { return r.ID == "" }

// Text is a free text about a candidate. Salt keeps a short text from being guessed from its hash.
type Text struct {
	Candidate CandidateID `json:"candidate"`
	ID        string      `json:"id"`
	Salt      []byte      `json:"salt"`
	Body      string      `json:"body"`
}

// Ref is the pointer to the text that goes into an event.
func (t Text) Ref() TextRef {
	h := sha256.New()
	h.Write(t.Salt)
	h.Write([]byte(t.Body))
	return TextRef{ID: t.ID, Hash: h.Sum(nil)}
}

// newText makes the n-th text of a change. The salt is drawn from the stamp's randomness.
func newText(s Stamp, c CandidateID, n int, body string) Text {
	salt := sha256.Sum256(append(s.Random[:], byte(n), byte(n>>8)))
	return Text{Candidate: c, ID: fmt.Sprintf("%s.%d.%d", s.Device, s.Seq, n), Salt: salt[:16], Body: body}
}

// TextRefs are the texts that an event points at.
func (e Event) TextRefs() []TextRef {
	if e.Payload == nil {
		return nil
	}
	return slices.DeleteFunc(e.Payload.Texts(), TextRef.IsZero)
}
