package imports

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"shortlist/model/requirement"
)

// exampleOf is the credential that the templates show.
func exampleOf(t *testing.T, s requirement.CredentialSort) requirement.Credential {
	t.Helper()
	parts := map[requirement.CredentialPart]string{}
	for _, f := range s.Fields {
		parts[f.Part] = f.Example
	}
	until, trouble := readDate(parts[requirement.CredentialValidUntil], "")
	if trouble != "" {
		t.Fatal(trouble)
	}
	c, ok := s.Read(func(p requirement.CredentialPart) string { return parts[p] }, until)
	if !ok || c.Name == "" || c.Kind != s.Kind {
		t.Fatalf("the example of %s is %+v", s.Key, c)
	}
	return c
}

// TestDeclaredCredentialsComeInThroughEveryForm walks the declarations of the kinds.
func TestDeclaredCredentialsComeInThroughEveryForm(t *testing.T) {
	t.Parallel()
	for _, f := range candidatesFormats {
		if f.bare {
			continue
		}
		data, err := Template(f.name)
		if err != nil {
			t.Fatal(err)
		}
		rows := readCandidates(t, "template."+f.name, string(data))
		facts := people(t, rows)[0].Facts
		for _, s := range requirement.CredentialSorts() {
			want := []requirement.Credential{exampleOf(t, s)}
			if d := cmp.Diff(want, facts.CredentialsOf(s.Kind)); d != "" {
				t.Errorf("%s of %s: %s", s.Key, f.name, d)
			}
		}
	}
}

// TestDeclaredColumnsAreKnownByTheirNames also holds every name to one field, so that none is taken from another.
func TestDeclaredColumnsAreKnownByTheirNames(t *testing.T) {
	t.Parallel()
	for _, f := range credentialFields {
		column := f.field.Column
		if !slices.Contains(Fields(), column) {
			t.Errorf("%s is not among the fields", column)
		}
		for name := range strings.SplitSeq(f.field.Names, ",") {
			if name != nameKey(name) || fieldNamed(name) != column {
				t.Errorf("the name %q is not plain, or means %q and not %s", name, fieldNamed(name), column)
			}
		}
	}
	for i, a := range credentialFields {
		for _, b := range credentialFields[:i] {
			if a.field.Column == b.field.Column {
				t.Errorf("%s stands twice", a.field.Column)
			}
		}
	}
}

func TestSeveralCredentialsOfOnePersonStandInOneCell(t *testing.T) {
	t.Parallel()
	for _, s := range requirement.CredentialSorts() {
		var header, row []string
		for _, f := range s.Fields {
			header, row = append(header, f.Column), append(row, f.Example+";"+f.Example)
		}
		rows := readCandidates(t, "c.csv", "reference,"+strings.Join(header, ",")+"\nA-1,"+strings.Join(row, ",")+"\n")
		c := exampleOf(t, s)
		if d := cmp.Diff([]requirement.Credential{c, c}, people(t, rows)[0].Facts.CredentialsOf(s.Kind)); d != "" {
			t.Error(d)
		}
	}
}
