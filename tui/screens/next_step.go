package screens

import (
	"fmt"

	"shortlist/model"
	"shortlist/tui/kit"
)

// This file says on the vacancy page what comes next for whoever is working.

// nextStep says in a line what to do next; "" where that is for others.
func nextStep(env *kit.Env, b *model.Board) string {
	switch b.Phase {
	case model.Preparing:
		if whyNotRun(env, b) != "" {
			return ""
		}
		return nextToPrepare(b)
	case model.Screening:
		return nextToScreen(env, b)
	}
	if m := b.Member(env.Me); m == nil || m.Role != model.Chair || !atHome(env, b) {
		return ""
	}
	if b.Phase == model.Decided {
		return "Next: x writes the papers."
	}
	return "Next: on the ranking page Q lists what the panel has to settle, then D decides."
}

func nextToPrepare(b *model.Board) string {
	switch {
	case len(b.Criteria) == 0:
		return "Next: + takes the criteria in line after line, from the published page."
	case b.Unseen() > 0:
		return fmt.Sprintf("Next: look at %s of the reader (! goes there, y when looked at), then L seals the rules.", count(b.Unseen(), "warning", "warnings"))
	case b.Unchecked() > 0:
		return fmt.Sprintf("Next: compare %s with the posting (y when it is right), then L seals the rules.", count(b.Unchecked(), "criterion", "criteria"))
	case b.Vacancy.ClosingDate.IsZero():
		return "Next: E takes the closing date, as of which experience is counted; then L seals the rules."
	case b.Candidates == 0:
		return "Next: i takes candidates in. L seals the rules, before or after."
	case len(b.Raters()) < b.Rules.MinAssessors:
		return "Next: put the panel together (tab goes to Panel), then L seals the rules."
	}
	return "Next: L seals the rules, and rating begins."
}

// nextToScreen is first one's own work, then what the chair has to do for the others.
func nextToScreen(env *kit.Env, b *model.Board) string {
	m := b.Member(env.Me)
	if m == nil {
		return ""
	}
	runs := m.Role == model.Chair || m.Role == model.RoleSecretary
	if b.Candidates == 0 {
		if runs && atHome(env, b) {
			return "Next: i takes candidates in."
		}
		return ""
	}
	if m.Role.Votes() {
		if own := nextToRate(b, m.ID); own != "" {
			return own
		}
		if !atHome(env, b) {
			return "Next: you have submitted everything. Send it to the chair: b on the panel page, then w."
		}
	}
	switch missing := b.Missing(); {
	case m.Role != model.Chair || !atHome(env, b):
		return ""
	case missing > 0:
		return fmt.Sprintf("Next: %s missing from the members; b on the panel page takes in what they send. Then R on the ranking page reveals the ratings.", count(missing, "assessment is", "assessments are"))
	}
	return "Next: everybody has submitted. R on the ranking page reveals the ratings."
}

// nextToRate is what a member has not done yet alone.
func nextToRate(b *model.Board, me model.MemberID) string {
	gone := map[model.CandidateID]bool{}
	for _, d := range b.Decisions {
		if d.Outcome == model.Withdrawn {
			gone[d.Candidate] = true
		}
	}
	undeclared, left := b.Candidates-len(gone), b.Candidates-len(gone)
	for i := range b.Assessments {
		a := &b.Assessments[i]
		if a.Member != me || gone[a.Candidate] {
			continue
		}
		if a.Interest != "" {
			undeclared--
		}
		if a.State == model.Submitted || a.Interest == model.Recused {
			left--
		}
	}
	switch {
	case b.Rules.Declarations && undeclared > 0:
		return fmt.Sprintf("Next: say whether you have a conflict of interest: I on the candidates page, %s left.", count(undeclared, "candidate", "candidates"))
	case left > 0:
		return fmt.Sprintf("Next: rate, then submit (s): tab goes to the candidates, enter opens one. %s left.", count(left, "candidate", "candidates"))
	}
	return ""
}

// atHome tells whether this is the chair's laptop.
func atHome(env *kit.Env, b *model.Board) bool { return env.File == nil || b.AtHome(env.File.Device()) }
