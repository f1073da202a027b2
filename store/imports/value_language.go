package imports

import (
	"slices"
	"strings"

	"shortlist/model/requirement"
	"shortlist/store/imports/text"
)

// This file reads the level of a language where more stands in the cell than the level: its name, its scale, or words
// in place of a level. Each level is read on its own scale alone, and nothing is converted.

// languageSkill is a level in the usual spelling of its scale, with that scale. The scale is the one beside the level,
// or the one that the value itself names; words for a native speaker are on the scale of words. The level is empty if
// the text is empty or not understood.
func (v *values) languageSkill(scale requirement.Scale, s string) (requirement.Scale, string) {
	if s == "" {
		return scale, ""
	}
	for _, l := range natoLevels[1:] { // the most frequent case
		if s == l && (scale == requirement.ScaleNATO || scale == "") {
			return scale, l
		}
	}
	if s = v.line(s); s == "" {
		return scale, ""
	}
	named := scaleIn(s)
	switch {
	case isNoLanguage(s):
		return scale, requirement.LanguageNone
	case isYesNo(s):
		v.wrong("%s is an answer, not a level of a language: the level expected, such as V, C1 or 3333.", text.Quoted(s))
		return scale, ""
	case isWrittenDate(s):
		v.wrong("%s is a date, not a level of a language: the level expected, such as V, C1 or 3333.", text.Quoted(s))
		return scale, ""
	case isNative(s):
		if scale != "" && scale != requirement.ScaleWords {
			v.warn("%s is a level in words and not one of the scale beside it: it was kept in words.", text.Quoted(s))
		}
		return requirement.ScaleWords, strings.ToLower(s)
	case named != "" && scale != "" && scale != requirement.ScaleWords && named != scale:
		v.wrong("%s names another scale than the one beside it (%s): one of the two expected.", text.Quoted(s), scale.Words())
		return scale, ""
	case named != "" && scale == "":
		scale = named
	}
	return scale, v.languageLevel(scale, s)
}

// nativeWords are the words for a language that somebody grew up with, folded.
var nativeWords = [...]string{
	"native", "native speaker", "native language", "native tongue", "native level", "native or bilingual", "native/bilingual", "native or bilingual proficiency",
	"bilingual", "mother tongue", "mother language", "first language", "langue maternelle", "maternelle", "bilingue", "natif", "native (mother tongue)",
	"muttersprache", "muttersprachler", "muttersprachlich", "muttersprachliches niveau", "moedertaal", "lengua materna", "nativo", "nativa", "madrelingua", "lingua madre", "lingua materna",
}

// noLanguage are the words for a language that is not known at all, folded.
var noLanguage = [...]string{"none", "no", "0", "nil", "no knowledge", "not at all", "aucun", "aucune", "non", "neant", "aucune connaissance", "keine", "keine kenntnisse"}

// isNoLanguage returns true if a value says that a language is not known.
func isNoLanguage(s string) bool { return slices.Contains(noLanguage[:], requirement.Fold(s)) }

// isNative returns true if a value says that a language is a native one.
func isNative(s string) bool { return slices.Contains(nativeWords[:], requirement.Fold(s)) }

// isYesNo returns true if a value is an answer to a question: it is never a level.
func isYesNo(s string) bool {
	switch requirement.Fold(s) {
	case "yes", "no", "y", "n", "oui", "non", "ja", "nein", "nee", "si", "sim", "true", "false", "vrai", "faux", "✓", "✔", "☑", "☒":
		return true
	}
	return false
}

// isWrittenDate returns true if a value is a date as people write it. A plain number is not one: it may be a level, or
// the number of a day in a spreadsheet.
func isWrittenDate(s string) bool {
	if len(s) < 6 || !strings.ContainsAny(s, "0123456789") || strings.Trim(s, "0123456789") == "" {
		return false
	}
	d, trouble := readDate(s, "")
	return trouble == "" && !d.IsZero() || trouble == twoOrders
}

// scaleIn is the scale that a value names beside its level: "C1 (CEFR)" is on CEFR. Empty if it names none or several.
func scaleIn(s string) (named requirement.Scale) {
	words := strings.FieldsFunc(requirement.Fold(s), func(r rune) bool { return strings.ContainsRune(" ()[]-/:,;.", r) })
	for _, w := range words {
		scale := requirement.Scale("")
		switch w {
		case "nato", "otan":
			scale = requirement.ScaleNATO
		case "cefr", "cecr", "cecrl", "ger", "mcer", "qcer":
			scale = requirement.ScaleCEFR
		case "stanag", "slp", "pls":
			scale = requirement.ScaleSLP
		}
		switch {
		case scale == "" || scale == named:
		case named == requirement.ScaleNATO && scale == requirement.ScaleSLP: // "NATO STANAG 6001" is one scale
			named = scale
		case named != "":
			return ""
		default:
			named = scale
		}
	}
	return named
}

// levelAndName parts a folded level from what stands behind it: "vi - proficiency" is "vi" and "proficiency".
func levelAndName(s string) (level, name string) {
	at := strings.IndexAny(s, " (,/:;-")
	if at < 0 {
		return s, ""
	}
	return s[:at], strings.Trim(s[at:], " ()[],/:;-\"'")
}

// natoNameLevels are the names of the NATO levels in English and French, folded, with their place in natoLevels.
var natoNameLevels = map[string]int{
	"none": 0, "beginner": 1, "elementary": 2, "intermediate": 3, "upper-intermediate": 4, "upper intermediate": 4, "advanced": 5, "proficiency": 6,
	"debutant": 1, "elementaire": 2, "intermediaire": 3, "intermediaire superieur": 4, "intermediaire-superieur": 4, "avance": 5,
}

// natoPlace is the place in natoLevels of a NATO level with the name of the level beside it, in either order, or of the
// name alone. Digits says that 4 may stand for IV. It is -1 if the value is not understood or the two contradict each
// other.
func natoPlace(bare string, digits bool) int {
	place := func(s string) int {
		for i, l := range natoLevels {
			if strings.EqualFold(s, l) && (i > 0 || digits) || digits && s == string(rune('0'+i)) || i > 0 && strings.EqualFold(s, string(rune('Ⅰ'+i-1))) {
				return i
			}
		}
		return -1
	}
	if i, ok := natoNameLevels[bare]; ok {
		if digits {
			return i
		}
		return -1
	}
	level, name := levelAndName(bare)
	at := place(level)
	if at < 0 { // the name stands before the level: "advanced (v)"
		cut := strings.LastIndexAny(bare, " (/:,-")
		if cut < 0 {
			return -1
		}
		level, name = strings.Trim(bare[cut:], " ()/:,-"), strings.Trim(bare[:cut], " ()/:,-")
		if at = place(level); at < 0 || name == "" {
			return -1
		}
	}
	switch i, known := natoNameLevels[name]; {
	case name == "" || known && i == at:
		return at
	case known || place(name) >= 0 && place(name) != at:
		return -1
	case strings.HasPrefix(strings.TrimSpace(bare[len(level):]), "(") && !slices.ContainsFunc(strings.Fields(name), func(w string) bool { return place(w) > 0 }):
		return at // a remark in brackets
	}
	return -1
}

// cefrNames are the words that stand behind a CEFR level, folded, with the first letters of the levels that they fit.
var cefrNames = map[string]string{
	"beginner": "A", "elementary": "A", "basic": "A", "basic user": "A", "breakthrough": "A", "waystage": "A", "debutant": "A", "elementaire": "A", "utilisateur elementaire": "A",
	"intermediate": "B", "upper intermediate": "B", "upper-intermediate": "B", "lower intermediate": "B", "independent": "B", "independent user": "B", "threshold": "B", "vantage": "B",
	"intermediaire": "B", "independant": "B", "utilisateur independant": "B",
	"advanced": "C", "proficient": "C", "proficiency": "C", "proficient user": "C", "mastery": "C", "fluent": "C", "avance": "C", "autonome": "C", "maitrise": "C", "courant": "C",
	"experimente": "C", "utilisateur experimente": "C",
}

// cefrBare is a CEFR level without the words behind it; empty if they contradict it or are not understood.
func cefrBare(bare string) string {
	level, name := levelAndName(bare)
	level = strings.ToUpper(level)
	if name == "" || level == "" {
		return level
	}
	for _, w := range strings.FieldsFunc(strings.ToUpper(name), func(r rune) bool { return strings.ContainsRune(" ()-/,;:+", r) }) {
		if slices.Contains(cefrLevels[:], w) && w != strings.TrimSuffix(level, "+") {
			return "" // "B1/B2" is two levels
		}
	}
	fits, known := cefrNames[name]
	switch {
	case known && strings.HasPrefix(level, fits), !known && strings.HasPrefix(strings.TrimSpace(bare[len(level):]), "("):
		return level
	}
	return ""
}
