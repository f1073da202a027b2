package posting

// This file holds the words by which conditions outside the criteria are known, English and French.

var (
	nationalsOnly = lazy(oneOf{
		seq{`\b`, oneOf{
			`only accept`,
			`accept(?:ed)? (?:only )?applications? (?:only )?from`,
			`open (?:only )?to`,
			`restricted to`,
			`limited to`,
			`reserved (?:for|to)`,
			`eligible`,
		}, `\b[^.;]{0,60}\b(?:nationals?|citizens?|nationality)\b`},
		`\b(?:nationals?|citizens?) of (?:one of )?(?:the )?(?:nato|\d+ nato|member|allied|eu|participating)\b[^.;]{0,60}`,
		`\b(?:candidats?|candidatures?)\b[^.;]{0,60}\bressortissants?\b`,
		`\bressortissants? (?:de l'un )?des (?:pays|etats)\b`,
	})
	fastTrackSaid = lazy(`\bfast[- ]?track\b|\bprocedure acceleree\b`)
	alreadyHold   = lazy(oneOf{
		`\balready (?:hold|holding|possess|in possession of|have)\b[^.;]{0,80}\bclearance\b`,
		`\b(?:must|required to|shall) (?:already )?(?:hold|possess|have|be in possession of)\b[^.;]{0,40}\b(?:valid|current|active)\b[^.;]{0,60}\bclearance\b`,
		`\b(?:deja|titulaires?)\b[^.;]{0,60}\bhabilitation\b`,
	})
	// holdNow is said in a criterion, and so of whoever applies.
	holdNow = lazy(oneOf{
		`\bmust (?:already |currently )?(?:hold|possess|be in possession of|be the holder of)\b`,
		`\b(?:is|are) required to (?:already )?(?:hold|possess|be in possession of)\b`,
		`\b(?:already|currently) (?:hold\w*|held|active|valid|cleared)\b`,
		`\bactive\b[^.;]{0,40}\bclearance\b`,
		`\bclearance\b[^.;]{0,40}\b(?:when applying|at the time of appl\w+|on the closing date|at the closing date|in force)\b`,
		`\b(?:detenir|titulaires?|posseder)\b[^.;]{0,60}\bhabilitation\b`,
		`\bhabilitation\b[^.;]{0,60}\b(?:en cours de validite|valide|en vigueur)\b`,
	})
	mayObtain = lazy(oneOf{
		`\b(?:obtain\w*|eligib\w*|able to (?:hold|get|gain)|subject to|undergo|granted|willing\w*)\b`,
		`\b(?:obtenir|obtention|susceptible|faire l'objet|eligible|sous reserve)\b`,
	})
	postRequires = lazy(oneOf{
		`\b(?:post|position|function|job|role|work)\b[^.;]{0,30}\brequires?\b[^.;]{0,60}\bclearance\b`,
		`\bclearance\b[^.;]{0,60}\b(?:is required|required for|will be required|est requise)\b`,
		`\brequires? (?:a |an )?(?:valid )?(?:security )?clearance\b`,
		`\bposte\b[^.;]{0,40}\b(?:exige|requiert)\b[^.;]{0,60}\bhabilitation\b`,
	})
	onReceipt = lazy(oneOf{
		`\bsubject to (?:the )?(?:receipt|granting|obtaining|delivery)\b[^.;]{0,40}\bclearance\b`,
		`\bsubject to\b[^.;]{0,60}\bclearance\b`,
		`\bclearance\b[^.;]{0,60}\bwill be (?:requested|initiated)\b`,
		`\bsous reserve\b[^.;]{0,60}\bhabilitation\b`,
	})
	handIn = lazy(oneOf{
		seq{`\b(?:candidates?|applicants?|applications?)\b[^.;]{0,80}\b`, oneOf{
			`accompanied by`,
			`attach`,
			`be sent with`,
			`enclose`,
			`include`,
			`provide`,
			`submit`,
			`upload`,
		}, `\b[^.;]{0,120}\b`, oneOf{
			`certificates?`,
			`copies`,
			`copy`,
			`cover(?:ing)? letter`,
			`curriculum`,
			`cv`,
			`diplomas?`,
			`document`,
			`essay`,
			`form`,
			`letter of motivation`,
			`motivation letter`,
			`referees`,
			`references`,
			`statement`,
			`word or pdf`,
		}, `\b`},
		`\b(?:candidats?)\b[^.;]{0,60}\b(?:joindre|fournir|soumettre)\b[^.;]{0,80}\b(?:lettre|cv|document|copie)`,
	})
)
