package tui

// This file makes the backup of a vacancy that was opened, some seconds later so that opening stays quick.

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"shortlist/model"
)

const (
	timerCopy = "copy"
	copyAfter = 3 * time.Second
)

// backedUp is the message that a backup was made, was not due, or failed.
type backedUp struct{ err error }

// backUp makes a backup of the open file if one is due. id is the number of the timer: it does nothing if another file was
// opened since the timer started.
func (a *App) backUp(id int) tea.Cmd {
	f := a.env.File
	if f == nil || f.ReadOnly() || id != a.backupTimer {
		return nil
	}
	return func() tea.Msg {
		return backedUp{safely(func() error { _, err := f.BackupIfDue(); return err })}
	}
}

// backedUp shows why a backup failed, so that the user does not find out only when they need it.
func (a *App) backedUp(msg backedUp) tea.Cmd {
	if msg.err == nil || a.env.File == nil {
		return nil
	}
	return a.warn("No backup could be made: " + model.Explain(msg.err))
}
