package prepare

// This file says on the vacancy page what comes next for whoever is working.

import (
	"fmt"
	"strings"

	"shortlist/model"
	"shortlist/tui/kit"
	"shortlist/tui/screens/part"
)

// nextStep says in a line what to do next, or for whom the panel waits.
func nextStep(env *kit.Env, b *model.View) string {
	switch m := b.Member(env.Me); {
	case part.WhyReadOnly(env) != "":
		return ""
	case m == nil && len(b.Members) == 0:
		return "Next: @ takes your name. Whoever comes first is the chair."
	case m == nil:
		return "Next: say who is working: @."
	case b.Phase == model.Preparing:
		return nextToPrepare(env, b, m.Role)
	case b.Phase == model.Screening:
		return nextToScreen(env, b, m)
	case b.Phase == model.Decided:
		return "Next: x writes the papers."
	case m.Role != model.Chair || !part.OnChairDevice(env, b):
		return "Next: the panel meets. The chair settles what differs, and decides, on the chair's laptop; the matrix shows all ratings here too."
	}
	return fmt.Sprintf("Next: on the ranking page Q lists what the panel has to settle (V shows it to the room), then D decides. %s left.",
		model.Count(b.Candidates-b.DecidedCount, "candidate", "candidates"))
}

func nextToPrepare(env *kit.Env, b *model.View, role model.Role) string {
	runs := role == model.Chair || role == model.RoleSecretary
	switch {
	case !part.OnChairDevice(env, b):
		return "Next: the rules are not sealed. The chair does that, and sends a bundle then: b on the panel page, then m takes it in."
	case !runs:
		return "Next: chair and secretary prepare, then the chair seals the rules, and rating begins."
	case len(b.Criteria) == 0:
		return "Next: + takes the criteria in line after line, from the published page."
	case b.Unseen() > 0:
		return fmt.Sprintf("Next: look at %s of the reader (! goes there, y when looked at), then L seals the rules.", model.Count(b.Unseen(), "warning", "warnings"))
	case b.Unchecked() > 0:
		return fmt.Sprintf("Next: compare %s with the posting (y when it is right), then L seals the rules.", model.Count(b.Unchecked(), "criterion", "criteria"))
	case b.Vacancy.ClosingDate.IsZero():
		return "Next: E takes the closing date, as of which experience is counted; then L seals the rules."
	case b.Candidates == 0:
		return "Next: i takes candidates in. L seals the rules, before or after."
	case len(b.Raters()) < b.Rules.MinAssessors:
		return "Next: put the panel together (tab goes to Panel), then L seals the rules."
	case role != model.Chair:
		return "Next: the chair looks through the rules (T) and seals them (L)."
	}
	return "Next: T looks through the rules (cut line, hidden names, ties); L seals them, and rating begins."
}

// nextToScreen is first one's own work, then what has to be done for the others.
func nextToScreen(env *kit.Env, b *model.View, m *model.Member) string {
	home := part.OnChairDevice(env, b)
	if b.Candidates == 0 {
		if home && (m.Role == model.Chair || m.Role == model.RoleSecretary) {
			return "Next: i takes candidates in."
		}
		return "Next: there are no candidates yet. The chair takes them in."
	}
	if m.Role.Votes() {
		if own := nextToRate(b); own != "" {
			return own
		}
	}
	missing := b.Missing()
	switch {
	case !home && m.Role.Votes():
		return "Next: you have submitted everything. Send it to the chair: b on the panel page, then w. What they send back comes in with m."
	case !home:
		return "Next: the members rate. What the chair sends comes in with b on the panel page, then m."
	case m.Role == model.Chair && missing == 0:
		return "Next: everybody has submitted. R on the ranking page reveals the ratings."
	case m.Role == model.Chair:
		return nextToCollect(env, b, missing) + " Then R on the ranking page reveals the ratings."
	case m.Role == model.RoleSecretary:
		return "Next: the members rate. The panel page says how many each submitted; U there returns an assessment. The chair reveals once all have."
	case m.Role.Votes():
		return "Next: you have submitted everything. The chair reveals the ratings once all have."
	}
	return "Next: the members rate. The chair reveals the ratings once all have submitted."
}

// nextToCollect says whose assessments are missing, and how they come: from a laptop of the member's own, or by turns here.
func nextToCollect(env *kit.Env, b *model.View, missing int) string {
	left := b.MissingOf()
	var who []string
	away, here := false, false
	for _, m := range b.Raters() {
		if n := left[m.ID]; n > 0 {
			who = append(who, fmt.Sprintf("%s %d", kit.Clean(m.Name), n))
			if env.File != nil && b.SignsOnOwnDevice(m.ID, env.File.Device()) {
				away = true
			} else {
				here = true
			}
		}
	}
	s := fmt.Sprintf("Next: %s missing (%s).", model.Count(missing, "assessment is", "assessments are"), strings.Join(who, ", "))
	if away {
		s += " b on the panel page sends bundles and takes in what comes back."
	}
	if here {
		s += " @ hands this laptop to whoever rates on it."
	}
	return s
}

// nextToRate is what a member has not done yet alone.
func nextToRate(b *model.View) string {
	todo := b.ToDo()
	switch {
	case b.Rules.Declarations && todo.Undeclared > 0:
		return fmt.Sprintf("Next: say whether you have a conflict of interest (I), %s left.", model.Count(todo.Undeclared, "candidate", "candidates"))
	case len(todo.Returned) > 0:
		return fmt.Sprintf("Next: %s came back to you. The reason stands beside the ratings: look again, then submit (s).", model.ListOf(todo.Returned, 4))
	case todo.Unsubmitted > 0:
		return fmt.Sprintf("Next: rate, then submit (s): tab goes to the candidates, enter opens one. %s left.", model.Count(todo.Unsubmitted, "candidate", "candidates"))
	}
	return ""
}
