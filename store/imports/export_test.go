package imports

import (
	"bytes"

	"shortlist/model"
)

// This file opens the inside of the package to its tests.

// ReadSheet reads a filled sheet that is in memory. It refuses like OpenSheet.
func ReadSheet(name string, data []byte) (model.FilledSheet, error) {
	return readSheet(name, bytes.NewReader(data), int64(len(data)))
}
