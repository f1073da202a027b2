package model

import (
	"slices"
	"strings"

	"shortlist/model/requirement"
)

// This file holds the criterion, and the commands that change the list while the vacancy is being prepared. Their
// events are in criterion_events.go. Each command is Forbidden once the rules are sealed and for members who do not run
// the panel, NotFound if its criterion is not on the list, and Invalid if the criterion could not be as it would
// become.

// Class says which list a criterion stands in.
type Class string

// The classes.
const (
	Essential Class = "essential"
	Desirable Class = "desirable"
)

// Criterion is one line of the essential or desirable list. Text is in the posting's own words.
type Criterion struct {
	ID          CriterionID             `json:"id"`
	Class       Class                   `json:"class"`
	Text        string                  `json:"text"`
	Lines       Lines                   `json:"lines,omitzero"`
	Requirement requirement.Requirement `json:"requirement"`
	Scale       Scale                   `json:"scale"`
	// Weight is the weight of a desirable, 1 to 100. It is 1 unless WeightReason says why not. Essentials have no
	// weight.
	Weight       int    `json:"weight"`
	WeightReason string `json:"weight_reason,omitempty"`
	// Added is true if a person added the criterion and the posting does not have it.
	Added bool `json:"added,omitempty"`
	// Checked is true if a person compared the criterion with the posting, or wrote it.
	Checked bool `json:"checked,omitempty"`
}

// maxWeight is the greatest weight of a desirable.
const maxWeight = 100

// check refuses a criterion that cannot stand on the list.
func (k Criterion) check() error {
	switch {
	case k.Text == "":
		return refuse(Invalid, "", "A criterion needs words: type what the posting asks for.")
	case k.Class != Essential && k.Class != Desirable:
		return refuse(Invalid, "", "A criterion is essential or desirable: choose one.")
	case k.Class == Essential && k.Weight != 1:
		return refuse(Invalid, "", "Only desirable criteria have weights: an essential must be met whatever the total.")
	case k.Weight < 1 || k.Weight > maxWeight:
		return refuse(Invalid, "", "A weight is a whole number from 1 to %d.", maxWeight)
	case k.Weight != 1 && strings.TrimSpace(k.WeightReason) == "":
		return refuse(Invalid, "", "A weight other than 1 needs a written reason: equal weights are the rule.")
	}
	return k.Scale.check()
}

// withDefaults fills in scale and weight by the kind of the requirement.
func (k Criterion) withDefaults() Criterion {
	if k.Requirement.Kind == "" {
		k.Requirement.Kind = requirement.KindOther
	}
	if k.Scale.Kind == "" {
		k.Scale = DefaultScale(k.Requirement.Kind)
	}
	if k.Weight == 0 {
		k.Weight = 1
	}
	return k
}

// AddCriterion adds a line at the end of its list, or at Position (counted from 1) if that is set.
type AddCriterion struct {
	Criterion Criterion
	Position  int
}

// EditCriterion changes the words and the typed requirement. A changed kind brings its default scale. Lines are the
// lines of the posting that the words were taken from; zero leaves them as they are.
type EditCriterion struct {
	Criterion   CriterionID
	Text        string
	Requirement requirement.Requirement
	Lines       Lines
}

// ReclassifyCriterion moves a criterion to the end of the other list.
type ReclassifyCriterion struct {
	Criterion CriterionID
	Class     Class
}

// MoveCriterion puts a criterion at a position of its own list, counted from 1.
type MoveCriterion struct {
	Criterion CriterionID
	Position  int
}

// RemoveCriterion takes a criterion out.
type RemoveCriterion struct{ Criterion CriterionID }

// WeighCriterion gives a desirable a weight. A weight other than 1 needs a reason.
type WeighCriterion struct {
	Criterion CriterionID
	Weight    int
	Reason    string
}

// ScaleCriterion chooses the scale of a criterion, with its sentences and pass mark.
type ScaleCriterion struct {
	Criterion CriterionID
	Scale     Scale
}

// SplitCriterion makes one criterion of each text; the first keeps the id.
type SplitCriterion struct {
	Criterion CriterionID
	Texts     []string
	Types     []requirement.Requirement
}

// MergeCriteria joins a criterion with the one after it in the same list.
type MergeCriteria struct {
	Criterion   CriterionID
	Requirement requirement.Requirement
}

// replaceCriteria puts a whole list back: every change of the list is undone with it.
type replaceCriteria struct {
	criteria []Criterion
	step     CriteriaStep // the change that is taken back
}

func (AddCriterion) step(*Board) CriteriaStep { return CriteriaStep{Kind: StepAdded} }
func (c EditCriterion) step(b *Board) CriteriaStep {
	return CriteriaStep{Kind: StepReworded, Label: b.Label(c.Criterion)}
}

func (c ReclassifyCriterion) step(b *Board) CriteriaStep {
	return CriteriaStep{Kind: StepReclassified, Label: b.Label(c.Criterion)}
}

func (c MoveCriterion) step(b *Board) CriteriaStep {
	return CriteriaStep{Kind: StepMoved, Label: b.Label(c.Criterion)}
}

func (c RemoveCriterion) step(b *Board) CriteriaStep {
	return CriteriaStep{Kind: StepRemoved, Label: b.Label(c.Criterion)}
}

func (c WeighCriterion) step(b *Board) CriteriaStep {
	return CriteriaStep{Kind: StepWeighted, Label: b.Label(c.Criterion)}
}

func (c ScaleCriterion) step(b *Board) CriteriaStep {
	return CriteriaStep{Kind: StepScaled, Label: b.Label(c.Criterion)}
}

func (c SplitCriterion) step(b *Board) CriteriaStep {
	return CriteriaStep{Kind: StepSplit, Label: b.Label(c.Criterion)}
}

func (c MergeCriteria) step(b *Board) CriteriaStep {
	return CriteriaStep{Kind: StepJoined, Label: b.Label(c.Criterion)}
}

// Label names the command.
func (c AddCriterion) Label(b *Board) string        { return c.step(b).label() }
func (c EditCriterion) Label(b *Board) string       { return c.step(b).label() }
func (c ReclassifyCriterion) Label(b *Board) string { return c.step(b).label() }
func (c MoveCriterion) Label(b *Board) string       { return c.step(b).label() }
func (c RemoveCriterion) Label(b *Board) string     { return c.step(b).label() }
func (c WeighCriterion) Label(b *Board) string      { return c.step(b).label() }
func (c ScaleCriterion) Label(b *Board) string      { return c.step(b).label() }
func (c SplitCriterion) Label(b *Board) string      { return c.step(b).label() }
func (c MergeCriteria) Label(b *Board) string       { return c.step(b).label() }
func (c replaceCriteria) Label(*Board) string       { return c.step.label() }

// Inverse puts the whole list back as it was.
func (c AddCriterion) Inverse(b *Board, _ MemberID) Command { return b.criteriaBack(c.step(b)) }

func (c EditCriterion) Inverse(b *Board, _ MemberID) Command { return b.criteriaBack(c.step(b)) }

func (c ReclassifyCriterion) Inverse(b *Board, _ MemberID) Command { return b.criteriaBack(c.step(b)) }

func (c MoveCriterion) Inverse(b *Board, _ MemberID) Command { return b.criteriaBack(c.step(b)) }

func (c RemoveCriterion) Inverse(b *Board, _ MemberID) Command { return b.criteriaBack(c.step(b)) }

func (c WeighCriterion) Inverse(b *Board, _ MemberID) Command { return b.criteriaBack(c.step(b)) }

func (c ScaleCriterion) Inverse(b *Board, _ MemberID) Command { return b.criteriaBack(c.step(b)) }

func (c SplitCriterion) Inverse(b *Board, _ MemberID) Command { return b.criteriaBack(c.step(b)) }

func (c MergeCriteria) Inverse(b *Board, _ MemberID) Command   { return b.criteriaBack(c.step(b)) }
func (c replaceCriteria) Inverse(b *Board, _ MemberID) Command { return b.criteriaBack(c.step) }

func (b *Board) criteriaBack(step CriteriaStep) Command {
	return replaceCriteria{criteria: slices.Clone(b.Criteria), step: step}
}

func (c AddCriterion) decide(b *Board, s Stamp) (Change, error) {
	if err := b.mayPrepare(s.Author); err != nil {
		return Change{}, err
	}
	k := c.Criterion.withDefaults()
	k.Text = strings.TrimSpace(k.Text)
	k.ID, k.Checked = b.nextCriterion(), true
	if err := k.check(); err != nil {
		return Change{}, err
	}
	return one(s, CriterionAdded{Criterion: k, Position: c.Position})
}

func (c EditCriterion) decide(b *Board, s Stamp) (Change, error) {
	k, err := b.preparing(s.Author, c.Criterion)
	if err != nil {
		return Change{}, err
	}
	text := strings.TrimSpace(c.Text)
	if text == "" {
		return Change{}, refuse(Invalid, "", "A criterion needs words. To take it out, remove it.")
	}
	if c.Requirement.Kind == "" {
		c.Requirement.Kind = requirement.KindOther
	}
	p := CriterionEdited{Criterion: k.ID, Text: text, Requirement: c.Requirement, Scale: k.Scale, WasText: k.Text, Lines: c.Lines}
	if c.Requirement.Kind.Factual() != k.Requirement.Kind.Factual() {
		p.Scale = DefaultScale(c.Requirement.Kind)
	}
	return one(s, p)
}

func (c ReclassifyCriterion) decide(b *Board, s Stamp) (Change, error) {
	k, err := b.preparing(s.Author, c.Criterion)
	if err != nil {
		return Change{}, err
	}
	if c.Class != Essential && c.Class != Desirable {
		return Change{}, refuse(Invalid, b.Label(k.ID), "A criterion is essential or desirable: choose one.")
	}
	if c.Class == k.Class {
		return Change{}, refuse(Invalid, b.Label(k.ID), "%s already is %s.", b.Label(k.ID), k.Class.Words())
	}
	return one(s, CriterionReclassified{Criterion: k.ID, Class: c.Class})
}

func (c MoveCriterion) decide(b *Board, s Stamp) (Change, error) {
	k, err := b.preparing(s.Author, c.Criterion)
	if err != nil {
		return Change{}, err
	}
	if n := len(b.Class(k.Class)); c.Position < 1 || c.Position > n {
		return Change{}, refuse(Invalid, b.Label(k.ID), "%s is at the end of its list already: choose a place from 1 to %d.", b.Label(k.ID), n)
	}
	return one(s, CriterionMoved{Criterion: k.ID, Position: c.Position})
}

func (c RemoveCriterion) decide(b *Board, s Stamp) (Change, error) {
	k, err := b.preparing(s.Author, c.Criterion)
	if err != nil {
		return Change{}, err
	}
	return one(s, CriterionRemoved{Criterion: k.ID, WasText: k.Text, WasLabel: b.Label(k.ID)})
}

func (c WeighCriterion) decide(b *Board, s Stamp) (Change, error) {
	k, err := b.preparing(s.Author, c.Criterion)
	if err != nil {
		return Change{}, err
	}
	if k.Class != Desirable {
		return Change{}, refuse(Invalid, b.Label(k.ID), "Only desirable criteria have weights: an essential must be met whatever the total.")
	}
	was := k.Weight
	k.Weight, k.WeightReason = c.Weight, strings.TrimSpace(c.Reason)
	if err := k.check(); err != nil {
		return Change{}, err
	}
	return one(s, CriterionWeighted{Criterion: k.ID, Weight: k.Weight, Reason: k.WeightReason, Was: was})
}

func (c ScaleCriterion) decide(b *Board, s Stamp) (Change, error) {
	k, err := b.preparing(s.Author, c.Criterion)
	if err != nil {
		return Change{}, err
	}
	if err := c.Scale.check(); err != nil {
		return Change{}, err
	}
	return one(s, CriterionScaled{Criterion: k.ID, Scale: c.Scale})
}

func (c SplitCriterion) decide(b *Board, s Stamp) (Change, error) {
	k, err := b.preparing(s.Author, c.Criterion)
	if err != nil {
		return Change{}, err
	}
	if len(c.Texts) < 2 || len(c.Types) != len(c.Texts) {
		return Change{}, refuse(Invalid, b.Label(k.ID), "To split %s, write each part on a line of its own.", b.Label(k.ID))
	}
	list := slices.Clone(b.Criteria)
	at := slices.IndexFunc(list, func(x Criterion) bool { return x.ID == k.ID })
	var parts []Criterion
	for i, t := range c.Texts {
		p := k
		p.Text, p.Requirement, p.Scale = strings.TrimSpace(t), c.Types[i], Scale{}
		p = p.withDefaults()
		p.Checked = true
		if p.Text == "" {
			return Change{}, refuse(Invalid, b.Label(k.ID), "Each part of a split criterion needs words.")
		}
		if i > 0 {
			p.ID = b.nextCriterion() + CriterionID(i-1)
		}
		parts = append(parts, p)
	}
	list = slices.Replace(list, at, at+1, parts...)
	step := c.step(b)
	step.Parts = len(parts)
	return one(s, CriteriaReplaced{Criteria: list, Step: step})
}

func (c MergeCriteria) decide(b *Board, s Stamp) (Change, error) {
	k, err := b.preparing(s.Author, c.Criterion)
	if err != nil {
		return Change{}, err
	}
	list := slices.Clone(b.Criteria)
	at := slices.IndexFunc(list, func(x Criterion) bool { return x.ID == k.ID })
	if at+1 >= len(list) || list[at+1].Class != k.Class {
		return Change{}, refuse(Invalid, b.Label(k.ID), "%s is the last of its list: there is nothing after it to join.", b.Label(k.ID))
	}
	next := list[at+1]
	step := c.step(b)
	step.With = b.Label(next.ID)
	k.Text = strings.TrimRight(k.Text, " .;,") + "; " + next.Text
	if c.Requirement.Kind.Factual() != k.Requirement.Kind.Factual() {
		k.Scale = Scale{}
	}
	k.Requirement = c.Requirement
	k.Lines, k.Checked = k.Lines.Union(next.Lines), true
	list[at] = k.withDefaults()
	list = slices.Delete(list, at+1, at+2)
	return one(s, CriteriaReplaced{Criteria: list, Step: step})
}

func (c replaceCriteria) decide(b *Board, s Stamp) (Change, error) {
	if err := b.mayPrepare(s.Author); err != nil {
		return Change{}, err
	}
	return one(s, CriteriaReplaced{Criteria: c.criteria, Step: c.step, TakenBack: true})
}

// Union covers both from the first line to the last.
func (l Lines) Union(m Lines) Lines {
	switch {
	case l == Lines{}:
		return m
	case m == Lines{}:
		return l
	}
	return Lines{min(l.From, m.From), max(l.To, m.To)}
}
