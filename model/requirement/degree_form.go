package requirement

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"shortlist/model/vocab"
)

// This file puts a requirement of a degree into words, into the sealed line, and into the fields of a form and back.

func degreeWordsOf(r Requirement) string { return degreesInWords(r) + windowWords(r.Within) }

func degreesInWords(r Requirement) string {
	if len(r.Routes) > 0 {
		parts := make([]string, len(r.Routes))
		for i, x := range r.Routes {
			switch {
			case x.Degree == nil:
				parts[i] = monthsInWords(x.Months)
			case x.Months == 0:
				parts[i] = x.Degree.Level.Words()
			default:
				parts[i] = fmt.Sprintf("%s and %s", x.Degree.Level.Words(), monthsInWords(x.Months))
			}
		}
		return strings.Join(parts, ", or ")
	}
	if r.Degree == nil {
		return "no level named"
	}
	s := r.Degree.Level.Words()
	if r.Degree.EquivalentAccepted {
		s += " or equivalent"
	}
	if r.Months > 0 {
		s += fmt.Sprintf(", and %s", monthsInWords(r.Months))
	}
	return s
}

// degreeCovers compares levels only: a field, an equivalent and a preference are for people to judge.
func degreeCovers(have, need Requirement) bool {
	if have.Degree == nil || need.Degree == nil || len(need.Degree.Fields) > 0 || need.Degree.RelevantField || have.Degree.EquivalentAccepted {
		return false
	}
	return need.Degree.Level.EQF() > 0 && have.Degree.Level.EQF() >= need.Degree.Level.EQF()
}

func sealDegree(w *strings.Builder, r *Requirement) { w.WriteString(r.Degree.canonical()) }

func sealRoutes(w *strings.Builder, r *Requirement) {
	for _, x := range r.Routes {
		fmt.Fprintf(w, " route(%s months=%d)", strings.TrimSpace(x.Degree.canonical()), x.Months)
	}
}

func (d *Degree) canonical() string {
	if d == nil {
		return ""
	}
	s := " degree=" + vocab.Wire(d.Level)
	if len(d.Fields) > 0 {
		s += " fields=" + strings.Join(strings.Fields(strings.Join(d.Fields, "|")), "_")
	}
	if d.FieldsPreferred {
		s += " fields-preferred"
	}
	if d.RelevantField {
		s += " relevant-field"
	}
	if d.EquivalentAccepted {
		s += " or-equivalent"
	}
	return s
}

func degreeFields(r Requirement) []Field {
	d := Degree{}
	if r.Degree != nil {
		d = *r.Degree
	}
	levels := []Choice{{Value: "", Label: "not stated"}}
	for _, l := range DegreeLevels() {
		levels = append(levels, Choice{
			Value: vocab.Wire(l), Label: l.Words(),
			Description: fmt.Sprintf("Level %d of the European Qualifications Framework; a higher level covers it.", l.EQF()),
		})
	}
	fields := []Field{
		{Name: "level", Label: "Level", Value: vocab.Wire(d.Level), Choices: levels},
		{Name: "fields", Label: "Fields", Value: strings.Join(d.Fields, "; "), Description: "Of study, as the posting words them, parted by ;"},
		{Name: "field", Label: "Field asked", Value: fieldAnswer(d), Choices: fieldChoices},
		yesNoField("equivalent", "Or equivalent", d.EquivalentAccepted, "Then a missing degree is a question for the panel, not a \"not met\"."),
	}
	fields = append(fields, monthsFields(r.Months)...)
	return append(fields, Field{
		Name: "routes", Label: "Or routes", Value: routesText(r.Routes), Check: routesWrong,
		Description: "Alternatives, any one of which is enough: master + 2 years; bachelor + 4 years. Empty where there is one way only.",
	})
}

func degreeAnswered(answer func(string) string, was Requirement) Requirement {
	r := Requirement{Months: monthsAnswered(answer), Within: was.Within}
	r.Routes, _ = routesTyped(answer("routes"))
	if level := DegreeLevel(answer("level")); level != "" || len(r.Routes) == 0 {
		r.Degree = &Degree{Level: level, Fields: parts(answer("fields")), EquivalentAccepted: answer("equivalent") == AnswerYes}
		field := answer("field")
		r.Degree.RelevantField = field == fieldRelevant || field == fieldBoth
		r.Degree.FieldsPreferred = field == fieldPreferred || field == fieldBoth
	}
	keepRoutes(r.Routes, was.Routes)
	return r
}

// keepRoutes gives every route what the form cannot show of it, such as its fields of study: that of the route from
// before in the same place or, if routes moved, of one with the same level.
func keepRoutes(routes, was []Route) {
	for i := range routes {
		d := routes[i].Degree
		if d == nil {
			continue
		}
		same := func(r Route) bool { return r.Degree != nil && r.Degree.Level == d.Level }
		at := slices.IndexFunc(was, same)
		if i < len(was) && same(was[i]) {
			at = i
		}
		if at >= 0 {
			routes[i].Degree = was[at].Degree
		}
	}
}

// The answers to what a criterion asks of the field of study.
const (
	fieldNamed     = "named"
	fieldPreferred = "preferred"
	fieldRelevant  = "relevant"
	fieldBoth      = "relevant, some preferred"
)

var fieldChoices = []Choice{
	{Value: fieldNamed, Label: "as named", Description: "One of those named; where none is named, any field will do."},
	{Value: fieldPreferred, Label: "preferred only", Description: "Those named are a preference, not a condition."},
	{Value: fieldRelevant, Label: "a relevant one", Description: "Those named are examples; whether a field is relevant the members judge."},
	{Value: fieldBoth, Label: "a relevant one, those named preferred", Description: "A relevant field is a condition, those named are a preference."},
}

// fieldAnswer is the answer that stands for what a degree asks of the field.
func fieldAnswer(d Degree) string {
	switch {
	case d.RelevantField && d.FieldsPreferred:
		return fieldBoth
	case d.RelevantField:
		return fieldRelevant
	case d.FieldsPreferred:
		return fieldPreferred
	}
	return fieldNamed
}

// parts are what stands between semicolons.
func parts(s string) []string {
	var out []string
	for _, p := range strings.Split(s, ";") {
		if p = strings.TrimSpace(p); p != "" {
			out = append(out, p)
		}
	}
	return out
}

// routesText writes routes as the form takes them.
func routesText(routes []Route) string {
	var out []string
	for _, r := range routes {
		var p []string
		if r.Degree != nil {
			p = append(p, vocab.Wire(r.Degree.Level))
		}
		switch {
		case r.Months > 0 && r.Months%12 == 0:
			p = append(p, fmt.Sprintf("%d years", r.Months/12))
		case r.Months > 0:
			p = append(p, fmt.Sprintf("%d months", r.Months))
		}
		out = append(out, strings.Join(p, " + "))
	}
	return strings.Join(out, "; ")
}

var routeTime = lazy(`^(\d{1,3})\s*(years?|y|months?|m)$`)

// routesTyped reads routes as the form takes them; wrong is a sentence if one cannot be read.
func routesTyped(s string) (routes []Route, wrong string) {
	for _, p := range parts(s) {
		var r Route
		for _, x := range strings.Split(p, "+") {
			x = strings.ToLower(strings.TrimSpace(x))
			level := DegreeLevel(x)
			m := routeTime().FindStringSubmatch(x)
			switch {
			case level.EQF() > 0:
				r.Degree = &Degree{Level: level}
			case m != nil:
				n, _ := strconv.Atoi(m[1])
				if strings.HasPrefix(m[2], "y") {
					n *= 12
				}
				r.Months = n
			default:
				return nil, "Write routes like this: master + 2 years; bachelor + 4 years."
			}
		}
		routes = append(routes, r)
	}
	return routes, ""
}

func routesWrong(s string) string {
	_, wrong := routesTyped(s)
	return wrong
}
