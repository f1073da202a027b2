package model

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"
)

// This file holds the panel: its members, their roles, and who may do what.

// Role is what a member may do.
type Role string

// The roles. Chair and member rate; the secretary (human resources) prepares and imports without a vote; an observer
// reads without a vote.
const (
	Chair         Role = "chair"
	RoleMember    Role = "member"
	RoleSecretary Role = "secretary"
	RoleObserver  Role = "observer"
)

// Roles lists the roles.
func Roles() []Role { return []Role{Chair, RoleMember, RoleSecretary, RoleObserver} }

// Votes returns true if the role rates.
func (r Role) Votes() bool { return r == Chair || r == RoleMember }

// Description says in a few words what the role may do.
func (r Role) Description() string {
	switch r {
	case Chair:
		return "rates, seals the rules, reveals, decides"
	case RoleMember:
		return "rates"
	case RoleSecretary:
		return "prepares and imports, does not rate"
	}
	return "reads, does not rate"
}

// maxRaters is the largest number of members who rate: the exact arithmetic of the ranking is made for it.
const maxRaters = 16

// Member is somebody on the panel.
type Member struct {
	ID   MemberID `json:"id"`
	Name string   `json:"name"`
	Role Role     `json:"role"`
	// Card is the card with which the member works on a laptop of their own; zero for a member who works on the
	// chair's.
	Card Card `json:"card,omitzero"`
	// Removed is true for a member who left the panel. They stay in the history and in the reports and can do nothing
	// any more.
	Removed bool `json:"removed,omitempty"`
}

// runs returns true if the member runs the panel, that is for chair and secretary.
func (m Member) runs() bool { return m.Role == Chair || m.Role == RoleSecretary }

// FirstChair returns the chair who came onto the panel first, in whose name commands without a screen act; empty while there
// is none.
func (b *Common) FirstChair() MemberID {
	for _, m := range b.Panel() {
		if m.Role == Chair {
			return m.ID
		}
	}
	return ""
}

// AddMember puts somebody on the panel. The first member must be a chair; later ones are added by chair or secretary.
// Invalid for an empty name or unknown role; Conflict for a name or card that is on the panel already; Forbidden for
// others.
type AddMember struct {
	Name string
	Role Role
	Card Card
}

// ChangeMember corrects a name or a role. NotFound for an unknown member; Forbidden for members who do not run the
// panel, for the last chair, and if it would change after the reveal whose ratings count; else refused like AddMember.
type ChangeMember struct {
	Member MemberID
	Name   string
	Role   Role
}

// RemoveMember takes somebody off the panel. What they rated stays recorded and does not count any more. NotFound for
// somebody who is not on the panel; Forbidden for oneself, for the last chair, and if it would change after the reveal
// whose ratings count.
type RemoveMember struct{ Member MemberID }

// MemberAdded puts somebody on the panel.
type MemberAdded struct {
	Member Member `json:"member"`
}

// MemberChanged carries the new name and role.
type MemberChanged struct {
	Member Member `json:"member"`
	Was    Member `json:"was"`
}

// MemberRemoved takes somebody off.
type MemberRemoved struct {
	Member MemberID `json:"member"`
}

// Label names the command.
func (c AddMember) Label(*Board) string      { return "new member " + c.Name }
func (c ChangeMember) Label(b *Board) string { return "change of " + b.MemberName(c.Member) }
func (c RemoveMember) Label(b *Board) string { return "removal of " + b.MemberName(c.Member) }

// Inverse takes the change back.
func (c AddMember) Inverse(b *Board, _ MemberID) Command {
	if len(b.Members) == 0 {
		return nil // a panel needs a chair
	}
	return RemoveMember{b.nextMember()}
}

func (c ChangeMember) Inverse(b *Board, author MemberID) Command {
	if c.Member == author && c.Role != Chair && c.Role != RoleSecretary {
		return nil // who gave up running the panel cannot take it back
	}
	if m := b.Member(c.Member); m != nil && m.Removed {
		return RemoveMember{m.ID}
	} else if m != nil {
		return ChangeMember{m.ID, m.Name, m.Role}
	}
	return nil
}

func (c RemoveMember) Inverse(b *Board, _ MemberID) Command {
	if m := b.Member(c.Member); m != nil {
		return ChangeMember{m.ID, m.Name, m.Role}
	}
	return nil
}

func (c AddMember) decide(b *Board, s Stamp) (Change, error) {
	m := Member{ID: b.nextMember(), Name: oneLine(c.Name), Role: c.Role, Card: c.Card}
	if err := b.checkMember(m); err != nil {
		return Change{}, err
	}
	if len(b.Members) == 0 {
		if c.Role != Chair {
			return Change{}, refuse(Invalid, m.Name, "The first member of a panel is its chair.")
		}
		s.Author = m.ID // the chair admits themself
		return one(s, MemberAdded{m})
	}
	if err := b.mayRun(s.Author); err != nil {
		return Change{}, err
	}
	return one(s, MemberAdded{m})
}

func (c ChangeMember) decide(b *Board, s Stamp) (Change, error) {
	old := b.Member(c.Member)
	if old == nil {
		return Change{}, refuse(NotFound, string(c.Member), "%s is not on the panel.", c.Member)
	}
	if err := b.mayRun(s.Author); err != nil {
		return Change{}, err
	}
	m := Member{ID: old.ID, Name: oneLine(c.Name), Role: c.Role, Card: old.Card}
	if err := b.checkMember(m); err != nil {
		return Change{}, err
	}
	if old.Role == Chair && !old.Removed && m.Role != Chair && b.chairs() == 1 {
		return Change{}, refuse(Forbidden, old.Name, "A panel needs a chair: make somebody else chair first.")
	}
	if (!old.Removed && old.Role.Votes()) != m.Role.Votes() {
		if err := b.countsFixed(*old); err != nil {
			return Change{}, err
		}
	}
	return one(s, MemberChanged{Member: m, Was: *old})
}

func (c RemoveMember) decide(b *Board, s Stamp) (Change, error) {
	m := b.Member(c.Member)
	if m == nil || m.Removed {
		return Change{}, refuse(NotFound, string(c.Member), "%s is not on the panel.", c.Member)
	}
	if err := b.mayRun(s.Author); err != nil {
		return Change{}, err
	}
	if m.Role == Chair && b.chairs() == 1 {
		return Change{}, refuse(Forbidden, m.Name, "A panel needs a chair: make somebody else chair first.")
	}
	if m.ID == s.Author {
		return Change{}, refuse(Forbidden, m.Name, "You cannot take yourself off the panel: another chair has to.")
	}
	if err := b.countsFixed(*m); err != nil {
		return Change{}, err
	}
	return one(s, MemberRemoved{m.ID})
}

// countsFixed refuses to change whether a member's ratings count once they are visible: nobody may choose the raters by
// the result.
func (b *Board) countsFixed(m Member) error {
	handedIn := func(a Assessment) bool {
		return a.Member == m.ID && a.State == Submitted && a.Interest != Recused
	}
	if b.Revealed() && slices.ContainsFunc(b.work.Assessments, handedIn) {
		return refuse(Forbidden, m.Name, "The ratings are revealed: whether those of %s count cannot change any more. Settle differences as agreed ratings.", m.Name)
	}
	return nil
}

func (b *Board) checkMember(m Member) error {
	if m.Name == "" {
		return refuse(Invalid, "", "A member needs a name.")
	}
	if utf8.RuneCountInString(m.Name) > 120 {
		return refuse(Invalid, "", "This name is too long: 120 letters at the most.")
	}
	known := false
	for _, r := range Roles() {
		known = known || r == m.Role
	}
	if !known {
		return refuse(Invalid, m.Name, "A role is chair, member, secretary or observer.")
	}
	raters := 0
	for _, x := range b.Members {
		if x.ID == m.ID {
			continue
		}
		if !x.Removed && strings.EqualFold(x.Name, m.Name) {
			return refuse(Conflict, m.Name, "%s is on the panel already: add something to tell the two apart.", m.Name)
		}
		if !x.Removed && m.Card != (Card{}) && x.Card.Key == m.Card.Key {
			return refuse(Conflict, m.Name, "This card is that of %s: ask %s for a card of their own.", x.Name, m.Name)
		}
		if !x.Removed && x.Role.Votes() {
			raters++
		}
	}
	if m.Role.Votes() && raters >= maxRaters {
		return refuse(Invalid, m.Name, "A panel has at most %d members who rate.", maxRaters)
	}
	return nil
}

func (b *Common) chairs() int {
	n := 0
	for _, m := range b.Members {
		if m.Role == Chair && !m.Removed {
			n++
		}
	}
	return n
}

func (b *Common) nextMember() MemberID { return MemberID(fmt.Sprintf("M%d", len(b.Members)+1)) }

// Wire is the name on disk.
func (MemberAdded) Wire() string   { return "member.added" }
func (MemberChanged) Wire() string { return "member.changed" }
func (MemberRemoved) Wire() string { return "member.removed" }

// Own returns true if it is the author's own work alone, see Payload.
func (MemberAdded) Own(MemberID) bool   { return false }
func (MemberChanged) Own(MemberID) bool { return false }
func (MemberRemoved) Own(MemberID) bool { return false }

// Texts are the texts about candidates that it points at.
func (MemberAdded) Texts() []TextRef   { return nil }
func (MemberChanged) Texts() []TextRef { return nil }
func (MemberRemoved) Texts() []TextRef { return nil }

// ChangesRules returns true if it changes what is sealed.
func (MemberAdded) ChangesRules() bool   { return false }
func (MemberChanged) ChangesRules() bool { return false }
func (MemberRemoved) ChangesRules() bool { return false }

// Judges is the candidate whom it judges on a criterion.
func (MemberAdded) Judges() (CandidateID, bool)   { return 0, false }
func (MemberChanged) Judges() (CandidateID, bool) { return 0, false }
func (MemberRemoved) Judges() (CandidateID, bool) { return 0, false }

func (MemberAdded) beforeReveal(*Board, MemberID) string   { return "" }
func (MemberChanged) beforeReveal(*Board, MemberID) string { return "" }
func (MemberRemoved) beforeReveal(*Board, MemberID) string { return "" }

func (p MemberAdded) apply(b *Board, _ Event) {
	if b.Member(p.Member.ID) == nil {
		b.Members = append(b.Members, p.Member)
		b.keepCard(p.Member)
		b.standings, b.orders = nil, nil
	}
}

func (p MemberChanged) apply(b *Board, _ Event) {
	if m := b.Member(p.Member.ID); m != nil {
		*m = p.Member
		b.keepCard(p.Member)
		b.standings, b.orders = nil, nil
	}
}

func (p MemberRemoved) apply(b *Board, _ Event) {
	if m := b.Member(p.Member); m != nil {
		m.Removed = true
		b.standings, b.orders = nil, nil
	}
}

func (p MemberAdded) sentence(*Board) string {
	return fmt.Sprintf("put %s on the panel as %s", p.Member.Name, p.Member.Role.Words())
}

func (p MemberChanged) sentence(*Board) string {
	if p.Was.Card != p.Member.Card {
		if p.Member.Card == (Card{}) {
			return "took back the card of " + p.Member.Name
		}
		return "took in the card of " + p.Member.Name
	}
	if p.Was.Removed {
		return fmt.Sprintf("put %s back on the panel as %s", p.Member.Name, p.Member.Role.Words())
	}
	return fmt.Sprintf("changed %s (%s) to %s (%s)", p.Was.Name, p.Was.Role.Words(), p.Member.Name, p.Member.Role.Words())
}

func (p MemberRemoved) sentence(b *Board) string {
	return "took " + b.MemberName(p.Member) + " off the panel"
}
