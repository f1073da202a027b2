package imports

import (
	"errors"
	"os"
	"path/filepath"

	"shortlist/model"
	"shortlist/store/imports/text"
)

// This file reads the row of names of a file and the rows after it, for the page on which a person says what the
// columns are.

// Header reads the row of names of a file of candidates and guesses what its columns are. A file without columns, such
// as JSON, has none and counts as known. *CandidatesRefused as in OpenCandidates.
func (u Use) Header(path string) (h model.Header, err error) {
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		name, _ := text.CleanLine(filepath.Base(path))
		return model.Header{Source: name, Known: true}, nil
	}
	s, f, err := openSource(path)
	if err != nil {
		return h, err
	}
	s.use = u
	defer func() { err = errors.Join(err, f.Close()) }()
	if err := s.readHead(f); err != nil {
		return h, err
	}
	return s.header()
}

// HeaderOf is Header for a file in memory.
func (u Use) HeaderOf(name string, data []byte) (model.Header, error) {
	s, f := memorySource(name, data)
	s.use = u
	if err := s.readHead(f); err != nil {
		return model.Header{}, err
	}
	return s.header()
}

// header is Header for an open file whose head was read.
func (s *intakeSource) header() (model.Header, error) {
	h := model.Header{Source: s.name, Known: true}
	format, err := s.format()
	if err != nil || format.columns == nil {
		return h, err
	}
	names, rows, err := format.columns(s)
	if err != nil {
		return h, err
	}
	h.Columns, h.Mapping = GuessMapping(names, rows)
	byName, reference := fieldsByName(names), false
	for i, c := range h.Columns {
		h.Known = h.Known && (byName[i] != "" || nameKey(c.Name) == "" && len(c.Samples) == 0)
		reference = reference || byName[i] == "reference"
	}
	h.Known = h.Known && reference
	if m := s.use.mappingFor(names); m != nil {
		h.Mapping, h.Remembered, h.Known = completed(names, *m), s.use.Mapping == nil, true
		for i := range h.Columns {
			if c := &h.Columns[i]; c.Field != h.Mapping.Columns[i].Field {
				c.Field, c.Percent, c.Reason = h.Mapping.Columns[i].Field, 100, "So it was confirmed before."
			}
		}
	}
	return h, nil
}

// completed is a mapping with one entry for every column.
func completed(names []string, m model.Mapping) model.Mapping {
	fields := fieldsByMapping(names, m)
	m.Columns = make([]model.MappedColumn, len(names))
	for i, n := range names {
		n, _ = text.CleanLine(n)
		m.Columns[i] = model.MappedColumn{Place: i + 1, Column: n, Field: fields[i]}
	}
	return m
}
