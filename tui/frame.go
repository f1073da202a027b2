package tui

// This file draws the frame round a screen: the header, the line of pages, and the place for the footer.

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"shortlist/tui/kit"
)

// The smallest window, and the height from which there is room for a rule below the header.
const (
	minWidth, minHeight = 40, 10
	ruleHeight          = 30
)

// View returns the view. It is drawn anew only if something has changed.
func (a *App) View() tea.View {
	if !a.needsDraw {
		return a.drawn
	}
	v := tea.NewView("")
	v.AltScreen = true
	v.MouseMode = tea.MouseModeCellMotion
	v.WindowTitle = "shortlist"
	if a.env.File != nil && a.board.Vacancy.Title != "" {
		v.WindowTitle = "shortlist: " + kit.Clean(a.board.Vacancy.Title)
	}
	switch {
	case a.width == 0 || a.height == 0:
	case a.width < minWidth || a.height < minHeight:
		v.Content = strings.Join(a.wrapped("This window is too small: make it at least 80×24.", a.width, a.height), "\n")
	default:
		v.Content = a.drawFrame()
		v.Cursor = a.cursor()
		if len(a.overlays) > 0 {
			v.Content, v.Cursor = a.drawOverlays(v.Content)
		}
	}
	if a.ascii {
		v.Content = asciiSigns.Replace(v.Content)
	}
	a.drawn, a.needsDraw = v, false
	return v
}

// headLines returns the number of lines above the screen.
func (a *App) headLines() int {
	if a.height >= ruleHeight {
		return 3
	}
	return 2
}

// bodySize returns the size that a screen has.
func (a *App) bodySize() size {
	return size{a.width, max(a.height-a.headLines()-1, 0)}
}

// drawFrame draws everything but the overlays.
func (a *App) drawFrame() string {
	lines := make([]string, 0, a.height)
	lines = append(lines, a.header(), a.tabLine())
	if a.headLines() == 3 {
		lines = append(lines, a.env.Theme.Border.Render(strings.Repeat("─", a.width)))
	}
	p := a.pages.top()
	switch {
	case a.opening != "" || p == nil:
		lines = append(lines, a.openingBody()...)
	default:
		lines = append(lines, p.body()...)
	}
	foot := a.footer()
	lines = append(lines[:max(len(lines)+1-len(foot), 0)], foot...) // a long note covers the end of the page
	return strings.Join(lines, "\n")
}

// openingBody returns the lines that are shown while a vacancy is being opened.
func (a *App) openingBody() []string {
	out := make([]string, a.bodySize().height)
	if len(out) > 2 {
		out[1] = "  " + a.env.Text.Cut(a.opening, a.width-4)
	}
	return out
}

// cursor returns the position of the cursor that the screen on top asks for, or nil.
func (a *App) cursor() *tea.Cursor {
	p := a.pages.top()
	if p == nil || a.opening != "" {
		return nil
	}
	s, ok := p.screen.(kit.Cursored)
	if !ok {
		return nil
	}
	c := s.Cursor()
	if c == nil {
		return nil
	}
	moved := *c
	moved.Y += a.headLines()
	return &moved
}

// header returns the first line: the open vacancy, its phase, the member who is working, and whether everything is stored.
// What does not fit is left out in this order: the role, the name of the program, the end of the member's name.
func (a *App) header() string {
	t, th := a.env.Text, a.env.Theme
	if a.env.File == nil {
		return " " + th.Head.Render("shortlist")
	}
	product := "shortlist · "
	state, style := "saved", th.Faint
	switch {
	case a.out.failed != nil:
		state, style = "NOT SAVED", th.Bad
	case a.out.saving:
		state, style = "saving…", th.Warn
	case !a.out.idle(): // as wide as "saved", so that nothing moves during a short write
		state = "…    "
	}
	if a.env.File.ReadOnly() {
		state, style = "read-only", th.Warn
	}
	who, role := "nobody chosen", ""
	if m := a.board.Member(a.env.Me); m != nil {
		who, role = kit.Clean(m.Name), " ("+m.Role.Words()+")"
		if most := max(a.width/4, 10); t.Width(who) > most {
			who, _, _ = strings.Cut(who, " (") // a remark in brackets is on the panel page too
			who = t.Cut(who, most)
		}
	}
	phase := a.board.Phase.Words()
	title := kit.Clean(a.board.Vacancy.Title)
	if title == "" {
		title = "untitled vacancy"
	}
	room := func() int { // the cells left for the title
		return a.width - 2 - t.Width(product+" · "+phase+"  "+who+role+" · "+state)
	}
	if room() < 12 {
		role = ""
	}
	if room() < 12 {
		product = ""
	}
	if room() < 12 {
		who = t.Cut(who, 8)
	}
	title = t.Cut(title, room())
	left := " " + th.Head.Render(product) + th.Strong.Render(title) + th.Faint.Render(" · ") + th.Info.Render(phase)
	right := who + th.Faint.Render(role+" · ") + style.Render(state) + " "
	gap := a.width - t.Width(left) - t.Width(right)
	return t.Cut(left+strings.Repeat(" ", max(gap, 1))+right, a.width)
}

// tabPlace is the place of the name of a main page in the second line.
type tabPlace struct {
	name  kit.Name
	words string
	x, w  int
}

// tabPlaces returns the places of the names of the main pages, or of the open one alone if they do not all fit.
func (a *App) tabPlaces() []tabPlace {
	if a.env.File == nil {
		return nil
	}
	var out []tabPlace
	x := 0
	for _, row := range a.mainPages() {
		words := capital(row.Title)
		out = append(out, tabPlace{row.Name, words, x, len(words) + 2})
		x += len(words) + 2
	}
	if x <= a.width {
		return out
	}
	out = slices.DeleteFunc(out, func(p tabPlace) bool { return p.name != a.pages.stack[0].route.Screen })
	for i := range out {
		out[i].x = 0
	}
	return out
}

// tabLine returns the second line: the main pages, and the titles of the pages on top of the open one. Without an open
// vacancy it is the title of the screen.
func (a *App) tabLine() string {
	t, th := a.env.Text, a.env.Theme
	p := a.pages.top()
	if p == nil {
		return ""
	}
	places := a.tabPlaces()
	if places == nil {
		return " " + th.Strong.Render(t.Cut(p.screen.Title(), a.width-2))
	}
	var w strings.Builder
	used := 0
	for _, x := range places {
		used += x.w
		if x.name == a.pages.stack[0].route.Screen {
			w.WriteString(th.Mark.Render("[") + th.TabOn.Render(x.words) + th.Mark.Render("]"))
		} else {
			w.WriteString(" " + th.Tab.Render(x.words) + " ")
		}
	}
	var above []string
	for _, q := range a.pages.stack {
		if !q.isMain {
			above = append(above, "› "+kit.Clean(q.screen.Title()))
		}
	}
	if len(above) > 0 {
		crumbs := t.Cut(strings.Join(above, " "), a.width-used-2)
		w.WriteString(strings.Repeat(" ", max(a.width-used-t.Width(crumbs)-1, 1)) + th.Strong.Render(crumbs))
	}
	return w.String()
}

// capital returns s with a capital letter first.
func capital(s string) string { return strings.ToUpper(s[:1]) + s[1:] }
