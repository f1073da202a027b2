package tui

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"shortlist/tui/kit"
)

// This file draws what is round a screen: header, line of pages, footer.

// The smallest window, and the height from which there is room for a rule below the header.
const (
	minWidth, minHeight = 40, 10
	ruleHeight          = 30
)

// View draws the frame. It is drawn anew only where something changed.
func (a *App) View() tea.View {
	if !a.stale {
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
		v.Content = a.frame()
		v.Cursor = a.cursor()
		if len(a.boxes) > 0 {
			v.Content, v.Cursor = a.lay(v.Content)
		}
	}
	a.drawn, a.stale = v, false
	return v
}

// headLines is the height of the header.
func (a *App) headLines() int {
	if a.height >= ruleHeight {
		return 3
	}
	return 2
}

// body is the room a screen has.
func (a *App) body() size {
	return size{a.width, max(a.height-a.headLines()-1, 0)}
}

// frame draws everything but the boxes.
func (a *App) frame() string {
	lines := make([]string, 0, a.height)
	lines = append(lines, a.header(), a.tabLine())
	if a.headLines() == 3 {
		lines = append(lines, a.env.Theme.Border.Render(strings.Repeat("─", a.width)))
	}
	p := a.pages.top()
	switch {
	case a.opening != "" || p == nil:
		lines = append(lines, a.waiting()...)
	default:
		lines = append(lines, p.body()...)
	}
	foot := a.footer()
	lines = append(lines[:max(len(lines)+1-len(foot), 0)], foot...) // a long note lies over the end of the page
	return strings.Join(lines, "\n")
}

// waiting is the body while a vacancy is being opened.
func (a *App) waiting() []string {
	out := make([]string, a.body().height)
	if len(out) > 2 {
		out[1] = "  " + a.env.Text.Cut(a.opening, a.width-4)
	}
	return out
}

// cursor is where the screen wants the terminal's cursor.
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

// header says what is open, who is working, and whether everything is stored.
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
	case !a.out.idle(): // as wide as the word, so that nothing moves for the blink of a write
		state = "…    "
	}
	if a.env.File.ReadOnly() {
		state, style = "read-only", th.Warn
	}
	who, role := "nobody chosen", ""
	if m := a.board.Member(a.env.Me); m != nil {
		who, role = kit.Clean(m.Name), " ("+string(m.Role)+")"
		if most := max(a.width/4, 10); t.Width(who) > most {
			who, _, _ = strings.Cut(who, " (") // what stands in brackets is said elsewhere
			who = t.Cut(who, most)
		}
	}
	phase := string(a.board.Phase)
	title := kit.Clean(a.board.Vacancy.Title)
	if title == "" {
		title = "untitled vacancy"
	}
	room := func() int { // what is left for the title
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

// tabPlace is where the name of a main page stands in the second line.
type tabPlace struct {
	name  kit.Name
	words string
	x, w  int
}

// tabPlaces lays out the names of the main pages; in a narrow window that of the open one alone.
func (a *App) tabPlaces() []tabPlace {
	if a.env.File == nil {
		return nil
	}
	var out []tabPlace
	x := 0
	for _, row := range a.tabs() {
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

// tabLine shows the main pages, and the pages on top of the one that is open. Without a vacancy it shows the title.
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
		if !q.main {
			above = append(above, "› "+kit.Clean(q.screen.Title()))
		}
	}
	if len(above) > 0 {
		crumbs := t.Cut(strings.Join(above, " "), a.width-used-2)
		w.WriteString(strings.Repeat(" ", max(a.width-used-t.Width(crumbs)-1, 1)) + th.Strong.Render(crumbs))
	}
	return w.String()
}

func capital(s string) string { return strings.ToUpper(s[:1]) + s[1:] }
