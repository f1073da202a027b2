package model

import (
	"fmt"
	"slices"
	"sort"
)

// This file holds the rule that members declare before they read a file, the declaration for all candidates at once,
// and how many assessors a candidate has left. A single declaration is in candidate.go.

// DeclareRest declares no conflict of interest for every candidate on whom the author has not declared yet. Conflict if
// there is none; Forbidden like DeclareConflict.
type DeclareRest struct{}

// Label names the command.
func (DeclareRest) Label(*Board) string { return "declarations for the rest" }

// Inverse is nil: a declaration is corrected by another one.
func (DeclareRest) Inverse(*Board, MemberID) Command { return nil }

func (DeclareRest) decide(b *Board, s Stamp) (Change, error) {
	left := b.LeftToDeclare(s.Author)
	if len(left) == 0 {
		return Change{}, refuse(Conflict, "", "You have declared for every candidate already.")
	}
	var ps []Payload
	for _, c := range left {
		if _, err := (DeclareConflict{Candidate: c, Interest: NoConflict}).decide(b, s); err != nil {
			return Change{}, err
		}
		ps = append(ps, ConflictDeclared{Candidate: c, Interest: NoConflict})
	}
	return Change{Events: events(s, ps...)}, nil
}

// LeftToDeclare lists the candidates on whom a member has not declared yet, in the member's own order.
func (b *Board) LeftToDeclare(m MemberID) []CandidateID {
	var out []CandidateID
	for _, c := range b.Order(m) {
		if b.Assessment(c, m).Interest == "" {
			out = append(out, c)
		}
	}
	return out
}

// MustDeclare returns true if a member has to declare before reading a candidate's file: the rules ask for it, the
// member rates, and has not declared yet. While candidates are anonymous, members declare on names, and the files of
// all who came in together open together: a single file that opened would tell whose it is. After the reveal nobody can
// declare any more.
func (b *Board) MustDeclare(m MemberID, c CandidateID) bool {
	if !b.Rules.Declarations || b.Revealed() || !b.memberRole(m).Votes() || !b.knows(c) {
		return false
	}
	if i := b.arrivalOf(c); b.Rules.Anonymous && i >= 0 {
		return b.pass[passKey{m, i}] < b.Batches[i].Count
	}
	return b.Assessment(c, m).Interest == ""
}

// passKey is one member's declarations on the candidates of one import.
type passKey struct {
	m       MemberID
	arrival int
}

// declared adds a declaration to the count, or takes it out.
func (b *Board) declared(a Assessment, by int) {
	if i := b.arrivalOf(a.Candidate); a.Interest != "" && i >= 0 {
		b.pass[passKey{a.Member, i}] += by
	}
}

// arrivalOf returns the index of the import with which a candidate came in; -1 if there is none.
func (b *Common) arrivalOf(c CandidateID) int {
	return sort.Search(len(b.Batches), func(i int) bool { return b.Batches[i].First > c }) - 1
}

// seesRecusals returns true if a member may see who recused themself. Chair and secretary may, because they have to
// make sure that enough assessors are left; everybody may after the reveal.
func (b *Common) seesRecusals(m MemberID) bool { return b.Revealed() || b.mayRun(m) == nil }

// Disclosure is what a member declared about knowing a candidate.
type Disclosure struct {
	Member    MemberID
	Candidate CandidateID
	Interest  Interest // Disclosed or Recused
	Words     TextRef  // none if a recusal has none
}

// Disclosures lists what members disclosed and from whom they recused themselves, as a viewer may see it, by members in
// the order of the panel, then by candidate. While candidates are anonymous, what the viewer disclosed on a name is
// left out, because it would tell whose number that is.
func (b *Board) Disclosures(viewer MemberID) []Disclosure {
	if !b.seesRecusals(viewer) {
		return nil
	}
	var out []Disclosure
	for _, m := range b.Raters() {
		from := len(out)
		for i := range b.work.Assessments {
			a := &b.work.Assessments[i]
			tells := a.Interest == Recused || a.Interest == Disclosed && (m.ID != viewer || !b.Hidden())
			if a.Member == m.ID && tells {
				out = append(out, Disclosure{m.ID, a.Candidate, a.Interest, a.Words})
			}
		}
		slices.SortFunc(out[from:], func(x, y Disclosure) int { return int(x.Candidate) - int(y.Candidate) })
	}
	return out
}

// leastAssessors is the minimum whatever the rules say: one judgement alone is no panel.
const leastAssessors = 2

// Quorum returns how many assessors a candidate needs: as many as the rules ask for, at least two.
func (b *Common) Quorum() int { return max(leastAssessors, b.Rules.MinAssessors) }

// Short lists the candidates whom recusals leave with fewer assessors than the quorum, and how many each has left, as a
// viewer may see it. Withdrawn candidates are left out.
func (b *Board) Short(viewer MemberID) (list []CandidateID, left map[CandidateID]int) {
	raters, need := len(b.Raters()), b.Quorum()
	left = map[CandidateID]int{}
	if !b.seesRecusals(viewer) {
		return nil, left
	}
	for _, a := range b.work.Assessments {
		if a.Interest != Recused || !b.memberRole(a.Member).Votes() || b.Decision(a.Candidate).Outcome == Withdrawn {
			continue
		}
		if _, seen := left[a.Candidate]; !seen {
			left[a.Candidate] = raters
		}
		left[a.Candidate]--
	}
	for c, n := range left {
		if n >= need {
			delete(left, c)
			continue
		}
		list = append(list, c)
	}
	slices.Sort(list)
	return list, left
}

// mustDeclareFirst refuses work on a file before the member has declared.
func (b *Board) mustDeclareFirst(m MemberID, c CandidateID) error {
	if !b.MustDeclare(m, c) {
		return nil
	}
	if b.Hidden() {
		return refuse(Forbidden, c.String(), "Declare first, name by name, whether you have a conflict of interest: I on the candidates page lists the names. The files open together once you declared on all.")
	}
	return refuse(Forbidden, c.String(), "Declare first whether you have a conflict of interest with %s: I on the candidates page goes through all of them.", c)
}

// ListOf writes candidate numbers for a sentence: "C003, C007 and 4 more".
func ListOf(list []CandidateID, most int) string {
	s := ""
	for i, c := range list {
		if i == most {
			return s + fmt.Sprintf(" and %d more", len(list)-most)
		}
		if i > 0 {
			s += ", "
		}
		s += c.String()
	}
	return s
}
