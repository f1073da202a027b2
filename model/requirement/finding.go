package requirement

import (
	"fmt"
	"strings"

	"shortlist/model/vocab"
)

// This file holds the result of a check. The checks live in the files of the kinds.

// Verdict is what the program can say about one requirement and one candidate.
type Verdict string

// The verdicts. Met and NotMet are settled by the facts alone.
const (
	// NoFinding is for a criterion that no fact can settle.
	NoFinding Verdict = ""
	Met       Verdict = "met"
	NotMet    Verdict = "not met"
	// Borderline is a result decided by the imprecision of a date.
	Borderline Verdict = "borderline"
	// ToJudge says that the facts reach what is asked if a person accepts them: a field, relevance, an equivalent.
	ToJudge Verdict = "to judge"
	// NotStated says that the file says nothing of what is asked.
	NotStated Verdict = "not stated"
)

// verdicts is the LIST of verdicts in the order in which people read and count them. The mark is one sign that is read
// without colour, empty for what is not stated.
var verdicts = []struct {
	verdict     Verdict
	mark, words string
}{
	{Met, "✓", "met"},
	{NotMet, "✗", "not met"},
	{Borderline, "~", "borderline"},
	{ToJudge, "◐", "to judge"},
	{NotStated, "", "not stated"},
}

// Verdicts lists the verdicts in the order in which people read and count them.
func Verdicts() []Verdict {
	out := make([]Verdict, len(verdicts))
	for i, row := range verdicts {
		out[i] = row.verdict
	}
	return out
}

// Mark is the verdict as one sign, readable without colour; empty if nothing is stated or there is no finding.
func (v Verdict) Mark() string {
	for i := range verdicts {
		if verdicts[i].verdict == v {
			return verdicts[i].mark
		}
	}
	return ""
}

// Words names the verdict for people; empty for no finding.
func (v Verdict) Words() string {
	for i := range verdicts {
		if verdicts[i].verdict == v {
			return verdicts[i].words
		}
	}
	return vocab.Unknown(v)
}

// Label is the verdict as sign and words: "✓ met". What has no sign is words alone.
func (v Verdict) Label() string { return strings.TrimSpace(v.Mark() + " " + v.Words()) }

// worstFirst orders the verdicts for parts of a requirement: of parts that are all asked the first one decides, of
// alternatives the last one.
var worstFirst = [...]Verdict{NotMet, NotStated, ToJudge, Borderline, Met}

func (v Verdict) place() int {
	for i, x := range worstFirst {
		if x == v {
			return i
		}
	}
	return 0
}

// eitherVerdict is the verdict on two parts of which one is enough.
func eitherVerdict(a, b Verdict) Verdict {
	if a.place() < b.place() {
		return b
	}
	return a
}

// bothVerdict is the verdict on two parts that are both asked.
func bothVerdict(a, b Verdict) Verdict {
	if a.place() > b.place() {
		return b
	}
	return a
}

// statedOr is ToJudge if a file states anything of the sort that a person can judge, and NotStated if it does not.
func statedOr(facts int) Verdict {
	if facts > 0 {
		return ToJudge
	}
	return NotStated
}

// Finding is what the program works out about one requirement and one candidate. It is a proposal for a person.
type Finding struct {
	Verdict Verdict
	// Why is one sentence with the arithmetic.
	Why string
	// Assumptions are the things taken for granted on the way, each a sentence.
	Assumptions []string
	Figures     Figures
	// JobsUsed, EducationUsed, LanguagesUsed and ClearancesUsed index the facts that decided.
	JobsUsed, EducationUsed, LanguagesUsed, ClearancesUsed []int
	// CredentialsUsed index those of the kind that is asked, as Facts.CredentialsOf gives them.
	CredentialsUsed []int
}

// Said is the finding in words: the verdict and why. Without a verdict it is why alone.
func (f Finding) Said() string {
	if f.Verdict == NoFinding {
		return f.Why
	}
	return fmt.Sprintf("%s: %s", f.Verdict.Words(), f.Why)
}

// Marked is Said with the sign of the verdict in front, if it has one.
func (f Finding) Marked() string { return strings.TrimSpace(f.Verdict.Mark() + " " + f.Said()) }

// sentences ends Why and every assumption with a full stop.
func (f Finding) sentences() Finding {
	f.Why = fullStop(f.Why)
	for i, a := range f.Assumptions {
		f.Assumptions[i] = fullStop(a)
	}
	return f
}

func fullStop(s string) string {
	if s == "" || s[len(s)-1] == '.' {
		return s
	}
	return s + "."
}

// Figures are the numbers behind a finding; only those of its kind are set.
type Figures struct {
	Experience *ExperienceFigures `json:"experience,omitempty"`
	Language   *LanguageFigures   `json:"language,omitempty"`
	Clearance  *ClearanceFigures  `json:"clearance,omitempty"`
	Degree     *DegreeFigures     `json:"degree,omitempty"`
	Credential *CredentialFigures `json:"credential,omitempty"`
}

// Any is the figure of the kind that has one, for the report; nil if there is none.
func (f Figures) Any() any {
	switch {
	case f.Experience != nil:
		return f.Experience
	case f.Language != nil:
		return f.Language
	case f.Clearance != nil:
		return f.Clearance
	case f.Degree != nil:
		return f.Degree
	case f.Credential != nil:
		return f.Credential
	}
	return nil
}

// Span is a length of time in calendar years, months and days.
type Span struct {
	Years  int `json:"years"`
	Months int `json:"months"`
	Days   int `json:"days"`
}

// ExperienceFigures are the sums of an experience check. Ticked is nil until a member has ticked jobs.
type ExperienceFigures struct {
	NeededYears   float64 `json:"needed_years"`
	IfAllCount    Span    `json:"if_all_count"`
	Ticked        *Span   `json:"ticked"`
	ImpreciseDays int     `json:"imprecise_days"`
}

// LanguageFigures are the levels compared.
type LanguageFigures struct {
	EN    string `json:"en"`
	FR    string `json:"fr"`
	Scale Scale  `json:"scale"`
}

// ClearanceFigures are the clearance compared.
type ClearanceFigures struct {
	Level      ClearanceLevel `json:"level"`
	ValidUntil string         `json:"valid_until"`
}

// CredentialFigures are the paper compared.
type CredentialFigures struct {
	Name       string `json:"name"`
	Category   string `json:"category"`
	ValidUntil string `json:"valid_until"`
}

// DegreeFigures are the degree compared.
type DegreeFigures struct {
	Level     DegreeLevel `json:"level"`
	EQF       int         `json:"eqf"`
	Conferred string      `json:"conferred"`
}
