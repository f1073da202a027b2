package screens

import (
	"context"
	"strings"

	tea "charm.land/bubbletea/v2"

	"shortlist/model"
	"shortlist/tui/kit"
	"shortlist/tui/widget"
)

// This file holds the vacancy: its header and criteria, with the posting beside them where there is room. How an entry
// is drawn is in vacancy_items.go, what can be changed in vacancy_edit.go and vacancy_rules.go.

// vacancy is the first main page of an open vacancy.
type vacancy struct {
	env   *kit.Env
	board *model.Board
	list  *widget.Blocks
	items []item
	want  string // the entry to select: its key
	text  *widget.Pager
	read  bool // the posting was asked for
	dark  bool // the background the entries were drawn for

	rules *widget.Pager // what is hashed, while it is shown
	next  model.CriterionID

	width, height int
}

// sideBySide is the least width with the posting beside the list.
const sideBySide = 120

func newVacancy(env *kit.Env, r kit.Route) kit.Screen {
	s := &vacancy{env: env, board: model.NewBoard(), list: widget.NewBlocks(env), text: widget.NewPager(env)}
	s.text.Numbers, s.text.Pointer = true, true
	if r.Criterion != 0 {
		s.want = criterionKey(r.Criterion)
	}
	return s
}

// Title is that of the page.
func (s *vacancy) Title() string { return "Vacancy" }

// Refresh takes over the criteria and asks for the posting once.
func (s *vacancy) Refresh(b *model.Board) []kit.Effect {
	s.board = b
	for _, k := range b.Criteria {
		if s.next > 0 && k.ID >= s.next {
			s.want = criterionKey(k.ID) // a new one is selected
		}
	}
	s.next = b.NextID
	s.layout()
	if s.read || s.env.File == nil {
		return nil
	}
	s.read = true
	return []kit.Effect{readPosting(s.env.File)}
}

// readPosting fetches the published text.
func readPosting(file kit.File) kit.Effect {
	return kit.Run{Key: "posting", Work: func(context.Context, func(string)) (any, error) { return file.Posting() }}
}

// Resize gives the size.
func (s *vacancy) Resize(width, height int) {
	s.width, s.height = width, height
	s.layout()
}

// split is the width of the list and of the posting beside it; 0 where there is none.
func (s *vacancy) split() (list, text int) {
	if s.width < sideBySide {
		return s.width, 0
	}
	list = s.width * 11 / 20
	return list, s.width - list - 3
}

// layout draws the entries anew and keeps the selected one.
func (s *vacancy) layout() {
	s.dark = s.env.Theme.Dark
	list, text := s.split()
	was := s.want
	if was == "" {
		was = s.selected().key
	}
	at := s.list.Selected()
	s.items = vacancyItems(s.env, s.board, max(20, list-2))
	blocks := make([]widget.Block, len(s.items))
	for i, x := range s.items {
		blocks[i] = widget.Block{Lines: x.lines, Quiet: x.key == ""}
		if x.key == was && was != "" {
			at, s.want = i, ""
		}
	}
	s.list.Resize(list, s.height)
	s.list.Set(blocks)
	s.list.Select(max(0, at))
	s.text.Resize(text, s.height)
	if s.rules != nil {
		s.rules.Resize(s.width, s.height)
	}
	s.follow()
}

// selected is the selected entry; an empty one where there is none.
func (s *vacancy) selected() item {
	if i := s.list.Selected(); i >= 0 && i < len(s.items) {
		return s.items[i]
	}
	return item{}
}

// follow shows the lines of the selected entry in the posting beside the list.
func (s *vacancy) follow() {
	x := s.selected()
	s.text.SetMarks(postingMarks(s.env, s.board, s.text, x.label))
	_, text := s.split()
	s.text.Resize(text, s.height)
	if x.source.From > 0 {
		s.text.GoTo(x.source.From)
	}
}

// Update handles keys, mouse and the posting.
func (s *vacancy) Update(msg tea.Msg) []kit.Effect {
	if d, ok := msg.(kit.Done); ok {
		return s.done(d)
	}
	if s.rules != nil {
		s.rules.Update(msg)
		return nil
	}
	if k, ok := msg.(tea.KeyPressMsg); ok {
		if effects, ok := perform(s.actions(), k); ok {
			return effects
		}
	}
	if list, text := s.split(); text > 0 {
		if m, ok := widget.Over(msg, list+3, 0); ok {
			s.text.Update(m)
			return nil
		}
	}
	switch s.list.Update(msg) {
	case widget.Moved:
		s.follow()
	case widget.Chosen:
		return s.source()
	}
	return nil
}

func (s *vacancy) done(d kit.Done) []kit.Effect {
	if d.Key != "posting" {
		return nil
	}
	if d.Err != nil {
		return []kit.Effect{kit.Fail{Err: d.Err}}
	}
	p, _ := d.Value.(model.Posting)
	s.text.SetText(p.Text)
	s.follow()
	return nil
}

// Back closes what is open on the page.
func (s *vacancy) Back() ([]kit.Effect, bool) {
	open := s.rules != nil
	s.rules = nil
	return nil, open
}

// Keys are those of the page or of what is open on it.
func (s *vacancy) Keys() []kit.Binding {
	if s.rules != nil {
		return append([]kit.Binding{kit.Back.As("close", "Go back to the criteria.")}, moving()...)
	}
	return bindings(s.actions(), moving()...)
}

// View draws the list, and the posting beside it.
func (s *vacancy) View() string {
	if s.rules != nil {
		return s.rules.View()
	}
	if s.dark != s.env.Theme.Dark {
		s.layout()
	}
	list, text := s.split()
	if text == 0 {
		return s.list.View()
	}
	return beside(s.env, s.list.View(), list, s.text.View(), s.height)
}

// beside puts two views side by side with a line between them.
func beside(env *kit.Env, left string, width int, right string, height int) string {
	l, r := strings.Split(left, "\n"), strings.Split(right, "\n")
	bar := env.Theme.Border.Render("│")
	var w strings.Builder
	for i := range height {
		if i > 0 {
			w.WriteByte('\n')
		}
		a, b := "", ""
		if i < len(l) {
			a = l[i]
		}
		if i < len(r) {
			b = r[i]
		}
		w.WriteString(env.Text.Fit(a, width) + " " + bar + " " + b)
	}
	return w.String()
}
