package model

import (
	"shortlist/model/requirement"
)

// This file holds the vacancy: its header, and how it is created and corrected. Its criteria are in criterion.go.

// Phase is how far a vacancy has come.
type Phase string

// The phases, in order.
const (
	Preparing  Phase = "preparing"  // criteria and rules may change; nobody rates
	Screening  Phase = "screening"  // rules sealed; every member rates alone
	Moderating Phase = "moderating" // ratings revealed; differences are settled
	Decided    Phase = "decided"    // every candidate has a decision
)

// Vacancy is what the panel made of a posting.
type Vacancy struct {
	Title         string           `json:"title,omitempty"`
	Organisation  string           `json:"organisation,omitempty"`
	Requisition   string           `json:"requisition,omitempty"`
	Location      string           `json:"location,omitempty"`
	Grade         string           `json:"grade,omitempty"`
	ClosingDate   requirement.Date `json:"closing_date,omitzero"`
	FastTrack     bool             `json:"fast_track,omitempty"`
	Clearance     Clearance        `json:"clearance,omitzero"`
	DirectReports *int             `json:"direct_reports,omitempty"`
	Eligibility   []Eligibility    `json:"eligibility,omitempty"`
	Competencies  []Competency     `json:"competencies,omitempty"`
	Warnings      []Warning        `json:"warnings,omitempty"`
	Posting       PostingRef       `json:"posting,omitzero"`
	// Spans are the lines of the posting from which the header was read, and those that structure the text.
	Spans []Span `json:"spans,omitempty"`
	// Invented is true for samples: everything in them is made up.
	Invented bool `json:"invented,omitempty"`
}

// Clearance is what the posting says about security clearance.
type Clearance struct {
	Level           requirement.ClearanceLevel `json:"level,omitempty"`
	Mode            requirement.ClearanceMode  `json:"mode,omitempty"`
	MustAlreadyHold bool                       `json:"must_already_hold,omitempty"`
	Lines           Lines                      `json:"lines,omitzero"`
}

// Eligibility is a condition beside the criteria: nationality, a required document, a clearance that must already be
// held.
type Eligibility struct {
	ID          string                  `json:"id"` // G1…
	Kind        string                  `json:"kind"`
	Text        string                  `json:"text"`
	Lines       Lines                   `json:"lines,omitzero"`
	Requirement requirement.Requirement `json:"requirement,omitzero"`
}

// Competency is assessed at the interview and not on paper: it is listed and never rated here.
type Competency struct {
	Name   string `json:"name"`
	Phrase string `json:"phrase,omitempty"`
	Lines  Lines  `json:"lines,omitzero"`
}

// Span says as what those lines of the posting were read that belong to no criterion, condition or competency.
type Span struct {
	Lines Lines  `json:"lines"`
	As    string `json:"as"`
}

// What a span may be read as, besides the fields of the header.
const (
	SpanTitle        = "title"
	SpanOrganisation = "organisation"
	SpanRequisition  = "requisition"
	SpanGrade        = "grade"
	SpanLocation     = "location"
	SpanClosing      = "closing date"
	SpanClearance    = "clearance"
	SpanReports      = "direct reports"
	SpanHeader       = "header"
	SpanHeading      = "heading"
	SpanLeadIn       = "lead-in"
	SpanFurniture    = "page furniture"
)

// Lines are the first and last line of the posting from which something was read, counted from 1; zero if a person
// added it.
type Lines struct {
	From int `json:"from"`
	To   int `json:"to"`
}

// PostingRef refers to the published text, which is kept whole beside the history.
type PostingRef struct {
	Name   string `json:"name,omitempty"`
	SHA256 string `json:"sha256,omitempty"`
	Format string `json:"format,omitempty"`
	Lines  int    `json:"lines,omitempty"`
	// TextSHA256 is the hash of the text that was read from it, in hexadecimal; empty in vacancies begun without it.
	TextSHA256 string `json:"text_sha256,omitempty"`
}

// CreateVacancy starts a vacancy. It is the first command of every file. Conflict if there is a vacancy already;
// Invalid if a criterion could not be as it is.
type CreateVacancy struct {
	Vacancy  Vacancy
	Criteria []Criterion
	// Declarations makes it a rule that members declare before a file opens.
	Declarations bool
}

// VacancyCreated is the first event of a vacancy. Seed decides the order in which members see the candidates.
type VacancyCreated struct {
	Vacancy  Vacancy     `json:"vacancy"`
	Criteria []Criterion `json:"criteria"`
	Rules    Rules       `json:"rules"`
	Seed     uint64      `json:"seed"`
}

// Label names the command.
func (c CreateVacancy) Label(*Board) string { return "new vacancy" }

// Inverse is nil: a vacancy cannot be uncreated.
func (c CreateVacancy) Inverse(*Board, MemberID) Command { return nil }

func (c CreateVacancy) decide(b *Board, s Stamp) (Change, error) {
	if b.Created {
		return Change{}, refuse(Conflict, "", "This file already holds a vacancy.")
	}
	p := VacancyCreated{Vacancy: c.Vacancy, Rules: DefaultRules()}
	p.Rules.Declarations = c.Declarations
	for i := range 8 {
		p.Seed = p.Seed<<8 | uint64(s.Random[31-i])
	}
	p.Criteria = make([]Criterion, len(c.Criteria))
	for i, k := range c.Criteria {
		k.ID = CriterionID(i + 1)
		k = k.withDefaults()
		if err := k.check(); err != nil {
			return Change{}, err
		}
		p.Criteria[i] = k
	}
	return one(s, p)
}

// Wire is the name on disk.
func (VacancyCreated) Wire() string { return "vacancy.created" }

func (p VacancyCreated) apply(b *Board, e Event) {
	if b.Created {
		return
	}
	b.Created, b.Vacancy, b.Rules, b.work.Seed = true, p.Vacancy, p.Rules, p.Seed
	b.Home, _ = e.ID.Chain.Split()
	b.Phase, b.orders = Preparing, nil
	b.setCriteria(p.Criteria)
}

func (p VacancyCreated) sentence(*Board) string {
	return "made the vacancy from the posting " + quote(p.Vacancy.Posting.Name)
}

// EditVacancy corrects the header and what is beside the criteria: eligibility, competencies, warnings. Step says what
// was done; TakenBack is true if this command undoes that step. Forbidden once the rules are sealed and for members who
// do not run the panel; Invalid for a closing date that is no full date.
type EditVacancy struct {
	Vacancy   Vacancy
	Step      VacancyStep
	TakenBack bool
}

// VacancyEdited carries the header and everything beside the criteria as it is now. Step says what was done, or what
// was taken back.
type VacancyEdited struct {
	Vacancy   Vacancy     `json:"vacancy"`
	Step      VacancyStep `json:"step,omitzero"`
	TakenBack bool        `json:"taken_back,omitempty"`
}

// Label names the command.
func (c EditVacancy) Label(*Board) string { return c.Step.label() }

// Inverse puts the old header back.
func (c EditVacancy) Inverse(b *Board, _ MemberID) Command {
	return EditVacancy{Vacancy: b.Vacancy, Step: c.Step, TakenBack: c.Step.Kind != StepHeader}
}

func (c EditVacancy) decide(b *Board, s Stamp) (Change, error) {
	if err := b.mayPrepare(s.Author); err != nil {
		return Change{}, err
	}
	v := c.Vacancy
	if !v.ClosingDate.IsZero() && (!v.ClosingDate.Valid() || v.ClosingDate.MonthOnly()) {
		return Change{}, refuse(Invalid, "closing date", "The closing date must be a full date such as 2025-01-07.")
	}
	v.Posting, v.Spans = b.Vacancy.Posting, nil // the source never changes
	return one(s, VacancyEdited{v, c.Step, c.TakenBack})
}

// Wire is the name on disk.
func (VacancyEdited) Wire() string { return "vacancy.edited" }

// Own returns true if it is the author's own work alone, see Payload.
func (VacancyCreated) Own(MemberID) bool { return false }
func (VacancyEdited) Own(MemberID) bool  { return false }

// Texts are the texts about candidates that it points at.
func (VacancyCreated) Texts() []TextRef { return nil }
func (VacancyEdited) Texts() []TextRef  { return nil }

// ChangesRules returns true if it changes what is sealed.
func (VacancyCreated) ChangesRules() bool { return false }
func (VacancyEdited) ChangesRules() bool  { return true }

// Judges is the candidate whom it judges on a criterion.
func (VacancyCreated) Judges() (CandidateID, bool) { return 0, false }
func (VacancyEdited) Judges() (CandidateID, bool)  { return 0, false }

func (VacancyCreated) beforeReveal(*Board, MemberID) string { return "" }
func (VacancyEdited) beforeReveal(*Board, MemberID) string  { return "" }

func (p VacancyEdited) apply(b *Board, _ Event) {
	p.Vacancy.Posting, p.Vacancy.Spans = b.Vacancy.Posting, b.Vacancy.Spans
	b.Vacancy = p.Vacancy
}

func (p VacancyEdited) sentence(*Board) string {
	return p.Step.sentence(p.TakenBack)
}
