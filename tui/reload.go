package tui

// This file loads the board again after something other than the outbox wrote to the file.

import (
	tea "charm.land/bubbletea/v2"

	"shortlist/model"
	"shortlist/tui/kit"
)

// reloaded is the message that the board was loaded again. events is the number of events of the old board at that time.
type reloaded struct {
	file   kit.File
	board  *model.Board
	events int
	err    error
}

// reload loads the board in another goroutine, as soon as all changes are stored.
func (a *App) reload() tea.Cmd {
	return a.whenSaved(func() tea.Cmd {
		f, events := a.env.File, a.board.Events
		if f == nil {
			return nil
		}
		return func() tea.Msg {
			var b *model.Board
			err := safely(func() (err error) { b, err = load(f); return err })
			return reloaded{f, b, events, err}
		}
	})
}

// reloaded replaces the board. If a change was stored in the meantime, the new board may lack it, so it is loaded again.
func (a *App) reloaded(msg reloaded) tea.Cmd {
	switch {
	case msg.file != a.env.File:
		return nil
	case msg.err != nil:
		return a.fail(msg.err)
	case !a.out.idle() || a.board.Events != msg.events:
		return a.reload()
	}
	a.board = msg.board
	a.pages.boardChanged()
	return nil
}
