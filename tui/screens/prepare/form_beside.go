package prepare

// This file holds the forms for what stands beside the criteria: conditions of eligibility and competencies.

import (
	"fmt"
	"strconv"
	"strings"

	"shortlist/model"
	"shortlist/model/requirement"
	"shortlist/model/vocab"
	"shortlist/tui/kit"
	"shortlist/tui/screens/part"
	"shortlist/tui/widget"
)

// The kinds of a condition of eligibility.
const (
	conditionNationality = "nationality"
	conditionDocument    = "document"
	conditionClearance   = "clearance"
)

// conditionWords is what the program makes of a condition.
func conditionWords(g model.Eligibility) string {
	if g.Requirement.Kind.HasFinding() {
		return requirement.Sentence(g.Requirement)
	}
	return g.Kind
}

// nextCondition is a label no condition has.
func nextCondition(v model.Vacancy) string {
	most := 0
	for _, g := range v.Eligibility {
		n, _ := strconv.Atoi(strings.TrimPrefix(g.ID, "G"))
		most = max(most, n)
	}
	return fmt.Sprintf("G%d", most+1)
}

// conditionForm corrects a condition of eligibility, or adds one if the route names none.
func conditionForm(p *part.FormPage) {
	v := p.Board.Vacancy
	_, id, _ := strings.Cut(p.Route.Path, " ")
	at := len(v.Eligibility)
	g := model.Eligibility{ID: nextCondition(v), Kind: conditionDocument}
	title := "New condition of eligibility"
	if id != "" {
		for at = 0; at < len(v.Eligibility) && v.Eligibility[at].ID != id; at++ {
		}
		if at == len(v.Eligibility) {
			return
		}
		g = v.Eligibility[at]
		title = "Condition " + g.ID
	}
	p.Ask(title, "A condition stands outside the criteria: it is checked, never rated.", func(f *widget.Form) []kit.Effect {
		g.Kind, g.Text = f.Value("kind"), f.Value("words")
		g.Requirement = conditionOf(f)
		v.Eligibility = append([]model.Eligibility(nil), v.Eligibility...)
		step := model.VacancyStep{Kind: model.StepConditionCorrected, Subject: g.ID}
		if at == len(v.Eligibility) {
			v.Eligibility, step.Kind = append(v.Eligibility, g), model.StepConditionAdded
		} else {
			v.Eligibility[at] = g
		}
		return part.SubmitAndClose(model.EditVacancy{Vacancy: v, Step: step}, g.ID+" kept.")
	},
		widget.Field{Name: "words", Label: "Words", Value: g.Text, Check: part.Required("Type what the posting asks for."), Description: "In the posting's own words, as far as you can."},
		widget.Field{Name: "kind", Label: "About", Value: g.Kind, Options: []widget.Option{
			{Value: conditionNationality, Label: "nationality"},
			{Value: conditionDocument, Label: "document", Description: "Something to hand in, or anything else."},
			{Value: conditionClearance, Label: "clearance", Description: "Held already on the closing date."},
		}},
		widget.Field{
			Name: "nations", Label: "Nationalities", Value: strings.Join(g.Requirement.Nations, ", "), When: about(conditionNationality), Check: requirement.NationCodesWrong,
			Description: "Codes of three letters such as BEL, FRA; empty is every member of NATO.",
		},
		widget.Field{
			Name: "level", Label: "Clearance", Value: vocab.Wire(g.Requirement.Clearance), When: about(conditionClearance),
			Description: "NR, NC, NS, CTS, CTS-A (ATOMAL) or CTS-B (BOHEMIA); empty where no level is stated.",
		},
	)
}

func about(kind string) func(func(string) string) bool {
	return func(value func(string) string) bool { return value("kind") == kind }
}

func conditionOf(f *widget.Form) requirement.Requirement {
	switch f.Value("kind") {
	case conditionNationality:
		return requirement.Requirement{Kind: requirement.KindNationality, Nations: requirement.NationCodes(f.Value("nations"))}
	case conditionClearance:
		return requirement.Requirement{Kind: requirement.KindClearance, Clearance: requirement.ClearanceLevel(strings.ToUpper(f.Value("level")))}
	}
	return requirement.Requirement{Kind: requirement.KindOther}
}

// competencyForm corrects a competency, or adds one if the route names none: by its place in the list, from 1.
func competencyForm(p *part.FormPage) {
	v := p.Board.Vacancy
	_, place, _ := strings.Cut(p.Route.Path, " ")
	at := len(v.Competencies)
	c, title := model.Competency{}, "New competency"
	if place != "" {
		n, _ := strconv.Atoi(place)
		if at = n - 1; at < 0 || at >= len(v.Competencies) {
			return
		}
		c, title = v.Competencies[at], fmt.Sprintf("Competency C%d", n)
	}
	p.Ask(title, "Competencies are assessed at interview: listed here, not rated.", func(f *widget.Form) []kit.Effect {
		c.Name, c.Phrase = f.Value("name"), f.Value("phrase")
		v.Competencies = append([]model.Competency(nil), v.Competencies...)
		step := model.VacancyStep{Kind: model.StepCompetencyCorrected, Subject: c.Name}
		if at == len(v.Competencies) {
			v.Competencies, step.Kind = append(v.Competencies, c), model.StepCompetencyAdded
		} else {
			v.Competencies[at] = c
		}
		return part.SubmitAndClose(model.EditVacancy{Vacancy: v, Step: step}, "Competency kept.")
	},
		widget.Field{Name: "name", Label: "Name", Value: c.Name, Check: part.Required("A competency needs a name.")},
		widget.Field{Name: "phrase", Label: "What it means", Value: c.Phrase, Description: "As the posting puts it; may be empty."},
	)
}
