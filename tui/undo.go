package tui

// This file holds the last actions of the member who is working, for undo and redo. They are forgotten when another member
// begins to work.

import (
	tea "charm.land/bubbletea/v2"

	"shortlist/model"
)

// maxUndo is the number of actions that can be taken back.
const maxUndo = 500

// undoStep is an action and the command that takes it back, which is nil if it cannot be taken back.
type undoStep struct {
	command, inverse model.Command
	label            string
}

// undoHistory holds the actions that were done and those that were taken back. The last one is the latest.
type undoHistory struct{ done, undone []undoStep }

// next returns the command for an undo or redo, or an error that says why there is none.
func (p *undoHistory) next(k requestKind) (model.Command, error) {
	if k == askRedo {
		if len(p.undone) == 0 {
			return nil, &model.Error{Code: model.NotFound, Message: "There is nothing to do again."}
		}
		return p.undone[len(p.undone)-1].command, nil
	}
	if len(p.done) == 0 {
		return nil, &model.Error{Code: model.NotFound, Message: "There is nothing of yours to take back."}
	}
	last := p.done[len(p.done)-1]
	if last.inverse == nil {
		return nil, &model.Error{Code: model.Forbidden, Subject: last.label, Message: "The " + last.label + " cannot be taken back."}
	}
	return last.inverse, nil
}

// forget drops the step of an undo or redo that was refused, so that earlier steps can be reached. A step that cannot be taken
// back at all stays, because nothing before it may be taken back alone.
func (p *undoHistory) forget(k requestKind) {
	switch {
	case k == askRedo && len(p.undone) > 0:
		p.undone = p.undone[:len(p.undone)-1]
	case k == askUndo && len(p.done) > 0 && p.done[len(p.done)-1].inverse != nil:
		p.done = p.done[:len(p.done)-1]
	}
}

// record adds a stored change, or moves the step of a stored undo or redo.
func (p *undoHistory) record(w *writing) {
	switch w.kind {
	case askUndo:
		last := p.done[len(p.done)-1]
		p.done = p.done[:len(p.done)-1]
		p.undone = append(p.undone, last)
		return
	case askRedo:
		p.undone = p.undone[:len(p.undone)-1]
	case askChange:
		if len(w.change.Events) == 0 || aboutPIN(w.command) {
			return // no step, and earlier steps can still be taken back
		}
		p.undone = nil
	}
	p.done = append(p.done, undoStep{w.command, w.inverse, w.label})
	if len(p.done) > maxUndo {
		p.done = p.done[1:]
	}
}

// whyNoUndo returns why undo does nothing now, or "" if it does something.
func (a *App) whyNoUndo() string {
	if len(a.history.done) == 0 && a.out.idle() {
		return "There is nothing of yours to take back."
	}
	return ""
}

// whyNoRedo returns why redo does nothing now, or "" if it does something.
func (a *App) whyNoRedo() string {
	if len(a.history.undone) == 0 && a.out.idle() {
		return "There is nothing to do again."
	}
	return ""
}

func (a *App) undo() tea.Cmd { return a.enqueue(request{kind: askUndo, author: a.env.Me}) }
func (a *App) redo() tea.Cmd { return a.enqueue(request{kind: askRedo, author: a.env.Me}) }
