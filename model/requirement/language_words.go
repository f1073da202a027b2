package requirement

import (
	"fmt"
	"strings"
)

// This file puts language levels into words and figures, and knows the names of languages.

// best is the index of the claim shown for a language: the highest on the scale asked, else the first claimed.
func (t *languageClaims) best(language string, scale Scale) int {
	at, level := -1, comparableLevel{}
	for i := range t.claims {
		if !isLanguage(t.claims[i].Language, language) {
			continue
		}
		l, ok := readLanguageLevel(t.claims[i].Scale, t.claims[i].Level)
		better := ok && l.scale == scale && (level.scale != scale || isHigher(l, level))
		if at < 0 || better {
			at, level = i, l
		}
	}
	return at
}

func isHigher(a, b comparableLevel) bool {
	sum := func(l comparableLevel) int { return int(l.half[0]) + int(l.half[1]) + int(l.half[2]) + int(l.half[3]) }
	return sum(a) > sum(b)
}

// shown is the level of a language for the figures; a level of another scale names it.
func (t *languageClaims) shown(language string, scale Scale) string {
	i := t.best(language, scale)
	if i < 0 {
		return ""
	}
	l, ok := readLanguageLevel(t.claims[i].Scale, t.claims[i].Level)
	switch {
	case !ok:
		return t.claims[i].Level
	case l.scale != scale:
		return l.String() + " (" + scaleInFinding(l.scale) + ")"
	}
	return l.String()
}

// used gives the claims about the languages asked.
func (t *languageClaims) used(asked []LanguageLevel) []int {
	var out []int
	for i := range t.claims {
		for k := range asked {
			if concerns(&asked[k], t.claims[i].Language) {
				out = append(out, i)
				break
			}
		}
	}
	return out
}

func concerns(asked *LanguageLevel, language string) bool {
	if isPairLevel(asked) || asked.Language == "either" {
		return isLanguage(language, "en") || isLanguage(language, "fr")
	}
	return isLanguage(language, languageCode(asked))
}

// words says what the file claims for the languages asked: "English V, French I".
func (t *languageClaims) words(asked []LanguageLevel, scale Scale) string {
	var names [4]string
	list := names[:0]
	for i := range asked {
		if isPairLevel(&asked[i]) || asked[i].Language == "either" {
			list = union(list, []string{"en", "fr"})
		} else {
			list = union(list, []string{languageCode(&asked[i])})
		}
	}
	out := ""
	for _, language := range list {
		if out != "" {
			out += ", "
		}
		level := t.shown(language, scale)
		if level == "" {
			level = "not listed"
		}
		out += languageName(language) + " " + level
	}
	return out
}

func levelsAskedWords(asked []LanguageLevel) string {
	out := ""
	for i := range asked {
		l := &asked[i]
		if i > 0 {
			out += "; "
			if k := i - 1; areAlternatives(&asked[k], l) || l.Role == RoleOne {
				out += "or "
			}
		}
		if l.Scale == ScaleWords {
			out += "“" + l.Level + "”"
		} else {
			out += l.Level
		}
		switch {
		case l.Role == RoleOne && isPairLevel(l):
			out += " in one"
		case l.Role == RoleOther && isPairLevel(l):
			out += " in the other"
		case l.Language == "either":
			out += " in English or French"
		default:
			out += fmt.Sprintf(" in %s", languageName(languageCode(l)))
		}
		if last := i == len(asked)-1; last || asked[i+1].Scale != l.Scale {
			out += " (" + scaleInFinding(l.Scale) + ")"
		}
	}
	return out
}

func scaleInFinding(s Scale) string {
	switch s {
	case ScaleNATO:
		return "NATO scale"
	case ScaleCEFR:
		return "CEFR"
	case ScaleSLP:
		return "STANAG 6001"
	case ScaleWords:
		return "a level in words"
	}
	return "no scale named"
}

// languageCode is the code of the language asked; a language asked by a name without a known code keeps its name, so
// that no claim is taken for it.
func languageCode(l *LanguageLevel) string {
	if l.Language != "other" || l.Name == "" {
		return l.Language
	}
	for i := range languageTable {
		if strings.EqualFold(languageTable[i].name, l.Name) {
			return languageTable[i].code
		}
	}
	return l.Name
}

// languageTable are the languages of NATO's members and those its postings ask for most, ISO 639-1.
var languageTable = [...]struct{ code, name string }{
	{"en", "English"},
	{"fr", "French"},
	{"ar", "Arabic"},
	{"bg", "Bulgarian"},
	{"bs", "Bosnian"},
	{"ca", "Catalan"},
	{"cs", "Czech"},
	{"da", "Danish"},
	{"de", "German"},
	{"el", "Greek"},
	{"es", "Spanish"},
	{"et", "Estonian"},
	{"fa", "Persian"},
	{"fi", "Finnish"},
	{"he", "Hebrew"},
	{"hr", "Croatian"},
	{"hu", "Hungarian"},
	{"is", "Icelandic"},
	{"it", "Italian"},
	{"ja", "Japanese"},
	{"ka", "Georgian"},
	{"ko", "Korean"},
	{"lb", "Luxembourgish"},
	{"lt", "Lithuanian"},
	{"lv", "Latvian"},
	{"mk", "Macedonian"},
	{"nl", "Dutch"},
	{"no", "Norwegian"},
	{"pl", "Polish"},
	{"ps", "Pashto"},
	{"pt", "Portuguese"},
	{"ro", "Romanian"},
	{"ru", "Russian"},
	{"sk", "Slovak"},
	{"sl", "Slovenian"},
	{"sq", "Albanian"},
	{"sr", "Serbian"},
	{"sv", "Swedish"},
	{"tr", "Turkish"},
	{"uk", "Ukrainian"},
	{"ur", "Urdu"},
	{"zh", "Chinese"},
}

// isLanguage compares language codes; "en-GB" is English.
func isLanguage(claimed, want string) bool {
	if claimed == want {
		return true
	}
	base, _, _ := strings.Cut(claimed, "-")
	return want != "" && strings.EqualFold(base, want)
}

func languageName(code string) string {
	for i := range languageTable {
		if strings.EqualFold(languageTable[i].code, code) {
			return languageTable[i].name
		}
	}
	if code == "other" {
		return "another language"
	}
	return code
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
		parts = append(parts, fmt.Sprintf("%s in %s", l.Level, name))
	}
	if len(parts) == 0 {
		return "no level named"
	}
	return strings.Join(parts, ", ") + scales[levels[0].Scale]
}
