package tui

// This file holds the list picker: a list of choices, which typing filters. Screens use it to let the user choose; the help,
// the palette and the question who is working are list pickers too.

import (
	"strings"
	"unicode"

	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"
	"github.com/sahilm/fuzzy"
	"golang.org/x/text/unicode/norm"

	"shortlist/tui/kit"
)

// listPicker is a list of choices with a filter.
type listPicker struct {
	title, text string
	entries     []choice
	at          int // selected entry, an index into shown
	top         int // first row drawn
	input       *textinput.Model
	shown       []int    // indices of the entries that match the filter
	folded      []string // the text of each entry that the filter looks at
	rows        []int    // for each drawn row, an index into shown, or -1 for a heading
	first       int      // line of the first row, as drawn
	page        int      // number of rows drawn
	tall        int      // most lines drawn so far
}

// choose lets the user choose one of many answers.
func (a *App) choose(p *page, c kit.Choose) tea.Cmd {
	a.openOverlay(&listPicker{title: c.Title, text: c.Text, entries: a.choices(p, c.Answers)})
	return nil
}

// prepare makes the filter when the list is used for the first time.
func (p *listPicker) prepare() {
	if p.input != nil {
		return
	}
	p.input = newLine("")
	p.folded = make([]string, len(p.entries))
	p.shown = make([]int, len(p.entries))
	for i, e := range p.entries {
		p.folded[i], p.shown[i] = fold(e.key+" "+e.name+" "+e.label+" "+e.description), i
	}
}

func (p *listPicker) key(a *App, o *overlay, k tea.KeyPressMsg) tea.Cmd {
	p.prepare()
	last := len(p.shown) - 1
	switch k.String() {
	case "enter":
		if last < 0 {
			return nil
		}
		return a.runChoice(o, p.entries[p.shown[p.at]])
	case "esc":
		if p.input.Value() == "" {
			a.closeOverlay(o)
			return nil
		}
		p.input.SetValue("")
		p.filter()
	case "up", "ctrl+p", "shift+tab":
		p.at = max(p.at-1, 0)
	case "down", "ctrl+n", "tab":
		p.at = max(min(p.at+1, last), 0)
	case "pgup":
		p.at = max(p.at-p.page, 0)
	case "pgdown":
		p.at = max(min(p.at+p.page, last), 0)
	default:
		return p.feed(k)
	}
	return nil
}

func (p *listPicker) paste(_ *App, text string) tea.Cmd {
	p.prepare()
	return p.feed(tea.PasteMsg{Content: strings.ReplaceAll(text, "\n", " ")})
}

// feed gives a message to the input field of the filter.
func (p *listPicker) feed(msg tea.Msg) tea.Cmd {
	before := p.input.Value()
	m, cmd := p.input.Update(msg)
	*p.input = m
	if p.input.Value() != before {
		p.filter()
	}
	return cmd
}

func (p *listPicker) wheel(by int) {
	p.at = max(min(p.at+by, len(p.shown)-1), 0)
}

func (p *listPicker) click(a *App, o *overlay, line int) tea.Cmd {
	i := line - p.first
	if i < 0 || i >= len(p.rows) || p.rows[i] < 0 {
		return nil
	}
	return a.runChoice(o, p.entries[p.shown[p.rows[i]]])
}

// filter shows the entries that contain every word that was typed. If there are none, it shows those that contain the letters
// in their order.
func (p *listPicker) filter() {
	want := fold(p.input.Value())
	p.at, p.top, p.shown = 0, 0, p.shown[:0]
	words := strings.Fields(want)
	for i, s := range p.folded {
		if holdsAll(s, words) {
			p.shown = append(p.shown, i)
		}
	}
	if len(p.shown) > 0 {
		return
	}
	for _, m := range fuzzy.Find(strings.Join(words, ""), p.folded) {
		p.shown = append(p.shown, m.Index)
	}
}

// holdsAll returns true if s contains every word.
func holdsAll(s string, words []string) bool {
	for _, w := range words {
		if !strings.Contains(s, w) {
			return false
		}
	}
	return true
}

// fold returns s in small letters without accents, for comparing.
func fold(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return unicode.ToLower(r)
	}, norm.NFD.String(s))
}

func (p *listPicker) draw(a *App, room size) drawing {
	p.prepare()
	t, th := a.env.Text, a.env.Theme
	cols := p.columns(t, room.width)
	d := drawing{title: p.title, width: cols.width, hint: "type to filter · ↑↓ move · enter choose · esc close"}
	d.lines = a.wrapped(p.text, d.width, 4)
	if len(d.lines) > 0 {
		d.lines = append(d.lines, "")
	}
	p.input.SetWidth(d.width - 10)
	d.cursor = lineCursor(t, p.input)
	d.cursor.X, d.cursor.Y = d.cursor.X+8, len(d.lines)
	d.lines = append(d.lines, th.Faint.Render("filter: ")+p.input.View(), "")
	p.first = len(d.lines)
	rows := p.layout()
	height := room.height - 2
	if cols.detail > 0 {
		height -= cols.detail + 1
	}
	p.page = max(min(len(rows), height-len(d.lines)), 1)
	p.scroll(rows)
	p.rows = p.rows[:0]
	for i := p.top; i < min(p.top+p.page, len(rows)); i++ {
		r := rows[i]
		p.rows = append(p.rows, r.shown)
		switch {
		case r.shown < 0:
			d.lines = append(d.lines, th.Head.Render(r.heading))
		case r.shown == p.at:
			d.lines = append(d.lines, th.Selected.Render(cols.line(t, "▸ ", p.entries[p.shown[r.shown]], plain, plain)))
		default:
			d.lines = append(d.lines, cols.line(t, "  ", p.entries[p.shown[r.shown]], th.Key.Render, th.Faint.Render))
		}
	}
	if len(rows) == 0 {
		d.lines = append(d.lines, th.Faint.Render("Nothing has these letters. backspace takes one away."))
	}
	p.tall = max(p.tall, len(d.lines))
	for len(d.lines) < min(p.tall, height) { // the overlay keeps its height while the user types
		d.lines = append(d.lines, "")
	}
	if cols.detail > 0 {
		d.lines = append(d.lines, p.details(a, cols)...)
	}
	return d
}

// plain is a style that changes nothing.
func plain(s ...string) string { return strings.Join(s, "") }

// row is a line of the list: a heading, or an entry by its index into shown.
type row struct {
	heading string
	shown   int
}

// layout returns the rows of the list. The groups have headings while nothing is filtered.
func (p *listPicker) layout() []row {
	var rows []row
	group := ""
	for i, e := range p.shown {
		if g := p.entries[e].group; g != group && p.input.Value() == "" {
			if len(rows) > 0 {
				rows = append(rows, row{"", -1})
			}
			rows = append(rows, row{g, -1})
			group = g
		}
		rows = append(rows, row{shown: i})
	}
	return rows
}

// scroll keeps the selected row in view.
func (p *listPicker) scroll(rows []row) {
	at := 0
	for i, r := range rows {
		if r.shown == p.at {
			at = i
		}
	}
	if p.at == 0 {
		at = 0
	}
	p.top = max(min(p.top, at), at-p.page+1)
	p.top = max(min(p.top, len(rows)-p.page), 0)
}
