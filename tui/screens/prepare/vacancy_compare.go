package prepare

// This file holds comparing what was made of the posting with the posting: going from warning to warning, and saying
// that an entry is right.

import (
	"fmt"

	"shortlist/model"
	"shortlist/tui/kit"
	"shortlist/tui/screens/part"
)

// listTitle says how far the comparing has come.
func (s *vacancy) listTitle() string {
	if s.board.Phase != model.Preparing {
		return "CRITERIA"
	}
	b := s.board
	compared, looked := "", ""
	if n := len(b.Criteria); n > 0 {
		compared = fmt.Sprintf("%d of %d compared", n-b.Unchecked(), n)
	}
	if n := len(b.Vacancy.Warnings); n > 0 {
		looked = fmt.Sprintf("%d of %s looked at", n-b.Unseen(), model.Count(n, "warning", "warnings"))
	}
	return joined("CRITERIA", compared, looked)
}

func (s *vacancy) postTitle() string {
	if _, text := s.split(); text == s.width {
		return "POSTING · esc goes back to the criteria"
	}
	return "POSTING"
}

// accept says that the selected entry is right, and goes on to the next one that nobody looked at. Once more takes it
// back.
func (s *vacancy) accept() []kit.Effect {
	x := s.selected()
	if k := s.board.Criterion(x.criterion); k != nil {
		if open := openQuestions(s.board, *k); len(open) > 0 {
			return s.answer(*k, open[0])
		}
		if !k.Checked {
			s.want = s.nextOpen()
		}
		return part.Submit(model.CheckCriterion{Criterion: k.ID, Checked: !k.Checked}, "")
	}
	v := s.board.Vacancy
	if x.warning < 1 || x.warning > len(v.Warnings) {
		return nil
	}
	v.Warnings = append([]model.Warning(nil), v.Warnings...)
	w := &v.Warnings[x.warning-1]
	w.Seen = !w.Seen
	step := model.VacancyStep{Kind: model.StepWarningSeen, Line: w.Line}
	if !w.Seen {
		step.Kind = model.StepWarningUnseen
	} else {
		s.want = s.nextOpen()
	}
	return part.Submit(model.EditVacancy{Vacancy: v, Step: step}, "")
}

// acceptKey is the key for it, in words that fit the selected entry.
func (s *vacancy) acceptKey(why string) kit.Binding {
	k := kit.Accept
	switch x := s.selected(); {
	case x.warning > 0 && x.open:
		k = k.As("looked at", "You looked at the warning: go on to the next one.")
	case x.warning > 0:
		k = k.As("look again", "The warning is to be looked at once more.")
	case s.asks(x.criterion):
		k = k.As("answer", "Answer what the words of the criterion leave open.")
	case x.criterion != 0 && !x.open:
		k = k.As("not compared", "The criterion is to be compared with the posting once more.")
	}
	return k.Unless(why)
}

// whyNotAccept says why the selected entry cannot be called right; empty if it can.
func (s *vacancy) whyNotAccept(prepare string) string {
	if x := s.selected(); prepare == "" && x.criterion == 0 && x.warning == 0 {
		return "Choose a criterion or a warning first."
	}
	return prepare
}

// nextOpen is the next entry of the same sort that nobody looked at, first below the selected one; empty if there is
// none.
func (s *vacancy) nextOpen() string {
	at, n := s.list.Selected(), len(s.items)
	for i := 1; i < n; i++ {
		if x := s.items[(at+i)%n]; x.open && (x.criterion != 0) == (s.items[at].criterion != 0) {
			return x.key
		}
	}
	return ""
}

// doubt goes to the next warning, first to those that nobody looked at.
func (s *vacancy) doubt() []kit.Effect {
	at, n := max(0, s.list.Selected()), len(s.items)
	first := ""
	for i := 1; i <= n; i++ {
		x := s.items[(at+i)%n]
		if x.warning == 0 {
			continue
		}
		if x.open {
			first = x.key
			break
		}
		if first == "" {
			first = x.key
		}
	}
	s.choose(first)
	s.post.show(s.selected().key, s.selected().source)
	s.follow()
	return nil
}

func (s *vacancy) whyNoDoubt() string {
	if len(s.board.Vacancy.Warnings) == 0 {
		return "The reader had no warnings about this posting."
	}
	return ""
}
