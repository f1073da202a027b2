package requirement

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestParse pins what the words of a criterion mean, by the label that a person sees.
func TestParse(t *testing.T) {
	t.Parallel()
	for words, want := range map[string]string{
		// degree
		"possess a university degree in a field relevant for this position":                       "degree: bachelor",
		"possess a relevant university degree or equivalent qualification":                        "degree: bachelor or equivalent",
		"an advanced university degree or other suitable academic qualification":                  "degree: master or equivalent",
		"a post-graduate university degree in law":                                                "degree: master",
		"a university degree; preferably a graduate degree (Masters or PhD)":                      "degree: bachelor",
		"a university degree (Master's level preferred)":                                          "degree: bachelor",
		"Bachelor's degree or higher":                                                             "degree: bachelor",
		"a PhD in physics":                                                                        "degree: doctorate",
		"have schooling equivalent to higher secondary level":                                     "degree: secondary or equivalent",
		"completed advanced vocational training":                                                  "degree: vocational",
		"At least a bachelor's degree, with a minimum of 3 years":                                 "degree: bachelor",
		"A Bachelor's degree with 4 years of post-related experience":                             "degree: bachelor, and 4 years",
		"Master's degree and two years of experience, or Bachelor's degree and four years of it":  "degree: master and 2 years, or bachelor and 4 years",
		"Advanced degree. A first-level degree with two additional years may be accepted in lieu": "degree: master or equivalent",
		"university studies of at least three years attested by a diploma":                        "degree: bachelor",
		"posséder un diplôme universitaire ou une qualification équivalente":                      "degree: bachelor or equivalent",
		"be able to work with a high degree of autonomy":                                          "skill",
		"experience teaching at Master's level":                                                   "experience: no number of years stated",
		"Applicants with PhDs will not be considered":                                             "other",
		// experience
		"have at least 5 years’ relevant experience":                        "experience: 5 years",
		"have at least ten years' recent experience":                        "experience: 10 years",
		"a minimum of two (2) years of relevant work":                       "experience: 2 years",
		"18 months of work in the field":                                    "experience: 18 months",
		"3 to 5 years of experience":                                        "experience: 3 years",
		"at least 5yearsof experience":                                      "experience: 5 years",
		"Minimum 10 years of work including at least 5 years in management": "experience: 10 years",
		"experience gained within the last five years":                      "experience: no number of years stated within the last 5 years",
		"Knowledge and at least one experience of a large purchase":         "knowledge",
		"avoir au moins cinq ans d'expérience":                              "experience: 5 years",
		"at least five years' experience after a university degree":         "experience: 5 years",
		"have worked with many kinds of stakeholder":                        "experience: no number of years stated",
		// language
		`V ("Advanced") in one; I ("Beginner") in the other of NATO's official languages`:          "language: V in one, I in the other (NATO)",
		"the following levels of NATO's official languages: VI (Proficiency) in both":              "language: VI in English, VI in French (NATO)",
		"a command of French (level VI) as mother tongue; and level III (Intermediate) in English": "language: VI in French, III in English (NATO)",
		"V (« avancé ») dans l’une ; III (« intermédiaire ») dans l’autre des langues officielles": "language: V in one, III in the other (NATO)",
		"English SLP 3333 and French SLP 2222":                                                     "language: 3333 in English, 2222 in French (STANAG 6001)",
		"English: SLP 3-3-3-3":                                                                     "language: 3333 in English (STANAG 6001)",
		"SLP 32+22 in English":                                                                     "language: 32+22 in English (STANAG 6001)",
		"very good command of English (level C1) and of French (B2)":                               "language: C1 in English, B2 in French (CEFR)",
		"fluent English and/or French":                                                             "language: fluent in English, fluent in French",
		"Good knowledge of Dutch":                                                                  "language: good in Dutch",
		"Knowledge of another language":                                                            "language: knowledge in another language",
		"A thorough knowledge of one of the two NATO languages and some knowledge of the other":    "language: thorough in one, knowledge in the other",
		"have excellent drafting skills in English":                                                "skill",
		"understanding of Russian foreign policy":                                                  "knowledge",
		"proficiency in Microsoft Office":                                                          "skill",
		// clearance
		"hold a valid NATO SECRET security clearance":            "clearance: NS",
		"a security clearance at COSMIC TOP SECRET/ATOMAL level": "clearance: CTS/ATOMAL",
		"a COSMIC TOP SECRET clearance with BOHEMIA access":      "clearance: CTS/BOHEMIA",
		"security clearance at ‘OCCAR Secret level’":             "clearance: OCCAR SECRET",
		"hold a security clearance issued by the NSA":            "clearance: no level named",
		"knowledge of security clearance procedures":             "knowledge",
		// availability
		"be available to travel and work outside normal office hours": "availability",
		"be willing to stand by in turn at times during the year":     "availability",
		"Willingness to work in shifts and at weekends":               "availability",
		"être disposé(e) à voyager":                                   "availability",
		"ability to organise travel for the director":                 "skill",
		"Willingness to solve problems":                               "skill",
		// nationality
		"be a national of a NATO member country":                     "nationality: member of NATO",
		"be a citizen of a participating State (France and Belgium)": "nationality: BEL, FRA",
		"be a citizen of a participating State":                      "other",
		// judgement
		"be conversant with the Alliance's committees":          "knowledge",
		"sound knowledge of and/or work experience in planning": "knowledge",
		"programme and project management expertise":            "skill",
		"demonstrate good political judgement":                  "skill",
		"possess a B & C category driving licence":              "licence or registration: driving licence, category C",
		"be physically fit":                                     "other",
		"Good appearance":                                       "other",
		"":                                                      "other",
	} {
		if got := Sentence(Parse(words)); got != want {
			t.Errorf("%q\n got %q\nwant %q", words, got, want)
		}
	}
}

func TestFieldsOfStudyAreThePostingsOwnWords(t *testing.T) {
	t.Parallel()
	for words, want := range map[string][]string{
		"a university degree in a field relevant for this position (e.g. Security Studies, International Relations)": {"Security Studies", "International Relations"},
		"a Master's degree in law or economics from a recognised university":                                         {"law or economics"},
		"a university degree in a relevant field":                                                                    nil,
	} {
		if diff := cmp.Diff(want, Parse(words).Degree.Fields); diff != "" {
			t.Errorf("%q (-want +got):\n%s", words, diff)
		}
	}
}

func TestFoldedTextsCompareHoweverTheyAreWritten(t *testing.T) {
	t.Parallel()
	for s, want := range map[string]string{
		"  Équivalent  à\u00a0l’Œuvre ": "equivalent a l'oeuvre",
		"“Advanced”—V":                  "\"advanced\"-v",
		"zero\u200bwidth\u00ad":         "zerowidth",
		"e\u0301cole":                   "ecole",
	} {
		if got := Fold(s); got != want {
			t.Errorf("Fold(%q) = %q, want %q", s, got, want)
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add("have at least 3 years' experience or a Master's degree (V in one; I in the other)")
	f.Add(strings.Repeat("VI in ", 50))
	f.Add("a Master's degree, or a Bachelor's degree and 4 years of recent experience within the last (5) years")
	f.Fuzz(func(t *testing.T, words string) {
		r := Parse(words)
		if r.Kind == "" || Sentence(r) == "" || r.Months < 0 || r.Within < 0 || r.Within > 99*12 {
			t.Errorf("Parse(%q) = %+v", words, r)
		}
		if RecentOpen(words, r) && r.Within > 0 {
			t.Errorf("%q asks for a window that it states", words)
		}
		if both := Readings(words); both != nil && (len(both) != 2 || both[0].Canonical() == both[1].Canonical()) {
			t.Errorf("%q has the readings %+v", words, both)
		}
	})
}
