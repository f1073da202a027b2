package prepare

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"shortlist/model"
	"shortlist/model/requirement"
	"shortlist/tui/kit"
	"shortlist/tui/screens/part"
	"shortlist/tui/widget"
)

// This file asks what a criterion is about: its words, its kind, and the years, levels and fields of that kind. How
// answers become a requirement is in criterion_parts.go.

// The forms of a vacancy. "condition G1" and "competency 2" change one that is there, "header grade" goes to a field.
const (
	formCriterion  = ""       // what a criterion asks for; a new one if the route names none
	formWeight     = "weight" // of a criterion
	formScale      = "scale"  // of a criterion
	formHeader     = "header" // of the vacancy
	formRules      = "rules"
	formCounting   = "counting"
	formCondition  = "condition"
	formCompetency = "competency"
)

// Forms lists the forms of a vacancy. A new form is one line here and one function.
func Forms() []part.FormMaker {
	return []part.FormMaker{
		{Path: formCriterion, Fill: criterionForm},
		{Path: formWeight, Fill: weightForm},
		{Path: formScale, Fill: scaleForm},
		{Path: formHeader, Fill: headerForm},
		{Path: formRules, Fill: rulesForm},
		{Path: formCounting, Fill: countingForm},
		{Path: formCondition, Fill: conditionForm},
		{Path: formCompetency, Fill: competencyForm},
	}
}

// NewCriterion shows one of the forms, or fast entry: the path says which.
func NewCriterion(forms []part.FormMaker) func(*kit.Env, kit.Route) kit.Screen {
	return func(env *kit.Env, r kit.Route) kit.Screen {
		if r.Path == formList {
			return newEntry(env, r)
		}
		return part.NewForm(env, r, forms)
	}
}

// criterionForm adds a criterion, or changes what one asks for.
func criterionForm(p *part.FormPage) {
	k, label, ok := criterionOf(p)
	switch {
	case !ok && p.Route.Criterion != 0:
		return
	case !ok:
		k.Class = p.Route.Class
		if k.Class == "" {
			k.Class = model.Essential
		}
	}
	title, text := "What "+label+" asks for", k.Text
	if !ok {
		title, text = "New criterion", "The kind, the years and the levels follow from the words as you type them; correct what is read wrongly."
	}
	adding := func(func(string) string) bool { return !ok }
	fields := []widget.Field{
		{
			Name: "words", Label: "Words", Value: k.Text, Check: part.Required("Type what the posting asks for."), When: adding,
			Description: "In the posting's own words, as far as you can.",
		},
		{Name: "class", Label: "List", Value: string(k.Class), When: adding, Options: []widget.Option{
			{Value: string(model.Essential), Label: "essential", Description: "Must be met whatever the total."},
			{Value: string(model.Desirable), Label: "desirable", Description: "Ranks those who pass."},
		}},
	}
	p.Ask(title, text, func(f *widget.Form) []kit.Effect {
		r := requirementOf(f, k.Requirement)
		if ok {
			return part.SubmitAndClose(model.EditCriterion{Criterion: k.ID, Text: k.Text, Requirement: r}, label+" asks for "+requirement.Sentence(r)+" now.")
		}
		return part.SubmitAndClose(model.AddCriterion{Criterion: model.Criterion{
			Class: model.Class(f.Value("class")), Text: f.Value("words"), Requirement: r, Added: true,
		}}, "Added.")
	}, append(fields, requirementFields(k.Requirement)...)...)
	if !ok {
		p.Changed = readWords(&k.Requirement)
	}
}

// readWords fills in the kind and its parts from the words whenever they change. last is what was read.
func readWords(last *requirement.Requirement) func(*widget.Form) {
	was := ""
	return func(f *widget.Form) {
		words := f.Value("words")
		if words == was {
			return
		}
		was = words
		*last = requirement.Parse(words)
		for _, x := range requirementFields(*last) {
			f.Set(x.Name, x.Value)
		}
	}
}

// requirementFields ask for a requirement: the kind, then what belongs to it.
func requirementFields(r requirement.Requirement) []widget.Field {
	if r.Kind == "" {
		r.Kind = requirement.KindOther
	}
	fields := []widget.Field{{Name: "kind", Label: "Kind", Value: string(r.Kind), Options: kindOptions()}}
	fields = append(fields, degreeFields(r)...)
	fields = append(fields, languageFields(r.Languages)...)
	return append(fields,
		widget.Field{
			Name: "clearance", Label: "Clearance", Value: string(r.Clearance), When: ofKind(requirement.KindClearance),
			Description: "NR, NC, NS, CTS, CTS-A (ATOMAL), CTS-B (BOHEMIA), or a national level as written; empty where none is stated.",
		},
		widget.Field{
			Name: "nations", Label: "Nationalities", Value: strings.Join(r.Nations, ", "), When: ofKind(requirement.KindNationality), Check: nationCodes,
			Description: "Codes of three letters such as BEL, FRA; empty is every member of NATO.",
		},
	)
}

func kindOptions() []widget.Option {
	out := part.OptionsOf(requirement.Kinds())
	for i, k := range requirement.Kinds() {
		out[i].Description = "Judged by the members."
		if k.Factual() {
			out[i].Description = "Compared with the facts in the candidate's file."
		}
		if k == requirement.KindAvailability {
			out[i].Description = "Confirmed by the candidate; the file cannot show it."
		}
	}
	return out
}

// ofKind asks a field for some kinds only.
func ofKind(kinds ...requirement.Kind) func(func(string) string) bool {
	return func(value func(string) string) bool { return slices.Contains(kinds, requirement.Kind(value("kind"))) }
}

func degreeFields(r requirement.Requirement) []widget.Field {
	d := requirement.Degree{}
	if r.Degree != nil {
		d = *r.Degree
	}
	years, months := "", ""
	if r.Months > 0 {
		years, months = strconv.Itoa(r.Months/12), strconv.Itoa(r.Months%12)
	}
	levels := append([]widget.Option{{Value: "", Label: "not stated"}}, part.OptionsOf(requirement.DegreeLevels())...)
	for i, l := range requirement.DegreeLevels() {
		levels[i+1].Description = fmt.Sprintf("Level %d of the European Qualifications Framework; a higher level covers it.", l.EQF())
	}
	degree := ofKind(requirement.KindDegree)
	return []widget.Field{
		{Name: "level", Label: "Level", Value: string(d.Level), Options: levels, When: degree},
		{Name: "fields", Label: "Fields", Value: strings.Join(d.Fields, "; "), When: degree, Description: "Of study, as the posting words them, parted by ;"},
		{Name: "field", Label: "Field asked", Value: fieldAsked(d), Options: fieldOptions(), When: degree},
		yesNoWhen("equivalent", "Or equivalent", d.EquivalentAccepted, "Then a missing degree is a question for the panel, not a \"not met\".", degree),
		{
			Name: "years", Label: "Years", Value: years, Whole: true, Most: 60, Optional: true, When: ofKind(requirement.KindExperience, requirement.KindDegree),
			Description: "Asked of everybody; empty where no number is stated.",
		},
		{Name: "months", Label: "and months", Value: months, Whole: true, Most: 11, Optional: true, When: ofKind(requirement.KindExperience, requirement.KindDegree)},
		{
			Name: "routes", Label: "Or routes", Value: routesText(r.Routes), Check: routesWrong, When: degree,
			Description: "Alternatives, any one of which is enough: master + 2 years; bachelor + 4 years. Empty where there is one way only.",
		},
	}
}

func yesNoWhen(name, label string, value bool, says string, when func(func(string) string) bool) widget.Field {
	f := yesNo(name, label, value, says)
	f.When = when
	return f
}

func languageFields(levels []requirement.LanguageLevel) []widget.Field {
	scale := requirement.ScaleNATO
	if len(levels) > 0 {
		scale = levels[0].Scale
	}
	fields := []widget.Field{{Name: "scale", Label: "Scale", Value: string(scale), When: ofKind(requirement.KindLanguage), Options: []widget.Option{
		{Value: string(requirement.ScaleNATO), Label: "NATO levels I–VI"},
		{Value: string(requirement.ScaleCEFR), Label: "CEFR A1–C2"},
		{Value: string(requirement.ScaleSLP), Label: "STANAG 6001 profile", Description: "Listening, speaking, reading, writing: 3333."},
		{Value: string(requirement.ScaleWords), Label: "words", Description: "Such as fluent."},
	}}}
	for _, s := range languageSlots() {
		f := widget.Field{Name: s.name, Label: s.label, Description: s.says, When: ofKind(requirement.KindLanguage)}
		for _, l := range levels {
			if s.fits(l) && f.Value == "" {
				f.Value = s.show(l)
			}
		}
		fields = append(fields, f)
	}
	return fields
}
