package tui

// This file opens and closes vacancy files.

import (
	"errors"
	"fmt"
	"path/filepath"

	tea "charm.land/bubbletea/v2"

	"shortlist/model"
	"shortlist/tui/kit"
)

// opened, loaded and closed are the messages that a file was opened, its board was read, and it was closed, or why not.
type (
	opened struct {
		asked kit.Open
		file  kit.File
		err   error
	}
	loaded struct {
		file  kit.File
		board *model.Board
		err   error
	}
	closed struct{ err error }
)

// openFile opens a vacancy file in another goroutine.
func (a *App) openFile(e kit.Open) tea.Cmd {
	if f := a.env.File; f != nil && f.Path() == e.Path {
		a.showBase(kit.Route{Screen: kit.Vacancy})
		return nil
	}
	a.opening = "Opening " + kit.Clean(filepath.Base(e.Path)) + "…"
	lib := a.env.Library
	return func() tea.Msg {
		var f kit.File
		err := safely(func() (err error) {
			if e.Adopt != 0 {
				if err := lib.ResolveMoved(e.Path, e.Adopt == kit.Copied); err != nil {
					return err
				}
			}
			f, err = lib.Open(e.Path, e.ReadOnly)
			return err
		})
		return opened{e, f, err}
	}
}

// opened loads the file, or says why it could not be opened. If another program has it open, it offers to open it for reading
// only.
func (a *App) opened(msg opened) tea.Cmd {
	a.opening = ""
	var busy kit.InUse
	var moved kit.Elsewhere
	switch {
	case msg.err == nil:
		return a.loadFile(msg.file)
	case errors.As(msg.err, &busy) && busy.InUse() && !msg.asked.ReadOnly:
		return a.ask(nil, kit.Ask{
			Title: "In use", Text: model.Explain(msg.err),
			Answers: []kit.Answer{
				{Words: "Leave it closed"},
				{Words: "Open it for reading only", Key: "r", Effects: []kit.Effect{kit.Open{Path: msg.asked.Path, ReadOnly: true}}},
			},
		})
	}
	if errors.As(msg.err, &moved) {
		return a.askMoved(msg.asked.Path, moved.Elsewhere())
	}
	return a.fail(msg.err)
}

// askMoved asks what happened to a file that was written on another computer. home is true if that is the computer of the
// chair: there is only one, so a copy of its file can only be read.
func (a *App) askMoved(path string, home bool) tea.Cmd {
	q := kit.Ask{
		Title: "Written on another computer",
		Text: kit.Clean(filepath.Base(path)) + " was written on another computer, or under another account. Did you move it here, so that this one " +
			"takes over? Or is it a copy, and work on the other goes on?",
		Answers: []kit.Answer{
			{Words: "Leave it closed"},
			{Words: "Moved: this computer takes over", Key: "m", Effects: []kit.Effect{kit.Open{Path: path, Adopt: kit.Moved}}},
		},
	}
	if home {
		q.Text += " A copy of the chair's file can only be read: to rate on this computer, begin with a bundle of the chair."
		q.Answers = append(q.Answers, kit.Answer{Words: "A copy: only read it", Key: "c", Effects: []kit.Effect{kit.Open{Path: path, ReadOnly: true}}})
	} else {
		q.Answers = append(q.Answers, kit.Answer{Words: "A copy: work on both", Key: "c", Effects: []kit.Effect{kit.Open{Path: path, Adopt: kit.Copied}}})
	}
	return a.ask(nil, q)
}

// load makes a board of a file.
func load(f kit.File) (*model.Board, error) {
	l, ok := f.(kit.Loader)
	if !ok {
		return nil, fmt.Errorf("open %s: the file makes no board", f.Path())
	}
	return l.Load()
}

// loadFile reads the board of an open file in another goroutine.
func (a *App) loadFile(f kit.File) tea.Cmd {
	if f == nil {
		return nil
	}
	a.opening = "Opening " + kit.Clean(filepath.Base(f.Path())) + "…"
	return func() tea.Msg {
		var b *model.Board
		err := safely(func() (err error) { b, err = load(f); return err })
		return loaded{f, b, err}
	}
}

// loaded shows the vacancy as soon as all changes of the one before are stored.
func (a *App) loaded(msg loaded) tea.Cmd {
	a.taken = true
	if msg.err != nil {
		a.opening = ""
		if a.pages.top() == nil {
			a.showBase(kit.Route{Screen: kit.Home})
		}
		return tea.Batch(a.fail(msg.err), closeInBackground(msg.file))
	}
	return a.whenSaved(func() tea.Cmd { return a.showFile(msg.file, msg.board) })
}

// showFile makes f the open file and closes the one before.
func (a *App) showFile(f kit.File, b *model.Board) tea.Cmd {
	old := a.env.File
	a.forgetFile()
	a.opening = ""
	a.env.File, a.board = f, b
	r := kit.Route{Screen: kit.Vacancy}
	if f == a.opts.File && a.opts.Start.Screen != "" && a.opts.Start.Screen != kit.Home {
		r = a.opts.Start
	}
	if a.isMainPage(r.Screen) {
		a.showBase(r)
	} else {
		a.showBase(kit.Route{Screen: kit.Vacancy})
		a.push(r)
	}
	a.backupTimer++
	return tea.Batch(closeInBackground(old), a.chooseWorker(), a.opts.timer(copyAfter, elapsed{timerCopy, a.backupTimer}))
}

// closeFile closes the open file and shows the list of vacancies, as soon as all changes are stored.
func (a *App) closeFile() tea.Cmd {
	return a.whenSaved(func() tea.Cmd {
		f := a.env.File
		a.forgetFile()
		a.showBase(kit.Route{Screen: kit.Home})
		return closeInBackground(f)
	})
}

// forgetFile drops all state that belongs to the open file.
func (a *App) forgetFile() {
	a.stopJobs()
	a.pages.clear()
	a.overlays = nil
	a.env.File, a.env.Me = nil, ""
	a.board, a.history = model.NewBoard(), undoHistory{}
}

// closeInBackground closes a file in another goroutine. f may be nil.
func closeInBackground(f kit.File) tea.Cmd {
	if f == nil {
		return nil
	}
	return func() tea.Msg { return closed{safely(f.Close)} }
}

// closed shows an error of closing, or updates the list of vacancies.
func (a *App) closed(msg closed) tea.Cmd {
	if msg.err != nil {
		return a.fail(msg.err)
	}
	if p := a.pages.top(); p != nil && a.env.File == nil {
		p.needsRefresh = true // only a closed file shows its last state in the list
	}
	return nil
}
