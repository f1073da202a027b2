package requirement

import (
	"strings"

	"shortlist/model/vocab"
)

// This file holds what makes two claims of education the same qualification: level, field, institution and country,
// however they are written. The day of conferral belongs to the person, not to the qualification.

// Qualification names a qualification apart from the person who holds it. The words are folded.
type Qualification struct {
	Level       DegreeLevel `json:"level,omitempty"`
	Field       string      `json:"field,omitempty"`
	Institution string      `json:"institution,omitempty"`
	Country     string      `json:"country,omitempty"`
}

// Qualification is the qualification that a file claims.
func (e Education) Qualification() Qualification {
	return Qualification{
		Level: DegreeLevel(Fold(vocab.Wire(e.Level))), Field: Fold(e.Field), Institution: Fold(e.Institution), Country: strings.ToUpper(Fold(e.Country)),
	}
}

// Normal is the qualification as it is compared: folded once more changes nothing.
func (q Qualification) Normal() Qualification {
	return Education{Level: q.Level, Field: q.Field, Institution: q.Institution, Country: q.Country}.Qualification()
}

// Known returns true if enough is said to recognise the qualification in another file.
func (q Qualification) Known() bool { return q.Field != "" || q.Institution != "" }

// Words names the qualification in a sentence.
func (q Qualification) Words() string {
	var out []string
	for _, s := range []string{q.Level.Words(), q.Field, q.Institution, q.Country} {
		if s != "" {
			out = append(out, s)
		}
	}
	return strings.Join(out, ", ")
}

// AsksDegree returns true if a requirement asks for education, by itself or in one of its routes.
func (r Requirement) AsksDegree() bool {
	for _, x := range r.Routes {
		if x.Degree != nil {
			return true
		}
	}
	return r.Degree != nil
}
