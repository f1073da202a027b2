package requirement

// This file holds a clause in the forms in which the kinds read it.

// clause is one criterion's words in the two forms that the kinds look at.
type clause struct {
	raw string // the posting's own words, spaces made single
	low string // the same folded
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
