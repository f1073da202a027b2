package model

import (
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"shortlist/model/requirement"
)

// This file holds equivalences: a member's recorded judgement that a qualification is, or is not, equivalent to the
// degree that a criterion asks. It is offered where another candidate claims the same qualification, and never changes
// a finding or a rating. It is the member's own until the reveal, like a rating.

// Equivalence is one member's judgement on a qualification for a criterion.
type Equivalence struct {
	Member        MemberID                  `json:"member"`
	Candidate     CandidateID               `json:"candidate"` // in whose file it was met
	Criterion     CriterionID               `json:"criterion"`
	Qualification requirement.Qualification `json:"qualification"`
	Equivalent    bool                      `json:"equivalent"`
	Reason        string                    `json:"reason"`
	Rules         int                       `json:"rules"` // version of the sealed rules under which it was made
	At            int64                     `json:"at"`    // Unix seconds, for display
}

// maxEquivalenceReason limits the reason to a sentence or two: it is about the qualification and stays in the history.
const maxEquivalenceReason = 300

// RecordEquivalence records that the author finds a qualification of a candidate's file equivalent to the degree a
// criterion asks, or not equivalent. Withdrawn takes it back. Invalid if the criterion asks for no degree, the file
// says too little of the qualification or there is no reason; else refused like SetRating.
type RecordEquivalence struct {
	Candidate     CandidateID
	Criterion     CriterionID
	Qualification requirement.Qualification
	Equivalent    bool
	Reason        string // about the qualification, not the person
	Withdrawn     bool
}

// EquivalenceRecorded carries an equivalence as it is now. The author of the event is the member.
type EquivalenceRecorded struct {
	Candidate   CandidateID             `json:"candidate"`
	Criterion   CriterionID             `json:"criterion"`
	Level       requirement.DegreeLevel `json:"level,omitempty"`
	Field       string                  `json:"field,omitempty"`
	Institution string                  `json:"institution,omitempty"`
	Country     string                  `json:"country,omitempty"`
	Equivalent  bool                    `json:"equivalent,omitempty"`
	Reason      string                  `json:"reason,omitempty"`
	Withdrawn   bool                    `json:"withdrawn,omitempty"`
	// Rules is the version of the sealed rules under which it was made.
	Rules int `json:"rules,omitempty"`
}

// Label names the command.
func (c RecordEquivalence) Label(b *Board) string {
	return fmt.Sprintf("equivalence for %s of %s", b.Label(c.Criterion), c.Candidate)
}

// Inverse restores the author's equivalence before this one back.
func (c RecordEquivalence) Inverse(b *Board, author MemberID) Command {
	was, ok := b.RecordedEquivalence(author, c.Criterion, c.Qualification)
	if !ok {
		return RecordEquivalence{Candidate: c.Candidate, Criterion: c.Criterion, Qualification: c.Qualification, Withdrawn: true}
	}
	return RecordEquivalence{
		Candidate: was.Candidate, Criterion: was.Criterion, Qualification: was.Qualification, Equivalent: was.Equivalent, Reason: was.Reason,
	}
}

// RecordedEquivalence returns what a member recorded about a qualification for a criterion.
func (b *Board) RecordedEquivalence(m MemberID, k CriterionID, q requirement.Qualification) (Equivalence, bool) {
	q = q.Normal()
	for _, r := range b.work.Equivalences {
		if r.Member == m && r.Criterion == k && r.Qualification == q {
			return r, true
		}
	}
	return Equivalence{}, false
}

// Offers lists, a sentence each, what was recorded about the qualifications in a candidate's file, as far as the viewer
// may see it. What was recorded for a criterion that asks for something else now is left out.
func (b *Board) Offers(viewer MemberID, c CandidateID, k Criterion, f requirement.Facts) []string {
	if len(b.work.Equivalences) == 0 || !k.Requirement.AsksDegree() {
		return nil
	}
	claimed := make([]requirement.Qualification, len(f.Education))
	for i, e := range f.Education {
		claimed[i] = e.Qualification()
	}
	var out []string
	for _, r := range b.work.Equivalences {
		if r.Criterion == k.ID && slices.Contains(claimed, r.Qualification) && b.seesEquivalence(viewer, r) && !b.equivalenceInvalidated(r) {
			out = append(out, b.offer(viewer, c, r, len(claimed) > 1))
		}
	}
	return out
}

func (b *Board) offer(viewer MemberID, c CandidateID, r Equivalence, several bool) string {
	who, what, found, whom, why := b.MemberName(r.Member), "this qualification", "equivalent", "", ""
	if r.Member == viewer {
		who = "You"
	}
	if several {
		what = "the qualification " + quote(b.qualificationWords(r.Qualification))
	}
	if !r.Equivalent {
		found = "not equivalent"
	}
	if r.Candidate != c {
		whom = " for " + r.Candidate.String()
	}
	at := time.Unix(r.At, 0).UTC()
	day := requirement.Date{Year: at.Year(), Month: int(at.Month()), Day: at.Day()}
	if r.Candidate == c || !b.Hidden() { // the words may name the other candidate
		why = fmt.Sprintf(": “%s”", strings.TrimRight(r.Reason, ". "))
	}
	s := fmt.Sprintf("%s found %s %s%s on %s%s.", who, what, found, whom, day.Words(), why)
	if r.Candidate == c {
		return s
	}
	if r.Qualification.Institution == "" {
		s += " Neither file names an institution."
	}
	return s + " It is offered, not applied."
}

// qualificationWords names a qualification. While candidates are anonymous it leaves out the country, which is mostly
// their own.
func (b *Common) qualificationWords(q requirement.Qualification) string {
	if b.Hidden() {
		q.Country = ""
	}
	return q.Words()
}

// withOffers adds to a finding that leaves the degree open what was recorded about the same qualification. The verdict
// stays.
func (b *Board) withOffers(f Finding, viewer MemberID, c CandidateID, k Criterion, facts requirement.Facts) Finding {
	if f.Verdict == requirement.Met {
		return f
	}
	for _, s := range b.Offers(viewer, c, k, facts) {
		f.Why += " " + s
	}
	return f
}

// seesEquivalence returns true if a viewer may see an equivalence: their own always, that of others after the reveal
// where the assessment it belongs to was handed in.
func (b *Board) seesEquivalence(viewer MemberID, r Equivalence) bool {
	if r.Member == viewer {
		return true
	}
	a := b.Assessment(r.Candidate, r.Member)
	return b.Revealed() && a.State == Submitted && a.Interest != Recused && !b.Recused(viewer, r.Candidate)
}

// equivalenceInvalidated returns true if the criterion asks something else since.
func (b *Board) equivalenceInvalidated(r Equivalence) bool {
	return slices.ContainsFunc(b.Since, func(s Since) bool { return s.Criterion == r.Criterion && r.Rules < s.Version })
}

func (c RecordEquivalence) decide(b *Board, s Stamp) (Change, error) {
	k, _, err := b.mayRate(s.Author, c.Candidate, c.Criterion)
	if err != nil {
		return Change{}, err
	}
	label, q, reason := b.Label(k.ID), c.Qualification.Normal(), oneLine(c.Reason)
	_, stands := b.RecordedEquivalence(s.Author, k.ID, q)
	switch {
	case c.Withdrawn && !stands:
		return Change{}, refuse(NotFound, label, "You recorded nothing of this qualification for %s: there is nothing to take back.", label)
	case c.Withdrawn:
	case !k.Requirement.AsksDegree():
		return Change{}, refuse(Invalid, label, "%s asks for no degree that a qualification could be equivalent to.", label)
	case !q.Known():
		return Change{}, refuse(Invalid, label, "The file names neither field nor institution of this qualification, so it could not be known again. Rate it, with your reason.")
	case reason == "":
		return Change{}, refuse(Invalid, label, "Say in a sentence what makes the qualification equivalent or not.")
	case utf8.RuneCountInString(reason) > maxEquivalenceReason:
		return Change{}, refuse(Invalid, label, "The reason may have %d letters at most.", maxEquivalenceReason)
	}
	p := EquivalenceRecorded{
		Candidate: c.Candidate, Criterion: k.ID, Level: q.Level, Field: q.Field, Institution: q.Institution, Country: q.Country,
		Equivalent: c.Equivalent, Reason: reason, Rules: b.version(),
	}
	if c.Withdrawn {
		p.Equivalent, p.Reason, p.Withdrawn = false, "", true
	}
	return one(s, p)
}

// Wire is the name on disk.
func (EquivalenceRecorded) Wire() string { return "qualification.recognised" }

// Own returns true if it is the author's own work alone, see Payload.
func (EquivalenceRecorded) Own(MemberID) bool { return true }

// Texts are the texts about candidates that it points at.
func (EquivalenceRecorded) Texts() []TextRef { return nil }

// ChangesRules returns true if it changes what is sealed.
func (EquivalenceRecorded) ChangesRules() bool { return false }

// Judges is the candidate whom it judges on a criterion.
func (p EquivalenceRecorded) Judges() (CandidateID, bool) { return p.Candidate, true }

func (EquivalenceRecorded) beforeReveal(*Board, MemberID) string { return worked }

func (p EquivalenceRecorded) qualification() requirement.Qualification {
	return requirement.Qualification{Level: p.Level, Field: p.Field, Institution: p.Institution, Country: p.Country}.Normal()
}

func (p EquivalenceRecorded) apply(b *Board, e Event) {
	if !b.knows(p.Candidate) {
		return
	}
	r := Equivalence{
		Member: e.Author, Candidate: p.Candidate, Criterion: p.Criterion, Qualification: p.qualification(),
		Equivalent: p.Equivalent, Reason: p.Reason, Rules: p.Rules, At: e.At.Unix(),
	}
	b.work.Equivalences = slices.DeleteFunc(slices.Clone(b.work.Equivalences), func(x Equivalence) bool {
		return x.Member == r.Member && x.Criterion == r.Criterion && x.Qualification == r.Qualification
	})
	if !p.Withdrawn {
		b.work.Equivalences = append(b.work.Equivalences, r)
	}
}

func (p EquivalenceRecorded) sentence(b *Board) string {
	where := fmt.Sprintf("%s of %s", b.Label(p.Criterion), p.Candidate)
	what := quote(b.qualificationWords(p.qualification()))
	found, why := "equivalent", ""
	if !p.Equivalent {
		found = "not equivalent"
	}
	if !b.Hidden() {
		why = fmt.Sprintf(": “%s”", oneLine(p.Reason))
	}
	if p.Withdrawn {
		return fmt.Sprintf("took back what was recorded of the qualification %s for %s", what, where)
	}
	return fmt.Sprintf("found the qualification %s %s for %s%s", what, found, where, why)
}
