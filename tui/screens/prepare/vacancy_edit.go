package prepare

// This file holds what can be done to the criteria while the vacancy is being prepared.

import (
	"fmt"
	"slices"
	"strings"

	"shortlist/model"
	"shortlist/model/requirement"
	"shortlist/tui/kit"
	"shortlist/tui/screens/part"
)

// actions are the keys of the page. Those that do nothing now say why.
func (s *vacancy) actions() []part.Action {
	prepare := part.WhyNotPrepare(s.env, s.board)
	if s.post.focus {
		return append(s.reading(prepare), s.papers()...)
	}
	one, some, desirable := prepare, prepare, prepare
	x := s.selected()
	k := s.board.Criterion(x.criterion)
	switch {
	case one != "":
	case k == nil:
		one, desirable = "Choose a criterion first.", "Choose a desirable criterion first."
	case k.Class != model.Desirable:
		desirable = "Only desirable criteria have weights: an essential must be met whatever the total."
	}
	if some == "" && k == nil && !x.beside() {
		some = "Choose a criterion first."
	}
	removed := some
	if removed == "" && x.field != "" {
		removed = "A field of the header is not taken out: w changes it."
	}
	out := []part.Action{
		part.On(s.acceptKey(s.whyNotAccept(prepare)), s.accept),
		part.On(kit.Source, func() []kit.Effect { return s.turn(true) }),
		part.On(kit.NextDoubt.Unless(s.whyNoDoubt()), s.doubt),
		part.On(kit.Add.As("add", "Add a criterion; on a condition or a competency, another one.").Unless(prepare), s.add),
		part.On(kit.TypeList.Unless(prepare), s.typeList),
		part.On(kit.Words.Unless(some), s.words),
		part.On(kit.Type.Unless(some), s.retype),
		part.On(kit.OtherSet.Unless(one), s.reclassify),
		part.On(kit.MoveDown.Unless(s.edge(one, 1)), func() []kit.Effect { return s.move(1) }),
		part.On(kit.MoveUp.Unless(s.edge(one, -1)), func() []kit.Effect { return s.move(-1) }),
		part.On(kit.Remove.Unless(removed), s.remove),
		part.On(kit.Weight.Unless(desirable), s.form(formWeight)),
		part.On(kit.Points.Unless(one), s.form(formScale)),
		part.On(kit.Split.Unless(one), s.divide),
		part.On(kit.Merge.Unless(s.edge(one, 1)), s.merge),
		part.On(kit.Header.Unless(prepare), s.form(formHeader)),
		part.On(kit.RulesKey.Unless(prepare), s.form(formRules)),
		part.On(kit.Counting.Unless(prepare), s.form(formCounting)),
		part.On(kit.ShowRules, s.showRules),
		part.On(kit.Seal.Unless(s.whyNotSeal()), s.seal),
		part.On(kit.Unseal.Unless(s.whyNotUnseal()), s.unseal),
		part.On(kit.OtherSide.As("posting", "Go to the posting."), func() []kit.Effect { return s.turn(true) }),
	}
	return append(out, s.papers()...)
}

// papers are the keys for what goes in and out of the vacancy.
func (s *vacancy) papers() []part.Action {
	votes := ""
	if m := s.board.Member(s.env.Me); m == nil || !m.Role.Votes() {
		votes = "Only who rates declares conflicts of interest."
	}
	return []part.Action{
		part.On(kit.Declare.Unless(votes), func() []kit.Effect { return part.PushCase(kit.Interests, 0, 0) }),
		part.Emit(kit.ImportK.Unless(part.WhyNotRun(s.env, s.board)), kit.Push{Route: kit.Route{Screen: kit.Import}}),
		part.Emit(kit.ExportK, kit.Push{Route: kit.Route{Screen: kit.Export}}),
	}
}

// reading are the keys of the posting's side.
func (s *vacancy) reading(prepare string) []part.Action {
	here := s.whyNotAccept(prepare)
	if here == "" && !s.onEntry() {
		here = "No criterion and no warning belongs to this line."
	}
	lead := func(do func() []kit.Effect) func() []kit.Effect {
		return func() []kit.Effect {
			effects := do()
			s.lead()
			return effects
		}
	}
	return []part.Action{
		part.On(kit.PickLines.Unless(prepare), s.post.pick),
		part.On(kit.Add.As("make of lines", "Make a criterion, a condition or a competency of the lines.").Unless(prepare), s.take),
		part.On(kit.NextDoubt.Unless(s.whyNoDoubt()), s.doubt),
		part.On(s.acceptKey(here), s.accept),
		part.On(kit.NextMarked, lead(func() []kit.Effect { return s.post.hop(1) })),
		part.On(kit.PrevMarked, lead(func() []kit.Effect { return s.post.hop(-1) })),
		part.On(kit.SearchKey, func() []kit.Effect { s.post.typing = true; return nil }),
		part.On(kit.OtherSide.As("criteria", "Go back to the criteria."), func() []kit.Effect { return s.turn(false) }),
	}
}

// onEntry returns true if the line of the posting belongs to the selected entry.
func (s *vacancy) onEntry() bool {
	for _, u := range s.post.here() {
		if u.key == s.selected().key {
			return true
		}
	}
	return false
}

// take makes something of the lines marked. They may be added to the criterion selected.
func (s *vacancy) take() []kit.Effect { return s.post.make(s.selected().criterion) }

// place is where the selected criterion stands in its list, from 0, and how many there are.
func (s *vacancy) place() (at, of int) {
	k := s.board.Criterion(s.selected().criterion)
	if k == nil {
		return 0, 0
	}
	list := s.board.Class(k.Class)
	for i, x := range list {
		if x.ID == k.ID {
			at = i
		}
	}
	return at, len(list)
}

// edge says that the selected criterion is the first or last of its list, unless something else is in the way.
func (s *vacancy) edge(why string, by int) string {
	if why != "" {
		return why
	}
	at, of := s.place()
	label := s.board.Label(s.selected().criterion)
	switch {
	case by < 0 && at == 0:
		return fmt.Sprintf("%s is the first of its list.", label)
	case by > 0 && at == of-1:
		return fmt.Sprintf("%s is the last of its list.", label)
	}
	return ""
}

// add adds another entry of the sort that is selected.
func (s *vacancy) add() []kit.Effect {
	class, x := model.Essential, s.selected()
	switch {
	case x.condition != "":
		return part.PushForm(formCondition, 0)
	case x.competency > 0:
		return part.PushForm(formCompetency, 0)
	}
	if k := s.board.Criterion(x.criterion); k != nil {
		class = k.Class
	}
	return []kit.Effect{kit.Push{Route: kit.Route{Screen: kit.Criterion, Class: class}}}
}

// retype shows the form of the selected entry.
func (s *vacancy) retype() []kit.Effect {
	switch x := s.selected(); {
	case x.condition != "":
		return part.PushForm(formCondition+" "+x.condition, 0)
	case x.competency > 0:
		return part.PushForm(fmt.Sprintf("%s %d", formCompetency, x.competency), 0)
	case x.field != "":
		return part.PushForm(formHeader+" "+x.field, 0)
	default:
		return part.PushForm(formCriterion, x.criterion)
	}
}

// form shows a form about the selected criterion.
func (s *vacancy) form(path string) func() []kit.Effect {
	return func() []kit.Effect { return part.PushForm(path, s.selected().criterion) }
}

func (s *vacancy) typeList() []kit.Effect {
	return []kit.Effect{kit.Push{Route: kit.Route{Screen: kit.Criterion, Path: formList}}}
}

// words changes the words. Where the meaning was read from the words, it is read anew.
func (s *vacancy) words() []kit.Effect {
	if s.selected().beside() {
		return s.retype()
	}
	k := *s.board.Criterion(s.selected().criterion)
	return []kit.Effect{kit.Prompt{
		Title: fmt.Sprintf("Words of %s", s.board.Label(k.ID)), Text: "Keep to the words of the posting as far as you can.", Initial: k.Text, Lines: 4,
		Check: func(t string) string {
			if strings.TrimSpace(t) == "" {
				return "A criterion needs words. To take it out, press d."
			}
			return ""
		},
		Done: func(t string) []kit.Effect {
			t = strings.Join(strings.Fields(t), " ")
			return part.Submit(model.EditCriterion{Criterion: k.ID, Text: t, Requirement: readAnew(k, t)}, "Words changed.")
		},
	}}
}

func (s *vacancy) reclassify() []kit.Effect {
	k := s.board.Criterion(s.selected().criterion)
	class := model.Desirable
	if k.Class == model.Desirable {
		class = model.Essential
	}
	s.want = criterionKey(k.ID)
	return part.Submit(model.ReclassifyCriterion{Criterion: k.ID, Class: class}, fmt.Sprintf("%s is %s now.", s.board.Label(k.ID), class.Words()))
}

func (s *vacancy) move(by int) []kit.Effect {
	at, _ := s.place()
	return part.Submit(model.MoveCriterion{Criterion: s.selected().criterion, Position: at + 1 + by}, "")
}

func (s *vacancy) remove() []kit.Effect {
	if s.selected().beside() {
		return s.removeBeside()
	}
	id := s.selected().criterion
	return part.Submit(model.RemoveCriterion{Criterion: id}, fmt.Sprintf("%s is taken out. ctrl+z brings it back.", s.board.Label(id)))
}

// removeBeside takes out a condition or a competency.
func (s *vacancy) removeBeside() []kit.Effect {
	v, x := s.board.Vacancy, s.selected()
	v.Eligibility = slices.DeleteFunc(slices.Clone(v.Eligibility), func(g model.Eligibility) bool { return g.ID == x.condition })
	if i := x.competency - 1; i >= 0 && i < len(v.Competencies) {
		v.Competencies = slices.Delete(slices.Clone(v.Competencies), i, i+1)
	}
	return part.Submit(model.EditVacancy{Vacancy: v, Step: model.VacancyStep{Kind: model.StepTakenOut, Subject: x.label}}, fmt.Sprintf("%s is taken out. ctrl+z brings it back.", x.label))
}

// divide splits a criterion: the parts are written one on a line.
func (s *vacancy) divide() []kit.Effect {
	k := *s.board.Criterion(s.selected().criterion)
	label := s.board.Label(k.ID)
	return []kit.Effect{kit.Prompt{
		Title: fmt.Sprintf("Split %s", label), Text: "Write each part on a line of its own. Each becomes a criterion.",
		Initial: strings.ReplaceAll(k.Text, "; ", "\n"), Lines: 8,
		Check: func(t string) string {
			if len(part.NonEmptyLines(t)) < 2 {
				return "Write each part on a line of its own: two lines at least."
			}
			return ""
		},
		Done: func(t string) []kit.Effect {
			parts := part.NonEmptyLines(t)
			types := make([]requirement.Requirement, len(parts))
			for i, p := range parts {
				types[i] = requirement.Parse(p)
			}
			return part.Submit(model.SplitCriterion{Criterion: k.ID, Texts: parts, Types: types}, fmt.Sprintf("%s is split. ctrl+z joins it again.", label))
		},
	}}
}

// merge joins a criterion with the next one of its list.
func (s *vacancy) merge() []kit.Effect {
	k := *s.board.Criterion(s.selected().criterion)
	at, _ := s.place()
	next := s.board.Class(k.Class)[at+1]
	r := requirement.Parse(strings.TrimRight(k.Text, " .;,") + "; " + next.Text)
	note := fmt.Sprintf("%s and %s are joined. ctrl+z parts them again.", s.board.Label(k.ID), s.board.Label(next.ID))
	return part.Submit(model.MergeCriteria{Criterion: k.ID, Requirement: r}, note)
}
