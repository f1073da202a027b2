package rate

// This file writes a member's own rating form for a spreadsheet program. How a filled one is read back is in
// sheet_read.go, how the page is drawn in sheet_view.go.

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	tea "charm.land/bubbletea/v2"

	"shortlist/model"
	"shortlist/tui/kit"
	"shortlist/tui/screens/part"
	"shortlist/tui/widget"
)

type sheet struct {
	env    *kit.Env
	keys   part.Actions
	board  *model.View
	menu   *widget.Table
	path   *widget.Input
	typed  bool // the path was changed by hand
	typing bool
	quotes bool // columns for quotes are asked for
	wait   string
	said   string // what came of writing it
	err    error

	pick *part.FilePicker // a filled form is being chosen
	look *sheetLook
	last string // folder of the form written or read last

	width, height int
}

// What can be done on the page, in the order of the menu.
const (
	sheetBook = iota
	sheetTable
	sheetBack
)

var sheetMenu = [...]struct{ words, says string }{
	sheetBook:  {"Write it as a workbook (.xlsx)", "criteria, reasons, and jobs to tick"},
	sheetTable: {"Write it as a table (.csv)", "criteria and reasons; no jobs to tick"},
	sheetBack:  {"Read a filled form back", "you see first what would change"},
}

// NewSheet is the page of a member's own rating form.
func NewSheet(env *kit.Env, _ kit.Route) kit.Screen {
	s := &sheet{env: env, board: model.EmptyView(), path: widget.NewInput(env)}
	s.menu = widget.NewTable(env, widget.Column{Title: "Your own form", Width: 30}, widget.Column{Title: "", Width: 20, Flex: 1})
	s.menu.SetRows(len(sheetMenu), func(i int, c []widget.Cell) {
		c[0].Text, c[1] = sheetMenu[i].words, widget.Cell{Text: sheetMenu[i].says, Style: &env.Theme.Faint}
	})
	return s
}

// Title is that of the page.
func (s *sheet) Title() string { return "Own form" }

// Refresh takes over the board. What a form would change is worked out anew.
func (s *sheet) Refresh(b *model.View) []kit.Effect {
	s.board = b
	s.propose()
	s.layout()
	if s.look != nil {
		return s.reading(lookSheet, s.look.path)
	}
	return nil
}

// propose puts a name for the format in place, unless a path was typed.
func (s *sheet) propose() {
	if s.typed || s.env.File == nil || s.menu.Selected() == sheetBack {
		return
	}
	ext := ".xlsx"
	if s.menu.Selected() == sheetTable {
		ext = ".csv"
	}
	s.path.SetValue(s.env.File.Beside(fmt.Sprintf("form of %s", s.board.MemberName(s.env.Me)), ext))
}

// Resize gives the size.
func (s *sheet) Resize(width, height int) {
	s.width, s.height = width, height
	s.layout()
}

func (s *sheet) layout() {
	s.path.Resize(max(1, s.width-4))
	s.menu.Resize(s.width, max(2, min(len(sheetMenu)+1, s.height-len(s.head())-len(s.foot()))))
	if s.pick != nil {
		s.pick.Resize(s.width, max(1, s.height-len(s.pickHead())))
	}
	if s.look != nil {
		s.look.table.Resize(s.width, max(2, s.height-len(s.summary())-len(s.detail())))
	}
}

// whyNot says why there is no form to write or read; empty if there is.
func (s *sheet) whyNot() string {
	switch {
	case s.wait != "":
		return "Wait until it is done."
	case s.env.File == nil:
		return "No vacancy is open."
	case s.board.Member(s.env.Me) == nil:
		return "Choose who is working first (@): a form is that of one member."
	}
	return ""
}

func (s *sheet) whyNotRead() string {
	if why := s.whyNot(); why != "" || !s.env.File.ReadOnly() {
		return why
	}
	return "The file is open for reading only: no form can be taken in."
}

func (s *sheet) actions() []part.Action {
	if s.look != nil {
		return s.look.actions(s)
	}
	why, quotes := s.whyNot(), "add quotes"
	if s.quotes {
		quotes = "no quotes"
	}
	enter := kit.Enter.As("write", "Write your form.").Unless(why)
	if s.menu.Selected() == sheetBack {
		enter = kit.Enter.As("read back", "Choose a filled form.").Unless(s.whyNotRead())
	}
	return []part.Action{
		part.On(enter, s.act),
		part.On(kit.TakeKey.As("read back", "Read a filled form back. You see first what would change.").Unless(s.whyNotRead()), s.choose),
		part.On(kit.Words.As("change path", "Change where your form is written."), func() []kit.Effect { s.typing = true; return nil }),
		part.On(kit.Evidence.As(quotes, "Write columns for quotes from the files too, or leave them out."), func() []kit.Effect { s.quotes = !s.quotes; return nil }),
	}
}

// act does what is selected.
func (s *sheet) act() []kit.Effect {
	if s.menu.Selected() == sheetBack {
		return s.choose()
	}
	return s.write(false)
}

// written is a form that was written.
type written struct {
	path       string
	candidates int
}

// write writes the form. What is there already is replaced only once the user said so.
func (s *sheet) write(replace bool) []kit.Effect {
	file, me, path := s.env.File, s.env.Me, strings.TrimSpace(s.path.Value())
	wish := model.SheetWish{Evidence: s.quotes, Replace: replace}
	s.wait, s.said, s.err, s.typing = "Writing …", "", nil, false
	s.layout()
	return []kit.Effect{kit.Run{Key: "write", Label: "Writing your form", Work: func(context.Context, func(string)) (any, error) {
		n, err := file.WriteSheet(me, path, wish)
		return written{path, n}, err
	}}}
}

// wrote takes over where the form was written. If a file is there already it asks.
func (s *sheet) wrote(d kit.Done) []kit.Effect {
	w, _ := d.Value.(written)
	s.wait, s.err = "", d.Err
	var taken kit.Taken
	switch {
	case errors.As(d.Err, &taken) && taken.Taken():
		s.err = nil
		return []kit.Effect{kit.Ask{
			Title: "Replace the file?", Text: fmt.Sprintf("%s is there already. If it is a form that you have filled in, read it back first.", kit.Clean(w.path)),
			Answers: []kit.Answer{
				{Words: "Leave it", Key: "n", Says: "w changes the path."},
				{Words: "Replace it", Key: "r", Says: "What is in it is lost.", Effects: s.again()},
			},
		}}
	case d.Err == nil:
		s.last = filepath.Dir(w.path)
		s.said = fmt.Sprintf("✓ Written for %s: %s. Fill it in with a spreadsheet program, save it there, then m reads it back.", model.Count(w.candidates, "candidate", "candidates"), kit.Clean(w.path))
	}
	return nil
}

// again is writing over what is there.
func (s *sheet) again() []kit.Effect {
	out := s.write(true)
	s.wait = ""
	return out
}

// choose lets a filled form be chosen, first in the folder where the last one was.
func (s *sheet) choose() []kit.Effect {
	s.said, s.err = "", nil
	s.pick = part.NewFilePicker(s.env, cmp.Or(s.last, filepath.Dir(s.env.File.Beside("form", ".xlsx"))), ".xlsx", ".csv")
	s.layout()
	return s.pick.Start()
}

// Update handles keys, mouse and answers.
func (s *sheet) Update(msg tea.Msg) []kit.Effect {
	if d, ok := msg.(kit.Done); ok {
		out := s.done(d)
		s.layout()
		return out
	}
	if s.pick != nil {
		m, _ := widget.Shift(msg, 0, len(s.pickHead()))
		path, effects := s.pick.Update(m)
		if path == "" {
			return effects
		}
		s.wait = fmt.Sprintf("Reading %s …", kit.Clean(filepath.Base(path)))
		s.layout()
		return s.reading(lookSheet, path)
	}
	k, key := msg.(tea.KeyPressMsg)
	if s.typing {
		if key && k.String() == "enter" {
			return s.write(false)
		}
		s.typed = s.path.Update(msg) || s.typed
		return nil
	}
	if key {
		if effects, ok := s.keys.Dispatch(k); ok {
			s.layout()
			return effects
		}
	}
	return s.move(msg)
}

// move moves in the menu, or in what a form would change.
func (s *sheet) move(msg tea.Msg) []kit.Effect {
	if s.look != nil {
		if m, inside := widget.Shift(msg, 0, len(s.summary())); inside {
			s.look.table.Update(m)
		}
		s.layout()
		return nil
	}
	if m, inside := widget.Shift(msg, 0, len(s.head())); inside {
		switch s.menu.Update(m) {
		case widget.Moved:
			s.propose()
		case widget.Chosen:
			if s.whyNot() == "" {
				return s.act()
			}
		}
	}
	return nil
}

func (s *sheet) done(d kit.Done) []kit.Effect {
	switch {
	case s.pick != nil && s.pick.Done(d), d.Key == part.BrowseKey:
		return nil
	case d.Key == "write":
		return s.wrote(d)
	}
	return s.read(d)
}

// Back goes back to the menu, or out of the path.
func (s *sheet) Back() ([]kit.Effect, bool) {
	switch {
	case s.look != nil:
		s.look = nil
	case s.pick != nil:
		s.pick, s.wait, s.err = nil, "", nil
	case s.typing:
		s.typing = false
	default:
		return nil, false
	}
	s.layout()
	return nil, true
}

// Capturing returns true if text is being typed.
func (s *sheet) Capturing() bool { return s.typing || s.pick != nil }

// Cursor is that of what is being typed.
func (s *sheet) Cursor() *tea.Cursor {
	switch {
	case s.pick != nil:
		c := s.pick.Cursor()
		c.Y += len(s.pickHead())
		return c
	case s.typing:
		c := s.path.Cursor()
		c.X, c.Y = c.X+2, len(s.head())+len(strings.Split(s.menu.View(), "\n"))+2
		return c
	}
	return nil
}

// Keys are those of the page.
func (s *sheet) Keys() []kit.Binding {
	switch {
	case s.pick != nil:
		return s.keys.Keep(nil, append(s.pick.Keys(), kit.Back)...)
	case s.typing:
		return s.keys.Keep(nil, kit.Enter.As("write", "Write your form there."), kit.Back.As("keep", "Keep the path and go back."))
	}
	return s.keys.Keep(s.actions(), append([]kit.Binding{kit.Back}, part.MovingKeys()...)...)
}
