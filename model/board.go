package model

import (
	"slices"
	"strings"
)

// This file holds the board: everything derived from the history, in memory. Who may see what is decided in sight.go;
// the order of candidates is in ranking.go.

// Board is a vacancy as its history makes it. It is used by one goroutine only. It embeds what everybody may know. What
// members wrote is closed to other packages: As opens what one member may see of it, and Snapshot all of it, for the disk.
type Board struct {
	Common
	work      Work
	index     assessmentIndex
	agreed    map[agreedKey]int
	decided   map[CandidateID]int
	orders    map[MemberID][]CandidateID
	standings map[MemberID]*ranking
	pass      map[passKey]int // candidates of an arrival on whom a member declared
	ratings   int
}

// Work is what members wrote, and what would tell of it. Only the disk sees all of it.
type Work struct {
	Assessments  []Assessment  `json:"assessments"`
	Agreed       []Agreed      `json:"agreed"`       // one a candidate and criterion; NotRated if taken back
	Decisions    []Decision    `json:"decisions"`    // one a candidate; NoDecision if reopened
	Equivalences []Equivalence `json:"recognitions"` // one a member, criterion and qualification
	PINs         []PIN         `json:"pins"`         // one a member who ever had one
	Seed         uint64        `json:"seed"`         // every member's order comes from it
	Heads        []Head        `json:"heads"`        // the last event of every chain
}

// State is all data of a board, to be stored. Everything else of a board is derived from it.
type State struct {
	Common
	Work
}

// Head is the last event known of one chain.
type Head struct {
	Chain ChainID `json:"device"`
	Seq   uint64  `json:"seq"`
}

type agreedKey struct {
	c CandidateID
	k CriterionID
}

// NewBoard is the board of an empty history.
func NewBoard() *Board { return Restore(State{}) }

// Restore makes a board of a stored state. The board owns the state from then on.
func Restore(s State) *Board {
	b := &Board{
		Common: s.Common, work: s.Work, index: assessmentIndex{},
		pass: map[passKey]int{}, agreed: make(map[agreedKey]int, len(s.Agreed)), decided: make(map[CandidateID]int, len(s.Decisions)),
	}
	for i, a := range s.Agreed {
		b.agreed[agreedKey{a.Candidate, a.Criterion}] = i
	}
	for i, d := range s.Decisions {
		b.decided[d.Candidate] = i
	}
	for i, a := range s.Assessments {
		b.index.put(a.Candidate, a.Member, i)
		b.declared(a, 1)
		for _, r := range a.Ratings {
			b.ratings += rated(r.Value)
		}
	}
	return b
}

// Snapshot returns all data of the board. It shares memory with the board: it is to be written at once, or to be read only.
func (b *Board) Snapshot() State {
	return State{b.Common, b.work}
}

// Next returns the sequence number and the logical time of the next event of a chain.
func (b *Board) Next(c ChainID) (seq, lamport uint64) {
	for _, h := range b.work.Heads {
		if h.Chain == c {
			return h.Seq + 1, b.Lamport + 1
		}
	}
	return 1, b.Lamport + 1
}

// Assessment returns what one member recorded about one candidate; an empty draft if there is nothing. Until the reveal
// only the member may see it: use Board.Visible for screens.
func (b *Board) Assessment(c CandidateID, m MemberID) Assessment {
	if i, ok := b.index.find(c, m); ok {
		return b.work.Assessments[i]
	}
	return Assessment{Candidate: c, Member: m, State: Draft}
}

// assessment returns an assessment for change and makes it if there is none. Nil for a candidate who does not exist.
func (b *Board) assessment(c CandidateID, m MemberID) *Assessment {
	if !b.knows(c) {
		return nil
	}
	i, ok := b.index.find(c, m)
	if !ok {
		i = len(b.work.Assessments)
		b.work.Assessments = append(b.work.Assessments, Assessment{Candidate: c, Member: m, State: Draft})
		b.index.put(c, m, i)
	}
	return &b.work.Assessments[i]
}

// RatingCount returns how many ratings all members together have given.
func (b *Board) RatingCount() int { return b.ratings }

// HandedInAll counts the assessments of all members that count, for the list of vacancies.
func (b *Board) HandedInAll() (n int) {
	for i := range b.work.Assessments {
		if b.Counts(b.work.Assessments[i]) {
			n++
		}
	}
	return n
}

// Decision returns the decision on a candidate; the zero outcome if there is none.
func (b *Board) Decision(c CandidateID) Decision {
	if i, ok := b.decided[c]; ok {
		return b.work.Decisions[i]
	}
	return Decision{Candidate: c}
}

// setCriteria replaces the list of criteria, essentials first, and names them. Whatever comes in, the list holds each
// criterion once, with a valid class and weight.
func (b *Board) setCriteria(given []Criterion) {
	list := make([]Criterion, 0, len(given))
	for _, k := range given {
		if slices.ContainsFunc(list, func(x Criterion) bool { return x.ID == k.ID }) {
			continue
		}
		if k.Class != Desirable {
			k.Class = Essential
		}
		k.Weight = min(max(k.Weight, 1), maxWeight)
		list = append(list, k)
	}
	slices.SortStableFunc(list, func(x, y Criterion) int { return rank(x.Class) - rank(y.Class) })
	b.Criteria = list
	for _, k := range list {
		b.NextID = max(b.NextID, k.ID+1)
	}
	b.standings = nil
}

func rank(c Class) int {
	if c == Desirable {
		return 1
	}
	return 0
}

func (b *Board) editCriterion(id CriterionID, edit func(*Criterion)) {
	list := slices.Clone(b.Criteria)
	for i := range list {
		if list[i].ID == id {
			edit(&list[i])
		}
	}
	b.setCriteria(list)
}

// move puts a criterion at a position of its own list, counted from 1. A position beyond the end means the end.
func (b *Board) move(id CriterionID, position int) {
	k := b.Criterion(id)
	if k == nil {
		return
	}
	c := *k
	list := slices.DeleteFunc(slices.Clone(b.Criteria), func(x Criterion) bool { return x.ID == id })
	at, seen := 0, 0
	for at < len(list) && (rank(list[at].Class) < rank(c.Class) || list[at].Class == c.Class && seen < position-1) {
		if list[at].Class == c.Class {
			seen++
		}
		at++
	}
	b.setCriteria(slices.Insert(list, at, c))
}

// quote puts words in quotation marks, shortened for a sentence.
func quote(s string) string {
	s = oneLine(s)
	if r := []rune(s); len(r) > 60 {
		s = strings.TrimRight(string(r[:59]), " ,;") + "…"
	}
	return "“" + s + "”"
}
