package screens

import (
	"strings"

	"shortlist/model"
	"shortlist/tui/kit"
)

// This file holds what concerns an assessment as a whole: handing in, taking back, recusing.

// caseActions concern the candidate as a whole.
func (a *assessment) caseActions() []action {
	x := a.board.Assessment(a.candidate, a.me)
	submit := kit.SubmitKey.Unless(refused(a.env, a.board, model.DeclareConflict{Candidate: a.candidate, Interest: model.NoConflict}))
	switch {
	case a.board.Phase == model.Preparing:
		submit = submit.Unless(orElse(submit.Why, "The rules are not sealed yet: rating comes first."))
	case x.Interest == model.Recused:
		submit = submit.Unless(orElse(submit.Why, "You recused yourself from "+a.candidate.String()+"."))
	case x.State == model.Submitted:
		submit = submit.As("take back", "Take your assessment of this candidate back to change it.")
	}
	recuse := refused(a.env, a.board, model.DeclareConflict{Candidate: a.candidate, Interest: model.Recused})
	out := []action{
		{submit, just(a.submit)},
		{kit.Recuse.Unless(recuse), just(a.askRecuse)},
	}
	if a.board.Phase == model.Preparing {
		seal := kit.Seal.Unless(refused(a.env, a.board, model.SealRules{}))
		return append([]action{{seal, just(func() []kit.Effect { return askSeal(a.board) })}}, out...)
	}
	return out
}

// submit hands the assessment in, tells what is open, or takes it back.
func (a *assessment) submit() []kit.Effect {
	c := a.candidate
	x := a.board.Assessment(c, a.me)
	if x.State == model.Submitted {
		return []kit.Effect{kit.Ask{
			Title: "Take your assessment of " + c.String() + " back?", Text: "You can change it and hand it in again, until the ratings are revealed.",
			Answers: []kit.Answer{
				{Words: "Leave it handed in"},
				{Words: "Take it back", Effects: []kit.Effect{
					kit.Submit{Command: model.ReturnAssessment{Candidate: c}, Note: c.String() + " is open again."},
				}},
			},
		}}
	}
	var open []string
	for _, k := range a.board.Criteria {
		switch reason := x.Rating(k.ID).Reason; {
		case a.value(c, k.ID) == model.NotRated:
			open = append(open, a.board.Label(k.ID))
		case a.board.Rules.ReasonsRequired && reason.IsZero():
			open = append(open, a.board.Label(k.ID)+" (reason)")
		}
	}
	if len(open) > 0 {
		a.toOpen(x)
		return []kit.Effect{kit.Ask{
			Title: c.String() + " is not complete", Text: "Still open: " + strings.Join(open, ", ") + ".\nWhat you cannot judge is rated “-” (cannot assess).",
			Answers: []kit.Answer{{Words: "Go on rating"}},
		}}
	}
	a.handing = c
	return []kit.Effect{kit.Submit{
		Command: model.SubmitAssessment{Candidate: c}, Note: "Handed in your assessment of " + c.String() + ".",
	}}
}

// toOpen goes to the first criterion that is open.
func (a *assessment) toOpen(x model.Assessment) {
	for i, k := range a.board.Criteria {
		if a.value(a.candidate, k.ID) == model.NotRated || a.board.Rules.ReasonsRequired && x.Rating(k.ID).Reason.IsZero() {
			a.choose(i)
			return
		}
	}
}

// askRecuse asks about a conflict of interest.
func (a *assessment) askRecuse() []kit.Effect {
	c := a.candidate
	declare := func(i model.Interest, note string) []kit.Effect {
		return []kit.Effect{kit.Submit{Command: model.DeclareConflict{Candidate: c, Interest: i}, Note: note}}
	}
	if a.recused() {
		return []kit.Effect{kit.Ask{
			Title: "You are recused from " + c.String(), Text: "You neither read this file nor rate it, and you do not count for this candidate.",
			Answers: []kit.Answer{
				{Words: "Stay recused"},
				{Words: "No conflict of interest", Effects: declare(model.NoConflict, "You declared no conflict of interest with "+c.String()+".")},
			},
		}}
	}
	return []kit.Effect{kit.Ask{
		Title: "A conflict of interest with " + c.String() + "?",
		Text:  "If you know this person so that you cannot judge freely, recuse yourself: you neither rate nor count for this candidate. The chair sees it.",
		Answers: []kit.Answer{
			{Words: "No, go on"},
			{Words: "Recuse myself", Key: "X", Effects: declare(model.Recused, "You recused yourself from "+c.String()+".")},
		},
	}}
}
