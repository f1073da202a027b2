package model_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"shortlist/model"
	"shortlist/model/modeltest"
	"shortlist/model/requirement"
)

func TestCheckOfTheVacancy(t *testing.T) {
	t.Parallel()
	for name, tc := range map[string]struct {
		essential, desirable string
		tallies              []model.Tally
		want                 []string
	}{
		"nothing to say":                         {"hold a university degree", "hold a master's degree", []model.Tally{{Met: 2, NotMet: 1}, {Met: 1, NotMet: 2}}, nil},
		"without candidates":                     {"hold a university degree", "hold a master's degree", nil, nil},
		"an essential nobody meets":              {"hold a university degree", "be good at drawing", []model.Tally{{NotMet: 3}, {None: 3}}, []string{"None of the 3 files shows E1 met"}},
		"one that may be met is no concern":      {"hold a university degree", "be good at drawing", []model.Tally{{NotMet: 2, ToJudge: 1}, {None: 3}}, nil},
		"an essential all meet":                  {"hold a university degree", "be good at drawing", []model.Tally{{Met: 3}, {None: 3}}, []string{"All 3 files show E1 met: it separates nobody."}},
		"a desirable nobody meets":               {"be good at drawing", "hold a university degree", []model.Tally{{None: 3}, {NotMet: 3}}, []string{"None of the 3 files shows D1 met: it separates nobody."}},
		"a single candidate is not separated":    {"hold a university degree", "be good at drawing", []model.Tally{{Met: 1}, {ToJudge: 1}}, nil},
		"a desirable below an essential, degree": {"hold a master's degree", "hold a university degree", nil, []string{"D1 asks for no more than E1 demands already: all who pass meet it."}},
		"a lower degree in a relevant field":     {"hold a master's degree", "hold a university degree in a relevant field", nil, nil},
		"an equivalent is not surely above":      {"hold a master's degree or equivalent", "hold a university degree", nil, nil},
		"a desirable below an essential, language": {
			"possess V (“Advanced”) in one; III in the other of the official languages (English/French)",
			"possess IV in one; II in the other of the official languages (English/French)", nil,
			[]string{"D1 asks for no more than E1 demands already"},
		},
		"a desirable above an essential, language": {
			"possess V (“Advanced”) in one; I in the other of the official languages (English/French)",
			"possess V in one; III in the other of the official languages (English/French)", nil, nil,
		},
		"a clearance below":        {"hold a COSMIC TOP SECRET clearance", "hold a NATO SECRET clearance", nil, []string{"D1 asks for no more than E1"}},
		"ATOMAL is not below":      {"hold a COSMIC TOP SECRET clearance", "hold a COSMIC TOP SECRET/ATOMAL clearance", nil, nil},
		"years of something else":  {"have 5 years of experience in towing", "have 2 years of experience in piloting", nil, nil},
		"judged kinds are left":    {"be good at drawing", "be good at singing", []model.Tally{{None: 3}, {None: 3}}, nil},
		"too few tallies are fine": {"hold a university degree", "hold a master's degree", []model.Tally{{Met: 2}}, []string{"All 2 files show E1 met"}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			b := model.NewBoard()
			modeltest.Do(t, b, "", model.CreateVacancy{Criteria: []model.Criterion{
				{Class: model.Essential, Text: tc.essential, Lines: model.Lines{From: 4, To: 4}, Requirement: requirement.Parse(tc.essential)},
				{Class: model.Desirable, Text: tc.desirable, Lines: model.Lines{From: 9, To: 9}, Requirement: requirement.Parse(tc.desirable)},
			}})
			got := b.CheckVacancy(tc.tallies)
			if len(got) != len(tc.want) {
				t.Fatalf("got %v, want %q", got, tc.want)
			}
			for i, w := range got {
				if !strings.HasPrefix(w.Message(), tc.want[i]) || !strings.HasSuffix(w.Message(), ".") || w.Line == 0 {
					t.Errorf("got %+v, want %q", w, tc.want[i])
				}
			}
		})
	}
}

func TestTally(t *testing.T) {
	t.Parallel()
	var got model.Tally
	for _, v := range []requirement.Verdict{requirement.Met, requirement.Met, requirement.NotMet, requirement.Borderline, requirement.ToJudge, requirement.NotStated, ""} {
		got.Add(v, 1)
	}
	if diff := cmp.Diff(model.Tally{Met: 2, NotMet: 1, Borderline: 1, ToJudge: 1, NotStated: 1, None: 1}, got); diff != "" || got.Total() != 7 {
		t.Error(diff)
	}
}
