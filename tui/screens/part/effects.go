package part

// This file makes the effects that many pages return: a change, a form, another page.

import (
	"shortlist/model"
	"shortlist/tui/kit"
)

// SubmitAndClose is the change a form leads to; then the form closes.
func SubmitAndClose(c model.Command, note string) []kit.Effect {
	return []kit.Effect{kit.Submit{Command: c, Note: note, Then: []kit.Effect{kit.Pop{}}}}
}

// Submit is a change with what is said once it is stored.
func Submit(c model.Command, note string) []kit.Effect {
	return []kit.Effect{kit.Submit{Command: c, Note: note}}
}

// PushForm is the effect that shows a form.
func PushForm(path string, k model.CriterionID) []kit.Effect {
	return []kit.Effect{kit.Push{Route: kit.Route{Screen: kit.Criterion, Criterion: k, Path: path}}}
}

// PushCase leads to a page, of a candidate and a criterion.
func PushCase(n kit.Name, c model.CandidateID, k model.CriterionID) []kit.Effect {
	return []kit.Effect{kit.Push{Route: kit.Route{Screen: n, Candidate: c, Criterion: k}}}
}
