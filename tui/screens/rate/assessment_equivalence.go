package rate

// This file lets a member record whether a qualification in the file is equivalent to the degree asked, and shows what
// was recorded of the same qualification before. It is offered beside the finding and rates nothing.

import (
	"fmt"
	"strings"

	"shortlist/model"
	"shortlist/model/requirement"
	"shortlist/tui/kit"
	"shortlist/tui/screens/part"
)

// equivalenceActions is the key for equivalence, if the criterion asks for a degree.
func (a *assessment) equivalenceActions(k model.Criterion) []part.Action {
	if !k.Requirement.AsksDegree() {
		return nil
	}
	why := a.whyNotRate(k)
	if why == "" && len(a.qualifications()) == 0 {
		why = "The file names no qualification."
	}
	return []part.Action{part.On(kit.Recognise.Unless(why), func() []kit.Effect { return a.askQualification(k) })}
}

// claim is a qualification of the file, and how it is shown.
type claim struct {
	requirement.Qualification
	words string
}

// qualifications are those that the file claims, each once.
func (a *assessment) qualifications() []claim {
	if a.laid == nil || a.laidFor != a.candidate {
		return nil
	}
	seen := map[requirement.Qualification]bool{}
	var out []claim
	for i, e := range a.dossiers[a.candidate].Person.Facts.Education {
		if q := e.Qualification(); q.Known() && !seen[q] {
			seen[q] = true
			out = append(out, claim{q, educationWords(a.laid.Person.Facts.Education[i])})
		}
	}
	return out
}

// askQualification asks which qualification is meant, if the file has several.
func (a *assessment) askQualification(k model.Criterion) []kit.Effect {
	list := a.qualifications()
	if len(list) == 1 {
		return a.askEquivalent(k, list[0])
	}
	var answers []kit.Answer
	for _, e := range list {
		says := "Nothing recorded yet."
		if r, ok := a.board.RecordedEquivalence(k.ID, e.Qualification); ok {
			says = "You found it " + equivalentWord(r.Equivalent) + "."
		}
		answers = append(answers, kit.Answer{Words: e.words, Says: says, Effects: a.askEquivalent(k, e)})
	}
	return []kit.Effect{kit.Choose{Title: "Which qualification do you judge for " + a.board.Label(k.ID) + "?", Text: kit.Clean(k.Text), Answers: answers}}
}

// askEquivalent asks whether a qualification is equivalent, then why.
func (a *assessment) askEquivalent(k model.Criterion, e claim) []kit.Effect {
	label, c, q := a.board.Label(k.ID), a.candidate, e.Qualification
	old, stands := a.board.RecordedEquivalence(k.ID, q)
	before := old.Reason
	if old.Candidate != c && a.board.Hidden() { // it may name the other candidate
		before = ""
	}
	before = a.board.ShownText(before, a.dossiers[c].Person)
	answer := func(equivalent bool, says string) kit.Answer {
		word := equivalentWord(equivalent)
		return kit.Answer{Words: word, Says: says, Effects: []kit.Effect{kit.Prompt{
			Title: "What makes it " + word + " for " + label + "?", Initial: before, Lines: 3,
			Text:  "Write of the qualification, not of the person: the sentence is kept in the history.",
			Check: part.Required("It needs a reason."),
			Done: func(reason string) []kit.Effect {
				return []kit.Effect{kit.Submit{
					Command: model.RecordEquivalence{Candidate: c, Criterion: k.ID, Qualification: q, Equivalent: equivalent, Reason: reason},
					Note:    fmt.Sprintf("Recorded as %s for %s. Your rating stays as it is.", word, label),
				}}
			},
		}}}
	}
	answers := []kit.Answer{
		answer(true, "Offered where another candidate claims the same. It rates nobody."),
		answer(false, "Offered in the same way."),
	}
	if stands {
		answers = append(answers, kit.Answer{Words: "take back", Says: "What you recorded no longer stands.", Effects: []kit.Effect{kit.Submit{
			Command: model.RecordEquivalence{Candidate: c, Criterion: k.ID, Qualification: q, Withdrawn: true},
			Note:    "Took back what was recorded for " + label + ".",
		}}})
	}
	return []kit.Effect{kit.Choose{
		Title: "Is this qualification equivalent for " + label + "?", Text: e.words + "\n" + kit.Clean(k.Text), Answers: answers,
	}}
}

func equivalentWord(yes bool) string {
	if yes {
		return "equivalent"
	}
	return "not equivalent"
}

// educationWords names a qualification as the file has it.
func educationWords(e requirement.Education) string {
	var out []string
	for _, s := range []string{e.Level.Words(), e.Field, e.Institution, e.Country} {
		if s = strings.TrimSpace(kit.Clean(s)); s != "" {
			out = append(out, s)
		}
	}
	return strings.Join(out, ", ")
}
