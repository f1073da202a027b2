package part

// This file tries the lines of candidates.

import (
	"testing"

	"shortlist/model"
	"shortlist/tui/kit"
)

// Lines that were asked for before names were hidden, and come in after it, are hidden too, those without a name among
// them.
func TestLinesThatComeLateAreHidden(t *testing.T) {
	t.Parallel()
	b := CandidateRows{Hidden: true, Known: make([]*CandidateRow, 2), Next: 1}
	late := []*CandidateRow{
		foldRow(model.CandidateSummary{Candidate: 1, Reference: "A-1", Name: "Ana Novak", Nationalities: []string{"HUN"}}, false),
		foldRow(model.CandidateSummary{Candidate: 2, Reference: "A-2", Nationalities: []string{"HUN"}}, false),
	}
	b.Take(kit.Done{Key: rowsRest, Value: late})
	for _, word := range []string{"novak", "hun", "hungary"} {
		if hit := b.Search([]string{word}); hit[0] || hit[1] {
			t.Errorf("%q is found: %v", word, hit)
		}
	}
	if x := b.Of(2); len(x.Nationalities) > 0 || b.Of(1).Name != "" {
		t.Errorf("%+v", x)
	}
}
