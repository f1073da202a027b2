package rate

// This file holds what the assessment screen reads: the file of the candidate in view, that of the next one ahead of
// time, and names for the list of a pass.

import (
	"context"
	"errors"

	"shortlist/model"
	"shortlist/tui/kit"
	"shortlist/tui/screens/part"
)

const aheadKey = "dossier ahead"

// fetch asks for what is in view and not there: the file of the candidate, then the next one's, then names.
func (a *assessment) fetch() []kit.Effect {
	if a.candidate == 0 || a.env.File == nil {
		return nil
	}
	var out []kit.Effect
	if a.needs(a.candidate) && !a.recused() {
		a.fetched, a.reading = a.board.Events, a.candidate
		out = append(out, part.ReadDossier(a.env.File, part.DossierKey, a.candidate))
	} else if next := a.ahead(); next != 0 {
		if _, ok := a.dossiers[next]; !ok {
			out = append(out, part.ReadDossier(a.env.File, aheadKey, next))
		}
	}
	ids := []model.CandidateID{a.candidate}
	if a.pass {
		first, n := a.passWindow()
		ids = append(ids, a.order[first:first+n]...)
	}
	return append(out, a.names.Request(ids)...)
}

// needs returns true if the candidate's file has to be read: it is not here, or it lacks a text written since.
func (a *assessment) needs(c model.CandidateID) bool {
	d, ok := a.dossiers[c]
	if !ok {
		return a.trouble == nil && a.reading != c
	}
	if a.fetched == a.board.Events {
		return false
	}
	lacks := func(r model.TextRef) bool { _, has := d.Texts[r.ID]; return !r.IsZero() && !has }
	for _, x := range a.board.Visible(c) {
		if lacks(x.Return) {
			return true
		}
		for _, r := range x.Ratings {
			if lacks(r.Reason) {
				return true
			}
			for _, e := range r.Evidence {
				if lacks(e) {
					return true
				}
			}
		}
	}
	for _, k := range a.board.Criteria {
		if g, ok := a.board.Settled(c, k.ID); ok && lacks(g.Reason) {
			return true
		}
	}
	return false
}

// ahead is the candidate who will probably be looked at next.
func (a *assessment) ahead() model.CandidateID {
	if a.pos+1 >= len(a.order) || a.board.Recused(a.order[a.pos+1]) {
		return 0
	}
	return a.order[a.pos+1]
}

// done takes over an answer.
func (a *assessment) done(d kit.Done) []kit.Effect {
	if effects, ok := a.names.Take(d); ok {
		return append(effects, a.fetch()...)
	}
	x, ok := d.Value.(model.Dossier)
	if d.Err != nil || !ok {
		if d.Key == part.DossierKey && !errors.Is(d.Err, context.Canceled) {
			a.trouble, a.reading = d.Err, 0
		}
		return nil
	}
	if x.Candidate == a.reading {
		a.reading = 0
	}
	_, again := a.dossiers[x.Candidate]
	for c := range a.dossiers {
		if c != a.candidate && c != a.ahead() {
			delete(a.dossiers, c)
		}
	}
	a.dossiers[x.Candidate] = x
	if x.Candidate == a.laidFor {
		a.laid = nil
	}
	if x.Candidate == a.candidate {
		a.trouble = nil
		a.layout(again)
	}
	return a.fetch()
}
