package posting

// This file holds the words by which sentences about candidates are known, English and French.

var (
	ofCandidates = lazy(`\b(?:candidat(?:e|es|s)?|applicants?|successful person|right person)\b|^(?:you|vous)\b|^(?:to do|to be|for|pour) [^.;]{3,40}\b(?:you|vous) (?:will )?(?:need|must|have|devez|avez)\b`)
	followsOn    = lazy(`^(?:s/he|he/she|she/he|they|he or she|she or he|il/elle|ils|elle|il|you|vous|(?:an?|the|une?|la|le) )`)
	wantsOf      = lazy(oneOf{
		seq{`\b(?:should|will) (?:also )?`, oneOf{
			`have`,
			`possess`,
			`bring`,
			`demonstrate`,
			`hold`,
			seq{`be `, oneOf{
				`able`,
				`an? `,
				`citizens?`,
				`conversant`,
				`experienced`,
				`familiar`,
				`fluent`,
				`in possession`,
				`nationals?`,
				`proficient`,
				`skilled`,
			}},
		}, `\b`},
		`\b(?:has|have|possess(?:es)?|holds?) (?:an? |at least |the )?(?:\w+ ){0,2}(?:degree|diploma|experience|knowledge|years|command|skills)\b`,
	})
	criticalTo = lazy(`^(?:fluent|good|spoken|written) [a-z]+ (?:is|are) (?:a must|required|essential)\b|\b`, oneOf{
		`ability`,
		`command`,
		`degree`,
		`experience`,
		`fluency`,
		`knowledge`,
		`skills?`,
		`understanding`,
	}, `\b.{0,120}\b(?:is|are) (?:\w+ )?(?:critical|essential|required|indispensable|a must)\b`)
	notBinding = lazy(`\b(?:need not|not required|not necessary|no need)\b`)
)
