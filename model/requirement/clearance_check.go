package requirement

import "strings"

// This file compares clearances. A clearance is granted up to a level and until a date; a higher valid level covers a
// lower one. ATOMAL and BOHEMIA are extra conditions, not ranks.

// checkHeld is a clearance level that can be compared: rank 1 (restricted) to 4 (top secret), 0 unknown.
type checkHeld struct {
	rank            int8
	atomal, bohemia bool
	scheme          checkScheme
	verified        bool
}

// checkScheme says whose marking a level is.
type checkScheme int8

const (
	checkSchemeNATO checkScheme = iota
	checkSchemeEU
	checkSchemeNational
)

func checkClearance(need ClearanceLevel, f Facts, c Context) Finding {
	switch c.ClearanceMode {
	case ClearanceMustAlreadyHold:
		return checkHolds(need, f, c)
	case ClearanceSubjectToReceipt, ClearanceHeaderOnly:
		out := checkHolds(need, f, c)
		if out.Verdict != Met {
			out.Verdict = CannotTell
			out.Why = "Not asked at screening (" + c.ClearanceMode.Words() + "): " + out.Why
		}
		return out
	}
	return checkHolds(need, f, c)
}

// checkHolds compares every clearance of the file with the level; the best one decides.
func checkHolds(need ClearanceLevel, f Facts, c Context) Finding {
	want, ok := checkNATOLevel(string(need))
	fastTrack := c.ClearanceMode == ClearanceMustAlreadyHold
	if need == "" && !fastTrack {
		return Finding{Verdict: CannotTell, Why: "The criterion names no clearance level"}
	}
	if need != "" && !ok {
		return Finding{Verdict: CannotTell, Why: "The level asked (" + need.Words() + ") is not a NATO level"}
	}
	asked := clearanceInWords(need)
	if need == "" {
		asked = "a valid clearance"
	}
	if len(f.Clearances) == 0 {
		return Finding{Verdict: CannotTell, Why: "The file lists no clearance; " + asked + " is asked"}
	}
	best, at := Finding{}, -1
	for i := range f.Clearances {
		one := checkRecord(need, want, &f.Clearances[i], c)
		if at < 0 || checkBetter(one.Verdict, best.Verdict) {
			best, at = one, i
		}
	}
	r := &f.Clearances[at]
	best.ClearancesUsed = []int{at}
	best.Figures.Clearance = &ClearanceFigures{Level: r.Level, ValidUntil: r.ValidUntil.String()}
	return best
}

func checkRecord(need ClearanceLevel, want checkHeld, r *ClearanceRecord, c Context) Finding {
	name := checkClearanceName(r)
	if r.Status == ClearanceApplied {
		return Finding{Verdict: NotMet, Why: name + " is applied for, not held"}
	}
	have := checkHeldLevel(r)
	valid := checkValidity(r, c.ClosingDate)
	if valid.verdict == NotMet {
		return Finding{Verdict: NotMet, Why: name + valid.why}
	}
	out := checkRank(need, want, have, name, c)
	if r.Status == "" {
		out.Assumptions = append(out.Assumptions, "The file does not say whether the clearance is held: read as held")
	}
	if out.Verdict == NotMet {
		return out
	}
	out.Verdict = checkBoth(out.Verdict, valid.verdict)
	out.Why += valid.why
	return out
}

// checkClearanceName is the record in words: "NS (issued by BEL)".
func checkClearanceName(r *ClearanceRecord) string {
	level := clearanceInWords(r.Level)
	if level == "" {
		level = "A clearance of unknown level"
	}
	if r.Issuer == "" || r.Issuer == "NATO" || r.Issuer == "EU" {
		return level
	}
	return level + " (issued by " + r.Issuer + ")"
}

// checkRank compares the level alone.
func checkRank(need ClearanceLevel, want, have checkHeld, name string, c Context) Finding {
	var out Finding
	asked := clearanceInWords(need)
	switch {
	case need == "" && have.scheme == checkSchemeNATO && have.rank > 0:
		out.Assumptions = []string{"The level needed is unknown, not none"}
		out.Verdict, out.Why = Met, name+" is a NATO clearance, and no level is named here"
		return out
	case need == "":
		out.Verdict, out.Why = CannotTell, name+" is held, and no level is named here to compare it with"
		return out
	case have.rank == 0:
		out.Verdict, out.Why = CannotTell, name+" is not in the table of levels, so it cannot be compared with "+asked
		return out
	}
	missing := ""
	switch {
	case have.rank < want.rank:
		missing = name + " is below " + asked
	case want.atomal && !have.atomal:
		missing = name + " is without the ATOMAL access of " + asked
	case want.bohemia && !have.bohemia:
		missing = name + " is without the BOHEMIA access of " + asked
	}
	if have.scheme == checkSchemeNational {
		out.Assumptions = []string{checkTableNote(have)}
	}
	switch {
	case missing != "" && c.ClearanceMode == ClearanceMustAlreadyHold:
		out.Verdict, out.Why = CannotTell, missing+"; an upgrade may be possible"
	case !have.verified:
		out.Verdict, out.Why = CannotTell, name+" is in the table of levels only unconfirmed"
	case missing != "":
		out.Verdict, out.Why = NotMet, missing
	case have.scheme == checkSchemeEU:
		out.Verdict, out.Why = CannotTell, name+" is at the level of "+asked+", but an EU clearance is not a NATO one"
	case have.scheme == checkSchemeNational:
		out.Verdict, out.Why = Met, name+" is at or above the level of "+asked
	default:
		out.Verdict, out.Why = Met, name+" covers "+asked
	}
	return out
}

func checkTableNote(h checkHeld) string {
	names := [...]string{"", "NR", "NC", "NS", "CTS"}
	s := "National marking read as the level of " + names[h.rank] + " by the table of " + ClearanceTableAsOf.Words()
	if !h.verified {
		s += ", a row no official source confirms"
	}
	return s
}

// checkValid is what the date of a clearance says.
type checkValid struct {
	verdict Verdict
	why     string
}

func checkValidity(r *ClearanceRecord, closing Date) checkValid {
	until := r.ValidUntil
	switch {
	case until.IsZero() && r.Status == ClearanceExpired:
		return checkValid{NotMet, " is expired"}
	case until.IsZero() || !until.Valid():
		return checkValid{CannotTell, "; the file gives no day of expiry"}
	case closing.IsZero():
		return checkValid{CannotTell, "; it is valid until " + until.Words() + ", but the vacancy has no closing date to compare it with"}
	}
	on := ", and the closing date is " + closing.Words()
	switch day := closing.Last().Number(); {
	case until.Last().Number() < day:
		return checkValid{NotMet, " is valid until " + until.Words() + ", before the closing date " + closing.Words()}
	case r.Status == ClearanceExpired:
		return checkValid{CannotTell, "; it is said to be expired, yet valid until " + until.Words() + on}
	case until.First().Number() < day:
		return checkValid{Borderline, "; it is valid until " + until.Words() + ", a month without a day" + on}
	}
	return checkValid{Met, "; it is valid until " + until.Words() + on}
}

// checkHeldLevel reads the level of a record by its issuer.
func checkHeldLevel(r *ClearanceRecord) checkHeld {
	if h, ok := checkNATOLevel(string(r.Level)); ok {
		return h
	}
	if r.Issuer == "NATO" {
		h, _ := checkNATOLevel("NATO " + string(r.Level))
		return h
	}
	h := checkHeld{scheme: checkSchemeNational}
	issuer := strings.ToUpper(strings.TrimSpace(r.Issuer))
	if issuer == "EU" || issuer == "" && strings.Contains(strings.ToUpper(string(r.Level)), "EU ") {
		issuer, h.scheme = "EU", checkSchemeEU
	}
	e := clearanceIndex()[clearanceKey{issuer, clearanceFold(string(r.Level))}]
	h.rank, h.verified = e.rank, e.verified
	return h
}

// checkNATOLevel reads a NATO level as an id (NS, CTS-A) or in words (COSMIC TOP SECRET/ATOMAL). "NSA" is not read: it
// also means National Security Authority.
func checkNATOLevel(text string) (checkHeld, bool) {
	h := checkHeld{verified: true}
	switch ClearanceLevel(text) { // the usual spellings, without folding
	case ClearanceNR:
		h.rank = 1
		return h, true
	case ClearanceNC:
		h.rank = 2
		return h, true
	case ClearanceNS:
		h.rank = 3
		return h, true
	case ClearanceCTS:
		h.rank = 4
		return h, true
	case "":
		return checkHeld{}, false
	}
	t := clearanceFold(text)
	for _, caveat := range [...]string{" ATOMAL", " A"} {
		if rest, found := strings.CutSuffix(t, caveat); found {
			t, h.atomal = rest, true
		}
	}
	for _, caveat := range [...]string{" BOHEMIA", " B"} {
		if rest, found := strings.CutSuffix(t, caveat); found {
			t, h.bohemia = rest, true
		}
	}
	switch t {
	case "NR", "NATO RESTRICTED", "NATO DIFFUSION RESTREINTE":
		h.rank = 1
	case "NC", "NATO CONFIDENTIAL", "NATO CONFIDENTIEL":
		h.rank = 2
	case "NS", "NATO SECRET":
		h.rank = 3
	case "CTS", "COSMIC TOP SECRET", "NATO COSMIC TOP SECRET", "COSMIC TRES SECRET":
		h.rank = 4
	case "CTSA":
		h.rank, h.atomal = 4, true
	case "CTSB":
		h.rank, h.bohemia = 4, true
	default:
		return checkHeld{}, false
	}
	return h, true
}
