package requirement

// This file reads clauses that ask for experience, with or without a number of years.

var (
	experienceHead = lazy(`experien\w*|\bexperts? in\b|\bhave (?:\w+ )?(?:worked|served|helped|used|managed|led|run|held)\b|\bhaving (?:worked|served|managed|led)\b|\bbackground\b|\btrack record\b|\bpractice\b|\bexposure to\b|` +
		`\bserving in\b|\bserved\b|\b(?:earlier|previous|past|prior|relevant) work\b|\bcareer\b|\bavoir (?:travaille|exerce|occupe)\b|\bemployment in\b|\b(?:prior|previous|active|military|operational) service\b|\b(?:relevant|professional|full-time) (?:work|practice)\b`)
	leadsPeople = lazy(`\byears?\b|\bans?\b|\bannees?\b|\bmonths?\b|\bmois\b`)
)

func readExperience(c clause) (Requirement, bool) {
	spans := durations(c.low)
	at := first(experienceHead(), c.low)
	switch {
	case len(spans) > 0 && (at >= 0 || aboutWork().MatchString(c.low) || leadsPeople().MatchString(c.low)):
		return Requirement{Months: spans[0].months}, true
	case at >= 0 && !judgedBefore(c.low, at):
		return Requirement{}, true
	}
	return Requirement{}, false
}
