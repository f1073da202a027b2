package store_test

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"shortlist/model"
	"shortlist/model/requirement"
	"shortlist/store/imports"
	"shortlist/store/storetest"
)

// A licence goes from the words of a criterion and the cell of a French export to the report.
func TestALicenceGoesFromTheFileToTheReport(t *testing.T) {
	t.Parallel()
	_, d := storetest.New(t)
	d.Do("", model.AddCriterion{Criterion: model.Criterion{
		Class: model.Essential, Text: "permis de conduire B", Requirement: requirement.Parse("permis de conduire B"), Added: true,
	}})
	path := filepath.Join(t.TempDir(), "candidats.csv")
	csv := "Numéro de candidat;Nom complet;Permis de conduire;Validité du permis\n" +
		"1;Ima Nova;B, CE;2030-01-31\n2;Una Nova;B;2020-01-31\n3;Ora Nova;A;\n4;Eva Nova;non;\n5;Ada Nova;;\n"
	if err := os.WriteFile(path, []byte(csv), 0o600); err != nil {
		t.Fatal(err)
	}
	in, err := imports.Use{}.OpenCandidates(path)
	if err != nil {
		t.Fatal(err)
	}
	a, report, err := d.File.Stage(context.Background(), 1, in, false, nil)
	if err != nil || report.Bad > 0 {
		t.Fatalf("%v, %+v", err, report)
	}
	d.Do("", model.ImportCandidates{Batch: a})
	d.Panel()
	d.Reload()
	for c, want := range []string{"met: ", "not met: ", "not met: ", "not met: ", "not stated: "} {
		x, err := d.File.Dossier(model.CandidateID(c + 1))
		if err != nil {
			t.Fatal(err)
		}
		f := d.Board.As("M1").Findings(model.CandidateID(c+1), x.Person.Facts)[2]
		if got := f.Verdict.Words() + ": " + f.Why; !strings.HasPrefix(got, want) || f.Label != "E3" {
			t.Errorf("%s of %s: %s\nwant %s", f.Label, x.Person.Name, got, want)
		}
	}
	var b bytes.Buffer
	if err := d.File.ExportTo(&b, "M1", "json"); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"covers category B", `"valid_until": "2030-01-31"`, `"category": "B, CE"`} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("%q is not in the report", want)
		}
	}
}
