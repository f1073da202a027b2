package settle

// This file holds what is done on the ranking: revealing and deciding.

import (
	"fmt"

	"shortlist/model"
	"shortlist/tui/kit"
	"shortlist/tui/screens/part"
)

func (r *ranking) actions() []part.Action {
	none := ""
	if len(r.rows) == 0 {
		none = "There is no candidate yet."
	}
	decide := part.FirstNonEmpty(none, r.whyNotDecide())
	return []part.Action{
		part.On(kit.Enter.As("assess", "Open the candidate.").Unless(none), r.open),
		part.On(kit.Decide.Unless(decide), r.askDecision),
		part.On(kit.Reveal.Unless(part.Refusal(r.env, r.board, model.RevealRatings{Reason: "any"})), r.askReveal),
		part.On(kit.Settle.Unless(part.WhyNoMeeting(r.board)), func() []kit.Effect { return part.PushCase(kit.Moderation, r.at, 0) }),
		part.On(kit.Meet.Unless(part.WhyNoMeeting(r.board)), func() []kit.Effect { return part.PushCase(kit.Meeting, 0, 0) }),
		part.Emit(kit.ExportK, kit.Push{Route: kit.Route{Screen: kit.Export}}),
	}
}

// whyNotDecide says why no decision can be recorded now; empty if one can.
func (r *ranking) whyNotDecide() string {
	if len(r.outcomes()) > 0 {
		return ""
	}
	return part.Refusal(r.env, r.board, model.MakeDecision{Candidate: r.at, Outcome: model.Shortlisted, Reason: "any"})
}

// outcomes returns those that the viewer may record for the candidate now.
func (r *ranking) outcomes() []model.Outcome {
	var out []model.Outcome
	was := r.board.Decision(r.at).Outcome
	for _, o := range append(model.Outcomes(), model.NoDecision) {
		if o == was {
			continue
		}
		if part.Refusal(r.env, r.board, model.MakeDecision{Candidate: r.at, Outcome: o, Reason: "any"}) == "" {
			out = append(out, o)
		}
	}
	return out
}

var outcomeSays = map[model.Outcome]string{
	model.Shortlisted:    "Goes on to the next stage.",
	model.Reserve:        "Goes on if somebody drops out.",
	model.NotShortlisted: "Does not go on.",
	model.Withdrawn:      "Took the application back.",
	model.NoDecision:     "Open the case again.",
}

// askDecision asks for the outcome, then for the reason. A decision may depart from the computed order; the question
// says so.
func (r *ranking) askDecision() []kit.Effect {
	if row, ok := r.selected(); ok {
		return r.askDecisionOn(row)
	}
	return nil
}

func (r *ranking) askDecisionOn(row model.Row) []kit.Effect {
	c := row.Candidate
	var answers []kit.Answer
	for _, o := range r.outcomes() {
		words := o.Words()
		if o == model.NoDecision {
			words = "no decision"
		}
		text := "The reason goes into the report, whether for or against."
		if d := r.departure(row, o); d != "" {
			text = d + " " + text
		}
		answers = append(answers, kit.Answer{Words: words, Says: outcomeSays[o], Effects: []kit.Effect{kit.Prompt{
			Title: fmt.Sprintf("%s: %s. Why?", c, words), Text: text, Lines: 4, Check: part.Required("A decision needs a reason."),
			Done: func(reason string) []kit.Effect {
				return []kit.Effect{kit.Submit{
					Command: model.MakeDecision{Candidate: c, Outcome: o, Reason: reason}, Note: fmt.Sprintf("%s: %s.", c, words),
				}}
			},
		}}})
	}
	text := ""
	if r.board.Revealed() {
		text = part.Refusal(r.env, r.board, model.MakeDecision{Candidate: c, Outcome: model.Shortlisted, Reason: "any"})
	}
	place := "no place"
	if row.Rank > 0 {
		place = "place " + row.Place()
	}
	return []kit.Effect{kit.Choose{Title: fmt.Sprintf("Decision on %s (%s)", c, place), Text: text, Answers: answers}}
}

// departure says how a decision departs from the computed order; empty if it does not.
func (r *ranking) departure(row model.Row, o model.Outcome) string {
	cut := r.board.Rules.CutLine
	switch above := row.Rank > 0 && row.Rank <= cut; {
	case cut == 0:
		return ""
	case o == model.Shortlisted && !above:
		return fmt.Sprintf("This departs from the computed order: place %s, cut line %d.", row.Place(), cut)
	case (o == model.NotShortlisted || o == model.Reserve) && above:
		return fmt.Sprintf("This departs from the computed order: place %s is above the cut line %d.", row.Place(), cut)
	}
	return ""
}

// askReveal asks before the ratings become visible, and for a reason if some are missing.
func (r *ranking) askReveal() []kit.Effect {
	missing := r.board.Missing()
	submit := func(reason string) []kit.Effect {
		return []kit.Effect{kit.Submit{Command: model.RevealRatings{Reason: reason}, Note: "The ratings are revealed: now settle the differences."}}
	}
	text := "Every member sees all ratings that were handed in. After that nobody can rate any more, and this cannot be taken back."
	if q := part.QuorumWords(r.board); q != "" {
		text = q + " " + text
	}
	next := submit("")
	if missing > 0 {
		text = model.Count(missing, "assessment is", "assessments are") + " not handed in and will not count. " + text
		next = []kit.Effect{kit.Prompt{
			Title: "Why reveal before everybody has handed in?", Text: "The reason stands in every report.", Lines: 3,
			Check: part.Required("Revealing early needs a reason."), Done: submit,
		}}
	}
	return []kit.Effect{kit.Ask{Title: "Reveal the ratings?", Text: text, Answers: []kit.Answer{
		{Words: "Not yet"},
		{Words: "Reveal", Key: "R", Effects: next},
	}}}
}
