package imports_test

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"shortlist/model"
	mt "shortlist/model/modeltest"
	"shortlist/model/requirement"
	"shortlist/store/exports"
	"shortlist/store/imports"
)

// This file throws bytes at the reader of sheets, from good ones on: what comes is refused in a sentence or read, and
// what is read can be compared with a board, always.

func FuzzFilledSheet(f *testing.F) {
	b := mt.Screening(f, 3)
	for c := model.CandidateID(1); c <= 3; c++ {
		mt.Do(f, b, mt.Ann, model.DeclareConflict{Candidate: c, Interest: model.NoConflict})
	}
	mt.Rate(f, b, mt.Ann, 1, mt.Good()...)
	dossier := func(c model.CandidateID) (model.Dossier, error) {
		p := model.Person{Reference: "A-1", Name: "=Ima Gináry", Facts: requirement.Facts{Jobs: []requirement.Job{{Title: "Planner"}, {Title: "Keeper", Ongoing: true}}}}
		return model.Dossier{Candidate: c, Person: p}, nil
	}
	for _, name := range []string{"own.csv", "own.xlsx"} {
		head, rows, err := b.As(mt.Ann).Sheet(time.Unix(0, 0), dossier)
		if err != nil {
			f.Fatal(err)
		}
		var out bytes.Buffer
		if err := exports.WriteSheet(&out, name, head, rows); err != nil {
			f.Fatal(err)
		}
		f.Add(out.Bytes())
		f.Add(bytes.ReplaceAll(out.Bytes(), []byte(","), []byte(";")))
	}
	f.Add([]byte("shortlist sheet,1\nvacancy id,x\nmember id,M2\nrules version,1\ncandidate,E1,E1,E9 reason,as written\nC1,met,x,\"a\nb\",C001|E1:met::=0|#00\n"))
	f.Add([]byte("sep=;\r\nshortlist sheet;1\r\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		sheet, err := imports.ReadSheet("fuzzed", data)
		if err != nil {
			if s := model.Explain(err); !strings.HasSuffix(s, ".") || strings.Contains(s, "did not work") {
				t.Fatalf("no sentence: %q", s)
			}
			return
		}
		for _, overwrite := range []bool{false, true} {
			r, err := b.As(mt.Ann).CompareSheet(sheet, func(model.SheetDifference) bool { return overwrite }, dossier)
			if err != nil {
				if model.CodeOf(err) == "" {
					t.Fatal(err)
				}
				continue
			}
			if len(r.Take.Ratings) > 0 {
				if _, err := model.Decide(b, r.Take, mt.Stamp(b, mt.Ann, mt.Device)); err != nil {
					t.Fatalf("what was compared cannot be taken: %v", err)
				}
			}
		}
	})
}
