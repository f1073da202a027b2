package screens

import (
	"fmt"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"shortlist/model"
	"shortlist/tui/kit"
	"shortlist/tui/widget"
)

// This file holds the posting: the published text with its line numbers, and in the margin what each line was
// understood as.

type posting struct {
	env    *kit.Env
	board  *model.Board
	route  kit.Route
	text   *widget.Pager
	source model.Posting
	err    error
	loaded bool
	asked  bool
	search *widget.Input
	typing bool

	width, height int
}

func newPosting(env *kit.Env, r kit.Route) kit.Screen {
	s := &posting{env: env, board: model.NewBoard(), route: r, text: widget.NewPager(env), search: widget.NewInput(env)}
	s.text.Numbers, s.text.Pointer = true, true
	s.search.Hint = "words to look for"
	return s
}

// Title is that of the page.
func (s *posting) Title() string { return "Posting" }

// Refresh asks for the text once, and marks the lines anew.
func (s *posting) Refresh(b *model.Board) []kit.Effect {
	s.board = b
	s.marks()
	if s.asked || s.env.File == nil {
		return nil
	}
	s.asked = true
	return []kit.Effect{readPosting(s.env.File)}
}

func (s *posting) marks() {
	chosen := ""
	if k := s.board.Criterion(s.route.Criterion); k != nil {
		chosen = s.board.Label(k.ID)
	}
	s.text.SetMarks(postingMarks(s.env, s.board, s.text, chosen))
	s.Resize(s.width, s.height)
}

// Resize gives the size.
func (s *posting) Resize(width, height int) {
	s.width, s.height = width, height
	s.text.Resize(width, max(1, height-2))
	s.search.Resize(max(1, width-4))
}

func (s *posting) actions() []action {
	return []action{
		{kit.NextMarked, just(func() []kit.Effect { return s.hop(1) })},
		{kit.PrevMarked, just(func() []kit.Effect { return s.hop(-1) })},
		{kit.SearchKey, just(func() []kit.Effect { s.typing = true; return nil })},
	}
}

// hop goes to the next marked line, or the next one with the words searched for.
func (s *posting) hop(by int) []kit.Effect {
	found, what := false, "marked line"
	if s.search.Value() != "" {
		found, what = s.text.NextHit(by), "line with these words"
	} else {
		found = s.text.NextMark(by)
	}
	if found {
		return nil
	}
	if by > 0 {
		return []kit.Effect{kit.Note{Text: "No " + what + " further down."}}
	}
	return []kit.Effect{kit.Note{Text: "No " + what + " further up."}}
}

// Update handles keys, mouse and the text.
func (s *posting) Update(msg tea.Msg) []kit.Effect {
	if d, ok := msg.(kit.Done); ok {
		s.done(d)
		return nil
	}
	if s.typing {
		return s.typeSearch(msg)
	}
	if k, ok := msg.(tea.KeyPressMsg); ok {
		if effects, ok := perform(s.actions(), k); ok {
			return effects
		}
	}
	s.text.Update(msg)
	return nil
}

func (s *posting) typeSearch(msg tea.Msg) []kit.Effect {
	if k, ok := msg.(tea.KeyPressMsg); ok && k.String() == "enter" {
		s.typing = false
		if i, _ := s.text.Hit(); i == 0 && !s.text.NextHit(1) {
			s.text.NextHit(-1)
		}
		return nil
	}
	if s.search.Update(msg) {
		s.text.Search(s.search.Value())
	}
	return nil
}

func (s *posting) done(d kit.Done) {
	s.loaded, s.err = true, d.Err
	s.source, _ = d.Value.(model.Posting)
	s.text.SetText(s.source.Text)
	s.marks()
	line, _ := strconv.Atoi(s.route.Path)
	if k := s.board.Criterion(s.route.Criterion); k != nil {
		line = k.Lines.From
	}
	if line > 0 {
		s.text.GoTo(line)
	}
}

// Back ends the search.
func (s *posting) Back() ([]kit.Effect, bool) {
	if !s.typing && s.search.Value() == "" {
		return nil, false
	}
	s.typing = false
	s.search.SetValue("")
	s.text.Search("")
	return nil, true
}

// Capturing tells whether words to search for are being typed.
func (s *posting) Capturing() bool { return s.typing }

// Cursor is that of the search.
func (s *posting) Cursor() *tea.Cursor {
	if !s.typing {
		return nil
	}
	c := s.search.Cursor()
	c.X, c.Y = c.X+2, max(0, s.height-1)
	return c
}

// Keys are those of the page.
func (s *posting) Keys() []kit.Binding {
	if s.typing {
		return []kit.Binding{kit.Enter.As("find", "Go to the first line with these words."), kit.Back.As("drop", "End the search.")}
	}
	return bindings(s.actions(), moving()...)
}

// View draws the text with a line about it.
func (s *posting) View() string {
	switch {
	case s.err != nil:
		return strings.Join(s.env.Text.Wrap("✗ "+explain(s.err), max(1, s.width)), "\n")
	case !s.loaded:
		return "Reading the posting …"
	case strings.TrimSpace(s.source.Text) == "":
		return strings.Join(s.env.Text.Wrap("This vacancy was made without a posting.", max(1, s.width)), "\n")
	}
	lines := strings.Split(s.text.View(), "\n")
	for len(lines) < s.height-2 {
		lines = append(lines, "")
	}
	return strings.Join(append(lines, s.legend(), s.foot()), "\n")
}

func (s *posting) legend() string {
	return s.env.Theme.Faint.Render(s.env.Text.Cut("margin: E essential · D desirable · G eligibility · C competency (interview)", s.width))
}

func (s *posting) foot() string {
	i, of := s.text.Hit()
	switch {
	case s.typing:
		return s.env.Theme.Key.Render("/ ") + s.search.View()
	case s.search.Value() != "" && of == 0:
		return s.env.Text.Cut("no line with “"+s.search.Value()+"”; esc ends the search", s.width)
	case s.search.Value() != "" && i == 0:
		return s.env.Text.Cut(fmt.Sprintf("“%s” on %s; ] and [ go to them", s.search.Value(), count(of, "line", "lines")), s.width)
	case s.search.Value() != "":
		return s.env.Text.Cut(fmt.Sprintf("“%s” %d of %d", s.search.Value(), i, of), s.width)
	}
	about := fmt.Sprintf("line %d of %d · %s · SHA-256 %.12s…", s.text.Line(), s.text.Lines(), kit.Clean(s.source.Name), s.source.SHA256)
	return s.env.Theme.Faint.Render(s.env.Text.Cut(about, s.width))
}
