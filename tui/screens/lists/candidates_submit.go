package lists

// This file hands in from the list all that is complete.

import (
	"fmt"

	"shortlist/model"
	"shortlist/tui/kit"
	"shortlist/tui/screens/part"
)

// submitAction is the key for it.
func (c *candidates) submitAction() part.Action {
	why := part.WhyReadOnly(c.env)
	switch m := c.board.Member(c.me); {
	case why != "":
	case m == nil:
		why = "Choose who is working first (@)."
	case !m.Role.Votes():
		why = "You do not rate here, so there is nothing to hand in."
	case c.board.Phase == model.Preparing:
		why = "The rules are not sealed yet: rating comes first."
	case c.board.Revealed():
		why = "The ratings are revealed: they stay as they are."
	}
	key := kit.SubmitKey.As("submit all", "Hand in all your assessments that are complete.").Unless(why)
	return part.On(key, c.askSubmitRest)
}

// askSubmitRest says how many are complete, and what a later reader would miss in them.
func (c *candidates) askSubmitRest() []kit.Effect {
	ready := c.board.Ready()
	if len(ready) == 0 {
		return []kit.Effect{kit.Note{Text: "None of your assessments is complete and not handed in yet. Enter opens a candidate."}}
	}
	bare := 0
	for _, x := range ready {
		for _, r := range c.board.Own(x).Ratings {
			if r.Value != model.NotRated && r.Reason.IsZero() && len(r.Evidence) == 0 {
				bare++
				break
			}
		}
	}
	text := fmt.Sprintf("Complete and not handed in yet: %s.", model.ListOf(ready, 12))
	if bare > 0 {
		text += fmt.Sprintf("\nWithout reason or evidence somewhere: %d of them. Who asks later why, finds nothing there.", bare)
	}
	return []kit.Effect{kit.Ask{
		Title: "Hand in " + model.Count(len(ready), "assessment", "assessments") + "?", Text: text,
		Answers: []kit.Answer{
			{Words: "Not yet"},
			{Words: "Hand in", Key: "s", Effects: part.Submit(model.SubmitRest{}, "Handed in "+model.Count(len(ready), "assessment", "assessments")+".")},
		},
	}}
}
