package requirement

// This file holds the facts that a candidate's file claims. Unknown stays unknown: an absent value is never read
// as zero, none or full time.

// Facts are the claims of one candidate's file.
type Facts struct {
	Nationalities []string          `json:"nationalities,omitempty"` // ISO 3166 alpha-3
	Education     []Education       `json:"education,omitempty"`
	Jobs          []Job             `json:"experience,omitempty"`
	Languages     []LanguageSkill   `json:"languages,omitempty"`
	Clearances    []ClearanceRecord `json:"clearances,omitempty"`
	Credentials   []Credential      `json:"credentials,omitempty"`
	Statements    []Statement       `json:"statements,omitempty"`
	Documents     []Document        `json:"documents,omitempty"`
}

// Education is one qualification claimed.
type Education struct {
	Level       DegreeLevel `json:"level,omitempty"`
	Field       string      `json:"field,omitempty"`
	Institution string      `json:"institution,omitempty"`
	Country     string      `json:"country,omitempty"`
	// Conferred is zero while the degree is not conferred or the day is not known.
	Conferred Date `json:"conferred,omitzero"`
}

// JobKind says what sort of time a job was.
type JobKind string

// The kinds of job; an empty kind is employment.
const (
	JobEmployment   JobKind = "employment"
	JobInternship   JobKind = "internship"
	JobVolunteering JobKind = "volunteering"
	JobMilitary     JobKind = "military"
	JobDoctorate    JobKind = "doctorate"
	JobLeave        JobKind = "leave"
)

// JobKinds lists the kinds of job.
func JobKinds() []JobKind {
	return []JobKind{JobEmployment, JobInternship, JobVolunteering, JobMilitary, JobDoctorate, JobLeave}
}

// Job is one dated job claimed. Both ends are inclusive. A zero To with Ongoing set is "present"; a zero To without
// it is unknown.
type Job struct {
	From     Date   `json:"from,omitzero"`
	To       Date   `json:"to,omitzero"`
	Ongoing  bool   `json:"ongoing,omitempty"`
	Title    string `json:"title,omitempty"`
	Employer string `json:"employer,omitempty"`
	// Percent of full time, 1 to 100; 0 is unknown: counted as full time, and what rests on it is to judge.
	Percent int     `json:"percent,omitempty"`
	Kind    JobKind `json:"kind,omitempty"`
	Paid    *bool   `json:"paid,omitempty"`
	Text    string  `json:"text,omitempty"`
}

// LanguageSkill is one language level claimed. Language is an ISO 639-1 code ("en").
type LanguageSkill struct {
	Language string `json:"language"`
	Scale    Scale  `json:"scale,omitempty"`
	Level    string `json:"level"`
}

// LanguageNone is the level of a language that a file says is not known at all. It is the same on every scale.
const LanguageNone = "0"

// isNone returns true if the file says that the language is not known, whatever the scale.
func (l *LanguageSkill) isNone() bool {
	switch foldWord(l.Level) {
	case LanguageNone, "none", "no knowledge":
		return true
	}
	return false
}

// ClearanceStatus is the state of a clearance claimed.
type ClearanceStatus string

// The states; an empty state is unknown.
const (
	ClearanceHeld    ClearanceStatus = "held"
	ClearanceApplied ClearanceStatus = "applied"
	ClearanceExpired ClearanceStatus = "expired"
)

// ClearanceRecord is one clearance claimed. Issuer is "NATO", "EU" or an ISO 3166 alpha-3 code.
type ClearanceRecord struct {
	Level      ClearanceLevel  `json:"level"`
	Issuer     string          `json:"issuer,omitempty"`
	ValidUntil Date            `json:"valid_until,omitzero"`
	Status     ClearanceStatus `json:"status,omitempty"`
}

// Statement is a passage the candidate wrote under a heading.
type Statement struct {
	Heading string `json:"heading,omitempty"`
	Text    string `json:"text"`
}

// Document is the text of a file handed in.
type Document struct {
	Name string `json:"name"`
	Text string `json:"text"`
}
