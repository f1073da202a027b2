package requirement

import (
	"fmt"
	"slices"
	"strings"
)

// This file reads clauses that ask for a nationality or citizenship.

var (
	nationalPattern = lazy(`\bnationals? of\b|\bcitizens? of\b|\bcitizenship\b|\bnationality (?:of|is|required)\b|\bnationalit(?:y|ies) (?:from|of)\b|\b(?:must|shall) be (?:an? )?(?:\w+ ){0,3}(?:nationals?|citizens?)\b|` +
		`\bhold (?:the )?(?:\w+ ){0,3}nationality\b|\bressortissante?s?\b|\bcitoyen(?:ne)?s?\b|\bnationalite d|\bposseder la nationalite\b`)
	natoPattern = lazy(`\bnato\b|\botan\b|\ballian`)
)

// KindNationality asks for a nationality.
const KindNationality Kind = "nationality"

var nationalityKind = kindRow{
	kind: KindNationality, words: "nationality", place: 60, read: readNationality,
	factual: true, tellsWho: true,
	check:   func(r Requirement, f Facts, c Context) Finding { return checkNationality(r.Nations, f, c) },
	matters: func(Requirement) []string { return []string{FactNationalities} },
	sentence: func(r Requirement) string {
		if len(r.Nations) == 0 {
			return "member of NATO"
		}
		return strings.Join(r.Nations, ", ")
	},
	exact: true,
	sealed: []sealedPart{{5, func(w *strings.Builder, r *Requirement) {
		if len(r.Nations) > 0 {
			fmt.Fprintf(w, " nations=%s", strings.Join(r.Nations, ","))
		}
	}}},
	fields: func(r Requirement) []Field {
		return []Field{{
			Name: "nations", Label: "Nationalities", Value: strings.Join(r.Nations, ", "), Check: NationCodesWrong,
			Description: "Codes of three letters such as BEL, FRA; empty is every member of NATO.",
		}}
	},
	answered: func(answer func(string) string, _ Requirement) Requirement {
		return Requirement{Nations: NationCodes(answer("nations"))}
	},
}

// NationCodes are the codes that a person typed, parted by commas, semicolons or spaces.
func NationCodes(s string) []string {
	return strings.FieldsFunc(strings.ToUpper(s), func(r rune) bool { return r == ',' || r == ';' || r == ' ' })
}

// NationCodesWrong is a sentence if what a person typed are no codes of nations, else "".
func NationCodesWrong(s string) string {
	for _, c := range NationCodes(s) {
		if len(c) != 3 {
			return "Type codes of three letters such as BEL, FRA."
		}
	}
	return ""
}

func readNationality(c clause) (Requirement, bool) {
	at := first(nationalPattern(), c.low)
	if at < 0 || judgedBefore(c.low, at) {
		return Requirement{}, false
	}
	if natoPattern().MatchString(c.low) {
		return Requirement{}, true // no list of nations means the members of the Alliance
	}
	nations := nationsNamed(c.low)
	switch {
	case len(nations) == 0 && unionMembers().MatchString(c.low):
		nations = slices.Clone(unionNations)
	case len(nations) == 0:
		// Limited to nations that are not named here: an empty list would mean NATO, so a person must look.
		return Requirement{}, false
	}
	return Requirement{Nations: nations}, true
}

var unionMembers = lazy(`\beuropean union\b|\bunion europeenne\b|\beu (?:member|national|citizen|countr)|\b(?:of|de l') ?(?:the )?(?:eu|ue)\b`)

// unionNations are the members of the European Union since 1 February 2020.
var unionNations = []string{
	"AUT", "BEL", "BGR", "CYP", "CZE", "DEU", "DNK", "ESP", "EST", "FIN", "FRA", "GRC", "HRV", "HUN", "IRL", "ITA", "LTU", "LUX",
	"LVA", "MLT", "NLD", "POL", "PRT", "ROU", "SVK", "SVN", "SWE",
}

// otherSpellings are names of member nations that differ from the list's own.
var otherSpellings = map[string]string{
	"czech republic": "CZE", "turkey": "TUR", "usa": "USA", "great britain": "GBR", "allemagne": "DEU", "belgique": "BEL",
	"espagne": "ESP", "italie": "ITA", "pays-bas": "NLD", "pologne": "POL", "royaume-uni": "GBR", "etats-unis": "USA",
	"grece": "GRC", "norvege": "NOR", "danemark": "DNK", "suede": "SWE", "turquie": "TUR", "roumanie": "ROU", "hongrie": "HUN",
}

// nationsNamed are the member nations of NATO that a folded clause names; other nations are left to the reader.
func nationsNamed(low string) []string {
	var codes []string
	for _, n := range natoMembers {
		if strings.Contains(low, Fold(n.Name)) {
			codes = append(codes, n.Code)
		}
	}
	for name, code := range otherSpellings {
		if strings.Contains(low, name) && !slices.Contains(codes, code) {
			codes = append(codes, code)
		}
	}
	slices.Sort(codes)
	return codes
}
