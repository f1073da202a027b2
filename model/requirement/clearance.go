package requirement

import (
	"fmt"
	"regexp"
	"strings"

	"shortlist/model/vocab"
)

// This file reads clauses that ask for a security clearance, and the levels wherever they are named. ATOMAL and
// BOHEMIA are extra conditions, not ranks.

var (
	clearancePattern = lazy(`\bclearance\b|\bsecurity[- ]cleared\b|\bhabilitation\b|\bcleared to\b|\breliability status\b|\bcote de (?:securite|fiabilite)\b`)
	atomalPattern    = lazy(`atomal|\bcts-?a\b`)
	bohemiaPattern   = lazy(`bohemia|\bcts-?b\b`)
)

// clearanceNames lists how the levels are written, the more particular first. The short forms are looked for in
// the raw text, since small letters mean something else; "NSA" beside them is a National Security Authority.
var clearanceNames = []struct {
	level ClearanceLevel
	raw   bool
	words func() *regexp.Regexp
}{
	{ClearanceCTS, false, lazy(`\bcosmic\b[ -]*(?:top|tres)[ -]*secret`)},
	{ClearanceCTS, true, lazy(`\bCTS(?:-?[AB])?\b`)},
	{"OCCAR SECRET", false, lazy(`\boccar[ -]*secret\b`)},
	{"OCCAR CONFIDENTIAL", false, lazy(`\boccar[ -]*confidential\b`)},
	{"TS-UE/EU-TS", false, lazy(`\btres secret ue\b|\beu top secret\b`)},
	{"S-UE/EU-S", false, lazy(`\bsecret ue\b|\beu secret\b`)},
	{"C-UE/EU-C", false, lazy(`\bconfidentiel ue\b|\beu confidential\b`)},
	{ClearanceNS, false, lazy(`\bnato[ -]*secret\b|\bsecret[ -]*otan\b|\botan[ -]*secret\b`)},
	{ClearanceNC, false, lazy(`\bnato[ -]*confidential\b|\bconfidentiel[ -]*otan\b|\botan[ -]*confidentiel\b`)},
	{ClearanceNR, false, lazy(`\bnato[ -]*restricted\b|\bdiffusion restreinte[ -]*otan\b`)},
	{ClearanceNS, true, lazy(`\bNS\b`)},
	{ClearanceNC, true, lazy(`\bNC\b`)},
	{ClearanceNR, true, lazy(`\bNR\b`)},
	{"TOP SECRET", false, lazy(`\btop secret\b|\btres secret\b`)},
	{"SECRET", false, lazy(`\bsecret\b`)},
	{"CONFIDENTIAL", false, lazy(`\bconfidential\b[^.;]{0,20}\b(?:level|clearance)|\bclearance\b[^.;]{0,30}\bconfidential\b`)},
	{"RELIABILITY STATUS", false, lazy(`\breliability (?:status|level|clearance)|\bcote de fiabilite\b`)},
}

// ClearanceNamed is the clearance level that a text names, empty if it names none. A caller must know already
// that the text is about clearance: "secretary" is safe, "secret ballot" is not.
func ClearanceNamed(text string) ClearanceLevel {
	low := Fold(text)
	for _, n := range clearanceNames {
		s := low
		if n.raw {
			s = text
		}
		if !n.words().MatchString(s) {
			continue
		}
		switch {
		case strings.Contains("CTS NS NC", vocab.Wire(n.level)) && atomalPattern().MatchString(low):
			return n.level + "-A"
		case n.level == ClearanceCTS && bohemiaPattern().MatchString(low):
			return n.level + "-B"
		}
		return n.level
	}
	return ""
}

// KindClearance asks for a security clearance.
const KindClearance Kind = "clearance"

var clearanceKind = kindRow{
	kind: KindClearance, words: "clearance", place: 40, read: readClearance,
	factual: true, dated: true,
	check:   func(r Requirement, f Facts, c Context) Finding { return checkClearance(r.Clearance, f, c) },
	matters: func(Requirement) []string { return []string{FactClearances} },
	sentence: func(r Requirement) string {
		if r.Clearance == "" {
			return "no level named"
		}
		return clearanceInWords(r.Clearance)
	},
	vague:  func(r Requirement) bool { return r.Clearance == "" },
	exact:  true,
	covers: func(have, need Requirement) bool { return ClearanceCovers(have.Clearance, need.Clearance) },
	sealed: []sealedPart{{4, func(w *strings.Builder, r *Requirement) {
		if r.Clearance != "" {
			fmt.Fprintf(w, " clearance=%s", vocab.Wire(r.Clearance))
		}
	}}},
	fields: func(r Requirement) []Field {
		return []Field{{
			Name: "clearance", Label: "Clearance", Value: vocab.Wire(r.Clearance),
			Description: "NR, NC, NS, CTS, CTS-A (ATOMAL), CTS-B (BOHEMIA), or a national level as written; empty where none is stated.",
		}}
	},
	answered: func(answer func(string) string, _ Requirement) Requirement {
		return Requirement{Clearance: ClearanceLevel(strings.ToUpper(answer("clearance")))}
	},
}

func clearanceInWords(l ClearanceLevel) string {
	s := strings.Replace(l.Words(), "-A", "/ATOMAL", 1)
	if l == ClearanceCTSB {
		s = "CTS/BOHEMIA"
	}
	return s
}

// ClearanceCovers returns true if a clearance of one level satisfies another; never if either is not a NATO level.
func ClearanceCovers(have, need ClearanceLevel) bool {
	h, known := readNATOClearance(vocab.Wire(have))
	n, asked := readNATOClearance(vocab.Wire(need))
	return known && asked && h.rank >= n.rank && (h.atomal || !n.atomal) && (h.bohemia || !n.bohemia)
}

func readClearance(c clause) (Requirement, bool) {
	at := first(clearancePattern(), c.low)
	if at < 0 || judgedBefore(c.low, at) && !strings.Contains(c.low[:at], "able to") && !strings.Contains(c.low[:at], "abilit") {
		return Requirement{}, false
	}
	return Requirement{Clearance: ClearanceNamed(c.raw)}, true
}
