package part

// This file works out the findings of all candidates off the screen, those in view first, and keeps them in a byte
// each. Lists filter and count by them.

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

// FindingCache are the findings known so far: for each candidate one of every criterion, then one of every condition.
type FindingCache struct {
	basis  string // what they were worked out under
	Width  int    // criteria and conditions
	signs  []byte // candidate after candidate; 0 is not known
	Months []int16
	// ticks are the jobs that the viewer had ticked, if there were any.
	ticks   map[model.CandidateID]string
	Tallies []model.Tally
	Known   int                 // candidates whose findings are known
	Recused []model.CandidateID // whom the viewer is recused from: never read
	stale   []model.CandidateID // whose ticks changed since
	next    model.CandidateID   // where the background goes on
	busy    bool                // those in view are being worked out
	fills   bool                // so are others
	Awaited bool                // somebody waits for all of them
	// failed stops asking until the board changes, so that a damaged file is told once.
	failed bool
}

// FindingSigns are the verdicts by the byte that is kept for them: 0 is not known, and the last one is a criterion that
// no fact can settle.
var FindingSigns = append(append([]requirement.Verdict{requirement.NoFinding}, requirement.Verdicts()...), requirement.NoFinding)

func signOf(v requirement.Verdict) byte {
	if i := slices.Index(FindingSigns, v); i > 0 {
		return byte(i)
	}
	return byte(len(FindingSigns) - 1)
}

const (
	findingsKey     = "findings"
	FindingsRestKey = "findings of all"
	// findingsChunk is how many candidates are worked out in one go in the background.
	findingsChunk = 1000
	// yieldEvery is after how many of them the background lets the keys have the processor, while nobody waits for all: on a
	// small laptop it would otherwise hold up the first frames of a long list.
	yieldEvery = 50
)

// findingRow is the findings of one candidate.
type findingRow struct {
	candidate model.CandidateID
	signs     []byte
	months    int16 // of experience if every job counts, for the first criterion that asks for some; -1 for none
	ticks     string
}

// findingRows is the answer of a search for findings.
type findingRows struct {
	basis string
	list  []findingRow
	next  model.CandidateID // where the background goes on; 0 for those in view
}

// Refresh drops what was worked out under other rules, and notes whose ticks changed.
func (v *FindingCache) Refresh(b *model.View) {
	v.failed = false
	basis := basisOf(b)
	width := len(b.Criteria) + len(b.Vacancy.Eligibility)
	if basis != v.basis || width != v.Width {
		*v = FindingCache{basis: basis, Width: width, ticks: map[model.CandidateID]string{}, Tallies: make([]model.Tally, width), next: 1, busy: v.busy, fills: v.fills}
	}
	if n := b.Candidates - len(v.Months); n > 0 {
		v.signs = append(v.signs, make([]byte, n*width)...)
		v.Months = append(v.Months, make([]int16, n)...)
	}
	v.stale, v.Recused = v.stale[:0], v.Recused[:0]
	for a := range b.EachOwn() {
		if a.Interest == model.Recused {
			v.Recused = append(v.Recused, a.Candidate)
			v.forget(a.Candidate)
			continue
		}
		if v.ticks[a.Candidate] != ticksOf(&a) && v.Of(a.Candidate) != nil {
			v.stale = append(v.stale, a.Candidate)
		}
	}
	slices.Sort(v.Recused)
}

// basisOf names everything that findings depend on, besides the file of the candidate and the jobs ticked.
func basisOf(b *model.View) string {
	if b.Phase != model.Preparing && len(b.Seals) > 0 {
		return fmt.Sprint(b.Viewer(), " ", len(b.Seals), " ", b.Seals[len(b.Seals)-1].Hash)
	}
	return fmt.Sprint(b.Viewer(), " ", model.RulesHash(b.Vacancy.ClosingDate, b.Criteria, b.Rules), b.Vacancy.Clearance, b.Vacancy.Eligibility)
}

// Of are the signs of a candidate; nil while they are not known.
func (v *FindingCache) Of(c model.CandidateID) []byte {
	i := int(c-1) * v.Width
	if c < 1 || v.Width == 0 || i+v.Width > len(v.signs) || v.signs[i] == 0 {
		return nil
	}
	return v.signs[i : i+v.Width]
}

// forget drops the findings of a candidate.
func (v *FindingCache) forget(c model.CandidateID) {
	signs := v.Of(c)
	for i, s := range signs {
		v.count(i, s, -1)
	}
	if signs != nil {
		clear(signs)
		v.Known--
	}
	delete(v.ticks, c)
}

func (v *FindingCache) count(i int, sign byte, by int) {
	v.Tallies[i].Add(FindingSigns[sign], by)
}

// Complete returns true if the findings of everybody whose file may be read are known.
func (v *FindingCache) Complete() bool {
	return v.Known+len(v.Recused) >= len(v.Months) || int(v.next) > len(v.Months) && !v.fills
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

// Request works out the findings of the candidates in view that are not known, or were worked out under other ticks. A
// candidate whom the viewer is recused from is left out.
func (v *FindingCache) Request(file kit.File, b *model.View, ids []model.CandidateID) []kit.Effect {
	if v.busy || v.failed || file == nil || v.Width == 0 {
		return nil
	}
	var todo []model.Assessment
	for _, c := range ids {
		if v.Of(c) != nil && !slices.Contains(v.stale, c) {
			continue
		}
		if a := b.Own(c); a.Interest != model.Recused {
			a.Ratings = slices.Clone(a.Ratings)
			todo = append(todo, a)
		}
	}
	if len(todo) == 0 {
		return nil
	}
	v.busy = true
	basis, rules := v.basis, b.RulesOnly()
	return []kit.Effect{kit.Run{Key: findingsKey, Work: func(ctx context.Context, _ func(string)) (any, error) {
		out := findingRows{basis: basis}
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

// Prefetch works out the rest chunk by chunk, once those in view are known.
func (v *FindingCache) Prefetch(file kit.File, b *model.View) []kit.Effect {
	if v.busy || v.fills || v.failed || file == nil || v.Width == 0 {
		return nil
	}
	for int(v.next) <= len(v.Months) && v.skip(v.next) {
		v.next++
	}
	if int(v.next) > len(v.Months) {
		return v.Request(file, b, v.stale)
	}
	v.fills = true
	ticked := map[model.CandidateID]model.Assessment{}
	for a := range b.EachOwn() {
		if a.Candidate >= v.next && a.Candidate < v.next+findingsChunk && ticksOf(&a) != "" {
			a.Ratings = slices.Clone(a.Ratings)
			ticked[a.Candidate] = a
		}
	}
	basis, rules, first, shut, hurry := v.basis, b.RulesOnly(), v.next, slices.Clone(v.Recused), v.Awaited
	n := min(findingsChunk, len(v.Months)-int(first)+1)
	return []kit.Effect{kit.Run{Key: FindingsRestKey, Work: func(ctx context.Context, _ func(string)) (any, error) {
		out := findingRows{basis: basis, next: first + model.CandidateID(n), list: make([]findingRow, 0, n)}
		err := file.EachPerson(first, n, func(c model.CandidateID, p model.Person) bool {
			if _, closed := slices.BinarySearch(shut, c); !closed {
				a := ticked[c]
				a.Candidate = c
				out.list = append(out.list, workOut(rules, &a, p.Facts))
			}
			if !hurry && int(c)%yieldEvery == 0 {
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

// skip returns true if there is nothing to work out for a candidate.
func (v *FindingCache) skip(c model.CandidateID) bool {
	_, closed := slices.BinarySearch(v.Recused, c)
	return closed || v.Of(c) != nil
}

// workOut works out everything about one candidate.
func workOut(rules *model.Common, a *model.Assessment, f requirement.Facts) findingRow {
	out := findingRow{candidate: a.Candidate, months: -1, ticks: ticksOf(a), signs: make([]byte, 0, len(rules.Criteria)+len(rules.Vacancy.Eligibility))}
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

// Take takes over an answer; ok is false if it is for somebody else.
func (v *FindingCache) Take(d kit.Done) (effects []kit.Effect, ok bool) {
	switch d.Key {
	case findingsKey:
		v.busy = false
	case FindingsRestKey:
		v.fills = false
	default:
		return nil, false
	}
	x, _ := d.Value.(findingRows)
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
func (v *FindingCache) put(f findingRow) {
	i := int(f.candidate-1) * v.Width
	if f.candidate < 1 || len(f.signs) != v.Width || i+v.Width > len(v.signs) {
		return
	}
	if _, closed := slices.BinarySearch(v.Recused, f.candidate); closed {
		return
	}
	v.forget(f.candidate)
	copy(v.signs[i:], f.signs)
	v.Months[f.candidate-1] = f.months
	if f.ticks != "" {
		v.ticks[f.candidate] = f.ticks
	}
	v.Known++
	for n, s := range f.signs {
		v.count(n, s, 1)
	}
	v.stale = slices.DeleteFunc(v.stale, func(c model.CandidateID) bool { return c == f.candidate })
}

// NotEligible names the conditions that a candidate does not meet; empty if there is none.
func (v *FindingCache) NotEligible(b *model.View, c model.CandidateID) string {
	signs := v.Of(c)
	var out []string
	for i, g := range b.Vacancy.Eligibility {
		if n := len(b.Criteria) + i; n < len(signs) && FindingSigns[signs[n]] == requirement.NotMet {
			out = append(out, kit.Clean(g.ID))
		}
	}
	if len(out) == 0 {
		return ""
	}
	return strings.Join(out, " ") + " " + requirement.NotMet.Mark()
}
