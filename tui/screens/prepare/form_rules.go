package prepare

// This file asks for the rules: cut line, ties, assessors, reasons, counting policy.

import (
	"strconv"
	"strings"

	"shortlist/model"
	"shortlist/model/requirement"
	"shortlist/tui/kit"
	"shortlist/tui/screens/part"
	"shortlist/tui/widget"
)

// rulesForm asks for the rules beside the criteria.
func rulesForm(p *part.FormPage) {
	r := p.Board.Rules
	cut := ""
	if r.CutLine > 0 {
		cut = strconv.Itoa(r.CutLine)
	}
	var ties []string
	for _, t := range r.TieBreakers {
		ties = append(ties, p.Board.Label(t))
	}
	p.Ask("Rules", "They are sealed with the criteria before the first rating, and printed in every report.",
		func(f *widget.Form) []kit.Effect {
			r.CutLine, r.MinAssessors = f.Int("cut"), f.Int("least")
			r.ReasonsRequired = f.Value("reasons") == yes
			r.Declarations, r.Anonymous = f.Value("declare") == yes, f.Value("anonymous") == yes
			r.TieBreakers, _ = tieBreakers(p.Board, f.Value("ties"))
			r.Policy = policyOf(f, r.Policy)
			return part.SubmitAndClose(model.EditRules{Rules: r}, "Rules kept.")
		},
		widget.Field{
			Name: "cut", Label: "Cut line", Value: cut, Whole: true, Most: 100000, Optional: true,
			Description: "How many candidates the panel means to shortlist; empty is not fixed.",
		},
		widget.Field{
			Name: "least", Label: "Assessors, at least", Value: strconv.Itoa(r.MinAssessors), Whole: true, Least: 1, Most: 16,
			Description: "A candidate with fewer submitted assessments is flagged.",
		},
		yesNo("reasons", "Reasons required", r.ReasonsRequired, "Every rating needs a reason before it can be submitted."),
		yesNo("declare", "Declarations required", r.Declarations, "Members declare a conflict of interest, or none, before a file opens."),
		yesNo("anonymous", "Anonymous", r.Anonymous, model.HiddenWords),
		widget.Field{
			Name: "ties", Label: "Ties broken by", Value: strings.Join(ties, ", "), Check: func(v string) string { _, wrong := tieBreakers(p.Board, v); return wrong },
			Description: "Desirables in order, such as D1, D3. Empty: equal totals share a place. Name and number never break a tie.",
		},
		widget.Field{
			Name: "policy", Label: "Experience counts", Value: presetOf(r.Policy), Options: policyOptions(r.Policy.Named().Name),
			Description: "C on the page chooses every detail, P shows every sentence.",
		},
		widget.Field{
			Name: "military", Label: "Military service", Value: strconv.Itoa(r.Policy.MilitaryMonths), Whole: true, Most: 120,
			Description: "Statutory length in months; 0 leaves it a question.",
			When: func(value func(string) string) bool {
				return preset(value("policy")).Military == requirement.CountStatutory
			},
		},
		yesNo("convert", "Convert languages", r.Policy.LanguageConversion,
			"yes converts between NATO levels and CEFR by the one published table (VI = C2, V = C1, IV = B2, …); no keeps them apart."),
	)
}

// tieBreakers reads labels of desirables; wrong is a sentence if one is not.
func tieBreakers(b *model.View, v string) (ids []model.CriterionID, wrong string) {
	for _, label := range strings.FieldsFunc(v, func(r rune) bool { return r == ',' || r == ' ' || r == ';' }) {
		found := false
		for _, k := range b.Class(model.Desirable) {
			if strings.EqualFold(b.Label(k.ID), label) {
				ids, found = append(ids, k.ID), true
			}
		}
		if !found {
			return nil, label + " is no desirable of this vacancy: type labels such as D1, D3."
		}
	}
	return ids, ""
}

// policyOptions are the presets, and own choices if they are made already.
func policyOptions(now string) []widget.Option {
	var out []widget.Option
	for _, p := range requirement.Presets() {
		out = append(out, widget.Option{Value: p.Name, Label: p.Name, Description: presetWords(p)})
	}
	if now == requirement.OwnPolicy {
		out = append(out, widget.Option{Value: now, Label: now, Description: "As chosen on the page (C)."})
	}
	return out
}

// presetWords is what sets a policy apart.
func presetWords(p requirement.Policy) string {
	switch {
	case p.AfterDegreeOnly:
		return "Paid work after the degree; service and a doctorate up to a limit."
	case p.ProfessionalLevel:
		return "Work at the level of the post, before or after the degree."
	}
	return "Everything a member finds relevant, paid or not, before or after the degree."
}

// preset is the policy of a name; the first if there is none.
func preset(name string) requirement.Policy {
	for _, p := range requirement.Presets() {
		if p.Name == name {
			return p
		}
	}
	return requirement.Presets()[0]
}

func presetOf(p requirement.Policy) string { return p.Named().Name }

// policyOf is the policy the form asks for. A policy of the same name keeps what was changed by hand.
func policyOf(f *widget.Form, was requirement.Policy) requirement.Policy {
	name := f.Value("policy")
	p := preset(name)
	if name == presetOf(was) {
		p = was.Named()
	}
	if name != requirement.OwnPolicy {
		p.MilitaryMonths = f.Int("military")
	}
	p.LanguageConversion = f.Value("convert") == yes
	return p
}
