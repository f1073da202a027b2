package store_test

// This file checks the row of a vacancy in the list of vacancies.

import (
	"testing"

	"shortlist/model"
	"shortlist/store/storetest"
)

// Work of a member who is no longer on the panel counts neither as done nor as expected.
func TestTheLineOfAVacancyCountsWhatCounts(t *testing.T) {
	t.Parallel()
	_, d := storetest.New(t)
	d.Import(1, 2)
	d.Panel()
	for _, m := range []model.MemberID{"M1", "M2"} {
		for c := model.CandidateID(1); c <= 2; c++ {
			d.Do(m, model.DeclareConflict{Candidate: c, Interest: model.NoConflict})
			for _, k := range d.Board.Criteria {
				d.Do(m, model.SetRating{Candidate: c, Criterion: k.ID, Value: model.CannotAssess})
			}
			d.Do(m, model.SubmitAssessment{Candidate: c})
		}
	}
	for _, want := range []model.Summary{{Submitted: 4, Expected: 4}, {Submitted: 2, Expected: 2}} {
		s, err := d.File.Summary()
		must(t, err)
		if s.Submitted != want.Submitted || s.Expected != want.Expected {
			t.Errorf("%d of %d handed in, want %d of %d", s.Submitted, s.Expected, want.Submitted, want.Expected)
		}
		if want.Submitted == 4 {
			d.Do("M1", model.RemoveMember{Member: "M2"})
		}
	}
}
