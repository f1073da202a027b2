package model

import (
	"fmt"
	"slices"
	"strings"
)

// This file holds ratings: one member's judgement on one criterion of one candidate.

// Rating is one member's judgement. Value is NotRated if there is only a reason or evidence so far.
type Rating struct {
	Criterion CriterionID `json:"criterion"`
	Value     Value       `json:"value,omitempty"`
	Reason    TextRef     `json:"reason,omitzero"`
	Evidence  []TextRef   `json:"evidence,omitempty"`
	// Jobs are the indices of the candidate's jobs that the member counts for this criterion. Ticked is false if the
	// member has not looked at them yet, and true with empty Jobs if none counts.
	Jobs   []int `json:"jobs,omitempty"`
	Ticked bool  `json:"ticked,omitempty"`
	// Invalidated is a value given under earlier rules, when the criterion asked for something else. It does not count, and
	// Value is NotRated.
	Invalidated Value `json:"lapsed,omitempty"`
	// Rules is the version of the sealed rules under which Value or Invalidated was given, and At the time.
	Rules int   `json:"rules,omitempty"`
	At    int64 `json:"at,omitempty"` // Unix seconds, for display
}

// SetRating gives the author's own rating; NotRated clears it. Reason and evidence stay. Invalid if the value is not on
// the scale of the criterion; NotFound for an unknown candidate or criterion; Forbidden outside screening, after
// submission, before the declaration, and for a recused or non-voting author.
type SetRating struct {
	Candidate CandidateID
	Criterion CriterionID
	Value     Value
}

// SetReason writes the author's reason for a rating; an empty text removes it. Refused like SetRating.
type SetReason struct {
	Candidate CandidateID
	Criterion CriterionID
	Text      string
}

// AddEvidence adds a quote from the candidate's file; Source says where it is from. Invalid without a quote; else
// refused like SetRating.
type AddEvidence struct {
	Candidate CandidateID
	Criterion CriterionID
	Quote     string
	Source    string
}

// RestoreRating puts a rating back as it was: ratings, reasons and evidence are undone with it. Stale if the scale has
// changed since; else refused like SetRating.
type RestoreRating struct {
	Candidate CandidateID
	Rating    Rating
}

// TickJobs says which of the candidate's jobs the author counts for a criterion. Refused like SetRating.
type TickJobs struct {
	Candidate CandidateID
	Criterion CriterionID
	Jobs      []int
}

// RatingSet carries a member's rating as it is now, and the value before. The author of the event is the member.
type RatingSet struct {
	Candidate CandidateID `json:"candidate"`
	Criterion CriterionID `json:"criterion"`
	Value     Value       `json:"value,omitempty"`
	Was       Value       `json:"was,omitempty"`
	Reason    TextRef     `json:"reason,omitzero"`
	Evidence  []TextRef   `json:"evidence,omitempty"`
	// Rules is the version of the sealed rules under which the value was given; 0 is the present one.
	Rules int `json:"rules,omitempty"`
}

// JobsTicked carries the jobs a member counts for a criterion.
type JobsTicked struct {
	Candidate CandidateID `json:"candidate"`
	Criterion CriterionID `json:"criterion"`
	Jobs      []int       `json:"jobs"`
	// Cleared is true if the member removed the ticks altogether.
	Cleared bool `json:"cleared,omitempty"`
}

// Label names the command.
func (c SetRating) Label(b *Board) string {
	return fmt.Sprintf("rating of %s for %s", b.Label(c.Criterion), c.Candidate)
}

func (c SetReason) Label(b *Board) string {
	return fmt.Sprintf("reason for %s of %s", b.Label(c.Criterion), c.Candidate)
}

func (c AddEvidence) Label(b *Board) string {
	return fmt.Sprintf("evidence for %s of %s", b.Label(c.Criterion), c.Candidate)
}

func (c RestoreRating) Label(b *Board) string {
	return fmt.Sprintf("rating of %s for %s", b.Label(c.Rating.Criterion), c.Candidate)
}

func (c TickJobs) Label(b *Board) string {
	return fmt.Sprintf("jobs counted for %s of %s", b.Label(c.Criterion), c.Candidate)
}

// Inverse puts the author's rating back as it is on the board.
func (c SetRating) Inverse(b *Board, author MemberID) Command {
	return ratingBefore(b, author, c.Candidate, c.Criterion)
}

func (c SetReason) Inverse(b *Board, author MemberID) Command {
	return ratingBefore(b, author, c.Candidate, c.Criterion)
}

func (c AddEvidence) Inverse(b *Board, author MemberID) Command {
	return ratingBefore(b, author, c.Candidate, c.Criterion)
}

func (c RestoreRating) Inverse(b *Board, author MemberID) Command {
	return ratingBefore(b, author, c.Candidate, c.Rating.Criterion)
}

func (c TickJobs) Inverse(b *Board, author MemberID) Command {
	return ratingBefore(b, author, c.Candidate, c.Criterion)
}

// ratingBefore is the command that restores a member's rating as it is now.
func ratingBefore(b *Board, member MemberID, id CandidateID, k CriterionID) RestoreRating {
	r := b.Assessment(id, member).Rating(k)
	r.Criterion = k
	return RestoreRating{id, r}
}

func (c SetRating) decide(b *Board, s Stamp) (Change, error) {
	k, old, err := b.mayRate(s.Author, c.Candidate, c.Criterion)
	if err != nil {
		return Change{}, err
	}
	if c.Value != NotRated && !k.Scale.Allows(c.Value) {
		return Change{}, refuse(Invalid, b.Label(k.ID), "%s is rated %s; %q is not on that scale.", b.Label(k.ID), k.Scale.Words(), c.Value.Words())
	}
	return one(s, RatingSet{c.Candidate, c.Criterion, c.Value, old.Value, old.Reason, old.Evidence, b.version()})
}

func (c SetReason) decide(b *Board, s Stamp) (Change, error) {
	_, old, err := b.mayRate(s.Author, c.Candidate, c.Criterion)
	if err != nil {
		return Change{}, err
	}
	p := RatingSet{c.Candidate, c.Criterion, old.Value, old.Value, TextRef{}, old.Evidence, old.Rules}
	body := strings.TrimSpace(c.Text)
	if body == "" {
		return one(s, p)
	}
	t := newText(s, c.Candidate, 0, body)
	p.Reason = t.Ref()
	return one(s, p, t)
}

func (c AddEvidence) decide(b *Board, s Stamp) (Change, error) {
	_, old, err := b.mayRate(s.Author, c.Candidate, c.Criterion)
	if err != nil {
		return Change{}, err
	}
	quote := strings.TrimSpace(c.Quote)
	if quote == "" {
		return Change{}, refuse(Invalid, "", "Nothing is selected: choose the lines that show it, then quote them.")
	}
	t := newText(s, c.Candidate, 0, quote+"\n— "+c.Source)
	return one(s, RatingSet{c.Candidate, c.Criterion, old.Value, old.Value, old.Reason, append(slices.Clone(old.Evidence), t.Ref()), old.Rules}, t)
}

func (c RestoreRating) decide(b *Board, s Stamp) (Change, error) {
	ps, err := c.payloads(b, s.Author)
	if err != nil {
		return Change{}, err
	}
	return Change{Events: events(s, ps...)}, nil
}

// payloads are the events that restore the rating.
func (c RestoreRating) payloads(b *Board, author MemberID) ([]Payload, error) {
	k, old, err := b.mayRate(author, c.Candidate, c.Rating.Criterion)
	if err != nil {
		return nil, err
	}
	r := c.Rating
	if r.Value != NotRated && !k.Scale.Allows(r.Value) {
		return nil, refuse(Stale, b.Label(k.ID), "The scale of %s has changed since: rate it anew.", b.Label(k.ID))
	}
	sameJobs := r.Ticked == old.Ticked && slices.Equal(r.Jobs, old.Jobs)
	if r.Value == NotRated {
		r.Value = r.Invalidated // becomes invalid again
	}
	sameRating := c.Rating.Value == old.Value && r.Rules == old.Rules && r.Reason.ID == old.Reason.ID &&
		slices.EqualFunc(r.Evidence, old.Evidence, func(x, y TextRef) bool { return x.ID == y.ID })
	var ps []Payload
	if !sameRating || sameJobs {
		ps = append(ps, RatingSet{c.Candidate, r.Criterion, r.Value, old.Value, r.Reason, r.Evidence, r.Rules})
	}
	if !sameJobs {
		ps = append(ps, JobsTicked{c.Candidate, r.Criterion, r.Jobs, !r.Ticked})
	}
	return ps, nil
}

func (c TickJobs) decide(b *Board, s Stamp) (Change, error) {
	if _, _, err := b.mayRate(s.Author, c.Candidate, c.Criterion); err != nil {
		return Change{}, err
	}
	jobs := slices.Clone(c.Jobs)
	slices.Sort(jobs)
	if len(jobs) > 0 && jobs[0] < 0 {
		return Change{}, refuse(Invalid, c.Candidate.String(), "There is no such job in the file of %s.", c.Candidate)
	}
	return one(s, JobsTicked{Candidate: c.Candidate, Criterion: c.Criterion, Jobs: slices.Compact(jobs)})
}

// mayRate returns the criterion and the rating as it is, or a refusal if the member may not change their rating of it
// now.
func (b *Board) mayRate(m MemberID, c CandidateID, k CriterionID) (*Criterion, Rating, error) {
	if err := b.mayAssess(m, c); err != nil {
		return nil, Rating{}, err
	}
	crit := b.Criterion(k)
	if crit == nil {
		return nil, Rating{}, refuse(NotFound, "", "This criterion is not on the list any more.")
	}
	a := b.Assessment(c, m)
	if a.State == Submitted {
		return nil, Rating{}, refuse(Forbidden, c.String(), "You submitted your assessment of %s. To change it, take it back first.", c)
	}
	return crit, a.Rating(k), nil
}

// Wire is the name on disk.
func (RatingSet) Wire() string  { return "rating.set" }
func (JobsTicked) Wire() string { return "jobs.ticked" }

// Own returns true if it is the author's own work alone, see Payload.
func (RatingSet) Own(MemberID) bool  { return true }
func (JobsTicked) Own(MemberID) bool { return true }

// Texts are the texts about candidates that it points at.
func (p RatingSet) Texts() []TextRef { return append([]TextRef{p.Reason}, p.Evidence...) }
func (JobsTicked) Texts() []TextRef  { return nil }

// ChangesRules returns true if it changes what is sealed.
func (RatingSet) ChangesRules() bool  { return false }
func (JobsTicked) ChangesRules() bool { return false }

// Judges is the candidate whom it judges on a criterion.
func (p RatingSet) Judges() (CandidateID, bool)  { return p.Candidate, true }
func (p JobsTicked) Judges() (CandidateID, bool) { return p.Candidate, true }

func (RatingSet) beforeReveal(*Board, MemberID) string  { return worked }
func (JobsTicked) beforeReveal(*Board, MemberID) string { return worked }

func (p RatingSet) apply(b *Board, e Event) {
	a := b.assessment(p.Candidate, e.Author)
	if a == nil {
		return
	}
	r := a.rating(p.Criterion)
	r.Reason, r.Evidence = p.Reason, p.Evidence
	if p.Value != NotRated || p.Was != NotRated { // else only the texts changed
		b.ratings -= rated(r.Value)
		r.give(b, p, e)
		b.ratings += rated(r.Value)
	}
	b.recheck(a)
	b.markDirty(p.Candidate)
}

// give sets the value of an event. It is set as invalidated if it answers what the criterion does not ask any more.
func (r *Rating) give(b *Board, p RatingSet, e Event) {
	version := p.Rules
	if version == 0 {
		version = b.version()
	}
	v, invalid := p.Value, NotRated
	if b.outdated(p.Criterion, version, v) {
		v, invalid = NotRated, v
	}
	switch {
	case p.Value == NotRated:
		r.Rules, r.At = 0, 0
	case v != r.Value || invalid != r.Invalidated || version != r.Rules:
		r.Rules, r.At = version, e.At.Unix()
	}
	r.Value, r.Invalidated = v, invalid
}

func rated(v Value) int {
	if v == NotRated {
		return 0
	}
	return 1
}

func (p JobsTicked) apply(b *Board, e Event) {
	if a := b.assessment(p.Candidate, e.Author); a != nil {
		r := a.rating(p.Criterion)
		r.Jobs, r.Ticked = p.Jobs, !p.Cleared
	}
}

func (p RatingSet) sentence(b *Board) string {
	what := fmt.Sprintf("%s of %s", b.Label(p.Criterion), p.Candidate)
	switch {
	case p.Value == p.Was:
		return "noted a reason or evidence for " + what
	case p.Value == NotRated:
		return fmt.Sprintf("cleared %s, which was %s", what, p.Was.Words())
	case p.Was == NotRated:
		return fmt.Sprintf("rated %s: %s", what, p.Value.Words())
	}
	return fmt.Sprintf("changed %s from %s to %s", what, p.Was.Words(), p.Value.Words())
}

func (p JobsTicked) sentence(b *Board) string {
	return fmt.Sprintf("counted %d jobs for %s of %s", len(p.Jobs), b.Label(p.Criterion), p.Candidate)
}
