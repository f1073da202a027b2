package imports

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"hash"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"strings"

	"shortlist/model"
	"shortlist/model/plaintext"
	"shortlist/store/imports/text"
)

// This file opens a file of candidates: it recognises the format by the content and hands the reading to it. What
// makes a file useless as a whole is refused with one sentence; what is wrong inside is a problem with its place.

// candidatesFormat is one form in which candidates come.
type candidatesFormat struct {
	name       string
	recognises func(head []byte) bool
	// read prepares the rows; it fails where the file as a whole is of no use.
	read func(src *intakeSource) (iter.Seq[model.IntakeRow], error)
	// columns gives the first row and some rows behind it; nil where the format has no columns.
	columns func(src *intakeSource) (names []string, rows [][]string, err error)
	// template is an example file that reads without a problem.
	template func() ([]byte, error)
}

// candidatesFormats is the LIST of formats, asked in this order. A new format is one file and one line here.
var candidatesFormats = []candidatesFormat{
	{"xlsx", recognisesXLSX, readXLSX, columnsXLSX, templateXLSX},
	{"json", recognisesJSON, readJSON, nil, templateJSON},
	{"csv", recognisesCSV, readCSV, columnsCSV, templateCSV},
}

// CandidatesRefused is a file that cannot be read as candidates at all.
type CandidatesRefused struct {
	File     string
	Sentence string // what, why and what to do
	Err      error  // the cause, where there is one
}

// Error is the sentence.
func (e *CandidatesRefused) Error() string { return e.Sentence }

// Explain is the sentence shown to people.
func (e *CandidatesRefused) Explain() string { return e.Sentence }

// Unwrap is the cause.
func (e *CandidatesRefused) Unwrap() error { return e.Err }

// intakeSource is an open file of candidates.
type intakeSource struct {
	name string
	// text is the file as UTF-8, as far as its encoding is told by a byte order mark; everything read is hashed.
	text io.Reader
	// head is the beginning of text.
	head []byte
	// legacy is set where the head is not UTF-8 and is read as Windows-1252.
	legacy bool
	// use says what the columns are.
	use Use

	// at is the file for a format that is not read from front to back.
	at   io.ReaderAt
	size int64

	file io.ReadCloser
	raw  io.Reader
	hash hash.Hash
	sum  string
}

// OpenCandidates opens a file of candidates in CSV, XLSX or JSON, going by the names of its columns.
func OpenCandidates(path string) (model.Intake, error) { return Use{}.OpenCandidates(path) }

// OpenCandidates opens a file of candidates in CSV, XLSX or JSON. It refuses with *CandidatesRefused if the file is
// missing, not readable, empty or not of a known format; for a folder it is OpenFolder. Memory stays bounded however
// long the file is.
func (u Use) OpenCandidates(path string) (model.Intake, error) {
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		return u.OpenFolder(path)
	}
	s, f, err := openSource(path)
	if err != nil {
		return model.Intake{}, err
	}
	s.use = u
	return s.open(f)
}

// openSource opens the file.
func openSource(path string) (*intakeSource, *os.File, error) {
	s := newSource(filepath.Base(path))
	info, err := os.Stat(path)
	if err == nil && info.IsDir() {
		return nil, nil, s.refuse(nil, "%s is a folder: give one file of candidates, CSV, XLSX or JSON.", s.name)
	}
	var f *os.File
	if err == nil {
		f, err = os.Open(path)
	}
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, nil, s.refuse(err, "%s is not there: check the name and the folder.", s.name)
	case err != nil:
		return nil, nil, s.refuse(err, "%s cannot be opened (%s): ask for the right to read it, or take a copy that you may read.", s.name, cause(err))
	}
	s.at, s.size = f, info.Size()
	return s, f, nil
}

// ReadCandidates reads candidates that are in memory. Name is shown with the problems. It refuses like OpenCandidates.
func ReadCandidates(name string, data []byte) (model.Intake, error) {
	return Use{}.ReadCandidates(name, data)
}

// ReadCandidates reads candidates that are in memory. Name is shown with the problems. It refuses like OpenCandidates.
func (u Use) ReadCandidates(name string, data []byte) (model.Intake, error) {
	s, f := memorySource(name, data)
	s.use = u
	return s.open(f)
}

func memorySource(name string, data []byte) (*intakeSource, io.ReadCloser) {
	s := newSource(name)
	s.at, s.size = bytes.NewReader(data), int64(len(data))
	return s, io.NopCloser(bytes.NewReader(data))
}

func newSource(name string) *intakeSource {
	name, _ = text.CleanLine(name)
	return &intakeSource{name: name, hash: sha256.New()}
}

// open recognises the format and makes the rows ready; file is closed behind the last one.
func (s *intakeSource) open(file io.ReadCloser) (model.Intake, error) {
	err := s.look(file)
	if err == nil {
		var intake model.Intake
		if intake, err = s.intake(); err == nil {
			return intake, nil
		}
	}
	return model.Intake{}, errors.Join(err, file.Close())
}

func (s *intakeSource) intake() (model.Intake, error) {
	f, err := s.format()
	if err != nil {
		return model.Intake{}, err
	}
	rows, err := f.read(s)
	if err != nil {
		return model.Intake{}, err
	}
	return model.Intake{Source: s.name, Rows: s.once(distinct(s.name, rows)), SHA256: func() string { return s.sum }}, nil
}

// format is the format that recognises the file.
func (s *intakeSource) format() (candidatesFormat, error) {
	for _, f := range candidatesFormats {
		if f.recognises(s.head) {
			return f, nil
		}
	}
	return candidatesFormat{}, s.refuse(nil, "%s is not recognised as candidates: give a CSV or XLSX file whose first row names the columns, "+
		"or a JSON document; \"shortlist template candidates.csv\" writes an example.", s.name)
}

func (s *intakeSource) refuse(err error, format string, args ...any) error {
	return &CandidatesRefused{File: s.name, Sentence: fmt.Sprintf(format, args...), Err: err}
}

// cause is the last word of a system error: "permission denied".
func cause(err error) string {
	var p *fs.PathError
	if errors.As(err, &p) {
		err = p.Err
	}
	return err.Error()
}

// look reads the head, refuses what is no text, and sets the encoding.
func (s *intakeSource) look(file io.ReadCloser) error {
	s.file = file
	raw := make([]byte, text.HeadSize)
	n, err := io.ReadFull(s.file, raw)
	raw = raw[:n]
	if err != nil && err != io.EOF && err != io.ErrUnexpectedEOF {
		return s.refuse(err, "%s cannot be read (%s): take a fresh copy.", s.name, cause(err))
	}
	if len(bytes.TrimSpace(bytes.TrimPrefix(raw, []byte(plaintext.Mark)))) == 0 && n < text.HeadSize {
		return s.refuse(nil, "%s is empty: export the candidates again.", s.name)
	}
	s.raw = io.TeeReader(io.MultiReader(bytes.NewReader(raw), s.file), s.hash)
	if recognisesXLSX(raw) {
		s.head = raw
		return nil
	}
	if what := text.OtherKind(raw); what != "" {
		return s.refuse(nil, "%s is %s, not a list of candidates: export the candidates as CSV, XLSX or JSON.", s.name, what)
	}
	e := text.EncodingOf(raw)
	if bytes.HasPrefix(raw, []byte(plaintext.Mark)) {
		if _, err := io.CopyN(io.Discard, s.raw, 3); err != nil {
			return err
		}
	}
	s.legacy = e == plaintext.Windows1252
	s.text, s.head = text.Reader(e, s.raw), text.Head(e, raw)
	if plaintext.IsBinary(s.head) {
		return s.refuse(nil, "%s is not text: export the candidates as CSV, XLSX or JSON.", s.name)
	}
	return nil
}

// once gives the rows a single time, works out the hash and closes the file.
func (s *intakeSource) once(rows iter.Seq[model.IntakeRow]) iter.Seq[model.IntakeRow] {
	used := false
	return func(yield func(model.IntakeRow) bool) {
		if used {
			return
		}
		used = true
		stopped := false
		for r := range rows {
			if stopped = !yield(r); stopped {
				break
			}
		}
		if !stopped {
			_, err := io.Copy(io.Discard, s.raw)
			if err == nil {
				s.sum = hex.EncodeToString(s.hash.Sum(nil))
			} else {
				stopped = !yield(s.broken(err))
			}
		}
		if err := s.file.Close(); err != nil && !stopped {
			yield(s.broken(err))
		}
	}
}

// broken is the row that says that a file could not be read to its end.
func (s *intakeSource) broken(err error) model.IntakeRow {
	return s.remark(model.Problem{Message: "The file could not be read to its end (" + cause(err) + "): take a fresh copy."})
}

// remark is a row that belongs to no candidate.
func (s *intakeSource) remark(p model.Problem) model.IntakeRow {
	p.File = s.name
	return model.IntakeRow{Line: p.Line, Problems: []model.Problem{p}}
}

// readAsWindows is the remark on a file that is not UTF-8.
func (s *intakeSource) readAsWindows() model.IntakeRow {
	return s.remark(model.Problem{Warning: true, Message: "The file is not in UTF-8; it was read as Windows-1252 (western Europe). " +
		"Look at names with accents; if they are wrong, save the file as UTF-8."})
}

// distinct marks a reference that stands twice in a file.
func distinct(file string, rows iter.Seq[model.IntakeRow]) iter.Seq[model.IntakeRow] {
	return func(yield func(model.IntakeRow) bool) {
		seen := map[string]int{}
		for r := range rows {
			ref := r.Person.Reference
			if line, twice := seen[ref]; twice && ref != "" {
				r.Problems = append(r.Problems, model.Problem{
					File: file, Line: r.Line, Field: "reference",
					Message: fmt.Sprintf("The reference %s also stands in row %d: each candidate comes once.", text.Quoted(ref), line),
				})
			} else if ref != "" {
				seen[strings.Clone(ref)] = r.Line // a part of the row would keep all of it in memory
			}
			if !yield(r) {
				return
			}
		}
	}
}
