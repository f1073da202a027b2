package posting

import (
	"slices"
	"strings"
)

// This file lists all rules of the reader, each with its example.

// Rule is a rule of the reader: the code in a trace, and a posting in small that is read by it.
type Rule struct{ Name, Example string }

// Rules lists every rule that a trace can name.
func Rules() []Rule {
	return slices.Concat(
		plainRules, looseOnes(),
		listed(seams),
		listed(partFits), listed(entryFits), listed(leadFits), listed(unknownHeadings), listed(leadRules),
		listed(entryRules), listed(looseRules), listed(candidateRules),
		listed(wishRules), listed(leaveRules), listed(conditionRules),
	)
}

func listed[T, R any](rules []rule[T, R]) []Rule {
	var out []Rule
	for _, r := range rules {
		out = append(out, Rule{r.name, r.example})
	}
	return out
}

func looseOnes() []Rule {
	var out []Rule
	for _, r := range headFacts {
		out = append(out, Rule{r.name, r.example})
	}
	return out
}

// plainRules are the rules that stand in no table but in the code that their constant is used in.
var plainRules = []Rule{
	// Decode.
	{ruleDrawnLine, "Harbour Pilot\n-----"},
	{ruleLoneOr, "ESSENTIAL\n- a degree in law\nOR\n- ten years at sea"},
	{ruleFootnote, "ESSENTIAL\n- a degree in law¹;\n- fluent French.\n¹ Foreign degrees must be recognised."},
	{rulePageMark, "Harbour Pilot\nPage 1 of 3"},
	{ruleRunningHead, "Port of Ostmark\nPage 1 of 2\nWe guide ships.\nPort of Ostmark\nPage 2 of 2"},
	{ruleFrontMatter, "---\ntitle: Harbour Pilot\nlocation: Ostmark\n---\nWe guide ships."},

	// Lines.
	{ruleWideGap, "We guide ships.   Requirements   - a degree in law;"},
	{ruleCapitalHeading, "We guide ships of all sizes. QUALIFICATIONS The incumbent must know the sea."},
	{ruleAfterCapitals, "QUALIFICATIONS The incumbent must know the sea and all its winds."},
	{ruleLeadInInside, "We guide ships by day and night. The incumbent must: know the sea."},
	{ruleAfterLeadIn, "The incumbent must: know the sea;"},
	{ruleBulletInside, "Requirements • a degree in law • fluent French"},
	{ruleCountInside, "The incumbent must have these: (a) a degree in law; (b) fluent French; (c) a licence."},
	{ruleAfterHeading, "Requirements: a degree in law or in trade; fluent French; a licence"},
	{ruleHeadingAtTheEnd, "The pilot guides ships and also attends the meetings Profile:\n- a degree in law;"},
	{ruleTableColumns, "Criteria | Essential | Desirable\nEducation | a degree in law | a degree in trade"},
	{ruleTableTicks, "Criteria | Essential | Desirable\na degree in law | x |\nfluent French | | x"},
	{ruleTableRow, "Requirements | a degree in law | fluent French"},
	{ruleTableGoesOn, "Requirements | a degree in law\na licence | fluent French"},

	// Sections: headings.
	{ruleListed, "REQUIREMENTS\n- a degree in law;"},
	{ruleListedStart, "How to apply for this work\nWrite to us."},
	{ruleRequirements, "Harbour service requirements\n- a degree in law;"},
	{rulePhrase, "What we ask for\n- a degree in law;"},
	{ruleComposed, "Essential selection criteria and skills\n- a degree in law;"},
	{ruleHeadingThenLead, "Essential: The incumbent must:\n- have a degree in law;"},
	{ruleListGoesOn, "REQUIREMENTS\n- a degree in law;\nFurthermore:\n- fluent French;"},
	{ruleEntriesFollow, "REQUIREMENTS\n- a degree in law;\nof the languages of the port one of these two:\n- French;"},
	{ruleWishHeading, "REQUIREMENTS\n- a degree in law;\nHelpful on the Day:\n- fluent French;"},
	{ruleDemandHeading, "REQUIREMENTS\n- a degree in law;\nThe Languages of the Sea:\n- fluent French;"},
	{ruleDemandsFollow, "REQUIREMENTS\n- a degree in law;\nThe Sea:\n- knowledge of the law of the sea;\n- experience of 5 years at sea;"},
	{ruleOtherHeading, "REQUIREMENTS\n- a degree in law;\nThe Harbour:\n- stands at the sea;"},
	{ruleNoBehaviour, "COMPETENCIES\n- Teamwork: Shares the bridge\nThe Harbour:\n- stands at the sea;"},
	{ruleSecondPosting, strings.Repeat("SUMMARY\nWe guide ships.\nESSENTIAL\n- have a degree in law;\n- speak French;\n", 2)},

	// Sections: the head.
	{ruleLabelsInline, "Grade: G15 Location: Ostmark"},
	{ruleLabel, "Grade: G15"},
	{ruleLabelInRow, "Grade | G15"},
	{ruleLabelAlone, "Grade\nG15"},
	{ruleTitleInLabel, "Vacancy notice: Harbour Officer"},
	{ruleGradeInText, "We guide ships. The post is classified as G15."},
	{ruleTitleAndNumber, "Officer, Harbour-250001"},
	{ruleTitleByWords, "Harbour Officer"},
	{ruleTitleInFirst, "Harbour Officer - Port of Ostmark, a place that lives of ships and for them alone, guides all who come from the sea."},
	{rulePlaceLine, "Harbour Officer\nOstmark, Belgium"},
	{rulePlaceTurned, "Harbour Officer\nBelgium, Ostmark"},
	{rulePlaceCountry, "Harbour Officer\nshift work | Ostend, Belgium | in teams"},
	{rulePlaceAmong, "Harbour Officer\nshift work · Ostmark, Belgium · in teams"},
	{rulePlaceSaid, "Harbour Officer\nThe post is located in Ostmark."},
	{ruleClosingInText, "We guide ships. Applications close on 7 May 2030."},

	// Lists.
	{ruleWishBelow, "ESSENTIAL\n- have a degree in law;\nOTHER REQUIREMENTS\n- fluent French;\nwould be considered an asset."},
	{ruleFirstBelowLead, "The incumbent must:\nhave a degree in law\n- speak French;\n- hold a licence;"},
	{ruleFactBetween, "ESSENTIAL\n- speak French;\n\na university degree in law\n- hold a licence;"},
	{ruleShortDemands, "ESSENTIAL\nThe incumbent must:\nUniversity degree. Fluent French. Driving licence."},
	{ruleSentenceDemand, "REQUIREMENTS\nThe pilot must have a degree in law. The pilot must speak French."},
	{ruleBeforeTheLists, "Fluent French is essential for all who guide ships into the port of Ostmark.\nREQUIREMENTS\n- a degree in law;"},
	{ruleKnownByEntries, "We guide ships.\n- a degree in law;\n- fluent French;\n- 5 years of experience at sea;"},
	{ruleNameAndPhrase, "COMPETENCIES\nTeamwork: Shares the bridge"},
	{ruleNameAlone, "COMPETENCIES\n- Teamwork"},
	{ruleNameAmong, "COMPETENCIES\nSteady Hand\nOpen Ear\nClear Head"},

	// Criteria.
	{ruleClassOfList, "ESSENTIAL\n- have a degree in law;"},
	{ruleSaysDemand, "DESIRABLE\n- a degree in law;\n- fluent French is required;"},
	{ruleWishAtEnd, "ESSENTIAL\n- have a degree in law. Fluent French would be an asset.\n- hold a licence;"},
	{ruleNoWords, "ESSENTIAL\n- have a degree in law;\n- 12;"},
	{ruleTooMany, "ESSENTIAL\n" + strings.Repeat("- have a degree in law;\n", maxCriteria+1)},

	// Requirements.
	{ruleOwnWords, "ESSENTIAL\n- have a degree in law;"},
	{ruleWithHeading, "QUALIFICATIONS\nSecurity clearance\n- SECRET"},
}
