package requirement

// This file holds what people read in place of a stored value. Stored values are on disk, in hashes and in documents
// that other programs read, and never change; the words may. A value that no table knows, such as a level of clearance
// as a nation writes it, is its own words.

// named is a stored value and its words.
type named[T ~string] struct {
	value T
	words string
}

func wordsOf[T ~string](table []named[T], v T) string {
	for _, x := range table {
		if x.value == v {
			return x.words
		}
	}
	return string(v)
}

var degreeLevelWords = []named[DegreeLevel]{
	{DegreeSecondary, "secondary"},
	{DegreeVocational, "vocational"},
	{DegreeBachelor, "bachelor"},
	{DegreeMaster, "master"},
	{DegreeDoctorate, "doctorate"},
}

// Words names the level for people.
func (l DegreeLevel) Words() string { return wordsOf(degreeLevelWords, l) }

var scaleWords = []named[Scale]{
	{ScaleNATO, "NATO scale"},
	{ScaleCEFR, "CEFR"},
	{ScaleSLP, "STANAG 6001"},
	{ScaleWords, "in words"},
}

// Words names the scale for people.
func (s Scale) Words() string { return wordsOf(scaleWords, s) }

var roleWords = []named[Role]{
	{RoleOne, "one"},
	{RoleOther, "other"},
	{RoleFixed, "fixed"},
}

// Words names the role for people.
func (r Role) Words() string { return wordsOf(roleWords, r) }

var clearanceLevelWords = []named[ClearanceLevel]{
	{ClearanceNR, "NR"},
	{ClearanceNC, "NC"},
	{ClearanceNS, "NS"},
	{ClearanceCTS, "CTS"},
	{ClearanceCTSA, "CTS-A"},
	{ClearanceCTSB, "CTS-B"},
}

// Words names the level for people, in its short form.
func (l ClearanceLevel) Words() string { return wordsOf(clearanceLevelWords, l) }

var clearanceModeWords = []named[ClearanceMode]{
	{ClearanceNone, ""},
	{ClearanceSubjectToReceipt, "subject to receipt"},
	{ClearanceMustAlreadyHold, "must already hold"},
	{ClearanceHoldAtLevel, "hold at level"},
	{ClearanceHeaderOnly, "named in the header only"},
}

// Words names the mode for people.
func (m ClearanceMode) Words() string { return wordsOf(clearanceModeWords, m) }

var clearanceStatusWords = []named[ClearanceStatus]{
	{ClearanceHeld, "held"},
	{ClearanceApplied, "applied"},
	{ClearanceExpired, "expired"},
}

// Words names the state for people; "" if it is unknown.
func (s ClearanceStatus) Words() string { return wordsOf(clearanceStatusWords, s) }

var jobKindWords = []named[JobKind]{
	{JobEmployment, "employment"},
	{JobInternship, "internship"},
	{JobVolunteering, "volunteering"},
	{JobMilitary, "military"},
	{JobDoctorate, "doctorate"},
	{JobLeave, "leave"},
}

// Words names the kind of job for people; "" for employment that is not stated as such.
func (k JobKind) Words() string { return wordsOf(jobKindWords, k) }

var verdictWords = []named[Verdict]{
	{Met, "met"},
	{NotMet, "not met"},
	{Borderline, "borderline"},
	{CannotTell, "cannot tell"},
}

// Words names the verdict for people.
func (v Verdict) Words() string { return wordsOf(verdictWords, v) }

var countWords = []named[Count]{
	{CountAll, "all"},
	{CountPaid, "paid only"},
	{CountStatutory, "up to the statutory length"},
	{CountCompleted, "completed only"},
	{CountNone, "none"},
}

// Words names the way to count for people.
func (c Count) Words() string { return wordsOf(countWords, c) }
