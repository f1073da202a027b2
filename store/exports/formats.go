package exports

import (
	"fmt"
	"io"
	"strings"

	"shortlist/model"
)

// This file holds the LIST of formats in which results are written. Whatever the format, a report holds what its viewer
// may see and nothing else: no format adds to it.

// Format is a form of the report.
type Format struct {
	Name string // on the command line
	Says string // what it is for
	Ext  string // of a file, without the dot
	// Write writes the report; the same report always gives the same bytes.
	Write func(w io.Writer, r model.Report) error
}

// formats is the LIST. A new format is one file and one line here.
var formats = []Format{
	{"md", "a report to file or print, as Markdown text", "md", writeMarkdown},
	{"html", "the same report as one web page", "html", writeHTML},
	{"csv", "the matrix of ratings for a spreadsheet, one row a candidate", "csv", writeCSV},
	{"json", "the report document for other programs, complete and stable", "json", writeJSON},
}

// Formats lists the formats.
func Formats() []Format { return append([]Format(nil), formats...) }

// Find is the format of a name; *model.Error NotFound for any other name.
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
