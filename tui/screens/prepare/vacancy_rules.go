package prepare

// This file holds the rules on the vacancy page: showing, sealing and opening them. Changing them is in form_rules.go.

import (
	"fmt"
	"slices"
	"strconv"

	"shortlist/model"
	"shortlist/tui/kit"
	"shortlist/tui/screens/part"
	"shortlist/tui/widget"
)

func (s *vacancy) showRules() []kit.Effect {
	b := s.board
	text := "HOW EXPERIENCE IS COUNTED\n\n"
	for _, l := range b.Rules.Policy.Sentences() {
		text += "- " + l + "\n"
	}
	text += countingSources(b)
	if len(b.Seals) > 0 {
		text += "\nVERSIONS\n\n"
		for _, v := range b.Seals {
			text += fmt.Sprintf("- version %d, sealed %s UTC by %s, %s given by then", v.Version,
				v.At.UTC().Format("2006-01-02 15:04"), b.MemberName(v.By), model.Count(v.Ratings, "rating", "ratings"))
			if v.Reason != "" {
				text += ", opened again because: " + v.Reason
			}
			text += "\n  SHA-256 " + v.Hash + "\n"
		}
	}
	text += "\nTHE RULES AS THEY ARE HASHED\n\nSave this text and take its SHA-256 to check it:\n" + model.RulesHash(b.Vacancy.ClosingDate, b.Criteria, b.Rules) +
		"\n\n" + model.RulesText(b.Vacancy.ClosingDate, b.Criteria, b.Rules)
	s.rules = widget.NewPager(s.env)
	s.rules.SetText(text)
	s.rules.Resize(s.width, s.height)
	return nil
}

func (s *vacancy) whyNotSeal() string {
	switch {
	case s.board.Phase != model.Preparing:
		return "The rules are sealed already."
	case len(s.board.Criteria) == 0:
		return "There is no criterion yet: add what the posting asks for first."
	}
	if wrong := s.board.Rules.Policy.Problems(); len(wrong) > 0 {
		return wrong[0] + " Press T to change it."
	}
	return part.WhyNotChair(s.env, s.board)
}

func (s *vacancy) whyNotUnseal() string {
	switch s.board.Phase {
	case model.Preparing:
		return "The rules are not sealed."
	case model.Screening:
		return part.WhyNotChair(s.env, s.board)
	}
	return "The ratings are revealed: the rules cannot change any more."
}

func (s *vacancy) seal() []kit.Effect {
	b := s.board
	version := len(b.Seals) + 1
	text := ""
	for _, c := range s.concerns() {
		text += "! " + c + "\n"
	}
	if text != "" {
		text += "\n"
	}
	text += fmt.Sprintf("%s and %s, their scales and weights, the cut line, the tie rule and the counting policy are fixed as version %d. "+
		"Then rating begins. A later change needs the chair and a reason, and every report lists it.\n\n%s\n\nSHA-256 (P shows the text): %.16s…",
		model.Count(len(b.Class(model.Essential)), "essential criterion", "essential criteria"),
		model.Count(len(b.Class(model.Desirable)), "desirable", "desirables"), version, rulesWords(b.Rules), model.RulesHash(b.Vacancy.ClosingDate, b.Criteria, b.Rules))
	note := fmt.Sprintf("Rules sealed, version %d. Rating may begin.", version)
	if slices.ContainsFunc(b.Panel(), func(m model.Member) bool { return m.Card != (model.Card{}) && m.ID != s.env.Me }) {
		note += " The bundles can go out: b on the panel page."
	}
	return []kit.Effect{kit.Ask{Title: "Seal the rules?", Text: text, Answers: []kit.Answer{
		{Words: "Not yet", Key: "n", Says: "Go on preparing."},
		{Words: "Seal", Key: "s", Says: "Fix the rules and begin rating.", Effects: part.Submit(model.SealRules{}, note)},
	}}}
}

// rulesWords are the choices that are easily overlooked, as they stand.
func rulesWords(r model.Rules) string {
	line := "not fixed"
	if r.CutLine > 0 {
		line = strconv.Itoa(r.CutLine)
	}
	say := func(yes bool, a, b string) string {
		if yes {
			return a
		}
		return b
	}
	return "As T has it: cut line " + line + " · " + say(r.Anonymous, "names hidden until the reveal", "names shown") + " · " +
		say(r.Declarations, "conflicts declared first", "no declarations of conflicts") + " · " +
		say(r.ReasonsRequired, "a reason for every rating", "reasons left to the member")
}

// concerns are what the chair should know before sealing.
func (s *vacancy) concerns() []string {
	out := s.board.Concerns()
	for _, w := range s.checked() {
		out = append(out, w.Message())
	}
	if n := len(s.board.Raters()); n < s.board.Rules.MinAssessors {
		out = append(out, fmt.Sprintf("The rules ask for at least %d assessors a candidate; %s now.", s.board.Rules.MinAssessors, model.Count(n, "member rates", "members rate")))
	}
	return out
}

func (s *vacancy) unseal() []kit.Effect {
	return []kit.Effect{kit.Prompt{
		Title: "Open the sealed rules", Text: "Rating stops until they are sealed again as a new version. Why? Every report lists the reason.",
		Check: part.Required("Say why."),
		Done: func(why string) []kit.Effect {
			return part.Submit(model.ReopenRules{Reason: why}, "Rules opened. Seal them again with L.")
		},
	}}
}
