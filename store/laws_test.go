package store_test

// This file checks the laws of merging, over histories of several laptops that did not know of each other's work:
// merging is commutative, associative and idempotent, whatever bundles were written when.

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"path/filepath"
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

// work does something that a member may do alone, chosen at random.
func (l *laptop) work(r *rand.Rand) {
	c := model.CandidateID(1 + r.IntN(l.Board.Candidates))
	k := l.Board.Criteria[r.IntN(len(l.Board.Criteria))]
	values := k.Scale.Values()
	switch a := l.Board.As(l.me).Own(c); {
	case l.Board.Decision(c).Outcome != model.NoDecision: // withdrawn: nothing is left to do
	case a.State == model.Submitted && r.IntN(3) > 0: // handed in, and left so
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
		if open := l.Board.Open(a); r.IntN(4) > 0 {
			k = *l.Board.Criterion(open[0])
			values = k.Scale.Values()
		}
		l.Do(l.me, model.SetRating{Candidate: c, Criterion: k.ID, Value: values[r.IntN(len(values))]})
	}
}

// run does something that only the chair may do, chosen at random.
func (l *laptop) run(r *rand.Rand) {
	switch c := model.CandidateID(1 + r.IntN(l.Board.Candidates)); r.IntN(6) {
	case 0: // other words: ratings of the criterion become invalid, and handed in assessments are returned
		k := l.Board.Criteria[r.IntN(len(l.Board.Criteria))]
		l.Do("M1", model.ReopenRules{Reason: "The posting says more."})
		l.Do("M1", model.EditCriterion{Criterion: k.ID, Text: k.Text + " or more", Requirement: k.Requirement, Lines: k.Lines})
		l.Do("M1", model.SealRules{})
	case 1:
		if x := l.Board.Decision(c).Outcome; x == model.NoDecision && c == 1 {
			l.Do("M1", model.MakeDecision{Candidate: c, Outcome: model.Withdrawn, Reason: "Took another post."})
		} else if x == model.Withdrawn {
			l.Do("M1", model.MakeDecision{Candidate: c, Outcome: model.NoDecision})
		}
	case 2:
		l.work(r)
	default:
		for _, a := range l.Board.Snapshot().Assessments {
			if a.Member != "M1" && a.State == model.Submitted {
				l.Do("M1", model.ReturnAssessment{Candidate: a.Candidate, Member: a.Member, Reason: "Look again."})
				return
			}
		}
	}
}

// story holds the bundles of a panel in the order in which they were written, and by whom, or for whom, each was.
type story struct {
	toHome, toMember []*bundle.Bundle
	from, to         []int
}

// play lets members and chair work. Each knows only what they took in now and then.
func play(p *panel, r *rand.Rand, n int) (s story) {
	for range n {
		i := r.IntN(len(p.members))
		m := p.members[i]
		for range 1 + r.IntN(12) {
			m.work(r)
		}
		path := m.send()
		s.toHome, s.from = append(s.toHome, p.chair.open(path)), append(s.from, i)
		if r.IntN(2) == 0 {
			_, err := p.chair.merge(path)
			must(p.t, err)
		}
		p.chair.run(r)
		path = p.chair.send(m.me)
		s.toMember, s.to = append(s.toMember, m.open(path)), append(s.to, i)
		if r.IntN(3) == 0 {
			_, err := m.merge(path)
			must(p.t, err)
		}
	}
	return s
}

// kinds counts what happened.
func kinds(t *testing.T, f *store.File) map[string]int {
	t.Helper()
	events, err := f.History(0, 100_000)
	must(t, err)
	n := map[string]int{}
	for _, e := range events {
		n[e.Payload.Wire()]++
		if d, ok := e.Payload.(model.ConflictDeclared); ok && d.Interest == model.Recused {
			n["recused"]++
		}
		if x, ok := e.Payload.(model.AssessmentReturned); ok && x.Member != e.Author {
			n["returned by the chair"]++
		}
	}
	return n
}

// outcome is what a copy says.
type outcome struct {
	state  model.State
	report []byte
}

func (x outcome) differs(y outcome) string {
	if d := cmp.Diff(x.state, y.state, cmpopts.EquateEmpty()); d != "" {
		return "another board:\n" + d
	}
	if !bytes.Equal(x.report, y.report) {
		return "another report"
	}
	return ""
}

// obey takes in bundles in many orders, some of them several times. The result must be that of the newest bundle of each
// sender alone, taken in in the order of the senders. So neither order nor repetition matters, nor if something came by
// itself first or inside a later bundle.
func obey(t *testing.T, base, key string, viewer model.MemberID, bundles []*bundle.Bundle, by []int) {
	t.Helper()
	merged := func(order []int) outcome {
		f := copyOf(t, base)
		for _, i := range order {
			if _, err := f.Merge(bundles[i], key, false); err != nil {
				t.Fatal(err)
			}
		}
		d := storetest.Sit(t, f)
		defer func() { must(t, f.Close()) }()
		return outcome{d.Board.Snapshot(), report(t, f, viewer)}
	}
	known := map[string]outcome{}
	rapid.Check(t, func(t *rapid.T) {
		order := rapid.SliceOfN(rapid.IntRange(0, len(bundles)-1), 1, 7).Draw(t, "order")
		newest := map[int]int{}
		for _, i := range order {
			newest[by[i]] = max(newest[by[i]], i)
		}
		var few []int
		for _, i := range newest {
			few = append(few, i)
		}
		slices.SortFunc(few, func(x, y int) int { return by[x] - by[y] })
		name := fmt.Sprint(few)
		if _, ok := known[name]; !ok {
			known[name] = merged(few)
		}
		if d := known[name].differs(merged(order)); d != "" {
			t.Fatal(d)
		}
	})
	boards := map[int]bool{}
	for _, x := range known {
		boards[x.state.Events] = true
	}
	if len(boards) < 2 {
		t.Error("no bundle brought anything new")
	}
}

func TestMergingObeysItsLaws(t *testing.T) {
	t.Parallel()
	p := seat(t, 3, 2)
	otto := p.members[0]
	base := filepath.Join(t.TempDir(), "fresh.shortlist")
	f, _, err := otto.lib.CreateFrom(otto.open(p.chair.send("M2")), otto.id.Card().Key, base)
	must(t, err)
	must(t, f.Close())
	s := play(p, rand.New(rand.NewPCG(7, 7)), 16)
	happened := kinds(t, p.chair.File)
	for _, kind := range []string{"returned by the chair", "recused", "rules.sealed", "decision.made", "assessment.submitted"} {
		if happened[kind] < 2 {
			t.Errorf("too little happened for this test: %v", happened)
		}
	}
	must(t, p.chair.File.Close())
	t.Run("on the chair's laptop", func(t *testing.T) {
		obey(t, p.chair.File.Path(), p.chair.id.Card().Key, "M1", s.toHome, s.from)
	})
	t.Run("on a member's laptop", func(t *testing.T) {
		var mine []*bundle.Bundle
		var by []int
		for i, b := range s.toMember {
			if s.to[i] == 0 {
				mine, by = append(mine, b), append(by, 0) // all of the one chair
			}
		}
		obey(t, base, otto.id.Card().Key, "M2", mine, by)
	})
	if v, err := store.Verify(p.chair.File.Path(), ""); err != nil || !v.Intact() {
		t.Errorf("%v %s", err, v)
	}
}
