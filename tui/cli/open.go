package cli

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"shortlist/model"
	"shortlist/tui"
	"shortlist/tui/kit"
)

// This file opens vacancy files: on the screen, or for the time of a command.

// runOpen opens a vacancy file on the screen.
func runOpen(s *session, path string, readOnly bool) error {
	f, err := openFile(s, path, readOnly)
	var elsewhere kit.Elsewhere
	var busy kit.InUse
	switch {
	case err == nil:
		return openScreen(s, f)
	case errors.As(err, &elsewhere): // the screen asks what happened to the file
		o := options(s)
		o.Open = path
		return tui.Run(context.Background(), o)
	case errors.As(err, &busy) && busy.InUse():
		return &model.Error{Code: model.Conflict, Subject: path, Message: fmt.Sprintf("%s: shortlist --read-only %s.", strings.TrimSuffix(model.Explain(err), "."), path)}
	}
	return err
}

// openScreen opens the terminal program: on an open file, which it closes, or on the list of vacancies if f is nil.
func openScreen(s *session, f kit.File) error {
	o := options(s)
	o.File = f
	return tui.Run(context.Background(), o)
}

func options(s *session) tui.Options {
	return tui.Options{Library: s.lib(), Pages: s.Pages, Now: s.Now, Random: s.Random}
}

// openFile opens a file. If it was written on another computer, --moved and --copy say what happened to it.
func openFile(s *session, path string, readOnly bool) (kit.UpkeepFile, error) {
	f, err := s.lib().OpenFile(path, readOnly)
	var elsewhere kit.Elsewhere
	if !errors.As(err, &elsewhere) || !s.moved && !s.copied {
		return f, err
	}
	if err := s.lib().ResolveMoved(path, s.copied); err != nil {
		return nil, err
	}
	return s.lib().OpenFile(path, readOnly)
}

// withFile opens a file for the time of a function, which gets what everybody may see of it.
func withFile(s *session, path string, readOnly bool, do func(kit.UpkeepFile, *model.View) error) error {
	f, err := openFile(s, path, readOnly)
	if err != nil {
		return err
	}
	v, err := f.Look("")
	if err == nil {
		err = do(f, v)
	}
	return errors.Join(err, f.Close())
}
