package model

import "shortlist/model/requirement"

// This file holds everything personal about a candidate. It is never in an event.

// Person is a candidate's file: who they are and the facts they claim. An absent field is unknown.
type Person struct {
	Reference string            `json:"reference"` // the applicant number of the system the file came from
	Name      string            `json:"name,omitempty"`
	Email     string            `json:"email,omitempty"`
	BirthYear int               `json:"birth_year,omitempty"`
	Gender    string            `json:"gender,omitempty"`
	Facts     requirement.Facts `json:"facts"`
}

// CandidateSummary is what a list shows of a person.
type CandidateSummary struct {
	Candidate     CandidateID `json:"c"`
	Reference     string      `json:"r"`
	Name          string      `json:"n,omitempty"`
	Nationalities []string    `json:"t,omitempty"`
}

// SummaryOf returns what a list shows of a person.
func SummaryOf(c CandidateID, p Person) CandidateSummary {
	return CandidateSummary{Candidate: c, Reference: p.Reference, Name: p.Name, Nationalities: p.Facts.Nationalities}
}

// Dossier is everything that is kept about one candidate: the file, and the texts that members wrote about it, by text
// id.
type Dossier struct {
	Candidate CandidateID
	Person    Person
	Texts     map[string]string
}

// Text returns the text for a reference, or "".
func (d Dossier) Text(r TextRef) string { return d.Texts[r.ID] }
