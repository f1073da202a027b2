package imports

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"shortlist/model"
	"shortlist/model/requirement"
	"shortlist/store/imports/text"
)

// This file reads a folder with the documents of candidates: files whose names begin with the reference, or
// sub-folders named by it; and beside them a list of the candidates perhaps. Links are not followed and nothing outside
// the folder is opened.

const (
	// mostDocuments bounds the files of a folder, mostOfOne those of one candidate.
	mostDocuments = 200_000
	mostOfOne     = 50
	// longestDocument bounds the text that is kept of a document, in bytes.
	longestDocument = 2 << 20
)

// folder is an open folder of documents.
type folder struct {
	name string
	path string
	root *os.Root
	use  Use
	// list is the name of the file of candidates among the documents; "" where there is none.
	list string
	// files are paths inside the folder, in the order of their names.
	files    []string
	problems []model.Problem
	sum      string
	used     bool

	// known finds the reference in the vacancy that a name begins with.
	known func(name string) string
	// mine are the documents by the reference of their candidate.
	mine map[string][]string
}

// errStopped ends the reading of a folder whose rows are not wanted any more.
var errStopped = errors.New("stopped")

// OpenFolder opens a folder of documents. It refuses with *CandidatesRefused if it cannot be read, holds nothing to
// read, or holds several lists of candidates.
func (u Use) OpenFolder(path string) (model.Intake, error) {
	name, _ := text.CleanLine(filepath.Base(path))
	f := &folder{name: name, path: path, use: u, mine: map[string][]string{}}
	refused := func(err error, format string, args ...any) (model.Intake, error) {
		return model.Intake{}, &CandidatesRefused{File: name, Err: err, Sentence: name + " " + fmt.Sprintf(format, args...)}
	}
	root, err := os.OpenRoot(path)
	if err != nil {
		return refused(err, "cannot be opened (%s): ask for the right to read it.", cause(err))
	}
	f.root = root
	if err := f.look(); err != nil {
		_, refusal := refused(err, "%s.", err)
		return model.Intake{}, errors.Join(refusal, root.Close())
	}
	return model.Intake{
		Source: name, Rows: f.rows, SHA256: func() string { return f.sum },
		Know: func(reference func(string) string) { f.known = reference },
	}, nil
}

// look lists the files of the folder and of its sub-folders. The error is the rest of a sentence.
func (f *folder) look() error {
	entries, err := fs.ReadDir(f.root.FS(), ".")
	if err != nil {
		return fmt.Errorf("cannot be read (%s): ask for the right to read it", cause(err))
	}
	for _, e := range entries {
		switch {
		case idle(e.Name()):
		case e.IsDir():
			if err := f.lookInside(e.Name()); err != nil {
				return err
			}
		case !e.Type().IsRegular():
			f.odd(e.Name(), "It is a link or no plain file, and is not followed: put the file itself here.")
		case f.isList(e.Name()):
			if f.list != "" {
				return fmt.Errorf("holds two lists of candidates, %s and %s: leave one", text.Quoted(f.list), text.Quoted(e.Name()))
			}
			f.list = e.Name()
		default:
			f.files = append(f.files, e.Name())
		}
		if len(f.files) > mostDocuments {
			return fmt.Errorf("holds more than %d files: split it", mostDocuments)
		}
	}
	if len(f.files) == 0 && f.list == "" {
		return errors.New("holds no documents: files whose names begin with the reference of a candidate were expected, or sub-folders named by it")
	}
	return nil
}

func (f *folder) lookInside(name string) error {
	entries, err := fs.ReadDir(f.root.FS(), name)
	if err != nil {
		f.odd(name, "The folder cannot be read ("+cause(err)+").")
		return nil
	}
	for _, e := range entries {
		path := name + "/" + e.Name()
		switch {
		case idle(e.Name()):
		case e.IsDir():
			f.odd(path, "A folder inside the folder of a candidate is not looked into: put the files one level up.")
		case !e.Type().IsRegular():
			f.odd(path, "It is a link or no plain file, and is not followed: put the file itself here.")
		default:
			f.files = append(f.files, path)
		}
	}
	return nil
}

// idle tells whether a file is one that programs leave about.
func idle(name string) bool {
	return strings.HasPrefix(name, ".") || strings.HasPrefix(name, "~$") || strings.EqualFold(name, "thumbs.db") || strings.EqualFold(name, "desktop.ini")
}

// isList tells whether a file is a list of candidates rather than a document.
func (f *folder) isList(name string) bool {
	switch strings.ToLower(filepath.Ext(name)) {
	case ".csv", ".xlsx", ".xlsm", ".json":
		return true
	}
	return false
}

// odd notes a file that is left out.
func (f *folder) odd(path, message string) {
	if len(f.problems) < mostDocuments {
		f.problems = append(f.problems, model.Problem{File: f.shown(path), Message: message})
	}
}

func (f *folder) shown(path string) string {
	path, _ = text.CleanLine(path)
	return f.name + "/" + path
}

// rows gives the candidates of the list with their documents, then the documents of candidates of the vacancy.
func (f *folder) rows(yield func(model.IntakeRow) bool) {
	if f.used {
		return
	}
	f.used = true
	sum := sha256.New()
	err := f.all(sum, func(r model.IntakeRow) error {
		if !yield(r) {
			return errStopped
		}
		return nil
	})
	stopped := errors.Is(err, errStopped)
	if err != nil && !stopped {
		stopped = !yield(f.remark(model.Problem{File: f.name, Message: model.Explain(err)}))
	}
	f.sum = hex.EncodeToString(sum.Sum(nil))
	if err := f.root.Close(); err != nil && !stopped {
		yield(f.remark(model.Problem{File: f.name, Message: "The folder could not be read to its end (" + cause(err) + ")."}))
	}
}

func (f *folder) remark(p model.Problem) model.IntakeRow {
	return model.IntakeRow{Problems: []model.Problem{p}}
}

func (f *folder) all(sum io.Writer, give func(model.IntakeRow) error) error {
	listed := map[string]string{} // references of the list, as they are compared and as they are written
	if f.list != "" {
		for r, err := range f.listed() {
			if err != nil {
				return err
			}
			if ref := r.Person.Reference; ref != "" {
				listed[strings.ToLower(ref)] = strings.Clone(ref)
			}
		}
	}
	strangers := f.match(listed)
	for _, p := range f.problems {
		if err := give(f.remark(p)); err != nil {
			return err
		}
	}
	if f.list != "" {
		for r, err := range f.listed() {
			if err != nil {
				return err
			}
			f.attach(&r, sum)
			if err := give(r); err != nil {
				return err
			}
		}
	}
	for _, ref := range strangers {
		r := model.IntakeRow{Person: model.Person{Reference: ref}}
		f.attach(&r, sum)
		if err := give(r); err != nil {
			return err
		}
	}
	return nil
}

// listed gives the rows of the list.
func (f *folder) listed() iter.Seq2[model.IntakeRow, error] {
	return func(yield func(model.IntakeRow, error) bool) {
		in, err := f.use.OpenCandidates(filepath.Join(f.path, f.list))
		if err != nil {
			yield(model.IntakeRow{}, err)
			return
		}
		for r := range in.Rows {
			if !yield(r, nil) {
				return
			}
		}
	}
}

// match finds the candidate of every file: one of the list, or else one of the vacancy; the references of these are
// given back in the order of the files.
func (f *folder) match(listed map[string]string) (strangers []string) {
	for _, path := range f.files {
		ref, inList := ReferenceOf(path, listed), true
		if ref == "" && f.known != nil {
			ref, inList = f.known(path), false
		}
		switch {
		case ref == "":
			f.problems = append(f.problems, model.Problem{File: f.shown(path), Message: "No candidate has a reference that this name begins with: " +
				"put the reference first, as in \"A-0007 cv.pdf\", or the file into a folder named by it."})
			continue
		case len(f.mine[ref]) >= mostOfOne:
			f.problems = append(f.problems, model.Problem{File: f.shown(path), Message: fmt.Sprintf("%s has more than %d documents.", text.Quoted(ref), mostOfOne)})
			continue
		case len(f.mine[ref]) == 0 && !inList:
			strangers = append(strangers, ref)
		}
		f.mine[ref] = append(f.mine[ref], path)
	}
	return strangers
}

// ReferenceOf is the longest reference that a name begins with, followed by no letter or digit; the
// references stand in small letters before the way they are written. "" for none.
func ReferenceOf(name string, listed map[string]string) string {
	name = strings.ToLower(name)
	for end := len(name); end > 0; end-- {
		if next, _ := utf8.DecodeRuneInString(name[end:]); end < len(name) && (unicode.IsLetter(next) || unicode.IsDigit(next)) {
			continue
		}
		if ref := listed[name[:end]]; ref != "" {
			return ref
		}
	}
	return ""
}

// attach reads the documents of a candidate.
func (f *folder) attach(r *model.IntakeRow, sum io.Writer) {
	for _, path := range f.mine[r.Person.Reference] {
		words, err := f.text(path, sum)
		if err != nil {
			r.Problems = append(r.Problems, model.Problem{File: f.shown(path), Message: model.Explain(err)})
			continue
		}
		name, _ := text.CleanLine(filepath.Base(path))
		r.Person.Facts.Documents = append(slices.Clip(r.Person.Facts.Documents), requirement.Document{Name: name, Text: words})
	}
}

// text is the text of a document.
func (f *folder) text(path string, sum io.Writer) (string, error) {
	file, err := f.root.Open(filepath.FromSlash(path))
	if err != nil {
		return "", &CandidatesRefused{Sentence: "It cannot be opened (" + cause(err) + ")."}
	}
	data, err := io.ReadAll(io.LimitReader(file, MaxDocument+1))
	if err := errors.Join(err, file.Close()); err != nil {
		return "", &CandidatesRefused{Sentence: "It cannot be read (" + cause(err) + ")."}
	}
	fmt.Fprintf(sum, "%s\n%d\n", path, len(data))
	if _, err := sum.Write(data); err != nil {
		return "", err
	}
	words, err := DocumentText(filepath.Base(path), data)
	if err != nil {
		return "", err
	}
	if words, _ = text.Clean(words); len(words) > longestDocument {
		return "", &CandidatesRefused{Sentence: fmt.Sprintf("It holds more than %d MB of text: at most that was expected.", longestDocument>>20)}
	}
	return words, nil
}
