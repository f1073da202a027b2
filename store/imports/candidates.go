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
	"slices"
	"strings"

	"shortlist/model"
	"shortlist/model/plaintext"
	"shortlist/store/imports/ods"
	"shortlist/store/imports/text"
)

// This file opens a file of candidates: it recognises the format by the content and lets it read. A file that is
// useless as a whole is refused with one sentence; what is wrong inside it is a problem with its place.

// candidatesFormat is one format of candidates.
type candidatesFormat struct {
	name string // as people write it
	// endings are the endings of its files; they only tell a list from a document beside it.
	endings []string
	// binary is true if the format is recognised by the bytes of a file, false if by its text.
	binary     bool
	recognises func(head []byte) bool
	// read prepares the rows. An error if the file as a whole is useless.
	read func(src *intakeSource) (iter.Seq[model.IntakeRow], error)
	// columns gives the row of names and some rows after it; nil if the format has no columns.
	columns func(src *intakeSource) (names []string, rows [][]string, err error)
	// template is an example file that reads without a problem.
	template func() ([]byte, error)
	// bare is true if the format says who somebody is, and has no place for licences and certificates.
	bare bool
}

// candidatesFormats is the LIST of formats, asked in this order. A new format is one file and one line here.
var candidatesFormats = []candidatesFormat{
	{"ODS", []string{".ods", ".ots"}, true, ods.IsKind, readODS, columnsODS, templateODS, false}, // before xlsx, which takes every archive
	{"XLSX", []string{".xlsx", ".xlsm"}, true, isArchive, readXLSX, columnsXLSX, templateXLSX, false},
	{"vCard", []string{".vcf", ".vcard"}, false, recognisesVCard, readVCard, nil, templateVCard, true},
	{"JSON Resume", []string{".json"}, false, recognisesResume, readResume, nil, templateResume, true}, // before json
	{"JSON", []string{".json"}, false, recognisesJSON, readJSON, nil, templateJSON, false},
	{"CSV", []string{".csv"}, false, recognisesCSV, readCSV, columnsCSV, templateCSV, false},
}

// tablesInWords and documentsInWords name the formats with columns and those without: "CSV or XLSX".
func tablesInWords() string    { return orList(formatNames(true)) }
func documentsInWords() string { return orList(formatNames(false)) }

// formatsInWords names all formats: "CSV, XLSX or JSON".
func formatsInWords() string { return orList(append(formatNames(true), formatNames(false)...)) }

// CandidateFiles are the files that are read as candidates.
func CandidateFiles() model.FileKinds {
	k := model.FileKinds{Words: formatsInWords()}
	for _, f := range slices.Backward(candidatesFormats) {
		k.Endings = append(k.Endings, f.endings...)
	}
	return k
}

// formatNames are the names of the formats with or without columns, for people. The simplest one, which is asked last of
// all, comes first.
func formatNames(columns bool) []string {
	var out []string
	for _, f := range slices.Backward(candidatesFormats) {
		if (f.columns != nil) == columns {
			out = append(out, f.name)
		}
	}
	return out
}

// isCandidatesFile returns true if the ending of a name is that of a list of candidates.
func isCandidatesFile(name string) bool {
	ending := strings.ToLower(filepath.Ext(name))
	return slices.ContainsFunc(candidatesFormats, func(f candidatesFormat) bool { return slices.Contains(f.endings, ending) })
}

// CandidatesRefused is the error for a file that cannot be read as candidates at all.
type CandidatesRefused struct {
	File     string
	Sentence string // what, why and what to do
	Err      error  // the cause; may be nil
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
	// text is the file in UTF-8, or in Windows-1252 if there is no byte order mark; everything read is hashed.
	text io.Reader
	// head is the beginning of text; of a binary file, that of its bytes.
	head []byte
	// binary is true if a binary format has recognised the file.
	binary bool
	// legacy is true if the head is not UTF-8 and is read as Windows-1252.
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

// OpenCandidates opens a file of candidates in a format of the list; a folder is opened by OpenFolder.
// *CandidatesRefused if the file is missing, not readable, empty or of no known format. The rows are read one by one,
// so memory stays bounded for a file of any length.
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

// openSource opens a file. *CandidatesRefused if it is missing or not readable.
func openSource(path string) (*intakeSource, *os.File, error) {
	s := newSource(filepath.Base(path))
	info, err := os.Stat(path)
	if err == nil && info.IsDir() {
		return nil, nil, s.refuse(nil, "%s is a folder: give one file of candidates, %s.", s.name, formatsInWords())
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

// ReadCandidates reads candidates that are in memory, by the names of their columns. Name is shown with the problems.
// *CandidatesRefused as in OpenCandidates.
func ReadCandidates(name string, data []byte) (model.Intake, error) {
	return Use{}.ReadCandidates(name, data)
}

// ReadCandidates reads candidates that are in memory. Name is shown with the problems. *CandidatesRefused as in
// OpenCandidates.
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

// open recognises the format and prepares the rows. The file is closed after the last row, or if there is an error.
func (s *intakeSource) open(file io.ReadCloser) (model.Intake, error) {
	err := s.readHead(file)
	if err == nil {
		var intake model.Intake
		if intake, err = s.intake(); err == nil {
			return intake, nil
		}
	}
	return model.Intake{}, errors.Join(err, file.Close())
}

// intake prepares the rows of a file whose head was read.
func (s *intakeSource) intake() (model.Intake, error) {
	f, err := s.format()
	if err != nil {
		return model.Intake{}, err
	}
	rows, err := f.read(s)
	if err != nil {
		return model.Intake{}, err
	}
	if f.columns != nil {
		rows = rowsOfOne(s.name, rows)
	}
	return model.Intake{Source: s.name, Rows: s.once(distinct(s.name, rows)), SHA256: func() string { return s.sum }}, nil
}

// format is the format that recognises the file.
func (s *intakeSource) format() (candidatesFormat, error) {
	for _, f := range candidatesFormats {
		if f.binary == s.binary && f.recognises(s.head) {
			return f, nil
		}
	}
	return candidatesFormat{}, s.refuse(nil, "%s is not recognised as candidates: give a %s file whose first row names the columns, "+
		"or a %s document; \"shortlist template candidates.csv\" writes an example.", s.name, tablesInWords(), documentsInWords())
}

// refuse is the refusal of the file in one sentence.
func (s *intakeSource) refuse(err error, format string, args ...any) error {
	return &CandidatesRefused{File: s.name, Sentence: fmt.Sprintf(format, args...), Err: err}
}

// cause is the last part of a system error: "permission denied".
func cause(err error) string {
	var p *fs.PathError
	if errors.As(err, &p) {
		err = p.Err
	}
	return err.Error()
}

// readHead reads the head of the file, finds its encoding and refuses a file that is no text, unless a binary format
// recognises it.
func (s *intakeSource) readHead(file io.ReadCloser) error {
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
	s.binary = slices.ContainsFunc(candidatesFormats, func(f candidatesFormat) bool { return f.binary && f.recognises(raw) })
	if s.binary {
		s.head = raw
		return nil
	}
	if what := text.OtherKind(raw); what != "" {
		return s.refuse(nil, "%s is %s, not a list of candidates: export the candidates as %s.", s.name, what, formatsInWords())
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
		return s.refuse(nil, "%s is not text: export the candidates as %s.", s.name, formatsInWords())
	}
	return nil
}

// once gives the rows a single time. After the last row it finishes the hash and closes the file.
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

// broken is the row that says that the file could not be read to its end.
func (s *intakeSource) broken(err error) model.IntakeRow {
	return s.fileProblem(model.Problem{Message: fmt.Sprintf("The file could not be read to its end (%s): take a fresh copy.", cause(err))})
}

// fileProblem is a row with a problem that belongs to no candidate.
func (s *intakeSource) fileProblem(p model.Problem) model.IntakeRow {
	p.File = s.name
	return model.IntakeRow{Line: p.Line, Problems: []model.Problem{p}}
}

// readAsWindows is the warning that a file is not UTF-8.
func (s *intakeSource) readAsWindows() model.IntakeRow {
	return s.fileProblem(model.Problem{Warning: true, Message: "The file is not in UTF-8; it was read as Windows-1252 (western Europe). " +
		"Look at names with accents; if they are wrong, save the file as UTF-8."})
}

// distinct adds a problem to a row whose reference was in the file before. The store checks this again for the rows of
// any source; here the preview of a mapping sees it too, and the problem names the list inside a folder.
func distinct(file string, rows iter.Seq[model.IntakeRow]) iter.Seq[model.IntakeRow] {
	return func(yield func(model.IntakeRow) bool) {
		seen := map[string]int{}
		for r := range rows {
			ref := r.Person.Reference
			if line, twice := seen[ref]; twice && ref != "" {
				r.Problems = append(r.Problems, model.Problem{
					File: file, Line: r.Line, Field: "reference",
					Message: fmt.Sprintf("The reference %s also stands in row %d: each candidate comes once, or in rows that follow each other and differ only in a job or a degree.", text.Quoted(ref), line),
				})
			} else if ref != "" {
				seen[strings.Clone(ref)] = r.Line // a part of the row would keep the whole row in memory
			}
			if !yield(r) {
				return
			}
		}
	}
}
