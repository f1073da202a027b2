package tui

// This file starts the program in a terminal and ends it.

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"syscall"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/term"
)

// Run shows the program until the user or a signal asks it to leave and everything is stored. It restores the terminal in
// every case. It returns a *Fault after a panic, and an *UnsavedError if something could not be stored.
func Run(ctx context.Context, o Options) error {
	if err := o.ready(); err != nil {
		if o.File != nil {
			err = errors.Join(err, o.File.Close())
		}
		return err
	}
	if o.Output == nil { // so that the first frame has the right size
		o.Width, o.Height, _ = term.GetSize(os.Stdout.Fd())
	}
	a := New(o)
	defer func() { a.stopJobs() }()
	p := tea.NewProgram(guard{a}, a.programOptions(ctx)...)
	a.SetSender(p.Send)
	stop := a.leaveOnSignals(p)
	_, err := p.Run()
	stop()
	return errors.Join(a.finish(), a.exitError(err))
}

// programOptions returns the options for Bubble Tea.
func (a *App) programOptions(ctx context.Context) []tea.ProgramOption {
	o := a.opts
	out := []tea.ProgramOption{
		tea.WithContext(ctx), tea.WithFPS(120), tea.WithoutSignalHandler(),
		tea.WithFilter(func(_ tea.Model, msg tea.Msg) tea.Msg { return a.Filter(msg) }),
	}
	if o.Input != nil {
		out = append(out, tea.WithInput(o.Input))
	}
	if o.Output != nil {
		out = append(out, tea.WithOutput(o.Output))
	}
	if o.Environ != nil {
		out = append(out, tea.WithEnvironment(o.Environ))
	}
	if o.Width > 0 {
		out = append(out, tea.WithWindowSize(o.Width, o.Height))
	}
	return out
}

// leaveOnSignals makes the program leave whenever a signal asks it to. Bubble Tea handles only the first signal, and not the
// one of a closed window. The caller must call stop in the end.
func (a *App) leaveOnSignals(p *tea.Program) (stop func()) {
	in := a.opts.Signals
	end := make(chan struct{})
	if in == nil {
		c := make(chan os.Signal, 4)
		signal.Notify(c, syscall.SIGINT, syscall.SIGTERM, syscall.SIGHUP)
		in = c
		stop = func() { signal.Stop(c); close(end) }
	} else {
		stop = func() { close(end) }
	}
	go func() {
		for {
			select {
			case <-end:
				return
			case <-in:
				p.Send(leave{forced: true})
			}
		}
	}()
	return stop
}

// finish stores the changes that still wait and closes the file.
func (a *App) finish() error {
	var err error
	if fault := safely(func() error { a.storeRemaining(); return nil }); fault != nil {
		err = fault
	}
	f := a.env.File
	if f == nil && !a.taken {
		f = a.opts.File
	}
	if f != nil {
		err = errors.Join(err, safely(f.Close))
	}
	if a.unsaved != nil {
		err = errors.Join(a.unsaved, err)
	}
	return err
}

// exitError returns the error for the caller of Run, given the error of Bubble Tea.
func (a *App) exitError(err error) error {
	switch {
	case a.fault != nil:
		return a.fault
	case err == nil, errors.Is(err, tea.ErrInterrupted), errors.Is(err, context.Canceled), a.leaving:
		return nil
	case errors.Is(err, tea.ErrProgramPanic):
		return a.writeCrashReport(err, nil)
	}
	return fmt.Errorf("show the screen: %w", err)
}
