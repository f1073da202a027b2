package store

// This file stores the signatures that came with chains of other laptops.

import (
	bolt "go.etcd.io/bbolt"

	"shortlist/model"
	"shortlist/store/bundle"
	"shortlist/store/codec"
)

// storedSignature is the signature of a chain up to an entry.
type storedSignature struct {
	Seq uint64 `json:"seq"`
	bundle.Signed
}

func signedKey(chain model.ChainID) []byte { return append([]byte("signed "), chain...) }

func putSigned(tx *bolt.Tx, chain model.ChainID, s storedSignature) error {
	v, err := codec.Marshal(s)
	if err != nil {
		return err
	}
	return put(tx, bucketMeta, signedKey(chain), v)
}

// readSigned returns the signature of a chain, or the zero value if there is none.
func readSigned(tx *bolt.Tx, chain model.ChainID) (s storedSignature, err error) {
	v, err := get(tx, bucketMeta, signedKey(chain), "the header")
	if err != nil || v == nil {
		return s, err
	}
	return s, codec.Unmarshal(v, &s)
}
