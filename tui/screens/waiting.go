package screens

import (
	"slices"

	"shortlist/model"
	"shortlist/tui/kit"
)

// This file remembers what was pressed and is not stored yet. What stands here is shown with "…" and never as saved.

// wait is one rating, or one set of ticked jobs, on its way to the disk.
type wait struct {
	candidate model.CandidateID
	criterion model.CriterionID
	value     model.Value
	ticks     bool
	jobs      []int
}

func (w wait) same(o wait) bool {
	return w.candidate == o.candidate && w.criterion == o.criterion && w.ticks == o.ticks
}

// waiting is the queue, oldest first. Changes are stored in this order.
type waiting []wait

// settle drops what the board has. As the order is kept, everything before it is settled too, refused or stored.
func (q *waiting) settle(env *kit.Env, b *model.Board) {
	me, done := env.Me, -1
	for i, w := range *q {
		earlier := slices.ContainsFunc((*q)[:i], w.same)
		r := b.Assessment(w.candidate, me).Rating(w.criterion)
		stored := w.ticks && r.Ticked && slices.Equal(r.Jobs, w.jobs) || !w.ticks && r.Value == w.value
		if stored && !earlier {
			done = i
		}
	}
	*q = slices.Delete(*q, 0, done+1)
	*q = slices.DeleteFunc(*q, func(w wait) bool {
		return refused(env, b, model.SetRating{Candidate: w.candidate, Criterion: w.criterion, Value: model.CannotAssess}) != ""
	})
}

// value is the value that is on its way; ok is false where none is.
func (q waiting) value(c model.CandidateID, k model.CriterionID) (v model.Value, ok bool) {
	for _, w := range q {
		if w.same(wait{candidate: c, criterion: k}) {
			v, ok = w.value, true
		}
	}
	return v, ok
}

// jobs are the ticked jobs that are on their way.
func (q waiting) jobs(c model.CandidateID, k model.CriterionID) (jobs []int, ok bool) {
	for _, w := range q {
		if w.same(wait{candidate: c, criterion: k, ticks: true}) {
			jobs, ok = w.jobs, true
		}
	}
	return jobs, ok
}
