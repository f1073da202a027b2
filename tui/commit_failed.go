package tui

// This file holds what happens when a write fails: nothing was applied, everything asked for is kept, and the user
// decides.

import (
	"errors"
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"shortlist/model"
)

// commitFailed stops the outbox and asks what to do.
func (a *App) commitFailed(err error) tea.Cmd {
	first := a.out.failed == nil
	a.out.failed = err
	if a.forced { // nobody can answer: once more, then onto paper
		if first {
			return a.retryCommit()
		}
		return a.dumpUnsaved()
	}
	a.askCommitFailed()
	return nil
}

// askCommitFailed puts the question, in place of the one before.
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

// waitingNames names what is not stored, at most n of it.
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

func (a *App) requestName(e request) string {
	switch {
	case e.kind == askUndo && e.command == nil:
		return "an undo"
	case e.kind == askRedo && e.command == nil:
		return "a redo"
	}
	return e.command.Label(a.board)
}

// pending lists what is not stored, oldest first.
func (o *outbox) pending() []request {
	var out []request
	if o.writing != nil {
		out = append(out, o.writing.request)
	}
	return append(out, o.queue...)
}

// retryCommit writes the same change once more.
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

// dropUnsaved drops everything that waits.
func (a *App) dropUnsaved() tea.Cmd {
	names := a.waitingNames(3)
	a.clearUnsaved()
	said := a.warn("Dropped: " + names + ".")
	return tea.Batch(said, a.pump())
}

// clearUnsaved drops everything that waits, and has the screens drawn without it.
func (a *App) clearUnsaved() {
	a.closeOverlay(a.out.question)
	a.out.writing, a.out.queue, a.out.failed, a.out.question = nil, nil, nil, nil
	a.env.Dropped++
	a.pages.boardChanged()
}

// unsavedDumped says where the changes that could not be stored were written down.
type unsavedDumped struct {
	path string
	err  error
}

// dumpUnsaved writes down everything that waits, in a file of its own.
func (a *App) dumpUnsaved() tea.Cmd {
	r := a.listUnsaved()
	a.closeOverlay(a.out.question)
	return func() tea.Msg {
		path, err := r.write()
		return unsavedDumped{path, err}
	}
}

// unsavedDumped drops what was written down. Where not even that worked it asks again.
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
