package posting

import "strings"

// This file tells from an entry's own words whether it is a wish rather than a demand.

// wishes tells whether folded words state a wish. A preference inside brackets, or after a demand that stands for
// itself, does not make a wish of the whole.
func wishes(low string) bool {
	if wishStart().MatchString(low) || wishNote().MatchString(low) {
		return true
	}
	bare := bracketed().ReplaceAllString(low, " ")
	if demandSaid().MatchString(bare) {
		return false
	}
	if wishSaid().MatchString(bare) || wishGiven().MatchString(bare) {
		return !demandFirst(bare)
	}
	return wishEnd().MatchString(strings.TrimSpace(bare)) && !demandFirst(bare)
}

// demandFirst tells whether the wish is only the tail of a demand: "a degree in law, a master's degree preferred".
func demandFirst(low string) bool {
	head, tail, ok := strings.Cut(low, ";")
	if !ok {
		head, tail, ok = strings.Cut(low, ", ")
		return ok && len(head) > 20 && !strings.Contains(head, " would ") && tailWish().MatchString(tail)
	}
	return len(head) > 20 && !wishSaid().MatchString(head) && (wishSaid().MatchString(tail) || wishEnd().MatchString(tail))
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
