package requirement

// This file holds the result of a check. The checks live in the files of the kinds.

// Verdict is what the program can say about one requirement and one candidate.
type Verdict string

// The verdicts. Borderline is a result decided by the imprecision of the facts.
const (
	Met        Verdict = "met"
	NotMet     Verdict = "not met"
	Borderline Verdict = "borderline"
	CannotTell Verdict = "cannot tell"
)

// Mark is the verdict as one sign, readable without colour: ✓ ✗ ~ ?
func (v Verdict) Mark() string {
	switch v {
	case Met:
		return "✓"
	case NotMet:
		return "✗"
	case Borderline:
		return "~"
	}
	return "?"
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
