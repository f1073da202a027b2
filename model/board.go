package model

import (
	"fmt"
	"slices"
	"strings"
)

// This file holds the board: everything derived from the history, in memory. Who may see what is decided in sight.go;
// the order of candidates is in ranking.go.

// Board is the state of a vacancy. It is used by one goroutine only. State is plain data and may be stored as a
// snapshot; everything else is derived from it.
type Board struct {
	State
	index     assessmentIndex
	agreed    map[agreedKey]int
	decided   map[CandidateID]int
	labels    map[CriterionID]string
	orders    map[MemberID][]CandidateID
	standings map[MemberID]*ranking
	pass      map[passKey]int // candidates of an import on whom a member declared
	ratings   int
}

// State is the data of a board.
type State struct {
	Created      bool          `json:"created"`
	Home         DeviceID      `json:"home"` // the laptop on which the vacancy was made
	Vacancy      Vacancy       `json:"vacancy"`
	Criteria     []Criterion   `json:"criteria"` // all essentials, then all desirables, each in order
	NextID       CriterionID   `json:"next_id"`  // never given to a criterion before
	Rules        Rules         `json:"rules"`
	Seals        []Seal        `json:"seals"`
	ReopenReason string        `json:"reopen_reason"`
	Phase        Phase         `json:"phase"`
	Seed         uint64        `json:"seed"`
	Members      []Member      `json:"members"`
	Cards        []CardOf      `json:"cards"`      // every card that a member ever had, oldest first
	Candidates   int           `json:"candidates"` // numbered 1 to Candidates
	Batches      []ImportBatch `json:"arrivals"`
	Revisions    []Revision    `json:"revisions"`
	Assessments  []Assessment  `json:"assessments"`
	Agreed       []Agreed      `json:"agreed"`    // one a candidate and criterion; NotRated if taken back
	Decisions    []Decision    `json:"decisions"` // one a candidate; NoDecision if reopened
	DecidedCount int           `json:"decided_count"`
	Reveal       Reveal        `json:"reveal"`
	Since        []Since       `json:"since"`
	Unknown      int           `json:"unknown"` // events of a newer program
	Ignored      int           `json:"ignored"` // changes of the rules that came in after the seal, without effect
	Heads        []Head        `json:"heads"`   // the last event of every chain
	Lamport      uint64        `json:"lamport"` // the highest logical time seen
	Last         EventID       `json:"last"`    // the last event in order, to see what comes late
	Events       int           `json:"events"`

	Recognitions []Recognition `json:"recognitions"` // one a member, criterion and qualification
	PINs         []PIN         `json:"pins"`         // one a member who ever had one
}

// Head is the last event known of one chain.
type Head struct {
	Device DeviceID `json:"device"`
	Seq    uint64   `json:"seq"`
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
		State: s, index: assessmentIndex{},
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
	b.relabel()
	return b
}

// Next returns the sequence number and the logical time of the next event of a chain.
func (b *Board) Next(d DeviceID) (seq, lamport uint64) {
	for _, h := range b.Heads {
		if h.Device == d {
			return h.Seq + 1, b.Lamport + 1
		}
	}
	return 1, b.Lamport + 1
}

// Criterion returns a criterion, or nil if it is not on the list.
func (b *Board) Criterion(id CriterionID) *Criterion {
	for i := range b.Criteria {
		if b.Criteria[i].ID == id {
			return &b.Criteria[i]
		}
	}
	return nil
}

// Class lists the criteria of one class in order.
func (b *Board) Class(c Class) []Criterion {
	var out []Criterion
	for _, k := range b.Criteria {
		if k.Class == c {
			out = append(out, k)
		}
	}
	return out
}

// Label returns the name of a criterion on screen and in papers: E1…, D1…, or "a removed criterion".
func (b *Board) Label(id CriterionID) string {
	if s, ok := b.labels[id]; ok {
		return s
	}
	return "a removed criterion"
}

func labelOf(c Class, n int) string {
	if c == Desirable {
		return fmt.Sprintf("D%d", n)
	}
	return fmt.Sprintf("E%d", n)
}

// named returns the label with the words.
func (b *Board) named(id CriterionID) string {
	if k := b.Criterion(id); k != nil {
		return b.Label(id) + " " + quote(k.Text)
	}
	return b.Label(id)
}

// Member returns a member, also a removed one, or nil if there is none.
func (b *Board) Member(id MemberID) *Member {
	for i := range b.Members {
		if b.Members[i].ID == id {
			return &b.Members[i]
		}
	}
	return nil
}

// MemberName returns the name of a member, or the id if the name is not known.
func (b *Board) MemberName(id MemberID) string {
	if m := b.Member(id); m != nil {
		return m.Name
	}
	if id == "" {
		return "Somebody"
	}
	return string(id)
}

// Panel lists the members who are on the panel now.
func (b *Board) Panel() []Member {
	return slices.DeleteFunc(slices.Clone(b.Members), func(m Member) bool { return m.Removed })
}

// Raters lists the members who rate.
func (b *Board) Raters() []Member {
	return slices.DeleteFunc(b.Panel(), func(m Member) bool { return !m.Role.Votes() })
}

// Assessment returns what one member recorded about one candidate; an empty draft if there is nothing. Until the reveal
// only the member may see it: use Board.Visible for screens.
func (b *Board) Assessment(c CandidateID, m MemberID) Assessment {
	if i, ok := b.index.find(c, m); ok {
		return b.Assessments[i]
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
		i = len(b.Assessments)
		b.Assessments = append(b.Assessments, Assessment{Candidate: c, Member: m, State: Draft})
		b.index.put(c, m, i)
	}
	return &b.Assessments[i]
}

// RatingCount returns how many ratings all members together have given.
func (b *Board) RatingCount() int { return b.ratings }

// Decision returns the decision on a candidate; the zero outcome if there is none.
func (b *Board) Decision(c CandidateID) Decision {
	if i, ok := b.decided[c]; ok {
		return b.Decisions[i]
	}
	return Decision{Candidate: c}
}

func (b *Board) memberRole(id MemberID) Role {
	if m := b.Member(id); m != nil && !m.Removed {
		return m.Role
	}
	return ""
}

// mayRun returns nil if a member may run the panel, that is for chair and secretary.
func (b *Board) mayRun(id MemberID) error {
	if r := b.memberRole(id); r != Chair && r != RoleSecretary {
		return refuse(Forbidden, string(id), "Only the chair or the secretary may do this. Switch to one of them.")
	}
	return nil
}

// mayPrepare returns nil if this member may change criteria and rules now.
func (b *Board) mayPrepare(id MemberID) error {
	if b.Phase != Preparing {
		return refuse(Forbidden, "", "The rules are sealed. To change them the chair opens them with a reason, which every report will list.")
	}
	if len(b.Members) == 0 {
		return nil // while a new vacancy is made nobody is on the panel yet
	}
	return b.mayRun(id)
}

func (b *Board) preparing(m MemberID, k CriterionID) (Criterion, error) {
	if err := b.mayPrepare(m); err != nil {
		return Criterion{}, err
	}
	c := b.Criterion(k)
	if c == nil {
		return Criterion{}, refuse(NotFound, "", "This criterion is not on the list any more.")
	}
	return *c, nil
}

func (b *Board) knows(c CandidateID) bool { return c >= 1 && int64(c) <= int64(b.Candidates) }

func (b *Board) mustKnow(c CandidateID) error {
	if !b.knows(c) {
		return refuse(NotFound, c.String(), "There is no candidate %s in this vacancy.", c)
	}
	return nil
}

// nextCriterion returns an id that no criterion ever had.
func (b *Board) nextCriterion() CriterionID { return max(b.NextID, 1) }

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
	b.relabel()
	b.standings = nil
}

func rank(c Class) int {
	if c == Desirable {
		return 1
	}
	return 0
}

func (b *Board) relabel() {
	b.labels = make(map[CriterionID]string, len(b.Criteria))
	n := map[Class]int{}
	for _, k := range b.Criteria {
		n[k.Class]++
		b.labels[k.ID] = labelOf(k.Class, n[k.Class])
	}
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
