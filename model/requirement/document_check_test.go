package requirement

import (
	"strings"
	"testing"
)

func TestDocuments(t *testing.T) {
	t.Parallel()
	letter := Facts{Documents: []Document{{Name: "Motivation_Letter.pdf", Text: "I apply."}}}
	both := Facts{Documents: []Document{{Name: "cv.txt", Text: "2019: planner"}}, Statements: []Statement{{Heading: "Cover letter", Text: "I apply."}}}
	for name, tc := range map[string]struct {
		words string
		facts Facts
		want  Verdict
		why   string
	}{
		"found by the name of a document":   {"Candidates must enclose a motivation letter.", letter, Met, "The file holds a letter of motivation (“Motivation_Letter.pdf”)."},
		"found by the heading of a passage": {"Applicants submit a CV and a covering letter.", both, Met, "a letter of motivation (“Cover letter”) and a curriculum vitae (“cv.txt”)."},
		"in French":                         {"Les candidats doivent joindre une lettre de motivation.", letter, Met, ""},
		"one of two is not enough":          {"Applicants submit a CV and a covering letter.", letter, NotStated, "no document or statement like a curriculum vitae"},
		"an empty document is none":         {"Candidates enclose a CV.", Facts{Documents: []Document{{Name: "cv.txt"}}}, NotStated, "may have been handed in another way."},
		"nothing handed in is unknown":      {"Candidates enclose a CV.", Facts{}, NotStated, "the file holds no document and no statement"},
		"a document without a name asked":   {"Candidates are expected to submit a Word or pdf document.", both, ToJudge, "is a person's judgement."},
		"covered is not a cover letter":     {"Candidates enclose a cover letter.", Facts{Documents: []Document{{Name: "Recovery plan.txt", Text: "x"}}}, NotStated, ""},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			got := CheckDocuments(tc.words, tc.facts)
			if got.Verdict != tc.want || !strings.Contains(got.Why, tc.why) {
				t.Errorf("got %q: %s\nwant %q: …%s…", got.Verdict, got.Why, tc.want, tc.why)
			}
		})
	}
}

// Whatever a file says, a document is never found missing for certain.
func TestDocumentsAreNeverNotMet(t *testing.T) {
	t.Parallel()
	for _, words := range []string{"", "CV", "A CV, a cover letter, copies of diplomas and letters of recommendation", "x"} {
		for _, f := range []Facts{{}, {Statements: []Statement{{Text: "x"}}}, {Documents: []Document{{Name: "cv", Text: "x"}}}} {
			if got := CheckDocuments(words, f); got.Verdict == NotMet || got.Verdict == Borderline || !strings.HasSuffix(got.Why, ".") {
				t.Errorf("%q: %q: %s", words, got.Verdict, got.Why)
			}
		}
	}
}

func TestRelevantFieldIsJudged(t *testing.T) {
	t.Parallel()
	for words, want := range map[string]struct{ relevant, preferred bool }{
		"possess a university degree in a relevant field":                                           {true, false},
		"possess a relevant university degree or equivalent qualification":                          {true, false},
		"hold a master's degree in a discipline related to the post":                                {true, false},
		"possess a university degree in a field relevant for this position (e.g. Security Studies)": {true, false},
		"possess a university degree and at least 5 years of relevant experience":                   {false, false},
		"possess a university degree, preferably in political science or a related field":           {false, true},
		"possess a university degree in law, preferably with a relevant specialisation in sea law":  {false, false},
		"possess a university degree in a relevant field, preferably in economics":                  {true, false},
		"être titulaire d'un diplôme universitaire dans un domaine pertinent":                       {true, false},
		"possess a degree from a university or an equivalent qualification from a military academy": {false, false},
		"possess a university degree (level 6) and relevant professional experience of three years": {false, false},
	} {
		r := Parse(words)
		if r.Degree == nil {
			t.Errorf("%q asks for no degree", words)
			continue
		}
		if r.Degree.RelevantField != want.relevant || r.Degree.FieldsPreferred != want.preferred {
			t.Errorf("%q: relevant %t, preferred %t (%q)", words, r.Degree.RelevantField, r.Degree.FieldsPreferred, r.Degree.Fields)
		}
	}
	f := Facts{Education: []Education{degreeOf(DegreeMaster, "2018-06-30", "History"), degreeOf(DegreeBachelor, "2015-06-30", "Law")}}
	c := Context{ClosingDate: day("2025-01-07")}
	got := Check(Parse("possess a university degree in a relevant field"), f, c)
	if got.Verdict != ToJudge || len(got.EducationUsed) != 2 || !strings.Contains(got.Why, "(History) is a relevant one") || !strings.Contains(got.Why, "so may be Law") {
		t.Errorf("%q: %s (%v)", got.Verdict, got.Why, got.EducationUsed)
	}
	if got := Check(Parse("possess a university degree, preferably in economics"), f, c); got.Verdict != Met {
		t.Errorf("a preference decided: %q: %s", got.Verdict, got.Why)
	}
}
