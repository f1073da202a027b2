package imports

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"shortlist/model"
)

// This file tries the names of columns, the guess, and mappings on disk.

func TestTheNamesOfColumnsSayTheirFields(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ rule, header, want string }{
		{"the names of fields", "reference,name,job1_from,job12_employer,degree_level", "reference,name,job1_from,job12_employer,degree_level"},
		{"usual French names", "Référence,Nom,Prénom,Nationalité(s),Date de naissance,Courriel,Diplôme,Domaine d'études", "reference,last_name,first_name,nationalities,birth_date,email,degree_level,degree_field"},
		{"usual English names", "Applicant No.,Full Name,E-mail address,Citizenship,Highest degree,Security clearance,Clearance expiry date", "reference,name,email,nationalities,degree_level,clearance,clearance_valid_until"},
		{"a name alone is the whole name", "N° candidat,Nom", "reference,name"},
		{"a name beside a first name is the family name", "ID,Candidate,First name", "reference,last_name,first_name"},
		{"jobs are numbered by their names", "Ref,Employeur 1,Du (1),Au (1),Employeur 2,Emploi 2 - Du,Job 2 end date", "reference,job1_employer,job1_from,job1_to,job2_employer,job2_from,job2_to"},
		{"jobs without numbers are numbered by their order", "Ref,Employer,From,To,Employer,From,To,Taux d'activité (%)", "reference,job1_employer,job1_from,job1_to,job2_employer,job2_from,job2_to,job1_percent"},
		{"two numbers mean nothing", "Ref,Employer 1 of 2,Shoe size", "reference,,"},
		{"the same field once", "reference,ID,Ref", "reference,,"},
		{"letters of motivation are statements", "Ref,Motivation,Cover letter", "reference,statement,statement"},
	} {
		got := strings.Join(fieldsByName(strings.Split(c.header, ",")), ",")
		if got != c.want {
			t.Errorf("%s: %s\nwant %s", c.rule, got, c.want)
		}
	}
}

func TestAGuessComesFromNamesAndValues(t *testing.T) {
	t.Parallel()
	header := strings.Split("Col1|Person|Where from|Contact|Level achieved|Tongue|Paper|Story|Nationality of applicant|Nom|Size|Naissance|Nothing", "|")
	rows := [][]string{
		{"X-1", "Ann Example", "", "ann@example.org", "Master", "C1", "NATO SECRET", strings.Repeat("I did things. ", 20), "Belgium", "12", "4", "25/03/1984", ""},
		{"X-2", "Bob Invented", "", "bob@example.org", "PhD", "B2", "NR", strings.Repeat("I led things. ", 20), "France;Belgium", "13", "5", "01/02/1990", ""},
	}
	guesses, m := GuessMapping(header, rows)
	var got []string
	for _, g := range guesses {
		got = append(got, g.Field)
		if g.Reason == "" || (g.Field == "") != (g.Percent < sureEnough) {
			t.Errorf("%+v", g)
		}
	}
	want := []string{"reference", "", "", "email", "degree_level", "", "clearance", "statement", "nationalities", "name", "", "birth_date", ""}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if m.Dates != "dmy" || m.Reference != "" || len(m.Columns) != len(header) {
		t.Errorf("%+v", m)
	}
	_, m = GuessMapping([]string{"Nom", "Courriel"}, nil)
	if m.Reference != "email" {
		t.Errorf("without a reference: %+v", m)
	}
	if _, m = GuessMapping([]string{"Nom", "Prénom"}, nil); m.Reference != "number" {
		t.Errorf("without reference and e-mail: %+v", m)
	}
}

func TestAMappingSaysWhatNoNameSays(t *testing.T) {
	t.Parallel()
	m := model.Mapping{
		Dates: "dmy", Reference: "email", Scale: "nato",
		Columns: []model.MappedColumn{
			{Column: "Col A", Field: "last_name"},
			{Column: "Col B", Field: "first_name"},
			{Column: "Mail", Field: "email"},
			{Column: "Reference"},
			{Column: "Date", Field: "job1_from", Place: 6},
			{Column: "Date", Field: "job1_to"},
			{Column: "Taux", Field: "job1_percent"},
			{Column: "L", Field: "en"},
			{Column: "Q1", Field: "statement"},
			{Column: "Q2", Field: "statement"},
		},
	}
	data := "col a;COL B;Mail;Reference;Date;Date;Taux;L;Q1;Q2;Rest\nExemple;Zoé;z@example.org;left out;05/04/2019;03/04/2018;0,8;5;Why;How;x\n"
	in, err := Use{Mapping: &m}.ReadCandidates("c.csv", []byte(data))
	ok(t, err)
	var p model.Person
	for r := range in.Rows {
		for _, x := range r.Problems {
			t.Error(x)
		}
		p = r.Person
	}
	f := p.Facts
	if p.Reference != "z@example.org" || p.Name != "Zoé Exemple" || f.Jobs[0].From != day(2018, 4, 3) || f.Jobs[0].To != day(2019, 4, 5) || f.Jobs[0].Percent != 80 ||
		f.Languages[0].Level != "V" || len(f.Statements) != 2 || f.Statements[1].Heading != "Q2" {
		t.Errorf("%+v", p)
	}
	m.Reference, m.Dates = "number", "mdy"
	in, err = Use{Mapping: &m}.ReadCandidates("c.csv", []byte(data+data[strings.Index(data, "\n")+1:]))
	ok(t, err)
	var refs []string
	for r := range in.Rows {
		refs = append(refs, r.Person.Reference)
	}
	if diff := cmp.Diff([]string{"R00001", "R00002"}, refs); diff != "" {
		t.Error(diff)
	}
}

func TestAConfirmedMappingIsRemembered(t *testing.T) {
	t.Parallel()
	use := Use{Folder: filepath.Join(t.TempDir(), "mappings")}
	file := "Dossard;Qui\n7;Ann Example\n"
	h, err := use.HeaderOf("a.csv", []byte(file))
	ok(t, err)
	if h.Known || h.Remembered || h.Columns[1].Field != "name" || h.Columns[0].Samples[0] != "7" {
		t.Fatalf("%+v", h)
	}
	h.Mapping.Columns[0].Field = "reference"
	ok(t, use.Remember(h, h.Mapping))
	again, err := use.HeaderOf("b.csv", []byte("DOSSARD ; qui\n8;Bob Invented\n"))
	ok(t, err)
	if !again.Known || !again.Remembered || again.Columns[0].Field != "reference" {
		t.Errorf("%+v", again)
	}
	in, err := use.ReadCandidates("b.csv", []byte("DOSSARD ; qui\n8;Bob Invented\n"))
	ok(t, err)
	for r := range in.Rows {
		if r.Person.Reference != "8" || r.Person.Name != "Bob Invented" || r.Bad() {
			t.Errorf("%+v", r)
		}
	}
	other, err := use.HeaderOf("c.csv", []byte("Dossard;Qui;Quoi\n8;Bob;x\n"))
	ok(t, err)
	if other.Known || other.Remembered {
		t.Error("another first row has the mapping of this one")
	}
	entries, err := os.ReadDir(use.Folder)
	ok(t, err)
	ok(t, os.WriteFile(filepath.Join(use.Folder, entries[0].Name()), []byte("{"), 0o600))
	if h, err := use.HeaderOf("a.csv", []byte(file)); err != nil || h.Remembered {
		t.Errorf("a damaged memory counts: %v", err)
	}
	for _, c := range []struct {
		rule, name, data string
		known            bool
	}{
		{"a first row of usual names is known", "c.csv", "Référence,Nom\nA,B\n", true},
		{"without a reference it is not", "c.csv", "Nom,Prénom\nA,B\n", false},
		{"an empty column asks nothing", "c.csv", "Référence,Nom,\nA,B,\n", true},
		{"a document of fields is known", "c.json", fullDocument, true},
	} {
		if h, err := use.HeaderOf(c.name, []byte(c.data)); err != nil || h.Known != c.known {
			t.Errorf("%s: %+v %v", c.rule, h, err)
		}
	}
}

func TestAMappingFileThatMeansNothingIsRefused(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ rule, data, says string }{
		{"no JSON", "columns: x", "invalid character"},
		{"a field that is not there", `{"columns": [{"column": "A", "field": "shoes"}]}`, `"shoes" is not a field`},
		{"a name that is not there", `{"colums": []}`, "colums"},
		{"an order of dates that is none", `{"columns": [], "dates": "ymd"}`, "dmy or mdy"},
		{"a reference that is none", `{"columns": [], "reference": "name"}`, "email or number"},
		{"a scale that is none", `{"columns": [], "language_scale": "roman"}`, "nato, cefr"},
		{"more behind it", `{"columns": []} x`, "more text"},
	} {
		path := filepath.Join(t.TempDir(), "m.json")
		ok(t, os.WriteFile(path, []byte(c.data), 0o600))
		if _, err := OpenMapping(path); err == nil || !strings.Contains(model.Explain(err), c.says) || !strings.HasPrefix(model.Explain(err), "m.json is not a mapping: ") {
			t.Errorf("%s: %v", c.rule, err)
		}
	}
	_, err := OpenMapping(filepath.Join(t.TempDir(), "none.json"))
	mustRefuse(t, err, "none.json", "is not there")
}

func FuzzMapping(f *testing.F) {
	f.Add([]byte(`{"columns": [{"place": 1, "column": "A", "field": "reference"}], "dates": "dmy", "reference": "email"}`), "A,B\n1,2\n")
	f.Add([]byte(`{"columns": [{"place": 2, "column": "Nom", "field": "job3_from"}], "reference": "number"}`), "Nom;Nom\n1;02/03/2004\n")
	f.Fuzz(func(t *testing.T, data []byte, file string) {
		m, err := ParseMapping(data)
		if err != nil {
			if s := err.Error(); s == "" || strings.HasSuffix(s, ".") || strings.Contains(s, "\n") {
				t.Fatalf("%q is no sentence without its full stop", err)
			}
			return
		}
		text, err := FormatMapping(m)
		ok(t, err)
		again, err := ParseMapping(text)
		if diff := cmp.Diff(m, again); err != nil || diff != "" {
			t.Fatalf("%v\n%s", err, diff)
		}
		use := Use{Mapping: &m}
		if h, err := use.HeaderOf("f.csv", []byte(file)); err == nil && len(h.Columns) != len(h.Mapping.Columns) {
			t.Fatalf("%d columns and %d in the mapping", len(h.Columns), len(h.Mapping.Columns))
		}
		in, err := use.ReadCandidates("f.csv", []byte(file))
		if err != nil {
			return
		}
		for r := range in.Rows {
			if r.Person.Reference == "" && len(r.Problems) == 0 {
				t.Fatal("a row holds neither candidate nor problem")
			}
		}
	})
}

func TestAColumnOfDatesOrAnswersIsNeverOneOfLevels(t *testing.T) {
	t.Parallel()
	header := []string{"Ref", "Degree", "English", "Clearance", "Habilitation", "Cleared", "French"}
	rows := [][]string{
		{"A-1", "2012-06-30", "Yes", "Yes", "NS", "No", "V"},
		{"A-2", "30.06.2014", "No", "No", "No", "Non", "Native"},
	}
	guesses, _ := GuessMapping(header, rows)
	var got []string
	for _, g := range guesses {
		got = append(got, g.Field)
		if g.Reason == "" || (g.Field == "") != (g.Percent < sureEnough) {
			t.Errorf("%+v", g)
		}
	}
	if diff := cmp.Diff([]string{"reference", "", "", "", "clearance", "", "fr"}, got); diff != "" {
		t.Error(diff)
	}
}

func TestAnAnswerOrADateIsNeverAClearance(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ in, level, says string }{
		{"Yes", "", "does not say which level"},
		{"oui", "", "does not say which level"},
		{"x", "", "does not say which level"},
		{"Valid", "", "does not say which level"},
		{"pending", "", "does not say which level"},
		{"2028-01-31", "", "is not a level of a clearance"},
		{"31.01.2028", "", "is not a level of a clearance"},
		{"3", "", "is not a level of a clearance"},
		{"No", "none", ""},
		{"none", "none", ""},
		{"0", "none", ""},
		{"-", "", ""},
		{"n/a", "", ""},
		{"Geheim", "Geheim", ""},
		{"SECRET", "SECRET", ""},
	} {
		rows := readCandidates(t, "c.csv", "reference,clearance\nA-1,"+c.in+"\n")
		level := ""
		for _, r := range people(t, rows)[0].Facts.Clearances {
			level = string(r.Level)
		}
		said := strings.Join(problemLines(rows), " ")
		if level != c.level || !strings.Contains(said, c.says) || (said == "") != (c.says == "") {
			t.Errorf("%q is %q with %q", c.in, level, said)
		}
	}
}
