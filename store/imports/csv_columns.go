package imports

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"shortlist/model"
	"shortlist/model/requirement"
)

// This file holds the columns of the flat form and what each becomes. Several values in a cell are parted by ";".

// expectedHeader is shown where a file has no usable first row.
const expectedHeader = "reference,name,nationalities,degree_level,degree_field,degree_conferred,en,fr,language_scale,clearance," +
	"clearance_issuer,clearance_valid_until,job1_from,job1_to,job1_percent,job1_title,job1_employer,…,statement"

// flatColumns are the columns of a person, jobs apart.
var flatColumns = []struct {
	name string
	at   func(*csvColumns) *int
}{
	{"reference", func(c *csvColumns) *int { return &c.reference }},
	{"name", func(c *csvColumns) *int { return &c.person }},
	{"email", func(c *csvColumns) *int { return &c.email }},
	{"birth_year", func(c *csvColumns) *int { return &c.birthYear }},
	{"gender", func(c *csvColumns) *int { return &c.gender }},
	{"nationalities", func(c *csvColumns) *int { return &c.nationalities }},
	{"degree_level", func(c *csvColumns) *int { return &c.degreeLevel }},
	{"degree_field", func(c *csvColumns) *int { return &c.degreeField }},
	{"degree_institution", func(c *csvColumns) *int { return &c.degreeInstitution }},
	{"degree_country", func(c *csvColumns) *int { return &c.degreeCountry }},
	{"degree_conferred", func(c *csvColumns) *int { return &c.degreeConferred }},
	{"en", func(c *csvColumns) *int { return &c.english }},
	{"fr", func(c *csvColumns) *int { return &c.french }},
	{"language_scale", func(c *csvColumns) *int { return &c.scale }},
	{"clearance", func(c *csvColumns) *int { return &c.clearance }},
	{"clearance_issuer", func(c *csvColumns) *int { return &c.clearanceIssuer }},
	{"clearance_valid_until", func(c *csvColumns) *int { return &c.clearanceUntil }},
	{"clearance_status", func(c *csvColumns) *int { return &c.clearanceStatus }},
	{"statement", func(c *csvColumns) *int { return &c.statement }},
}

// jobColumns are the columns of one job; in the file they are called job1_from and so on.
var jobColumns = []struct {
	name string
	at   func(*csvJob) *int
}{
	{"from", func(j *csvJob) *int { return &j.from }},
	{"to", func(j *csvJob) *int { return &j.to }},
	{"percent", func(j *csvJob) *int { return &j.percent }},
	{"title", func(j *csvJob) *int { return &j.title }},
	{"employer", func(j *csvJob) *int { return &j.employer }},
	{"kind", func(j *csvJob) *int { return &j.kind }},
	{"paid", func(j *csvJob) *int { return &j.paid }},
	{"text", func(j *csvJob) *int { return &j.text }},
}

// csvColumns says which column stands where; -1 is a column that the file does not have.
type csvColumns struct {
	names []string
	reference, person, email, birthYear, gender, nationalities,
	degreeLevel, degreeField, degreeInstitution, degreeCountry, degreeConferred,
	english, french, scale, clearance, clearanceIssuer, clearanceUntil, clearanceStatus, statement int
	jobs []csvJob
}

type csvJob struct{ number, from, to, percent, title, employer, kind, paid, text int }

// column is one name of the first row understood: a column of the person, or one of a job.
type column struct {
	flat, job, number int // job and number count from 1; flat is used where number is 0
}

// columnName is a name as it is compared.
func columnName(s string) string {
	s, _ = CleanLine(strings.ToLower(s))
	return strings.NewReplacer(" ", "_", "-", "_").Replace(s)
}

func columnNamed(name string) (column, bool) {
	for i := range flatColumns {
		if flatColumns[i].name == name {
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
func (c *csvColumns) name(at int) string {
	if at < 0 || at >= len(c.names) {
		return ""
	}
	return c.names[at]
}

// read understands the first row and says what is wrong with it.
func (c *csvColumns) read(header []string) []model.Problem {
	*c = csvColumns{}
	for i := range flatColumns {
		*flatColumns[i].at(c) = -1
	}
	var problems []model.Problem
	var unknown []string
	for i, h := range header {
		shown, _ := CleanLine(h)
		c.names = append(c.names, shortened(shown))
		name := columnName(h)
		k, known := columnNamed(name)
		if !known {
			if name != "" {
				unknown = append(unknown, quoted(shown))
			}
			continue
		}
		at := flatColumns[k.flat].at(c)
		if k.number > 0 {
			at = jobColumns[k.job].at(c.job(k.number))
		}
		if *at >= 0 {
			problems = append(problems, model.Problem{
				Column: i + 1, Field: shown,
				Message: fmt.Sprintf("The column already stands at place %d: each column comes once.", *at+1),
			})
			continue
		}
		*at = i
	}
	if c.reference < 0 {
		return append(problems, model.Problem{Message: "The column reference is missing: it holds the applicant number. " +
			"A first row like this was expected: " + expectedHeader})
	}
	if n := len(unknown); n > 0 {
		if n > 20 {
			unknown = append(unknown[:20], fmt.Sprintf("%d more", n-20))
		}
		problems = append(problems, model.Problem{Warning: true, Message: "Columns that are not known are left out: " + strings.Join(unknown, ", ") + "."})
	}
	return problems
}

// job gives the columns of a job by its number, keeping the jobs in order.
func (c *csvColumns) job(number int) *csvJob {
	i, found := slices.BinarySearchFunc(c.jobs, number, func(j csvJob, n int) int { return j.number - n })
	if !found {
		c.jobs = slices.Insert(c.jobs, i, csvJob{number, -1, -1, -1, -1, -1, -1, -1, -1})
	}
	return &c.jobs[i]
}

// person reads the cells of a row.
func (r *csvReader) person() model.Person {
	c, v := &r.columns, &r.values
	p := model.Person{
		Reference: v.reference(r.cell(c.reference)),
		Name:      v.line(r.cell(c.person)),
		Email:     v.line(r.cell(c.email)),
		BirthYear: v.birthYear(r.cell(c.birthYear)),
		Gender:    v.line(r.cell(c.gender)),
	}
	p.Facts = requirement.Facts{
		Nationalities: r.nationalities(), Education: r.education(), Jobs: r.jobs(),
		Languages: r.languages(), Clearances: r.clearances(),
	}
	if s := r.cell(c.statement); s != "" {
		p.Facts.Statements = []requirement.Statement{{Text: v.text(s)}}
	}
	return p
}

// parts are the values of a cell with several. A row of one value needs no list of its own: room is given for it.
func (r *csvReader) parts(at int, room *[1]string) []string {
	s := r.cell(at)
	if s == "" {
		return nil
	}
	if strings.IndexByte(s, ';') < 0 {
		room[0] = s
		return room[:]
	}
	parts := strings.Split(s, ";")
	if len(parts) > mostInCell {
		r.values.wrong("The cell holds %d values: at most %d were expected.", len(parts), mostInCell)
		return nil
	}
	for i := range parts {
		parts[i] = strings.TrimSpace(parts[i])
	}
	return parts
}

// beside is the value of a parallel list that belongs to the n-th of count.
func (r *csvReader) beside(at, n, count int) string {
	var room [1]string
	parts := r.parts(at, &room)
	for len(parts) > count && parts[len(parts)-1] == "" {
		parts = parts[:len(parts)-1]
	}
	switch {
	case len(parts) == 0:
		return ""
	case len(parts) != count:
		if n == 0 {
			r.values.wrong("The number of values is %d here and %d in the cells beside it: lists that belong together need as many values each, "+
				"parted by \";\", with nothing between two \";\" for an unknown one.", len(parts), count)
		}
		return ""
	}
	return parts[n]
}

// count is the length of the longest of parallel lists, without empty ends.
func (r *csvReader) count(columns ...int) int {
	n := 0
	var room [1]string
	for _, at := range columns {
		parts := r.parts(at, &room)
		for len(parts) > n && parts[len(parts)-1] == "" {
			parts = parts[:len(parts)-1]
		}
		n = max(n, len(parts))
	}
	return n
}

func (r *csvReader) nationalities() []string {
	var room [1]string
	parts := r.parts(r.columns.nationalities, &room)
	if len(parts) == 0 {
		return nil
	}
	out := make([]string, 0, len(parts))
	for _, s := range parts {
		if code := r.values.nation(s); code != "" && !slices.Contains(out, code) {
			out = append(out, code)
		}
	}
	return out
}

func (r *csvReader) education() []requirement.Education {
	c, v := &r.columns, &r.values
	n := r.count(c.degreeLevel, c.degreeField, c.degreeInstitution, c.degreeCountry, c.degreeConferred)
	if n == 0 {
		return nil
	}
	out := make([]requirement.Education, n)
	for i := range out {
		out[i] = requirement.Education{
			Level:       v.degreeLevel(r.beside(c.degreeLevel, i, n)),
			Field:       v.line(r.beside(c.degreeField, i, n)),
			Institution: v.line(r.beside(c.degreeInstitution, i, n)),
			Country:     v.nation(r.beside(c.degreeCountry, i, n)),
			Conferred:   v.date(r.beside(c.degreeConferred, i, n)),
		}
	}
	return out
}

func (r *csvReader) languages() []requirement.LanguageSkill {
	c, v := &r.columns, &r.values
	var room, scaleRoom [1]string
	out := make([]requirement.LanguageSkill, 0, 2)
	for _, l := range [...]struct {
		at   int
		code string
	}{{c.english, "en"}, {c.french, "fr"}} {
		levels := r.parts(l.at, &room)
		scales := r.parts(c.scale, &scaleRoom)
		if len(levels) > 0 && len(scales) > 1 && len(scales) != len(levels) {
			v.wrong("The cell holds %d scales where %s holds %d levels: one scale for all or one for each expected.", len(scales), r.columns.name(l.at), len(levels))
			continue
		}
		for i, s := range levels {
			skill := requirement.LanguageSkill{Language: l.code}
			if len(scales) > 0 {
				r.column = c.scale
				skill.Scale = v.scale(scales[min(i, len(scales)-1)])
			}
			r.column = l.at
			if skill.Level = v.languageLevel(skill.Scale, s); skill.Level != "" {
				out = append(out, skill)
			}
		}
	}
	if len(out) == 0 {
		return nil
	}
	return out
}

func (r *csvReader) clearances() []requirement.ClearanceRecord {
	c, v := &r.columns, &r.values
	n := r.count(c.clearance, c.clearanceIssuer, c.clearanceUntil, c.clearanceStatus)
	if n == 0 {
		return nil
	}
	out := make([]requirement.ClearanceRecord, 0, n)
	for i := range n {
		raw := r.beside(c.clearance, i, n)
		record := requirement.ClearanceRecord{
			Level:      v.clearanceLevel(raw),
			Issuer:     v.issuer(r.beside(c.clearanceIssuer, i, n)),
			ValidUntil: v.date(r.beside(c.clearanceUntil, i, n)),
			Status:     v.status(r.beside(c.clearanceStatus, i, n)),
		}
		switch {
		case record.Level != "":
			out = append(out, record)
		case raw == "" && record != (requirement.ClearanceRecord{}):
			r.column = max(c.clearance, 0)
			v.warn("An issuer, a date or a state of a clearance stands here without its level, so it is left out.")
		}
	}
	if len(out) == 0 {
		return nil
	}
	return out
}

func (r *csvReader) jobs() []requirement.Job {
	used := 0
	for i := range r.columns.jobs {
		if r.hasJob(&r.columns.jobs[i]) {
			used++
		}
	}
	if used == 0 {
		return nil
	}
	out := make([]requirement.Job, 0, used)
	for i := range r.columns.jobs {
		if c := &r.columns.jobs[i]; r.hasJob(c) {
			out = append(out, r.job(c))
		}
	}
	return out
}

func (r *csvReader) hasJob(c *csvJob) bool {
	for _, at := range [...]int{c.from, c.to, c.title, c.employer, c.percent, c.text, c.kind, c.paid} {
		if at >= 0 && strings.TrimSpace(r.cells[at]) != "" {
			return true
		}
	}
	return false
}

// job reads one job. A start without an end is a job that still runs; without the column of the end it is unknown.
func (r *csvReader) job(c *csvJob) requirement.Job {
	v := &r.values
	j := requirement.Job{
		Title: v.line(r.cell(c.title)), Employer: v.line(r.cell(c.employer)), Percent: v.percent(r.cell(c.percent)),
		Kind: v.jobKind(r.cell(c.kind)), Paid: v.yesNo(r.cell(c.paid)), Text: v.text(r.cell(c.text)),
	}
	from := r.cell(c.from)
	j.From = v.date(from)
	switch to := r.cell(c.to); {
	case to == "":
		j.Ongoing = from != "" && c.to >= 0
	case isUntilNow(to):
		j.Ongoing = true
	default:
		j.To = v.date(to)
	}
	if c.from >= 0 {
		r.column = c.from
	}
	if c.to >= 0 {
		r.column = c.to
	}
	v.jobDates(j, from != "")
	return j
}
