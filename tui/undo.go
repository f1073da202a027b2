package tui

// This file holds the record of one's own last actions, for undo and redo. It belongs to the member who is working
// and ends when another takes over.

import (
	tea "charm.land/bubbletea/v2"

	"shortlist/model"
)

// maxUndo is how many actions can be taken back.
const maxUndo = 500

// undoStep is an action and what takes it back; inverse is nil where nothing can.
type undoStep struct {
	command, inverse model.Command
	label            string
}

// undoHistory holds what was done, and what was taken back.
type undoHistory struct{ done, undone []undoStep }

// next is the command of an undo or redo.
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

// forget drops an undo or redo that was refused, so that the ones before it can be reached. What cannot be taken back
// at all stays: nothing before it can be taken back alone.
func (p *undoHistory) forget(k requestKind) {
	switch {
	case k == askRedo && len(p.undone) > 0:
		p.undone = p.undone[:len(p.undone)-1]
	case k == askUndo && len(p.done) > 0 && p.done[len(p.done)-1].inverse != nil:
		p.done = p.done[:len(p.done)-1]
	}
}

// record takes down what was stored.
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
			return // nothing happened, or nothing that stands in the way of taking back what was done before
		}
		p.undone = nil
	}
	p.done = append(p.done, undoStep{w.command, w.inverse, w.label})
	if len(p.done) > maxUndo {
		p.done = p.done[1:]
	}
}

// whyNoUndo and whyNoRedo are the reasons why the keys do nothing now; "" where they do.
func (a *App) whyNoUndo() string {
	if len(a.history.done) == 0 && a.out.idle() {
		return "There is nothing of yours to take back."
	}
	return ""
}

func (a *App) whyNoRedo() string {
	if len(a.history.undone) == 0 && a.out.idle() {
		return "There is nothing to do again."
	}
	return ""
}

func (a *App) undo() tea.Cmd { return a.enqueue(request{kind: askUndo, author: a.env.Me}) }
func (a *App) redo() tea.Cmd { return a.enqueue(request{kind: askRedo, author: a.env.Me}) }
