package requirement

// This file holds the types of a requirement. How a clause is read and checked lives in the files of its kind.

// Requirement is the typed meaning of a criterion. Fields that do not belong to the kind are empty.
type Requirement struct {
	Kind Kind `json:"kind"`
	// Months is the minimum duration asked of everybody, in months; 0 if none is stated. No number stated means
	// no number: 0 is never "passed".
	Months int `json:"months,omitempty"`
	// Within is the time before the closing date in which experience counts, in months; 0 is any time.
	Within    int             `json:"within,omitempty"`
	Degree    *Degree         `json:"degree,omitempty"`
	Languages []LanguageLevel `json:"languages,omitempty"`
	Clearance ClearanceLevel  `json:"clearance,omitempty"`
	// Nations are the ISO 3166 alpha-3 codes accepted; empty with KindNationality means the members of NATO.
	Nations []string `json:"nations,omitempty"`
	// Credential is the paper asked for, if the kind asks for one.
	Credential *CredentialAsked `json:"credential,omitempty"`
	// Routes are alternatives, any one of which is enough ("master and 2 years, or bachelor and 4 years").
	Routes []Route `json:"routes,omitempty"`
}

// Route is one alternative of a requirement that may be met in several ways.
type Route struct {
	Degree *Degree `json:"degree,omitempty"`
	Months int     `json:"months,omitempty"`
}

// Degree is the education a criterion asks for.
type Degree struct {
	Level DegreeLevel `json:"level"`
	// Fields of study as the posting words them; empty if none is named.
	Fields []string `json:"fields,omitempty"`
	// FieldsPreferred is set if the fields are a preference, not a condition ("preferably in law").
	FieldsPreferred bool `json:"fields_preferred,omitempty"`
	// RelevantField is set if the posting asks for a relevant field without naming one: whether a degree is in one
	// is a person's judgement.
	RelevantField bool `json:"relevant_field,omitempty"`
	// EquivalentAccepted is set if the posting accepts an equivalent qualification: then a missing degree is a
	// question for a person, not a "not met".
	EquivalentAccepted bool `json:"equivalent_accepted,omitempty"`
}

// DegreeLevel is a level of education. The levels are ordered; see EQF.
type DegreeLevel string

// The levels. Plain "university degree" is DegreeBachelor.
const (
	DegreeSecondary  DegreeLevel = "secondary"
	DegreeVocational DegreeLevel = "vocational"
	DegreeBachelor   DegreeLevel = "bachelor"
	DegreeMaster     DegreeLevel = "master"
	DegreeDoctorate  DegreeLevel = "doctorate"
)

// DegreeNone is claimed by a file that says that there is no qualification. It is no level that can be asked.
const DegreeNone DegreeLevel = "none"

// DegreeLevels lists the levels from lowest to highest.
func DegreeLevels() []DegreeLevel {
	return []DegreeLevel{DegreeSecondary, DegreeVocational, DegreeBachelor, DegreeMaster, DegreeDoctorate}
}

// EQF is the level of the European Qualifications Framework, 4 to 8, or 0 for an unknown level. The cycles of the
// European Higher Education Area are aligned with EQF levels 5 to 8; upper secondary education is level 4.
func (l DegreeLevel) EQF() int {
	for i, x := range DegreeLevels() {
		if x == l {
			return i + 4
		}
	}
	return 0
}

// Scale names a language scale. Levels of different scales are never compared or converted silently.
type Scale string

// The scales: NATO levels I–VI, CEFR A1–C2, a STANAG 6001 profile (SLP 3333), and words ("fluent").
const (
	ScaleNATO  Scale = "nato"
	ScaleCEFR  Scale = "cefr"
	ScaleSLP   Scale = "slp"
	ScaleWords Scale = "words"
)

// Scales lists the language scales.
func Scales() []Scale { return []Scale{ScaleNATO, ScaleCEFR, ScaleSLP, ScaleWords} }

// Role says how a language level is bound to a language: "V in one; I in the other" is an unordered pair of the
// roles one and other; a level asked of a named language is fixed.
type Role string

// The roles.
const (
	RoleOne   Role = "one"
	RoleOther Role = "other"
	RoleFixed Role = "fixed"
)

// LanguageLevel is one level asked. Language is "en", "fr", "either" (English or French) or "other".
type LanguageLevel struct {
	Language string `json:"language"`
	Scale    Scale  `json:"scale"`
	Level    string `json:"level"`
	Role     Role   `json:"role"`
	// Name is the English name of an "other" language ("Dutch"); empty if the posting names none.
	Name string `json:"name,omitempty"`
}

// ClearanceLevel is NR, NC, NS or CTS, with -A if ATOMAL and -B if BOHEMIA access is asked as well; any other
// text (a national level) is kept as written.
type ClearanceLevel string

// The NATO levels, lowest first; ATOMAL and BOHEMIA are extra conditions, not ranks.
const (
	ClearanceNR   ClearanceLevel = "NR"
	ClearanceNC   ClearanceLevel = "NC"
	ClearanceNS   ClearanceLevel = "NS"
	ClearanceCTS  ClearanceLevel = "CTS"
	ClearanceCTSA ClearanceLevel = "CTS-A"
	ClearanceCTSB ClearanceLevel = "CTS-B"
)

// ClearanceLevelNone is claimed by a file that says that no clearance is held. It is no level that can be asked.
const ClearanceLevelNone ClearanceLevel = "none"

// ClearanceMode says what a posting's words on clearance demand, and when.
type ClearanceMode string

// The four modes and "none". Only must-hold and hold-at-level concern screening; subject-to-receipt never knocks
// anybody out, and a level that only stands in the header is information.
const (
	ClearanceNone             ClearanceMode = ""
	ClearanceSubjectToReceipt ClearanceMode = "subject to receipt"
	ClearanceMustAlreadyHold  ClearanceMode = "must already hold"
	ClearanceHoldAtLevel      ClearanceMode = "hold at level"
	ClearanceHeaderOnly       ClearanceMode = "named in the header only"
)
