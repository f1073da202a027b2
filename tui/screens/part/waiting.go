package part

// This file remembers what was pressed and is not stored yet. What stands here is shown with "…" and never as saved.

import (
	"slices"

	"shortlist/model"
	"shortlist/tui/kit"
)

// Wait is one rating, or one set of ticked jobs, on its way to the disk.
type Wait struct {
	Candidate model.CandidateID
	Criterion model.CriterionID
	Value     model.Value
	Ticks     bool
	Jobs      []int
}

func (w Wait) same(o Wait) bool {
	return w.Candidate == o.Candidate && w.Criterion == o.Criterion && w.Ticks == o.Ticks
}

// Waiting is the queue, oldest first. Changes are stored in this order.
type Waiting []Wait

// DropStored drops what the board has. As the order is kept, everything before it was stored or refused too.
func (q *Waiting) DropStored(env *kit.Env, b *model.View) {
	done := -1
	for i, w := range *q {
		earlier := slices.ContainsFunc((*q)[:i], w.same)
		r := b.Own(w.Candidate).Rating(w.Criterion)
		stored := w.Ticks && r.Ticked && slices.Equal(r.Jobs, w.Jobs) || !w.Ticks && r.Value == w.Value
		if stored && !earlier {
			done = i
		}
	}
	*q = slices.Delete(*q, 0, done+1)
	*q = slices.DeleteFunc(*q, func(w Wait) bool {
		return Refusal(env, b, model.SetRating{Candidate: w.Candidate, Criterion: w.Criterion, Value: model.CannotAssess}) != ""
	})
}

// Value is the value that is on its way; ok is false if there is none.
func (q Waiting) Value(c model.CandidateID, k model.CriterionID) (v model.Value, ok bool) {
	for _, w := range q {
		if w.same(Wait{Candidate: c, Criterion: k}) {
			v, ok = w.Value, true
		}
	}
	return v, ok
}

// Jobs are the ticked jobs that are on their way.
func (q Waiting) Jobs(c model.CandidateID, k model.CriterionID) (jobs []int, ok bool) {
	for _, w := range q {
		if w.same(Wait{Candidate: c, Criterion: k, Ticks: true}) {
			jobs, ok = w.Jobs, true
		}
	}
	return jobs, ok
}
