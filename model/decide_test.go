package model_test

import (
	"strings"
	"testing"

	"shortlist/model"
	"shortlist/model/modeltest"
	"shortlist/model/requirement"
)

const (
	chair, ann, bob, secretary, observer = modeltest.Chair, modeltest.Ann, modeltest.Bob, modeltest.Secretary, modeltest.Observer
	e1, e2, e3, d1, d2, d3               = modeltest.E1, modeltest.E2, modeltest.E3, modeltest.D1, modeltest.D2, modeltest.D3
)

// submitted is a screening of two candidates in which Ann submitted the first.
func submitted(t modeltest.T) *model.Board {
	t.Helper()
	b := modeltest.Screening(t, 2)
	modeltest.Submit(t, b, ann, 1, modeltest.Good()...)
	return b
}

func empty(modeltest.T) *model.Board { return model.NewBoard() }
func preparing(t modeltest.T) *model.Board {
	t.Helper()
	return modeltest.Preparing(t, 2)
}

func screening(t modeltest.T) *model.Board {
	t.Helper()
	return modeltest.Screening(t, 2)
}

func moderating(t modeltest.T) *model.Board {
	t.Helper()
	return modeltest.Moderating(t, 2)
}

// failing is revealed with E1 of the first candidate not met, and of the second in dispute.
func failing(t modeltest.T) *model.Board {
	t.Helper()
	b := modeltest.Screening(t, 2)
	for _, m := range []model.MemberID{chair, ann} {
		modeltest.Submit(t, b, m, 1, "not met", "met", "4", "met", "4", "4")
	}
	modeltest.Submit(t, b, chair, 2, "met", "met", "4", "met", "4", "4")
	modeltest.Submit(t, b, ann, 2, "not met", "met", "4", "met", "4", "4")
	modeltest.Do(t, b, chair, model.RevealRatings{Reason: "Bob is ill."})
	return b
}

func decided(t modeltest.T) *model.Board {
	t.Helper()
	b := modeltest.Moderating(t, 2)
	modeltest.Do(t, b, chair,
		model.MakeDecision{Candidate: 1, Outcome: model.Shortlisted, Reason: "Best."},
		model.MakeDecision{Candidate: 2, Outcome: model.NotShortlisted, Reason: "Below the line."})
	return b
}

func TestRefusals(t *testing.T) {
	t.Parallel()
	rate := model.SetRating{Candidate: 1, Criterion: e1, Value: model.Met}
	rules := func(edit func(*model.Rules)) model.EditRules {
		r := model.DefaultRules()
		edit(&r)
		return model.EditRules{Rules: r}
	}
	add := func(edit func(*model.Criterion)) model.AddCriterion {
		k := model.Criterion{Class: model.Desirable, Text: "Swim", Requirement: requirement.Requirement{Kind: requirement.KindSkill}}
		edit(&k)
		return model.AddCriterion{Criterion: k}
	}
	shortlist := func(c model.CandidateID) model.MakeDecision {
		return model.MakeDecision{Candidate: c, Outcome: model.Shortlisted, Reason: "Best."}
	}
	weighted := modeltest.Vacancy()
	weighted.Criteria[4].Weight = 3
	for _, c := range []struct {
		rule    string
		board   func(modeltest.T) *model.Board
		author  model.MemberID
		command model.Command
		code    model.Code
	}{
		{"nothing happens before there is a vacancy", empty, "", model.AddMember{Name: "Cleo", Role: model.Chair}, model.NotFound},
		{"a vacancy does not begin with a weight without a reason (R5)", empty, "", weighted, model.Invalid},
		{"a vacancy is made once", preparing, chair, modeltest.Vacancy(), model.Conflict},
		{"nobody in particular does nothing", screening, "", rate, model.Forbidden},
		{"a stranger does nothing", screening, "M9", rate, model.NotFound},

		{"a criterion needs words", preparing, chair, add(func(k *model.Criterion) { k.Text = " \n" }), model.Invalid},
		{"a criterion needs a class", preparing, chair, add(func(k *model.Criterion) { k.Class = "nice" }), model.Invalid},
		{"a new criterion brings no weight without a reason (R5)", preparing, chair, add(func(k *model.Criterion) { k.Weight = 7 }), model.Invalid},
		{"an essential has no weight", preparing, chair, add(func(k *model.Criterion) { k.Class, k.Weight, k.WeightReason = model.Essential, 7, "x" }), model.Invalid},
		{"a scale has a sentence a point (R6)", preparing, chair, model.ScaleCriterion{Criterion: e3, Scale: model.Scale{Kind: model.Graded, Pass: 2, Points: []string{"a", "b", "c", "d"}}}, model.Invalid},
		{"a pass mark lies on the scale", preparing, chair, model.ScaleCriterion{Criterion: e3, Scale: model.Scale{Kind: model.Graded, Pass: 5, Points: []string{"a", "b", "c", "d", "e"}}}, model.Invalid},
		{"a member does not shape the criteria", preparing, ann, add(func(*model.Criterion) {}), model.Forbidden},
		{"an observer does not shape the criteria", preparing, observer, model.RemoveCriterion{Criterion: e1}, model.Forbidden},
		{"words are not emptied", preparing, chair, model.EditCriterion{Criterion: e1}, model.Invalid},
		{"a criterion that is gone is not edited", preparing, chair, model.EditCriterion{Criterion: 99, Text: "x"}, model.NotFound},
		{"a criterion moves within its list", preparing, chair, model.MoveCriterion{Criterion: e1, Position: 4}, model.Invalid},
		{"a criterion is reclassified to the other list", preparing, chair, model.ReclassifyCriterion{Criterion: e1, Class: model.Essential}, model.Invalid},
		{"a weight needs a reason (R5)", preparing, chair, model.WeighCriterion{Criterion: d1, Weight: 2, Reason: "  "}, model.Invalid},
		{"a weight has bounds", preparing, chair, model.WeighCriterion{Criterion: d1, Weight: 101, Reason: "x"}, model.Invalid},
		{"a weight is not zero", preparing, chair, model.WeighCriterion{Criterion: d1, Weight: 0, Reason: "x"}, model.Invalid},
		{"an essential is not weighed", preparing, chair, model.WeighCriterion{Criterion: e1, Weight: 2, Reason: "x"}, model.Invalid},
		{"the last of a list has nothing to join", preparing, chair, model.MergeCriteria{Criterion: e3}, model.Invalid},
		{"a split has two parts", preparing, chair, model.SplitCriterion{Criterion: e1, Texts: []string{"a"}, Types: make([]requirement.Requirement, 1)}, model.Invalid},
		{"the closing date is a day", preparing, chair, model.EditVacancy{Vacancy: model.Vacancy{ClosingDate: requirement.Date{Year: 2025, Month: 1}}}, model.Invalid},

		{"a tie is not broken by an essential", preparing, chair, rules(func(r *model.Rules) { r.TieBreakers = []model.CriterionID{e1} }), model.Invalid},
		{"there is at least one assessor", preparing, chair, rules(func(r *model.Rules) { r.MinAssessors = 0 }), model.Invalid},
		{"a counting policy makes sense", preparing, chair, rules(func(r *model.Rules) { r.Policy.Employment = requirement.CountCompleted }), model.Invalid},
		{"the secretary does not seal", preparing, secretary, model.SealRules{}, model.Forbidden},
		{"a member does not seal", preparing, ann, model.SealRules{}, model.Forbidden},
		{"sealed rules are not sealed again", screening, chair, model.SealRules{}, model.Conflict},
		{"sealed rules do not change (R1)", screening, chair, rules(func(r *model.Rules) { r.CutLine = 3 }), model.Forbidden},
		{"no new criterion after sealing (R3)", screening, chair, add(func(*model.Criterion) {}), model.Forbidden},
		{"no header change after sealing (R3)", screening, chair, model.EditVacancy{}, model.Forbidden},
		{"rules are opened with a reason", screening, chair, model.ReopenRules{Reason: " "}, model.Invalid},
		{"only the chair opens the rules", screening, secretary, model.ReopenRules{Reason: "x"}, model.Forbidden},
		{"open rules are not opened", preparing, chair, model.ReopenRules{Reason: "x"}, model.Conflict},
		{"rules stay after the reveal", moderating, chair, model.ReopenRules{Reason: "x"}, model.Forbidden},

		{"the secretary does not rate", screening, secretary, rate, model.Forbidden},
		{"an observer may not rate", screening, observer, rate, model.Forbidden},
		{"nobody rates before the seal (R1)", preparing, ann, rate, model.Forbidden},
		{"nobody rates after the reveal", moderating, ann, rate, model.Forbidden},
		{"a value is on the scale", screening, ann, model.SetRating{Candidate: 1, Criterion: e1, Value: "3"}, model.Invalid},
		{"a graded value is on the scale", screening, ann, model.SetRating{Candidate: 1, Criterion: e3, Value: "5"}, model.Invalid},
		{"a candidate is there", screening, ann, model.SetRating{Candidate: 3, Criterion: e1, Value: model.Met}, model.NotFound},
		{"a candidate has a number", screening, ann, model.SetRating{Candidate: 0, Criterion: e1, Value: model.Met}, model.NotFound},
		{"a criterion is there", screening, ann, model.SetRating{Candidate: 1, Criterion: 99, Value: model.Met}, model.NotFound},
		{"a submitted rating stands", submitted, ann, rate, model.Forbidden},
		{"a submitted reason stands", submitted, ann, model.SetReason{Candidate: 1, Criterion: e1, Text: "x"}, model.Forbidden},
		{"submitted evidence stands", submitted, ann, model.AddEvidence{Candidate: 1, Criterion: e1, Quote: "x"}, model.Forbidden},
		{"submitted jobs stand", submitted, ann, model.TickJobs{Candidate: 1, Criterion: e2}, model.Forbidden},
		{"a quote has words", screening, ann, model.AddEvidence{Candidate: 1, Criterion: e1, Quote: " "}, model.Invalid},
		{"a job has a place in the file", screening, ann, model.TickJobs{Candidate: 1, Criterion: e2, Jobs: []int{2, -1}}, model.Invalid},
		{"an open assessment is not submitted", screening, ann, model.SubmitAssessment{Candidate: 1}, model.Conflict},
		{"nothing is submitted twice", submitted, ann, model.SubmitAssessment{Candidate: 1}, model.Conflict},
		{"a draft is not returned", screening, chair, model.ReturnAssessment{Candidate: 1, Member: ann, Reason: "x"}, model.Conflict},
		{"another's is returned with a reason", submitted, chair, model.ReturnAssessment{Candidate: 1, Member: ann}, model.Invalid},
		{"a member does not return another's", submitted, bob, model.ReturnAssessment{Candidate: 1, Member: ann, Reason: "x"}, model.Forbidden},
		{"a member does not learn from a refusal who handed in", screening, bob, model.ReturnAssessment{Candidate: 1, Member: ann, Reason: "x"}, model.Forbidden},
		{"nothing is returned after the reveal", moderating, ann, model.ReturnAssessment{Candidate: 1}, model.Forbidden},

		{"a declaration is one of two", screening, ann, model.DeclareConflict{Candidate: 1, Interest: "maybe"}, model.Invalid},
		{"an observer declares nothing", screening, observer, model.DeclareConflict{Candidate: 1, Interest: model.Recused}, model.Forbidden},
		{"no recusal after the reveal", moderating, ann, model.DeclareConflict{Candidate: 1, Interest: model.Recused}, model.Forbidden},
		{"a declaration is about somebody", screening, ann, model.DeclareConflict{Candidate: 7, Interest: model.Recused}, model.NotFound},

		{"only the chair reveals", submitted, secretary, model.RevealRatings{Reason: "x"}, model.Forbidden},
		{"an early reveal needs a reason", submitted, chair, model.RevealRatings{}, model.Invalid},
		{"nothing is revealed before the seal", preparing, chair, model.RevealRatings{Reason: "x"}, model.Forbidden},
		{"nothing is revealed twice", moderating, chair, model.RevealRatings{}, model.Conflict},
		{"no agreement before the reveal", submitted, chair, model.AgreeRating{Candidate: 1, Criterion: e1, Value: model.Met, Reason: "x"}, model.Forbidden},
		{"only the chair records agreements", moderating, ann, model.AgreeRating{Candidate: 1, Criterion: e1, Value: model.Met, Reason: "x"}, model.Forbidden},
		{"an agreement needs a reason", moderating, chair, model.AgreeRating{Candidate: 1, Criterion: e1, Value: model.Met}, model.Invalid},
		{"an agreement is a point of the scale", moderating, chair, model.AgreeRating{Candidate: 1, Criterion: e1, Value: model.CannotAssess, Reason: "x"}, model.Invalid},
		{"an agreement fits the scale", moderating, chair, model.AgreeRating{Candidate: 1, Criterion: e3, Value: model.Met, Reason: "x"}, model.Invalid},
		{"an agreement is about a criterion", moderating, chair, model.AgreeRating{Candidate: 1, Criterion: 99, Value: model.Met, Reason: "x"}, model.NotFound},
		{"an agreement is about a candidate", moderating, chair, model.AgreeRating{Candidate: 9, Criterion: e1, Value: model.Met, Reason: "x"}, model.NotFound},
		{"there must be an agreement to take back", moderating, chair, model.AgreeRating{Candidate: 1, Criterion: e1}, model.Conflict},
		{"the values under a decision stand", decided, chair, model.AgreeRating{Candidate: 1, Criterion: e1, Value: model.NotMet, Reason: "x"}, model.Forbidden},

		{"no decision before the reveal", submitted, chair, shortlist(1), model.Forbidden},
		{"only the chair decides", moderating, secretary, shortlist(1), model.Forbidden},
		{"a member does not decide", moderating, ann, model.MakeDecision{Candidate: 1, Outcome: model.Withdrawn, Reason: "x"}, model.Forbidden},
		{"a decision for needs a reason (R25)", moderating, chair, model.MakeDecision{Candidate: 1, Outcome: model.Shortlisted}, model.Invalid},
		{"a decision against needs a reason (R25)", moderating, chair, model.MakeDecision{Candidate: 1, Outcome: model.NotShortlisted, Reason: " "}, model.Invalid},
		{"a decision is one of four", moderating, chair, model.MakeDecision{Candidate: 1, Outcome: "perhaps", Reason: "x"}, model.Invalid},
		{"a decision is about somebody", moderating, chair, shortlist(9), model.NotFound},
		{"there must be a decision to reopen", moderating, chair, model.MakeDecision{Candidate: 1}, model.Conflict},
		{"who fails an essential is on no list (R13)", failing, chair, shortlist(1), model.Forbidden},
		{"who fails an essential is no reserve (R13)", failing, chair, model.MakeDecision{Candidate: 1, Outcome: model.Reserve, Reason: "x"}, model.Forbidden},
		{"an essential in dispute is settled first (R21)", failing, chair, shortlist(2), model.Forbidden},

		{"the numbers of candidates follow on", screening, secretary, model.ImportCandidates{Batch: model.ImportBatch{First: 2, Count: 1, Source: "late.csv"}}, model.Conflict},
		{"an import brings somebody", screening, secretary, model.ImportCandidates{Batch: model.ImportBatch{First: 3, Source: "none.csv"}}, model.Invalid},
		{"an import has bounds", screening, secretary, model.ImportCandidates{Batch: model.ImportBatch{First: 3, Count: 1 << 40, Source: "vast.csv"}}, model.Invalid},
		{"a member does not import", screening, ann, model.ImportCandidates{Batch: model.ImportBatch{First: 3, Count: 1}}, model.Forbidden},
		{"nobody joins after the reveal", moderating, secretary, model.ImportCandidates{Batch: model.ImportBatch{First: 3, Count: 1}}, model.Forbidden},

		{"a name is taken once", preparing, chair, model.AddMember{Name: " ANN ", Role: model.RoleMember}, model.Conflict},
		{"a member has a name", preparing, chair, model.AddMember{Name: " ", Role: model.RoleMember}, model.Invalid},
		{"a role is one of four", preparing, chair, model.AddMember{Name: "Dina", Role: "king"}, model.Invalid},
		{"a member does not run the panel", preparing, ann, model.AddMember{Name: "Dina", Role: model.RoleMember}, model.Forbidden},
		{"a panel keeps its chair", preparing, secretary, model.RemoveMember{Member: chair}, model.Forbidden},
		{"a chair stays chair while alone", preparing, chair, model.ChangeMember{Member: chair, Name: "Cleo", Role: model.RoleMember}, model.Forbidden},
		{"nobody removes themself", preparing, secretary, model.RemoveMember{Member: secretary}, model.Forbidden},
		{"only who is there is removed", preparing, chair, model.RemoveMember{Member: "M9"}, model.NotFound},
		{"only who is there is changed", preparing, chair, model.ChangeMember{Member: "M9", Name: "x", Role: model.RoleMember}, model.NotFound},
		{"no rater is removed once the ratings are known", moderating, chair, model.RemoveMember{Member: ann}, model.Forbidden},
		{"no rater loses the vote once the ratings are known", moderating, chair, model.ChangeMember{Member: ann, Name: "Ann", Role: model.RoleObserver}, model.Forbidden},
	} {
		t.Run(c.rule, func(t *testing.T) {
			t.Parallel()
			b := c.board(t)
			before := b.Events
			says := modeltest.Refuse(t, b, c.author, c.command, c.code)
			if len(says) < 15 || !strings.ContainsAny(says[len(says)-1:], ".?") || strings.Contains(says, "%!") || strings.Contains(says, "  ") {
				t.Errorf("this is no sentence: %q", says)
			}
			if b.Events != before {
				t.Error("a refusal changed the board")
			}
		})
	}
}

func TestWhoMayDoWhat(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		rule    string
		board   func(modeltest.T) *model.Board
		author  model.MemberID
		command model.Command
	}{
		{"the secretary prepares", preparing, secretary, model.AddCriterion{Criterion: model.Criterion{Class: model.Essential, Text: "Swim"}}},
		{"the secretary imports during screening", screening, secretary, model.ImportCandidates{Batch: model.ImportBatch{First: 3, Count: 1}}},
		{"the chair rates", screening, chair, model.SetRating{Candidate: 1, Criterion: e1, Value: model.Met}},
		{"cannot assess fits every scale", screening, ann, model.SetRating{Candidate: 1, Criterion: e3, Value: model.CannotAssess}},
		{"a member takes back the own assessment", submitted, ann, model.ReturnAssessment{Candidate: 1}},
		{"the secretary returns another's with a reason", submitted, secretary, model.ReturnAssessment{Candidate: 1, Member: ann, Reason: "E2 reads like a slip."}},
		{"the chair reveals early with a reason", submitted, chair, model.RevealRatings{Reason: "Bob is ill."}},
		{"the secretary notes a withdrawal at any time", screening, secretary, model.MakeDecision{Candidate: 1, Outcome: model.Withdrawn, Reason: "Wrote on Monday."}},
		{"the secretary notes a withdrawal after the decision", decided, secretary, model.MakeDecision{Candidate: 1, Outcome: model.Withdrawn, Reason: "Wrote on Monday."}},
		{"who fails an essential is decided against", failing, chair, model.MakeDecision{Candidate: 1, Outcome: model.NotShortlisted, Reason: "E1 is not met."}},
		{"a case in dispute may be decided against", failing, chair, model.MakeDecision{Candidate: 2, Outcome: model.NotShortlisted, Reason: "E1 is not shown."}},
		{"an observer may join after the reveal", moderating, chair, model.AddMember{Name: "Dina", Role: model.RoleObserver}},
		{"a name is corrected after the reveal", moderating, chair, model.ChangeMember{Member: ann, Name: "Anna", Role: model.RoleMember}},
		{"a removed chair comes back as a member", func(t modeltest.T) *model.Board {
			b := modeltest.Preparing(t, 0)
			modeltest.Do(t, b, chair, model.ChangeMember{Member: ann, Name: "Ann", Role: model.Chair})
			modeltest.Do(t, b, ann, model.RemoveMember{Member: chair})
			return b
		}, ann, model.ChangeMember{Member: chair, Name: "Cleo", Role: model.RoleMember}},
	} {
		t.Run(c.rule, func(t *testing.T) {
			t.Parallel()
			modeltest.Do(t, c.board(t), c.author, c.command)
		})
	}
}

func TestAMemberWhoWasRemovedDoesNothing(t *testing.T) {
	t.Parallel()
	b := submitted(t)
	modeltest.Do(t, b, chair, model.RemoveMember{Member: ann})
	modeltest.Refuse(t, b, ann, model.ReturnAssessment{Candidate: 1}, model.Forbidden)
	modeltest.Refuse(t, b, ann, model.SetRating{Candidate: 2, Criterion: e1, Value: model.Met}, model.Forbidden)
	if n := b.Missing(); n != 4 {
		t.Errorf("%d assessments are missing of two raters and two candidates", n)
	}
}

func TestAPanelHasAtMostSixteenRaters(t *testing.T) {
	t.Parallel()
	b := modeltest.Preparing(t, 1)
	for i := range 13 {
		modeltest.Do(t, b, chair, model.AddMember{Name: "Rater " + string(rune('a'+i)), Role: model.RoleMember})
	}
	modeltest.Refuse(t, b, chair, model.AddMember{Name: "One more", Role: model.RoleMember}, model.Invalid)
	modeltest.Refuse(t, b, chair, model.ChangeMember{Member: observer, Name: "Olga", Role: model.RoleMember}, model.Invalid)
	modeltest.Do(t, b, chair, model.AddMember{Name: "One more", Role: model.RoleObserver})
}

func TestRefusalsForSubmittingNameWhatIsOpen(t *testing.T) {
	t.Parallel()
	b := screening(t)
	modeltest.Rate(t, b, ann, 1, "met", "met", "", "met", "", "3")
	says := modeltest.Refuse(t, b, ann, model.SubmitAssessment{Candidate: 1}, model.Conflict)
	for _, want := range []string{"C001", "E3, D2"} {
		if !strings.Contains(says, want) {
			t.Errorf("%q does not name %s", says, want)
		}
	}
	b = modeltest.Preparing(t, 1)
	r := model.DefaultRules()
	r.ReasonsRequired = true
	modeltest.Do(t, b, chair, model.EditRules{Rules: r}, model.SealRules{})
	modeltest.Rate(t, b, ann, 1, modeltest.Good()...)
	says = modeltest.Refuse(t, b, ann, model.SubmitAssessment{Candidate: 1}, model.Conflict)
	if !strings.Contains(says, "without a reason") {
		t.Errorf("R17: %q does not ask for reasons", says)
	}
	for _, k := range b.Criteria {
		modeltest.Do(t, b, ann, model.SetReason{Candidate: 1, Criterion: k.ID, Text: "Page 2."})
	}
	modeltest.Do(t, b, ann, model.SubmitAssessment{Candidate: 1})
}
