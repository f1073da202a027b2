package model

import "fmt"

// This file records that a person compared a criterion with the posting. That changes nothing of the criterion and is
// not part of the sealed rules; it shows what nobody has looked at yet.

// CheckCriterion says that a person compared a criterion with the posting, or takes that back. Refused like
// EditCriterion.
type CheckCriterion struct {
	Criterion CriterionID
	Checked   bool
}

// CriterionChecked says that a person compared a criterion with the posting, or took that back.
type CriterionChecked struct {
	Criterion CriterionID `json:"criterion"`
	Checked   bool        `json:"checked"`
}

// Label names the command.
func (c CheckCriterion) Label(b *Board) string { return "check of " + b.Label(c.Criterion) }

// Inverse restores the mark.
func (c CheckCriterion) Inverse(b *Board, _ MemberID) Command {
	k := b.Criterion(c.Criterion)
	if k == nil {
		return nil
	}
	c.Checked = k.Checked
	return c
}

func (c CheckCriterion) decide(b *Board, s Stamp) (Change, error) {
	k, err := b.preparing(s.Author, c.Criterion)
	if err != nil {
		return Change{}, err
	}
	return one(s, CriterionChecked{Criterion: k.ID, Checked: c.Checked})
}

// Wire is the name on disk.
func (CriterionChecked) Wire() string { return "criterion.checked" }

// Own returns true if it is the author's own work alone, see Payload.
func (CriterionChecked) Own(MemberID) bool { return false }

// Texts are the texts about candidates that it points at.
func (CriterionChecked) Texts() []TextRef { return nil }

// ChangesRules returns true if it changes what is sealed.
func (CriterionChecked) ChangesRules() bool { return false }

// Judges is the candidate whom it judges on a criterion.
func (CriterionChecked) Judges() (CandidateID, bool) { return 0, false }

func (CriterionChecked) beforeReveal(*Board, MemberID) string { return "" }

func (p CriterionChecked) apply(b *Board, _ Event) {
	b.editCriterion(p.Criterion, func(k *Criterion) { k.Checked = p.Checked })
}

func (p CriterionChecked) sentence(b *Board) string {
	if !p.Checked {
		return fmt.Sprintf("took back the check of %s", b.named(p.Criterion))
	}
	return fmt.Sprintf("checked %s against the posting", b.named(p.Criterion))
}
