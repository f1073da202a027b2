package bundle

import "bytes"

// This file opens the inside of the package to its tests.

// Unseal gives the content of a bundle, as whoever it is for can read it.
func Unseal(data []byte, k Keys) ([]byte, error) {
	rest, err := header("x", data)
	if err != nil {
		return nil, err
	}
	return unlock("x", rest, k)
}

// Packed is what is compressed and locked.
type Packed = packed

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
