package prepare

// This file asks how a criterion is rated: a preset with sentences to change, or an own scale with a number of points.

import (
	"strconv"

	"shortlist/model"
	"shortlist/model/vocab"
	"shortlist/tui/kit"
	"shortlist/tui/screens/part"
	"shortlist/tui/widget"
)

// fieldPoints is the field for the number of points of an own scale.
const fieldPoints = "points"

// scaleForm chooses how a criterion is rated.
func scaleForm(p *part.FormPage) {
	k, label, ok := criterionOf(p)
	if !ok {
		return
	}
	kinds := widget.Field{Name: "kind", Label: "Scale", Value: vocab.Wire(k.Scale.Kind)}
	fields := []widget.Field{}
	for _, kind := range model.ScaleKinds() {
		kinds.Options = append(kinds.Options, widget.Option{Value: vocab.Wire(kind), Label: kind.Words(), Description: kind.Description()})
		scale := kind.Preset(model.GradedScale().Count())
		switch {
		case kind == k.Scale.Kind:
			scale = k.Scale
		case kind == model.OwnScale:
			clear(scale.Points) // which sentence is the last is not known yet
		}
		fields = append(fields, scaleFields(scale)...)
	}
	p.Ask("Scale of "+label, k.Text, func(f *widget.Form) []kit.Effect {
		return part.SubmitAndClose(model.ScaleCriterion{Criterion: k.ID, Scale: scaleOf(f)}, "Scale kept.")
	}, append([]widget.Field{kinds}, fields...)...)
}

// scaleFields ask for what can be changed in a scale: the number of points if it is an own one, the pass mark if it has
// one, and the sentences.
func scaleFields(s model.Scale) []widget.Field {
	is := func(value func(string) string) bool { return value("kind") == vocab.Wire(s.Kind) }
	var fields []widget.Field
	count, asked := s.Count(), s
	if s.Kind == model.OwnScale {
		fields = append(fields, widget.Field{
			Name: fieldPoints, Label: "Points", Value: strconv.Itoa(count), Whole: true, Least: model.LeastPoints, Most: model.MostPoints, When: is,
			Description: "How many points the scale has. The lowest is 1; the key 0 gives 10.",
		})
		asked = s.Kind.Preset(model.MostPoints)
	}
	if least, most := asked.Bounds(); s.Numbered() {
		fields = append(fields, widget.Field{
			Name: passField(s.Kind), Label: "Pass mark", Value: strconv.Itoa(s.Pass), Whole: true, Least: least + 1, Most: most, When: is,
			Description: "The lowest point that counts as met.",
		})
	}
	for i, v := range asked.Values() {
		fields = append(fields, widget.Field{
			Name: pointField(s.Kind, i), Label: v.Words(), Value: pointOf(s, i), Check: part.Required("Each point needs a sentence."),
			Description: "What this point means, so that all members mean the same by it.",
			When:        func(value func(string) string) bool { return is(value) && i < pointsAsked(s.Kind, value, count) },
		})
	}
	return fields
}

// scaleOf is the scale that the answers make.
func scaleOf(f *widget.Form) model.Scale {
	kind := model.ScaleKind(f.Value("kind"))
	scale := kind.Preset(f.Int(fieldPoints))
	if scale.Numbered() {
		scale.Pass = f.Int(passField(kind))
	}
	for i := range scale.Points {
		scale.Points[i] = f.Value(pointField(kind, i))
	}
	return scale
}

// pointsAsked is the number of sentences that a scale asks for; what is no number of points counts as count.
func pointsAsked(kind model.ScaleKind, value func(string) string, count int) int {
	if n, err := strconv.Atoi(value(fieldPoints)); kind == model.OwnScale && err == nil {
		return n
	}
	return count
}

func passField(k model.ScaleKind) string { return "pass-" + vocab.Wire(k) }

func pointField(k model.ScaleKind, i int) string { return vocab.Wire(k) + "-" + strconv.Itoa(i) }

func pointOf(s model.Scale, i int) string {
	if i < len(s.Points) {
		return s.Points[i]
	}
	return ""
}
