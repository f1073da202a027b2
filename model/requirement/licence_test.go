package requirement

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestLicencesAreRead(t *testing.T) {
	t.Parallel()
	for words, want := range map[string]string{
		"hold a valid driving licence category B":                     `licence credential name="driving licence" category="B"`,
		"Valid driving licence":                                       `licence credential name="driving licence"`,
		"a driver's license (category C1)":                            `licence credential name="driving licence" category="C1"`,
		"possess a B & C category driving licence":                    `licence credential name="driving licence" category="C"`,
		"driving licence, categories B and BE":                        `licence credential name="driving licence" category="BE"`,
		"driving licence categories C and D":                          `licence credential name="driving licence"`,
		"driving licence, category C or CE":                           `licence credential name="driving licence" category="C" category="CE"`,
		"be the holder of a driving licence B":                        `licence credential name="driving licence" category="B"`,
		"être titulaire du permis de conduire B":                      `licence credential name="driving licence" category="B"`,
		"permis de conduire de catégorie CE en cours de validité":     `licence credential name="driving licence" category="CE"`,
		"permis B exigé":                                              `licence credential name="driving licence" category="B"`,
		"be a registered nurse":                                       `licence credential name="registered nurse"`,
		"be registered with the Nursing and Midwifery Council":        `licence credential name="registration with Nursing and Midwifery Council"`,
		"current registration as an architect":                        `licence credential`,
		"be a Chartered Engineer or equivalent":                       `licence credential name="chartered engineer" or-equivalent`,
		"chartered status":                                            `licence credential name="chartered status"`,
		"admitted to the bar of a member State":                       `licence credential name="bar admission"`,
		"être inscrit au barreau":                                     `licence credential name="bar admission"`,
		"PRINCE2 Practitioner certificate":                            `licence credential name="PRINCE2 Practitioner"`,
		"hold a PRINCE2 or PMP certification, or equivalent":          `licence credential name="PRINCE2" name="PMP" or-equivalent`,
		"certified CISSP or CISM":                                     `licence credential name="CISSP" name="CISM"`,
		"ITIL v4 Foundation certification":                            `licence credential name="ITIL Foundation"`,
		"a boat licence":                                              `licence credential name="boat licence"`,
		"knowledge of PRINCE2":                                        "knowledge",
		"experience in the use of ITIL, with a certificate":           "experience",
		"at least 3 years' experience as a registered nurse":          "experience months=36",
		"knowledge of driving licence rules":                          "knowledge",
		"experience with the registration of patents":                 "experience",
		"a PRINCE2 environment":                                       "other",
		"a licence en droit":                                          `degree degree=bachelor fields=droit`,
		"the ability to keep a register of visitors":                  "skill",
		"those without a driving licence will not be considered, sor": "other",
	} {
		if got := Parse(words).Canonical(); got != want {
			t.Errorf("%q\n got %s\nwant %s", words, got, want)
		}
	}
}

func TestLicencesAreCompared(t *testing.T) {
	t.Parallel()
	closing := Date{2025, 6, 15}
	paper := func(name, category string, until Date) Credential {
		return Credential{Kind: KindLicence, Name: name, Category: category, ValidUntil: until}
	}
	later, never := Date{2030, 1, 31}, Date{}
	for _, x := range []struct {
		name, words string
		papers      []Credential
		want        Verdict
		why         string
	}{
		{"held and valid", "driving licence category B", []Credential{paper("Driving licence", "B", later)}, Met, "covers category B; it is valid until 31 January 2030"},
		{"C implies B", "driving licence category B", []Credential{paper("driver's license", "C", later)}, Met, "Driving licence (category C) covers category B"},
		{"CE covers C1", "driving licence category C1", []Credential{paper("permis de conduire", "CE", later)}, Met, "covers category C1"},
		{"B does not cover C", "driving licence category C", []Credential{paper("driving licence", "B", later)}, NotMet, "does not cover category C"},
		{"D does not cover C", "driving licence category C", []Credential{paper("driving licence", "D", later)}, NotMet, "does not cover category C"},
		{"several in one cell", "driving licence category C", []Credential{paper("driving licence", "A, B, C", later)}, Met, "covers category C"},
		{"any category will do", "valid driving licence", []Credential{paper("driving licence", "A1", later)}, Met, "is held"},
		{"no category stated", "driving licence category B", []Credential{paper("driving licence", "", later)}, NotStated, "without its category"},
		{"a category of another system", "driving licence category B", []Credential{paper("driving licence", "Class 5", later)}, ToJudge, "cannot be compared"},
		{"expired", "driving licence category B", []Credential{paper("driving licence", "B", Date{2025, 6, 14})}, NotMet, "before the closing date 15 June 2025"},
		{"valid on the closing date", "driving licence category B", []Credential{paper("driving licence", "B", closing)}, Met, "covers"},
		{"the month of the closing date", "driving licence category B", []Credential{paper("driving licence", "B", Date{2025, 6, 0})}, Borderline, "June 2025"},
		{"no day of expiry", "driving licence category B", []Credential{paper("driving licence", "B", never)}, Met, "covers category B"},
		{"the better of two", "driving licence category B", []Credential{paper("driving licence", "B", Date{2020, 1, 1}), paper("driving licence", "C", later)}, Met, "(category C)"},
		{"the file says none", "driving licence category B", []Credential{{Kind: KindLicence, Name: drivingLicence, None: true}}, NotMet, "there is no driving licence"},
		{"the file does not speak of it", "driving licence category B", nil, NotStated, "lists no licence"},
		{"the file speaks of another", "driving licence category B", []Credential{paper("PRINCE2", "", later)}, NotStated, "The file lists PRINCE2"},
		{"another kind of paper", "driving licence category B", []Credential{{Kind: "diving", Name: "driving licence", Category: "B"}}, NotStated, "lists no licence"},
		{"a certificate", "PRINCE2 Practitioner certificate", []Credential{paper("Prince 2 (Practitioner)", "", later)}, Met, "PRINCE2 Practitioner is held"},
		{"a higher certificate", "PRINCE2 certificate", []Credential{paper("PRINCE2 Practitioner", "", later)}, Met, "is held"},
		{"a lower certificate says nothing of the higher", "PRINCE2 Practitioner certificate", []Credential{paper("PRINCE2 Foundation", "", later)}, NotStated, "does not speak of"},
		{"one of two", "certified CISSP or CISM", []Credential{paper("CISM", "", later)}, Met, "CISM is held"},
		{"a profession", "be a registered nurse", []Credential{paper("Registered Nurse (NMC)", "", later)}, Met, "is held"},
		{"an equivalent is for a person", "be a Chartered Engineer or equivalent", []Credential{paper("chartered engineer", "", Date{2020, 1, 1})}, ToJudge, "an equivalent is accepted"},
		{"nothing named to compare with", "current registration as an architect", []Credential{paper("architect", "", later)}, ToJudge, "names no licence"},
	} {
		t.Run(x.name, func(t *testing.T) {
			t.Parallel()
			got := Check(Parse(x.words), Facts{Credentials: x.papers}, Context{ClosingDate: closing})
			if got.Verdict != x.want || !strings.Contains(got.Why, x.why) {
				t.Errorf("%s: %s\nwant %s: %s", got.Verdict, got.Why, x.want, x.why)
			}
			if x.name == "no day of expiry" {
				if d := cmp.Diff([]string{"The file gives no day of expiry: read as valid on the closing date."}, got.Assumptions); d != "" {
					t.Error(d)
				}
			}
			if (got.Figures.Credential == nil) != (got.CredentialsUsed == nil) {
				t.Errorf("figures %v, used %v", got.Figures.Credential, got.CredentialsUsed)
			}
		})
	}
	got := Check(Parse("driving licence category B"), Facts{Credentials: []Credential{paper("driving licence", "B", later)}}, Context{})
	if got.Verdict != ToJudge || !strings.Contains(got.Why, "no closing date") {
		t.Errorf("without a closing date: %+v", got)
	}
}

// TestHigherCategoriesCoverLowerOnes holds the table to article 6 of Directive 2006/126/EC.
func TestHigherCategoriesCoverLowerOnes(t *testing.T) {
	t.Parallel()
	for have, covered := range categoriesCovered {
		for _, need := range strings.Fields(covered) {
			if categoryCovers(need, have) {
				t.Errorf("%s and %s cover each other", have, need)
			}
			for _, lower := range strings.Fields(categoriesCovered[need]) {
				if !categoryCovers(have, lower) {
					t.Errorf("%s covers %s, which covers %s, but %s does not", have, need, lower, have)
				}
			}
		}
	}
	for _, x := range []string{"CE DE", "A B", "C D", "C BE", "AM A1"} {
		have, need, _ := strings.Cut(x, " ")
		if categoryCovers(have, need) {
			t.Errorf("%s does not entitle to %s", have, need)
		}
	}
	if !Parse("driving licence category C").Covers(Parse("driving licence category B")) || Parse("driving licence category B").Covers(Parse("driving licence category C")) {
		t.Error("a demand for C includes one for B, and not the other way")
	}
}
