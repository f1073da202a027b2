package rate

// This file holds the assessment screen after the reveal: everybody's ratings side by side, read only, and what the
// panel agrees on.

import (
	"fmt"

	"shortlist/model"
	"shortlist/tui/kit"
	"shortlist/tui/screens/part"
)

func (a *assessment) panelActions(k model.Criterion) []part.Action {
	chair := part.Refusal(a.env, a.board, model.AgreeRating{Candidate: a.candidate, Criterion: k.ID, Value: k.Scale.Values()[0], Reason: "any"})
	fixed := "The ratings are revealed: they stay as they are. A records what the panel agrees on."
	return []part.Action{
		part.On(kit.Agree.Unless(chair), func() []kit.Effect { return a.askAgree(k) }),
		part.Emit(kit.RateMet.Unless(fixed)),
		part.Emit(kit.RateNotMet.Unless(fixed)),
		part.Emit(kit.RateUnclear.Unless(fixed)),
		part.Emit(kit.RatePoint.Unless(fixed)),
		part.Emit(kit.RateUnable.Unless(fixed)),
		part.Emit(kit.RateClear.Unless(fixed)),
		part.Emit(kit.SubmitKey.Unless(fixed)),
	}
}

// askAgree lets the chair choose the agreed value, then asks for the reason.
func (a *assessment) askAgree(k model.Criterion) []kit.Effect {
	c, label := a.candidate, a.board.Label(k.ID)
	what := label + " of " + c.String()
	var answers []kit.Answer
	for _, v := range k.Scale.Values() {
		answers = append(answers, kit.Answer{
			Words: part.ValueWord(k.Scale, v), Says: k.Scale.Sentence(v), Effects: []kit.Effect{kit.Prompt{
				Title: "Why does the panel settle on “" + v.Words() + "” for " + what + "?", Text: k.Scale.Sentence(v), Lines: 3,
				Check: part.Required("An agreed rating needs a reason."),
				Done: func(reason string) []kit.Effect {
					return []kit.Effect{kit.Submit{
						Command: model.AgreeRating{Candidate: c, Criterion: k.ID, Value: v, Reason: reason},
						Note:    fmt.Sprintf("The panel agreed on %s for %s.", v.Words(), what),
					}}
				},
			}},
		})
	}
	if old, ok := a.board.Settled(c, k.ID); ok {
		answers = append(answers, kit.Answer{
			Words: "take back", Says: fmt.Sprintf("The agreed rating %s no longer stands.", old.Value.Words()), Effects: []kit.Effect{
				kit.Submit{Command: model.AgreeRating{Candidate: c, Criterion: k.ID}, Note: "Took the agreed rating of " + what + " back."},
			},
		})
	}
	return []kit.Effect{kit.Choose{
		Title: "What does the panel agree on for " + what + "?", Text: kit.Clean(k.Text), Answers: answers,
	}}
}

// panelLines lists every member's rating of a criterion with the reason, then the agreed one.
func (a *assessment) panelLines(k model.Criterion, width int) []part.Block {
	var out []part.Block
	for _, x := range a.board.Visible(a.candidate) {
		m := a.board.Member(x.Member)
		if m == nil || !m.Role.Votes() && len(x.Ratings) == 0 {
			continue
		}
		r := x.Rating(k.ID)
		s := fmt.Sprintf("%-12s %s", part.ValueWord(k.Scale, r.Value), kit.Clean(m.Name))
		switch {
		case x.Interest == model.Recused:
			s = fmt.Sprintf("%-12s %s", "recused", kit.Clean(m.Name))
		case !a.board.Counts(x):
			s += " (does not count: " + notCounting(a.board, x) + ")"
		}
		if reason := a.text(r.Reason); reason != "" {
			s += ": " + kit.Clean(reason)
		}
		out = append(out, part.Block{Lines: a.env.Text.Wrap(s, width), Least: 1, Style: part.ValueStyle(a.env.Theme, k.Scale, r.Value)})
		for _, e := range r.Evidence {
			out = append(out, part.Block{Lines: a.env.Text.Wrap("  quotes: "+kit.Clean(a.text(e)), width), Style: &a.env.Theme.Faint})
		}
	}
	if len(out) == 0 {
		out = append(out, part.Block{Lines: []string{"Nobody rated this candidate."}, Least: 1})
	}
	agreed := "Not settled yet."
	if g, ok := a.board.Settled(a.candidate, k.ID); ok {
		agreed = fmt.Sprintf("= %s, agreed by the panel: %s", g.Value.Words(), kit.Clean(a.text(g.Reason)))
	} else if r := a.panelReading(k); !r.Differs && r.Basis != model.BasisNone {
		agreed = "No difference to settle: " + r.Basis.Words() + "."
	}
	return append(out, part.Block{Lines: a.env.Text.Wrap(agreed, width), Least: 1, Style: &a.env.Theme.Strong})
}

func notCounting(b *model.View, x model.Assessment) string {
	if m := b.Member(x.Member); m == nil || m.Removed || !m.Role.Votes() {
		return "no vote on the panel"
	}
	return "not submitted"
}

// panelReading is what the panel's ratings of a criterion come to.
func (a *assessment) panelReading(k model.Criterion) model.Result {
	for _, r := range a.board.Standing(a.candidate).Results {
		if r.Criterion == k.ID {
			return r
		}
	}
	return model.Result{Criterion: k.ID, Basis: model.BasisNone}
}
