package requirement

import "strings"

// This file holds the ordered LIST of kinds that read a clause. A new kind is one file and one line here.

// clause is one criterion's words in the two forms that the kinds look at.
type clause struct {
	raw string // the posting's own words, spaces made single
	low string // the same folded
}

// reader recognises the clauses of one kind.
type reader struct {
	kind Kind
	// read gives the typed requirement; ok is false where the clause is not of the kind.
	read func(c clause) (r Requirement, ok bool)
}

// readers are asked in this order and the first that recognises the clause decides: what can be compared with
// facts comes before what is judged, and the narrow comes before the broad.
var readers = []reader{
	{KindNationality, readNationality},
	{KindClearance, readClearance},
	{KindOther, readPapers},
	{KindDegree, readDegree},
	{KindLanguage, readLanguage},
	{KindAvailability, readAvailability},
	{KindExperience, readExperience},
	{KindKnowledge, readKnowledge},
	{KindSkill, readSkill},
	{KindOther, readOther},
}

// genderEndings are the double endings of French: "disposé(e)", "candidat(e)s".
var genderEndings = lazy(`\((?:e|es|ne|nes|trice|euse)\)`)

// maxClause bounds the work on one clause; no criterion of a real posting comes near it.
const maxClause = 4000

// Parse gives a criterion's words their typed meaning. Words that fit no kind are of KindOther: never a guess.
func Parse(words string) Requirement {
	if len(words) > maxClause {
		words = strings.ToValidUTF8(words[:maxClause], "")
	}
	c := clause{raw: strings.Join(strings.Fields(words), " ")}
	c.low = genderEndings().ReplaceAllString(Fold(c.raw), "")
	for _, k := range readers {
		if r, ok := k.read(c); ok {
			r.Kind = k.kind
			return r
		}
	}
	return Requirement{Kind: KindOther}
}
