package panel

// This file holds PINs on the page of the panel: members set their own, and the chair takes away a forgotten one with a
// reason.

import (
	"shortlist/model"
	"shortlist/tui/kit"
	"shortlist/tui/screens/part"
)

// pinAction returns the key for the PIN of the selected member.
func (s *panel) pinAction(m model.Member, ok bool) part.Action {
	if !ok || m.ID == s.env.Me {
		return part.Emit(kit.PINKey.Unless(s.whyNoPIN()), kit.OwnPIN{})
	}
	key := kit.PINKey.As("take PIN away", "Take away the PIN that this member forgot, with a reason that everybody reads.")
	return part.On(key.Unless(s.whyNotTake(m)), func() []kit.Effect { return takePIN(m) })
}

// whyNoPIN says why the viewer cannot set a PIN now; empty if they can.
func (s *panel) whyNoPIN() string {
	switch {
	case part.WhyReadOnly(s.env) != "":
		return part.WhyReadOnly(s.env)
	case s.env.File != nil && !s.board.IsChairDevice(s.env.File.Device()):
		return "On this laptop only you work: you need no PIN. One is for members who take turns at the chair's laptop."
	case part.RoleOf(s.env, s.board) == "":
		return "Choose who is working first (@)."
	}
	return ""
}

// whyNotTake says why the PIN of another member cannot be taken away; empty if it can.
func (s *panel) whyNotTake(m model.Member) string {
	switch {
	case s.whyNoPIN() != "":
		return s.whyNoPIN()
	case part.RoleOf(s.env, s.board) != model.Chair:
		return "Everybody sets their own PIN: select your own line. A forgotten one is taken away by the chair."
	case !s.hasPIN(m.ID):
		return kit.Clean(m.Name) + " has no PIN. Everybody sets their own: select your own line for yours."
	}
	return ""
}

func (s *panel) hasPIN(m model.MemberID) bool {
	return s.env.File != nil && s.board.AsksPIN(m, s.env.File.Device())
}

// takePIN asks why a forgotten PIN is taken away.
func takePIN(m model.Member) []kit.Effect {
	name := kit.Clean(m.Name)
	return []kit.Effect{kit.Prompt{
		Title: "Why is the PIN of " + name + " taken away?",
		Text: "Until " + name + " sets a new one, their name can be chosen on this laptop without it. The reason stands in the history for " +
			"everybody, and " + name + " is told at their next turn.",
		Lines: 2, Check: part.Required("Taking somebody's PIN away needs a reason."),
		Done: func(reason string) []kit.Effect {
			return part.Submit(model.RemovePIN{Member: m.ID, Reason: reason}, "The PIN of "+name+" is taken away. "+name+" is told at their next turn.")
		},
	}}
}
