package imports

import (
	"fmt"
	"slices"
	"strings"

	"shortlist/model"
	"shortlist/model/requirement"
)

// This file reads a row of a flat table as a person. It is the same for every format with rows and columns.

// flatReader reads one row after the other.
type flatReader struct {
	columns flatColumns
	values  values
	cells   []string
	column  int // the cell that was read last, counted from 0
	first   int // the row of the names
	// again reads the cells of all rows a second time.
	again func(see func(row int, cells []string)) error
	facts []columnFacts // by column; nil until they are needed
	held  []heldRow     // rows that may be lines under the table
}

// prepare reads the names, which are in the given row of the file, and gives the problems in them.
func (r *flatReader) prepare(header []string, m *model.Mapping, row int) []model.Problem {
	r.first = row
	if m != nil {
		r.values.dates = m.Dates
	}
	r.values.column = r.factsOf
	return r.columns.read(header, m)
}

// factsOf gives the facts of the column that was read last. The first call reads the file a second time.
func (r *flatReader) factsOf() *columnFacts {
	if r.facts == nil {
		r.facts = factsFor(r.columns.names)
		dates, shares := r.columns.dates(), r.columns.shares()
		err := r.again(func(row int, cells []string) {
			for _, at := range dates {
				if at < len(cells) {
					r.facts[at].seeDates(cells[at], row)
				}
			}
			for _, at := range shares {
				if at < len(cells) {
					r.facts[at].shares.see(cells[at])
				}
			}
		})
		if err != nil { // a file that cannot be read twice shows nothing, so its columns are asked about
			r.facts = factsFor(r.columns.names)
		}
	}
	if r.column >= len(r.facts) {
		return nil
	}
	return &r.facts[r.column]
}

// cell is the text of a column; empty if the file does not have the column.
func (r *flatReader) cell(column int) string {
	if column < 0 {
		return ""
	}
	r.column = column
	return strings.TrimSpace(r.cells[column])
}

// person reads the cells of a row.
func (r *flatReader) person(row int) model.Person {
	c, v := &r.columns, &r.values
	p := model.Person{
		Name:      v.line(r.cell(c.person)),
		Email:     v.line(r.cell(c.email)),
		BirthYear: v.birthYear(r.cell(c.birthYear)),
		Gender:    v.line(r.cell(c.gender)),
	}
	p.Reference = r.reference(&p, row)
	if c.firstName >= 0 || c.lastName >= 0 {
		p.Name = strings.TrimSpace(v.line(r.cell(c.firstName)) + " " + v.line(r.cell(c.lastName)))
	}
	if c.birthDate >= 0 && p.BirthYear == 0 {
		p.BirthYear = v.birthYearOf(r.cell(c.birthDate))
	}
	p.Facts = requirement.Facts{
		Nationalities: r.nationalities(), Education: r.education(), Jobs: r.jobs(),
		Languages: r.languages(), Clearances: r.clearances(), Credentials: r.credentials(),
	}
	if s := r.cell(c.statement); s != "" {
		p.Facts.Statements = []requirement.Statement{{Heading: r.heading(c.statement), Text: v.text(s)}}
	}
	for _, at := range c.statements {
		if s := r.cell(at); s != "" {
			p.Facts.Statements = append(p.Facts.Statements, requirement.Statement{Heading: r.heading(at), Text: v.text(s)})
		}
	}
	return p
}

// heading is the heading of a statement: the name of its column, unless that is only "statement".
func (r *flatReader) heading(at int) string {
	if name := r.columns.name(at); columnName(name) != "statement" {
		return name
	}
	return ""
}

// reference is the applicant number, or what is used instead.
func (r *flatReader) reference(p *model.Person, row int) string {
	switch c := &r.columns; {
	case c.reference >= 0:
		return r.values.reference(r.cell(c.reference))
	case c.substitute == "email":
		r.column = c.email
		if p.Email == "" {
			r.values.wrong("The e-mail address is empty, and it serves as the reference here.")
		}
		return p.Email
	}
	return fmt.Sprintf("R%05d", row-r.first)
}

// parts are the values of a cell with several. Room saves the memory of a list for a cell with one value.
func (r *flatReader) parts(at int, room *[1]string) []string {
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

// parallel is the n-th value of a cell whose values belong to the count values of the cells beside it.
func (r *flatReader) parallel(at, n, count int) string {
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

// count is the number of values in the longest of parallel cells, without empty ones at the end.
func (r *flatReader) count(columns ...int) int {
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

func (r *flatReader) nationalities() []string {
	var room [1]string
	parts := r.parts(r.columns.nationalities, &room)
	if len(parts) == 0 {
		return nil
	}
	out := make([]string, 0, len(parts))
	for _, s := range parts {
		if code, ok := nationIndex()[s]; ok && len(s) == 3 { // the usual case
			if !slices.Contains(out, code) {
				out = append(out, code)
			}
			continue
		}
		for _, code := range r.values.nations(s) {
			if !slices.Contains(out, code) {
				out = append(out, code)
			}
		}
	}
	return out
}

func (r *flatReader) education() []requirement.Education {
	c, v := &r.columns, &r.values
	n := r.count(c.degreeLevel, c.degreeField, c.degreeInstitution, c.degreeCountry, c.degreeConferred)
	if n == 0 {
		return nil
	}
	out := make([]requirement.Education, n)
	for i := range out {
		out[i] = requirement.Education{
			Field:       v.line(r.parallel(c.degreeField, i, n)),
			Institution: v.line(r.parallel(c.degreeInstitution, i, n)),
			Country:     v.nation(r.parallel(c.degreeCountry, i, n)),
			Conferred:   v.date(r.parallel(c.degreeConferred, i, n)),
		}
		out[i].Level = v.degreeLevel(r.parallel(c.degreeLevel, i, n), out[i].Country, out[i].Conferred.Year)
	}
	return out
}

func (r *flatReader) languages() []requirement.LanguageSkill {
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
			skill.Scale = c.constantScale
			if len(scales) > 0 {
				r.column = c.scale
				skill.Scale = v.scale(scales[min(i, len(scales)-1)])
			}
			r.column = l.at
			if skill.Scale, skill.Level = v.languageSkill(skill.Scale, s); skill.Level != "" {
				out = append(out, skill)
			}
		}
	}
	if len(out) == 0 {
		return nil
	}
	return out
}

func (r *flatReader) clearances() []requirement.ClearanceRecord {
	c, v := &r.columns, &r.values
	n := r.count(c.clearance, c.clearanceIssuer, c.clearanceUntil, c.clearanceStatus)
	if n == 0 {
		return nil
	}
	out := make([]requirement.ClearanceRecord, 0, n)
	for i := range n {
		raw := r.parallel(c.clearance, i, n)
		record := requirement.ClearanceRecord{
			Level:      v.clearanceLevel(raw),
			Issuer:     v.issuer(r.parallel(c.clearanceIssuer, i, n)),
			ValidUntil: v.until(r.parallel(c.clearanceUntil, i, n)),
			Status:     v.status(r.parallel(c.clearanceStatus, i, n)),
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

func (r *flatReader) jobs() []requirement.Job {
	used := 0
	for i := range r.columns.jobs {
		if r.hasJob(&r.columns.jobs[i]) {
			used++
		}
	}
	career := r.cell(r.columns.career)
	if used == 0 && career == "" {
		return nil
	}
	out := make([]requirement.Job, 0, used)
	for i := range r.columns.jobs {
		if c := &r.columns.jobs[i]; r.hasJob(c) {
			out = append(out, r.job(c))
		}
	}
	if career != "" {
		r.column = r.columns.career
		out = append(out, r.values.jobsIn(career)...)
	}
	return out
}

func (r *flatReader) hasJob(c *flatJob) bool {
	for _, at := range [...]int{c.from, c.to, c.title, c.employer, c.percent, c.text, c.kind, c.paid} {
		if at >= 0 && strings.TrimSpace(r.cells[at]) != "" {
			return true
		}
	}
	return false
}

// job reads one job. A start without an end is a job that still runs; if there is no column for the end, the end is
// unknown.
func (r *flatReader) job(c *flatJob) requirement.Job {
	v := &r.values
	j := requirement.Job{
		Title: v.line(r.cell(c.title)), Employer: v.line(r.cell(c.employer)), Percent: v.percent(r.cell(c.percent)),
		Kind: v.jobKind(r.cell(c.kind)), Paid: v.yesNo(r.cell(c.paid)), Text: v.text(r.cell(c.text)),
	}
	from, to := r.cell(c.from), r.cell(c.to)
	v.takeDates(&j, from, to, c.to >= 0, func(end bool) {
		if at := c.from; !end && at >= 0 {
			r.column = at
		} else if at := c.to; end && at >= 0 {
			r.column = at
		}
	})
	if c.from >= 0 {
		r.column = c.from
	}
	if c.to >= 0 {
		r.column = c.to
	}
	v.jobDates(j, from != "")
	return j
}
