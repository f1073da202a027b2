package store

// This file holds the names of buckets and keys, and the seals of values. The diagram of a file is in doc.go. Numbers in
// keys are big-endian, so that they sort.

import (
	"encoding/binary"
	"hash/crc32"
	"slices"

	bolt "go.etcd.io/bbolt"

	"shortlist/model"
)

// formatName is the value of the key "format".
const formatName = "shortlist vacancy"

// pageSize is the same on every machine, so that a file made on one opens on another.
const pageSize = 4096

var (
	bucketMeta    = []byte("meta")
	bucketLog     = []byte("log")
	bucketIDs     = []byte("ids")
	bucketPeople  = []byte("people")
	bucketPosting = []byte("posting")
	bucketCache   = []byte("cache")
)

// buckets lists the buckets in the order of the diagram.
var buckets = [][]byte{bucketMeta, bucketLog, bucketIDs, bucketPeople, bucketPosting, bucketCache}

var (
	keyFormat       = []byte("format")
	keySchema       = []byte("schema")
	keyVacancy      = []byte("vacancy")
	keyDevice       = []byte("device")
	keyInstallation = []byte("laptop")
	keyFormer       = []byte("former")
	keyCreated      = []byte("created")
	keyClean        = []byte("clean")
	keyCounts       = []byte("tally")
	keyStaging      = []byte("staging")
	keyRevised      = []byte("revising")
	keyPosting      = []byte("posting")
	keyBoard        = []byte("board")
	keySummary      = []byte("summary")
	keySummaries    = []byte("briefs")
	keyEnd          = []byte("\xff\xff\xff\xff")
)

func arrivalKey(n uint64) []byte { return binary.BigEndian.AppendUint64(nil, n) }

func chainKey(c model.ChainID) []byte { return append([]byte(c), 0) }

func idKey(id model.EventID) []byte {
	return binary.BigEndian.AppendUint64(chainKey(id.Chain), id.Seq)
}

func personKey(c model.CandidateID) []byte { return binary.BigEndian.AppendUint32(nil, uint32(c)) }

// revisedKey is the key under which the corrected file of a candidate waits for its commit.
func revisedKey(c model.CandidateID) []byte {
	return binary.BigEndian.AppendUint32(slices.Clone(keyEnd), uint32(c))
}

func textCountKey(c model.CandidateID) []byte { return append(personKey(c), 0) }

func textKey(c model.CandidateID, id string) []byte { return append(personKey(c), id...) }

func summariesKey(chunk int) []byte {
	return binary.BigEndian.AppendUint32(slices.Clone(keySummaries), uint32(chunk))
}

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

func checksum(bucket, key, value []byte) uint32 {
	sum := crc32.Update(0, castagnoli, bucket)
	sum = crc32.Update(sum, castagnoli, []byte{0, byte(len(key))})
	sum = crc32.Update(sum, castagnoli, key)
	return crc32.Update(sum, castagnoli, value)
}

// seal returns a value with its checksum before it.
func seal(bucket, key, value []byte) []byte {
	out := binary.BigEndian.AppendUint32(make([]byte, 0, len(value)+4), checksum(bucket, key, value))
	return append(out, value...)
}

// unseal checks a sealed value and returns the part of it that is the value. ok is false if a bit of it has changed.
func unseal(bucket, key, sealed []byte) (value []byte, ok bool) {
	if len(sealed) < 4 {
		return nil, false
	}
	value = sealed[4:]
	return value, binary.BigEndian.Uint32(sealed) == checksum(bucket, key, value)
}

// put stores a sealed value in a bucket.
func put(tx *bolt.Tx, bucket, key, value []byte) error {
	b, err := bucketOf(tx, bucket)
	if err != nil {
		return err
	}
	if string(bucket) != string(bucketMeta) {
		b.FillPercent = 0.9 // keys come in order, so pages may be filled
	}
	return b.Put(key, seal(bucket, key, value))
}

// get returns a value, or nil if there is none. It returns *DamagedError if the seal is broken; what says what is lost.
// The value must not leave the transaction uncopied.
func get(tx *bolt.Tx, bucket, key []byte, what string) ([]byte, error) {
	b, err := bucketOf(tx, bucket)
	if err != nil {
		return nil, err
	}
	sealed := b.Get(key)
	if sealed == nil {
		return nil, nil
	}
	v, ok := unseal(bucket, key, sealed)
	if !ok {
		return nil, damaged(what)
	}
	return v, nil
}

// need is get for a value that must exist.
func need(tx *bolt.Tx, bucket, key []byte, what string) ([]byte, error) {
	v, err := get(tx, bucket, key, what)
	if err == nil && v == nil {
		return nil, damaged(what)
	}
	return v, err
}

func bucketOf(tx *bolt.Tx, name []byte) (*bolt.Bucket, error) {
	b := tx.Bucket(name)
	if b == nil {
		return nil, damaged("the part of the file named " + string(name))
	}
	return b, nil
}
