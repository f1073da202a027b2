package imports

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"shortlist/model"
	"shortlist/store/imports/grid"
	"shortlist/store/imports/text"
	"shortlist/store/imports/xlsx"
)

// This file opens a rating form that a member filled in and collects what its tables say. What the words mean is
// decided later, when they are compared with the board.

const (
	// mostSheetCells and mostSheetText (bytes) are the most that a form may hold, mostSheetProblems the most problems
	// that are listed.
	mostSheetCells    = 8_000_000
	mostSheetText     = 512 << 20
	mostSheetProblems = 1000
)

// SheetRefused is the error for a file that is no rating form at all.
type SheetRefused struct {
	File     string
	Sentence string // what, why and what to do
	Err      error  // the cause; may be nil
}

// Error is the sentence.
func (e *SheetRefused) Error() string { return e.Sentence }

// Explain is the sentence shown to people.
func (e *SheetRefused) Explain() string { return e.Sentence }

// Unwrap is the cause.
func (e *SheetRefused) Unwrap() error { return e.Err }

// OpenSheet reads a filled form, XLSX or CSV by its content. *SheetRefused if the file is missing, not readable or no
// form; what is wrong inside it is in the problems.
func OpenSheet(path string) (sheet model.FilledSheet, err error) {
	name := filepath.Base(path)
	info, err := os.Stat(path)
	if err == nil && info.IsDir() {
		return sheet, refuseSheet(name, nil, "%s is a folder: give the sheet that you filled in.", name)
	}
	var f *os.File
	if err == nil {
		f, err = os.Open(path)
	}
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return sheet, refuseSheet(name, err, "%s is not there: check the name and the folder.", name)
	case err != nil:
		return sheet, refuseSheet(name, err, "%s cannot be opened (%s): ask for the right to read it, or take a copy that you may read.", name, cause(err))
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	return readSheet(name, f, info.Size())
}

func refuseSheet(name string, err error, format string, args ...any) error {
	return &SheetRefused{File: name, Sentence: fmt.Sprintf(format, args...), Err: err}
}

// readSheet recognises the format and reads the form.
func readSheet(name string, at io.ReaderAt, size int64) (model.FilledSheet, error) {
	name, _ = text.CleanLine(name)
	t := &formReader{out: model.FilledSheet{File: name}}
	head := make([]byte, text.HeadSize)
	n, err := at.ReadAt(head, 0)
	head = head[:n]
	switch {
	case err != nil && err != io.EOF:
		return t.out, refuseSheet(name, err, "%s cannot be read (%s): take a fresh copy.", name, cause(err))
	case isArchive(head):
		err = t.book(at, size)
	case text.OtherKind(head) != "":
		return t.out, refuseSheet(name, nil, "%s is %s, not a sheet: give the one that you filled in, as .xlsx or .csv.", name, text.OtherKind(head))
	default:
		err = t.csv(io.NewSectionReader(at, 0, size), head)
	}
	switch {
	case errors.Is(err, text.ErrBomb):
		return t.out, refuseSheet(name, err, "%s holds far more than any sheet does: give the one that you filled in.", name)
	case errors.Is(err, xlsx.ErrNoWorkbook):
		return t.out, refuseSheet(name, err, "%s is an archive or an office document, but no workbook that can be read: save the sheet as .xlsx or .csv.", name)
	case err != nil:
		return t.out, refuseSheet(name, err, "%s is damaged: open it in its program, save it again, and give that.", name)
	case t.out.Head.Vacancy == "" || t.out.Head.Member == "":
		return t.out, refuseSheet(name, nil, "%s is no sheet of this program, or the lines that say whose it is are gone: \"shortlist sheet FILE --as MEMBER -o %s\" writes one.", name, name)
	case !t.found:
		return t.out, refuseSheet(name, nil, "%s has lost its table of ratings: a row that begins with %q and names the criteria was expected.", name, model.SheetCandidate)
	}
	return t.finish(), nil
}

// formReader collects a form row by row.
type formReader struct {
	out   model.FilledSheet
	found bool // true after a table of ratings
	cells int
	bytes int
	left  int // problems that are not listed
	// escapes is true if characters may be written as _x0041_.
	escapes bool

	sheet   string // of a workbook
	columns []criterionColumn
	at      map[string]int // places of the columns that belong to no criterion
}

// criterionColumn is a column that belongs to a criterion; the label of any other is empty.
type criterionColumn struct {
	label string
	kind  model.SheetColumn
}

// begin starts the next sheet of a workbook.
func (t *formReader) begin(sheet string) {
	t.sheet, t.columns, t.at = sheet, nil, nil
}

// problem adds a problem, or counts it if there are too many.
func (t *formReader) problem(line, column int, field, format string, args ...any) {
	if len(t.out.Problems) >= mostSheetProblems {
		t.left++
		return
	}
	t.out.Problems = append(t.out.Problems, model.Problem{
		File: t.out.File, Sheet: t.sheet, Line: line, Column: column, Field: field, Message: fmt.Sprintf(format, args...),
	})
}

// finish is the form that was read.
func (t *formReader) finish() model.FilledSheet {
	if t.left > 0 {
		t.out.Problems = append(t.out.Problems, model.Problem{File: t.out.File, Message: fmt.Sprintf("%d more problems are not listed.", t.left)})
	}
	return t.out
}

// row reads a row. The cells may be used again afterwards. text.ErrBomb if the form holds too much.
func (t *formReader) row(line int, cells []string) error {
	if blankRow(cells) {
		return nil
	}
	if t.at == nil {
		if !t.header(line, cells) {
			t.mark(cells)
		}
		return nil
	}
	return t.candidate(line, cells)
}

// mark reads a line by which a form is recognised. The first of a kind counts.
func (t *formReader) mark(cells []string) {
	if len(cells) < 2 {
		return
	}
	key, _ := text.CleanLine(cells[0])
	value, _ := text.CleanLine(cells[1])
	value = strings.TrimPrefix(value, "'")
	h := &t.out.Head
	switch strings.ToLower(key) {
	case model.SheetVacancy:
		h.Vacancy = firstOf(h.Vacancy, value)
	case model.SheetMember:
		h.Member = model.MemberID(firstOf(string(h.Member), value))
	case model.SheetHash:
		h.Hash = firstOf(h.Hash, value)
	case model.SheetVersion:
		if n, err := strconv.Atoi(strings.TrimSuffix(value, ".0")); err == nil && h.Version == 0 {
			h.Version = n
		}
	}
}

func firstOf(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

// header reads the row that names the columns; false if it is another row.
func (t *formReader) header(line int, cells []string) bool {
	at, columns, criteria := map[string]int{}, make([]criterionColumn, len(cells)), 0
	seen := map[criterionColumn]bool{}
	for i, cell := range cells {
		name, _ := text.CleanLine(cell)
		name = strings.ToLower(name)
		if label, kind, ok := model.ReadSheetColumn(name); ok {
			columns[i] = criterionColumn{label, kind}
			criteria++
			continue
		}
		if _, twice := at[name]; !twice {
			at[name] = i
		}
	}
	if i, ok := at[model.SheetCandidate]; !ok || criteria == 0 || !blankRow(cells[:i]) {
		return false
	}
	for i, c := range columns {
		if c.label != "" && seen[c] {
			t.problem(line, i+1, c.kind.Head(c.label), "The column stands here twice: take one of them out.")
		}
		seen[c] = true
	}
	t.at, t.columns = at, columns
	if _, jobs := at[model.SheetJob]; !jobs {
		if t.found {
			t.problem(line, 0, "", "There are two tables of ratings: take one of them out.")
		}
		t.found = true
		if _, ok := at[model.SheetWas]; !ok {
			t.problem(line, 0, model.SheetWas, "The column %q is gone, so every rating on the board counts as newer than the sheet.", model.SheetWas)
			if n := len(t.out.Problems); n > 0 {
				t.out.Problems[n-1].Warning = true
			}
		}
	}
	return true
}

// cell is a cell by the name of its column, on one line.
func (t *formReader) cell(cells []string, name string) string {
	i, ok := t.at[name]
	if !ok || i >= len(cells) {
		return ""
	}
	s, _ := text.CleanLine(cells[i])
	return s
}

// candidate reads a row of the table.
func (t *formReader) candidate(line int, cells []string) error {
	who := t.cell(cells, model.SheetCandidate)
	if strings.EqualFold(who, model.SheetAsks) {
		return nil
	}
	r := model.FilledRow{Sheet: t.sheet, Line: line}
	said := false
	for i, c := range t.columns {
		if c.label == "" || c.kind == model.SheetFinding {
			continue
		}
		words := ""
		if i < len(cells) {
			words, _ = text.Clean(t.plain(cells[i]))
		}
		if c.kind != model.SheetReason && c.kind != model.SheetEvidence {
			words = strings.Join(strings.Fields(words), " ")
		}
		said = said || words != ""
		t.cells++
		t.bytes += len(words)
		r.Cells = append(r.Cells, model.FilledCell{Column: i + 1, Label: c.label, Kind: c.kind, Text: strings.Clone(words)})
	}
	if t.cells > mostSheetCells || t.bytes > mostSheetText {
		return text.ErrBomb
	}
	at := t.at[model.SheetCandidate] + 1
	var ok bool
	if r.Candidate, ok = model.ReadCandidateID(who); !ok {
		if said || who != "" {
			t.problem(line, at, model.SheetCandidate, "%s is no candidate's number: one such as C003 was expected, as it was written.", text.Quoted(who))
		}
		return nil
	}
	if _, jobs := t.at[model.SheetJob]; jobs {
		n, err := strconv.Atoi(strings.TrimSuffix(t.cell(cells, model.SheetJob), ".0"))
		if err != nil || n < 1 || n > 1_000_000 {
			t.problem(line, t.at[model.SheetJob]+1, model.SheetJob, "%s is no number of a job: it must stay as it was written.", text.Quoted(t.cell(cells, model.SheetJob)))
			return nil
		}
		r.Job = n
		if said {
			r.JobWords = strings.Clone(t.plain(t.cell(cells, model.SheetJobWords)))
		}
	} else {
		r.Was = strings.Clone(t.cell(cells, model.SheetWas))
	}
	t.out.Rows = append(t.out.Rows, r)
	return nil
}

// book reads the sheets of a workbook.
func (t *formReader) book(at io.ReaderAt, size int64) (err error) {
	b, err := xlsx.Open(at, size)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, b.Close()) }()
	t.escapes = true
	for _, s := range b.Sheets() {
		t.begin(s.Name)
		err := b.Rows(s, func(r *grid.Row) error {
			for _, f := range r.Faults {
				if t.at != nil && f.Column-1 < len(t.columns) && t.columns[f.Column-1].label != "" {
					t.problem(r.Line, f.Column, "", "%s", f.Message)
				}
			}
			return t.row(r.Line, r.Cells)
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// plain is a cell without the escapes of a workbook.
func (t *formReader) plain(s string) string {
	if t.escapes {
		return decodeEscapes(s)
	}
	return s
}

// decodeEscapes decodes the characters that a workbook writes as _x0041_.
func decodeEscapes(s string) string {
	at := strings.Index(s, "_x")
	if at < 0 {
		return s
	}
	var b strings.Builder
	for ; at >= 0; at = strings.Index(s, "_x") {
		b.WriteString(s[:at])
		s = s[at:]
		if len(s) >= 7 && s[6] == '_' {
			if n, err := strconv.ParseUint(s[2:6], 16, 16); err == nil {
				b.WriteRune(rune(n))
				s = s[7:]
				continue
			}
		}
		b.WriteString(s[:2])
		s = s[2:]
	}
	b.WriteString(s)
	return b.String()
}
