package requirement

import "testing"

// This file holds the list of the sorts of facts to the facts that a file claims.

// claims is an invented file with one or more facts of each sort.
func claims() *Facts {
	return &Facts{
		Education:     []Education{{Level: DegreeMaster, Field: "Hydrography", Institution: "Invented Institute", Country: "BEL"}},
		Jobs:          []Job{{Title: "Keeper"}, {Title: "Clerk"}},
		Languages:     []LanguageSkill{{Language: "en", Scale: ScaleNATO, Level: "V"}},
		Clearances:    []ClearanceRecord{{Level: "NS", Issuer: "BEL"}},
		Nationalities: []string{"BEL", "CAN"},
		Credentials: []Credential{
			{Kind: KindLicence, Name: "driving licence", Category: "C", Issuer: "BEL", ValidUntil: Date{Year: 2028, Month: 1, Day: 31}},
		},
	}
}

func TestEverySortOfFactsIsCountedSaidAndQuoted(t *testing.T) {
	t.Parallel()
	x := &Finding{
		EducationUsed: []int{0}, JobsUsed: []int{0, 1}, LanguagesUsed: []int{0}, ClearancesUsed: []int{0},
		CredentialsUsed: []int{0},
	}
	type row struct {
		count, used   int
		said, sources string
	}
	want := map[string]row{
		FactEducation:     {1, 1, "master in Hydrography, Invented Institute, BEL, date of conferral not stated", "education 1"},
		FactJobs:          {2, 2, "", "job 1"},
		FactLanguages:     {1, 1, "English  V  (NATO scale)", "language 1"},
		FactClearances:    {1, 1, "NS issued by BEL, unknown, end of validity not stated", "clearance 1"},
		FactNationalities: {2, 0, "Belgium (BEL)", "nationality"},
		"licences":        {1, 1, "driving licence, category C, issued by BEL, valid until 2028-01-31", "licence 1"},
	}
	f := claims()
	for _, s := range FactSorts() {
		got := row{s.Count(f), len(s.Used(x)), s.Say(f, 0), s.Source(0)}
		if got != want[s.Key] {
			t.Errorf("%s: %+v, want %+v", s.Key, got, want[s.Key])
		}
		if s.Count(&Facts{}) != 0 {
			t.Errorf("%s: an empty file has some", s.Key)
		}
		delete(want, s.Key)
	}
	for key := range want {
		t.Errorf("%s is not in the list", key)
	}
}
