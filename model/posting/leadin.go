package posting

import (
	"strings"

	"shortlist/model/requirement"
)

// This file recognises lead-ins: the half sentence before a list that says what the list is. "The incumbent must:".

// lead is what a lead-in announces.
type lead struct {
	zone  zone
	class Class
}

// leadOf is what a paragraph announces, nil where it announces nothing. Only what ends with a colon announces a
// list, or a very short line without any end.
func leadOf(text string) *lead {
	if len(text) > 260 || text == "" {
		return nil
	}
	low := strings.TrimRight(requirement.Fold(text), " ")
	colon := strings.HasSuffix(low, ":")
	low = strings.TrimRight(low, " :.-")
	if i := strings.LastIndex(low, ". "); i >= 0 {
		low = low[i+2:] // the announcement is the last sentence
	}
	if i := strings.LastIndexByte(low, '('); i > 0 && strings.HasSuffix(low, ")") {
		low = strings.TrimSpace(low[:i])
	}
	if l := gluedLeads[letters(low)]; l != nil {
		return l
	}
	if l := bracketLead(text); l != nil {
		return l
	}
	if !colon {
		if shortLead().MatchString(low) {
			return &lead{zoneDemands, Essential}
		}
		return nil
	}
	switch {
	case dutyLead().MatchString(low) && !wishLead().MatchString(low):
		return &lead{zone: zoneDuties}
	case competencyLead().MatchString(low) && !wishLead().MatchString(low) && !strings.Contains(low, "knowledge") && (!possessLead().MatchString(low) || strings.Contains(low, "competenc")):
		return &lead{zone: zoneCompetency}
	case wishLead().MatchString(low):
		return &lead{zoneDemands, Desirable}
	case mustLead().MatchString(low):
		return &lead{zoneDemands, Essential}
	}
	return nil
}

// bracketLead reads an announcement whose class stands in brackets at its end, with or without a colon: "explain how
// you meet the following (essential qualifications)".
func bracketLead(text string) *lead {
	m := classInBrackets().FindStringSubmatch(requirement.Fold(text))
	switch {
	case m == nil:
		return nil
	case m[1] != "":
		return &lead{zoneDemands, Essential}
	}
	return &lead{zoneDemands, Desirable}
}
