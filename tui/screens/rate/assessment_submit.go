package rate

// This file holds what concerns an assessment as a whole: handing in, taking back, recusing.

import (
	"strings"

	"shortlist/model"
	"shortlist/tui/kit"
	"shortlist/tui/screens/part"
)

// caseActions concern the candidate as a whole.
func (a *assessment) caseActions() []part.Action {
	x := a.board.Own(a.candidate)
	submit := kit.SubmitKey.Unless(part.Refusal(a.env, a.board, model.DeclareConflict{Candidate: a.candidate, Interest: model.NoConflict}))
	switch {
	case a.board.Phase == model.Preparing:
		submit = submit.Unless(part.FirstNonEmpty(submit.Why, "The rules are not sealed yet: rating comes first."))
	case x.Interest == model.Recused:
		submit = submit.Unless(part.FirstNonEmpty(submit.Why, "You recused yourself from "+a.candidate.String()+"."))
	case x.State == model.Submitted:
		submit = submit.As("take back", "Take your assessment of this candidate back to change it.")
	}
	recuse := part.Refusal(a.env, a.board, model.DeclareConflict{Candidate: a.candidate, Interest: model.Recused})
	out := []part.Action{
		part.On(submit, a.submit),
		part.On(kit.Recuse.Unless(recuse), a.askRecuse),
	}
	if a.board.Phase == model.Preparing {
		seal := kit.Seal.Unless(part.Refusal(a.env, a.board, model.SealRules{}))
		return append([]part.Action{part.On(seal, func() []kit.Effect { return askSeal(a.board) })}, out...)
	}
	return out
}

// submit hands the assessment in, tells what is open, or takes it back.
func (a *assessment) submit() []kit.Effect {
	c := a.candidate
	x := a.board.Own(c)
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
	if text := a.thin(x); text != "" {
		return []kit.Effect{kit.Ask{Title: "Hand in " + c.String() + " as it is?", Text: text, Answers: []kit.Answer{
			{Words: "Go back to it"},
			{Words: "Hand in", Key: "s", Effects: []kit.Effect{handIn(c)}},
		}}}
	}
	return []kit.Effect{handIn(c)}
}

func handIn(c model.CandidateID) kit.Effect {
	return kit.Submit{Command: model.SubmitAssessment{Candidate: c}, Note: "Handed in your assessment of " + c.String() + "."}
}

// thin lists what a later reader would miss: ratings with neither reason nor evidence, and passages that are quoted for
// two criteria. Empty if there is nothing.
func (a *assessment) thin(x model.Assessment) string {
	var bare, shared []string
	for _, k := range a.board.Criteria {
		r := x.Rating(k.ID)
		if r.Reason.IsZero() && len(r.Evidence) == 0 {
			bare = append(bare, a.board.Label(k.ID))
		}
		for _, e := range r.Evidence {
			if len(a.sharedEvidence(k.ID, a.text(e))) > 0 {
				shared = append(shared, a.board.Label(k.ID))
				break
			}
		}
	}
	var out []string
	if len(bare) > 0 {
		out = append(out, "Without reason or evidence: "+strings.Join(bare, ", ")+". Who asks later why, finds nothing there.")
	}
	if len(shared) > 0 {
		out = append(out, "The same passage is quoted for "+strings.Join(shared, " and ")+": one thing done should not count twice.")
	}
	return strings.Join(out, "\n")
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
		Text:  "If you know this person in a way that keeps you from judging freely, recuse yourself: you neither rate nor count for this candidate. The chair sees it.",
		Answers: []kit.Answer{
			{Words: "No, go on"},
			{Words: "Recuse myself", Key: "X", Effects: declare(model.Recused, "You recused yourself from "+c.String()+".")},
		},
	}}
}
