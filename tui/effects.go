package tui

// This file carries out the effects that screens return.

import (
	tea "charm.land/bubbletea/v2"

	"shortlist/tui/kit"
)

// runEffects carries out effects in order. p is the page that returned them, or nil.
func (a *App) runEffects(p *page, effects []kit.Effect) tea.Cmd {
	if p != nil { // the answer to a question may have changed its screen
		p.screenChanged()
	}
	var cmds []tea.Cmd
	for _, e := range effects {
		if cmd := a.runEffect(p, e); cmd != nil {
			cmds = append(cmds, cmd)
		}
	}
	return tea.Batch(cmds...)
}

// runEffect carries out one effect.
func (a *App) runEffect(p *page, e kit.Effect) tea.Cmd {
	a.needsDraw = true
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
		return a.startJob(p, e)
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
		return a.openFile(e)
	case kit.Opened:
		return a.loadFile(e.File)
	case kit.Reload:
		return a.reload()
	case kit.Close:
		return a.closeFile()
	case kit.Who:
		return a.askWho("")
	case kit.OwnPIN:
		return a.ownPIN()
	case kit.Quit:
		return a.leave(leave{})
	}
	return nil
}
