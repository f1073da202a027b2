package model

import "fmt"

// This file holds what a change of the vacancy or of its list of criteria was, as codes and arguments. The history keeps
// those and never a sentence, so that the words can change and be said in another language.

// CriteriaStepKind names one way of changing the list of criteria. It is stored; people read CriteriaStep.label.
type CriteriaStepKind string

// The ways of changing the list of criteria.
const (
	StepAdded        CriteriaStepKind = "added"
	StepReworded     CriteriaStepKind = "reworded"
	StepReclassified CriteriaStepKind = "reclassified"
	StepMoved        CriteriaStepKind = "moved"
	StepRemoved      CriteriaStepKind = "removed"
	StepWeighted     CriteriaStepKind = "weighted"
	StepScaled       CriteriaStepKind = "scaled"
	StepSplit        CriteriaStepKind = "split"
	StepJoined       CriteriaStepKind = "joined"
)

// CriteriaStep is one change of the list of criteria.
type CriteriaStep struct {
	Kind CriteriaStepKind `json:"kind"`
	// Label is the label that the criterion had before, "" for a new one; With that of the one joined to it.
	Label string `json:"label,omitempty"`
	With  string `json:"with,omitempty"`
	Parts int    `json:"parts,omitempty"` // how many criteria a split made
}

// label names the step for undo: "split of E2".
func (s CriteriaStep) label() string {
	switch s.Kind {
	case StepAdded:
		return "new criterion"
	case StepReworded:
		return fmt.Sprintf("words of %s", s.Label)
	case StepReclassified:
		return fmt.Sprintf("class of %s", s.Label)
	case StepMoved:
		return fmt.Sprintf("place of %s", s.Label)
	case StepRemoved:
		return fmt.Sprintf("removal of %s", s.Label)
	case StepWeighted:
		return fmt.Sprintf("weight of %s", s.Label)
	case StepScaled:
		return fmt.Sprintf("scale of %s", s.Label)
	case StepSplit:
		return fmt.Sprintf("split of %s", s.Label)
	case StepJoined:
		return fmt.Sprintf("merging into %s", s.Label)
	}
	return "list of criteria"
}

// sentence says what was done, for the history. takenBack is true if the step was undone.
func (s CriteriaStep) sentence(takenBack bool) string {
	switch {
	case takenBack:
		return fmt.Sprintf("put the list back as it was before: %s", s.label())
	case s.Kind == StepSplit:
		return fmt.Sprintf("split %s into %d", s.Label, s.Parts)
	case s.Kind == StepJoined:
		return fmt.Sprintf("joined %s and %s", s.Label, s.With)
	}
	return "changed the list of criteria"
}

// VacancyStepKind names one way of changing what is beside the criteria. It is stored; people read
// VacancyStep.words.
type VacancyStepKind string

// The ways of changing what is beside the criteria. The empty kind is a correction of the header.
const (
	StepHeader              VacancyStepKind = ""
	StepConditionAdded      VacancyStepKind = "condition added"
	StepConditionCorrected  VacancyStepKind = "condition corrected"
	StepConditionsTaken     VacancyStepKind = "conditions taken from the posting"
	StepCompetencyAdded     VacancyStepKind = "competency added"
	StepCompetencyCorrected VacancyStepKind = "competency corrected"
	StepCompetenciesTaken   VacancyStepKind = "competencies taken from the posting"
	StepTakenOut            VacancyStepKind = "taken out" // a condition or a competency
	StepWarningSeen         VacancyStepKind = "warning seen"
	StepWarningUnseen       VacancyStepKind = "warning unseen"
)

// VacancyStep is one change of the header or of what is beside the criteria. Which fields are set depends on Kind.
type VacancyStep struct {
	Kind    VacancyStepKind `json:"kind,omitempty"`
	Subject string          `json:"subject,omitempty"` // label of a condition or competency, or the name of a competency
	Count   int             `json:"count,omitempty"`   // how many were taken from the posting
	Line    int             `json:"line,omitempty"`    // line of the warning; 0 for a warning about the whole posting
}

// label names the step for undo.
func (s VacancyStep) label() string {
	if s.Kind == StepHeader {
		return "header of the vacancy"
	}
	return s.words()
}

// words says what was done, in the past tense.
func (s VacancyStep) words() string {
	switch s.Kind {
	case StepHeader:
		return "corrected the header of the vacancy"
	case StepConditionAdded:
		return fmt.Sprintf("added the condition %s", s.Subject)
	case StepConditionCorrected:
		return fmt.Sprintf("corrected the condition %s", s.Subject)
	case StepConditionsTaken:
		return fmt.Sprintf("took %s of eligibility from the posting", Count(s.Count, "condition", "conditions"))
	case StepCompetencyAdded:
		return fmt.Sprintf("added the competency %s", s.Subject)
	case StepCompetencyCorrected:
		return fmt.Sprintf("corrected the competency %s", s.Subject)
	case StepCompetenciesTaken:
		return fmt.Sprintf("took %s from the posting", Count(s.Count, "competency", "competencies"))
	case StepTakenOut:
		return fmt.Sprintf("took out %s", s.Subject)
	case StepWarningSeen, StepWarningUnseen:
		return s.warningWords()
	}
	return "changed what stands beside the criteria"
}

func (s VacancyStep) warningWords() string {
	seen := s.Kind == StepWarningSeen
	switch {
	case seen && s.Line > 0:
		return fmt.Sprintf("looked at the warning on line %d", s.Line)
	case seen:
		return "looked at the warning on the whole posting"
	case s.Line > 0:
		return fmt.Sprintf("means to look again at the warning on line %d", s.Line)
	}
	return "means to look again at the warning on the whole posting"
}

// sentence says what was done, for the history. takenBack is true if the step was undone.
func (s VacancyStep) sentence(takenBack bool) string {
	if takenBack {
		return fmt.Sprintf("took back: %s", s.words())
	}
	return s.words()
}
