package tui

// This file makes the board anew from the file, after something beside the outbox wrote to it.

import (
	tea "charm.land/bubbletea/v2"

	"shortlist/model"
	"shortlist/tui/kit"
)

// reloaded answers reload. events is how many the board had when it was asked for.
type reloaded struct {
	file   kit.File
	board  *model.Board
	events int
	err    error
}

// reload reads the board off the screen, once everything asked for is stored.
func (a *App) reload() tea.Cmd {
	return a.whenSaved(func() tea.Cmd {
		f, events := a.env.File, a.board.Events
		if f == nil {
			return nil
		}
		return func() tea.Msg {
			var b *model.Board
			err := safely(func() (err error) { b, err = f.Load(); return err })
			return reloaded{f, b, events, err}
		}
	})
}

// reloaded takes the board over. Where something was stored meanwhile it may lack that, or hold it already: it is read
// again.
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
