package requirement

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
)

// This file compares the documents that a posting asks for with the names of the documents and the headings of the
// statements in a file. What a document says is never judged here, and one that is not found may have come another
// way: then a person looks.

// documentKinds are the documents that postings ask for by name: how a posting asks, and how a file names it. Both are
// looked for in folded text.
var documentKinds = []struct {
	name         string
	asked, named func() *regexp.Regexp
}{
	{
		"a letter of motivation",
		lazy(`\bcover(?:ing)? letter|\bletter of (?:motivation|interest)|\bmotivation(?:al)? (?:letter|statement)|\blettre (?:de motivation|d'accompagnement)`),
		lazy(`\bcover|\bmotivation|\bletter of interest|\bwhy i apply`),
	},
	{
		"a curriculum vitae",
		lazy(`\bcvs?\b|\bcurriculum\b|\bresume\b(?: or| and|,|;|$)`),
		lazy(`\bcv\b|\bcurriculum|\bresume\b`),
	},
	{
		"copies of diplomas or certificates",
		lazy(`\b(?:copy|copies|copie|scan)s?\b[^.;]{0,40}\b(?:diploma|degree|certificat|diplome)|\bdiplomas? (?:and|or) certificates?\b`),
		lazy(`\bdiplom|\bdegree|\bcertificat`),
	},
	{
		"references",
		lazy(`\breferences?\b (?:from|of|letter)|\bletters? of (?:reference|recommendation)|\breferees\b|\blettres? de recommandation`),
		lazy(`\breference|\breferee|\brecommend|\brecommand`),
	},
	{
		"a writing sample or essay",
		lazy(`\bwriting sample|\bessay\b|\bsummari[sz]ing their views\b|\bwritten (?:statement|paper)|\bvision (?:statement|paper)`),
		lazy(`\bwriting sample|\bessay\b|\bviews?\b|\bvision\b|\bwritten (?:statement|paper)`),
	},
}

// CheckDocuments compares the words of a condition that asks for documents with what a file holds. The finding is met if
// every kind asked is found by name, not stated if one is not, and to judge if the words name no kind that is known. It is
// never not met.
func CheckDocuments(words string, f Facts) Finding {
	var found, missing []string
	low := Fold(words)
	for _, k := range documentKinds {
		if !k.asked().MatchString(low) {
			continue
		}
		if name := documentNamed(k.named(), f); name != "" {
			found = append(found, k.name+" (“"+name+"”)")
		} else {
			missing = append(missing, k.name)
		}
	}
	have := documentsHeld(f)
	switch {
	case len(found) == 0 && len(missing) == 0:
		return Finding{Verdict: statedOr(len(f.Documents) + len(f.Statements)), Why: fmt.Sprintf("%s; whether what the posting asks for is among them is a person's judgement", have)}.sentences()
	case len(missing) > 0:
		s := fmt.Sprintf("The file names no document or statement like %s; %s, and it may have been handed in another way", strings.Join(missing, ", nor like "), lowerFirst(have))
		return Finding{Verdict: NotStated, Why: s}.sentences()
	}
	return Finding{
		Verdict:     Met,
		Why:         fmt.Sprintf("The file holds %s", strings.Join(found, " and ")),
		Assumptions: []string{"Found by name; what it says and how long it is was not checked"},
	}.sentences()
}

// documentNamed is the first document or statement of a file whose name fits; an empty one does not count.
func documentNamed(named *regexp.Regexp, f Facts) string {
	fits := func(name, text string) bool {
		return strings.TrimSpace(text) != "" && named.MatchString(strings.NewReplacer("_", " ", "-", " ").Replace(Fold(name)))
	}
	for i := range f.Documents {
		if d := &f.Documents[i]; fits(d.Name, d.Text) {
			return d.Name
		}
	}
	for i := range f.Statements {
		if s := &f.Statements[i]; fits(s.Heading, s.Text) {
			return s.Heading
		}
	}
	return ""
}

// documentsHeld says how many documents and statements a file holds.
func documentsHeld(f Facts) string {
	words := func(n int, one string) string {
		switch n {
		case 0:
			return fmt.Sprintf("no %s", one)
		case 1:
			return "1 " + one
		}
		return strconv.Itoa(n) + " " + one + "s"
	}
	if len(f.Documents)+len(f.Statements) == 0 {
		return "The file holds no document and no statement"
	}
	return fmt.Sprintf("The file holds %s and %s", words(len(f.Documents), "document"), words(len(f.Statements), "statement"))
}

func lowerFirst(s string) string { return strings.ToLower(s[:1]) + s[1:] }
