package tui

// This file holds the pages: a stack of screens with a main page or the list of vacancies at its bottom. The other main pages
// are kept, so that they are shown as the user left them.

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"shortlist/model"
	"shortlist/tui/kit"
)

// page is a screen with its state.
type page struct {
	route        kit.Route
	screen       kit.Screen
	size         size
	needsRefresh bool // the board has changed since the last Refresh
	needsDraw    bool // lines are out of date
	listed       bool // keys are those that work now
	keys         []kit.Binding
	closed       bool
	isMain       bool     // a main page, which is kept as the user left it
	lines        []string // the body as it was drawn last
}

// size is a width in cells and a height in lines.
type size struct{ width, height int }

// pages are the stack, and the main pages that are kept.
type pages struct {
	stack []*page
	main  []*page // the main pages made so far
}

// top returns the page on top, or nil.
func (s *pages) top() *page {
	if len(s.stack) == 0 {
		return nil
	}
	return s.stack[len(s.stack)-1]
}

// all returns every page, on the stack or kept.
func (s *pages) all() []*page {
	out := slices.Clone(s.stack)
	for _, p := range s.main {
		if !slices.Contains(out, p) {
			out = append(out, p)
		}
	}
	return out
}

// boardChanged makes every page take the board when it is shown.
func (s *pages) boardChanged() {
	for _, p := range s.all() {
		p.needsRefresh = true
	}
}

// coloursChanged makes every page be drawn anew.
func (s *pages) coloursChanged() {
	for _, p := range s.all() {
		p.needsDraw = true
	}
}

// measuresChanged makes every page take its size and the board anew, because the width of text changed.
func (s *pages) measuresChanged() {
	for _, p := range s.all() {
		p.size, p.needsRefresh = size{}, true
	}
}

// clear closes every page.
func (s *pages) clear() {
	for _, p := range s.all() {
		p.closed = true
	}
	s.stack, s.main = nil, nil
}

// outdated returns true if the screen does not know the board or the size s.
func (p *page) outdated(s size) bool { return p.needsRefresh || p.size != s }

// screenChanged says that the state of the screen may have changed: it is drawn and its keys are listed anew when they are
// needed.
func (p *page) screenChanged() { p.needsDraw, p.listed = true, false }

// bindings returns the keys of the screen. The screen lists them once after each change, because it may try many commands to
// find out which of them work.
func (p *page) bindings() []kit.Binding {
	if !p.listed {
		p.keys, p.listed = p.screen.Keys(), true
	}
	return p.keys
}

// sync gives the screen its size and what it may see, if they have changed.
func (p *page) sync(s size, v *model.View) []kit.Effect {
	p.screenChanged()
	if p.size != s {
		p.size = s
		p.screen.Resize(s.width, s.height)
	}
	if !p.needsRefresh {
		return nil
	}
	p.needsRefresh = false
	return p.screen.Refresh(v)
}

// update gives a message to the screen. Before a key press the screen lists its keys, if it has changed since it last did.
func (p *page) update(msg tea.Msg) []kit.Effect {
	if _, ok := msg.(tea.KeyPressMsg); ok {
		p.bindings()
	}
	p.screenChanged()
	return p.screen.Update(msg)
}

// body returns what the screen draws, in exactly as many lines as its height.
func (p *page) body() []string {
	if !p.needsDraw && len(p.lines) == p.size.height {
		return p.lines
	}
	lines := strings.Split(strings.TrimSuffix(p.screen.View(), "\n"), "\n")
	for len(lines) < p.size.height {
		lines = append(lines, "")
	}
	p.lines, p.needsDraw = lines[:p.size.height], false
	return p.lines
}

// capturing returns true if the screen takes text.
func (p *page) capturing() bool {
	c, ok := p.screen.(kit.Capturing)
	return ok && c.Capturing()
}

// kept returns the main page of a name, or nil if it was not made yet.
func (s *pages) kept(n kit.Name) *page {
	for _, p := range s.main {
		if p.route.Screen == n {
			return p
		}
	}
	return nil
}

// keep keeps a main page, in place of the one of the same name.
func (s *pages) keep(p *page) {
	s.main = append(slices.DeleteFunc(s.main, func(q *page) bool { return q.route.Screen == p.route.Screen }), p)
}

// mainPages returns the rows of the main pages, in the order in which tab goes through them.
func (a *App) mainPages() []kit.Page {
	return slices.DeleteFunc(slices.Clone(a.opts.Pages), func(p kit.Page) bool { return !p.Tab })
}

// row returns the row of a screen in the LIST, or the first row if it has none.
func (a *App) row(n kit.Name) kit.Page {
	i := slices.IndexFunc(a.opts.Pages, func(p kit.Page) bool { return p.Name == n })
	return a.opts.Pages[max(i, 0)]
}

// isMainPage returns true if a screen is a main page.
func (a *App) isMainPage(n kit.Name) bool { return a.row(n).Tab }

// newPage makes the page of a route.
func (a *App) newPage(r kit.Route) *page {
	row := a.row(r.Screen)
	return &page{route: r, screen: row.Make(a.env, r), isMain: row.Tab, needsRefresh: true, needsDraw: true}
}

// showBase shows a page with no other below it. A main page that is kept is shown as the user left it, unless the route says
// more than the name of the screen.
func (a *App) showBase(r kit.Route) {
	for _, p := range a.pages.stack {
		p.closed = p.closed || !p.isMain
	}
	bare := r == (kit.Route{Screen: r.Screen})
	p := a.pages.kept(r.Screen)
	if p == nil || !bare {
		if p != nil {
			p.closed = true
		}
		p = a.newPage(r)
		if p.isMain {
			a.pages.keep(p)
		}
	}
	p.screenChanged()
	a.pages.stack = []*page{p}
}

// push shows a page on top. A main page or the list of vacancies replaces the whole stack.
func (a *App) push(r kit.Route) tea.Cmd {
	if a.isMainPage(r.Screen) || r.Screen == kit.Home {
		a.showBase(r)
		return nil
	}
	a.pages.stack = append(a.pages.stack, a.newPage(r))
	return nil
}

// replace shows a page instead of the one on top.
func (a *App) replace(r kit.Route) tea.Cmd {
	if n := len(a.pages.stack); n > 1 && !a.isMainPage(r.Screen) {
		a.pages.stack[n-1].closed = true
		a.pages.stack[n-1] = a.newPage(r)
		return nil
	}
	a.showBase(r)
	return nil
}

// pop goes back to the page below. At the bottom it says which keys lead elsewhere.
func (a *App) pop() tea.Cmd {
	n := len(a.pages.stack)
	if n > 1 {
		a.pages.stack[n-1].closed = true
		a.pages.stack = a.pages.stack[:n-1]
		a.pages.top().screenChanged()
		return nil
	}
	if n == 1 && !a.pages.stack[0].isMain && a.pages.stack[0].route.Screen != kit.Home {
		a.showHome()
		return nil
	}
	if a.env.File != nil {
		return a.say("This is a main page. tab goes to the next one, H to the list of vacancies, q leaves.")
	}
	return a.say("This is the first page. q leaves the program.")
}

// showHome shows the vacancy if one is open, else the list of vacancies.
func (a *App) showHome() {
	if a.env.File != nil {
		a.showBase(kit.Route{Screen: kit.Vacancy})
		return
	}
	a.showBase(kit.Route{Screen: kit.Home})
}

// switchTab goes to the next main page, or to the one before if by is -1.
func (a *App) switchTab(by int) tea.Cmd {
	tabs, here := a.mainPages(), a.pages.stack[0].route.Screen
	i := slices.IndexFunc(tabs, func(p kit.Page) bool { return p.Name == here })
	a.showBase(kit.Route{Screen: tabs[(i+by+len(tabs))%len(tabs)].Name})
	return nil
}

// remakePages makes every page on the stack anew, because another member is working: nothing that the member before could see
// may stay.
func (a *App) remakePages() {
	routes := make([]kit.Route, 0, len(a.pages.stack))
	for _, p := range a.pages.stack {
		routes = append(routes, p.route)
	}
	a.pages.clear()
	for _, r := range routes {
		if len(a.pages.stack) == 0 {
			a.showBase(r)
		} else {
			a.push(r)
		}
	}
}
