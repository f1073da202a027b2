package posting

import (
	"slices"
	"strings"
	"sync"
	"unicode"

	"shortlist/model/requirement"
)

// This file recognises headings that the catalogue does not list by the words they are made of: "Essential selection
// criteria", "Desirable Experience and Education", "Nos critères d'évaluation". Every word must be one that headings use.

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

// composedHeading is the heading that words make up, nil where a word is not of the kind that headings use or nothing
// but filler is left.
func composedHeading(words string) *heading {
	if len(words) > maxHeading || !strings.ContainsFunc(words, unicode.IsLetter) {
		return nil
	}
	if house, rest, ok := strings.Cut(words, " "); ok && len(house) <= 6 && house == strings.ToUpper(house) && headingWordSorts()[requirement.Fold(house)] == 0 {
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
			// "Desired skills in addition to those covered in …": what begins as a heading of a list goes on as one.
			if i >= 2 && n[wishWordIn]+n[mustWord] == 1 && n[demandWord]+n[partWord] > 0 && i == n[wishWordIn]+n[mustWord]+n[demandWord]+n[partWord] && strings.HasSuffix(words, ":") {
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

var addressed = lazy(`(?i)\b(?:your|you|vos|votre|our|nos)\b`)

// headingOf is the heading that so many words of each sort make.
func headingOf(n *[wordSorts]int) *heading {
	class := Class("")
	switch {
	case n[mustWord] > 0 && n[wishWordIn] == 0:
		class = Essential
	case n[wishWordIn] > 0 && n[mustWord] == 0:
		class = Desirable
	}
	hard := n[demandWord] + n[partWord]
	switch {
	case n[elseWord] > 0:
		return &heading{zone: zoneOther}
	case n[dutyWord] > 0 && hard == 0 && class != Desirable:
		return &heading{zone: zoneDuties}
	case n[dutyWord] > 0:
		return nil
	case n[behaveWord] > 0 && hard == 0 && n[technicalWord] > 0:
		return &heading{zone: zoneDemands, sub: true}
	case n[behaveWord] > 0 && hard == 0 && class != Desirable:
		return &heading{zone: zoneCompetency}
	case n[demandWord] > 0 || hard+n[behaveWord] > 0 && class != "":
		return &heading{zone: zoneDemands, class: class}
	case hard > 0:
		return &heading{zone: zoneDemands, sub: true}
	case class == Desirable || class == Essential && n[mustWord] == n[mustWord]+n[fillerWord]:
		return &heading{zone: zoneDemands, class: class}
	}
	return nil
}
