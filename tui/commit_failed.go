package tui

// This file handles a write that failed. The board is as it was, all changes that wait are kept, and the user decides what
// happens to them.

import (
	"errors"
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"shortlist/model"
)

// commitFailed stops the outbox and asks the user what to do.
func (a *App) commitFailed(err error) tea.Cmd {
	first := a.out.failed == nil
	a.out.failed = err
	if a.forced { // nobody can answer: try once more, then write the changes down
		if first {
			return a.retryCommit()
		}
		return a.dumpUnsaved()
	}
	a.askCommitFailed()
	return nil
}

// askCommitFailed asks what to do, in place of an earlier question.
func (a *App) askCommitFailed() {
	a.closeOverlay(a.out.question)
	n := a.out.count()
	a.out.question = a.openOverlay(&question{
		title: "Not saved",
		text:  model.Explain(a.out.failed) + "\n\nNothing is lost yet. Waiting to be saved: " + a.waitingNames(4) + ".",
		choices: []choice{
			{label: "Try again", act: a.retryCommit},
			{label: "Write " + these(n) + " to a file of its own, then drop " + them(n), act: a.dumpUnsaved},
			{label: "Drop " + these(n) + " and go on", act: a.dropUnsaved},
		},
	})
}

func these(n int) string {
	if n == 1 {
		return "this change"
	}
	return fmt.Sprintf("these %d changes", n)
}

func them(n int) string {
	if n == 1 {
		return "it"
	}
	return "them"
}

// waitingNames returns the names of the changes that are not stored, at most n of them.
func (a *App) waitingNames(n int) string {
	var names []string
	for _, e := range a.out.pending() {
		if len(names) == n {
			names = append(names, fmt.Sprintf("and %d more", a.out.count()-n))
			break
		}
		names = append(names, a.requestName(e))
	}
	return strings.Join(names, ", ")
}

// requestName returns the name of a request for people.
func (a *App) requestName(e request) string {
	switch {
	case e.kind == askUndo && e.command == nil:
		return "an undo"
	case e.kind == askRedo && e.command == nil:
		return "a redo"
	}
	return e.command.Label(a.board)
}

// pending returns the requests that are not stored, the oldest first.
func (o *outbox) pending() []request {
	var out []request
	if o.writing != nil {
		out = append(out, o.writing.request)
	}
	return append(out, o.queue...)
}

// retryCommit tries to write the same change again.
func (a *App) retryCommit() tea.Cmd {
	w := a.out.writing
	if w == nil {
		return nil
	}
	w.run = commit(a.env.File, w.change)
	a.closeOverlay(a.out.question)
	if !a.forced {
		a.out.failed = nil
	}
	return w.commitCmd()
}

// dropUnsaved drops all changes that are not stored, and names them.
func (a *App) dropUnsaved() tea.Cmd {
	names := a.waitingNames(3)
	a.clearUnsaved()
	said := a.warn("Dropped: " + names + ".")
	return tea.Batch(said, a.pump())
}

// clearUnsaved empties the outbox and lets the screens draw the board without what was in it.
func (a *App) clearUnsaved() {
	a.closeOverlay(a.out.question)
	a.out.writing, a.out.queue, a.out.failed, a.out.question = nil, nil, nil, nil
	a.env.Dropped++
	a.pages.boardChanged()
}

// unsavedDumped is the message that the changes were written down, or could not be.
type unsavedDumped struct {
	path string
	err  error
}

// dumpUnsaved writes all changes that are not stored to a file of their own.
func (a *App) dumpUnsaved() tea.Cmd {
	r := a.listUnsaved()
	a.closeOverlay(a.out.question)
	return func() tea.Msg {
		path, err := r.write()
		return unsavedDumped{path, err}
	}
}

// unsavedDumped empties the outbox once its changes are written down. If that failed, it asks again.
func (a *App) unsavedDumped(msg unsavedDumped) tea.Cmd {
	if msg.err != nil && !a.forced {
		a.out.failed = errors.Join(msg.err, a.out.failed)
		a.askCommitFailed()
		return nil
	}
	if a.forced {
		a.unsaved = &UnsavedError{Count: a.out.count(), Path: msg.path, Cause: a.out.failed}
	}
	a.clearUnsaved()
	said := a.warn("The changes are written down in " + msg.path + ".")
	return tea.Batch(said, a.pump())
}
