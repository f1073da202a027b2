package posting

import "strings"

// This file tells from an entry's own words whether it is a wish rather than a demand.

var wishWord = oneOf{
	`added value`,
	`advantageous`,
	`advantages?`,
	`appreciated`,
	`apprecie\w*`,
	`assets?`,
	`atouts?`,
	`avantages?`,
	`beneficial`,
	`bonus`,
	`desirable`,
	`helpful`,
	`plus`,
	`preferable`,
	`prefere\w*`,
	`preferred`,
	`souhaitables?`,
	`souhaitee?s?`,
	`useful`,
	`valued`,
	`welcomed?`,
}

var (
	// "would be an asset", "is a further advantage", "being an asset", "constitue un atout".
	wishSaid = lazy(`\b`, oneOf{
		`are`,
		`be`,
		`being`,
		`can`,
		`considered`,
		`consideree?s?`,
		`constitu\w+`,
		`could`,
		`est`,
		`is`,
		`may`,
		`might`,
		`regarded`,
		`represent\w*`,
		`seen`,
		`sera`,
		`seraient`,
		`serait`,
		`sont`,
		`viewed`,
		`will`,
		`would`,
	}, `\b`, oneOf{seq{` `, oneOf{
		`also`,
		`an?`,
		`as`,
		`aussi`,
		`be`,
		`comme`,
		`considered`,
		`egalement`,
		`etre`,
		`highly`,
		`particularly`,
		`regarded`,
		`seen`,
		`strongly`,
		`tres`,
		`un`,
		`une`,
		`very`,
		`viewed`,
		`vivement`,
	}}}, `*`, oneOf{seq{` `, oneOf{
		`added`,
		`additional`,
		`certain`,
		`clear`,
		`considerable`,
		`definite`,
		`distinct`,
		`further`,
		`great`,
		`key`,
		`particular`,
		`precieux`,
		`real`,
		`reel`,
		`serieux`,
		`significant`,
		`strong`,
		`supplementaire`,
		`valuable`,
	}}}, `? `, wishWord, `\b`)
	wishEnd = lazy(oneOf{
		seq{`\b(?:an?|un|une) `, oneOf{
			`additional `,
			`clear `,
			`definite `,
			`distinct `,
			`further `,
			`great `,
			`important `,
			`real `,
			`significant `,
			`strong `,
			`valuable `,
		}, `?(?:asset|advantage|plus|bonus|atout|avantage)`},
		seq{`[,;:(–-] ?(?:highly |strongly )?`, oneOf{
			`advantage`,
			`advantageous`,
			`asset`,
			`atout`,
			`desirable`,
			`desired`,
			`preferable`,
			`preferred`,
			`souhaitable`,
		}},
		`\b(?:highly|strongly) (?:desirable|preferred)`,
		`\bdesirable`,
		`\bpreferred`,
		`\bsouhaitable`,
	}, `[.;)]*$`)
	wishStart = lazy(`^`, oneOf{
		`assets?`,
		`desirables?`,
		`desired`,
		`preferred`,
		`preferably`,
		`nice to have`,
		`advantages?`,
		`advantageous`,
		`bonus`,
		`atouts?`,
		`souhaitable`,
		`souhaite`,
		`an asset`,
		`ideally`,
		`idealement`,
		`optional`,
		`d\d`,
	}, `(?: ?[:(]| ?- |,)`)
	wishGiven = lazy(oneOf{
		`\bpreference (?:is|will be|may be|shall be|would be) given\b`,
		`\b(?:la )?preference sera (?:donnee|accordee)`,
		`\bwould be (?:considered )?(?:an? )?(?:advantage|asset)`,
		`\bit is (?:highly )?desirable\b`,
		`\bit would be (?:an? )?(?:asset|advantage|desirable|beneficial)`,
	})
	wishNote   = lazy(`\((?:asset|desirable|preferred|advantage|an asset|an advantage|d|atout|souhaitable|optional)\)`)
	demandSaid = lazy(oneOf{
		`\b(?:is|are|is also|being) (?:essential|required|mandatory|obligatory)\b`,
		`\bessential\b[,.;)]`,
		`\b(?:est|sont) (?:exige|requis|obligatoire|indispensable)\w*`,
	})
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
var tailWish = lazy(`^(?:with |and )?(?:an? |the )?`, oneOf{
	`additional`,
	`advanced`,
	`experience`,
	`familiarity`,
	`further`,
	`higher`,
	`ideally`,
	`knowledge`,
	`master`,
	`other`,
	`post-?graduate`,
	`previous`,
	`second`,
}, `\b[^,]*`, wishWord, `[.; ]*$`)

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
