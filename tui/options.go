package tui

// This file holds the options with which the program is started.

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

// Options are what the program is given from outside. Library, Pages, Now and Random are required.
type Options struct {
	Library kit.Library
	// Pages is the LIST of screens. A route to a screen that is not in it leads to the first.
	Pages []kit.Page
	// File is an open vacancy file, or nil. The program closes it.
	File kit.File
	// Open is the path of a vacancy file to open after the first frame, or "".
	Open string
	// Start is the first screen. If it is empty, that is the vacancy if there is a File, else the list of vacancies.
	Start kit.Route
	// Me is the member who is working. If they are on the panel, the program does not ask.
	Me model.MemberID

	Now    func() time.Time
	Random func() [32]byte

	// Light is true if the background is known to be light. The terminal is asked in any case.
	Light bool
	// Reports is the folder for the report of a crash. If it is empty, that is the system's folder for temporary files.
	Reports string

	// Input, Output, Environ, Width and Height replace the terminal if they are set.
	Input         io.Reader
	Output        io.Writer
	Environ       []string
	Width, Height int
	// Timer returns a command that sends a message after a time. If it is nil, the clock is used.
	Timer func(time.Duration, tea.Msg) tea.Cmd
	// Signals replaces the signals of the system if it is set.
	Signals <-chan os.Signal
}

// ready returns an error that says what is missing for a start.
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

// timer returns a command that sends a message after a time.
func (o Options) timer(d time.Duration, msg tea.Msg) tea.Cmd {
	if o.Timer != nil {
		return o.Timer(d, msg)
	}
	return tea.Tick(d, func(time.Time) tea.Msg { return msg })
}

// IsTerminal returns true if f is a terminal.
func IsTerminal(f *os.File) bool { return term.IsTerminal(f.Fd()) }
