package imports

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"iter"
	"strings"

	"shortlist/model"
	"shortlist/model/plaintext"
	"shortlist/model/requirement"
)

// This file reads a JSON Resume, a document of one person (jsonresume.org). What it says in words that are not
// understood is left empty and noted, not guessed.

// longestResume is the size of the largest document, in bytes.
const longestResume = 8 << 20

// recognisesResume returns true if the text is an object with "basics", as no list of candidates has.
func recognisesResume(head []byte) bool {
	return recognisesJSON(head) && bytes.Contains(head, []byte(`"basics"`)) && !bytes.Contains(head, []byte(`"candidates"`))
}

// resume is the part of the document that is understood.
type resume struct {
	Meta struct {
		Reference string `json:"reference"`
	} `json:"meta"`
	Basics struct {
		Name    string `json:"name"`
		Email   string `json:"email"`
		Summary string `json:"summary"`
	} `json:"basics"`
	Work      []resumeWork `json:"work"`
	Volunteer []resumeWork `json:"volunteer"`
	Education []struct {
		Institution string `json:"institution"`
		Area        string `json:"area"`
		StudyType   string `json:"studyType"`
		EndDate     string `json:"endDate"`
	} `json:"education"`
	Languages []struct {
		Language string `json:"language"`
		Fluency  string `json:"fluency"`
	} `json:"languages"`
}

type resumeWork struct {
	Name         string   `json:"name"`
	Organization string   `json:"organization"`
	Position     string   `json:"position"`
	StartDate    string   `json:"startDate"`
	EndDate      string   `json:"endDate"`
	Summary      string   `json:"summary"`
	Highlights   []string `json:"highlights"`
}

// resumeReader turns the document into a candidate.
type resumeReader struct {
	values values
	field  string
}

// readResume reads the document. *CandidatesRefused if it is too large or no JSON Resume.
func readResume(src *intakeSource) (iter.Seq[model.IntakeRow], error) {
	data, err := io.ReadAll(io.LimitReader(src.text, longestResume+1))
	if err != nil {
		return nil, src.refuse(err, "%s cannot be read (%s): take a fresh copy.", src.name, cause(err))
	}
	if len(data) > longestResume {
		return nil, src.refuse(nil, "%s is larger than 8 MB, as no JSON Resume of one person is: give a smaller one, or a list of candidates.", src.name)
	}
	if src.legacy {
		data = []byte(plaintext.FromWindows(string(data)))
	}
	var doc resume
	if err := json.Unmarshal(data, &doc); err != nil {
		return nil, src.refuse(err, "%s looks like a JSON Resume, but is not one that can be read: export it again.", src.name)
	}
	if len(doc.Work)+len(doc.Volunteer)+len(doc.Education)+len(doc.Languages) > mostEntries {
		return nil, src.refuse(nil, "%s holds more than %d entries, as no JSON Resume of one person does.", src.name, mostEntries)
	}
	r := &resumeReader{}
	r.values.place = func() model.Problem { return model.Problem{File: src.name, Field: r.field} }
	return func(yield func(model.IntakeRow) bool) {
		if src.legacy && !yield(src.readAsWindows()) {
			return
		}
		row := model.IntakeRow{Line: 1, Person: r.person(&doc)}
		row.Problems = r.values.finish(model.Problem{File: src.name, Line: 1})
		yield(row)
	}, nil
}

// person is the candidate of the document.
func (r *resumeReader) person(doc *resume) model.Person {
	v := &r.values
	r.field = "basics"
	p := model.Person{Name: v.line(doc.Basics.Name), Email: v.line(doc.Basics.Email)}
	switch {
	case doc.Meta.Reference != "":
		p.Reference = v.reference(doc.Meta.Reference)
	case p.Email != "":
		p.Reference = v.reference(p.Email)
		v.warn("A JSON Resume holds no applicant number: the e-mail address served as the reference.")
	default:
		v.wrong("A JSON Resume holds no applicant number, and this one no e-mail address to serve as the reference: write an address into it.")
	}
	if s := v.text(doc.Basics.Summary); strings.TrimSpace(s) != "" {
		p.Facts.Statements = []requirement.Statement{{Heading: "Summary", Text: s}}
	}
	for i, w := range doc.Work {
		p.Facts.Jobs = append(p.Facts.Jobs, r.job(fmt.Sprintf("work[%d]", i), w, ""))
	}
	for i, w := range doc.Volunteer {
		p.Facts.Jobs = append(p.Facts.Jobs, r.job(fmt.Sprintf("volunteer[%d]", i), w, requirement.JobVolunteering))
	}
	for i, e := range doc.Education {
		r.field = fmt.Sprintf("education[%d]", i)
		out := requirement.Education{Field: v.line(e.Area), Institution: v.line(e.Institution)}
		r.noted(func() { out.Level = v.degreeLevel(e.StudyType, "", 0) })
		r.noted(func() { out.Conferred = v.date(e.EndDate) })
		if out != (requirement.Education{}) {
			p.Facts.Education = append(p.Facts.Education, out)
		}
	}
	for i, l := range doc.Languages {
		r.field = fmt.Sprintf("languages[%d]", i)
		var out requirement.LanguageSkill
		r.noted(func() { out.Language = v.language(l.Language) })
		if out.Language == "" || strings.TrimSpace(l.Fluency) == "" {
			continue
		}
		r.noted(func() { out.Scale, out.Level = v.languageSkill("", l.Fluency) })
		if out.Level != "" {
			p.Facts.Languages = append(p.Facts.Languages, out)
		}
	}
	return p
}

// job is a job. One without an end still runs, as the format says.
func (r *resumeReader) job(field string, w resumeWork, kind requirement.JobKind) requirement.Job {
	v := &r.values
	r.field = field
	j := requirement.Job{Title: v.line(w.Position), Employer: v.line(either(w.Name, w.Organization)), Kind: kind}
	j.Text = v.text(strings.TrimSpace(strings.Join(append([]string{w.Summary}, w.Highlights...), "\n")))
	r.noted(func() { j.From = v.date(w.StartDate) })
	r.noted(func() { j.To = v.date(w.EndDate) })
	if !j.From.IsZero() && strings.TrimSpace(w.EndDate) == "" {
		j.Ongoing = true
		v.warn("The job has no end: it was read as still running.")
	}
	return j
}

// noted reads a value; what is wrong in it leaves it empty and is a note, because nobody can mend it in this file.
func (r *resumeReader) noted(read func()) {
	n := len(r.values.problems)
	read()
	for i := n; i < len(r.values.problems); i++ {
		if p := &r.values.problems[i]; !p.Warning {
			p.Warning = true
			p.Message = fmt.Sprintf("Left empty: %s", p.Message)
		}
	}
}

// templateResume is the document of somebody invented.
func templateResume() ([]byte, error) {
	return []byte(`{
  "meta": {"reference": "EXAMPLE-001"},
  "basics": {"name": "Ima Gináry (example)", "email": "ima.ginary@example.org", "summary": "This candidate does not exist."},
  "work": [{"name": "Ministry of Examples", "position": "Imaginary Budget Officer", "startDate": "2014-09", "endDate": "2019-02"}],
  "education": [{"institution": "Example University", "area": "Public Administration", "studyType": "Master", "endDate": "2014-06"}],
  "languages": [{"language": "English", "fluency": "C1"}]
}
`), nil
}
