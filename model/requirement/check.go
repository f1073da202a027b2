package requirement

import "fmt"

// This file holds the entry to the checks and how findings on parts are joined; each kind has a file of its own.

// Context is what a check needs beside the requirement and the facts.
type Context struct {
	// ClosingDate is the cut-off of everything; zero while the vacancy has none.
	ClosingDate Date
	Policy      Policy
	// Ticked are the indices of the jobs that count for this criterion in the member's judgement; nil while the
	// member has not ticked any, empty when the member found that none counts.
	Ticked []int
	// ClearanceMode is what the posting demands of a clearance, and when.
	ClearanceMode ClearanceMode
	// Degree is the degree the vacancy asks for, used if only experience after it counts; empty is a university
	// degree.
	Degree DegreeLevel
	within int // the window of the requirement, in months
}

// Check compares one requirement with the facts of one candidate. The finding is a proposal for a person.
func Check(r Requirement, f Facts, c Context) Finding { return check(r, f, c).sentences() }

func check(r Requirement, f Facts, c Context) Finding {
	row := r.Kind.row()
	if row.check == nil {
		return Finding{Why: row.judged}
	}
	return row.check(r, f, c)
}

// checkRoutes checks degree and experience, in one way or in alternatives any one of which is enough.
func checkRoutes(r Requirement, f Facts, c Context) Finding {
	c.within = r.Within
	if len(r.Routes) == 0 {
		return checkRoute(r.Kind, Route{Degree: r.Degree, Months: r.Months}, f, c)
	}
	var out Finding
	for i, route := range r.Routes {
		route.Months = max(route.Months, r.Months)
		route.Degree = degreeOfRoute(route.Degree, r.Degree)
		one := checkRoute("", route, f, c)
		if len(r.Routes) > 1 {
			one.Why = fmt.Sprintf("Route %s: %s", string(rune('A'+i%26)), one.Why)
		}
		if i == 0 {
			out = one
			continue
		}
		out = joinFindings(out, one, eitherVerdict(out.Verdict, one.Verdict), "; or ")
	}
	return out
}

// degreeOfRoute gives the degree of a route the field and the equivalent that the criterion states for all routes.
func degreeOfRoute(route, all *Degree) *Degree {
	if route == nil || all == nil || len(all.Fields) == 0 && !all.EquivalentAccepted && !all.RelevantField {
		return route
	}
	out := *route
	if len(out.Fields) == 0 {
		out.Fields, out.FieldsPreferred = all.Fields, all.FieldsPreferred
	}
	out.RelevantField = out.RelevantField || all.RelevantField
	out.EquivalentAccepted = out.EquivalentAccepted || all.EquivalentAccepted
	return &out
}

func checkRoute(kind Kind, route Route, f Facts, c Context) Finding {
	degree := route.Degree != nil || kind == KindDegree
	experience := route.Months > 0 || kind == KindExperience
	switch {
	case degree && experience:
		if route.Degree == nil {
			return checkExperience(route.Months, f, c)
		}
		a, b := checkDegree(route.Degree, f, c), checkExperience(route.Months, f, c)
		b.Why = lowerFirst(b.Why)
		return joinFindings(a, b, bothVerdict(a.Verdict, b.Verdict), "; and ")
	case degree:
		return checkDegree(route.Degree, f, c)
	case experience:
		return checkExperience(route.Months, f, c)
	}
	return Finding{Verdict: statedOr(len(f.Education) + len(f.Jobs)), Why: "The route states neither a degree nor a number of years"}
}

// joinFindings joins the findings on two parts. If both parts have figures of one kind, those of the part that decided
// the verdict stay.
func joinFindings(a, b Finding, v Verdict, word string) Finding {
	first, second := a, b
	if b.Verdict == v && a.Verdict != v {
		first, second = b, a
	}
	figures := first.Figures
	if figures.Experience == nil {
		figures.Experience = second.Figures.Experience
	}
	if figures.Degree == nil {
		figures.Degree = second.Figures.Degree
	}
	return Finding{
		Verdict:       v,
		Why:           a.Why + word + b.Why,
		Assumptions:   union(a.Assumptions, b.Assumptions),
		Figures:       figures,
		JobsUsed:      union(a.JobsUsed, b.JobsUsed),
		EducationUsed: union(a.EducationUsed, b.EducationUsed),
	}
}

func union[T comparable](a, b []T) []T {
	if len(b) == 0 {
		return a
	}
	if len(a) == 0 {
		return b
	}
	out := append(make([]T, 0, len(a)+len(b)), a...)
next:
	for _, x := range b {
		for _, y := range a {
			if x == y {
				continue next
			}
		}
		out = append(out, x)
	}
	return out
}
