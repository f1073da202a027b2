package prepare

// This file asks what a criterion is about: its words, its kind, and what that kind asks for. Which fields there are and
// how answers become a requirement is said by the kinds.

import (
	"slices"
	"strings"

	"shortlist/model"
	"shortlist/model/requirement"
	"shortlist/model/vocab"
	"shortlist/tui/kit"
	"shortlist/tui/screens/part"
	"shortlist/tui/widget"
)

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
		{Name: "class", Label: "List", Value: vocab.Wire(k.Class), When: adding, Options: []widget.Option{
			{Value: vocab.Wire(model.Essential), Label: model.Essential.Words(), Description: "Must be met whatever the total."},
			{Value: vocab.Wire(model.Desirable), Label: model.Desirable.Words(), Description: "Ranks those who pass."},
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

// requirementFields ask for a requirement: the kind, then what each kind asks for, as its row says.
func requirementFields(r requirement.Requirement) []widget.Field {
	if r.Kind == "" {
		r.Kind = requirement.KindOther
	}
	kinds := map[string][]requirement.Kind{} // that ask for a field, by its name
	fields := []widget.Field{{Name: "kind", Label: "Kind", Value: vocab.Wire(r.Kind), Options: kindOptions()}}
	for _, k := range requirement.Kinds() {
		for _, x := range k.Fields(r) {
			if kinds[x.Name] == nil {
				fields = append(fields, fieldOf(x, func() []requirement.Kind { return kinds[x.Name] }))
			}
			kinds[x.Name] = append(kinds[x.Name], k)
		}
	}
	return fields
}

// fieldOf is a field of a form that is asked if the kind is one of several.
func fieldOf(x requirement.Field, kinds func() []requirement.Kind) widget.Field {
	f := widget.Field{
		Name: x.Name, Label: x.Label, Value: x.Value, Description: x.Description, Whole: x.Whole, Most: x.Most, Optional: x.Optional, Check: x.Check,
		When: func(value func(string) string) bool { return slices.Contains(kinds(), requirement.Kind(value("kind"))) },
	}
	for _, c := range x.Choices {
		f.Options = append(f.Options, widget.Option(c))
	}
	return f
}

func kindOptions() []widget.Option {
	var out []widget.Option
	for _, k := range requirement.Kinds() {
		out = append(out, widget.Option{Value: vocab.Wire(k), Label: k.Words(), Description: k.Settled()})
	}
	return out
}

// requirementOf is the requirement a form asks for. If no answer was changed it is the one from before, with all that
// the form cannot show.
func requirementOf(f *widget.Form, was requirement.Requirement) requirement.Requirement {
	if untouched(f, was) {
		return was
	}
	return requirement.Kind(f.Value("kind")).Answered(f.Value, was)
}

// untouched returns true if the answers are those that the form began with.
func untouched(f *widget.Form, was requirement.Requirement) bool {
	for _, x := range requirementFields(was) {
		asked := x.When == nil || x.When(func(string) string { return vocab.Wire(was.Kind) })
		if asked && f.Value(x.Name) != strings.TrimSpace(x.Value) {
			return false
		}
	}
	return true
}
