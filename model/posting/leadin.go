package posting

import (
	"slices"
	"strings"

	"shortlist/model/requirement"
)

// This file belongs to the third stage: it recognises lead-ins, the half sentence before a list that says what the list
// is, "The incumbent must:".

// lead is what a lead-in announces.
type lead struct {
	zone  zone
	class Class
}

// leadOf returns what a paragraph announces, nil if it announces nothing.
func leadOf(text string) *lead {
	l, _ := findLead(text)
	return l
}

// announcement is a paragraph that may announce a list, as the rules see it.
type announcement struct {
	// low is its last sentence, folded and without the colon at its end.
	low   string
	key   string // the letters of low
	colon bool
	// inBrackets is the class that stands in brackets at its end, empty if none does.
	inBrackets Class
}

// findLead returns what a paragraph announces and the rule that decided, nil if it announces nothing.
func findLead(text string) (*lead, string) {
	if len(text) > 260 || text == "" {
		return nil, ""
	}
	low := strings.TrimRight(requirement.Fold(text), " ")
	a := announcement{colon: strings.HasSuffix(low, ":"), inBrackets: classInBrackets(low)}
	low = strings.TrimRight(low, " :.-")
	if i := strings.LastIndex(low, ". "); i >= 0 {
		low = low[i+2:] // the announcement is the last sentence
	}
	if i := strings.LastIndexByte(low, '('); i > 0 && strings.HasSuffix(low, ")") {
		low = strings.TrimSpace(low[:i])
	}
	a.low, a.key = low, letters(low)
	return decide(leadRules, &a)
}

// leadRules says what a paragraph announces. Without a colon only a few plain ones and very short ones announce a list.
var leadRules = []rule[*announcement, *lead]{
	{
		name:    "plain-demands",
		example: "QUALIFICATIONS\nTheincumbentmust\n- have a degree in law;",
		when: func(a *announcement) bool {
			return slices.Contains(plainDemands, a.key)
		},
		gives: &lead{zoneDemands, Essential},
	},
	{
		name:    "plain-wishes",
		example: "QUALIFICATIONS\nThefollowingwouldbeanadvantage\n- fluent French;",
		when: func(a *announcement) bool {
			return slices.Contains(plainWishes, a.key)
		},
		gives: &lead{zoneDemands, Desirable},
	},
	{
		name:    "plain-competencies",
		example: "The incumbent must demonstrate\nTeamwork: Shares the bridge",
		when: func(a *announcement) bool {
			return slices.Contains(plainCompetencies, a.key)
		},
		gives: &lead{zone: zoneCompetency},
	},
	{
		name:    "demands-in-brackets",
		example: "Tell us how you meet the following (essential qualifications)\n- a degree in law;",
		when: func(a *announcement) bool {
			return a.inBrackets == Essential
		},
		gives: &lead{zoneDemands, Essential},
	},
	{
		name:    "wishes-in-brackets",
		example: "Tell us how you meet the following (other qualifications)\n- fluent French;",
		when: func(a *announcement) bool {
			return a.inBrackets == Desirable
		},
		gives: &lead{zoneDemands, Desirable},
	},
	{
		name:    "short-demands",
		example: "QUALIFICATIONS\nThe candidate must have\n- a degree in law;",
		when: func(a *announcement) bool {
			return !a.colon && shortLead().MatchString(a.low)
		},
		gives: &lead{zoneDemands, Essential},
	},
	{
		name:    "duties-announced",
		example: "The pilot is responsible for:\n- guiding ships;",
		when: func(a *announcement) bool {
			return a.colon && dutyLead().MatchString(a.low) && !wishLead().MatchString(a.low)
		},
		gives: &lead{zone: zoneDuties},
	},
	{
		name:    "competencies-announced",
		example: "The pilot has to display the competencies below:\nTeamwork: Shares the bridge",
		when: func(a *announcement) bool {
			if !a.colon || !competencyLead().MatchString(a.low) || wishLead().MatchString(a.low) || strings.Contains(a.low, "knowledge") {
				return false
			}
			// "demonstrate that they have:" asks for facts
			return !possessLead().MatchString(a.low) || strings.Contains(a.low, "competenc")
		},
		gives: &lead{zone: zoneCompetency},
	},
	{
		name:    "wishes-announced",
		example: "Of use and a real asset for the work:\n- fluent French;",
		when: func(a *announcement) bool {
			return a.colon && wishLead().MatchString(a.low)
		},
		gives: &lead{zoneDemands, Desirable},
	},
	{
		name:    "demands-announced",
		example: "The candidate should have all of these:\n- a degree in law;",
		when: func(a *announcement) bool {
			return a.colon && mustLead().MatchString(a.low)
		},
		gives: &lead{zoneDemands, Essential},
	},
}

// classInBrackets returns the class that stands in brackets at the end of an announcement, with or without a colon:
// "explain how you meet the following (essential qualifications)"; empty if there is none. low is folded.
func classInBrackets(low string) Class {
	if !strings.HasSuffix(strings.TrimRight(low, " :"), ")") {
		return ""
	}
	m := bracketLead().FindStringSubmatch(low)
	switch {
	case m == nil:
		return ""
	case m[1] != "":
		return Essential
	}
	return Desirable
}
