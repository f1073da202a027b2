package prepare

// This file asks how experience is counted: a preset, and every choice of it with its source. It is sealed with the
// rules.

import (
	"strconv"

	"shortlist/model"
	"shortlist/model/requirement"
	"shortlist/model/vocab"
	"shortlist/tui/kit"
	"shortlist/tui/screens/part"
	"shortlist/tui/widget"
)

// countingForm asks for the counting policy.
func countingForm(p *part.FormPage) {
	r := p.Board.Rules
	was := r.Policy.Named()
	text := "What time counts as experience. It is sealed with the rules and printed with every figure; whether a job is relevant stays each member's judgement."
	p.Ask("How experience is counted", text, func(f *widget.Form) []kit.Effect {
		r.Policy = countingOf(f)
		if wrong := r.Policy.Problems(); len(wrong) > 0 {
			f.Wrong("months", wrong[0])
			return nil
		}
		return part.SubmitAndClose(model.EditRules{Rules: r}, "Counted by: "+r.Policy.Name+". The findings are worked out anew.")
	}, countingFields(was)...)
	p.Changed = followPreset(was)
}

// countingFields ask for every choice.
func countingFields(p requirement.Policy) []widget.Field {
	presets := append(policyOptions(""), widget.Option{Value: requirement.OwnPolicy, Label: requirement.OwnPolicy, Description: "As chosen below."})
	fields := []widget.Field{{Name: "policy", Label: "Counted by", Value: p.Name, Options: presets, Description: "Fills in what follows; each can be changed."}}
	for _, s := range requirement.PolicySources() {
		fields = append(fields, widget.Field{Name: s.Choice, Label: s.Label, Description: s.Says, Value: choiceOf(p, s.Choice), Options: choiceOptions(s.Choice)})
		if s.Choice == requirement.ChoiceMilitary {
			fields = append(fields, widget.Field{
				Name: "months", Label: "Statutory length", Value: strconv.Itoa(p.MilitaryMonths), Whole: true, Most: 120,
				Description: "In months; 0 is not set, and makes military service a question.",
				When: func(value func(string) string) bool {
					return value(requirement.ChoiceMilitary) == vocab.Wire(requirement.CountStatutory)
				},
			})
		}
	}
	return fields
}

// choiceOptions are the answers to a choice.
func choiceOptions(choice string) []widget.Option {
	all := widget.Option{Value: vocab.Wire(requirement.CountAll), Label: "counts, paid or not"}
	none := widget.Option{Value: vocab.Wire(requirement.CountNone), Label: "does not count"}
	paid := widget.Option{Value: vocab.Wire(requirement.CountPaid), Label: "counts if paid"}
	switch choice {
	case requirement.ChoiceMilitary:
		all.Label = "counts in full"
		return []widget.Option{all, {Value: vocab.Wire(requirement.CountStatutory), Label: "up to its statutory length"}, none}
	case requirement.ChoiceDoctorate:
		all.Label = "at most 3 years"
		return []widget.Option{all, {Value: vocab.Wire(requirement.CountCompleted), Label: "at most 3 years, if completed"}, none}
	case requirement.ChoiceAfterDegree, requirement.ChoiceLevel, requirement.ChoiceConversion:
		return []widget.Option{{Value: no, Label: no}, {Value: yes, Label: yes}}
	}
	return []widget.Option{all, paid, none}
}

// choiceOf is what a policy says to a choice.
func choiceOf(p requirement.Policy, choice string) string {
	said := func(b bool) string {
		if b {
			return yes
		}
		return no
	}
	count := requirement.CountAll
	switch choice {
	case requirement.ChoiceAfterDegree:
		return said(p.AfterDegreeOnly)
	case requirement.ChoiceLevel:
		return said(p.ProfessionalLevel)
	case requirement.ChoiceConversion:
		return said(p.LanguageConversion)
	case requirement.ChoiceEmployment:
		count = p.Employment
	case requirement.ChoiceInternships:
		count = p.Internships
	case requirement.ChoiceVolunteering:
		count = p.Volunteering
	case requirement.ChoiceMilitary:
		count = p.Military
	case requirement.ChoiceDoctorate:
		count = p.Doctorate
	}
	if count == "" {
		count = requirement.CountAll
	}
	return vocab.Wire(count)
}

// countingOf is the policy that the form asks for.
func countingOf(f *widget.Form) requirement.Policy {
	count := func(choice string) requirement.Count { return requirement.Count(f.Value(choice)) }
	return requirement.Policy{
		AfterDegreeOnly:    f.Value(requirement.ChoiceAfterDegree) == yes,
		Employment:         count(requirement.ChoiceEmployment),
		Internships:        count(requirement.ChoiceInternships),
		Volunteering:       count(requirement.ChoiceVolunteering),
		Military:           count(requirement.ChoiceMilitary),
		MilitaryMonths:     f.Int("months"),
		Doctorate:          count(requirement.ChoiceDoctorate),
		ProfessionalLevel:  f.Value(requirement.ChoiceLevel) == yes,
		LanguageConversion: f.Value(requirement.ChoiceConversion) == yes,
	}.Named()
}

// followPreset fills in the choices of a preset that was chosen, and names the preset that choices come to. The length
// of service and the conversion of languages stay.
func followPreset(was requirement.Policy) func(*widget.Form) {
	name := was.Name
	return func(f *widget.Form) {
		now := countingOf(f)
		if chosen := f.Value("policy"); chosen != name && chosen != requirement.OwnPolicy {
			p := preset(chosen)
			p.LanguageConversion = now.LanguageConversion
			for _, s := range requirement.PolicySources() {
				f.Set(s.Choice, choiceOf(p, s.Choice))
			}
			name = chosen
			return
		}
		name = now.Name
		f.Set("policy", name)
	}
}

// countingSources says where the choices of a policy are published.
func countingSources(b *model.View) string {
	text := "\nCounted by: " + b.Rules.Policy.Named().Name + ". Before sealing, C on the page changes it.\n\nWHERE THE CHOICES COME FROM\n\n"
	for _, s := range requirement.PolicySources() {
		text += "- " + s.Label + ": " + s.Says + "\n"
	}
	return text
}
