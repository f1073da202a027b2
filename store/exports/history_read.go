package exports

// This file reads exported histories. It takes from a line only what cannot be worked out again. SameHistory finds out
// if the rest of the line is right.

import (
	"bufio"
	"bytes"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
)

// maxHistoryLine bounds a line in bytes. The longest entry is that of a posting with all its criteria.
const maxHistoryLine = 8 << 20

// LineError says which line of an exported history is wrong. Its text is a clause: "line 7 cannot be read".
type LineError struct {
	Line int
	Why  string
}

// Error returns the clause.
func (e *LineError) Error() string { return fmt.Sprintf("line %d %s", e.Line, e.Why) }

// ReadHistory reads an exported history. It calls each for every entry, without its event, and with the number of its
// line. It returns *LineError if a line cannot be read. It does not check that a line is right.
func ReadHistory(r io.Reader, each func(line int, e HistoryEntry) error) (History, error) {
	s := &historyScanner{r: bufio.NewReaderSize(r, 1<<16)}
	h, err := s.header()
	for err == nil {
		var e HistoryEntry
		var end bool
		if e, end, err = s.entry(); end || err != nil {
			return h, err
		}
		err = each(s.line, e)
	}
	return h, err
}

// historyScanner reads line by line.
type historyScanner struct {
	r    *bufio.Reader
	line int
}

func (s *historyScanner) wrong(why string) error { return &LineError{s.line, why} }

// next returns a line, or io.EOF if there is none.
func (s *historyScanner) next() ([]byte, error) {
	s.line++
	var line []byte
	for {
		part, err := s.r.ReadSlice('\n')
		line = append(line, part...)
		switch {
		case len(line) > maxHistoryLine:
			return nil, s.wrong("is longer than any entry")
		case err == nil:
			return line, nil
		case errors.Is(err, bufio.ErrBufferFull):
			continue
		case errors.Is(err, io.EOF) && len(line) > 0:
			return line, nil // the end of the line is missing: SameHistory reports it
		}
		return nil, err
	}
}

func (s *historyScanner) header() (h History, err error) {
	line, err := s.next()
	if errors.Is(err, io.EOF) {
		return h, s.wrong("is missing")
	}
	if err != nil {
		return h, err
	}
	var x historyHeader
	if json.Unmarshal(line, &x) != nil || x.Format != HistoryFormat || x.Version < historyVersion {
		return h, s.wrong("does not say that this is a history of shortlist")
	}
	if x.Version > historyVersion {
		return h, s.wrong(fmt.Sprintf("says that it was written by a newer shortlist (version %d, this program knows %d)", x.Version, historyVersion))
	}
	return History{Vacancy: x.Vacancy, Laptop: x.Laptop, Viewer: x.Viewer}, nil
}

// entry returns an entry. end is true for the closing line.
func (s *historyScanner) entry() (e HistoryEntry, end bool, err error) {
	line, err := s.next()
	if errors.Is(err, io.EOF) {
		return e, false, s.wrong("is missing, and with it the end of the history")
	}
	if err != nil {
		return e, false, err
	}
	var x struct {
		historyLine
		historyEnd
	}
	if json.Unmarshal(line, &x) != nil {
		return e, false, s.wrong("cannot be read")
	}
	if x.SHA256 != "" {
		return e, true, nil
	}
	e.Key = x.Key
	var errs [4]error
	e.Bytes, errs[0] = base64.StdEncoding.DecodeString(x.Bytes)
	e.Signature, errs[1] = base64.StdEncoding.DecodeString(x.Signature)
	e.Before, errs[2] = hex.DecodeString(x.Before)
	e.Hash, errs[3] = hex.DecodeString(x.Hash)
	if errors.Join(errs[:]...) != nil {
		return e, false, s.wrong("cannot be read")
	}
	return e, false, nil
}

// SameHistory writes a history again and compares it with the file byte by byte. It returns *LineError for the first
// line that differs.
func SameHistory(r io.Reader, h History) error {
	c := &comparer{r: bufio.NewReaderSize(r, 1<<16), line: 1, last: len(h.Entries) + 2}
	if err := WriteHistory(c, h); err != nil {
		var wrong *LineError
		if errors.As(err, &wrong) {
			return wrong
		}
		return err
	}
	if _, err := c.r.ReadByte(); !errors.Is(err, io.EOF) {
		return &LineError{c.line, "follows the closing line, where nothing may follow"}
	}
	return nil
}

// comparer compares what is written with what is read.
type comparer struct {
	r          *bufio.Reader
	line, last int
	buffer     []byte
}

// Write compares want with what the file holds next.
func (c *comparer) Write(want []byte) (int, error) {
	if cap(c.buffer) < len(want) {
		c.buffer = make([]byte, len(want))
	}
	got := c.buffer[:len(want)]
	n, err := io.ReadFull(c.r, got)
	if err != nil && !errors.Is(err, io.EOF) && !errors.Is(err, io.ErrUnexpectedEOF) {
		return 0, fmt.Errorf("read the history: %w", err)
	}
	if n < len(want) || !bytes.Equal(want, got) {
		switch c.line {
		case 1:
			return 0, &LineError{1, "does not say what the entries say, to the letter"}
		case c.last:
			return 0, &LineError{c.line, "has another check sum than the lines before it"}
		}
		return 0, &LineError{c.line, "does not say what its entry says, to the letter"}
	}
	c.line++
	return n, nil
}
