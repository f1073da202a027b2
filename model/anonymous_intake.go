package model

import (
	"strings"

	"shortlist/model/scrub"
)

// This file says what an import tells while candidates are anonymous: number and reference of whoever differs, and where
// in the file something is wrong, never what is hidden.

// hiddenFields are the fields of a file of candidates that tell who somebody is.
var hiddenFields = []string{
	"name", "first_name", "last_name", "email", "e-mail", "gender", "birth_year", "birth year", "birth_date", "nationality", "nationalities",
	"clearance_issuer", "issuer", "country",
}

// openFields are the fields whose contents may be told.
var openFields = []string{"language", "degree_level", "language_scale", "en", "fr"}

// ShownChanged is what a later file says differently, as it may be shown now: of fields that are hidden only that
// something differs, and of free text the field alone.
func (b *Board) ShownChanged(c Changed, p Person) Changed {
	if !b.Hidden() {
		return c
	}
	c.Reference = shownReference(scrubberFor(p), c.Reference)
	var out []Difference
	hidden := false
	for _, d := range c.Differences {
		switch {
		case isField(hiddenFields, d.Field):
			hidden = true
		case isField(openFields, d.Field):
			out = append(out, d)
		case len(out) == 0 || out[len(out)-1] != Difference{Field: d.Field}:
			out = append(out, Difference{Field: d.Field})
		}
	}
	if hidden {
		out = append(out, Difference{Field: "something that is hidden until the reveal"})
	}
	c.Differences = out
	return c
}

// ShownProblem is what is wrong in a file of candidates, as it may be shown now: row and column stay, what stands there
// does not where it is hidden.
func (b *Board) ShownProblem(p Problem) Problem {
	if !b.Hidden() {
		return p
	}
	if isField(hiddenFields, p.Field) {
		p.Message = "what stands here cannot be taken as it is; it is hidden until the reveal, so look into the file"
		return p
	}
	p.Message = scrub.Contacts(p.Message)
	return p
}

// isField tells whether a field, or the last part of its path, is one of a list.
func isField(list []string, field string) bool {
	field = strings.ToLower(field)
	if i := strings.LastIndexByte(field, '.'); i >= 0 {
		field = field[i+1:]
	}
	field, _, _ = strings.Cut(field, "[")
	for _, f := range list {
		if f == field {
			return true
		}
	}
	return false
}
