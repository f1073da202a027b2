package requirement

import "strings"

// This file compares the language levels asked with those claimed. "V in one; I in the other" is an unordered pair
// over English and French.

// checkTri is yes, no or unknown; min is "and", max is "or".
type checkTri int8

const (
	checkNo checkTri = iota
	checkUnknown
	checkYes
)

// checkTongues is what a file claims for the languages, and the notes made on the way.
type checkTongues struct {
	claims  []LanguageSkill
	convert bool
	notes   []string
}

func checkLanguages(asked []LanguageLevel, f Facts, c Context) Finding {
	if len(asked) == 0 {
		return Finding{Verdict: CannotTell, Why: "The criterion names no language level to compare with"}
	}
	if len(f.Languages) == 0 {
		return Finding{Verdict: CannotTell, Why: "The file lists no languages; the criterion asks for " + checkAskedWords(asked)}
	}
	if checkUnnamed(asked) {
		return Finding{Verdict: CannotTell, Why: "The criterion asks for a language that it does not name; the file lists " +
			checkListed(f.Languages) + ": whether one of them counts is a person's judgement"}
	}
	t := checkTongues{claims: f.Languages, convert: c.Policy.LanguageConversion}
	result := checkYes
	for i := range asked {
		if !checkFirstOfItsKind(asked, i) {
			continue
		}
		result = min(result, t.alternatives(asked, i))
	}
	out := Finding{Assumptions: t.notes, LanguagesUsed: t.used(asked)}
	scale := asked[0].Scale
	out.Figures.Language = &LanguageFigures{EN: t.shown("en", scale), FR: t.shown("fr", scale), Scale: scale}
	have := t.words(asked, scale)
	switch want := checkAskedWords(asked); result {
	case checkYes:
		out.Verdict, out.Why = Met, have+": meets "+want
	case checkNo:
		out.Verdict, out.Why = NotMet, have+": does not meet "+want
	default:
		out.Verdict, out.Why = CannotTell, have+": cannot be compared with "+want
	}
	return out
}

// checkUnnamed tells whether every language asked goes without a name.
func checkUnnamed(asked []LanguageLevel) bool {
	for i := range asked {
		if asked[i].Language != "other" || asked[i].Name != "" {
			return false
		}
	}
	return true
}

func checkListed(claims []LanguageSkill) string {
	out := make([]string, len(claims))
	for i := range claims {
		out[i] = checkLanguageName(claims[i].Language)
	}
	return strings.Join(out, ", ")
}

// checkFirstOfItsKind tells whether the level at i opens a condition of its own. The levels of an unordered pair
// are one condition; levels of one fixed language on different scales are alternatives as the posting words them.
func checkFirstOfItsKind(asked []LanguageLevel, i int) bool {
	for k := range i {
		a, b := &asked[k], &asked[i]
		if checkPaired(a) && checkPaired(b) || checkAlternative(a, b) {
			return false
		}
	}
	return true
}

// checkPaired tells whether a level belongs to the unordered pair of English and French.
func checkPaired(l *LanguageLevel) bool {
	return (l.Role == RoleOne || l.Role == RoleOther) && l.Language != "other"
}

// checkAlternative tells whether two levels are alternatives: one language on two scales, or "one of" named languages.
func checkAlternative(a, b *LanguageLevel) bool {
	if a.Role == RoleOne && b.Role == RoleOne && a.Language == "other" && b.Language == "other" {
		return true
	}
	return !checkPaired(a) && !checkPaired(b) && a.Language == b.Language && a.Name == b.Name && a.Scale != b.Scale
}

// alternatives is the answer to the condition opened by the level at i.
func (t *checkTongues) alternatives(asked []LanguageLevel, i int) checkTri {
	if checkPaired(&asked[i]) {
		return t.pairs(asked)
	}
	result := t.fixed(&asked[i])
	for k := i + 1; k < len(asked); k++ {
		if checkAlternative(&asked[i], &asked[k]) {
			result = max(result, t.fixed(&asked[k]))
		}
	}
	return result
}

func (t *checkTongues) fixed(l *LanguageLevel) checkTri {
	if l.Language == "either" {
		return max(t.reaches("en", l), t.reaches("fr", l))
	}
	return t.reaches(checkLanguageOf(l), l)
}

// pairs answers "one; other", once for each scale on which the posting asks it.
func (t *checkTongues) pairs(asked []LanguageLevel) checkTri {
	result, any := checkNo, false
	for i := range asked {
		one := &asked[i]
		if one.Role != RoleOne {
			continue
		}
		var other *LanguageLevel
		for k := range asked {
			if o := &asked[k]; o.Role == RoleOther && (other == nil || o.Scale == one.Scale && other.Scale != one.Scale) {
				other = o
			}
		}
		any = true
		result = max(result, t.pair("en", "fr", one, other), t.pair("fr", "en", one, other))
	}
	if !any { // only "the other" was understood: it is asked of both languages, the rest is open
		for i := range asked {
			if asked[i].Role == RoleOther {
				return min(checkUnknown, t.reaches("en", &asked[i]), t.reaches("fr", &asked[i]))
			}
		}
	}
	return result
}

func (t *checkTongues) pair(first, second string, one, other *LanguageLevel) checkTri {
	result := t.reaches(first, one)
	if other != nil {
		result = min(result, t.reaches(second, other))
	}
	return result
}

// reaches compares the claims for a language with a level. Where a file lists English or French and leaves the
// other out, the one left out is read as no knowledge, and the finding says so.
func (t *checkTongues) reaches(language string, need *LanguageLevel) checkTri {
	want, ok := checkReadLevel(need.Scale, need.Level)
	result, claimed := checkNo, false
	for i := range t.claims {
		if !checkIsLanguage(t.claims[i].Language, language) {
			continue
		}
		claimed = true
		if !ok {
			return checkUnknown
		}
		result = max(result, t.compare(&t.claims[i], want))
	}
	if claimed {
		return result
	}
	official := language == "en" || language == "fr"
	if official && (t.lists("en") || t.lists("fr")) {
		t.note("The file lists languages without " + checkLanguageName(language) + ": read as no knowledge of it")
		if !ok {
			return checkUnknown
		}
		return checkNo
	}
	return checkUnknown
}

func (t *checkTongues) lists(language string) bool {
	for i := range t.claims {
		if checkIsLanguage(t.claims[i].Language, language) {
			return true
		}
	}
	return false
}

func (t *checkTongues) compare(claim *LanguageSkill, want checkLevel) checkTri {
	have, ok := checkReadLevel(claim.Scale, claim.Level)
	if !ok {
		t.note(checkLanguageName(claim.Language) + " is claimed at a level that its scale does not know")
		return checkUnknown
	}
	if claim.Scale == "" {
		t.note(checkLanguageName(claim.Language) + " " + have.String() + " states no scale: read as " + checkScaleName(have.scale))
	}
	if have.scale != want.scale {
		return t.convertAndCompare(claim, have, want)
	}
	if want.scale == ScaleWords {
		if have.word == want.word {
			return checkYes
		}
		t.note("Levels in words have no order: how they compare is a person's judgement")
		return checkUnknown
	}
	for skill := range want.half {
		if have.half[skill] < want.half[skill] {
			if want.scale == ScaleSLP {
				t.note(checkLanguageName(claim.Language) + " is below the level asked in " + checkSkills[skill])
			}
			return checkNo
		}
	}
	return checkYes
}

// convertAndCompare uses the one published table, NATO International Staff 2013: VI = C2, V = C1, IV = B2, and III,
// II, I = B1, A2, A1 by its order. Both scales count in the same half steps, so the table is the identity.
func (t *checkTongues) convertAndCompare(claim *LanguageSkill, have, want checkLevel) checkTri {
	if have.scale != ScaleWords && have.half == [4]int8{} && want.half != [4]int8{} && want.scale != ScaleWords {
		return checkNo // no knowledge is no knowledge on every scale
	}
	table := have.scale == ScaleNATO && want.scale == ScaleCEFR || have.scale == ScaleCEFR && want.scale == ScaleNATO
	if !table || !t.convert {
		why := ", which the rules do not convert"
		if !table {
			why = ", for which no conversion is published"
		}
		t.note(checkLanguageName(claim.Language) + " " + have.String() + " is on another scale (" + checkScaleName(have.scale) +
			") than asked (" + checkScaleName(want.scale) + ")" + why)
		return checkUnknown
	}
	read := checkLevel{scale: want.scale, half: [4]int8{have.half[0] / 2 * 2}}
	t.note(checkLanguageName(claim.Language) + " " + have.String() + " is read as " + read.String() +
		" by the table of the NATO International Staff")
	if have.half[0] >= want.half[0] {
		return checkYes
	}
	return checkNo
}

func (t *checkTongues) note(s string) {
	for _, have := range t.notes {
		if have == s {
			return
		}
	}
	t.notes = append(t.notes, s)
}

// LanguagesCover returns true if whoever has the levels asked first has those asked second as well. It says so only for
// levels of one scale with an order, asked of named languages, or as "one; the other" of English and French on both
// sides.
func LanguagesCover(have, need []LanguageLevel) bool {
	if len(need) == 0 {
		return false
	}
	for i := range need {
		covered := false
		for k := range have {
			covered = covered || levelCovers(&have[k], &need[i])
		}
		if !covered {
			return false
		}
	}
	return true
}

func levelCovers(have, need *LanguageLevel) bool {
	if have.Role != need.Role || have.Language != need.Language || have.Name != need.Name || have.Scale == ScaleWords {
		return false
	}
	if have.Language == "other" && (have.Name == "" || have.Role == RoleOne) {
		return false
	}
	h, ok := checkReadLevel(have.Scale, have.Level)
	n, asked := checkReadLevel(need.Scale, need.Level)
	if !ok || !asked || h.scale != n.scale {
		return false
	}
	for skill := range n.half {
		if h.half[skill] < n.half[skill] {
			return false
		}
	}
	return true
}
