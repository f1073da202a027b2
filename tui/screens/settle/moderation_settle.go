package settle

// This file holds what is done on the moderation screen and in the meeting: settling a difference. The members' own
// ratings stay as they are.

import (
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"

	"shortlist/model"
	"shortlist/tui/kit"
	"shortlist/tui/screens/part"
)

func (m *moderation) actions() []part.Action {
	d, ok := m.item()
	k, has := m.criterion()
	none := ""
	switch {
	case !m.board.Revealed():
		none = "The ratings are not revealed yet: there is nothing to settle."
	case (!ok || !has) && len(m.agenda.Recused) > 0:
		none = "You recused yourself from " + model.ListOf(m.agenda.Recused, 3) + ": somebody else settles what is left."
	case !ok || !has:
		none = "There is no difference to settle."
	}
	out := settler{env: m.env, board: m.board, c: d.Candidate, k: k, none: none, tie: &m.tie}.actions()
	names := kit.HideNames
	if m.hidden {
		names = names.As("show names", "Show who gave which rating.")
	}
	return append(out,
		part.On(names.Unless(none), func() []kit.Effect { m.hidden = !m.hidden; m.layout(true); return nil }),
		part.On(kit.Enter.As("assessment", "Open the candidate at this criterion.").Unless(none), m.open),
		part.On(kit.Meet.Unless(none), func() []kit.Effect {
			return []kit.Effect{kit.Push{Route: withNames(kit.Meeting, d.Candidate, d.Criterion, m.hidden)}}
		}),
		part.Emit(kit.ExportK, kit.Push{Route: kit.Route{Screen: kit.Export}}),
	)
}

// settler settles one criterion of one candidate by keys; moderation and meeting share it.
type settler struct {
	env   *kit.Env
	board *model.View
	c     model.CandidateID
	k     model.Criterion
	none  string // why nothing can be settled; empty if something can
	tie   *tieBreaker
	done  func() // called when a value was submitted with its reason
}

func (s settler) settled() {
	*s.tie = tieBreaker{}
	if s.done != nil {
		s.done()
	}
}

// whyNot says why the viewer may not settle now; empty if they may.
func (s settler) whyNot() string {
	if s.none != "" {
		return s.none
	}
	return part.Refusal(s.env, s.board, model.AgreeRating{Candidate: s.c, Criterion: s.k.ID, Value: s.k.Scale.Values()[0], Reason: "any"})
}

// actions returns the keys of the scale, and the key that takes back a settled value.
func (s settler) actions() []part.Action {
	why := s.whyNot()
	back := why
	if _, ok := s.board.Settled(s.c, s.k.ID); s.none == "" && !ok {
		back = part.FirstNonEmpty(why, "There is no agreed rating to take back.")
	}
	actions := func(keys []part.RatingKey, why string) (out []part.Action) {
		for i, x := range keys {
			words, says := x.Binding.Help().Desc, "The panel agrees on the point of the scale. A reason is asked for."
			if !x.Point {
				says = fmt.Sprintf("The panel agrees: %s. A reason is asked for.", words)
			}
			if i == 0 {
				words = "agree " + words
			}
			out = append(out, part.OnKey(x.Binding.As(words, says).Unless(why), func(m tea.KeyPressMsg) []kit.Effect { return s.ask(x.Value(m)) }))
		}
		return out
	}
	own, other := part.RatingKeys(s.k.Scale)
	tie := part.On(kit.TieBreak.Unless(why), s.askTie)
	takeBack := part.On(kit.RateClear.As("take back", "Take the agreed rating back; what members gave stays.").Unless(back), s.askBack)
	return slices.Concat(actions(own, why), []part.Action{takeBack, tie},
		actions(other, part.FirstNonEmpty(why, part.OtherScale(s.k.Scale, s.board.Label(s.k.ID)))))
}

// ask asks why the panel settles on a value.
func (s settler) ask(v model.Value) []kit.Effect {
	what := s.board.Label(s.k.ID) + " of " + s.c.String()
	front := ""
	text := s.k.Scale.Sentence(v)
	if name := s.tie.of(s.c, s.k.ID); name != "" {
		front = "Tie broken by " + name + ": "
		text += "\nTie broken by " + kit.Clean(name) + ", who was not involved before."
	}
	return []kit.Effect{kit.Prompt{
		Title: "Why does the panel settle on “" + s.k.Scale.ValueWords(v) + "” for " + what + "?", Text: text, Lines: 3,
		Check: part.Required("An agreed rating needs a reason."),
		Done: func(reason string) []kit.Effect {
			s.settled()
			note := fmt.Sprintf("The panel agreed on %s for %s.", v.Words(), what)
			if w := part.Assumption(reason); w != "" {
				note = fmt.Sprintf("Settled. “%s” is a guess: better say what the file shows.", w)
			}
			return []kit.Effect{kit.Submit{
				Command: model.AgreeRating{Candidate: s.c, Criterion: s.k.ID, Value: v, Reason: front + reason}, Note: note,
			}}
		},
	}}
}

func (s settler) askBack() []kit.Effect {
	what := s.board.Label(s.k.ID) + " of " + s.c.String()
	return []kit.Effect{kit.Ask{Title: "Take the agreed rating of " + what + " back?", Text: "The ratings of the members stand as they gave them.", Answers: []kit.Answer{
		{Words: "Leave it"},
		{Words: "Take back", Key: "t", Effects: []kit.Effect{
			kit.Submit{Command: model.AgreeRating{Candidate: s.c, Criterion: s.k.ID}, Note: "Took the agreed rating of " + what + " back."},
		}},
	}}}
}
