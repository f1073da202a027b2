package imports

import (
	"slices"
	"strings"
	"sync"

	"shortlist/model/requirement"
	"shortlist/model/vocab"
	"shortlist/store/imports/text"
)

// This file reads levels of education. A word that means another level in another country is only read with the country
// of the degree; without it the word is kept as it is written and said to be open. The words are in degrees_table.go.

// degreeIndex finds the rows of the two tables by their folded words.
var degreeIndex = sync.OnceValue(func() (index struct {
	plain map[string]requirement.DegreeLevel
	rules map[string][]degreeRule
},
) {
	index.plain, index.rules = map[string]requirement.DegreeLevel{}, map[string][]degreeRule{}
	for _, w := range degreeWords {
		for name := range strings.SplitSeq(w.names, ",") {
			index.plain[foldDegree(name)] = w.level
		}
	}
	for _, r := range degreeRules {
		for name := range strings.SplitSeq(r.names, ",") {
			key := foldDegree(name)
			index.rules[key] = append(index.rules[key], r)
		}
	}
	return index
})

// foldDegree is the word for a degree as it is looked up: without accents, full stops, brackets and gaps around a plus.
func foldDegree(s string) string {
	s = strings.NewReplacer(".", "", "(", " ", ")", " ", "-", " ", "'s", "s", "'", " ", "+", " + ").Replace(requirement.Fold(s))
	return strings.ReplaceAll(strings.Join(strings.Fields(s), " "), " + ", "+")
}

// noDegree are the words of somebody who has no qualification, as foldDegree writes them.
var noDegree = [...]string{"none", "no", "nil", "0", "no degree", "no diploma", "no qualification", "aucun", "aucun diplome", "sans diplome", "neant", "non", "kein", "keiner", "kein abschluss", "ohne abschluss"}

// degreeLevel is the level of a degree that was conferred in a country (alpha-3; empty if unknown) in a year (0 if
// unknown). A word whose level hangs on a country that is not known here is given back as it is written.
func (v *values) degreeLevel(s, country string, year int) requirement.DegreeLevel {
	for _, l := range requirement.DegreeLevels() {
		if s == vocab.Wire(l) {
			return l
		}
	}
	if s = v.line(s); s == "" {
		return ""
	}
	key := foldDegree(s)
	if slices.Contains(noDegree[:], key) {
		return requirement.DegreeNone
	}
	if l, ok := degreeIndex().plain[key]; ok {
		return l
	}
	rules := degreeIndex().rules[key]
	if rules == nil {
		return choice(v, s, "level of education", requirement.DegreeLevels())
	}
	for _, r := range rules {
		if slices.Contains(strings.Split(r.countries, ","), country) && r.fits(year) {
			v.warn("%s was read as %s level, as it is in %s.", text.Quoted(s), r.level.Words(), requirement.NationName(country))
			return r.level
		}
	}
	switch {
	case country == "":
		v.warn("%s means another level in another country, and the country of the degree is not stated: it was kept as it is written, its level open.", text.Quoted(s))
	case year == 0 && slices.ContainsFunc(rules, func(r degreeRule) bool { return slices.Contains(strings.Split(r.countries, ","), country) }):
		v.warn("The level of %s in %s hangs on the year, and no day of conferral is stated: it was kept as it is written, its level open.", text.Quoted(s), requirement.NationName(country))
	default:
		v.warn("No rule says which level %s is in %s: it was kept as it is written, its level open.", text.Quoted(s), requirement.NationName(country))
	}
	return requirement.DegreeLevel(s)
}

// fits returns true if a degree of that year falls under the rule; a rule with bounds never takes an unknown year.
func (r degreeRule) fits(year int) bool {
	if r.since == 0 && r.until == 0 {
		return true
	}
	return year > 0 && year >= r.since && (r.until == 0 || year <= r.until)
}

// degreeLevelLater is degreeLevel for a place where the country is not known yet: a word whose level hangs on it is given
// back as it is written, without a problem.
func (v *values) degreeLevelLater(s string) requirement.DegreeLevel {
	if degreeIndex().rules[foldDegree(s)] != nil {
		return requirement.DegreeLevel(v.line(s))
	}
	return v.degreeLevel(s, "", 0)
}
