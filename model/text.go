package model

import (
	"crypto/sha256"
	"fmt"
	"slices"
)

// This file holds texts about people (reasons, quotes). A text is stored with the candidate and not in an event, so
// that a person can be erased. The event has only the id and the hash of the text, so that the history still proves
// what was written.

// TextRef refers to a text. The zero TextRef is "no text".
type TextRef struct {
	ID   string `json:"id,omitempty"`
	Hash []byte `json:"hash,omitempty"`
}

// IsZero returns true if there is no text.
func (r TextRef) IsZero() bool { return r.ID == "" }

// Text is a free text about a candidate. The salt keeps a short text from being guessed by its hash.
type Text struct {
	Candidate CandidateID `json:"candidate"`
	ID        string      `json:"id"`
	Salt      []byte      `json:"salt"`
	Body      string      `json:"body"`
}

// Ref is the reference to the text that goes into an event.
func (t Text) Ref() TextRef {
	h := sha256.New()
	h.Write(t.Salt)
	h.Write([]byte(t.Body))
	return TextRef{ID: t.ID, Hash: h.Sum(nil)}
}

// newText makes the n-th text of a change. The salt comes from the stamp's randomness.
func newText(s Stamp, c CandidateID, n int, body string) Text {
	salt := sha256.Sum256(append(s.Random[:], byte(n), byte(n>>8)))
	return Text{Candidate: c, ID: fmt.Sprintf("%s.%d.%d", s.Chain(), s.Seq, n), Salt: salt[:16], Body: body}
}

// TextRefs are the texts that an event points at.
func (e Event) TextRefs() []TextRef {
	if e.Payload == nil {
		return nil
	}
	return slices.DeleteFunc(e.Payload.Texts(), TextRef.IsZero)
}
