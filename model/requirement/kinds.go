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

// unglue sets apart the words that matter where a copy that lost its line breaks has run them into their neighbours:
// "possessa university degreein", "haveat least 3 yearsof". Only the meaning is read from this form.
func unglue(low string) string {
	low = gluedAfter().ReplaceAllString(low, "$1 $2")
	low = gluedVerb().ReplaceAllString(low, "$1 $2")
	return gluedBefore().ReplaceAllString(low, "$1 $2")
}

var (
	gluedVerb   = lazy(`\b(possess|have|be|demonstrate|hold)(an?|at|able|available|prepared|willing|familiar|conversant|experience|good|excellent|strong|knowledge|the|sound|proven)\b`)
	gluedAfter  = lazy(`(experience|knowledge|understanding|degree|\bability|\bskills?|\blevel|\byears?|\bcommand|\bfluency)(of|in|with|and|to|as|for|from|or)\b`)
	gluedBefore = lazy(`\b(good|university|relevant|professional|work|working|practical|sound|strong|recent|proven|the|an?|of|least|excellent|security|bachelor|master|university's)(experience|knowledge|understanding|degree|qualification|clearance|university|five|three|two|ten|four|six)\b`)
)

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
	c.low = unglue(genderEndings().ReplaceAllString(Fold(c.raw), ""))
	for _, k := range readers {
		if r, ok := k.read(c); ok {
			r.Kind = k.kind
			return r
		}
	}
	return Requirement{Kind: KindOther}
}
