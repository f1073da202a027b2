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

// This file reads a folder with documents of candidates: files whose names begin with a reference, or sub-folders named
// by one; there may be a list of the candidates among them. Links are not followed and nothing outside of the folder is
// opened.

const (
	// mostDocuments is the largest number of files in a folder, mostOfOne that of one candidate.
	mostDocuments = 200_000
	mostOfOne     = 50
	// longestDocument is the longest text that is kept of a document, in bytes.
	longestDocument = 2 << 20
)

// folder is an open folder of documents.
type folder struct {
	name string
	path string
	root *os.Root
	use  Use
	// listFile is the name of the list of candidates among the documents; empty if there is none.
	listFile string
	// files are paths inside the folder, ordered by name.
	files    []string
	problems []model.Problem
	sum      string
	used     bool

	// known is the reference of a candidate of the vacancy that a name begins with; empty if none. It may be nil.
	known func(name string) string
	// documents are the paths by the reference of their candidate.
	documents map[string][]string
}

// errStopped ends the reading of a folder if no more rows are wanted.
var errStopped = errors.New("stopped")

// OpenFolder opens a folder of documents. *CandidatesRefused if it cannot be read, holds nothing to read, or holds
// several lists of candidates.
func (u Use) OpenFolder(path string) (model.Intake, error) {
	name, _ := text.CleanLine(filepath.Base(path))
	f := &folder{name: name, path: path, use: u, documents: map[string][]string{}}
	refused := func(err error, format string, args ...any) (model.Intake, error) {
		return model.Intake{}, &CandidatesRefused{File: name, Err: err, Sentence: name + " " + fmt.Sprintf(format, args...)}
	}
	root, err := os.OpenRoot(path)
	if err != nil {
		return refused(err, "cannot be opened (%s): ask for the right to read it.", cause(err))
	}
	f.root = root
	if err := f.listFiles(); err != nil {
		_, refusal := refused(err, "%s.", err)
		return model.Intake{}, errors.Join(refusal, root.Close())
	}
	return model.Intake{
		Source: name, Rows: f.rows, SHA256: func() string { return f.sum },
		Know: func(reference func(string) string) { f.known = reference },
	}, nil
}

// listFiles lists the files of the folder and of its sub-folders. The error is the rest of a sentence.
func (f *folder) listFiles() error {
	entries, err := fs.ReadDir(f.root.FS(), ".")
	if err != nil {
		return fmt.Errorf("cannot be read (%s): ask for the right to read it", cause(err))
	}
	for _, e := range entries {
		switch {
		case isIgnored(e.Name()):
		case e.IsDir():
			if err := f.listInside(e.Name()); err != nil {
				return err
			}
		case !e.Type().IsRegular():
			f.leaveOut(e.Name(), "It is a link or no plain file, and is not followed: put the file itself here.")
		case isCandidatesFile(e.Name()):
			if f.listFile != "" {
				return fmt.Errorf("holds two lists of candidates, %s and %s: leave one", text.Quoted(f.listFile), text.Quoted(e.Name()))
			}
			f.listFile = e.Name()
		default:
			f.files = append(f.files, e.Name())
		}
		if len(f.files) > mostDocuments {
			return fmt.Errorf("holds more than %d files: split it", mostDocuments)
		}
	}
	if len(f.files) == 0 && f.listFile == "" {
		return errors.New("holds no documents: files whose names begin with the reference of a candidate were expected, or sub-folders named by it")
	}
	return nil
}

// listInside lists the files of a sub-folder.
func (f *folder) listInside(name string) error {
	entries, err := fs.ReadDir(f.root.FS(), name)
	if err != nil {
		f.leaveOut(name, "The folder cannot be read ("+cause(err)+").")
		return nil
	}
	for _, e := range entries {
		path := name + "/" + e.Name()
		switch {
		case isIgnored(e.Name()):
		case e.IsDir():
			f.leaveOut(path, "A folder inside the folder of a candidate is not looked into: put the files one level up.")
		case !e.Type().IsRegular():
			f.leaveOut(path, "It is a link or no plain file, and is not followed: put the file itself here.")
		default:
			f.files = append(f.files, path)
		}
	}
	return nil
}

// isIgnored returns true for files that programs leave behind.
func isIgnored(name string) bool {
	return strings.HasPrefix(name, ".") || strings.HasPrefix(name, "~$") || strings.EqualFold(name, "thumbs.db") || strings.EqualFold(name, "desktop.ini")
}

// leaveOut adds the problem of a file that is not read.
func (f *folder) leaveOut(path, message string) {
	if len(f.problems) < mostDocuments {
		f.problems = append(f.problems, model.Problem{File: f.shown(path), Message: message})
	}
}

// shown is a path as problems name it.
func (f *folder) shown(path string) string {
	path, _ = text.CleanLine(path)
	return f.name + "/" + path
}

// rows gives the candidates of the list with their documents, then those of the vacancy that have documents here.
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

// all gives all rows. The error of give ends it.
func (f *folder) all(sum io.Writer, give func(model.IntakeRow) error) error {
	listed := map[string]string{} // references of the list in small letters, with the way they are written
	if f.listFile != "" {
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
	if f.listFile != "" {
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
		in, err := f.use.OpenCandidates(filepath.Join(f.path, f.listFile))
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

// match finds the candidate of every file: one of the list, else one of the vacancy. The references of the latter are
// given in the order of the files.
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
		case len(f.documents[ref]) >= mostOfOne:
			f.problems = append(f.problems, model.Problem{File: f.shown(path), Message: fmt.Sprintf("%s has more than %d documents.", text.Quoted(ref), mostOfOne)})
			continue
		case len(f.documents[ref]) == 0 && !inList:
			strangers = append(strangers, ref)
		}
		f.documents[ref] = append(f.documents[ref], path)
	}
	return strangers
}

// ReferenceOf is the longest reference that a name begins with and that is not followed by a letter or digit; empty if
// there is none. Listed holds the references by their small letters.
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
	for _, path := range f.documents[r.Person.Reference] {
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
