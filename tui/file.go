package tui

import (
	"errors"
	"path/filepath"

	tea "charm.land/bubbletea/v2"

	"shortlist/model"
	"shortlist/tui/kit"
)

// This file opens and closes vacancies.

// opened, loaded and closed answer the commands of the same names.
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

// open opens a vacancy file off the screen.
func (a *App) open(e kit.Open) tea.Cmd {
	if f := a.env.File; f != nil && f.Path() == e.Path {
		a.base(kit.Route{Screen: kit.Vacancy})
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

// opened goes on to load the file, or says why it could not be opened. Where another program has it, reading is
// offered.
func (a *App) opened(msg opened) tea.Cmd {
	a.opening = ""
	var busy kit.InUse
	var moved kit.Elsewhere
	switch {
	case msg.err == nil:
		return a.load(msg.file)
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

// askMoved asks what happened to a file that was written on another computer. There is one computer of the chair: a copy
// of its file can only be read.
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

// load reads a file's board off the screen.
func (a *App) load(f kit.File) tea.Cmd {
	if f == nil {
		return nil
	}
	a.opening = "Opening " + kit.Clean(filepath.Base(f.Path())) + "…"
	return func() tea.Msg {
		var b *model.Board
		err := safely(func() (err error) { b, err = f.Load(); return err })
		return loaded{f, b, err}
	}
}

// loaded puts the vacancy on the screen, once everything asked of the one before is stored.
func (a *App) loaded(msg loaded) tea.Cmd {
	a.taken = true
	if msg.err != nil {
		a.opening = ""
		if a.pages.top() == nil {
			a.base(kit.Route{Screen: kit.Home})
		}
		return tea.Batch(a.fail(msg.err), shutFile(msg.file))
	}
	return a.whenSaved(func() tea.Cmd { return a.enter(msg.file, msg.board) })
}

// enter makes a file the open one.
func (a *App) enter(f kit.File, b *model.Board) tea.Cmd {
	old := a.env.File
	a.forgetFile()
	a.opening = ""
	a.env.File, a.board = f, b
	r := kit.Route{Screen: kit.Vacancy}
	if f == a.opts.File && a.opts.Start.Screen != "" && a.opts.Start.Screen != kit.Home {
		r = a.opts.Start
	}
	if a.isTab(r.Screen) {
		a.base(r)
	} else {
		a.base(kit.Route{Screen: kit.Vacancy})
		a.push(r)
	}
	a.copies++
	return tea.Batch(shutFile(old), a.greet(), a.opts.timer(copyAfter, elapsed{timerCopy, a.copies}))
}

// close closes the vacancy and goes home, once everything is stored.
func (a *App) close() tea.Cmd {
	return a.whenSaved(func() tea.Cmd {
		f := a.env.File
		a.forgetFile()
		a.base(kit.Route{Screen: kit.Home})
		return shutFile(f)
	})
}

// forgetFile drops everything that belongs to the open file.
func (a *App) forgetFile() {
	a.stopJobs()
	a.pages.clear()
	a.boxes = nil
	a.env.File, a.env.Me = nil, ""
	a.board, a.past = model.NewBoard(), past{}
}

func shutFile(f kit.File) tea.Cmd {
	if f == nil {
		return nil
	}
	return func() tea.Msg { return closed{safely(f.Close)} }
}

func (a *App) closed(msg closed) tea.Cmd {
	if msg.err != nil {
		return a.fail(msg.err)
	}
	if p := a.pages.top(); p != nil && a.env.File == nil {
		p.old = true // what the list shows of the file is right only now
	}
	return nil
}
