package part

// This file holds what is told with a declaration: how a member knows a candidate, in their own words, and how the chair
// reads it.

import (
	"context"
	"fmt"
	"strings"

	"shortlist/model"
	"shortlist/tui/kit"
)

// TellKey asks for the words that go with a declaration.
var TellKey = kit.Reason.As("tell", "Tell the chair how you know the candidate. You go on rating, unless you recused yourself.")

// AskDisclosure asks how the member knows the candidate, and calls then once there are words. A recused member stays
// recused and says why; everybody else goes on rating.
func AskDisclosure(b *model.View, c model.CandidateID, name string, then func()) []kit.Effect {
	who := c.String()
	if b.Hidden() {
		who = name
	}
	interest, title := model.Disclosed, "What should the chair know about you and "+who+"?"
	text := "You go on rating. Chair and secretary read it now, the panel after the reveal. If you cannot judge freely, recuse yourself instead (X)."
	note := "Told: the chair reads it, and you go on rating."
	if b.Own(c).Interest == model.Recused {
		interest, title = model.Recused, "Why are you recused from "+who+"?"
		text = "You stay recused. Chair and secretary read it now, the panel after the reveal."
		note = "Told: the chair reads it."
	}
	return []kit.Effect{kit.Prompt{Title: title, Text: text, Lines: 3, Check: Required("Say it in a few words, or press esc."), Done: func(words string) []kit.Effect {
		then()
		return []kit.Effect{kit.Submit{Command: model.DeclareConflict{Candidate: c, Interest: interest, Words: words}, Note: note}}
	}}}
}

// DisclosedKey is the key of the answer that holds what a member told.
const DisclosedKey = "disclosed"

// mostDisclosed bounds how many words are read at once.
const mostDisclosed = 40

// ReadDisclosures reads what a member told, with the words that lie with the candidates.
func ReadDisclosures(env *kit.Env, b *model.View, m model.MemberID) []kit.Effect {
	file, hidden := env.File, b.Hidden()
	var list []model.Disclosure
	for _, d := range b.Disclosures() {
		if d.Member == m {
			list = append(list, d)
		}
	}
	more := max(0, len(list)-mostDisclosed)
	list = list[:len(list)-more]
	return []kit.Effect{kit.Run{Key: DisclosedKey, Label: "Reading what was declared", Work: func(ctx context.Context, _ func(string)) (any, error) {
		var lines []string
		for _, d := range list {
			if err := ctx.Err(); err != nil {
				return nil, err
			}
			line := d.Candidate.String() + " declared"
			if d.Interest == model.Recused {
				line = d.Candidate.String() + " recused"
			}
			if !d.Words.IsZero() {
				x, err := file.Dossier(d.Candidate)
				if err != nil {
					return nil, err
				}
				words := x.Text(d.Words)
				if hidden {
					words = model.Scrub(words, x.Person)
				}
				line += ": " + kit.Clean(words)
			}
			lines = append(lines, line)
		}
		if more > 0 {
			lines = append(lines, fmt.Sprintf("and %d more", more))
		}
		return strings.Join(lines, "\n"), nil
	}}}
}

// WhoDisclosed are the members who told something that the viewer may read.
func WhoDisclosed(b *model.View) map[model.MemberID]bool {
	out := map[model.MemberID]bool{}
	for _, d := range b.Disclosures() {
		out[d.Member] = true
	}
	return out
}
