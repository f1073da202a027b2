package text

import (
	"errors"
	"fmt"
	"io"
	"os"
)

// This file keeps bytes that a reader needs again later: in memory while they are few, else in a temporary file of the
// user, which Close deletes.

const (
	// inMemory is how much is kept in memory, mostBytes how much altogether, in bytes.
	inMemory  = 8 << 20
	mostBytes = 2 << 30
)

// Scratch is written first and then read at any offset. The zero Scratch is ready to use.
type Scratch struct {
	memory []byte // the last bytes written
	file   *os.File
	onDisk int64

	window []byte // bytes of the file read ahead
	at     int64
}

// Write keeps data and gives its offset. ErrBomb if there is too much altogether.
func (s *Scratch) Write(data []byte) (int64, error) {
	at := s.onDisk + int64(len(s.memory))
	if at+int64(len(data)) > mostBytes {
		return 0, ErrBomb
	}
	if len(s.memory)+len(data) > inMemory {
		if err := s.spill(); err != nil {
			return 0, err
		}
	}
	s.memory = append(s.memory, data...)
	return at, nil
}

// spill moves what is in memory to the temporary file.
func (s *Scratch) spill() error {
	if s.file == nil {
		f, err := os.CreateTemp("", "shortlist-*.tmp")
		if err != nil {
			return fmt.Errorf("make a temporary file: %w", err)
		}
		s.file = f
	}
	if _, err := s.file.Write(s.memory); err != nil {
		return fmt.Errorf("write a temporary file: %w", err)
	}
	s.onDisk += int64(len(s.memory))
	s.memory = s.memory[:0]
	return nil
}

// Read gives n bytes from offset at. They are valid until the next call. ErrDamaged if there are not so many.
func (s *Scratch) Read(at int64, n int) ([]byte, error) {
	if at >= s.onDisk {
		from := int(at - s.onDisk)
		if from+n > len(s.memory) {
			return nil, ErrDamaged
		}
		return s.memory[from : from+n], nil
	}
	if at < s.at || at+int64(n) > s.at+int64(len(s.window)) {
		size := max(n, 64<<10)
		if cap(s.window) < size {
			s.window = make([]byte, size)
		}
		s.window = s.window[:size]
		got, err := s.file.ReadAt(s.window, at)
		if err != nil && (err != io.EOF || got < n) {
			return nil, fmt.Errorf("read a temporary file: %w", err)
		}
		s.window, s.at = s.window[:got], at
	}
	from := int(at - s.at)
	return s.window[from : from+n], nil
}

// Close deletes the temporary file if there is one.
func (s *Scratch) Close() error {
	if s.file == nil {
		return nil
	}
	f := s.file
	s.file, s.memory = nil, nil
	return errors.Join(f.Close(), os.Remove(f.Name()))
}
