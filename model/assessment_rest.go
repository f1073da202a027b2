package model

// This file submits all finished assessments of a member at once, and takes that back.

// SubmitRest submits every assessment of the author that is complete and not submitted yet. Conflict if there is none.
type SubmitRest struct{}

// takeBack opens assessments that were submitted at once.
type takeBack struct{ candidates []CandidateID }

// Label names the command.
func (SubmitRest) Label(*Board) string { return "submission of what is complete" }
func (takeBack) Label(*Board) string   { return "submission of what is complete" }

// Inverse hands in again.
func (takeBack) Inverse(*Board, MemberID) Command { return SubmitRest{} }

// Inverse takes back what the command hands in.
func (SubmitRest) Inverse(b *Board, m MemberID) Command {
	if ready := b.Ready(m); len(ready) > 0 {
		return takeBack{ready}
	}
	return nil
}

// Ready lists the candidates whose assessments a member could submit now: begun, complete, not submitted, and the
// candidate has not withdrawn. They are in the member's own order.
func (b *Board) Ready(m MemberID) []CandidateID {
	ready := map[CandidateID]bool{}
	for i := range b.work.Assessments {
		a := &b.work.Assessments[i]
		if a.Member == m && a.State != Submitted && a.Interest != Recused && a.Started() && len(b.Open(*a)) == 0 &&
			b.Decision(a.Candidate).Outcome != Withdrawn {
			ready[a.Candidate] = true
		}
	}
	if len(ready) == 0 {
		return nil
	}
	var out []CandidateID
	for _, c := range b.Order(m) {
		if ready[c] {
			out = append(out, c)
		}
	}
	return out
}

func (c SubmitRest) decide(b *Board, s Stamp) (Change, error) {
	ready := b.Ready(s.Author)
	if len(ready) == 0 {
		return Change{}, refuse(Conflict, "", "There is no complete assessment of yours that is not handed in yet.")
	}
	var ps []Payload
	for _, x := range ready {
		if _, err := (SubmitAssessment{x}).decide(b, s); err != nil {
			return Change{}, err
		}
		ps = append(ps, AssessmentSubmitted{x})
	}
	return Change{Events: events(s, ps...)}, nil
}

func (c takeBack) decide(b *Board, s Stamp) (Change, error) {
	var ps []Payload
	for _, x := range c.candidates {
		change, err := (ReturnAssessment{Candidate: x}).decide(b, s)
		if err != nil {
			return Change{}, err
		}
		for _, e := range change.Events {
			ps = append(ps, e.Payload)
		}
	}
	return Change{Events: events(s, ps...)}, nil
}
