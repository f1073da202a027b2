package requirement

// This file reads clauses that ask a candidate to be available: travel, shifts, hours, deployment.

var (
	availableFor = lazy(`\btravel\w*|\b(?:outside|beyond|after|out of|over|extra|irregular|flexible|unsocial|extended|long|unusual)\b[a-z' -]{0,40}\bhours\b|\bextra hours\b|\bshifts\b|\bshift[- ](?:work\w*|duty|duties|system|pattern|basis|hours|rota\w*)\b|\b(?:in|on|by|night|rotating|rotational) shift\b|\bshift[.;]?$|\bon[- ]?call\b|\bstand[- ]?by\b|\bovertime\b|\bweek-?ends?\b|\bnights?\b|` +
		`\bdeploy(?:ed|able|ment|ments)?\b|\brelocat\w+|\bat short notice\b|\b24/7\b|\brota\b|\bduty (?:travel|officer)\b|\bpermanence\b|\bastreinte\b|\bdeplac\w+|\bvoyag\w+|\bheures (?:supplementaires|normales|de bureau|ouvrables)\b|\ben dehors des (?:heures|horaires)\b|\bhoraires?\b|` +
		`\bavailable (?:for|to|from|at|on)\b|\bdisponib\w+|\btake up (?:the )?(?:post|duty|duties)\b|\bhardship\b`)
	availableLead = lazy(`\bwilling\w*|\bprepared\b|\bavailab\w+|\bready\b|\breadiness\b|\bable to\b|\babilit\w+|\bflexib\w+|\baccept\w*|\bagree\w*|\brequired to\b|\bmust\b|\bmay be (?:called|asked|required)\b|\bdisponib\w+|\bprete?s? a\b|\bapte a\b|\bdisposee?s? a\b|\ben mesure de\b|\bfree to\b|\bwork\b|\bundertake\b|\btravel\b`)
)

// KindAvailability asks the candidate to be available. No fact in a file can show it, but the candidate can confirm it.
const KindAvailability Kind = "availability"

var availabilityKind = kindRow{
	kind: KindAvailability, words: "availability", place: 50, read: readAvailability,
	factual: true, settled: "Confirmed by the candidate; the file cannot show it.",
	judged: "Availability is the member's judgement: no fact in the file can show it",
}

func readAvailability(c clause) (Requirement, bool) {
	at := first(availableFor(), c.low)
	if at < 0 || first(availableLead(), c.low) < 0 {
		return Requirement{}, false
	}
	head := c.low[:at]
	if first(knowledgeHead(), head) >= 0 || first(experienceHead(), head) >= 0 {
		return Requirement{}, false
	}
	// "The ability to organise travel" is a skill: the travelling must be the candidate's own.
	return Requirement{}, !arrangesFor().MatchString(head)
}

var arrangesFor = lazy(`\b(?:organi[sz]\w*|arrang\w*|book\w*|plan(?:ning)?|coordinat\w*|manag\w*|prepar(?:e|ing)\b|process\w*|support\w*|organis\w*|gerer|gestion)\b[^.;]{0,40}$`)
