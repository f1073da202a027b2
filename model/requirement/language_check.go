package requirement

import (
	"fmt"
	"strings"
)

// This file compares the language levels asked with those claimed. "V in one; I in the other" is an unordered pair
// over English and French.

// comparison says if a claim reaches a level. The order is such that min means "and", max means "or".
type comparison int8

const (
	isBelow    comparison = iota
	isUnstated            // the file says nothing of the language
	isOpen                // it is claimed at a level that only a person can compare
	isReached
)

// languageClaims is what a file claims for the languages, and the notes made on the way.
type languageClaims struct {
	claims  []LanguageSkill
	convert bool
	notes   []string
}

func checkLanguages(asked []LanguageLevel, f Facts, c Context) Finding {
	if len(asked) == 0 {
		return Finding{Verdict: statedOr(len(f.Languages)), Why: "The criterion names no language level to compare with"}
	}
	if len(f.Languages) == 0 {
		return Finding{Verdict: NotStated, Why: fmt.Sprintf("The file lists no languages; the criterion asks for %s", levelsAskedWords(asked))}
	}
	if allUnnamed(asked) {
		return Finding{Verdict: ToJudge, Why: fmt.Sprintf("The criterion asks for a language that it does not name; the file lists %s: whether one of them counts is a person's judgement", languagesListed(f.Languages))}
	}
	t := languageClaims{claims: f.Languages, convert: c.Policy.LanguageConversion}
	result := isReached
	for i := range asked {
		if !opensCondition(asked, i) {
			continue
		}
		result = min(result, t.alternatives(asked, i))
	}
	out := Finding{Assumptions: t.notes, LanguagesUsed: t.used(asked)}
	scale := asked[0].Scale
	out.Figures.Language = &LanguageFigures{EN: t.shown("en", scale), FR: t.shown("fr", scale), Scale: scale}
	have := t.words(asked, scale)
	switch want := levelsAskedWords(asked); result {
	case isReached:
		out.Verdict, out.Why = Met, fmt.Sprintf("%s: meets %s", have, want)
	case isBelow:
		out.Verdict, out.Why = NotMet, fmt.Sprintf("%s: does not meet %s", have, want)
	case isUnstated:
		out.Verdict, out.Why = NotStated, fmt.Sprintf("%s; asked is %s", have, want)
	default:
		out.Verdict, out.Why = ToJudge, fmt.Sprintf("%s: cannot be compared with %s", have, want)
	}
	return out
}

// allUnnamed returns true if no language asked has a name.
func allUnnamed(asked []LanguageLevel) bool {
	for i := range asked {
		if asked[i].Language != "other" || asked[i].Name != "" {
			return false
		}
	}
	return true
}

func languagesListed(claims []LanguageSkill) string {
	out := make([]string, len(claims))
	for i := range claims {
		out[i] = languageName(claims[i].Language)
	}
	return strings.Join(out, ", ")
}

// opensCondition returns true if the level at i is the first of its condition. The levels of an unordered pair are one
// condition, and so are the levels of one language on different scales, which the posting offers as alternatives.
func opensCondition(asked []LanguageLevel, i int) bool {
	for k := range i {
		a, b := &asked[k], &asked[i]
		if isPairLevel(a) && isPairLevel(b) || areAlternatives(a, b) {
			return false
		}
	}
	return true
}

// isPairLevel returns true if a level belongs to the unordered pair of English and French.
func isPairLevel(l *LanguageLevel) bool {
	return (l.Role == RoleOne || l.Role == RoleOther) && l.Language != "other"
}

// areAlternatives returns true if two levels are alternatives: one language on two scales, or "one of" named languages.
func areAlternatives(a, b *LanguageLevel) bool {
	if a.Role == RoleOne && b.Role == RoleOne && a.Language == "other" && b.Language == "other" {
		return true
	}
	return !isPairLevel(a) && !isPairLevel(b) && a.Language == b.Language && a.Name == b.Name && a.Scale != b.Scale
}

// alternatives is the answer to the condition opened by the level at i.
func (t *languageClaims) alternatives(asked []LanguageLevel, i int) comparison {
	if isPairLevel(&asked[i]) {
		return t.pairs(asked)
	}
	result := t.fixed(&asked[i])
	for k := i + 1; k < len(asked); k++ {
		if areAlternatives(&asked[i], &asked[k]) {
			result = max(result, t.fixed(&asked[k]))
		}
	}
	return result
}

func (t *languageClaims) fixed(l *LanguageLevel) comparison {
	if l.Language == "either" {
		return max(t.reaches("en", l), t.reaches("fr", l))
	}
	return t.reaches(languageCode(l), l)
}

// pairs answers "one; other", once for each scale on which the posting asks it.
func (t *languageClaims) pairs(asked []LanguageLevel) comparison {
	result, any := isBelow, false
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
				return min(isOpen, t.reaches("en", &asked[i]), t.reaches("fr", &asked[i]))
			}
		}
	}
	return result
}

func (t *languageClaims) pair(first, second string, one, other *LanguageLevel) comparison {
	result := t.reaches(first, one)
	if other != nil {
		result = min(result, t.reaches(second, other))
	}
	return result
}

// reaches compares the claims for a language with a level. A language that the file does not mention is not stated, also
// if it lists others.
func (t *languageClaims) reaches(language string, need *LanguageLevel) comparison {
	want, ok := readLanguageLevel(need.Scale, need.Level)
	result, claimed := isBelow, false
	for i := range t.claims {
		if !isLanguage(t.claims[i].Language, language) {
			continue
		}
		claimed = true
		if !ok {
			return isOpen
		}
		result = max(result, t.compare(&t.claims[i], want))
	}
	if claimed {
		return result
	}
	return isUnstated
}

func (t *languageClaims) compare(claim *LanguageSkill, want comparableLevel) comparison {
	if claim.isNone() {
		return reachedIf(want.scale != ScaleWords && want.half == [4]int8{})
	}
	have, ok := readLanguageLevel(claim.Scale, claim.Level)
	if !ok {
		t.note(fmt.Sprintf("%s is claimed at a level that its scale does not know", languageName(claim.Language)))
		return isOpen
	}
	if claim.Scale == "" {
		t.note(fmt.Sprintf("%s %s states no scale: read as %s", languageName(claim.Language), have.String(), scaleInFinding(have.scale)))
	}
	if have.scale != want.scale {
		return t.convertAndCompare(claim, have, want)
	}
	if want.scale == ScaleWords {
		if have.word == want.word {
			return isReached
		}
		t.note("Levels in words have no order: how they compare is a person's judgement")
		return isOpen
	}
	for skill := range want.half {
		if have.half[skill] < want.half[skill] {
			if want.scale == ScaleSLP {
				t.note(fmt.Sprintf("%s is below the level asked in %s", languageName(claim.Language), slpSkills[skill]))
			}
			return isBelow
		}
	}
	return isReached
}

func reachedIf(reached bool) comparison {
	if reached {
		return isReached
	}
	return isBelow
}

// convertAndCompare uses the one published table, NATO International Staff 2013: VI = C2, V = C1, IV = B2, and III,
// II, I = B1, A2, A1 by its order. Both scales count in the same half steps, so the table is the identity.
func (t *languageClaims) convertAndCompare(claim *LanguageSkill, have, want comparableLevel) comparison {
	if have.scale != ScaleWords && have.half == [4]int8{} && want.half != [4]int8{} && want.scale != ScaleWords {
		return isBelow // no knowledge is no knowledge on every scale
	}
	table := have.scale == ScaleNATO && want.scale == ScaleCEFR || have.scale == ScaleCEFR && want.scale == ScaleNATO
	if !table || !t.convert {
		why := ", which the rules do not convert"
		if !table {
			why = ", for which no conversion is published"
		}
		t.note(fmt.Sprintf("%s %s is on another scale (%s) than asked (%s)%s", languageName(claim.Language), have.String(), scaleInFinding(have.scale), scaleInFinding(want.scale), why))
		return isOpen
	}
	read := comparableLevel{scale: want.scale, half: [4]int8{have.half[0] / 2 * 2}}
	t.note(fmt.Sprintf("%s %s is read as %s by the table of the NATO International Staff", languageName(claim.Language), have.String(), read.String()))
	if have.half[0] >= want.half[0] {
		return isReached
	}
	return isBelow
}

func (t *languageClaims) note(s string) {
	for _, have := range t.notes {
		if have == s {
			return
		}
	}
	t.notes = append(t.notes, s)
}

// LanguagesCover returns true if everybody who has the levels of have also has those of need. Only levels of one ordered
// scale are compared, asked of named languages, or as "one; the other" of English and French on both sides.
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
	h, ok := readLanguageLevel(have.Scale, have.Level)
	n, asked := readLanguageLevel(need.Scale, need.Level)
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
