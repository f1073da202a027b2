package tui

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"shortlist/model"
	"shortlist/tui/kit"
)

// This file holds the pages: the stack of screens, with a main page at the bottom, and the other main pages kept as
// they were left.

// page is a screen in use, with what is known of its state.
type page struct {
	route  kit.Route
	screen kit.Screen
	size   size
	old    bool // the board has changed since the last Refresh
	dirty  bool // the body must be drawn anew
	listed bool // the keys are those that work now
	keys   []kit.Binding
	gone   bool
	main   bool     // a main page, which is kept as it was left
	lines  []string // the body as drawn last
}

// size is that of a body.
type size struct{ width, height int }

// pages are the stack and the main pages beside it.
type pages struct {
	stack []*page
	tabs  []*page // the main pages made so far
}

func (s *pages) top() *page {
	if len(s.stack) == 0 {
		return nil
	}
	return s.stack[len(s.stack)-1]
}

// all lists every page in use.
func (s *pages) all() []*page {
	out := slices.Clone(s.stack)
	for _, p := range s.tabs {
		if !slices.Contains(out, p) {
			out = append(out, p)
		}
	}
	return out
}

// changed notes that the board changed.
func (s *pages) changed() {
	for _, p := range s.all() {
		p.old = true
	}
}

// redraw notes that colours changed.
func (s *pages) redraw() {
	for _, p := range s.all() {
		p.dirty = true
	}
}

// resize notes that measures changed.
func (s *pages) resize() {
	for _, p := range s.all() {
		p.size, p.old = size{}, true
	}
}

// clear drops every page.
func (s *pages) clear() {
	for _, p := range s.all() {
		p.gone = true
	}
	s.stack, s.tabs = nil, nil
}

// behind tells whether the page has to catch up with size or board.
func (p *page) behind(s size) bool { return p.old || p.size != s }

// touch notes that the screen may have changed: its body is drawn anew and its keys are listed anew.
func (p *page) touch() { p.dirty, p.listed = true, false }

// bindings are the keys of the screen. They are asked for once after every change, for a screen may try many commands
// to know which of them work.
func (p *page) bindings() []kit.Binding {
	if !p.listed {
		p.keys, p.listed = p.screen.Keys(), true
	}
	return p.keys
}

// catchUp brings size and board to the screen.
func (p *page) catchUp(s size, b *model.Board) []kit.Effect {
	p.touch()
	if p.size != s {
		p.size = s
		p.screen.Resize(s.width, s.height)
	}
	if !p.old {
		return nil
	}
	p.old = false
	return p.screen.Refresh(b)
}

// update gives a message to the screen. Before a key press it lists its keys, if it changed since it did last.
func (p *page) update(msg tea.Msg) []kit.Effect {
	if _, ok := msg.(tea.KeyPressMsg); ok {
		p.bindings()
	}
	p.touch()
	return p.screen.Update(msg)
}

// body is what the screen draws, in exactly as many lines as it has.
func (p *page) body() []string {
	if !p.dirty && len(p.lines) == p.size.height {
		return p.lines
	}
	lines := strings.Split(strings.TrimSuffix(p.screen.View(), "\n"), "\n")
	for len(lines) < p.size.height {
		lines = append(lines, "")
	}
	p.lines, p.dirty = lines[:p.size.height], false
	return p.lines
}

// capturing tells whether the screen is taking text.
func (p *page) capturing() bool {
	c, ok := p.screen.(kit.Capturing)
	return ok && c.Capturing()
}

// kept finds a main page that was made before; nil if it was not.
func (s *pages) kept(n kit.Name) *page {
	for _, p := range s.tabs {
		if p.route.Screen == n {
			return p
		}
	}
	return nil
}

// keep takes a main page over, in place of the one of its name.
func (s *pages) keep(p *page) {
	s.tabs = append(slices.DeleteFunc(s.tabs, func(q *page) bool { return q.route.Screen == p.route.Screen }), p)
}

// tabs are the rows of the main pages, in the order in which tab walks them.
func (a *App) tabs() []kit.Page {
	return slices.DeleteFunc(slices.Clone(a.opts.Pages), func(p kit.Page) bool { return !p.Tab })
}

// row is the row of a screen in the LIST; the first one if it has none.
func (a *App) row(n kit.Name) kit.Page {
	i := slices.IndexFunc(a.opts.Pages, func(p kit.Page) bool { return p.Name == n })
	return a.opts.Pages[max(i, 0)]
}

// isTab tells whether a screen is a main page.
func (a *App) isTab(n kit.Name) bool { return a.row(n).Tab }

func (a *App) page(r kit.Route) *page {
	row := a.row(r.Screen)
	return &page{route: r, screen: row.Make(a.env, r), main: row.Tab, old: true, dirty: true}
}

// base shows a page with nothing below it. A main page that is kept is shown as it was left, unless the route says
// what of it to show.
func (a *App) base(r kit.Route) {
	for _, p := range a.pages.stack {
		p.gone = p.gone || !p.main
	}
	bare := r == (kit.Route{Screen: r.Screen})
	p := a.pages.kept(r.Screen)
	if p == nil || !bare {
		if p != nil {
			p.gone = true
		}
		p = a.page(r)
		if p.main {
			a.pages.keep(p)
		}
	}
	p.touch()
	a.pages.stack = []*page{p}
}

// push shows a page on top; a main page takes the place of all.
func (a *App) push(r kit.Route) tea.Cmd {
	if a.isTab(r.Screen) || r.Screen == kit.Home {
		a.base(r)
		return nil
	}
	a.pages.stack = append(a.pages.stack, a.page(r))
	return nil
}

// replace shows a page in place of the one on top.
func (a *App) replace(r kit.Route) tea.Cmd {
	if n := len(a.pages.stack); n > 1 && !a.isTab(r.Screen) {
		a.pages.stack[n-1].gone = true
		a.pages.stack[n-1] = a.page(r)
		return nil
	}
	a.base(r)
	return nil
}

// pop goes back to the page below. At the bottom it says where else to go.
func (a *App) pop() tea.Cmd {
	n := len(a.pages.stack)
	if n > 1 {
		a.pages.stack[n-1].gone = true
		a.pages.stack = a.pages.stack[:n-1]
		a.pages.top().touch()
		return nil
	}
	if n == 1 && !a.pages.stack[0].main && a.pages.stack[0].route.Screen != kit.Home {
		a.home()
		return nil
	}
	if a.env.File != nil {
		return a.say("This is a main page. tab goes to the next one, H to the list of vacancies, q leaves.")
	}
	return a.say("This is the first page. q leaves the program.")
}

// home is the page at the bottom: the vacancy while one is open, else the list of vacancies.
func (a *App) home() {
	if a.env.File != nil {
		a.base(kit.Route{Screen: kit.Vacancy})
		return
	}
	a.base(kit.Route{Screen: kit.Home})
}

// walk goes to the next main page, or the one before.
func (a *App) walk(by int) tea.Cmd {
	tabs, here := a.tabs(), a.pages.stack[0].route.Screen
	i := slices.IndexFunc(tabs, func(p kit.Page) bool { return p.Name == here })
	a.base(kit.Route{Screen: tabs[(i+by+len(tabs))%len(tabs)].Name})
	return nil
}

// remake makes every page anew, for another member: nothing of what the one before saw stays.
func (a *App) remake() {
	routes := make([]kit.Route, 0, len(a.pages.stack))
	for _, p := range a.pages.stack {
		routes = append(routes, p.route)
	}
	a.pages.clear()
	for _, r := range routes {
		if len(a.pages.stack) == 0 {
			a.base(r)
		} else {
			a.push(r)
		}
	}
}
