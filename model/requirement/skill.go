package requirement

// This file reads clauses that ask for a skill or a personal quality.

var (
	skillHead = lazy(`\bskill(?:s|ed|ful)?\b|\babilit(?:y|ies)\b|\bable to\b|\bcapab\w+|\bcapacity\b|\baptitudes?\b|\bjudg(?:e)?ment\b|\bproficien\w+|\bcompeten\w+|\bexpertise\b|\bcommand of\b|\bcapacites?\b|\bcapable de\b|\bsavoir\b|\bhabilet\w+|\bcompetences?\b`)
	// Qualities that need no head word.
	qualityWord = lazy(`\binitiative\b|\bcreativ\w+|\bflexib\w+|\bmotivat\w+|\bcommunicat\w+|\bdrafting\b|\binterpersonal\b|\bteam\b|\bteamwork\b|\borgani[sz]\w+|\bwilling\w*|\bcommit\w+|\bintegrity\b|\btact\b|\bdiplomacy\b|\bdiscretion\b|` +
		`\battention to\b|\btalent\b|\bprofessionalism\b|\bproblem|\bleadership\b|\bnegotiat\w+|\banalytic\w*|\benthusias\w+|\breliab\w+|\bautonom\w+|\brigueur\b|\brigoureu\w+|\bsens d|\besprit\b|\bdynami\w+|\bdrive\b|` +
		`\bapproach\b|\bthinking\b|\bself-|\bmulti-?task\w*|\bthorough\w*|\baccura\w+|\bpunctual\w*|\bdemonstrat\w+|\bresponsib\w+|\bresilien\w+|\bcuriosity\b|\bpassion\w*`)
)

// KindSkill asks for a skill or a personal quality.
const KindSkill Kind = "skill"

var skillKind = kindRow{
	kind: KindSkill, words: "skill", place: 80, read: readSkill,
	judged: "A skill is the member's judgement from the statements and the jobs",
}

func readSkill(c clause) (Requirement, bool) {
	return Requirement{}, first(skillHead(), c.low) >= 0 || first(qualityWord(), c.low) >= 0
}
