package imports

import (
	"bytes"
	"io"
)

// This file goes through a JSON text of any length and cuts out one value after the other, so that only one is in
// memory. It knows brackets and strings only; json_cursor.go reads a value.

const (
	// longestValue is the longest candidate, in bytes.
	longestValue = 8 << 20
	// deepest is how deep lists and objects may be nested.
	deepest = 64
)

// cutState is the result of cutting out a value.
type cutState int8

const (
	cutFine    cutState = iota
	cutTooLong          // the value was skipped
	cutTooDeep          // the value was skipped
	cutShort            // the text ends inside the value
)

// jsonStream is a position in a JSON text.
type jsonStream struct {
	src          io.Reader
	line, column int // of the next byte, from 1
	err          error

	buf      []byte
	from, to int
	eof      bool
	value    []byte
}

func newJSONStream(src io.Reader) *jsonStream {
	return &jsonStream{src: src, line: 1, column: 1, buf: make([]byte, 256<<10)}
}

// more reads on if everything in the buffer is used; false at the end.
func (s *jsonStream) more() bool {
	if s.from < s.to {
		return true
	}
	if s.eof {
		return false
	}
	n, err := io.ReadFull(s.src, s.buf)
	s.from, s.to = 0, n
	if err != nil {
		s.eof = true
		if err != io.EOF && err != io.ErrUnexpectedEOF {
			s.err = err
		}
	}
	return n > 0
}

// pass goes n bytes on.
func (s *jsonStream) pass(n int) {
	part := s.buf[s.from : s.from+n]
	s.from += n
	if last := bytes.LastIndexByte(part, '\n'); last >= 0 {
		s.line += bytes.Count(part, []byte{'\n'})
		s.column = n - last
		return
	}
	s.column += n
}

// peek is the next byte that is not white space; 0 at the end.
func (s *jsonStream) peek() byte {
	for s.more() {
		part := s.buf[s.from:s.to]
		rest := bytes.TrimLeft(part, " \t\r\n")
		s.pass(len(part) - len(rest))
		if len(rest) > 0 {
			return rest[0]
		}
	}
	return 0
}

// take skips the next byte if it is c.
func (s *jsonStream) take(c byte) bool {
	if s.peek() != c {
		return false
	}
	s.pass(1)
	return true
}

// cut takes the next value out of the text. The bytes are valid until the next call.
func (s *jsonStream) cut() ([]byte, cutState) {
	first := s.peek()
	s.value = s.value[:0]
	state, depth, inString, escaped := cutFine, 0, false, false
	for s.more() {
		part := s.buf[s.from:s.to]
		n := 0
		done := false
	scan:
		for n < len(part) {
			c := part[n]
			switch {
			case escaped:
				escaped = false
			case inString:
				if i := bytes.IndexAny(part[n:], "\"\\"); i < 0 {
					n = len(part)
					continue
				} else {
					n += i
				}
				escaped = part[n] == '\\'
				if inString = escaped; !inString && depth == 0 {
					n, done = n+1, true
					break scan
				}
			case c == '"':
				inString = true
			case c == '{' || c == '[':
				if depth++; depth > deepest && state == cutFine {
					state = cutTooDeep
				}
			case depth == 0 && (c == ',' || c <= ' ' || c == '}' || c == ']'):
				done = true // after a number or a word
				break scan
			case c == '}' || c == ']':
				if depth--; depth == 0 {
					n, done = n+1, true
					break scan
				}
			}
			n++
		}
		s.keep(part[:n], &state)
		s.pass(n)
		if done {
			return s.value, state
		}
	}
	if first != 0 && first != '{' && first != '[' && first != '"' {
		return s.value, state // a number or a word may end with the text
	}
	return s.value, cutShort
}

// keep adds bytes to the value, unless it was given up.
func (s *jsonStream) keep(part []byte, state *cutState) {
	if *state == cutFine && len(s.value)+len(part) > longestValue {
		*state = cutTooLong
	}
	if *state != cutFine {
		return
	}
	s.value = append(s.value, part...)
}
