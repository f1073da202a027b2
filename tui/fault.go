package tui

// This file turns a panic into a report and a sentence, and lets Bubble Tea restore the terminal.

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime/debug"

	tea "charm.land/bubbletea/v2"
)

// Fault is the error of a program that stopped because of a panic.
type Fault struct {
	Cause any
	Path  string // of the report, or "" if it could not be written
}

func (f *Fault) Error() string { return fmt.Sprintf("fault of the program: %v", f.Cause) }

// Explain returns the sentences for people.
func (f *Fault) Explain() string {
	s := "shortlist met a fault of its own and stopped. Everything that was shown as saved is saved."
	if f.Path != "" {
		s += " A report is in " + f.Path + "; it holds no names unless the fault was about one."
	}
	return s
}

// guard is the program with its panics caught.
type guard struct{ *App }

// Update is App.Update. A panic in it ends the program as leaving does.
func (g guard) Update(msg tea.Msg) (m tea.Model, cmd tea.Cmd) {
	defer func() {
		if r := recover(); r != nil {
			m, cmd = g, g.stop(r)
		}
	}()
	_, cmd = g.App.Update(msg)
	return g, cmd
}

// View is App.View. A panic in it ends the program as leaving does.
func (g guard) View() (v tea.View) {
	defer func() {
		if r := recover(); r != nil {
			g.drawn, g.needsDraw = tea.NewView(""), false
			v = g.drawn
			cmd, send := g.stop(r), g.send
			go send(cmd())
		}
	}()
	return g.App.View()
}

// stop ends the program after a panic.
func (g guard) stop(r any) tea.Cmd {
	if g.fault == nil {
		g.fault = g.writeCrashReport(r, debug.Stack())
	}
	g.gone = true
	return tea.Quit
}

// writeCrashReport writes the report of a panic and returns the error for it.
func (a *App) writeCrashReport(r any, stack []byte) *Fault {
	f := &Fault{Cause: r}
	folder := a.opts.Reports
	if folder == "" {
		folder = os.TempDir()
	}
	path := filepath.Join(folder, a.opts.Now().UTC().Format("shortlist-report-20060102-150405.txt"))
	if writeNew(path, fmt.Appendf(nil, "shortlist stopped: %v\n\n%s\n", r, stack)) == nil {
		f.Path = path
	}
	return f
}
