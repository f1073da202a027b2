package store

import bolt "go.etcd.io/bbolt"

// layout makes the buckets of the first schema in an empty file.
func layout(tx *bolt.Tx) error {
	for _, name := range []string{"meta", "log", "ids", "people", "posting", "cache"} {
		if _, err := tx.CreateBucketIfNotExists([]byte(name)); err != nil {
			return err
		}
	}
	if err := put(tx, bucketPeople, keyEnd, nil); err != nil {
		return err
	}
	return counts{}.put(tx)
}
