package model

import (
	"strings"
	"time"
	"unicode/utf8"
)

// This file holds PINs, with which members who take turns at the chair's laptop keep their work apart. The history
// records that one was set or removed, by whom and why. The PIN itself and what it is checked against are not in the
// history, because a few digits could be guessed from that; they stay in the file of the laptop.

// PIN says whether a member has a PIN, never which.
type PIN struct {
	Member MemberID `json:"member"`
	Set    bool     `json:"set,omitempty"`
	// Taken is set after the chair removed it, until the member sets a new one.
	Taken Taken `json:"taken,omitzero"`
}

// Taken records who removed a PIN, when and why.
type Taken struct {
	At     time.Time `json:"at,omitzero"`
	By     MemberID  `json:"by,omitempty"`
	Reason string    `json:"reason,omitempty"`
}

// SetPIN sets or changes the author's PIN. Lock is what it is checked against, as the store makes it. Forbidden on
// other laptops than the chair's.
type SetPIN struct {
	Lock []byte `json:"-"` // never written down anywhere but in the file
}

// RemovePIN removes a PIN: the member's own, or, by the chair and with a reason, that of a member who forgot it.
// Invalid without the reason; NotFound if there is none; Forbidden for others.
type RemovePIN struct {
	Member MemberID
	Reason string
}

// PINChanged says that a member has a PIN, a new PIN or none any more. Reason is set if the chair removed it;
// everything else members do themselves.
type PINChanged struct {
	Member MemberID `json:"member"`
	Set    bool     `json:"set,omitempty"`
	Was    bool     `json:"was,omitempty"`
	Reason string   `json:"reason,omitempty"`
}

// The lengths of a PIN.
const (
	MinPIN = 4
	MaxPIN = 12
)

// CheckPIN refuses digits that make no good PIN. *Error Invalid.
func CheckPIN(pin string) error {
	if n := len(pin); n < MinPIN || n > MaxPIN || strings.Trim(pin, "0123456789") != "" {
		return refuse(Invalid, "", "A PIN is %d to %d digits and nothing else.", MinPIN, MaxPIN)
	}
	same, up, down := true, true, true
	for i := 1; i < len(pin); i++ {
		step := (int(pin[i]) - int(pin[i-1]) + 10) % 10 // 7890 is a run too
		same, up, down = same && step == 0, up && step == 1, down && step == 9
	}
	if same || up || down {
		return refuse(Invalid, "", "Everybody tries such a PIN first: take one that is not all the same digit, nor a run such as 1234.")
	}
	return nil
}

// Wrong PINs slow down further tries: from the fifth in a row on by half a minute more each time, up to half an hour.
const (
	freeTries = 5
	waitStep  = 30 * time.Second
	maxWait   = 30 * time.Minute
)

// PINWait returns how long to wait for the next try after a number of wrong ones in a row.
func PINWait(wrong int) time.Duration {
	if wrong < freeTries {
		return 0
	}
	return time.Duration(min(wrong-freeTries+1, int(maxWait/waitStep))) * waitStep
}

// AsksPIN returns true if a member's PIN is asked for on a laptop before anything is shown or done in their name. On a
// laptop of their own nobody else works.
func (b *Board) AsksPIN(m MemberID, d DeviceID) bool {
	p := b.pin(m)
	return p != nil && p.Set && b.IsChairDevice(d)
}

// PINTaken returns who removed a member's PIN; false if nobody did, or the member has set a new one.
func (b *Board) PINTaken(m MemberID) (Taken, bool) {
	if p := b.pin(m); p != nil && !p.Taken.At.IsZero() {
		return p.Taken, true
	}
	return Taken{}, false
}

// TellTaken says the same in a sentence for the member; empty if there is nothing to say.
func (b *Board) TellTaken(m MemberID) string {
	t, ok := b.PINTaken(m)
	if !ok {
		return ""
	}
	return b.MemberName(t.By) + " (chair) took your PIN away on " + t.At.UTC().Format("2006-01-02 at 15:04") + " UTC because “" + strings.TrimRight(t.Reason, ".") +
		"”. Since then your name could be chosen on the chair's laptop without it."
}

func (b *Board) pin(m MemberID) *PIN {
	for i := range b.work.PINs {
		if b.work.PINs[i].Member == m {
			return &b.work.PINs[i]
		}
	}
	return nil
}

func (b *Board) hasPIN(m MemberID) bool {
	p := b.pin(m)
	return p != nil && p.Set
}

// Label names the command.
func (SetPIN) Label(*Board) string        { return "PIN" }
func (c RemovePIN) Label(b *Board) string { return "PIN of " + b.MemberName(c.Member) }

// Inverse is nil: a PIN that was changed or removed is not known any more.
func (SetPIN) Inverse(*Board, MemberID) Command    { return nil }
func (RemovePIN) Inverse(*Board, MemberID) Command { return nil }

func (c SetPIN) decide(b *Board, s Stamp) (Change, error) {
	switch {
	case s.Author == "":
		return Change{}, refuse(Forbidden, "", "A PIN is for a member of the panel, and nobody is on it yet.")
	case !b.IsChairDevice(s.Device):
		return Change{}, refuse(Forbidden, "", "A PIN is for members who take turns at the chair's laptop. On this laptop only you work: you need none.")
	case len(c.Lock) == 0:
		return Change{}, refuse(Invalid, "", "No PIN was typed, so none is set.")
	}
	ch, err := one(s, PINChanged{Member: s.Author, Set: true, Was: b.hasPIN(s.Author)})
	ch.Lock = c.Lock
	return ch, err
}

func (c RemovePIN) decide(b *Board, s Stamp) (Change, error) {
	m := b.Member(c.Member)
	if m == nil {
		return Change{}, refuse(NotFound, string(c.Member), "%s is not on the panel.", c.Member)
	}
	if !b.IsChairDevice(s.Device) {
		return Change{}, refuse(Forbidden, m.Name, "PINs are set and taken away on the chair's laptop, where they are asked for.")
	}
	if !b.hasPIN(m.ID) {
		return Change{}, refuse(Conflict, m.Name, "%s has no PIN.", m.Name)
	}
	reason := ""
	if s.Author != m.ID {
		if reason = oneLine(c.Reason); b.memberRole(s.Author) != Chair {
			return Change{}, refuse(Forbidden, m.Name, "Only %s, or the chair with a reason, takes this PIN away.", m.Name)
		}
		if reason == "" {
			return Change{}, refuse(Invalid, m.Name, "Taking somebody's PIN away needs a reason: %s and everybody else will read it.", m.Name)
		}
		if utf8.RuneCountInString(reason) > 300 {
			return Change{}, refuse(Invalid, m.Name, "This reason is too long: 300 letters at the most.")
		}
	}
	return one(s, PINChanged{Member: m.ID, Was: true, Reason: reason})
}

// Wire is the name on disk.
func (PINChanged) Wire() string { return "member.pin" }

// Own returns true if it is the author's own work alone, see Payload.
func (PINChanged) Own(MemberID) bool { return false }

// Texts are the texts about candidates that it points at.
func (PINChanged) Texts() []TextRef { return nil }

// ChangesRules returns true if it changes what is sealed.
func (PINChanged) ChangesRules() bool { return false }

// Judges is the candidate whom it judges on a criterion.
func (PINChanged) Judges() (CandidateID, bool) { return 0, false }

func (PINChanged) beforeReveal(*Board, MemberID) string { return "" }

func (p PINChanged) apply(b *Board, e Event) {
	if b.Member(p.Member) == nil {
		return
	}
	now := PIN{Member: p.Member, Set: p.Set}
	if !p.Set && e.Author != p.Member {
		now.Taken = Taken{At: e.At, By: e.Author, Reason: p.Reason}
	}
	if old := b.pin(p.Member); old != nil {
		*old = now
		return
	}
	b.work.PINs = append(b.work.PINs, now)
}

func (p PINChanged) sentence(b *Board) string {
	switch {
	case p.Set && p.Was:
		return "changed their PIN"
	case p.Set:
		return "set a PIN"
	case p.Reason != "":
		return "took away the PIN of " + b.MemberName(p.Member) + " because “" + oneLine(p.Reason) + "”"
	}
	return "took their PIN away"
}
