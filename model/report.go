package model

import (
	"time"

	"shortlist/model/requirement"
)

// This file builds the report: everything of a vacancy that a viewer may see, in the shape of the stable report
// document. Package exports encodes it.

// Report is the report document.
type Report struct {
	Vacancy    ReportVacancy     `json:"vacancy"`
	Rules      ReportRules       `json:"rules"`
	Panel      []ReportMember    `json:"panel"`
	Candidates []ReportCandidate `json:"candidates"`
	Agreement  *ReportAgreement  `json:"agreement"`
	History    ReportHistory     `json:"history"`
}

// ReportAgreement is how far the members' ratings agree. The document has a place for it; this version works out no
// figures, so the place holds null.
type ReportAgreement struct{}

// ReportVacancy is the header with criteria, eligibility and competencies.
type ReportVacancy struct {
	Vacancy
	ClosingDate *string           `json:"closing_date"`
	Phase       Phase             `json:"phase"`
	Revealed    bool              `json:"revealed"`
	Viewer      string            `json:"viewer"` // whose sight the report keeps to
	Criteria    []ReportCriterion `json:"criteria"`
}

// ReportCriterion is a criterion with its label.
type ReportCriterion struct {
	Label string `json:"id"`
	Criterion
}

// ReportRules are the rules and their versions.
type ReportRules struct {
	Version  int        `json:"version"`
	SHA256   string     `json:"sha256"`
	SealedAt *time.Time `json:"sealed_at"`
	Changes  []Seal     `json:"changes"`
	Rules
	Text string `json:"text"` // what the hash is taken of
}

// ReportMember is a line of the panel.
type ReportMember struct {
	Member MemberID `json:"member"`
	Name   string   `json:"name"`
	Role   Role     `json:"role"`
}

// ReportCandidate is a candidate as the viewer may see them.
type ReportCandidate struct {
	Candidate  string          `json:"candidate"`
	Reference  string          `json:"reference"`
	Name       *string         `json:"name"`
	Status     Status          `json:"status"`
	Findings   []ReportFinding `json:"findings"`
	Ratings    []ReportRating  `json:"ratings"`
	Agreed     []ReportAgreed  `json:"agreed"`
	Essentials Gate            `json:"essentials"`
	Score      *float64        `json:"score"`
	Rank       *int            `json:"rank"`
	Decision   *Outcome        `json:"decision"`
	Reason     *string         `json:"reason"`
	Why        []string        `json:"why"` // the explanation of the place, sentence by sentence
}

// ReportFinding is a finding.
type ReportFinding struct {
	Criterion string              `json:"criterion"`
	Verdict   requirement.Verdict `json:"verdict"`
	Why       string              `json:"why"`
	Figures   any                 `json:"figures"`
}

// ReportRating is one member's rating.
type ReportRating struct {
	Member    MemberID `json:"member"`
	Criterion string   `json:"criterion"`
	Value     Value    `json:"value"`
	Reason    string   `json:"reason"`
	Evidence  []string `json:"evidence"`
	At        string   `json:"at"`
}

// ReportAgreed is an agreed rating.
type ReportAgreed struct {
	Criterion string `json:"criterion"`
	Value     Value  `json:"value"`
	Reason    string `json:"reason"`
}

// ReportHistory links the report to the history it was made from.
type ReportHistory struct {
	Events int               `json:"events"`
	Heads  map[string]string `json:"heads"` // laptop → hash of its last event; filled in by the store
}

// Report makes the report for a viewer. Before the reveal it holds the viewer's own ratings only. dossier returns a
// candidate's file; its error ends the report.
func (b *Board) Report(viewer MemberID, dossier func(CandidateID) (Dossier, error)) (Report, error) {
	r := Report{
		Vacancy:    b.reportVacancy(viewer),
		Rules:      b.reportRules(),
		Panel:      []ReportMember{},
		Candidates: make([]ReportCandidate, b.Candidates),
		History:    ReportHistory{Events: b.Events, Heads: map[string]string{}},
	}
	for _, m := range b.Members {
		r.Panel = append(r.Panel, ReportMember{m.ID, m.Name, m.Role})
	}
	for _, row := range b.Ranking(viewer) {
		d, err := dossier(row.Candidate)
		if err != nil {
			return Report{}, err
		}
		r.Candidates[row.Candidate-1] = b.reportCandidate(viewer, row, d)
	}
	return r, nil
}

func (b *Board) reportVacancy(viewer MemberID) ReportVacancy {
	v := ReportVacancy{
		Vacancy: b.Vacancy, Phase: b.Phase, Revealed: b.Revealed(), Viewer: string(viewer), Criteria: []ReportCriterion{},
	}
	if !b.Vacancy.ClosingDate.IsZero() {
		s := b.Vacancy.ClosingDate.String()
		v.ClosingDate = &s
	}
	for _, k := range b.Criteria {
		v.Criteria = append(v.Criteria, ReportCriterion{b.Label(k.ID), k})
	}
	return v
}

func (b *Board) reportRules() ReportRules {
	r := ReportRules{Rules: b.Rules, Text: RulesText(b.Vacancy.ClosingDate, b.Criteria, b.Rules), Changes: b.Seals}
	if n := len(b.Seals); n > 0 && b.sealed() { // while they are open the text is not yet what a hash was taken of
		last := b.Seals[n-1]
		r.Version, r.SHA256, r.SealedAt = last.Version, last.Hash, &last.At
	}
	if r.Changes == nil {
		r.Changes = []Seal{}
	}
	return r
}

func (b *Board) reportCandidate(viewer MemberID, row Row, d Dossier) ReportCandidate {
	c := ReportCandidate{
		Candidate: row.Candidate.String(), Reference: d.Person.Reference, Status: b.Status(viewer, row.Candidate),
		Findings: []ReportFinding{}, Ratings: []ReportRating{}, Agreed: []ReportAgreed{},
		Essentials: row.Gate, Why: b.ExplainPlace(viewer, row.Candidate),
	}
	whole := d.Person
	if d = b.Shown(d); d.Person.Name != "" {
		c.Name = &d.Person.Name
	}
	if row.Scored {
		s := float64(Standing{Total: row.Total, Max: row.Max}.Tenths()) / 10
		c.Score = &s
	}
	if row.Rank > 0 {
		c.Rank = &row.Rank
	}
	if x := b.Decision(row.Candidate); x.Outcome != NoDecision {
		outcome, reason := x.Outcome, d.Text(x.Reason)
		if c.Decision = &outcome; !b.Recused(viewer, row.Candidate) {
			c.Reason = &reason
		}
	}
	if b.Recused(viewer, row.Candidate) {
		return c
	}
	if b.MustDeclare(viewer, row.Candidate) { // the file opens after the declaration, on paper too
		c.Why = append(c.Why, "What the file shows comes after your declaration of interest.")
		return c
	}
	for _, f := range b.ShownFindings(b.Findings(viewer, row.Candidate, whole.Facts), whole) {
		if f.Verdict == requirement.NoFinding {
			continue
		}
		c.Findings = append(c.Findings, ReportFinding{f.Label, f.Verdict, f.Why, f.Figures.Any()})
	}
	for _, a := range b.Visible(viewer, row.Candidate) {
		for _, k := range b.Criteria {
			x := a.Rating(k.ID)
			if x.Value == NotRated {
				continue
			}
			rating := ReportRating{
				Member: a.Member, Criterion: b.Label(k.ID), Value: x.Value, Reason: d.Text(x.Reason), Evidence: []string{},
				At: time.Unix(x.At, 0).UTC().Format(time.RFC3339),
			}
			for _, e := range x.Evidence {
				rating.Evidence = append(rating.Evidence, d.Text(e))
			}
			c.Ratings = append(c.Ratings, rating)
		}
	}
	for _, k := range b.Criteria {
		if a, ok := b.Settled(viewer, row.Candidate, k.ID); ok {
			c.Agreed = append(c.Agreed, ReportAgreed{b.Label(k.ID), a.Value, d.Text(a.Reason)})
		}
	}
	return c
}

// Status says how far the work on a candidate is: an Outcome once there is a decision, else one of the following.
type Status string

// How far the work is before a decision.
const (
	StatusNotStarted Status = "not started"
	StatusInProgress Status = "in progress"
	StatusReady      Status = "ready to submit"
	StatusSubmitted  Status = "submitted"
	StatusReturned   Status = "returned"
	StatusRecused    Status = "recused"
	StatusToDecide   Status = "to be decided"
)

// Status returns how far the work on a candidate is, for the viewer.
func (b *Board) Status(viewer MemberID, c CandidateID) Status {
	if d := b.Decision(c).Outcome; d != NoDecision {
		return Status(d)
	}
	a := b.Assessment(c, viewer)
	rated, of := b.Progress(c, viewer)
	switch {
	case b.Revealed():
		return StatusToDecide
	case a.Interest == Recused:
		return StatusRecused
	case a.State == Submitted:
		return StatusSubmitted
	case a.State == Returned:
		return StatusReturned
	case rated == 0:
		return StatusNotStarted
	case rated < of:
		return StatusInProgress
	}
	return StatusReady
}
