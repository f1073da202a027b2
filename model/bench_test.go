package model_test

import (
	"fmt"
	"testing"

	"shortlist/model"
	"shortlist/model/modeltest"
)

// rated is a revealed vacancy with n candidates, every one of them rated in full by three members.
func rated(n int) *model.Board {
	s := modeltest.Screening(fatal{}, 0).Snapshot()
	s.Candidates, s.Phase = n, model.Moderating
	for c := range n {
		for m, id := range []model.MemberID{chair, ann, bob} {
			a := model.Assessment{Candidate: model.CandidateID(c + 1), Member: id, State: model.Submitted}
			for i, k := range s.Criteria {
				values := k.Scale.Values()
				a.Ratings = append(a.Ratings, model.Rating{Criterion: k.ID, Rules: 1, Value: values[(c*7+c/5*3+m*i/3)%len(values)]})
				if k.Class == model.Essential && c%10 != 0 {
					a.Ratings[i].Value = []model.Value{"met", "met", "3"}[i]
				}
			}
			s.Assessments = append(s.Assessments, a)
		}
	}
	return model.Restore(s)
}

type fatal struct{}

func (fatal) Helper()                           {}
func (fatal) Fatalf(format string, args ...any) { panic(fmt.Sprintf(format, args...)) }

// history is a screening of n ratings by three members.
func history(n int) []model.Event {
	b := model.NewBoard()
	var events []model.Event
	do := func(m model.MemberID, c ...model.Command) {
		events = append(events, modeltest.Do(fatal{}, b, m, c...).Events...)
	}
	do("", modeltest.Vacancy(), model.AddMember{Name: "Cleo", Role: model.Chair})
	do(chair, model.AddMember{Name: "Ann", Role: model.RoleMember}, model.AddMember{Name: "Bob", Role: model.RoleMember},
		modeltest.Candidates(b, n/18+1), model.SealRules{})
	for i := len(events); i < n; i++ {
		k := b.Criteria[i%6]
		do([]model.MemberID{chair, ann, bob}[i/6%3], model.SetRating{Candidate: model.CandidateID(i/18 + 1), Criterion: k.ID, Value: k.Scale.Values()[i%3]})
	}
	return events
}

func BenchmarkFold(b *testing.B) {
	for _, n := range []int{12_000, 120_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			events := history(n)
			b.ReportAllocs()
			for b.Loop() {
				model.Fold(events)
			}
		})
	}
}

func BenchmarkRanking(b *testing.B) {
	for _, n := range []int{300, 10_000, 100_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			board := rated(n)
			anew := model.Event{Payload: model.MemberChanged{Member: board.Members[0]}} // drops what is kept
			b.ReportAllocs()
			for b.Loop() {
				board.Apply(anew)
				board.As(chair).Ranking()
			}
		})
	}
}

func BenchmarkRankingOneChanged(b *testing.B) {
	for _, n := range []int{300, 10_000, 100_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			board := rated(n)
			board.As(chair).Ranking()
			i := 0
			b.ReportAllocs()
			for b.Loop() {
				i++
				c := model.CandidateID(i*7919%n + 1)
				modeltest.Do(b, board, chair, model.AgreeRating{Candidate: c, Criterion: d2, Value: model.Value(fmt.Sprint(i % 5)), Reason: "x"})
				board.As(chair).Ranking()
			}
		})
	}
}

func BenchmarkOrder(b *testing.B) {
	board := rated(100_000)
	for b.Loop() {
		model.Restore(model.State{Work: model.Work{Seed: 7}, Common: model.Common{Candidates: 100_000, Members: board.Members}}).As(ann).Order()
	}
}
