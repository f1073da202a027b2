package lists

// This file puts the list of candidates in order: the member's own, or by name, progress or experience.

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"shortlist/model"
	"shortlist/tui/kit"
	"shortlist/tui/screens/part"
)

// listOrder is an order of the list.
type listOrder int

// The orders, as the key walks through them.
const (
	ownOrder listOrder = iota
	byNumber
	byName
	byProgress
	notStarted
	byExperience
	listOrders
)

func (o listOrder) String() string {
	return [...]string{"your own order", "order of number", "order of name", "most rated first", "not started first", "most experience first, if every job counts"}[o]
}

// sort puts all candidates in the order chosen; by name it takes long enough to be done off the screen.
func (c *candidates) sort() []kit.Effect {
	b := c.board
	c.sorting = false
	switch c.order {
	case byName:
		if !c.names.Complete() {
			c.sorting = true
			return c.names.Prefetch()
		}
		return c.sortNames()
	case ownOrder:
		c.sorted = b.Order()
	case byExperience:
		c.sortExperience()
	default:
		c.sorted = make([]model.CandidateID, b.Candidates)
		for i := range c.sorted {
			c.sorted[i] = model.CandidateID(i + 1)
		}
		if c.order != byNumber {
			c.sortProgress()
		}
	}
	c.filter()
	return nil
}

// sortNames sorts by name off the screen.
func (c *candidates) sortNames() []kit.Effect {
	c.sorting = true
	known := slices.Clone(c.names.Known)
	return []kit.Effect{kit.Run{Key: sortKey, Label: "Sorting by name", Work: func(context.Context, func(string)) (any, error) {
		slices.SortFunc(known, func(x, y *part.CandidateRow) int {
			return cmp.Or(strings.Compare(x.SortName, y.SortName), cmp.Compare(x.Candidate, y.Candidate))
		})
		out := make([]model.CandidateID, len(known))
		for i, x := range known {
			out[i] = x.Candidate
		}
		return out, nil
	}}}
}

// sortProgress sorts by the member's own progress; equals stay in the member's own order.
func (c *candidates) sortProgress() {
	c.sorted = slices.Clone(c.board.Order())
	rated := make([]int, c.board.Candidates+1)
	for _, id := range c.sorted {
		rated[id], _ = c.board.Progress(id)
		if c.order == byProgress {
			rated[id] = -rated[id]
		}
	}
	slices.SortStableFunc(c.sorted, func(x, y model.CandidateID) int { return rated[x] - rated[y] })
}

// sortExperience sorts by the time that all jobs of a file give together; those not worked out yet come last, and equals
// stay in the member's own order.
func (c *candidates) sortExperience() {
	c.sorted = slices.Clone(c.board.Order())
	c.sorting = !c.findings.Complete()
	time := func(id model.CandidateID) int16 {
		if c.findings.Of(id) == nil {
			return -1
		}
		return c.findings.Months[id-1]
	}
	slices.SortStableFunc(c.sorted, func(x, y model.CandidateID) int { return cmp.Compare(time(y), time(x)) })
}

func (c *candidates) nextOrder() []kit.Effect {
	c.order = (c.order + 1) % listOrders
	if c.order == byName && c.board.Hidden() {
		c.order++
	}
	if c.order == byExperience && !c.asksTime() {
		c.order = (c.order + 1) % listOrders
	}
	effects := append(c.sort(), kit.Note{Text: "Listed: " + c.order.String() + "."})
	return append(effects, c.fetch()...)
}
