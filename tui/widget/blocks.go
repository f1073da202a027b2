package widget

// This file holds Blocks, a list whose entries take several lines each. Some are headings, which cannot be selected. It is
// meant for dozens of entries; long lists are tables.

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"shortlist/tui/kit"
)

// Block is one entry. Its lines are drawn already, and at least two cells narrower than the list. A Quiet entry cannot be
// selected.
type Block struct {
	Lines []string
	Quiet bool
}

// Blocks is a list of entries, one of which is selected.
type Blocks struct {
	env           *kit.Env
	blocks        []Block
	starts        []int // the first line of each block
	total         int   // lines of all blocks
	at, top       int   // selected block, first line shown
	width, height int
}

// NewBlocks returns an empty list.
func NewBlocks(env *kit.Env) *Blocks { return &Blocks{env: env} }

// Set replaces the entries. The selection stays at the same index if an entry there can be selected.
func (b *Blocks) Set(blocks []Block) {
	b.blocks, b.starts, b.total = blocks, b.starts[:0], 0
	for _, x := range blocks {
		b.starts = append(b.starts, b.total)
		b.total += len(x.Lines)
	}
	b.skipQuiet(1)
}

// Resize sets the size in cells and lines.
func (b *Blocks) Resize(width, height int) {
	b.width, b.height = width, height
	b.follow()
}

// Selected returns the index of the selected entry, or -1 if no entry can be selected.
func (b *Blocks) Selected() int {
	if b.at < len(b.blocks) && !b.blocks[b.at].Quiet {
		return b.at
	}
	return -1
}

// Select selects the entry at index i, or the next one that can be selected.
func (b *Blocks) Select(i int) {
	b.at = i
	b.skipQuiet(1)
}

// skipQuiet moves the selection off a quiet entry: to the next one in direction by, or else in the other direction.
func (b *Blocks) skipQuiet(by int) {
	if len(b.blocks) == 0 {
		b.at, b.top = 0, 0
		return
	}
	b.at = max(0, min(b.at, len(b.blocks)-1))
	for range 2 {
		i := b.at
		for i >= 0 && i < len(b.blocks) && b.blocks[i].Quiet {
			i += by
		}
		if i >= 0 && i < len(b.blocks) {
			b.at = i
			break
		}
		by = -by
	}
	b.follow()
}

// follow scrolls to the selected entry, with the headings directly above it and those that end the list below it.
func (b *Blocks) follow() {
	if len(b.blocks) == 0 {
		return
	}
	from, to := b.starts[b.at], b.starts[b.at]+len(b.blocks[b.at].Lines)
	for i := b.at - 1; i >= 0 && b.blocks[i].Quiet; i-- {
		from = b.starts[i]
	}
	for i := b.at + 1; i < len(b.blocks) && b.blocks[i].Quiet && i == len(b.blocks)-1; i++ {
		to = b.total
	}
	b.top = Reveal(b.top, from, to, b.body(), b.total)
	// If the entry and its headings do not fit, the entry is shown.
	if own := b.starts[b.at]; to-b.top > b.body() {
		b.top = min(own, to-b.body())
	}
	b.top = ClampTop(b.top, b.body(), b.total)
}

// body returns the number of lines for entries: one less if not all fit, for the position line.
func (b *Blocks) body() int {
	if b.total > b.height {
		return max(1, b.height-1)
	}
	return max(1, b.height)
}

// Update handles a key press or a mouse message, whose place counts from the top left of the list. It returns Chosen for a
// click on the selected entry.
func (b *Blocks) Update(msg tea.Msg) Act {
	at, top := b.at, b.top
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		b.press(msg)
	case kit.Wheel:
		b.top = ClampTop(b.top+3*msg.By, b.body(), b.total)
	case kit.Click:
		return b.click(msg)
	}
	if at != b.at || top != b.top {
		return Moved
	}
	return Nothing
}

func (b *Blocks) press(msg tea.KeyPressMsg) {
	switch {
	case kit.Up.Match(msg):
		b.step(-1)
	case kit.Down.Match(msg):
		b.step(1)
	case kit.PageUp.Match(msg):
		b.page(-1)
	case kit.PageDown.Match(msg):
		b.page(1)
	case kit.First.Match(msg):
		b.at, b.top = 0, 0
		b.skipQuiet(1)
	case kit.Last.Match(msg):
		b.at = len(b.blocks) - 1
		b.skipQuiet(-1)
	}
}

// step selects the next entry in a direction. At the end of the list it scrolls by a line, to show headings there.
func (b *Blocks) step(by int) {
	i := b.at + by
	for i >= 0 && i < len(b.blocks) && b.blocks[i].Quiet {
		i += by
	}
	if i < 0 || i >= len(b.blocks) {
		b.top = ClampTop(b.top+by, b.body(), b.total)
		return
	}
	b.at = i
	b.follow()
}

// page moves the selection by about a window of lines, and at least by one entry.
func (b *Blocks) page(by int) {
	if len(b.blocks) == 0 {
		return
	}
	goal := b.starts[b.at] + by*b.body()
	i := b.at
	for i+by >= 0 && i+by < len(b.blocks) && (b.starts[i+by]-goal)*by <= 0 {
		i += by
	}
	if i == b.at {
		b.step(by)
		return
	}
	b.at = i
	b.skipQuiet(by)
}

func (b *Blocks) click(c kit.Click) Act {
	line := b.top + c.Y
	if c.Y < 0 || c.Y >= b.body() || c.X < 0 || c.X >= b.width {
		return Nothing
	}
	for i := len(b.blocks) - 1; i >= 0; i-- {
		if line < b.starts[i] || line >= b.starts[i]+len(b.blocks[i].Lines) {
			continue
		}
		switch {
		case b.blocks[i].Quiet:
			return Nothing
		case i == b.at:
			return Chosen
		}
		b.at = i
		return Moved
	}
	return Nothing
}

// View draws the entries in view. The selected one has a mark on its first line and a bar on the others.
func (b *Blocks) View() string {
	if b.height < 1 || b.width < 4 {
		return ""
	}
	var out []string
	for i, x := range b.blocks {
		for n, l := range x.Lines {
			if row := b.starts[i] + n; row < b.top || row >= b.top+b.body() {
				continue
			}
			lead := noMark
			if i == b.at && !x.Quiet {
				lead = b.env.Theme.Strong.Render(mark)
				if n > 0 {
					lead = b.env.Theme.Strong.Render("┃ ")
				}
			}
			out = append(out, lead+l)
		}
	}
	if b.total > b.height && b.height > 1 {
		where := fmt.Sprintf("lines %d–%d of %d", b.top+1, min(b.top+b.body(), b.total), b.total)
		out = append(out, b.env.Theme.Faint.Render(b.env.Text.FitRight(where, b.width)))
	}
	return strings.Join(out, "\n")
}
