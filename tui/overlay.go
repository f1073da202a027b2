package tui

// This file opens, closes and draws the overlays, which lie over the page. Their contents are in the other overlay files.

import (
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"
	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"

	"shortlist/tui/kit"
)

const (
	timerArm = "arm"
	// armDelay is the time for which an overlay that opened by itself ignores keys, because the user meant them for the page.
	armDelay = 350 * time.Millisecond
)

// overlayContent is the content of an overlay: a list, a question, an input field, or progress.
type overlayContent interface {
	// key handles a key press.
	key(a *App, o *overlay, k tea.KeyPressMsg) tea.Cmd
	// draw returns the inside, which must not be larger than room.
	draw(a *App, room size) drawing
}

// A content may take pasted text, clicks on a line of its inside, and turns of the wheel as well.
type (
	pasteTaker interface {
		paste(a *App, text string) tea.Cmd
	}
	clickTaker interface {
		click(a *App, o *overlay, line int) tea.Cmd
	}
	wheelTaker interface{ wheel(by int) }
)

// drawing is the inside of an overlay.
type drawing struct {
	title, hint string
	lines       []string
	width       int
	cursor      *tea.Cursor // from the top left of the inside, or nil
}

// overlay is an open overlay.
type overlay struct {
	id      int
	content overlayContent
	armed   bool  // it takes keys
	at      place // where it was drawn last
}

// place is a rectangle of the screen.
type place struct{ x, y, w, h int }

// choice is something that can be chosen in an overlay. If disabledReason is not empty, it cannot be chosen now.
type choice struct {
	label, key, description, disabledReason, group string
	// name is the short name in the footer. It is not shown here, but the filter finds it.
	name string
	act  func() tea.Cmd
}

// openOverlay opens an overlay. If it was not opened by a key or a click, it ignores keys at first.
func (a *App) openOverlay(c overlayContent) *overlay {
	a.lastOverlay++
	o := &overlay{id: a.lastOverlay, content: c, armed: a.byKey}
	a.overlays = append(a.overlays, o)
	if !o.armed {
		a.afterUpdate = append(a.afterUpdate, a.opts.timer(armDelay, elapsed{timerArm, o.id}))
	}
	return o
}

// armOverlay makes an overlay take keys from now on.
func (a *App) armOverlay(id int) {
	for _, o := range a.overlays {
		o.armed = o.armed || o.id == id
	}
}

// closeOverlay closes an overlay. It does nothing if o is nil or closed already.
func (a *App) closeOverlay(o *overlay) {
	for i := range a.overlays {
		if a.overlays[i] == o {
			a.overlays = append(a.overlays[:i:i], a.overlays[i+1:]...)
			return
		}
	}
}

// topOverlay returns the overlay on top, or nil.
func (a *App) topOverlay() *overlay {
	if len(a.overlays) == 0 {
		return nil
	}
	return a.overlays[len(a.overlays)-1]
}

// runChoice closes an overlay and carries out the choice, or says why the choice is disabled.
func (a *App) runChoice(o *overlay, c choice) tea.Cmd {
	if c.disabledReason != "" {
		return a.say(c.disabledReason)
	}
	a.closeOverlay(o)
	if c.act == nil {
		return nil
	}
	return c.act()
}

// choices returns the answers of a screen as choices.
func (a *App) choices(p *page, answers []kit.Answer) []choice {
	out := make([]choice, len(answers))
	for i, x := range answers {
		out[i] = choice{label: kit.Clean(x.Words), key: x.Key, description: kit.Clean(x.Says), act: func() tea.Cmd { return a.runEffects(p, x.Effects) }}
	}
	return out
}

// drawOverlays draws the overlays over a frame. It returns the result and the cursor of the overlay on top. It does not use a
// canvas of lipgloss, because that cannot be told how the terminal counts cells.
func (a *App) drawOverlays(frame string) (string, *tea.Cursor) {
	screen := uv.NewScreenBuffer(a.width, a.height)
	if a.env.Text.Graphemes {
		screen.Method = ansi.GraphemeWidth
	}
	uv.NewStyledString(frame).Draw(screen, screen.Bounds())
	var cursor *tea.Cursor
	for _, o := range a.overlays {
		d := o.content.draw(a, size{min(a.width-6, 100), a.height - 4})
		lines := a.drawBorder(d)
		o.at = place{w: d.width + 4, h: len(lines)}
		o.at.x, o.at.y = (a.width-o.at.w)/2, max((a.height-o.at.h)/2, 0)
		uv.NewStyledString(strings.Join(lines, "\n")).Draw(screen, uv.Rect(o.at.x, o.at.y, o.at.w, o.at.h))
		if cursor = d.cursor; cursor != nil {
			cursor.X += o.at.x + 2
			cursor.Y += o.at.y + 1
		}
	}
	return screen.Render(), cursor
}

// drawBorder returns the lines of an overlay: its inside within a border.
func (a *App) drawBorder(d drawing) []string {
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

// wrapped breaks a text into lines of a width, at most n of them.
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
