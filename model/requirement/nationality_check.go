package requirement

import (
	"fmt"
	"strings"
)

// This file compares nationalities with the members of NATO or with a narrower list of a posting. Any one
// nationality on the list is enough.

// checkNationality compares the nationalities of a file with the nations accepted, ISO 3166 alpha-3; no nations
// means the members of NATO, as they were on the closing date.
func checkNationality(nations []string, f Facts, c Context) Finding {
	if len(f.Nationalities) == 0 {
		return Finding{Verdict: NotStated, Why: "The file states no nationality"}
	}
	among, list := "on", "the list of the posting"
	if len(nations) == 0 {
		among, list = "among", fmt.Sprintf("the 32 members of NATO (list as of %s)", NatoMembersAsOf.Words())
	}
	var later *Nation
	known := true
	for _, code := range f.Nationalities {
		code = strings.ToUpper(strings.TrimSpace(code))
		if !isNationCode(code) {
			known = false
			continue
		}
		if len(nations) > 0 {
			for _, n := range nations {
				if strings.EqualFold(n, code) {
					return Finding{Verdict: Met, Why: fmt.Sprintf("%s is %s %s", nationAtStart(code), among, list)}
				}
			}
			continue
		}
		if n := natoMember(code); n != nil {
			if c.ClosingDate.IsZero() || n.Since.Number() <= c.ClosingDate.Last().Number() {
				return Finding{Verdict: Met, Why: fmt.Sprintf("%s is %s %s", nationAtStart(n.Code), among, list)}
			}
			later = n
		}
	}
	switch {
	case !known:
		return Finding{Verdict: ToJudge, Why: "A nationality in the file is not a known code"}
	case later != nil:
		return Finding{Verdict: NotMet, Why: fmt.Sprintf("%s joined NATO on %s, after the closing date %s", nationAtStart(later.Code), later.Since.Words(), c.ClosingDate.Words())}
	}
	return Finding{Verdict: NotMet, Why: nationsNotAmong(f.Nationalities) + " " + among + " " + list}
}

func isNationCode(code string) bool {
	for _, r := range code {
		if r < 'A' || r > 'Z' {
			return false
		}
	}
	return len(code) == 3
}

// nationAtStart names a nation at the beginning of a sentence; one that the program has no name for keeps its code.
func nationAtStart(code string) string {
	switch code {
	case "GBR", "NLD", "USA":
		return fmt.Sprintf("The %s", NationName(code))
	}
	if NationName(code) == code {
		return fmt.Sprintf("The nationality %s", code)
	}
	return nationWithCode(code)
}

// nationWithCode names a nation; one that is no member of NATO has its code beside the name.
func nationWithCode(code string) string {
	if name := NationName(code); name != code && natoMember(code) == nil {
		return name + " (" + code + ")"
	}
	return NationName(code)
}

func nationsNotAmong(codes []string) string {
	if len(codes) == 1 {
		return fmt.Sprintf("%s is not", nationAtStart(strings.ToUpper(strings.TrimSpace(codes[0]))))
	}
	out := make([]string, len(codes))
	for i, code := range codes {
		out[i] = nationWithCode(strings.ToUpper(strings.TrimSpace(code)))
	}
	return fmt.Sprintf("None of the nationalities in the file (%s) is", strings.Join(out, ", "))
}
