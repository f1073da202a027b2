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

// Narrate tells an event as the viewer may read it now. Until the reveal, what others did to their own assessments is told
// without candidate, criterion and value; chair and secretary read what was handed in or returned, and who recused
// themself. After it the same holds for what was not handed in. What others did on a case that is closed to the viewer is
// never told.
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

// withheld is what a viewer reads in place of an event that is not theirs to read; "" where it is.
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
	if !b.Revealed() {
		runs := b.mayRun(viewer) == nil
		switch p := e.Payload.(type) {
		case ConflictDeclared:
			if !runs {
				return "declared an interest (chair and secretary see which)"
			}
		case AssessmentSubmitted:
			if !runs {
				return worked
			}
		case AssessmentReturned:
			if !runs && p.Member != viewer {
				return "returned an assessment (chair and secretary see which)"
			}
		}
		if independent(e.Payload) {
			return worked
		}
	}
	c, judges := judged(e.Payload)
	_, agrees := e.Payload.(RatingAgreed)
	switch {
	case judges && b.Closed(viewer, c):
		return "worked on a case that is closed to you"
	case judges && !agrees && !b.handedIn(c, e.Author):
		return "worked on an assessment that is not handed in and stays theirs"
	}
	return ""
}

const worked = "worked on an assessment (hidden until the reveal)"

// judged is the candidate whom a payload judges on a criterion; ok is false for payloads that do not.
func judged(p Payload) (c CandidateID, ok bool) {
	switch p := p.(type) {
	case RatingSet:
		return p.Candidate, true
	case JobsTicked:
		return p.Candidate, true
	case QualificationRecognised:
		return p.Candidate, true
	case RatingAgreed:
		return p.Candidate, true
	}
	return 0, false
}

// handedIn tells whether a member's own judgement of a candidate was handed in by now.
func (b *Board) handedIn(c CandidateID, m MemberID) bool {
	a := b.Assessment(c, m)
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
