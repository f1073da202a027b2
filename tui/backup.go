package tui

// This file has the open vacancy copied aside, some time after the first frame so that opening stays quick.

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"shortlist/model"
)

const (
	timerCopy = "copy"
	copyAfter = 3 * time.Second
)

// backedUp says that a copy was made, or why not.
type backedUp struct{ err error }

// backUp makes a copy of the open file where one is due, off the screen. id tells whether the file is still the one
// that was open when the timer started.
func (a *App) backUp(id int) tea.Cmd {
	f := a.env.File
	if f == nil || f.ReadOnly() || id != a.backupTimer {
		return nil
	}
	return func() tea.Msg {
		return backedUp{safely(func() error { _, err := f.BackupIfDue(); return err })}
	}
}

// backedUp tells when there is no copy: nobody should find that out on the day they need it.
func (a *App) backedUp(msg backedUp) tea.Cmd {
	if msg.err == nil || a.env.File == nil {
		return nil
	}
	return a.warn("No backup could be made: " + model.Explain(msg.err))
}
