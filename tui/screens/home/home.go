package home

// This file holds home: the vacancies of the library, or the first three steps if there is none.

import (
	"context"
	"path/filepath"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"shortlist/model"
	"shortlist/model/requirement"
	"shortlist/tui/kit"
	"shortlist/tui/screens/part"
	"shortlist/tui/widget"
)

type home struct {
	env    *kit.Env
	keys   part.Actions
	all    []model.Summary
	shown  []model.Summary
	loaded bool
	err    error
	table  *widget.Table
	filter *widget.Input
	typing bool             // true while the filter has the focus
	pick   *part.FilePicker // not nil while a file is being chosen
	bundle bool             // true if that file is a bundle
	last   string           // folder of the last bundle
	wait   string           // what the page waits for
	unlock part.Unlocker

	width, height int
}

// NewHome returns the page with the vacancies of the library.
func NewHome(env *kit.Env, _ kit.Route) kit.Screen {
	s := &home{env: env, unlock: part.Unlocker{Env: env}, filter: widget.NewInput(env)}
	s.filter.Hint = "words of the title"
	s.table = widget.NewTable(env,
		widget.Column{Title: "Vacancy", Width: 24, Flex: 1},
		widget.Column{Title: "Phase", Width: 10},
		widget.Column{Title: "Candidates", Width: 10, Right: true},
		widget.Column{Title: "Progress", Width: 22},
	)
	return s
}

// Title returns the title of the page.
func (s *home) Title() string { return "Vacancies" }

// Refresh reads the library again.
func (s *home) Refresh(*model.View) []kit.Effect {
	library := s.env.Library
	return []kit.Effect{kit.Run{Key: "list", Label: "Reading the vacancies", Work: func(context.Context, func(string)) (any, error) {
		all, err := library.List()
		return vacancies{all, library.LastFolder()}, err
	}}}
}

// vacancies is the result of reading the library.
type vacancies struct {
	all  []model.Summary
	last string
}

// Resize sets the size.
func (s *home) Resize(width, height int) {
	s.width, s.height = width, height
	s.filter.Resize(max(1, width-4))
	s.layout()
}

func (s *home) layout() {
	s.table.Resize(s.width, max(2, s.height-len(s.foot())-s.top()))
	if s.pick != nil {
		s.pick.Resize(s.width, max(1, s.height-2))
	}
}

// top returns the number of lines above the table.
func (s *home) top() int {
	if s.typing || s.filter.Value() != "" {
		return 1
	}
	return 0
}

// pass shows the vacancies that match the filter.
func (s *home) pass() {
	words := strings.Fields(requirement.Fold(s.filter.Value()))
	s.shown = nil
next:
	for _, v := range s.all {
		text := requirement.Fold(v.Title + " " + filepath.Base(v.Path) + " " + v.Phase.Words())
		for _, w := range words {
			if !strings.Contains(text, w) {
				continue next
			}
		}
		s.shown = append(s.shown, v)
	}
	s.table.SetRows(len(s.shown), s.row)
	s.layout()
}

func (s *home) row(i int, c []widget.Cell) {
	v := s.shown[i]
	if v.Trouble != "" {
		c[0].Text = kit.Clean(filepath.Base(v.Path))
		c[1] = widget.Cell{Text: "! trouble", Style: &s.env.Theme.Bad}
		c[3] = widget.Cell{Text: kit.Clean(v.Trouble), Style: &s.env.Theme.Bad}
		return
	}
	c[0].Text = kit.Clean(v.Title)
	if strings.TrimSpace(c[0].Text) == "" {
		c[0].Text = kit.Clean(filepath.Base(v.Path))
	}
	c[1].Text = v.Phase.Words()
	c[2].Text = strconv.Itoa(v.Candidates)
	switch {
	case v.Phase == model.Preparing:
		c[3].Text = model.Count(v.Criteria, "criterion", "criteria")
	case v.Expected > 0:
		c[3].Text = widget.Meter(v.Submitted, v.Expected, 22)
	}
}

func (s *home) selected() (model.Summary, bool) {
	i := s.table.Selected()
	if i < 0 || i >= len(s.shown) {
		return model.Summary{}, false
	}
	return s.shown[i], true
}

func (s *home) actions() []part.Action {
	none := ""
	if len(s.shown) == 0 {
		none = "There is no vacancy to open yet: n makes one, m begins with a bundle, s opens the sample."
	}
	return []part.Action{
		part.On(kit.Enter.As("open", "Open the vacancy.").Unless(none), s.open),
		part.Emit(kit.NewKey, kit.Push{Route: kit.Route{Screen: kit.New}}),
		part.On(kit.SampleK, s.sample),
		part.On(kit.OpenKey, s.elsewhere),
		part.On(kit.TakeKey.As("open a bundle", "Begin with a bundle that the chair sent you. You see first what would come in."), s.fromBundle),
		part.Emit(kit.CardKey, kit.Push{Route: kit.Route{Screen: kit.Card}}),
		part.On(kit.Filter.Unless(none), func() []kit.Effect { s.typing = true; s.layout(); return nil }),
	}
}

func (s *home) open() []kit.Effect {
	v, _ := s.selected()
	return []kit.Effect{kit.Open{Path: v.Path}}
}

func (s *home) sample() []kit.Effect {
	library := s.env.Library
	s.wait = "Making the sample …"
	return []kit.Effect{kit.Run{Key: "sample", Label: "Making the sample", Work: func(context.Context, func(string)) (any, error) {
		return library.Sample()
	}}}
}

func (s *home) elsewhere() []kit.Effect {
	s.pick, s.bundle = part.NewFilePicker(s.env, "", ".shortlist"), false
	s.layout()
	return s.pick.Start()
}

// Update handles keys, mouse and results of jobs.
func (s *home) Update(msg tea.Msg) []kit.Effect {
	if d, ok := msg.(kit.Done); ok {
		return s.done(d)
	}
	if s.pick != nil {
		m, _ := widget.Shift(msg, 0, 2)
		path, effects := s.pick.Update(m)
		switch {
		case path == "":
			return effects
		case s.bundle:
			s.pick = nil
			return s.lookAt(path)
		}
		return []kit.Effect{kit.Open{Path: path}}
	}
	if k, ok := msg.(tea.KeyPressMsg); ok {
		if s.typing {
			return s.typeFilter(k)
		}
		if effects, ok := s.keys.Dispatch(k); ok {
			return effects
		}
	}
	if s.typing {
		s.filter.Update(msg)
		s.pass()
		return nil
	}
	if m, inside := widget.Shift(msg, 0, s.top()); inside && s.table.Update(m) == widget.Chosen {
		return s.open()
	}
	s.layout()
	return nil
}

func (s *home) typeFilter(k tea.KeyPressMsg) []kit.Effect {
	switch k.String() {
	case "enter":
		s.typing = false
	case "up", "down", "pgup", "pgdown":
		s.table.Update(k)
	default:
		s.filter.Update(k)
		s.pass()
	}
	s.layout()
	return nil
}

func (s *home) done(d kit.Done) []kit.Effect {
	if effects, ok := s.unlock.Done(d); ok {
		return effects
	}
	switch d.Key {
	case part.BrowseKey:
		if s.pick != nil {
			s.pick.Done(d)
		}
	case "look":
		if d.Err != nil {
			return []kit.Effect{kit.Fail{Err: d.Err}}
		}
		b, _ := d.Value.(fresh)
		return s.brings(b)
	case "sample", "made":
		s.wait = ""
		if d.Err != nil {
			return []kit.Effect{kit.Fail{Err: d.Err}}
		}
		file, _ := d.Value.(kit.File)
		return []kit.Effect{kit.Opened{File: file}}
	case "list":
		s.loaded, s.err = true, d.Err
		l, _ := d.Value.(vacancies)
		s.all, s.last = l.all, l.last
		s.pass()
	}
	return nil
}

// Back closes the choice of a file, or the filter.
func (s *home) Back() ([]kit.Effect, bool) {
	switch {
	case s.pick != nil:
		s.pick = nil
	case s.typing || s.filter.Value() != "":
		s.typing = false
		s.filter.SetValue("")
		s.pass()
	default:
		return nil, false
	}
	return nil, true
}

// Capturing returns true while text is being typed.
func (s *home) Capturing() bool { return s.typing || s.pick != nil }

// Cursor returns the cursor of the text that is being typed.
func (s *home) Cursor() *tea.Cursor {
	switch {
	case s.pick != nil:
		c := s.pick.Cursor()
		c.Y += 2
		return c
	case s.typing:
		c := s.filter.Cursor()
		c.X += 2
		return c
	}
	return nil
}

// Keys returns the keys of the page.
func (s *home) Keys() []kit.Binding {
	switch {
	case s.pick != nil:
		return s.keys.Keep(nil, append(s.pick.Keys(), kit.Back)...)
	case s.typing:
		return s.keys.Keep(nil, kit.Enter.As("keep", "Keep the filter and go back to the list."), kit.Back.As("drop", "Drop the filter."))
	}
	return s.keys.Keep(s.actions(), part.MovingKeys()...)
}
