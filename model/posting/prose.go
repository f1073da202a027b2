package posting

import (
	"strings"
	"unicode"

	"shortlist/model/requirement"
)

// This file belongs to the fourth stage: the sentences of running text that demand or wish something.

// ruleSentenceDemand is the rule of a sentence that demands something; one that wishes is taken by a rule of class.go.
const ruleSentenceDemand = "sentence-demands"

// proseItems reads the sentences of running text that demand or wish something. A sentence that says how the one before
// it may be met otherwise is added to it.
func proseItems(p *paragraph, class Class) []item {
	var items []item
	for _, q := range sentences(p) {
		low := requirement.Fold(q.text)
		if len(q.text) > 500 || noDemand().MatchString(low) {
			continue
		}
		if len(items) > 0 && qualifies().MatchString(low) {
			items[len(items)-1].add(&q, q.marks[1:])
			continue
		}
		if wish, name := wishRule(low); wish {
			items = append(items, item{paragraph: q, class: Desirable, prose: true, rule: name})
		} else if demands().MatchString(low) {
			items = append(items, item{paragraph: q, class: class, prose: true, rule: ruleSentenceDemand})
		}
	}
	return items
}

// severalDemands returns true if a paragraph is running text: several sentences that each demand or wish.
func severalDemands(p *paragraph) bool {
	n := 0
	all := sentences(p)
	for i := range all {
		low := foldOf(&all[i])
		if demands().MatchString(low) || wishes(low) {
			n++
		}
	}
	return len(all) > 1 && n > 0
}

// sentences parts running text at the ends of its sentences.
func sentences(p *paragraph) []paragraph {
	var out []paragraph
	from := 0
	s := p.text
	for i := 0; i+1 < len(s); i++ {
		if sentenceEnds(s, from, i) {
			out = append(out, p.cut(from, i+1))
			from = i + 1
		}
	}
	if q := p.cut(from, len(s)); q.text != "" {
		out = append(out, q)
	}
	return out
}

// sentenceEnds returns true if a sentence that began at byte from ends with the mark at byte i.
func sentenceEnds(s string, from, i int) bool {
	if s[i] != '.' && s[i] != '!' && s[i] != '?' || s[i+1] != ' ' || i+2 >= len(s) {
		return false
	}
	return !abbreviation(s[from:i]) && !unicode.IsLower(firstRune(s[i+2:])) // "approx. Five", "in the U.S. only"
}

// abbreviation returns true if the full stop after s belongs to an abbreviation: "e.g.", "No.", "J. Smith".
func abbreviation(s string) bool {
	word := s[strings.LastIndexAny(s, " (")+1:]
	switch requirement.Fold(word) {
	case "e.g", "i.e", "eg", "ie", "etc", "no", "mr", "ms", "dr", "st", "approx", "incl", "min", "max", "p. ex", "art", "vs", "m":
		return true
	}
	return len(word) == 1 && unicode.IsUpper(rune(word[0]))
}
