package model_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"shortlist/model"
	"shortlist/model/modeltest"
)

// shown is all of a board that people see, without the time and the hand of the last change. A returned assessment
// may be worked on like a draft, and stands for it here.
type shown struct {
	Vacancy   model.Vacancy
	Criteria  []model.Criterion
	Rules     model.Rules
	Phase     model.Phase
	Panel     []model.Member
	Ratings   map[string]model.Rating
	States    map[string]model.AssessmentState
	Agreed    map[string]model.Value
	Decisions map[string]string
	Places    map[model.MemberID][]string
}

func look(b *model.Board) shown {
	s := shown{
		Vacancy: b.Vacancy, Criteria: b.Criteria, Rules: b.Rules, Phase: b.Phase, Panel: b.Panel(),
		Ratings: map[string]model.Rating{}, States: map[string]model.AssessmentState{}, Agreed: map[string]model.Value{},
		Decisions: map[string]string{}, Places: map[model.MemberID][]string{},
	}
	for c := model.CandidateID(1); int(c) <= b.Candidates; c++ {
		for _, m := range s.Panel {
			key := c.String() + " " + string(m.ID)
			a := b.As(m.ID).Own(c)
			if s.States[key] = a.State; a.State == model.Returned {
				s.States[key] = model.Draft
			}
			for _, k := range b.Criteria {
				r := a.Rating(k.ID)
				r.At = 0
				if r.Value == model.NotRated && r.Invalidated == model.NotRated {
					r.Rules = 0
				}
				s.Ratings[key+" "+b.Label(k.ID)] = r
			}
		}
		for _, k := range b.Criteria {
			a, _ := b.AgreedRating(c, k.ID)
			s.Agreed[c.String()+b.Label(k.ID)] = a.Value + model.Value(a.Reason.ID)
		}
		d := b.Decision(c)
		s.Decisions[c.String()] = string(d.Outcome) + d.Reason.ID
	}
	for _, m := range s.Panel {
		for _, r := range b.As(m.ID).Ranking() {
			s.Places[m.ID] = append(s.Places[m.ID], r.Candidate.String()+" "+r.Place()+" "+r.Score()+" "+string(r.Gate))
		}
	}
	return s
}

func TestWhateverCanBeUndoneIsRestored(t *testing.T) {
	t.Parallel()
	undone := map[string]int{}
	rapid.Check(t, func(t *rapid.T) {
		s := modeltest.DrawStory(t, 10)
		for range 50 {
			step := modeltest.DrawStep(t, s.Board)
			before := look(model.Fold(s.Events))
			back := step.Command.Inverse(s.Board, step.Author)
			if !s.Take(step, modeltest.Device) || back == nil || rapid.IntRange(0, 2).Draw(t, "go on") == 0 {
				continue
			}
			after := look(model.Fold(s.Events))
			redo := back.Inverse(s.Board, step.Author)
			modeltest.Do(t, s.Board, step.Author, back)
			s.Events = s.Events[:len(s.Events):len(s.Events)]
			if d := cmp.Diff(before, look(s.Board), cmpopts.EquateEmpty()); d != "" {
				t.Fatalf("undo of %T by %T:\n%s", step.Command, back, d)
			}
			undone[back.Label(s.Board)]++
			if redo != nil && rapid.Bool().Draw(t, "redo") {
				modeltest.Do(t, s.Board, step.Author, redo)
				if d := cmp.Diff(after, look(s.Board), cmpopts.EquateEmpty()); d != "" {
					t.Fatalf("redo of %T by %T:\n%s", step.Command, redo, d)
				}
			}
			s.Events = slices.Clone(s.Events)
			return // the events of undo and redo are not in the story: the next case starts anew
		}
	})
	if len(undone) < 5 {
		t.Fatalf("too few kinds of commands were undone: %v", undone)
	}
}

func TestNothingIsUndoneThatWasSeenOrDeclared(t *testing.T) {
	t.Parallel()
	b := modeltest.Screening(t, 2)
	for what, c := range map[string]model.Command{
		"a reveal": model.RevealRatings{}, "a seal": model.SealRules{}, "an opening of the rules": model.ReopenRules{},
		"a declaration": model.DeclareConflict{}, "an import": model.ImportCandidates{}, "the vacancy": model.CreateVacancy{},
		"somebody else's assessment returned": model.ReturnAssessment{Candidate: 1, Member: modeltest.Ann},
	} {
		if back := c.Inverse(b, modeltest.Chair); back != nil {
			t.Errorf("%s would be undone by %T", what, back)
		}
	}
}
