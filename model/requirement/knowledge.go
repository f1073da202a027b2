package requirement

// This file reads clauses that ask for knowledge: something known, as against something done or something one can do.

var knowledgeHead = lazy(`\bknowledge\b|\bunderstanding\b|\bawareness\b|\bfamiliar\w*|\bconversan\w*|\bat home with\b|\bacquaint\w*|\binsight|\bliteracy\b|\bliterate\b|\bversed in\b|\bgrasp of\b|` +
	`\bconnaissances?\b|\bcomprehension\b|\bconnaitre\b|\bmaitrise d(?:e|es|u)\b|\bfamiliarite\b|\baware of\b`)

// KindKnowledge asks for something known.
const KindKnowledge Kind = "knowledge"

var knowledgeKind = kindRow{
	kind: KindKnowledge, words: "knowledge", place: 70, read: readKnowledge,
	judged: "Knowledge is the member's judgement from the statements and the jobs",
}

func readKnowledge(c clause) (Requirement, bool) {
	at := first(knowledgeHead(), c.low)
	if at < 0 {
		return Requirement{}, false
	}
	skill := first(skillHead(), c.low)
	return Requirement{}, skill < 0 || at < skill
}

// judgedBefore returns true if a word of judgement (knowledge, skill, experience without a number) stands before
// position at of a folded clause, so that what follows is only its object: "experience teaching at master level".
func judgedBefore(low string, at int) bool {
	head := low[:at]
	return first(knowledgeHead(), head) >= 0 || first(skillHead(), head) >= 0 || first(experienceHead(), head) >= 0
}
