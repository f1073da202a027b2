package posting

import "shortlist/model/vocab"

// This file holds what people read in place of the stored words of this package.

var conditionKindWords = map[ConditionKind]string{
	ConditionNationality: "nationality",
	ConditionDocument:    "document",
	ConditionClearance:   "clearance",
}

// Words names the kind of condition for people.
func (k ConditionKind) Words() string { return vocab.Words(conditionKindWords, k) }

var stageWords = map[Stage]string{
	StageDecode:       "decode",
	StageLines:        "lines",
	StageSections:     "sections",
	StageLists:        "lists",
	StageCriteria:     "criteria",
	StageRequirements: "requirements",
}

// Words names the stage for people.
func (s Stage) Words() string { return vocab.Words(stageWords, s) }
