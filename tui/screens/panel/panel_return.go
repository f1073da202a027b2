package panel

// This file returns a submitted assessment to its member, with a reason. It lists which were submitted and shows nothing
// of their content.

import (
	"fmt"

	"shortlist/model"
	"shortlist/tui/kit"
	"shortlist/tui/screens/part"
)

// whyNotReturn says why no assessment of a member can be returned now; empty if one can.
func (s *panel) whyNotReturn(m model.Member) string {
	switch {
	case part.WhyNotRun(s.env, s.board) != "":
		return part.WhyNotRun(s.env, s.board)
	case s.board.Revealed():
		return "The ratings are revealed: they stay as they are."
	case s.away():
		return "What members handed in is known on the chair's laptop: it is returned there."
	case m.ID == "" || s.counts[m.ID].done == 0:
		return "This member has handed in nothing that could be returned."
	}
	return ""
}

// askReturn asks which assessment of a member is returned, then why.
func (s *panel) askReturn(m model.Member) []kit.Effect {
	name := kit.Clean(m.Name)
	var answers []kit.Answer
	for _, c := range s.board.Returnable(m.ID) {
		answers = append(answers, kit.Answer{Words: c.String(), Says: "Handed in by " + name + ".", Effects: []kit.Effect{kit.Prompt{
			Title: fmt.Sprintf("Why does the assessment of %s go back to %s?", c, name),
			Text:  "The member reads the reason, can change the ratings and hands them in again. The history keeps it.", Lines: 3,
			Check: part.Required("Returning somebody's assessment needs a reason."),
			Done: func(reason string) []kit.Effect {
				return part.Submit(model.ReturnAssessment{Candidate: c, Member: m.ID, Reason: reason}, fmt.Sprintf("The assessment of %s is with %s again.", c, name))
			},
		}}})
	}
	return []kit.Effect{kit.Choose{
		Title: "Return an assessment to " + name, Text: "What was handed in is listed, never what stands in it.", Answers: answers,
	}}
}
