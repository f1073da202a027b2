package screens

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"shortlist/model"
	"shortlist/model/requirement"
	"shortlist/tui/kit"
)

// This file works out the findings of all candidates off the screen, those in view first, and keeps them in a byte
// each. How a list is filtered and counted by them is in finding_filter.go and finding_groups.go.

// verdicts are the findings known so far: for each candidate one of every criterion, then one of every condition.
type verdicts struct {
	basis  string // what they were worked out under
	width  int    // criteria and conditions
	signs  []byte // candidate after candidate; 0 is not known
	months []int16
	// ticks are the jobs that the viewer had ticked, where there were any.
	ticks   map[model.CandidateID]string
	tallies []model.Tally
	known   int                 // candidates whose findings are known
	shut    []model.CandidateID // whom the viewer is recused from: never read
	stale   []model.CandidateID // whose ticks changed since
	next    model.CandidateID   // where the background goes on
	busy    bool                // those in view are being worked out
	fills   bool                // so are others
	awaited bool                // somebody waits for all of them
	// failed stops asking until the board changes, so that a damaged file is told once.
	failed bool
}

// The signs, in the order of findingSigns; 0 is not known.
var findingSigns = []requirement.Verdict{"", requirement.Met, requirement.NotMet, requirement.Borderline, requirement.CannotTell}

func signOf(v requirement.Verdict) byte {
	if i := slices.Index(findingSigns, v); i > 0 {
		return byte(i)
	}
	return byte(len(findingSigns) - 1)
}

const (
	verdictsKey     = "findings"
	verdictsRestKey = "findings of all"
	// verdictsChunk is how many candidates are worked out in one go in the background.
	verdictsChunk = 1000
	// breath is after how many of them the background lets the keys have the processor, while nobody waits for all: on a
	// small laptop it would otherwise hold up the first frames of a long list.
	breath = 50
)

// verdict is the findings of one candidate.
type verdict struct {
	candidate model.CandidateID
	signs     []byte
	months    int16 // of experience if every job counts, for the first criterion that asks for some; -1 for none
	ticks     string
}

// found is the answer of a search for findings.
type found struct {
	basis string
	list  []verdict
	next  model.CandidateID // where the background goes on; 0 for those in view
}

// refresh drops what was worked out under other rules, and notes whose ticks changed.
func (v *verdicts) refresh(b *model.Board, me model.MemberID) {
	v.failed = false
	basis := basisOf(b, me)
	width := len(b.Criteria) + len(b.Vacancy.Eligibility)
	if basis != v.basis || width != v.width {
		*v = verdicts{basis: basis, width: width, ticks: map[model.CandidateID]string{}, tallies: make([]model.Tally, width), next: 1, busy: v.busy, fills: v.fills}
	}
	if n := b.Candidates - len(v.months); n > 0 {
		v.signs = append(v.signs, make([]byte, n*width)...)
		v.months = append(v.months, make([]int16, n)...)
	}
	v.stale, v.shut = v.stale[:0], v.shut[:0]
	for i := range b.Assessments {
		a := &b.Assessments[i]
		if a.Member != me {
			continue
		}
		if a.Interest == model.Recused {
			v.shut = append(v.shut, a.Candidate)
			v.forget(a.Candidate)
			continue
		}
		if v.ticks[a.Candidate] != ticksOf(a) && v.of(a.Candidate) != nil {
			v.stale = append(v.stale, a.Candidate)
		}
	}
	slices.Sort(v.shut)
}

// basisOf names everything that findings depend on, besides the file of the candidate and the jobs ticked.
func basisOf(b *model.Board, me model.MemberID) string {
	if b.Phase != model.Preparing && len(b.Seals) > 0 {
		return fmt.Sprint(me, " ", len(b.Seals), " ", b.Seals[len(b.Seals)-1].Hash)
	}
	return fmt.Sprint(me, " ", model.RulesHash(b.Vacancy.ClosingDate, b.Criteria, b.Rules), b.Vacancy.Clearance, b.Vacancy.Eligibility)
}

// of are the signs of a candidate; nil while they are not known.
func (v *verdicts) of(c model.CandidateID) []byte {
	i := int(c-1) * v.width
	if c < 1 || v.width == 0 || i+v.width > len(v.signs) || v.signs[i] == 0 {
		return nil
	}
	return v.signs[i : i+v.width]
}

// forget drops the findings of a candidate.
func (v *verdicts) forget(c model.CandidateID) {
	signs := v.of(c)
	for i, s := range signs {
		v.count(i, s, -1)
	}
	if signs != nil {
		clear(signs)
		v.known--
	}
	delete(v.ticks, c)
}

func (v *verdicts) count(i int, sign byte, by int) {
	t := &v.tallies[i]
	switch findingSigns[sign] {
	case requirement.Met:
		t.Met += by
	case requirement.NotMet:
		t.NotMet += by
	case requirement.Borderline:
		t.Borderline += by
	case requirement.CannotTell:
		t.CannotTell += by
	}
}

// whole tells whether the findings of everybody whose file may be read are known.
func (v *verdicts) whole() bool {
	return v.known+len(v.shut) >= len(v.months) || int(v.next) > len(v.months) && !v.fills
}

// ticksOf writes the jobs that a member ticked, to see whether they changed.
func ticksOf(a *model.Assessment) string {
	s := ""
	for _, r := range a.Ratings {
		if r.Ticked {
			s += fmt.Sprint(r.Criterion, r.Jobs, ";")
		}
	}
	return s
}

// want works out the findings of the candidates in view that are not known, or were worked out under other ticks. A
// candidate whom the viewer is recused from is left out.
func (v *verdicts) want(file kit.File, b *model.Board, me model.MemberID, ids []model.CandidateID) []kit.Effect {
	if v.busy || v.failed || file == nil || v.width == 0 {
		return nil
	}
	var todo []model.Assessment
	for _, c := range ids {
		if v.of(c) != nil && !slices.Contains(v.stale, c) {
			continue
		}
		if a := b.Assessment(c, me); a.Interest != model.Recused {
			a.Ratings = slices.Clone(a.Ratings)
			todo = append(todo, a)
		}
	}
	if len(todo) == 0 {
		return nil
	}
	v.busy = true
	basis, rules := v.basis, rulesAlone(b)
	return []kit.Effect{kit.Run{Key: verdictsKey, Work: func(ctx context.Context, _ func(string)) (any, error) {
		out := found{basis: basis}
		for i := range todo {
			if err := ctx.Err(); err != nil {
				return nil, err
			}
			d, err := file.Dossier(todo[i].Candidate)
			if err != nil {
				return nil, err
			}
			out.list = append(out.list, workOut(rules, &todo[i], d.Person.Facts))
		}
		return out, nil
	}}}
}

// fill works out the rest chunk by chunk, once those in view are known.
func (v *verdicts) fill(file kit.File, b *model.Board, me model.MemberID) []kit.Effect {
	if v.busy || v.fills || v.failed || file == nil || v.width == 0 {
		return nil
	}
	for int(v.next) <= len(v.months) && v.skip(v.next) {
		v.next++
	}
	if int(v.next) > len(v.months) {
		return v.want(file, b, me, v.stale)
	}
	v.fills = true
	ticked := map[model.CandidateID]model.Assessment{}
	for i := range b.Assessments {
		if a := b.Assessments[i]; a.Member == me && a.Candidate >= v.next && a.Candidate < v.next+verdictsChunk && ticksOf(&a) != "" {
			a.Ratings = slices.Clone(a.Ratings)
			ticked[a.Candidate] = a
		}
	}
	basis, rules, first, shut, hurry := v.basis, rulesAlone(b), v.next, slices.Clone(v.shut), v.awaited
	n := min(verdictsChunk, len(v.months)-int(first)+1)
	return []kit.Effect{kit.Run{Key: verdictsRestKey, Work: func(ctx context.Context, _ func(string)) (any, error) {
		out := found{basis: basis, next: first + model.CandidateID(n), list: make([]verdict, 0, n)}
		err := file.EachPerson(first, n, func(c model.CandidateID, p model.Person) bool {
			if _, closed := slices.BinarySearch(shut, c); !closed {
				a := ticked[c]
				a.Candidate = c
				out.list = append(out.list, workOut(rules, &a, p.Facts))
			}
			if !hurry && int(c)%breath == 0 {
				time.Sleep(time.Millisecond)
			}
			return ctx.Err() == nil
		})
		if err == nil {
			err = ctx.Err()
		}
		return out, err
	}}}
}

// skip tells whether there is nothing to work out for a candidate.
func (v *verdicts) skip(c model.CandidateID) bool {
	_, closed := slices.BinarySearch(v.shut, c)
	return closed || v.of(c) != nil
}

// rulesAlone is a board with the rules and nothing else, for work off the screen: the real one changes meanwhile.
func rulesAlone(b *model.Board) *model.Board {
	return model.Restore(model.State{Criteria: slices.Clone(b.Criteria), Rules: b.Rules, Vacancy: b.Vacancy})
}

// workOut works out everything about one candidate.
func workOut(rules *model.Board, a *model.Assessment, f requirement.Facts) verdict {
	out := verdict{candidate: a.Candidate, months: -1, ticks: ticksOf(a), signs: make([]byte, 0, len(rules.Criteria)+len(rules.Vacancy.Eligibility))}
	for _, k := range rules.Criteria {
		x := rules.Finding(k, a.Rating(k.ID), f)
		out.signs = append(out.signs, signOf(x.Verdict))
		if e := x.Figures.Experience; e != nil && out.months < 0 && k.Requirement.Months > 0 {
			out.months = int16(min(e.IfAllCount.Years*12+e.IfAllCount.Months, 1<<15-1))
		}
	}
	for _, x := range rules.EligibilityFindings(f) {
		out.signs = append(out.signs, signOf(x.Verdict))
	}
	return out
}

// take takes over an answer; ok is false where it is not one of verdicts.
func (v *verdicts) take(d kit.Done) (effects []kit.Effect, ok bool) {
	switch d.Key {
	case verdictsKey:
		v.busy = false
	case verdictsRestKey:
		v.fills = false
	default:
		return nil, false
	}
	x, _ := d.Value.(found)
	if d.Err != nil {
		v.failed = true
		return []kit.Effect{kit.Fail{Err: d.Err}}, true
	}
	if x.basis != v.basis {
		return nil, true
	}
	for _, f := range x.list {
		v.put(f)
	}
	if x.next > v.next {
		v.next = x.next
	}
	return nil, true
}

// put keeps the findings of a candidate.
func (v *verdicts) put(f verdict) {
	i := int(f.candidate-1) * v.width
	if f.candidate < 1 || len(f.signs) != v.width || i+v.width > len(v.signs) {
		return
	}
	if _, closed := slices.BinarySearch(v.shut, f.candidate); closed {
		return
	}
	v.forget(f.candidate)
	copy(v.signs[i:], f.signs)
	v.months[f.candidate-1] = f.months
	if f.ticks != "" {
		v.ticks[f.candidate] = f.ticks
	}
	v.known++
	for n, s := range f.signs {
		v.count(n, s, 1)
	}
	v.stale = slices.DeleteFunc(v.stale, func(c model.CandidateID) bool { return c == f.candidate })
}

// notEligible names the conditions that a candidate does not meet; "" where there is none.
func (v *verdicts) notEligible(b *model.Board, c model.CandidateID) string {
	signs := v.of(c)
	var out []string
	for i, g := range b.Vacancy.Eligibility {
		if n := len(b.Criteria) + i; n < len(signs) && findingSigns[signs[n]] == requirement.NotMet {
			out = append(out, kit.Clean(g.ID))
		}
	}
	if len(out) == 0 {
		return ""
	}
	return strings.Join(out, " ") + " " + requirement.NotMet.Mark()
}
