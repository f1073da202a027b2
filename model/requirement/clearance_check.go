package requirement

import (
	"fmt"
	"strings"

	"shortlist/model/vocab"
)

// This file compares clearances. A clearance is granted up to a level and until a date; a higher valid level covers a
// lower one. ATOMAL and BOHEMIA are extra conditions, not ranks.

// heldLevel is a clearance level that can be compared: rank 1 (restricted) to 4 (top secret), 0 unknown.
type heldLevel struct {
	rank            int8
	atomal, bohemia bool
	scheme          clearanceScheme
	verified        bool
}

// clearanceScheme says whose marking a level is.
type clearanceScheme int8

const (
	schemeNATO clearanceScheme = iota
	schemeEU
	schemeNational
)

func checkClearance(need ClearanceLevel, f Facts, c Context) Finding {
	switch c.ClearanceMode {
	case ClearanceMustAlreadyHold:
		return compareClearances(need, f, c)
	case ClearanceSubjectToReceipt, ClearanceHeaderOnly:
		out := compareClearances(need, f, c)
		if out.Verdict != Met {
			if out.Verdict != NotStated {
				out.Verdict = ToJudge
			}
			out.Why = fmt.Sprintf("Not asked at screening (%s): %s", c.ClearanceMode.Words(), out.Why)
		}
		return out
	}
	return compareClearances(need, f, c)
}

// compareClearances compares every clearance of the file with the level; the best one decides.
func compareClearances(need ClearanceLevel, f Facts, c Context) Finding {
	want, ok := readNATOClearance(vocab.Wire(need))
	fastTrack := c.ClearanceMode == ClearanceMustAlreadyHold
	if need == "" && !fastTrack {
		return Finding{Verdict: statedOr(len(f.Clearances)), Why: "The criterion names no clearance level"}
	}
	if need != "" && !ok {
		return Finding{Verdict: statedOr(len(f.Clearances)), Why: fmt.Sprintf("The level asked (%s) is not a NATO level", need.Words())}
	}
	asked := clearanceInWords(need)
	if need == "" {
		asked = "a valid clearance"
	}
	if len(f.Clearances) == 0 {
		return Finding{Verdict: NotStated, Why: fmt.Sprintf("The file lists no clearance; %s is asked", asked)}
	}
	best, at := Finding{}, -1
	for i := range f.Clearances {
		one := compareClearance(need, want, &f.Clearances[i], c)
		if at < 0 || isBetter(one.Verdict, best.Verdict) {
			best, at = one, i
		}
	}
	r := &f.Clearances[at]
	best.ClearancesUsed = []int{at}
	best.Figures.Clearance = &ClearanceFigures{Level: r.Level, ValidUntil: r.ValidUntil.String()}
	return best
}

func compareClearance(need ClearanceLevel, want heldLevel, r *ClearanceRecord, c Context) Finding {
	name := clearanceRecordWords(r)
	if r.Level == ClearanceLevelNone {
		return Finding{Verdict: NotMet, Why: "The file states that no clearance is held"}
	}
	if r.Status == ClearanceApplied {
		return Finding{Verdict: NotMet, Why: fmt.Sprintf("%s is applied for, not held", name)}
	}
	have := readHeldLevel(r)
	valid := validityOf(r, c.ClosingDate)
	if valid.verdict == NotMet {
		return Finding{Verdict: NotMet, Why: name + valid.why}
	}
	out := compareRank(need, want, have, name, c)
	if out.Verdict != NotMet && have.scheme != schemeEU {
		if why := issuerOpen(r, c.ClosingDate); why != "" {
			out.Verdict = bothVerdict(out.Verdict, ToJudge)
			out.Why += why
		}
	}
	if r.Status == "" {
		out.Assumptions = append(out.Assumptions, "The file does not say whether the clearance is held: read as held")
	}
	if out.Verdict == NotMet {
		return out
	}
	out.Verdict = bothVerdict(out.Verdict, valid.verdict)
	out.Why += valid.why
	return out
}

// issuerOpen says why a clearance may not be NATO's by its issuer; empty if NATO or a nation that was a member on the
// closing date issued it.
func issuerOpen(r *ClearanceRecord, closing Date) string {
	issuer := strings.ToUpper(strings.TrimSpace(r.Issuer))
	if issuer == "" {
		return "; the file does not state who issued it"
	}
	if issuer == "NATO" {
		return ""
	}
	n := natoMember(issuer)
	switch {
	case n == nil:
		return fmt.Sprintf("; it was issued by %s, which is no member of NATO: whether it counts is a person's judgement", issuer)
	case !closing.IsZero() && n.Since.Number() > closing.Last().Number():
		return fmt.Sprintf("; it was issued by %s, which joined NATO only on %s: whether it counts is a person's judgement", issuer, n.Since.Words())
	}
	return ""
}

// clearanceRecordWords is the record in words: "NS (issued by BEL)".
func clearanceRecordWords(r *ClearanceRecord) string {
	level := clearanceInWords(r.Level)
	if level == "" {
		level = "A clearance of unknown level"
	}
	if r.Issuer == "" || r.Issuer == "NATO" || r.Issuer == "EU" {
		return level
	}
	return fmt.Sprintf("%s (issued by %s)", level, r.Issuer)
}

// compareRank compares the level alone.
func compareRank(need ClearanceLevel, want, have heldLevel, name string, c Context) Finding {
	var out Finding
	asked := clearanceInWords(need)
	switch {
	case need == "" && have.scheme == schemeNATO && have.rank > 0:
		out.Assumptions = []string{"The level needed is unknown, not none"}
		out.Verdict, out.Why = Met, fmt.Sprintf("%s is a NATO clearance, and no level is named here", name)
		return out
	case need == "":
		out.Verdict, out.Why = ToJudge, fmt.Sprintf("%s is held, and no level is named here to compare it with", name)
		return out
	case have.rank == 0:
		out.Verdict, out.Why = ToJudge, fmt.Sprintf("%s is not in the table of levels, so it cannot be compared with %s", name, asked)
		return out
	}
	missing := ""
	switch {
	case have.rank < want.rank:
		missing = fmt.Sprintf("%s is below %s", name, asked)
	case want.atomal && !have.atomal:
		missing = fmt.Sprintf("%s is without the ATOMAL access of %s", name, asked)
	case want.bohemia && !have.bohemia:
		missing = fmt.Sprintf("%s is without the BOHEMIA access of %s", name, asked)
	}
	if have.scheme == schemeNational {
		out.Assumptions = []string{clearanceTableNote(have)}
	}
	switch {
	case missing != "" && c.ClearanceMode == ClearanceMustAlreadyHold:
		out.Verdict, out.Why = ToJudge, fmt.Sprintf("%s; an upgrade may be possible", missing)
	case !have.verified:
		out.Verdict, out.Why = ToJudge, fmt.Sprintf("%s is in the table of levels only unconfirmed", name)
	case missing != "":
		out.Verdict, out.Why = NotMet, missing
	case have.scheme == schemeEU:
		out.Verdict, out.Why = ToJudge, fmt.Sprintf("%s is at the level of %s, but an EU clearance is not a NATO one", name, asked)
	case have.scheme == schemeNational:
		out.Verdict, out.Why = Met, fmt.Sprintf("%s is at or above the level of %s", name, asked)
	default:
		out.Verdict, out.Why = Met, fmt.Sprintf("%s covers %s", name, asked)
	}
	return out
}

func clearanceTableNote(h heldLevel) string {
	names := [...]string{"", "NR", "NC", "NS", "CTS"}
	s := fmt.Sprintf("National marking read as the level of %s by the table of %s", names[h.rank], ClearanceTableAsOf.Words())
	if !h.verified {
		s += ", a row no official source confirms"
	}
	return s
}

// validity is what the date of a clearance says.
type validity struct {
	verdict Verdict
	why     string
}

func validityOf(r *ClearanceRecord, closing Date) validity {
	until := r.ValidUntil
	switch {
	case until.IsZero() && r.Status == ClearanceExpired:
		return validity{NotMet, " is expired"}
	case until.IsZero() || !until.Valid():
		return validity{NotStated, "; the file does not state until when it is valid"}
	case closing.IsZero():
		return validity{ToJudge, fmt.Sprintf("; it is valid until %s, and the vacancy states no closing date yet", until.Words())}
	}
	on := fmt.Sprintf(", and the closing date is %s", closing.Words())
	switch day := closing.Last().Number(); {
	case until.Last().Number() < day:
		return validity{NotMet, fmt.Sprintf(" is valid until %s, before the closing date %s", until.Words(), closing.Words())}
	case r.Status == ClearanceExpired:
		return validity{ToJudge, fmt.Sprintf("; it is said to be expired, yet valid until %s%s", until.Words(), on)}
	case until.First().Number() < day:
		return validity{Borderline, fmt.Sprintf("; it is valid until %s, a month without a day%s", until.Words(), on)}
	}
	return validity{Met, fmt.Sprintf("; it is valid until %s%s", until.Words(), on)}
}

// readHeldLevel reads the level of a record by its issuer.
func readHeldLevel(r *ClearanceRecord) heldLevel {
	if h, ok := readNATOClearance(vocab.Wire(r.Level)); ok {
		return h
	}
	if r.Issuer == "NATO" {
		h, _ := readNATOClearance("NATO " + vocab.Wire(r.Level))
		return h
	}
	h := heldLevel{scheme: schemeNational}
	issuer := strings.ToUpper(strings.TrimSpace(r.Issuer))
	if issuer == "EU" || issuer == "" && strings.Contains(strings.ToUpper(vocab.Wire(r.Level)), "EU ") {
		issuer, h.scheme = "EU", schemeEU
	}
	e := clearanceIndex()[clearanceKey{issuer, clearanceFold(vocab.Wire(r.Level))}]
	h.rank, h.verified = e.rank, e.verified
	return h
}

// readNATOClearance reads a NATO level as an id (NS, CTS-A) or in words (COSMIC TOP SECRET/ATOMAL). "NSA" is not read: it
// also means National Security Authority.
func readNATOClearance(text string) (heldLevel, bool) {
	h := heldLevel{verified: true}
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
		return heldLevel{}, false
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
		return heldLevel{}, false
	}
	return h, true
}
