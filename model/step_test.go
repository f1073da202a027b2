package model_test

import (
	"testing"

	"shortlist/model"
	"shortlist/model/modeltest"
)

// This file checks what the history says of steps, which are stored as codes and arguments.

func TestAStepIsToldInWords(t *testing.T) {
	t.Parallel()
	b := modeltest.Screening(t, 1)
	split := model.CriteriaStep{Kind: model.StepSplit, Label: "E2", Parts: 3}
	seen := model.VacancyStep{Kind: model.StepWarningSeen, Line: 4}
	for want, p := range map[string]model.Payload{
		"split E2 into 3":  model.CriteriaReplaced{Step: split},
		"joined E1 and E2": model.CriteriaReplaced{Step: model.CriteriaStep{Kind: model.StepJoined, Label: "E1", With: "E2"}},
		"put the list back as it was before: split of E2":         model.CriteriaReplaced{Step: split, TakenBack: true},
		"put the list back as it was before: new criterion":       model.CriteriaReplaced{Step: model.CriteriaStep{Kind: model.StepAdded}, TakenBack: true},
		"put the list back as it was before: words of E1":         taken(model.StepReworded),
		"put the list back as it was before: class of E1":         taken(model.StepReclassified),
		"put the list back as it was before: place of E1":         taken(model.StepMoved),
		"put the list back as it was before: removal of E1":       taken(model.StepRemoved),
		"put the list back as it was before: weight of E1":        taken(model.StepWeighted),
		"put the list back as it was before: scale of E1":         taken(model.StepScaled),
		"put the list back as it was before: merging into E1":     taken(model.StepJoined),
		"changed the list of criteria":                            model.CriteriaReplaced{Step: model.CriteriaStep{Kind: "of a newer program"}},
		"corrected the header of the vacancy":                     model.VacancyEdited{},
		"added the condition G1":                                  edited(model.StepConditionAdded, "G1"),
		"corrected the condition G1":                              edited(model.StepConditionCorrected, "G1"),
		"added the competency Calm":                               edited(model.StepCompetencyAdded, "Calm"),
		"corrected the competency Calm":                           edited(model.StepCompetencyCorrected, "Calm"),
		"took out C2":                                             edited(model.StepTakenOut, "C2"),
		"took 1 condition of eligibility from the posting":        model.VacancyEdited{Step: model.VacancyStep{Kind: model.StepConditionsTaken, Count: 1}},
		"took 2 competencies from the posting":                    model.VacancyEdited{Step: model.VacancyStep{Kind: model.StepCompetenciesTaken, Count: 2}},
		"looked at the warning on line 4":                         model.VacancyEdited{Step: seen},
		"took back: looked at the warning on line 4":              model.VacancyEdited{Step: seen, TakenBack: true},
		"looked at the warning on the whole posting":              edited(model.StepWarningSeen, ""),
		"means to look again at the warning on line 4":            model.VacancyEdited{Step: model.VacancyStep{Kind: model.StepWarningUnseen, Line: 4}},
		"means to look again at the warning on the whole posting": edited(model.StepWarningUnseen, ""),
		"changed what stands beside the criteria":                 edited("of a newer program", ""),
	} {
		if got := b.As("M1").Narrate(model.Event{Author: "M1", Payload: p}).What; got != want {
			t.Errorf("%+v is told as %q, want %q", p, got, want)
		}
	}
}

func taken(kind model.CriteriaStepKind) model.Payload {
	return model.CriteriaReplaced{Step: model.CriteriaStep{Kind: kind, Label: "E1"}, TakenBack: true}
}

func edited(kind model.VacancyStepKind, subject string) model.Payload {
	return model.VacancyEdited{Step: model.VacancyStep{Kind: kind, Subject: subject}}
}
