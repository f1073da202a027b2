package requirement

import (
	"fmt"
	"strings"
)

// This file holds the LIST of the sorts of facts that a file claims, in the order in which a file is shown. What a
// screen or a paper says of a fact is said here.

// The keys of the facts: the names of their lists in the candidates document.
const (
	FactEducation     = "education"
	FactJobs          = "experience"
	FactLanguages     = "languages"
	FactClearances    = "clearances"
	FactNationalities = "nationalities"
)

// FactSort is one sort of facts.
type FactSort struct {
	Key     string
	Heading string
	// None goes on after "The file states".
	None string
	// OnlyIfAny says that a file without such facts does not speak of it, except to a criterion that asks for them.
	OnlyIfAny bool
	source    func(i int) string
	count     func(f *Facts) int
	say       func(f *Facts, i int) string
	used      func(x *Finding) []int
}

// Count is how many facts of the sort a file claims.
func (s FactSort) Count(f *Facts) int { return s.count(f) }

// Say is one fact in words; jobs are laid out by the screen and have none.
func (s FactSort) Say(f *Facts, i int) string { return s.say(f, i) }

// Source says where a fact stands, for a quote.
func (s FactSort) Source(i int) string { return s.source(i) }

// Used are the facts of the sort that a finding rests on.
func (s FactSort) Used(x *Finding) []int { return s.used(x) }

func numbered(what string) func(int) string {
	return func(i int) string { return fmt.Sprintf("%s %d", what, i+1) }
}

var factSorts = []FactSort{
	{
		Key: FactEducation, Heading: "Education", None: "no education", source: numbered("education"),
		count: func(f *Facts) int { return len(f.Education) },
		say:   func(f *Facts, i int) string { return f.Education[i].words() },
		used:  func(x *Finding) []int { return x.EducationUsed },
	},
	{
		Key: FactJobs, Heading: "Experience", None: "no dated job", source: numbered("job"),
		count: func(f *Facts) int { return len(f.Jobs) },
		say:   func(*Facts, int) string { return "" },
		used:  func(x *Finding) []int { return x.JobsUsed },
	},
	{
		Key: FactLanguages, Heading: "Languages", None: "no language", source: numbered("language"),
		count: func(f *Facts) int { return len(f.Languages) },
		say:   func(f *Facts, i int) string { return f.Languages[i].words() },
		used:  func(x *Finding) []int { return x.LanguagesUsed },
	},
	{
		Key: FactClearances, Heading: "Clearances", None: "no clearance", source: numbered("clearance"),
		count: func(f *Facts) int { return len(f.Clearances) },
		say:   func(f *Facts, i int) string { return f.Clearances[i].words() },
		used:  func(x *Finding) []int { return x.ClearancesUsed },
	},
}

// nationalities stand last in a file.
var nationalitySort = FactSort{
	Key: FactNationalities, Heading: "Nationality", None: "no nationality", source: func(int) string { return "nationality" },
	count: func(f *Facts) int { return len(f.Nationalities) },
	say:   func(f *Facts, i int) string { return nationWords(f.Nationalities[i]) },
	used:  func(*Finding) []int { return nil },
}

// FactSorts lists the sorts of facts in the order in which a file is shown.
func FactSorts() []FactSort {
	out := append([]FactSort{}, factSorts...)
	for _, c := range CredentialSorts() {
		out = append(out, c.facts())
	}
	return append(out, nationalitySort)
}

// Matters are the sorts of facts that a person wants to see first for the requirement; none if only what the candidate
// wrote can tell.
func (r Requirement) Matters() []FactSort {
	matters := r.Kind.row().matters
	if matters == nil {
		return nil
	}
	var out []FactSort
	for _, key := range matters(r) {
		for _, s := range FactSorts() {
			if s.Key == key {
				out = append(out, s)
			}
		}
	}
	return out
}

func (e Education) words() string {
	if e.Level == DegreeNone {
		return e.Level.Words()
	}
	s := orUnknown(e.Level.Words())
	if e.Field != "" {
		s += fmt.Sprintf(" in %s", e.Field)
	}
	for _, x := range []string{e.Institution, e.Country} {
		if x != "" {
			s += ", " + x
		}
	}
	if e.Conferred.IsZero() {
		return fmt.Sprintf("%s, date of conferral not stated", s)
	}
	return fmt.Sprintf("%s, conferred %s", s, e.Conferred.String())
}

func (l LanguageSkill) words() string {
	scale := "scale not stated"
	if l.Scale != "" {
		scale = l.Scale.Words()
	}
	return fmt.Sprintf("%s  %s  (%s)", l.name(), l.Level, scale)
}

// name is the language in English if it is one of the two that NATO works in, else its code.
func (l LanguageSkill) name() string {
	switch strings.ToLower(l.Language) {
	case "en":
		return "English"
	case "fr":
		return "French"
	}
	return l.Language
}

func (c ClearanceRecord) words() string {
	if c.Level == ClearanceLevelNone {
		return c.Level.Words()
	}
	s := c.Level.Words()
	if c.Issuer != "" {
		s += fmt.Sprintf(" issued by %s", c.Issuer)
	}
	s += ", " + orUnknown(c.Status.Words())
	if c.ValidUntil.IsZero() {
		return fmt.Sprintf("%s, end of validity not stated", s)
	}
	return fmt.Sprintf("%s, valid until %s", s, c.ValidUntil.String())
}

func nationWords(code string) string {
	if name := NationName(code); name != code {
		return fmt.Sprintf("%s (%s)", name, code)
	}
	return code
}

func orUnknown(s string) string {
	if s == "" {
		return "unknown"
	}
	return s
}
