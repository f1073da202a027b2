package bundle

import "bytes"

// This file opens the inside of the package to its tests.

// Seal locks any content as if it were that of a bundle.
func Seal(content []byte, l Lock) ([]byte, error) {
	to, err := l.recipients()
	if err != nil {
		return nil, err
	}
	out := bytes.NewBufferString(mark + "1\n")
	err = seal(out, content, to)
	return out.Bytes(), err
}
