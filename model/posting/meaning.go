package posting

import "shortlist/model/requirement"

// This file is the sixth stage, requirements: the typed meaning of a criterion's words, with the heading above them if they
// say too little alone. Words are understood by the package requirement.

// hardUnder returns true if words, under a heading, ask for something that can be compared with facts.
func hardUnder(topic, words string) bool {
	if speaksOf().MatchString(requirement.Fold(words[:min(len(words), 80)])) || noDemand().MatchString(requirement.Fold(words)) {
		return false
	}
	r, _ := meaningUnder(topic, words)
	switch {
	case topic != "" && r.Kind == requirement.KindKnowledge: // "law of the sea" under "Knowledge"
		return true
	case r.Kind == requirement.KindExperience: // "experience at sea" states no number
		return r.Months > 0
	}
	return r.Kind.Factual()
}

// The rules of a requirement: what it was understood from.
const (
	ruleOwnWords    = "own-words"
	ruleWithHeading = "words-with-heading" // "NATO SECRET" under "Security clearance"
)

// meaningUnder returns the typed meaning of words under a heading, and the rule.
func meaningUnder(topic, words string) (requirement.Requirement, string) {
	r := requirement.Parse(words)
	if topic == "" || r.Kind.Factual() {
		return r, ruleOwnWords
	}
	q := requirement.Parse(topic + ": " + words)
	level := q.Kind == requirement.KindLanguage && len(q.Languages) > 0 && q.Languages[0].Scale != requirement.ScaleWords
	if level || q.Kind == requirement.KindClearance && q.Clearance != "" {
		return q, ruleWithHeading
	}
	return r, ruleOwnWords
}

// withoutMark returns what of an entry's words states the requirement: not the mark "Asset:" nor the code before it.
func withoutMark(text string) string {
	if m := codePattern().FindString(text); m != "" && len(m) < len(text) {
		text = text[len(m):]
	}
	if m := markedStart().FindString(text); m != "" && len(m) < len(text) {
		return text[len(m):]
	}
	return text
}

var markedStart = lazy(`^(?i:`, oneOf{
	`assets?`,
	`desirable`,
	`essential`,
	`preferred`,
	`atout`,
	`souhaitable`,
	`required`,
	`mandatory`,
}, `)\s*[:–-]\s*`)
