package prepare

// This file holds the vacancy: what was made of the posting on one side, the posting itself on the other; the two move
// together. Where there is no room for both, one is shown at a time. How an entry is drawn is in vacancy_items.go, what
// can be changed in vacancy_edit.go and vacancy_rules.go, how the one is compared with the other in vacancy_compare.go.

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"shortlist/model"
	"shortlist/tui/kit"
	"shortlist/tui/screens/part"
	"shortlist/tui/widget"
)

// vacancy is the first main page of an open vacancy.
type vacancy struct {
	env   *kit.Env
	keys  part.Actions
	board *model.View
	list  *widget.Blocks
	items []item
	want  string // the entry to select: its key
	post  *posting
	dark  bool // the background the entries were drawn for

	rules *widget.Pager // what is hashed, while it is shown
	// tallied is what the files of the candidates show, while the vacancy is being prepared.
	tallied part.FindingCache
	next    model.CriterionID

	width, height int
}

// sideBySide is the least width with the posting beside the list.
const sideBySide = 120

// NewVacancy is the page of the vacancy with its criteria beside the posting.
func NewVacancy(env *kit.Env, r kit.Route) kit.Screen {
	s := &vacancy{env: env, board: model.EmptyView(), list: widget.NewBlocks(env), post: newPosting(env)}
	if r.Criterion != 0 {
		s.want = criterionKey(r.Criterion)
	}
	return s
}

// Title is that of the page.
func (s *vacancy) Title() string { return "Vacancy" }

// Refresh takes over the criteria and asks for the posting once.
func (s *vacancy) Refresh(b *model.View) []kit.Effect {
	s.board = b
	for _, k := range b.Criteria {
		if s.next > 0 && k.ID >= s.next {
			s.want = criterionKey(k.ID) // a new one is selected
		}
	}
	s.next = b.NextID
	effects := append(s.post.refresh(b), s.checkFetch()...)
	s.layout()
	return effects
}

// Resize gives the size.
func (s *vacancy) Resize(width, height int) {
	s.width, s.height = width, height
	s.layout()
}

// split is the width of the list and of the posting: both if there is room, else that of the one shown.
func (s *vacancy) split() (list, text int) {
	switch {
	case s.width >= sideBySide:
		list = s.width / 2
		return list, s.width - list - 3
	case s.post.focus:
		return 0, s.width
	}
	return s.width, 0
}

// body is the height below the titles of the sides.
func (s *vacancy) body() int { return max(1, s.height-1) }

// layout draws the entries anew and keeps the selected one.
func (s *vacancy) layout() {
	s.dark = s.env.Theme.Dark
	list, text := s.split()
	was, asked := s.want, false
	if was == "" {
		was = s.selected().key
	}
	at := s.list.Selected()
	width := list
	if list == 0 {
		width = s.width
	}
	s.items = append(vacancyItems(s.env, s.board, s.post.text, max(20, width-2)), s.checkItems(max(20, width-2))...)
	blocks := make([]widget.Block, len(s.items))
	for i, x := range s.items {
		blocks[i] = widget.Block{Lines: x.lines, Quiet: x.key == ""}
		if x.key == was && was != "" {
			at, asked, s.want = i, s.want != "", ""
		}
	}
	s.list.Resize(width, s.body())
	s.list.Set(blocks)
	s.list.Select(max(0, at))
	s.post.resize(text, s.body())
	if s.rules != nil {
		s.rules.Resize(s.width, s.height)
	}
	if asked {
		s.post.show(s.selected().key, s.selected().source)
	}
	s.follow()
}

// selected is the selected entry; an empty one if there is none.
func (s *vacancy) selected() item {
	if i := s.list.Selected(); i >= 0 && i < len(s.items) {
		return s.items[i]
	}
	return item{}
}

// follow shows the lines of the selected entry in the posting. While the posting leads it only marks them.
func (s *vacancy) follow() {
	x := s.selected()
	if s.post.focus {
		s.post.chosen = x.key
		s.post.mark()
		return
	}
	s.post.show(x.key, x.source)
}

// lead selects the entry that the line of the posting belongs to.
func (s *vacancy) lead() {
	for _, u := range s.post.here() {
		if s.choose(u.key) {
			break
		}
	}
	s.follow()
}

// choose selects an entry by its key; false if there is none.
func (s *vacancy) choose(key string) bool {
	for i, x := range s.items {
		if x.key == key && key != "" {
			s.list.Select(i)
			return true
		}
	}
	return false
}

// turn goes to the other side.
func (s *vacancy) turn(posting bool) []kit.Effect {
	s.post.focus = posting
	s.post.text.End()
	s.layout()
	if posting {
		s.post.show(s.selected().key, s.selected().source)
	}
	return nil
}

// Update handles keys, mouse and the posting.
func (s *vacancy) Update(msg tea.Msg) []kit.Effect {
	if d, ok := msg.(kit.Done); ok {
		return s.done(d)
	}
	switch {
	case s.rules != nil:
		s.rules.Update(msg)
		return nil
	case s.post.typing:
		s.post.typeSearch(msg)
		s.lead()
		return nil
	}
	if k, ok := msg.(tea.KeyPressMsg); ok {
		if effects, ok := s.keys.Dispatch(k); ok {
			return effects
		}
	}
	return s.wander(msg)
}

// wander moves in the side that has the focus, or that the mouse points at.
func (s *vacancy) wander(msg tea.Msg) []kit.Effect {
	list, text := s.split()
	if _, mouse := widget.Over(msg, 0, 0); mouse {
		left := 0
		if list > 0 {
			left = list + 3
		}
		if m, over := widget.Over(msg, left, 1); over && text > 0 && inside(m) {
			s.points(true, msg)
			if s.post.text.Update(m) != widget.Nothing && s.post.focus {
				s.lead()
			}
			return nil
		}
		s.points(false, msg)
	}
	if s.post.focus {
		if s.post.text.Update(msg) != widget.Nothing {
			s.lead()
		}
		return nil
	}
	m, _ := widget.Shift(msg, 0, 1)
	switch s.list.Update(m) {
	case widget.Moved:
		s.follow()
	case widget.Chosen:
		return s.turn(true)
	}
	return nil
}

// inside returns true if a mouse message counted from a place lies right of and below it.
func inside(msg tea.Msg) bool {
	_, ok := widget.Shift(msg, 0, 0)
	return ok
}

// points gives the focus to the side that is clicked on.
func (s *vacancy) points(posting bool, msg tea.Msg) {
	if _, click := msg.(kit.Click); click && s.width >= sideBySide {
		s.post.focus = posting
	}
}

func (s *vacancy) done(d kit.Done) []kit.Effect {
	if effects, ok := s.checkDone(d); ok {
		return effects
	}
	if d.Key != "posting" {
		return nil
	}
	s.post.done(d)
	s.layout()
	if d.Err != nil {
		return []kit.Effect{kit.Fail{Err: d.Err}}
	}
	return nil
}

// Back closes what is open on the page, or goes back to the criteria.
func (s *vacancy) Back() ([]kit.Effect, bool) {
	switch {
	case s.rules != nil:
		s.rules = nil
	case s.post.focus && s.post.back():
	case s.post.focus:
		s.turn(false)
	default:
		return nil, false
	}
	return nil, true
}

// Capturing returns true if words to search for are being typed.
func (s *vacancy) Capturing() bool { return s.post.typing }

// Cursor is that of the search.
func (s *vacancy) Cursor() *tea.Cursor {
	c := s.post.cursor()
	if c == nil {
		return nil
	}
	if list, _ := s.split(); list > 0 {
		c.X += list + 3
	}
	c.Y++
	return c
}

// Keys are those of the side with the focus, or of what is open on the page.
func (s *vacancy) Keys() []kit.Binding {
	switch {
	case s.rules != nil:
		return s.keys.Keep(nil, append([]kit.Binding{kit.Back.As("close", "Go back to the criteria.")}, part.MovingKeys()...)...)
	case s.post.typing:
		return s.keys.Keep(nil, kit.Enter.As("find", "Go to the first line with these words."), kit.Back.As("drop", "End the search."))
	case s.post.focus:
		return append(s.keys.Keep(s.actions(), kit.Back.As("criteria", "Go back to the criteria.")), part.MovingKeys()...)
	}
	return s.keys.Keep(s.actions(), part.MovingKeys()...)
}

// View draws the list and the posting beside it, or the one of them that is shown.
func (s *vacancy) View() string {
	if s.rules != nil {
		return s.rules.View()
	}
	if s.dark != s.env.Theme.Dark {
		s.layout()
	}
	list, text := s.split()
	left := func() string { return s.heading(!s.post.focus, s.listTitle(), list) + "\n" + s.list.View() }
	right := func() string { return s.heading(s.post.focus, s.postTitle(), text) + "\n" + s.post.view() }
	switch {
	case text == 0:
		return left()
	case list == 0:
		return right()
	}
	return beside(s.env, left(), list, right(), s.height)
}

// heading is the title of a side; the one with the focus has a mark.
func (s *vacancy) heading(focus bool, title string, width int) string {
	if focus {
		return s.env.Theme.Strong.Render(s.env.Text.Cut("▸ "+title, width))
	}
	return s.env.Theme.Faint.Render(s.env.Text.Cut("  "+title, width))
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
