package model

import "shortlist/model/requirement"

// This file computes what a candidate's file shows. Findings are computed anew each time; they are proposals and never
// become ratings.

// Finding is what the program works out about one criterion or eligibility condition of one candidate.
type Finding struct {
	Criterion CriterionID // 0 for an eligibility condition
	Label     string      // E1…, D1…, G1…
	requirement.Finding
}

// Findings works out every criterion and eligibility condition for a candidate's facts, criteria first, in the order of
// the vacancy. It counts the jobs that the viewer ticked, and mentions what members recorded about the same
// qualifications.
func (b *Board) Findings(viewer MemberID, c CandidateID, f requirement.Facts) []Finding {
	out := make([]Finding, 0, len(b.Criteria)+len(b.Vacancy.Eligibility))
	a := b.Assessment(c, viewer)
	for _, k := range b.Criteria {
		out = append(out, b.withOffers(b.Finding(k, a.Rating(k.ID), f), viewer, c, k, f))
	}
	return append(out, b.EligibilityFindings(f)...)
}

// The kinds of eligibility condition.
const (
	EligibilityNationality = "nationality"
	EligibilityDocument    = "document"
	EligibilityClearance   = "clearance"
)

// EligibilityFindings works out the conditions beside the criteria. They decide nothing by themselves: whoever fails
// one is shown like everybody else.
func (b *Common) EligibilityFindings(f requirement.Facts) []Finding {
	out := make([]Finding, 0, len(b.Vacancy.Eligibility))
	for _, g := range b.Vacancy.Eligibility {
		out = append(out, Finding{Label: g.ID, Finding: b.eligibility(g, f)})
	}
	return out
}

func (b *Common) eligibility(g Eligibility, f requirement.Facts) requirement.Finding {
	if g.Kind == EligibilityDocument {
		return requirement.CheckDocuments(g.Text, f)
	}
	ctx := b.checkContext()
	ctx.ClearanceMode = b.Vacancy.Clearance.Mode
	return requirement.Check(g.Requirement, f, ctx)
}

// Finding works out one criterion. ticked is the viewer's rating, with the jobs that they count.
func (b *Common) Finding(k Criterion, ticked Rating, f requirement.Facts) Finding {
	ctx := b.checkContext()
	if ticked.Ticked {
		ctx.Ticked = append([]int{}, ticked.Jobs...)
	}
	return Finding{Criterion: k.ID, Label: b.Label(k.ID), Finding: requirement.Check(k.Requirement, f, ctx)}
}

func (b *Common) checkContext() requirement.Context {
	ctx := requirement.Context{
		ClosingDate: b.Vacancy.ClosingDate, Policy: b.Rules.Policy, ClearanceMode: requirement.ClearanceHoldAtLevel,
	}
	for _, k := range b.Criteria {
		if k.Class == Essential && k.Requirement.Degree != nil {
			ctx.Degree = k.Requirement.Degree.Level
			break
		}
	}
	return ctx
}
