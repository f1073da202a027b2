package model

import (
	"slices"

	"shortlist/model/vocab"
)

// This file holds what people read in place of the stored words of this package, one table a type. The names of the
// scales stand with the scales in scale.go.

var phaseWords = map[Phase]string{
	Preparing:  "preparing",
	Screening:  "screening",
	Moderating: "moderating",
	Decided:    "decided",
}

// Words names the phase for people.
func (p Phase) Words() string { return vocab.Words(phaseWords, p) }

var roleWords = map[Role]string{
	Chair:         "chair",
	RoleMember:    "member",
	RoleSecretary: "secretary",
	RoleObserver:  "observer",
}

// Words names the role for people.
func (r Role) Words() string { return vocab.Words(roleWords, r) }

var classWords = map[Class]string{
	Essential: "essential",
	Desirable: "desirable",
}

// Words names the class for people.
func (c Class) Words() string { return vocab.Words(classWords, c) }

var valueWords = map[Value]string{
	NotRated:     "",
	Met:          "met",
	NotMet:       "not met",
	Unclear:      "unclear",
	CannotAssess: "cannot assess",
}

// Words names the value for people; "" if nothing is rated. A point of a scale is its number; see Scale.ValueWords for
// the number with the highest point.
func (v Value) Words() string { return vocab.Words(valueWords, v) }

var assessmentStateWords = map[AssessmentState]string{
	Draft:     "draft",
	Submitted: "submitted",
	Returned:  "returned",
}

// Words names the state for people; "" if there is no assessment.
func (s AssessmentState) Words() string { return vocab.Words(assessmentStateWords, s) }

var basisWords = map[Basis]string{
	BasisNone:   "not rated",
	BasisOwn:    "own rating",
	BasisSame:   "all agree",
	BasisMean:   "mean",
	BasisDiffer: "members differ",
	BasisUnable: "nobody could judge",
	BasisAgreed: "agreed",
	BasisClosed: "closed to you",
}

// Words names the basis for people.
func (x Basis) Words() string { return vocab.Words(basisWords, x) }

var gateWords = map[Gate]string{
	GatePass: "pass",
	GateFail: "fail",
	GateOpen: "open",
}

// Words names the state of the gate for people.
func (g Gate) Words() string { return vocab.Words(gateWords, g) }

var outcomeWords = map[Outcome]string{
	NoDecision:     "",
	Shortlisted:    "shortlisted",
	Reserve:        "reserve",
	NotShortlisted: "not shortlisted",
	Withdrawn:      "withdrawn",
}

// Words names the outcome for people; "" if nothing is decided.
func (o Outcome) Words() string { return vocab.Words(outcomeWords, o) }

var statusWords = map[Status]string{
	StatusNotStarted: "not started",
	StatusInProgress: "in progress",
	StatusReady:      "ready to submit",
	StatusSubmitted:  "submitted",
	StatusReturned:   "returned",
	StatusRecused:    "recused",
	StatusToDecide:   "to be decided",
}

// Words names the status for people; a decision as Outcome names it.
func (s Status) Words() string {
	if o := Outcome(s); slices.Contains(Outcomes(), o) {
		return o.Words()
	}
	return vocab.Words(statusWords, s)
}
