package model

import (
	"fmt"
	"strings"
)

// This file holds how candidates come in, and conflicts of interest. Their files are in person.go.

// maxCandidates is the largest number of candidates of one vacancy.
const maxCandidates = 1_000_000

// ImportBatch is one import: a run of candidate numbers and where it came from.
type ImportBatch struct {
	First  CandidateID `json:"first"`
	Count  int         `json:"count"`
	Source string      `json:"source"` // name of the file
	// SHA256 of the file, and of the people as they were stored, in hexadecimal.
	SHA256 string `json:"sha256"`
	People string `json:"people"`
}

// ImportCandidates takes in the new candidates of a file and corrects the known ones, all or none; Batch or Revision may
// be empty. The files themselves are stored beside the change. Invalid if there is nothing to take in or too much;
// Conflict if the numbers of the batch are not the next free ones; NotFound for the correction of an unknown candidate;
// Forbidden after the reveal and for members who do not run the panel.
type ImportCandidates struct {
	Batch    ImportBatch
	Revision Revision
}

// CandidatesAdded says that a run of candidates arrived.
type CandidatesAdded struct {
	Batch ImportBatch `json:"arrival"`
}

// Label names the command.
func (c ImportCandidates) Label(*Board) string {
	added := fmt.Sprintf("%d candidates", c.Batch.Count)
	corrected := fmt.Sprintf("correction of %s", Count(len(c.Revision.Candidates), "file", "files"))
	switch {
	case len(c.Revision.Candidates) == 0:
		return added
	case c.Batch.Count == 0:
		return corrected
	}
	return fmt.Sprintf("%s and %s", added, corrected)
}

// Inverse is nil: undo does not remove a candidate who came in, and a correction is corrected by another import.
func (ImportCandidates) Inverse(*Board, MemberID) Command { return nil }

func (c ImportCandidates) decide(b *Board, s Stamp) (Change, error) {
	if len(b.Members) > 0 && s.Author != "" {
		if err := b.mayRun(s.Author); err != nil {
			return Change{}, err
		}
	}
	var ps []Payload
	if len(c.Revision.Candidates) > 0 {
		if err := c.Revision.check(b); err != nil {
			return Change{}, err
		}
	}
	if len(c.Revision.Candidates) == 0 || c.Batch.Count != 0 {
		if err := c.Batch.check(b); err != nil {
			return Change{}, err
		}
		ps = append(ps, CandidatesAdded{c.Batch})
	}
	return Change{Events: events(s, append(ps, c.Revision.payloads()...)...)}, nil
}

// check refuses a batch that cannot come in now.
func (i ImportBatch) check(b *Board) error {
	switch {
	case b.Phase == Decided || b.Phase == Moderating:
		return refuse(Forbidden, "", "The ratings are revealed: no candidate can join any more.")
	case i.Count < 1:
		return refuse(Invalid, i.Source, "There is no candidate in %s.", i.Source)
	case i.Count > maxCandidates-b.Candidates:
		return refuse(Invalid, i.Source, "A vacancy takes at most %d candidates: split %s.", maxCandidates, i.Source)
	case i.First != CandidateID(b.Candidates+1):
		return refuse(Conflict, i.Source, "Other candidates came in meanwhile: import %s again.", i.Source)
	}
	return nil
}

// Wire is the name on disk.
func (CandidatesAdded) Wire() string { return "candidates.added" }

func (p CandidatesAdded) apply(b *Board, _ Event) {
	if p.Batch.Count < 1 || p.Batch.Count > maxCandidates-b.Candidates || p.Batch.First != CandidateID(b.Candidates+1) {
		return
	}
	b.Batches = append(b.Batches, p.Batch)
	b.Candidates += p.Batch.Count
	b.standings, b.orders = nil, nil
}

func (p CandidatesAdded) sentence(b *Board) string {
	a := p.Batch
	if a.Count == 1 && b.Hidden() {
		return fmt.Sprintf("took in candidate %s", a.First) // the file may be named after them
	}
	if a.Count == 1 {
		return fmt.Sprintf("took in candidate %s from %s", a.First, quote(a.Source))
	}
	return fmt.Sprintf("took in %d candidates (%s to %s) from %s", a.Count, a.First, a.First+CandidateID(a.Count-1), quote(a.Source))
}

// Interest is what a member declared about knowing a candidate.
type Interest string

// The declarations. A member who discloses something rates all the same, and chair and secretary read it; a recused
// member neither rates nor counts for the candidate.
const (
	NoConflict Interest = "none"
	Disclosed  Interest = "declared"
	Recused    Interest = "recused"
)

// DeclareConflict declares the author's interest in a candidate, before the file is read. A disclosure needs words; a
// recusal may have some. Invalid for a disclosure without words, words without an interest, or an unknown declaration;
// NotFound for an unknown candidate; Forbidden after the reveal, for members who do not rate, and, while candidates are
// anonymous, for taking a recusal back.
type DeclareConflict struct {
	Candidate CandidateID
	Interest  Interest
	Words     string
}

// ConflictDeclared carries the author's declaration.
type ConflictDeclared struct {
	Candidate CandidateID `json:"candidate"`
	Interest  Interest    `json:"interest"`
	Words     TextRef     `json:"words,omitzero"`
}

// Label names the command.
func (c DeclareConflict) Label(b *Board) string {
	if b.Hidden() { // it may have been made on a name
		return "declaration"
	}
	return "declaration for " + c.Candidate.String()
}

// Inverse is nil: a declaration is corrected by another one.
func (c DeclareConflict) Inverse(*Board, MemberID) Command { return nil }

func (c DeclareConflict) decide(b *Board, s Stamp) (Change, error) {
	if err := b.mustKnow(c.Candidate); err != nil {
		return Change{}, err
	}
	if !b.memberRole(s.Author).Votes() {
		return Change{}, refuse(Forbidden, string(s.Author), "Only members who rate declare a conflict of interest.")
	}
	if b.Phase == Moderating || b.Phase == Decided {
		return Change{}, refuse(Forbidden, c.Candidate.String(), "The ratings are revealed: tell the chair, who notes it with the decision.")
	}
	words := strings.TrimSpace(c.Words)
	switch {
	case c.Interest != NoConflict && c.Interest != Disclosed && c.Interest != Recused:
		return Change{}, refuse(Invalid, c.Candidate.String(), "A declaration is none, declared or recused.")
	case c.Interest == Disclosed && words == "":
		return Change{}, refuse(Invalid, c.Candidate.String(), "Say in a few words how you know the candidate: the chair reads it.")
	case c.Interest == NoConflict && words != "":
		return Change{}, refuse(Invalid, c.Candidate.String(), "Where there is no conflict of interest there is nothing to tell.")
	}
	if b.Hidden() && c.Interest != Recused && b.Recused(s.Author, c.Candidate) {
		return Change{}, refuse(Forbidden, c.Candidate.String(), "While candidates are anonymous a recusal stands until the reveal: it told you which name belongs to which number, so you do not judge that file any more.")
	}
	p := ConflictDeclared{Candidate: c.Candidate, Interest: c.Interest}
	if words == "" {
		if c.Interest == Recused {
			p.Words = b.Assessment(c.Candidate, s.Author).Words // what was disclosed before is why
		}
		return one(s, p)
	}
	t := newText(s, c.Candidate, 0, words)
	p.Words = t.Ref()
	return one(s, p, t)
}

// Wire is the name on disk.
func (ConflictDeclared) Wire() string { return "conflict.declared" }

// Own returns true if it is the author's own work alone, see Payload.
func (CandidatesAdded) Own(MemberID) bool  { return false }
func (ConflictDeclared) Own(MemberID) bool { return true }

// Texts are the texts about candidates that it points at.
func (CandidatesAdded) Texts() []TextRef    { return nil }
func (p ConflictDeclared) Texts() []TextRef { return []TextRef{p.Words} }

// ChangesRules returns true if it changes what is sealed.
func (CandidatesAdded) ChangesRules() bool  { return false }
func (ConflictDeclared) ChangesRules() bool { return false }

// Judges is the candidate whom it judges on a criterion.
func (CandidatesAdded) Judges() (CandidateID, bool)  { return 0, false }
func (ConflictDeclared) Judges() (CandidateID, bool) { return 0, false }

func (CandidatesAdded) beforeReveal(*Board, MemberID) string { return "" }
func (ConflictDeclared) beforeReveal(b *Board, viewer MemberID) string {
	if b.mayRun(viewer) == nil {
		return ""
	}
	return "declared an interest (chair and secretary see which)"
}

func (p ConflictDeclared) apply(b *Board, e Event) {
	if a := b.assessment(p.Candidate, e.Author); a != nil {
		b.declared(*a, -1)
		a.Interest, a.Words = p.Interest, p.Words
		b.declared(*a, 1)
		b.markDirty(p.Candidate)
	}
}

func (p ConflictDeclared) sentence(*Board) string {
	switch p.Interest {
	case Recused:
		return fmt.Sprintf("recused themself from %s", p.Candidate)
	case Disclosed:
		return fmt.Sprintf("declared something about %s, and rates all the same", p.Candidate)
	}
	return fmt.Sprintf("declared no conflict of interest with %s", p.Candidate)
}
