package model

import (
	"fmt"
	"slices"
	"strings"
)

// This file holds assessments: all ratings of one member for one candidate, and their submission.

// AssessmentState is how far an assessment has come.
type AssessmentState string

// The states. A returned assessment may be changed and submitted again.
const (
	Draft     AssessmentState = "draft"
	Submitted AssessmentState = "submitted"
	Returned  AssessmentState = "returned"
)

// Assessment is all that one member recorded about one candidate.
type Assessment struct {
	Candidate CandidateID     `json:"candidate"`
	Member    MemberID        `json:"member"`
	State     AssessmentState `json:"state"`
	Interest  Interest        `json:"interest,omitempty"`
	// Words is what the member wrote about knowing the candidate.
	Words   TextRef  `json:"words,omitzero"`
	Ratings []Rating `json:"ratings,omitempty"`
	// Return is the reason why chair or secretary gave the assessment back; zero if the member took it back.
	Return TextRef `json:"return,omitzero"`
}

// Rating returns the rating of a criterion, or the zero Rating if there is none.
func (a Assessment) Rating(k CriterionID) Rating {
	for _, r := range a.Ratings {
		if r.Criterion == k {
			return r
		}
	}
	return Rating{Criterion: k}
}

// Started returns true if at least one criterion has a value.
func (a Assessment) Started() bool {
	return slices.ContainsFunc(a.Ratings, func(r Rating) bool { return r.Value != NotRated })
}

// value returns the value of a criterion. near is the index where it probably is.
func (a *Assessment) value(k CriterionID, near int) Value {
	if near < len(a.Ratings) && a.Ratings[near].Criterion == k {
		return a.Ratings[near].Value
	}
	for i := range a.Ratings {
		if a.Ratings[i].Criterion == k {
			return a.Ratings[i].Value
		}
	}
	return NotRated
}

// rating returns a rating for change and makes it if there is none.
func (a *Assessment) rating(k CriterionID) *Rating {
	for i := range a.Ratings {
		if a.Ratings[i].Criterion == k {
			return &a.Ratings[i]
		}
	}
	a.Ratings = append(a.Ratings, Rating{Criterion: k})
	return &a.Ratings[len(a.Ratings)-1]
}

// SubmitAssessment hands in the author's assessment of a candidate. Conflict if it is handed in already, if a criterion
// is open, or if a reason is missing that the rules ask for; otherwise it is refused like SetRating.
type SubmitAssessment struct{ Candidate CandidateID }

// ReturnAssessment opens a submitted assessment again, before the reveal. A member takes their own back without a
// reason; chair or secretary return somebody else's with one. Forbidden after the reveal, for others, and for whoever
// is recused from the case; Conflict if it is not submitted; Invalid without the reason.
type ReturnAssessment struct {
	Candidate CandidateID
	Member    MemberID
	Reason    string
}

// AssessmentSubmitted says that the author handed in an assessment.
type AssessmentSubmitted struct {
	Candidate CandidateID `json:"candidate"`
}

// AssessmentReturned says that an assessment was opened again.
type AssessmentReturned struct {
	Candidate CandidateID `json:"candidate"`
	Member    MemberID    `json:"member"`
	Reason    TextRef     `json:"reason,omitzero"`
}

// Label names the command.
func (c SubmitAssessment) Label(*Board) string { return "submission of " + c.Candidate.String() }
func (c ReturnAssessment) Label(*Board) string { return "return of " + c.Candidate.String() }

// Inverse takes the assessment back.
func (c SubmitAssessment) Inverse(*Board, MemberID) Command {
	return ReturnAssessment{Candidate: c.Candidate}
}

func (c ReturnAssessment) Inverse(_ *Board, author MemberID) Command {
	if c.Member == "" || c.Member == author {
		return SubmitAssessment{c.Candidate}
	}
	return nil
}

// Open lists the criteria that an assessment leaves open: not rated, or without a reason that the rules ask for.
func (b *Common) Open(a Assessment) []CriterionID {
	var open []CriterionID
	for _, k := range b.Criteria {
		r := a.Rating(k.ID)
		if r.Value == NotRated || b.Rules.ReasonsRequired && r.Reason.IsZero() {
			open = append(open, k.ID)
		}
	}
	return open
}

// Progress returns how many of the criteria a member has rated for a candidate.
func (b *Board) Progress(c CandidateID, m MemberID) (rated, of int) {
	a := b.Assessment(c, m)
	for _, k := range b.Criteria {
		if a.Rating(k.ID).Value != NotRated {
			rated++
		}
	}
	return rated, len(b.Criteria)
}

func (c SubmitAssessment) decide(b *Board, s Stamp) (Change, error) {
	if err := b.mayAssess(s.Author, c.Candidate); err != nil {
		return Change{}, err
	}
	a := b.Assessment(c.Candidate, s.Author)
	if a.State == Submitted {
		return Change{}, refuse(Conflict, c.Candidate.String(), "You have submitted %s already.", c.Candidate)
	}
	if open := b.Open(a); len(open) > 0 {
		names := make([]string, len(open))
		for i, k := range open {
			names[i] = b.Label(k)
		}
		what := "not rated"
		if b.Rules.ReasonsRequired {
			what = "not rated or without a reason"
		}
		return Change{}, refuse(Conflict, c.Candidate.String(),
			"Still open for %s: %s (%s). Rate them, or choose \"cannot assess\", then submit.", c.Candidate, strings.Join(names, ", "), what)
	}
	return one(s, AssessmentSubmitted(c))
}

func (c ReturnAssessment) decide(b *Board, s Stamp) (Change, error) {
	member := c.Member
	if member == "" {
		member = s.Author
	}
	if b.Phase == Moderating || b.Phase == Decided {
		return Change{}, refuse(Forbidden, c.Candidate.String(), "The ratings are revealed: they stay as they are. Settle the difference as an agreed rating.")
	}
	if member != s.Author { // asked first, or the refusal tells a plain member who handed in
		if err := b.mayRun(s.Author); err != nil {
			return Change{}, err
		}
	}
	a := b.Assessment(c.Candidate, member)
	if a.State != Submitted {
		return Change{}, refuse(Conflict, c.Candidate.String(), "The assessment of %s is not submitted.", c.Candidate)
	}
	p := AssessmentReturned{Candidate: c.Candidate, Member: member}
	if member == s.Author {
		if err := b.mayAssess(member, c.Candidate); err != nil {
			return Change{}, err
		}
		return one(s, p)
	}
	if b.Recused(s.Author, c.Candidate) {
		return Change{}, refuse(Forbidden, c.Candidate.String(), "You recused yourself from %s: the secretary or another chair returns this assessment.", c.Candidate)
	}
	reason := strings.TrimSpace(c.Reason)
	if reason == "" {
		return Change{}, refuse(Invalid, c.Candidate.String(), "Returning somebody's assessment needs a reason.")
	}
	t := newText(s, c.Candidate, 0, reason)
	p.Reason = t.Ref()
	return one(s, p, t)
}

// mayAssess returns nil if a member may work on a candidate now, and else the refusal.
func (b *Board) mayAssess(m MemberID, c CandidateID) error {
	if err := b.mustKnow(c); err != nil {
		return err
	}
	me := b.Member(m)
	switch {
	case me == nil || me.Removed:
		return refuse(Forbidden, string(m), "You are not on the panel of this vacancy.")
	case !me.Role.Votes():
		return refuse(Forbidden, me.Name, "%s is %s and does not rate. Switch to a member who does.", me.Name, me.Role.article())
	}
	switch b.Phase {
	case Preparing:
		return refuse(Forbidden, "", "The rules are not sealed yet: the chair seals them, then rating begins.")
	case Moderating, Decided:
		return refuse(Forbidden, "", "The ratings are revealed: they stay as they are. Settle the difference as an agreed rating.")
	}
	if b.Assessment(c, m).Interest == Recused {
		return refuse(Forbidden, c.String(), "You recused yourself from %s.", c)
	}
	return b.mustDeclareFirst(m, c)
}

func (r Role) article() string {
	if r == RoleObserver {
		return "an observer"
	}
	return "the " + r.Words()
}

// Wire is the name on disk.
func (AssessmentSubmitted) Wire() string { return "assessment.submitted" }
func (AssessmentReturned) Wire() string  { return "assessment.returned" }

// Own returns true if it is the author's own work alone, see Payload.
func (AssessmentSubmitted) Own(MemberID) bool         { return true }
func (p AssessmentReturned) Own(author MemberID) bool { return p.Member == author }

// Texts are the texts about candidates that it points at.
func (AssessmentSubmitted) Texts() []TextRef  { return nil }
func (p AssessmentReturned) Texts() []TextRef { return []TextRef{p.Reason} }

// ChangesRules returns true if it changes what is sealed.
func (AssessmentSubmitted) ChangesRules() bool { return false }
func (AssessmentReturned) ChangesRules() bool  { return false }

// Judges is the candidate whom it judges on a criterion.
func (AssessmentSubmitted) Judges() (CandidateID, bool) { return 0, false }
func (AssessmentReturned) Judges() (CandidateID, bool)  { return 0, false }

func (AssessmentSubmitted) beforeReveal(b *Board, viewer MemberID) string {
	if b.mayRun(viewer) == nil {
		return ""
	}
	return worked
}

func (p AssessmentReturned) beforeReveal(b *Board, viewer MemberID) string {
	if b.mayRun(viewer) == nil || p.Member == viewer {
		return ""
	}
	return "returned an assessment (chair and secretary see which)"
}

func (p AssessmentSubmitted) apply(b *Board, e Event) {
	if a := b.assessment(p.Candidate, e.Author); a != nil {
		a.State, a.Return = Submitted, TextRef{}
		b.recheck(a) // it may have been handed in before the present rules were known there
		b.markDirty(p.Candidate)
	}
}

func (p AssessmentReturned) apply(b *Board, _ Event) {
	if i, ok := b.index.find(p.Candidate, p.Member); ok && b.work.Assessments[i].State == Submitted {
		b.work.Assessments[i].State, b.work.Assessments[i].Return = Returned, p.Reason
		b.markDirty(p.Candidate)
	}
}

func (p AssessmentSubmitted) sentence(*Board) string {
	return fmt.Sprintf("submitted the assessment of %s", p.Candidate)
}

func (p AssessmentReturned) sentence(b *Board) string {
	return fmt.Sprintf("returned %s's assessment of %s", b.MemberName(p.Member), p.Candidate)
}
