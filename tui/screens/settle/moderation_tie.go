package settle

// This file names who breaks a tie: somebody who did not rate the criterion before, on the panel or from outside.

import (
	"context"
	"strings"

	"shortlist/model"
	"shortlist/tui/kit"
)

// tieBreaker is the person named to break the tie on one criterion of one candidate.
type tieBreaker struct {
	name string
	c    model.CandidateID
	k    model.CriterionID
}

// of returns the name for a criterion of a candidate; empty if there is none.
func (t tieBreaker) of(c model.CandidateID, k model.CriterionID) string {
	if t.c != c || t.k != k {
		return ""
	}
	return t.name
}

// set names the tie-breaker.
func (t *tieBreaker) set(to tieBreaker) []kit.Effect {
	*t = to
	return []kit.Effect{kit.Note{Text: kit.Clean(t.name) + " breaks the tie: the key of the value settles it."}}
}

// named sets the member who was chosen from the panel.
func (t *tieBreaker) named(d kit.Done) ([]kit.Effect, bool) {
	to, ok := d.Value.(tieBreaker)
	if !ok {
		return nil, false
	}
	return t.set(to), true
}

// tieNamed is the key under which the chosen member of the panel comes back.
const tieNamed = "tie"

const tieText = "A third person who was not involved before and sees the criterion, the file and all reasons. The name goes into the reason."

// askTie asks who breaks the tie. If a name is set already, it removes the name instead.
func (s settler) askTie() []kit.Effect {
	if s.tie.of(s.c, s.k.ID) != "" {
		*s.tie = tieBreaker{}
		return []kit.Effect{kit.Note{Text: "Nobody breaks the tie: the panel settles it by itself."}}
	}
	set := func(name string) []kit.Effect {
		return s.tie.set(tieBreaker{strings.Join(strings.Fields(name), " "), s.c, s.k.ID})
	}
	var answers []kit.Answer
	for _, x := range s.board.Panel() {
		tie := tieBreaker{x.Name, s.c, s.k.ID}
		if involved(s.board, s.c, s.k.ID, x.ID) == "" {
			answers = append(answers, kit.Answer{Words: kit.Clean(x.Name), Says: "On the panel as " + x.Role.Words() + "; did not rate this.", Effects: []kit.Effect{kit.Run{Key: tieNamed, Work: func(context.Context, func(string)) (any, error) { return tie, nil }}}})
		}
	}
	answers = append(answers, kit.Answer{Words: "somebody else", Says: "A person from outside the panel, by name.", Effects: []kit.Effect{kit.Prompt{Title: "Who breaks the tie?", Text: tieText, Check: s.tieCheck, Done: set}}})
	return []kit.Effect{kit.Choose{Title: "Who breaks the tie on " + s.board.Label(s.k.ID) + " of " + s.c.String() + "?", Text: tieText, Answers: answers}}
}

// tieCheck refuses a name of somebody who was involved.
func (s settler) tieCheck(name string) string {
	name = strings.Join(strings.Fields(name), " ")
	if name == "" {
		return "Name the person who breaks the tie."
	}
	for _, x := range s.board.Members {
		if strings.EqualFold(x.Name, name) {
			if why := involved(s.board, s.c, s.k.ID, x.ID); why != "" {
				return kit.Clean(x.Name) + " " + why + ": a tie is broken by somebody who was not involved."
			}
		}
	}
	return ""
}

// involved says how a member was involved in the ratings of a criterion; empty if not.
func involved(b *model.View, c model.CandidateID, k model.CriterionID, m model.MemberID) string {
	switch b.Involved(c, k, m) {
	case model.HasRecused:
		return "declared a conflict of interest"
	case model.HasRated:
		return "rated this"
	}
	return ""
}
