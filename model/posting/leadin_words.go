package posting

// This file holds the words of lead-ins, English and French.

var who = oneOf{
	`applicant`,
	`candidat`,
	`candidate`,
	`ideal candidate`,
	`incumbent`,
	`individual`,
	`job ?holder`,
	`laureat`,
	`person`,
	`post ?holder`,
	`selected candidate`,
	`staff member`,
	`successful candidate`,
	`titulaire`,
}

var (
	// The words that make a line before a colon an announcement of demands.
	mustLead = lazy(oneOf{
		seq{`\b`, who, `(?:e|s|\(e\)|\(s\))?\b[^:.;]{0,60}\b`, oneOf{
			`are required to`,
			`devra`,
			`devront`,
			`doit`,
			`doivent`,
			`is expected to`,
			`is required to`,
			`must`,
			`needs? to`,
			`shall`,
			`should`,
			`will`,
		}, `\b[^:.;]{0,60}`},
		`\byou (?:must|should|will need|need|have|are)\b[^:.;]{0,50}`,
		`\bwe (?:are looking for|require|expect|ask)\b[^:.;]{0,50}`,
		`\bnous (?:recherchons|demandons|attendons)\b[^:.;]{0,50}`,
		`\bvous (?:devez|avez|etes|possedez)\b[^:.;]{0,50}`,
		seq{`\b(?:following|general|minimum|essential|mandatory|specific)\b[^:.;]{0,40}\b`, oneOf{
			`conditions?`,
			`criteria`,
			`essential`,
			`mandatory`,
			`qualifications?`,
			`required`,
			`requirements?`,
			`skills`,
		}, `\b[^:;]{0,60}`},
		`\bcalls for`,
		`\brequires? (?:all )?(?:of )?(?:the following|that)`,
		`\bare (?:required|essential|mandatory)`,
		`\bsont (?:requis\w*|exige\w*|essentiel\w*)\b[^:.;]{0,30}`,
	}, `$`)
	wishLead = lazy(`\b`, oneOf{
		`a plus`,
		`advantage\w*`,
		`assets?`,
		`atouts?`,
		`avantages?`,
		`beneficial`,
		`desirable`,
		`desired`,
		`nice to have`,
		`preferable`,
		`preferred`,
		`souhaitables?`,
		`souhaite\w*`,
		`welcome`,
	}, `\b[^:.;]{0,60}$`)
	competencyLead = lazy(oneOf{
		`\b(?:demonstrate|display|competenc(?:y|ies))\b[^:.;]{0,60}$`,
		`\bfaire preuve d\w*[^:.;]{0,60}$`,
		`\bdemontrer[^:.;]{0,60}$`,
		`\bcompetences suivantes[^:.;]{0,40}$`,
	})
	// Short enough to announce without a colon.
	shortLead = lazy(oneOf{
		seq{`^`, oneOf{
			seq{`(?:the |all |successful |selected |la |le |les )*`, who, `(?:e|s)?`},
			`you`,
		}, ` (?:must|should|shall|will need|doit|doivent|devez)(?: also)?(?: have| be| possess| hold| avoir| etre| posseder)?$`},
		`^to be considered,? you (?:will )?(?:need|must)(?: have)?$`,
	})
	possessLead = lazy(`\b(?:has|have|possess(?:es)?|holds?|experience|qualifications?|possede|dispose)\b[^:.;]{0,40}$`)
	dutyLead    = lazy(`\b`, oneOf{
		`challenges`,
		`charged with`,
		`duties`,
		`functions`,
		`lines of effort`,
		`perform the following`,
		`responsable d\w*`,
		`responsibilities`,
		`responsible for`,
		`taches`,
		`tasks`,
		`will include`,
	}, `\b[^:.;]{0,80}$`)
	// A lead-in inside running text, with a heading that may stand before it.
	leadInText = lazy(`(?i)(?:\b(?:essential|essentiel|desirable|souhaitable|mandatory|required)[ ,.:–-]*)?`, oneOf{
		seq{`the `, who, ` must(?: demonstrate| have| possess| be)?\s*:`},
		seq{
			`(?:the|any of the) following (?:would|will|are|is|may|shall|should)(?: also)?(?: all)? be(?: considered)?(?: as)? `,
			`(?:an? )?(?:advantage\w*|assets?|desirable|a plus)[^:.;]{0,40}:`,
		},
		`\bthe following [^:.;]{0,30}considered (?:as )?(?:an? )?(?:advantages?|assets?)\s*:`,
		`le(?:/la|\(la\))? titulaire doit(?: faire preuve d[^:.;]{0,30})?\s*:`,
		`\bles? (?:elements|éléments|points|qualifications|qualités) suivants? (?:seraient|seront|sont|constitu\w+)[^:.;]{0,40}:`,
		seq{`the `, who, ` will demonstrate[^:.;]{0,40}:`},
	})
)

// bracketLead is an announcement whose class stands in brackets at its end.
var bracketLead = lazy(`\b`, oneOf{
	`following`,
	`how you meet`,
	`que vous (?:possedez|repondez)`,
	`suivant\w*`,
	`ulterieure`,
	`later date`,
}, `\b[^()]{0,60}\(`, oneOf{
	`(essential|qualifications? essentielles?|essentiel)`,
	`other qualifications?`,
	`asset`,
	`autres qualifications`,
	`qualifications? constituant un atout`,
}, `[^()]{0,40}\)[ :]*$`)

// plainDemands are announcements of demands so plain that a copy that lost their colon or their spaces still announces, by
// their letters.
var plainDemands = []string{
	"candidatesmust",
	"laletitulairedupostedoit",
	"lapersonnetitulairedupostedoit",
	"lelatitulairedoit",
	"letitulairedoit",
	"thecandidatemust",
	"theincumbentmust",
	"theincumbentshould",
	"thesuccessfulcandidatemust",
}

// plainWishes are such announcements of wishes.
var plainWishes = []string{
	"seraientconsiderescommeunavantage",
	"thefollowingwouldbeanadvantage",
	"thefollowingwouldbeconsideredanadvantage",
	"thefollowingwouldbeconsideredanasset",
	"thefollowingwouldbeconsideredasanadvantage",
}

// plainCompetencies are such announcements of competencies.
var plainCompetencies = []string{
	"lelatitulairedoitfairepreuvedescompetencessuivantes",
	"theincumbentmustdemonstrate",
	"theincumbentmustdemonstratethefollowing",
}
