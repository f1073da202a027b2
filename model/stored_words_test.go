package model_test

import (
	"maps"
	"reflect"
	"slices"
	"testing"
	"time"

	"shortlist/model"
)

// This file checks that what is stored holds no sentence of the program. The log is for ever: a sentence in it could
// neither be reworded nor said in another language. Every field that can hold letters is listed below with what it holds;
// a new one fails the test until somebody says which it is.

// What a stored text may be.
const (
	code  = "one of a fixed list of words of the program, or a number or date in letters"
	id    = "what names a thing: a member, a laptop, a candidate's reference"
	hash  = "a hash, a key or what is made of one"
	text  = "words that a person wrote: the panel, the posting, the candidate's file"
	never = "never set in what is stored"
	todo  = "a sentence of the program, which must become a code with arguments"
)

// storedTypes says what the texts of each named type are.
var storedTypes = map[string]string{
	"model.AssessmentState": code, "model.Class": code, "model.CriteriaStepKind": code, "model.Interest": code, "model.Outcome": code,
	"model.Phase": code, "model.Role": code, "model.ScaleKind": code, "model.VacancyStepKind": code, "model.Value": code, "model.WarningCode": code,
	"requirement.ClearanceLevel": code, "requirement.ClearanceMode": code, "requirement.ClearanceStatus": code, "requirement.Count": code, "requirement.DegreeLevel": code,
	"requirement.JobKind": code, "requirement.Kind": code, "requirement.Role": code, "requirement.Scale": code,
	"model.ChainID": id, "model.DeviceID": id, "model.MemberID": id,
}

// storedFields says what the texts without a type of their own are, by the struct and the field.
var storedFields = map[string]string{
	"model.ImportBatch.Source":               id,
	"model.CandidateSummary.Reference":       id,
	"model.CriteriaStep.Label":               id,
	"model.CriteriaStep.With":                id,
	"model.CriterionRemoved.WasLabel":        id,
	"model.Eligibility.ID":                   id,
	"model.MappedColumn.Field":               id,
	"model.Person.Reference":                 id,
	"model.Posting.Name":                     id,
	"model.PostingRef.Name":                  id,
	"model.Revision.Source":                  id,
	"model.Summary.Path":                     id,
	"model.Text.ID":                          id,
	"model.TextRef.ID":                       id,
	"model.Vacancy.Requisition":              id,
	"model.ImportBatch.People":               hash,
	"model.ImportBatch.SHA256":               hash,
	"model.Card.Key":                         hash,
	"model.Card.Recipient":                   hash,
	"model.Posting.SHA256":                   hash,
	"model.PostingRef.SHA256":                hash,
	"model.PostingRef.TextSHA256":            hash,
	"model.Revision.After":                   hash,
	"model.Revision.People":                  hash,
	"model.Revision.SHA256":                  hash,
	"model.RulesSealed.Hash":                 hash,
	"model.Seal.Hash":                        hash,
	"model.CandidateSummary.Nationalities":   code,
	"model.Eligibility.Kind":                 code,
	"model.Mapping.Dates":                    code,
	"model.Mapping.Reference":                code,
	"model.Mapping.Scale":                    code,
	"model.Posting.Format":                   code,
	"model.PostingRef.Format":                code,
	"model.EquivalenceRecorded.Country":      code,
	"model.Span.As":                          code,
	"requirement.ClearanceRecord.Issuer":     code,
	"requirement.Education.Country":          code,
	"requirement.Facts.Nationalities":        code,
	"requirement.LanguageLevel.Language":     code,
	"requirement.LanguageLevel.Level":        code,
	"requirement.LanguageLevel.Name":         code,
	"requirement.LanguageSkill.Language":     code,
	"requirement.LanguageSkill.Level":        code,
	"requirement.Policy.Name":                code,
	"requirement.Qualification.Country":      code,
	"requirement.Requirement.Nations":        code,
	"model.CandidateSummary.Name":            text,
	"model.Competency.Name":                  text,
	"model.Competency.Phrase":                text,
	"model.Criterion.Text":                   text,
	"model.Criterion.WeightReason":           text,
	"model.CriterionEdited.Text":             text,
	"model.CriterionEdited.WasText":          text,
	"model.CriterionRemoved.WasText":         text,
	"model.CriterionWeighted.Reason":         text,
	"model.Eligibility.Text":                 text,
	"model.MappedColumn.Column":              text,
	"model.Member.Name":                      text,
	"model.PINChanged.Reason":                text,
	"model.Person.Email":                     text,
	"model.Person.Gender":                    text,
	"model.Person.Name":                      text,
	"model.Posting.Text":                     text,
	"model.EquivalenceRecorded.Field":        text,
	"model.EquivalenceRecorded.Institution":  text,
	"model.EquivalenceRecorded.Reason":       text,
	"model.RatingsRevealed.Reason":           text,
	"model.Equivalence.Reason":               text,
	"model.Reveal.Reason":                    text,
	"model.RulesReopened.Reason":             text,
	"model.Scale.Points":                     text, // the panel may change them; they begin as the usual sentences
	"model.Seal.Reason":                      text,
	"model.Since.Asks":                       text, // the words of the criterion with its requirement and scale
	"model.Common.ReopenReason":              text,
	"model.Summary.Title":                    text,
	"model.Taken.Reason":                     text,
	"model.Text.Body":                        text,
	"model.Vacancy.Grade":                    text,
	"model.Vacancy.Location":                 text,
	"model.Vacancy.Organisation":             text,
	"model.Vacancy.Title":                    text,
	"model.Warning.Args":                     text, // names and words of the posting
	"model.VacancyStep.Subject":              text, // or a label such as G1
	"requirement.Credential.Category":        text,
	"requirement.Credential.Issuer":          text,
	"requirement.Credential.Name":            text, // as the file names it, or the usual name of it
	"requirement.CredentialAsked.Categories": text,
	"requirement.CredentialAsked.Names":      text, // the usual names, by which files are compared
	"requirement.Degree.Fields":              text,
	"requirement.Document.Name":              text,
	"requirement.Document.Text":              text,
	"requirement.Education.Field":            text,
	"requirement.Education.Institution":      text,
	"requirement.Job.Employer":               text,
	"requirement.Job.Text":                   text,
	"requirement.Job.Title":                  text,
	"requirement.Qualification.Field":        text,
	"requirement.Qualification.Institution":  text,
	"requirement.Statement.Heading":          text,
	"requirement.Statement.Text":             text,
	"model.Summary.Trouble":                  never,
}

// storedValues is one value of everything that is written to a vacancy file: what happens, the board, people and texts
// about them, the posting, the line of the list of vacancies, and what a person said about columns.
func storedValues() []any {
	out := []any{model.State{}, model.Person{}, model.Text{}, model.Posting{}, model.CandidateSummary{}, model.Summary{}, model.Mapping{}}
	for _, p := range model.Payloads() {
		out = append(out, p)
	}
	return out
}

func TestNoSentenceOfTheProgramIsStored(t *testing.T) {
	t.Parallel()
	types, fields := map[string]string{}, map[string]string{}
	seen := map[reflect.Type]bool{}
	var walk func(where string, v reflect.Type)
	walk = func(where string, v reflect.Type) {
		switch v.Kind() {
		case reflect.String:
			if v.PkgPath() != "" {
				types[v.String()] = ""
			} else {
				fields[where] = ""
			}
		case reflect.Slice, reflect.Array, reflect.Pointer:
			walk(where, v.Elem())
		case reflect.Map:
			walk(where, v.Key())
			walk(where, v.Elem())
		case reflect.Struct:
			if v == reflect.TypeFor[time.Time]() || seen[v] {
				return
			}
			seen[v] = true
			for i := range v.NumField() {
				walk(v.String()+"."+v.Field(i).Name, v.Field(i).Type)
			}
		case reflect.Interface:
			t.Errorf("%s can hold anything, sentences too: give it a type", where)
		}
	}
	for _, v := range storedValues() {
		walk("", reflect.TypeOf(v))
	}
	holds := func(found, listed map[string]string) {
		for _, name := range slices.Sorted(maps.Keys(found)) {
			if listed[name] == "" {
				t.Errorf("%q is stored and not listed: say what it holds", name)
			}
		}
		for _, name := range slices.Sorted(maps.Keys(listed)) {
			if _, ok := found[name]; !ok {
				t.Errorf("%s is listed but not stored any more", name)
			}
		}
	}
	holds(types, storedTypes)
	holds(fields, storedFields)
}
