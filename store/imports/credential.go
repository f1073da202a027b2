package imports

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"shortlist/model"
	"shortlist/model/requirement"
)

// This file reads credentials (licences, certificates …) in every form, and writes them into the templates. What there
// is to read is declared with the kinds of requirement; nothing here knows a licence by name.

// credentialField is one column that is declared, with the list it belongs to.
type credentialField struct {
	sort  requirement.CredentialSort
	field requirement.CredentialField
}

// credentialFields are the columns of all credentials. Their order is that of flatColumns.credentials.
var credentialFields = declaredFields()

func declaredFields() []credentialField {
	var out []credentialField
	for _, s := range requirement.CredentialSorts() {
		for _, f := range s.Fields {
			out = append(out, credentialField{s, f})
		}
	}
	return out
}

func credentialColumns() []personColumn {
	var out []personColumn
	for i, f := range declaredFields() {
		out = append(out, personColumn{f.field.Column, func(c *flatColumns) *int { return &c.credentials[i] }})
	}
	return out
}

func credentialNames() []knownNames {
	var out []knownNames
	for _, f := range declaredFields() {
		out = append(out, knownNames{f.field.Column, f.field.Names})
	}
	return out
}

// credentialDate returns true if a column holds the last day of a credential.
func credentialDate(column string) bool {
	return slices.ContainsFunc(credentialFields, func(f credentialField) bool {
		return f.field.Column == column && f.field.Part == requirement.CredentialValidUntil
	})
}

// flatCredential says where the parts of one list of credentials stand among the declared columns; -1 is a part that
// the list does not have.
type flatCredential struct {
	sort requirement.CredentialSort
	at   [requirement.CredentialValidUntil + 1]int
}

var flatCredentials = declaredLists()

func declaredLists() []flatCredential {
	var out []flatCredential
	for i, f := range declaredFields() {
		if n := len(out); n == 0 || out[n-1].sort.Kind != f.sort.Kind {
			out = append(out, flatCredential{f.sort, [...]int{-1, -1, -1, -1}})
		}
		out[len(out)-1].at[f.field.Part] = i
	}
	return out
}

// credentials reads those of a row of the flat form.
func (r *flatReader) credentials() []requirement.Credential {
	var out []requirement.Credential
	for i := range flatCredentials {
		list := &flatCredentials[i]
		var at [len(list.at)]int // columns of the file
		for part, k := range list.at {
			at[part] = -1
			if k >= 0 {
				at[part] = r.columns.credentials[k]
			}
		}
		n := r.count(at[:]...)
		for k := range n {
			text := func(part requirement.CredentialPart) string { return r.values.line(r.parallel(at[part], k, n)) }
			until := r.values.until(r.parallel(at[requirement.CredentialValidUntil], k, n))
			if c, ok := list.sort.Read(text, until); ok {
				out = append(out, c)
			}
		}
	}
	return out
}

// credentialLists are the lists of the candidates document.
func credentialLists() []jsonField[model.Person] {
	var out []jsonField[model.Person]
	for _, s := range requirement.CredentialSorts() {
		fields := credentialObject(s)
		out = append(out, jsonField[model.Person]{s.Key, func(c *jsonCursor, p *model.Person) {
			var list []credentialParts
			readObjects(c, &list, fields, nil)
			for _, x := range list {
				text := func(part requirement.CredentialPart) string { return x.text[part] }
				if credential, ok := s.Read(text, x.until); ok {
					p.Facts.Credentials = append(p.Facts.Credentials, credential)
				}
			}
		}})
	}
	return out
}

// credentialParts is an object of the candidates document while it is read.
type credentialParts struct {
	text  [requirement.CredentialValidUntil]string
	until requirement.Date
}

func credentialObject(s requirement.CredentialSort) []jsonField[credentialParts] {
	var out []jsonField[credentialParts]
	for _, f := range s.Fields {
		out = append(out, jsonField[credentialParts]{f.Key, func(c *jsonCursor, x *credentialParts) {
			if f.Part == requirement.CredentialValidUntil {
				x.until = c.values.until(c.text())
				return
			}
			x.text[f.Part] = c.values.line(c.text())
		}})
	}
	return out
}

// credentialTables are the sheets of a workbook.
func credentialTables() []table {
	var out []table
	for _, s := range requirement.CredentialSorts() {
		t := table{name: s.Key, fields: []tableField{referenceField}}
		column := map[requirement.CredentialPart]string{}
		for _, f := range s.Fields {
			t.fields = append(t.fields, tableField{f.Column, strings.Trim(f.Names+","+f.SheetNames, ",")})
			column[f.Part] = f.Column
			if f.Part == requirement.CredentialName {
				t.oneOf = append(t.oneOf, f.Column)
			}
		}
		t.take = func(p *model.Person, v *values, cell func(string) string) {
			text := func(part requirement.CredentialPart) string { return v.line(cell(column[part])) }
			if c, ok := s.Read(text, v.until(cell(column[requirement.CredentialValidUntil]))); ok {
				p.Facts.Credentials = append(p.Facts.Credentials, c)
			}
		}
		out = append(out, t)
	}
	return out
}

// credentialCells are the columns of the flat template with their examples.
func credentialCells() [][2]string {
	var out [][2]string
	for _, f := range declaredFields() {
		out = append(out, [2]string{f.field.Column, f.field.Example})
	}
	return out
}

// credentialSheets are the sheets of the template of a workbook.
func credentialSheets() []templateSheet {
	var out []templateSheet
	for _, s := range requirement.CredentialSorts() {
		names, example := []string{"reference"}, []string{"EXAMPLE-001"}
		for _, f := range s.Fields {
			names, example = append(names, f.Column), append(example, f.Example)
		}
		out = append(out, templateSheet{strings.ToUpper(s.Key[:1]) + s.Key[1:], [][]string{names, example}})
	}
	return out
}

// credentialExample are the lists of the template of the candidates document, as its text has them.
func credentialExample() string {
	var b strings.Builder
	for _, s := range requirement.CredentialSorts() {
		var parts []string
		for _, f := range s.Fields {
			example, _ := json.Marshal(f.Example) // a text always can be
			parts = append(parts, fmt.Sprintf("%q: %s", f.Key, example))
		}
		fmt.Fprintf(&b, "      %q: [\n        {%s}\n      ],\n", s.Key, strings.Join(parts, ", "))
	}
	return b.String()
}
