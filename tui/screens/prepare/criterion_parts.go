package prepare

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"shortlist/model/requirement"
	"shortlist/tui/widget"
)

// This file turns the answers of the criterion form into a requirement, and back.

// requirementOf is the requirement a form asks for. Where no answer was changed it is the one from before, with all that
// the form cannot show.
func requirementOf(f *widget.Form, was requirement.Requirement) requirement.Requirement {
	if untouched(f, was) {
		return was
	}
	r := requirement.Requirement{Kind: requirement.Kind(f.Value("kind"))}
	switch r.Kind {
	case requirement.KindDegree:
		r.Months = 12*f.Int("years") + f.Int("months")
		r.Routes, _ = routesOf(f.Value("routes"))
		if level := requirement.DegreeLevel(f.Value("level")); level != "" || len(r.Routes) == 0 {
			r.Degree = &requirement.Degree{Level: level, Fields: parts(f.Value("fields")), EquivalentAccepted: f.Value("equivalent") == yes}
			askField(r.Degree, f.Value("field"))
		}
		keepRoutes(r.Routes, was.Routes)
	case requirement.KindExperience:
		r.Months = 12*f.Int("years") + f.Int("months")
	case requirement.KindLanguage:
		r.Languages = languagesOf(f)
	case requirement.KindClearance:
		r.Clearance = requirement.ClearanceLevel(strings.ToUpper(f.Value("clearance")))
	case requirement.KindNationality:
		r.Nations = codes(f.Value("nations"))
	}
	return r
}

// keepRoutes gives every route what the form cannot show of it, such as its fields of study: that of the route from
// before in the same place or, if routes moved, of one with the same level.
func keepRoutes(routes, was []requirement.Route) {
	for i := range routes {
		d := routes[i].Degree
		if d == nil {
			continue
		}
		same := func(r requirement.Route) bool { return r.Degree != nil && r.Degree.Level == d.Level }
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

func fieldOptions() []widget.Option {
	return []widget.Option{
		{Value: fieldNamed, Words: "as named", Says: "One of those named; where none is named, any field will do."},
		{Value: fieldPreferred, Words: "preferred only", Says: "Those named are a preference, not a condition."},
		{Value: fieldRelevant, Words: "a relevant one", Says: "Those named are examples; whether a field is relevant the members judge."},
		{Value: fieldBoth, Words: "a relevant one, those named preferred", Says: "A relevant field is a condition, those named are a preference."},
	}
}

// fieldAsked is the answer that stands for what a degree asks of the field.
func fieldAsked(d requirement.Degree) string {
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

func askField(d *requirement.Degree, answer string) {
	d.RelevantField = answer == fieldRelevant || answer == fieldBoth
	d.FieldsPreferred = answer == fieldPreferred || answer == fieldBoth
}

// untouched reports whether the answers are those that the form began with.
func untouched(f *widget.Form, was requirement.Requirement) bool {
	for _, x := range requirementFields(was) {
		asked := x.When == nil || x.When(func(string) string { return string(was.Kind) })
		if asked && f.Value(x.Name) != strings.TrimSpace(x.Value) {
			return false
		}
	}
	return true
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

func codes(s string) []string {
	return strings.FieldsFunc(strings.ToUpper(s), func(r rune) bool { return r == ',' || r == ';' || r == ' ' })
}

func nationCodes(s string) string {
	for _, c := range codes(s) {
		if len(c) != 3 {
			return "Type codes of three letters such as BEL, FRA."
		}
	}
	return ""
}

// languageSlot is a language the form asks a level of.
type languageSlot struct {
	name, label, says string
	language          string
	role              requirement.Role
}

func languageSlots() []languageSlot {
	return []languageSlot{
		{"one", "In one", "Level asked in one of English and French, whichever it is; empty where none is.", "either", requirement.RoleOne},
		{"second", "In the other", "Level asked in the other of the two.", "either", requirement.RoleOther},
		{"en", "English", "Level asked of English itself.", "en", requirement.RoleFixed},
		{"fr", "French", "Level asked of French itself.", "fr", requirement.RoleFixed},
		{"more", "Another", "A language and its level: Dutch III.", "other", requirement.RoleFixed},
	}
}

func (s languageSlot) fits(l requirement.LanguageLevel) bool {
	return l.Language == s.language && (l.Role == s.role || s.language != "either")
}

func (s languageSlot) show(l requirement.LanguageLevel) string {
	if s.language == "other" {
		return strings.TrimSpace(l.Name + " " + l.Level)
	}
	return l.Level
}

func languagesOf(f *widget.Form) []requirement.LanguageLevel {
	var out []requirement.LanguageLevel
	scale := requirement.Scale(f.Value("scale"))
	for _, s := range languageSlots() {
		v := f.Value(s.name)
		if v == "" {
			continue
		}
		l := requirement.LanguageLevel{Language: s.language, Scale: scale, Level: v, Role: s.role}
		if s.language == "other" {
			words := strings.Fields(v)
			l.Level, l.Name = words[len(words)-1], strings.Join(words[:len(words)-1], " ")
		}
		if scale != requirement.ScaleWords {
			l.Level = strings.ToUpper(l.Level)
		}
		out = append(out, l)
	}
	return out
}

// routesText writes routes as the form takes them.
func routesText(routes []requirement.Route) string {
	var out []string
	for _, r := range routes {
		var p []string
		if r.Degree != nil {
			p = append(p, string(r.Degree.Level))
		}
		switch {
		case r.Months > 0 && r.Months%12 == 0:
			p = append(p, strconv.Itoa(r.Months/12)+" years")
		case r.Months > 0:
			p = append(p, strconv.Itoa(r.Months)+" months")
		}
		out = append(out, strings.Join(p, " + "))
	}
	return strings.Join(out, "; ")
}

var routeTime = regexp.MustCompile(`^(\d{1,3})\s*(years?|y|months?|m)$`)

// routesOf reads routes; wrong is a sentence if one cannot be read.
func routesOf(s string) (routes []requirement.Route, wrong string) {
	for _, p := range parts(s) {
		var r requirement.Route
		for _, x := range strings.Split(p, "+") {
			x = strings.ToLower(strings.TrimSpace(x))
			level := requirement.DegreeLevel(x)
			m := routeTime.FindStringSubmatch(x)
			switch {
			case level.EQF() > 0:
				r.Degree = &requirement.Degree{Level: level}
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
	_, wrong := routesOf(s)
	return wrong
}
