package store_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"shortlist/model"
	"shortlist/store/storetest"
)

// EachPerson gives the same files as Dossier, and stops when it is told to.
func TestEachPerson(t *testing.T) {
	t.Parallel()
	_, d := storetest.New(t)
	d.Import(1, 30)
	for name, tc := range map[string]struct {
		first   model.CandidateID
		n, stop int
		want    []model.CandidateID
	}{
		"some":           {3, 2, 99, []model.CandidateID{3, 4}},
		"past the end":   {29, 5, 99, []model.CandidateID{29, 30}},
		"beyond the end": {31, 5, 99, nil},
		"none":           {0, 5, 99, nil},
		"stopped":        {1, 30, 2, []model.CandidateID{1, 2}},
	} {
		var got []model.CandidateID
		err := d.File.EachPerson(tc.first, tc.n, func(c model.CandidateID, p model.Person) bool {
			got = append(got, c)
			x, err := d.File.Dossier(c)
			if err != nil {
				t.Error(err)
			}
			if diff := cmp.Diff(x.Person, p); diff != "" {
				t.Errorf("%s: %s (-dossier +person):\n%s", name, c, diff)
			}
			return len(got) < tc.stop
		})
		if err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if diff := cmp.Diff(tc.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}
