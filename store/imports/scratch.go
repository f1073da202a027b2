package imports

import (
	"errors"
	"fmt"
	"io"
	"os"
)

// This file holds bytes that are needed again later in the reading of a file: in memory while they are few, and in a
// temporary file of the user's own, which goes when the reading ends, once they are many.

const (
	// scratchMemory is how much is held in memory, scratchMost how much at all.
	scratchMemory = 8 << 20
	scratchMost   = 2 << 30
)

// scratch is written first and then read at any place.
type scratch struct {
	memory []byte // the last bytes written
	file   *os.File
	onDisk int64

	window []byte // bytes of the file read ahead
	at     int64
}

// write keeps bytes and tells where they are.
func (s *scratch) write(data []byte) (int64, error) {
	at := s.onDisk + int64(len(s.memory))
	if at+int64(len(data)) > scratchMost {
		return 0, errBomb
	}
	if len(s.memory)+len(data) > scratchMemory {
		if err := s.spill(); err != nil {
			return 0, err
		}
	}
	s.memory = append(s.memory, data...)
	return at, nil
}

func (s *scratch) spill() error {
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

// read gives n bytes from a place on. They are good until the next call.
func (s *scratch) read(at int64, n int) ([]byte, error) {
	if at >= s.onDisk {
		from := int(at - s.onDisk)
		if from+n > len(s.memory) {
			return nil, errDamaged
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

// close takes the temporary file away.
func (s *scratch) close() error {
	if s.file == nil {
		return nil
	}
	f := s.file
	s.file, s.memory = nil, nil
	return errors.Join(f.Close(), os.Remove(f.Name()))
}
