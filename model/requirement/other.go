package requirement

// This file holds the kind of everything that only a person can judge: health, exclusions, what no other kind
// recognises.

// papers are what is shown on paper or by a doctor, whatever else the clause says of it.
var papers = lazy(`\b(?:master mariner|pilot|flying|boat|forklift|firearms?)\S{0,3} licen[cs]e|\bdriv(?:ing|er'?s?) licen[cs]e|\bpermis de conduire|\bcategory driving|\bcertificate of good|\bgood conduct\b|\bcriminal record|\bcasier judiciaire|\bmedically fit\b|\bphysically fit\b|\bphysical (?:health|fitness)|\b(?:good|excellent) (?:physical )?health\b|` +
	`\bentitled to work\b|\bwork permit\b|\bright to work\b|\bfull rights as (?:an? )?citizens?\b|\bmilitary service\b|\bobligations?\b[^.;]{0,40}\b(?:law|military)|\bcharacter references?\b|\bdroits civi(?:ques|ls)\b|\baptitude physique\b`)

// KindOther is everything that fits no other kind.
const KindOther Kind = "other"

var otherKind = kindRow{
	kind: KindOther, words: "other", place: 90, read: func(clause) (Requirement, bool) { return Requirement{}, true },
	judged: "The criterion is the member's judgement: no fact in the file can be compared with it",
	vague:  func(Requirement) bool { return true },
}

// papersOfOther reads what is shown on paper before the kinds that would take a word of it for their own.
var papersOfOther = kindRow{kind: KindOther, readsOnly: true, read: readPapers}

func readPapers(c clause) (Requirement, bool) {
	at := first(papers(), c.low)
	return Requirement{}, at >= 0 && first(experienceHead(), c.low[:at]) < 0 && first(knowledgeHead(), c.low[:at]) < 0
}
