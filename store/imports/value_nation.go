package imports

import (
	"strings"
	"sync"

	"shortlist/model/requirement"
	"shortlist/store/imports/text"
)

// This file reads nationalities and other nations. More names in use are in nations_table.go.
//
// The library biter777/countries is not used because it does not know the French names of nations.

// nationIndex finds a nation by its codes and its folded names.
var nationIndex = sync.OnceValue(func() map[string]string {
	index := make(map[string]string, 1000)
	for n := range requirement.EachNation {
		index[n.Alpha3], index[n.Alpha2] = n.Alpha3, n.Alpha3
		for _, name := range [...]string{n.English, n.French} {
			if name != "" {
				index[foldNation(name)] = n.Alpha3
			}
		}
	}
	for _, n := range nationAliases {
		index[foldNation(n.name)] = n.alpha3
	}
	for _, n := range nationPeople {
		for name := range strings.SplitSeq(n.names, ",") {
			if key := foldNation(name); index[key] == "" { // the name of a nation comes before a word for people
				index[key] = n.alpha3
			}
		}
	}
	return index
})

// foldNation is a name as it is looked up: small letters, no accents, "&" as "and", "st." as "saint".
func foldNation(name string) string {
	words := strings.FieldsFunc(requirement.Fold(name), func(r rune) bool { return r == ' ' || r == '-' || r == '(' || r == ')' || r == ',' })
	for i, w := range words {
		switch w {
		case "&":
			words[i] = "and"
		case "st", "st.":
			words[i] = "saint"
		}
	}
	if len(words) > 1 && words[0] == "the" {
		words = words[1:]
	}
	return strings.Join(words, " ")
}

// nationCode is the alpha-3 code of a nation that is written as a code or a name; ok is false for anything else.
func nationCode(s string) (code string, ok bool) {
	if len(s) == 3 || len(s) == 2 {
		if code, ok = nationIndex()[strings.ToUpper(s)]; ok {
			return code, true
		}
	}
	if code, ok = nationIndex()[foldNation(s)]; ok {
		return code, true
	}
	if bare := withoutStops(s); bare != "" {
		code, ok = nationIndex()[foldNation(bare)]
	}
	return code, ok
}

// withoutStops is "UK" for "U.K." and "U. K."; empty if the text is not single letters with full stops.
func withoutStops(s string) string {
	letters := strings.FieldsFunc(s, func(r rune) bool { return r == '.' || r == ' ' })
	for _, l := range letters {
		if len(l) != 1 {
			return ""
		}
	}
	if len(letters) < 2 || !strings.Contains(s, ".") {
		return ""
	}
	return strings.Join(letters, "")
}

// nationsIn are the nations of one value: one, or several as in "Belgian / French". Nil if any of them is not known.
func nationsIn(s string) []string {
	if code, ok := nationCode(s); ok {
		return []string{code}
	}
	var out []string
	for _, part := range partedNations(s) {
		code, ok := nationCode(strings.TrimSpace(part))
		if !ok {
			return nil
		}
		out = append(out, code)
	}
	return out
}

// partedNations are the parts of a value that names several nations; nil if it does not.
func partedNations(s string) []string {
	for _, sep := range [...]string{"/", ",", "+", "&", "|", "\n", " and ", " et ", " und ", " - "} {
		if parts := strings.Split(s, sep); len(parts) > 1 && len(parts) <= mostInCell {
			return parts
		}
	}
	return nil
}

// nation is the alpha-3 code of a nation; empty if the text is empty or wrong.
func (v *values) nation(s string) string {
	if len(s) == 3 {
		if code, ok := nationIndex()[s]; ok {
			return code
		}
	}
	if s = v.line(s); s == "" {
		return ""
	}
	code, ok := nationCode(s)
	if !ok {
		v.wrong("%s is not a known nation: an ISO code (BEL, BE) or a name in English or French expected.", text.Quoted(s))
	}
	return code
}

// nations are the alpha-3 codes of one value that may name several nations.
func (v *values) nations(s string) []string {
	if clean, _ := text.CleanLine(s); partedNations(clean) != nil {
		if codes := nationsIn(clean); codes != nil {
			return codes
		}
	}
	if code := v.nation(s); code != "" {
		return []string{code}
	}
	return nil
}

// issuer is who granted a clearance: NATO, EU or a nation.
func (v *values) issuer(s string) string {
	switch s {
	case "", "NATO", "EU":
		return s
	}
	switch s = v.line(s); strings.ToUpper(s) {
	case "NATO", "OTAN":
		return "NATO"
	case "EU", "UE", "EUROPEAN UNION":
		return "EU"
	case "":
		return ""
	}
	code, ok := nationCode(s)
	if !ok {
		v.wrong("%s is not a known issuer: NATO, EU or the code of a nation (BEL) expected.", text.Quoted(s))
	}
	return code
}

// languageNames are the names of languages that are accepted besides the codes.
var languageNames = [...]struct{ name, code string }{
	{"english", "en"},
	{"anglais", "en"},
	{"french", "fr"},
	{"français", "fr"},
	{"francais", "fr"},
	{"german", "de"},
	{"dutch", "nl"},
	{"spanish", "es"},
	{"italian", "it"},
	{"portuguese", "pt"},
	{"polish", "pl"},
	{"turkish", "tr"},
	{"greek", "el"},
	{"arabic", "ar"},
	{"russian", "ru"},
	{"ukrainian", "uk"},
}

// language is the code of a language: two or three small letters, perhaps with a region ("en-GB").
func (v *values) language(s string) string {
	if s == "en" || s == "fr" {
		return s
	}
	if s = v.line(s); s == "" {
		return ""
	}
	low := strings.ToLower(s)
	for _, l := range languageNames {
		if low == l.name {
			return l.code
		}
	}
	base, _, _ := strings.Cut(low, "-")
	if len(base) < 2 || len(base) > 3 || strings.Trim(base, "abcdefghijklmnopqrstuvwxyz") != "" {
		v.wrong("%s is not a language: an ISO 639-1 code such as en or fr was expected.", text.Quoted(s))
		return ""
	}
	return base
}
