package modeltest

import (
	"fmt"

	"shortlist/model"
	"shortlist/model/requirement"
)

// This file builds a small vacancy, its panel and its candidates.

// The criteria of Vacancy, by the labels they have at first.
const (
	E1, E2, E3 model.CriterionID = 1, 2, 3 // degree, experience (facts); knowledge (graded, pass mark 2)
	D1, D2, D3 model.CriterionID = 4, 5, 6 // language (facts); skill, knowledge (graded)
)

// The members of Panel.
const (
	Chair, Ann, Bob, Secretary, Observer model.MemberID = "M1", "M2", "M3", "M4", "M5"
)

// Vacancy is a small invented vacancy with three essentials and three desirables.
func Vacancy() model.CreateVacancy {
	k := func(c model.Class, text string, line int, r requirement.Requirement) model.Criterion {
		return model.Criterion{Class: c, Text: text, Lines: model.Lines{From: line, To: line}, Requirement: r}
	}
	return model.CreateVacancy{
		Vacancy: model.Vacancy{
			Title: "Officer (Lighthouses)", Organisation: "Bureau of Invented Affairs", Requisition: "900001",
			Grade: "G15", ClosingDate: requirement.Date{Year: 2025, Month: 1, Day: 7}, Invented: true,
			Posting:     model.PostingRef{Name: "lighthouses.txt", SHA256: fmt.Sprintf("%064d", 7), Format: "text", Lines: 40},
			Eligibility: []model.Eligibility{{ID: "G1", Kind: "nationality", Text: "Be a national of a member state", Requirement: requirement.Requirement{Kind: requirement.KindNationality}}},
			Competencies: []model.Competency{
				{Name: "Clear Signals", Phrase: "Says what is meant"},
			},
		},
		Criteria: []model.Criterion{
			k(model.Essential, "Hold a university degree", 10, requirement.Requirement{Kind: requirement.KindDegree, Degree: &requirement.Degree{Level: requirement.DegreeBachelor}}),
			k(model.Essential, "Have 3 years of work with lighthouses", 11, requirement.Requirement{Kind: requirement.KindExperience, Months: 36}),
			k(model.Essential, "Know how lamps are maintained", 12, requirement.Requirement{Kind: requirement.KindKnowledge}),
			k(model.Desirable, "Speak Dutch at level III", 14, requirement.Requirement{Kind: requirement.KindLanguage, Languages: []requirement.LanguageLevel{
				{Language: "other", Name: "Dutch", Scale: requirement.ScaleNATO, Level: "III", Role: requirement.RoleFixed},
			}}),
			k(model.Desirable, "Write clear reports", 15, requirement.Requirement{Kind: requirement.KindSkill}),
			k(model.Desirable, "Know the coast", 16, requirement.Requirement{Kind: requirement.KindKnowledge}),
		},
	}
}

// Preparing is the small vacancy with its panel (chair, two members, secretary, observer) and n candidates, the rules
// still open.
func Preparing(t T, n int) *model.Board {
	t.Helper()
	b := model.NewBoard()
	Do(t, b, "", Vacancy(), model.AddMember{Name: "Cleo", Role: model.Chair})
	Do(t, b, Chair,
		model.AddMember{Name: "Ann", Role: model.RoleMember},
		model.AddMember{Name: "Bob", Role: model.RoleMember},
		model.AddMember{Name: "Sam", Role: model.RoleSecretary},
		model.AddMember{Name: "Olga", Role: model.RoleObserver},
	)
	if n > 0 {
		Do(t, b, Secretary, Candidates(b, n))
	}
	return b
}

// Cards gives Ann and Bob cards: from then on they work on laptops of their own.
func Cards(t T, b *model.Board) {
	t.Helper()
	Do(t, b, Chair, model.GiveCard{Member: Ann, Card: Card("Ann")}, model.GiveCard{Member: Bob, Card: Card("Bob")})
}

// Card is an invented card.
func Card(of string) model.Card {
	return model.Card{Key: "key of " + of, Recipient: "recipient of " + of}
}

// Candidates takes in n more.
func Candidates(b *model.Board, n int) model.ImportCandidates {
	return model.ImportCandidates{Batch: model.ImportBatch{
		First: model.CandidateID(b.Candidates + 1), Count: n, Source: "invented.csv",
		SHA256: fmt.Sprintf("%064d", n), People: fmt.Sprintf("%064d", n+1),
	}}
}

// Screening is Preparing with the rules sealed.
func Screening(t T, n int) *model.Board {
	t.Helper()
	b := Preparing(t, n)
	Do(t, b, Chair, model.SealRules{})
	return b
}

// Rate gives a member's ratings of a candidate in the order of the criteria; an empty value rates nothing.
func Rate(t T, b *model.Board, m model.MemberID, c model.CandidateID, values ...model.Value) {
	t.Helper()
	for i, v := range values {
		if v != model.NotRated {
			Do(t, b, m, model.SetRating{Candidate: c, Criterion: b.Criteria[i].ID, Value: v})
		}
	}
}

// Submit rates like Rate and hands in.
func Submit(t T, b *model.Board, m model.MemberID, c model.CandidateID, values ...model.Value) {
	t.Helper()
	Rate(t, b, m, c, values...)
	Do(t, b, m, model.SubmitAssessment{Candidate: c})
}

// Good are values that pass every essential and earn half of the desirables.
func Good() []model.Value { return []model.Value{"met", "met", "2", "met", "2", "0"} }

// Moderating is Screening with every candidate rated Good by all three raters, and revealed.
func Moderating(t T, n int) *model.Board {
	t.Helper()
	b := Screening(t, n)
	for c := model.CandidateID(1); int(c) <= n; c++ {
		for _, m := range []model.MemberID{Chair, Ann, Bob} {
			Submit(t, b, m, c, Good()...)
		}
	}
	Do(t, b, Chair, model.RevealRatings{})
	return b
}
