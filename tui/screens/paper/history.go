package paper

// This file holds the page of the history: what happened, newest first, in sentences. Only the events in view are read;
// a filter reads all in the background.

import (
	"context"
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"shortlist/model"
	"shortlist/tui/kit"
	"shortlist/tui/screens/part"
	"shortlist/tui/widget"
)

// history is the list of entries.
type history struct {
	env           *kit.Env
	keys          part.Actions
	width, height int
	board         *model.View
	me            model.MemberID
	events        int

	table   *widget.Table
	read    map[int]model.Event // by place, newest first from 0
	reading bool
	find    part.FilterLine
	found   []model.Event // those that match the filter
	next    int           // where the search goes on
	search  int           // number of the search; results of older ones are dropped
}

const (
	historyKey   = "history"
	historySeek  = "history search"
	historyChunk = 2000
)

// NewHistory returns the page with everything that happened to the vacancy.
func NewHistory(env *kit.Env, _ kit.Route) kit.Screen {
	return &history{
		env: env, read: map[int]model.Event{}, find: part.NewFilterLine(env, "a name, a candidate, a word"),
		table: widget.NewTable(env, widget.Column{Title: "When (UTC)", Width: 16}, widget.Column{Title: "Who", Width: 12, Flex: 1},
			widget.Column{Title: "What", Width: 24, Flex: 5}),
	}
}

// Title returns the title of the page.
func (h *history) Title() string { return "History" }

// Refresh shows a newer board.
func (h *history) Refresh(b *model.View) []kit.Effect {
	h.board, h.me = b, h.env.Me
	if h.events != b.Events {
		h.events = b.Events
		clear(h.read)
		h.reading = false
		if h.find.Filters() {
			return h.seek()
		}
	}
	h.show()
	return h.fetch()
}

// show sets the number of rows of the table.
func (h *history) show() {
	n := h.events
	if h.find.Filters() {
		n = len(h.found)
	}
	h.table.SetRows(n, h.row)
}

// Resize sets the size of the body: one or two lines are above the table, two below.
func (h *history) Resize(width, height int) {
	h.width, h.height = width, height
	h.find.Resize(width)
	h.layout()
}

func (h *history) layout() { h.table.Resize(h.width, max(2, h.height-h.headHeight()-2)) }

func (h *history) headHeight() int {
	if h.find.Shown() {
		return 2
	}
	return 1
}

// at returns the event of a row, if it has been read.
func (h *history) at(i int) (model.Event, bool) {
	if h.find.Filters() {
		if i < 0 || i >= len(h.found) {
			return model.Event{}, false
		}
		return h.found[i], true
	}
	e, ok := h.read[i]
	return e, ok
}

func (h *history) row(i int, cells []widget.Cell) {
	e, ok := h.at(i)
	if !ok {
		cells[2].Text = "…"
		return
	}
	n := h.board.Narrate(e)
	cells[0].Text = n.At[:min(16, len(n.At))]
	cells[1].Text = kit.Clean(n.Who)
	cells[2].Text = kit.Clean(n.What)
	if n.Hidden {
		cells[2] = widget.Cell{Text: "◌ " + kit.Clean(n.What), Style: &h.env.Theme.Faint}
	}
}

// fetch reads the events in view, and a page on both sides.
func (h *history) fetch() []kit.Effect {
	first, n := h.table.Window()
	if h.find.Filters() || h.reading || h.env.File == nil {
		return nil
	}
	missing := false
	for i := first; i < first+n; i++ {
		_, ok := h.read[i]
		missing = missing || !ok
	}
	if !missing {
		return nil
	}
	h.reading = true
	file, from, size, events := h.env.File, max(0, first-n), 3*n, h.events
	return []kit.Effect{kit.Run{Key: historyKey, Work: func(context.Context, func(string)) (any, error) {
		got, err := file.History(from, size)
		return historyPart{from, events, got}, err
	}}}
}

// historyPart is a part of the history that was read: its first place, and the search or state it belongs to.
type historyPart struct {
	from, of int
	events   []model.Event
}

// seek starts a search for the typed words.
func (h *history) seek() []kit.Effect {
	h.search++
	h.found, h.next = nil, 0
	h.show()
	return h.seekOn()
}

func (h *history) seekOn() []kit.Effect {
	if h.env.File == nil || h.next >= h.events {
		return nil
	}
	file, from, search := h.env.File, h.next, h.search
	return []kit.Effect{kit.Run{Key: historySeek, Work: func(context.Context, func(string)) (any, error) {
		got, err := file.History(from, historyChunk)
		return historyPart{from, search, got}, err
	}}}
}

// maxFound is the most events that a filter lists.
const maxFound = 10_000

func (h *history) done(d kit.Done) []kit.Effect {
	p, ok := d.Value.(historyPart)
	if d.Key == historyKey {
		h.reading = false
	}
	if d.Err != nil {
		return []kit.Effect{kit.Fail{Err: d.Err}}
	}
	if !ok {
		return nil
	}
	if d.Key == historySeek {
		return h.take(p)
	}
	if p.of == h.events {
		if len(h.read) > historyChunk {
			clear(h.read)
		}
		for i, e := range p.events {
			h.read[p.from+i] = e
		}
		if len(p.events) == 0 {
			return nil
		}
	}
	return h.fetch()
}

// take filters a part of the history.
func (h *history) take(p historyPart) []kit.Effect {
	if p.of != h.search || !h.find.Filters() {
		return nil
	}
	for _, e := range p.events {
		n := h.board.Narrate(e)
		if h.find.Match(part.FoldName(n.At + " " + n.Who + " " + n.What)) {
			h.found = append(h.found, e)
		}
	}
	h.next = p.from + len(p.events)
	h.show()
	if len(p.events) == 0 || len(h.found) >= maxFound {
		h.next = h.events
		return nil
	}
	return h.seekOn()
}

// Update handles a message.
func (h *history) Update(msg tea.Msg) []kit.Effect {
	if h.board == nil {
		return nil
	}
	if d, ok := msg.(kit.Done); ok {
		return h.done(d)
	}
	if taken, changed := h.find.Update(msg); taken {
		h.layout()
		if !changed {
			return nil
		}
		if h.find.Filters() {
			return h.seek()
		}
		h.show()
		return h.fetch()
	}
	if k, ok := msg.(tea.KeyPressMsg); ok {
		if effects, ok := h.keys.Dispatch(k); ok {
			return effects
		}
	}
	if msg, inside := widget.Shift(msg, 0, h.headHeight()); inside {
		h.table.Update(msg)
	}
	return h.fetch()
}

func (h *history) actions() []part.Action {
	return []part.Action{
		part.On(kit.Filter, func() []kit.Effect { h.find.Start(); h.layout(); return nil }),
		part.Emit(kit.ExportK, kit.Push{Route: kit.Route{Screen: kit.Export}}),
	}
}

// Keys returns the keys of the page.
func (h *history) Keys() []kit.Binding { return h.keys.Keep(h.actions(), part.MovingKeys()...) }

// Back clears the filter first.
func (h *history) Back() ([]kit.Effect, bool) {
	if !h.find.Close() {
		return nil, false
	}
	h.search++
	h.layout()
	h.show()
	return h.fetch(), true
}

// Capturing returns true while words are being typed.
func (h *history) Capturing() bool { return h.find.Open }

// Cursor returns the cursor of the filter.
func (h *history) Cursor() *tea.Cursor { return h.find.Cursor(1) }

// View draws head, table and the selected entry in full.
func (h *history) View() string {
	if h.board == nil || h.width < 20 || h.height < 6 {
		return ""
	}
	t, th := h.env.Text, h.env.Theme
	out := []string{th.Faint.Render(t.Cut(h.head(), h.width))}
	if h.find.Shown() {
		out = append(out, h.find.View())
	}
	body := h.table.View()
	if h.table.Rows() == 0 {
		body = "Nothing has these words. esc shows all again."
		if h.events == 0 {
			body = "Nothing has happened yet."
		} else if h.next < h.events {
			body = "Looking…"
		}
	}
	if h.table.Rows() == 0 {
		body = t.Cut(body, h.width)
	}
	out = append(out, body)
	for range h.height - h.headHeight() - 2 - strings.Count(body, "\n") - 1 {
		out = append(out, "")
	}
	if e, ok := h.at(h.table.Selected()); ok {
		n := h.board.Narrate(e)
		words := t.Wrap(kit.Clean(fmt.Sprintf("%s %s, %s UTC, entry %s.", n.Who, n.What, n.At, n.Event)), h.width)
		out = append(out, part.Shorten(t, words, 2, h.width)...)
	}
	return strings.Join(out, "\n")
}

func (h *history) head() string {
	s := model.Count(h.events, "entry", "entries") + ", newest first"
	if h.find.Filters() {
		s += fmt.Sprintf(" · %d found", len(h.found))
		if h.next < h.events {
			s += fmt.Sprintf(" in the newest %d", h.next)
		}
	}
	if !h.board.Revealed() && h.board.Phase == model.Screening {
		s += " · ◌ hidden until the reveal"
	}
	return s
}
