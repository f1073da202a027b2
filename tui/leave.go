package tui

// This file leaves the program: only once everything is stored.

import (
	tea "charm.land/bubbletea/v2"
)

// leave asks to leave; forced where nobody is there to answer questions.
type leave struct{ forced bool }

// leave leaves as soon as the outbox is empty. Until then keys do nothing.
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

// Filter looks at every message before Bubble Tea does. It holds what would end the program before everything is
// stored, and drops what nobody asks for.
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

// storeRemaining stores what is still waiting when the program has ended in another way than by leave: the terminal is gone,
// or a fault stopped it. It waits for the write that is under way and then writes the rest in order. Nothing else may
// use the program any more.
func (a *App) storeRemaining() {
	for !a.out.idle() && a.unsaved == nil {
		w := a.out.writing
		if w == nil {
			e := a.out.queue[0]
			a.out.queue = a.out.queue[1:]
			var err error
			if w, err = a.decide(e); err != nil || len(w.change.Events) == 0 {
				continue // refused: there is nobody left to tell
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

// dumpRemaining writes down what cannot be stored.
func (a *App) dumpRemaining() {
	path, _ := a.listUnsaved().write() // where not even that works the error below still says what is missing
	a.unsaved = &UnsavedError{Count: a.out.count(), Path: path, Cause: a.out.failed}
}
