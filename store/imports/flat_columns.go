package imports

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"shortlist/model"
	"shortlist/model/requirement"
	"shortlist/store/imports/text"
)

// This file holds the columns of a flat table, one row a candidate: their names, and at which place each is in a file.

// expectedHeader is shown if a file has no usable row of names.
const expectedHeader = "reference,name,nationalities,degree_level,degree_field,degree_conferred,en,fr,language_scale,clearance," +
	"clearance_issuer,clearance_valid_until,job1_from,job1_to,job1_percent,job1_title,job1_employer,…,statement"

// personColumn is a column of a person.
type personColumn struct {
	name string
	at   func(*flatColumns) *int
}

// personColumns are the columns of a person, jobs apart. Those of credentials are declared with their kinds.
var personColumns = append([]personColumn{
	{"reference", func(c *flatColumns) *int { return &c.reference }},
	{"name", func(c *flatColumns) *int { return &c.person }},
	{"first_name", func(c *flatColumns) *int { return &c.firstName }},
	{"last_name", func(c *flatColumns) *int { return &c.lastName }},
	{"email", func(c *flatColumns) *int { return &c.email }},
	{"birth_year", func(c *flatColumns) *int { return &c.birthYear }},
	{"birth_date", func(c *flatColumns) *int { return &c.birthDate }},
	{"gender", func(c *flatColumns) *int { return &c.gender }},
	{"nationalities", func(c *flatColumns) *int { return &c.nationalities }},
	{"degree_level", func(c *flatColumns) *int { return &c.degreeLevel }},
	{"degree_field", func(c *flatColumns) *int { return &c.degreeField }},
	{"degree_institution", func(c *flatColumns) *int { return &c.degreeInstitution }},
	{"degree_country", func(c *flatColumns) *int { return &c.degreeCountry }},
	{"degree_conferred", func(c *flatColumns) *int { return &c.degreeConferred }},
	{"en", func(c *flatColumns) *int { return &c.english }},
	{"fr", func(c *flatColumns) *int { return &c.french }},
	{"language_scale", func(c *flatColumns) *int { return &c.scale }},
	{"clearance", func(c *flatColumns) *int { return &c.clearance }},
	{"clearance_issuer", func(c *flatColumns) *int { return &c.clearanceIssuer }},
	{"clearance_valid_until", func(c *flatColumns) *int { return &c.clearanceUntil }},
	{"clearance_status", func(c *flatColumns) *int { return &c.clearanceStatus }},
	{"jobs", func(c *flatColumns) *int { return &c.career }},
	{"statement", func(c *flatColumns) *int { return &c.statement }},
}, credentialColumns()...)

// jobColumns are the columns of one job; in the file they are called job1_from and so on.
var jobColumns = []struct {
	name string
	at   func(*flatJob) *int
}{
	{"from", func(j *flatJob) *int { return &j.from }},
	{"to", func(j *flatJob) *int { return &j.to }},
	{"percent", func(j *flatJob) *int { return &j.percent }},
	{"title", func(j *flatJob) *int { return &j.title }},
	{"employer", func(j *flatJob) *int { return &j.employer }},
	{"kind", func(j *flatJob) *int { return &j.kind }},
	{"paid", func(j *flatJob) *int { return &j.paid }},
	{"text", func(j *flatJob) *int { return &j.text }},
}

// flatColumns holds the place of each column; -1 if the file does not have it.
type flatColumns struct {
	names []string
	reference, person, firstName, lastName, email, birthYear, birthDate, gender, nationalities,
	degreeLevel, degreeField, degreeInstitution, degreeCountry, degreeConferred,
	english, french, scale, clearance, clearanceIssuer, clearanceUntil, clearanceStatus, career, statement int
	jobs []flatJob
	// credentials are the columns of credentials, in the order in which they are declared.
	credentials []int
	// statements are further columns with statements, each under the name of its column.
	statements []int
	// substitute is used as the reference if no column is one: "email" or "number".
	substitute string
	// constantScale is the scale of all languages if no column names it.
	constantScale requirement.Scale
}

type flatJob struct{ number, from, to, percent, title, employer, kind, paid, text int }

// column is one name of the first row: a column of the person, or of a job.
type column struct {
	flat, job, number int // number is that of the job, from 1; if it is 0, flat is the column of the person
}

// columnName is a name as it is compared with the names of fields.
func columnName(s string) string {
	s, _ = text.CleanLine(strings.ToLower(s))
	return strings.NewReplacer(" ", "_", "-", "_").Replace(s)
}

// columnNamed is the column of a field by the field's own name.
func columnNamed(name string) (column, bool) {
	for i := range personColumns {
		if personColumns[i].name == name {
			return column{flat: i}, true
		}
	}
	number, what, found := strings.Cut(strings.TrimPrefix(name, "job"), "_")
	n, err := strconv.Atoi(number)
	if !found || err != nil || !strings.HasPrefix(name, "job") || n < 1 || n > mostEntries || number[0] == '+' {
		return column{}, false
	}
	for i := range jobColumns {
		if jobColumns[i].name == what {
			return column{job: i, number: n}, true
		}
	}
	return column{}, false
}

// name is the name of a column in the file.
func (c *flatColumns) name(at int) string {
	if at < 0 || at >= len(c.names) {
		return ""
	}
	return c.names[at]
}

// read reads the row of names and gives the problems in it. A mapping decides if there is one, else the names.
func (c *flatColumns) read(header []string, m *model.Mapping) []model.Problem {
	*c = flatColumns{credentials: make([]int, len(credentialFields))}
	for i := range personColumns {
		*personColumns[i].at(c) = -1
	}
	fields, unknown := fieldsByName(header), []string(nil)
	if m != nil {
		fields = fieldsByMapping(header, *m)
		c.substitute, c.constantScale = m.Reference, requirement.Scale(m.Scale)
	}
	var problems []model.Problem
	for i, h := range header {
		shown, _ := text.CleanLine(h)
		c.names = append(c.names, text.Shortened(shown))
		k, known := columnNamed(fields[i])
		switch {
		case !known && m == nil && columnName(h) != "":
			unknown = append(unknown, text.Quoted(shown))
		case known:
			if p := c.place(k, i); p != "" {
				problems = append(problems, model.Problem{Column: i + 1, Field: shown, Message: p})
			}
		}
	}
	if c.reference < 0 && c.substitute == "" {
		return append(problems, model.Problem{Message: "The column reference is missing: it holds the applicant number. " +
			"A first row like this was expected: " + expectedHeader + ". Other names can be explained: on the import page, or with --save-map and --map."})
	}
	if c.reference < 0 && c.substitute == "email" && c.email < 0 {
		return append(problems, model.Problem{Message: "The e-mail address is to serve as the reference, but no column holds it."})
	}
	if n := len(unknown); n > 0 {
		if n > 20 {
			unknown = append(unknown[:20], fmt.Sprintf("%d more", n-20))
		}
		problems = append(problems, model.Problem{Warning: true, Message: "Columns that are not known are left out: " + strings.Join(unknown, ", ") + "."})
	}
	return problems
}

// place sets the place of a column. The sentence says why it cannot be there; empty if it can.
func (c *flatColumns) place(k column, i int) string {
	at := personColumns[k.flat].at(c)
	if k.number > 0 {
		at = jobColumns[k.job].at(c.job(k.number))
	}
	switch {
	case *at < 0:
		*at = i
	case at == &c.statement && c.name(*at) != c.name(i):
		c.statements = append(c.statements, i)
	default:
		return fmt.Sprintf("The column already stands at place %d: each column comes once.", *at+1)
	}
	return ""
}

// usable returns true if candidates can be read from these columns.
func (c *flatColumns) usable() bool {
	return c.reference >= 0 || c.substitute == "number" || c.substitute == "email" && c.email >= 0
}

// job gives the columns of a job by its number. The jobs stay in order.
func (c *flatColumns) job(number int) *flatJob {
	i, found := slices.BinarySearchFunc(c.jobs, number, func(j flatJob, n int) int { return j.number - n })
	if !found {
		c.jobs = slices.Insert(c.jobs, i, flatJob{number, -1, -1, -1, -1, -1, -1, -1, -1})
	}
	return &c.jobs[i]
}

// dates are the places of the columns that hold dates.
func (c *flatColumns) dates() []int {
	out := []int{c.degreeConferred, c.clearanceUntil, c.birthDate, c.career}
	for i := range c.jobs {
		out = append(out, c.jobs[i].from, c.jobs[i].to)
	}
	for i, f := range credentialFields {
		if f.field.Part == requirement.CredentialValidUntil {
			out = append(out, c.credentials[i])
		}
	}
	return slices.DeleteFunc(out, func(at int) bool { return at < 0 })
}

// shares are the places of the columns that hold a share of full time.
func (c *flatColumns) shares() []int {
	var out []int
	for i := range c.jobs {
		if at := c.jobs[i].percent; at >= 0 {
			out = append(out, at)
		}
	}
	return out
}
