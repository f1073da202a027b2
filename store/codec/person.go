package codec

import (
	"errors"
	"fmt"

	"shortlist/model"
	"shortlist/model/requirement"
)

// This file holds a person on disk: CBOR maps whose keys are the numbers below, with unknown fields left out. Most of a
// vacancy file is people, so short keys keep it small. A number, once used, keeps its meaning for ever; a number that
// only a newer program knows is passed over on reading.

type personRecord struct {
	Reference     string             `cbor:"1,keyasint,omitempty"`
	Name          string             `cbor:"2,keyasint,omitempty"`
	Email         string             `cbor:"3,keyasint,omitempty"`
	BirthYear     int                `cbor:"4,keyasint,omitempty"`
	Gender        string             `cbor:"5,keyasint,omitempty"`
	Nationalities []string           `cbor:"6,keyasint,omitempty"`
	Education     []educationRecord  `cbor:"7,keyasint,omitempty"`
	Jobs          []jobRecord        `cbor:"8,keyasint,omitempty"`
	Languages     []languageRecord   `cbor:"9,keyasint,omitempty"`
	Clearances    []clearanceRecord  `cbor:"10,keyasint,omitempty"`
	Statements    []statementRecord  `cbor:"11,keyasint,omitempty"`
	Documents     []documentRecord   `cbor:"12,keyasint,omitempty"`
	Credentials   []credentialRecord `cbor:"13,keyasint,omitempty"`
}

// date is year, month and day. It is short because most of the numbers of a person are dates.
type date [3]int

type educationRecord struct {
	Level       requirement.DegreeLevel `cbor:"1,keyasint,omitempty"`
	Field       string                  `cbor:"2,keyasint,omitempty"`
	Institution string                  `cbor:"3,keyasint,omitempty"`
	Country     string                  `cbor:"4,keyasint,omitempty"`
	Conferred   date                    `cbor:"5,keyasint,omitzero"`
}

type jobRecord struct {
	From     date                `cbor:"1,keyasint,omitzero"`
	To       date                `cbor:"2,keyasint,omitzero"`
	Ongoing  bool                `cbor:"3,keyasint,omitempty"`
	Title    string              `cbor:"4,keyasint,omitempty"`
	Employer string              `cbor:"5,keyasint,omitempty"`
	Percent  int                 `cbor:"6,keyasint,omitempty"`
	Kind     requirement.JobKind `cbor:"7,keyasint,omitempty"`
	Paid     *bool               `cbor:"8,keyasint,omitempty"`
	Text     string              `cbor:"9,keyasint,omitempty"`
}

type languageRecord struct {
	Language string            `cbor:"1,keyasint,omitempty"`
	Scale    requirement.Scale `cbor:"2,keyasint,omitempty"`
	Level    string            `cbor:"3,keyasint,omitempty"`
}

type clearanceRecord struct {
	Level      requirement.ClearanceLevel  `cbor:"1,keyasint,omitempty"`
	Issuer     string                      `cbor:"2,keyasint,omitempty"`
	ValidUntil date                        `cbor:"3,keyasint,omitzero"`
	Status     requirement.ClearanceStatus `cbor:"4,keyasint,omitempty"`
}

type credentialRecord struct {
	Kind       requirement.Kind `cbor:"1,keyasint,omitempty"`
	Name       string           `cbor:"2,keyasint,omitempty"`
	Category   string           `cbor:"3,keyasint,omitempty"`
	Issuer     string           `cbor:"4,keyasint,omitempty"`
	ValidUntil date             `cbor:"5,keyasint,omitzero"`
	None       bool             `cbor:"6,keyasint,omitempty"`
}

type statementRecord struct {
	Heading string `cbor:"1,keyasint,omitempty"`
	Text    string `cbor:"2,keyasint,omitempty"`
}

type documentRecord struct {
	Name string `cbor:"1,keyasint,omitempty"`
	Text string `cbor:"2,keyasint,omitempty"`
}

// maxPersonList is how many entries each list of a person may have, far more than any file has.
const maxPersonList = 1 << 16

var (
	errPerson = errors.New("a person is a map of fields")
	errLong   = errors.New("a list of the person is too long")
)

// MarshalPerson writes a person. The same person gives the same bytes always. It is an error if one list of the person
// has more than maxPersonList entries, because UnmarshalPerson would refuse it.
func MarshalPerson(p model.Person) ([]byte, error) {
	f := &p.Facts
	if max(len(f.Nationalities), len(f.Education), len(f.Jobs), len(f.Languages), len(f.Clearances), len(f.Credentials), len(f.Statements), len(f.Documents)) > maxPersonList {
		return nil, fmt.Errorf("encode %s: %w", p.Reference, errLong)
	}
	return Marshal(personRecord{
		Reference: p.Reference, Name: p.Name, Email: p.Email, BirthYear: p.BirthYear, Gender: p.Gender,
		Nationalities: f.Nationalities,
		Education: each(f.Education, func(e requirement.Education) educationRecord {
			return educationRecord{e.Level, e.Field, e.Institution, e.Country, dateOf(e.Conferred)}
		}),
		Jobs: each(f.Jobs, func(j requirement.Job) jobRecord {
			return jobRecord{dateOf(j.From), dateOf(j.To), j.Ongoing, j.Title, j.Employer, j.Percent, j.Kind, j.Paid, j.Text}
		}),
		Languages: each(f.Languages, func(l requirement.LanguageSkill) languageRecord { return languageRecord(l) }),
		Clearances: each(f.Clearances, func(c requirement.ClearanceRecord) clearanceRecord {
			return clearanceRecord{c.Level, c.Issuer, dateOf(c.ValidUntil), c.Status}
		}),
		Statements: each(f.Statements, func(s requirement.Statement) statementRecord { return statementRecord(s) }),
		Documents:  each(f.Documents, func(d requirement.Document) documentRecord { return documentRecord(d) }),
		Credentials: each(f.Credentials, func(c requirement.Credential) credentialRecord {
			return credentialRecord{c.Kind, c.Name, c.Category, c.Issuer, dateOf(c.ValidUntil), c.None}
		}),
	})
}

// UnmarshalPerson reads what MarshalPerson wrote. Nothing of the person points into b.
func UnmarshalPerson(b []byte, p *model.Person) error {
	const cborMap = 5 // the upper three bits of the first byte; CBOR's null would pass for a person without fields
	if len(b) == 0 || b[0]>>5 != cborMap {
		return fmt.Errorf("decode %T: %w", p, errPerson)
	}
	var r personRecord
	if err := people.Unmarshal(b, &r); err != nil {
		return fmt.Errorf("decode %T: %w", p, err)
	}
	*p = model.Person{Reference: r.Reference, Name: r.Name, Email: r.Email, BirthYear: r.BirthYear, Gender: r.Gender}
	p.Facts = requirement.Facts{
		Nationalities: r.Nationalities,
		Education: each(r.Education, func(e educationRecord) requirement.Education {
			return requirement.Education{Level: e.Level, Field: e.Field, Institution: e.Institution, Country: e.Country, Conferred: e.Conferred.model()}
		}),
		Jobs: each(r.Jobs, func(j jobRecord) requirement.Job {
			return requirement.Job{
				From: j.From.model(), To: j.To.model(), Ongoing: j.Ongoing, Title: j.Title, Employer: j.Employer,
				Percent: j.Percent, Kind: j.Kind, Paid: j.Paid, Text: j.Text,
			}
		}),
		Languages: each(r.Languages, func(l languageRecord) requirement.LanguageSkill { return requirement.LanguageSkill(l) }),
		Clearances: each(r.Clearances, func(c clearanceRecord) requirement.ClearanceRecord {
			return requirement.ClearanceRecord{Level: c.Level, Issuer: c.Issuer, ValidUntil: c.ValidUntil.model(), Status: c.Status}
		}),
		Statements: each(r.Statements, func(s statementRecord) requirement.Statement { return requirement.Statement(s) }),
		Documents:  each(r.Documents, func(d documentRecord) requirement.Document { return requirement.Document(d) }),
		Credentials: each(r.Credentials, func(c credentialRecord) requirement.Credential {
			return requirement.Credential{Kind: c.Kind, Name: c.Name, Category: c.Category, Issuer: c.Issuer, ValidUntil: c.ValidUntil.model(), None: c.None}
		}),
	}
	return nil
}

func dateOf(d requirement.Date) date { return date{d.Year, d.Month, d.Day} }

func (d date) model() requirement.Date {
	return requirement.Date{Year: d[0], Month: d[1], Day: d[2]}
}

// each converts a list. A list that is empty becomes nil.
func each[A, B any](list []A, convert func(A) B) []B {
	if len(list) == 0 {
		return nil
	}
	out := make([]B, len(list))
	for i := range list {
		out[i] = convert(list[i])
	}
	return out
}
