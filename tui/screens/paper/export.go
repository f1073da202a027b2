package paper

// This file holds the page that writes reports and tables to files, in a chosen format and place.

import (
	"context"
	"errors"
	"strings"

	tea "charm.land/bubbletea/v2"

	"shortlist/model"
	"shortlist/tui/kit"
	"shortlist/tui/screens/part"
	"shortlist/tui/widget"
)

type export struct {
	env     *kit.Env
	keys    part.Actions
	board   *model.View
	formats []kit.Format
	table   *widget.Table
	path    *widget.Input
	typed   bool // true if the path was changed by hand
	typing  bool
	wait    string
	written string
	err     error

	width, height int
}

// NewExport returns the page that writes papers.
func NewExport(env *kit.Env, _ kit.Route) kit.Screen {
	s := &export{env: env, board: model.EmptyView(), path: widget.NewInput(env)}
	s.table = widget.NewTable(env, widget.Column{Title: "Format", Width: 10}, widget.Column{Title: "What it is for", Width: 30, Flex: 1})
	s.path.Hint = "where to write; empty leaves the name to the program"
	return s
}

// Title returns the title of the page.
func (s *export) Title() string { return "Export" }

// Refresh shows the formats.
func (s *export) Refresh(b *model.View) []kit.Effect {
	s.board, s.formats = b, s.env.Library.ExportFormats()
	s.table.SetRows(len(s.formats), func(i int, c []widget.Cell) { c[0].Text, c[1].Text = s.formats[i].Name, s.formats[i].Description })
	s.propose()
	s.layout()
	return nil
}

// propose sets the path to the vacancy's name with the ending of the format, unless a path was typed.
func (s *export) propose() {
	i := s.table.Selected()
	if s.typed || i < 0 || s.env.File == nil {
		return
	}
	name := strings.TrimSuffix(s.env.File.Path(), ".shortlist")
	s.path.SetValue(name + "." + s.formats[i].Ext)
}

// Resize sets the size.
func (s *export) Resize(width, height int) {
	s.width, s.height = width, height
	s.layout()
}

func (s *export) layout() {
	s.path.Resize(max(1, s.width-4))
	s.table.Resize(s.width, max(2, min(len(s.formats)+1, s.height-len(s.head())-len(s.foot()))))
}

func (s *export) actions() []part.Action {
	why := ""
	switch {
	case s.wait != "":
		why = "The file is being written."
	case len(s.formats) == 0 || s.env.File == nil:
		why = "There is nothing to write."
	case s.env.Me == "" && len(s.board.Members) > 0:
		why = "Choose who is working first (@): a file holds what you may see."
	}
	return []part.Action{
		part.On(kit.Enter.As("write", "Write the file.").Unless(why), func() []kit.Effect { return s.write(false) }),
		part.On(kit.Words.As("change path", "Change where the file is written."), func() []kit.Effect { s.typing = true; return nil }),
		part.Emit(kit.SheetKey, kit.Push{Route: kit.Route{Screen: kit.Sheet}}),
	}
}

// write writes the file. An existing file is replaced only if the user agreed.
func (s *export) write(replace bool) []kit.Effect {
	i := s.table.Selected()
	if i < 0 {
		return nil
	}
	file, me, format, path := s.env.File, s.env.Me, s.formats[i].Name, strings.TrimSpace(s.path.Value())
	s.wait, s.written, s.err, s.typing = "Writing …", "", nil, false
	s.layout()
	return []kit.Effect{kit.Run{Key: "export", Label: "Writing " + format, Work: func(context.Context, func(string)) (any, error) {
		return file.Export(me, format, path, replace)
	}}}
}

// Update handles keys, mouse and the result of the work.
func (s *export) Update(msg tea.Msg) []kit.Effect {
	if d, ok := msg.(kit.Done); ok {
		return s.done(d)
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
			return effects
		}
	}
	if m, inside := widget.Shift(msg, 0, len(s.head())); inside {
		switch s.table.Update(m) {
		case widget.Moved:
			s.propose()
		case widget.Chosen:
			return s.write(false)
		}
	}
	return nil
}

// done shows where the file was written, or asks before an existing one is replaced.
func (s *export) done(d kit.Done) []kit.Effect {
	s.wait, s.err = "", d.Err
	s.written, _ = d.Value.(string)
	var taken kit.Taken
	if errors.As(d.Err, &taken) && taken.Taken() {
		s.err = nil
		s.layout()
		return []kit.Effect{kit.Ask{
			Title: "Replace the file?", Text: kit.Clean(s.path.Value()) + " is there already.",
			Answers: []kit.Answer{
				{Words: "Leave it", Key: "n", Says: "w changes the path."},
				{Words: "Replace it", Key: "r", Says: "What is in it is lost.", Effects: s.again()},
			},
		}}
	}
	s.layout()
	return nil
}

// again writes over an existing file.
func (s *export) again() []kit.Effect {
	out := s.write(true)
	s.wait = ""
	return out
}

// Back ends typing the path.
func (s *export) Back() ([]kit.Effect, bool) {
	was := s.typing
	s.typing = false
	return nil, was
}

// Capturing returns true while the path is being typed.
func (s *export) Capturing() bool { return s.typing }

// Cursor returns the cursor of the path.
func (s *export) Cursor() *tea.Cursor {
	if !s.typing {
		return nil
	}
	c := s.path.Cursor()
	c.X, c.Y = c.X+2, len(s.head())+len(strings.Split(s.table.View(), "\n"))+2
	return c
}

// Keys returns the keys of the page.
func (s *export) Keys() []kit.Binding {
	if s.typing {
		return s.keys.Keep(nil, kit.Enter.As("write", "Write the file there."), kit.Back.As("keep", "Keep the path and go back to the formats."))
	}
	return s.keys.Keep(s.actions(), part.MovingKeys()...)
}

// head says whose ratings the file will hold.
func (s *export) head() []string {
	text, style := "The ratings are revealed: the file holds those of all members.", s.env.Theme.Info
	if !s.board.Revealed() {
		style = s.env.Theme.Warn
		text = "! The ratings are not revealed yet: the file holds your own ratings only, no average and no ranking of the panel."
		if m := s.board.Member(s.env.Me); m == nil || !m.Role.Votes() {
			text = "! The ratings are not revealed yet: the file holds no ratings, no average and no ranking."
		}
	}
	var out []string
	for _, l := range s.env.Text.Wrap(text, max(1, s.width)) {
		out = append(out, style.Render(l))
	}
	return append(out, "")
}

func (s *export) foot() []string {
	th, t, w := s.env.Theme, s.env.Text, max(1, s.width)
	lead, style := "  ", th.Faint
	if s.typing {
		lead, style = "▸ ", th.Strong
	}
	out := []string{"", style.Render(t.Cut("Write to (w changes it):", w)), style.Render(lead) + s.path.View(), ""}
	switch {
	case s.wait != "":
		out = append(out, s.wait)
	case s.err != nil:
		for _, l := range t.Wrap("✗ "+part.Explain(s.err), w) {
			out = append(out, th.Bad.Render(l))
		}
	case s.written != "":
		for _, l := range t.Wrap("✓ Written: "+kit.Clean(s.written), w) {
			out = append(out, th.Good.Render(l))
		}
	}
	return out
}

// View draws the formats, the path, and where the file was written.
func (s *export) View() string {
	lines := append(s.head(), strings.Split(s.table.View(), "\n")...)
	lines = append(lines, s.foot()...)
	return strings.Join(lines[:min(len(lines), max(1, s.height))], "\n")
}
