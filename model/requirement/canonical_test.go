package requirement

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// This file pins what must stay the same for ever: the line of a requirement that is hashed when rules are sealed. The
// words and the findings beside it may change, but never by accident.

var update = flag.Bool("update", false, "write the golden files anew")

// sealedWords are clauses as postings write them, at least one of every kind.
var sealedWords = []string{
	"possess a university degree in a field relevant for this position",
	"an advanced university degree or other suitable academic qualification",
	"a university degree (e.g. law, economics, public administration)",
	"Bachelor's degree, preferably in engineering",
	"A Bachelor's degree with 4 years of post-related experience",
	"Master's degree and two years of experience, or Bachelor's degree and four years of it",
	"have schooling equivalent to higher secondary level",
	"a PhD in physics",
	"have at least 5 years’ relevant experience",
	"18 months of work in the field",
	"experience gained within the last five years",
	`V ("Advanced") in one; I ("Beginner") in the other of NATO's official languages`,
	"the following levels of NATO's official languages: VI (Proficiency) in both",
	"English SLP 3333 and French SLP 2222",
	"very good command of English (level C1) and of French (B2)",
	"Good knowledge of Dutch",
	"fluent English and/or French",
	"Knowledge of another language",
	"hold a valid NATO SECRET security clearance",
	"a security clearance at COSMIC TOP SECRET/ATOMAL level",
	"a COSMIC TOP SECRET clearance with BOHEMIA access",
	"security clearance at ‘OCCAR Secret level’",
	"hold a security clearance issued by the NSA",
	"be available to travel and work outside normal office hours",
	"be a national of a NATO member country",
	"be a citizen of a participating State (France and Belgium)",
	"be a citizen of a member State of the European Union",
	"a sound knowledge of procurement",
	"the ability to work in a team",
	"be a citizen of a participating State",
	"be medically fit",
}

// sealedBuilt are requirements as the form makes them, with every field that words seldom fill.
var sealedBuilt = []Requirement{
	{Kind: KindDegree},
	{Kind: KindDegree, Degree: &Degree{Level: DegreeMaster, Fields: []string{"law", "public administration"}, FieldsPreferred: true, RelevantField: true, EquivalentAccepted: true}, Months: 30},
	{Kind: KindDegree, Degree: &Degree{}, Routes: []Route{{Months: 48}, {Degree: &Degree{Level: DegreeDoctorate, Fields: []string{"a  b"}}}}},
	{Kind: KindExperience, Months: 1},
	{Kind: KindExperience, Months: 24, Degree: &Degree{Level: DegreeVocational}},
	{Kind: KindExperience, Routes: []Route{{Months: 12}}},
	{Kind: KindLanguage},
	{Kind: KindLanguage, Languages: []LanguageLevel{{"other", ScaleWords, "good", RoleFixed, "Haitian  Creole"}, {"either", ScaleCEFR, "B2", RoleOne, ""}}},
	{Kind: KindClearance, Clearance: "SECRET DÉFENSE"},
	{Kind: KindNationality, Nations: []string{"BEL"}},
	{Kind: KindAvailability, Months: 12},
	{Kind: KindKnowledge, Clearance: ClearanceNR},
	{Kind: KindSkill, Nations: []string{"FRA", "BEL"}},
	{Kind: KindOther, Months: 6, Degree: &Degree{Level: DegreeBachelor}, Languages: []LanguageLevel{{"en", ScaleNATO, "V", RoleFixed, ""}}, Clearance: ClearanceCTSA, Nations: []string{"USA"}, Routes: []Route{{}}},
	{},
}

// sealedFacts are two files: one with something of everything, one with nothing.
func sealedFacts() []Facts {
	yes := true
	return []Facts{{
		Nationalities: []string{"BEL"},
		Education: []Education{
			{Level: DegreeBachelor, Field: "Law", Country: "BEL", Conferred: Date{2010, 6, 30}},
			{Level: DegreeMaster, Field: "Economics", Institution: "Ghent", Conferred: Date{2012, 7, 0}},
		},
		Jobs: []Job{
			{From: Date{2012, 9, 1}, To: Date{2016, 8, 31}, Percent: 100, Title: "Officer"},
			{From: Date{2016, 9, 0}, Ongoing: true, Percent: 50, Kind: JobInternship, Paid: &yes},
		},
		Languages: []LanguageSkill{
			{Language: "en", Scale: ScaleNATO, Level: "V"},
			{Language: "fr", Scale: ScaleNATO, Level: "II"},
			{Language: "nl", Scale: ScaleWords, Level: "good"},
		},
		Clearances: []ClearanceRecord{{Level: ClearanceNS, Issuer: "BEL", ValidUntil: Date{2030, 1, 31}, Status: ClearanceHeld}},
	}, {}}
}

func TestTheSealedLineOfARequirementNeverChanges(t *testing.T) {
	t.Parallel()
	var b strings.Builder
	for _, w := range sealedWords {
		r := Parse(w)
		fmt.Fprintf(&b, "%s\n  %s\n  %s\n", w, r.Canonical(), Sentence(r))
	}
	for i, r := range sealedBuilt {
		fmt.Fprintf(&b, "built %d\n  %s\n  %s\n", i+1, r.Canonical(), Sentence(r))
	}
	golden(t, "canonical", b.String())
}

func TestTheFindingsOfEveryKindStayAsTheyAre(t *testing.T) {
	t.Parallel()
	all := append([]Requirement{}, sealedBuilt...)
	for _, w := range sealedWords {
		all = append(all, Parse(w))
	}
	var b strings.Builder
	for _, r := range all {
		fmt.Fprintf(&b, "%s\n", r.Canonical())
		for _, f := range sealedFacts() {
			for _, c := range []Context{{ClosingDate: Date{2024, 1, 15}}, {ClosingDate: Date{2024, 1, 15}, Ticked: []int{0}, ClearanceMode: ClearanceMustAlreadyHold}} {
				x := Check(r, f, c)
				fmt.Fprintf(&b, "  %s\n", x.Marked())
				for _, a := range x.Assumptions {
					fmt.Fprintf(&b, "      %s\n", a)
				}
			}
		}
	}
	golden(t, "findings", b.String())
}

// golden compares a text with a golden file.
func golden(t *testing.T, name, got string) {
	t.Helper()
	file := filepath.Join("testdata", name+".golden")
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(string(want), got); d != "" {
		t.Error(d)
	}
}
