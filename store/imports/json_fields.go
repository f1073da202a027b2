package imports

import (
	"shortlist/model"
	"shortlist/model/requirement"
	"shortlist/model/vocab"
	"shortlist/store/imports/text"
)

// This file holds the fields of the JSON document and what each becomes. A field that is missing or null is unknown,
// except for "to": null, which is a job that still runs.

// jsonField is a field of an object.
type jsonField[T any] struct {
	name string
	read func(*jsonCursor, *T)
}

var candidateFields = append([]jsonField[model.Person]{
	{"reference", func(c *jsonCursor, p *model.Person) { p.Reference = c.values.line(c.text()) }},
	{"name", func(c *jsonCursor, p *model.Person) { p.Name = c.values.line(c.text()) }},
	{"nationalities", func(c *jsonCursor, p *model.Person) {
		readList(c, &p.Facts.Nationalities, "a list of nations", func(n *string) bool { *n = c.values.nation(c.text()); return *n != "" })
	}},
	{"email", func(c *jsonCursor, p *model.Person) { p.Email = c.values.line(c.text()) }},
	{"birth_year", func(c *jsonCursor, p *model.Person) { p.BirthYear = c.values.birthYear(c.number()) }},
	{"gender", func(c *jsonCursor, p *model.Person) { p.Gender = c.values.line(c.text()) }},
	{"education", func(c *jsonCursor, p *model.Person) {
		readObjects(c, &p.Facts.Education, educationFields, checkEducation)
	}},
	{"experience", func(c *jsonCursor, p *model.Person) { readObjects(c, &p.Facts.Jobs, jobFields, checkJob) }},
	{"languages", func(c *jsonCursor, p *model.Person) {
		readObjects(c, &p.Facts.Languages, languageFields, checkLanguage)
	}},
	{"clearances", func(c *jsonCursor, p *model.Person) {
		readObjects(c, &p.Facts.Clearances, clearanceFields, checkClearance)
	}},
	{"statements", func(c *jsonCursor, p *model.Person) { readObjects(c, &p.Facts.Statements, statementFields, nil) }},
	{"documents", func(c *jsonCursor, p *model.Person) { readObjects(c, &p.Facts.Documents, documentFields, nil) }},
}, credentialLists()...)

var educationFields = []jsonField[requirement.Education]{
	{"level", func(c *jsonCursor, e *requirement.Education) {
		e.Level = c.values.degreeLevelLater(c.text())
	}},
	{"field", func(c *jsonCursor, e *requirement.Education) { e.Field = c.values.line(c.text()) }},
	{"institution", func(c *jsonCursor, e *requirement.Education) { e.Institution = c.values.line(c.text()) }},
	{"country", func(c *jsonCursor, e *requirement.Education) { e.Country = c.values.nation(c.text()) }},
	{"conferred", func(c *jsonCursor, e *requirement.Education) { e.Conferred = c.values.date(c.text()) }},
}

var jobFields = []jsonField[requirement.Job]{
	{"from", func(c *jsonCursor, j *requirement.Job) { j.From = c.values.date(c.text()) }},
	{"to", readJobEnd},
	{"title", func(c *jsonCursor, j *requirement.Job) { j.Title = c.values.line(c.text()) }},
	{"employer", func(c *jsonCursor, j *requirement.Job) { j.Employer = c.values.line(c.text()) }},
	{"percent", func(c *jsonCursor, j *requirement.Job) { j.Percent = c.values.percent(c.number()) }},
	{"kind", func(c *jsonCursor, j *requirement.Job) { j.Kind = c.values.jobKind(c.text()) }},
	{"paid", func(c *jsonCursor, j *requirement.Job) { j.Paid = c.truth() }},
	{"text", func(c *jsonCursor, j *requirement.Job) { j.Text = c.values.text(c.text()) }},
}

var languageFields = []jsonField[requirement.LanguageSkill]{
	{"language", func(c *jsonCursor, l *requirement.LanguageSkill) { l.Language = c.values.language(c.text()) }},
	{"scale", func(c *jsonCursor, l *requirement.LanguageSkill) { l.Scale = c.values.scale(c.text()) }},
	{"level", func(c *jsonCursor, l *requirement.LanguageSkill) { l.Level = c.values.line(c.text()) }},
}

var clearanceFields = []jsonField[requirement.ClearanceRecord]{
	{"level", func(c *jsonCursor, r *requirement.ClearanceRecord) { r.Level = c.values.clearanceLevel(c.text()) }},
	{"issuer", func(c *jsonCursor, r *requirement.ClearanceRecord) { r.Issuer = c.values.issuer(c.text()) }},
	{"valid_until", func(c *jsonCursor, r *requirement.ClearanceRecord) { r.ValidUntil = c.values.until(c.text()) }},
	{"status", func(c *jsonCursor, r *requirement.ClearanceRecord) { r.Status = c.values.status(c.text()) }},
}

var statementFields = []jsonField[requirement.Statement]{
	{"heading", func(c *jsonCursor, s *requirement.Statement) { s.Heading = c.values.line(c.text()) }},
	{"text", func(c *jsonCursor, s *requirement.Statement) { s.Text = c.values.text(c.text()) }},
}

var documentFields = []jsonField[requirement.Document]{
	{"name", func(c *jsonCursor, d *requirement.Document) { d.Name = c.values.line(c.text()) }},
	{"text", func(c *jsonCursor, d *requirement.Document) { d.Text = c.values.text(c.text()) }},
}

// readJobEnd reads the end of a job: null or a word such as "present" is a job that still runs.
func readJobEnd(c *jsonCursor, j *requirement.Job) {
	if j.Ongoing = c.null(); j.Ongoing {
		return
	}
	s := c.text()
	if j.Ongoing = isStillRunning(s); !j.Ongoing {
		j.To = c.values.date(s)
	}
}

func checkJob(c *jsonCursor, j *requirement.Job, seen uint64) bool {
	c.values.jobDates(*j, seen&1 != 0) // the start is the first field
	return true
}

// checkEducation reads a level that hangs on the country when that is known, because the fields come in any order.
func checkEducation(c *jsonCursor, e *requirement.Education, _ uint64) bool {
	if e.Level != "" && e.Level.EQF() == 0 {
		e.Level = c.values.degreeLevel(vocab.Wire(e.Level), e.Country, e.Conferred.Year)
	}
	return true
}

// checkLanguage reads the level when its scale is known, because the fields come in any order.
func checkLanguage(c *jsonCursor, l *requirement.LanguageSkill, _ uint64) bool {
	switch {
	case l.Language == "" && l.Level == "":
		return false
	case l.Language == "":
		c.values.wrong("The level does not name its language: \"language\" with a code such as \"en\" expected.")
		return false
	case l.Level == "":
		return false
	}
	l.Scale, l.Level = c.values.languageSkill(l.Scale, l.Level)
	return l.Level != ""
}

func checkClearance(c *jsonCursor, r *requirement.ClearanceRecord, _ uint64) bool {
	if r.Level == "" && *r != (requirement.ClearanceRecord{}) {
		c.values.warn("An issuer, a date or a state of a clearance stands here without its level, so it is left out.")
	}
	return r.Level != ""
}

// readObject reads the fields of an object and gives those that were there, one bit a field. Unknown fields are skipped
// with a warning.
func readObject[T any](c *jsonCursor, fields []jsonField[T], into *T) (seen uint64) {
	if c.null() {
		return 0
	}
	if c.peek() != '{' {
		c.mismatch("an object")
		return 0
	}
	for more := c.open('{'); more && !c.broken; more = c.next('}') {
		name := c.key()
		if c.broken {
			break
		}
		c.path = append(c.path, jsonStep{field: name})
		i := 0
		for i < len(fields) && fields[i].name != name {
			i++
		}
		switch {
		case i == len(fields):
			c.warnUnknown(name)
			c.skip(0)
		case seen&(1<<i) != 0:
			c.values.wrong("The field stands twice in one object.")
			c.skip(0)
		default:
			seen |= 1 << i
			c.peek()
			c.start = c.at
			fields[i].read(c, into)
		}
		c.path = c.path[:len(c.path)-1]
	}
	return seen
}

// mostUnknown is the largest number of unknown fields that are named.
const mostUnknown = 50

// warnUnknown adds the warning of an unknown field, once a file.
func (c *jsonCursor) warnUnknown(name string) {
	if c.unknownFields[name] || len(c.unknownFields) >= mostUnknown {
		return
	}
	c.unknownFields[name] = true
	c.values.warn("The field %s is not known and is left out, here and wherever else it stands.", text.Quoted(name))
}

// readList reads the entries of a list; an entry is left out if read returns false.
func readList[T any](c *jsonCursor, into *[]T, expected string, read func(*T) bool) {
	if c.null() {
		return
	}
	if c.peek() != '[' {
		c.mismatch(expected)
		return
	}
	for i, more := 0, c.open('['); more && !c.broken; i, more = i+1, c.next(']') {
		if i == mostEntries {
			c.start = c.at
			c.values.wrong("The list holds more than %d entries.", mostEntries)
		}
		if i >= mostEntries {
			c.skip(0)
			continue
		}
		c.path = append(c.path, jsonStep{entry: i})
		c.peek()
		c.start = c.at
		var entry T
		if read(&entry) {
			*into = append(*into, entry)
		}
		c.path = c.path[:len(c.path)-1]
	}
}

// readObjects reads a list of objects. Check looks at each as a whole; the object is left out if it returns false.
func readObjects[T any](c *jsonCursor, into *[]T, fields []jsonField[T], check func(*jsonCursor, *T, uint64) bool) {
	readList(c, into, "a list of objects", func(entry *T) bool {
		start := c.at
		seen := readObject(c, fields, entry)
		c.start = start
		return !c.broken && seen != 0 && (check == nil || check(c, entry, seen))
	})
}
