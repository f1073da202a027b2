package part

// This file holds small texts that several pages say in the same words.

import (
	"fmt"
	"strings"
	"unicode"

	"shortlist/model"
	"shortlist/model/requirement"
	"shortlist/tui/kit"
)

// FirstNonEmpty is the first text, or the second if the first is empty.
func FirstNonEmpty(s, t string) string {
	if s != "" {
		return s
	}
	return t
}

// Assumption finds wording that tells of an assumption instead of evidence; empty if there is none.
func Assumption(s string) string {
	words := strings.FieldsFunc(requirement.Fold(s), func(r rune) bool { return !unicode.IsLetter(r) })
	s = " " + strings.Join(words, " ") + " "
	for _, w := range []string{"seems", "seemingly", "appears", "apparently", "most likely", "presumably", "probably", "i assume", "i guess"} {
		if strings.Contains(s, " "+w+" ") {
			return w
		}
	}
	return ""
}

// DisclosureWords tells chair and secretary who is recused, who declared something, and which candidates have too few
// assessors left.
func DisclosureWords(b *model.View) string {
	recused, told := map[model.MemberID][]model.CandidateID{}, map[model.MemberID][]model.CandidateID{}
	for _, d := range b.Disclosures() {
		if d.Interest == model.Recused {
			recused[d.Member] = append(recused[d.Member], d.Candidate)
		} else {
			told[d.Member] = append(told[d.Member], d.Candidate)
		}
	}
	named := func(lead, link string, of map[model.MemberID][]model.CandidateID) string {
		var parts []string
		for _, m := range b.Members {
			if list := of[m.ID]; len(list) > 0 {
				parts = append(parts, kit.Clean(m.Name)+link+model.ListOf(list, 8))
			}
		}
		if len(parts) == 0 {
			return ""
		}
		return lead + strings.Join(parts, "; ") + ". "
	}
	return strings.TrimSpace(named("Recused: ", " from ", recused) + named("Declared something (enter reads it): ", " on ", told) + QuorumWords(b))
}

// QuorumWords warns of candidates whom recusals leave with too few assessors; empty if there is none.
func QuorumWords(b *model.View) string {
	short, _ := b.Short()
	if len(short) == 0 {
		return ""
	}
	return fmt.Sprintf("Recusals leave fewer than %d assessors for %s: put somebody else on the panel for them.", b.Quorum(), model.ListOf(short, 8))
}

// NonEmptyLines are the lines of a text that have words.
func NonEmptyLines(text string) []string {
	var out []string
	for _, l := range strings.Split(text, "\n") {
		if l = strings.Join(strings.Fields(l), " "); l != "" {
			out = append(out, l)
		}
	}
	return out
}

// ClearanceWords is what the posting says of clearance, in a line.
func ClearanceWords(v model.Vacancy) string {
	s := "clearance " + v.Clearance.Level.Words()
	if v.Clearance.Level == "" {
		if v.Clearance.Mode == requirement.ClearanceNone && !v.FastTrack {
			return ""
		}
		s = "clearance, level not stated"
	}
	if v.Clearance.Mode != requirement.ClearanceNone {
		s += ", " + v.Clearance.Mode.Words()
	}
	if v.FastTrack {
		s += " (fast track)"
	}
	return s
}
