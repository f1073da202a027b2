package tui

import (
	tea "charm.land/bubbletea/v2"

	"shortlist/tui/kit"
)

// This file carries out what screens ask for.

// do carries out effects in order, on behalf of a page; nil where none asked.
func (a *App) do(p *page, effects []kit.Effect) tea.Cmd {
	if p != nil { // the answer to a question may have changed it
		p.touch()
	}
	var cmds []tea.Cmd
	for _, e := range effects {
		if cmd := a.carry(p, e); cmd != nil {
			cmds = append(cmds, cmd)
		}
	}
	return tea.Batch(cmds...)
}

func (a *App) carry(p *page, e kit.Effect) tea.Cmd {
	a.stale = true
	switch e := e.(type) {
	case kit.Push:
		return a.push(e.Route)
	case kit.Replace:
		return a.replace(e.Route)
	case kit.Pop:
		return a.pop()
	case kit.Submit:
		return a.submit(p, e)
	case kit.Run:
		return a.run(p, e)
	case kit.Ask:
		return a.ask(p, e)
	case kit.Choose:
		return a.choose(p, e)
	case kit.Prompt:
		return a.prompt(p, e)
	case kit.Note:
		return a.say(e.Text)
	case kit.Fail:
		return a.fail(e.Err)
	case kit.Open:
		return a.open(e)
	case kit.Opened:
		return a.load(e.File)
	case kit.Reload:
		return a.reload()
	case kit.Close:
		return a.close()
	case kit.Who:
		return a.who("")
	case kit.OwnPIN:
		return a.ownPIN()
	case kit.Quit:
		return a.leave(leave{})
	}
	return nil
}
