package imports

import (
	"slices"
	"strings"

	"shortlist/model/requirement"
	"shortlist/store/imports/text"
)

// This file reads levels of languages and clearances and gives them one spelling; those of degrees are in
// value_degree.go. A level keeps its scale;
// nothing is converted.

func (v *values) scale(s string) requirement.Scale {
	return choice(v, s, "language scale", requirement.Scales(), "cecr", "cefr", "cecrl", "cefr", "otan", "nato", "stanag", "slp", "stanag 6001", "slp", "pls", "slp")
}

func (v *values) jobKind(s string) requirement.JobKind {
	return choice(v, s, "kind of job", requirement.JobKinds(), "traineeship", "internship", "stage", "internship", "volunteer", "volunteering", "emploi", "employment")
}

func (v *values) status(s string) requirement.ClearanceStatus {
	return choice(v, s, "state of a clearance", []requirement.ClearanceStatus{requirement.ClearanceHeld, requirement.ClearanceApplied, requirement.ClearanceExpired}, "valid", "held", "active", "held", "pending", "applied")
}

var (
	natoLevels = [...]string{"0", "I", "II", "III", "IV", "V", "VI"}
	cefrLevels = [...]string{"A1", "A2", "B1", "B2", "C1", "C2"}
)

// languageLevel is a level in the usual spelling of its scale. Without a scale it is only accepted if its spelling
// exists on one scale alone.
func (v *values) languageLevel(scale requirement.Scale, s string) string {
	read := map[requirement.Scale]func(string) string{requirement.ScaleNATO: natoLevel, requirement.ScaleCEFR: cefrLevel, requirement.ScaleSLP: slpLevel}
	expected := map[requirement.Scale]string{
		requirement.ScaleNATO: "a NATO level I to VI", requirement.ScaleCEFR: "a CEFR level A1 to C2",
		requirement.ScaleSLP: "a STANAG 6001 profile of four digits (3333)",
	}
	switch scale {
	case requirement.ScaleWords:
		return strings.ToLower(s)
	case "":
		for _, f := range []func(string) string{romanLevel, cefrLevel, slpLevel} {
			if l := f(s); l != "" && l != "0" && !isYear(s) {
				return l
			}
		}
		v.wrong("%s is a level of no known scale: I to VI, A1 to C2 or four digits (3333) expected, or the scale beside it (nato, cefr, slp, words).", text.Quoted(s))
		return ""
	}
	l := read[scale](s)
	if l == "" {
		v.wrong("%s is not a level of its scale: %s expected.", text.Quoted(s), expected[scale])
	}
	return l
}

// isYear returns true if four digits may be a year as well as a profile: 2011.
func isYear(s string) bool {
	return len(s) == 4 && isNumber(s) && (strings.HasPrefix(s, "19") || strings.HasPrefix(s, "20"))
}

// bareLevel removes the words around a level, which is folded: "NATO Level V" is "v".
func bareLevel(s string) string {
	s = requirement.Fold(s)
	words := [...]string{"nato", "otan", "cefr", "cecrl", "cecr", "stanag 6001", "stanag", "slp", "pls", "level", "niveau", "stufe"}
	for again := true; again; {
		again = false
		for _, p := range words {
			rest, found := strings.CutPrefix(s, p)
			if found && !strings.HasPrefix(rest, " no") {
				s, again = strings.TrimLeft(rest, " :-"), true
			}
			if rest, found = strings.CutSuffix(strings.TrimRight(s, " )]"), p); found && rest != "" && strings.TrimRight(rest, " ([,/-:") != rest {
				s, again = strings.TrimRight(rest, " ([,/-:"), true
			}
		}
	}
	return s
}

// romanLevel reads a NATO level in Roman numerals: a spelling of that scale alone.
func romanLevel(s string) string {
	if i := natoPlace(bareLevel(s), false); i > 0 {
		return natoLevels[i]
	}
	return ""
}

func natoLevel(s string) string {
	if i := natoPlace(bareLevel(s), true); i >= 0 {
		return natoLevels[i]
	}
	return ""
}

func cefrLevel(s string) string {
	b := cefrBare(bareLevel(s))
	if b == "0" || b == "NONE" {
		return "0"
	}
	for i, l := range cefrLevels {
		if b == l || b == l+"+" && i < 5 {
			return b
		}
	}
	return ""
}

// slpLevel reads a profile such as 3333, 3-3-3-3, 32+22 or L3 S3 R2 W2. Digits that are parted unevenly are not one:
// 20/12 is a month.
func slpLevel(s string) string {
	bare, _, _ := strings.Cut(bareLevel(s), "(")
	var out strings.Builder
	digits, mayPlus, gaps, gap := 0, false, 0, false
	for _, r := range strings.ToUpper(strings.TrimSpace(bare)) {
		switch {
		case r >= '0' && r <= '5':
			if gap && digits > 0 {
				gaps++
			}
			gap = false
			digits++
			mayPlus = r != '5'
			out.WriteRune(r)
			continue
		case r == '+' && mayPlus:
			out.WriteByte('+')
		case strings.ContainsRune(" -/.,", r):
			gap = true
		case digits < 4 && r == rune("LSRW"[digits]):
			gap = true
		default:
			return ""
		}
		mayPlus = false
	}
	if digits != 4 || gaps != 0 && gaps != 3 {
		return ""
	}
	return out.String()
}

// clearanceLevels are the spellings of the NATO levels; any other marking stays as it is written.
var clearanceLevels = [...]struct {
	spelling string
	level    requirement.ClearanceLevel
}{
	{"NR", requirement.ClearanceNR},
	{"NATO RESTRICTED", requirement.ClearanceNR},
	{"NC", requirement.ClearanceNC},
	{"NATO CONFIDENTIAL", requirement.ClearanceNC},
	{"NATO CONFIDENTIEL", requirement.ClearanceNC},
	{"NS", requirement.ClearanceNS},
	{"NATO SECRET", requirement.ClearanceNS},
	{"OTAN SECRET", requirement.ClearanceNS},
	{"CTS", requirement.ClearanceCTS},
	{"CTSA", requirement.ClearanceCTSA},
	{"CTSB", requirement.ClearanceCTSB},
	{"COSMIC TOP SECRET", requirement.ClearanceCTS},
	{"NATO COSMIC TOP SECRET", requirement.ClearanceCTS},
}

// noClearance are the words for "none", folded: a fact, unlike a cell that is empty or holds a dash.
var noClearance = [...]string{"none", "no", "nil", "aucune", "aucun", "non", "keine", "0", "no clearance", "not held", "none held"}

// unsaid are the ways to leave a cell empty in writing.
var unsaid = [...]string{"-", "–", "—", "n/a", "na"}

func (v *values) clearanceLevel(s string) requirement.ClearanceLevel {
	for i := range clearanceLevels {
		if s == clearanceLevels[i].spelling {
			return clearanceLevels[i].level
		}
	}
	if s = v.line(s); s == "" {
		return ""
	}
	upper := strings.Join(strings.FieldsFunc(strings.ToUpper(s), func(r rune) bool { return r == ' ' || r == '-' || r == '/' || r == '_' }), " ")
	switch low := requirement.Fold(s); {
	case slices.Contains(noClearance[:], low):
		return requirement.ClearanceLevelNone
	case slices.Contains(unsaid[:], low):
		return ""
	}
	rest, caveat := upper, requirement.ClearanceLevel("")
	for _, c := range [...]struct {
		word string
		mark requirement.ClearanceLevel
	}{{" ATOMAL", "-A"}, {" A", "-A"}, {" BOHEMIA", "-B"}, {" B", "-B"}} {
		if r, found := strings.CutSuffix(upper, c.word); found {
			rest, caveat = r, c.mark
			break
		}
	}
	for _, c := range clearanceLevels {
		if rest == c.spelling && (caveat != "-B" || c.level == requirement.ClearanceCTS) {
			return c.level + caveat
		}
	}
	switch {
	case isYesNo(s), isOneOfWords(noLevelOfClearance[:], s):
		v.warn("%s does not say which level the clearance has: none was kept.", text.Quoted(s))
	case isWrittenDate(s), isNumber(s):
		v.warn("%s is not a level of a clearance: none was kept.", text.Quoted(s))
	default:
		return requirement.ClearanceLevel(s)
	}
	return ""
}

// noLevelOfClearance are words that say something about a clearance and not its level, folded.
var noLevelOfClearance = [...]string{
	"x", "valid", "active", "current", "held", "holder", "pending", "in process", "in progress", "applied", "applied for", "requested", "expired", "lapsed", "unknown", "cleared",
	"valide", "en cours", "demandee", "expiree", "inconnu", "yes (valid)", "nato", "otan", "eu", "ue", "national",
}
