package model

import (
	"fmt"
	"slices"

	"shortlist/model/requirement"
)

// This file holds what can happen to the list of criteria. The commands are in criterion.go.

// CriterionAdded says that a person added a line. Position counts from 1 in its list; 0 is the end.
type CriterionAdded struct {
	Criterion Criterion `json:"criterion"`
	Position  int       `json:"position,omitempty"`
}

// CriterionEdited carries the new words, requirement and scale, and the words before. Lines are set if other lines of
// the posting belong to it now.
type CriterionEdited struct {
	Criterion   CriterionID             `json:"criterion"`
	Text        string                  `json:"text"`
	Requirement requirement.Requirement `json:"requirement"`
	Scale       Scale                   `json:"scale"`
	WasText     string                  `json:"was_text"`
	Lines       Lines                   `json:"lines,omitzero"`
}

// CriterionReclassified says that a criterion changed lists.
type CriterionReclassified struct {
	Criterion CriterionID `json:"criterion"`
	Class     Class       `json:"class"`
}

// CriterionMoved says that a criterion changed its place.
type CriterionMoved struct {
	Criterion CriterionID `json:"criterion"`
	Position  int         `json:"position"`
}

// CriterionRemoved says that a criterion was taken out.
type CriterionRemoved struct {
	Criterion CriterionID `json:"criterion"`
	WasText   string      `json:"was_text"`
	WasLabel  string      `json:"was_label"`
}

// CriterionWeighted carries a weight and the reason for it.
type CriterionWeighted struct {
	Criterion CriterionID `json:"criterion"`
	Weight    int         `json:"weight"`
	Reason    string      `json:"reason,omitempty"`
	Was       int         `json:"was"`
}

// CriterionScaled carries the scale chosen.
type CriterionScaled struct {
	Criterion CriterionID `json:"criterion"`
	Scale     Scale       `json:"scale"`
}

// CriteriaReplaced carries a whole list: after a split, a merge or an undo. Step says what was done, or what was taken
// back.
type CriteriaReplaced struct {
	Criteria  []Criterion  `json:"criteria"`
	Step      CriteriaStep `json:"step"`
	TakenBack bool         `json:"taken_back,omitempty"`
}

// Wire is the name on disk.
func (CriterionAdded) Wire() string        { return "criterion.added" }
func (CriterionEdited) Wire() string       { return "criterion.edited" }
func (CriterionReclassified) Wire() string { return "criterion.reclassified" }
func (CriterionMoved) Wire() string        { return "criterion.moved" }
func (CriterionRemoved) Wire() string      { return "criterion.removed" }
func (CriterionWeighted) Wire() string     { return "criterion.weighted" }
func (CriterionScaled) Wire() string       { return "criterion.scaled" }
func (CriteriaReplaced) Wire() string      { return "criteria.replaced" }

// Own returns true if it is the author's own work alone, see Payload.
func (CriterionAdded) Own(MemberID) bool        { return false }
func (CriterionEdited) Own(MemberID) bool       { return false }
func (CriterionReclassified) Own(MemberID) bool { return false }
func (CriterionMoved) Own(MemberID) bool        { return false }
func (CriterionRemoved) Own(MemberID) bool      { return false }
func (CriterionWeighted) Own(MemberID) bool     { return false }
func (CriterionScaled) Own(MemberID) bool       { return false }
func (CriteriaReplaced) Own(MemberID) bool      { return false }

// Texts are the texts about candidates that it points at.
func (CriterionAdded) Texts() []TextRef        { return nil }
func (CriterionEdited) Texts() []TextRef       { return nil }
func (CriterionReclassified) Texts() []TextRef { return nil }
func (CriterionMoved) Texts() []TextRef        { return nil }
func (CriterionRemoved) Texts() []TextRef      { return nil }
func (CriterionWeighted) Texts() []TextRef     { return nil }
func (CriterionScaled) Texts() []TextRef       { return nil }
func (CriteriaReplaced) Texts() []TextRef      { return nil }

// ChangesRules returns true if it changes what is sealed.
func (CriterionAdded) ChangesRules() bool        { return true }
func (CriterionEdited) ChangesRules() bool       { return true }
func (CriterionReclassified) ChangesRules() bool { return true }
func (CriterionMoved) ChangesRules() bool        { return true }
func (CriterionRemoved) ChangesRules() bool      { return true }
func (CriterionWeighted) ChangesRules() bool     { return true }
func (CriterionScaled) ChangesRules() bool       { return true }
func (CriteriaReplaced) ChangesRules() bool      { return true }

// Judges is the candidate whom it judges on a criterion.
func (CriterionAdded) Judges() (CandidateID, bool)        { return 0, false }
func (CriterionEdited) Judges() (CandidateID, bool)       { return 0, false }
func (CriterionReclassified) Judges() (CandidateID, bool) { return 0, false }
func (CriterionMoved) Judges() (CandidateID, bool)        { return 0, false }
func (CriterionRemoved) Judges() (CandidateID, bool)      { return 0, false }
func (CriterionWeighted) Judges() (CandidateID, bool)     { return 0, false }
func (CriterionScaled) Judges() (CandidateID, bool)       { return 0, false }
func (CriteriaReplaced) Judges() (CandidateID, bool)      { return 0, false }

func (CriterionAdded) beforeReveal(*Board, MemberID) string        { return "" }
func (CriterionEdited) beforeReveal(*Board, MemberID) string       { return "" }
func (CriterionReclassified) beforeReveal(*Board, MemberID) string { return "" }
func (CriterionMoved) beforeReveal(*Board, MemberID) string        { return "" }
func (CriterionRemoved) beforeReveal(*Board, MemberID) string      { return "" }
func (CriterionWeighted) beforeReveal(*Board, MemberID) string     { return "" }
func (CriterionScaled) beforeReveal(*Board, MemberID) string       { return "" }
func (CriteriaReplaced) beforeReveal(*Board, MemberID) string      { return "" }

func (p CriterionAdded) apply(b *Board, _ Event) {
	if b.Criterion(p.Criterion.ID) != nil {
		return
	}
	b.setCriteria(append(slices.Clone(b.Criteria), p.Criterion))
	if p.Position > 0 {
		b.move(p.Criterion.ID, p.Position)
	}
}

func (p CriterionEdited) apply(b *Board, _ Event) {
	b.editCriterion(p.Criterion, func(k *Criterion) {
		k.Text, k.Requirement, k.Scale, k.Checked = p.Text, p.Requirement, p.Scale, true
		if p.Lines != (Lines{}) {
			k.Lines = p.Lines
		}
	})
}

func (p CriterionReclassified) apply(b *Board, _ Event) {
	k := b.Criterion(p.Criterion)
	if k == nil {
		return
	}
	c := *k
	c.Class, c.Weight, c.WeightReason, c.Checked = p.Class, 1, "", true
	list := slices.DeleteFunc(slices.Clone(b.Criteria), func(x Criterion) bool { return x.ID == c.ID })
	b.setCriteria(append(list, c))
}

func (p CriterionMoved) apply(b *Board, _ Event) { b.move(p.Criterion, p.Position) }

func (p CriterionRemoved) apply(b *Board, _ Event) {
	b.setCriteria(slices.DeleteFunc(slices.Clone(b.Criteria), func(x Criterion) bool { return x.ID == p.Criterion }))
}

func (p CriterionWeighted) apply(b *Board, _ Event) {
	b.editCriterion(p.Criterion, func(k *Criterion) { k.Weight, k.WeightReason = p.Weight, p.Reason })
}

func (p CriterionScaled) apply(b *Board, _ Event) {
	b.editCriterion(p.Criterion, func(k *Criterion) { k.Scale = p.Scale })
}

func (p CriteriaReplaced) apply(b *Board, _ Event) { b.setCriteria(p.Criteria) }

func (p CriterionAdded) sentence(*Board) string {
	return fmt.Sprintf("added the %s criterion %s", p.Criterion.Class.Words(), quote(p.Criterion.Text))
}

func (p CriterionEdited) sentence(b *Board) string {
	if p.Text == p.WasText {
		return fmt.Sprintf("changed what is asked by %s %s", b.Label(p.Criterion), quote(p.Text))
	}
	return fmt.Sprintf("changed the words of %s from %s to %s", b.Label(p.Criterion), quote(p.WasText), quote(p.Text))
}

func (p CriterionReclassified) sentence(b *Board) string {
	return fmt.Sprintf("made %s %s", b.named(p.Criterion), p.Class.Words())
}

func (p CriterionMoved) sentence(b *Board) string {
	return fmt.Sprintf("moved %s to place %d of its list", b.named(p.Criterion), p.Position)
}

func (p CriterionRemoved) sentence(*Board) string {
	return fmt.Sprintf("removed the criterion %s %s", p.WasLabel, quote(p.WasText))
}

func (p CriterionWeighted) sentence(b *Board) string {
	s := fmt.Sprintf("changed the weight of %s from %d to %d", b.Label(p.Criterion), p.Was, p.Weight)
	if p.Reason != "" {
		s += ", because " + quote(p.Reason)
	}
	return s
}

func (p CriterionScaled) sentence(b *Board) string {
	return fmt.Sprintf("chose the scale %s for %s", p.Scale.Words(), b.named(p.Criterion))
}

func (p CriteriaReplaced) sentence(*Board) string { return p.Step.sentence(p.TakenBack) }
