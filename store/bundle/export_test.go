package bundle

// This file gives tests access to the inside of the package.

import "bytes"

// Unseal returns the decrypted content of a bundle.
func Unseal(data []byte, k Keys) ([]byte, error) {
	rest, err := header("x", data)
	if err != nil {
		return nil, err
	}
	return unlock("x", rest, k)
}

// Packed is what is compressed and encrypted.
type Packed = packed

// Seal encrypts any content as if it were that of a bundle.
func Seal(content []byte, l Lock) ([]byte, error) {
	to, err := l.recipients()
	if err != nil {
		return nil, err
	}
	out := bytes.NewBufferString(mark + "1\n")
	err = seal(out, content, to)
	return out.Bytes(), err
}
