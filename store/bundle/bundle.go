package bundle

// This file holds what is in a bundle, and what is signed.

import (
	"crypto/sha256"
	"encoding/binary"

	"shortlist/model"
)

// Format is the version of the bundles that this program writes.
const Format = 1

// Extension is how the name of a bundle file ends.
const Extension = ".bundle"

// Manifest says what is in a bundle.
type Manifest struct {
	Vacancy  string         `json:"vacancy"` // id, the same in every copy
	Title    string         `json:"title"`
	Laptop   model.DeviceID `json:"laptop"` // of the sender
	Name     string         `json:"name"`   // of the sender, only for messages
	Revealed bool           `json:"revealed,omitempty"`
	Chains   []Chain        `json:"chains"`
	People   int            `json:"people"`
	Texts    int            `json:"texts"`
	Body     []byte         `json:"body"` // SHA-256 of the body
}

// Chain is a run of one chain of the history. It ends with an entry whose hash was signed.
type Chain struct {
	Name   model.ChainID `json:"name"`
	First  uint64        `json:"first"`
	Last   uint64        `json:"last"`
	Before []byte        `json:"before"` // hash of the entry before First; zeros if First is 1
	Head   []byte        `json:"head"`   // hash of the entry Last
	Signed
}

// Signed is the signature of a head by whoever wrote the chain.
type Signed struct {
	Key       string `json:"key"`
	Signature []byte `json:"signature"`
}

// Body is the content of a bundle.
type Body struct {
	Entries [][][]byte `json:"entries"` // by chain, in the order of the manifest
	People  []Person   `json:"people,omitempty"`
	Texts   []Text     `json:"texts,omitempty"`
	Posting []byte     `json:"posting,omitempty"`
}

// Person is the file of a candidate as it is stored.
type Person struct {
	Candidate model.CandidateID `json:"candidate"`
	Record    []byte            `json:"record"`
}

// Text is a text about a candidate.
type Text struct {
	Candidate model.CandidateID `json:"candidate"`
	ID        string            `json:"id"`
	Salt      []byte            `json:"salt"`
	Body      string            `json:"body"`
}

// Bundle is a bundle that was unpacked. Key is that of the sender, who signed all of it.
type Bundle struct {
	Manifest
	Content Body
	Key     string
}

// HeadMessage returns the message that is signed for a chain.
func HeadMessage(vacancy string, chain model.ChainID, last uint64, head []byte) []byte {
	m := []byte("shortlist-chain1\n" + vacancy + "\n" + string(chain) + "\n")
	return append(binary.BigEndian.AppendUint64(m, last), head...)
}

// manifestMessage returns the message that the sender signs. It covers the body too, because the manifest holds its
// hash.
func manifestMessage(manifest []byte) []byte {
	sum := sha256.Sum256(manifest)
	return append([]byte("shortlist-bundle1\n"), sum[:]...)
}

// packed is what is compressed and encrypted.
type packed struct {
	Manifest  []byte `json:"manifest"`
	Body      []byte `json:"body"`
	Key       string `json:"key"`
	Signature []byte `json:"signature"`
}
