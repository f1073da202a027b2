package model

// This file says in sentences what happened.

// Entry is one line of the history as one member may read it.
type Entry struct {
	Event  EventID
	Who    string
	What   string
	At     string // wall clock of the laptop that wrote it, UTC
	Hidden bool   // the content waits for the reveal
}

// Narrate tells an event as the viewer may read it now. Until the reveal, what others did to their own ratings is
// told without candidate, criterion and value; after it the same holds for what they did not hand in. Whom they know is
// for chair and secretary until the reveal.
func (b *Board) Narrate(e Event, viewer MemberID) Entry {
	n := Entry{Event: e.ID, Who: b.MemberName(e.Author), At: e.At.UTC().Format("2006-01-02 15:04:05")}
	if e.Author == "" {
		n.Who = "The program"
	}
	if e.Author != viewer && !b.Revealed() {
		if _, recusal := e.Payload.(ConflictDeclared); recusal && b.mayRun(viewer) != nil {
			n.What, n.Hidden = "declared an interest (chair and secretary see which)", true
			return n
		}
		if independent(e.Payload) {
			n.What, n.Hidden = "worked on an assessment (hidden until the reveal)", true
			return n
		}
	}
	if e.Author != viewer && !b.handedIn(e) {
		n.What, n.Hidden = "worked on an assessment that is not handed in and stays theirs", true
		return n
	}
	if e.Payload == nil {
		n.What = "did something that cannot be read"
		return n
	}
	n.What = e.Payload.sentence(b)
	return n
}

// handedIn tells whether what an event says of a member's own judgement was handed in by now; events that say nothing
// of it were.
func (b *Board) handedIn(e Event) bool {
	var c CandidateID
	switch p := e.Payload.(type) {
	case RatingSet:
		c = p.Candidate
	case JobsTicked:
		c = p.Candidate
	case QualificationRecognised:
		c = p.Candidate
	default:
		return true
	}
	a := b.Assessment(c, e.Author)
	return a.State == Submitted && a.Interest != Recused
}

// independent tells whether a payload speaks of one member's own judgement.
func independent(p Payload) bool {
	switch p.(type) {
	case RatingSet, JobsTicked, QualificationRecognised, Unknown, nil:
		return true
	}
	return false
}
