package posting

import (
	"shortlist/model"
	"shortlist/model/requirement"
)

// This file holds what the reader hands back.

// Lines is a stretch of lines of the posting's text, both ends counted from 1 and included.
type Lines struct{ From, To int }

// Class is the list a criterion stands in.
type Class string

// The two lists of a posting.
const (
	Essential Class = "essential"
	Desirable Class = "desirable"
)

// Draft is what the reader understood of a posting. Empty fields were not found.
type Draft struct {
	Title, Organisation, Requisition, Location, Grade string

	ClosingDate requirement.Date
	// ClosingWords is the closing date as the posting writes it.
	ClosingWords string

	FastTrack     bool
	Clearance     Clearance
	DirectReports *int

	Eligibility  []Condition
	Criteria     []Criterion
	Competencies []Competency
	Warnings     []model.Warning
	// Spans marks the lines that were understood, and as what.
	Spans []Span
	// Truncated is true if the text was longer than any posting and its end was not read.
	Truncated bool
}

// Source is a posting and what it was read from.
type Source struct {
	Name   string
	SHA256 string // of the bytes as they came
	Format string // "text", "html", "pdf" or "docx"
	Text   string // in lines parted by "\n"; every line number counts these
	Lines  int
	Draft  Draft
}

// Clearance is what the posting says about a security clearance.
type Clearance struct {
	// Level is empty if none is named. An unknown level is not "no clearance".
	Level           requirement.ClearanceLevel
	Mode            requirement.ClearanceMode
	MustAlreadyHold bool
	Lines           Lines
}

// Condition is something a candidate must fulfil outside the criteria: a nationality, a document to hand in, a
// clearance to hold already.
type Condition struct {
	ID    string // G1, G2…
	Kind  ConditionKind
	Text  string
	Lines Lines
}

// ConditionKind says what an eligibility condition is about.
type ConditionKind string

// The kinds of condition.
const (
	ConditionNationality ConditionKind = "nationality"
	ConditionDocument    ConditionKind = "document"
	ConditionClearance   ConditionKind = "clearance"
)

// Criterion is one entry of the essential or the desirable list.
type Criterion struct {
	ID    string // E1, E2…; D1, D2…
	Class Class
	// Text is the posting's own words without bullet and closing semicolon.
	Text        string
	Lines       Lines
	Requirement requirement.Requirement
}

// Competency is a behaviour that is assessed at interview, not on paper.
type Competency struct {
	Name, Phrase string
	Lines        Lines
}

// Span marks lines that were understood.
type Span struct {
	Lines Lines
	Kind  SpanKind
	// ID is the criterion or condition that stands there, empty for the other kinds.
	ID string
}

// SpanKind says as what a stretch of lines was understood.
type SpanKind string

// The kinds of span.
const (
	SpanHeading    SpanKind = "heading"
	SpanHeader     SpanKind = "header"
	SpanLeadIn     SpanKind = "lead-in"
	SpanEssential  SpanKind = "essential"
	SpanDesirable  SpanKind = "desirable"
	SpanCondition  SpanKind = "condition"
	SpanCompetency SpanKind = "competency"
	SpanFurniture  SpanKind = "page furniture"
)
