package rate

// This file holds what the assessment screen does before a member declared: it asks first, and the file stays closed.

import (
	"shortlist/model"
	"shortlist/tui/kit"
	"shortlist/tui/screens/part"
)

// undeclared returns true if the member has to declare before the file opens.
func (a *assessment) undeclared() bool { return a.board.MustDeclare(a.candidate) }

// shut returns true if the file stays closed to the member.
func (a *assessment) shut() bool { return a.recused() || a.undeclared() }

// declareActions are the keys while a declaration is asked for.
func (a *assessment) declareActions() []part.Action {
	why := part.Refusal(a.env, a.board, model.DeclareConflict{Candidate: a.candidate, Interest: model.NoConflict})
	declare := func(i model.Interest) func() []kit.Effect {
		return func() []kit.Effect { return declareFor(a.board, a.candidate, i, "") }
	}
	if a.board.Hidden() {
		return append([]part.Action{part.On(kit.Declare, func() []kit.Effect { return part.PushCase(kit.Interests, 0, 0) })}, a.goActions()...)
	}
	return append([]part.Action{
		part.On(kit.NoneHere.Unless(why), declare(model.NoConflict)),
		part.On(part.TellKey.Unless(why), func() []kit.Effect { return part.AskDisclosure(a.board, a.candidate, "", func() {}) }),
		part.On(kit.Recuse.Unless(why), declare(model.Recused)),
		part.On(kit.NoneRest.Unless(why), func() []kit.Effect { return askDeclareRest(len(a.board.LeftToDeclare())) }),
		part.On(kit.Declare, func() []kit.Effect { return part.PushCase(kit.Interests, a.candidate, 0) }),
	}, a.goActions()...)
}

// declareLines ask for the declaration in place of the file.
func (a *assessment) declareLines(width int) []string {
	if a.board.Hidden() {
		return a.env.Text.Wrap("The files open once you have declared, name by name, whether you have a conflict of interest.\n\n"+
			"I  the list of the names\n\nNo name there leads to a file, and no file to a name: so they open together.", width)
	}
	f := part.CaseFile{Dossier: a.dossiers[a.candidate], Trouble: a.trouble}
	out := knowing(a.env, a.candidate, &a.names, &f, width)
	return append(append(out, ""), a.env.Text.Wrap("Do you know this person in a way that keeps you from judging freely? The file opens once you have declared.\n\n"+
		"n  no conflict of interest\nr  something the chair should know; you go on rating\nX  a conflict: you neither read nor rate this file; the chair sees it\nN  none with all who are left\nI  the list of all candidates", width)...)
}
