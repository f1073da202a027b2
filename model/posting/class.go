package posting

import "strings"

// This file belongs to the fifth stage: it tells from an entry's own words whether it is a wish rather than a demand. The
// words for it are in class_words.go.

// wording is folded words that may state a wish, as the rules see them.
type wording struct {
	low string
	// bare is low without what stands in brackets: a preference there makes no wish of the whole.
	bare string
}

// wishRules says whether words state a wish. If no row decides they do not.
var wishRules = []rule[*wording, bool]{
	{
		name:    "wish-at-the-start",
		example: "ESSENTIAL\n- have a degree in law;\n- ideally, fluent French;",
		when: func(s *wording) bool {
			return wishStart().MatchString(s.low)
		},
		gives: true,
	},
	{
		name:    "wish-in-brackets",
		example: "ESSENTIAL\n- have a degree in law;\n- fluent French (asset);",
		when: func(s *wording) bool {
			return wishNote().MatchString(s.low)
		},
		gives: true,
	},
	{
		name:    "demand-said",
		example: "ESSENTIAL\n- have a degree in law;\n- French is essential, Dutch would be an asset;",
		when: func(s *wording) bool {
			return demandSaid().MatchString(s.bare)
		},
		gives: false,
	},
	{
		name:    "wish-said",
		example: "ESSENTIAL\n- have a degree in law;\n- fluent French would be an asset;",
		when: func(s *wording) bool {
			return wishSaid().MatchString(s.bare) && !demandFirst(s.bare)
		},
		gives: true,
	},
	{
		name:    "preference-given",
		example: "ESSENTIAL\n- have a degree in law;\n- preference will be given to speakers of French;",
		when: func(s *wording) bool {
			return wishGiven().MatchString(s.bare) && !demandFirst(s.bare)
		},
		gives: true,
	},
	{
		name:    "wish-at-the-end",
		example: "ESSENTIAL\n- have a degree in law;\n- fluent French, preferable;",
		when: func(s *wording) bool {
			return wishEnd().MatchString(strings.TrimSpace(s.bare)) && !demandFirst(s.bare)
		},
		gives: true,
	},
}

// wishes returns true if folded words state a wish.
func wishes(low string) bool {
	wish, _ := wishRule(low)
	return wish
}

// wishRule returns what wishes does, and the rule that decided.
func wishRule(low string) (bool, string) {
	return decide(wishRules, &wording{low, withoutRemarks(low)})
}

// withoutRemarks returns folded words without what stands in brackets.
func withoutRemarks(low string) string {
	if !strings.Contains(low, "(") {
		return low
	}
	return bracketed().ReplaceAllString(low, " ")
}

// demandFirst returns true if a wish is only the tail of a demand: "a degree in law, a master's degree preferred".
func demandFirst(low string) bool {
	head, tail, ok := strings.Cut(low, ";")
	if ok {
		wish := wishSaid().MatchString(tail) || wishEnd().MatchString(tail)
		return wish && len(head) > 20 && !wishSaid().MatchString(head)
	}
	head, tail, ok = strings.Cut(low, ", ")
	return ok && len(head) > 20 && !strings.Contains(head, " would ") && tailWish().MatchString(tail)
}

// wishPart parts the last sentences or clauses of an entry that state a wish from the demand before them.
func wishPart(p *paragraph) (demand paragraph, wish *paragraph) {
	parts := sentences(p)
	if len(parts) < 2 {
		return *p, nil
	}
	for i := 1; i < len(parts); i++ {
		if !wishes(foldOf(&parts[i])) || wishes(foldOf(&parts[i-1])) {
			continue
		}
		at := strings.Index(p.text, parts[i].text)
		if at <= 0 {
			break
		}
		d, w := p.cut(0, at), p.cut(at, len(p.text))
		d.bullet, w.bullet = p.bullet, p.bullet
		return d, &w
	}
	return *p, nil
}
