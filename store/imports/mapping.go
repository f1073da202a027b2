package imports

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"shortlist/model"
	"shortlist/model/requirement"
	"shortlist/model/vocab"
	"shortlist/store/imports/text"
	"shortlist/store/safefile"
)

// This file keeps mappings on disk: the file that a script gives, and the remembered ones, one for each row of names
// that a person has explained. Guessing is in mapping_guess.go.

// longestMapping is the size of the largest mapping file, in bytes.
const longestMapping = 4 << 20

// Use says how the columns of files of candidates are understood. The zero Use goes by their names alone.
type Use struct {
	// Mapping is used for every file; may be nil.
	Mapping *model.Mapping
	// Folder is the folder of remembered mappings; none are remembered if it is empty.
	Folder string
}

// OpenMapping reads a mapping file. *CandidatesRefused if it is missing, not a mapping, or names a field that does not
// exist.
func OpenMapping(path string) (model.Mapping, error) {
	name, _ := text.CleanLine(filepath.Base(path))
	refused := func(err error, format string, args ...any) (model.Mapping, error) {
		return model.Mapping{}, &CandidatesRefused{File: name, Err: err, Sentence: name + " " + fmt.Sprintf(format, args...)}
	}
	f, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return refused(err, "is not there: \"--save-map\" writes a mapping to start from.")
	}
	if err != nil {
		return refused(err, "cannot be opened (%s).", cause(err))
	}
	data, err := io.ReadAll(io.LimitReader(f, longestMapping+1))
	if err := errors.Join(err, f.Close()); err != nil {
		return refused(err, "cannot be read (%s).", cause(err))
	}
	m, err := ParseMapping(data)
	if err != nil {
		return refused(err, "is not a mapping: %s.", err)
	}
	return m, nil
}

// ParseMapping reads the text of a mapping file. The error is a sentence without its full stop.
func ParseMapping(data []byte) (m model.Mapping, err error) {
	if len(data) > longestMapping {
		return m, errors.New("it is larger than 4 MB")
	}
	d := json.NewDecoder(bytes.NewReader(bytes.TrimPrefix(data, []byte("\ufeff"))))
	d.DisallowUnknownFields()
	if err := d.Decode(&m); err != nil {
		what, _ := text.CleanLine(err.Error())
		return model.Mapping{}, fmt.Errorf("%s; {\"columns\": [{\"column\": \"Nom\", \"field\": \"last_name\"}]} was expected", strings.TrimPrefix(what, "json: "))
	}
	if _, err := d.Token(); err != io.EOF {
		return model.Mapping{}, errors.New("more text follows behind it")
	}
	if len(m.Columns) > mostColumns {
		return model.Mapping{}, fmt.Errorf("it holds more than %d columns", mostColumns)
	}
	return m, checkMapping(m)
}

// checkMapping says what is wrong in a mapping, in a sentence without its full stop.
func checkMapping(m model.Mapping) error {
	for _, c := range m.Columns {
		if _, known := columnNamed(columnName(c.Field)); !known && c.Field != "" {
			return fmt.Errorf("%s is not a field: %s or job1_from, job1_to and so on were expected", text.Quoted(c.Field), strings.Join(Fields()[:len(personColumns)], ", "))
		}
		if c.Place < 0 {
			return fmt.Errorf("the place of %s is less than 1", text.Quoted(c.Column))
		}
	}
	switch {
	case m.Dates != "" && m.Dates != "dmy" && m.Dates != "mdy":
		return fmt.Errorf("\"dates\" is %s: dmy or mdy was expected", text.Quoted(m.Dates))
	case m.Reference != "" && m.Reference != "email" && m.Reference != "number":
		return fmt.Errorf("\"reference\" is %s: email or number was expected", text.Quoted(m.Reference))
	}
	for _, s := range requirement.Scales() {
		if m.Scale == vocab.Wire(s) {
			return nil
		}
	}
	if m.Scale != "" {
		return fmt.Errorf("\"language_scale\" is %s: nato, cefr, slp or words was expected", text.Quoted(m.Scale))
	}
	return nil
}

// Fields lists what a column can be: the fields of a person, then those of the first twelve jobs.
func Fields() []string {
	var out []string
	for _, c := range personColumns {
		out = append(out, c.name)
	}
	for n := 1; n <= 12; n++ {
		for _, c := range jobColumns {
			out = append(out, fmt.Sprintf("job%d_%s", n, c.name))
		}
	}
	return out
}

// FormatMapping is a mapping as the text of a mapping file.
func FormatMapping(m model.Mapping) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(m); err != nil {
		return nil, fmt.Errorf("write a mapping: %w", err)
	}
	return b.Bytes(), nil
}

// SaveMapping writes a mapping file and replaces an older one.
func SaveMapping(path string, m model.Mapping) error {
	data, err := FormatMapping(m)
	if err != nil {
		return err
	}
	return safefile.Write(path, 0o600, func(w io.Writer) error {
		_, err := w.Write(data)
		return err
	})
}

// headerKey is the key of a row of names: equal for equal names, however they are written.
func headerKey(header []string) string {
	h := sha256.New()
	for _, n := range header {
		fmt.Fprintf(h, "%s\n", nameKey(n))
	}
	return hex.EncodeToString(h.Sum(nil))[:32]
}

// remembered is the mapping that a person has confirmed for a row of names; nil if there is none or its file is
// damaged.
func (u Use) remembered(header []string) *model.Mapping {
	if u.Folder == "" {
		return nil
	}
	m, err := OpenMapping(u.path(header))
	if err != nil {
		return nil
	}
	return &m
}

// path is the file of the remembered mapping for a row of names.
func (u Use) path(header []string) string {
	return filepath.Join(u.Folder, headerKey(header)+".json")
}

// Remember keeps a mapping for every file with the same row of names. *CandidatesRefused if the mapping is wrong.
func (u Use) Remember(h model.Header, m model.Mapping) error {
	if u.Folder == "" || len(h.Columns) == 0 {
		return nil
	}
	if err := checkMapping(m); err != nil {
		return &CandidatesRefused{File: h.Source, Sentence: "The mapping cannot be kept: " + err.Error() + "."}
	}
	if err := os.MkdirAll(u.Folder, 0o700); err != nil {
		return fmt.Errorf("make the folder of mappings: %w", err)
	}
	names := make([]string, len(h.Columns))
	for i, c := range h.Columns {
		names[i] = c.Name
	}
	return SaveMapping(u.path(names), m)
}

// mappingFor is the mapping for a row of names; nil if the names decide.
func (u Use) mappingFor(header []string) *model.Mapping {
	if u.Mapping != nil {
		return u.Mapping
	}
	return u.remembered(header)
}

// fieldsByMapping gives the field of each column by a mapping: first by place and name together, then by name.
func fieldsByMapping(header []string, m model.Mapping) []string {
	out := make([]string, len(header))
	used := make([]bool, len(m.Columns))
	byName := map[string][]int{}
	for i, h := range header {
		key := nameKey(h)
		byName[key] = append(byName[key], i)
	}
	given := make([]bool, len(header))
	for j, c := range m.Columns {
		if i := c.Place - 1; i >= 0 && i < len(header) && !given[i] && nameKey(header[i]) == nameKey(c.Column) {
			out[i], used[j], given[i] = columnName(c.Field), true, true
		}
	}
	for j, c := range m.Columns {
		if used[j] {
			continue
		}
		key := nameKey(c.Column)
		for len(byName[key]) > 0 && given[byName[key][0]] {
			byName[key] = byName[key][1:]
		}
		if len(byName[key]) > 0 {
			i := byName[key][0]
			out[i], given[i] = columnName(c.Field), true
		}
	}
	return out
}
