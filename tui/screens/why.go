package screens

import (
	"context"
	"errors"

	"shortlist/model"
	"shortlist/tui/kit"
)

// This file says why something cannot be done now, before it is tried. The model has the last word; this is what the
// help shows beside a key that does nothing.

// whyNotRun says why the one who is working may not run the panel; "" where they may.
func whyNotRun(env *kit.Env, b *model.Board) string {
	if why := whyReadOnly(env); why != "" {
		return why
	}
	if len(b.Members) == 0 {
		return ""
	}
	switch role := roleOf(env, b); role {
	case model.Chair, model.RoleSecretary:
		return ""
	case "":
		return "Choose who is working first (@)."
	default:
		return "You are " + withArticle(role) + " here: only the chair or the secretary does this."
	}
}

// whyNotChair says why the one who is working may not act as chair; "" where they may.
func whyNotChair(env *kit.Env, b *model.Board) string {
	if why := whyNotRun(env, b); why != "" {
		return why
	}
	if len(b.Members) > 0 && roleOf(env, b) != model.Chair {
		return "Only the chair does this."
	}
	return ""
}

// whyNotPrepare says why criteria and rules cannot change now; "" where they can.
func whyNotPrepare(env *kit.Env, b *model.Board) string {
	switch b.Phase {
	case model.Preparing:
		return whyNotRun(env, b)
	case model.Screening:
		return "The rules are sealed. The chair can open them (O), with a reason that every report lists."
	}
	return "The ratings are revealed: criteria and rules stay as they are."
}

func whyReadOnly(env *kit.Env) string {
	if env.File != nil && env.File.ReadOnly() {
		return "This file is open for reading only."
	}
	return ""
}

func roleOf(env *kit.Env, b *model.Board) model.Role {
	if m := b.Member(env.Me); m != nil && !m.Removed {
		return m.Role
	}
	return ""
}

func withArticle(r model.Role) string {
	switch r {
	case model.RoleObserver:
		return "an observer"
	case model.RoleMember:
		return "a member"
	}
	return "the " + string(r)
}

// explain words an error for a page. What the user stopped is no fault.
func explain(err error) string {
	if errors.Is(err, context.Canceled) {
		return "Stopped. Nothing was changed."
	}
	return kit.Clean(model.Explain(err))
}
