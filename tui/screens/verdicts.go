package screens

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"shortlist/model"
	"shortlist/model/requirement"
	"shortlist/tui/kit"
)

// This file works out the findings of the candidates in view, off the screen, and keeps them.

// verdicts are the findings known so far, one of every criterion for a candidate.
type verdicts struct {
	known map[model.CandidateID]verdict
	basis string // what they were worked out under
	busy  bool
	// failed stops asking until the board changes, so that a damaged file is told once.
	failed bool
}

// verdict is the findings of one candidate, and the jobs that were ticked then.
type verdict struct {
	candidate model.CandidateID
	of        []requirement.Verdict
	ticks     string
}

const verdictsKey = "findings"

// refresh drops what was worked out under other rules.
func (v *verdicts) refresh(b *model.Board) {
	basis := fmt.Sprint("sealed ", len(b.Seals))
	if b.Phase == model.Preparing {
		basis = fmt.Sprint("preparing ", b.Events)
	}
	v.failed = false
	if v.known == nil || basis != v.basis {
		v.known, v.basis = map[model.CandidateID]verdict{}, basis
	}
}

// of are the findings of a candidate; nil while they are not known.
func (v *verdicts) of(c model.CandidateID) []requirement.Verdict { return v.known[c].of }

// ticksOf writes the jobs that a member ticked, to see whether they changed.
func ticksOf(a model.Assessment) string {
	var w strings.Builder
	for _, r := range a.Ratings {
		if r.Ticked {
			fmt.Fprint(&w, r.Criterion, r.Jobs, ";")
		}
	}
	return w.String()
}

// want works out the findings of candidates that are not known, or under other ticks. A candidate whom the viewer is
// recused from is left out.
func (v *verdicts) want(file kit.File, b *model.Board, me model.MemberID, ids []model.CandidateID) []kit.Effect {
	if v.busy || v.failed || file == nil || len(b.Criteria) == 0 {
		return nil
	}
	var todo []model.Assessment
	for _, c := range ids {
		a := b.Assessment(c, me)
		if x, ok := v.known[c]; a.Interest != model.Recused && (!ok || x.ticks != ticksOf(a)) {
			a.Ratings = slices.Clone(a.Ratings)
			todo = append(todo, a)
		}
	}
	if len(todo) == 0 {
		return nil
	}
	v.busy = true
	basis := v.basis
	// A board of its own with the rules alone: the real one changes while this runs.
	rules := model.Restore(model.State{Criteria: b.Criteria, Rules: b.Rules, Vacancy: b.Vacancy})
	return []kit.Effect{kit.Run{Key: verdictsKey, Work: func(ctx context.Context, _ func(string)) (any, error) {
		out := found{basis: basis}
		for _, a := range todo {
			if err := ctx.Err(); err != nil {
				return nil, err
			}
			d, err := file.Dossier(a.Candidate)
			if err != nil {
				return nil, err
			}
			x := verdict{candidate: a.Candidate, ticks: ticksOf(a)}
			for _, k := range rules.Criteria {
				x.of = append(x.of, rules.Finding(k, a.Rating(k.ID), d.Person.Facts).Verdict)
			}
			out.list = append(out.list, x)
		}
		return out, nil
	}}}
}

// found is the answer of a search for findings.
type found struct {
	basis string
	list  []verdict
}

// maxVerdicts bounds what is kept while somebody pages through a long list.
const maxVerdicts = 20_000

// take takes over an answer; ok is false where it is not one of verdicts.
func (v *verdicts) take(d kit.Done) (effects []kit.Effect, ok bool) {
	if d.Key != verdictsKey {
		return nil, false
	}
	v.busy = false
	if d.Err != nil {
		v.failed = true
		return []kit.Effect{kit.Fail{Err: d.Err}}, true
	}
	x, _ := d.Value.(found)
	if x.basis != v.basis {
		return nil, true
	}
	if len(v.known) > maxVerdicts {
		clear(v.known)
	}
	for _, f := range x.list {
		v.known[f.candidate] = f
	}
	return nil, true
}
