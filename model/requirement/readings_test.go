package requirement

import "testing"

func TestWordsThatTwoReadingsFit(t *testing.T) {
	t.Parallel()
	for words, want := range map[string][2]string{
		"a Master's degree, or a Bachelor's degree and 4 years of experience":             {"degree: master, or bachelor and 4 years", "degree: bachelor, and 4 years"},
		"Master's degree in law or Bachelor's degree with at least 5 years of experience": {"degree: master, or bachelor and 5 years", "degree: bachelor, and 5 years"},
		"un master ou un bachelor et 3 ans d'expérience professionnelle":                  {"degree: master, or bachelor and 3 years", "degree: bachelor, and 3 years"},
		"a Master's degree and 2 years of experience, or a Bachelor's degree and 4 years": {},
		"a Bachelor's degree or equivalent and 5 years of experience":                     {},
		"a Bachelor's or Master's degree and 5 years of experience":                       {},
		"a Master's or Bachelor's degree":                                                 {},
		"at least 5 years of experience":                                                  {},
	} {
		got := Readings(words)
		if want[0] == "" {
			if got != nil {
				t.Errorf("%s: %s, %s", words, Sentence(got[0]), Sentence(got[1]))
			}
			continue
		}
		if len(got) != 2 || Sentence(got[0]) != want[0] || Sentence(got[1]) != want[1] || got[1].Canonical() != Parse(words).Canonical() {
			t.Errorf("%s: %+v", words, got)
		}
	}
}

func TestTheReadingsDifferForAMasterWithoutYears(t *testing.T) {
	t.Parallel()
	f := Facts{Education: []Education{degreeOf(DegreeMaster, "2018-06-30", "")}, Jobs: jobs("2020-01-01..2020-12-31 100")}
	c := Context{ClosingDate: day("2025-01-07"), Ticked: []int{0}}
	both := Readings("a Master's degree, or a Bachelor's degree and 4 years of experience")
	if a, b := Check(both[0], f, c), Check(both[1], f, c); a.Verdict != Met || b.Verdict != NotMet {
		t.Errorf("%s\n%s", a.Said(), b.Said())
	}
}
