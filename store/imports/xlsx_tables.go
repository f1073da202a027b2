package imports

import (
	"encoding/binary"
	"math"
	"strings"

	"shortlist/model"
	"shortlist/model/requirement"
	"shortlist/store/imports/text"
)

// This file holds the sheets besides that of the people: one row for a degree, a job, a language, a clearance or a
// statement, linked to the person by the reference.

// table is a kind of such a sheet.
type table struct {
	name   string
	fields []tableField // the reference is the first
	// oneOf are fields of which a sheet of this kind has at least one, besides the reference.
	oneOf []string
	take  func(p *model.Person, v *values, cell func(field string) string)
}

type tableField struct{ field, names string }

var referenceField = tableField{"reference", personNames[0].names}

// tables is the LIST of kinds, asked in this order.
var tables = append([]table{
	{
		"jobs", append([]tableField{referenceField}, jobFieldsOf()...),
		[]string{"from", "to", "employer"},
		takeJob,
	},
	{
		"languages",
		[]tableField{referenceField, {"language", "language,langue"}, {"scale", "scale,language scale,echelle,cadre"}, {"level", "level,niveau"}},
		[]string{"language"},
		func(p *model.Person, v *values, cell func(string) string) {
			l := requirement.LanguageSkill{Language: v.language(cell("language")), Scale: v.scale(cell("scale"))}
			l.Scale, l.Level = v.languageSkill(l.Scale, cell("level"))
			if l.Language != "" && l.Level != "" {
				p.Facts.Languages = append(p.Facts.Languages, l)
			}
		},
	},
	{
		"clearances",
		[]tableField{
			referenceField,
			{"level", "level,niveau,clearance,habilitation,clearance level,niveau d habilitation"},
			{"issuer", "issuer,issued by,clearance issuer,delivree par,autorite,emetteur"},
			{"valid_until", "valid until,expiry,expiry date,expires,clearance valid until,valable jusqu au,validite,date d expiration"},
			{"status", "status,state,etat,statut"},
		},
		[]string{"issuer", "valid_until", "status"},
		func(p *model.Person, v *values, cell func(string) string) {
			c := requirement.ClearanceRecord{
				Level: v.clearanceLevel(cell("level")), Issuer: v.issuer(cell("issuer")),
				ValidUntil: v.until(cell("valid_until")), Status: v.status(cell("status")),
			}
			if c.Level == "" && c != (requirement.ClearanceRecord{}) {
				v.warn("An issuer, a date or a state of a clearance stands here without its level, so it is left out.")
			}
			if c.Level != "" {
				p.Facts.Clearances = append(p.Facts.Clearances, c)
			}
		},
	},
	{
		"education",
		[]tableField{
			referenceField,
			{"level", "level,degree,degree level,niveau,diplome"},
			{"field", "field,subject,field of study,degree field,domaine,specialite,discipline"},
			{"institution", "institution,university,school,universite,etablissement,ecole"},
			{"country", "country,pays"},
			{"conferred", "conferred,date,degree date,conferral date,graduation,degree conferred,date d obtention,obtenu le,date du diplome"},
		},
		[]string{"field", "institution", "conferred"},
		func(p *model.Person, v *values, cell func(string) string) {
			e := requirement.Education{
				Field: v.line(cell("field")), Institution: v.line(cell("institution")),
				Country: v.nation(cell("country")), Conferred: v.date(cell("conferred")),
			}
			e.Level = v.degreeLevel(cell("level"), e.Country, e.Conferred.Year)
			if e != (requirement.Education{}) {
				p.Facts.Education = append(p.Facts.Education, e)
			}
		},
	},
	{
		"statements",
		[]tableField{referenceField, {"heading", "heading,question,title,titre,rubrique"}, {"text", "text,statement,answer,texte,reponse,motivation"}},
		[]string{"text"},
		func(p *model.Person, v *values, cell func(string) string) {
			if s := (requirement.Statement{Heading: v.line(cell("heading")), Text: v.text(cell("text"))}); s.Text != "" {
				p.Facts.Statements = append(p.Facts.Statements, s)
			}
		},
	},
}, credentialTables()...)

func jobFieldsOf() []tableField {
	var out []tableField
	for _, f := range jobNames {
		out = append(out, tableField{f.field, f.names})
	}
	return out
}

// factsFor are the facts of the columns of a sheet, by field.
func (t *table) factsFor(names []string, columns []int) []columnFacts {
	of := make([]string, len(columns))
	for i, at := range columns {
		of[i] = nameAt(names, at)
	}
	return factsFor(of)
}

// see looks at a cell while the rows of a sheet are kept.
func (t *linkedTable) see(field int, cell string, row int) {
	switch t.fields[field].field {
	case "percent":
		t.facts[field].shares.see(cell)
	case "from", "to", "valid_until", "conferred":
		t.facts[field].seeDates(cell, row)
	default:
		if credentialDate(t.fields[field].field) {
			t.facts[field].seeDates(cell, row)
		}
	}
}

// takeJob reads one job. A start without an end is a job that still runs, as in the flat table.
func takeJob(p *model.Person, v *values, cell func(string) string) {
	j := requirement.Job{
		Title: v.line(cell("title")), Employer: v.line(cell("employer")), Percent: v.percent(cell("percent")),
		Kind: v.jobKind(cell("kind")), Paid: v.yesNo(cell("paid")), Text: v.text(cell("text")),
	}
	from, to := cell("from"), cell("to")
	v.takeDates(&j, from, to, true, func(end bool) {
		if end {
			cell("to")
		} else {
			cell("from")
		}
	})
	if j == (requirement.Job{}) {
		return
	}
	v.jobDates(j, from != "")
	p.Facts.Jobs = append(p.Facts.Jobs, j)
}

// columnsOf gives the columns of the kind by the names of a sheet; ok is false if the sheet is of another kind.
func (t *table) columnsOf(names []string) (columns []int, ok bool) {
	columns = make([]int, len(t.fields))
	must := false
	for i, f := range t.fields {
		columns[i] = -1
		for at, n := range names {
			if key := nameKey(n); key != "" && (key == strings.ReplaceAll(f.field, "_", " ") || isOneOf(f.names, key)) {
				columns[i] = at
				break
			}
		}
		for _, m := range t.oneOf {
			must = must || m == f.field && columns[i] >= 0
		}
	}
	return columns, must && columns[0] >= 0
}

// tableOf is the kind that knows most names of a sheet; nil if none fits.
func tableOf(names []string) (kind *table, columns []int) {
	most := 1
	for i := range tables {
		c, ok := tables[i].columnsOf(names)
		n := 0
		for _, at := range c {
			if at >= 0 {
				n++
			}
		}
		if ok && n > most {
			kind, columns, most = &tables[i], c, n
		}
	}
	return kind, columns
}

// linkedRows keeps the rows of all tables until their person is read: the rows of a reference form a chain. The cells
// are in scratch, so memory holds only some bytes a row.
type linkedRows struct {
	cells text.Scratch
	heads map[string]int32 // the first row of a reference, counted from 1
	next  []int32
	last  []int32
	at    []int64
	size  []int32
	used  []bool // by the first row of a reference: true if its person was read
}

// add keeps a row of a sheet. text.ErrBomb if there are too many.
func (t *linkedRows) add(ref string, sheet, line int, cells []string) error {
	data := binary.AppendUvarint(nil, uint64(sheet))
	data = binary.AppendUvarint(data, uint64(line))
	for _, c := range cells {
		data = binary.AppendUvarint(data, uint64(len(c)))
		data = append(data, c...)
	}
	if len(t.at) >= math.MaxInt32-1 {
		return text.ErrBomb
	}
	at, err := t.cells.Write(data)
	if err != nil {
		return err
	}
	t.at, t.size = append(t.at, at), append(t.size, int32(len(data)))
	t.next, t.last, t.used = append(t.next, 0), append(t.last, 0), append(t.used, false)
	n := int32(len(t.at))
	first, known := t.heads[ref]
	if !known {
		t.heads[strings.Clone(ref)] = n
		t.last[n-1] = n
		return nil
	}
	t.next[t.last[first-1]-1] = n
	t.last[first-1] = n
	return nil
}

// each calls do for the rows of a reference in the order of the file.
func (t *linkedRows) each(ref string, do func(sheet, line int, cells []string) error) error {
	n := t.heads[ref]
	if n > 0 {
		t.used[n-1] = true
	}
	for ; n > 0; n = t.next[n-1] {
		data, err := t.cells.Read(t.at[n-1], int(t.size[n-1]))
		if err != nil {
			return err
		}
		text := string(data)
		sheet, line, cells := unpackRow(text)
		if err := do(sheet, line, cells); err != nil {
			return err
		}
	}
	return nil
}

// unpackRow is a row as add packed it.
func unpackRow(text string) (sheet, line int, cells []string) {
	take := func() int {
		n, size := binary.Uvarint([]byte(text[:min(len(text), binary.MaxVarintLen64)]))
		text = text[max(size, 0):]
		return int(n)
	}
	sheet, line = take(), take()
	for len(text) > 0 {
		n := min(take(), len(text))
		cells = append(cells, text[:n])
		text = text[n:]
	}
	return sheet, line, cells
}
