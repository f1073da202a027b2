package tui

// This file holds the outbox. Every change goes through it, one write at a time, in the order of the key presses. The board
// changes only after the write, so that what is on the screen is on disk.

import (
	"reflect"
	"sync"
	"time"

	tea "charm.land/bubbletea/v2"

	"shortlist/model"
	"shortlist/tui/kit"
)

const (
	timerSave = "save"
	slowSave  = 200 * time.Millisecond
)

// request is a change that a screen or the user asks for.
type request struct {
	kind    requestKind
	command model.Command // nil for undo and redo, whose commands are looked up when their turn comes
	author  model.MemberID
	note    string       // shown once the change is stored
	then    []kit.Effect // carried out once it is stored
	page    *page        // which asked, or nil
}

// requestKind says what a request does to the list of undo steps.
type requestKind int

const (
	askChange requestKind = iota
	askUndo
	askRedo
)

// writing is the request whose change is being written.
type writing struct {
	request
	change  model.Change
	label   string
	inverse model.Command
	run     func() error // writes on the first call, and returns the same result on every call
}

// outbox is the queue of requests. It is idle if none waits and none is being written.
type outbox struct {
	queue    []request
	writing  *writing
	failed   error            // of the write; nothing else is written until the user decides
	question *overlay         // asks the user what to do about it
	saving   bool             // the write takes so long that the header says so
	busy     int              // counts how often it stopped being idle: the number of the timer for that
	after    []func() tea.Cmd // called once it is idle
}

// committed is the message that a write has ended.
type committed struct{ err error }

func (o *outbox) idle() bool { return o.writing == nil && len(o.queue) == 0 }

// count returns the number of changes that are not stored yet.
func (o *outbox) count() int {
	n := len(o.queue)
	if o.writing != nil {
		n++
	}
	return n
}

// slow shows that a write takes long, if it has not ended since the timer started.
func (o *outbox) slow(id int) { o.saving = o.writing != nil && o.busy == id }

// submit asks for a change in the name of the member who is working now.
func (a *App) submit(p *page, s kit.Submit) tea.Cmd {
	return a.enqueue(request{command: s.Command, author: a.env.Me, note: s.Note, then: s.Then, page: p})
}

// enqueue adds a request to the outbox and starts its write if the outbox is idle.
func (a *App) enqueue(e request) tea.Cmd {
	switch {
	case a.env.File == nil:
		return a.warn("No vacancy is open: open one first.")
	case a.env.File.ReadOnly():
		return a.warn("This vacancy is open for reading only, so nothing can be changed. Close it where it is open, then open it here again.")
	case e.kind == askChange && e.command == nil:
		return nil
	}
	idle := a.out.idle()
	a.out.queue = append(a.out.queue, e)
	cmd := a.pump()
	if !idle || a.out.writing == nil {
		return cmd
	}
	a.out.busy++
	return tea.Batch(cmd, a.opts.timer(slowSave, elapsed{timerSave, a.out.busy}))
}

// pump starts the next write, if none is under way. A command is decided directly before its write, on the board with all
// earlier changes. A refused one is shown and left out.
func (a *App) pump() tea.Cmd {
	o := &a.out
	var cmds []tea.Cmd
	for o.writing == nil && len(o.queue) > 0 {
		e := o.queue[0]
		o.queue = o.queue[1:]
		w, err := a.decide(e)
		switch {
		case err != nil:
			cmds = append(cmds, a.refused(e, err))
		case len(w.change.Events) == 0:
			cmds = append(cmds, a.stored(w))
		default:
			o.writing = w
			cmds = append(cmds, w.commitCmd())
		}
	}
	if o.idle() {
		o.queue, o.saving = nil, false
		after := o.after
		o.after = nil
		for _, f := range after {
			cmds = append(cmds, f())
		}
	}
	return tea.Batch(cmds...)
}

// decide turns a request into a change of the present board, or returns why that is refused.
func (a *App) decide(e request) (*writing, error) {
	if e.kind != askChange {
		c, err := a.history.next(e.kind)
		if err != nil {
			return nil, err
		}
		e.command = c
	}
	w := &writing{request: e, label: e.command.Label(a.board)}
	var err error
	w.change, err = model.Decide(a.board, e.command, a.board.Stamp(a.env.File.Device(), e.author, a.opts.Now(), a.opts.Random()))
	if err == nil {
		w.inverse = e.command.Inverse(a.board, e.author)
		w.run = commit(a.env.File, w.change)
	}
	return w, err
}

// commit returns the function that writes a change. It captures values only.
func commit(f kit.File, c model.Change) func() error {
	return sync.OnceValue(func() error {
		return safely(func() error { return f.Commit(c) })
	})
}

// commitCmd returns the command that writes the change in another goroutine.
func (w *writing) commitCmd() tea.Cmd {
	run := w.run
	return func() tea.Msg { return committed{run()} }
}

// committed goes on with the next write, or stops if this one failed.
func (a *App) committed(msg committed) tea.Cmd {
	w := a.out.writing
	if w == nil {
		return nil
	}
	if msg.err != nil {
		return a.commitFailed(msg.err)
	}
	a.out.writing = nil
	cmd := a.stored(w)
	return tea.Batch(cmd, a.pump())
}

// stored applies a stored change to the board and tells the screens.
func (a *App) stored(w *writing) tea.Cmd {
	a.board.ApplyAll(w.change.Events)
	a.pages.boardChanged()
	if a.env.Me == "" && w.author == "" {
		a.adoptFirstMember(w.change.Events)
	} else if w.author == a.env.Me {
		a.history.record(w)
	}
	text := w.note
	switch {
	case w.kind == askUndo:
		text = "Taken back: " + w.label + "."
	case w.kind == askRedo:
		text = "Done again: " + w.label + "."
	}
	said := a.say(text)
	return tea.Batch(said, a.runEffects(w.page, w.then))
}

// adoptFirstMember makes the first member of a panel the one who is working, because they have just typed their own name.
func (a *App) adoptFirstMember(events []model.Event) {
	for _, e := range events {
		if m, ok := e.Payload.(model.MemberAdded); ok {
			a.env.Me = m.Member.ID
			return
		}
	}
}

// refused shows why a change was refused. If no member is chosen yet, it asks who is working.
func (a *App) refused(e request, err error) tea.Cmd {
	if e.kind != askChange {
		a.history.forget(e.kind)
	}
	if e.page != nil {
		e.page.needsRefresh = true // it may show the change as on its way
	}
	if e.author == "" && a.env.Me == "" && len(a.board.Panel()) > 0 {
		return a.askWho(model.Explain(err))
	}
	return a.warn(model.Explain(err))
}

// whenSaved calls f as soon as all changes are stored, which may be at once.
func (a *App) whenSaved(f func() tea.Cmd) tea.Cmd {
	if a.out.idle() {
		return f()
	}
	a.out.after = append(a.out.after, f)
	return nil
}

// commandName returns the name of the Go type of a command, for the document of changes that could not be stored.
func commandName(c model.Command) string {
	if c == nil {
		return ""
	}
	return reflect.TypeOf(c).Name()
}
