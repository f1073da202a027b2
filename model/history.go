package model

// This file tells in sentences what happened.

// Entry is one line of the history as one member may read it.
type Entry struct {
	Event  EventID
	Who    string
	What   string
	At     string // wall clock of the laptop that wrote it, UTC
	Hidden bool   // the content waits for the reveal
}

// Narrate tells an event as the viewer may read it now. Until the reveal, what others did to their own assessments is
// told without candidate, criterion and value; chair and secretary also read which assessments were submitted or
// returned, and who recused themself. After the reveal this still holds for what was not submitted. What others did on
// a case from which the viewer is recused is never told.
func (b *Board) Narrate(e Event, viewer MemberID) Entry {
	n := Entry{Event: e.ID, Who: b.MemberName(e.Author), At: e.At.UTC().Format("2006-01-02 15:04:05")}
	if e.Author == "" {
		n.Who = "The program"
	}
	if n.What = b.withheld(e, viewer); n.What != "" {
		n.Hidden = true
		return n
	}
	if e.Payload == nil {
		n.What = "did something that cannot be read"
		return n
	}
	n.What = e.Payload.sentence(b)
	return n
}

// withheld returns what a viewer reads in place of an event that they may not read; empty if they may.
func (b *Board) withheld(e Event, viewer MemberID) string {
	if p, ok := e.Payload.(ConflictDeclared); ok && b.Hidden() && p.Interest != Recused {
		what := "no conflict of interest"
		if p.Interest == Disclosed {
			what = "something about a candidate, and rates all the same"
		}
		return "declared " + what + " (with whom waits for the reveal: candidates are anonymous)"
	}
	if e.Author == viewer {
		return ""
	}
	if e.Payload == nil {
		if !b.Revealed() {
			return worked
		}
		return ""
	}
	if !b.Revealed() {
		if what := e.Payload.beforeReveal(b, viewer); what != "" {
			return what
		}
	}
	c, judges := e.Payload.Judges()
	switch {
	case judges && b.Recused(viewer, c):
		return "worked on a case that is closed to you"
	case judges && Own(e) && !b.handedIn(c, e.Author):
		return "worked on an assessment that is not handed in and stays theirs"
	}
	return ""
}

const worked = "worked on an assessment (hidden until the reveal)"

// handedIn returns true if a member's own assessment of a candidate is submitted now.
func (b *Board) handedIn(c CandidateID, m MemberID) bool {
	a := b.Assessment(c, m)
	return a.State == Submitted && a.Interest != Recused
}
