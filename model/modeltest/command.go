package modeltest

import (
	"pgregory.net/rapid"

	"shortlist/model"
	"shortlist/model/requirement"
)

// This file draws commands and histories from a seed.

// Step is a command and who gives it.
type Step struct {
	Author  model.MemberID
	Command model.Command
}

var words = []string{"Because the file shows it.", "See page 2.", "Not shown.", "Wind & weather", "ünïcode …"}

// DrawStep draws a step that mostly makes sense on the board: it may still be refused.
func DrawStep(t *rapid.T, b *model.Board) Step {
	author := model.MemberID("M1")
	if !rapid.Bool().Draw(t, "chair") {
		author = drawMember(t, b)
	}
	d := drawer{t, b}
	switch b.Phase {
	case model.Preparing:
		if rapid.IntRange(0, 3).Draw(t, "seal") == 0 && b.Candidates > 0 {
			return Step{"M1", model.SealRules{}}
		}
		return Step{author, d.preparing()}
	case model.Screening:
		return Step{author, d.screening(author)}
	}
	return Step{author, d.moderating()}
}

type drawer struct {
	t *rapid.T
	b *model.Board
}

func (d drawer) n(lo, hi int) int { return rapid.IntRange(lo, hi).Draw(d.t, "n") }
func (d drawer) word() string     { return rapid.SampledFrom(words).Draw(d.t, "words") }

func drawMember(t *rapid.T, b *model.Board) model.MemberID {
	if len(b.Members) == 0 {
		return ""
	}
	return rapid.SampledFrom(b.Members).Draw(t, "member").ID
}

func (d drawer) candidate() model.CandidateID {
	return model.CandidateID(d.n(1, max(d.b.Candidates, 1)))
}

func (d drawer) criterion() model.Criterion {
	if len(d.b.Criteria) == 0 {
		return model.Criterion{}
	}
	return rapid.SampledFrom(d.b.Criteria).Draw(d.t, "criterion")
}

func (d drawer) requirement() requirement.Requirement {
	return requirement.Requirement{Kind: rapid.SampledFrom(requirement.Kinds()).Draw(d.t, "kind"), Months: 12 * d.n(0, 3)}
}

// scale is any of the scales, an own one with sentences of its own.
func (d drawer) scale() model.Scale {
	s := rapid.SampledFrom(model.ScaleKinds()).Draw(d.t, "scale").Preset(d.n(model.LeastPoints, model.MostPoints))
	for i, p := range s.Points {
		if p == "" {
			s.Points[i] = "Between."
		}
	}
	return s
}

func (d drawer) class() model.Class {
	return rapid.SampledFrom([]model.Class{model.Essential, model.Desirable}).Draw(d.t, "class")
}

func (d drawer) preparing() model.Command {
	k := d.criterion().ID
	switch d.n(0, 14) {
	case 0:
		return model.AddCriterion{Criterion: model.Criterion{Class: d.class(), Text: d.word(), Requirement: d.requirement()}, Position: d.n(0, 4)}
	case 1:
		return model.EditCriterion{Criterion: k, Text: d.word(), Requirement: d.requirement()}
	case 2:
		return model.ReclassifyCriterion{Criterion: k, Class: d.class()}
	case 3:
		return model.MoveCriterion{Criterion: k, Position: d.n(1, 4)}
	case 4:
		return model.RemoveCriterion{Criterion: k}
	case 5:
		return model.WeighCriterion{Criterion: k, Weight: d.n(1, 100), Reason: d.word()}
	case 6:
		return model.ScaleCriterion{Criterion: k, Scale: d.scale()}
	case 7:
		return model.SplitCriterion{Criterion: k, Texts: []string{d.word(), d.word()}, Types: []requirement.Requirement{d.requirement(), d.requirement()}}
	case 8:
		return model.MergeCriteria{Criterion: k, Requirement: d.requirement()}
	case 9:
		r := model.DefaultRules()
		r.CutLine, r.MinAssessors = d.n(0, 5), d.n(1, 3)
		r.TieBreakers = []model.CriterionID{k}
		return model.EditRules{Rules: r}
	case 10:
		v := d.b.Vacancy
		v.Title = d.word()
		return model.EditVacancy{Vacancy: v}
	case 11:
		return Candidates(d.b, d.n(1, 3))
	case 12:
		return model.CheckCriterion{Criterion: k, Checked: rapid.Bool().Draw(d.t, "checked")}
	}
	return d.people()
}

func (d drawer) people() model.Command {
	role := rapid.SampledFrom(model.Roles()).Draw(d.t, "role")
	switch d.n(0, 6) {
	case 0, 1:
		return model.AddMember{Name: rapid.SampledFrom([]string{"Dina", "Emil", "Fay", "Gus", "Hal"}).Draw(d.t, "name"), Role: role}
	case 2:
		m := drawMember(d.t, d.b)
		return model.ChangeMember{Member: m, Name: d.b.MemberName(m), Role: role}
	case 3:
		return model.GiveCard{Member: drawMember(d.t, d.b), Card: rapid.SampledFrom([]model.Card{{}, Card("Ann"), Card("Bob"), Card("anew")}).Draw(d.t, "card")}
	case 4:
		return model.SetPIN{Lock: []byte("an invented lock")}
	case 5:
		return model.RemovePIN{Member: drawMember(d.t, d.b), Reason: rapid.SampledFrom(append(words, "")).Draw(d.t, "reason")}
	}
	return model.RemoveMember{Member: drawMember(d.t, d.b)}
}

func (d drawer) value(s model.Scale) model.Value {
	return rapid.SampledFrom(append(s.Values(), s.Values()[0], model.CannotAssess, model.NotRated)).Draw(d.t, "value")
}

func (d drawer) screening(author model.MemberID) model.Command {
	c, k := d.candidate(), d.criterion()
	switch d.n(0, 30) {
	case 0:
		return model.RevealRatings{Reason: d.word()}
	case 1:
		return model.ReopenRules{Reason: d.word()}
	case 2:
		i := rapid.SampledFrom([]model.Interest{model.NoConflict, model.Disclosed, model.Recused}).Draw(d.t, "interest")
		if i == model.NoConflict {
			return model.DeclareConflict{Candidate: c, Interest: i}
		}
		return model.DeclareConflict{Candidate: c, Interest: i, Words: d.word()}
	case 3:
		return model.ReturnAssessment{Candidate: c, Member: drawMember(d.t, d.b), Reason: d.word()}
	case 4:
		return model.ReturnAssessment{Candidate: c}
	case 5:
		return model.MakeDecision{Candidate: c, Outcome: model.Withdrawn, Reason: d.word()}
	case 6:
		return d.people()
	case 7:
		return Candidates(d.b, 1)
	case 8, 9:
		return model.SetReason{Candidate: c, Criterion: k.ID, Text: rapid.SampledFrom(append(words, "")).Draw(d.t, "reason")}
	case 10:
		return model.AddEvidence{Candidate: c, Criterion: k.ID, Quote: d.word(), Source: "cv.txt, line 3"}
	case 11, 12:
		return model.TickJobs{Candidate: c, Criterion: k.ID, Jobs: rapid.SliceOfN(rapid.IntRange(0, 4), 0, 3).Draw(d.t, "jobs")}
	case 13, 14:
		return model.SubmitAssessment{Candidate: c}
	case 15:
		return model.SubmitRest{}
	case 16:
		return model.RecordEquivalence{
			Candidate: c, Criterion: k.ID, Qualification: requirement.Qualification{Level: requirement.DegreeMaster, Field: d.word(), Country: "BEL"},
			Equivalent: rapid.Bool().Draw(d.t, "equivalent"), Reason: d.word(), Withdrawn: rapid.Bool().Draw(d.t, "withdrawn"),
		}
	}
	if open := d.b.Open(d.b.As(author).Own(c)); len(open) > 0 && rapid.Bool().Draw(d.t, "open") {
		k = *d.b.Criterion(open[0])
	}
	return model.SetRating{Candidate: c, Criterion: k.ID, Value: d.value(k.Scale)}
}

func (d drawer) moderating() model.Command {
	c, k := d.candidate(), d.criterion()
	switch d.n(0, 8) {
	case 0, 1, 2:
		outcomes := append(model.Outcomes(), model.NoDecision)
		return model.MakeDecision{Candidate: c, Outcome: rapid.SampledFrom(outcomes).Draw(d.t, "outcome"), Reason: d.word()}
	case 3:
		return d.people()
	}
	return model.AgreeRating{Candidate: c, Criterion: k.ID, Value: d.value(k.Scale), Reason: d.word()}
}

// Story is a history with the board it leads to.
type Story struct {
	Board  *model.Board
	Events []model.Event
	Texts  []model.Text
	Steps  []Step
}

// Take gives a step on a laptop. It returns false if the step is refused.
func (s *Story) Take(step Step, device model.DeviceID) bool {
	change, err := model.Decide(s.Board, step.Command, Stamp(s.Board, step.Author, device))
	if err != nil {
		return false
	}
	s.Board.ApplyAll(change.Events)
	s.Events = append(s.Events, change.Events...)
	s.Texts = append(s.Texts, change.Texts...)
	s.Steps = append(s.Steps, step)
	return true
}

// DrawStory draws a history of about n steps from the small vacancy on, written by two laptops in turns where members
// have cards, each knowing what the other wrote. Every event in it was allowed.
func DrawStory(t *rapid.T, n int) *Story {
	s := &Story{Board: model.NewBoard()}
	for _, step := range []Step{
		{"", Vacancy()},
		{"", model.AddMember{Name: "Cleo", Role: model.Chair}},
		{"M1", model.AddMember{Name: "Ann", Role: model.RoleMember}},
		{"M1", model.AddMember{Name: "Bob", Role: model.RoleMember}},
		{"M1", Candidates(s.Board, 3)},
	} {
		s.Take(step, Device)
	}
	if rapid.Bool().Draw(t, "cards") { // then Ann and Bob work on the other laptop, else with Cleo on hers
		s.Take(Step{Chair, model.GiveCard{Member: Ann, Card: Card("Ann")}}, Device)
		s.Take(Step{Chair, model.GiveCard{Member: Bob, Card: Card("Bob")}}, Device)
	}
	for range n {
		device := rapid.SampledFrom([]model.DeviceID{Device, "laptop-2"}).Draw(t, "device")
		s.Take(DrawStep(t, s.Board), device)
	}
	return s
}
