package requirement

import "shortlist/model/vocab"

// This file holds what people read in place of a stored value. Stored values are on disk, in hashes and in documents
// that other programs read, and never change; the words may. A value that no table knows, such as a level of clearance
// as a nation writes it, is its own words.

var degreeLevelWords = map[DegreeLevel]string{
	DegreeSecondary:  "secondary",
	DegreeVocational: "vocational",
	DegreeBachelor:   "bachelor",
	DegreeMaster:     "master",
	DegreeDoctorate:  "doctorate",
	DegreeNone:       "none",
}

// Words names the level for people.
func (l DegreeLevel) Words() string { return vocab.Words(degreeLevelWords, l) }

var scaleWords = map[Scale]string{
	ScaleNATO:  "NATO scale",
	ScaleCEFR:  "CEFR",
	ScaleSLP:   "STANAG 6001",
	ScaleWords: "in words",
}

// Words names the scale for people.
func (s Scale) Words() string { return vocab.Words(scaleWords, s) }

var clearanceLevelWords = map[ClearanceLevel]string{
	ClearanceNR:   "NR",
	ClearanceNC:   "NC",
	ClearanceNS:   "NS",
	ClearanceCTS:  "CTS",
	ClearanceCTSA: "CTS-A",
	ClearanceCTSB: "CTS-B",

	ClearanceLevelNone: "none",
}

// Words names the level for people, in its short form.
func (l ClearanceLevel) Words() string { return vocab.Words(clearanceLevelWords, l) }

var clearanceModeWords = map[ClearanceMode]string{
	ClearanceNone:             "",
	ClearanceSubjectToReceipt: "subject to receipt",
	ClearanceMustAlreadyHold:  "must already hold",
	ClearanceHoldAtLevel:      "hold at level",
	ClearanceHeaderOnly:       "named in the header only",
}

// Words names the mode for people.
func (m ClearanceMode) Words() string { return vocab.Words(clearanceModeWords, m) }

var clearanceStatusWords = map[ClearanceStatus]string{
	ClearanceHeld:    "held",
	ClearanceApplied: "applied",
	ClearanceExpired: "expired",
}

// Words names the state for people; "" if it is unknown.
func (s ClearanceStatus) Words() string { return vocab.Words(clearanceStatusWords, s) }

var jobKindWords = map[JobKind]string{
	JobEmployment:   "employment",
	JobInternship:   "internship",
	JobVolunteering: "volunteering",
	JobMilitary:     "military",
	JobDoctorate:    "doctorate",
	JobLeave:        "leave",
}

// Words names the kind of job for people; "" for employment that is not stated as such.
func (k JobKind) Words() string { return vocab.Words(jobKindWords, k) }

var countWords = map[Count]string{
	CountAll:       "all",
	CountPaid:      "paid only",
	CountStatutory: "up to the statutory length",
	CountCompleted: "completed only",
	CountNone:      "none",
}

// Words names the way to count for people.
func (c Count) Words() string { return vocab.Words(countWords, c) }
