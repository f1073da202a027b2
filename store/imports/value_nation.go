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
	code, ok = nationIndex()[foldNation(s)]
	return code, ok
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
