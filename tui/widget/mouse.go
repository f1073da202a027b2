package widget

// This file passes mouse messages from a screen on to a widget in it.

import (
	tea "charm.land/bubbletea/v2"

	"shortlist/tui/kit"
)

// Shift makes the place of a mouse message count from the top left of a widget, which is at x and y. inside is false if the
// message is above or to the left of the widget. Other messages are returned unchanged.
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

// Over is Shift for mouse messages alone: it returns false for any other message too.
func Over(msg tea.Msg, x, y int) (tea.Msg, bool) {
	switch msg.(type) {
	case kit.Click, kit.Wheel:
		return Shift(msg, x, y)
	}
	return msg, false
}
