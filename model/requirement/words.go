package requirement

import (
	"fmt"
	"strings"
)

// This file says in a few words what a requirement asks for.

// Sentence is a short label of a requirement for a screen or a report: "experience: 5 years", "language: V in one,
// I in the other (NATO)". Judged kinds are just named.
func Sentence(r Requirement) string {
	switch r.Kind {
	case KindDegree:
		return "degree: " + degreeWordsOf(r)
	case KindExperience:
		if r.Months == 0 {
			return "experience: no number of years stated"
		}
		return "experience: " + monthsInWords(r.Months)
	case KindLanguage:
		return "language: " + languagesInWords(r.Languages)
	case KindClearance:
		if r.Clearance == "" {
			return "clearance: no level named"
		}
		return "clearance: " + clearanceInWords(r.Clearance)
	case KindNationality:
		if len(r.Nations) == 0 {
			return "nationality: member of NATO"
		}
		return "nationality: " + strings.Join(r.Nations, ", ")
	}
	return string(r.Kind)
}

func degreeWordsOf(r Requirement) string {
	if len(r.Routes) > 0 {
		parts := make([]string, len(r.Routes))
		for i, x := range r.Routes {
			switch {
			case x.Degree == nil:
				parts[i] = monthsInWords(x.Months)
			case x.Months == 0:
				parts[i] = string(x.Degree.Level)
			default:
				parts[i] = string(x.Degree.Level) + " and " + monthsInWords(x.Months)
			}
		}
		return strings.Join(parts, ", or ")
	}
	if r.Degree == nil {
		return "no level named"
	}
	s := string(r.Degree.Level)
	if r.Degree.EquivalentAccepted {
		s += " or equivalent"
	}
	if r.Months > 0 {
		s += ", and " + monthsInWords(r.Months)
	}
	return s
}

func monthsInWords(n int) string {
	unit, count := "month", n
	if n%12 == 0 {
		unit, count = "year", n/12
	}
	if count != 1 {
		unit += "s"
	}
	return fmt.Sprintf("%d %s", count, unit)
}

func languagesInWords(levels []LanguageLevel) string {
	scales := map[Scale]string{ScaleNATO: " (NATO)", ScaleCEFR: " (CEFR)", ScaleSLP: " (STANAG 6001)"}
	languages := map[string]string{"en": "English", "fr": "French", "either": "English or French"}
	var parts []string
	for _, l := range levels {
		name := languages[l.Language]
		if l.Language == "other" {
			name = l.Name
			if name == "" {
				name = "another language"
			}
		}
		switch {
		case l.Role == RoleOne && l.Language == "either":
			name = "one"
		case l.Role == RoleOther:
			name = "the other"
		}
		parts = append(parts, l.Level+" in "+name)
	}
	if len(parts) == 0 {
		return "no level named"
	}
	return strings.Join(parts, ", ") + scales[levels[0].Scale]
}

func clearanceInWords(l ClearanceLevel) string {
	s := strings.Replace(string(l), "-A", "/ATOMAL", 1)
	if l == ClearanceCTSB {
		s = "CTS/BOHEMIA"
	}
	return s
}
