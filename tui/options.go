package tui

import (
	"errors"
	"io"
	"os"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/term"

	"shortlist/model"
	"shortlist/tui/kit"
)

// This file holds what the program is given from outside.

// Options are what the program is given. Library, Pages, Now and Random must be there.
type Options struct {
	Library kit.Library
	// Pages is the LIST of screens. A route to a screen that is not in it leads to the first.
	Pages []kit.Page
	// File is an open vacancy, or nil. The program closes it.
	File kit.File
	// Open is a vacancy to open once the program shows; "" for none.
	Open string
	// Start is the first screen; home, or the vacancy where there is a File, if left empty.
	Start kit.Route
	// Me chooses the member who is working without asking, where they are on the panel.
	Me model.MemberID

	Now    func() time.Time
	Random func() [32]byte

	// Light is set where the background is known to be light; the terminal is asked in any case.
	Light bool
	// Reports is the folder for the report of a crash; "" is the system's temporary folder.
	Reports string

	// Input, Output, Environ, Width and Height stand in for the terminal; left empty the real one is used.
	Input         io.Reader
	Output        io.Writer
	Environ       []string
	Width, Height int
	// Timer makes a command that answers with a message after a time; nil is the clock.
	Timer func(time.Duration, tea.Msg) tea.Cmd
	// Signals replaces the signals of the system.
	Signals <-chan os.Signal
}

// ready tells what is missing for a start.
func (o Options) ready() error {
	switch {
	case len(o.Pages) == 0 || o.Now == nil || o.Random == nil:
		return errors.New("start the screen: options are missing")
	case o.Output == nil && !IsTerminal(os.Stdout):
		return &model.Error{Code: model.Invalid, Subject: "screen", Message: "The screen needs a terminal, and what is written here goes elsewhere. " +
			"Run it in a terminal window, or use a command that writes text: shortlist --help lists them."}
	}
	return nil
}

func (o Options) timer(d time.Duration, msg tea.Msg) tea.Cmd {
	if o.Timer != nil {
		return o.Timer(d, msg)
	}
	return tea.Tick(d, func(time.Time) tea.Msg { return msg })
}

// IsTerminal tells whether a file is a terminal.
func IsTerminal(f *os.File) bool { return term.IsTerminal(f.Fd()) }
