package posting

// This file holds the words by which sections are told apart, English and French.

var behaviourWords = lazy(`competenc|skill|behavio|value|valeur|leadership|manager|core|general|functional`)

// goesOn is a word that lets a list go on: "Furthermore:".
var goesOn = lazy(`^`, oneOf{
	`additionally`,
	`ainsi que`,
	`also`,
	`and`,
	`as well as`,
	`de plus`,
	`en outre`,
	`furthermore`,
	`in addition`,
	`moreover`,
	`par ailleurs`,
	`plus`,
}, ` ?:$`)

// wishHeading is an unknown heading that says that what follows is welcome, not demanded.
var wishHeading = lazy(`\b(?:helpful|useful|welcome|beneficial|nice to have|bonus|advantageous|would help)\b`)

// wishOpens begins an announcement of wishes wherever it stands.
var wishOpens = lazy(`^`, oneOf{
	`additional`,
	`also`,
	`any`,
	`constitu\w+`,
	`furthermore`,
	`it`,
	`les`,
	`moreover`,
	`other`,
	`seraient`,
	`serait`,
	`sont`,
	`the following`,
	`these`,
	`this`,
	`we would`,
}, `\b.{0,80}:$`)

// demandWords in an unknown heading say that what follows are demands all the same.
var demandWords = lazy(oneOf{
	`abilit`,
	`aptitude`,
	`asset`,
	`attribut`,
	`background`,
	`clearance`,
	`competence`,
	`connaissance`,
	`criteri`,
	`desirable`,
	`diplom`,
	`education`,
	`essential`,
	`exigence`,
	`experience`,
	`expertise`,
	`formation`,
	`knowledge`,
	`language`,
	`langue`,
	`mandatory`,
	`nationality`,
	`personal`,
	`professional`,
	`profile`,
	`qualif`,
	`qualit`,
	`requirement`,
	`skill`,
	`technical`,
	`training`,
})
