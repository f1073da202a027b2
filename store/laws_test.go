package store_test

import (
	"bytes"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"shortlist/model"
	"shortlist/store"
	"shortlist/store/bundle"
	"shortlist/store/storetest"
)

// This file checks the laws of merging over histories of several laptops: taking in is commutative, associative and
// idempotent, whatever bundles were written when.

// work does something a member may do alone, chosen by chance.
func (l *laptop) work(r *rand.Rand) {
	c := model.CandidateID(1 + r.IntN(l.Board.Candidates))
	k := l.Board.Criteria[r.IntN(len(l.Board.Criteria))]
	values := k.Scale.Values()
	switch a := l.Board.Assessment(c, l.me); {
	case a.State == model.Submitted:
		l.Do(l.me, model.ReturnAssessment{Candidate: c})
	case a.Interest == model.Recused:
		l.Do(l.me, model.DeclareConflict{Candidate: c, Interest: model.NoConflict})
	case r.IntN(8) == 0:
		l.Do(l.me, model.DeclareConflict{Candidate: c, Interest: model.Recused})
	case len(l.Board.Open(a)) == 0:
		l.Do(l.me, model.SubmitAssessment{Candidate: c})
	case r.IntN(4) == 0:
		l.Do(l.me, model.SetReason{Candidate: c, Criterion: k.ID, Text: "Reason of " + string(l.me)})
	default:
		l.Do(l.me, model.SetRating{Candidate: c, Criterion: k.ID, Value: values[r.IntN(len(values))]})
	}
}

// bundlesOf lets the members work, now and then learning what the chair sends, and gives the bundles they wrote on the way.
func bundlesOf(p *panel, r *rand.Rand, n int) []*bundle.Bundle {
	var out []*bundle.Bundle
	for range n {
		m := p.members[r.IntN(len(p.members))]
		for range 1 + r.IntN(8) {
			m.work(r)
		}
		if r.IntN(3) == 0 {
			if _, err := m.merge(p.chair.send(m.me)); err != nil {
				p.t.Fatal(err)
			}
		}
		out = append(out, p.chair.open(m.send()))
	}
	return out
}

func TestMergingObeysItsLaws(t *testing.T) {
	t.Parallel()
	p := seat(t, 3, 3)
	r := rand.New(rand.NewPCG(7, 7))
	for range 6 {
		p.chair.work(r)
	}
	bundles := bundlesOf(p, r, 7)
	must(t, p.chair.File.Close())
	home, key := p.chair.File.Path(), p.chair.id.Card().Key
	merged := func(order []int) (model.State, []byte) {
		f := copyOf(t, home)
		for _, i := range order {
			if _, err := f.Merge(bundles[i], key, false); err != nil {
				t.Fatal(err)
			}
		}
		d := storetest.Sit(t, f)
		defer func() { must(t, f.Close()) }()
		return d.Board.State, report(t, f, "M1")
	}
	type result struct {
		state  model.State
		report []byte
	}
	known := map[int]result{} // by the set of bundles
	rapid.Check(t, func(t *rapid.T) {
		order := rapid.SliceOfN(rapid.IntRange(0, len(bundles)-1), 1, 8).Draw(t, "order")
		set := 0
		for _, i := range order {
			set |= 1 << i
		}
		if _, ok := known[set]; !ok {
			sorted := slices.Compact(slices.Sorted(slices.Values(order)))
			s, doc := merged(sorted)
			known[set] = result{s, doc}
		}
		s, doc := merged(order)
		if d := cmp.Diff(known[set].state, s, cmpopts.EquateEmpty()); d != "" {
			t.Fatalf("another board:\n%s", d)
		}
		if !bytes.Equal(known[set].report, doc) {
			t.Fatal("another report")
		}
	})
	v, err := store.Verify(home, "")
	if err != nil || !v.Intact() {
		t.Errorf("%v %s", err, v)
	}
}
