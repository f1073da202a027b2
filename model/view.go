package model

import (
	"iter"
	"time"

	"shortlist/model/requirement"
)

// This file holds what one member may see of a board. Screens and commands get a View and no board, so that they have no
// words to ask for the work of another member.

// View is what one viewer may see. Only Board.As makes one. It follows the board: what is applied to the board later shows
// in it. Like the board it is used by one goroutine only.
type View struct {
	*Common
	b      *Board
	viewer MemberID
}

// As returns what a viewer may see. A viewer who is not on the panel, "" among them, sees what somebody without a vote sees.
func (b *Board) As(viewer MemberID) *View { return &View{&b.Common, b, viewer} }

// EmptyView returns what everybody sees while no vacancy is open.
func EmptyView() *View { return NewBoard().As("") }

// Viewer returns the member who looks; "" if nobody is chosen.
func (v *View) Viewer() MemberID { return v.viewer }

// May returns nil if the viewer may give a command on a device now, else the refusal of Decide.
func (v *View) May(device DeviceID, c Command) error {
	_, err := Decide(v.b, c, Stamp{Author: v.viewer, Device: device})
	return err
}

// Own returns what the viewer recorded about a candidate; an empty draft if there is nothing.
func (v *View) Own(c CandidateID) Assessment { return v.b.Assessment(c, v.viewer) }

// EachOwn goes through all that the viewer recorded, in no order.
func (v *View) EachOwn() iter.Seq[Assessment] {
	return func(yield func(Assessment) bool) {
		for i := range v.b.work.Assessments {
			if a := &v.b.work.Assessments[i]; a.Member == v.viewer && !yield(*a) {
				return
			}
		}
	}
}

// Order returns the viewer's own order of the candidates. It must not be changed.
func (v *View) Order() []CandidateID { return v.b.Order(v.viewer) }

// Progress returns how many of the criteria the viewer has rated for a candidate.
func (v *View) Progress(c CandidateID) (rated, of int) { return v.b.Progress(c, v.viewer) }

// Ready lists the candidates whose assessments the viewer could submit now, in the viewer's own order.
func (v *View) Ready() []CandidateID { return v.b.Ready(v.viewer) }

// LeftToDeclare lists the candidates on whom the viewer has not declared yet, in the viewer's own order.
func (v *View) LeftToDeclare() []CandidateID { return v.b.LeftToDeclare(v.viewer) }

// MustDeclare returns true if the viewer has to declare before reading a candidate's file.
func (v *View) MustDeclare(c CandidateID) bool { return v.b.MustDeclare(v.viewer, c) }

// ToDo is what a member has left to do alone. Withdrawn candidates are left out.
type ToDo struct {
	Undeclared, Unsubmitted int
	Returned                []CandidateID // given back and not submitted again
}

// ToDo returns what the viewer has left to do alone.
func (v *View) ToDo() ToDo {
	gone := v.b.withdrawn()
	n := v.Candidates - len(gone)
	todo := ToDo{Undeclared: n, Unsubmitted: n}
	for a := range v.EachOwn() {
		if gone[a.Candidate] {
			continue
		}
		if a.Interest != "" {
			todo.Undeclared--
		}
		if a.State == Submitted || a.Interest == Recused {
			todo.Unsubmitted--
		} else if a.State == Returned {
			todo.Returned = append(todo.Returned, a.Candidate)
		}
	}
	return todo
}

// Recused returns true if the viewer is recused from a case, which is closed to them then.
func (v *View) Recused(c CandidateID) bool { return v.b.Recused(v.viewer, c) }

// RecusedCases lists the cases from which the viewer is recused.
func (v *View) RecusedCases() []CandidateID { return v.b.RecusedCases(v.viewer) }

// SeesRecusals returns true if the viewer may see who recused themself.
func (v *View) SeesRecusals() bool { return v.b.seesRecusals(v.viewer) }

// Disclosures lists what members disclosed and from whom they recused themselves, as far as the viewer may see it.
func (v *View) Disclosures() []Disclosure { return v.b.Disclosures(v.viewer) }

// Short lists the candidates with fewer assessors than the quorum, and how many each has left, as far as the viewer may see it.
func (v *View) Short() (list []CandidateID, left map[CandidateID]int) { return v.b.Short(v.viewer) }

// Visible lists the assessments of a candidate that the viewer may see: before the reveal only their own.
func (v *View) Visible(c CandidateID) []Assessment { return v.b.Visible(v.viewer, c) }

// Settled returns the panel's agreed value for a criterion, if there is one and the viewer may see it.
func (v *View) Settled(c CandidateID, k CriterionID) (Agreed, bool) {
	return v.b.Settled(v.viewer, c, k)
}

// HandedIn returns how many assessments a member submitted, and of how many. ok is false if the viewer may not know.
func (v *View) HandedIn(m MemberID) (done, of int, ok bool) { return v.b.HandedIn(v.viewer, m) }

// MissingOf counts the assessments that are not submitted yet, by member, for whoever may know how many each submitted:
// chair and secretary, and everybody after the reveal. For others it is empty.
func (v *View) MissingOf() map[MemberID]int {
	if !v.SeesRecusals() {
		return nil
	}
	return v.b.MissingOf()
}

// Missing is the sum of MissingOf.
func (v *View) Missing() (n int) {
	for _, left := range v.MissingOf() {
		n += left
	}
	return n
}

// Returnable lists the candidates whose assessment by a member chair or secretary could return now. It is empty for others,
// and after the reveal. A case from which member or viewer is recused is left out.
func (v *View) Returnable(m MemberID) (out []CandidateID) {
	if v.Revealed() || v.mayRun(v.viewer) != nil {
		return nil
	}
	for i := range v.Candidates {
		c := CandidateID(i + 1)
		if a := v.b.Assessment(c, m); a.State == Submitted && a.Interest != Recused && !v.Recused(c) {
			out = append(out, c)
		}
	}
	return out
}

// Involvement is what keeps a member from breaking a tie.
type Involvement int

// The involvements. Apart is a member who neither rated nor recused themself, and all that a viewer may not see.
const (
	Apart Involvement = iota
	HasRated
	HasRecused
)

// Involved returns how a member was involved in the ratings of a criterion of a candidate.
func (v *View) Involved(c CandidateID, k CriterionID, m MemberID) Involvement {
	a := v.b.Assessment(c, m)
	switch {
	case !v.Revealed() || v.Recused(c):
		return Apart
	case a.Interest == Recused:
		return HasRecused
	case v.Counts(a) && a.Rating(k).Value != NotRated:
		return HasRated
	}
	return Apart
}

// Standing returns the result of a candidate: from the viewer's own ratings before the reveal, from those of all afterwards.
func (v *View) Standing(c CandidateID) Standing { return v.b.Standing(v.viewer, c) }

// Ranking lists all candidates in order, as far as the viewer may see it. It must not be changed.
func (v *View) Ranking() []Row { return v.b.Ranking(v.viewer) }

// ExplainPlace says in sentences why a candidate stands where they stand.
func (v *View) ExplainPlace(c CandidateID) []string { return v.b.ExplainPlace(v.viewer, c) }

// Status returns how far the candidate has come.
func (v *View) Status(c CandidateID) Status { return v.b.Status(v.viewer, c) }

// Decision returns the decision on a candidate, which everybody may know; the zero outcome if there is none.
func (v *View) Decision(c CandidateID) Decision { return v.b.Decision(c) }

// Agenda returns what the panel has to settle, as far as the viewer may see it.
func (v *View) Agenda() Agenda { return v.b.Agenda(v.viewer) }

// Findings works out every criterion for the file of a candidate, with the jobs that the viewer ticked.
func (v *View) Findings(c CandidateID, f requirement.Facts) []Finding {
	return v.b.Findings(v.viewer, c, f)
}

// RecordedEquivalence returns what the viewer recorded about a qualification for a criterion.
func (v *View) RecordedEquivalence(k CriterionID, q requirement.Qualification) (Equivalence, bool) {
	return v.b.RecordedEquivalence(v.viewer, k, q)
}

// Offers lists, a sentence each, what was recorded about the qualifications in a candidate's file, as far as the viewer may
// see it.
func (v *View) Offers(c CandidateID, k Criterion, f requirement.Facts) []string {
	return v.b.Offers(v.viewer, c, k, f)
}

// Narrate tells an event as the viewer may read it now.
func (v *View) Narrate(e Event) Entry { return v.b.Narrate(e, v.viewer) }

// Report makes the report as far as the viewer may see it. dossier reads the file of a candidate.
func (v *View) Report(dossier func(CandidateID) (Dossier, error)) (Report, error) {
	return v.b.Report(v.viewer, dossier)
}

// Sheet makes the viewer's own rating form: its head and its rows. dossier reads the file of a candidate.
func (v *View) Sheet(written time.Time, dossier func(CandidateID) (Dossier, error)) (SheetHead, iter.Seq2[SheetRow, error], error) {
	return v.b.Sheet(v.viewer, written, dossier)
}

// CompareSheet compares the viewer's form, filled in, with what they recorded. overwrite returns true for a difference that is
// to be taken although it was changed here since the form was written.
func (v *View) CompareSheet(f FilledSheet, overwrite func(SheetDifference) bool, dossier func(CandidateID) (Dossier, error)) (SheetReading, error) {
	return v.b.CompareSheet(f, v.viewer, overwrite, dossier)
}

// AsksPIN returns true if a member's PIN is asked for on a laptop before anything is shown or done in their name.
func (v *View) AsksPIN(m MemberID, d DeviceID) bool { return v.b.AsksPIN(m, d) }

// TellTaken says who took a member's PIN away; empty if nobody did.
func (v *View) TellTaken(m MemberID) string { return v.b.TellTaken(m) }

// WhyNotHere says why a member may not work on a device; empty if they may.
func (v *View) WhyNotHere(m MemberID, d DeviceID) string { return v.b.WhyNotHere(m, d) }

// SignsOnOwnDevice returns true if a member works on a device of their own, as seen from this one.
func (v *View) SignsOnOwnDevice(m MemberID, d DeviceID) bool { return v.b.SignsOnOwnDevice(m, d) }
