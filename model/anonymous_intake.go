package model

import (
	"strings"

	"shortlist/model/scrub"
)

// This file decides what an import may tell while candidates are anonymous: numbers, references, and where in the file
// something is wrong, but nothing that is hidden.

// hiddenFields are the fields of a file of candidates that could identify somebody.
var hiddenFields = []string{
	"name", "first_name", "last_name", "email", "e-mail", "gender", "birth_year", "birth year", "birth_date", "nationality", "nationalities",
	"clearance_issuer", "issuer", "country",
}

// openFields are the fields whose content may be told.
var openFields = []string{"language", "degree_level", "language_scale", "en", "fr"}

// ShownChanged returns the differences of a later file as they may be shown now. Of hidden fields it says only that
// something differs; of free text it names only the field.
func (b *Common) ShownChanged(c Changed, p Person) Changed {
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

// ShownProblem returns a problem of a file of candidates as it may be shown now. Row and column stay; the content of a
// hidden field does not.
func (b *Common) ShownProblem(p Problem) Problem {
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

// isField returns true if a field, or the last part of its path, is in a list.
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
