package store_test

// This file takes bundles of the chair in any order after files of candidates were corrected.

import (
	"context"
	"testing"

	"shortlist/model"
	"shortlist/store"
	"shortlist/store/storetest"
)

// correct gives candidate 1 of a laptop another e-mail, by a later file of the same candidates.
func (l *laptop) correct(email string) {
	l.T.Helper()
	d, err := l.File.Dossier(1)
	must(l.T, err)
	p := d.Person
	p.Email = email
	in := storetest.Rows("later.csv", func(yield func(model.IntakeRow) bool) { yield(model.IntakeRow{Person: p, Line: 2}) })
	in.Update = true
	a, r, err := l.File.Stage(context.Background(), model.CandidateID(l.Board.Candidates+1), in, false, nil)
	must(l.T, err)
	l.Do("M1", model.ImportCandidates{Batch: a, Revision: r.Revision})
}

func TestAnOlderBundleDoesNotUndoACorrection(t *testing.T) {
	t.Parallel()
	for _, order := range [][]int{{0, 1, 2}, {0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}} {
		p := seat(t, 1, 3)
		bundles := []string{p.chair.send("M2")}
		for _, email := range []string{"second@example.org", "third@example.org"} {
			p.chair.correct(email)
			bundles = append(bundles, p.chair.send("M2"))
		}
		m := p.members[0]
		for _, i := range append(order, order...) {
			_, err := m.merge(bundles[i])
			must(t, err)
		}
		d, err := m.File.Dossier(1)
		must(t, err)
		if d.Person.Email != "third@example.org" {
			t.Errorf("order %v: the file says %q", order, d.Person.Email)
		}
		must(t, m.File.Close())
		if v, err := store.Verify(m.File.Path(), ""); err != nil || !v.Intact() {
			t.Errorf("order %v: %+v, %v", order, v, err)
		}
	}
}
