package model

import (
	"fmt"
	"maps"
	"strings"
	"time"
)

// This file holds the reveal and the agreed ratings: how a panel that rated alone comes to a common result.

// Reveal records when the ratings became visible, by whom, and why if not everybody had submitted.
type Reveal struct {
	At     time.Time `json:"at,omitzero"`
	By     MemberID  `json:"by,omitempty"`
	Reason string    `json:"reason,omitempty"`
}

// Agreed is the value that the panel settled on for a criterion of a candidate. The members' own ratings stay.
type Agreed struct {
	Candidate CandidateID `json:"candidate"`
	Criterion CriterionID `json:"criterion"`
	Value     Value       `json:"value"`
	Reason    TextRef     `json:"reason,omitzero"`
	By        MemberID    `json:"by"`
}

// RevealRatings makes all submitted ratings visible to everybody. Forbidden for others than the chair and before the
// rules are sealed; Conflict if they are visible already; Invalid without a reason if assessments are missing.
type RevealRatings struct{ Reason string }

// AgreeRating settles a value for the panel, with a reason; NotRated takes the agreement back. Forbidden for others
// than the chair, for a chair who is recused from the case, before the reveal, and once the candidate is decided.
// Invalid without a reason or for a value that is not on the scale; Conflict if there is no agreement to take back.
type AgreeRating struct {
	Candidate CandidateID
	Criterion CriterionID
	Value     Value
	Reason    string
}

// RatingsRevealed says that the ratings became visible.
type RatingsRevealed struct {
	Reason string `json:"reason,omitempty"`
}

// RatingAgreed carries the panel's value and the one before.
type RatingAgreed struct {
	Candidate CandidateID `json:"candidate"`
	Criterion CriterionID `json:"criterion"`
	Value     Value       `json:"value,omitempty"`
	Was       Value       `json:"was,omitempty"`
	Reason    TextRef     `json:"reason,omitzero"`
}

// Label names the command.
func (RevealRatings) Label(*Board) string { return "reveal" }

func (c AgreeRating) Label(b *Board) string {
	return fmt.Sprintf("agreed rating of %s for %s", b.Label(c.Criterion), c.Candidate)
}

// Inverse is nil: what was seen cannot be unseen.
func (RevealRatings) Inverse(*Board, MemberID) Command { return nil }

func (c AgreeRating) Inverse(b *Board, _ MemberID) Command {
	if a, ok := b.AgreedRating(c.Candidate, c.Criterion); ok {
		return restoreAgreed{a}
	}
	return AgreeRating{Candidate: c.Candidate, Criterion: c.Criterion}
}

// restoreAgreed puts an agreed rating back with the reason it had.
type restoreAgreed struct{ agreed Agreed }

func (c restoreAgreed) Label(b *Board) string {
	return AgreeRating{Candidate: c.agreed.Candidate, Criterion: c.agreed.Criterion}.Label(b)
}

func (c restoreAgreed) Inverse(b *Board, author MemberID) Command {
	return AgreeRating{Candidate: c.agreed.Candidate, Criterion: c.agreed.Criterion}.Inverse(b, author)
}

func (c restoreAgreed) decide(b *Board, s Stamp) (Change, error) {
	a := c.agreed
	if err := b.mayModerate(s.Author, a.Candidate); err != nil {
		return Change{}, err
	}
	was, _ := b.AgreedRating(a.Candidate, a.Criterion)
	return one(s, RatingAgreed{a.Candidate, a.Criterion, a.Value, was.Value, a.Reason})
}

// AgreedRating returns the value that the panel settled on.
func (b *Board) AgreedRating(c CandidateID, k CriterionID) (Agreed, bool) {
	if i, ok := b.agreed[agreedKey{c, k}]; ok && b.work.Agreed[i].Value != NotRated {
		return b.work.Agreed[i], true
	}
	return Agreed{}, false
}

// withdrawn returns the candidates who have withdrawn.
func (b *Board) withdrawn() map[CandidateID]bool {
	gone := map[CandidateID]bool{}
	for _, d := range b.work.Decisions {
		if d.Outcome == Withdrawn {
			gone[d.Candidate] = true
		}
	}
	return gone
}

// Missing counts the assessments that are not submitted yet, without recused members and withdrawn candidates.
func (b *Board) Missing() int {
	n := 0
	for _, left := range b.MissingOf() {
		n += left
	}
	return n
}

// MissingOf counts the missing assessments by member. Members who owe none are left out.
func (b *Board) MissingOf() map[MemberID]int {
	gone := b.withdrawn()
	out := map[MemberID]int{}
	for _, m := range b.Raters() {
		out[m.ID] = b.Candidates - len(gone)
	}
	for _, a := range b.work.Assessments {
		if _, rates := out[a.Member]; rates && !gone[a.Candidate] && (a.State == Submitted || a.Interest == Recused) {
			out[a.Member]--
		}
	}
	maps.DeleteFunc(out, func(_ MemberID, n int) bool { return n == 0 })
	return out
}

func (c RevealRatings) decide(b *Board, s Stamp) (Change, error) {
	if b.memberRole(s.Author) != Chair {
		return Change{}, refuse(Forbidden, "", "Only the chair reveals the ratings.")
	}
	switch b.Phase {
	case Preparing:
		return Change{}, refuse(Forbidden, "", "There is nothing to reveal: the rules are not sealed yet.")
	case Moderating, Decided:
		return Change{}, refuse(Conflict, "", "The ratings are revealed already.")
	}
	reason := strings.TrimSpace(c.Reason)
	if n := b.Missing(); n > 0 && reason == "" {
		return Change{}, refuse(Invalid, "", "%s not submitted yet. To reveal all the same, give a reason.", Count(n, "assessment is", "assessments are"))
	}
	return one(s, RatingsRevealed{reason})
}

func (b *Board) mayModerate(m MemberID, c CandidateID) error {
	if b.memberRole(m) != Chair {
		return refuse(Forbidden, "", "Only the chair records what the panel agrees.")
	}
	if !b.Revealed() {
		return refuse(Forbidden, "", "The ratings are not revealed yet: agree on values afterwards.")
	}
	if err := b.mustKnow(c); err != nil {
		return err
	}
	if b.Recused(m, c) {
		return refuse(Forbidden, c.String(), "%s", b.otherChair(m, c))
	}
	if d := b.Decision(c).Outcome; d != NoDecision {
		return refuse(Forbidden, c.String(), "%s is decided (%s), and the decision rests on the values as they stand: reopen the case first.", c, d.Words())
	}
	return nil
}

// otherChair says who leads a case from which a chair is recused: another chair, or somebody who has to become one.
func (b *Board) otherChair(m MemberID, c CandidateID) string {
	for _, x := range b.Panel() {
		if x.Role == Chair && x.ID != m && !b.Recused(x.ID, c) {
			return fmt.Sprintf("You recused yourself from %s: %s is chair too and leads this case.", c, x.Name)
		}
	}
	return fmt.Sprintf("You recused yourself from %s: somebody else leads this case. On the panel page make a second chair, who is not recused from it; then that person takes over here.", c)
}

func (c AgreeRating) decide(b *Board, s Stamp) (Change, error) {
	if err := b.mayModerate(s.Author, c.Candidate); err != nil {
		return Change{}, err
	}
	k := b.Criterion(c.Criterion)
	if k == nil {
		return Change{}, refuse(NotFound, "", "This criterion is not on the list any more.")
	}
	was, _ := b.AgreedRating(c.Candidate, c.Criterion)
	p := RatingAgreed{Candidate: c.Candidate, Criterion: c.Criterion, Value: c.Value, Was: was.Value}
	if c.Value == NotRated {
		if was.Value == NotRated {
			return Change{}, refuse(Conflict, b.Label(k.ID), "There is no agreed rating of %s for %s to take back.", b.Label(k.ID), c.Candidate)
		}
		return one(s, p)
	}
	if !k.Scale.Allows(c.Value) || c.Value == CannotAssess {
		return Change{}, refuse(Invalid, b.Label(k.ID), "The panel settles on a point of the scale of %s: %s.", b.Label(k.ID), k.Scale.Words())
	}
	reason := strings.TrimSpace(c.Reason)
	if reason == "" {
		return Change{}, refuse(Invalid, b.Label(k.ID), "An agreed rating needs a reason: why did the panel settle on it?")
	}
	t := newText(s, c.Candidate, 0, reason)
	p.Reason = t.Ref()
	return one(s, p, t)
}

// Wire is the name on disk.
func (RatingsRevealed) Wire() string { return "ratings.revealed" }
func (RatingAgreed) Wire() string    { return "rating.agreed" }

// Own returns true if it is the author's own work alone, see Payload.
func (RatingsRevealed) Own(MemberID) bool { return false }
func (RatingAgreed) Own(MemberID) bool    { return false }

// Texts are the texts about candidates that it points at.
func (RatingsRevealed) Texts() []TextRef { return nil }
func (p RatingAgreed) Texts() []TextRef  { return []TextRef{p.Reason} }

// ChangesRules returns true if it changes what is sealed.
func (RatingsRevealed) ChangesRules() bool { return false }
func (RatingAgreed) ChangesRules() bool    { return false }

// Judges is the candidate whom it judges on a criterion.
func (RatingsRevealed) Judges() (CandidateID, bool) { return 0, false }
func (p RatingAgreed) Judges() (CandidateID, bool)  { return p.Candidate, true }

func (RatingsRevealed) beforeReveal(*Board, MemberID) string { return "" }
func (RatingAgreed) beforeReveal(*Board, MemberID) string    { return "" }

func (p RatingsRevealed) apply(b *Board, e Event) {
	if b.Phase == Screening || b.Phase == Preparing {
		b.Phase = Moderating
	}
	if b.Reveal.At.IsZero() {
		b.Reveal = Reveal{e.At, e.Author, p.Reason}
	}
	b.settlePhase()
	b.standings = nil
}

func (p RatingAgreed) apply(b *Board, e Event) {
	if !b.knows(p.Candidate) {
		return
	}
	key := agreedKey{p.Candidate, p.Criterion}
	i, ok := b.agreed[key]
	if !ok {
		i = len(b.work.Agreed)
		b.agreed[key] = i
		b.work.Agreed = append(b.work.Agreed, Agreed{})
	}
	b.work.Agreed[i] = Agreed{p.Candidate, p.Criterion, p.Value, p.Reason, e.Author}
	b.markDirty(p.Candidate)
}

func (p RatingsRevealed) sentence(*Board) string {
	if p.Reason != "" {
		return "revealed the ratings before all were submitted, because " + quote(p.Reason)
	}
	return "revealed the ratings"
}

func (p RatingAgreed) sentence(b *Board) string {
	what := fmt.Sprintf("%s of %s", b.Label(p.Criterion), p.Candidate)
	if p.Value == NotRated {
		return fmt.Sprintf("took back the agreed rating %s for %s", p.Was.Words(), what)
	}
	return fmt.Sprintf("recorded that the panel agreed on %s for %s", p.Value.Words(), what)
}
