package widget

// This file passes mouse messages from a screen to a widget that stands somewhere in it.

import (
	tea "charm.land/bubbletea/v2"

	"shortlist/tui/kit"
)

// Shift counts a mouse message from the place of a widget; other messages stay as they are. inside is false for a
// mouse message that lies above or to the left of it.
func Shift(msg tea.Msg, x, y int) (shifted tea.Msg, inside bool) {
	switch m := msg.(type) {
	case kit.Click:
		m.X, m.Y = m.X-x, m.Y-y
		return m, m.X >= 0 && m.Y >= 0
	case kit.Wheel:
		m.X, m.Y = m.X-x, m.Y-y
		return m, m.X >= 0 && m.Y >= 0
	}
	return msg, true
}

// Over is Shift for a mouse message that lies right of and below a place; false for anything else.
func Over(msg tea.Msg, x, y int) (tea.Msg, bool) {
	switch msg.(type) {
	case kit.Click, kit.Wheel:
		return Shift(msg, x, y)
	}
	return msg, false
}
