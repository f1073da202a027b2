package requirement

import "fmt"

// This file says for every choice of a counting policy what it means and where the rule is published.

// The names of the choices.
const (
	ChoiceAfterDegree  = "after degree"
	ChoiceEmployment   = "employment"
	ChoiceInternships  = "internships"
	ChoiceVolunteering = "volunteering"
	ChoiceMilitary     = "military"
	ChoiceDoctorate    = "doctorate"
	ChoiceLevel        = "professional level"
	ChoiceConversion   = "language conversion"
)

const (
	sourceEPSO = "https://eu-careers.europa.eu/en/help/faq/7433"
	sourceUN   = "UN Secretariat, staff selection system, annex I (https://www.manula.com/manuals/united-nation-dos-cdots/staff-selection-system)"
)

// PolicySource is one choice of a counting policy: who does it how, and where that is published.
type PolicySource struct {
	Choice string
	Label  string
	Says   string // a sentence with its source
}

// PolicySources lists the choices.
func PolicySources() []PolicySource {
	return []PolicySource{
		{ChoiceAfterDegree, "Only after the degree", fmt.Sprintf("EU selections count from the day after the diploma that gives access (%s); the UN counts work before the degree as well (%s). No rule of NATO was found.", sourceEPSO, sourceUN)},
		{ChoiceEmployment, "Employment", fmt.Sprintf("EU selections ask for paid, genuine and effective work (%s).", sourceEPSO)},
		{ChoiceInternships, "Internships", fmt.Sprintf("EU selections count traineeships only if paid (%s).", sourceEPSO)},
		{ChoiceVolunteering, "Voluntary work", fmt.Sprintf("EU selections count voluntary work only if compensated (%s, https://epso.europa.eu/en/help/faq/13684).", sourceEPSO)},
		{ChoiceMilitary, "Military service", fmt.Sprintf("EU selections count compulsory service, before or after the diploma, up to its statutory length (%s).", sourceEPSO)},
		{ChoiceDoctorate, "Doctorate", fmt.Sprintf("EU selections count a completed doctorate, even unpaid, for at most 3 years (%s).", sourceEPSO)},
		{ChoiceLevel, "Professional level", fmt.Sprintf("The UN counts only experience at professional level for professional posts (%s).", sourceUN)},
		{ChoiceConversion, "Language scales", "The one published table between NATO levels and CEFR is that of the NATO International Staff, 2013 (VI = C2, V = C1, IV = B2)."},
	}
}

// OwnPolicy is the name of a policy that is none of the presets.
const OwnPolicy = "own choices"

// Named gives the policy the name of the preset that makes the same choices, else OwnPolicy. The statutory length of
// service and the conversion of languages are set beside a preset.
func (p Policy) Named() Policy {
	for _, x := range Presets() {
		x.MilitaryMonths, x.LanguageConversion = p.MilitaryMonths, p.LanguageConversion
		p.Name = x.Name
		if x.Canonical() == p.Canonical() {
			return p
		}
	}
	p.Name = OwnPolicy
	return p
}
