package part

// This file says why something cannot be done now, before it is tried. The model has the last word; this is what the
// help shows beside a key that does nothing.

import (
	"context"
	"errors"
	"fmt"

	"shortlist/model"
	"shortlist/tui/kit"
)

// Refusal is why a command would be refused now; empty if it would not.
func Refusal(env *kit.Env, b *model.View, c model.Command) string {
	if why := WhyReadOnly(env); why != "" {
		return why
	}
	device := b.Home
	if env.File != nil {
		device = env.File.Device()
	}
	return model.Explain(b.May(device, c))
}

// WhyNoMeeting is why there is nothing to settle or to meet about yet; "" once the ratings are revealed.
func WhyNoMeeting(b *model.View) string {
	if !b.Revealed() {
		return "The ratings are not revealed yet: there is nothing to settle."
	}
	return ""
}

// OnChairDevice returns true if this is the chair's laptop.
func OnChairDevice(env *kit.Env, b *model.View) bool {
	return env.File == nil || b.IsChairDevice(env.File.Device())
}

// WhyNotRun says why the one who is working may not run the panel; empty if they may.
func WhyNotRun(env *kit.Env, b *model.View) string {
	if why := WhyReadOnly(env); why != "" {
		return why
	}
	if len(b.Members) == 0 {
		return ""
	}
	switch role := RoleOf(env, b); role {
	case model.Chair, model.RoleSecretary:
		return ""
	case "":
		return "Choose who is working first (@)."
	default:
		return fmt.Sprintf("You are %s here: only the chair or the secretary does this.", withArticle(role))
	}
}

// WhyNotChair says why the one who is working may not act as chair; empty if they may.
func WhyNotChair(env *kit.Env, b *model.View) string {
	if why := WhyNotRun(env, b); why != "" {
		return why
	}
	if len(b.Members) > 0 && RoleOf(env, b) != model.Chair {
		return "Only the chair does this."
	}
	return ""
}

// WhyNotPrepare says why criteria and rules cannot change now; empty if they can.
func WhyNotPrepare(env *kit.Env, b *model.View) string {
	switch b.Phase {
	case model.Preparing:
		return WhyNotRun(env, b)
	case model.Screening:
		return "The rules are sealed. The chair can open them (O), with a reason that every report lists."
	}
	return "The ratings are revealed: criteria and rules stay as they are."
}

// WhyReadOnly is why nothing can be changed; empty if it can.
func WhyReadOnly(env *kit.Env) string {
	if env.File != nil && env.File.ReadOnly() {
		return "This file is open for reading only."
	}
	return ""
}

// RoleOf is the role of the member who is working; empty while nobody is chosen.
func RoleOf(env *kit.Env, b *model.View) model.Role {
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
	return fmt.Sprintf("the %s", r.Words())
}

// Explain words an error for a page. What the user stopped is no fault.
func Explain(err error) string {
	if errors.Is(err, context.Canceled) {
		return "Stopped. Nothing was changed."
	}
	return kit.Clean(model.Explain(err))
}
