package tui

import (
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"
	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"

	"shortlist/tui/kit"
)

// This file holds the boxes that lie over the page: how they come and go, how they are drawn, and how they get keys.
// What is in a box lives in the other overlay files.

const (
	timerArm = "arm"
	// grace is how long a box that opened by itself drops keys: they were meant for what was there before.
	grace = 350 * time.Millisecond
)

// overlay is what is in a box.
type overlay interface {
	// key handles a key press.
	key(a *App, b *box, k tea.KeyPressMsg) tea.Cmd
	// draw gives the inside for at most so much room.
	draw(a *App, room size) drawing
}

// An overlay may take pasted text, clicks (on a line of its inside) and the wheel as well.
type (
	pasted interface {
		paste(a *App, text string) tea.Cmd
	}
	clicked interface {
		click(a *App, b *box, line int) tea.Cmd
	}
	wheeled interface{ wheel(by int) }
)

// drawing is the inside of a box.
type drawing struct {
	title, hint string
	lines       []string
	width       int
	cursor      *tea.Cursor // from the top left of the inside
}

// box is an overlay in use.
type box struct {
	id      int
	overlay overlay
	armed   bool
	at      place
}

// place is where a box was drawn.
type place struct{ x, y, w, h int }

// choice is something that can be chosen in a box.
type choice struct {
	words, key, says, why, group string
	// name is the short name in the help bar: it is found by what is typed, and not shown.
	name string
	act  func() tea.Cmd
}

// put opens a box. One that comes by itself takes no keys at first.
func (a *App) put(o overlay) *box {
	a.lastBox++
	b := &box{id: a.lastBox, overlay: o, armed: a.byKey}
	a.boxes = append(a.boxes, b)
	if !b.armed {
		a.later = append(a.later, a.opts.timer(grace, elapsed{timerArm, b.id}))
	}
	return b
}

// arm lets a box take keys.
func (a *App) arm(id int) {
	for _, b := range a.boxes {
		b.armed = b.armed || b.id == id
	}
}

// shut closes a box; nil and closed ones are fine.
func (a *App) shut(b *box) {
	for i := range a.boxes {
		if a.boxes[i] == b {
			a.boxes = append(a.boxes[:i:i], a.boxes[i+1:]...)
			return
		}
	}
}

// box is the one on top; nil where there is none.
func (a *App) box() *box {
	if len(a.boxes) == 0 {
		return nil
	}
	return a.boxes[len(a.boxes)-1]
}

// pick closes a box and carries out what was chosen in it.
func (a *App) pick(b *box, c choice) tea.Cmd {
	if c.why != "" {
		return a.say(c.why)
	}
	a.shut(b)
	if c.act == nil {
		return nil
	}
	return c.act()
}

// choices makes choices of a screen's answers.
func (a *App) choices(p *page, answers []kit.Answer) []choice {
	out := make([]choice, len(answers))
	for i, x := range answers {
		out[i] = choice{words: kit.Clean(x.Words), key: x.Key, says: kit.Clean(x.Says), act: func() tea.Cmd { return a.do(p, x.Effects) }}
	}
	return out
}

// lay draws the boxes over a frame, and tells where the cursor of the one on top is. Cells are counted as the terminal
// counts them, which a lipgloss canvas cannot be told.
func (a *App) lay(frame string) (string, *tea.Cursor) {
	screen := uv.NewScreenBuffer(a.width, a.height)
	if a.env.Text.Graphemes {
		screen.Method = ansi.GraphemeWidth
	}
	uv.NewStyledString(frame).Draw(screen, screen.Bounds())
	var cursor *tea.Cursor
	for _, b := range a.boxes {
		d := b.overlay.draw(a, size{min(a.width-6, 100), a.height - 4})
		lines := a.border(d)
		b.at = place{w: d.width + 4, h: len(lines)}
		b.at.x, b.at.y = (a.width-b.at.w)/2, max((a.height-b.at.h)/2, 0)
		uv.NewStyledString(strings.Join(lines, "\n")).Draw(screen, uv.Rect(b.at.x, b.at.y, b.at.w, b.at.h))
		if cursor = d.cursor; cursor != nil {
			cursor.X += b.at.x + 2
			cursor.Y += b.at.y + 1
		}
	}
	return screen.Render(), cursor
}

// border draws the frame of a box round its inside.
func (a *App) border(d drawing) []string {
	t, th := a.env.Text, a.env.Theme
	edge := func(left, text, right string, style lipgloss.Style) string {
		text = t.Cut(text, d.width-2)
		if text != "" {
			text = " " + text + " "
		}
		fill := strings.Repeat("─", max(d.width+1-t.Width(text), 0))
		return th.Border.Render(left+"─") + style.Render(text) + th.Border.Render(fill+right)
	}
	out := make([]string, 0, len(d.lines)+2)
	out = append(out, edge("╭", kit.Clean(d.title), "╮", th.Head))
	side := th.Border.Render("│")
	for _, l := range d.lines {
		out = append(out, side+" "+t.Fit(l, d.width)+" "+side)
	}
	return append(out, edge("╰", d.hint, "╯", th.Faint))
}

// wrapped breaks a text of several paragraphs into lines, at most n of them.
func (a *App) wrapped(text string, width, n int) []string {
	if text == "" {
		return nil
	}
	lines := a.env.Text.Wrap(kit.CleanLines(text), width)
	if len(lines) > max(n, 1) {
		lines = append(lines[:max(n, 1)-1:max(n, 1)-1], "…")
	}
	return lines
}
