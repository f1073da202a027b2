package posting

import (
	"slices"
	"strings"
	"sync"
	"unicode"

	"shortlist/model/requirement"
)

// This file belongs to the third stage: it recognises headings that are not listed by the words they are made of,
// "Essential selection criteria", "Nos critères d'évaluation". Every word must be one that headings use; they are listed in
// heading_vocabulary.go.

// wordSort is what a word tells about the heading it stands in.
type wordSort int

const (
	fillerWord    wordSort = iota + 1 // of, and, your, main, post
	demandWord                        // qualifications, requirements, criteria, profile
	partWord                          // education, experience, languages: a part of the demands
	mustWord                          // essential, required
	wishWordIn                        // desirable, assets
	dutyWord                          // duties, tasks
	behaveWord                        // competencies, attributes
	elseWord                          // benefits, contract, application
	technicalWord                     // technical: makes skills of competences
	wordSorts
)

var headingWordSorts = sync.OnceValue(func() map[string]wordSort {
	m := map[string]wordSort{}
	for _, v := range headingVocabulary {
		for _, w := range v.words {
			m[w] = v.sort
		}
	}
	return m
})

// composedHeading returns the heading that words make up, nil if one of them is not a word of headings or all are
// fillers.
func composedHeading(words string) *heading {
	if len(words) > maxHeading || !strings.ContainsFunc(words, unicode.IsLetter) {
		return nil
	}
	if house, rest, ok := strings.Cut(words, " "); ok && houseName(house) {
		if h := composedHeading(rest); h != nil && h.zone == zoneCompetency {
			return h // "ICC Core Competencies"
		}
	}
	fields := strings.FieldsFunc(requirement.Fold(words), func(r rune) bool { return !unicode.IsLetter(r) })
	if len(fields) > 10 {
		return nil
	}
	sorts := headingWordSorts()
	var n [wordSorts]int
	for i, w := range fields {
		s := sorts[w]
		if s == 0 {
			if strings.HasSuffix(words, ":") && beginsList(&n, i) {
				break
			}
			return nil
		}
		n[s]++
	}
	if slices.Contains(fields, "functional") {
		n[technicalWord] = 0
	}
	h := headingOf(&n)
	if h != nil && h.sub && addressed().MatchString(words) {
		return &heading{zone: h.zone} // "Your skills and experience" is the whole list
	}
	return h
}

// houseName returns true if a word may be the short name of an organisation before a heading.
func houseName(w string) bool {
	return len(w) <= 6 && w == strings.ToUpper(w) && headingWordSorts()[requirement.Fold(w)] == 0
}

// beginsList returns true if the first i words of a heading name a list and nothing else, so that any words may follow:
// "Desired skills in addition to those covered in …".
func beginsList(n *[wordSorts]int, i int) bool {
	class, hard := n[wishWordIn]+n[mustWord], n[demandWord]+n[partWord]
	return i >= 2 && class == 1 && hard > 0 && i == class+hard
}

// addressed is a word that speaks to the reader of a posting.
var addressed = lazy(`(?i)\b(?:your|you|vos|votre|our|nos)\b`)

// headingOf returns the heading that so many words of each sort make, nil if none.
func headingOf(n *[wordSorts]int) *heading {
	class := classOfWords(n)
	hard := n[demandWord] + n[partWord]
	duties, behaviour := n[dutyWord] > 0, n[behaveWord] > 0
	switch {
	case n[elseWord] > 0: // "Employment conditions and benefits"
		return &heading{zone: zoneOther}
	case duties && (hard > 0 || class == Desirable): // "Tasks and skills" is of two kinds
		return nil
	case duties: // "Essential functions"
		return &heading{zone: zoneDuties}
	case behaviour && hard == 0 && n[technicalWord] > 0: // "Technical competencies"
		return &heading{zone: zoneDemands, sub: true}
	case behaviour && hard == 0 && class != Desirable: // "Required competencies"
		return &heading{zone: zoneCompetency}
	case n[demandWord] > 0: // "Selection criteria", "Desirable qualifications"
		return &heading{zone: zoneDemands, class: class}
	case class != "" && (hard > 0 || behaviour): // "Required skills", "Desirable competencies"
		return &heading{zone: zoneDemands, class: class}
	case hard > 0: // "Education and languages"
		return &heading{zone: zoneDemands, sub: true}
	case class == Desirable || class == Essential && n[fillerWord] == 0: // "Mandatory", not "The necessary"
		return &heading{zone: zoneDemands, class: class}
	}
	return nil
}

// classOfWords returns the class that words say, empty if they say none or both: "Essential and desirable".
func classOfWords(n *[wordSorts]int) Class {
	must, wish := n[mustWord] > 0, n[wishWordIn] > 0
	switch {
	case must && !wish:
		return Essential
	case wish && !must:
		return Desirable
	}
	return ""
}
