package tui

// This file finds out which member is working. Several members may take turns at one laptop, and each sees only what they may
// see.

import (
	tea "charm.land/bubbletea/v2"

	"shortlist/model"
	"shortlist/tui/kit"
)

// chooseWorker chooses the member who is working after a file was opened, or asks.
func (a *App) chooseWorker() tea.Cmd {
	panel := a.board.Panel()
	if m := a.board.Member(a.env.File.Worker(&a.board.Common)); m != nil && !m.Removed {
		return a.workAs(m.ID)
	}
	if m := a.board.Member(a.opts.Me); m != nil && !m.Removed {
		return a.signIn(m.ID)
	}
	if len(panel) == 1 {
		return a.signIn(panel[0].ID)
	}
	return a.askWho("")
}

// askWho asks who is working. If why is not empty, it is shown as the reason for asking. If nobody is on the panel yet, it asks
// for the name of the chair.
func (a *App) askWho(why string) tea.Cmd {
	panel := a.board.Panel()
	switch {
	case a.env.File == nil:
		return a.warn("No vacancy is open: open one first.")
	case len(panel) == 0 && a.env.File.ReadOnly():
		return nil
	case len(panel) == 0:
		return a.askChairName()
	}
	if m := a.board.Member(a.env.File.Worker(&a.board.Common)); m != nil && !m.Removed {
		return tea.Batch(a.workAs(m.ID), a.say("On this laptop "+m.Name+" works: the card on it is theirs. Others work on their own, or on the chair's."))
	}
	text := "Everybody on the panel rates alone: choose your own name. @ switches later."
	if why != "" {
		text = why
	}
	c := &listPicker{title: "Who is working?", text: text}
	for _, m := range panel {
		says := m.Role.Words() + ": " + m.Role.Description()
		not := ""
		switch {
		case a.whyNotHere(m.ID) != "":
			not = "works on a laptop of their own"
		case a.asksPIN(m.ID):
			says += "; asks for the PIN"
			not = a.whyNoPINCheck(m)
		}
		c.entries = append(c.entries, choice{
			label: kit.Clean(m.Name), description: says, disabledReason: not, act: func() tea.Cmd { return a.whenSaved(func() tea.Cmd { return a.signIn(m.ID) }) },
		})
		if m.ID == a.env.Me {
			c.at = len(c.entries) - 1
		}
	}
	if r := a.role(); (r == model.Chair || r == model.RoleSecretary) && !a.env.File.ReadOnly() {
		c.entries = append(c.entries, choice{label: "Add a member…", description: "put somebody else on the panel", act: a.addMember})
	}
	a.openOverlay(c)
	return nil
}

// role returns the role of the member who is working, or "".
func (a *App) role() model.Role {
	if m := a.board.Member(a.env.Me); m != nil {
		return m.Role
	}
	return ""
}

// workAs makes a member the one who is working, and says so.
func (a *App) workAs(id model.MemberID) tea.Cmd {
	m := a.board.Member(id)
	if m == nil {
		return nil
	}
	if a.env.Me != id {
		a.setWorker(id)
		a.tellPINRemoved()
	}
	says := "You are working as " + m.Name + " (" + m.Role.Words() + ")."
	if a.env.File.Worker(&a.board.Common) != id {
		says += " @ switches."
	}
	return a.say(says)
}

// setWorker makes a member the one who is working, or nobody if id is empty. All pages are made anew.
func (a *App) setWorker(id model.MemberID) {
	a.env.Me, a.history = id, undoHistory{}
	a.stopJobs()
	a.remakePages()
}

// askChairName asks for the name of the first member, who is the chair.
func (a *App) askChairName() tea.Cmd {
	return a.prompt(nil, kit.Prompt{
		Title: "Welcome",
		Text: "Nobody is on the panel of this vacancy yet. What is your name? You will be the chair: you prepare the " +
			"criteria, seal the rules and add the other members.",
		Check: needName,
		Done: func(name string) []kit.Effect {
			return []kit.Effect{kit.Submit{
				Command: model.AddMember{Name: name, Role: model.Chair},
				Note:    "Welcome, " + name + ". You are the chair. ? shows every key that works here.",
			}}
		},
	})
}

// needName refuses an empty name.
func needName(s string) string {
	if s == "" {
		return "Type your name, then press enter."
	}
	return ""
}

// addMember asks for the name and the role of a new member.
func (a *App) addMember() tea.Cmd {
	return a.prompt(nil, kit.Prompt{
		Title: "New member", Text: "The name of the new member:", Check: needName,
		Done: func(name string) []kit.Effect {
			c := kit.Choose{Title: "New member", Text: "What is " + name + " on this panel?"}
			for _, r := range []model.Role{model.RoleMember, model.Chair, model.RoleSecretary, model.RoleObserver} {
				c.Answers = append(c.Answers, kit.Answer{Words: r.Words(), Says: r.Description(), Effects: []kit.Effect{
					kit.Submit{Command: model.AddMember{Name: name, Role: r}, Note: name + " is on the panel.", Then: []kit.Effect{kit.Who{}}},
				}})
			}
			return []kit.Effect{c}
		},
	})
}
