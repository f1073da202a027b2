package imports

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"shortlist/store/imports/text"
)

// This file holds the template files: each format with one candidate that is clearly invented and reads without a
// problem.

// Template is an example file of a format. *CandidatesRefused if there is no such format.
func Template(format string) ([]byte, error) {
	var names []string
	for _, f := range candidatesFormats {
		if strings.EqualFold(f.name, format) {
			return f.template()
		}
		if !slices.Contains(names, f.endings[0]) {
			names = append(names, f.endings[0])
		}
	}
	for _, f := range candidatesFormats {
		if slices.Contains(f.endings, "."+format) {
			return f.template()
		}
	}
	return nil, &CandidatesRefused{Sentence: fmt.Sprintf("There is no template in the format %s: choose a file that ends with %s.", text.Quoted(format), orList(names))}
}

// WriteTemplate writes the template of the format that the ending of the path names. *CandidatesRefused if there is no
// such format, or the file exists.
func WriteTemplate(path string) (err error) {
	name, _ := text.CleanLine(filepath.Base(path))
	data, err := Template(strings.ToLower(strings.TrimPrefix(filepath.Ext(path), ".")))
	if err != nil {
		return err
	}
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	switch {
	case errors.Is(err, fs.ErrExist):
		return &CandidatesRefused{File: name, Err: err, Sentence: fmt.Sprintf("%s is there already and is left as it is: choose another name.", name)}
	case err != nil:
		return &CandidatesRefused{File: name, Err: err, Sentence: fmt.Sprintf("%s cannot be written (%s): choose another folder.", name, cause(err))}
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	if _, err := f.Write(data); err != nil {
		return errors.Join(fmt.Errorf("write %s: %w", path, err), os.Remove(path))
	}
	return f.Sync()
}

// templateFlat is the flat form, column by column.
var templateFlat = slices.Concat([][2]string{
	{"reference", "EXAMPLE-001"},
	{"name", "Ima Gináry (example, delete this row)"},
	{"nationalities", "BEL;FRA"},
	{"degree_level", "bachelor;master"},
	{"degree_field", "Mathematics;Public Administration"},
	{"degree_conferred", "2012-06;2014-06-30"},
	{"en", "V"},
	{"fr", "III"},
	{"language_scale", "nato"},
	{"clearance", "NS"},
	{"clearance_issuer", "BEL"},
	{"clearance_valid_until", "2031-01-31"},
}, credentialCells(), [][2]string{
	{"job1_from", "2019-03-01"},
	{"job1_to", ""},
	{"job1_percent", "100"},
	{"job1_title", "Imaginary Budget Officer"},
	{"job1_employer", "Ministry of Examples"},
	{"job2_from", "2014-09"},
	{"job2_to", "2019-02"},
	{"job2_percent", "80"},
	{"job2_title", "Invented Analyst"},
	{"job2_employer", "Nowhere & Sons, Ltd"},
	{"job3_from", ""},
	{"job3_to", ""},
	{"job3_percent", ""},
	{"job3_title", ""},
	{"job3_employer", ""},
	{"statement", "This candidate does not exist. Dates are 2019-03-01 or 2019-03; a job without an end still runs; " +
		"an empty cell is unknown; several values in a cell are parted by a semicolon."},
})

// templateCSV begins with a byte order mark, by which spreadsheet programs recognise UTF-8.
func templateCSV() ([]byte, error) {
	var b bytes.Buffer
	b.WriteString("\ufeff")
	w := csv.NewWriter(&b)
	w.UseCRLF = true
	header, row := make([]string, len(templateFlat)), make([]string, len(templateFlat))
	for i, c := range templateFlat {
		header[i], row[i] = c[0], c[1]
	}
	if err := w.WriteAll([][]string{header, row}); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

func templateJSON() ([]byte, error) {
	const before = `      "statements"`
	s := strings.Replace(templateDocument, before, credentialExample()+before, 1)
	return []byte(strings.TrimLeft(s, "\n")), nil
}

const templateDocument = `
{
  "candidates": [
    {
      "reference": "EXAMPLE-001",
      "name": "Ima Gináry (example, delete this entry)",
      "nationalities": ["BEL", "FRA"],
      "email": "ima.ginary@example.org",
      "birth_year": null,
      "gender": null,
      "education": [
        {"level": "bachelor", "field": "Mathematics", "institution": "Example University", "country": "BEL", "conferred": "2012-06"},
        {"level": "master", "field": "Public Administration", "institution": "Example University", "country": "BEL", "conferred": "2014-06-30"}
      ],
      "experience": [
        {"from": "2019-03-01", "to": null, "title": "Imaginary Budget Officer", "employer": "Ministry of Examples", "percent": 100,
         "kind": "employment", "paid": true, "text": "A job with \"to\": null still runs."},
        {"from": "2014-09", "to": "2019-02", "title": "Invented Analyst", "employer": "Nowhere & Sons, Ltd", "percent": 80,
         "kind": "employment", "paid": true, "text": ""}
      ],
      "languages": [
        {"language": "en", "scale": "nato", "level": "V"},
        {"language": "fr", "scale": "nato", "level": "III"}
      ],
      "clearances": [
        {"level": "NS", "issuer": "BEL", "valid_until": "2031-01-31", "status": "held"}
      ],
      "statements": [
        {"heading": "Motivation", "text": "This candidate does not exist. Everything but the reference may be left out; what is left out is unknown."}
      ],
      "documents": [
        {"name": "cv.txt", "text": "The text of a document handed in."}
      ]
    }
  ]
}
`
