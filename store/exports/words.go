package exports

// This file holds the sentences that the reports for people share. Each format escapes them in its own way.

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"shortlist/model"
	"shortlist/model/requirement"
)

// sightSentence says what the viewer of a report may see.
func sightSentence(r model.Report) string {
	if r.Rules.Anonymous && !r.Vacancy.Revealed {
		return seen(r) + " " + model.HiddenWords
	}
	return seen(r)
}

// nameOrHidden returns a candidate's name, or why there is none.
func nameOrHidden(r model.Report, c model.ReportCandidate) string {
	switch {
	case c.Name != nil && *c.Name != "":
		return *c.Name
	case r.Rules.Anonymous && !r.Vacancy.Revealed:
		return "name hidden"
	}
	return "no name"
}

func seen(r model.Report) string {
	switch {
	case r.Vacancy.Revealed:
		return "Made after the reveal: it holds the submitted ratings of all members."
	case r.Vacancy.Viewer == "":
		return "Made before the reveal for nobody in particular: it holds no ratings."
	}
	return fmt.Sprintf("Made before the reveal in the sight of %s: it holds that member's own ratings and nobody else's.",
		nameOf(r, model.MemberID(r.Vacancy.Viewer)))
}

// clearance returns what the posting says about clearance, or "".
func clearance(c model.Clearance) string {
	level := c.Level.Words()
	if level == "" && c.Mode != requirement.ClearanceNone {
		level = "level not stated"
	}
	return strings.TrimSpace(level + " " + bracketed(c.Mode.Words()))
}

// facts returns the rows of the header: a label and a value. Empty values are left out.
func facts(r model.Report) [][2]string {
	v := r.Vacancy
	all := [][2]string{
		{"Organisation", v.Organisation},
		{"Requisition", v.Requisition},
		{"Grade", v.Grade},
		{"Location", v.Location},
		{"Closing date", optional(v.ClosingDate)},
		{"Phase", v.Phase.Words()},
		{"Clearance", clearance(v.Vacancy.Clearance)},
		{"Posting", v.Posting.Name},
		{"SHA-256 of the posting", v.Posting.SHA256},
		{"Candidates", fmt.Sprint(len(r.Candidates))},
		{"Events in the history", fmt.Sprint(r.History.Events)},
	}
	laptops := make([]string, 0, len(r.History.Heads))
	for laptop := range r.History.Heads {
		laptops = append(laptops, laptop)
	}
	slices.Sort(laptops)
	for _, laptop := range laptops {
		all = append(all, [2]string{"Last hash of laptop " + laptop, r.History.Heads[laptop]})
	}
	return slices.DeleteFunc(all, func(f [2]string) bool { return f[1] == "" })
}

func bracketed(s string) string {
	if s == "" {
		return ""
	}
	return "(" + s + ")"
}

// source says where a criterion comes from.
func source(k model.ReportCriterion) string {
	where := "added by a person, not in the posting"
	switch {
	case k.Added || k.Lines.From == 0:
	case k.Lines.From == k.Lines.To:
		where = fmt.Sprintf("posting line %d", k.Lines.From)
	default:
		where = fmt.Sprintf("posting lines %d–%d", k.Lines.From, k.Lines.To)
	}
	return k.Requirement.Kind.Words() + "; " + where
}

// weight returns the weight of a desirable criterion with its reason, or "" for an essential one.
func weight(k model.ReportCriterion) string {
	if k.Class != model.Desirable {
		return ""
	}
	return strings.TrimSuffix(fmt.Sprintf("weight %d: %s", k.Weight, k.WeightReason), ": ")
}

// scale returns the name of the scale of a criterion, with its pass mark.
func scale(k model.ReportCriterion) string {
	return "scale: " + k.Scale.WithPass()
}

// points returns the points of a scale with their sentences.
func points(s model.Scale) [][2]string {
	var out [][2]string
	for i, v := range s.Values() {
		if i < len(s.Points) {
			out = append(out, [2]string{v.Words(), s.Points[i]})
		}
	}
	return out
}

// sealed says if and how the rules are sealed.
func sealed(r model.ReportRules) string {
	switch {
	case r.Version == 0 && len(r.Changes) == 0:
		return "The rules are not sealed: they may still change, and nobody has rated."
	case r.SealedAt == nil || r.Version == 0:
		return "The rules were opened again and are not sealed now."
	}
	return fmt.Sprintf("Version %d, sealed %s, SHA-256 %s.", r.Version, formatTime(*r.SealedAt), r.SHA256)
}

// ruleLines returns the rules that are not criteria, one sentence each.
func ruleLines(r model.Report) []string {
	lines := []string{"Cut line: not fixed."}
	if r.Rules.CutLine > 0 {
		lines[0] = fmt.Sprintf("Cut line: %d.", r.Rules.CutLine)
	}
	if len(r.Rules.TieBreakers) > 0 {
		var labels []string
		for _, t := range r.Rules.TieBreakers {
			labels = append(labels, labelOf(r, t))
		}
		lines = append(lines, fmt.Sprintf("Ties are broken by %s, in this order; ties left are shared places.", strings.Join(labels, ", ")))
	} else {
		lines = append(lines, "Ties are shared places.")
	}
	lines = append(lines, fmt.Sprintf("At least %d assessors for each candidate.", r.Rules.MinAssessors))
	if r.Rules.ReasonsRequired {
		lines = append(lines, "Every rating needs a reason.")
	}
	if r.Rules.Policy.Name != "" {
		lines = append(lines, fmt.Sprintf("Experience is counted by the policy \"%s\".", r.Rules.Policy.Name))
	}
	return append(lines, r.Rules.Policy.Sentences()...)
}

// labelOf returns the label of a criterion.
func labelOf(r model.Report, id model.CriterionID) string {
	for _, k := range r.Vacancy.Criteria {
		if k.ID == id {
			return k.Label
		}
	}
	return "a criterion taken out since"
}

// nameOf returns a member's name and id, as a reader knows them.
func nameOf(r model.Report, id model.MemberID) string {
	for _, m := range r.Panel {
		if m.Member == id && m.Name != "" {
			return fmt.Sprintf("%s (%s)", m.Name, m.Member)
		}
	}
	return string(id)
}

// because returns why a version of the rules was sealed.
func because(s model.Seal) string {
	if s.Reason == "" {
		return "first version"
	}
	return s.Reason
}

func formatTime(t time.Time) string { return t.UTC().Format("2006-01-02 15:04 UTC") }

// rankedCandidate is a candidate with its place in words, or "" if there is none.
type rankedCandidate struct {
	model.ReportCandidate
	Place string
}

// ranked sorts candidates by place. Those without one come last, by number.
func ranked(candidates []model.ReportCandidate) []rankedCandidate {
	out := make([]rankedCandidate, 0, len(candidates))
	shared := map[int]int{}
	for _, c := range candidates {
		out = append(out, rankedCandidate{ReportCandidate: c})
		if c.Rank != nil {
			shared[*c.Rank]++
		}
	}
	at := func(c rankedCandidate) int {
		if c.Rank == nil {
			return len(candidates) + 1
		}
		return *c.Rank
	}
	slices.SortStableFunc(out, func(a, b rankedCandidate) int { return at(a) - at(b) })
	for i, c := range out {
		if out[i].Place = number(c.Rank); c.Rank != nil && shared[*c.Rank] > 1 {
			out[i].Place += " (shared)"
		}
	}
	return out
}
