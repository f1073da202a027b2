package posting

import "strings"

// This file tells from an entry's own words whether it is a wish rather than a demand.

const wishWord = `(?:assets?|advantages?|plus|bonus|atouts?|avantages?|desirable|beneficial|preferred|preferable|advantageous|welcomed?|helpful|useful|added value|valued|appreciated|souhaitables?|souhaitee?s?|apprecie\w*|prefere\w*)`

var (
	// "would be an asset", "is a further advantage", "being an asset", "constitue un atout".
	wishSaid   = lazy(`\b(?:would|will|could|may|might|can|is|are|be|being|considered|regarded|viewed|seen|constitu\w+|represent\w*|serait|sera|est|seraient|sont|consideree?s?)\b(?: (?:also|be|considered|regarded|viewed|seen|as|highly|strongly|very|particularly|aussi|egalement|comme|tres|vivement|an?|un|une|etre))*(?: (?:further|distinct|strong|real|added|additional|definite|valuable|significant|great|clear|considerable|particular|key|serieux|reel|certain|precieux|supplementaire))? ` + wishWord + `\b`)
	wishEnd    = lazy(`(?:\b(?:an?|un|une) (?:(?:further|distinct|strong|real|definite|valuable|significant|great|clear|important|additional) )?(?:asset|advantage|plus|bonus|atout|avantage)|[,;:(–-] ?(?:highly |strongly )?(?:desirable|preferred|advantageous|desired|souhaitable|preferable|asset|advantage|atout)|\b(?:highly|strongly) (?:desirable|preferred)|\bdesirable|\bpreferred|\bsouhaitable)[.;)]*$`)
	wishStart  = lazy(`^(?:assets?|desirables?|desired|preferred|preferably|nice to have|advantages?|advantageous|bonus|atouts?|souhaitable|souhaite|an asset|ideally|idealement|optional|d\d)(?: ?[:(]| ?- |,)`)
	wishGiven  = lazy(`\bpreference (?:is|will be|may be|shall be|would be) given\b|\b(?:la )?preference sera (?:donnee|accordee)|\bwould be (?:considered )?(?:an? )?(?:advantage|asset)|\bit is (?:highly )?desirable\b|\bit would be (?:an? )?(?:asset|advantage|desirable|beneficial)`)
	wishNote   = lazy(`\((?:asset|desirable|preferred|advantage|an asset|an advantage|d|atout|souhaitable|optional)\)`)
	demandSaid = lazy(`\b(?:is|are|is also|being) (?:essential|required|mandatory|obligatory)\b|\bessential\b[,.;)]|\b(?:est|sont) (?:exige|requis|obligatoire|indispensable)\w*`)
)

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

var bracketed = lazy(`\([^()]*\)`)

// demandFirst tells whether the wish is only the tail of a demand: "a degree in law, a master's degree preferred".
func demandFirst(low string) bool {
	head, tail, ok := strings.Cut(low, ";")
	if !ok {
		head, tail, ok = strings.Cut(low, ", ")
		return ok && len(head) > 20 && !strings.Contains(head, " would ") && tailWish().MatchString(tail)
	}
	return len(head) > 20 && !wishSaid().MatchString(head) && (wishSaid().MatchString(tail) || wishEnd().MatchString(tail))
}

// tailWish is a wish that names its own object, so that what stands before it is another demand.
var tailWish = lazy(`^(?:with |and )?(?:an? |the )?(?:master|advanced|post-?graduate|higher|additional|further|second|knowledge|experience|familiarity|other|ideally|previous)\b[^,]*(?:` + wishWord + `)[.; ]*$`)

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
