package model

import (
	"crypto/sha256"
	"fmt"
	"strings"
	"time"

	"shortlist/model/requirement"
	"shortlist/model/vocab"
)

// This file holds the rules of a selection and how they are sealed.

// Rules are the rules beside the criteria.
type Rules struct {
	// CutLine is how many candidates the panel means to shortlist; 0 if that is not fixed.
	CutLine int `json:"cut_line,omitempty"`
	// TieBreakers are the desirables that break a tie, in this order. If they do not, or if there are none, the place
	// is shared. A tie is never broken by name or number.
	TieBreakers []CriterionID `json:"tie_breakers,omitempty"`
	// MinAssessors is how many submitted assessments a candidate needs not to be flagged.
	MinAssessors int `json:"min_assessors"`
	// ReasonsRequired asks for a reason with every rating before an assessment can be submitted.
	ReasonsRequired bool `json:"reasons_required,omitempty"`
	// Declarations asks every member to declare a conflict of interest, or none, before a file opens.
	Declarations bool `json:"declarations,omitempty"`
	// Anonymous hides who the candidates are until the reveal.
	Anonymous bool               `json:"anonymous,omitempty"`
	Policy    requirement.Policy `json:"policy"`
}

// DefaultRules are the rules of a new vacancy.
func DefaultRules() Rules { return Rules{MinAssessors: 2} }

// Seal is one version of the sealed rules.
type Seal struct {
	Version int       `json:"version"`
	Hash    string    `json:"hash"` // SHA-256 of the rules as RulesText writes them, in hexadecimal
	At      time.Time `json:"at"`
	By      MemberID  `json:"by"`
	// Reason is why the rules were opened again; empty for the first version.
	Reason string `json:"reason,omitempty"`
	// Ratings is how many ratings there were when this version was sealed.
	Ratings int `json:"ratings,omitempty"`
}

// RulesText writes criteria and rules as plain text. The same rules give the same text always, so that the hash can be
// checked by hand: save the text and take its SHA-256. The closing date is part of it, because experience is counted to
// that day.
func RulesText(closing requirement.Date, criteria []Criterion, r Rules) string {
	var w strings.Builder
	w.WriteString("shortlist rules 1\n")
	n := map[Class]int{}
	label := map[CriterionID]string{}
	for _, k := range criteria {
		n[k.Class]++
		label[k.ID] = k.Class.Label(n[k.Class])
		fmt.Fprintf(&w, "criterion %s\n  text %s\n  requires %s\n  scale %s", label[k.ID], oneLine(k.Text), k.Requirement.Canonical(), vocab.Wire(k.Scale.Kind))
		if k.Scale.Numbered() {
			fmt.Fprintf(&w, ", pass mark %d", k.Scale.Pass)
		}
		w.WriteByte('\n')
		for i, p := range k.Scale.Points {
			fmt.Fprintf(&w, "    %s: %s\n", vocab.Wire(k.Scale.Values()[min(i, len(k.Scale.Values())-1)]), oneLine(p))
		}
		fmt.Fprintf(&w, "  weight %d\n", k.Weight)
		if k.WeightReason != "" {
			fmt.Fprintf(&w, "  because %s\n", oneLine(k.WeightReason))
		}
	}
	fmt.Fprintf(&w, "cut line %d\nminimum assessors %d\nreasons required %t\n", r.CutLine, r.MinAssessors, r.ReasonsRequired)
	if r.Declarations { // rules sealed before there was this choice keep their hash
		w.WriteString("conflicts of interest declared before a file opens\n")
	}
	if r.Anonymous {
		w.WriteString("name, nationality, gender, year of birth and contact hidden until the reveal\n")
	}
	for _, t := range r.TieBreakers {
		fmt.Fprintf(&w, "tie broken by %s\n", label[t])
	}
	w.WriteString("ties left are shared places\n")
	fmt.Fprintf(&w, "closing date %s\n", closing)
	fmt.Fprintf(&w, "counting %s\n", oneLine(r.Policy.Canonical()))
	for _, s := range r.Policy.Sentences() {
		fmt.Fprintf(&w, "  %s\n", oneLine(s))
	}
	return w.String()
}

// RulesHash is the SHA-256 of RulesText in hexadecimal.
func RulesHash(closing requirement.Date, criteria []Criterion, r Rules) string {
	return fmt.Sprintf("%x", sha256.Sum256([]byte(RulesText(closing, criteria, r))))
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// EditRules changes cut line, tie rule, minimum of assessors and counting policy. Forbidden once the rules are sealed
// and for members who do not run the panel; Invalid for figures out of range or a tie rule that cannot break a tie.
type EditRules struct{ Rules Rules }

// SealRules fixes the rules, and rating may begin. If they had been opened again, ratings of what a criterion does not
// ask any more do not count, and assessments left open by that are returned. Conflict if they are sealed; Forbidden for
// others than the chair; Invalid without a criterion.
type SealRules struct{}

// ReopenRules opens sealed rules for a change, with a reason that every later report lists. Conflict if they are not
// sealed; Forbidden after the reveal and for others than the chair; Invalid without a reason.
type ReopenRules struct{ Reason string }

// RulesEdited carries the new rules.
type RulesEdited struct {
	Rules Rules `json:"rules"`
}

// RulesSealed fixes a version of the rules.
type RulesSealed struct {
	Version int    `json:"version"`
	Hash    string `json:"hash"`
}

// RulesReopened opens sealed rules, with the reason.
type RulesReopened struct {
	Reason string `json:"reason"`
}

// Label names the command.
func (EditRules) Label(*Board) string   { return "rules" }
func (SealRules) Label(*Board) string   { return "sealing of the rules" }
func (ReopenRules) Label(*Board) string { return "opening of the rules" }

// Inverse puts the old rules back.
func (EditRules) Inverse(b *Board, _ MemberID) Command {
	if b.checkTies(b.Rules) != nil {
		return nil // the old tie rule names a criterion that is gone
	}
	return EditRules{b.Rules}
}
func (SealRules) Inverse(*Board, MemberID) Command   { return nil }
func (ReopenRules) Inverse(*Board, MemberID) Command { return nil }

func (c EditRules) decide(b *Board, s Stamp) (Change, error) {
	if err := b.mayPrepare(s.Author); err != nil {
		return Change{}, err
	}
	r := c.Rules
	if r.CutLine < 0 || r.MinAssessors < 1 || r.MinAssessors > maxRaters {
		return Change{}, refuse(Invalid, "", "The cut line is 0 or more, and the minimum of assessors is 1 to %d.", maxRaters)
	}
	if err := b.checkTies(r); err != nil {
		return Change{}, err
	}
	if p := r.Policy.Problems(); len(p) > 0 {
		return Change{}, refuse(Invalid, "", "%s", strings.Join(p, " "))
	}
	return one(s, RulesEdited{r})
}

// checkTies refuses a tie rule with a criterion that cannot break a tie.
func (b *Board) checkTies(r Rules) error {
	for _, t := range r.TieBreakers {
		if k := b.Criterion(t); k == nil || k.Class != Desirable {
			return refuse(Invalid, "", "A tie can be broken by a desirable criterion only, and the tie rule names %s: choose it anew.", b.Label(t))
		}
	}
	return nil
}

func (c SealRules) decide(b *Board, s Stamp) (Change, error) {
	if b.Phase != Preparing {
		return Change{}, refuse(Conflict, "", "The rules are sealed already.")
	}
	if err := b.mayPrepare(s.Author); err != nil {
		return Change{}, err
	}
	if b.memberRole(s.Author) != Chair {
		return Change{}, refuse(Forbidden, "", "Only the chair seals the rules.")
	}
	if len(b.Criteria) == 0 {
		return Change{}, refuse(Invalid, "", "There is no criterion yet: add what the posting asks for, then seal.")
	}
	if err := b.checkTies(b.Rules); err != nil {
		return Change{}, err
	}
	return one(s, RulesSealed{Version: b.version() + 1, Hash: RulesHash(b.Vacancy.ClosingDate, b.Criteria, b.Rules)})
}

func (c ReopenRules) decide(b *Board, s Stamp) (Change, error) {
	if b.Phase == Preparing {
		return Change{}, refuse(Conflict, "", "The rules are not sealed.")
	}
	if b.Phase != Screening {
		return Change{}, refuse(Forbidden, "", "The ratings are revealed: the rules cannot change any more.")
	}
	if b.memberRole(s.Author) != Chair {
		return Change{}, refuse(Forbidden, "", "Only the chair opens sealed rules.")
	}
	reason := strings.TrimSpace(c.Reason)
	if reason == "" {
		return Change{}, refuse(Invalid, "", "Opening sealed rules needs a reason: every report will list it.")
	}
	return one(s, RulesReopened{reason})
}

// Wire is the name on disk.
func (RulesEdited) Wire() string   { return "rules.edited" }
func (RulesSealed) Wire() string   { return "rules.sealed" }
func (RulesReopened) Wire() string { return "rules.reopened" }

// Own returns true if it is the author's own work alone, see Payload.
func (RulesEdited) Own(MemberID) bool   { return false }
func (RulesSealed) Own(MemberID) bool   { return false }
func (RulesReopened) Own(MemberID) bool { return false }

// Texts are the texts about candidates that it points at.
func (RulesEdited) Texts() []TextRef   { return nil }
func (RulesSealed) Texts() []TextRef   { return nil }
func (RulesReopened) Texts() []TextRef { return nil }

// ChangesRules returns true if it changes what is sealed.
func (RulesEdited) ChangesRules() bool   { return true }
func (RulesSealed) ChangesRules() bool   { return false }
func (RulesReopened) ChangesRules() bool { return false }

// Judges is the candidate whom it judges on a criterion.
func (RulesEdited) Judges() (CandidateID, bool)   { return 0, false }
func (RulesSealed) Judges() (CandidateID, bool)   { return 0, false }
func (RulesReopened) Judges() (CandidateID, bool) { return 0, false }

func (RulesEdited) beforeReveal(*Board, MemberID) string   { return "" }
func (RulesSealed) beforeReveal(*Board, MemberID) string   { return "" }
func (RulesReopened) beforeReveal(*Board, MemberID) string { return "" }

func (p RulesEdited) apply(b *Board, _ Event) { b.Rules = p.Rules; b.standings = nil }

func (p RulesSealed) apply(b *Board, e Event) {
	if b.sealed() {
		return
	}
	b.Seals = append(b.Seals, Seal{
		Version: p.Version, Hash: p.Hash, At: e.At, By: e.Author, Reason: b.ReopenReason, Ratings: b.RatingCount(),
	})
	b.ReopenReason, b.Phase = "", Screening
	b.renew(p.Version)
}

func (p RulesReopened) apply(b *Board, _ Event) {
	if b.Phase == Screening {
		b.ReopenReason, b.Phase = p.Reason, Preparing
	}
}

func (p RulesEdited) sentence(*Board) string { return "changed the rules (cut line, ties, counting)" }

func (p RulesSealed) sentence(*Board) string {
	return fmt.Sprintf("sealed the rules, version %d, hash %.12s", p.Version, p.Hash)
}

func (p RulesReopened) sentence(*Board) string {
	return "opened the sealed rules, because " + quote(p.Reason)
}
