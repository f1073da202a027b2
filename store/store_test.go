package store_test

// This file walks the whole way: make, import, rate, close, open again.

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"shortlist/model"
	"shortlist/store/storetest"
)

func TestEverythingIsThereAfterReopening(t *testing.T) {
	t.Parallel()
	l, d := storetest.New(t)
	d.Import(1, 700)
	d.Panel()
	d.Do("M1", model.SetRating{Candidate: 3, Criterion: 1, Value: model.Met})
	d.Do("M1", model.SetReason{Candidate: 3, Criterion: 1, Text: "Ten years of maps."})
	state := d.Board.Snapshot()
	if err := d.File.Close(); err != nil {
		t.Fatal(err)
	}
	f, err := l.Open(d.File.Path(), false)
	if err != nil {
		t.Fatal(err)
	}
	again := storetest.Sit(t, f)
	if diff := cmp.Diff(state, again.Board.Snapshot(), cmpopts.EquateEmpty()); diff != "" {
		t.Errorf("board after reopening (-before +after):\n%s", diff)
	}
	dossier, err := f.Dossier(3)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(storetest.Person(1, 3), dossier.Person, cmpopts.EquateEmpty()); diff != "" {
		t.Errorf("person (-stored +read):\n%s", diff)
	}
	rating := again.Board.As("M1").Own(3).Rating(1)
	if got := dossier.Text(rating.Reason); got != "Ten years of maps." {
		t.Errorf("reason %q", got)
	}
	briefs, err := f.CandidateSummaries(500, 48)
	if err != nil || len(briefs) != 48 || briefs[0].Candidate != 500 || briefs[47].Reference != storetest.Person(1, 547).Reference {
		t.Errorf("briefs %v, %v", briefs, err)
	}
	if briefs, err = f.CandidateSummaries(690, 48); err != nil || len(briefs) != 11 {
		t.Errorf("last briefs %d, %v", len(briefs), err)
	}
	history, err := f.History(1, 3)
	if err != nil || len(history) != 3 || history[0].Payload.Wire() != "rating.set" {
		t.Errorf("history %v, %v", history, err)
	}
	posting, err := f.Posting()
	if diff := cmp.Diff(storetest.Posting(), posting); diff != "" || err != nil {
		t.Errorf("posting %v:\n%s", err, diff)
	}
	list, err := l.List()
	if err != nil || len(list) != 1 || list[0].Candidates != 700 || list[0].Trouble != "" {
		t.Errorf("list %+v, %v", list, err)
	}
}
