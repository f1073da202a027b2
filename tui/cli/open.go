package cli

import (
	"context"
	"errors"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"shortlist/model"
	"shortlist/store"
	"shortlist/tui"
	"shortlist/tui/kit"
	"shortlist/tui/screens"
)

// This file opens vacancies: on the screen, or for the time of a command.

// screen opens the terminal program, on an open file or on the list of vacancies.
func (a *app) screen(f *store.File) error {
	o := a.options()
	if f != nil {
		o.File = f
	}
	return tui.Run(context.Background(), o)
}

func (a *app) options() tui.Options {
	return tui.Options{Library: disk{a.lib()}, Make: screens.Make, Now: time.Now, Random: random}
}

// openScreen opens a vacancy file on the screen. Where another program has it, the sentence says how to read it all the
// same.
func (a *app) openScreen(path string) error {
	f, err := a.openHere(path, a.readOnly)
	if away := kit.Elsewhere(nil); errors.As(err, &away) { // asked for on the screen
		o := a.options()
		o.Open = path
		return tui.Run(context.Background(), o)
	}
	if busy := kit.InUse(nil); errors.As(err, &busy) && busy.InUse() {
		return &model.Error{Code: model.Conflict, Subject: path, Message: strings.TrimSuffix(model.Explain(err), ".") + ": shortlist --read-only " + path + "."}
	}
	if err != nil {
		return err
	}
	return a.screen(f)
}

// openHere opens a file on the computer that works on it, or on the one that takes over as the flags say.
func (a *app) openHere(path string, readOnly bool) (*store.File, error) {
	f, err := a.lib().OpenHere(path, readOnly)
	if away := kit.Elsewhere(nil); errors.As(err, &away) && (a.moved || a.copied) {
		if err := a.lib().ResolveMoved(path, a.copied); err != nil {
			return nil, err
		}
		return a.lib().OpenHere(path, readOnly)
	}
	return f, err
}

// withFile opens a file for the time of a function.
func (a *app) withFile(path string, readOnly bool, do func(*store.File, *model.Board) error) error {
	f, err := a.openHere(path, readOnly)
	if err != nil {
		return err
	}
	b, err := f.Load()
	if err == nil {
		err = do(f, b)
	}
	return errors.Join(err, f.Close())
}

func (a *app) demo() *cobra.Command {
	return &cobra.Command{
		Use: "demo", Short: "Open a sample vacancy with sample candidates, in a temporary file", Args: takes(0, 0),
		RunE: a.does(func(*cobra.Command, []string) error {
			f, err := a.lib().Sample()
			if err != nil {
				return err
			}
			return a.screen(f)
		}),
	}
}
