package exports

// This file holds the LIST of formats in which results are written. A source holds only what its viewer may see, and no
// format adds to it.

import (
	"fmt"
	"io"
	"strings"

	"shortlist/model"
)

// Format is a form of the report, or of the history behind it.
type Format struct {
	Name string // on the command line
	Says string // what it is for
	Ext  string // of a file, without the dot
	// Write writes what it asks the source for. The same source always gives the same bytes.
	Write func(w io.Writer, s Source) error
}

// Source is what formats are written from. An error stops the writing.
type Source interface {
	Report() (model.Report, error)
	History() (History, error)
}

// ofReport makes a format from a writer of the report.
func ofReport(write func(io.Writer, model.Report) error) func(io.Writer, Source) error {
	return func(w io.Writer, s Source) error {
		r, err := s.Report()
		if err != nil {
			return err
		}
		return write(w, r)
	}
}

// ofHistory makes a format from a writer of the history.
func ofHistory(write func(io.Writer, History) error) func(io.Writer, Source) error {
	return func(w io.Writer, s Source) error {
		h, err := s.History()
		if err != nil {
			return err
		}
		return write(w, h)
	}
}

// formats is the LIST. A new format is a new file and one line here.
var formats = []Format{
	{"md", "a report to file or print, as Markdown text", "md", ofReport(writeMarkdown)},
	{"html", "the same report as one web page", "html", ofReport(writeHTML)},
	{"csv", "the matrix of ratings for a spreadsheet, one row a candidate", "csv", ofReport(writeCSV)},
	{"json", "the report document for other programs, complete and stable", "json", ofReport(writeJSON)},
	{"history", "every entry with its hash and signature, for shortlist verify", "history", ofHistory(WriteHistory)},
}

// Formats returns the formats in the order in which they are listed.
func Formats() []Format { return append([]Format(nil), formats...) }

// Find returns the format with a name. It returns *model.Error NotFound for any other name.
func Find(name string) (Format, error) {
	var names []string
	for _, f := range formats {
		if strings.EqualFold(f.Name, name) {
			return f, nil
		}
		names = append(names, f.Name)
	}
	return Format{}, &model.Error{
		Code: model.NotFound, Subject: name,
		Message: fmt.Sprintf("There is no export format %q. Choose one of: %s.", name, strings.Join(names, ", ")),
	}
}
