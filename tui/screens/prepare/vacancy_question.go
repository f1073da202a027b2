package prepare

// This file asks what the words of a criterion leave open: how recent, or which of two readings. The questions are
// warnings of the reader, and one that was answered counts as looked at.

import (
	"fmt"
	"strconv"

	"shortlist/model"
	"shortlist/model/requirement"
	"shortlist/tui/kit"
	"shortlist/tui/screens/part"
)

// openQuestions are the questions about a criterion that nobody answered; none once preparing is over.
func openQuestions(b *model.View, k model.Criterion) []model.Warning {
	if b.Phase != model.Preparing {
		return nil
	}
	var out []model.Warning
	for _, w := range b.Vacancy.Warnings {
		if w.Question() && !w.Seen && w.Line >= k.Lines.From && w.Line <= k.Lines.To && w.Line > 0 && stillOpen(k, w) {
			out = append(out, w)
		}
	}
	return out
}

// stillOpen returns true if a question fits the criterion as it stands; words may have been changed since.
func stillOpen(k model.Criterion, w model.Warning) bool {
	if w.Code == model.WarnRecent {
		return requirement.RecentOpen(k.Text, k.Requirement)
	}
	return requirement.Readings(k.Text) != nil
}

// asks returns true if a question about the criterion is open.
func (s *vacancy) asks(id model.CriterionID) bool {
	k := s.board.Criterion(id)
	return k != nil && len(openQuestions(s.board, *k)) > 0
}

// questionRemark says under a criterion what is open, and what counts until somebody answers.
func questionRemark(k model.Criterion, w model.Warning) string {
	if w.Code == model.WarnRecent {
		return "open: how recent? Experience of any time counts until somebody says within how many years (y)"
	}
	both := requirement.Readings(k.Text)
	return fmt.Sprintf("open: two readings fit, “%s” and “%s”; the second counts until somebody chooses (y)",
		kit.Clean(requirement.Sentence(both[0])), kit.Clean(requirement.Sentence(both[1])))
}

// answer asks the question.
func (s *vacancy) answer(k model.Criterion, w model.Warning) []kit.Effect {
	label := s.board.Label(k.ID)
	if w.Code == model.WarnRecent {
		return []kit.Effect{kit.Prompt{
			Title: fmt.Sprintf("Within how many years does experience count for %s?", label),
			Text:  fmt.Sprintf("“%s” The years end on the closing date. Empty: experience of any time counts.", kit.Clean(k.Text)),
			Check: windowWrong,
			Done: func(years string) []kit.Effect {
				n, _ := strconv.Atoi(years) // checked
				r := k.Requirement
				r.Within = 12 * n
				return s.answered(k, w, r)
			},
		}}
	}
	var answers []kit.Answer
	for i, r := range requirement.Readings(k.Text) {
		says := "The years go with the last degree alone."
		if i > 0 {
			says = "The years go with every degree."
		}
		answers = append(answers, kit.Answer{Words: kit.Clean(requirement.Sentence(r)), Says: says, Effects: s.answered(k, w, r)})
	}
	return []kit.Effect{kit.Choose{Title: fmt.Sprintf("Which reading of %s is meant?", label), Text: kit.Clean(k.Text), Answers: answers}}
}

// mostWindow is the longest window in years.
const mostWindow = 60

func windowWrong(s string) string {
	if n, err := strconv.Atoi(s); s == "" || err == nil && n > 0 && n <= mostWindow {
		return ""
	}
	return fmt.Sprintf("Type a number of years from 1 to %d, or nothing for any time.", mostWindow)
}

// answered stores the answer: what the criterion asks for, and that the question was looked at.
func (s *vacancy) answered(k model.Criterion, w model.Warning, r requirement.Requirement) []kit.Effect {
	v := s.board.Vacancy
	v.Warnings = append([]model.Warning(nil), v.Warnings...)
	for i := range v.Warnings {
		if x := &v.Warnings[i]; x.Line == w.Line && x.Code == w.Code {
			x.Seen = true
		}
	}
	note := fmt.Sprintf("%s asks for %s.", s.board.Label(k.ID), requirement.Sentence(r))
	seen := part.Submit(model.EditVacancy{Vacancy: v, Step: model.VacancyStep{Kind: model.StepWarningSeen, Line: w.Line}}, note)
	if r.Canonical() == k.Requirement.Canonical() {
		if !k.Checked {
			seen = append(seen, part.Submit(model.CheckCriterion{Criterion: k.ID, Checked: true}, "")...)
		}
		return seen
	}
	return []kit.Effect{kit.Submit{Command: model.EditCriterion{Criterion: k.ID, Text: k.Text, Requirement: r, Lines: k.Lines}, Then: seen}}
}
