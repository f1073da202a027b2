package tui

// This file leaves the program as soon as everything is stored.

import (
	tea "charm.land/bubbletea/v2"
)

// leave is the message to leave the program. forced is true if nobody can answer questions.
type leave struct{ forced bool }

// leave leaves the program as soon as the outbox is empty. Until then keys do nothing.
func (a *App) leave(msg leave) tea.Cmd {
	a.forced = a.forced || msg.forced
	if a.leaving {
		if a.forced && a.out.failed != nil {
			return a.retryCommit()
		}
		return nil
	}
	a.leaving = true
	end := a.whenSaved(func() tea.Cmd {
		a.gone = true
		return tea.Quit
	})
	if a.forced && a.out.failed != nil {
		return tea.Batch(end, a.retryCommit())
	}
	return end
}

// Filter sees every message before Bubble Tea does. It replaces a message that would end the program before everything is
// stored, and drops messages that the program does not use.
func (a *App) Filter(msg tea.Msg) tea.Msg {
	switch msg.(type) {
	case tea.QuitMsg, tea.InterruptMsg:
		if a.gone {
			return tea.QuitMsg{}
		}
		return leave{}
	case tea.MouseMotionMsg, tea.MouseReleaseMsg, tea.KeyReleaseMsg, tea.SuspendMsg:
		return nil
	}
	return msg
}

// storeRemaining stores the changes that still wait if the program has not ended by leave: the terminal is gone, or a panic
// stopped it. It waits for the write that has begun and writes the others in order. Bubble Tea must have ended, because
// storeRemaining uses the board and the outbox on the goroutine of Run.
func (a *App) storeRemaining() {
	for !a.out.idle() && a.unsaved == nil {
		w := a.out.writing
		if w == nil {
			e := a.out.queue[0]
			a.out.queue = a.out.queue[1:]
			var err error
			if w, err = a.decide(e); err != nil || len(w.change.Events) == 0 {
				continue // refused, and there is no screen on which to say it
			}
			a.out.writing = w
		}
		if a.out.failed == nil {
			a.out.failed = w.run()
		}
		if a.out.failed != nil {
			a.dumpRemaining()
			return
		}
		a.out.writing = nil
		a.board.ApplyAll(w.change.Events)
	}
}

// dumpRemaining writes down the changes that cannot be stored.
func (a *App) dumpRemaining() {
	path, _ := a.listUnsaved().write() // if that fails too, the error below still counts the changes
	a.unsaved = &UnsavedError{Count: a.out.count(), Path: path, Cause: a.out.failed}
}
