package imports

import (
	"strings"

	"shortlist/model/requirement"
	"shortlist/store/imports/text"
)

// This file reads levels of degrees, languages and clearances and gives them one spelling. A level keeps its scale;
// nothing is converted.

func (v *values) degreeLevel(s string) requirement.DegreeLevel {
	return choice(v, s, "level of education", requirement.DegreeLevels(),
		"bachelor's", "bachelor", "bachelors", "bachelor", "bachelor's degree", "bachelor", "bsc", "bachelor", "ba", "bachelor",
		"master's", "master", "masters", "master", "master's degree", "master", "msc", "master", "ma", "master",
		"phd", "doctorate", "ph.d.", "doctorate", "doctorat", "doctorate", "doctor", "doctorate",
		"secondaire", "secondary", "high school", "secondary", "professionnel", "vocational")
}

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
	natoNames  = [...]string{"NONE", "BEGINNER", "ELEMENTARY", "INTERMEDIATE", "UPPER-INTERMEDIATE", "ADVANCED", "PROFICIENCY"}
	cefrLevels = [...]string{"A1", "A2", "B1", "B2", "C1", "C2"}
)

// languageLevel is a level in the usual spelling of its scale. Without a scale it is only accepted if its spelling
// exists on one scale alone.
func (v *values) languageLevel(scale requirement.Scale, s string) string {
	if s == "" {
		return ""
	}
	for _, l := range natoLevels[1:] { // the most frequent case
		if s == l && (scale == requirement.ScaleNATO || scale == "") {
			return l
		}
	}
	if s = v.line(s); s == "" {
		return ""
	}
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
			if l := f(s); l != "" {
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

// bareLevel removes the words around a level: "NATO Level V (Advanced)" is V.
func bareLevel(s string) string {
	s = strings.ToUpper(strings.TrimSpace(s))
	for again := true; again; {
		again = false
		for _, p := range [...]string{"NATO", "OTAN", "CEFR", "CECR", "STANAG 6001", "SLP", "PLS", "LEVEL", "NIVEAU"} {
			if rest, found := strings.CutPrefix(s, p); found {
				s, again = strings.TrimLeft(rest, " :-–"), true
			}
		}
	}
	if i := strings.IndexByte(s, '('); i > 0 {
		s = s[:i]
	}
	return strings.TrimSpace(s)
}

func romanLevel(s string) string {
	b := bareLevel(s)
	for i, l := range natoLevels[1:] {
		if b == l || b == string(rune('Ⅰ'+i)) {
			return l
		}
	}
	return ""
}

func natoLevel(s string) string {
	if l := romanLevel(s); l != "" {
		return l
	}
	b := bareLevel(s)
	for i, l := range natoLevels {
		if b == natoNames[i] || len(b) == 1 && b[0] == byte('0'+i) {
			return l
		}
	}
	if b == "UPPER INTERMEDIATE" {
		return "IV"
	}
	return ""
}

func cefrLevel(s string) string {
	b := bareLevel(s)
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

// slpLevel reads a profile such as 3333, 3-3-3-3, 32+22 or L3 S3 R2 W2.
func slpLevel(s string) string {
	var out strings.Builder
	digits, mayPlus := 0, false
	for _, r := range bareLevel(s) {
		switch {
		case r >= '0' && r <= '5':
			digits++
			mayPlus = r != '5'
			out.WriteRune(r)
			continue
		case r == '+' && mayPlus:
			out.WriteByte('+')
		case strings.ContainsRune(" -/.,–", r):
		case digits < 4 && r == rune("LSRW"[digits]):
		default:
			return ""
		}
		mayPlus = false
	}
	if digits != 4 {
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

// noClearance are the words for "none", which gives no record.
var noClearance = [...]string{"NONE", "NO", "NIL", "N/A", "-", "AUCUNE", "NON"}

func (v *values) clearanceLevel(s string) requirement.ClearanceLevel {
	for i := range clearanceLevels {
		if s == clearanceLevels[i].spelling {
			return clearanceLevels[i].level
		}
	}
	s = v.line(s)
	upper := strings.Join(strings.FieldsFunc(strings.ToUpper(s), func(r rune) bool { return r == ' ' || r == '-' || r == '/' || r == '_' }), " ")
	for _, none := range noClearance {
		if upper == none || strings.ToUpper(s) == none {
			return ""
		}
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
	return requirement.ClearanceLevel(s)
}
