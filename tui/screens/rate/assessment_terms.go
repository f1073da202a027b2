package rate

// This file goes through a candidate's file by the terms of the criterion, and says which evidence is quoted twice.

import (
	"strings"

	"shortlist/model"
	"shortlist/tui/kit"
	"shortlist/tui/screens/part"
)

// toTerm goes to the next line of the file with a term of the criterion, or the one before.
func (a *assessment) toTerm(by int) []kit.Effect {
	k, ok := a.criterion()
	if !ok {
		return nil
	}
	n, first := len(a.file.Lines), a.file.At+by
	if !a.inFile && by > 0 {
		first = a.file.At // not looked at yet
	}
	for i := first; i >= 0 && i < n; i += by {
		if l := a.file.Lines[i]; l.Source != "" && len(a.terms.In(l.Text)) > 0 {
			a.inFile = true
			a.file.GoTo(i)
			return []kit.Effect{kit.Note{Text: "In this line: " + strings.Join(a.terms.Words(l.Text), ", ") + "."}}
		}
	}
	where := "below"
	if by < 0 {
		where = "above"
	}
	return []kit.Effect{kit.Note{Text: "No word of " + a.board.Label(k.ID) + " " + where + " in this file. That says nothing of whether it is met."}}
}

// termActions are the keys that go from term to term.
func (a *assessment) termActions() []part.Action {
	why := a.whyNoFile()
	return []part.Action{
		part.On(kit.NextTerm.Unless(why), func() []kit.Effect { return a.toTerm(1) }),
		part.On(kit.PrevTerm.Unless(why), func() []kit.Effect { return a.toTerm(-1) }),
	}
}

// sharedEvidence names the other criteria for which the member quoted the same passage, or part of it.
func (a *assessment) sharedEvidence(k model.CriterionID, quote string) []string {
	quote = quoted(quote)
	var out []string
	for _, r := range a.board.Own(a.candidate).Ratings {
		if r.Criterion == k || quote == "" {
			continue
		}
		for _, e := range r.Evidence {
			other := quoted(a.text(e))
			if other != "" && (strings.Contains(other, quote) || strings.Contains(quote, other)) {
				out = append(out, a.board.Label(r.Criterion))
				break
			}
		}
	}
	return out
}

// quoted is a quote without the line that says where it stands, spaces made single.
func quoted(text string) string {
	if i := strings.LastIndex(text, "\n— "); i >= 0 {
		text = text[:i]
	}
	return strings.Join(strings.Fields(text), " ")
}
